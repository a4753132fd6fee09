//! The figures: how many, how much, how long, from the deals' histories. One definition each.
//!
//! Pure functions of a workspace, a [`Population`] and, where it matters, the time `now` and the viewer's zone; no clock,
//! no locale, no storage. Money is whole minor units of the pipeline's currency. A rate keeps its two counts and is divided
//! only when it is shown; where nothing can be divided there is no figure (`None`), never 0.
//!
//! Every report reads the deals once; ten thousand of them take a few milliseconds.

mod figures;
mod funnel;
mod journey;
mod ladder;
mod months;
mod outcomes;
mod population;
mod roster;
mod stages;
pub mod table;
#[cfg(test)]
mod tests;

pub use figures::{Days, Mean, Rate, Tally, whole_units};
pub use funnel::{FunnelReport, Rule, Step, funnel};
pub use journey::{PhaseFigures, journey};
pub use months::{ClosedMonth, latest_closing, won_by_month};
pub use outcomes::{Cycle, Outcomes, cycle, outcomes, velocity};
pub use population::{Basis, Period, Population};
pub use roster::{Member, roster};
pub use stages::{StageTime, Staleness, TimeInStage, stage_days, stage_time, staleness, time_in_stage};
