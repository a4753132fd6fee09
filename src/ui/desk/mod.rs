//! The projection of a session into signals: one per mounted card, one per column, and a few for the whole.
//!
//! The session is plain data. [`Desk::dispatch`] sets only the signals that a change names, so that the cost of a move does
//! not grow with the number of deals.

mod figures;
mod kinds;
mod pipelines;
mod project;
mod said;
mod search;
mod source;
mod words;

pub use kinds::{Against, Column, Comparison, Dialog, Toast, View};
pub use source::DeskSource;

use std::collections::HashMap;
use std::sync::Arc;

use leptos::prelude::*;

use crate::browser::format::Formats;
use crate::browser::page::{self, HtmlElement};
use crate::browser::prefs::Prefs;
use crate::browser::vault::{SaveState, Vault};
use crate::exchange::{Deed, Entry};
use crate::i18n::Texts;
use crate::metrics::{Choice, Finding, Rate};
use crate::model::{
    Command, Currency, Deal, DealId, OutcomeKind, Pipeline, PipelineId, Stage, StageId, Timestamp, Workspace,
    Zone,
};
use crate::session::Session;

/// A deal that may be removed while somebody looks at it.
pub type DealSignal = ArcRwSignal<Option<Arc<Deal>>>;

struct Inner {
    session: Session,
    /// The signals of the deals that somebody looks at, with how many do.
    cards: HashMap<DealId, (DealSignal, usize)>,
    columns: HashMap<StageId, ArcRwSignal<Column>>,
    needle: String,
    hay: HashMap<DealId, Box<str>>,
    vault: Vault,
}

/// The handle that every view holds. Copies are the same desk.
#[derive(Clone, Copy)]
pub struct Desk {
    inner: StoredValue<Inner, LocalStorage>,
    texts: StoredValue<&'static dyn Texts>,
    formats: StoredValue<Formats>,
    /// The element that the instance is mounted in; in the page or in a shadow root.
    pub root: StoredValue<HtmlElement, LocalStorage>,
    /// Where preferences go.
    pub prefs: Prefs,
    /// Tells this instance's element ids from those of others on the page.
    pub number: u32,
    /// Rises with every change of data.
    pub revision: RwSignal<u64>,
    /// Follows [`Desk::revision`] some moments later, for what is costly to compute.
    pub settled: RwSignal<u64>,
    /// Rises when pipelines, stages, phases or notes change.
    pub structure: RwSignal<u64>,
    /// The pipeline that is shown.
    pub pipeline: RwSignal<Option<PipelineId>>,
    /// The view that is shown.
    pub view: RwSignal<View>,
    /// The population that the figures are of.
    pub population: RwSignal<Choice>,
    /// What the figures are compared with.
    pub compare: RwSignal<Comparison>,
    /// The deal that is open beside the view.
    pub open_deal: RwSignal<Option<DealId>>,
    /// What is searched for.
    pub search: RwSignal<String>,
    /// Which deals the board shows.
    pub shown: RwSignal<OutcomeKind>,
    /// What can be said of the last change.
    pub save_state: RwSignal<SaveState>,
    /// The dialog in front.
    pub dialog: RwSignal<Option<Dialog>>,
    /// How many modal dialogs are open: messages stand in them then, for what is behind cannot be heard or pressed.
    pub modals: RwSignal<u32>,
    /// The message at the bottom.
    pub toast: RwSignal<Option<Toast>>,
    /// What the live region says.
    pub spoken: RwSignal<String>,
    /// What undo would take back.
    pub undoable: RwSignal<Option<Deed>>,
    /// What redo would do again.
    pub redoable: RwSignal<Option<Deed>>,
    /// For each stage the share that goes on to the next, by the furthest rung.
    pub conversions: RwSignal<HashMap<StageId, Rate>>,
    /// What stands out among all its deals, also what was dismissed.
    pub findings: RwSignal<Arc<Vec<Finding>>>,
}

/// The desk of the instance that a component stands in.
pub fn use_desk() -> Desk {
    expect_context::<Desk>()
}

impl Desk {
    /// Puts a session on a desk.
    pub fn new(
        session: Session,
        vault: Vault,
        prefs: Prefs,
        texts: &'static dyn Texts,
        number: u32,
        root: HtmlElement,
    ) -> Desk {
        let kept: Option<String> = prefs.get("pipeline");
        let pipelines = session.workspace().pipelines();
        let in_use = |pipeline: &&&Arc<Pipeline>| pipeline.archived.is_none();
        let first = pipelines.iter().find(in_use).or(pipelines.first()).map(|pipeline| pipeline.id);
        let pipeline = kept
            .and_then(|id| id.parse().ok())
            .filter(|id| pipelines.iter().filter(in_use).any(|pipeline| pipeline.id == *id))
            .or(first);
        let desk = Desk {
            undoable: RwSignal::new(session.undoable()),
            redoable: RwSignal::new(session.redoable()),
            save_state: RwSignal::new(vault.state()),
            inner: StoredValue::new_local(Inner {
                session,
                cards: HashMap::new(),
                columns: HashMap::new(),
                needle: String::new(),
                hay: HashMap::new(),
                vault,
            }),
            texts: StoredValue::new(texts),
            formats: StoredValue::new(Formats::new(&page::language())),
            root: StoredValue::new_local(root),
            prefs,
            number,
            revision: RwSignal::new(0),
            settled: RwSignal::new(0),
            structure: RwSignal::new(0),
            pipeline: RwSignal::new(pipeline),
            view: RwSignal::new(View::kept(&prefs)),
            population: RwSignal::new(prefs.get("population").unwrap_or_default()),
            compare: RwSignal::new(prefs.get("compare").unwrap_or_default()),
            open_deal: RwSignal::new(None),
            search: RwSignal::new(String::new()),
            shown: RwSignal::new(OutcomeKind::Open),
            dialog: RwSignal::new(None),
            modals: RwSignal::new(0),
            toast: RwSignal::new(None),
            spoken: RwSignal::new(String::new()),
            conversions: RwSignal::new(HashMap::new()),
            findings: RwSignal::new(Arc::default()),
        };
        desk.watch();
        desk
    }

    fn watch(self) {
        // What the board shows decides the columns; each is made anew when search, outcome or pipeline change.
        Effect::new(move |before: Option<()>| {
            let needle = self.search.get().trim().to_lowercase();
            self.shown.track();
            self.inner.update_value(|inner| inner.needle = needle);
            if before.is_some() {
                self.refresh_columns(None);
            }
        });
        Effect::new(move |_| {
            if let Some(pipeline) = self.pipeline.get() {
                self.prefs.set("pipeline", pipeline.to_string());
            }
        });
        Effect::new(move |_| {
            self.prefs.set("view", self.view.get().key());
        });
        Effect::new(move |_| {
            self.population.with(|choice| self.prefs.set("population", choice));
        });
        self.watch_figures();
        Effect::new(move |_| {
            self.compare.with(|compare| self.prefs.set("compare", compare));
        });
    }

    /// The sentences of the reader's language.
    pub fn t(self) -> &'static dyn Texts {
        self.texts.get_value()
    }

    /// The reader's formats.
    pub fn formats(self) -> Formats {
        self.formats.get_value()
    }

    /// An id for an element of this instance.
    pub fn element_id(self, name: &str) -> String {
        format!("stageline-{}-{name}", self.number)
    }

    /// Looks at the session, without becoming its subscriber: track [`Desk::revision`], [`Desk::settled`] or
    /// [`Desk::structure`] for that. Must not dispatch.
    pub fn with<T>(self, look: impl FnOnce(&Session) -> T) -> T {
        self.inner.with_value(|inner| look(&inner.session))
    }

    /// The present instant.
    pub fn now(self) -> Timestamp {
        self.with(Session::now)
    }

    /// The viewer's zone.
    pub fn zone(self) -> Zone {
        self.with(Session::zone)
    }

    /// A new number for an id.
    pub fn new_id(self) -> u64 {
        self.inner.try_update_value(|inner| inner.session.ids().next()).unwrap_or_default()
    }

    /// Lets a function use the source of ids.
    pub fn with_ids<T>(self, make: impl FnOnce(&mut dyn crate::model::Ids) -> T) -> Option<T> {
        self.inner.try_update_value(|inner| make(inner.session.ids()))
    }

    /// The pipeline that is shown; follows its changes.
    pub fn current_pipeline(self) -> Option<Arc<Pipeline>> {
        self.structure.track();
        let id = self.pipeline.get()?;
        self.with(|session| session.workspace().get::<Pipeline>(id).cloned())
    }

    /// The currency of the pipeline that is shown.
    pub fn currency(self) -> Currency {
        self.current_pipeline().map_or(Currency::EUR, |pipeline| pipeline.currency)
    }

    /// The stages of the pipeline that is shown; follows their changes.
    pub fn ladder(self) -> Vec<Arc<Stage>> {
        self.structure.track();
        let Some(id) = self.pipeline.get() else { return Vec::new() };
        self.with(|session| session.workspace().ladder(id).into_iter().cloned().collect())
    }

    /// The stages that the board shows: those of the ladder, and retired ones that still hold deals of the outcome that is
    /// shown. Follows their changes.
    pub fn board_stages(self) -> Vec<StageId> {
        self.structure.track();
        let shown = self.shown.get();
        let Some(id) = self.pipeline.get() else { return Vec::new() };
        self.with(|session| {
            let workspace = session.workspace();
            let on_board = |stage: &&Arc<Stage>| stage.in_use() || workspace.column_len(stage.id, shown) > 0;
            let ladder = workspace.whole_ladder(id).into_iter();
            ladder.filter(on_board).map(|stage| stage.id).collect()
        })
    }

    /// The stage that a deal is in, or was in when it was closed.
    pub fn stage_of(self, deal: &Deal) -> StageId {
        self.with(|session| session.workspace().stage_of(deal))
    }

    /// The number of a stage's colour. Follows the ladder: without a colour of its own a stage has the one of its place.
    pub fn colour(self, stage: &Stage) -> u8 {
        self.structure.track();
        self.with(|session| session.workspace().colour(stage))
    }

    /// A deal's signal for as long as the calling component stands.
    pub fn deal(self, id: DealId) -> DealSignal {
        let signal = self.inner.try_update_value(|inner| {
            let found = inner.session.workspace().get::<Deal>(id).cloned();
            let (signal, users) = inner.cards.entry(id).or_insert_with(|| (ArcRwSignal::new(found), 0));
            *users += 1;
            signal.clone()
        });
        on_cleanup(move || {
            self.inner.try_update_value(|inner| {
                if let Some((_, users)) = inner.cards.get_mut(&id) {
                    *users -= 1;
                    if *users == 0 {
                        inner.cards.remove(&id);
                    }
                }
            });
        });
        signal.unwrap_or_else(|| ArcRwSignal::new(None))
    }

    /// A column's signal.
    pub fn column(self, stage: StageId) -> ArcRwSignal<Column> {
        let shown = self.shown.get_untracked();
        self.inner
            .try_update_value(|inner| {
                if let Some(signal) = inner.columns.get(&stage) {
                    return signal.clone();
                }
                let signal = ArcRwSignal::new(inner.make_column(stage, shown));
                inner.columns.insert(stage, signal.clone());
                signal
            })
            .unwrap_or_else(|| ArcRwSignal::new(Column::default()))
    }

    /// Applies a command. Says whether it was accepted; if not, a message has told why.
    pub fn dispatch(self, command: Command, deed: Deed) -> bool {
        let outcome = self.inner.try_update_value(|inner| inner.session.dispatch(command, deed));
        match outcome {
            Some(Ok(change)) => {
                // A message that offers undo means the step before this one.
                if self.toast.with_untracked(|toast| toast.as_ref().is_some_and(|toast| toast.undo)) {
                    self.toast.set(None);
                }
                self.project(&change);
                true
            }
            Some(Err(rejection)) => {
                self.refuse(rejection);
                false
            }
            None => false,
        }
    }

    /// Puts another workspace in the place of this one, as one step that can be undone.
    pub fn replace(self, with: &Workspace, deed: Deed) {
        if let Some(change) = self.inner.try_update_value(|inner| inner.session.replace(with, deed)) {
            self.project(&change);
        }
    }

    /// Takes the newest step back and says so.
    pub fn undo(self) {
        let had = self.undoable.get_untracked().is_some();
        match self.inner.try_update_value(|inner| inner.session.undo()).flatten() {
            Some((deed, change)) => {
                self.project(&change);
                self.notify(self.t().undone(&self.t().deed(deed)));
            }
            None if had => {
                self.refresh_steps();
                self.warn(self.t().older_unreadable().into());
            }
            None => {}
        }
    }

    /// Does again what was taken back last and says so.
    pub fn redo(self) {
        if let Some((deed, change)) = self.inner.try_update_value(|inner| inner.session.redo()).flatten() {
            self.project(&change);
            self.notify(self.t().redone(&self.t().deed(deed)));
        }
    }

    /// Takes in entries that come from elsewhere, and says how many did not fit.
    pub fn take_in(self, entries: Vec<Entry>) {
        let Some((change, skipped)) = self.inner.try_update_value(|inner| inner.session.replay(entries))
        else {
            return;
        };
        self.project(&change);
        if !skipped.is_empty() {
            self.warn(self.t().skipped_entries(skipped.len() as u64));
        }
    }

    /// Takes in the steps from before this page was opened.
    pub fn recall(self, older: Vec<Entry>) {
        self.inner.try_update_value(|inner| inner.session.recall(older));
        self.refresh_steps();
    }

    /// Brings what an earlier version kept to the form of today.
    pub fn migrate(self) {
        if let Some(change) = self.inner.try_update_value(|inner| inner.session.migrate()) {
            self.project(&change);
        }
    }

    /// The store of this desk.
    pub fn vault(self) -> Vault {
        self.inner.with_value(|inner| inner.vault.clone())
    }
}
