//! The columns that a table of deals can have.

use std::sync::Arc;

use super::Scope;

/// A column.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Column {
    /// What the deal is called.
    Title,
    /// The company.
    Company,
    /// The contact.
    Contact,
    /// The owner.
    Owner,
    /// The stage that it is in, or was in when it was closed.
    Stage,
    /// What it is worth.
    Value,
    /// Its chance.
    Chance,
    /// Value × chance.
    Weighted,
    /// The expected close.
    Expected,
    /// Days in the stage.
    InStage,
    /// Days since it was created, until it was closed.
    Age,
    /// When it was created.
    Created,
    /// The next step.
    NextStep,
    /// When something was last done with the buyer.
    LastContact,
    /// How many activities were done with the buyer.
    Activities,
    /// The criteria that stand between the deal and its next stage.
    Lacks,
    /// The lead source.
    Source,
    /// The product.
    Product,
    /// The labels.
    Tags,
    /// What it is by that kind of segment.
    Segment(Arc<str>),
    /// The persona.
    Persona,
    /// What became of it.
    Outcome,
    /// When it was won or lost.
    Closed,
    /// Why it was lost, or is on the nurture list.
    Reason,
    /// Since when it is on the nurture list.
    Since,
    /// The day to come back to it.
    Until,
    /// The day of the next contact after a win.
    Care,
    /// Whether the customer was asked for a referral.
    Referral,
}

/// The columns that every pipeline has.
const FIXED: [(Column, &str); 27] = [
    (Column::Title, "title"),
    (Column::Company, "company"),
    (Column::Contact, "contact"),
    (Column::Owner, "owner"),
    (Column::Stage, "stage"),
    (Column::Value, "value"),
    (Column::Chance, "chance"),
    (Column::Weighted, "weighted"),
    (Column::Expected, "expected"),
    (Column::InStage, "in-stage"),
    (Column::Age, "age"),
    (Column::Created, "created"),
    (Column::NextStep, "next-step"),
    (Column::LastContact, "last-contact"),
    (Column::Activities, "activities"),
    (Column::Lacks, "lacks"),
    (Column::Source, "source"),
    (Column::Product, "product"),
    (Column::Tags, "tags"),
    (Column::Persona, "persona"),
    (Column::Outcome, "outcome"),
    (Column::Closed, "closed"),
    (Column::Reason, "reason"),
    (Column::Since, "since"),
    (Column::Until, "until"),
    (Column::Care, "care"),
    (Column::Referral, "referral"),
];

const SEGMENT: &str = "segment:";

impl Column {
    /// The columns that every pipeline has, in the order in which they are offered.
    pub fn fixed() -> impl Iterator<Item = Column> {
        FIXED.into_iter().map(|(column, _)| column)
    }

    /// The word that names the column where it is kept.
    pub fn key(&self) -> String {
        match self {
            Column::Segment(kind) => format!("{SEGMENT}{kind}"),
            other => {
                FIXED.iter().find(|(c, _)| c == other).map_or_else(String::new, |(_, key)| (*key).into())
            }
        }
    }

    /// The column of that key.
    pub fn of_key(key: &str) -> Option<Column> {
        if let Some(kind) = key.strip_prefix(SEGMENT) {
            return (!kind.is_empty()).then(|| Column::Segment(kind.into()));
        }
        FIXED.iter().find(|(_, known)| *known == key).map(|(column, _)| column.clone())
    }

    /// Whether it holds figures, which stand at the end of their cells.
    pub fn is_figure(&self) -> bool {
        matches!(self, Column::Value | Column::Chance | Column::Weighted | Column::InStage | Column::Age)
    }

    /// The columns that a scope shows until somebody chooses others.
    pub fn defaults(scope: Scope) -> Vec<Column> {
        use Column::*;
        match scope {
            Scope::Open => {
                vec![Title, Company, Owner, Stage, Value, Chance, Weighted, Expected, InStage, NextStep]
            }
            Scope::Won => vec![Title, Company, Owner, Value, Closed, Care, Referral],
            Scope::Lost => vec![Title, Company, Owner, Stage, Value, Closed, Reason],
            Scope::Nurture => vec![Title, Company, Owner, Reason, Since, Until],
            Scope::Archived => vec![Title, Company, Owner, Outcome, Value, Closed],
            Scope::All => vec![Title, Company, Owner, Outcome, Stage, Value, Created, Closed],
        }
    }
}
