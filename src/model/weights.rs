//! Weights of criteria that add up to 100.

/// Shares 100 percent out among weights in proportion, by largest remainder (Hamilton's method): whole numbers that add up to
/// exactly 100. Equal shares if all weigh nothing; nothing for no weights at all.
pub fn balanced(weights: &[u32]) -> Vec<u8> {
    let count = weights.len() as u64;
    let sum: u64 = weights.iter().map(|w| u64::from(*w)).sum();
    let parts: Vec<(u64, u64)> = match (count, sum) {
        (0, _) => return Vec::new(),
        (_, 0) => weights.iter().map(|_| (100 / count, 100 % count)).collect(),
        _ => weights.iter().map(|w| (u64::from(*w) * 100 / sum, u64::from(*w) * 100 % sum)).collect(),
    };
    let short = 100u64.saturating_sub(parts.iter().map(|(whole, _)| whole).sum());
    let mut by_remainder: Vec<usize> = (0..parts.len()).collect();
    by_remainder.sort_by_key(|at| std::cmp::Reverse(parts.get(*at).map_or(0, |(_, remainder)| *remainder)));
    let raised: Vec<usize> = by_remainder.into_iter().take(usize::try_from(short).unwrap_or(0)).collect();
    let share = |(at, (whole, _)): (usize, &(u64, u64))| {
        u8::try_from(whole + u64::from(raised.contains(&at))).unwrap_or(100)
    };
    parts.iter().enumerate().map(share).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn method_row_35_weights_are_balanced_to_a_hundred() {
        assert_eq!(balanced(&[]), Vec::<u8>::new());
        assert_eq!(balanced(&[0]), [100]);
        assert_eq!(balanced(&[0, 0, 0]), [34, 33, 33]);
        assert_eq!(balanced(&[1, 2, 1]), [25, 50, 25]);
        assert_eq!(balanced(&[30, 30, 30]), [34, 33, 33]);
        assert_eq!(balanced(&[60, 0, 60]), [50, 0, 50]);
    }

    proptest! {
        #[test]
        fn balanced_weights_add_up_and_keep_their_order(weights in proptest::collection::vec(0u32..=100, 1..40)) {
            let shares = balanced(&weights);
            prop_assert_eq!(shares.iter().map(|w| u32::from(*w)).sum::<u32>(), 100);
            for (a, share) in weights.iter().zip(&shares) {
                for (b, other) in weights.iter().zip(&shares) {
                    prop_assert!(a <= b || share >= other);
                }
            }
        }
    }
}
