//! The deal's panel, dialogs and card in English.

use super::English;
use crate::i18n::DealTexts;

impl DealTexts for English {
    fn nurture_reasons(&self) -> String {
        "Not interested yet\nHas not recognised the need\nCannot afford it yet\nDoes not decide\nWrong time"
            .into()
    }
    fn objection_kinds(&self) -> String {
        "Price\nTrust\nComparison with a competitor\nMissing requirement\nNo urgency\nNo authority".into()
    }
    fn segment_kinds(&self) -> String {
        "Region\nIndustry\nSize\nProfitability".into()
    }
    fn document_kinds(&self) -> String {
        "Offer\nContract\nPresentation\nSpecification\nInvoice".into()
    }
}
