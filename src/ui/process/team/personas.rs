//! The kinds of buyers.

use leptos::prelude::*;

use crate::browser::page::MouseEvent;
use crate::exchange::Deed;
use crate::model::{Command, Deal, Persona, PersonaId, Rank};
use crate::ui::desk::{Desk, use_desk};
use crate::ui::parts::{AddLine, Icon, Sign, TextArea, TextField, focus_beside};

fn in_order(desk: Desk) -> Vec<PersonaId> {
    desk.with(|session| {
        let mut found: Vec<_> = session.workspace().meta().personas.iter().collect();
        found.sort_by(|a, b| (&a.1.rank, a.0).cmp(&(&b.1.rank, b.0)));
        found.into_iter().map(|(id, _)| *id).collect()
    })
}

fn get(desk: Desk, id: PersonaId) -> Option<Persona> {
    desk.with(|session| session.workspace().meta().personas.get(&id).cloned())
}

/// The list.
#[component]
pub fn Personas() -> impl IntoView {
    let desk = use_desk();
    let t = desk.t();
    let ids = Memo::new(move |_| {
        desk.structure.track();
        in_order(desk)
    });
    let add = move |name: String| {
        let last = in_order(desk).last().and_then(|id| get(desk, *id)).map(|persona| persona.rank);
        let rank = Rank::between(last.as_ref(), None).or(last).unwrap_or_else(Rank::middle);
        let persona = Persona { rank, name, about: String::new() };
        desk.dispatch(Command::SetPersona(PersonaId(desk.new_id()), Some(persona)), Deed::EditTeam)
    };
    let label = desk.element_id("personas");
    let heading = label.clone();
    view! {
        <section class="sheet" aria-labelledby=label>
            <h3 id=heading>{t.personas()}</h3>
            <p class="soft">{t.personas_more()}</p>
            <Show when=move || ids.with(Vec::is_empty)>
                <p class="sheet-empty">{t.no_personas()}</p>
            </Show>
            <ul class="personas">
                <For each=move || ids.get() key=|id| *id let:id>
                    <Row id />
                </For>
            </ul>
            <AddLine label=t.add_persona() field=t.persona_name() on_add=add />
        </section>
    }
}

#[component]
fn Row(id: PersonaId) -> impl IntoView {
    let desk = use_desk();
    let t = desk.t();
    let persona = Memo::new(move |_| {
        desk.structure.track();
        get(desk, id)
    });
    let deals = Memo::new(move |_| {
        desk.settled.track();
        desk.structure.track();
        desk.with(|session| {
            let deals = session.workspace().all::<Deal>().values();
            deals.filter(|deal| deal.story.persona == Some(id)).count() as u64
        })
    });
    let text = move |pick: fn(&Persona) -> &String| {
        Signal::derive(move || {
            persona.with(|found| found.as_ref().map(|p| pick(p).clone()).unwrap_or_default())
        })
    };
    let edit = move |change: &dyn Fn(Persona) -> Persona| {
        get(desk, id).is_some_and(|persona| {
            desk.dispatch(Command::SetPersona(id, Some(change(persona))), Deed::EditTeam)
        })
    };
    let remove = move |event: MouseEvent| {
        focus_beside(&event, ".persona");
        let name = get(desk, id).map(|persona| persona.name).unwrap_or_default();
        let count = deals.get_untracked();
        if desk.dispatch(Command::SetPersona(id, None), Deed::EditTeam) {
            desk.notify_undo(t.persona_removed(&name, count));
        }
    };
    view! {
        <li class="persona" data-persona=id.to_string()>
            <div class="persona-head">
                <TextField
                    name="persona"
                    label=t.persona_name()
                    value=text(|p| &p.name)
                    on_change=move |name: String| edit(&|persona| Persona { name: name.clone(), ..persona })
                    bare=true
                />
                <span class="soft" data-metric="persona-deals" data-value=move || deals.get().to_string()>
                    {move || t.persona_deals(deals.get())}
                </span>
                <button type="button" class="icon-button" aria-label=t.remove_persona() title=t.remove_persona() on:click=remove>
                    <Icon sign=Sign::Close />
                </button>
            </div>
            <TextArea
                name="persona-about"
                label=t.persona_about()
                value=text(|p| &p.about)
                on_change=move |about: String| edit(&|persona| Persona { about: about.clone(), ..persona })
                hint=t.persona_about_hint()
                rows=1
                bare=true
            />
        </li>
    }
}
