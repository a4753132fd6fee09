//! The pipeline itself: its name, its currency, what it asks, and whether it is in use.

use leptos::html::Button;
use leptos::prelude::*;

use crate::browser::page;
use crate::exchange::Deed;
use crate::model::{Command, Currency, Deal, Diagram, Pipeline, PipelineEdit, PipelineId, Qualification};
use crate::ui::desk::{Desk, Dialog, use_desk};
use crate::ui::parts::{Choice, Icon, Modal, Popup, Sign, TextField, below, focus_button};

use super::use_process;

const QUESTIONS: [(Qualification, &str); 4] = [
    (Qualification::None, "none"),
    (Qualification::Bant, "bant"),
    (Qualification::FourQuestions, "four_questions"),
    (Qualification::Both, "both"),
];
const DIAGRAMS: [(Diagram, &str); 2] = [(Diagram::Path, "path"), (Diagram::Diamond, "diamond")];

fn key_of<T: PartialEq>(all: &[(T, &'static str)], value: &T) -> String {
    all.iter().find(|(other, _)| other == value).map_or("", |(_, key)| key).to_owned()
}

fn deals_of(desk: Desk, pipeline: PipelineId) -> u64 {
    desk.with(|session| session.workspace().all::<Deal>().values().filter(|d| d.pipeline == pipeline).count())
        as u64
}

/// Name, currency and what is chosen for the whole pipeline.
#[component]
pub fn PipelineHead() -> impl IntoView {
    let process = use_process();
    let desk = process.desk;
    let t = desk.t();
    let pipeline = process.pipeline();
    let edit = move |edit: PipelineEdit| {
        let Some(pipeline) = desk.pipeline.get_untracked() else { return false };
        desk.dispatch(Command::EditPipeline { pipeline, edit }, Deed::EditProcess)
    };
    let of = move |read: fn(&Pipeline) -> String| {
        Signal::derive(move || pipeline.with(|found| found.as_deref().map(read).unwrap_or_default()))
    };
    let questions = QUESTIONS.map(|(questions, key)| (key.to_owned(), t.qualification_name(questions)));
    let drawings = [t.diagram_path(), t.diagram_diamond()];
    let drawings: Vec<_> = DIAGRAMS
        .into_iter()
        .zip(drawings)
        .map(|((_, key), name)| (key.to_owned(), name.to_owned()))
        .collect();
    view! {
        <header class="process-head">
            <div class="process-title">
                <TextField
                    name="pipeline-name"
                    label=t.pipeline_name()
                    value=of(|pipeline| pipeline.name.clone())
                    on_change=move |name: String| edit(PipelineEdit::Name(name))
                    large=true
                />
                <p class="soft">{t.process_line()}</p>
            </div>
            <div class="process-choices">
                <TextField
                    name="currency"
                    label=t.currency()
                    value=of(|pipeline| pipeline.currency.to_string())
                    hint=t.currency_hint()
                    on_change=move |code: String| match Currency::new(code.trim()) {
                        Some(currency) => edit(PipelineEdit::Currency(currency)),
                        None => {
                            desk.warn(t.currency_unreadable().into());
                            false
                        }
                    }
                />
                <Choice
                    name="qualification"
                    label=t.qualification()
                    offers=Signal::stored(questions.to_vec())
                    value=of(|pipeline| key_of(&QUESTIONS, &pipeline.qualification))
                    on_choose=move |key: String| {
                        QUESTIONS
                            .into_iter()
                            .find(|(_, other)| *other == key)
                            .is_some_and(|(questions, _)| edit(PipelineEdit::Qualification(questions)))
                    }
                />
                <Choice
                    name="diagram"
                    label=t.diagram_choice()
                    offers=Signal::stored(drawings)
                    value=of(|pipeline| key_of(&DIAGRAMS, &pipeline.diagram))
                    on_choose=move |key: String| {
                        DIAGRAMS
                            .into_iter()
                            .find(|(_, other)| *other == key)
                            .is_some_and(|(diagram, _)| edit(PipelineEdit::Diagram(diagram)))
                    }
                />
                <PipelineMenu />
            </div>
        </header>
    }
}

/// What else can be done with the pipeline.
#[component]
fn PipelineMenu() -> impl IntoView {
    let desk = use_desk();
    let t = desk.t();
    let at = RwSignal::new(None);
    let asking = RwSignal::new(None);
    let button = NodeRef::<Button>::new();
    view! {
        <button
            type="button"
            class="icon-button"
            data-action="pipeline-menu"
            node_ref=button
            aria-haspopup="dialog"
            aria-label=t.pipeline_menu()
            title=t.pipeline_menu()
            on:click=move |event| at.set(page::closest(&event, "button").map(|button| below(&button)))
        >
            <Icon sign=Sign::Dots />
        </button>
        {move || at.get().map(|at_point| view! { <Offers at=at_point open=at asking button /> })}
        {move || asking.get().map(|id| view! { <Archive id asking button /> })}
    }
}

/// The entries of the menu. What cannot be done says why.
#[component]
fn Offers(
    at: (i32, i32),
    open: RwSignal<Option<(i32, i32)>>,
    asking: RwSignal<Option<PipelineId>>,
    button: NodeRef<Button>,
) -> impl IntoView {
    let desk = use_desk();
    let t = desk.t();
    let close = move || {
        open.set(None);
        focus_button(button);
    };
    let Some(pipeline) = untrack(|| desk.current_pipeline()) else { return ().into_any() };
    let (id, name) = (pipeline.id, pipeline.name.clone());
    let last = untrack(|| desk.pipelines_in_use().len() < 2);
    let has_deals = deals_of(desk, id) > 0;
    view! {
        <Popup label=t.pipeline_menu() at on_close=move |()| close()>
            <button
                type="button"
                on:click=move |_| {
                    close();
                    desk.dialog.set(Some(Dialog::NewPipeline));
                }
            >
                {t.new_pipeline()}
            </button>
            <button
                type="button"
                disabled=last
                on:click=move |_| {
                    close();
                    asking.set(Some(id));
                }
            >
                {t.archive_pipeline()}
            </button>
            {last.then(|| view! { <small class="menu-why">{t.last_pipeline()}</small> })}
            <button
                type="button"
                disabled=has_deals
                on:click=move |_| {
                    close();
                    if desk.dispatch(Command::RemovePipeline(id), Deed::EditProcess) {
                        desk.open_deal.set(None);
                        desk.notify_undo(t.pipeline_deleted_toast(&name));
                    }
                }
            >
                {t.delete_pipeline()}
            </button>
            {has_deals.then(|| view! { <small class="menu-why">{t.delete_has_deals()}</small> })}
        </Popup>
    }
    .into_any()
}

/// Asks before a pipeline is put away.
#[component]
fn Archive(id: PipelineId, asking: RwSignal<Option<PipelineId>>, button: NodeRef<Button>) -> impl IntoView {
    let desk = use_desk();
    let t = desk.t();
    let close = Callback::new(move |()| {
        asking.set(None);
        focus_button(button);
    });
    let name = desk
        .with(|session| session.workspace().get::<Pipeline>(id).map(|pipeline| pipeline.name.clone()))
        .unwrap_or_default();
    let said = name.clone();
    let archive = move |_| {
        close.run(());
        let command = Command::EditPipeline { pipeline: id, edit: PipelineEdit::Archived(true) };
        if desk.dispatch(command, Deed::EditProcess) {
            desk.open_deal.set(None);
            desk.notify_undo(t.archived_toast(&said));
        }
    };
    view! {
        <Modal title=t.archive_title(&name) on_close=close>
            <p>{t.archive_more(deals_of(desk, id))}</p>
            <div class="button-row">
                <button type="button" class="button button-main" data-action="archive" on:click=archive>
                    {t.archive_yes()}
                </button>
                <button type="button" class="button" on:click=move |_| close.run(())>{t.cancel()}</button>
            </div>
        </Modal>
    }
}

/// The pipelines that were put away, and the way back.
#[component]
pub fn ArchivedPipelines() -> impl IntoView {
    let desk = use_desk();
    let t = desk.t();
    let archived = Memo::new(move |_| {
        let archived = desk.archived_pipelines().into_iter();
        archived.map(|pipeline| (pipeline.id, pipeline.name.clone())).collect::<Vec<_>>()
    });
    let is_none = Memo::new(move |_| archived.with(Vec::is_empty));
    let back = move |id: PipelineId, name: &str| {
        let command = Command::EditPipeline { pipeline: id, edit: PipelineEdit::Archived(false) };
        if desk.dispatch(command, Deed::EditProcess) {
            desk.notify_undo(t.brought_back_toast(name));
        }
    };
    view! {
        <Show when=move || !is_none.get()>
            <details class="unused" data-list="archived-pipelines">
                <summary>
                    {t.archived_pipelines()} " " <span class="badge">{move || archived.with(Vec::len)}</span>
                </summary>
                <ul>
                    <For each=move || archived.get() key=|entry| entry.clone() let:entry>
                        {
                            let (id, name) = entry;
                            let said = name.clone();
                            view! {
                                <li class="unused-row" data-pipeline=id.to_string()>
                                    <span class="unused-name" dir="auto">{name}</span>
                                    <small>{t.deals(deals_of(desk, id))}</small>
                                    <button type="button" class="button" on:click=move |_| back(id, &said)>
                                        {t.bring_back()}
                                    </button>
                                </li>
                            }
                        }
                    </For>
                </ul>
            </details>
        </Show>
    }
}
