//! The rooms of Stageline that know neither Leptos nor the browser, from the ground up; the map of the whole house is in
//! `lib.rs`. A package of their own: compiled for speed, and without a dependency that could speak to a page.

pub mod chart;
pub mod exchange;
pub mod i18n;
pub mod metrics;
pub mod model;
pub mod session;
pub mod templates;
