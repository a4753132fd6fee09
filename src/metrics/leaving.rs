//! Where deals leave the buyer's way, beside how the buyer feels there (method rows 17 and 22).

use super::figures::Rate;
use super::journey::PhaseFigures;
use crate::model::PhaseId;

/// How many deals must have come to a phase before its share says anything.
const ENOUGH: u64 = 20;

/// The drop-off of a phase: of the deals that came to it, those that were lost from it. A deal that is open there, or waits on the
/// nurture list, has not left. The counts are those of [`PhaseFigures::lost_share`], so that the two never differ.
pub fn drop_off(figures: &PhaseFigures) -> Rate {
    figures.lost_share()
}

/// What the moods and the deals that leave say together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Leaving {
    /// No phase has stages, so that nothing is counted.
    NoStages,
    /// Too few deals came to any phase: so many to that with most.
    TooFew(u64),
    /// No deal was lost from any phase to which enough came.
    Nobody,
    /// The phase with the largest drop-off.
    Most {
        /// Which.
        phase: PhaseId,
        /// The drop-off.
        share: Rate,
        /// The mood there, as it is.
        mood: i8,
        /// The mood in the phase before; `None` in the first.
        before: Option<i8>,
    },
}

/// The phase that the largest share of its deals leaves, of those to which enough came. `moods` are those of the same phases.
pub fn leaving(figures: &[PhaseFigures], moods: &[i8]) -> Leaving {
    let share = |figures: &PhaseFigures| (!figures.stages.is_empty()).then(|| drop_off(figures));
    let shares: Vec<_> = figures.iter().map(|figures| (figures.phase, share(figures))).collect();
    most_left(&shares, moods)
}

/// As [`leaving`], of the phases' drop-offs; `None` where a phase has no stages.
fn most_left(shares: &[(PhaseId, Option<Rate>)], moods: &[i8]) -> Leaving {
    let Some(came) = shares.iter().filter_map(|(_, share)| Some((*share)?.of)).max() else {
        return Leaving::NoStages;
    };
    if came < ENOUGH {
        return Leaving::TooFew(came);
    }
    // Compared as fractions: equal shares are the earlier phase's.
    let more = |one: Rate, than: Rate| {
        u128::from(one.part) * u128::from(than.of) > u128::from(than.part) * u128::from(one.of)
    };
    let mut most: Option<(usize, PhaseId, Rate)> = None;
    for (at, (phase, share)) in shares.iter().enumerate() {
        let Some(share) = share.filter(|share| share.of >= ENOUGH && share.part > 0) else { continue };
        if most.is_none_or(|(.., than)| more(share, than)) {
            most = Some((at, *phase, share));
        }
    }
    most.map_or(Leaving::Nobody, |(at, phase, share)| Leaving::Most {
        phase,
        share,
        mood: moods.get(at).copied().unwrap_or(0),
        before: at.checked_sub(1).and_then(|before| moods.get(before)).copied(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shares(rates: &[(u64, u64)]) -> Vec<(PhaseId, Option<Rate>)> {
        let one = |(at, (part, of)): (usize, &(u64, u64))| {
            (PhaseId(at as u64), Some(Rate { part: *part, of: *of }))
        };
        rates.iter().enumerate().map(one).collect()
    }

    #[test]
    fn method_row_17_the_phase_that_deals_leave_most_is_named_with_its_mood() {
        let found = most_left(&shares(&[(10, 40), (18, 30), (3, 12)]), &[1, -1, 2]);
        let share = Rate { part: 18, of: 30 };
        assert_eq!(found, Leaving::Most { phase: PhaseId(1), share, mood: -1, before: Some(1) });
        let first = most_left(&shares(&[(30, 40), (9, 10)]), &[0]);
        let share = Rate { part: 30, of: 40 };
        assert_eq!(
            first,
            Leaving::Most { phase: PhaseId(0), share, mood: 0, before: None },
            "ten are too few"
        );
    }

    #[test]
    fn where_there_is_nothing_to_say_nothing_is_said() {
        assert_eq!(most_left(&[], &[]), Leaving::NoStages);
        assert_eq!(most_left(&[(PhaseId(1), None)], &[0]), Leaving::NoStages);
        assert_eq!(most_left(&shares(&[(16, 19), (2, 3)]), &[0, 0]), Leaving::TooFew(19));
        assert_eq!(most_left(&shares(&[(0, 20)]), &[0]), Leaving::Nobody);
    }
}
