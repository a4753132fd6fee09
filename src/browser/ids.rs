//! New ids: the time in the upper 42 bits, 22 random bits below, rising within this page.

use crate::model::Ids;

use super::clock::now;

/// Ids that no other page mints at the same time, but for one chance in four million.
#[derive(Debug, Default)]
pub struct BrowserIds {
    last: u64,
}

impl Ids for BrowserIds {
    fn next(&mut self) -> u64 {
        let millis = u64::try_from(now().0).unwrap_or(0);
        self.last = ((millis << 22) | u64::from(random_bits(22))).max(self.last + 1);
        self.last
    }
}

/// Up to 32 random bits.
pub fn random_bits(bits: u32) -> u32 {
    let mut bytes = [0u8; 4];
    let filled = web_sys::window()
        .and_then(|window| window.crypto().ok())
        .is_some_and(|crypto| crypto.get_random_values_with_u8_array(&mut bytes).is_ok());
    let word = if filled {
        u32::from_le_bytes(bytes)
    } else {
        (js_sys::Math::random() * f64::from(u32::MAX)) as u32
    };
    word >> (32 - bits.clamp(1, 32))
}
