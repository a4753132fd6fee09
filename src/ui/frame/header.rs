//! The bar at the top: pipeline, views, search, undo, the menu and the state of saving.

use leptos::prelude::*;

use crate::browser::page;
use crate::exchange::Deed;
use crate::ui::desk::{Desk, Dialog, View, use_desk};
use crate::ui::parts::{Icon, Sign};

use super::files::{
    FileButton, FileKind, download_csv, download_log_csv, download_log_xes, download_workspace,
};
use super::save_state::SaveSign;

/// The bar at the top.
#[component]
pub fn Header(
    /// The theme that the user chose, `None` for the system's.
    theme: RwSignal<Option<String>>,
) -> impl IntoView {
    let desk = use_desk();
    let t = desk.t();
    view! {
        <header class="bar">
            <div class="bar-start">
                <span class="brand" aria-hidden="true"></span>
                <PipelineChoice />
            </div>
            <nav class="tabs" aria-label=t.views()>
                {View::ALL
                    .map(|view| {
                        let name = match view {
                            View::Board => t.board(),
                            View::List => t.list(),
                            View::Insights => t.insights(),
                            View::Journey => t.journey(),
                            View::Process => t.process(),
                        };
                        view! {
                            <button
                                type="button"
                                class="tab"
                                aria-current=move || (desk.view.get() == view).then_some("page")
                                on:click=move |_| desk.view.set(view)
                            >
                                {name}
                            </button>
                        }
                    })
                    .collect_view()}
            </nav>
            <Search />
            <div class="bar-end">
                <StepButton sign=Sign::Undo verb=t.undo() deed=desk.undoable go=Desk::undo />
                <StepButton sign=Sign::Redo verb=t.redo() deed=desk.redoable go=Desk::redo />
                <SaveSign />
                <Menu theme />
            </div>
        </header>
    }
}

/// Takes the last step back, or does it again; its name says which.
#[component]
fn StepButton(sign: Sign, verb: &'static str, deed: RwSignal<Option<Deed>>, go: fn(Desk)) -> impl IntoView {
    let desk = use_desk();
    let t = desk.t();
    view! {
        <button
            type="button"
            class="icon-button"
            title=verb
            aria-label=move || deed.get().map_or_else(|| verb.to_owned(), |deed| t.step(verb, &t.deed(deed)))
            disabled=move || deed.with(Option::is_none)
            on:click=move |_| go(desk)
        >
            <Icon sign />
        </button>
    }
}

#[component]
fn PipelineChoice() -> impl IntoView {
    let desk = use_desk();
    let t = desk.t();
    let pipelines = Memo::new(move |_| {
        let pipelines = desk.pipelines_in_use().into_iter();
        pipelines.map(|pipeline| (pipeline.id, pipeline.name.clone())).collect::<Vec<_>>()
    });
    view! {
        <select
            class="pipeline-choice"
            aria-label=t.pipeline()
            prop:value=move || desk.pipeline.get().map(|id| id.to_string()).unwrap_or_default()
            on:change=move |event| {
                if let Ok(id) = page::value_of(&event).parse() {
                    desk.open_deal.set(None);
                    desk.pipeline.set(Some(id));
                }
            }
        >
            {move || {
                let shown = desk.pipeline.get();
                pipelines
                    .get()
                    .into_iter()
                    .map(|(id, name)| {
                        view! { <option value=id.to_string() selected=Some(id) == shown>{name}</option> }
                    })
                    .collect_view()
            }}
        </select>
    }
}

#[component]
fn Search() -> impl IntoView {
    let desk = use_desk();
    let t = desk.t();
    view! {
        <search class="search">
            <Icon sign=Sign::Search />
            <input
                type="search"
                aria-label=t.search()
                placeholder=t.search_hint()
                prop:value=move || desk.search.get()
                on:input=move |event| desk.search.set(page::value_of(&event))
            />
        </search>
    }
}

#[component]
fn Menu(theme: RwSignal<Option<String>>) -> impl IntoView {
    let desk = use_desk();
    let t = desk.t();
    let open = RwSignal::new(false);
    let node = NodeRef::<leptos::html::Div>::new();
    let button = NodeRef::<leptos::html::Button>::new();
    let close = move || {
        open.set(false);
        if let Some(button) = button.get_untracked() {
            page::focus(&button);
        }
    };
    let menu_id = desk.element_id("menu");
    Effect::new(move |_| {
        if open.get()
            && let Some(menu) = node.get()
            && let Some(first) = page::find(&menu, "[role^='menuitem']")
        {
            page::focus(&first);
        }
    });
    let item = move |name: &'static str, run: fn(Desk)| {
        view! {
            <button
                type="button"
                role="menuitem"
                tabindex="-1"
                on:click=move |_| {
                    close();
                    run(desk);
                }
            >
                {name}
            </button>
        }
    };
    view! {
        <div
            class="menu-holder"
            on:focusout=move |event| {
                // The head goes with the focus in it where a step back leads to the first start.
                if open.try_get_untracked() == Some(true) && !page::focus_stays(&event) {
                    open.set(false);
                }
            }
        >
            <button
                type="button"
                class="icon-button"
                aria-label=t.menu()
                aria-haspopup="menu"
                aria-expanded=move || open.get().to_string()
                aria-controls=menu_id.clone()
                node_ref=button
                on:click=move |_| open.update(|open| *open = !*open)
            >
                <Icon sign=Sign::Menu />
            </button>
            <div
                class="menu"
                role="menu"
                id=menu_id.clone()
                aria-label=t.menu()
                tabindex="-1"
                hidden=move || !open.get()
                node_ref=node
                on:keydown=move |event| {
                    match event.key().as_str() {
                        "Escape" => close(),
                        "ArrowDown" => page::focus_next(&event, "[role^='menuitem']", 1),
                        "ArrowUp" => page::focus_next(&event, "[role^='menuitem']", -1),
                        _ => return,
                    }
                    event.prevent_default();
                    event.stop_propagation();
                }
            >
                <FileButton kind=FileKind::Csv class="" role="menuitem" name=t.import_csv() />
                <FileButton kind=FileKind::Workspace class="" role="menuitem" name=t.open_file() />
                {item(t.export_json(), download_workspace)}
                {item(t.export_csv(), download_csv)}
                {item(t.log_export_csv(), download_log_csv)}
                {item(t.log_export_xes(), download_log_xes)}
                <hr />
                {item(t.new_pipeline(), |desk| desk.dialog.set(Some(Dialog::NewPipeline)))}
                {item(t.clear_all(), |desk| desk.dialog.set(Some(Dialog::Clear)))}
                <hr />
                <div class="menu-group" role="group" aria-label=t.theme()>
                    <span aria-hidden="true">{t.theme()}</span>
                    {[(None, t.theme_system()), (Some("light"), t.theme_light()), (Some("dark"), t.theme_dark())]
                        .map(|(value, name)| {
                            view! {
                                <button
                                    type="button"
                                    role="menuitemradio"
                                    tabindex="-1"
                                    aria-checked=move || (theme.get().as_deref() == value).to_string()
                                    on:click=move |_| theme.set(value.map(str::to_owned))
                                >
                                    {name}
                                </button>
                            }
                        })
                        .collect_view()}
                </div>
                {item(t.shortcuts(), |desk| desk.dialog.set(Some(Dialog::Shortcuts)))}
            </div>
        </div>
    }
}
