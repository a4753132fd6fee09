//! The process as a drawing with the open deals on it: a baseball diamond or a path (method rows 24 and 38), and beside it
//! the same as a list.

mod course;
mod list;
mod picture;
mod sketch;

use std::sync::Arc;

use leptos::html::Div;
use leptos::prelude::*;

use crate::browser::page;
use crate::exchange::Deed;
use crate::model::{Command, DealId, Diagram, PipelineEdit, StageId};
use crate::ui::process::{Process, use_process};

use course::{Course, course};
use list::Ways;
use picture::Picture;

/// The width that is drawn for until the real one is known, in pixels.
const WIDTH_AT_FIRST: f64 = 720.0;

/// What the parts of the tab share.
#[derive(Clone, Copy)]
struct Board {
    process: Process,
    course: Memo<Option<Arc<Course>>>,
}

impl Board {
    /// Chooses a stage: the list shows its deals.
    fn choose(self, stage: StageId) {
        self.process.choose(stage);
        let name = self.course.with_untracked(|course| {
            let course = course.as_ref()?;
            let desk = self.process.desk;
            course.section(stage).map(|section| {
                let value = desk.formats().money(section.value, course.currency);
                desk.t().way_name(section.number, &section.name, section.deals.len() as u64, &value)
            })
        });
        if let Some(name) = name {
            self.process.desk.say(name);
        }
    }

    /// Opens a deal beside the drawing. Its stage becomes the chosen one, so that it is in the list when it is closed again.
    fn open(self, stage: StageId, deal: DealId) {
        self.process.choose(stage);
        self.process.desk.open_deal.set(Some(deal));
    }
}

/// The tab.
#[component]
pub fn DiagramTab() -> impl IntoView {
    let process = use_process();
    let desk = process.desk;
    let t = desk.t();
    let board = Board { process, course: course(process) };
    let room = NodeRef::<Div>::new();
    let width = RwSignal::new(WIDTH_AT_FIRST);
    let rtl = RwSignal::new(false);
    let watch = StoredValue::new_local(None);
    Effect::new(move |_| {
        if let Some(element) = room.get() {
            rtl.set(page::is_rtl(&element));
            watch.set_value(page::SizeWatch::new(&element.clone(), move || {
                let now = f64::from(element.client_width());
                if now > 0.0 && width.try_get_untracked().is_some_and(|drawn| drawn != now) {
                    width.set(now);
                }
            }));
        }
    });
    let criteria = Memo::new(move |_| {
        board.course.with(|course| {
            let sections = course.as_ref().map(|course| course.sections.as_slice()).unwrap_or_default();
            let with = sections.iter().filter(|section| section.criteria > 0).count();
            (with > 0, with < sections.len())
        })
    });
    view! {
        <div class="diagram" data-diagram=move || board.course.with(|course| course.as_ref().map(|course| key(course.diagram)))>
            <div class="diagram-bar">
                <div class="diagram-title">
                    <h2>{t.diagram_title()}</h2>
                    <p class="soft">
                        {move || criteria.get().0.then(|| t.diagram_rule())} " "
                        {move || criteria.get().1.then(|| t.diagram_rule_even())}
                    </p>
                </div>
                <div class="segments" role="group" aria-label=t.drawn_as()>
                    {[(Diagram::Path, t.drawn_path()), (Diagram::Diamond, t.drawn_diamond())]
                        .map(|(diagram, name)| view! { <Kind board diagram name /> })}
                </div>
                <button type="button" class="button" data-action="print" on:click=|_| page::print()>
                    {t.print_page()}
                </button>
            </div>
            <div class="diagram-body">
                <div class="diagram-room" node_ref=room>
                    <Picture board width rtl />
                </div>
                <Ways board />
            </div>
        </div>
    }
}

fn key(diagram: Diagram) -> &'static str {
    match diagram {
        Diagram::Path => "path",
        Diagram::Diamond => "diamond",
    }
}

/// One of the two ways to draw.
#[component]
fn Kind(board: Board, diagram: Diagram, name: &'static str) -> impl IntoView {
    let desk = board.process.desk;
    let on = Memo::new(move |_| {
        board.course.with(|course| course.as_ref().is_some_and(|course| course.diagram == diagram))
    });
    let choose = move |_| {
        if let Some(pipeline) = desk.pipeline.get_untracked().filter(|_| !on.get_untracked()) {
            let edit = PipelineEdit::Diagram(diagram);
            desk.dispatch(Command::EditPipeline { pipeline, edit }, Deed::EditProcess);
        }
    };
    view! {
        <button
            type="button"
            class="segment"
            data-kind=key(diagram)
            aria-pressed=move || on.get().to_string()
            on:click=choose
        >
            {name}
        </button>
    }
}
