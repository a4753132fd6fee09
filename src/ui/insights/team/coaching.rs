//! What stands between each open deal and its next stage, for a talk with its owner.

use leptos::prelude::*;

use crate::metrics::{Coached, CoachingOrder, Lack, Staleness, coaching, owners_of_open};
use crate::model::{Deal, Stage, Workspace};
use crate::ui::desk::Desk;
use crate::ui::insights::use_insights;
use crate::ui::parts::Choice;

/// How many deals are listed at once.
const PAGE: usize = 12;

/// Everybody's deals, as the choice of owners writes it; an owner's name comes behind a colon.
const EVERYBODY: &str = "all";

fn order_key(order: CoachingOrder) -> &'static str {
    match order {
        CoachingOrder::Value => "value",
        CoachingOrder::Staleness => "stale",
        CoachingOrder::Lacks => "lacks",
    }
}

/// The card.
#[component]
pub fn Coaching() -> impl IntoView {
    let insights = use_insights();
    let desk = insights.desk;
    let t = desk.t();
    let whose = RwSignal::new(None::<String>);
    let order = RwSignal::new(CoachingOrder::Value);
    let shown = RwSignal::new(PAGE);
    let owners = insights.report_all_time(owners_of_open);
    // An owner whose last open deal is gone cannot be chosen any more.
    let chosen = Memo::new(move |_| {
        let known = |name: &String| {
            owners
                .with(|owners| owners.as_ref().is_some_and(|all| all.iter().any(|(other, _)| other == name)))
        };
        whose.get().filter(known)
    });
    let found = insights.report_all_time(move |census| {
        let (owner, order) = (chosen.get(), order.get());
        // What a stage asks for is no part of a deal.
        desk.structure.track();
        desk.with(|session| coaching(session.workspace(), census, owner.as_deref(), order))
    });
    let name = move |name: &str| if name.is_empty() { t.no_owner().to_owned() } else { name.to_owned() };
    let offers = Signal::derive(move || {
        let owners = owners.get().unwrap_or_default();
        let named = owners.into_iter().map(|(owner, count)| {
            (format!("owner:{owner}"), t.figure_of(&name(&owner), &t.coaching_deals(count)))
        });
        std::iter::once((EVERYBODY.to_owned(), t.coaching_everybody().to_owned()))
            .chain(named)
            .collect::<Vec<_>>()
    });
    let orders = CoachingOrder::ALL.map(|order| (order_key(order).to_owned(), t.coaching_order_word(order)));
    let choose_owner = move |key: String| {
        whose.set(key.strip_prefix("owner:").map(str::to_owned));
        shown.set(PAGE);
        true
    };
    let choose_order = move |key: String| {
        if let Some(chosen) = CoachingOrder::ALL.into_iter().find(|order| order_key(*order) == key) {
            order.set(chosen);
            shown.set(PAGE);
        }
        true
    };
    let count = move || found.with(|found| found.as_ref().map_or(0, Vec::len));
    let title = move || {
        let lacking =
            found.with(|found| found.iter().flatten().filter(|deal| !deal.lacks.is_empty()).count());
        if count() == 0 {
            t.coaching_name().to_owned()
        } else {
            t.coaching_title(lacking as u64, count() as u64)
        }
    };
    let rows = move || {
        let page: Vec<Coached> =
            found.with(|found| found.iter().flatten().take(shown.get()).cloned().collect());
        page.into_iter().map(|deal| view! { <CoachedDeal deal /> }).collect_view()
    };
    let heading = desk.element_id("coaching");
    let label = heading.clone();
    view! {
        <section class="insight coaching" data-chart="coaching" aria-labelledby=label>
            <div class="insight-head"><h2 id=heading>{title}</h2></div>
            <p class="insight-rule">{t.coaching_rule()}</p>
            <div class="insight-tools">
                <Choice
                    name="coaching-owner"
                    label=t.coaching_whose()
                    offers
                    value=Signal::derive(move || chosen.get().map_or(EVERYBODY.to_owned(), |owner| format!("owner:{owner}")))
                    on_choose=choose_owner
                />
                <Choice
                    name="coaching-order"
                    label=t.coaching_order()
                    offers=Signal::stored(orders.to_vec())
                    value=Signal::derive(move || order_key(order.get()).to_owned())
                    on_choose=choose_order
                />
            </div>
            <Show when=move || count() == 0>
                <p class="insight-empty">{t.coaching_empty()}</p>
            </Show>
            <ol class="coached">{rows}</ol>
            <Show when=move || { shown.get() < count() }>
                <button
                    type="button"
                    class="button coached-more"
                    data-action="coaching-more"
                    on:click=move |_| shown.update(|shown| *shown += PAGE * 4)
                >
                    {move || t.coaching_more(&insights.pen().count((count() - shown.get().min(count())) as u64))}
                </button>
            </Show>
        </section>
    }
}

/// A kind of what a deal lacks, with what it is in the team's own words.
#[derive(Debug, Clone, PartialEq)]
struct Wanting {
    key: &'static str,
    head: String,
    items: Vec<String>,
}

/// What a deal lacks, by its kinds.
fn wanting(desk: Desk, workspace: &Workspace, deal: &Deal, lacks: &[Lack]) -> Vec<Wanting> {
    let t = desk.t();
    let stage = workspace.get::<Stage>(workspace.stage_of(deal));
    let mut groups: Vec<Wanting> = Vec::new();
    for lack in lacks {
        let (key, head, item) = match lack {
            Lack::Unqualified(question) => ("no", t.coaching_no().to_owned(), t.deal_question(*question)),
            Lack::Criterion(id) => {
                let name = stage.and_then(|stage| stage.criteria.get(id)).map(|found| found.name.clone());
                ("criteria", t.coaching_criteria().to_owned(), name.unwrap_or_default())
            }
            Lack::Objection(id) => {
                let found = deal.story.objections.get(id);
                let text = found.map(|found| if found.words.is_empty() { &found.kind } else { &found.words });
                let text = text.filter(|text| !text.is_empty()).cloned();
                let text = text.unwrap_or_else(|| t.coaching_objection().to_owned());
                ("objections", t.coaching_objections().to_owned(), text)
            }
            Lack::Task(id) => {
                let name = stage.and_then(|stage| stage.tasks.get(id)).map(|found| found.name.clone());
                ("tasks", t.coaching_tasks().to_owned(), name.unwrap_or_default())
            }
            Lack::Unanswered(question) => {
                ("unanswered", t.coaching_unanswered().to_owned(), t.deal_question(*question))
            }
            Lack::NoStep => ("no-step", t.coaching_no_step().to_owned(), String::new()),
            Lack::Overdue(day) => ("overdue", t.coaching_overdue(&desk.formats().day(*day)), String::new()),
        };
        match groups.last_mut().filter(|last| last.key == key) {
            Some(group) => group.items.push(item),
            None => {
                let items = if item.is_empty() { Vec::new() } else { vec![item] };
                groups.push(Wanting { key, head, items });
            }
        }
    }
    groups
}

#[component]
fn CoachedDeal(deal: Coached) -> impl IntoView {
    let insights = use_insights();
    let desk = insights.desk;
    let t = desk.t();
    let pen = insights.pen();
    let id = deal.deal;
    let stage = desk.with(|session| session.workspace().get::<Stage>(deal.stage).cloned());
    let hue = stage.as_ref().map_or(0, |stage| desk.colour(stage));
    let stage_name = stage.map(|stage| stage.name.clone()).unwrap_or_default();
    let (title, groups) = desk.with(|session| {
        let workspace = session.workspace();
        let found = workspace.get::<Deal>(id);
        let groups = found.map(|found| wanting(desk, workspace, found, &deal.lacks)).unwrap_or_default();
        (found.map(|found| found.title.clone()).unwrap_or_default(), groups)
    });
    let about = t.coaching_about(&deal.owner, &pen.money_fit(deal.value), deal.days);
    let stale = deal.staleness != Staleness::Fresh;
    let about = if stale { format!("{about} · {}", t.coaching_stale()) } else { about };
    let stale = if stale { "coached-about is-stale" } else { "coached-about" };
    let ready = groups.is_empty().then(|| view! { <p class="coached-ready">{t.coaching_ready()}</p> });
    let group = |group: Wanting| {
        let Wanting { key, head, items } = group;
        view! {
            <li class="coached-lack" data-lack=key>
                <b>{head}</b>
                <span dir="auto">{items.join(" · ")}</span>
            </li>
        }
    };
    view! {
        <li class="coached-row" data-coached=id.to_string()>
            <div class="coached-deal">
                <button type="button" class="opens coached-title" data-deal=id.to_string() on:click=move |_| desk.open_deal.set(Some(id))>
                    <span dir="auto">{title}</span>
                </button>
                <span class=format!("coached-stage hue-{hue}") dir="auto">{stage_name}</span>
                <span class=stale dir="auto">{about}</span>
            </div>
            <div class="coached-lacks">
                {ready}
                <ul>{groups.into_iter().map(group).collect_view()}</ul>
            </div>
        </li>
    }
}
