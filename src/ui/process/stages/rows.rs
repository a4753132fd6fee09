//! What a stage has several of: criteria, tasks, departments. Rows to write in, to add, to take away and to put in order.

use leptos::prelude::*;

use crate::browser::page;
use crate::exchange::Deed;
use crate::model::{
    Command, Criterion, CriterionId, Duty, ItemId, Rank, Ranked, Stage, StageEdit, StageId, Task, TaskId,
    in_order,
};
use crate::ui::parts::{AddLine, Handle, Icon, Reorder, Sign, TextArea};
use crate::ui::process::use_process;

use super::weights::WeightField;

/// What the rows are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// What must be true to leave.
    Criterion,
    /// The to-do list.
    Task,
    /// Who takes part, and how.
    Duty,
}

impl Kind {
    fn key(self) -> &'static str {
        match self {
            Kind::Criterion => "criteria",
            Kind::Task => "tasks",
            Kind::Duty => "duties",
        }
    }

    /// The ids of a stage's rows, in order.
    fn ids(self, stage: &Stage) -> Vec<u64> {
        match self {
            Kind::Criterion => in_order(&stage.criteria).into_iter().map(|(id, _)| id.0).collect(),
            Kind::Task => in_order(&stage.tasks).into_iter().map(|(id, _)| id.0).collect(),
            Kind::Duty => in_order(&stage.duties).into_iter().map(|(id, _)| id.0).collect(),
        }
    }

    fn rank(self, stage: &Stage, id: u64) -> Option<Rank> {
        Some(match self {
            Kind::Criterion => stage.criteria.get(&CriterionId(id))?.rank().clone(),
            Kind::Task => stage.tasks.get(&TaskId(id))?.rank().clone(),
            Kind::Duty => stage.duties.get(&ItemId(id))?.rank().clone(),
        })
    }

    fn name(self, stage: &Stage, id: u64) -> String {
        let name = match self {
            Kind::Criterion => stage.criteria.get(&CriterionId(id)).map(|item| &item.name),
            Kind::Task => stage.tasks.get(&TaskId(id)).map(|item| &item.name),
            Kind::Duty => stage.duties.get(&ItemId(id)).map(|item| &item.department),
        };
        name.cloned().unwrap_or_default()
    }

    /// The row of that id with another name, or another rank; a new one if it is not there yet.
    fn with(self, stage: &Stage, id: u64, name: Option<String>, rank: Option<Rank>) -> Option<StageEdit> {
        let name = name.unwrap_or_else(|| self.name(stage, id));
        let rank = rank.or_else(|| self.rank(stage, id))?;
        Some(match self {
            Kind::Criterion => {
                StageEdit::Criterion(CriterionId(id), Some(Criterion { rank, name, weight: 0 }))
            }
            Kind::Task => StageEdit::Task(TaskId(id), Some(Task { rank, name })),
            Kind::Duty => {
                let does = stage.duties.get(&ItemId(id)).map(|duty| duty.does.clone()).unwrap_or_default();
                StageEdit::Duty(ItemId(id), Some(Duty { rank, department: name, does }))
            }
        })
    }

    fn without(self, id: u64) -> StageEdit {
        match self {
            Kind::Criterion => StageEdit::Criterion(CriterionId(id), None),
            Kind::Task => StageEdit::Task(TaskId(id), None),
            Kind::Duty => StageEdit::Duty(ItemId(id), None),
        }
    }

    /// A row put to another place: a rank between its new neighbours, or where there is none left, new ranks for all.
    fn moved(self, stage: &Stage, from: usize, to: usize) -> Option<Vec<StageEdit>> {
        let mut ids = self.ids(stage);
        let id = *ids.get(from)?;
        ids.remove(from);
        let above = to.checked_sub(1).and_then(|at| ids.get(at)).and_then(|id| self.rank(stage, *id));
        let below = ids.get(to).and_then(|id| self.rank(stage, *id));
        if let Some(rank) = Rank::between(above.as_ref(), below.as_ref()) {
            return Some(vec![self.with(stage, id, None, Some(rank))?]);
        }
        ids.insert(to.min(ids.len()), id);
        let ranks = Rank::spread(None, ids.len())?;
        ids.into_iter().zip(ranks).map(|(id, rank)| self.with(stage, id, None, Some(rank))).collect()
    }
}

/// The rows of a kind.
#[component]
pub fn Rows(
    /// The stage.
    id: StageId,
    /// The kind.
    kind: Kind,
) -> impl IntoView {
    let process = use_process();
    let desk = process.desk;
    let t = desk.t();
    let stage = process.stage(id);
    let ids = Memo::new(move |_| {
        stage.with(|stage| stage.as_ref().map(|stage| kind.ids(stage))).unwrap_or_default()
    });
    let is_none = Memo::new(move |_| ids.with(Vec::is_empty));
    let change = move |edits: Vec<StageEdit>| {
        let commands = edits.into_iter().map(|edit| Command::EditStage { stage: id, edit });
        desk.dispatch(Command::Batch(commands.collect()), Deed::EditProcess)
    };
    let name = move |item: u64| {
        stage.with(|stage| stage.as_ref().map(|stage| kind.name(stage, item))).unwrap_or_default()
    };
    let moved = move |(from, to): (usize, usize)| {
        let edits = stage.with_untracked(|stage| kind.moved(stage.as_ref()?, from, to));
        edits.is_some_and(change)
    };
    let add = move |text: String| {
        let made = stage.with_untracked(|stage| {
            let stage = stage.as_ref()?;
            let last = kind.ids(stage).last().and_then(|last| kind.rank(stage, *last));
            let rank = Rank::between(last.as_ref(), None)?;
            kind.with(stage, desk.new_id(), Some(text.trim().to_owned()), Some(rank))
        });
        made.is_some_and(|edit| change(vec![edit]))
    };
    let (title, none, add_label, field) = match kind {
        Kind::Criterion => (t.criteria(), t.no_criteria(), t.add_criterion(), t.criterion_name()),
        Kind::Task => (t.tasks(), t.no_tasks(), t.add_task(), t.task_name()),
        Kind::Duty => (t.duties(), t.no_duties(), t.add_duty(), t.department()),
    };
    view! {
        <div class="rows" data-rows=kind.key()>
            <h4 class="group-name">{title}</h4>
            <Show when=move || is_none.get()>
                <p class="rows-none">{none}</p>
            </Show>
            <Reorder
                ids
                label=title
                name
                on_move=moved
                children=move |item| view! { <Row id kind item /> }
            />
            <AddLine label=add_label field on_add=add />
        </div>
    }
}

/// A row.
#[component]
fn Row(id: StageId, kind: Kind, item: u64) -> impl IntoView {
    let process = use_process();
    let desk = process.desk;
    let t = desk.t();
    let stage = process.stage(id);
    let name = Signal::derive(move || {
        stage.with(|stage| stage.as_ref().map(|stage| kind.name(stage, item))).unwrap_or_default()
    });
    let edit =
        move |edit: StageEdit| desk.dispatch(Command::EditStage { stage: id, edit }, Deed::EditProcess);
    let rename = move |text: String| {
        // Pasted text may have several lines; a name has one.
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        let edited = stage.with_untracked(|stage| kind.with(stage.as_ref()?, item, Some(text), None));
        edited.is_some_and(edit)
    };
    let remove = move |_| {
        let weight = stage.with_untracked(|stage| {
            let criterion =
                stage.as_ref()?.criteria.get(&CriterionId(item)).map(|criterion| criterion.weight);
            criterion.filter(|_| kind == Kind::Criterion)
        });
        let name = name.get_untracked();
        let ids =
            stage.with_untracked(|stage| stage.as_ref().map(|stage| kind.ids(stage))).unwrap_or_default();
        let next = ids
            .iter()
            .position(|id| *id == item)
            .and_then(|at| ids.get(at + 1).or(at.checked_sub(1).and_then(|before| ids.get(before))));
        if edit(kind.without(item)) {
            process.focus_soon(match next {
                Some(next) => format!("[data-row='{next}'] .row-remove"),
                None => format!("[data-rows='{}'] .add", kind.key()),
            });
            let others = desk
                .pipeline
                .get_untracked()
                .is_some_and(|pipeline| desk.with(|session| session.workspace().weighs_criteria(pipeline)));
            desk.notify_undo(t.criterion_removed(&name, weight.unwrap_or(0), others));
        }
    };
    let label = match kind {
        Kind::Criterion => t.criterion_name(),
        Kind::Task => t.task_name(),
        Kind::Duty => t.department(),
    };
    view! {
        <div
            class="row"
            data-row=item.to_string()
            on:keydown=move |event| {
                // The fields grow with their text, but a row is one line of it: Enter ends the writing.
                if event.key() == "Enter"
                    && !event.is_composing()
                    && let Some(area) = page::closest(&event, "textarea")
                {
                    event.prevent_default();
                    page::blur(&area);
                }
            }
        >
            <Handle id=item />
            <TextArea name="row-name" label value=name on_change=rename rows=1 bare=true />
            {(kind == Kind::Duty).then(|| view! { <Does id item=ItemId(item) /> })}
            {(kind == Kind::Criterion).then(|| view! { <WeightField id=CriterionId(item) name /> })}
            <button
                type="button"
                class="icon-button row-remove"
                aria-label=move || t.remove_row(&name.get())
                on:click=remove
            >
                <Icon sign=Sign::Close />
            </button>
        </div>
    }
}

/// What a department does.
#[component]
fn Does(id: StageId, item: ItemId) -> impl IntoView {
    let process = use_process();
    let desk = process.desk;
    let t = desk.t();
    let stage = process.stage(id);
    let duty = Memo::new(move |_| stage.with(|stage| stage.as_ref()?.duties.get(&item).cloned()));
    let change = move |text: String| {
        let Some(duty) = duty.get_untracked() else { return false };
        let edit = StageEdit::Duty(item, Some(Duty { does: text, ..duty }));
        desk.dispatch(Command::EditStage { stage: id, edit }, Deed::EditProcess)
    };
    view! {
        <TextArea
            name="does"
            label=t.does()
            hint=t.does_hint()
            value=Signal::derive(move || duty.with(|duty| duty.as_ref().map(|duty| duty.does.clone())).unwrap_or_default())
            on_change=change
            rows=1
            bare=true
        />
    }
}
