//! A card: title, company, value, owner, days in stage.

use leptos::prelude::*;

use crate::metrics::{Staleness, stage_days, standing};
use crate::model::{Deal, DealId, Stage};
use crate::ui::desk::{Desk, use_desk};

use super::drag::Drag;
use super::marks;

/// A card of a column.
#[component]
pub fn Card(
    /// Whose.
    id: DealId,
) -> impl IntoView {
    let desk = use_desk();
    let drag = expect_context::<Drag>();
    let t = desk.t();
    let deal = desk.deal(id);
    let name = {
        let deal = deal.clone();
        move || deal.get().map(|deal| card_name(desk, &deal))
    };
    let menu = {
        let deal = deal.clone();
        move || deal.get().map(|deal| t.move_menu_name(&deal.title))
    };
    view! {
        <li
            class="card"
            class:lifted=move || drag.lifted.get() == Some(id)
            data-deal=id.to_string()
            tabindex="0"
            aria-label=name
            aria-describedby=desk.element_id("card-hint")
            aria-current=move || (desk.open_deal.get() == Some(id)).then_some("true")
        >
            {move || deal.get().map(|deal| body(desk, &deal))}
            <button type="button" class="card-menu" data-move="" aria-haspopup="dialog" aria-label=menu title=t.move_to()></button>
        </li>
    }
}

fn card_name(desk: Desk, deal: &Deal) -> String {
    let (value, stage) = desk.with(|session| {
        let workspace = session.workspace();
        let currency =
            workspace.get::<crate::model::Pipeline>(deal.pipeline).map(|pipeline| pipeline.currency);
        let value = currency.map(|currency| desk.formats().money(deal.value, currency)).unwrap_or_default();
        (
            value,
            workspace
                .get::<Stage>(workspace.stage_of(deal))
                .map(|stage| stage.name.clone())
                .unwrap_or_default(),
        )
    });
    let name = desk.t().card_name(&deal.title, &deal.company, &value, &stage);
    let marks = marks::marks(desk, deal).into_iter().map(|mark| mark.words);
    std::iter::once(name).chain(marks).collect::<Vec<_>>().join(". ")
}

/// What stands on a card.
pub fn body(desk: Desk, deal: &Deal) -> impl IntoView + use<> {
    // Criteria and the names of stages stand on it too.
    desk.structure.track();
    let t = desk.t();
    let (value, days, standing, silent) = desk.with(|session| {
        let workspace = session.workspace();
        let (zone, now) = (session.zone(), session.now());
        let currency =
            workspace.get::<crate::model::Pipeline>(deal.pipeline).map(|pipeline| pipeline.currency);
        let value = currency.filter(|_| deal.value > 0).map_or_else(
            || t.untitled_value().to_owned(),
            |currency| desk.formats().money_short(deal.value, currency),
        );
        let contact = deal.story.last_contact().map(|at| zone.day(now).days_since(zone.day(at)));
        (value, stage_days(workspace, deal, &zone, now), standing(workspace, deal, &zone, now), contact)
    });
    let (class, why) = match standing.staleness() {
        Staleness::Fresh => ("card-days", None),
        Staleness::Stale => ("card-days stale-1", Some(t.stale())),
        Staleness::VeryStale => ("card-days stale-2", Some(t.very_stale())),
        Staleness::Dormant => ("card-days stale-3", Some(t.dormant())),
    };
    let long = t.days_in_stage_long(days);
    // What made it stale: its stay, or the silence.
    let silent = silent.filter(|_| standing.silent > standing.stayed).map(|days| t.finding_silent_for(days));
    let why = silent.or_else(|| why.map(str::to_owned));
    let title = why.map_or_else(|| long.clone(), |why| format!("{long}. {why}"));
    view! {
        <span class="card-title" dir="auto">{deal.title.clone()}</span>
        <span class="card-line">
            <span class="card-company" dir="auto">{deal.company.clone()}</span>
            {marks::view(marks::marks(desk, deal))}
        </span>
        <span class="card-foot">
            <span class="card-value" class:none=deal.value == 0>{value}</span>
            <span class=class title=title>{t.days_in_stage(days)}</span>
            <span class="card-owner" title=deal.owner.clone() class:none=deal.owner.is_empty()>
                {initials(&deal.owner)}
            </span>
        </span>
    }
}

/// The first letters of a name's first and last word.
fn initials(name: &str) -> String {
    let mut words = name.split_whitespace();
    let first = words.next().and_then(|word| word.chars().next());
    let last = words.next_back().and_then(|word| word.chars().next());
    first.into_iter().chain(last).flat_map(char::to_uppercase).collect()
}
