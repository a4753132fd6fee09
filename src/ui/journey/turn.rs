//! A map of thousands of notes is not drawn in one go: rows out of sight come one after the other.

use leptos::prelude::*;

use crate::browser::page;
use crate::model::{Lane, Note};

use super::state::Map;

/// With more notes than this in the workspace, rows out of sight follow a choice of persona one by one.
const MANY_NOTES: usize = 600;
/// So many rows of notes are shown at once when such a map opens.
const FIRST_ROWS: usize = 3;

impl Map {
    /// When the map opens: all rows but the first wait.
    pub fn queue_first(self) {
        self.queue(self.lanes().into_iter().skip(FIRST_ROWS).collect());
    }

    /// Of a map with very many notes, has these rows wait for their turn: one each frame.
    pub fn queue(self, lanes: Vec<Lane>) {
        let many = self.desk.with(|session| session.workspace().all::<Note>().len() > MANY_NOTES);
        if !many || lanes.is_empty() {
            return;
        }
        self.waiting.set(lanes.iter().copied().collect());
        page::spawn(async move {
            for lane in lanes {
                page::next_frame().await;
                page::sleep(0).await;
                // Another choice may have put the row at the end of another queue: then this is early, and no harm.
                if self.waiting.try_update(|waiting| waiting.remove(&lane)).is_none() {
                    return;
                }
            }
        });
    }

    /// The rows of notes out of sight, the nearest first.
    pub fn lanes_out_of_sight(self) -> Vec<Lane> {
        let Some(frame) = self.frame.get_untracked() else { return Vec::new() };
        let (_, top, _, height) = page::rect(&frame);
        let far = |row: &page::HtmlElement| {
            let (_, from, _, size) = page::rect(row);
            (top - from - size).max(from - top - height)
        };
        let rows = page::find_all(&frame, "[data-lane]").into_iter();
        let mut rows: Vec<(f64, Lane)> = rows
            .filter_map(|row| Some((far(&row), page::data(&row, "lane")?.parse().ok()?)))
            .filter(|(far, _)| *far > 0.0)
            .collect();
        rows.sort_by(|a, b| a.0.total_cmp(&b.0));
        rows.into_iter().map(|(_, lane)| lane).collect()
    }
}
