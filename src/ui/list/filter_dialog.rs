//! The filter: one field for each thing that deals can be told apart by. It holds at once, behind the dialog.

use leptos::html::Input;
use leptos::prelude::*;

use crate::exchange::typed_amount::{amount_text, read_amount};
use crate::metrics::table::{Attention, Column, Filter};
use crate::ui::desk::use_desk;
use crate::ui::parts::{Check, Choice, DateField, Icon, Modal, Sign, TextField};

use super::state::{List, Saved};

/// The key of a choice that asks for nothing. No value of a deal has it.
const ANY: &str = "\u{0}";

/// The dialog.
#[component]
pub fn FilterDialog(
    list: List,
    /// Called when it closes.
    on_close: Callback<()>,
) -> impl IntoView {
    let desk = use_desk();
    let t = desk.t();
    let filter = list.filter;
    let owners = move || list.known(|deal, add| add(&deal.owner));
    let sources = move || list.known(|deal, add| add(&deal.source));
    let tags = move || list.known(|deal, add| deal.story.tags.iter().for_each(|tag| add(tag)));
    let stages = Signal::derive(move || {
        let ladder = desk.ladder().into_iter().map(|stage| (stage.id.to_string(), stage.name.clone()));
        any(t.filter_any()).chain(ladder).collect::<Vec<_>>()
    });
    let personas = Signal::derive(move || {
        desk.structure.track();
        let personas = desk.with(|session| session.workspace().meta().personas.clone());
        let named = personas.into_iter().map(|(id, persona)| (id.to_string(), persona.name));
        any(t.filter_any()).chain(named).collect::<Vec<_>>()
    });
    let currency = move || desk.currency();
    // Of a range each end may be missing, so these fields are of text.
    let amount =
        move |minor: Option<i64>| minor.map(|minor| amount_text(minor, currency())).unwrap_or_default();
    let set_amount = move |text: String, set: fn(&mut Filter, Option<i64>)| {
        let read = read_amount(&text, untrack(currency));
        if text.trim().is_empty() {
            filter.update(|filter| set(filter, None));
        } else if read.is_some() {
            filter.update(|filter| set(filter, read));
        } else {
            desk.warn(t.value_unreadable().into());
            return false;
        }
        true
    };
    let pick_owner =
        move |text: Option<String>| filter.update(|filter| filter.owners = text.into_iter().collect());
    let pick_source =
        move |text: Option<String>| filter.update(|filter| filter.sources = text.into_iter().collect());
    let pick_tag =
        move |text: Option<String>| filter.update(|filter| filter.tags = text.into_iter().collect());
    view! {
        <Modal title=t.filter() on_close=on_close>
            <div class="form filter-form">
                <div class="filter-checks" role="group" aria-label=t.attention()>
                    {move || {
                        let scope = list.scope.get();
                        Attention::ALL
                            .into_iter()
                            .filter(|why| why.fits(scope))
                            .map(|why| {
                                view! {
                                    <Check
                                        name=why.key()
                                        label=t.attention_word(why)
                                        value=Signal::derive(move || filter.with(|filter| filter.attention.contains(&why)))
                                        on_change=move |on: bool| {
                                            filter
                                                .update(|filter| {
                                                    if on {
                                                        filter.attention.insert(why);
                                                    } else {
                                                        filter.attention.remove(&why);
                                                    }
                                                });
                                            true
                                        }
                                    />
                                }
                            })
                            .collect_view()
                    }}
                </div>
                <div class="filter-grid">
                    <Pick
                        name="filter-owner"
                        label=t.owner()
                        none=t.no_owner()
                        texts=Signal::derive(owners)
                        value=Signal::derive(move || filter.with(|filter| filter.owners.first().cloned()))
                        on_pick=pick_owner/>
                    <Choice
                        name="filter-stage"
                        label=t.stage_field()
                        offers=stages
                        value=Signal::derive(move || {
                            filter.with(|filter| filter.stages.first().map_or_else(|| ANY.to_owned(), ToString::to_string))
                        })
                        on_choose=move |key: String| {
                            filter.update(|filter| filter.stages = key.parse().into_iter().collect());
                            true
                        }
                    />
                    <Pick
                        name="filter-source"
                        label=t.source()
                        none=t.filter_none()
                        texts=Signal::derive(sources)
                        value=Signal::derive(move || filter.with(|filter| filter.sources.first().cloned()))
                        on_pick=pick_source/>
                    <Pick
                        name="filter-tag"
                        label=t.tags()
                        none=t.filter_none()
                        texts=Signal::derive(tags)
                        value=Signal::derive(move || filter.with(|filter| filter.tags.first().cloned()))
                        on_pick=pick_tag/>
                    <Choice
                        name="filter-persona"
                        label=t.column_head(&Column::Persona)
                        offers=personas
                        value=Signal::derive(move || {
                            filter.with(|filter| filter.personas.first().map_or_else(|| ANY.to_owned(), ToString::to_string))
                        })
                        on_choose=move |key: String| {
                            filter.update(|filter| filter.personas = key.parse().into_iter().collect());
                            true
                        }
                    />
                    {move || {
                        list.segment_kinds().into_iter().map(|kind| view! { <SegmentPick list kind /> }).collect_view()
                    }}
                </div>
                <div class="filter-grid">
                    <TextField
                        name="filter-value-from"
                        label=t.value_from()
                        value=Signal::derive(move || amount(filter.with(|filter| filter.value_from)))
                        on_change=move |text: String| set_amount(text, |filter, value| filter.value_from = value)
                    />
                    <TextField
                        name="filter-value-to"
                        label=t.value_to()
                        value=Signal::derive(move || amount(filter.with(|filter| filter.value_to)))
                        on_change=move |text: String| set_amount(text, |filter, value| filter.value_to = value)
                    />
                    <DateField
                        name="filter-expected-from"
                        label=t.expected_from()
                        value=Signal::derive(move || filter.with(|filter| filter.expected_from))
                        on_change=move |day| {
                            filter.update(|filter| filter.expected_from = day);
                            true
                        }
                    />
                    <DateField
                        name="filter-expected-to"
                        label=t.expected_to()
                        value=Signal::derive(move || filter.with(|filter| filter.expected_to))
                        on_change=move |day| {
                            filter.update(|filter| filter.expected_to = day);
                            true
                        }
                    />
                </div>
                <p class="filter-found" role="status">
                    {move || t.found_deals(list.rows.with(|rows| rows.len() as u64))}
                </p>
                <Keep list />
                <div class="button-row">
                    <button type="button" class="button button-main" on:click=move |_| on_close.run(())>{t.close()}</button>
                    <button
                        type="button"
                        class="button"
                        disabled=move || filter.with(Filter::is_empty)
                        on:click=move |_| filter.set(Filter::default())
                    >
                        {t.filter_clear()}
                    </button>
                </div>
            </div>
        </Modal>
    }
}

fn any(word: &str) -> std::iter::Once<(String, String)> {
    std::iter::once((ANY.to_owned(), word.to_owned()))
}

/// A text out of those that deals have, or deals that have none.
#[component]
fn Pick(
    name: &'static str,
    #[prop(into)] label: Signal<String>,
    /// What deals without such a text are called.
    none: &'static str,
    texts: Signal<Vec<String>>,
    value: Signal<Option<String>>,
    #[prop(into)] on_pick: Callback<Option<String>>,
) -> impl IntoView {
    let t = use_desk().t();
    let offers = Signal::derive(move || {
        let known = texts.get();
        // What is asked for stays in the list, also where no deal has it any more.
        let gone = value.get().filter(|value| !value.is_empty() && !known.contains(value));
        let named = known.into_iter().chain(gone).map(|text| (text.clone(), text));
        any(t.filter_any()).chain(named).chain([(String::new(), none.to_owned())]).collect::<Vec<_>>()
    });
    view! {
        <Choice
            name
            label
            offers
            value=Signal::derive(move || value.get().unwrap_or_else(|| ANY.to_owned()))
            on_choose=move |key: String| {
                on_pick.run((key != ANY).then_some(key));
                true
            }
        />
    }
}

/// The values of a kind of segment.
#[component]
fn SegmentPick(list: List, kind: String) -> impl IntoView {
    let t = list.desk.t();
    let kind = StoredValue::new(kind);
    let texts = Signal::derive(move || {
        kind.with_value(|kind| {
            list.known(|deal, add| {
                if let Some(value) = deal.story.segments.get(kind) {
                    add(value);
                }
            })
        })
    });
    let value = Signal::derive(move || {
        list.filter.with(|filter| kind.with_value(|kind| filter.segments.get(kind)?.first().cloned()))
    });
    let pick = move |value: Option<String>| {
        list.filter.update(|filter| match value {
            Some(value) => {
                filter.segments.insert(kind.get_value(), vec![value]);
            }
            None => {
                kind.with_value(|kind| filter.segments.remove(kind));
            }
        });
    };
    view! {
        <Pick
            name="filter-segment"
            label=kind.get_value()
            none=t.filter_none()
            texts
            value
            on_pick=pick
        />
    }
}

/// Keeps the filter under a name, and forgets those that were kept.
#[component]
fn Keep(list: List) -> impl IntoView {
    let desk = list.desk;
    let t = desk.t();
    let name = NodeRef::<Input>::new();
    let keep = move || {
        let Some(field) = name.get_untracked() else { return };
        let name = field.value().trim().to_owned();
        if name.is_empty() {
            return;
        }
        let saved = Saved {
            name: name.clone(),
            scope: list.scope.get_untracked(),
            filter: list.filter.get_untracked(),
            search: desk.search.get_untracked(),
        };
        list.saved.update(|all| {
            all.retain(|other| other.name != name);
            all.push(saved);
        });
        field.set_value("");
        desk.notify(t.filter_kept(&name));
    };
    view! {
        <form
            class="filter-keep"
            on:submit=move |event| {
                event.prevent_default();
                keep();
            }
        >
            <label class="field">
                <span>{t.filter_save()}</span>
                <input
                    type="text"
                    data-field="filter-name"
                    dir="auto"
                    maxlength="60"
                    autocomplete="off"
                    placeholder=t.filter_save_hint()
                    node_ref=name
                />
            </label>
            <button type="submit" class="button" data-action="filter-save">{t.filter_keep()}</button>
        </form>
        <Show when=move || list.saved.with(|saved| !saved.is_empty())>
            <ul class="filter-kept" aria-label=t.filter_saved()>
                {move || {
                    list.saved
                        .get()
                        .into_iter()
                        .map(|saved| {
                            let name = saved.name.clone();
                            view! {
                                <li>
                                    <span dir="auto">{saved.name.clone()}</span>
                                    <button
                                        type="button"
                                        class="icon-button"
                                        aria-label=t.filter_forget(&saved.name)
                                        on:click=move |_| list.saved.update(|all| all.retain(|other| other.name != name))
                                    >
                                        <Icon sign=Sign::Close />
                                    </button>
                                </li>
                            }
                        })
                        .collect_view()
                }}
            </ul>
        </Show>
    }
}
