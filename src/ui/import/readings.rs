//! How dates and amounts are written: guessed, shown by an example from the file, confirmed where it is not certain.

use leptos::prelude::*;

use std::sync::Arc;

use crate::exchange::csv_read::Table;
use crate::exchange::values::{
    DateGuess, DateOrder, DecimalGuess, DecimalMark, When, read_amount, read_date, read_moment,
};
use crate::model::{Currency, Zone};
use crate::ui::desk::Desk;
use crate::ui::parts::{Choice, Offer};

/// The cells that are to be read, and what was guessed and chosen. Copies are the same.
#[derive(Clone, Copy)]
pub struct Ways {
    /// The desk.
    pub desk: Desk,
    /// The file.
    pub table: StoredValue<Arc<Table>>,
    /// The columns of dates.
    pub date_columns: Memo<Vec<usize>>,
    /// What the dates seem to be.
    pub dates: Memo<DateGuess>,
    /// The order that was chosen.
    pub order: RwSignal<Option<DateOrder>>,
    /// Whether the hour counts.
    pub timed: bool,
    /// The columns of values.
    pub value_columns: Memo<Vec<usize>>,
    /// What the amounts seem to be.
    pub decimals: Memo<DecimalGuess>,
    /// The mark that was chosen.
    pub mark: RwSignal<Option<DecimalMark>>,
    /// The currency of the values.
    pub currency: Signal<Currency>,
}

impl Ways {
    /// The order of dates that counts now.
    pub fn date_order(self) -> DateOrder {
        self.order.get().unwrap_or_else(|| self.dates.get().order)
    }

    /// The decimal mark that counts now.
    pub fn decimal_mark(self) -> DecimalMark {
        self.mark.get().unwrap_or_else(|| self.decimals.get().mark)
    }

    /// Whether the order of the dates is still to be said.
    pub fn asks_order(self) -> bool {
        !self.dates.get().certain && self.order.with(Option::is_none)
    }

    /// Whether the decimal mark is still to be said.
    pub fn asks_mark(self) -> bool {
        !self.decimals.get().certain && self.mark.with(Option::is_none)
    }

    fn read(self, text: &str, order: DateOrder) -> Option<When> {
        if self.timed { read_moment(text, order) } else { read_date(text, order) }
    }

    fn written(self, when: When) -> String {
        let day = self.desk.formats().day(when.day());
        match when {
            When::At(at) if self.timed => {
                let (hour, minute) = Zone::UTC.clock(at);
                self.desk.t().log_time(&day, hour, minute)
            }
            _ => day,
        }
    }
}

const ORDERS: [(DateOrder, &str); 3] =
    [(DateOrder::DayMonthYear, "dmy"), (DateOrder::MonthDayYear, "mdy"), (DateOrder::YearMonthDay, "ymd")];
const MARKS: [(DecimalMark, &str); 2] = [(DecimalMark::Point, "point"), (DecimalMark::Comma, "comma")];

/// Cells that are looked through for a telling example.
const LOOKED_AT: usize = 500;

/// The first cells of some columns that are not empty.
fn cells(ways: Ways, columns: &[usize]) -> Vec<String> {
    ways.table.with_value(|table| {
        let all = columns.iter().flat_map(|column| table.column(*column).take(LOOKED_AT));
        all.filter(|cell| !cell.is_empty()).map(str::to_owned).collect()
    })
}

/// A date that reads in that order, as it reads; rather one that reads in no other. Else one that does not read.
fn date_example(ways: Ways, order: DateOrder) -> Option<(String, bool)> {
    let cells = ways.date_columns.with(|columns| cells(ways, columns));
    let t = ways.desk.t();
    let others = |text: &str| {
        ORDERS.iter().filter(|(other, _)| *other != order && ways.read(text, *other).is_some()).count()
    };
    let unread = cells.iter().find(|text| ways.read(text, order).is_none());
    let read = cells.iter().filter(|text| ways.read(text, order).is_some()).min_by_key(|text| others(text));
    match (unread, read) {
        // What speaks against an order says more than what fits.
        (Some(text), None) => Some((t.import_date_unread(text), false)),
        (_, Some(text)) => Some((t.import_date_read(text, &ways.written(ways.read(text, order)?)), true)),
        (None, None) => None,
    }
}

fn amount_example(ways: Ways, mark: DecimalMark) -> Option<String> {
    let cells = ways.value_columns.with(|columns| cells(ways, columns));
    let currency = ways.currency.get();
    let telling = |text: &&String| text.contains(['.', ',']);
    let text = cells.iter().find(telling).or(cells.first())?;
    let minor = read_amount(text, mark, currency).ok()?;
    Some(ways.desk.t().import_amount_read(text, &ways.desk.formats().money(minor, currency)))
}

/// What to choose from; with an entry that asks, where nothing is chosen yet.
fn offers(ask: Option<&str>, all: impl Iterator<Item = Offer>) -> Vec<Offer> {
    ask.map(|text| (String::new(), text.to_owned())).into_iter().chain(all).collect()
}

/// The section.
#[component]
pub fn Readings(
    /// What is to be read.
    ways: Ways,
) -> impl IntoView {
    let t = ways.desk.t();
    view! {
        <section class="import-part">
            <h3>{t.import_readings()}</h3>
            <div class="import-pair">
                <Show
                    when=move || ways.date_columns.with(|columns| !columns.is_empty())
                    fallback=move || view! { <p class="soft">{t.import_no_dates()}</p> }
                >
                    <Dates ways />
                </Show>
                <Show
                    when=move || ways.value_columns.with(|columns| !columns.is_empty())
                    fallback=move || view! { <p class="soft">{t.import_no_amounts()}</p> }
                >
                    <Decimals ways />
                </Show>
            </div>
        </section>
    }
}

#[component]
fn Dates(ways: Ways) -> impl IntoView {
    let t = ways.desk.t();
    let asked = move || ways.asks_order();
    let listed = Signal::derive(move || {
        let all = ORDERS.map(|(order, key)| (key.to_owned(), t.import_date_order(order)));
        offers(asked().then_some(t.import_choose()), all.into_iter())
    });
    let value = Signal::derive(move || {
        let key = ORDERS.iter().find(|(order, _)| *order == ways.date_order()).map(|(_, key)| *key);
        if asked() { String::new() } else { key.unwrap_or_default().to_owned() }
    });
    let examples = Memo::new(move |_| {
        let orders: Vec<DateOrder> =
            if asked() { ORDERS.iter().map(|(order, _)| *order).collect() } else { vec![ways.date_order()] };
        let found = orders.into_iter().filter_map(|order| {
            let (text, fits) = date_example(ways, order)?;
            // Orders that nothing speaks for need no example while the user has to choose.
            (fits || !asked()).then(|| (asked().then(|| t.import_date_order(order)), text))
        });
        found.collect::<Vec<_>>()
    });
    view! {
        <div class="import-reading" data-import-certain=move || ways.dates.get().certain.to_string()>
            <Choice
                name="dates"
                label=t.import_dates()
                offers=listed
                value=value
                on_choose=move |key: String| {
                    let found = ORDERS.iter().find(|(_, other)| *other == key);
                    ways.order.set(found.map(|(order, _)| *order));
                    true
                }
            />
            <Show when=asked>
                <p class="import-ask">{t.import_dates_unsure()}</p>
            </Show>
            <ul class="import-examples">
                {move || {
                    examples
                        .get()
                        .into_iter()
                        .map(|(order, text)| {
                            view! {
                                <li>
                                    {order.map(|order| view! { <span class="soft">{order}</span> })}
                                    <bdi>{text}</bdi>
                                </li>
                            }
                        })
                        .collect_view()
                }}
            </ul>
            {ways.timed.then(|| view! { <p class="soft">{t.log_zone()}</p> })}
        </div>
    }
}

#[component]
fn Decimals(ways: Ways) -> impl IntoView {
    let t = ways.desk.t();
    let asked = move || ways.asks_mark();
    let listed = Signal::derive(move || {
        let all = MARKS.map(|(mark, key)| (key.to_owned(), t.import_decimal_mark(mark)));
        offers(asked().then_some(t.import_choose()), all.into_iter())
    });
    let value = Signal::derive(move || {
        let key = MARKS.iter().find(|(mark, _)| *mark == ways.decimal_mark()).map(|(_, key)| *key);
        if asked() { String::new() } else { key.unwrap_or_default().to_owned() }
    });
    let examples = Memo::new(move |_| {
        let marks: Vec<DecimalMark> =
            if asked() { MARKS.iter().map(|(mark, _)| *mark).collect() } else { vec![ways.decimal_mark()] };
        marks.into_iter().filter_map(|mark| amount_example(ways, mark)).collect::<Vec<_>>()
    });
    view! {
        <div class="import-reading" data-import-certain=move || ways.decimals.get().certain.to_string()>
            <Choice
                name="decimals"
                label=t.import_decimals()
                offers=listed
                value=value
                on_choose=move |key: String| {
                    let found = MARKS.iter().find(|(_, other)| *other == key);
                    ways.mark.set(found.map(|(mark, _)| *mark));
                    true
                }
            />
            <Show when=asked>
                <p class="import-ask">{t.import_decimals_unsure()}</p>
            </Show>
            <ul class="import-examples">
                {move || examples.get().into_iter().map(|text| view! { <li><bdi>{text}</bdi></li> }).collect_view()}
            </ul>
        </div>
    }
}
