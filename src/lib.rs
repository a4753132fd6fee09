//! Stageline: a sales pipeline, its figures and its buyer's journey in one web page.
//!
//! Rooms, from the ground up; a room may look down, never up (docs/ARCHITECTURE.md):
//! [`model`] the records and the commands that change them · [`metrics`] figures computed from them ·
//! [`templates`] ready-made processes · [`exchange`] stored and exchanged forms · [`chart`] reports as drawings ·
//! [`i18n`] every sentence of the interface · [`session`] one open workspace with undo ·
//! `browser` the only room that names web APIs · `ui` the views, in Leptos · `embed` the doors for a host page.

pub use stageline_metrics::metrics;
pub use stageline_model::model;

pub mod chart;
pub mod exchange;
pub mod i18n;
pub mod session;
pub mod templates;

#[cfg(feature = "ui")]
pub mod browser;
#[cfg(feature = "ui")]
pub mod ui;

/// Begins on the page: mounts the product in every element marked `data-stageline`.
#[cfg(feature = "ui")]
#[wasm_bindgen::prelude::wasm_bindgen(start)]
pub fn start() {
    browser::page::on_panic();
    browser::page::spawn(ui::app::mount_all());
}
