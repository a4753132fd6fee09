//! What stands in a cell.

use crate::browser::format::Formats;
use crate::metrics::table::{Attention, Column, Scope, age_days};
use crate::metrics::{Staleness, stage_days, standing, whole_units};
use crate::model::{
    ChanceSource, Currency, Day, Deal, Outcome, OutcomeKind, Pipeline, Stage, Timestamp, Workspace, Zone,
    missing,
};
use crate::ui::desk::Desk;

/// What cells are written by.
pub struct Frame {
    desk: Desk,
    formats: Formats,
    zone: Zone,
    now: Timestamp,
    /// The viewer's day.
    pub today: Day,
}

/// What a cell shows.
#[derive(Debug, Default)]
pub struct Face {
    /// Its text.
    pub text: String,
    /// What is told beside it.
    pub title: Option<String>,
    /// How the text is marked: its classes.
    pub mark: &'static str,
    /// The number of the colour of a stage.
    pub hue: Option<u8>,
}

impl Face {
    fn text(text: impl Into<String>) -> Face {
        Face { text: text.into(), mark: "cell-text", ..Face::default() }
    }

    fn marked(self, mark: &'static str, title: String) -> Face {
        Face { mark, title: Some(title), ..self }
    }
}

impl Frame {
    /// As of now.
    pub fn new(desk: Desk) -> Frame {
        let (zone, now) = desk.with(|session| (session.zone(), session.now()));
        Frame { desk, formats: desk.formats(), today: zone.day(now), zone, now }
    }

    /// The cell of a deal in a column.
    pub fn face(&self, deal: &Deal, column: &Column) -> Face {
        self.desk.with(|session| self.look(session.workspace(), deal, column))
    }

    fn look(&self, workspace: &Workspace, deal: &Deal, column: &Column) -> Face {
        let t = self.desk.t();
        let at =
            |at: Option<Timestamp>| Face::text(at.map(|at| self.date(self.zone.day(at))).unwrap_or_default());
        match column {
            Column::Title => Face::text(&deal.title),
            Column::Company => Face::text(&deal.company),
            Column::Contact => Face::text(&deal.contact),
            Column::Owner => Face::text(&deal.owner),
            Column::Source => Face::text(&deal.source),
            Column::Product => Face::text(&deal.product),
            Column::Tags => Face::text(tags(deal)),
            Column::Segment(kind) => {
                Face::text(deal.story.segments.get(&**kind).cloned().unwrap_or_default())
            }
            Column::Persona => {
                let personas = &workspace.meta().personas;
                let persona = deal.story.persona.and_then(|id| personas.get(&id));
                Face::text(persona.map(|persona| persona.name.clone()).unwrap_or_default())
            }
            Column::Stage => {
                let stage = workspace.get::<Stage>(workspace.stage_of(deal));
                Face {
                    hue: stage.map(|stage| workspace.colour(stage)),
                    ..Face::text(stage.map(|stage| stage.name.clone()).unwrap_or_default())
                }
            }
            Column::Value if deal.value == 0 => Face::default(),
            Column::Value => Face::text(self.money(workspace, deal, deal.value)),
            Column::Chance | Column::Weighted if deal.outcome != Outcome::Open => Face::default(),
            Column::Weighted => {
                Face::text(self.money(workspace, deal, whole_units(workspace.weighted(deal))))
            }
            Column::Chance => {
                let (percent, source) = workspace.chance_of(deal);
                let percent = self.formats.percent_whole(f64::from(percent) / 100.0);
                let face = Face::text(percent.clone());
                match source {
                    ChanceSource::Own => face.marked("cell-text mark-own", t.own_chance(&percent)),
                    ChanceSource::Criteria => Face { title: Some(t.earned_chance(&percent)), ..face },
                    ChanceSource::Stage => Face { title: Some(t.stage_chance(&percent)), ..face },
                }
            }
            Column::Expected => self.expected(deal),
            Column::InStage => {
                let days = stage_days(workspace, deal, &self.zone, self.now);
                let face = Face::text(t.days_in_stage(days));
                let long = t.days_in_stage_long(days);
                let standing = standing(workspace, deal, &self.zone, self.now);
                // What made it stale: its stay, or the silence.
                let silence = deal.story.last_contact().filter(|_| standing.silent > standing.stayed);
                let silent = silence.map(|at| self.zone.day(self.now).days_since(self.zone.day(at)));
                let told = |why: &str| match silent {
                    Some(days) => format!("{long}. {}", t.finding_silent_for(days)),
                    None => format!("{long}. {why}"),
                };
                match standing.staleness() {
                    Staleness::Fresh => Face { title: Some(long), ..face },
                    Staleness::Stale => face.marked("cell-text mark-warn", told(t.stale())),
                    Staleness::VeryStale => face.marked("cell-text mark-bad", told(t.very_stale())),
                    Staleness::Dormant => face.marked("cell-text mark-bad", told(t.dormant())),
                }
            }
            Column::Age => Face::text(t.days_in_stage(age_days(deal, &self.zone, self.now))),
            Column::Created => at(Some(deal.created)),
            Column::Closed => at(deal.outcome.closed()),
            Column::LastContact => at(deal.story.last_contact()),
            Column::NextStep => self.next_step(deal),
            Column::Activities => {
                let done = deal.story.activities.values().filter(|activity| activity.done.is_some()).count();
                if done == 0 { Face::default() } else { Face::text(self.formats.count(done as u64)) }
            }
            Column::Lacks => lacks(workspace, deal),
            Column::Outcome => {
                let word = match deal.outcome.kind() {
                    OutcomeKind::Open => t.open(),
                    OutcomeKind::Won => t.won(),
                    OutcomeKind::Lost => t.lost(),
                    OutcomeKind::Nurture => t.nurture(),
                };
                let archived = deal.story.archived.map(|_| t.archived());
                Face::text(std::iter::once(word).chain(archived).collect::<Vec<_>>().join(" · "))
            }
            Column::Reason => match &deal.outcome {
                Outcome::Lost { reason, .. } | Outcome::Nurture { reason, .. } => Face::text(reason),
                Outcome::Open | Outcome::Won { .. } => Face::default(),
            },
            Column::Since => match deal.outcome {
                Outcome::Nurture { since, .. } => at(Some(since)),
                _ => Face::default(),
            },
            Column::Until => match deal.outcome {
                Outcome::Nurture { until: Some(day), .. } => self.due(deal, day, Attention::BackDue),
                _ => Face::default(),
            },
            Column::Care => match deal.story.care {
                Some(care) => self.due(deal, care.next, Attention::ContactDue),
                None => Face::default(),
            },
            Column::Referral if deal.outcome.kind() == OutcomeKind::Won => Face::text(
                deal.story
                    .referral_asked
                    .map_or_else(|| t.not_asked().to_owned(), |at| t.asked_on(&self.date(self.zone.day(at)))),
            ),
            Column::Referral => Face::default(),
        }
    }

    fn date(&self, day: Day) -> String {
        self.formats.day(day)
    }

    fn money(&self, workspace: &Workspace, deal: &Deal, minor: i64) -> String {
        let pipeline = workspace.get::<Pipeline>(deal.pipeline);
        self.formats.money(minor, pipeline.map_or(Currency::EUR, |pipeline| pipeline.currency))
    }

    /// A day that something is due; marked when it has come.
    fn due(&self, deal: &Deal, day: Day, why: Attention) -> Face {
        let text = self.date(day);
        let face = Face::text(text.clone());
        if why.calls(deal, self.today, || false) {
            face.marked("cell-text mark-warn", self.desk.t().due_on(&text))
        } else {
            face
        }
    }

    /// The expected close; marked when it has passed and the deal is still open.
    fn expected(&self, deal: &Deal) -> Face {
        let Some(day) = deal.expected else { return Face::default() };
        let text = self.date(day);
        let face = Face::text(text.clone());
        if deal.outcome == Outcome::Open && day < self.today {
            face.marked("cell-text mark-warn", self.desk.t().overdue_since(&text))
        } else {
            face
        }
    }

    fn next_step(&self, deal: &Deal) -> Face {
        let t = self.desk.t();
        let Some((_, step)) = deal.story.next_step() else { return Face::default() };
        let day = step.due.map(|day| self.date(day)).unwrap_or_default();
        let face = Face::text(t.step_due(&step.text, &day));
        if Attention::Overdue.calls(deal, self.today, || false) {
            face.marked("cell-text mark-bad", t.overdue_since(&day))
        } else {
            face
        }
    }
}

/// What stands between an open deal and its next stage.
fn lacks(workspace: &Workspace, deal: &Deal) -> Face {
    let stage = workspace.get::<Stage>(workspace.stage_of(deal));
    let Some(stage) = stage.filter(|_| deal.outcome == Outcome::Open) else { return Face::default() };
    let names = missing(stage, deal).into_iter().filter_map(|id| stage.criteria.get(&id));
    let words = names.map(|criterion| criterion.name.as_str()).collect::<Vec<_>>().join(" · ");
    Face { title: Some(words.clone()).filter(|words| !words.is_empty()), ..Face::text(words) }
}

/// The labels of a deal as they are written and read.
pub fn tags(deal: &Deal) -> String {
    deal.story.tags.iter().map(String::as_str).collect::<Vec<_>>().join(", ")
}

/// Whether a cell can be edited in place.
pub fn is_editable(deal: &Deal, column: &Column) -> bool {
    let kind = deal.outcome.kind();
    match column {
        Column::Weighted
        | Column::InStage
        | Column::Age
        | Column::Created
        | Column::NextStep
        | Column::LastContact
        | Column::Activities
        | Column::Lacks
        | Column::Outcome
        | Column::Since => false,
        Column::Closed => matches!(kind, OutcomeKind::Won | OutcomeKind::Lost),
        Column::Reason => matches!(kind, OutcomeKind::Lost | OutcomeKind::Nurture),
        Column::Until => kind == OutcomeKind::Nurture,
        Column::Care | Column::Referral => kind == OutcomeKind::Won,
        _ => true,
    }
}

/// How wide a column is, in CSS pixels; the title takes what is left.
pub fn width(column: &Column) -> u16 {
    match column {
        Column::Title => 0,
        Column::Chance => 84,
        Column::InStage | Column::Age => 92,
        Column::Value | Column::Weighted => 112,
        Column::Owner | Column::Created | Column::Closed | Column::Since | Column::LastContact => 122,
        Column::Until | Column::Care | Column::Expected | Column::Outcome => 150,
        Column::Reason | Column::NextStep | Column::Lacks => 190,
        _ => 150,
    }
}

/// What the action of a row is called, if it has one.
pub fn action_of(frame: &Frame, scope: Scope, deal: &Deal) -> Option<(&'static str, &'static str)> {
    let t = frame.desk.t();
    match scope {
        Scope::Open | Scope::All => None,
        Scope::Nurture => Some(("bring-back", t.bring_back())),
        Scope::Lost => Some(("reopen", t.reopen())),
        Scope::Archived => Some(("take-out", t.take_out())),
        Scope::Won => Attention::ContactDue
            .calls(deal, frame.today, || false)
            .then(|| ("contacted", t.deal_contacted())),
    }
}
