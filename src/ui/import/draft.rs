//! What the user has decided about an import so far, and what follows from it.

use std::collections::HashMap;
use std::sync::Arc;

use leptos::prelude::*;

use crate::exchange::csv_fields::{self, Field, Mapping, suggest};
use crate::exchange::csv_options::{
    Meaning, NewStage, Options, PlanError, StageChoice, Start, Target, currency_of, pipelines_of,
};
use crate::exchange::csv_read::Table;
use crate::exchange::values::{DateGuess, DateOrder, DecimalGuess, DecimalMark};
use crate::model::{Currency, OutcomeKind, Pipeline, PipelineId, Stage};
use crate::ui::desk::Desk;

use super::readings::Ways;

/// What the import still waits for.
#[derive(Debug, Clone, PartialEq)]
pub enum Need {
    /// A column that names the deals.
    Columns,
    /// The order of day, month and year.
    Dates,
    /// The decimal mark.
    Decimals,
    /// The new pipeline's name.
    Name,
    /// A currency.
    Currency,
    /// Decisions that can be followed.
    Plan(PlanError),
}

/// Texts of a column with the number of their rows.
pub type Found = Vec<(String, usize)>;

/// The decisions. Copies are the same draft.
#[derive(Clone, Copy)]
pub struct Draft {
    /// The desk.
    pub desk: Desk,
    /// The file.
    pub table: StoredValue<Arc<Table>>,
    /// What each column holds.
    pub mapping: RwSignal<Mapping>,
    /// The pipeline that the deals go to; `None` for a new one.
    pub place: RwSignal<Option<PipelineId>>,
    /// The new pipeline's name.
    pub name: RwSignal<String>,
    /// The code of the currency that was chosen, which may be none yet.
    pub code: RwSignal<Option<String>>,
    /// The currency that the file names, or that of the pipeline that is shown.
    pub likely_currency: Memo<Currency>,
    /// The one pipeline of the file whose rows are taken.
    pub only: RwSignal<Option<String>>,
    /// The pipelines of the file.
    pub pipelines: Memo<Found>,
    /// The meanings of stages and outcomes, and the new stages.
    pub options: RwSignal<Result<Options, PlanError>>,
    /// The texts of the column of stages.
    pub stages: Memo<Found>,
    /// The texts of the column of outcomes.
    pub words: Memo<Found>,
    /// The columns of dates.
    pub date_columns: Memo<Vec<usize>>,
    /// What the dates seem to be.
    pub dates: Memo<DateGuess>,
    /// The order that was chosen.
    pub order: RwSignal<Option<DateOrder>>,
    /// The columns of values.
    pub value_columns: Memo<Vec<usize>>,
    /// What the amounts seem to be.
    pub decimals: Memo<DecimalGuess>,
    /// The mark that was chosen.
    pub mark: RwSignal<Option<DecimalMark>>,
    /// All that the deals depend on; the new pipeline's name is put in at the end.
    pub wanted: Memo<Result<Options, Need>>,
}

// A memo that is only tracked and never read does not compute, and so never hears of a change: hence `with` in what follows.
fn columns_of(mapping: RwSignal<Mapping>, fields: &'static [Field]) -> Memo<Vec<(usize, Field)>> {
    Memo::new(move |_| {
        mapping.with(|mapping| {
            let all = mapping.fields.iter().copied().enumerate();
            all.filter(|(_, field)| fields.contains(field)).collect()
        })
    })
}

fn numbers(columns: Memo<Vec<(usize, Field)>>) -> Memo<Vec<usize>> {
    Memo::new(move |_| columns.with(|columns| columns.iter().map(|(column, _)| *column).collect()))
}

/// The texts of a field in the rows that are wanted, in the order of their appearance.
fn texts(table: &Table, mapping: &Mapping, field: Field, only: Option<&str>) -> Found {
    let mut places = HashMap::new();
    let mut found: Vec<(&str, usize)> = Vec::new();
    for row in 0..table.len() {
        if only.is_some_and(|name| mapping.text(table, row, Field::Pipeline) != name) {
            continue;
        }
        let text = mapping.text(table, row, field);
        let place = *places.entry(text).or_insert(found.len());
        match found.get_mut(place) {
            Some((_, count)) => *count += 1,
            None => found.push((text, 1)),
        }
    }
    found.into_iter().map(|(text, count)| (text.to_owned(), count)).collect()
}

/// Whether a text means a closed deal, or a closed deal can have none.
fn unplaced(options: &Options, there: &Found) -> bool {
    let seen = |text: &str| there.iter().any(|(other, _)| other == text);
    let meant = options.stages.iter().any(|(text, m)| seen(text) && !matches!(m, Meaning::Stage(_)));
    meant || seen("") && options.outcomes.values().any(|kind| *kind != OutcomeKind::Open)
}

/// The name of a file, as a pipeline can be called.
pub fn stem(file: &str) -> String {
    file.rsplit_once('.').map_or(file, |(stem, _)| stem).replace('_', " ").trim().to_owned()
}

impl Draft {
    /// Begins with what the file suggests.
    pub fn new(desk: Desk, file: &str, table: Arc<Table>) -> Draft {
        let first = suggest(&table);
        let stem = stem(file);
        let named = match pipelines_of(&table, &first).as_slice() {
            [(name, _)] => (*name).to_owned(),
            _ => stem,
        };
        let table = StoredValue::new(table);
        let mapping = RwSignal::new(first);
        let (place, only) = (RwSignal::new(None), RwSignal::new(None::<String>));
        let (code, order, mark) = (RwSignal::new(None::<String>), RwSignal::new(None), RwSignal::new(None));

        let money_columns = columns_of(mapping, &[Field::Value, Field::Currency]);
        let shown = untrack(|| desk.current_pipeline()).map(|pipeline| pipeline.currency);
        let likely_currency = Memo::new(move |_| {
            money_columns.with(|_| ());
            let said = table.with_value(|table| mapping.with_untracked(|m| currency_of(table, m)));
            said.or(shown).unwrap_or(Currency::EUR)
        });
        let pipeline_columns = columns_of(mapping, &[Field::Pipeline]);
        let pipelines = Memo::new(move |_| {
            pipeline_columns.with(|_| ());
            table.with_value(|table| mapping.with_untracked(|m| texts(table, m, Field::Pipeline, None)))
        });
        let counted = move |field: Field, columns: Memo<Vec<(usize, Field)>>| {
            Memo::new(move |_| {
                columns.with(|_| ());
                pipeline_columns.with(|_| ());
                let only = only.get();
                table.with_value(|table| mapping.with_untracked(|m| texts(table, m, field, only.as_deref())))
            })
        };
        let stages = counted(Field::Stage, columns_of(mapping, &[Field::Stage]));
        let words = counted(Field::Outcome, columns_of(mapping, &[Field::Outcome]));
        let dated = columns_of(mapping, &[Field::Created, Field::Closed, Field::Expected]);
        let dates = Memo::new(move |_| {
            dated.with(|_| ());
            table.with_value(|table| mapping.with_untracked(|m| csv_fields::dates(table, m)))
        });
        let valued = columns_of(mapping, &[Field::Value]);
        let decimals = Memo::new(move |_| {
            valued.with(|_| ());
            table.with_value(|table| mapping.with_untracked(|m| csv_fields::decimals(table, m)))
        });
        let options = RwSignal::new(Err(PlanError::Unknown));
        let wanted = Memo::new(move |_| {
            let mut options: Options = options.get().map_err(Need::Plan)?;
            let naming = [Field::Title, Field::Product, Field::Company, Field::Reference, Field::Contact];
            if !mapping.with(|m| naming.iter().any(|field| m.has(*field))) {
                return Err(Need::Columns);
            }
            if let Target::New { currency, .. } = &mut options.target {
                *currency = match code.get() {
                    Some(code) => Currency::new(code.trim()).ok_or(Need::Currency)?,
                    None => likely_currency.get(),
                };
            }
            options.dates = order.get().unwrap_or_else(|| dates.get().order);
            options.decimal = mark.get().unwrap_or_else(|| decimals.get().mark);
            Ok(options)
        });
        let (date_columns, value_columns) = (numbers(dated), numbers(valued));
        let name = RwSignal::new(named);
        let draft = Draft {
            desk,
            table,
            mapping,
            place,
            name,
            code,
            likely_currency,
            only,
            pipelines,
            options,
            stages,
            words,
            date_columns,
            dates,
            order,
            value_columns,
            decimals,
            mark,
            wanted,
        };
        draft.options.set(draft.suggested());
        // What the user said about stages holds until other columns or another pipeline make it meaningless.
        let matters = columns_of(mapping, &[Field::Stage, Field::Outcome, Field::Pipeline]);
        let key = Memo::new(move |_| (matters.get(), place.get(), only.get()));
        Effect::new(move |before: Option<()>| {
            key.with(|_| ());
            if before.is_some() {
                let gone = only.with_untracked(|only| {
                    only.as_ref().is_some_and(|name| pipelines.with(|all| all.iter().all(|(n, _)| n != name)))
                });
                if gone {
                    only.set(None);
                }
                draft.options.set(draft.suggested());
            }
        });
        draft
    }

    fn suggested(self) -> Result<Options, PlanError> {
        let target = match self.place.get_untracked() {
            Some(id) => Target::Existing(id),
            // Any name but a blank one: the right one is put in at the end.
            None => Target::New {
                name: self.desk.t().import_new_pipeline().into(),
                currency: self.likely_currency.get_untracked(),
            },
        };
        let start = Start {
            target,
            only_pipeline: self.only.get_untracked(),
            first_stage: self.desk.t().import_first_stage().into(),
        };
        let options = self.table.with_value(|table| {
            self.mapping.with_untracked(|mapping| {
                self.desk.with(|session| Options::suggest(table, mapping, session.workspace(), start))
            })
        });
        options.map(|mut options| {
            untrack(|| self.tidy(&mut options));
            options
        })
    }

    /// How dates and amounts are read.
    pub fn ways(self) -> Ways {
        Ways {
            desk: self.desk,
            table: self.table,
            date_columns: self.date_columns,
            dates: self.dates,
            order: self.order,
            timed: false,
            value_columns: self.value_columns,
            decimals: self.decimals,
            mark: self.mark,
            currency: Signal::derive(move || self.currency()),
        }
    }

    /// Which field a column has, by its place among all of them.
    pub fn field_of(self, column: usize) -> usize {
        let field = self.mapping.with(|mapping| mapping.fields.get(column).copied());
        Field::ALL.iter().position(|other| Some(*other) == field).unwrap_or(0)
    }

    /// Gives a column the field of that place.
    pub fn set_field(self, column: usize, place: usize) {
        let Some(field) = Field::ALL.get(place) else { return };
        self.mapping.update(|mapping| {
            if let Some(slot) = mapping.fields.get_mut(column) {
                *slot = *field;
            }
        });
    }

    /// The currency that counts now.
    pub fn currency(self) -> Currency {
        let chosen = match self.place.get() {
            Some(id) => self.desk.with(|s| s.workspace().get::<Pipeline>(id).map(|p| p.currency)),
            None => self.code.with(|code| code.as_ref().and_then(|code| Currency::new(code.trim()))),
        };
        chosen.unwrap_or_else(|| self.likely_currency.get())
    }

    /// What is still to be said before anything can come in; `None` if nothing is.
    pub fn need(self) -> Option<Need> {
        if let Err(need) = self.wanted.with(|wanted| wanted.as_ref().map(|_| ()).map_err(Need::clone)) {
            return Some(need);
        }
        if self.ways().asks_order() {
            return Some(Need::Dates);
        }
        if self.ways().asks_mark() {
            return Some(Need::Decimals);
        }
        (self.place.with(Option::is_none) && self.name.with(|name| name.trim().is_empty()))
            .then_some(Need::Name)
    }

    /// The stages of the pipeline that the deals go to, if it is there.
    pub fn ladder(self) -> Vec<Arc<Stage>> {
        let Some(id) = self.place.get() else { return Vec::new() };
        self.desk.with(|session| session.workspace().ladder(id).into_iter().cloned().collect())
    }

    /// Whether deals can be closed without the file saying in which stage they stood.
    pub fn closed_unplaced(self) -> bool {
        let there = self.stages.get();
        self.options.with(|options| options.as_ref().is_ok_and(|options| unplaced(options, &there)))
    }

    /// Gives a text of the column of stages a meaning.
    pub fn mean(self, text: &str, meaning: Meaning) {
        self.change(|options| {
            options.stages.insert(text.to_owned(), meaning);
        });
    }

    /// Gives a text of the column of outcomes a meaning, or none.
    pub fn say(self, word: &str, outcome: Option<OutcomeKind>) {
        self.change(|options| {
            match outcome {
                Some(outcome) => options.outcomes.insert(word.to_owned(), outcome),
                None => options.outcomes.remove(word),
            };
        });
    }

    /// Says in which stage closed deals stood.
    pub fn close_in(self, stage: StageChoice) {
        self.change(|options| options.closed_in = stage);
    }

    /// Moves a new stage by so many places.
    pub fn shift(self, name: &str, by: isize) {
        self.change(|options| {
            let Some(from) = options.new_stages.iter().position(|stage| stage.name == name) else { return };
            let to = from.saturating_add_signed(by).min(options.new_stages.len() - 1);
            // A chance belongs to the place and not to the name.
            let chances: Vec<u8> = options.new_stages.iter().map(|stage| stage.chance).collect();
            let stage = options.new_stages.remove(from);
            options.new_stages.insert(to, stage);
            for (stage, chance) in options.new_stages.iter_mut().zip(chances) {
                stage.chance = chance;
            }
        });
    }

    fn change(self, change: impl FnOnce(&mut Options)) {
        let Ok(mut options) = self.options.get_untracked() else { return };
        change(&mut options);
        untrack(|| self.tidy(&mut options));
        self.options.set(Ok(options));
    }

    /// Drops new stages that nothing leads to any more, and adds those that something does.
    fn tidy(self, options: &mut Options) {
        let there = self.stages.with_untracked(Clone::clone);
        let seen = |text: &str| there.iter().any(|(other, _)| other == text);
        let mut used: Vec<StageChoice> = Vec::new();
        for (text, meaning) in &options.stages {
            if let (true, Meaning::Stage(choice)) = (seen(text), meaning) {
                used.push(choice.clone());
            }
        }
        if used.is_empty() {
            used.push(options.closed_in.clone());
        } else if matches!(options.closed_in, StageChoice::New(_)) && !used.contains(&options.closed_in) {
            // A stage that no text leads to is not made for closed deals alone: they stood in the last of the others.
            let new = options.new_stages.iter().map(|stage| StageChoice::New(stage.name.clone()));
            let ladder = self.ladder().into_iter().map(|stage| StageChoice::Existing(stage.id));
            let last = ladder.chain(new).filter(|choice| used.contains(choice)).last();
            options.closed_in = last.or(used.last().cloned()).unwrap_or(options.closed_in.clone());
        }
        if !seen("")
            && !options.stages.get("").is_some_and(|m| matches!(m, Meaning::Stage(c) if used.contains(c)))
        {
            // No row is without a stage, so that this never counts; but it must not make one.
            if let Some(choice) = used.first() {
                options.stages.insert(String::new(), Meaning::Stage(choice.clone()));
            }
        }
        let before = options.new_stages.len();
        options.new_stages.retain(|stage| used.contains(&StageChoice::New(stage.name.clone())));
        for choice in used {
            if let StageChoice::New(name) = choice
                && !options.new_stages.iter().any(|stage| stage.name == name)
            {
                let chance = options.new_stages.last().map_or(50, |stage| stage.chance);
                options.new_stages.push(NewStage { name, chance });
            }
        }
        if options.new_stages.len() != before && matches!(options.target, Target::New { .. }) {
            options.spread_chances();
        }
    }
}
