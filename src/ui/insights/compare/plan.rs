//! What is compared with what: whom, and over which days.

use std::collections::BTreeSet;

use leptos::prelude::*;

use crate::metrics::{
    Census, Compared, Ladder, Population, Sides, Stretch, TimeSpan, compare, scalars, span_of,
};
use crate::model::{ItemId, Pipeline, Review};
use crate::ui::desk::{Against, Comparison, Desk};
use crate::ui::insights::Insights;

/// Why nothing is compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Nothing {
    /// No change of the process is noted.
    NoReview,
    /// No deal has an owner.
    NoOwner,
    /// All of the days are still to come.
    Ahead,
}

/// A comparison that was made.
#[derive(Debug, Clone, PartialEq)]
pub struct Made {
    /// As it was chosen; the owner and the change are those that it is of.
    pub chosen: Comparison,
    /// The days; `None` of a comparison with the team.
    pub sides: Option<Sides>,
    /// The figures.
    pub figures: Vec<Compared>,
    /// The ladder whose stages they name.
    pub ladder: Ladder,
    /// Of whom they are: of all time, since each has its own.
    pub population: Population,
}

/// The notes on changes of the process, the latest first.
pub fn reviews(desk: Desk) -> Vec<(ItemId, Review)> {
    let found = desk.current_pipeline().map(|pipeline| pipeline.reviews.clone()).unwrap_or_default();
    let mut found: Vec<(ItemId, Review)> = found.into_iter().collect();
    found.sort_by_key(|(id, review)| std::cmp::Reverse((review.day, *id)));
    found
}

/// The names of those who own deals of the pipeline that is shown, in order.
pub fn owners(desk: Desk) -> Vec<String> {
    desk.settled.track();
    let Some(pipeline) = desk.pipeline.get() else { return Vec::new() };
    let names: BTreeSet<String> = desk.with(|session| {
        let deals = session.workspace().deals(pipeline);
        deals.map(|deal| deal.owner.clone()).filter(|owner| !owner.is_empty()).collect()
    });
    names.into_iter().collect()
}

/// The comparison as it can be made: with an owner who owns deals, and a change that is noted.
///
/// # Errors
/// Why there is nothing to compare.
pub fn chosen(desk: Desk) -> Result<Comparison, Nothing> {
    let mut chosen = desk.compare.get();
    match chosen.with {
        Against::Back(_) => {}
        Against::Team => {
            let names = owners(desk);
            if !names.contains(&chosen.owner) {
                let looked_at = desk.population.with(|choice| choice.owners.first().cloned());
                let first = looked_at.filter(|name| names.contains(name)).or(names.first().cloned());
                chosen.owner = first.ok_or(Nothing::NoOwner)?;
            }
        }
        Against::Review => {
            let noted = reviews(desk);
            if !noted.iter().any(|(id, _)| Some(*id) == chosen.review) {
                chosen.review = Some(noted.first().ok_or(Nothing::NoReview)?.0);
            }
        }
    }
    Ok(chosen)
}

/// The comparison, made anew whenever its deals or what was chosen change.
pub fn made(insights: Insights) -> Memo<Option<Result<Made, Nothing>>> {
    let desk = insights.desk;
    Memo::new(move |_| {
        // It has its own deals, and changes with those of the view.
        insights.census.with(|_| ());
        let pipeline = desk.current_pipeline()?;
        Some(chosen(desk).and_then(|chosen| make(desk, &pipeline, chosen)))
    })
}

fn make(desk: Desk, pipeline: &Pipeline, chosen: Comparison) -> Result<Made, Nothing> {
    let choice = desk.chosen();
    let (today, zone) = desk.with(|session| (session.zone().day(session.now()), session.zone()));
    let mut population = choice.over(pipeline.id, (None, None), &zone);
    let sides = match chosen.with {
        Against::Back(back) => Some(Sides::back(choice.stretch, back, today).ok_or(Nothing::Ahead)?),
        Against::Team => {
            population.owners.clear();
            None
        }
        Against::Review => {
            let day = chosen.review.and_then(|id| pipeline.reviews.get(&id)).map(|review| review.day);
            let sides = day.and_then(|day| Sides::around(day, chosen.days, today));
            Some(sides.ok_or(Nothing::Ahead)?)
        }
    };
    let census: Census = desk.census(&population);
    let figures = match sides {
        Some(sides) => {
            let [then, now] = sides.spans(&zone).map(|span| scalars(&census, span, None));
            compare(then, now)
        }
        None => {
            let stretch: Stretch = choice.stretch;
            let span: TimeSpan = span_of(stretch, today, &zone);
            compare(scalars(&census, span, None), scalars(&census, span, Some(&chosen.owner)))
        }
    };
    Ok(Made { chosen, sides, figures, ladder: census.ladder().clone(), population })
}
