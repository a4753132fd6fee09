//! The next step, and what was done with the buyer.

use leptos::prelude::*;

use crate::model::{Activity, ActivityKind, Day, DealEdit, ItemId, OutcomeKind};
use crate::ui::desk::Desk;
use crate::ui::parts::{Check, Choice, DateField, Offer, TextArea, TextField};

use super::section::{AddForm, RemoveButton, Section};
use super::subject::{Subject, instant_of};

/// The section.
#[component]
pub fn ActivitySection(subject: Subject) -> impl IntoView {
    let t = subject.desk.t();
    let overdue = Signal::derive(move || days_late(subject).is_some_and(|days| days > 0));
    let count = Signal::derive(move || {
        let count = subject.read(|deal| deal.story.activities.len()).unwrap_or(0);
        match days_late(subject).filter(|days| *days > 0) {
            Some(days) => t.deal_overdue_by(days),
            None if count == 0 => String::new(),
            None => count.to_string(),
        }
    });
    view! {
        <Section name="steps" title=t.deal_steps() count urgent=overdue open=true>
            <NextStep subject />
            <AddActivity subject />
            <Rows subject planned=true />
            <Rows subject planned=false />
        </Section>
    }
}

/// How many days ago the next step was due; negative if it is yet to come. `None` without a dated next step.
fn days_late(subject: Subject) -> Option<i64> {
    let due = subject.read(|deal| deal.story.next_step().and_then(|(_, activity)| activity.due))??;
    Some(subject.today().days_since(due))
}

/// One sentence on what is next.
#[component]
fn NextStep(subject: Subject) -> impl IntoView {
    let desk = subject.desk;
    let t = desk.t();
    let words = move || {
        let next =
            subject.read(|deal| deal.story.next_step().map(|(_, activity)| activity.clone())).flatten();
        let Some(next) = next else {
            let open = subject.outcome.get() == OutcomeKind::Open;
            return open.then(|| ("next-step next-none", t.deal_no_next_step().to_owned()));
        };
        let what = if next.text.is_empty() { t.deal_activity(next.kind) } else { next.text.clone() };
        let day = next.due.map(|day| subject.written_day(day)).unwrap_or_default();
        Some(match days_late(subject) {
            Some(days) if days > 0 => ("next-step next-late", t.deal_next_overdue(&what, &day, days)),
            _ => ("next-step", t.deal_next(&what, &day)),
        })
    };
    move || words().map(|(class, words)| view! { <p class=class data-part="next-step">{words}</p> })
}

/// The kinds of activities to choose from.
fn kinds(desk: Desk) -> Vec<Offer> {
    ActivityKind::ALL
        .iter()
        .enumerate()
        .map(|(at, kind)| (at.to_string(), desk.t().deal_activity(*kind)))
        .collect()
}

fn kind_of(key: &str) -> Option<ActivityKind> {
    ActivityKind::ALL.get(key.parse::<usize>().ok()?).copied()
}

fn key_of(kind: ActivityKind) -> String {
    ActivityKind::ALL.iter().position(|other| *other == kind).unwrap_or(0).to_string()
}

/// Adds an activity: done, or planned.
#[component]
fn AddActivity(subject: Subject) -> impl IntoView {
    let desk = subject.desk;
    let t = desk.t();
    let open = RwSignal::new(false);
    let (text, by) = (RwSignal::new(String::new()), RwSignal::new(None::<String>));
    let kind = RwSignal::new(ActivityKind::Call);
    let day = RwSignal::new(None::<Day>);
    let planned = RwSignal::new(true);
    let who = move || by.get().or_else(|| subject.read(|deal| deal.owner.clone())).unwrap_or_default();
    let send = move || {
        let (due, done) = match (planned.get_untracked(), day.get_untracked()) {
            (true, day) => (day, None),
            (false, Some(day)) => (None, Some(instant_of(desk, day))),
            (false, None) => (None, Some(desk.now())),
        };
        let activity = Activity {
            kind: kind.get_untracked(),
            text: text.get_untracked().trim().to_owned(),
            by: untrack(who),
            due,
            done,
        };
        let kept = subject.edit(DealEdit::Activity(ItemId(desk.new_id()), Some(activity)));
        if kept {
            text.set(String::new());
            day.set(None);
        }
        kept
    };
    let list = subject.people_list.get_value();
    view! {
        <AddForm name="activity" label=t.deal_add_activity() open on_send=move |()| send()>
            <TextField
                name="activity-text"
                label=t.deal_activity_text()
                value=text
                on_change=move |v| {
                    text.set(v);
                    true
                }
            />
            <div class="field-row">
                <Choice
                    name="activity-kind"
                    label=t.deal_activity_kind()
                    offers=Signal::derive(move || kinds(desk))
                    value=Signal::derive(move || key_of(kind.get()))
                    on_choose=move |key: String| {
                        kind_of(&key).map(|found| kind.set(found)).is_some()
                    }
                />
                <DateField
                    name="activity-day"
                    label=t.deal_activity_day()
                    value=day
                    on_change=move |v| {
                        day.set(v);
                        true
                    }
                />
                <TextField
                    name="activity-by"
                    label=t.deal_activity_by()
                    value=Signal::derive(who)
                    list=list.clone()
                    on_change=move |v| {
                        by.set(Some(v));
                        true
                    }
                />
            </div>
            <div class="button-row">
                <button type="submit" class="button button-main" data-action="plan" on:click=move |_| planned.set(true)>
                    {t.deal_plan()}
                </button>
                <button type="submit" class="button" data-action="log" on:click=move |_| planned.set(false)>
                    {t.deal_log_done()}
                </button>
            </div>
        </AddForm>
    }
}

/// The activities: those planned with the next one first, those done with the newest first.
#[component]
fn Rows(subject: Subject, planned: bool) -> impl IntoView {
    let t = subject.desk.t();
    let order = Memo::new(move |_| {
        let rows = subject.read(|deal| {
            let of_kind =
                deal.story.activities.iter().filter(|(_, activity)| activity.done.is_none() == planned);
            let mut rows: Vec<_> = of_kind.map(|(id, activity)| (activity.due, activity.done, *id)).collect();
            if planned {
                rows.sort_unstable_by_key(|(due, _, id)| (due.is_none(), *due, *id));
            } else {
                rows.sort_unstable_by_key(|(_, done, id)| std::cmp::Reverse((*done, *id)));
            }
            rows.into_iter().map(|(.., id)| id).collect::<Vec<ItemId>>()
        });
        rows.unwrap_or_default()
    });
    let some = Memo::new(move |_| !order.get().is_empty());
    view! {
        <Show when=move || some.get()>
            <h4>{if planned { t.deal_planned() } else { t.deal_done() }}</h4>
            <ul class="items" data-list=if planned { "planned" } else { "done" }>
                <For each=move || order.get() key=|id| *id let:item>
                    <Row subject item />
                </For>
            </ul>
        </Show>
    }
}

#[component]
fn Row(subject: Subject, item: ItemId) -> impl IntoView {
    let desk = subject.desk;
    let t = desk.t();
    let activity =
        Memo::new(move |_| subject.read(|deal| deal.story.activities.get(&item).cloned()).flatten());
    let change = move |change: &dyn Fn(&mut Activity)| {
        let Some(mut activity) = activity.get_untracked() else { return false };
        change(&mut activity);
        subject.edit(DealEdit::Activity(item, Some(activity)))
    };
    let read = move |pick: fn(&Activity) -> String| {
        Signal::derive(move || activity.with(|activity| activity.as_ref().map(pick)).unwrap_or_default())
    };
    let done = Signal::derive(move || activity.with(|a| a.as_ref().is_some_and(|a| a.done.is_some())));
    let late = move || {
        let due = activity.with(|a| a.as_ref().filter(|a| a.done.is_none()).and_then(|a| a.due))?;
        Some(subject.today().days_since(due)).filter(|days| *days > 0)
    };
    let label = Signal::derive(move || {
        activity
            .with(|activity| {
                activity
                    .as_ref()
                    .map(|a| if a.text.is_empty() { t.deal_activity(a.kind) } else { a.text.clone() })
            })
            .unwrap_or_default()
    });
    let day = Signal::derive(move || {
        activity.with(|a| a.as_ref().and_then(|a| a.done.map(|at| desk.zone().day(at)).or(a.due)))
    });
    let set_day = move |day: Option<Day>| {
        let was_done = done.get_untracked();
        if was_done && day.is_none() {
            return false;
        }
        change(&move |a: &mut Activity| match day {
            Some(day) if was_done => a.done = Some(instant_of(desk, day)),
            day => a.due = day,
        })
    };
    let tick = move |done: bool| {
        let now = done.then(|| desk.now());
        let kept = change(&move |a: &mut Activity| a.done = now);
        if kept {
            subject.focus(format!("[data-item='{item}'] [data-field='done']"));
        }
        kept
    };
    let remove = move |()| {
        if subject.edit(DealEdit::Activity(item, None)) {
            subject.focus("[data-add='activity']".to_owned());
        }
    };
    let list = subject.people_list.get_value();
    view! {
        <li class="item" data-item=item.to_string()>
            <Check name="done" label=Signal::derive(move || t.deal_done_of(&label.get())) value=done on_change=tick bare=true />
            <div class="item-lines">
                <TextArea
                    name="text"
                    label=t.deal_activity_text()
                    value=read(|a| a.text.clone())
                    hint=t.deal_activity_text()
                    rows=1
                    on_change=move |v: String| change(&|a| a.text.clone_from(&v))
                    bare=true
                />
                <div class="item-line">
                    <Choice
                        name="kind"
                        label=t.deal_activity_kind()
                        offers=Signal::derive(move || kinds(desk))
                        value=read(|a| key_of(a.kind))
                        on_choose=move |key: String| kind_of(&key).is_some_and(|kind| change(&|a| a.kind = kind))
                        bare=true
                    />
                    <DateField name="day" label=t.deal_activity_day() value=day on_change=set_day bare=true />
                    <TextField
                        name="by"
                        label=t.deal_activity_by()
                        value=read(|a| a.by.clone())
                        hint=t.deal_activity_by()
                        list=list
                        on_change=move |v: String| change(&|a| a.by.clone_from(&v))
                        bare=true
                    />
                </div>
                {move || late().map(|days| view! { <p class="item-late">{t.deal_overdue_by(days)}</p> })}
            </div>
            <RemoveButton label=Signal::derive(move || t.deal_remove(&label.get())) on_remove=remove />
        </li>
    }
}
