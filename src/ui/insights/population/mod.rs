//! The bar that says whom the figures count: owner, source, segment, a stretch of days and what it asks of a deal.

mod pick;

use std::collections::BTreeSet;

use leptos::prelude::*;

use super::use_insights;
use crate::metrics::{Basis, Stretch};
use crate::model::{Day, Deal};
use crate::ui::desk::Desk;
use crate::ui::parts::{Choice, DateField, Icon, Sign, own_id};

use pick::Pick;

/// What the deals of the pipeline that is shown say of themselves, without repeats, in order.
fn known(desk: Desk, pick: impl Fn(&Deal, &mut dyn FnMut(&str))) -> Vec<String> {
    desk.settled.track();
    let Some(pipeline) = desk.pipeline.get() else { return Vec::new() };
    let mut texts = BTreeSet::new();
    desk.with(|session| {
        for deal in session.workspace().deals(pipeline) {
            pick(deal, &mut |text| {
                if !texts.contains(text) {
                    texts.insert(text.to_owned());
                }
            });
        }
    });
    texts.into_iter().collect()
}

/// The days that a reader names.
struct Ends {
    from: Option<Day>,
    to: Option<Day>,
}

/// The bar.
#[component]
pub fn PopulationBar() -> impl IntoView {
    let insights = use_insights();
    let desk = insights.desk;
    let t = desk.t();
    let choice = desk.population;
    let owners = Memo::new(move |_| known(desk, |deal, add| add(&deal.owner)));
    let sources = Memo::new(move |_| known(desk, |deal, add| add(&deal.source)));
    let of_deals =
        Memo::new(move |_| known(desk, |deal, add| deal.story.segments.keys().for_each(|kind| add(kind))));
    let kinds = Memo::new(move |_| {
        let mut kinds = of_deals.get();
        // What is asked for can be taken back, also where no deal has it.
        let asked = choice.with(|choice| {
            let asked = choice.segments.iter().filter(|(_, values)| !values.is_empty());
            asked.map(|(kind, _)| kind.clone()).collect::<Vec<_>>()
        });
        kinds.extend(asked);
        kinds.sort();
        kinds.dedup();
        kinds
    });
    let personas = Memo::new(move |_| {
        desk.structure.track();
        desk.with(|session| {
            let mut personas: Vec<_> = session.workspace().meta().personas.iter().collect();
            personas.sort_by_key(|(id, persona)| (&persona.rank, **id));
            personas
                .into_iter()
                .map(|(id, persona)| (id.to_string(), persona.name.clone()))
                .collect::<Vec<_>>()
        })
    });
    let stretches = Signal::derive(move || {
        let fixed = Stretch::FIXED.into_iter().chain([Stretch::Between(None, None)]);
        fixed.map(|stretch| (stretch.key().to_owned(), t.stretch_word(stretch))).collect::<Vec<_>>()
    });
    let bases = Signal::derive(move || {
        Basis::ALL.map(|basis| (basis_key(basis).to_owned(), t.basis_word(basis))).to_vec()
    });
    let choose_stretch = move |key: String| {
        let fixed = Stretch::FIXED.into_iter().find(|stretch| stretch.key() == key);
        let today = desk.zone().day(desk.now());
        choice.update(|choice| {
            let (from, to) = choice.stretch.days(today);
            // What was chosen so far is a good start for days of one's own.
            let last = to.and_then(|day| Day::from_number(day.number() - 1));
            choice.stretch = fixed.unwrap_or(Stretch::Between(from, last));
        });
        true
    };
    let choose_basis = move |key: String| {
        if let Some(basis) = Basis::ALL.into_iter().find(|basis| basis_key(*basis) == key) {
            choice.update(|choice| choice.basis = basis);
        }
        true
    };
    let bounded = Memo::new(move |_| choice.with(|choice| choice.stretch != Stretch::Always));
    let own_days = Memo::new(move |_| choice.with(|choice| matches!(choice.stretch, Stretch::Between(..))));
    let between = move |edge: &dyn Fn(&mut Ends), day: Option<Day>| {
        choice.update(|choice| {
            if let Stretch::Between(from, to) = choice.stretch {
                let mut ends = Ends { from, to };
                edge(&mut ends);
                // Days the wrong way round would count nobody.
                if ends.from.zip(ends.to).is_some_and(|(from, to)| to < from) {
                    ends = Ends { from: day, to: day };
                }
                choice.stretch = Stretch::Between(ends.from, ends.to);
            }
        });
        true
    };
    let set_from = move |day: Option<Day>| between(&|ends| ends.from = day, day);
    let set_to = move |day: Option<Day>| between(&|ends| ends.to = day, day);
    let from = move || {
        choice.with(|choice| if let Stretch::Between(from, _) = choice.stretch { from } else { None })
    };
    let to =
        move || choice.with(|choice| if let Stretch::Between(_, to) = choice.stretch { to } else { None });
    // On a phone the fields would stand between the reader and the figures.
    let open = RwSignal::new(false);
    let id = own_id("population");
    let fields = id.clone();
    let told = move || {
        let limits = desk.chosen().limits() as u64;
        t.population_limits(limits, &desk.formats().count(limits))
    };
    view! {
        <button
            type="button"
            class="population-toggle"
            data-action="population-open"
            aria-expanded=move || open.get().to_string()
            aria-controls=id
            on:click=move |_| open.update(|open| *open = !*open)
        >
            <span>{told}</span>
            <Icon sign=Sign::Unfold />
        </button>
        <div
            class="population"
            class:population-folded=move || !open.get()
            id=fields
            role="group"
            aria-label=t.population()
        >
            <Choice
                name="population-stretch"
                label=t.population_period()
                offers=stretches
                value=Signal::derive(move || choice.with(|choice| choice.stretch.key().to_owned()))
                on_choose=choose_stretch
            />
            <Show when=move || own_days.get()>
                <DateField name="population-from" label=t.population_from() value=Signal::derive(from) on_change=set_from />
                <DateField name="population-to" label=t.population_to() value=Signal::derive(to) on_change=set_to />
            </Show>
            <Show when=move || bounded.get()>
                <Choice
                    name="population-basis"
                    label=t.population_basis()
                    offers=bases
                    value=Signal::derive(move || choice.with(|choice| basis_key(choice.basis).to_owned()))
                    on_choose=choose_basis
                />
            </Show>
            <Pick
                name="population-owner"
                label=t.owner().to_owned()
                none=t.no_owner()
                texts=owners
                chosen=Signal::derive(move || choice.with(|choice| choice.owners.clone()))
                on_pick=Callback::new(move |owners| choice.update(|choice| choice.owners = owners))
            />
            <Pick
                name="population-source"
                label=t.source().to_owned()
                none=t.population_no_source()
                texts=sources
                chosen=Signal::derive(move || choice.with(|choice| choice.sources.clone()))
                on_pick=Callback::new(move |sources| choice.update(|choice| choice.sources = sources))
            />
            <Show when=move || personas.with(|personas| !personas.is_empty())>
                <Choice
                    name="population-persona"
                    label=t.population_persona()
                    offers=Signal::derive(move || {
                        let all = (String::new(), t.population_everything().to_owned());
                        std::iter::once(all).chain(personas.get()).collect::<Vec<_>>()
                    })
                    value=Signal::derive(move || {
                        choice.with(|choice| choice.persona.map(|id| id.to_string()).unwrap_or_default())
                    })
                    on_choose=move |key: String| {
                        choice.update(|choice| choice.persona = key.parse().ok());
                        true
                    }
                />
            </Show>
            <For each=move || kinds.get() key=|kind| kind.clone() let:kind>
                {
                    let (of, read, write) = (kind.clone(), kind.clone(), kind.clone());
                    let texts = Memo::new(move |_| {
                        known(desk, |deal, add| add(deal.story.segments.get(&of).map_or("", String::as_str)))
                    });
                    let chosen = move || choice.with(|choice| choice.segments.get(&read).cloned().unwrap_or_default());
                    let pick = move |values: Vec<String>| {
                        choice.update(|choice| {
                            if values.is_empty() {
                                choice.segments.remove(&write);
                            } else {
                                choice.segments.insert(write.clone(), values);
                            }
                        });
                    };
                    view! {
                        <Pick
                            name="population-segment"
                            label=kind
                            none=t.population_no_segment()
                            texts
                            chosen=Signal::derive(chosen)
                            on_pick=Callback::new(pick)
                        />
                    }
                }
            </For>
            <Show when=move || !choice.with(crate::metrics::Choice::is_all)>
                <button
                    type="button"
                    class="icon-button population-clear"
                    data-action="population-clear"
                    aria-label=t.population_all()
                    title=t.population_all()
                    on:click=move |_| choice.set(Default::default())
                >
                    <Icon sign=Sign::Close />
                </button>
            </Show>
        </div>
    }
}

fn basis_key(basis: Basis) -> &'static str {
    match basis {
        Basis::Created => "created",
        Basis::Closed => "closed",
        Basis::Active => "active",
    }
}
