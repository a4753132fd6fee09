//! The deal that the panel is about, for all its sections.

use std::sync::Arc;

use leptos::prelude::*;

use crate::exchange::Deed;
use crate::model::{Command, Currency, Day, Deal, DealEdit, DealId, OutcomeKind, Pipeline, Stage, Timestamp};
use crate::ui::desk::Desk;
use crate::ui::parts::{focus_found, own_id};

/// The deal that the panel shows. Copies are the same deal.
#[derive(Clone, Copy)]
pub struct Subject {
    /// The desk that it lies on.
    pub desk: Desk,
    /// Its id.
    pub id: DealId,
    /// The deal itself.
    pub deal: RwSignal<Option<Arc<Deal>>>,
    /// The stage that it is in, or was in when it was closed.
    pub stage: Memo<Option<Arc<Stage>>>,
    /// Its pipeline.
    pub pipeline: Memo<Option<Arc<Pipeline>>>,
    /// What became of it.
    pub outcome: Memo<OutcomeKind>,
    /// The people who can own a deal or do something for it: the team, and who owns deals already.
    pub people: Memo<Vec<String>>,
    /// The id of the list that fields offer these people by.
    pub people_list: StoredValue<String>,
}

impl Subject {
    /// The deal of that id, for as long as the calling component stands.
    pub fn new(desk: Desk, id: DealId) -> Subject {
        let deal = RwSignal::from(desk.deal(id));
        let stage = Memo::new(move |_| {
            desk.structure.track();
            let deal = deal.get()?;
            desk.with(|session| {
                session.workspace().get::<Stage>(session.workspace().stage_of(&deal)).cloned()
            })
        });
        let pipeline = Memo::new(move |_| {
            desk.structure.track();
            let pipeline = deal.with(|deal| deal.as_ref().map(|deal| deal.pipeline))?;
            desk.with(|session| session.workspace().get::<Pipeline>(pipeline).cloned())
        });
        let outcome = Memo::new(move |_| {
            deal.with(|deal| deal.as_ref().map_or(OutcomeKind::Open, |deal| deal.outcome.kind()))
        });
        let people = Memo::new(move |_| {
            let owners = gathered(desk, |deal| vec![deal.owner.clone()]);
            sorted(desk.members().into_iter().chain(owners))
        });
        let people_list = StoredValue::new(own_id("people"));
        Subject { desk, id, deal, stage, pipeline, outcome, people, people_list }
    }

    /// Looks at the deal, and follows it; `None` once it is gone.
    pub fn read<T>(self, look: impl FnOnce(&Deal) -> T) -> Option<T> {
        self.deal.with(|deal| deal.as_ref().map(|deal| look(deal)))
    }

    /// Looks at the deal as it is now.
    pub fn peek<T>(self, look: impl FnOnce(&Deal) -> T) -> Option<T> {
        self.deal.with_untracked(|deal| deal.as_ref().map(|deal| look(deal)))
    }

    /// A text of the deal.
    pub fn text(self, pick: fn(&Deal) -> &String) -> Signal<String> {
        Signal::derive(move || self.read(|deal| pick(deal).clone()).unwrap_or_default())
    }

    /// Changes the deal; says whether that was accepted.
    pub fn edit(self, edit: DealEdit) -> bool {
        self.desk.dispatch(Command::EditDeal { deal: self.id, edit }, Deed::EditDeal)
    }

    /// The stages in use of its pipeline, in order; follows their changes.
    pub fn ladder(self) -> Vec<Arc<Stage>> {
        self.desk.structure.track();
        let Some(pipeline) = self.read(|deal| deal.pipeline) else { return Vec::new() };
        self.desk.with(|session| session.workspace().ladder(pipeline).into_iter().cloned().collect())
    }

    /// The currency of its pipeline.
    pub fn currency(self) -> Currency {
        self.pipeline.with(|pipeline| pipeline.as_ref().map_or(Currency::EUR, |pipeline| pipeline.currency))
    }

    /// Today, where the viewer is.
    pub fn today(self) -> Day {
        self.desk.with(|session| session.zone().day(session.now()))
    }

    /// The day of an instant, written; without its year if that is the present one.
    pub fn written(self, at: Timestamp) -> String {
        self.written_day(self.desk.zone().day(at))
    }

    /// A day, written; without its year if that is the present one.
    pub fn written_day(self, day: Day) -> String {
        let formats = self.desk.formats();
        if day.month().year == self.today().month().year { formats.day_short(day) } else { formats.day(day) }
    }

    /// What other deals have in a field, each text once. Follows their changes some moments later.
    pub fn known(self, pick: fn(&Deal) -> Vec<String>) -> Memo<Vec<String>> {
        Memo::new(move |_| sorted(gathered(self.desk, pick)))
    }

    /// Gives the focus to an element of the panel once it stands there.
    pub fn focus(self, selector: String) {
        focus_found(self.desk, format!("[data-panel='{}'] {selector}", self.id));
    }
}

/// What the deals have in a field.
pub fn gathered(desk: Desk, pick: impl Fn(&Deal) -> Vec<String>) -> Vec<String> {
    desk.settled.track();
    desk.with(|session| session.workspace().all::<Deal>().values().flat_map(|deal| pick(deal)).collect())
}

/// Each text that is not empty once, in order.
pub fn sorted(texts: impl IntoIterator<Item = String>) -> Vec<String> {
    let found: std::collections::BTreeSet<String> =
        texts.into_iter().filter(|text| !text.is_empty()).collect();
    found.into_iter().collect()
}

/// When something happened that the user dates by a day: now, if it is today; else on that day.
pub fn instant_of(desk: Desk, day: Day) -> Timestamp {
    let (now, today) = desk.with(|session| (session.now(), session.zone().day(session.now())));
    if day == today { now } else { Timestamp::on(day) }
}
