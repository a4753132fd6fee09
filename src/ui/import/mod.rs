//! The import of deals from CSV: one dialog from the file to the deals, all of it to be seen and corrected on one page. A file has
//! a deal in each row, or an event of a deal; it is taken for what it looks like until the user says otherwise.

mod columns;
mod draft;
mod foot;
mod lists;
mod log;
mod preview;
mod readings;
mod stages;
mod target;
mod work;

use std::sync::Arc;

use leptos::prelude::*;

use crate::exchange::csv_fields::Field;
use crate::exchange::csv_kind::stranger;
use crate::exchange::csv_read::{Table, sniff};
use crate::exchange::log_fields;
use crate::i18n::Texts;
use crate::ui::desk::use_desk;
use crate::ui::frame::{FileButton, FileKind};
use crate::ui::parts::Modal;

use columns::ColumnTable;
use draft::{Draft, Need};
use foot::{Foot, Progress};
use log::LogForm;
use preview::Preview;
use readings::Readings;
use stages::Stages;
use work::Work;

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
        Ok(table) => view! { <Whole name table=Arc::new(table) on_close /> }.into_any(),
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

/// The dialog of a file that can be read, with the switch between the two kinds of files.
#[component]
fn Whole(name: Arc<str>, table: Arc<Table>, on_close: Callback<()>) -> impl IntoView {
    let desk = use_desk();
    let t = desk.t();
    let (rows, columns) = (table.len() as u64, table.header.len() as u64);
    let found = t.import_file(rows, &desk.formats().count(rows), columns, table.delimiter);
    let is_log = RwSignal::new(log_fields::is_log(&table, &log_fields::suggest(&table)));
    let importing = RwSignal::new(false);
    // While the deals come in, closing means to stop that first.
    let close = Callback::new(move |()| {
        if importing.get_untracked() {
            importing.set(false);
        } else {
            on_close.run(());
        }
    });
    let file = Arc::clone(&name);
    let kinds = [(false, "deals", t.log_row_is_deal()), (true, "events", t.log_row_is_event())];
    view! {
        <Modal title=t.import_title() on_close=close wide=true>
            <div class="import" data-import="form">
                <div class="import-top">
                    <p class="import-file">
                        <strong dir="auto">{name.to_string()}</strong>
                        <span class="soft">{found}</span>
                    </p>
                    <div class="segments" role="group" aria-label=t.log_row_is()>
                        {kinds
                            .map(|(kind, key, words)| {
                                view! {
                                    <button
                                        type="button"
                                        class="segment"
                                        data-import-kind=key
                                        aria-pressed=move || (is_log.get() == kind).to_string()
                                        disabled=move || importing.get()
                                        on:click=move |_| is_log.set(kind)
                                    >
                                        {words}
                                    </button>
                                }
                            })
                            .collect_view()}
                    </div>
                </div>
                {move || {
                    let (file, table) = (Arc::clone(&file), Arc::clone(&table));
                    if is_log.get() {
                        view! { <LogForm file table importing close /> }.into_any()
                    } else {
                        view! { <DealForm file table importing close /> }.into_any()
                    }
                }}
            </div>
        </Modal>
    }
}

/// The parts that follow where each row is a deal.
#[component]
fn DealForm(
    file: Arc<str>,
    table: Arc<Table>,
    importing: RwSignal<bool>,
    close: Callback<()>,
) -> impl IntoView {
    let desk = use_desk();
    let t = desk.t();
    let total = table.len();
    let draft = Draft::new(desk, &file, table);
    let work = Work::new(draft, importing);
    let deals = Memo::new(move |_| work.outlook.with(|outlook| outlook.as_ref().map(|found| found.deals)));
    let need = move || {
        draft.need().map(|need| match need {
            Need::Columns => t.import_need_columns().to_owned(),
            Need::Dates => t.import_need_dates().to_owned(),
            Need::Decimals => t.import_need_decimals().to_owned(),
            Need::Name => t.import_need_name().to_owned(),
            Need::Currency => t.import_need_currency().to_owned(),
            Need::Plan(error) => t.import_plan_error(error),
        })
    };
    let progress = Progress::of(work.state, deals, importing, total, need, t.import_need_deals());
    let fields = Field::ALL.iter().map(|field| t.import_field(*field)).collect::<Vec<_>>();
    let chosen = Callback::new(move |column| draft.field_of(column));
    let on_choose = Callback::new(move |(column, place)| draft.set_field(column, place));
    view! {
        <div class="import-body">
            <fieldset disabled=move || importing.get()>
                <ColumnTable table=draft.table fields chosen on_choose />
                <Readings ways=draft.ways() />
                <Stages draft />
            </fieldset>
            <Preview draft work />
        </div>
        <Foot progress on_start=Callback::new(move |()| work.start()) close />
    }
}
