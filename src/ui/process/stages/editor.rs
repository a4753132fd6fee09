//! The stage that is chosen: what it is, and what is done there.

use leptos::prelude::*;

use crate::exchange::Deed;
use crate::model::{Command, OutcomeKind, PhaseId, Stage, StageEdit, StageId};
use crate::ui::parts::{Choice, Icon, NumberField, Sign, TextArea, TextField};
use crate::ui::process::{Tab, use_process};

use super::change::StageChanges;
use super::looks::{Colours, Gates};
use super::rows::{Kind, Rows};
use super::weights::CriteriaSum;

/// Most days, and most deals, that a stage can ask for.
const MOST: i64 = 9_999;

/// The editor of a stage, in two columns where there is room.
#[component]
pub fn Editor(
    /// Which.
    id: StageId,
) -> impl IntoView {
    let process = use_process();
    let t = process.desk.t();
    let stage = process.stage(id);
    let name = move || stage.with(|stage| stage.as_ref().map(|stage| stage.name.clone())).unwrap_or_default();
    view! {
        <section class="editor" data-editor=id.to_string() aria-label=name>
            <div class="editor-part">
                <h3>{t.what_it_is()}</h3>
                <Words id />
                <Numbers id />
                <Gates id />
                <StageChanges id />
            </div>
            <div class="editor-part">
                <h3>{t.what_leads_on()}</h3>
                <Rows id kind=Kind::Criterion />
                <CriteriaSum />
                <Rows id kind=Kind::Task />
                <Rows id kind=Kind::Duty />
                <Playbook />
            </div>
        </section>
    }
}

/// The way to the stage's playbook.
#[component]
fn Playbook() -> impl IntoView {
    let process = use_process();
    Tab::ALL.contains(&Tab::Playbook).then(|| {
        view! {
            <button
                type="button"
                class="button"
                data-action="playbook"
                on:click=move |_| process.tab.set(Tab::Playbook)
            >
                {process.desk.t().to_playbook()}
            </button>
        }
    })
}

/// Name, colour, phase, definition, exit action.
#[component]
fn Words(id: StageId) -> impl IntoView {
    let process = use_process();
    let desk = process.desk;
    let t = desk.t();
    let stage = process.stage(id);
    let of = move |read: fn(&Stage) -> String| {
        Signal::derive(move || stage.with(|stage| stage.as_deref().map(read).unwrap_or_default()))
    };
    let edit =
        move |edit: StageEdit| desk.dispatch(Command::EditStage { stage: id, edit }, Deed::EditProcess);
    let phases = Signal::derive(move || {
        desk.structure.track();
        let none = (String::new(), t.no_phase().to_owned());
        let named = desk.pipeline.get().map(|pipeline| {
            desk.with(|session| {
                let phases = session.workspace().phases(pipeline).into_iter();
                phases.map(|phase| (phase.id.to_string(), phase.name.clone())).collect::<Vec<_>>()
            })
        });
        std::iter::once(none).chain(named.unwrap_or_default()).collect::<Vec<_>>()
    });
    view! {
        <div class="editor-line">
            <TextField
                name="stage-name"
                label=t.stage_name()
                value=of(|stage| stage.name.clone())
                on_change=move |text: String| edit(StageEdit::Name(text))
            />
            <Choice
                name="phase"
                label=t.phase()
                offers=phases
                value=of(|stage| stage.phase.map(|phase| phase.to_string()).unwrap_or_default())
                on_choose=move |key: String| edit(StageEdit::Phase(key.parse::<PhaseId>().ok()))
            />
        </div>
        <Colours id />
        <TextArea
            name="definition"
            label=t.definition()
            value=of(|stage| stage.definition.clone())
            hint=t.definition_hint()
            rows=2
            on_change=move |text: String| edit(StageEdit::Definition(text))
        />
        <TextArea
            name="exit-action"
            label=t.exit_action()
            value=of(|stage| stage.exit_action.clone())
            hint=t.exit_action_hint()
            rows=1
            on_change=move |text: String| edit(StageEdit::ExitAction(text))
        />
    }
}

/// Days, chance and the most deals.
#[component]
fn Numbers(id: StageId) -> impl IntoView {
    let process = use_process();
    let desk = process.desk;
    let t = desk.t();
    let stage = process.stage(id);
    let edit =
        move |edit: StageEdit| desk.dispatch(Command::EditStage { stage: id, edit }, Deed::EditProcess);
    // 0 stands for "not said" and is shown as an empty field with its hint.
    let of = move |read: fn(&Stage) -> u16| {
        Signal::derive(move || {
            let number = stage.with(|stage| stage.as_deref().map_or(0, read));
            (number > 0).then_some(i64::from(number))
        })
    };
    let number = move |make: fn(u16) -> StageEdit| {
        move |typed: Option<i64>| edit(make(typed.and_then(|typed| u16::try_from(typed).ok()).unwrap_or(0)))
    };
    let weighs = Memo::new(move |_| {
        desk.structure.track();
        let pipeline = stage.with(|stage| stage.as_ref().map(|stage| stage.pipeline));
        desk.with(|session| pipeline.is_some_and(|pipeline| session.workspace().weighs_criteria(pipeline)))
    });
    let too_many = Memo::new(move |_| {
        desk.revision.track();
        let limit = stage.with(|stage| stage.as_ref().map_or(0, |stage| stage.wip_limit));
        let open = desk.with(|session| session.workspace().column_len(id, OutcomeKind::Open)) as u64;
        (limit > 0 && open > u64::from(limit)).then_some((open, limit))
    });
    let chance =
        Signal::derive(move || stage.with(|stage| stage.as_ref().map(|stage| i64::from(stage.chance))));
    let set_chance = move |typed: Option<i64>| {
        let percent = typed.and_then(|typed| u8::try_from(typed).ok());
        percent.is_some_and(|chance| edit(StageEdit::Chance(chance)))
    };
    view! {
        <div class="editor-numbers">
            <NumberField
                name="expected-days"
                label=t.expected_days()
                value=of(|stage| stage.expected_days)
                hint=t.for_unsaid()
                unit=t.days_unit()
                max=MOST
                on_change=number(StageEdit::ExpectedDays)
            />
            <NumberField
                name="stale-days"
                label=t.stale_days()
                value=of(|stage| stage.stale_days)
                hint=t.for_never()
                unit=t.days_unit()
                max=MOST
                on_change=number(StageEdit::StaleDays)
            />
            <NumberField
                name="wip-limit"
                label=t.wip_limit()
                value=of(|stage| stage.wip_limit)
                hint=t.for_any()
                unit=t.deals_unit()
                max=MOST
                on_change=number(StageEdit::WipLimit)
            />
            <Show
                when=move || !weighs.get()
                fallback=move || {
                    view! {
                        <label class="field">
                            <span class="field-name">{t.chance_here()}</span>
                            <input
                                type="text"
                                disabled
                                data-field="stage-chance"
                                prop:value=move || chance.get().map(|chance| chance.to_string()).unwrap_or_default()
                            />
                            <small>{t.chance_by_criteria()}</small>
                        </label>
                    }
                }
            >
                <NumberField
                    name="stage-chance"
                    label=t.chance_here()
                    value=chance
                    unit="%"
                    max=100
                    on_change=set_chance
                />
            </Show>
        </div>
        {move || {
            too_many
                .get()
                .map(|(open, limit)| {
                    view! {
                        <p class="editor-advice"><Icon sign=Sign::Warning /> {t.over_limit(open, limit)}</p>
                    }
                })
        }}
    }
}
