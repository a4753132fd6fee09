//! How long deals stay and take: the time in each stage and how it spreads, the cycle by owner, and whether it is shortening.

mod owners;
mod spread;
mod stages;
mod trend;

use leptos::prelude::*;

use super::use_insights;
use crate::metrics::{Span, StageTime, stage_time};
use crate::model::StageId;

use owners::CycleByOwner;
use spread::Spread;
use stages::StageTimes;
use trend::CycleOverTime;

/// From how many times on it is said what they come to.
const FEW: u64 = 3;

/// What the cards share: which time is meant, and the stage whose times are shown one by one.
#[derive(Clone, Copy)]
struct Times {
    span: RwSignal<Span>,
    chosen: RwSignal<Option<StageId>>,
    stages: Memo<Option<Vec<StageTime>>>,
}

impl Times {
    /// The stage that was chosen; at first the one in which deals stay longest.
    fn stage(self) -> Option<StageId> {
        let chosen = self.chosen.get();
        let span = self.span.get();
        self.stages.with(|stages| {
            let stages = stages.as_ref()?;
            let there = chosen.filter(|chosen| stages.iter().any(|times| times.stage == *chosen));
            there
                .or_else(|| longest(stages, span).map(|times| times.stage))
                .or_else(|| Some(stages.first()?.stage))
        })
    }
}

/// The stage in which deals stay longest, of those that enough have left.
fn longest(stages: &[StageTime], span: Span) -> Option<&StageTime> {
    let known = stages.iter().filter(|times| times.over(span).0.count >= FEW);
    let median = |times: &&StageTime| times.over(span).0.median.unwrap_or(0.0);
    known.filter(|times| median(times) > 0.0).max_by(|a, b| median(a).total_cmp(&median(b)))
}

/// The tab.
#[component]
pub fn TimeTab() -> impl IntoView {
    let insights = use_insights();
    let times = Times {
        span: RwSignal::new(Span::Visit),
        chosen: RwSignal::new(None),
        stages: insights.report(stage_time),
    };
    let any = Memo::new(move |_| {
        insights.census.with(|census| census.as_ref().is_some_and(|census| !census.is_empty()))
    });
    view! {
        <Show when=move || any.get()>
            <StageTimes times />
            <Spread times />
            <div class="insights-pair">
                <CycleByOwner />
                <CycleOverTime />
            </div>
        </Show>
    }
}

/// A choice of two or more, all in sight.
#[component]
fn Switch<T: Copy + PartialEq + Send + Sync + 'static>(
    /// What is chosen.
    #[prop(into)]
    label: String,
    /// What there is: value, key for scripts, name.
    offers: Vec<(T, &'static str, &'static str)>,
    /// The choice.
    value: RwSignal<T>,
) -> impl IntoView {
    let offer = move |(own, key, name): (T, &'static str, &'static str)| {
        view! {
            <button
                type="button"
                class="segment"
                data-choice=key
                aria-pressed=move || (value.get() == own).to_string()
                on:click=move |_| value.set(own)
            >
                {name}
            </button>
        }
    };
    view! {
        <div class="segments" role="group" aria-label=label>
            {offers.into_iter().map(offer).collect_view()}
        </div>
    }
}
