//! Any figure of one stretch of days beside that of another, and of one owner beside the team's.

use super::activity::is_contact;
use super::case::Case;
use super::census::Census;
use super::figures::{Days, Rate, Tally, whole_units};
use super::span::TimeSpan;
use super::team::{Ask, TeamFigure, arrivals, ended, open_at, referrals, value_at};
use crate::model::{ActivityKind, OutcomeKind, Timestamp};

/// From how many closed deals on a rate or a mean of them says something; and so many must be counted for a change of their number to do.
const ENOUGH: u64 = 20;
/// From how many visits of a stage on their median says something.
const ENOUGH_VISITS: u64 = 5;
/// By how much of what it was a figure must change to have changed at all.
const TELLING: f64 = 0.05;

/// A figure that is one number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Key {
    /// Deals created.
    Created,
    /// The share of these that came by referral.
    Referrals,
    /// Deals won.
    Won,
    /// Their value.
    WonValue,
    /// Deals lost.
    Lost,
    /// Won ÷ closed, by count.
    WinRate,
    /// Won ÷ closed, by value.
    WinRateByValue,
    /// The mean value of a won deal.
    MeanWon,
    /// The mean cycle of the won deals.
    MeanCycle,
    /// Their median cycle.
    MedianCycle,
    /// What the deals open at the end promise a day.
    Velocity,
    /// Deals open at the end.
    Open,
    /// Their value at the end.
    OpenValue,
    /// Their value at the end × the chance that is set for the stage that each was in.
    Weighted,
    /// Of the deals that came to a stage (by its rung) for the first time, the share that was on a higher one afterwards, by the end.
    Conversion(usize),
    /// Of the deals that left a stage (by its rung), the share that went straight on to a higher one.
    WentOn(usize),
    /// The median time of the visits of a stage (by its rung) that ended.
    StageDays(usize),
    /// Activities of a kind; of all kinds but notes if `None`.
    Done(Option<ActivityKind>),
}

/// What a number is written as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    /// A count.
    Count,
    /// Minor units, exact.
    Money,
    /// Minor units as a mean.
    MeanMoney,
    /// A share of 1.
    Share,
    /// Days of 24 hours.
    Days,
}

/// Where a figure stands among the others.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Group {
    /// What came in.
    New,
    /// What was closed.
    Closed,
    /// What was open at the end.
    Open,
    /// How many of those that came to a stage came further.
    Conversions,
    /// How deals went on from stage to stage.
    Steps,
    /// How long they stayed in each.
    Times,
    /// What was done.
    Activity,
}

impl Key {
    /// What its number is written as.
    pub fn unit(self) -> Unit {
        match self {
            Key::Created | Key::Won | Key::Lost | Key::Open | Key::Done(_) => Unit::Count,
            Key::WonValue | Key::OpenValue | Key::Weighted => Unit::Money,
            Key::MeanWon | Key::Velocity => Unit::MeanMoney,
            Key::Referrals | Key::WinRate | Key::WinRateByValue | Key::Conversion(_) | Key::WentOn(_) => {
                Unit::Share
            }
            Key::MeanCycle | Key::MedianCycle | Key::StageDays(_) => Unit::Days,
        }
    }

    /// Where it stands.
    pub fn group(self) -> Group {
        match self {
            Key::Created | Key::Referrals => Group::New,
            Key::Open | Key::OpenValue | Key::Weighted => Group::Open,
            Key::Conversion(_) => Group::Conversions,
            Key::WentOn(_) => Group::Steps,
            Key::StageDays(_) => Group::Times,
            Key::Done(_) => Group::Activity,
            _ => Group::Closed,
        }
    }

    /// Whether more of it is better; `None` where that depends.
    pub fn more_is_better(self) -> Option<bool> {
        match self {
            Key::Lost | Key::MeanCycle | Key::MedianCycle | Key::StageDays(_) => Some(false),
            Key::Open | Key::Referrals => None,
            _ => Some(true),
        }
    }

    /// Whether the team's figure is the sum of its members'.
    pub fn is_sum(self) -> bool {
        matches!(self.unit(), Unit::Count | Unit::Money)
    }

    fn enough(self) -> u64 {
        if matches!(self, Key::StageDays(_)) { ENOUGH_VISITS } else { ENOUGH }
    }
}

/// A figure's number.
#[derive(Debug, Clone, PartialEq)]
pub struct Scalar {
    /// Which figure.
    pub key: Key,
    /// The number in its unit; `None` where nothing can be divided.
    pub value: Option<f64>,
    /// On how many deals, visits or activities it rests.
    pub sample: u64,
    /// The deals that it is of.
    pub figure: TeamFigure,
}

/// All figures that are one number, of a stretch of time and of one owner or of everybody. Each takes its own date: what is new that of its
/// creation, what is closed that of its closing, what is open the end of the stretch, a conversion the first arrival, a step and a stay the end of the stay, an activity when
/// it was done. The census is best one of all time: what its population leaves out is not counted here either.
pub fn scalars(census: &Census, span: TimeSpan, owner: Option<&str>) -> Vec<Scalar> {
    let mut found = Vec::new();
    let mut put = |key: Key, value: Option<f64>, sample: u64, ask: Ask| {
        found.push(Scalar { key, value, sample, figure: TeamFigure::of(owner, ask) });
    };
    let whole = |count: u64| Some(count as f64);

    let (is_won, is_lost) = (Ask::EndedIn(OutcomeKind::Won, span), Ask::EndedIn(OutcomeKind::Lost, span));
    // What is open now is open at the end of a stretch that is not over.
    let end = span.to.filter(|to| *to <= census.now()).unwrap_or(Timestamp(census.now().0.saturating_add(1)));
    let (mut ends, mut stock, mut passed) = (Ends::of(census), Stock::default(), Passed::of(census));
    // Whoever nothing is known of has a number that nobody has.
    let owner = owner.map(|owner| census.person(owner).unwrap_or(usize::MAX));
    for case in census.cases() {
        passed.add_done(&case, span, owner);
        if owner.is_some_and(|owner| case.owner() != owner) {
            continue;
        }
        ends.add(&case, span);
        stock.add(census, &case, end);
        passed.add_stays(&case, span);
    }

    let Ends { created, referred, won, lost, cycles, .. } = ends;
    put(Key::Created, whole(created), created, Ask::Created(span));
    put(Key::Referrals, Rate { part: referred, of: created }.value(), created, Ask::Referred(span));

    let closed = won.count + lost.count;
    let cycle = Days::of(cycles);
    let rate = Rate { part: won.count, of: closed };
    let by_value = Rate { part: won.worth(), of: won.worth().saturating_add(lost.worth()) };
    put(Key::Won, whole(won.count), won.count, is_won);
    put(Key::WonValue, Some(won.value as f64), won.count, is_won);
    put(Key::Lost, whole(lost.count), lost.count, is_lost);
    put(Key::WinRate, rate.value(), closed, Ask::ClosedIn(span));
    put(Key::WinRateByValue, by_value.value(), closed, Ask::ClosedIn(span));
    put(Key::MeanWon, won.mean().value(), won.count, is_won);
    put(Key::MeanCycle, cycle.mean, won.count, is_won);
    put(Key::MedianCycle, cycle.median, won.count, is_won);

    let Stock { open, value, weighted } = stock;
    let days = cycle.mean.filter(|days| *days > 0.0);
    let velocity = rate.value().zip(won.mean().value()).zip(days);
    let velocity = velocity.map(|((rate, mean), days)| open as f64 * mean * rate / days);
    put(Key::Velocity, velocity, won.count, Ask::OpenAt(end));
    put(Key::Open, whole(open), open, Ask::OpenAt(end));
    put(Key::OpenValue, Some(value as f64), open, Ask::OpenAt(end));
    put(Key::Weighted, Some(whole_units(weighted) as f64), open, Ask::OpenAt(end));

    let Passed { came, further, gone, on, spans, done, .. } = passed;
    let rungs = || (0..census.ladder().won()).filter(|rung| !census.ladder().is_retired(*rung));
    let count = |counts: &[u64], rung: usize| counts.get(rung).copied().unwrap_or(0);
    for rung in rungs() {
        let rate = Rate { part: count(&further, rung), of: count(&came, rung) };
        put(Key::Conversion(rung), rate.value(), rate.of, Ask::CameTo(rung, span));
    }
    for rung in rungs() {
        let rate = Rate { part: count(&on, rung), of: count(&gone, rung) };
        put(Key::WentOn(rung), rate.value(), rate.of, Ask::LeftStage(rung, span));
    }
    for rung in rungs() {
        let days = Days::of(spans.get(rung).cloned().unwrap_or_default());
        put(Key::StageDays(rung), days.median, days.count, Ask::LeftStage(rung, span));
    }
    for (kind, count) in done {
        put(Key::Done(kind), whole(count), count, Ask::Done(kind, span));
    }
    found
}

/// What began and ended within a span, by the questions [`Ask::Created`], [`Ask::Referred`] and [`Ask::EndedIn`].
struct Ends {
    created: u64,
    referred: u64,
    won: Tally,
    lost: Tally,
    /// How long the won ones took, in milliseconds.
    cycles: Vec<i64>,
    /// Of each source whether it is a referral.
    referrals: Vec<bool>,
}

impl Ends {
    fn of(census: &Census) -> Ends {
        let (won, lost) = (Tally::default(), Tally::default());
        Ends { created: 0, referred: 0, won, lost, cycles: Vec::new(), referrals: referrals(census) }
    }

    fn add(&mut self, case: &Case<'_>, span: TimeSpan) {
        if span.holds(case.created()) {
            self.created += 1;
            self.referred += u64::from(self.referrals.get(case.source()) == Some(&true));
        }
        if !case.closed().is_some_and(|at| span.holds(at)) {
            return;
        }
        if case.is_won() {
            self.won.add(case.value());
            self.cycles.extend(case.cycle());
        } else {
            self.lost.add(case.value());
        }
    }
}

/// What was open at the end of a span.
#[derive(Default)]
struct Stock {
    open: u64,
    value: i64,
    /// Σ value × chance in hundredths of a minor unit.
    weighted: i128,
}

impl Stock {
    fn add(&mut self, census: &Census, case: &Case<'_>, end: Timestamp) {
        let Some(rung) = open_at(census, case, end) else { return };
        let worth = value_at(case, end);
        let chance = census.ladder().place(rung);
        self.open += 1;
        self.value = self.value.saturating_add(worth);
        self.weighted += i128::from(worth) * i128::from(chance.map_or(0, |place| place.chance));
    }
}

/// What passed within a span, by the questions [`Ask::CameTo`], [`Ask::CameFurther`], [`Ask::LeftStage`], [`Ask::WentOn`] and [`Ask::Done`].
struct Passed {
    /// By rung, how many deals came to it for the first time.
    came: Vec<u64>,
    /// By rung, how many of these came further.
    further: Vec<u64>,
    /// By rung, how many deals left it.
    gone: Vec<u64>,
    /// By rung, how many of these went straight on.
    on: Vec<u64>,
    /// By rung, how long the stays took, in milliseconds.
    spans: Vec<Vec<i64>>,
    /// By kind, how much was done.
    done: Vec<(Option<ActivityKind>, u64)>,
    /// For each rung whether the deal at hand left it, and whether it went on from there.
    seen: Vec<(bool, bool)>,
}

impl Passed {
    fn of(census: &Census) -> Passed {
        let rungs = census.ladder().len();
        let kinds = ActivityKind::ALL.into_iter().filter(|kind| is_contact(*kind)).map(Some);
        Passed {
            came: vec![0; rungs],
            further: vec![0; rungs],
            gone: vec![0; rungs],
            on: vec![0; rungs],
            spans: vec![Vec::new(); rungs],
            done: std::iter::once(None).chain(kinds).map(|kind| (kind, 0)).collect(),
            seen: vec![(false, false); rungs],
        }
    }

    fn add_done(&mut self, case: &Case<'_>, span: TimeSpan, owner: Option<usize>) {
        for done in case.done {
            let counts =
                span.holds(done.at) && is_contact(done.kind) && owner.is_none_or(|owner| done.by == owner);
            if !counts {
                continue;
            }
            for (kind, count) in &mut self.done {
                *count += u64::from(kind.is_none_or(|kind| kind == done.kind));
            }
        }
    }

    fn add_stays(&mut self, case: &Case<'_>, span: TimeSpan) {
        for (rung, further) in arrivals(case, span) {
            if let (Some(came), Some(on)) = (self.came.get_mut(rung), self.further.get_mut(rung)) {
                *came += 1;
                *on += u64::from(further);
            }
        }
        self.seen.fill((false, false));
        for (rung, took, on) in ended(case, span) {
            if let (Some(seen), Some(spans)) = (self.seen.get_mut(rung), self.spans.get_mut(rung)) {
                *seen = (true, seen.1 || on);
                spans.push(took);
            }
        }
        for ((gone, on), seen) in self.gone.iter_mut().zip(&mut self.on).zip(&self.seen) {
            *gone += u64::from(seen.0);
            *on += u64::from(seen.1);
        }
    }
}

/// What became of a figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Change {
    /// It is better.
    Better,
    /// It is worse.
    Worse,
    /// There is more of it, which is neither.
    More,
    /// There is less of it, which is neither.
    Less,
    /// It is much the same.
    Steady,
    /// It rests on too little to say.
    Few,
}

/// A figure on both sides.
#[derive(Debug, Clone, PartialEq)]
pub struct Compared {
    /// That of before, or of the team.
    pub then: Scalar,
    /// That of now, or of the owner.
    pub now: Scalar,
}

impl Compared {
    /// Which figure.
    pub fn key(&self) -> Key {
        self.now.key
    }

    /// Now less then, in the figure's unit; `None` without both.
    pub fn change(&self) -> Option<f64> {
        Some(self.now.value? - self.then.value?)
    }

    /// The change ÷ what it was; `None` if that was nothing.
    pub fn relative(&self) -> Option<f64> {
        let then = self.then.value.filter(|then| *then != 0.0)?;
        Some(self.change()? / then.abs())
    }

    /// Now ÷ then: of a sum the share that an owner has in the team's.
    pub fn share(&self) -> Option<f64> {
        let then = self.then.value.filter(|then| *then != 0.0)?;
        Some(self.now.value? / then)
    }

    /// Whether it rests on too little: a rate, a mean or a median on both sides, a sum on the greater one.
    pub fn is_few(&self) -> bool {
        let (then, now) = (self.then.sample, self.now.sample);
        let sample = if self.key().is_sum() { then.max(now) } else { then.min(now) };
        sample < self.key().enough()
    }

    /// What became of it.
    pub fn became(&self) -> Change {
        let Some(change) = self.change().filter(|_| !self.is_few()) else { return Change::Few };
        let then = self.then.value.unwrap_or(0.0).abs();
        if change.abs() <= TELLING * then {
            return Change::Steady;
        }
        match (self.key().more_is_better(), change > 0.0) {
            (Some(better), more) if better == more => Change::Better,
            (Some(_), _) => Change::Worse,
            (None, true) => Change::More,
            (None, false) => Change::Less,
        }
    }
}

/// The figures of both sides, of the same stages.
pub fn compare(then: Vec<Scalar>, now: Vec<Scalar>) -> Vec<Compared> {
    then.into_iter().zip(now).map(|(then, now)| Compared { then, now }).collect()
}

/// The figure that changed most of what it was, among those that rest on enough; of a comparison with the team among those that are no sums.
/// `None` if none changed.
pub fn telling(compared: &[Compared], with_team: bool) -> Option<&Compared> {
    let said = |found: &&Compared| {
        let is_share = with_team && found.key().is_sum();
        let changed = !matches!(found.became(), Change::Few | Change::Steady);
        changed && !is_share
    };
    let by = |found: &Compared| found.relative().map_or(0.0, f64::abs);
    let candidates = compared.iter().filter(said).filter(|found| by(found) > 0.0);
    // Of equal ones the first.
    candidates.reduce(|most, next| if by(next) > by(most) { next } else { most })
}
