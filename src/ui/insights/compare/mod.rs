use leptos::prelude::*;

#[component]
pub fn CompareTab() -> impl IntoView {}
