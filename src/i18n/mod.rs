//! Every sentence of the interface, one file a locale.
//!
//! [`Texts`] lists them; a locale implements it, so that a missing sentence does not compile. Figures come in as text that
//! the locale's formats have already written; counts come in as numbers too where a language inflects by them.

mod en;
#[cfg(test)]
mod tests;
mod texts;

pub use en::English;
pub use texts::{
    ActivityTexts, CompareTexts, DealTexts, DiagramTexts, DrawnTexts, FindingTexts, ForecastTexts,
    FunnelTexts, GuideTexts, ImportTexts, InsightsTexts, ListTexts, LogTexts, MapFiguresTexts, MapTexts,
    OutcomesTexts, PartsTexts, PlaybookTexts, ProcessTexts, TeamTexts, TemplatesTexts, Texts, TimeTexts,
    WorkshopTexts,
};

/// The sentences of a locale.
pub fn texts(_language: &str) -> &'static dyn Texts {
    &English
}
