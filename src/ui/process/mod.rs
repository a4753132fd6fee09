//! The stages themselves: what they teach, what they ask, who takes part.
//!
//! Each tab is a room of its own. They share which stage is chosen, by [`Process`].

mod diagram;
mod head;
mod playbook;
mod reviews;
mod stages;
mod team;

use std::sync::Arc;

use leptos::prelude::*;

use crate::model::{Pipeline, Stage, StageId};
use crate::ui::desk::{Desk, use_desk};
use crate::ui::parts::{Tabs, focus_found, own_id, panel_id, tab_id};

use diagram::DiagramTab;
use head::{ArchivedPipelines, PipelineHead};
use playbook::PlaybookTab;
use reviews::ReviewsTab;
use stages::StagesTab;
use team::TeamTab;
pub use team::personas::Personas;

/// A part of the view.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tab {
    /// The stages and what belongs to them.
    Stages,
    /// The process as a drawing.
    Diagram,
    /// Messages, objections, outlines and ways to close.
    Playbook,
    /// People, personas and lists of words.
    Team,
    /// How the process changed and how mature it is.
    Reviews,
}

impl Tab {
    /// The tabs in order.
    const ALL: [Tab; 5] = [Tab::Stages, Tab::Diagram, Tab::Playbook, Tab::Team, Tab::Reviews];

    fn key(self) -> &'static str {
        match self {
            Tab::Stages => "stages",
            Tab::Diagram => "diagram",
            Tab::Playbook => "playbook",
            Tab::Team => "team",
            Tab::Reviews => "reviews",
        }
    }
}

/// What the tabs share.
#[derive(Clone, Copy)]
pub struct Process {
    /// The desk.
    pub desk: Desk,
    /// The tab that is shown.
    pub tab: RwSignal<Tab>,
    /// The stage that is chosen: one in use of the pipeline that is shown.
    pub chosen: Memo<Option<StageId>>,
    wanted: RwSignal<Option<StageId>>,
}

impl Process {
    fn new() -> Process {
        let desk = use_desk();
        let kept = desk.prefs.get::<String>("process-tab");
        let tab = Tab::ALL.into_iter().find(|tab| Some(tab.key()) == kept.as_deref()).unwrap_or(Tab::Stages);
        let tab = RwSignal::new(tab);
        Effect::new(move |_| {
            desk.prefs.set("process-tab", tab.get().key());
        });
        let kept = desk.prefs.get::<String>("process-stage");
        let wanted = RwSignal::new(kept.and_then(|id| id.parse::<StageId>().ok()));
        Effect::new(move |_| {
            if let Some(id) = wanted.get() {
                desk.prefs.set("process-stage", id.to_string());
            }
        });
        let chosen = Memo::new(move |_| {
            let ladder = desk.ladder();
            let wanted = wanted.get().filter(|id| ladder.iter().any(|stage| stage.id == *id));
            wanted.or(ladder.first().map(|stage| stage.id))
        });
        Process { desk, tab, chosen, wanted }
    }

    /// Chooses a stage, for all tabs.
    pub fn choose(self, stage: StageId) {
        self.wanted.set(Some(stage));
    }

    /// Chooses a stage and gives its button the focus, which a dialog has lost with what it stood for.
    pub fn go_to(self, stage: StageId) {
        self.choose(stage);
        self.focus_soon(format!("[data-stage='{stage}'] .step-button"));
    }

    /// Gives the focus to what a selector names first, once the view stands anew.
    pub fn focus_soon(self, selector: String) {
        focus_found(self.desk, format!("[data-view='process'] :is({selector})"));
    }

    /// The pipeline that is shown; follows its changes.
    pub fn pipeline(self) -> Memo<Option<Arc<Pipeline>>> {
        Memo::new(move |_| self.desk.current_pipeline())
    }

    /// A stage; follows its changes.
    pub fn stage(self, id: StageId) -> Memo<Option<Arc<Stage>>> {
        Memo::new(move |_| {
            self.desk.structure.track();
            self.desk.with(|session| session.workspace().get::<Stage>(id).cloned())
        })
    }
}

/// What the calling tab shares with the others.
pub fn use_process() -> Process {
    expect_context::<Process>()
}

/// The view.
#[component]
pub fn ProcessView() -> impl IntoView {
    let process = Process::new();
    provide_context(process);
    let desk = process.desk;
    let t = desk.t();
    let names = Tab::ALL.map(|tab| {
        let name = match tab {
            Tab::Stages => t.tab_stages(),
            Tab::Diagram => t.tab_diagram(),
            Tab::Playbook => t.tab_playbook(),
            Tab::Team => t.tab_team(),
            Tab::Reviews => t.tab_reviews(),
        };
        (tab.key(), name.to_owned())
    });
    let id = own_id("process");
    let panel = panel_id(&id);
    let tabs = id.clone();
    let show = move |key: &'static str| {
        if let Some(tab) = Tab::ALL.into_iter().find(|tab| tab.key() == key) {
            process.tab.set(tab);
        }
    };
    view! {
        <section class="process-view" data-view="process" aria-label=t.process()>
            <PipelineHead />
            <Tabs
                id=tabs
                label=t.process_tabs()
                tabs=Signal::stored(names.to_vec())
                chosen=Signal::derive(move || process.tab.get().key())
                on_choose=show
            />
            <div
                class="process-panel"
                role="tabpanel"
                id=panel
                aria-labelledby=move || tab_id(&id, process.tab.get().key())
            >
                {move || match process.tab.get() {
                    Tab::Stages => view! { <StagesTab /> }.into_any(),
                    Tab::Diagram => view! { <DiagramTab /> }.into_any(),
                    Tab::Playbook => view! { <PlaybookTab /> }.into_any(),
                    Tab::Team => view! { <TeamTab /> }.into_any(),
                    Tab::Reviews => view! { <ReviewsTab /> }.into_any(),
                }}
            </div>
            <ArchivedPipelines />
        </section>
    }
}
