//! A finding in words: the sentence, and what it rests on.

use super::super::parts::Pen;
use crate::metrics::{Evidence, Finding, Rate, Tally, Trouble};
use crate::model::{Stage, StageId};
use crate::ui::desk::Desk;

fn name(desk: Desk, stage: StageId) -> String {
    desk.with(|session| session.workspace().get::<Stage>(stage).map(|stage| stage.name.clone()))
        .unwrap_or_default()
}

fn by_count(part: Tally, of: Tally) -> Option<f64> {
    Rate { part: part.count, of: of.count }.value()
}

fn by_value(part: Tally, of: Tally) -> Option<f64> {
    let worth = |tally: Tally| u64::try_from(tally.value).unwrap_or(0);
    Rate { part: worth(part), of: worth(of) }.value()
}

fn money(pen: &Pen, minor: u64) -> String {
    pen.money_fit(i64::try_from(minor).unwrap_or(i64::MAX))
}

/// The finding as a sentence without a full stop.
pub fn sentence(desk: Desk, finding: &Finding) -> String {
    let t = desk.t();
    let pen = Pen::new(desk, desk.currency());
    let stage = finding.trouble.stage().map(|stage| name(desk, stage)).unwrap_or_default();
    let deals = finding.deals;
    match &finding.evidence {
        Evidence::Leak { lost, .. } => match finding.trouble {
            Trouble::ValueLeak(_) => {
                let (value, of) = (pen.money_fit(deals.value), pen.money_like(lost.value, deals.value));
                t.finding_value_leak(&stage, &value, &of, &pen.share(by_value(deals, *lost)))
            }
            _ => {
                let (part, of) = (pen.count(deals.count), pen.count(lost.count));
                t.finding_leak(&stage, &part, &of, &pen.share(by_count(deals, *lost)))
            }
        },
        Evidence::Clog { open, aged: true, .. } => {
            t.finding_clog_aged(&stage, &pen.deals(deals.count), &pen.days(open.median))
        }
        Evidence::Clog { stale, .. } => t.finding_clog_held(&stage, &pen.share(stale.value())),
        Evidence::SlowLoss { lost, went_on } => {
            t.finding_slow(&stage, &pen.days(lost.median), &pen.days(went_on.median))
        }
        Evidence::Inverted { first, stages, .. } => {
            let names: Vec<String> =
                stages.iter().map(|stage| format!("\u{2068}{}\u{2069}", name(desk, *stage))).collect();
            t.finding_inverted(&names.join(", "), &pen.count(deals.count), &pen.count(*first))
        }
        Evidence::Stale { .. } => t.finding_stale(deals.count, &pen.count(deals.count)),
    }
}

/// What the finding rests on, each a sentence or a part of a list.
pub fn evidence(desk: Desk, finding: &Finding) -> Vec<String> {
    let t = desk.t();
    let pen = Pen::new(desk, desk.currency());
    let deals = finding.deals;
    match &finding.evidence {
        Evidence::Leak { lost, both, reasons, objections } => {
            let mut facts = Vec::new();
            let by_worth = matches!(finding.trouble, Trouble::ValueLeak(_));
            if by_worth {
                facts.push(t.finding_value_leak_deals(&pen.count(deals.count), &pen.count(lost.count)));
            } else if *both && deals.value > 0 {
                let of = pen.money_like(lost.value, deals.value);
                facts.push(t.finding_leak_worth(&pen.money_fit(deals.value), &of));
            }
            if reasons.iter().any(|(reason, _)| !reason.is_empty()) {
                let reason = |(reason, count): &(String, u64)| {
                    let reason = if reason.is_empty() { t.finding_no_reason() } else { reason };
                    t.finding_reason(reason, &pen.count(*count))
                };
                facts.push(t.finding_reasons(&reasons.iter().map(reason).collect::<Vec<_>>().join(", ")));
            }
            if *objections > 0 {
                facts.push(t.finding_unanswered(*objections, &pen.count(*objections)));
            }
            facts
        }
        Evidence::Clog { open, visits, aged, stale, held } => {
            let usual = || t.finding_clog_usual(&pen.days(visits.p85), &pen.count(visits.count));
            let ages = || t.finding_clog_ages(&pen.deals(deals.count), &pen.days(open.median));
            let (part, of) = (money(&pen, stale.part), money(&pen, stale.of));
            let value = held.then(|| t.finding_clog_stale(&part, &of, &pen.share(stale.value())));
            std::iter::once(if *aged { usual() } else { ages() }).chain(value).collect()
        }
        Evidence::SlowLoss { lost, went_on } => {
            vec![t.finding_slow_counts(&pen.deals(lost.count), &pen.count(went_on.count))]
        }
        Evidence::Inverted { ages, past, rushed, won, .. } => vec![
            t.finding_inverted_age(&pen.days(ages.median), &pen.count(*past), &pen.count(deals.count)),
            t.finding_inverted_way(&pen.days(rushed.median), &pen.days(won.median)),
        ],
        Evidence::Stale { stayed, silent, no_step, steps } => {
            let told = |count: u64, tell: &dyn Fn(u64, &str) -> String| {
                (count > 0).then(|| tell(count, &pen.count(count)))
            };
            let reasons = [
                told(*stayed, &|count, written| t.finding_stale_stayed(count, written)),
                told(*silent, &|count, written| t.finding_stale_silent(count, written)),
                told(*no_step, &|count, written| t.finding_stale_no_step(count, written)),
            ];
            let [one, two, three] = steps.map(|count| pen.count(count));
            let steps = (steps.iter().sum::<u64>() > 0).then(|| t.finding_stale_steps(&one, &two, &three));
            reasons.into_iter().flatten().chain(steps).collect()
        }
    }
}
