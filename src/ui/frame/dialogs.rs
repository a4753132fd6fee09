//! Which dialog is in front.

use leptos::prelude::*;

use crate::exchange::Deed;
use crate::model::{Command, Currency, Deal, Pipeline, Rank};
use crate::templates;
use crate::ui::board::{GateDialog, LoseDialog, MoveMenu, WinDialog};
use crate::ui::deal::{NurtureDialog, TransferDialog};
use crate::ui::desk::{Desk, Dialog, use_desk};
use crate::ui::fetched::{FetchedPart, Part};
use crate::ui::parts::Modal;

/// The dialog in front, if any.
#[component]
pub fn Dialogs() -> impl IntoView {
    let desk = use_desk();
    let close = Callback::new(move |()| desk.dialog.set(None));
    move || {
        desk.dialog.get().map(|dialog| match dialog {
            Dialog::Win(id) => view! { <WinDialog id on_close=close /> }.into_any(),
            Dialog::Lose(id) => view! { <LoseDialog id on_close=close /> }.into_any(),
            Dialog::Move(id, at) => view! { <MoveMenu id at on_close=close /> }.into_any(),
            Dialog::Gate(passage) => view! { <GateDialog passage=*passage on_close=close /> }.into_any(),
            Dialog::Nurture(id) => view! { <NurtureDialog id on_close=close /> }.into_any(),
            Dialog::Transfer(id) => view! { <TransferDialog id on_close=close /> }.into_any(),
            Dialog::Import(..) => view! { <FetchedPart part=Part::Import /> }.into_any(),
            Dialog::Restore(workspace) => {
                let deals = workspace.all::<Deal>().len() as u64;
                let pipelines = workspace.all::<Pipeline>().len() as u64;
                let t = desk.t();
                let open = Callback::new(move |()| {
                    desk.replace(&workspace, Deed::Restore);
                    desk.notify_undo(t.restored_toast(deals));
                });
                let more = t.restore_more(deals, pipelines);
                view! {
                    <Confirm title=t.restore_title() more yes=t.restore_yes() class="button button-main" on_yes=open />
                }
                    .into_any()
            }
            Dialog::Clear => {
                let t = desk.t();
                let clear = Callback::new(move |()| {
                    if desk.dispatch(Command::Clear, Deed::Clear) {
                        desk.notify_undo(t.cleared_toast());
                    }
                });
                let more = t.clear_more().to_owned();
                view! {
                    <Confirm title=t.clear_title() more yes=t.clear_yes() class="button button-bad" on_yes=clear />
                }
                    .into_any()
            }
            Dialog::NewPipeline => {
                let t = desk.t();
                view! {
                    <Modal title=t.start_template() on_close=close wide=true>
                        <TemplateList />
                    </Modal>
                }
                    .into_any()
            }
            Dialog::Shortcuts => {
                let t = desk.t();
                view! {
                    <Modal title=t.shortcuts() on_close=close>
                        <dl class="shortcuts">
                            {t
                                .shortcut_list()
                                .lines()
                                .filter_map(|line| line.split_once('\t'))
                                .map(|(keys, what)| {
                                    view! {
                                        <dt><kbd>{keys.to_owned()}</kbd></dt>
                                        <dd>{what.to_owned()}</dd>
                                    }
                                })
                                .collect_view()}
                        </dl>
                    </Modal>
                }
                    .into_any()
            }
        })
    }
}

/// Asks before everything on the page becomes another.
#[component]
fn Confirm(
    title: &'static str,
    more: String,
    /// What stands on the button, and how it looks.
    yes: &'static str,
    class: &'static str,
    on_yes: Callback<()>,
) -> impl IntoView {
    let desk = use_desk();
    let close = Callback::new(move |()| desk.dialog.set(None));
    view! {
        <Modal title=title on_close=close>
            <p>{more}</p>
            <div class="button-row">
                <button
                    type="button"
                    class=class
                    on:click=move |_| {
                        desk.dialog.set(None);
                        desk.open_deal.set(None);
                        on_yes.run(());
                    }
                >
                    {yes}
                </button>
                <button type="button" class="button" on:click=move |_| close.run(())>{desk.t().cancel()}</button>
            </div>
        </Modal>
    }
}

/// The processes to begin a pipeline with.
#[component]
pub fn TemplateList() -> impl IntoView {
    let desk = use_desk();
    let t = desk.t();
    view! {
        <ul class="templates">
            {templates::all()
                .iter()
                .map(|template| {
                    let names = template.stages.iter().map(|stage| stage.name).collect::<Vec<_>>().join(" · ");
                    view! {
                        <li>
                            <button
                                type="button"
                                class="template"
                                data-template=template.key
                                on:click=move |_| begin_with(desk, template)
                            >
                                <strong>{template.name}</strong>
                                <span>{template.summary}</span>
                                <small>{t.template_stages(template.stages.len(), &names)}</small>
                            </button>
                        </li>
                    }
                })
                .collect_view()}
        </ul>
    }
}

/// Adds a pipeline made from a template, and shows it.
fn begin_with(desk: Desk, template: &templates::Template) {
    let last: Option<Rank> =
        desk.with(|session| session.workspace().pipelines().last().map(|p| p.rank.clone()));
    let deed = if last.is_some() { Deed::EditProcess } else { Deed::Start };
    let built = desk.with_ids(|ids| templates::from_template(template, Currency::EUR, last.as_ref(), ids));
    let Some(built) = built else { return };
    if desk.dispatch(built.command, deed) {
        desk.dialog.set(None);
        desk.open_deal.set(None);
        desk.pipeline.set(Some(built.pipeline));
    }
}
