//! The figures, in tabs; all of the population that the bar on top chooses.
//!
//! One [`Census`] is gathered some moments after the last change; each part counts its report from it while it is shown, and makes
//! its drawing, its table and its way to the deals from that same report.

mod compare;
mod drill;
mod findings;
mod forecast;
mod funnel;
mod outcomes;
mod overview;
mod parts;
mod population;
mod printed;
mod team;
mod time;

use std::sync::Arc;

use leptos::prelude::*;

use crate::metrics::{Census, Dated, Figure, Population};
use crate::ui::desk::{Desk, View, use_desk};
use crate::ui::parts::{PrintedHead, Tabs, own_id, panel_id, tab_id};

pub use drill::DrillPanel;
pub use findings::{FindingList, SIGN, Said, map_said, sentence, standing_out};
pub use parts::{Export, Numbers, Opens, Pen, Way};
use population::PopulationBar;

/// A part of the view.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tab {
    /// Findings, key figures, the funnel, the months.
    Overview,
    /// How deals move from stage to stage.
    Funnel,
    /// How long they stay and take.
    Time,
    /// What is to be expected, against the targets.
    Forecast,
    /// Why they are won and lost.
    Outcomes,
    /// What each owner does and needs.
    Team,
    /// Before and now, here and there.
    Compare,
}

impl Tab {
    /// The tabs in order.
    const ALL: [Tab; 7] =
        [Tab::Overview, Tab::Funnel, Tab::Time, Tab::Forecast, Tab::Outcomes, Tab::Team, Tab::Compare];

    fn key(self) -> &'static str {
        match self {
            Tab::Overview => "overview",
            Tab::Funnel => "funnel",
            Tab::Time => "time",
            Tab::Forecast => "forecast",
            Tab::Outcomes => "outcomes",
            Tab::Team => "team",
            Tab::Compare => "compare",
        }
    }
}

/// A figure whose deals are listed, and what it is called.
#[derive(Debug, Clone, PartialEq)]
pub struct Drilled {
    /// The figure.
    pub figure: Figure,
    /// What it is called, such as `Demonstration: 12 deals`.
    pub title: String,
    /// Of whom it is, if not of the deals that the view counts.
    pub population: Option<Population>,
}

/// What parts share that count deals and list them: those of this view, and those of the map of the buyer's journey.
#[derive(Clone, Copy)]
pub struct Insights {
    /// The desk.
    pub desk: Desk,
    /// The deals that are counted; `None` without a pipeline.
    pub census: Memo<Option<Arc<Census>>>,
    /// The same of all time, for what looks forward, has dates of its own or is of what is open now: the period would hide deals.
    pub all_time: Memo<Option<Arc<Census>>>,
    /// The figure whose deals are listed beside.
    pub drilled: RwSignal<Option<Drilled>>,
}

impl Insights {
    /// Counts the deals of a population, some moments after each change. What `population` tracks is followed at once.
    pub fn over(population: impl Fn() -> Option<Population> + Send + Sync + 'static) -> Insights {
        let desk = use_desk();
        let census = Memo::new_with_compare(
            move |_| {
                desk.settled.track();
                Some(Arc::new(desk.census(&population()?)))
            },
            |_, _| true,
        );
        let all_time = Memo::new_with_compare(
            move |_| {
                let census = census.get()?;
                if census.population().period.is_none() {
                    return Some(census);
                }
                Some(Arc::new(desk.census(&census.population().clone().without_period())))
            },
            |_, _| true,
        );
        let drilled = RwSignal::new(None);
        // What is listed of one pipeline says nothing of another.
        Effect::new(move |before: Option<_>| {
            let pipeline = desk.pipeline.get();
            if before.is_some_and(|before| before != pipeline) {
                drilled.set(None);
            }
            pipeline
        });
        Insights { desk, census, all_time, drilled }
    }

    /// A report on the deals that are counted, for as long as the calling component stands. `make` may track further signals.
    pub fn report<T: PartialEq + Send + Sync + 'static>(
        self,
        make: impl Fn(&Census) -> T + Send + Sync + 'static,
    ) -> Memo<Option<T>> {
        Memo::new(move |_| self.census.with(|census| census.as_ref().map(|census| make(census))))
    }

    /// As [`Insights::report`], on the same deals of all time.
    pub fn report_all_time<T: PartialEq + Send + Sync + 'static>(
        self,
        make: impl Fn(&Census) -> T + Send + Sync + 'static,
    ) -> Memo<Option<T>> {
        Memo::new(move |_| self.all_time.with(|census| census.as_ref().map(|census| make(census))))
    }

    /// As [`Insights::report`], on what is counted and on the same deals of all time.
    pub fn report_dated<T: PartialEq + Send + Sync + 'static>(
        self,
        make: impl Fn(Dated<'_>) -> T + Send + Sync + 'static,
    ) -> Memo<Option<T>> {
        Memo::new(move |_| {
            let (counted, all) = (self.census.get()?, self.all_time.get()?);
            Some(make(Dated { counted: &counted, all: &all }))
        })
    }

    /// As [`Insights::own_dates_note`], unless there is something else to say of where the months end.
    pub fn own_dates_note_or(self, else_said: Signal<String>) -> Signal<String> {
        let own = self.own_dates_note();
        Signal::derive(move || {
            Some(else_said.get()).filter(|said| !said.is_empty()).unwrap_or_else(|| own.get())
        })
    }

    /// What a report by months says where a period is chosen; empty where none is.
    pub fn own_dates_note(self) -> Signal<String> {
        let has_period = Memo::new(move |_| {
            self.census
                .with(|census| census.as_ref().is_some_and(|census| census.population().period.is_some()))
        });
        let t = self.desk.t();
        Signal::derive(
            move || if has_period.get() { t.insights_own_dates().to_owned() } else { String::new() },
        )
    }

    /// Writes numbers in the currency of what is counted. Follows it.
    pub fn pen(self) -> Pen {
        let currency = self.census.with(|census| census.as_ref().map(|census| census.currency()));
        Pen::new(self.desk, currency.unwrap_or(crate::model::Currency::EUR))
    }

    /// Lists the deals of a figure beside the view.
    pub fn open(self, figure: Figure, title: String) {
        self.open_of(None, figure, title);
    }

    /// As [`Insights::open`], of another population than the one that the view counts.
    pub fn open_of(self, population: Option<Population>, figure: Figure, title: String) {
        self.drilled.set(Some(Drilled { figure, title, population }));
    }
}

/// The tab that is shown, which this browser keeps.
fn kept_tab(desk: Desk) -> RwSignal<Tab> {
    let kept = desk.prefs.get::<String>("insights-tab");
    let tab = Tab::ALL.into_iter().find(|tab| Some(tab.key()) == kept.as_deref()).unwrap_or(Tab::Overview);
    let asked = desk.compare.with_untracked(|compare| compare.asked);
    if asked {
        desk.compare.update_untracked(|compare| compare.asked = false);
    }
    let tab = RwSignal::new(if asked { Tab::Compare } else { tab });
    Effect::new(move |_| {
        desk.prefs.set("insights-tab", tab.get().key());
    });
    tab
}

/// What the calling part shares with the others.
pub fn use_insights() -> Insights {
    expect_context::<Insights>()
}

/// The view of the figures.
#[component]
pub fn InsightsView() -> impl IntoView {
    let desk = use_desk();
    let insights = Insights::over(move || {
        desk.structure.track();
        desk.chosen_population()
    });
    provide_context(insights);
    let chosen = kept_tab(desk);
    let t = desk.t();
    let names = Tab::ALL.map(|tab| {
        let name = match tab {
            Tab::Overview => t.insights_overview(),
            Tab::Funnel => t.funnel(),
            Tab::Time => t.insights_time(),
            Tab::Forecast => t.insights_forecast(),
            Tab::Outcomes => t.insights_outcomes(),
            Tab::Team => t.insights_team(),
            Tab::Compare => t.insights_compare(),
        };
        (tab.key(), name.to_owned())
    });
    let has_deals = Memo::new(move |_| {
        insights.census.with(|census| {
            census.as_ref().is_some_and(|census| !census.is_empty() || !census.outside().is_empty())
        })
    });
    let nobody = Memo::new(move |_| {
        insights.census.with(|census| census.as_ref().is_some_and(|census| census.is_empty()))
    });
    let printed = names.clone();
    let printed = Signal::derive(move || {
        let key = chosen.get().key();
        printed.iter().find(|(own, _)| *own == key).map(|(_, name)| name.clone()).unwrap_or_default()
    });
    let id = own_id("insights");
    let (tabs, panel, by) = (id.clone(), panel_id(&id), id.clone());
    let show = move |key: &'static str| {
        if let Some(tab) = Tab::ALL.into_iter().find(|tab| tab.key() == key) {
            chosen.set(tab);
        }
    };
    view! {
        <section class="insights" data-view="insights" aria-label=t.insights()>
            <div class="insights-main">
                <div class="insights-body">
                    <PrintedHead view=printed about=Callback::new(move |()| printed::filters(desk)) />
                    <Show
                        when=move || has_deals.get()
                        fallback=move || {
                            view! {
                                <div class="insights-hint">
                                    <p>{t.insights_empty()}</p>
                                    <button type="button" class="button" on:click=move |_| desk.view.set(View::Board)>
                                        {t.insights_go()}
                                    </button>
                                </div>
                            }
                        }
                    >
                        <PopulationBar />
                    </Show>
                    <Tabs
                        id=tabs
                        label=t.insights()
                        tabs=Signal::stored(names.to_vec())
                        chosen=Signal::derive(move || chosen.get().key())
                        on_choose=show
                    />
                    <Show when=move || has_deals.get() && nobody.get()>
                        <div class="insights-hint">
                            <p>{t.population_nobody()}</p>
                            <button
                                type="button"
                                class="button"
                                on:click=move |_| desk.population.set(Default::default())
                            >
                                {t.population_all()}
                            </button>
                        </div>
                    </Show>
                    <div
                        class="insights-panel"
                        role="tabpanel"
                        id=panel
                        aria-labelledby=move || tab_id(&by, chosen.get().key())
                    >
                        {move || match chosen.get() {
                            Tab::Overview => view! { <overview::OverviewTab /> }.into_any(),
                            Tab::Funnel => view! { <funnel::FunnelTab /> }.into_any(),
                            Tab::Time => view! { <time::TimeTab /> }.into_any(),
                            Tab::Forecast => view! { <forecast::ForecastTab /> }.into_any(),
                            Tab::Outcomes => view! { <outcomes::OutcomesTab /> }.into_any(),
                            Tab::Team => view! { <team::TeamTab /> }.into_any(),
                            Tab::Compare => view! { <compare::CompareTab /> }.into_any(),
                        }}
                    </div>
                </div>
            </div>
            {move || insights.drilled.get().map(|drilled| view! { <DrillPanel drilled /> })}
        </section>
    }
}
