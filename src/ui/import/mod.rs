//! The import of deals from CSV: one dialog from the file to the deals, all of it to be seen and corrected on one page.

mod columns;
mod draft;
mod preview;
mod readings;
mod stages;
mod target;
mod work;

use std::sync::Arc;

use leptos::prelude::*;

use crate::exchange::csv_kind::stranger;
use crate::exchange::csv_read::{Table, sniff};
use crate::i18n::Texts;
use crate::ui::desk::use_desk;
use crate::ui::frame::{FileButton, FileKind};
use crate::ui::parts::Modal;

use columns::ColumnTable;
use draft::{Draft, Need};
use preview::Preview;
use readings::Readings;
use stages::Stages;
use work::{State, Work};

/// The table of a text, or why there is none, in words.
fn read(t: &dyn Texts, text: &str) -> Result<Table, String> {
    if let Some(stranger) = stranger(text) {
        return Err(t.import_stranger(stranger));
    }
    let table = sniff(text).map_err(|error| t.import_csv_error(error))?;
    if table.is_empty() { Err(t.import_no_rows().to_owned()) } else { Ok(table) }
}

/// Asks what a file of deals means, shows what would come in, and brings it in.
#[component]
pub fn ImportDialog(
    /// The file's name.
    name: Arc<str>,
    /// Its text.
    text: Arc<str>,
    /// Called when it closes.
    on_close: Callback<()>,
) -> impl IntoView {
    let t = use_desk().t();
    match read(t, &text) {
        Ok(table) => view! { <Form name table on_close /> }.into_any(),
        Err(why) => view! {
            <Modal title=t.import_title() on_close=on_close>
                <div class="form">
                    <p class="form-lead" dir="auto">{name.to_string()}</p>
                    <p role="alert" data-import="trouble">{why}</p>
                    <div class="button-row">
                        <FileButton kind=FileKind::Csv class="button button-main" name=t.import_other_file() />
                        <button type="button" class="button" on:click=move |_| on_close.run(())>{t.cancel()}</button>
                    </div>
                </div>
            </Modal>
        }
        .into_any(),
    }
}

#[component]
fn Form(name: Arc<str>, table: Table, on_close: Callback<()>) -> impl IntoView {
    let desk = use_desk();
    let t = desk.t();
    let (rows, columns) = (table.len() as u64, table.header.len() as u64);
    let found = t.import_file(rows, &desk.formats().count(rows), columns, table.delimiter);
    let draft = Draft::new(desk, &name, table);
    let work = Work::new(draft);
    // While the deals come in, closing means to stop that first.
    let close = Callback::new(move |()| {
        if work.importing.get_untracked() {
            work.stop();
        } else {
            on_close.run(());
        }
    });
    view! {
        <Modal title=t.import_title() on_close=close wide=true>
            <div class="import" data-import="form">
                <div class="import-body">
                    <p class="import-file">
                        <strong dir="auto">{name.to_string()}</strong>
                        <span class="soft">{found}</span>
                    </p>
                    <fieldset disabled=move || work.importing.get()>
                        <ColumnTable draft />
                        <Readings draft />
                        <Stages draft />
                    </fieldset>
                    <Preview draft work />
                </div>
                <Foot draft work close />
            </div>
        </Modal>
    }
}

#[component]
fn Foot(draft: Draft, work: Work, close: Callback<()>) -> impl IntoView {
    let desk = draft.desk;
    let t = desk.t();
    let total = draft.table.with_value(|table| table.len());
    let deals = Memo::new(move |_| work.outlook.with(|outlook| outlook.as_ref().map(|found| found.deals)));
    let done = move || work.state.with(|state| if let State::Reading(rows) = state { *rows } else { total });
    let message = move || {
        if let Some(need) = draft.need() {
            return Some(match need {
                Need::Columns => t.import_need_columns().to_owned(),
                Need::Dates => t.import_need_dates().to_owned(),
                Need::Decimals => t.import_need_decimals().to_owned(),
                Need::Name => t.import_need_name().to_owned(),
                Need::Currency => t.import_need_currency().to_owned(),
                Need::Plan(error) => t.import_plan_error(error),
            });
        }
        match work.state.get() {
            State::Failed(error) => Some(t.import_plan_error(error)),
            State::Refused(why) => Some(why),
            State::Done if deals.get() == Some(0) => Some(t.import_need_deals().to_owned()),
            _ => None,
        }
    };
    let message = Memo::new(move |_| message());
    let busy = move || work.importing.get() || work.state.with(|state| matches!(state, State::Reading(_)));
    view! {
        <div class="import-foot">
            <p class="import-need" role="status">{move || message.get()}</p>
            <progress
                class="import-progress"
                class:import-idle=move || !busy()
                aria-label=move || if work.importing.get() { t.import_working() } else { t.import_checking() }
                max=total.to_string()
                prop:value=move || done() as f64
            ></progress>
            <div class="button-row">
                <button
                    type="button"
                    class="button button-main"
                    data-action="import"
                    disabled=move || message.with(Option::is_some) || deals.get().is_none() || work.importing.get()
                    on:click=move |_| work.start()
                >
                    {move || {
                        if work.importing.get() {
                            return t.import_working().to_owned();
                        }
                        match deals.get() {
                            Some(count) => t.import_button(count as u64, &desk.formats().count(count as u64)),
                            None => t.import_title().to_owned(),
                        }
                    }}
                </button>
                <button type="button" class="button" data-action="cancel" on:click=move |_| close.run(())>
                    {move || if work.importing.get() { t.import_stop() } else { t.cancel() }}
                </button>
            </div>
        </div>
    }
}
