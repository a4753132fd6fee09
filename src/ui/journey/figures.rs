//! The live figures of a phase: its open deals, how many get through, how long they stay, which are at risk, what is lost and why.
//! Each number leads to its deals.

use leptos::prelude::*;

use crate::metrics::{Figure, JourneyFigure, PhaseFigures};
use crate::model::PhaseId;
use crate::ui::insights::{Opens, Pen};

use super::state::use_map;

/// How many reasons and kinds of objections are told.
const MOST: usize = 3;

/// The cell of a phase.
#[component]
pub fn PhaseDeals(
    /// Whose.
    id: PhaseId,
) -> impl IntoView {
    let map = use_map();
    let (name, colspan) = (map.name(id), map.colspan(id));
    let figures =
        Memo::new(move |_| map.figures.with(|all| all.iter().find(|found| found.phase == id).cloned()));
    // Follows each change of the process: the figures are drawn anew only if it is another.
    let currency = Memo::new(move |_| map.desk.currency());
    let shown = move || {
        let found = figures.get()?;
        let pen = Pen::new(map.desk, currency.get());
        let phase = name.get();
        Some(view! {
            {standing(&pen, &phase, &found)}
            {more(&pen, &phase, &found)}
            {why(&pen, &phase, &found)}
        })
    };
    view! {
        <td class="map-cell phase-deals" colspan=move || colspan.get() data-phase=id.to_string()>
            {shown}
        </td>
    }
}

fn raw(figure: Option<f64>) -> String {
    figure.map(|figure| figure.to_string()).unwrap_or_default()
}

/// What stands in the phase, and how many get through.
fn standing(pen: &Pen, phase: &str, found: &PhaseFigures) -> impl IntoView + use<> {
    let t = pen.t;
    let open = Figure::Journey(JourneyFigure::Open(found.phase));
    let (opened, valued) = (open.clone(), open.clone());
    let share = found.conversion.value();
    let percent = share.map_or_else(|| pen.none(), |share| pen.formats.percent_whole(share));
    let sample = share.map(|_| t.through_of(found.conversion.part, found.conversion.of));
    let width = format!("{}%", share.unwrap_or(0.0) * 100.0);
    let (of_open, of_value) = (t.figure_of(phase, t.mapfig_open()), t.figure_of(phase, t.mapfig_value()));
    let of_through = t.figure_of(phase, t.mapfig_through());
    let weighted = of_value.clone();
    view! {
        <dl class="phase-figures" class:is-bare=found.stages.is_empty()>
            <div>
                <dt>{t.phase_open()}</dt>
                <dd>
                    <Opens
                        figure=open
                        title=of_open
                        text=pen.count(found.open.count)
                        metric="phase-open"
                        value=Some(found.open.count.to_string())
                    />
                </dd>
            </div>
            <div>
                <dt>{t.phase_value()}</dt>
                <dd>
                    <Opens
                        figure=opened
                        title=of_value
                        text=pen.money_short(found.open.value)
                        metric="phase-value"
                        value=Some(found.open.value.to_string())
                    />
                </dd>
            </div>
            <div>
                <dt>{t.phase_weighted()}</dt>
                <dd>
                    <Opens
                        figure=valued
                        title=weighted
                        text=pen.money_short(found.weighted)
                        metric="phase-weighted"
                        value=Some(found.weighted.to_string())
                    />
                </dd>
            </div>
            <div class="phase-through" title=sample>
                <dt>{t.phase_through()}</dt>
                <dd>
                    <Opens
                        figure=Figure::Journey(JourneyFigure::Through(found.phase))
                        title=of_through
                        text=percent
                        metric="phase-conversion"
                        value=Some(raw(share))
                    />
                </dd>
                <span class="phase-gauge" aria-hidden="true"><span style:inline-size=width></span></span>
            </div>
        </dl>
    }
}

/// How long deals stay, which are at risk, and what is lost. Nothing for a phase where no deal ever was.
fn more(pen: &Pen, phase: &str, found: &PhaseFigures) -> impl IntoView + use<> {
    let t = pen.t;
    let (time, risk, lost) = (t.mapfig_time(), t.mapfig_risk(), t.mapfig_lost());
    let rule = (found.time.count > 0).then(|| {
        t.mapfig_time_rule(found.time.count, &pen.count(found.time.count), &pen.days(found.time.p85))
    });
    let share = found.lost_share().value().filter(|_| found.lost.count > 0);
    let share = share.map(|share| t.mapfig_share(&pen.formats.percent_whole(share)));
    let worth = |tally: crate::metrics::Tally| {
        (tally.value > 0).then(|| view! { <span class="phase-beside">{pen.money_short(tally.value)}</span> })
    };
    (found.conversion.of > 0).then(|| {
        view! {
            <dl class="phase-more">
                <div title=rule>
                    <dt>{time}</dt>
                    <dd>
                        <Opens
                            figure=Figure::Journey(JourneyFigure::Over(found.phase))
                            title=t.figure_of(phase, time)
                            text=pen.days(found.time.median)
                            metric="phase-time"
                            value=Some(raw(found.time.median))
                        />
                    </dd>
                </div>
                <div class:is-risk=found.at_risk.count.gt(&0) title=t.mapfig_risk_rule()>
                    <dt>{risk}</dt>
                    <dd>
                        <Opens
                            figure=Figure::Journey(JourneyFigure::AtRisk(found.phase))
                            title=t.figure_of(phase, risk)
                            text=pen.count(found.at_risk.count)
                            metric="phase-at-risk"
                            value=Some(found.at_risk.count.to_string())
                        />
                        {worth(found.at_risk)}
                    </dd>
                </div>
                <div title=share>
                    <dt>{lost}</dt>
                    <dd>
                        <Opens
                            figure=Figure::Journey(JourneyFigure::Lost { phase: found.phase, reason: None })
                            title=t.figure_of(phase, lost)
                            text=pen.count(found.lost.count)
                            metric="phase-lost"
                            value=Some(found.lost.count.to_string())
                        />
                        {worth(found.lost)}
                    </dd>
                </div>
            </dl>
        }
    })
}

/// The reasons for which deals are lost from the phase, and the objections that are raised in it.
fn why(pen: &Pen, phase: &str, found: &PhaseFigures) -> impl IntoView + use<> {
    let t = pen.t;
    let id = found.phase;
    let reasons = found.reasons.iter().take(MOST).map(|row| {
        let name = if row.reason.is_empty() { t.finding_no_reason() } else { &row.reason };
        let figure = JourneyFigure::Lost { phase: id, reason: Some(row.reason.clone()) };
        let title = t.figure_of(phase, &t.mapfig_lost_for(name));
        let text = t.mapfig_counted(name, &pen.count(row.lost.count));
        (figure, title, text, row.lost.count)
    });
    let objections = found.objections.iter().take(MOST).map(|row| {
        let name = if row.kind.is_empty() { t.mapfig_no_kind() } else { &row.kind };
        let figure = JourneyFigure::Objected { phase: id, kind: row.kind.clone(), open: None };
        let title = t.figure_of(phase, &t.mapfig_objected(name));
        let count = pen.count(row.deals.count);
        let text = match row.open {
            0 => t.mapfig_counted(name, &count),
            open => t.mapfig_objection(name, &count, &pen.count(open)),
        };
        (figure, title, text, row.deals.count)
    });
    let line = |head: &'static str, rule: Option<&'static str>, metric: &'static str, rows: Vec<_>| {
        let chips =
            rows.into_iter().map(|(figure, title, text, count): (JourneyFigure, String, String, u64)| {
                let figure = Figure::Journey(figure);
                view! { <li><Opens figure title text metric value=Some(count.to_string()) /></li> }
            });
        let chips: Vec<_> = chips.collect();
        (!chips.is_empty()).then(|| {
            view! {
                <div class="phase-why" title=rule>
                    <span class="phase-why-head">{head}</span>
                    <ul class="phase-why-list">{chips}</ul>
                </div>
            }
        })
    };
    view! {
        {line(t.mapfig_reasons(), None, "phase-reason", reasons.collect())}
        {line(t.mapfig_objections(), Some(t.mapfig_objections_rule()), "phase-objection", objections.collect())}
    }
}
