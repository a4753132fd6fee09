//! Each stage's chance as it is set, beside what the past says.

use leptos::prelude::*;

use crate::chart::{Fill, Part, Row, RowChart, Table, Words};
use crate::exchange::Deed;
use crate::metrics::{Census, ChanceFigure, Figure, FunnelFigure, Ladder, StageChance, chances, wilson};
use crate::model::{Command, StageEdit, StageId};
use crate::ui::desk::Desk;

use super::super::parts::{ChartCard, Drawing, Opens, Pen, Way};
use super::super::use_insights;

#[derive(Debug, Clone, PartialEq)]
struct Report {
    chances: Vec<StageChance>,
    ladder: Ladder,
}

impl Report {
    fn of(census: &Census) -> Report {
        Report { chances: chances(census), ladder: census.ladder().clone() }
    }

    fn chance(&self, stage: StageId) -> Option<&StageChance> {
        self.chances.iter().find(|chance| chance.stage == stage)
    }

    fn name(&self, stage: StageId) -> String {
        let place = self.ladder.stage(stage).and_then(|at| self.ladder.place(at));
        place.map(|place| place.name.clone()).unwrap_or_default()
    }

    fn hue(&self, stage: StageId) -> u8 {
        self.ladder.stage(stage).and_then(|at| self.ladder.place(at)).map_or(0, |place| place.hue)
    }
}

/// What differs from what would be set.
fn change(chance: &StageChance) -> Option<Command> {
    let percent = chance.suggested().filter(|percent| *percent != chance.configured)?;
    Some(Command::EditStage { stage: chance.stage, edit: StageEdit::Chance(percent) })
}

/// The card.
#[component]
pub fn Chances() -> impl IntoView {
    let insights = use_insights();
    let desk = insights.desk;
    let t = desk.t();
    let report = insights.report(Report::of);
    let title = Signal::derive(move || {
        report.with(|report| report.as_ref().map(|report| finding(desk, report)).unwrap_or_default())
    });
    let note = Signal::derive(move || {
        desk.structure.track();
        let weighs = desk
            .pipeline
            .get()
            .is_some_and(|pipeline| desk.with(|session| session.workspace().weighs_criteria(pipeline)));
        if weighs { t.funnel_chances_weighed().to_owned() } else { String::new() }
    });
    let table =
        Signal::derive(move || report.with(|report| report.as_ref().map(|report| table(desk, report))));
    let way = Way::new(move |(row, column): (usize, usize)| {
        report.with(|report| {
            let stage = report.as_ref()?.chances.get(row)?.stage;
            // What is set is of no deals.
            (column > 1)
                .then_some(Figure::Funnel(FunnelFigure::Chance(ChanceFigure { stage, won: column == 4 })))
        })
    });
    let draw = move |drawing: Drawing| {
        report.with(|report| {
            let chart = chart(desk, report.as_ref()?, title.get());
            Some(chart.svg(drawing.width, drawing.rtl, &drawing.prefix))
        })
    };
    let changes = move || {
        report.with(|report| {
            let chances = report.as_ref().map(|report| report.chances.iter().filter_map(change).collect());
            chances.unwrap_or_else(Vec::new)
        })
    };
    let some = Memo::new(move |_| changes().len() > 1);
    let tools = move || {
        view! {
            <Show when=move || some.get()>
                <button
                    type="button"
                    class="button"
                    data-action="use-chances"
                    on:click=move |_| {
                        desk.dispatch(Command::Batch(untrack(changes)), Deed::SetChances);
                    }
                >
                    {t.funnel_chance_all()}
                </button>
            </Show>
        }
    };
    // The rows stay while their numbers change: the focus stays on the button that was pressed.
    let stages = Memo::new(move |_| {
        report.with(|report| {
            let chances = report.as_ref().map(|report| report.chances.as_slice()).unwrap_or_default();
            chances.iter().map(|chance| chance.stage).collect::<Vec<_>>()
        })
    });
    let heads = [
        ("chance-name", t.head_stage()),
        ("chance-past", t.funnel_chance_past()),
        ("chance-of", t.funnel_chance_won()),
        ("chance-set", t.funnel_chance_set()),
        ("chance-use", ""),
    ];
    view! {
        <ChartCard
            key="chances"
            name=t.funnel_chances().to_owned()
            title=title
            rule=t.funnel_chances_rule().to_owned()
            note=note
            draw=Callback::new(draw)
            table=table
            way=way
            tools=tools
        >
            <div class="chance-grid">
                <div class="chance-row chance-heads" aria-hidden="true">
                    {heads.map(|(class, head)| view! { <span class=class>{head}</span> })}
                </div>
                <ol class="chance-rows">
                    <For each=move || stages.get() key=|stage| *stage let:stage>
                        <ChanceRow stage report />
                    </For>
                </ol>
            </div>
        </ChartCard>
    }
}

/// A stage with its bar, its numbers and its button.
#[component]
fn ChanceRow(stage: StageId, report: Memo<Option<Report>>) -> impl IntoView {
    let insights = use_insights();
    let desk = insights.desk;
    let t = desk.t();
    let chance = Memo::new(move |_| report.with(|report| report.as_ref()?.chance(stage).copied()));
    let name = Memo::new(move |_| {
        report.with(|report| report.as_ref().map(|report| report.name(stage)).unwrap_or_default())
    });
    let class = move || {
        let hue = report.with(|report| report.as_ref().map_or(0, |report| report.hue(stage)));
        format!("chance-step hue-{hue}")
    };
    let whole = move |percent: u8| desk.formats().percent_whole(f64::from(percent) / 100.0);
    let figure = move |won| Figure::Funnel(FunnelFigure::Chance(ChanceFigure { stage, won }));
    let past = move || {
        let chance = chance.get()?;
        let pen = insights.pen();
        let share = chance.past.value().filter(|_| chance.is_enough());
        let text = share.map_or_else(|| t.funnel_chance_few().to_owned(), |share| pen.formats.percent(share));
        let range = share.and_then(|_| wilson(chance.past)).map(|(low, high)| {
            let [low, high] = [low, high].map(|share| pen.formats.percent_whole(share));
            view! { <span class="chance-range">{t.funnel_chance_between(&low, &high)}</span> }
        });
        Some(view! {
            <span class="chance-past">
                <Opens
                    figure=figure(true)
                    title=t.figure_of(&name.get(), t.funnel_chance_won())
                    text=text
                    metric="chance-past"
                    value=share.map(|share| share.to_string())
                />
                {range}
            </span>
            <span class="chance-of">
                <Opens
                    figure=figure(false)
                    title=t.figure_of(&name.get(), t.funnel_chance_closed())
                    text=t.funnel_chance_of(&pen.count(chance.past.part), &pen.count(chance.past.of))
                    metric="chance-closed"
                    value=Some(chance.past.of.to_string())
                />
            </span>
        })
    };
    let percent = |share: f64| format!("{}%", share * 100.0);
    let bar = move || {
        let chance = chance.get()?;
        let share = chance.past.value().filter(|_| chance.is_enough());
        let range = share.and_then(|_| wilson(chance.past));
        let bar =
            share.map(|share| view! { <span class="chance-bar" style:inline-size=percent(share)></span> });
        let whisker = range.map(|(low, high)| {
            view! {
                <span
                    class="chance-whisker"
                    style:inset-inline-start=percent(low)
                    style:inline-size=percent(high - low)
                ></span>
            }
        });
        let mark = percent(f64::from(chance.configured) / 100.0);
        Some(view! {
            {bar}
            {whisker}
            <span class="chance-mark" style:inset-inline-start=mark></span>
        })
    };
    let set = move || chance.get().map(|chance| whole(chance.configured));
    let suggested = Memo::new(move |_| chance.get().and_then(|chance| chance.suggested()));
    let differs = Memo::new(move |_| chance.get().is_some_and(|chance| change(&chance).is_some()));
    let use_it = move |_| {
        if let Some(command) = chance.get_untracked().and_then(|chance| change(&chance)) {
            desk.dispatch(command, Deed::SetChances);
        }
    };
    let word = move || match suggested.get() {
        Some(percent) if differs.get() => t.funnel_chance_use(&whole(percent)),
        _ => t.funnel_chance_in_use().to_owned(),
    };
    let label = move || match suggested.get() {
        Some(percent) if differs.get() => t.funnel_chance_use_of(&whole(percent), &name.get()),
        _ => t.figure_of(&name.get(), t.funnel_chance_in_use()),
    };
    view! {
        <li class=class data-chance=stage.to_string()>
            <div class="chance-row">
                <span class="chance-name" dir="auto">{move || name.get()}</span>
                <span class="chance-track" aria-hidden="true">{bar}</span>
                {past}
                <span class="chance-set" data-metric="chance-set" data-value=move || chance.get().map(|c| c.configured.to_string())>
                    <span class="hidden">{format!("{}: ", t.funnel_chance_set())}</span>
                    {set}
                </span>
                <span class="chance-use">
                    <Show when=move || suggested.get().is_some()>
                        <button
                            type="button"
                            class="button"
                            data-action="use-chance"
                            aria-label=label
                            aria-disabled=move || (!differs.get()).to_string()
                            on:click=use_it
                        >
                            {word}
                        </button>
                    </Show>
                </span>
            </div>
        </li>
    }
}

/// Where what is set lies furthest outside the range of the past.
fn finding(desk: Desk, report: &Report) -> String {
    let t = desk.t();
    let known: Vec<(&StageChance, f64)> = report
        .chances
        .iter()
        .filter(|chance| chance.is_enough())
        .filter_map(|chance| Some((chance, chance.past.value()?)))
        .collect();
    if known.is_empty() {
        return t.funnel_chances_few().to_owned();
    }
    let off = |chance: &StageChance, share: f64| (f64::from(chance.configured) / 100.0 - share).abs();
    let outside = known.into_iter().filter(|(chance, _)| {
        let set = f64::from(chance.configured) / 100.0;
        wilson(chance.past).is_some_and(|(low, high)| set < low || set > high)
    });
    let worst =
        outside.reduce(|worst, next| if off(next.0, next.1) > off(worst.0, worst.1) { next } else { worst });
    worst.map_or_else(
        || t.funnel_chances_fit().to_owned(),
        |(chance, share)| {
            let whole = |share: f64| desk.formats().percent_whole(share);
            let set = whole(f64::from(chance.configured) / 100.0);
            t.funnel_chance_off(&report.name(chance.stage), &set, &whole(share))
        },
    )
}

/// The numbers of a stage as text: set, in the past, closed, won of them, the range.
fn cells(desk: Desk, chance: &StageChance) -> Vec<String> {
    let t = desk.t();
    let pen = Pen::new(desk, crate::model::Currency::EUR);
    let share = chance.past.value().filter(|_| chance.is_enough());
    let range = share.and_then(|_| wilson(chance.past));
    vec![
        pen.formats.percent_whole(f64::from(chance.configured) / 100.0),
        share.map_or_else(|| t.funnel_chance_few().to_owned(), |share| pen.formats.percent(share)),
        pen.count(chance.past.of),
        pen.count(chance.past.part),
        range.map_or_else(
            || pen.none(),
            |(low, high)| t.funnel_chance_between(&pen.formats.percent(low), &pen.formats.percent(high)),
        ),
    ]
}

fn heads(desk: Desk) -> Vec<String> {
    let t = desk.t();
    let heads = [
        t.head_stage(),
        t.funnel_chance_set(),
        t.funnel_chance_past(),
        t.funnel_chance_closed(),
        t.funnel_chance_won(),
        t.funnel_chance_range(),
    ];
    heads.map(str::to_owned).to_vec()
}

fn table(desk: Desk, report: &Report) -> Table {
    let row = |chance: &StageChance| [vec![report.name(chance.stage)], cells(desk, chance)].concat();
    Table { headers: heads(desk), rows: report.chances.iter().map(row).collect() }
}

/// The drawing for files.
fn chart(desk: Desk, report: &Report, title: String) -> RowChart {
    let row = |chance: &StageChance| {
        let cells = cells(desk, chance);
        let share = chance.past.value().filter(|_| chance.is_enough());
        let fill = Fill::Hue(report.hue(chance.stage));
        Row {
            name: report.name(chance.stage),
            parts: share.map(|value| Part { value, fill, soft: true }).into_iter().collect(),
            mark: Some(f64::from(chance.configured) / 100.0),
            whisker: share.and_then(|_| wilson(chance.past)),
            text: cells.get(1).cloned().unwrap_or_default(),
            cells,
            ..Row::default()
        }
    };
    RowChart {
        words: Words { title, description: desk.t().funnel_chances_rule().to_owned(), heads: heads(desk) },
        rows: report.chances.iter().map(row).collect(),
        most: Some(1.0),
    }
}
