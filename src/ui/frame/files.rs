//! Files in and out: the whole workspace, and deals as CSV.

use std::sync::Arc;

use leptos::prelude::*;

use crate::browser::{files, page};
use crate::exchange::document::{self, FileError};
use crate::exchange::{csv_read, csv_write, log_write, log_xes};
use crate::i18n::Texts;
use crate::ui::desk::{Desk, Dialog, use_desk};

/// What a file is chosen for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileKind {
    /// A workspace to open.
    Workspace,
    /// Deals to import.
    Csv,
}

/// A button that lets the user choose a file.
#[component]
pub fn FileButton(
    /// What for.
    kind: FileKind,
    /// The button's class.
    class: &'static str,
    /// The button's role.
    #[prop(optional)]
    role: Option<&'static str>,
    /// What stands on it.
    name: &'static str,
    /// A line below the name.
    #[prop(optional)]
    more: Option<&'static str>,
    /// Called when a file of a workspace has been read, in place of asking.
    #[prop(optional)]
    on_workspace: Option<Callback<Arc<crate::model::Workspace>>>,
) -> impl IntoView {
    let desk = use_desk();
    let input = NodeRef::<leptos::html::Input>::new();
    let accept = match kind {
        FileKind::Workspace => ".json,application/json",
        FileKind::Csv => ".csv,.tsv,.txt,text/csv",
    };
    let key = match kind {
        FileKind::Workspace => "workspace",
        FileKind::Csv => "csv",
    };
    let tabindex = if role.is_some() { "-1" } else { "0" };
    view! {
        <button
            type="button"
            class=class
            role=role
            tabindex=tabindex
            on:click=move |_| {
                if let Some(input) = input.get_untracked() {
                    input.click();
                }
            }
        >
            <span>{name}</span>
            {more.map(|more| view! { <small>{more}</small> })}
        </button>
        <input
            type="file"
            class="file-input"
            tabindex="-1"
            aria-hidden="true"
            data-file=key
            accept=accept
            node_ref=input
            on:change=move |_| {
                let Some(file) = input.get_untracked().and_then(|input| files::chosen(&input)) else { return };
                page::spawn(async move {
                    if kind == FileKind::Csv {
                        match files::bytes(&file).await {
                            Ok(bytes) => {
                                let text = csv_read::decode(&bytes);
                                desk.dialog.set(Some(Dialog::Import(file.name().into(), text.into())));
                            }
                            Err(error) => {
                                // A dialog in front would hide the message.
                                desk.dialog.set(None);
                                desk.warn(read_trouble(desk.t(), error));
                            }
                        }
                        return;
                    }
                    match files::text(&file).await {
                        Ok(text) => match document::read(&text) {
                            Ok(workspace) => {
                                let workspace = Arc::new(workspace);
                                match on_workspace {
                                    Some(callback) => callback.run(workspace),
                                    None => desk.dialog.set(Some(Dialog::Restore(workspace))),
                                }
                            }
                            Err(error) => desk.warn(file_trouble(desk.t(), &error)),
                        },
                        Err(error) => desk.warn(read_trouble(desk.t(), error)),
                    }
                });
            }
        />
    }
}

fn read_trouble(t: &dyn Texts, error: files::ReadError) -> String {
    match error {
        files::ReadError::TooLarge => t.file_too_large(),
        files::ReadError::Unreadable => t.file_unreadable(),
    }
}

/// What is wrong with a file, in words.
pub fn file_trouble(t: &dyn Texts, error: &FileError) -> String {
    match error {
        FileError::NotJson { line, column } => t.file_not_json(*line, *column),
        FileError::Newer(_) => t.file_newer(),
        FileError::NotOurs => t.file_not_ours(),
        FileError::Breaches(breaches) => t.file_broken(breaches.len() as u64),
        _ => t.file_broken(1),
    }
}

fn offer(desk: Desk, name: &str, mime: &str, text: &str) {
    if !files::download(name, mime, text) {
        desk.warn(desk.t().download_refused());
    }
}

/// Offers the whole workspace as a file.
pub fn download_workspace(desk: Desk) {
    let text = desk.with(|session| document::write(session.workspace()));
    let today = desk.zone().day(desk.now());
    offer(desk, &format!("stageline-{today}.json"), "application/json", &text);
}

/// Offers the deals of the pipeline that is shown as CSV.
pub fn download_csv(desk: Desk) {
    let Some(pipeline) = desk.pipeline.get_untracked() else { return };
    let text = desk.with(|session| csv_write::write_deals_csv(session.workspace(), Some(pipeline), true));
    let today = desk.zone().day(desk.now());
    offer(desk, &format!("deals-{today}.csv"), "text/csv;charset=utf-8", &text);
}

/// Offers the histories of the pipeline that is shown as an event log in CSV.
pub fn download_log_csv(desk: Desk) {
    let Some(pipeline) = desk.pipeline.get_untracked() else { return };
    let text = desk.with(|session| log_write::write_log_csv(session.workspace(), pipeline, true));
    let today = desk.zone().day(desk.now());
    offer(desk, &format!("event-log-{today}.csv"), "text/csv;charset=utf-8", &text);
}

/// Offers the histories of the pipeline that is shown as an event log in XES.
pub fn download_log_xes(desk: Desk) {
    let Some(pipeline) = desk.pipeline.get_untracked() else { return };
    let text = desk.with(|session| log_xes::write_log_xes(session.workspace(), pipeline));
    let today = desk.zone().day(desk.now());
    offer(desk, &format!("event-log-{today}.xes"), "application/xml", &text);
}
