use leptos::prelude::*;

#[component]
pub fn ForecastTab() -> impl IntoView {}
