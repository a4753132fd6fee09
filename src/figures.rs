//! The room of the figures as a package of its own, so that reports can be compiled for speed and views for size; the map of
//! the whole house is in `lib.rs`.

pub mod metrics;

pub use stageline_model::model;
