use leptos::prelude::*;

#[component]
pub fn TeamTab() -> impl IntoView {}
