//! Before there is anything: the first start, and what to do when the data is not where it was.

use std::sync::Arc;

use leptos::prelude::*;

use crate::browser::files;
use crate::browser::vault::SaveState;
use crate::exchange::Deed;
use crate::exchange::document::FileError;
use crate::model::{Meta, Workspace};
use crate::templates;
use crate::ui::app::{Trouble, begin};
use crate::ui::desk::use_desk;
use crate::ui::frame::{FileButton, FileKind, SaveSign, TemplateList};

/// Choose a template, a file or a sample.
#[component]
pub fn Welcome() -> impl IntoView {
    let desk = use_desk();
    let t = desk.t();
    view! {
        <main class="welcome">
            <header>
                <span class="brand" aria-hidden="true"></span>
                <h1>{t.welcome()}</h1>
                <p>{t.welcome_more()}</p>
                <Show when=move || desk.save_state.get() == SaveState::MemoryOnly>
                    <div class="welcome-save"><SaveSign /></div>
                </Show>
            </header>
            <div class="welcome-choices">
                <button
                    type="button"
                    class="choice"
                    data-start="sample"
                    on:click=move |_| {
                        let now = desk.now();
                        let meta: Meta = desk.with(|session| session.workspace().meta().clone());
                        let built = desk.with_ids(|ids| templates::sample(&meta, ids, now));
                        if let Some(built) = built && desk.dispatch(built.command, Deed::Start) {
                            desk.pipeline.set(Some(built.pipeline));
                        }
                    }
                >
                    <span>{t.start_sample()}</span>
                    <small>{t.start_sample_more()}</small>
                </button>
                <FileButton kind=FileKind::Csv class="choice" name=t.start_csv() more=t.start_csv_more() />
                <FileButton kind=FileKind::Workspace class="choice" name=t.start_file() more=t.start_file_more() />
            </div>
            <h2>{t.start_template()}</h2>
            <TemplateList />
        </main>
    }
}

/// Says what was found, and lets the user decide before anything is written.
#[component]
pub fn Recovery(
    /// What was found.
    found: Trouble,
    /// To be settled.
    trouble: RwSignal<Option<Trouble>>,
    /// The empty workspace to begin with.
    base: Option<Workspace>,
) -> impl IntoView {
    let desk = use_desk();
    let t = desk.t();
    let base = StoredValue::new(base);
    let newer = matches!(found, Trouble::Damaged(FileError::Newer(_), _));
    let failed = matches!(found, Trouble::Failed(_));
    // Where the store did not even open, nothing that is done here can reach it.
    let unkept = failed && desk.vault().state() == SaveState::MemoryOnly;
    let (title, more) = match &found {
        Trouble::Lost(sentinel) => (t.lost_title(), t.lost_more(sentinel.deals as u64)),
        Trouble::Damaged(FileError::Newer(_), _) => (t.damaged_title(), t.damaged_newer().to_owned()),
        Trouble::Damaged(..) => (t.damaged_title(), t.damaged_more().to_owned()),
        Trouble::Failed(known) => (
            t.failed_title(),
            known
                .as_ref()
                .map_or_else(|| t.failed_more().into(), |known| t.failed_more_of(known.deals as u64)),
        ),
    };
    let raw = match found {
        Trouble::Damaged(_, raw) => Some(StoredValue::new(raw)),
        Trouble::Lost(_) | Trouble::Failed(_) => None,
    };
    let restore = Callback::new(move |workspace: Arc<Workspace>| {
        trouble.set(None);
        begin(desk, base.get_value(), true);
        desk.replace(&workspace, Deed::Restore);
    });
    view! {
        <main class="welcome recovery" data-recovery="true">
            <header>
                <span class="brand" aria-hidden="true"></span>
                <h1>{title}</h1>
                <p>{more}</p>
            </header>
            <div class="welcome-choices">
                {raw
                    .map(|raw| {
                        view! {
                            <button
                                type="button"
                                class="choice"
                                on:click=move |_| {
                                    let kept = raw.with_value(|text| {
                                        files::download("stageline-damaged.json", "application/json", text)
                                    });
                                    if !kept {
                                        desk.warn(t.download_refused());
                                    }
                                }
                            >
                                <span>{t.damaged_raw()}</span>
                            </button>
                        }
                    })}
                <button
                    type="button"
                    class="choice"
                    data-start="again"
                    on:click=move |_| crate::browser::page::reload()
                >
                    <span>{if failed { t.retry() } else { t.lost_keep_looking() }}</span>
                </button>
                <Show when=move || unkept>
                    <button
                        type="button"
                        class="choice"
                        data-start="unkept"
                        on:click=move |_| {
                            trouble.set(None);
                            begin(desk, base.get_value(), false);
                        }
                    >
                        <span>{t.failed_go_on()}</span>
                        <small>{t.failed_go_on_more()}</small>
                    </button>
                </Show>
                <Show when=move || !newer && !failed>
                    <FileButton kind=FileKind::Workspace class="choice" name=t.lost_start() on_workspace=restore />
                    <button
                        type="button"
                        class="choice"
                        data-start="anew"
                        on:click=move |_| {
                            trouble.set(None);
                            begin(desk, base.get_value(), true);
                        }
                    >
                        <span>{t.start_anew()}</span>
                        <small>{t.start_anew_sure()}</small>
                    </button>
                </Show>
            </div>
        </main>
    }
}
