//! The map on paper: a table for each page's width of phases, with the heads again wherever a page begins. It is there only while
//! the browser prints.

use leptos::prelude::*;

use crate::browser::page;
use crate::chart::map_picture::mood_strip;
use crate::model::{Sheet, SheetCells, SheetNote, SheetRow, SheetText, SheetWords};
use crate::ui::desk::Desk;
use crate::ui::parts::printing;

use super::super::lanes::LaneSign;
use super::super::use_map;
use super::words::Words;
use super::{paints, sheet};

/// Where the paper that was chosen last is kept.
const KEPT: &str = "map-paper";

/// What the map is printed on, across.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Paper {
    /// 297 mm wide.
    A4,
    /// 420 mm wide.
    A3,
}

impl Paper {
    fn key(self) -> &'static str {
        match self {
            Paper::A4 => "a4",
            Paper::A3 => "a3",
        }
    }

    /// Remembers the paper for this print and the next ones.
    pub fn keep(self, desk: Desk) {
        desk.prefs.set(KEPT, self.key());
    }

    fn kept(desk: Desk) -> Paper {
        match desk.prefs.get::<String>(KEPT).as_deref() {
            Some("a3") => Paper::A3,
            _ => Paper::A4,
        }
    }

    /// How many columns stand beside each other at most.
    fn columns(self) -> usize {
        match self {
            Paper::A4 => 5,
            Paper::A3 => 7,
        }
    }

    /// How many notes of a cell stand in one row of the table at most. What is more goes into a row below with the same head, so that
    /// the head is on the next page too.
    fn notes(self) -> usize {
        match self {
            Paper::A4 => 8,
            Paper::A3 => 12,
        }
    }

    /// The width of all columns without the rows' heads, in CSS pixels (style/journey-drawn.css).
    fn room(self) -> f64 {
        const PIXELS: f64 = 96.0 / 25.4;
        match self {
            Paper::A4 => (277.0 - 33.0) * PIXELS,
            Paper::A3 => (400.0 - 38.0) * PIXELS,
        }
    }
}

/// What is printed instead of the page.
#[component]
pub fn PrintedMap() -> impl IntoView {
    let map = use_map();
    let desk = map.desk;
    let printing = printing();
    let pages = move || {
        let (paper, words) = (Paper::kept(desk), Words::new(map));
        let root = desk.root.try_get_value()?;
        let strip = |sheet: &Sheet| {
            let column = paper.room() / sheet.columns().max(1) as f64;
            mood_strip(sheet, &words, column, &paints(&root), page::is_rtl(&root))
        };
        let parts = sheet(map)?.parts(paper.columns());
        let of = parts.len();
        let part = |(at, sheet): (usize, Sheet)| {
            let about = match of {
                1 => words.about(&sheet),
                _ => desk.t().drawn_part(&words.about(&sheet), at + 1, of),
            };
            printed(&sheet, &words, about, strip(&sheet), paper)
        };
        let parts = parts.into_iter().enumerate().map(part).collect_view();
        Some(view! { <div class=format!("map-print is-{}", paper.key())>{parts}</div> })
    };
    move || printing.get().then(pages)
}

/// A page's width of the map.
fn printed(
    sheet: &Sheet,
    words: &Words,
    about: String,
    strip: String,
    paper: Paper,
) -> impl IntoView + use<> {
    let phases = sheet.phases.iter().map(|phase| {
        view! { <th scope="colgroup" colspan=phase.columns().to_string()><bdi>{phase.name.clone()}</bdi></th> }
    });
    let has_steps = sheet.phases.iter().any(|phase| !phase.steps.is_empty());
    let steps = has_steps.then(|| {
        let names = sheet.phases.iter().flat_map(|phase| match phase.steps.is_empty() {
            true => vec![String::new()],
            false => phase.steps.clone(),
        });
        let names = names.map(|name| view! { <th scope="col"><bdi>{name}</bdi></th> }).collect_view();
        view! { <tr class="print-steps"><td></td>{names}</tr> }
    });
    let columns = (0..sheet.columns()).map(|_| view! { <col /> }).collect_view();
    let rows = sheet.rows.iter().map(|row| rows(sheet, row, words, &strip, paper)).collect_view();
    view! {
        <section class="print-part">
            <header class="print-head">
                <h1><bdi>{words.title(sheet)}</bdi></h1>
                <p><bdi>{about}</bdi></p>
            </header>
            <table class="print-map">
                <colgroup><col class="print-lane" />{columns}</colgroup>
                <thead>
                    <tr><td></td>{phases.collect_view()}</tr>
                    {steps}
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </section>
    }
}

/// A row, in as many rows of the table as it takes.
fn rows(sheet: &Sheet, row: &SheetRow, words: &Words, strip: &str, paper: Paper) -> impl IntoView + use<> {
    let name = words.row(row);
    let which = row.row;
    let one = move |cells: AnyView| {
        view! {
            <tr class="print-row">
                <th scope="row">
                    <span class="print-name"><LaneSign row=which /><bdi>{name.clone()}</bdi></span>
                </th>
                {cells}
            </tr>
        }
        .into_any()
    };
    let spanning = |all: Vec<AnyView>| {
        let cells = all.into_iter().zip(&sheet.phases).map(|(cell, phase)| {
            view! { <td colspan=phase.columns().to_string()>{cell}</td> }
        });
        cells.collect_view().into_any()
    };
    let text = |text: String| view! { <p><bdi>{text}</bdi></p> }.into_any();
    match &row.cells {
        SheetCells::Notes(columns) => {
            let most = columns.iter().map(Vec::len).max().unwrap_or(0).max(1);
            let rows = (0..most).step_by(paper.notes()).map(|from| {
                let cell = |notes: &Vec<SheetNote>| {
                    let some = notes.iter().skip(from).take(paper.notes());
                    let notes = some.map(|note| written(note, words)).collect_view();
                    view! { <td><ul>{notes}</ul></td> }
                };
                one(columns.iter().map(cell).collect_view().into_any())
            });
            rows.collect_view().into_any()
        }
        SheetCells::Stages(phases) => {
            let stage = |(name, hue): &(String, u8)| {
                view! { <li class=format!("print-stage hue-{}", hue)><bdi>{name.clone()}</bdi></li> }
            };
            let cell = |stages: &Vec<(String, u8)>| {
                view! { <ul>{stages.iter().map(stage).collect_view()}</ul> }.into_any()
            };
            one(spanning(phases.iter().map(cell).collect()))
        }
        SheetCells::Texts(texts) => {
            let said = |said: &SheetText| {
                let quiet = |line: &String| view! { <p><small><bdi>{line.clone()}</bdi></small></p> };
                let stages = said.stages.iter().map(quiet).collect_view();
                view! { {text(said.own.clone())}{stages} }.into_any()
            };
            one(spanning(texts.iter().map(said).collect()))
        }
        SheetCells::Evidence(all) => {
            let word = |found: &Option<_>| text(found.map(|found| words.evidence(found)).unwrap_or_default());
            one(spanning(all.iter().map(word).collect()))
        }
        SheetCells::Figures => {
            let figures = |(name, value): (String, String)| view! { <div><dt>{name}</dt><dd><bdi>{value}</bdi></dd></div> };
            let cell = |phase: &crate::model::SheetPhase| {
                let all = words.figures(phase.id).into_iter().map(figures).collect_view();
                view! { <dl class="print-figures">{all}</dl> }.into_any()
            };
            one(spanning(sheet.phases.iter().map(cell).collect()))
        }
        SheetCells::Mood => {
            let across = sheet.columns().to_string();
            // It is our own markup: `chart` writes a fixed set of elements and escapes every text in it.
            let strip = strip.to_owned();
            one(view! { <td class="print-strip" colspan=across inner_html=strip></td> }.into_any())
        }
    }
}

fn written(note: &SheetNote, words: &Words) -> impl IntoView + use<> {
    let marks = note.marks(words);
    let marks = (!marks.is_empty()).then(|| view! { <small><bdi>{marks.join(" · ")}</bdi></small> });
    view! {
        <li class="print-note" class:is-moment=note.moment>
            <bdi>{note.text.clone()}</bdi>
            {marks}
        </li>
    }
}
