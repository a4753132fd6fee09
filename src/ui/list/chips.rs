//! What the filter asks for, each condition by itself and easy to take away; and the filters that were kept.

use leptos::prelude::*;

use crate::metrics::table::Filter;
use crate::model::{Pipeline, Stage};
use crate::ui::desk::{Desk, use_desk};
use crate::ui::parts::{Icon, Sign};

use super::state::{List, Saved};

/// A condition of a filter: its words, and the filter without it.
struct Chip {
    key: String,
    words: String,
    without: Filter,
}

/// The chips.
#[component]
pub fn Chips(list: List) -> impl IntoView {
    let desk = use_desk();
    let t = desk.t();
    let any = Memo::new(move |_| !list.filter.with(Filter::is_empty));
    let kept = Memo::new(move |_| list.saved.with(|saved| !saved.is_empty()));
    view! {
        <Show when=move || any.get() || kept.get()>
            <div class="chips">
                {move || {
                    list.saved
                        .get()
                        .into_iter()
                        .map(|saved| {
                            let key = saved.name.clone();
                            let name = saved.name.clone();
                            let own = saved.clone();
                            let on = move || is_on(list, &own).to_string();
                            view! {
                                <button
                                    type="button"
                                    class="chip-saved"
                                    data-saved=key
                                    aria-pressed=on
                                    dir="auto"
                                    on:click=move |_| apply(list, &saved)
                                >
                                    {name}
                                </button>
                            }
                        })
                        .collect_view()
                }}
                {move || {
                    chips(desk, &list.filter.get())
                        .into_iter()
                        .map(|chip| {
                            let label = t.chip_remove(&chip.words);
                            let without = chip.without;
                            view! {
                                <span class="chip" data-chip=chip.key>
                                    <span dir="auto">{chip.words}</span>
                                    <button
                                        type="button"
                                        class="chip-remove"
                                        aria-label=label
                                        on:click=move |_| list.filter.set(without.clone())
                                    >
                                        <Icon sign=Sign::Close />
                                    </button>
                                </span>
                            }
                        })
                        .collect_view()
                }}
                <Show when=move || any.get()>
                    <button
                        type="button"
                        class="chip-clear"
                        data-action="filter-clear"
                        on:click=move |_| list.filter.set(Filter::default())
                    >
                        {t.filter_clear()}
                    </button>
                </Show>
            </div>
        </Show>
    }
}

/// Asks for what was kept.
pub fn apply(list: List, saved: &Saved) {
    super::bar::choose(list, saved.scope);
    list.desk.search.set(saved.search.clone());
    list.filter.set(saved.filter.clone());
}

fn is_on(list: List, saved: &Saved) -> bool {
    list.scope.get() == saved.scope
        && list.filter.with(|filter| *filter == saved.filter)
        && list.desk.search.with(|search| *search == saved.search)
}

/// The conditions of a filter one by one.
fn chips(desk: Desk, filter: &Filter) -> Vec<Chip> {
    let t = desk.t();
    let mut chips = Vec::new();
    let mut add = |key: &str, field: &str, value: &str, drop: &dyn Fn(&mut Filter)| {
        let mut without = filter.clone();
        drop(&mut without);
        let value = if value.is_empty() { t.filter_none() } else { value };
        chips.push(Chip { key: key.to_owned(), words: t.chip(field, value), without });
    };
    for owner in &filter.owners {
        let name = if owner.is_empty() { t.no_owner() } else { owner };
        add("owner", t.owner(), name, &|without| without.owners.retain(|other| other != owner));
    }
    desk.structure.track();
    for stage in &filter.stages {
        let name = desk.with(|session| {
            let stage = session.workspace().get::<Stage>(*stage)?;
            (Some(stage.pipeline) == desk.pipeline.get()).then(|| stage.name.clone())
        });
        if let Some(name) = name {
            add("stage", t.stage_field(), &name, &|without| without.stages.retain(|other| other != stage));
        }
    }
    for source in &filter.sources {
        add("source", t.source(), source, &|without| without.sources.retain(|other| other != source));
    }
    for tag in &filter.tags {
        add("tag", t.tags(), tag, &|without| without.tags.retain(|other| other != tag));
    }
    for (kind, values) in &filter.segments {
        for value in values {
            add("segment", kind, value, &|without| {
                if let Some(values) = without.segments.get_mut(kind) {
                    values.retain(|other| other != value);
                    if values.is_empty() {
                        without.segments.remove(kind);
                    }
                }
            });
        }
    }
    let personas = desk.with(|session| session.workspace().meta().personas.clone());
    for id in &filter.personas {
        if let Some(persona) = personas.get(id) {
            add(
                "persona",
                t.column_head(&crate::metrics::table::Column::Persona).as_str(),
                &persona.name,
                &|without| {
                    without.personas.retain(|other| other != id);
                },
            );
        }
    }
    for why in &filter.attention {
        let word = t.attention_word(*why);
        let mut without = filter.clone();
        without.attention.remove(why);
        chips.push(Chip { key: why.key().to_owned(), words: word, without });
    }
    let currency = desk.pipeline.get().and_then(|id| {
        desk.with(|session| session.workspace().get::<Pipeline>(id).map(|pipeline| pipeline.currency))
    });
    let money =
        |minor: i64| currency.map(|currency| desk.formats().money(minor, currency)).unwrap_or_default();
    let day = |day| desk.formats().day(day);
    let ends = [
        ("value-from", t.value_from(), filter.value_from.map(money)),
        ("value-to", t.value_to(), filter.value_to.map(money)),
        ("expected-from", t.expected_from(), filter.expected_from.map(day)),
        ("expected-to", t.expected_to(), filter.expected_to.map(day)),
    ];
    for (key, field, value) in ends {
        let Some(value) = value else { continue };
        let mut without = filter.clone();
        match key {
            "value-from" => without.value_from = None,
            "value-to" => without.value_to = None,
            "expected-from" => without.expected_from = None,
            _ => without.expected_to = None,
        }
        chips.push(Chip { key: key.to_owned(), words: t.chip(field, &value), without });
    }
    chips
}
