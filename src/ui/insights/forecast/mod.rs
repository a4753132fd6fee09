//! What is to be expected, against what is to be reached.

mod columns;
mod play;
mod slips;
mod targets;

use leptos::prelude::*;

use crate::metrics::{Forecast, Pace, forecast};
use crate::model::{Goals, Pipeline, Term};

use super::parts::Pen;
use super::{Insights, use_insights};

use columns::ForecastColumns;
use play::Played;
use slips::SlipsCard;
use targets::TargetsCard;

/// What the cards of the tab share.
#[derive(Clone, Copy)]
struct Ahead {
    insights: Insights,
    /// Months or quarters.
    pace: RwSignal<Pace>,
    /// The term that targets and simulation are of.
    term: Memo<Option<Term>>,
    /// The one that was chosen, if not the present one.
    chosen: RwSignal<Option<Term>>,
    goals: Memo<Goals>,
    report: Memo<Option<Forecast>>,
}

impl Ahead {
    fn new() -> Ahead {
        let insights = use_insights();
        let desk = insights.desk;
        let pace = RwSignal::new(desk.prefs.get::<Pace>("forecast-pace").unwrap_or_default());
        Effect::new(move |_| {
            desk.prefs.set("forecast-pace", pace.get());
        });
        let chosen = RwSignal::new(None);
        let goals = Memo::new(move |_| {
            desk.current_pipeline()
                .map(|pipeline: std::sync::Arc<Pipeline>| pipeline.goals.clone())
                .unwrap_or_default()
        });
        let report =
            insights.report_all_time(move |census| goals.with(|goals| forecast(census, goals, pace.get())));
        let term = Memo::new(move |_| {
            report.with(|report| {
                let report = report.as_ref()?;
                let there = |term: &Term| report.terms.iter().any(|row| row.term == *term);
                chosen.get().filter(there).or_else(|| report.now().map(|row| row.term))
            })
        });
        Ahead { insights, pace, term, chosen, goals, report }
    }

    /// The term's name, such as `Nov 2026`; empty while there is none.
    fn term_name(self) -> String {
        let pen = self.insights.pen();
        self.term.get().map(|term| name(&pen, term)).unwrap_or_default()
    }
}

/// A term's name in full.
fn name(pen: &Pen, term: Term) -> String {
    match term {
        Term::Month(month) => pen.formats.month(month),
        Term::Quarter(_, quarter) => {
            let year = term.months().first().map(|month| pen.formats.year(*month)).unwrap_or_default();
            pen.t.forecast_quarter(&pen.count(u64::from(quarter)), &year)
        }
    }
}

/// The tab.
#[component]
pub fn ForecastTab() -> impl IntoView {
    let ahead = Ahead::new();
    view! {
        <ForecastColumns ahead />
        <TargetsCard ahead />
        <div class="insights-pair">
            <Played ahead />
            <SlipsCard ahead />
        </div>
    }
}
