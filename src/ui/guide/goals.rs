//! The first step: what the team wants to reach.

use leptos::prelude::*;

use crate::metrics::{attainments, outcomes};
use crate::model::{PipelineEdit, TargetKey, Term};
use crate::ui::desk::View;
use crate::ui::parts::{MoneyOrNone, TextArea};

use super::use_guide;

/// The goals in words, and the team's target of this quarter.
#[component]
pub fn Goals() -> impl IntoView {
    let guided = use_guide();
    let desk = guided.desk;
    let t = desk.t();
    let goals = guided.guide(|guide| guide.goals.clone());
    let term = Term::quarter_of(guided.today().month());
    let set = Memo::new(move |_| {
        let key = TargetKey { term, owner: String::new() };
        guided.pipeline.with(|pipeline| pipeline.as_ref()?.goals.targets.get(&key).copied())
    });
    let row = Memo::new(move |_| {
        let pipeline = guided.pipeline.get()?;
        desk.settled.track();
        let census = desk.census(&crate::metrics::Population::of(pipeline.id));
        attainments(&census, &pipeline.goals, &[], term).into_iter().find(|row| row.owner.is_none())
    });
    let won = guided.figure(|census| outcomes(census).win_rate());
    let (number, year) = match term {
        Term::Quarter(_, quarter) => {
            (quarter, term.months().first().map(|month| desk.formats().year(*month)))
        }
        Term::Month(month) => (month.month, Some(desk.formats().year(month))),
    };
    let quarter = t.forecast_quarter(&desk.formats().count(u64::from(number)), &year.unwrap_or_default());
    let label = t.guide_target_of(&quarter);
    let money = move |minor: i64| desk.formats().money_short(minor, desk.currency());
    let hint = Signal::derive(move || {
        let followed = row.get().and_then(|row| row.target).map(money);
        followed.unwrap_or_else(|| t.guide_no_target().into())
    });
    let figures = move || {
        let row = row.get();
        let reached = row.map(|row| {
            let of =
                row.attained().and_then(|rate| rate.value()).map(|share| desk.formats().percent_whole(share));
            t.guide_won_so_far(&money(row.won.value), of.as_deref())
        });
        let rate = won.get().filter(|rate| rate.of > 0);
        let share = rate.and_then(|rate| Some((rate, rate.value()?)));
        let share = share
            .map(|(rate, share)| t.guide_win_rate(&desk.formats().percent_whole(share), rate.part, rate.of));
        view! {
            <ul class="guide-hints">
                {reached.map(|said| view! { <li>{said}</li> })}
                {share.map(|said| view! { <li>{said}</li> })}
            </ul>
        }
    };
    view! {
        <TextArea
            name="guide-goals"
            label=t.guide_goals()
            hint=t.guide_goals_hint()
            value=goals
            on_change=move |text: String| guided.change(PipelineEdit::GuideGoals(text))
            rows=5
        />
        <div class="guide-target">
            <span class="guide-label" aria-hidden="true">{label.clone()}</span>
            <MoneyOrNone
                name="guide-target"
                label=label
                currency=Signal::derive(move || desk.currency())
                value=set
                hint
                on_change={move |minor: Option<i64>| {
                    guided.change(PipelineEdit::Target(TargetKey { term, owner: String::new() }, minor))
                }}
            />
        </div>
        {figures}
        <button
            type="button"
            class="link-button"
            data-action="guide-targets"
            on:click=move |_| {
                guided.settle_fields();
                desk.prefs.set("insights-tab", "forecast");
                desk.view.set(View::Insights);
            }
        >
            {t.guide_all_targets()}
        </button>
    }
}
