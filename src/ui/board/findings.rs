//! What stands out in a stage, as marks on its column's head.

use leptos::prelude::*;

use crate::metrics::Finding;
use crate::model::StageId;
use crate::ui::desk::{View, use_desk};
use crate::ui::insights::{SIGN, sentence, standing_out};
use crate::ui::parts::Icon;

/// The marks of a column; each leads to the findings.
#[component]
pub fn FindingMarks(
    /// The column's stage.
    id: StageId,
) -> impl IntoView {
    let desk = use_desk();
    let t = desk.t();
    // The row is there in all columns if it is in one, so that their cards begin at the same height.
    let found = Memo::new(move |_| -> Option<Vec<Finding>> {
        let all = standing_out(desk);
        let any = all.iter().any(|finding| !finding.stages().is_empty());
        any.then(|| all.into_iter().filter(|finding| finding.stages().contains(&id)).collect())
    });
    let lead = move |_| {
        desk.prefs.set("insights-tab", "overview");
        desk.view.set(View::Insights);
    };
    let mark = move |finding: Finding| {
        let said = sentence(desk, &finding);
        // What stands in the mark comes first: who speaks to the page says what they read.
        let label = format!("{}: {said}. {}", t.finding_kind(finding.trouble), t.finding_lead());
        view! {
            <button
                type="button"
                class="finding-mark"
                title=said
                aria-label=label
                data-finding=finding.trouble.kind()
                on:click=lead
            >
                <Icon sign=SIGN />
                {t.finding_kind(finding.trouble)}
            </button>
        }
    };
    move || {
        // The names of stages stand in them.
        desk.structure.track();
        found.get().map(|found| {
            view! { <p class="column-findings">{found.into_iter().map(mark).collect_view()}</p> }
        })
    }
}
