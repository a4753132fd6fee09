//! What the page says unasked, as calm cards: the sentence, what it rests on, its deals, and a way to put it away.

mod words;

use leptos::prelude::*;

use super::use_insights;
use crate::exchange::Deed;
use crate::metrics::{Figure, Finding, findings};
use crate::model::{Command, Pipeline, PipelineEdit, Stage};
use crate::ui::desk::Desk;
use crate::ui::parts::{Icon, Sign};

use words::evidence;
pub use words::sentence;

/// The sign of every finding.
pub const SIGN: Sign = Sign::Warning;

/// The findings that were not dismissed, and those that were.
type Parted = (Vec<Finding>, Vec<Finding>);

/// The findings of the population.
#[component]
pub fn Findings() -> impl IntoView {
    let insights = use_insights();
    let desk = insights.desk;
    let t = desk.t();
    let found = insights.report(|census| (!census.is_empty()).then(|| findings(census)));
    let parted = Memo::new(move |_| -> Option<Parted> {
        let dismissed =
            desk.current_pipeline().map(|pipeline| pipeline.dismissed.clone()).unwrap_or_default();
        let found = found.get().flatten()?;
        Some(found.into_iter().partition(|finding| !finding.is_dismissed(&dismissed)))
    });
    let with_dismissed = RwSignal::new(false);
    let cards = move |all: Vec<Finding>, away: bool| {
        let card = |finding: Finding| view! { <Card finding away /> };
        (!all.is_empty()).then(|| {
            view! { <ul class="finding-list">{all.into_iter().map(card).collect_view()}</ul> }
        })
    };
    let body = move || {
        // The names of stages stand in it.
        desk.structure.track();
        let (shown, away) = parted.get()?;
        let nothing = shown.is_empty() && away.is_empty();
        let count = away.len() as u64;
        let open = with_dismissed.get();
        let text = if open {
            t.finding_hide().to_owned()
        } else {
            t.finding_dismissed(count, &desk.formats().count(count))
        };
        Some(view! {
            <section class="findings" data-part="findings" aria-label=t.finding_title()>
                <h2>{t.finding_title()}</h2>
                {nothing.then(|| view! { <p class="finding-none">{t.finding_none()}</p> })}
                {cards(shown, false)}
                {(count > 0)
                    .then(|| {
                        view! {
                            <button
                                type="button"
                                class="link-button finding-away"
                                data-action="show-dismissed"
                                aria-expanded=open.to_string()
                                on:click=move |_| with_dismissed.update(|shown| *shown = !*shown)
                            >
                                {text}
                            </button>
                        }
                    })}
                {open.then(|| cards(away, true))}
            </section>
        })
    };
    view! { {body} }
}

/// Stores that a finding was put away in its state, or brings it back.
fn dismiss(desk: Desk, finding: &Finding, away: bool) -> bool {
    let Some(pipeline) = desk.pipeline.get_untracked() else { return false };
    let edit = PipelineEdit::Dismiss { finding: finding.trouble.key(), state: away.then(|| finding.state()) };
    desk.dispatch(Command::EditPipeline { pipeline, edit }, Deed::DismissFinding)
}

#[component]
fn Card(finding: Finding, away: bool) -> impl IntoView {
    let insights = use_insights();
    let desk = insights.desk;
    let t = desk.t();
    let count = finding.deals.count;
    let said = sentence(desk, &finding);
    let show = t.finding_show(count, &desk.formats().count(count));
    let kind = t.finding_kind(finding.trouble);
    let hue = finding.trouble.stage().and_then(|stage| {
        let stage = desk.with(|session| session.workspace().get::<Stage>(stage).cloned())?;
        Some(desk.colour(&stage))
    });
    let class = hue.map_or_else(|| "finding".to_owned(), |hue| format!("finding hue-{hue}"));
    let facts: Vec<_> = evidence(desk, &finding).into_iter().map(|fact| view! { <li>{fact}</li> }).collect();
    let (trouble, title) = (finding.trouble, said.clone());
    let (label, put) =
        (t.finding_show_of(&show, &said), if away { t.finding_restore() } else { t.finding_dismiss() });
    let put_label = t.finding_show_of(put, &said);
    let turn = move |_| {
        if dismiss(desk, &finding, !away) && !away {
            desk.notify_undo(t.finding_put_away().to_owned());
        }
    };
    view! {
        <li class=class data-finding=trouble.kind() data-key=trouble.key() data-value=count.to_string()>
            <p class="finding-kind">
                <Icon sign=SIGN />
                {kind}
            </p>
            <p class="finding-said">{said.clone()}</p>
            <ul class="finding-facts">{facts}</ul>
            <p class="finding-ways">
                <button
                    type="button"
                    class="button"
                    data-action="show-deals"
                    aria-label=label
                    on:click=move |_| insights.open(Figure::Finding(trouble), title.clone())
                >
                    {show.clone()}
                </button>
                <button
                    type="button"
                    class="link-button"
                    data-action=if away { "bring-back" } else { "dismiss" }
                    aria-label=put_label
                    on:click=turn
                >
                    {put}
                </button>
            </p>
        </li>
    }
}

/// The findings of the pipeline that is shown, the dismissed ones not among them. Follows both.
pub fn standing_out(desk: Desk) -> Vec<Finding> {
    let dismissed =
        desk.current_pipeline().map(|pipeline: std::sync::Arc<Pipeline>| pipeline.dismissed.clone());
    let dismissed = dismissed.unwrap_or_default();
    desk.findings
        .with(|found| found.iter().filter(|finding| !finding.is_dismissed(&dismissed)).cloned().collect())
}
