//! From a figure to its deals: which it counts, which it leaves out, and why.
//!
//! A figure is asked of one deal at a time. Reports that count by the same question cannot differ from their drill-down.

use super::case::Case;
use super::census::Census;
use super::findings::Trouble;
use super::forecast::ForecastFigure;
use super::funnel::FunnelFigure;
use super::journey::JourneyFigure;
use super::losses::OutcomesFigure;
use super::team::{Ask, TeamFigure};
use super::time::TimeFigure;
use crate::model::{DealId, Month, OutcomeKind};

/// Why a figure does not count a deal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Left {
    /// The population holds the deals of other owners.
    Owner,
    /// The population holds the deals of other sources.
    Source,
    /// The population holds the deals of other segments.
    Segment,
    /// The population holds the deals of another kind of buyer.
    Persona,
    /// It was not created within the population's period.
    Created,
    /// It is not closed, or was not closed within the population's period.
    Closed,
    /// It was not open within the population's period.
    Active,
    /// It is open.
    IsOpen,
    /// It is won.
    IsWon,
    /// It is lost.
    IsLost,
    /// It is on the nurture list.
    IsNurtured,
    /// It has not come that far.
    NotReached,
    /// It jumped over the stage.
    Skipped,
    /// It was there, but has left out a stage below.
    Broken,
    /// It was there, and has not gone on.
    NotGoneOn,
    /// It has gone on.
    GoneOn,
    /// It was there.
    WasThere,
    /// It was there, and went another way.
    OtherWay,
    /// Both rules count it.
    Alike,
    /// It has never been there.
    NeverThere,
    /// It is, or was, in another stage.
    Elsewhere,
    /// It belongs to another month, or another stretch of time.
    OtherTime,
    /// It has no expected close.
    NoDate,
    /// It differs in what the figure asks about, such as another reason or another source.
    OtherKind,
    /// What the figure asks for does not apply to it.
    NotConcerned,
}

/// A figure whose deals can be listed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Figure {
    /// All deals of the population.
    All,
    /// Those of which this became.
    Outcome(OutcomeKind),
    /// The closed ones: what a win rate is of.
    Closed,
    /// Those that became this in a calendar month of the viewer.
    ClosedIn(Month, OutcomeKind),
    /// Those that came so far, went from here to there, or were won from there.
    Funnel(FunnelFigure),
    /// A figure of the time that deals take.
    Time(TimeFigure),
    /// The deals of a finding.
    Finding(Trouble),
    /// A number of the forecast. Its population has no period: see [`Figure::is_of_all_time`].
    Forecast(ForecastFigure),
    /// A number of what became of deals, and why.
    Outcomes(OutcomesFigure),
    /// One of the team's figures.
    Team(TeamFigure),
    /// A number of the buyer's journey.
    Journey(JourneyFigure),
}

impl Figure {
    /// Whether the figure counts a deal of the population.
    ///
    /// # Errors
    /// Why it does not.
    pub fn counts(&self, census: &Census, case: &Case<'_>) -> Result<(), Left> {
        let outcome = case.outcome();
        match self {
            Figure::Time(figure) => figure.counts(census, case),
            Figure::Finding(trouble) => trouble.counts(census, case),
            Figure::All => Ok(()),
            Figure::Team(figure) => figure.counts(census, case),
            Figure::Outcome(kind) if *kind == outcome => Ok(()),
            Figure::Closed if matches!(outcome, OutcomeKind::Won | OutcomeKind::Lost) => Ok(()),
            Figure::Outcome(_) | Figure::Closed => Err(Left::by(outcome)),
            Figure::ClosedIn(_, kind) if *kind != outcome => Err(Left::by(outcome)),
            Figure::ClosedIn(month, _) => {
                if case.closed_in() == Some(*month) {
                    Ok(())
                } else {
                    Err(Left::OtherTime)
                }
            }
            Figure::Funnel(figure) => figure.counts(census, case),
            Figure::Forecast(figure) => figure.counts(census, case),
            Figure::Outcomes(figure) => figure.counts(census, case),
            Figure::Journey(figure) => figure.counts(census, case),
        }
    }

    /// Whether the period of the population does not narrow it: it looks forward, has a time of its own, or is of what is open now.
    pub fn is_of_all_time(&self) -> bool {
        match self {
            Figure::Forecast(_) | Figure::ClosedIn(..) | Figure::Time(TimeFigure::WonIn(_)) => true,
            Figure::Finding(trouble) => trouble.is_of_open(),
            Figure::Team(TeamFigure { ask, .. }) => {
                !matches!(ask, Ask::Closed)
                    && !matches!(ask, Ask::Outcome(kind) if *kind != OutcomeKind::Open)
            }
            _ => false,
        }
    }
}

impl From<TeamFigure> for Figure {
    fn from(figure: TeamFigure) -> Figure {
        Figure::Team(figure)
    }
}

impl Left {
    /// By what became of a deal.
    pub fn by(outcome: OutcomeKind) -> Left {
        match outcome {
            OutcomeKind::Open => Left::IsOpen,
            OutcomeKind::Won => Left::IsWon,
            OutcomeKind::Lost => Left::IsLost,
            OutcomeKind::Nurture => Left::IsNurtured,
        }
    }
}

/// The deals of a pipeline by what a figure makes of them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Drill {
    /// The ones that it counts, in the order of their ids.
    pub counted: Vec<DealId>,
    /// The others, by the reason.
    pub left: Vec<(DealId, Left)>,
}

/// Which deals a figure counts, and which it leaves out.
pub fn drill(census: &Census, figure: &Figure) -> Drill {
    let mut found = Drill::default();
    for case in census.cases() {
        match figure.counts(census, &case) {
            Ok(()) => found.counted.push(case.id),
            Err(why) => found.left.push((case.id, why)),
        }
    }
    found.left.extend(census.outside().iter().map(|(deal, why)| (deal.id, *why)));
    found.left.sort_unstable_by_key(|(id, why)| (*why, *id));
    found
}
