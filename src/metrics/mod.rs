//! The figures: how many, how much, how long, from the deals' histories. One definition each.
//!
//! A [`Census`] gathers the deals of a [`Population`] once, as of `now` and in the viewer's zone; every report is a pure function of
//! it: no clock, no locale, no storage. A [`Figure`] asked of one deal says whether it is counted, and if not, why: that is
//! the way from a number to its deals ([`drill()`]). Money is whole minor units of the pipeline's currency. A rate keeps its two counts and is divided
//! only when it is shown; where nothing can be divided there is no figure (`None`), never 0.
//!
//! The census reads each deal once and keeps what most reports ask, side by side; ten thousand deals take a report a millisecond or two.

mod activity;
mod ballot;
mod case;
mod census;
mod chances;
mod choice;
mod coaching;
mod compare;
mod dated;
mod drill;
mod figures;
mod findings;
mod forecast;
mod funnel;
mod journey;
mod kpis;
mod ladder;
mod leaving;
mod losses;
mod map_findings;
mod months;
mod moved;
mod moves;
mod outcomes;
mod outline;
mod pairs;
mod population;
mod roster;
mod sides;
mod simulation;
mod slices;
mod slips;
mod span;
mod stages;
mod stale;
pub mod table;
mod targets;
mod team;
#[cfg(test)]
mod tests;
mod time;
mod unqualified;

pub use activity::{ActivityReport, Doing, activity, latest_activity};
pub use ballot::{Voted, ballot, ranked, votes_left};
pub use case::{Case, Done, Stay};
pub use census::Census;
pub use chances::{ChanceFigure, StageChance, chances, wilson};
pub use choice::{Back, Choice, Stretch};
pub use coaching::{Coached, CoachingOrder, Lack, coaching, lacks, owners_of_open};
pub use compare::{Change, Compared, Group, Key, Scalar, Unit, compare, scalars, telling};
pub use dated::Dated;
pub use drill::{Drill, Figure, Left, drill};
pub use figures::{Days, Mean, Rate, Tally, whole_units};
pub use findings::{Evidence, Finding, Trouble, dated_findings, findings};
pub use forecast::{Expected, Forecast, ForecastFigure, ForecastPart, Pace, TermForecast, forecast};
pub use funnel::{FunnelFigure, FunnelReport, Rule, Step, funnel};
pub use journey::{JourneyFigure, PhaseFigures, PhaseObjection, PhaseReason, journey};
pub use kpis::{KpiMonth, OwnerFigures, RECENT_DAYS, kpis, latest_news, owner_figures, recent};
pub use ladder::{Ladder, Place};
pub use leaving::{Leaving, drop_off, leaving};
pub use losses::{
    LossReason, Losses, Objected, Objections, OutcomesFigure, Wins, WonBy, losses, objections, wins,
};
pub use map_findings::{Bare, Flaw, MapEvidence, MapFinding, map_findings};
pub use months::{ClosedMonth, latest_closing, won_by_month};
pub use moved::MoveFigure;
pub use moves::{Moves, moves};
pub use outcomes::{Cycle, Outcomes, cycle, cycle_within, outcomes, velocity};
pub use outline::{ASKED, Gap, StageFacts, gaps, stage_facts};
pub use pairs::{Fate, PairFigure, PairReport, pair};
pub use population::{Basis, Period, Population};
pub use roster::{Member, roster};
pub use sides::{Sides, span_of};
pub use simulation::{Bar, Simulation, simulate};
pub use slices::{Cut, Slice, Sliced, segment_kinds, sliced};
pub use slips::{Slip, SlipTally, Slips, slips};
pub use span::TimeSpan;
pub use stages::{Span, StageTime, TimeInStage, stage_days, stage_time, time_in_stage};
pub use stale::{Staleness, Standing, staleness, standing};
pub use targets::{Attainment, attainments, has_targets, target_of};
pub use team::{Ask, TeamFigure, is_referral};
pub use time::{
    Bin, CycleTerms, Distribution, OwnerCycle, TermCycle, TimeFigure, Trend, cycle_by_owner, cycle_by_term,
    distribution, latest_win, trend,
};
pub use unqualified::{Spent, UnqualifiedReport, latest_unqualified, said_no, unqualified};
