//! A card with a figure: the finding as its title, the rule in words, the drawing, its numbers, and the ways to take it along.

use leptos::html::Div;
use leptos::prelude::*;

use super::super::use_insights;
use super::export::Export;
use super::numbers::{Numbers, Way};
use crate::browser::page;
use crate::chart::Table;

/// The width of a drawing until the browser has measured, in CSS pixels.
const WIDTH_AT_FIRST: u32 = 640;
/// How much wider than its drawing the room may become before it is drawn anew.
const SLACK: u32 = 40;
/// The width of a drawing that does not stand in the page, for files.
const WIDTH_OF_FILES: u32 = 880;

/// What a drawing is made for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Drawing {
    /// How wide it is, in CSS pixels.
    pub width: u32,
    /// Whether the page runs from right to left.
    pub rtl: bool,
    /// What makes its ids unlike those of all others on the page.
    pub prefix: String,
}

/// A card with a figure. Without children the drawing stands in it; with children these do, and the drawing is for files alone.
#[component]
pub fn ChartCard(
    /// The figure's name for scripts (`data-chart`) and for names of files.
    key: &'static str,
    /// What the figure is called, where its title says what it found.
    #[prop(into)]
    name: Signal<String>,
    /// The finding, as a sentence.
    #[prop(into)]
    title: Signal<String>,
    /// What is counted and how.
    #[prop(into)]
    rule: Signal<String>,
    /// Something to know besides, such as that it rests on few deals; nothing while empty.
    #[prop(optional, into)]
    note: Signal<String>,
    /// The drawing as SVG, as [`crate::chart`] writes it; `None` while there is nothing to draw.
    #[prop(optional, into)]
    draw: Option<Callback<Drawing, Option<String>>>,
    /// What is said where there is nothing to draw.
    #[prop(optional, into)]
    empty: Signal<String>,
    /// The numbers; `None` while there are none.
    #[prop(into)]
    table: Signal<Option<Table>>,
    /// Which numbers, and which slots of the drawing (as the second column), lead to deals.
    #[prop(optional, into)]
    way: Option<Way>,
    /// What choosing a slot of the drawing does instead of listing its deals.
    #[prop(optional, into)]
    on_slot: Option<Callback<usize>>,
    /// What stands beside the title, such as a switch.
    #[prop(optional, into)]
    tools: Option<ViewFn>,
    /// Whether what stands in the card is the numbers themselves, so that they are not told again below.
    #[prop(optional)]
    is_table: bool,
    /// What stands in the card instead of the drawing.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let insights = use_insights();
    let desk = insights.desk;
    let t = desk.t();
    let room = NodeRef::<Div>::new();
    let width = RwSignal::new(WIDTH_AT_FIRST);
    let rtl = RwSignal::new(false);
    let watch = StoredValue::new_local(None);
    Effect::new(move |_| {
        if let Some(element) = room.get() {
            rtl.set(page::is_rtl(&element));
            let mut measured = false;
            watch.set_value(page::SizeWatch::new(&element.clone(), move || {
                let now = u32::try_from(element.client_width()).unwrap_or(0);
                let fits = |drawn: u32| measured && (drawn..=drawn + SLACK).contains(&now);
                if now > 0 && width.try_get_untracked().is_some_and(|drawn| !fits(drawn)) {
                    measured = true;
                    width.set(now);
                }
            }));
        }
    });
    let stands = children.is_none();
    let svg = Memo::new(move |_| {
        let drawing = Drawing { width: width.get(), rtl: rtl.get(), prefix: desk.element_id(key) };
        draw.filter(|_| stands).and_then(|draw| draw.run(drawing))
    });
    let for_files = Callback::new(move |()| {
        let shown = if stands { width.get_untracked().max(480) } else { WIDTH_OF_FILES };
        let drawing = Drawing {
            width: shown,
            rtl: rtl.get_untracked(),
            prefix: desk.element_id(&format!("{key}-file")),
        };
        draw.and_then(|draw| untrack(|| draw.run(drawing)))
    });
    let pick = move |event: page::MouseEvent| {
        let slot = page::attribute_at(&event, "data-slot");
        let Some(row) = slot.and_then(|slot| slot.parse::<usize>().ok()) else { return };
        if let Some(on_slot) = on_slot {
            on_slot.run(row);
            return;
        }
        let Some(figure) = way.and_then(|way| way.run((row, 1))) else { return };
        let title = table.with_untracked(|table| {
            let table = table.as_ref()?;
            let head = table.headers.get(1).map(String::as_str).unwrap_or_default();
            Some(t.figure_of(table.rows.get(row)?.first()?, head))
        });
        insights.open(figure, title.unwrap_or_default());
    };
    let drawing = move || {
        let class =
            if way.is_some() || on_slot.is_some() { "insight-drawing leads" } else { "insight-drawing" };
        view! {
            // The same is to be had by keyboard from the table.
            <div class=class node_ref=room on:click=pick>
                {move || match svg.get() {
                    // It is our own markup: `chart` writes a fixed set of elements and escapes every text in it.
                    Some(svg) => view! { <div inner_html=svg></div> }.into_any(),
                    None => view! { <p class="insight-empty">{move || empty.get()}</p> }.into_any(),
                }}
            </div>
        }
        .into_any()
    };
    let told = move || {
        let text = note.get();
        (!text.is_empty()).then(|| view! { <p class="insight-note">{text}</p> })
    };
    let tools = tools.map(|tools| view! { <div class="insight-tools">{tools.run()}</div> });
    let shown = match children {
        Some(children) => children().into_any(),
        None => drawing(),
    };
    view! {
        <figure class="insight" data-chart=key>
            <figcaption>
                <div class="insight-head">
                    <h2>{move || title.get()}</h2>
                    <Export key name title rule table draw=for_files has_drawing=draw.is_some() />
                </div>
                <p class="insight-rule">{move || rule.get()}</p>
                {told}
                {tools}
            </figcaption>
            {shown}
            {(!is_table).then(|| view! { <Numbers name table way /> })}
        </figure>
    }
}
