//! The playbook, stage by stage: messages, objections with answers, outlines and ways to close (method row 46).

mod message;
mod play;
mod section;

use leptos::prelude::*;

use crate::browser::page;
use crate::model::{Play, PlayKind, Stage, StageId};
use crate::ui::parts::{Icon, Sign};
use crate::ui::process::{Process, use_process};

use section::Section;

/// What the parts of the tab share.
#[derive(Clone, Copy)]
struct Book {
    process: Process,
    /// What is searched for.
    filter: RwSignal<String>,
}

impl Book {
    /// Whether something is searched for.
    fn is_filtered(self) -> bool {
        self.filter.with(|filter| !filter.trim().is_empty())
    }

    /// Whether an item has all words that are searched for.
    fn shows(self, play: &Play) -> bool {
        self.filter.with(|filter| {
            let hay = format!("{}\n{}\n{}", play.title, play.topic, play.text).to_lowercase();
            filter.to_lowercase().split_whitespace().all(|word| hay.contains(word))
        })
    }

    /// How many items of a stage are shown.
    fn count(self, stage: &Stage) -> u64 {
        stage.plays.values().filter(|play| self.shows(play)).count() as u64
    }
}

/// The tab.
#[component]
pub fn PlaybookTab() -> impl IntoView {
    let process = use_process();
    let desk = process.desk;
    let t = desk.t();
    let book = Book { process, filter: RwSignal::new(String::new()) };
    let stages = Memo::new(move |_| desk.ladder().iter().map(|stage| stage.id).collect::<Vec<_>>());
    let found = Memo::new(move |_| desk.ladder().iter().map(|stage| book.count(stage)).sum::<u64>());
    let name = Memo::new(move |_| {
        let chosen = process.chosen.get();
        desk.ladder().iter().find(|stage| Some(stage.id) == chosen).map(|stage| stage.name.clone())
    });
    let nothing = Memo::new(move |_| {
        let chosen = process.chosen.get();
        let none = |stage: &Stage| book.count(stage) == 0;
        book.is_filtered() && desk.ladder().iter().any(|stage| Some(stage.id) == chosen && none(stage))
    });
    view! {
        <div class="playbook">
            <div class="playbook-bar">
                <p class="soft">{t.playbook_line()}</p>
                <search class="playbook-search">
                    <label class="field">
                        <span class="field-name">{t.playbook_filter()}</span>
                        <input
                            type="search"
                            dir="auto"
                            data-field="playbook-filter"
                            autocomplete="off"
                            placeholder=t.playbook_filter_hint()
                            prop:value=move || book.filter.get()
                            on:input=move |event| book.filter.set(page::value_of(&event))
                        />
                    </label>
                    <span class="playbook-found" role="status">
                        {move || book.is_filtered().then(|| t.plays_found(found.get()))}
                    </span>
                </search>
            </div>
            <div class="playbook-body">
                <nav class="playbook-stages" aria-label=t.playbook_stages()>
                    <ol>
                        <For each=move || stages.get() key=|id| *id let:id>
                            <StageChoice book id />
                        </For>
                    </ol>
                </nav>
                <div class="playbook-page">
                    <h2 dir="auto">{move || name.get()}</h2>
                    <Show when=move || nothing.get()>
                        <p class="playbook-none"><Icon sign=Sign::Search />{t.playbook_no_match()}</p>
                    </Show>
                    {move || {
                        process
                            .chosen
                            .get()
                            .map(|id| PlayKind::ALL.map(|kind| view! { <Section book id kind /> }).collect_view())
                    }}
                </div>
            </div>
        </div>
    }
}

/// A stage to choose, with how much there is.
#[component]
fn StageChoice(book: Book, id: StageId) -> impl IntoView {
    let process = book.process;
    let desk = process.desk;
    let t = desk.t();
    let stage = process.stage(id);
    let name = move || stage.with(|stage| stage.as_ref().map(|stage| stage.name.clone()).unwrap_or_default());
    let count = Memo::new(move |_| stage.with(|stage| stage.as_ref().map_or(0, |stage| book.count(stage))));
    let is_chosen = move || process.chosen.get() == Some(id);
    let hue = move || format!("playbook-stage hue-{}", stage.get().map_or(0, |stage| desk.colour(&stage)));
    view! {
        <li class=hue>
            <button
                type="button"
                data-playbook-stage=id.to_string()
                aria-current=move || is_chosen().then_some("true")
                title=move || t.plays_in(&name(), count.get())
                on:click=move |_| process.choose(id)
            >
                <span class="playbook-stage-name" dir="auto">{name}</span>
                <span class="playbook-count" data-metric="plays" data-value=move || count.get().to_string()>
                    {move || count.get()}
                </span>
            </button>
        </li>
    }
}
