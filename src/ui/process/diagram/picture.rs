//! The drawing itself: stages that choose, marks that open their deal. One stop for Tab; arrows lead on from there.

use std::sync::Arc;

use leptos::prelude::*;

use crate::browser::page;
use crate::chart::way::{Anchor, Spot};
use crate::chart::{fit, text_width};
use crate::model::StageId;

use super::Board;
use super::course::Course;
use super::sketch::{Dot, Drawn, Line, MarkKey, Sketch, sketch};

/// What arrows walk through.
const STOPS: &str = ".way-target, .mark";
/// How far beyond the middle of a mark the pointer still meets it.
const REACH: f64 = 12.0;

/// What has the focus, or would get it by Tab.
type Stop = (StageId, Option<MarkKey>);

/// What the parts of the picture share.
#[derive(Clone, Copy)]
struct Canvas {
    board: Board,
    sketch: Memo<Arc<Sketch>>,
    stop: RwSignal<Option<Stop>>,
    /// The mark that is pointed at or has the focus.
    told: RwSignal<Option<(StageId, MarkKey)>>,
}

impl Canvas {
    fn drawn(self, stage: StageId) -> Memo<Option<Drawn>> {
        Memo::new(move |_| self.sketch.with(|sketch| sketch.stages.get(&stage).cloned()))
    }

    /// Whether Tab leads there: to where one was last, if that is still drawn, else to the first stage.
    fn tabindex(self, stop: Stop) -> &'static str {
        let (stage, mark) = stop;
        let at = self.stop.get();
        let is_there = self.sketch.with(|sketch| {
            at.is_some_and(|(stage, mark)| {
                let found = sketch.stages.get(&stage);
                found.is_some_and(|drawn| {
                    mark.is_none_or(|mark| drawn.marks.iter().any(|(key, _)| *key == mark))
                })
            })
        });
        let first = self.board.course.with(|course| {
            course.as_ref().and_then(|course| course.sections.first()).map(|section| section.stage)
        });
        let chosen = if is_there { at == Some(stop) } else { first == Some(stage) && mark.is_none() };
        if chosen { "0" } else { "-1" }
    }
}

/// The drawing, as wide as its room.
#[component]
pub fn Picture(board: Board, width: RwSignal<f64>, rtl: RwSignal<bool>) -> impl IntoView {
    let desk = board.process.desk;
    let t = desk.t();
    let sketch = Memo::new(move |_| {
        let (width, rtl) = (width.get(), rtl.get());
        let draw = |course: &Arc<Course>| sketch(desk, course, width, rtl);
        Arc::new(board.course.with(|course| course.as_ref().map(draw).unwrap_or_default()))
    });
    let canvas = Canvas { board, sketch, stop: RwSignal::new(None), told: RwSignal::new(None) };
    let size = move || sketch.with(|sketch| (sketch.width, sketch.height));
    let stages = Memo::new(move |_| {
        board.course.with(|course| {
            let sections = course.as_ref().map(|course| course.sections.as_slice()).unwrap_or_default();
            sections.iter().map(|section| section.stage).collect::<Vec<_>>()
        })
    });
    let hint = desk.element_id("drawing-hint");
    let described = hint.clone();
    view! {
        <svg
            class="drawing"
            role="group"
            // What stands where is said by the drawing itself; each text has the direction of its own letters.
            direction="ltr"
            aria-label=t.drawing()
            aria-describedby=described
            viewBox=move || { let (width, height) = size(); format!("0 0 {width} {height}") }
            width=move || size().0.to_string()
            height=move || size().1.to_string()
            on:keydown=move |event| walk(&event, rtl.get_untracked())
        >
            {move || sketch.with(|sketch| ground(sketch))}
            <For each=move || stages.get() key=|stage| *stage let:stage>
                <StageDrawn canvas stage />
            </For>
            {move || canvas.told.get().and_then(|(stage, mark)| tip(canvas, stage, mark))}
        </svg>
        <p class="hidden" id=hint>{t.drawing_hint()}</p>
    }
}

fn walk(event: &page::KeyboardEvent, rtl: bool) {
    let (right, left) = if rtl { (-1, 1) } else { (1, -1) };
    match event.key().as_str() {
        "ArrowRight" => page::focus_next(event, STOPS, right),
        "ArrowLeft" => page::focus_next(event, STOPS, left),
        "ArrowDown" => page::focus_next(event, STOPS, 1),
        "ArrowUp" => page::focus_next(event, STOPS, -1),
        "Home" => page::focus_end(event, STOPS, false),
        "End" => page::focus_end(event, STOPS, true),
        _ => return,
    }
    event.prevent_default();
    event.stop_propagation();
}

/// Whether a key presses a button that is none of the browser's own.
fn presses(event: &page::KeyboardEvent) -> bool {
    let pressed = matches!(event.key().as_str(), "Enter" | " ");
    if pressed {
        event.prevent_default();
        event.stop_propagation();
    }
    pressed
}

fn anchor(anchor: Anchor) -> &'static str {
    match anchor {
        Anchor::Start => "start",
        Anchor::Middle => "middle",
        Anchor::End => "end",
    }
}

fn words(lines: &[Line]) -> impl IntoView + use<> {
    lines
        .iter()
        .map(|line| {
            view! {
                <text class=line.class x=line.at.x.to_string() y=line.at.y.to_string() text-anchor=anchor(line.anchor)>
                    {line.text.clone()}
                </text>
            }
        })
        .collect_view()
}

/// What lies below the stages: the field with its bases, or the arrows between stations.
fn ground(sketch: &Sketch) -> impl IntoView + use<> {
    let bases = sketch.bases.iter().enumerate().map(|(n, base)| {
        let (x, y) = (base.x, base.y);
        // Home plate has five sides and points to the catcher.
        let shape = if n == 0 {
            format!("M{} {}h24v11l-12 11l-12 -11z", x - 12.0, y - 10.0)
        } else {
            format!("M{x} {}l13 13l-13 13l-13 -13z", y - 13.0)
        };
        view! { <path class="base" d=shape /> }
    });
    let bases = bases.collect_view();
    let arrows =
        sketch.arrows.iter().map(|line| view! { <path class="way-arrow" d=line.clone() /> }).collect_view();
    let goal = sketch
        .goal
        .map(|goal| view! { <circle class="goal" cx=goal.x.to_string() cy=goal.y.to_string() r="12" /> });
    let field = sketch.field.clone();
    view! {
        <path class="field-ground" d=field />
        {bases}
        {arrows}
        {goal}
        {words(&sketch.words)}
    }
}

/// A stage: its line, its words, and the marks on it.
#[component]
fn StageDrawn(canvas: Canvas, stage: StageId) -> impl IntoView {
    let board = canvas.board;
    let drawn = canvas.drawn(stage);
    let section = Memo::new(move |_| {
        board.course.with(|course| course.as_ref().and_then(|course| course.section(stage).cloned()))
    });
    let name = move || {
        let desk = board.process.desk;
        let currency = board.course.with(|course| course.as_ref().map(|course| course.currency))?;
        let section = section.get()?;
        let value = desk.formats().money(section.value, currency);
        let name = desk.t().way_name(section.number, &section.name, section.deals.len() as u64, &value);
        let met = section.met().map(|met| desk.t().met_on_average(&desk.formats().percent_whole(met)));
        Some(met.map_or(name.clone(), |met| format!("{name}, {met}")))
    };
    let is_chosen = move || board.process.chosen.get() == Some(stage);
    let hue = move || section.with(|section| section.as_ref().map_or(0, |section| section.hue));
    // One attribute, or the one would undo what the other says.
    let class = move || match is_chosen() {
        true => format!("way-drawn is-chosen hue-{}", hue()),
        false => format!("way-drawn hue-{}", hue()),
    };
    let backdrop = move || drawn.get().map(|drawn| line(&drawn));
    let number = move || section.with(|section| section.as_ref().map_or(0, |section| section.number));
    let label = move || drawn.get().map(|drawn| label(&drawn, number()));
    let marks = Memo::new(move |_| {
        drawn.with(|drawn| {
            let marks = drawn.as_ref().map(|drawn| drawn.marks.as_slice()).unwrap_or_default();
            marks.iter().map(|(key, _)| *key).collect::<Vec<_>>()
        })
    });
    view! {
        <g class=class>
            {backdrop}
            <g
                class="way-target"
                role="button"
                data-way=stage.to_string()
                aria-label=name
                aria-pressed=move || is_chosen().to_string()
                tabindex=move || canvas.tabindex((stage, None))
                on:focus=move |_| canvas.stop.set(Some((stage, None)))
                on:click=move |_| board.choose(stage)
                on:keydown=move |event| {
                    if presses(&event) {
                        board.choose(stage);
                    }
                }
            >
                <title>{name}</title>
                // What is written in the drawing is part of the name already.
                <g aria-hidden="true">{label}</g>
            </g>
            <For each=move || marks.get() key=|mark| *mark let:mark>
                <MarkDrawn canvas stage mark drawn />
            </For>
        </g>
    }
}

fn line(drawn: &Drawn) -> impl IntoView + use<> {
    let frame = drawn.frame.map(|(corner, width, height)| rect("station", corner, width, height));
    let (line, head) = (drawn.line.clone(), drawn.head.clone());
    view! {
        {frame}
        <path class="way-line" d=line />
        <path class="way-head" d=head />
    }
}

fn label(drawn: &Drawn, number: usize) -> impl IntoView + use<> {
    let (corner, width, height) = drawn.target;
    let area = rect("way-area", corner, width, height);
    let badge = drawn.badge.map(|at| {
        view! {
            <circle class="way-badge" cx=at.x.to_string() cy=at.y.to_string() r="12" />
            <text class="way-number" x=at.x.to_string() y=(at.y + 4.5).to_string() text-anchor="middle">
                {number}
            </text>
        }
    });
    view! {
        {area}
        {badge}
        {words(&drawn.lines)}
    }
}

fn rect(class: &'static str, corner: Spot, width: f64, height: f64) -> impl IntoView {
    view! {
        <rect
            class=class
            x=corner.x.to_string()
            y=corner.y.to_string()
            width=width.to_string()
            height=height.to_string()
            rx="6"
        />
    }
}

/// A deal, or several that found no room.
#[component]
fn MarkDrawn(canvas: Canvas, stage: StageId, mark: MarkKey, drawn: Memo<Option<Drawn>>) -> impl IntoView {
    let board = canvas.board;
    let desk = board.process.desk;
    let dot = Memo::new(move |_| {
        drawn.with(|drawn| {
            drawn.as_ref()?.marks.iter().find(|(key, _)| *key == mark).map(|(_, dot)| dot.clone())
        })
    });
    let press = move || match mark {
        MarkKey::Deal(deal) => board.open(stage, deal),
        MarkKey::More(..) => board.choose(stage),
    };
    let deal = match mark {
        MarkKey::Deal(deal) => Some(deal),
        MarkKey::More(..) => None,
    };
    let place =
        move || dot.with(|dot| dot.as_ref().map(|dot| format!("translate({:.1} {:.1})", dot.at.x, dot.at.y)));
    let shape = move || {
        dot.get().map(|dot| {
            let more = desk.t().more_marks(dot.count);
            let radius = if dot.count > 1 { "12" } else { "7" };
            view! {
                <circle class="mark-dot" r=radius />
                {(dot.count > 1).then(|| view! { <text class="mark-count" y="4" text-anchor="middle">{more}</text> })}
            }
        })
    };
    let tell = move |on: bool| {
        let now = on.then_some((stage, mark));
        if on || canvas.told.get_untracked() == Some((stage, mark)) {
            canvas.told.set(now);
        }
    };
    view! {
        <g
            class="mark"
            class:is-open=move || deal.is_some() && desk.open_deal.get() == deal
            class:is-many=deal.is_none()
            role="button"
            data-mark=deal.map_or_else(String::new, |deal| deal.to_string())
            aria-label=move || dot.get().map(|dot| said(canvas, stage, &dot).join(", "))
            transform=place
            tabindex=move || canvas.tabindex((stage, Some(mark)))
            on:focus=move |_| {
                canvas.stop.set(Some((stage, Some(mark))));
                tell(true);
            }
            on:blur=move |_| tell(false)
            on:pointerenter=move |_| tell(true)
            on:pointerleave=move |_| tell(false)
            on:click=move |_| press()
            on:keydown=move |event| {
                if presses(&event) {
                    press();
                }
            }
        >
            <circle class="mark-area" r=REACH.to_string() />
            {shape}
        </g>
    }
}

/// What is said of a mark, in lines.
fn said(canvas: Canvas, stage: StageId, dot: &Dot) -> Vec<String> {
    let desk = canvas.board.process.desk;
    let t = desk.t();
    canvas.board.course.with(|course| {
        let Some(course) = course else { return Vec::new() };
        let Some(section) = course.section(stage) else { return Vec::new() };
        let Some(deal) = &dot.deal else { return vec![t.more_marks_name(dot.count, &section.name)] };
        let value = desk.formats().money(deal.value, course.currency);
        let met = (section.criteria > 0).then(|| t.criteria_met(deal.met, section.criteria));
        [Some(deal.title.clone()), Some(value), met].into_iter().flatten().collect()
    })
}

/// What a mark stands for, beside it.
fn tip(canvas: Canvas, stage: StageId, mark: MarkKey) -> Option<impl IntoView> {
    const MOST: u32 = 260;
    let (dot, room) = canvas.sketch.with(|sketch| {
        let found = sketch.stages.get(&stage)?.marks.iter().find(|(key, _)| *key == mark)?;
        Some((found.1.clone(), (sketch.width, sketch.height)))
    })?;
    let mut lines = said(canvas, stage, &dot);
    if lines.len() > 2 {
        let more = lines.split_off(1).join(" · ");
        lines.push(more);
    }
    let lines: Vec<String> = lines.iter().map(|line| fit(line, 13.0, MOST)).collect();
    let wide = f64::from(lines.iter().map(|line| text_width(line, 13.0)).max().unwrap_or(0)) + 20.0;
    let tall = lines.len() as f64 * 18.0 + 12.0;
    let x = (dot.at.x - wide / 2.0).clamp(2.0, (room.0 - wide - 2.0).max(2.0));
    // Above the mark, or below where there is no room.
    let above = dot.at.y - tall - 16.0;
    let y = if above > 0.0 { above } else { dot.at.y + 16.0 };
    let texts = lines
        .into_iter()
        .enumerate()
        .map(|(n, text)| {
            let class = if n == 0 { "tip-name" } else { "tip-text" };
            view! {
                <text class=class x=(x + wide / 2.0).to_string() y=(y + 19.0 + n as f64 * 18.0).to_string() text-anchor="middle">
                    {text}
                </text>
            }
        })
        .collect_view();
    Some(
        view! { <g class="mark-tip" aria-hidden="true">{rect("tip-area", Spot::new(x, y), wide, tall)}{texts}</g> },
    )
}
