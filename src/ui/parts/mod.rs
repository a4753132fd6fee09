//! Controls that know nothing of deals.

mod icon;
mod modal;

pub use icon::{Icon, Sign};
pub use modal::Modal;
