//! The drawing as a list: the stages in order, and below the chosen one its deals.

use leptos::prelude::*;

use crate::browser::page;
use crate::model::{DealId, StageId};

use super::Board;
use super::course::Section;

/// How many deals are listed, and how many more each time that is asked for.
const MOST: usize = 50;

/// What has the focus, or would get it by Tab.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Stop {
    Stage(StageId),
    Deal(DealId),
    More,
}

#[derive(Clone, Copy)]
struct Listed {
    board: Board,
    stop: RwSignal<Option<Stop>>,
    /// How many deals of the chosen stage are listed.
    most: RwSignal<usize>,
}

impl Listed {
    fn section(self, stage: StageId) -> Memo<Option<Section>> {
        Memo::new(move |_| self.board.course.with(|course| course.as_ref()?.section(stage).cloned()))
    }

    fn is_chosen(self, stage: StageId) -> bool {
        self.board.process.chosen.get() == Some(stage)
    }

    /// Whether Tab leads there: to where one was last, if that is still listed, else to the chosen stage.
    fn tabindex(self, stop: Stop) -> &'static str {
        let at = self.stop.get();
        let chosen = self.board.process.chosen.get();
        let is_there = self.board.course.with(|course| {
            let Some(course) = course else { return false };
            let deals =
                chosen.and_then(|chosen| course.section(chosen)).map(|section| section.deals.as_slice());
            let (deals, most) = (deals.unwrap_or_default(), self.most.get());
            match at {
                Some(Stop::Stage(stage)) => course.section(stage).is_some(),
                Some(Stop::Deal(id)) => deals.iter().take(most).any(|deal| deal.id == id),
                Some(Stop::More) => deals.len() > most,
                None => false,
            }
        });
        let here = if is_there { at == Some(stop) } else { chosen.map(Stop::Stage) == Some(stop) };
        if here { "0" } else { "-1" }
    }
}

/// The list. One stop for Tab; arrows lead on from there.
#[component]
pub fn Ways(board: Board) -> impl IntoView {
    let t = board.process.desk.t();
    let listed = Listed { board, stop: RwSignal::new(None), most: RwSignal::new(MOST) };
    let stages = Memo::new(move |_| {
        board.course.with(|course| {
            let sections = course.as_ref().map(|course| course.sections.as_slice()).unwrap_or_default();
            sections.iter().map(|section| section.stage).collect::<Vec<_>>()
        })
    });
    Effect::new(move |_| {
        board.process.chosen.get();
        listed.most.set(MOST);
    });
    view! {
        <ol
            class="ways"
            aria-label=t.deals_on_ways()
            on:keydown=move |event| {
                match event.key().as_str() {
                    "ArrowDown" => page::focus_next(&event, "button", 1),
                    "ArrowUp" => page::focus_next(&event, "button", -1),
                    "Home" => page::focus_end(&event, "button", false),
                    "End" => page::focus_end(&event, "button", true),
                    _ => return,
                }
                event.prevent_default();
                event.stop_propagation();
            }
        >
            <For each=move || stages.get() key=|stage| *stage let:stage>
                <WayRow listed stage />
            </For>
        </ol>
    }
}

/// A stage.
#[component]
fn WayRow(listed: Listed, stage: StageId) -> impl IntoView {
    let board = listed.board;
    let desk = board.process.desk;
    let t = desk.t();
    let section = listed.section(stage);
    let of = move |read: fn(&Section) -> usize| section.with(|section| section.as_ref().map_or(0, read));
    let count = move || of(|section| section.deals.len());
    let value = move || section.with(|section| section.as_ref().map_or(0, |section| section.value));
    let money = move || {
        let currency = board.course.with(|course| course.as_ref().map(|course| course.currency));
        currency.map(|currency| desk.formats().money_short(value(), currency))
    };
    let met = move || section.with(|section| section.as_ref().and_then(Section::met));
    let met_text = move || met().map(|met| t.met_on_average(&desk.formats().percent_whole(met)));
    let class = move || format!("way hue-{}", section.with(|section| section.as_ref().map_or(0, |s| s.hue)));
    view! {
        <li class=class class:is-chosen=move || listed.is_chosen(stage)>
            <button
                type="button"
                class="way-row"
                data-way-row=stage.to_string()
                aria-expanded=move || listed.is_chosen(stage).to_string()
                tabindex=move || listed.tabindex(Stop::Stage(stage))
                on:focus=move |_| listed.stop.set(Some(Stop::Stage(stage)))
                on:click=move |_| board.choose(stage)
            >
                <span class="way-place" aria-hidden="true">{move || of(|section| section.number)}</span>
                <span class="way-title" dir="auto">{move || section.get().map(|section| section.name)}</span>
                <span class="way-figures">
                    <span data-metric="way-count" data-value=move || count().to_string()>
                        {move || t.deals(count() as u64)}
                    </span>
                    <span data-metric="way-value" data-value=move || value().to_string()>{money}</span>
                    <span data-metric="way-met" data-value=move || met().map(|met| met.to_string())>{met_text}</span>
                </span>
            </button>
            <Show when=move || listed.is_chosen(stage)>
                <WayDeals listed stage section />
            </Show>
        </li>
    }
}

/// The deals of the chosen stage.
#[component]
fn WayDeals(listed: Listed, stage: StageId, section: Memo<Option<Section>>) -> impl IntoView {
    let t = listed.board.process.desk.t();
    let ids = Memo::new(move |_| {
        section.with(|section| {
            let deals = section.as_ref().map(|section| section.deals.as_slice()).unwrap_or_default();
            deals.iter().take(listed.most.get()).map(|deal| deal.id).collect::<Vec<_>>()
        })
    });
    let left = Memo::new(move |_| {
        let all = section.with(|section| section.as_ref().map_or(0, |section| section.deals.len()));
        all.saturating_sub(listed.most.get())
    });
    let is_none = Memo::new(move |_| ids.with(Vec::is_empty));
    view! {
        <Show when=move || is_none.get()>
            <p class="way-none">{t.no_deals_here()}</p>
        </Show>
        <ol class="way-deals">
            <For each=move || ids.get() key=|id| *id let:id>
                <WayDeal listed stage id section />
            </For>
        </ol>
        <Show when=move || { left.get() > 0 }>
            <button
                type="button"
                class="way-more"
                tabindex=move || listed.tabindex(Stop::More)
                on:focus=move |_| listed.stop.set(Some(Stop::More))
                on:click=move |_| listed.most.update(|most| *most += MOST)
            >
                {move || t.show_more_deals(left.get().min(MOST))}
            </button>
        </Show>
    }
}

/// A deal.
#[component]
fn WayDeal(listed: Listed, stage: StageId, id: DealId, section: Memo<Option<Section>>) -> impl IntoView {
    let board = listed.board;
    let desk = board.process.desk;
    let t = desk.t();
    let deal = Memo::new(move |_| {
        section.with(|section| section.as_ref()?.deals.iter().find(|deal| deal.id == id).cloned())
    });
    let value = move || {
        let currency = board.course.with(|course| course.as_ref().map(|course| course.currency))?;
        deal.get().map(|deal| desk.formats().money_short(deal.value, currency))
    };
    let met = move || {
        let of = section.with(|section| section.as_ref().map_or(0, |section| section.criteria));
        deal.get().filter(|_| of > 0).map(|deal| t.criteria_met(deal.met, of))
    };
    view! {
        <li>
            <button
                type="button"
                class="way-deal"
                data-deal=id.to_string()
                aria-current=move || (desk.open_deal.get() == Some(id)).then_some("true")
                tabindex=move || listed.tabindex(Stop::Deal(id))
                on:focus=move |_| listed.stop.set(Some(Stop::Deal(id)))
                on:click=move |_| board.open(stage, id)
            >
                <span class="way-deal-title" dir="auto">{move || deal.get().map(|deal| deal.title)}</span>
                <span class="way-figures"><span>{value}</span><span>{met}</span></span>
            </button>
        </li>
    }
}
