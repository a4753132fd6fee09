//! How dates and amounts are written: guessed, shown by an example from the file, confirmed where it is not certain.

use leptos::prelude::*;

use crate::exchange::values::{DateOrder, DecimalMark, read_amount, read_date};
use crate::ui::parts::{Choice, Offer};

use super::draft::Draft;

const ORDERS: [(DateOrder, &str); 3] =
    [(DateOrder::DayMonthYear, "dmy"), (DateOrder::MonthDayYear, "mdy"), (DateOrder::YearMonthDay, "ymd")];
const MARKS: [(DecimalMark, &str); 2] = [(DecimalMark::Point, "point"), (DecimalMark::Comma, "comma")];

/// Cells that are looked through for a telling example.
const LOOKED_AT: usize = 500;

/// The first cells of some columns that are not empty.
fn cells(draft: Draft, columns: &[usize]) -> Vec<String> {
    draft.table.with_value(|table| {
        let all = columns.iter().flat_map(|column| table.column(*column).take(LOOKED_AT));
        all.filter(|cell| !cell.is_empty()).map(str::to_owned).collect()
    })
}

/// A date that reads in that order, as it reads; rather one that reads in no other. Else one that does not read.
fn date_example(draft: Draft, order: DateOrder) -> Option<(String, bool)> {
    let cells = draft.date_columns.with(|columns| cells(draft, columns));
    let t = draft.desk.t();
    let others = |text: &str| {
        ORDERS.iter().filter(|(other, _)| *other != order && read_date(text, *other).is_some()).count()
    };
    let unread = cells.iter().find(|text| read_date(text, order).is_none());
    let read = cells.iter().filter(|text| read_date(text, order).is_some()).min_by_key(|text| others(text));
    match (unread, read) {
        // What speaks against an order says more than what fits.
        (Some(text), None) => Some((t.import_date_unread(text), false)),
        (_, Some(text)) => {
            let day = draft.desk.formats().day(read_date(text, order)?.day());
            Some((t.import_date_read(text, &day), true))
        }
        (None, None) => None,
    }
}

fn amount_example(draft: Draft, mark: DecimalMark) -> Option<String> {
    let cells = draft.value_columns.with(|columns| cells(draft, columns));
    let currency = draft.currency();
    let telling = |text: &&String| text.contains(['.', ',']);
    let text = cells.iter().find(telling).or(cells.first())?;
    let minor = read_amount(text, mark, currency).ok()?;
    Some(draft.desk.t().import_amount_read(text, &draft.desk.formats().money(minor, currency)))
}

/// What to choose from; with an entry that asks, where nothing is chosen yet.
fn offers(ask: Option<&str>, all: impl Iterator<Item = Offer>) -> Vec<Offer> {
    ask.map(|text| (String::new(), text.to_owned())).into_iter().chain(all).collect()
}

/// The section.
#[component]
pub fn Readings(
    /// The decisions.
    draft: Draft,
) -> impl IntoView {
    let t = draft.desk.t();
    view! {
        <section class="import-part">
            <h3>{t.import_readings()}</h3>
            <div class="import-pair">
                <Show
                    when=move || draft.date_columns.with(|columns| !columns.is_empty())
                    fallback=move || view! { <p class="soft">{t.import_no_dates()}</p> }
                >
                    <Dates draft />
                </Show>
                <Show
                    when=move || draft.value_columns.with(|columns| !columns.is_empty())
                    fallback=move || view! { <p class="soft">{t.import_no_amounts()}</p> }
                >
                    <Decimals draft />
                </Show>
            </div>
        </section>
    }
}

#[component]
fn Dates(draft: Draft) -> impl IntoView {
    let t = draft.desk.t();
    let asked = move || !draft.dates.get().certain && draft.order.with(Option::is_none);
    let listed = Signal::derive(move || {
        let all = ORDERS.map(|(order, key)| (key.to_owned(), t.import_date_order(order)));
        offers(asked().then_some(t.import_choose()), all.into_iter())
    });
    let value = Signal::derive(move || {
        let key = ORDERS.iter().find(|(order, _)| *order == draft.date_order()).map(|(_, key)| *key);
        if asked() { String::new() } else { key.unwrap_or_default().to_owned() }
    });
    let examples = Memo::new(move |_| {
        let orders: Vec<DateOrder> =
            if asked() { ORDERS.iter().map(|(order, _)| *order).collect() } else { vec![draft.date_order()] };
        let found = orders.into_iter().filter_map(|order| {
            let (text, fits) = date_example(draft, order)?;
            // Orders that nothing speaks for need no example while the user has to choose.
            (fits || !asked()).then(|| (asked().then(|| t.import_date_order(order)), text))
        });
        found.collect::<Vec<_>>()
    });
    view! {
        <div class="import-reading" data-import-certain=move || draft.dates.get().certain.to_string()>
            <Choice
                name="dates"
                label=t.import_dates()
                offers=listed
                value=value
                on_choose=move |key: String| {
                    let found = ORDERS.iter().find(|(_, other)| *other == key);
                    draft.order.set(found.map(|(order, _)| *order));
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
        </div>
    }
}

#[component]
fn Decimals(draft: Draft) -> impl IntoView {
    let t = draft.desk.t();
    let asked = move || !draft.decimals.get().certain && draft.mark.with(Option::is_none);
    let listed = Signal::derive(move || {
        let all = MARKS.map(|(mark, key)| (key.to_owned(), t.import_decimal_mark(mark)));
        offers(asked().then_some(t.import_choose()), all.into_iter())
    });
    let value = Signal::derive(move || {
        let key = MARKS.iter().find(|(mark, _)| *mark == draft.decimal_mark()).map(|(_, key)| *key);
        if asked() { String::new() } else { key.unwrap_or_default().to_owned() }
    });
    let examples = Memo::new(move |_| {
        let marks: Vec<DecimalMark> =
            if asked() { MARKS.iter().map(|(mark, _)| *mark).collect() } else { vec![draft.decimal_mark()] };
        marks.into_iter().filter_map(|mark| amount_example(draft, mark)).collect::<Vec<_>>()
    });
    view! {
        <div class="import-reading" data-import-certain=move || draft.decimals.get().certain.to_string()>
            <Choice
                name="decimals"
                label=t.import_decimals()
                offers=listed
                value=value
                on_choose=move |key: String| {
                    let found = MARKS.iter().find(|(_, other)| *other == key);
                    draft.mark.set(found.map(|(mark, _)| *mark));
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
