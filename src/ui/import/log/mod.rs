//! The import of an event log: an event in each row, cases become deals, activities become stages.

mod activities;
mod draft;
mod preview;
mod work;

use std::sync::Arc;

use leptos::prelude::*;

use crate::browser::page;
use crate::exchange::csv_read::Table;
use crate::exchange::log_fields::LogField;
use crate::ui::desk::use_desk;

use super::columns::ColumnTable;
use super::foot::{Foot, Progress};
use super::readings::Readings;
use super::target::CurrencyFields;
use activities::Activities;
use draft::{LogDraft, Need};
use preview::LogPreview;
use work::LogWork;

/// The parts of the dialog that follow where each row is an event.
#[component]
pub fn LogForm(
    /// The file's name.
    file: Arc<str>,
    /// The file.
    table: Arc<Table>,
    /// Whether the user has said to go on.
    importing: RwSignal<bool>,
    /// Closes the dialog, or stops the work first.
    close: Callback<()>,
) -> impl IntoView {
    let desk = use_desk();
    let t = desk.t();
    let total = table.len();
    let draft = LogDraft::new(desk, &file, table);
    let work = LogWork::new(draft, importing);
    let deals = Memo::new(move |_| work.outlook.with(|outlook| outlook.as_ref().map(|found| found.deals)));
    let need = move || {
        draft.need().map(|need| match need {
            Need::Columns(field) => t.log_need_column(field),
            Need::Dates => t.import_need_dates().to_owned(),
            Need::Decimals => t.import_need_decimals().to_owned(),
            Need::Name => t.import_need_name().to_owned(),
            Need::Currency => t.import_need_currency().to_owned(),
            Need::Plan(error) => t.log_error(error),
        })
    };
    let progress = Progress::of(work.state, deals, importing, total, need, t.log_need_deals());
    let fields = LogField::ALL.iter().map(|field| t.log_field(*field)).collect::<Vec<_>>();
    let chosen = Callback::new(move |column| draft.field_of(column));
    let on_choose = Callback::new(move |(column, place)| draft.set_field(column, place));
    view! {
        <div class="import-body">
            <fieldset disabled=move || importing.get()>
                <ColumnTable table=draft.table fields chosen on_choose />
                <Readings ways=draft.ways() />
                <section class="import-part">
                    <h3>{t.log_activities()}</h3>
                    <p class="soft">{t.log_activities_more()}</p>
                    <div class="import-fields">
                        <label class="field import-name">
                            <span>{t.import_new_pipeline()}</span>
                            <input
                                type="text"
                                dir="auto"
                                maxlength="500"
                                autocomplete="off"
                                data-import="name"
                                prop:value=move || draft.name.get()
                                on:input=move |event| draft.name.set(page::value_of(&event))
                            />
                        </label>
                        <CurrencyFields code=draft.code likely=draft.likely_currency />
                    </div>
                    <Activities draft />
                </section>
            </fieldset>
            <LogPreview draft work />
        </div>
        <Foot progress on_start=Callback::new(move |()| work.start()) close />
    }
}
