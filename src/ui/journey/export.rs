//! Taking the map along: as a picture, as Markdown, on paper.

mod print;
mod words;

use leptos::html::Button;
use leptos::prelude::*;

use crate::browser::page::{self, HtmlElement};
use crate::browser::{clipboard, files, picture};
use crate::chart::map_picture::{Picture, map_picture};
use crate::chart::{Paint, TOKENS};
use crate::exchange::map_markdown::map_markdown;
use crate::model::Sheet;
use crate::ui::desk::Desk;
use crate::ui::parts::{Popup, below, focus_button, print_drawn};

use super::{Map, use_map};

use print::Paper;
pub use print::PrintedMap;
use words::Words;

/// How wide a picture for print is: the long side of A3 at 300 pixels an inch.
const PRINT_WIDTH: u32 = 4960;

/// What can be taken along.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Take {
    Svg,
    Png,
    Markdown,
    CopyMarkdown,
    Print(Paper),
}

impl Take {
    const ALL: [Take; 6] = [
        Take::Svg,
        Take::Png,
        Take::Markdown,
        Take::CopyMarkdown,
        Take::Print(Paper::A4),
        Take::Print(Paper::A3),
    ];

    fn key(self) -> &'static str {
        match self {
            Take::Svg => "map-svg",
            Take::Png => "map-png",
            Take::Markdown => "map-markdown",
            Take::CopyMarkdown => "map-copy-markdown",
            Take::Print(Paper::A4) => "map-print-a4",
            Take::Print(Paper::A3) => "map-print-a3",
        }
    }
}

/// The button and its menu.
#[component]
pub fn ExportMenu() -> impl IntoView {
    let map = use_map();
    let desk = map.desk;
    let t = desk.t();
    let button = NodeRef::<Button>::new();
    let at = RwSignal::new(None::<(i32, i32)>);
    let close = move || {
        at.set(None);
        focus_button(button);
    };
    let choose = move |take: Take| {
        close();
        page::spawn(async move {
            // The menu is gone by then, so that it is not printed.
            page::next_frame().await;
            if let Some(root) = desk.root.try_get_value() {
                do_it(map, take, root).await;
            }
        });
    };
    let item = move |take: Take| {
        let word = match take {
            Take::Svg => t.drawn_save_svg(),
            Take::Png => t.drawn_save_png(),
            Take::Markdown => t.drawn_save_markdown(),
            Take::CopyMarkdown => t.drawn_copy_markdown(),
            Take::Print(Paper::A4) => t.drawn_print_a4(),
            Take::Print(Paper::A3) => t.drawn_print_a3(),
        };
        let rule = (take == Take::Print(Paper::A4)).then(|| view! { <hr /> });
        view! {
            {rule}
            <button type="button" data-action=take.key() on:click=move |_| choose(take)>{word}</button>
        }
    };
    view! {
        <button
            type="button"
            class="button"
            node_ref=button
            aria-haspopup="dialog"
            data-action="map-export"
            on:click=move |_| at.set(button.get_untracked().map(|button| below(&button)))
        >
            {t.drawn_take()}
        </button>
        {move || {
            at.get()
                .map(|point| {
                    view! {
                        <Popup label=t.drawn_take_label() at=point on_close=move |()| close()>
                            {Take::ALL.map(item).collect_view()}
                        </Popup>
                    }
                })
        }}
    }
}

/// The map as it is shown now, to be written down.
fn sheet(map: Map) -> Option<Sheet> {
    let pipeline = map.desk.pipeline.get_untracked()?;
    let persona = super::mood::persona(map);
    Some(map.desk.with(|session| Sheet::of(session.workspace(), pipeline, persona)))
}

/// The colours of the light theme: whatever is taken along ends on white.
fn paints(root: &HtmlElement) -> Vec<Paint> {
    let colours = picture::light_colours(root, &TOKENS).into_iter();
    colours.map(|(token, colour)| Paint { token, colour }).collect()
}

async fn do_it(map: Map, take: Take, root: HtmlElement) {
    let desk = map.desk;
    let Some((sheet, words)) = untrack(|| Some((sheet(map)?, Words::new(map)))) else { return };
    let draw = || map_picture(&sheet, &words, &paints(&root), page::is_rtl(&root));
    match take {
        Take::Svg => saved(desk, files::download("journey.svg", "image/svg+xml", &draw().svg)),
        Take::Png => {
            let Picture { svg, width, height } = draw();
            match picture::png_wide(&svg, (width, height), PRINT_WIDTH).await {
                Some(png) => saved(desk, files::download_blob("journey.png", &png)),
                None => desk.warn(desk.t().take_failed().into()),
            }
        }
        Take::Markdown => {
            saved(desk, files::download("journey.md", "text/markdown", &map_markdown(&sheet, &words)));
        }
        Take::CopyMarkdown if clipboard::copy(&map_markdown(&sheet, &words), &root).await => {
            desk.notify(desk.t().take_copied().into());
        }
        Take::CopyMarkdown => desk.warn(desk.t().take_no_clipboard().into()),
        Take::Print(paper) => {
            paper.keep(desk);
            print_drawn().await;
        }
    }
}

fn saved(desk: Desk, took: bool) {
    if !took {
        desk.warn(desk.t().take_failed().into());
    }
}
