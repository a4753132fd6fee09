//! A deal beside the board: where it stands, what is next, what is known of it, what became of it.
//!
//! Each file of this room is a section of the panel, or a dialog that one opens.

mod activities;
mod after_win;
mod documents;
mod history;
mod nurture;
mod objections;
mod outcome;
mod particulars;
mod playbook;
mod qualify;
mod section;
mod segments;
mod stage;
mod subject;
mod transfer;

use leptos::prelude::*;

use crate::browser::page;
use crate::exchange::Deed;
use crate::model::{Command, DealEdit, DealId, OutcomeKind};
use crate::ui::desk::{Desk, Dialog, use_desk};
use crate::ui::parts::{Icon, KnownTexts, Sign, TextField, focus_found};

pub use nurture::NurtureDialog;
pub use subject::instant_of;
pub use transfer::TransferDialog;

use activities::ActivitySection;
use after_win::AfterWinSection;
use documents::DocumentSection;
use history::HistorySection;
use objections::ObjectionSection;
use outcome::OutcomeLine;
use particulars::ParticularsSection;
use playbook::PlaybookSection;
use qualify::QualifySection;
use segments::SegmentSection;
use stage::StageSection;
use subject::Subject;

impl Desk {
    /// Closes the open deal and gives the focus back to its card.
    pub fn close_deal(self) {
        let Some(deal) = self.open_deal.get_untracked() else { return };
        self.root.with_value(|root| page::settle_fields(root));
        self.open_deal.set(None);
        self.focus_card(deal);
    }

    /// Gives the focus to a card of this instance, if it is in sight.
    pub fn focus_card(self, deal: DealId) {
        focus_found(self, format!("[data-deal='{deal}']"));
    }

    /// Gives the focus to the open deal, so that the next Tab leads into it.
    pub fn focus_panel(self) {
        focus_found(self, ".panel".to_owned());
    }
}

/// The panel; empty while no deal is open.
#[component]
pub fn DealPanel() -> impl IntoView {
    let desk = use_desk();
    let t = desk.t();
    // Opening the one that is open would throw away what is typed in it.
    let open = Memo::new(move |_| desk.open_deal.get());
    move || {
        open.get().map(|id| {
            let subject = Subject::new(desk, id);
            view! {
                <aside
                    class="panel"
                    tabindex="-1"
                    aria-label=move || subject.read(|deal| deal.title.clone())
                    data-panel=id.to_string()
                >
                    <div class="panel-head">
                        <p class="panel-stage">{move || subject.pipeline.get().map(|pipeline| pipeline.name.clone())}</p>
                        <button
                            type="button"
                            class="icon-button"
                            aria-label=t.close_panel()
                            title=t.close_panel()
                            on:click=move |_| desk.close_deal()
                        >
                            <Icon sign=Sign::Close />
                        </button>
                    </div>
                    <Show
                        when=move || subject.deal.with(Option::is_some)
                        fallback=move || view! { <p class="panel-gone">{t.deal_gone()}</p> }
                    >
                        <Body subject />
                    </Show>
                </aside>
            }
        })
    }
}

#[component]
fn Body(subject: Subject) -> impl IntoView {
    let t = subject.desk.t();
    view! {
        <div class="panel-body">
            <TextField
                name="title"
                label=t.deal_title()
                value=subject.text(|d| &d.title)
                on_change=move |v| subject.edit(DealEdit::Title(v))
                large=true
            />
            <OutcomeLine subject />
            <KnownTexts id=subject.people_list.get_value() texts=subject.people />
            <AfterWinSection subject />
            <StageSection subject />
            <ActivitySection subject />
            <QualifySection subject />
            <ParticularsSection subject />
            <ObjectionSection subject />
            <PlaybookSection subject />
            <DocumentSection subject />
            <SegmentSection subject />
            <HistorySection subject />
            <Actions subject />
        </div>
    }
}

/// What is done with the deal as a whole.
#[component]
fn Actions(subject: Subject) -> impl IntoView {
    let desk = subject.desk;
    let t = desk.t();
    let open = Memo::new(move |_| subject.outcome.get() == OutcomeKind::Open);
    let elsewhere = Memo::new(move |_| {
        let own = subject.pipeline.with(|pipeline| pipeline.as_ref().map(|pipeline| pipeline.id));
        desk.structure.track();
        desk.with(|session| {
            let pipelines = session.workspace().pipelines();
            pipelines.iter().any(|pipeline| Some(pipeline.id) != own && pipeline.archived.is_none())
        })
    });
    let away = Memo::new(move |_| subject.read(|deal| deal.story.archived.is_some()).unwrap_or(false));
    let title = move || subject.peek(|deal| deal.title.clone()).unwrap_or_default();
    let put_away = move |_| {
        let archived = !away.get_untracked();
        if subject.edit(DealEdit::Archived(archived)) && archived {
            desk.notify_undo(t.deal_put_away_toast(&title()));
        }
    };
    let delete = move |_| {
        let title = title();
        if desk.dispatch(Command::RemoveDeals(vec![subject.id]), Deed::RemoveDeals) {
            desk.open_deal.set(None);
            desk.notify_undo(t.removed_toast(&title));
        }
    };
    view! {
        <div class="button-row panel-actions">
            <Show when=move || open.get()>
                <button
                    type="button"
                    class="button"
                    data-action="nurture-any"
                    on:click=move |_| desk.dialog.set(Some(Dialog::Nurture(subject.id)))
                >
                    {t.deal_nurture()}
                </button>
            </Show>
            <Show when=move || open.get() && elsewhere.get()>
                <button
                    type="button"
                    class="button"
                    data-action="transfer"
                    on:click=move |_| desk.dialog.set(Some(Dialog::Transfer(subject.id)))
                >
                    {t.deal_transfer()}
                </button>
            </Show>
            <Show when=move || !open.get()>
                <button type="button" class="button" data-action="archive" on:click=put_away>
                    {move || if away.get() { t.deal_take_out() } else { t.deal_put_away() }}
                </button>
            </Show>
            <button type="button" class="button button-quiet-bad" on:click=delete>{t.delete_deal()}</button>
        </div>
    }
}
