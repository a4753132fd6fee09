//! Preferences of this browser and the small things that storage leans on, through gloo-storage.
//!
//! gloo-storage throws where storage is denied: it is asked for only after a probe.

use gloo_storage::{LocalStorage, Storage};
use serde::Serialize;
use serde::de::DeserializeOwned;

const PREFIX: &str = "stageline/";

/// Small values in this browser's localStorage, or nowhere.
#[derive(Debug, Clone, Copy)]
pub struct Prefs {
    works: bool,
}

impl Prefs {
    /// Probes whether the browser lets this page keep anything.
    pub fn open() -> Prefs {
        let key = "stageline/probe";
        let works = web_sys::window().and_then(|window| window.local_storage().ok().flatten()).is_some_and(
            |storage| {
                let wrote =
                    storage.set_item(key, "1").is_ok() && storage.get_item(key).ok().flatten().is_some();
                wrote && storage.remove_item(key).is_ok()
            },
        );
        Prefs { works }
    }

    /// Whether anything can be kept.
    pub fn works(&self) -> bool {
        self.works
    }

    /// What was kept under a key, if it reads.
    pub fn get<T: DeserializeOwned>(&self, key: &str) -> Option<T> {
        if self.works { LocalStorage::get(format!("{PREFIX}{key}")).ok() } else { None }
    }

    /// Keeps a value; says whether the browser took it.
    pub fn set<T: Serialize>(&self, key: &str, value: T) -> bool {
        self.works && LocalStorage::set(format!("{PREFIX}{key}"), value).is_ok()
    }

    /// Forgets a value.
    pub fn delete(&self, key: &str) {
        if self.works {
            LocalStorage::delete(format!("{PREFIX}{key}"));
        }
    }

    /// The keys that start so, without the prefix of this product.
    pub fn keys(&self, start: &str) -> Vec<String> {
        if !self.works {
            return Vec::new();
        }
        let storage = LocalStorage::raw();
        let start = format!("{PREFIX}{start}");
        (0..storage.length().unwrap_or(0))
            .filter_map(|index| storage.key(index).ok().flatten())
            .filter(|key| key.starts_with(&start))
            .filter_map(|key| key.strip_prefix(PREFIX).map(str::to_owned))
            .collect()
    }
}
