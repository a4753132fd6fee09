//! The views, in Leptos: a projection of the session into signals, and what is made of it.
//!
//! A view is a way to look. It reads through [`desk::Desk`], and changes data only by [`desk::Desk::dispatch`].

pub mod app;
pub mod board;
pub mod deal;
pub mod desk;
pub mod drafts;
pub mod fetched;
pub mod frame;
pub mod guide;
pub mod import;
pub mod insights;
pub mod journey;
pub mod list;
pub mod parts;
pub mod process;
pub mod start;
pub mod workshop;
