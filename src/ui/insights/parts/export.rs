//! Taking a figure along: its drawing as SVG or PNG, its numbers as CSV, copied or as a file.

use leptos::html::Button;
use leptos::prelude::*;

use crate::browser::page::{self, HtmlElement};
use crate::browser::{clipboard, files, picture};
use crate::chart::{Paint, TOKENS, Table, picture_size, standalone};
use crate::exchange::{UTF8_MARK, table_csv};
use crate::ui::desk::{Desk, use_desk};
use crate::ui::parts::{Icon, Popup, Sign, below};

/// What can be done with a figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Take {
    CopySvg,
    CopyPng,
    CopyCsv,
    SaveSvg,
    SavePng,
    SaveCsv,
}

impl Take {
    const ALL: [Take; 6] =
        [Take::CopySvg, Take::CopyPng, Take::CopyCsv, Take::SaveSvg, Take::SavePng, Take::SaveCsv];

    fn key(self) -> &'static str {
        match self {
            Take::CopySvg => "copy-svg",
            Take::CopyPng => "copy-png",
            Take::CopyCsv => "copy-csv",
            Take::SaveSvg => "save-svg",
            Take::SavePng => "save-png",
            Take::SaveCsv => "save-csv",
        }
    }

    fn is_numbers(self) -> bool {
        matches!(self, Take::CopyCsv | Take::SaveCsv)
    }
}

/// The button and its menu.
#[component]
pub fn Export(
    /// The figure's name for names of files.
    key: &'static str,
    /// What it is called.
    name: Signal<String>,
    /// Its title.
    title: Signal<String>,
    /// Its rule.
    rule: Signal<String>,
    /// Its numbers.
    table: Signal<Option<Table>>,
    /// Its drawing.
    draw: Callback<(), Option<String>>,
    /// Whether it has a drawing at all.
    has_drawing: bool,
) -> impl IntoView {
    let desk = use_desk();
    let t = desk.t();
    let button = NodeRef::<Button>::new();
    let at = RwSignal::new(None::<(i32, i32)>);
    let there = Memo::new(move |_| table.with(Option::is_some));
    let do_it = move |take: Take| {
        at.set(None);
        let Some(root) = desk.root.try_get_value() else { return };
        if take.is_numbers() {
            let Some(csv) = table.with_untracked(|table| table.as_ref().map(numbers)) else { return };
            match take {
                Take::CopyCsv => copy_text(desk, csv, root),
                _ => saved(
                    desk,
                    files::download(&format!("{key}.csv"), "text/csv", &format!("{UTF8_MARK}{csv}")),
                ),
            }
            return;
        }
        let Some(svg) = draw.run(()) else { return };
        let paints: Vec<Paint> = picture::colours(&root, &TOKENS)
            .into_iter()
            .map(|(token, colour)| Paint { token, colour })
            .collect();
        let svg = standalone(&svg, &title.get_untracked(), &rule.get_untracked(), &paints);
        match take {
            Take::CopySvg => copy_text(desk, svg, root),
            Take::SaveSvg => saved(desk, files::download(&format!("{key}.svg"), "image/svg+xml", &svg)),
            _ => page::spawn(async move {
                let png = picture::png(&svg, picture_size(&svg)).await;
                match png {
                    None => desk.warn(t.take_failed().into()),
                    Some(png) if take == Take::SavePng => {
                        saved(desk, files::download_blob(&format!("{key}.png"), &png));
                    }
                    Some(png) if picture::copy(&png).await => desk.notify(t.take_copied().into()),
                    Some(_) => desk.warn(t.take_no_clipboard().into()),
                }
            }),
        }
    };
    view! {
        <Show when=move || there.get()>
            <button
                type="button"
                class="icon-button insight-export"
                node_ref=button
                aria-haspopup="dialog"
                aria-label=move || t.take_label(&name.get())
                title=t.take_along()
                data-action="take-along"
                on:click=move |_| at.set(button.get_untracked().map(|button| below(&button)))
            >
                <Icon sign=Sign::Dots />
            </button>
        </Show>
        {move || {
            at.get()
                .map(|at_point| {
                    view! {
                        <Popup label=Signal::derive(move || t.take_label(&name.get())) at=at_point on_close=move |()| at.set(None)>
                            {Take::ALL
                                .into_iter()
                                .filter(|take| has_drawing || take.is_numbers())
                                .map(|take| {
                                    let word = match take {
                                        Take::CopySvg => t.take_copy_svg(),
                                        Take::CopyPng => t.take_copy_png(),
                                        Take::CopyCsv => t.take_copy_csv(),
                                        Take::SaveSvg => t.take_save_svg(),
                                        Take::SavePng => t.take_save_png(),
                                        Take::SaveCsv => t.take_save_csv(),
                                    };
                                    view! {
                                        <button
                                            type="button"
                                            data-action=take.key()
                                            on:click=move |_| do_it(take)
                                        >
                                            {word}
                                        </button>
                                    }
                                })
                                .collect_view()}
                        </Popup>
                    }
                })
        }}
    }
}

fn numbers(table: &Table) -> String {
    table_csv(std::iter::once(&table.headers).chain(&table.rows))
}

fn copy_text(desk: Desk, text: String, root: HtmlElement) {
    let t = desk.t();
    page::spawn(async move {
        if clipboard::copy(&text, &root).await {
            desk.notify(t.take_copied().into());
        } else {
            desk.warn(t.take_no_clipboard().into());
        }
    });
}

fn saved(desk: Desk, took: bool) {
    if !took {
        desk.warn(desk.t().take_failed().into());
    }
}
