//! What the filters ask for, in words: on paper it stands above the figures.

use crate::metrics::Stretch;
use crate::ui::desk::Desk;

/// What the filters ask for, in words; that there are none if so.
pub fn filters(desk: Desk) -> Vec<String> {
    let t = desk.t();
    let choice = desk.chosen();
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
