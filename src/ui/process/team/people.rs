//! Who owns deals, in which role.

use leptos::prelude::*;

use crate::exchange::Deed;
use crate::metrics::{Member, roster};
use crate::model::{Command, Deal, Person, PersonId, Role};
use crate::ui::desk::{Desk, use_desk};
use crate::ui::parts::{AddLine, Choice, Icon, Sign, TextField, focus_beside};

fn role_key(role: Role) -> &'static str {
    match role {
        Role::Manager => "manager",
        Role::Representative => "representative",
    }
}

/// The table.
#[component]
pub fn People() -> impl IntoView {
    let desk = use_desk();
    let t = desk.t();
    let members = Memo::new(move |_| {
        desk.structure.track();
        desk.settled.track();
        desk.with(|session| roster(session.workspace()))
    });
    let names = Memo::new(move |_| members.with(|m| m.iter().map(|m| m.name.clone()).collect::<Vec<_>>()));
    let add = move |name: String| {
        let person = Person { name, role: Role::Representative };
        desk.dispatch(Command::SetPerson(PersonId(desk.new_id()), Some(person)), Deed::EditTeam)
    };
    let label = desk.element_id("people");
    let heading = label.clone();
    view! {
        <section class="sheet" aria-labelledby=label>
            <h3 id=heading>{t.people()}</h3>
            <p class="soft">{t.people_more()}</p>
            <div class="sheet-scroll">
                <table class="people">
                    <thead>
                        <tr>
                            <th scope="col">{t.person_name()}</th>
                            <th scope="col">{t.role()}</th>
                            <th scope="col" class="number">{t.deals_open()}</th>
                            <th scope="col" class="number">{t.deals_won()}</th>
                            <th scope="col" class="number">{t.deals_lost()}</th>
                            <td></td>
                        </tr>
                    </thead>
                    <tbody>
                        <For each=move || names.get() key=|name| name.clone() let:name>
                            <Row name members />
                        </For>
                    </tbody>
                </table>
            </div>
            <AddLine label=t.add_person() field=t.person_name() on_add=add />
        </section>
    }
}

#[component]
fn Row(name: String, members: Memo<Vec<Member>>) -> impl IntoView {
    let desk = use_desk();
    let t = desk.t();
    let own = StoredValue::new(name.clone());
    let member = Memo::new(move |_| {
        members.with(|members| members.iter().find(|m| own.with_value(|own| m.name == *own)).cloned())
    });
    let person = move || member.with(|member| member.as_ref().and_then(|member| member.person));
    let figure = move |metric: &'static str, pick: fn(&Member) -> u64| {
        let count = move || member.with(|member| member.as_ref().map_or(0, pick));
        view! {
            <td class="number" data-metric=metric data-value=move || count().to_string()>
                {move || desk.formats().count(count())}
            </td>
        }
    };
    let rename = move |to: String| {
        let from = own.get_value();
        let to = to.trim().to_owned();
        if to.is_empty() || to == from {
            return to == from;
        }
        let deals = owned(desk, &from);
        let done = desk.dispatch(Command::RenameOwner { from: from.clone(), to: to.clone() }, Deed::EditTeam);
        if done {
            desk.notify_undo(t.owner_renamed(&from, &to, deals));
        }
        done
    };
    let set_role = move |key: String| {
        let role = if key == role_key(Role::Manager) { Role::Manager } else { Role::Representative };
        let Some((id, _)) = person() else { return false };
        desk.dispatch(Command::SetPerson(id, Some(Person { name: own.get_value(), role })), Deed::EditTeam)
    };
    let join = move || {
        let person = Person { name: own.get_value(), role: Role::Representative };
        desk.dispatch(Command::SetPerson(PersonId(desk.new_id()), Some(person)), Deed::EditTeam);
    };
    let take_out = move |id: PersonId| {
        if desk.dispatch(Command::SetPerson(id, None), Deed::EditTeam) {
            desk.notify_undo(t.person_removed(&own.get_value()));
        }
    };
    let roles =
        [Role::Manager, Role::Representative].map(|role| (role_key(role).to_owned(), t.role_name(role)));
    let roles = roles.to_vec();
    view! {
        <tr data-person=name>
            <td>
                <TextField name="person" label=t.person_name() value=Signal::derive(move || own.get_value()) on_change=rename bare=true />
            </td>
            <td>
                {move || {
                    let roles = roles.clone();
                    match person() {
                        Some((_, role)) => {
                            view! {
                                <Choice
                                    name="role"
                                    label=t.role()
                                    offers=Signal::stored(roles)
                                    value=Signal::stored(role_key(role).to_owned())
                                    on_choose=set_role
                                    bare=true
                                />
                            }
                                .into_any()
                        }
                        None => view! { <span class="soft">{t.not_in_team()}</span> }.into_any(),
                    }
                }}
            </td>
            {figure("owner-open", |member| member.open)}
            {figure("owner-won", |member| member.won.count)}
            {figure("owner-lost", |member| member.lost)}
            <td class="number">
                {move || match person() {
                    Some((id, _)) => {
                        view! {
                            <button
                                type="button"
                                class="icon-button"
                                aria-label=t.take_out_person()
                                title=t.take_out_person()
                                on:click=move |event| {
                                    focus_beside(&event, "tr");
                                    take_out(id);
                                }
                            >
                                <Icon sign=Sign::Close />
                            </button>
                        }
                            .into_any()
                    }
                    None => {
                        view! {
                            <button type="button" class="button" on:click=move |_| join()>
                                {t.join_team()}
                            </button>
                        }
                            .into_any()
                    }
                }}
            </td>
        </tr>
    }
}

/// How many deals somebody owns.
fn owned(desk: Desk, name: &str) -> u64 {
    desk.with(|session| {
        session.workspace().all::<Deal>().values().filter(|deal| deal.owner == name).count() as u64
    })
}
