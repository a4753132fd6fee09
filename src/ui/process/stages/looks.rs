//! A stage's colour and its gate: few values, all of them in sight.

use leptos::prelude::*;

use crate::exchange::Deed;
use crate::model::{COLOURS, Command, Gate, StageEdit, StageId};
use crate::ui::parts::own_id;
use crate::ui::process::use_process;

/// The colours to choose from; by its place on the ladder if none is chosen.
#[component]
pub fn Colours(
    /// The stage.
    id: StageId,
) -> impl IntoView {
    let process = use_process();
    let desk = process.desk;
    let t = desk.t();
    let stage = process.stage(id);
    let group = own_id("colour");
    let own = Memo::new(move |_| stage.with(|stage| stage.as_ref().and_then(|stage| stage.colour)));
    let by_place = move || stage.get().map_or(0, |stage| desk.colour(&stage));
    let choose = move |colour: Option<u8>| {
        desk.dispatch(Command::EditStage { stage: id, edit: StageEdit::Colour(colour) }, Deed::EditProcess);
    };
    let swatches = (0..COLOURS)
        .map(|colour| {
            view! {
                <label class=format!("swatch hue-{colour}") title=t.colour_name(colour)>
                    <input
                        type="radio"
                        name=group.clone()
                        data-field="colour"
                        value=colour.to_string()
                        aria-label=t.colour_name(colour)
                        prop:checked=move || own.get() == Some(colour)
                        on:change=move |_| choose(Some(colour))
                    />
                </label>
            }
        })
        .collect_view();
    let group = group.clone();
    view! {
        <fieldset class="swatches">
            <legend class="group-name">{t.colour()}</legend>
            {swatches}
            <label class="swatch-place">
                <input
                    type="radio"
                    name=group
                    data-field="colour"
                    value="place"
                    prop:checked=move || own.get().is_none()
                    on:change=move |_| choose(None)
                />
                <span class=move || format!("swatch-dot hue-{}", by_place())></span>
                {t.colour_by_place()}
            </label>
        </fieldset>
    }
}

const GATES: [(Gate, &str); 3] = [(Gate::Free, "free"), (Gate::Warn, "warn"), (Gate::Block, "block")];

/// What happens to deals that leave without meeting the criteria.
#[component]
pub fn Gates(
    /// The stage.
    id: StageId,
) -> impl IntoView {
    let process = use_process();
    let desk = process.desk;
    let t = desk.t();
    let stage = process.stage(id);
    let group = own_id("gate");
    let gate = Memo::new(move |_| stage.with(|stage| stage.as_ref().map(|stage| stage.gate)));
    view! {
        <fieldset class="gates">
            <legend class="group-name">{t.gate()}</legend>
            {GATES
                .into_iter()
                .map(|(value, key)| {
                    view! {
                        <label class="gate">
                            <input
                                type="radio"
                                name=group.clone()
                                data-field="gate"
                                value=key
                                prop:checked=move || gate.get() == Some(value)
                                on:change=move |_| {
                                    let edit = StageEdit::Gate(value);
                                    desk.dispatch(Command::EditStage { stage: id, edit }, Deed::EditProcess);
                                }
                            />
                            <span>
                                <strong>{t.gate_name(value)}</strong>
                                <small>{t.gate_more(value)}</small>
                            </span>
                        </label>
                    }
                })
                .collect_view()}
        </fieldset>
    }
}
