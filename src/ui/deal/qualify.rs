//! The questions that qualify a deal, and what the answers come to.

use leptos::prelude::*;

use crate::model::{Answer, DealEdit, OutcomeKind, Qualification, Question, Verdict};
use crate::ui::desk::Dialog;
use crate::ui::parts::{TextField, own_id};

use super::section::Section;
use super::subject::Subject;

/// The section; empty where the pipeline asks nothing.
#[component]
pub fn QualifySection(subject: Subject) -> impl IntoView {
    let t = subject.desk.t();
    let asked = Memo::new(move |_| {
        subject.pipeline.with(|pipeline| pipeline.as_ref().map_or(Qualification::None, |p| p.qualification))
    });
    let count = Signal::derive(move || {
        let questions = asked.get().questions();
        let answered = subject.read(|deal| {
            let said = |q: &&Question| deal.story.answers.get(q).is_some_and(|answer| answer.yes.is_some());
            questions.iter().filter(said).count()
        });
        format!("{}/{}", answered.unwrap_or(0), questions.len())
    });
    let verdict = Memo::new(move |_| subject.read(|deal| asked.get().verdict(&deal.story.answers)));
    let unqualified = Signal::derive(move || matches!(verdict.get(), Some(Verdict::Unqualified(_))));
    view! {
        <Show when=move || asked.get() != Qualification::None>
            <Section name="qualify" title=t.deal_qualify() count urgent=unqualified open=true>
                {move || {
                    asked
                        .get()
                        .questions()
                        .into_iter()
                        .map(|question| view! { <QuestionRow subject question /> })
                        .collect_view()
                }}
                <VerdictLine subject verdict />
            </Section>
        </Show>
    }
}

#[component]
fn QuestionRow(subject: Subject, question: Question) -> impl IntoView {
    let desk = subject.desk;
    let t = desk.t();
    let answer =
        Memo::new(move |_| subject.read(|deal| deal.story.answers.get(&question).cloned()).flatten());
    let say = move |change: &dyn Fn(Answer) -> Answer| {
        let before = answer.get_untracked();
        let new = change(before.unwrap_or(Answer { yes: None, note: String::new(), at: desk.now() }));
        let blank = new.yes.is_none() && new.note.trim().is_empty();
        subject.edit(DealEdit::Answer(question, (!blank).then_some(new)))
    };
    let yes = Memo::new(move |_| answer.with(|answer| answer.as_ref().and_then(|answer| answer.yes)));
    let group = own_id("question");
    let choices = [(Some(true), t.deal_yes()), (Some(false), t.deal_no()), (None, t.deal_unanswered())];
    let since = move || {
        answer.with(|answer| {
            let given = answer.as_ref().filter(|answer| answer.yes.is_some());
            given.map(|answer| subject.written(answer.at))
        })
    };
    let (title, asks) = (t.deal_question(question), t.deal_question_asks(question));
    let label = title.clone();
    view! {
        <fieldset class="question" data-question=format!("{question:?}").to_lowercase()>
            <legend>{title} <span class="part-note">" " {asks}</span></legend>
            <div class="question-line">
                <div class="answers">
                    {choices
                        .map(|(value, word)| {
                            let group = group.clone();
                            view! {
                                <label class="answer">
                                    <input
                                        type="radio"
                                        name=group
                                        prop:checked=move || yes.get() == value
                                        on:change=move |_| {
                                            say(&|answer| answer.saying(value, desk.now()));
                                        }
                                    />
                                    <span>{word}</span>
                                </label>
                            }
                        })
                        .collect_view()}
                </div>
                <span class="part-note">{since}</span>
            </div>
            <TextField
                name="answer"
                label=t.deal_answer_words(&label)
                hint=t.deal_answer_hint()
                value=Signal::derive(move || answer.with(|a| a.as_ref().map(|a| a.note.clone()).unwrap_or_default()))
                on_change=move |v: String| say(&|answer| Answer { note: v.clone(), ..answer })
                bare=true
            />
        </fieldset>
    }
}

/// What the answers come to, and the way to the nurture list.
#[component]
fn VerdictLine(subject: Subject, verdict: Memo<Option<Verdict>>) -> impl IntoView {
    let desk = subject.desk;
    let t = desk.t();
    let line = move || {
        let (class, words) = match verdict.get()? {
            Verdict::Undecided => ("verdict", t.deal_verdict_open().to_owned()),
            Verdict::Qualified => ("verdict verdict-good", t.deal_verdict_yes().to_owned()),
            Verdict::Unqualified(no) => {
                let names: Vec<String> = no.into_iter().map(|question| t.deal_question(question)).collect();
                ("verdict verdict-bad", t.deal_verdict_no(&names.join(", ")))
            }
        };
        Some(view! { <p class=class data-part="verdict" role="status">{words}</p> })
    };
    let offer = Memo::new(move |_| {
        subject.outcome.get() == OutcomeKind::Open && matches!(verdict.get(), Some(Verdict::Unqualified(_)))
    });
    view! {
        {line}
        <Show when=move || offer.get()>
            <button
                type="button"
                class="button button-main"
                data-action="nurture"
                on:click=move |_| desk.dialog.set(Some(Dialog::Nurture(subject.id)))
            >
                {t.deal_nurture()}
            </button>
        </Show>
    }
}
