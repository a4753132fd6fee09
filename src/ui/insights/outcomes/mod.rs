use leptos::prelude::*;

#[component]
pub fn OutcomesTab() -> impl IntoView {}
