//! The team's key figures by month, and each owner's beside the team's.

use super::activity::{is_contact, months_to};
use super::case::Case;
use super::census::{Census, by_name};
use super::dated::Dated;
use super::figures::{Days, Mean, Rate, Tally, whole_units};
use super::months::latest_closing;
use super::span::TimeSpan;
use super::targets::target_of;
use super::team::{Ask, TeamFigure, referrals};
use crate::model::{Day, Goals, Month, OutcomeKind, Term};

/// For how many days back the activities of an owner are counted.
pub const RECENT_DAYS: i64 = 30;

/// The key figures of a month.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct KpiMonth {
    /// The viewer's calendar month.
    pub month: Month,
    /// The deals won in it.
    pub won: Tally,
    /// Their value against that of the month before, less 1: 0.5 for half as much again. `None` if nothing was won in the month before.
    pub growth: Option<f64>,
    /// The deals created in it.
    pub created: Tally,
    /// Those of them that came by referral ÷ all of them.
    pub referred: Rate,
    /// What whoever is counted meant to win in it, in minor units, as [`target_of`] says; `None` if nobody said.
    pub target: Option<i64>,
}

impl KpiMonth {
    /// Won value ÷ target; `None` without a target, or with one of nothing.
    pub fn attainment(&self) -> Option<f64> {
        let target = self.target.filter(|target| *target > 0)?;
        Some(self.won.value as f64 / target as f64)
    }
}

/// The key figures of the `count` months that end with `last`, the oldest first.
pub fn kpis(census: &Census, goals: &Goals, last: Month, count: u16) -> Vec<KpiMonth> {
    #[derive(Clone, Copy, Default)]
    struct Sums {
        won: Tally,
        created: Tally,
        referred: u64,
    }
    // One month more, which the first one grows from.
    let months = months_to(last, count.saturating_add(1));
    let mut sums = vec![Sums::default(); months.len()];
    let spans: Vec<TimeSpan> = months.iter().map(|month| TimeSpan::month(*month, census.zone())).collect();
    let place = |at| TimeSpan::find(&spans, at);
    let referrals = referrals(census);
    for case in census.cases() {
        if let Some(sums) = place(case.created()).and_then(|at| sums.get_mut(at)) {
            sums.created.add(case.value());
            sums.referred += u64::from(referrals.get(case.source()) == Some(&true));
        }
        let won = case.closed().filter(|_| case.is_won());
        if let Some(sums) = won.and_then(place).and_then(|at| sums.get_mut(at)) {
            sums.won.add(case.value());
        }
    }
    let pairs = months.iter().zip(&sums).skip(1).zip(&sums);
    pairs
        .map(|((month, now), before)| KpiMonth {
            month: *month,
            won: now.won,
            growth: (before.won.value > 0).then(|| now.won.value as f64 / before.won.value as f64 - 1.0),
            created: now.created,
            referred: Rate { part: now.referred, of: now.created.count },
            target: target_of(goals, census.population(), Term::Month(*month)),
        })
        .collect()
}

/// The month in which a deal was created or closed last; `None` without deals.
pub fn latest_news(census: &Census) -> Option<Month> {
    let created = census.cases().map(|case| case.created()).max();
    created.map(|at| census.zone().day(at).month()).max(latest_closing(census))
}

/// What somebody, or the team, has on the table, and what came of it.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct OwnerFigures {
    /// Whose; `None` for the team, the empty name for nobody's.
    pub owner: Option<String>,
    /// The open deals.
    pub open: Tally,
    /// Value × chance of these, in minor units, rounded once.
    pub weighted: i64,
    /// The won ones.
    pub won: Tally,
    /// The lost ones.
    pub lost: Tally,
    /// How long the won ones took.
    pub cycle: Days,
    /// How many activities with buyers (all but notes) they did in the last [`RECENT_DAYS`] days.
    pub activities: u64,
    /// How many open deals have a next step that is overdue.
    pub overdue: u64,
    /// How many open deals have no next step.
    pub no_step: u64,
}

impl OwnerFigures {
    /// Won ÷ (won + lost) by count.
    pub fn win_rate(&self) -> Rate {
        Rate { part: self.won.count, of: self.won.count + self.lost.count }
    }

    /// The mean value of a won deal, in minor units.
    pub fn mean_won(&self) -> Mean {
        self.won.mean()
    }

    /// The deals of one of its numbers.
    pub fn figure(&self, ask: Ask) -> TeamFigure {
        TeamFigure { owner: self.owner.clone(), ask }
    }
}

/// The days up to today in which activities count as recent.
pub fn recent(census: &Census) -> TimeSpan {
    let day = |later: i64| Day::from_number(census.today().number() + later);
    TimeSpan::days(day(1 - RECENT_DAYS), day(1), census.zone())
}

/// The team's figures, and then those of each owner of a deal and of whoever did something lately, by name. What is open, and what was done
/// lately, is so whatever the period.
pub fn owner_figures(dated: Dated<'_>) -> Vec<OwnerFigures> {
    #[derive(Clone, Default)]
    struct Sums {
        /// Whether anything is theirs.
        any: bool,
        found: OwnerFigures,
        weighted: i128,
        cycles: Vec<i64>,
    }
    impl Sums {
        fn add(&mut self, case: &Case<'_>, today: Day) {
            self.any = true;
            match case.outcome() {
                OutcomeKind::Won => {
                    self.found.won.add(case.value());
                    self.cycles.extend(case.cycle());
                }
                OutcomeKind::Lost => self.found.lost.add(case.value()),
                OutcomeKind::Nurture => {}
                OutcomeKind::Open => {
                    self.found.open.add(case.value());
                    self.weighted += case.weighted();
                    match case.next_step() {
                        None => self.found.no_step += 1,
                        Some(due) => self.found.overdue += u64::from(due.is_some_and(|day| day < today)),
                    }
                }
            }
        }
        fn join(&mut self, other: &Sums) {
            let (sum, more) = (&mut self.found, &other.found);
            let tallies = [(&mut sum.open, more.open), (&mut sum.won, more.won), (&mut sum.lost, more.lost)];
            for (tally, more) in tallies {
                tally.count += more.count;
                tally.value = tally.value.saturating_add(more.value);
            }
            sum.activities += more.activities;
            sum.overdue += more.overdue;
            sum.no_step += more.no_step;
            self.weighted += other.weighted;
            self.cycles.extend(&other.cycles);
        }
        fn sum(self, owner: Option<String>) -> OwnerFigures {
            let (weighted, cycle) = (whole_units(self.weighted), Days::of(self.cycles));
            OwnerFigures { owner, weighted, cycle, ..self.found }
        }
    }
    let (recent, today) = (recent(dated.all), dated.all.today());
    let mut owners = vec![Sums::default(); dated.all.people().len()];
    for case in dated.all.cases() {
        if let Some(sums) = owners.get_mut(case.owner()).filter(|_| case.is_open() || dated.counts(&case)) {
            sums.add(&case, today);
        }
        for done in case.done.iter().filter(|done| is_contact(done.kind) && recent.holds(done.at)) {
            if let Some(sums) = owners.get_mut(done.by) {
                sums.any = true;
                sums.found.activities += 1;
            }
        }
    }
    // Every deal has one owner, if only the empty name: together they are the team.
    let mut team = Sums::default();
    owners.iter().for_each(|sums| team.join(sums));
    let members = by_name(dated.all.people(), owners).into_iter().filter(|(_, sums)| sums.any);
    let members = members.map(|(name, sums)| sums.sum(Some(name.clone())));
    std::iter::once(team.sum(None)).chain(members).collect()
}
