//! The particulars of the deal, field by field.

use leptos::prelude::*;

use crate::model::{DealEdit, OutcomeKind};
use crate::ui::parts::{DateField, MoneyField, TextArea, TextField};

use super::section::Section;
use super::subject::Subject;

/// The section.
#[component]
pub fn ParticularsSection(subject: Subject) -> impl IntoView {
    let t = subject.desk.t();
    view! {
        <Section name="details" title=t.deal_details() open=true>
            <Fields subject />
        </Section>
    }
}

#[component]
fn Fields(subject: Subject) -> impl IntoView {
    let t = subject.desk.t();
    let edit = move |change: DealEdit| subject.edit(change);
    let owners = subject.people_list.get_value();
    view! {
        <div class="panel-grid">
            <MoneyField
                name="value"
                label=t.value()
                currency=Signal::derive(move || subject.currency())
                value=Signal::derive(move || subject.read(|deal| deal.value).unwrap_or(0))
                on_change=move |v| edit(DealEdit::Value(v))
            />
            <DateField
                name="expected"
                label=t.expected()
                value=Signal::derive(move || subject.read(|deal| deal.expected).flatten())
                on_change=move |v| edit(DealEdit::Expected(v))
            />
            <TextField name="company" label=t.company() value=subject.text(|d| &d.company) on_change=move |v| edit(DealEdit::Company(v)) />
            <TextField name="contact" label=t.contact() value=subject.text(|d| &d.contact) on_change=move |v| edit(DealEdit::Contact(v)) />
            <TextField name="owner" label=t.owner() value=subject.text(|d| &d.owner) list=owners on_change=move |v| edit(DealEdit::Owner(v)) />
            <TextField
                name="source"
                label=t.source()
                value=subject.text(|d| &d.source)
                known=subject.known(|d| vec![d.source.clone()])
                on_change=move |v| edit(DealEdit::Source(v))
            />
            <TextField
                name="product"
                label=t.product_field()
                value=subject.text(|d| &d.product)
                known=subject.known(|d| vec![d.product.clone()])
                on_change=move |v| edit(DealEdit::Product(v))
            />
            // Of a won deal it stands beside the motive, among what comes after the win.
            <Show when=move || subject.outcome.get() != OutcomeKind::Won>
                <TextField
                    name="pain"
                    label=t.deal_pain()
                    value=subject.text(|d| &d.story.pain)
                    known=subject.known(|d| vec![d.story.pain.clone()])
                    on_change=move |v| edit(DealEdit::Pain(v))
                />
            </Show>
        </div>
        <TextArea name="notes" label=t.notes() value=subject.text(|d| &d.notes) on_change=move |v| edit(DealEdit::Notes(v)) />
        <Show when=move || subject.read(|deal| !deal.reference.is_empty()).unwrap_or(false)>
            <p class="panel-reference">{t.reference()} " " {move || subject.read(|deal| deal.reference.clone())}</p>
        </Show>
    }
}
