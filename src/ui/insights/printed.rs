//! What stands above the figures on paper: whose they are, of which day, and which deals they count.

use leptos::prelude::*;

use crate::metrics::Stretch;
use crate::model::Pipeline;
use crate::ui::desk::{Desk, use_desk};

/// The head of a printed tab; on the screen the page says all of it elsewhere.
#[component]
pub fn PrintedHead(
    /// The tab's name.
    tab: Signal<String>,
) -> impl IntoView {
    let desk = use_desk();
    let name = Memo::new(move |_| {
        desk.structure.track();
        let pipeline = desk.pipeline.get()?;
        desk.with(|session| session.workspace().get::<Pipeline>(pipeline).map(|found| found.name.clone()))
    });
    let about = move || {
        desk.settled.track();
        let today = desk.formats().day(desk.zone().day(desk.now()));
        [vec![today], filters(desk)].concat().join(" · ")
    };
    view! {
        <header class="insights-printed">
            <h1>
                <bdi>{move || name.get()}</bdi>
                " · "
                {move || tab.get()}
            </h1>
            <p dir="auto">{about}</p>
        </header>
    }
}

/// What the filters ask for, in words; that there are none if so.
fn filters(desk: Desk) -> Vec<String> {
    let t = desk.t();
    let choice = desk.population.get();
    let named = |texts: &[String], none: &str| {
        let text = |text: &String| if text.is_empty() { none.to_owned() } else { text.clone() };
        texts.iter().map(text).collect::<Vec<_>>().join(", ")
    };
    let mut found = Vec::new();
    if choice.is_all() {
        found.push(t.population_limits(0, ""));
    }
    match choice.stretch {
        Stretch::Always | Stretch::Between(None, None) => {}
        Stretch::Between(from, to) => {
            let day = |day: Option<_>| day.map_or_else(String::new, |day| desk.formats().day(day));
            found.push(t.insights_days(&day(from), &day(to)));
        }
        stretch => found.push(t.stretch_word(stretch)),
    }
    if choice.stretch != Stretch::Always {
        found.push(t.basis_word(choice.basis));
    }
    if !choice.owners.is_empty() {
        found.push(named(&choice.owners, t.no_owner()));
    }
    if !choice.sources.is_empty() {
        found.push(named(&choice.sources, t.population_no_source()));
    }
    if let Some(persona) = choice.persona {
        let name = desk.with(|session| Some(session.workspace().meta().personas.get(&persona)?.name.clone()));
        found.extend(name);
    }
    for (kind, values) in choice.segments.iter().filter(|(_, values)| !values.is_empty()) {
        found.push(t.figure_of(kind, &named(values, t.population_no_segment())));
    }
    found
}
