//! With what the figures are compared.

use leptos::prelude::*;

use crate::metrics::Back;
use crate::ui::desk::{Against, use_desk};
use crate::ui::parts::{Check, Choice};

use super::plan::{chosen, owners, reviews};

/// How many days before and after a change are offered.
const DAYS: [u16; 3] = [30, 60, 90];
/// How much of a note stands in the list of notes, in characters.
const NOTE: usize = 60;

fn with_key(with: Against) -> &'static str {
    match with {
        Against::Back(Back::Week) => "week",
        Against::Back(Back::Month) => "month",
        Against::Back(Back::Quarter) => "quarter",
        Against::Back(Back::Year) => "year",
        Against::Team => "team",
        Against::Review => "review",
    }
}

/// The fields.
#[component]
pub fn Controls() -> impl IntoView {
    let desk = use_desk();
    let t = desk.t();
    let compare = desk.compare;
    let all = || Back::ALL.map(Against::Back).into_iter().chain([Against::Team, Against::Review]);
    let word = move |with: Against| match with {
        Against::Back(back) => t.compare_back(back),
        Against::Team => t.compare_team().to_owned(),
        Against::Review => t.compare_review().to_owned(),
    };
    let offers: Vec<_> = all().map(|with| (with_key(with).to_owned(), word(with))).collect();
    let choose = move |key: String| {
        if let Some(with) = all().find(|with| with_key(*with) == key) {
            compare.update(|compare| compare.with = with);
        }
        true
    };
    let with = Memo::new(move |_| compare.with(|compare| compare.with));
    let now = Memo::new(move |_| chosen(desk).ok());
    let owner_offers = Signal::derive(move || {
        owners(desk).into_iter().map(|owner| (owner.clone(), owner)).collect::<Vec<_>>()
    });
    let review_offers = Signal::derive(move || {
        let offer = |(id, review): (crate::model::ItemId, crate::model::Review)| {
            let mut text: String = review.text.chars().take(NOTE).collect();
            if review.text.chars().count() > NOTE {
                text.push('…');
            }
            (id.to_string(), t.compare_review_offer(&desk.formats().day(review.day), &text))
        };
        reviews(desk).into_iter().map(offer).collect::<Vec<_>>()
    });
    let choose_owner = move |owner: String| {
        compare.update(|compare| compare.owner = owner);
        true
    };
    let choose_review = move |key: String| {
        let found = reviews(desk).into_iter().find(|(id, _)| id.to_string() == key);
        compare.update(|compare| compare.review = found.map(|(id, _)| id));
        true
    };
    let day_offers: Vec<_> =
        DAYS.map(|days| (days.to_string(), t.compare_days_of(&desk.formats().count(days.into())))).to_vec();
    let choose_days = move |key: String| {
        if let Some(days) = DAYS.into_iter().find(|days| days.to_string() == key) {
            compare.update(|compare| compare.days = days);
        }
        true
    };
    let chosen_owner =
        Signal::derive(move || now.with(|now| now.as_ref().map(|now| now.owner.clone()).unwrap_or_default()));
    let chosen_review = Signal::derive(move || {
        now.with(|now| now.as_ref().and_then(|now| now.review).map(|id| id.to_string()).unwrap_or_default())
    });
    let chips = Signal::derive(move || compare.with(|compare| compare.chips));
    let set_chips = move |on: bool| {
        compare.update(|compare| compare.chips = on);
        true
    };
    view! {
        <div class="compare-choice" role="group" aria-label=t.compare_with()>
            <Choice
                name="compare-with"
                label=t.compare_with()
                offers=Signal::stored(offers)
                value=Signal::derive(move || with_key(with.get()).to_owned())
                on_choose=choose
            />
            <Show when=move || with.get() == Against::Team>
                <Choice name="compare-owner" label=t.compare_owner() offers=owner_offers value=chosen_owner on_choose=choose_owner />
            </Show>
            <Show when=move || with.get() == Against::Review>
                <Choice
                    name="compare-review"
                    label=t.compare_which()
                    offers=review_offers
                    value=chosen_review
                    on_choose=choose_review
                />
                <Choice
                    name="compare-days"
                    label=t.compare_days()
                    offers=Signal::stored(day_offers.clone())
                    value=Signal::derive(move || compare.with(|compare| compare.days.to_string()))
                    on_choose=choose_days
                />
            </Show>
            <Show when=move || matches!(with.get(), Against::Back(_))>
                <Check name="compare-chips" label=t.compare_chips() value=chips on_change=set_chips />
            </Show>
        </div>
    }
}
