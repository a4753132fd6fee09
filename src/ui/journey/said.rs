//! What the team says of a phase as a whole: who answers for it, what moves buyers on, how well it is known.

use leptos::prelude::*;

use crate::model::{Evidence, MAX_NAME, MAX_TEXT, Phase, PhaseEdit, PhaseId, Row, Stage, in_order};
use crate::ui::parts::{How, InPlace};

use super::head::edit;
use super::state::{Map, Spot, use_map};

/// The stages of a phase; follows their changes.
fn stages_of(map: Map, id: PhaseId) -> impl Iterator<Item = std::sync::Arc<Stage>> {
    map.desk.ladder().into_iter().filter(move |stage| stage.phase == Some(id))
}

/// What stands below a text: what is said of it at the stages of the phase.
fn of_stages(map: Map, id: PhaseId, row: Row) -> Vec<(String, String)> {
    let mut found: Vec<(String, String)> = Vec::new();
    for stage in stages_of(map, id) {
        match row {
            Row::ExitAction if !stage.exit_action.trim().is_empty() => {
                found.push((stage.name.clone(), stage.exit_action.clone()));
            }
            Row::Owner => {
                for (_, duty) in in_order(&stage.duties) {
                    match found.iter_mut().find(|(department, _)| *department == duty.department) {
                        Some((_, stages)) => *stages = map.desk.t().map_and(stages, &stage.name),
                        None => found.push((duty.department.clone(), stage.name.clone())),
                    }
                }
            }
            _ => {}
        }
    }
    found
}

fn text_of(phase: &Phase, row: Row) -> String {
    match row {
        Row::Owner => phase.owner.clone(),
        _ => phase.exit_action.clone(),
    }
}

/// Who answers for a phase, or what moves buyers on to the next: a text to write in place, and below it, quietly, what the
/// stages of the phase say of that.
#[component]
pub fn PhaseText(
    /// Whose.
    id: PhaseId,
    /// Which of the two rows.
    row: Row,
) -> impl IntoView {
    let map = use_map();
    let t = map.desk.t();
    let spot = Spot::Text(id, row);
    let (phase, name, title, colspan) = (map.phase(id), map.name(id), map.row_name(row), map.colspan(id));
    let text = Memo::new(move |_| {
        phase.with(|phase| phase.as_ref().map(|phase| text_of(phase, row)).unwrap_or_default())
    });
    let below = Memo::new(move |_| of_stages(map, id, row));
    let hint = if row == Row::Owner { t.map_owner_hint() } else { t.map_exit_hint() };
    view! {
        <td class="map-cell said-cell" colspan=move || colspan.get() data-said=format!("{id}-{row}")>
            <InPlace
                editing=map.is_editing(spot)
                text
                label=Signal::derive(move || t.note_in(&title.get(), &name.get()))
                class="said-text"
                field_class="said-field"
                lines=true
                longest=if row == Row::Owner { MAX_NAME } else { MAX_TEXT }
                hint
                on_edit=move |()| map.editing.set(Some(spot))
                on_done=move |(typed, how): (String, How)| {
                    if !map.end(spot) {
                        return;
                    }
                    if how != How::Left {
                        map.focus(format!("[data-said='{id}-{row}'] .said-text"));
                    }
                    let typed = typed.split_whitespace().collect::<Vec<_>>().join(" ");
                    if how != How::Escaped && typed != text.get_untracked() {
                        edit(map, id, if row == Row::Owner { PhaseEdit::Owner(typed) } else { PhaseEdit::ExitAction(typed) });
                    }
                }
            />
            {move || {
                let below = below.get();
                (!below.is_empty())
                    .then(|| {
                        let lines = below
                            .into_iter()
                            .map(|(first, second)| {
                                if row == Row::Owner {
                                    view! { <li class="said-part" dir="auto" title=second>{first}</li> }.into_any()
                                } else {
                                    view! { <li class="said-line" dir="auto"><span class="said-stage">{first}</span> {second}</li> }.into_any()
                                }
                            });
                        view! { <ul class="said-stages">{lines.collect_view()}</ul> }
                    })
            }}
        </td>
    }
}

fn key(evidence: Evidence) -> &'static str {
    match evidence {
        Evidence::Assumed => "assumed",
        Evidence::Partly => "partly",
        Evidence::Researched => "researched",
    }
}

/// How well a phase is known: one of three, or nothing said.
#[component]
pub fn PhaseEvidence(
    /// Whose.
    id: PhaseId,
) -> impl IntoView {
    let map = use_map();
    let t = map.desk.t();
    let (phase, name, title, colspan) =
        (map.phase(id), map.name(id), map.row_name(Row::Evidence), map.colspan(id));
    let now = Memo::new(move |_| phase.with(|phase| phase.as_ref()?.evidence));
    view! {
        <td class="map-cell evidence-cell" colspan=move || colspan.get()>
            <div class="evidence" role="group" aria-label=move || t.note_in(&title.get(), &name.get())>
                {Evidence::ALL
                    .map(|evidence| {
                        // The sign fills as the knowledge does: an empty, a half and a full disc.
                        let fill = match evidence {
                            Evidence::Assumed => "",
                            Evidence::Partly => "M8 3.5a4.5 4.5 0 0 0 0 9Z",
                            Evidence::Researched => "M8 3.5a4.5 4.5 0 1 0 0 9a4.5 4.5 0 0 0 0-9Z",
                        };
                        view! {
                            <button
                                type="button"
                                class="evidence-choice"
                                data-evidence=key(evidence)
                                aria-pressed=move || (now.get() == Some(evidence)).to_string()
                                on:click=move |_| {
                                    let to = (now.get_untracked() != Some(evidence)).then_some(evidence);
                                    edit(map, id, PhaseEdit::Evidence(to));
                                }
                            >
                                <svg class="evidence-sign" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
                                    <circle cx="8" cy="8" r="5.5" />
                                    <path d=fill />
                                </svg>
                                {t.map_evidence(evidence)}
                            </button>
                        }
                    })
                    .collect_view()}
            </div>
        </td>
    }
}
