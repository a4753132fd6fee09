//! The two lowest rooms: the records and the figures computed from them; the map of the whole house is in `lib.rs`. A
//! package of their own, so that the reports can be compiled for speed and the views for size.

pub mod metrics;
pub mod model;
