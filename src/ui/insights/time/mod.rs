use leptos::prelude::*;

#[component]
pub fn TimeTab() -> impl IntoView {}
