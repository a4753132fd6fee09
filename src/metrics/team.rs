//! The figures of a team and of each of its members, each asked of one deal at a time.

use super::activity::is_contact;
use super::case::{Case, Done};
use super::census::Census;
use super::drill::Left;
use super::figures::Tally;
use super::span::TimeSpan;
use super::unqualified::spent_within;
use crate::model::{ActivityKind, Happened, OutcomeKind, Timestamp};

/// The words by which a source says that somebody who knows the product sent the buyer, in the languages that teams write in.
const REFERRALS: [&str; 9] =
    ["referral", "referred", "recommend", "rujukan", "ieteikum", "suositte", "推荐", "转介", "معرفی"];

/// Whether a source is a referral: it holds a word for it, in any case.
pub fn is_referral(source: &str) -> bool {
    let source = source.to_lowercase();
    REFERRALS.iter().any(|word| source.contains(word))
}

/// Of each source of a census whether it is a referral.
pub(super) fn referrals(census: &Census) -> Vec<bool> {
    census.sources().iter().map(|source| is_referral(source)).collect()
}

/// A figure of the team, or of one of its members.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TeamFigure {
    /// Whose deals (of activities: whose doing); everybody's if nobody is named. The empty name is that of nobody.
    pub owner: Option<String>,
    /// What is asked.
    pub ask: Ask,
}

/// What is asked of a deal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ask {
    /// Whether this became of it.
    Outcome(OutcomeKind),
    /// Whether it is closed.
    Closed,
    /// Whether it was created within a span.
    Created(TimeSpan),
    /// Whether it was created within a span, and came by referral.
    Referred(TimeSpan),
    /// Whether it is won or lost, and became that within a span.
    ClosedIn(TimeSpan),
    /// Whether it is this (won or lost), and became so within a span.
    EndedIn(OutcomeKind, TimeSpan),
    /// Whether something of this kind (or of any but notes) was done on it within a span.
    Done(Option<ActivityKind>, TimeSpan),
    /// Whether it is open, and its next step is overdue.
    Overdue,
    /// Whether it is open, and has no next step.
    NoStep,
    /// Whether it was open at an instant.
    OpenAt(Timestamp),
    /// Whether it came to a rung for the first time within a span.
    CameTo(usize, TimeSpan),
    /// As [`Ask::CameTo`], and it was on a higher rung afterwards, before the end of the span.
    CameFurther(usize, TimeSpan),
    /// Whether a stay of it on a rung ended within a span.
    LeftStage(usize, TimeSpan),
    /// As [`Ask::LeftStage`], and it went from there straight to a higher rung.
    WentOn(usize, TimeSpan),
    /// Whether a qualifying question was answered with no, and it was open, or something was done on it, within a span.
    SaidNo(TimeSpan),
}

impl TeamFigure {
    /// Of everybody.
    pub fn team(ask: Ask) -> TeamFigure {
        TeamFigure { owner: None, ask }
    }

    /// Of one, or of everybody.
    pub fn of(owner: Option<&str>, ask: Ask) -> TeamFigure {
        TeamFigure { owner: owner.map(str::to_owned), ask }
    }

    /// Whether the figure counts a deal of the population.
    ///
    /// # Errors
    /// Why it does not.
    pub fn counts(&self, census: &Census, case: &Case<'_>) -> Result<(), Left> {
        if let Ask::Done(..) = self.ask {
            return if self.activities(census, case) > 0 { Ok(()) } else { Err(Left::OtherKind) };
        }
        if self.owner.as_ref().is_some_and(|owner| *owner != case.deal.owner) {
            return Err(Left::Owner);
        }
        self.ask.counts(census, case)
    }

    /// How many activities of a deal it counts; 0 for figures that are not of activities.
    pub fn activities(&self, census: &Census, case: &Case<'_>) -> u64 {
        let Ask::Done(kind, span) = self.ask else { return 0 };
        let counted = |done: &&Done| {
            span.holds(done.at)
                && kind.map_or_else(|| is_contact(done.kind), |kind| kind == done.kind)
                && self.owner.as_ref().is_none_or(|owner| census.people().get(done.by) == Some(owner))
        };
        case.done.iter().filter(counted).count() as u64
    }

    /// The deals of a census that it counts.
    pub fn cases<'a>(&'a self, census: &'a Census) -> impl Iterator<Item = Case<'a>> + 'a {
        census.cases().filter(|case| self.counts(census, case).is_ok())
    }

    /// How many deals it counts, and what they are worth.
    pub fn tally(&self, census: &Census) -> Tally {
        let mut tally = Tally::default();
        self.cases(census).for_each(|case| tally.add(case.value()));
        tally
    }
}

impl Ask {
    fn counts(self, census: &Census, case: &Case<'_>) -> Result<(), Left> {
        let (deal, outcome) = (case.deal, case.outcome());
        let when = |holds: bool, why: Left| if holds { Ok(()) } else { Err(why) };
        let closed_in =
            |span: TimeSpan| when(case.closed().is_some_and(|at| span.holds(at)), Left::OtherTime);
        let open = || when(case.is_open(), Left::by(outcome));
        match self {
            Ask::Outcome(kind) => when(kind == outcome, Left::by(outcome)),
            Ask::Closed => when(case.is_closed(), Left::by(outcome)),
            Ask::Created(span) => when(span.holds(case.created()), Left::OtherTime),
            Ask::Referred(span) => {
                when(span.holds(case.created()), Left::OtherTime)?;
                when(is_referral(&deal.source), Left::Source)
            }
            Ask::ClosedIn(span) => {
                when(case.is_closed(), Left::by(outcome))?;
                closed_in(span)
            }
            Ask::EndedIn(kind, span) => {
                when(kind == outcome, Left::by(outcome))?;
                closed_in(span)
            }
            Ask::Done(..) => Err(Left::NotConcerned),
            Ask::Overdue => {
                open()?;
                when(case.next_step().flatten().is_some_and(|day| day < census.today()), Left::OtherKind)
            }
            Ask::NoStep => {
                open()?;
                when(case.next_step().is_none(), Left::OtherKind)
            }
            Ask::OpenAt(at) => when(open_at(census, case, at).is_some(), Left::OtherTime),
            Ask::CameTo(rung, span) => {
                when(case.touched(rung), Left::NeverThere)?;
                when(arrivals(case, span).any(|(at, _)| at == rung), Left::OtherTime)
            }
            Ask::CameFurther(rung, span) => {
                Ask::CameTo(rung, span).counts(census, case)?;
                when(arrivals(case, span).any(|(at, further)| at == rung && further), Left::NotGoneOn)
            }
            Ask::LeftStage(rung, span) => {
                when(case.touched(rung), Left::NeverThere)?;
                when(ended(case, span).any(|stay| stay.0 == rung), Left::OtherTime)
            }
            Ask::WentOn(rung, span) => {
                Ask::LeftStage(rung, span).counts(census, case)?;
                when(ended(case, span).any(|stay| stay.0 == rung && stay.2), Left::NotGoneOn)
            }
            Ask::SaidNo(span) => {
                when(case.said_no(), Left::OtherKind)?;
                when(spent_within(census, case, span) != (0, 0), Left::OtherTime)
            }
        }
    }
}

/// The stays of a deal that ended within a span: the rung, how long each took in milliseconds, and whether it led straight to a higher rung.
pub(super) fn ended<'a>(
    case: &Case<'a>,
    span: TimeSpan,
) -> impl Iterator<Item = (usize, i64, bool)> + use<'a> {
    let stays = case.stays;
    stays.iter().enumerate().filter_map(move |(at, stay)| {
        let (rung, left) = stay.rung.zip(stay.left.filter(|left| span.holds(*left)))?;
        // After a loss the next stay begins with the re-opening: no step up led there.
        let next = stays.get(at + 1).filter(|next| next.entered == left);
        Some((rung, stay.span(left), next.is_some_and(|next| next.rung > Some(rung))))
    })
}

/// The rungs to which a deal came for the first time within a span, each with whether it was on a higher one afterwards, before the end
/// of the span.
pub(super) fn arrivals<'a>(case: &Case<'a>, span: TimeSpan) -> impl Iterator<Item = (usize, bool)> + use<'a> {
    let stays = case.stays;
    stays.iter().enumerate().filter_map(move |(at, stay)| {
        let rung = stay.rung.filter(|_| span.holds(stay.entered))?;
        let first = !stays.get(..at)?.iter().any(|before| before.rung == Some(rung));
        let mut later = stays.get(at + 1..)?.iter().take_while(|later| span.holds(later.entered));
        first.then(|| (rung, later.any(|later| later.rung > Some(rung))))
    })
}

/// On which rung a deal was open at an instant; `None` if it was not, or was in another pipeline then: what it was worth there may have been
/// in another currency.
pub(super) fn open_at(census: &Census, case: &Case<'_>, at: Timestamp) -> Option<usize> {
    let there = case.stays.iter().rev().find(|stay| stay.entered < at)?;
    let open = there.rung != Some(census.ladder().won()) && there.left.is_none_or(|left| left >= at);
    there.rung.filter(|_| open)
}

/// What a deal was worth at an instant, in minor units.
pub(super) fn value_at(case: &Case<'_>, at: Timestamp) -> i64 {
    if !case.was_revalued() {
        return case.value();
    }
    let later = case.deal.history.iter().find_map(|event| match event.what {
        Happened::Revalued { from, .. } if event.at >= at => Some(from),
        _ => None,
    });
    later.unwrap_or(case.value())
}
