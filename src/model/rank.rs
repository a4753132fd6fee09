//! Rank keys: text that sorts, with always room for one more between two.
//!
//! A key is four digits of base 62, counted up and down from the middle, then digits of a fraction where two neighbours left
//! no whole number free. Adding at an end keeps four characters; a move changes the moved record alone.

use std::fmt;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

const DIGITS: &[u8; 62] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
const BASE: u32 = 62;
const WHOLE: usize = 4;
const TOP: u32 = BASE * BASE * BASE * BASE;
/// Keys longer than this ask for their column to be ranked anew.
const LONGEST: usize = 24;

/// The place of a record among its siblings. Compares as its text does, byte by byte.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String")]
pub struct Rank(Arc<str>);

impl Rank {
    /// The key for the only record.
    pub fn middle() -> Rank {
        Rank::write(TOP / 2, &[])
    }

    /// A key between two others, `None` standing for the open end. Gives `None` if there is no room: `after` is not below
    /// `before`, or the key would grow too long; then the siblings are to be ranked anew with [`Rank::spread`].
    pub fn between(after: Option<&Rank>, before: Option<&Rank>) -> Option<Rank> {
        match (after, before) {
            (None, None) => Some(Rank::middle()),
            (Some(a), None) => a.read().0.checked_add(1).filter(|n| *n < TOP).map(|n| Rank::write(n, &[])),
            (None, Some(b)) => {
                let (whole, fraction) = b.read();
                if fraction.is_empty() {
                    whole.checked_sub(1).filter(|n| *n > 0).map(|n| Rank::write(n, &[]))
                } else {
                    Some(Rank::write(whole, &[]))
                }
            }
            (Some(a), Some(b)) if a < b => {
                let ((low, low_fraction), (high, high_fraction)) = (a.read(), b.read());
                let key = if high - low > 1 {
                    Rank::write(low + (high - low) / 2, &[])
                } else if high > low && !high_fraction.is_empty() {
                    Rank::write(high, &[])
                } else {
                    let ceiling = (high == low).then_some(high_fraction.as_slice());
                    Rank::write(low, &midpoint(&low_fraction, ceiling))
                };
                (key.0.len() <= LONGEST && *a < key && key < *b).then_some(key)
            }
            _ => None,
        }
    }

    /// `count` rising keys of four characters for the records after `after` (or from the start of an empty column).
    /// `None` if so many do not fit.
    pub fn spread(after: Option<&Rank>, count: usize) -> Option<Vec<Rank>> {
        let count = u32::try_from(count).ok()?;
        let first = match after {
            Some(rank) => rank.read().0.checked_add(1)?,
            None => (TOP / 2).checked_sub(count / 2)?,
        };
        (first.checked_add(count)? < TOP).then(|| (0..count).map(|i| Rank::write(first + i, &[])).collect())
    }

    fn write(whole: u32, fraction: &[u8]) -> Rank {
        let mut text = String::with_capacity(WHOLE + fraction.len());
        for power in (0..WHOLE as u32).rev() {
            text.push(digit((whole / BASE.pow(power)) % BASE));
        }
        text.extend(fraction.iter().map(|d| digit(u32::from(*d))));
        Rank(text.into())
    }

    fn read(&self) -> (u32, Vec<u8>) {
        let mut digits = self.0.bytes().map(value);
        let whole = (0..WHOLE).fold(0, |sum, _| sum * BASE + u32::from(digits.next().unwrap_or(0)));
        (whole, digits.collect())
    }
}

/// Digits strictly between two fractions; `None` above is the end of the whole number. Never ends in zero.
fn midpoint(low: &[u8], high: Option<&[u8]>) -> Vec<u8> {
    let mut out = Vec::new();
    let mut high = high;
    for place in 0.. {
        let floor = low.get(place).copied().unwrap_or(0);
        let ceiling = match high {
            Some(digits) => digits.get(place).copied().unwrap_or(0),
            None => BASE as u8,
        };
        if ceiling > floor + 1 {
            out.push(floor + (ceiling - floor) / 2);
            return out;
        }
        out.push(floor);
        if ceiling > floor {
            high = None;
        }
        if out.len() > LONGEST {
            return out;
        }
    }
    out
}

fn digit(value: u32) -> char {
    DIGITS.get(value as usize).copied().unwrap_or(b'0') as char
}

fn value(byte: u8) -> u8 {
    DIGITS.iter().position(|d| *d == byte).map_or(0, |i| i as u8)
}

impl fmt::Display for Rank {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl TryFrom<String> for Rank {
    type Error = &'static str;
    fn try_from(text: String) -> Result<Rank, Self::Error> {
        let fits = (WHOLE..=2 * LONGEST).contains(&text.len())
            && text.bytes().all(|b| DIGITS.contains(&b))
            && (text.len() == WHOLE || !text.ends_with('0'));
        fits.then(|| Rank(text.into())).ok_or("not a rank key")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn adding_at_the_end_keeps_keys_short() {
        let mut last = Rank::middle();
        for _ in 0..10_000 {
            let next = Rank::between(Some(&last), None).expect("room at the end");
            assert!(next > last && next.0.len() == WHOLE);
            last = next;
        }
    }

    #[test]
    fn spreading_follows_what_is_there() {
        let ranks = Rank::spread(Some(&Rank::middle()), 8_800).expect("room");
        assert!(ranks.windows(2).all(|w| w[0] < w[1]) && ranks[0] > Rank::middle());
        assert!(Rank::spread(None, TOP as usize).is_none());
    }

    #[test]
    fn splitting_one_gap_for_ever_ends_in_a_refusal_not_in_disorder() {
        let low = Rank::middle();
        let mut high = Rank::between(Some(&low), None).expect("room");
        let mut steps = 0;
        while let Some(next) = Rank::between(Some(&low), Some(&high)) {
            assert!(low < next && next < high);
            high = next;
            steps += 1;
        }
        assert!(steps > 80, "only {steps} splits");
    }

    proptest! {
        #[test]
        fn any_order_of_insertions_keeps_the_order(places in prop::collection::vec(0usize..1000, 1..120)) {
            let mut ranks: Vec<Rank> = Vec::new();
            for place in places {
                let at = place % (ranks.len() + 1);
                let below = at.checked_sub(1).map(|i| ranks[i].clone());
                let Some(rank) = Rank::between(below.as_ref(), ranks.get(at)) else { break };
                prop_assert_eq!(Rank::try_from(rank.to_string()), Ok(rank.clone()));
                ranks.insert(at, rank);
                prop_assert!(ranks.windows(2).all(|w| w[0] < w[1]));
            }
        }
    }
}
