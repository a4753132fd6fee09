//! The deals behind a figure: those that it counts, and those that it leaves out with the reason, beside the view.

use leptos::html::Aside;
use leptos::prelude::*;

use super::{Drilled, use_insights};
use crate::browser::page;
use crate::metrics::{Census, Drill, Left, drill};
use crate::model::{Deal, DealId, Stage};
use crate::ui::parts::{Icon, Sign, own_id};

/// How many deals of a kind are listed at once: as many as somebody looks through.
const MOST: usize = 100;

/// The panel.
#[component]
pub fn DrillPanel(drilled: Drilled) -> impl IntoView {
    let insights = use_insights();
    let desk = insights.desk;
    let t = desk.t();
    let Drilled { figure, title, population } = drilled;
    let all_time = figure.is_of_all_time() && population.is_none();
    let look = move |census: &Census| match &population {
        Some(others) => drill(&desk.census(others), &figure),
        None => drill(census, &figure),
    };
    let found = if all_time { insights.report_all_time(look) } else { insights.report(look) };
    let counted =
        move || found.with(|found| found.as_ref().map(|found| found.counted.clone()).unwrap_or_default());
    let left = move || found.with(|found| found.as_ref().map(by_reason).unwrap_or_default());
    let count = move || {
        let pen = insights.pen();
        found
            .with(|found| found.as_ref().map(|found| t.drill_counted(&pen.deals(found.counted.len() as u64))))
    };
    let node = NodeRef::<Aside>::new();
    Effect::new(move |_| {
        if let Some(panel) = node.get() {
            page::focus(&panel);
        }
    });
    // Who opened it by keyboard goes on from the number that they came from.
    let before = StoredValue::new_local(page::focused());
    let close = move || {
        if let Some(number) = before.get_value() {
            page::focus(&number);
        }
        insights.drilled.set(None);
    };
    let heading = own_id("drill");
    let label = heading.clone();
    view! {
        <aside
            class="drill"
            data-drill
            aria-labelledby=label
            tabindex="-1"
            node_ref=node
            on:keydown=move |event| {
                if event.key() == "Escape" {
                    event.stop_propagation();
                    close();
                }
            }
        >
            <div class="drill-head">
                <h2 id=heading dir="auto">{title}</h2>
                <button type="button" class="icon-button" aria-label=t.close() on:click=move |_| close()>
                    <Icon sign=Sign::Close />
                </button>
            </div>
            <section class="drill-part" data-drill-part="counted">
                <h3>{count}</h3>
                {move || view! { <Deals deals=counted() /> }}
            </section>
            {move || {
                left()
                    .into_iter()
                    .map(|(why, deals)| {
                        let pen = insights.pen();
                        let head = t.drill_left(&pen.deals(deals.len() as u64), &t.left_because(why));
                        view! {
                            <details class="drill-part" data-drill-part=format!("{why:?}")>
                                <summary>{head}</summary>
                                <Deals deals />
                            </details>
                        }
                    })
                    .collect_view()
            }}
        </aside>
    }
}

/// The deals that are left out, by the reason.
fn by_reason(drill: &Drill) -> Vec<(Left, Vec<DealId>)> {
    let mut groups: Vec<(Left, Vec<DealId>)> = Vec::new();
    for (id, why) in &drill.left {
        match groups.last_mut().filter(|(last, _)| last == why) {
            Some((_, deals)) => deals.push(*id),
            None => groups.push((*why, vec![*id])),
        }
    }
    groups
}

/// Deals as buttons that open them; as many at once as can be looked through.
#[component]
fn Deals(deals: Vec<DealId>) -> impl IntoView {
    let insights = use_insights();
    let desk = insights.desk;
    let t = desk.t();
    let shown = RwSignal::new(MOST);
    let all = deals.len();
    let deals = StoredValue::new(deals);
    let rows = move || {
        let pen = insights.pen();
        let some: Vec<DealId> = deals.with_value(|deals| deals.iter().take(shown.get()).copied().collect());
        let row = |id: DealId| {
            let (title, about) = desk.with(|session| {
                let workspace = session.workspace();
                let deal = workspace.get::<Deal>(id)?;
                let stage = workspace.get::<Stage>(workspace.stage_of(deal)).map(|stage| stage.name.clone());
                let about = [stage.unwrap_or_default(), deal.owner.clone(), pen.money(deal.value)];
                let about: Vec<String> = about.into_iter().filter(|text| !text.is_empty()).collect();
                Some((deal.title.clone(), about.join(" · ")))
            })?;
            let open = move |_| desk.open_deal.set(Some(id));
            Some(view! {
                <li>
                    <button type="button" class="drill-deal" data-deal=id.to_string() on:click=open>
                        <span class="drill-title" dir="auto">{title}</span>
                        <span class="drill-about" dir="auto">{about}</span>
                    </button>
                </li>
            })
        };
        some.into_iter().filter_map(row).collect_view()
    };
    view! {
        <ul class="drill-deals">{rows}</ul>
        <Show when=move || { shown.get() < all }>
            <button type="button" class="button drill-more" on:click=move |_| shown.update(|shown| *shown += MOST)>
                {move || {
                    let rest = all - shown.get().min(all);
                    t.drill_more(rest as u64)
                }}
            </button>
        </Show>
    }
}
