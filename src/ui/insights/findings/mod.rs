//! What the page says unasked, as calm cards: the sentence, what it rests on, its deals, and a way to put it away.

mod list;
mod map;
mod words;

use leptos::prelude::*;

use super::use_insights;
use crate::exchange::document::digest;
use crate::metrics::{Basis, Choice, Figure, Finding, Stretch, Trouble, dated_findings};
use crate::model::{Pipeline, Stage};
use crate::ui::desk::Desk;
use crate::ui::parts::Sign;

pub use list::{FindingList, Said};
pub use map::{OnTheMap, map_said};
use words::evidence;
pub use words::sentence;

/// The sign of every finding.
pub const SIGN: Sign = Sign::Warning;

/// The findings of the population.
#[component]
pub fn Findings() -> impl IntoView {
    let insights = use_insights();
    let desk = insights.desk;
    let t = desk.t();
    let found = insights.report_dated(|dated| (!dated.all.is_empty()).then(|| dated_findings(dated)));
    let with_dismissed = RwSignal::new(false);
    let body = move || {
        // The names of stages stand in it.
        desk.structure.track();
        let all: Vec<Said> = found.get().flatten()?.iter().map(|finding| said(desk, finding)).collect();
        let nothing = all.is_empty();
        Some(view! {
            <section class="findings" data-part="findings" aria-label=t.finding_title()>
                <h2>{t.finding_title()}</h2>
                {nothing.then(|| view! { <p class="finding-none">{t.finding_none()}</p> })}
                <FindingList all with_dismissed />
            </section>
        })
    };
    view! { {body} }
}

fn said(desk: Desk, finding: &Finding) -> Said {
    let hue = finding.trouble.stage().and_then(|stage| {
        let stage = desk.with(|session| session.workspace().get::<Stage>(stage).cloned())?;
        Some(desk.colour(&stage))
    });
    Said {
        kind: finding.trouble.kind(),
        key: key(desk, finding.trouble),
        state: finding.state(),
        word: desk.t().finding_kind(finding.trouble),
        sentence: sentence(desk, finding),
        facts: evidence(desk, finding),
        deals: finding.deals.count,
        figure: Figure::Finding(finding.trouble),
        hue,
        next: None,
    }
}

/// The name of a finding among those that were dismissed. What is open is so whatever the period.
fn key(desk: Desk, trouble: Trouble) -> String {
    let choice = desk.chosen();
    let choice = if trouble.is_of_open() { Choice { stretch: Stretch::Always, ..choice } } else { choice };
    keyed(choice, trouble.key())
}

/// A name among those that were dismissed, of some of the deals another than of all: who puts the one away has not seen the other.
fn keyed(choice: Choice, key: String) -> String {
    let choice =
        if choice.stretch == Stretch::Always { Choice { basis: Basis::default(), ..choice } } else { choice };
    let some = (!choice.is_all()).then(|| serde_json::to_string(&choice).ok()).flatten();
    some.map_or_else(|| key.clone(), |some| format!("{key}-{:x}", digest(&some)))
}

/// The findings of the pipeline that is shown, the dismissed ones not among them. Follows both.
pub fn standing_out(desk: Desk) -> Vec<Finding> {
    let dismissed =
        desk.current_pipeline().map(|pipeline: std::sync::Arc<Pipeline>| pipeline.dismissed.clone());
    let dismissed = dismissed.unwrap_or_default();
    desk.findings
        .with(|found| found.iter().filter(|finding| !finding.is_dismissed(&dismissed)).cloned().collect())
}
