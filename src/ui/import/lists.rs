//! Lists that the import shares: texts of the file with what they become, and stages in an order.

use leptos::prelude::*;

use crate::ui::desk::use_desk;
use crate::ui::parts::{Choice, Icon, Offer, Sign};

/// A list of what a text of the file may become.
pub struct Entry {
    /// The text, as it is shown.
    pub name: String,
    /// What there is to choose.
    pub offers: Signal<Vec<Offer>>,
    /// The key of the choice.
    pub value: Signal<String>,
    /// Called with the key that the user chose; says whether it was accepted.
    pub on_choose: Callback<String, bool>,
}

/// Texts of the file, each with what it becomes.
#[component]
pub fn Meanings(
    /// The lists' name, for scripts.
    field: &'static str,
    /// What the texts are.
    head: &'static str,
    /// The texts, each with a line on how often it is there.
    #[prop(into)]
    texts: Signal<Vec<(String, String)>>,
    /// The list of a text.
    entry: Callback<String, Entry>,
) -> impl IntoView {
    let t = use_desk().t();
    view! {
        <table class="import-table">
            <thead>
                <tr>
                    <th scope="col">{head}</th>
                    <th scope="col">{t.import_becomes()}</th>
                </tr>
            </thead>
            <tbody>
                <For each=move || texts.get() key=|found| found.clone() let:found>
                    {
                        let (text, rows) = found;
                        let Entry { name, offers, value, on_choose } = entry.run(text);
                        view! {
                            <tr>
                                <th scope="row">
                                    <bdi>{name.clone()}</bdi>
                                    <small>{rows}</small>
                                </th>
                                <td>
                                    <Choice name=field label=name bare=true offers value on_choose />
                                </td>
                            </tr>
                        }
                    }
                </For>
            </tbody>
        </table>
    }
}

/// Stages in an order that can be changed.
#[component]
pub fn OrderList(
    /// What they are.
    head: &'static str,
    /// Their names, each with a line about it.
    #[prop(into)]
    stages: Signal<Vec<(String, String)>>,
    /// Called with a name and by how many places to move it.
    #[prop(into)]
    on_shift: Callback<(String, isize)>,
    /// What stands below.
    children: Children,
) -> impl IntoView {
    let t = use_desk().t();
    view! {
        <div class="import-order">
            <h4>{head}</h4>
            <ol>
                <For each=move || stages.get() key=|(name, _)| name.clone() let:entry>
                    {
                        let name = StoredValue::new(entry.0);
                        let place = move || {
                            let wanted = name.get_value();
                            stages.with(|all| all.iter().position(|(other, _)| *other == wanted))
                        };
                        let line = move || {
                            place().and_then(|at| stages.with(|all| all.get(at).map(|(_, line)| line.clone())))
                        };
                        let is_last = move || place().is_none_or(|at| at + 1 == stages.with(Vec::len));
                        view! {
                            <li>
                                <bdi>{name.get_value()}</bdi>
                                <small>{line}</small>
                                <button
                                    type="button"
                                    class="icon-button"
                                    aria-label=t.import_move_up(&name.get_value())
                                    aria-disabled=move || (place() == Some(0)).to_string()
                                    on:click=move |_| on_shift.run((name.get_value(), -1))
                                >
                                    <Icon sign=Sign::Up />
                                </button>
                                <button
                                    type="button"
                                    class="icon-button"
                                    aria-label=t.import_move_down(&name.get_value())
                                    aria-disabled=move || is_last().to_string()
                                    on:click=move |_| on_shift.run((name.get_value(), 1))
                                >
                                    <Icon sign=Sign::Down />
                                </button>
                            </li>
                        }
                    }
                </For>
            </ol>
            {children()}
        </div>
    }
}
