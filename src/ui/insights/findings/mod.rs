use leptos::prelude::*;

#[component]
pub fn Findings() -> impl IntoView {}
