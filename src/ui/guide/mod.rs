//! The guided mapping: five steps beside the map that fill the real workspace, and a summary of one page.
//!
//! The step is kept with the pipeline: whoever leaves goes on where they were, and undo leads back.

mod buyer;
mod goals;
mod involve;
mod stages;
mod summary;
mod watch;

use std::sync::Arc;

use leptos::html::{Button, Section};
use leptos::prelude::*;

use crate::browser::page;
use crate::exchange::Deed;
use crate::metrics::{Census, Population, StageFacts, stage_facts};
use crate::model::{Command, Day, Guide, Pipeline, PipelineEdit, Stage, StageEdit, StageId};
use crate::ui::desk::{Desk, use_desk};
use crate::ui::parts::{Badge, Icon, Sign, Tone, focus_button, focus_drawn};

/// How many steps ask something; the summary comes behind them.
const STEPS: u8 = 5;
/// The summary.
const SUMMARY: u8 = 6;
/// Where it is kept which pipelines do not invite any more.
const DECLINED: &str = "guide-declined";

/// What the parts of the guide share.
#[derive(Clone, Copy)]
pub struct Guided {
    desk: Desk,
    open: RwSignal<bool>,
    pipeline: Memo<Option<Arc<Pipeline>>>,
    button: NodeRef<Button>,
    panel: NodeRef<Section>,
}

impl Guided {
    /// A guide for the components below the calling one.
    pub fn provide() {
        let desk = use_desk();
        let pipeline = Memo::new(move |_| desk.current_pipeline());
        let (button, panel) = (NodeRef::new(), NodeRef::new());
        provide_context(Guided { desk, open: RwSignal::new(false), pipeline, button, panel });
    }

    /// Something of the guide's own, to be tracked.
    fn guide<T: PartialEq + Send + Sync + 'static>(
        self,
        read: impl Fn(&Guide) -> T + Send + Sync + 'static,
    ) -> Memo<T> {
        let none = Guide::default();
        Memo::new(move |_| {
            self.pipeline.with(|pipeline| read(pipeline.as_ref().map_or(&none, |pipeline| &pipeline.guide)))
        })
    }

    /// A figure of all deals of the pipeline; it follows them at some distance.
    fn figure<T: PartialEq + Send + Sync + 'static>(
        self,
        make: impl Fn(&Census) -> T + Send + Sync + 'static,
    ) -> Memo<Option<T>> {
        let desk = self.desk;
        Memo::new(move |_| {
            desk.settled.track();
            desk.structure.track();
            let pipeline = desk.pipeline.get()?;
            Some(make(&desk.census(&Population::of(pipeline))))
        })
    }

    /// The facts of the stages.
    fn facts(self) -> Memo<Vec<StageFacts>> {
        let facts = self.figure(stage_facts);
        Memo::new(move |_| facts.get().unwrap_or_default())
    }

    /// A stage as it is, to be tracked.
    fn stage(self, id: StageId) -> Memo<Option<Arc<Stage>>> {
        let desk = self.desk;
        Memo::new(move |_| {
            desk.structure.track();
            desk.with(|session| session.workspace().get::<Stage>(id).cloned())
        })
    }

    fn dispatch(self, command: Command) -> bool {
        self.desk.dispatch(command, Deed::FollowGuide)
    }

    /// Changes the pipeline; says whether that was accepted.
    fn change(self, edit: PipelineEdit) -> bool {
        let pipeline = self.desk.pipeline.get_untracked();
        pipeline.is_some_and(|pipeline| self.dispatch(Command::EditPipeline { pipeline, edit }))
    }

    fn change_stage(self, stage: StageId, edit: StageEdit) -> bool {
        self.dispatch(Command::EditStage { stage, edit })
    }

    fn today(self) -> Day {
        self.desk.zone().day(self.desk.now())
    }

    /// Goes to a step, and to its heading.
    fn go(self, step: u8) {
        self.settle_fields();
        if self.change(PipelineEdit::GuideStep(step)) {
            self.focus_heading();
        }
    }

    /// A field that is being written keeps what was typed before it goes.
    fn settle_fields(self) {
        if let Some(panel) = self.panel.try_get_untracked().flatten() {
            page::settle_fields(&panel);
        }
    }

    fn focus(self, selector: impl Into<String>) {
        let selector = selector.into();
        focus_drawn(move || {
            let panel = self.panel.try_get_untracked().flatten()?;
            page::find(&panel, &selector)
        });
    }

    fn focus_heading(self) {
        self.focus(".guide-title");
    }

    fn begin(self) {
        self.open.set(true);
        self.focus_heading();
    }

    fn leave(self) {
        self.settle_fields();
        self.open.set(false);
        focus_button(self.button);
    }

    /// The day of the review if it has come.
    fn due(self) -> Memo<Option<Day>> {
        let review = self.guide(|guide| guide.review_on);
        Memo::new(move |_| {
            self.desk.settled.track();
            review.get().filter(|day| *day <= self.today())
        })
    }
}

fn use_guide() -> Guided {
    expect_context::<Guided>()
}

/// Opens the guide, and says how far it came and whether a review is due.
#[component]
pub fn GuideButton() -> impl IntoView {
    let guided = use_guide();
    let t = guided.desk.t();
    let step = guided.guide(|guide| guide.step);
    let due = guided.due();
    view! {
        <button
            type="button"
            class="button guide-button"
            data-action="guide"
            aria-expanded=move || guided.open.get().to_string()
            node_ref=guided.button
            on:click=move |_| if guided.open.get_untracked() { guided.leave() } else { guided.begin() }
        >
            <span>{t.guide()}</span>
            {move || {
                let at = step.get();
                (1..=STEPS).contains(&at).then(|| view! { <small>{t.guide_at(at, STEPS)}</small> })
            }}
            {move || {
                due.get().map(|_| view! { <Badge tone=Tone::Warn>{t.guide_review_due()}</Badge> })
            }}
        </button>
    }
}

/// On a pipeline that was never guided, a line that invites; it can be closed for good.
#[component]
pub fn GuideInvite() -> impl IntoView {
    let guided = use_guide();
    let desk = guided.desk;
    let t = desk.t();
    let declined = RwSignal::new(desk.prefs.get::<Vec<String>>(DECLINED).unwrap_or_default());
    let invites = Memo::new(move |_| {
        let Some(pipeline) = guided.pipeline.get() else { return false };
        let id = pipeline.id.to_string();
        pipeline.guide == Guide::default()
            && !guided.open.get()
            && !declined.with(|declined| declined.contains(&id))
    });
    let decline = move |_| {
        if let Some(pipeline) = desk.pipeline.get_untracked() {
            declined.update(|declined| declined.push(pipeline.to_string()));
            declined.with_untracked(|declined| desk.prefs.set(DECLINED, declined));
        }
    };
    view! {
        <Show when=move || invites.get()>
            <div class="guide-invite">
                <p>{t.guide_invites()}</p>
                <button type="button" class="link-button" data-action="begin-guide" on:click=move |_| guided.begin()>
                    {t.guide_begin()}
                </button>
                <button
                    type="button"
                    class="icon-button"
                    data-action="decline-guide"
                    aria-label=t.guide_decline()
                    title=t.guide_decline()
                    on:click=decline
                >
                    <Icon sign=Sign::Close />
                </button>
            </div>
        </Show>
    }
}

/// The guide itself, while it is open.
#[component]
pub fn GuidePanel() -> impl IntoView {
    let guided = use_guide();
    view! {
        <Show when=move || guided.open.get()>
            <Panel />
        </Show>
    }
}

#[component]
fn Panel() -> impl IntoView {
    let guided = use_guide();
    let desk = guided.desk;
    let t = desk.t();
    let step = guided.guide(|guide| guide.step.max(1));
    let label = desk.element_id("guide");
    let heading = label.clone();
    let dots = move || {
        (1..=STEPS)
            .map(|number| {
                let here = move || (step.get() == number).then_some("step");
                view! {
                    <li>
                        <button
                            type="button"
                            class="guide-dot"
                            class:is-done=move || { step.get() > number }
                            aria-current=here
                            aria-label=t.guide_step_named(number, &t.guide_step_name(number))
                            title=t.guide_step_name(number)
                            on:click=move |_| guided.go(number)
                        >
                            {desk.formats().count(u64::from(number))}
                        </button>
                    </li>
                }
            })
            .collect_view()
    };
    view! {
        <section
            class="guide"
            class:is-summary=move || step.get() == SUMMARY
            aria-labelledby=label
            data-step=move || step.get().to_string()
            node_ref=guided.panel
            on:keydown=move |event| {
                if event.key() == "Escape" && !event.default_prevented() {
                    event.prevent_default();
                    event.stop_propagation();
                    guided.leave();
                }
            }
        >
            <header class="guide-head">
                <h2 id=heading>{t.guide()}</h2>
                <ol class="guide-dots" aria-label=t.guide_steps()>{dots()}</ol>
                <button
                    type="button"
                    class="icon-button"
                    data-action="leave-guide"
                    aria-label=t.guide_leave()
                    title=t.guide_leave()
                    on:click=move |_| guided.leave()
                >
                    <Icon sign=Sign::Close />
                </button>
            </header>
            <div class="guide-body">
                {move || {
                    let at = step.get();
                    let part = match at {
                        1 => view! { <goals::Goals /> }.into_any(),
                        2 => view! { <involve::Involve /> }.into_any(),
                        3 => view! { <stages::Stages /> }.into_any(),
                        4 => view! { <buyer::Buyer /> }.into_any(),
                        5 => view! { <watch::Watch /> }.into_any(),
                        _ => return view! { <summary::Summary /> }.into_any(),
                    };
                    view! {
                        <h3 class="guide-title" tabindex="-1">{t.guide_step_named(at, &t.guide_step_name(at))}</h3>
                        <p class="guide-why">{t.guide_why(at)}</p>
                        {part}
                    }
                        .into_any()
                }}
            </div>
            <footer class="guide-foot">
                <button
                    type="button"
                    class="button"
                    data-action="guide-back"
                    disabled=move || step.get() <= 1
                    on:click=move |_| guided.go(step.get_untracked().saturating_sub(1).max(1))
                >
                    {t.guide_back()}
                </button>
                {move || match step.get() {
                    SUMMARY => {
                        view! {
                            <button type="button" class="button button-main" data-action="guide-print" on:click=|_| page::print()>
                                {t.print_page()}
                            </button>
                        }
                            .into_any()
                    }
                    at => {
                        let name = if at == STEPS { t.guide_finish() } else { t.guide_next() };
                        view! {
                            <button
                                type="button"
                                class="button button-main"
                                data-action="guide-next"
                                on:click=move |_| guided.go(at + 1)
                            >
                                {name}
                            </button>
                        }
                            .into_any()
                    }
                }}
            </footer>
        </section>
    }
}
