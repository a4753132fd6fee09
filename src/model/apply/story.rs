//! Commands on what a deal carries.

use super::{Outcomes, Work, long_name, long_text, name};
use crate::model::{
    Deal, DealEdit, DealId, Document, Event, Happened, Objection, Outcome, Override, Persona, PersonaId,
    Rejection, Role, Rung, Story, barriers, is_safe_link,
};

impl Work<'_> {
    pub(super) fn edit_story(&self, deal: &mut Deal, edit: DealEdit) -> Outcomes {
        let won = matches!(deal.outcome, Outcome::Won { .. });
        let story = &mut deal.story;
        match edit {
            DealEdit::Met(criterion, met) => {
                if !met {
                    story.met.remove(&criterion);
                } else if !self.workspace.stages.values().any(|s| s.criteria.contains_key(&criterion)) {
                    return Err(Rejection::ForeignCriterion(criterion));
                } else {
                    story.met.entry(criterion).or_insert(self.now);
                }
            }
            DealEdit::Done(task, false) => drop(story.done.remove(&task)),
            DealEdit::Done(task, true) => drop(story.done.entry(task).or_insert(self.now)),
            DealEdit::Answer(question, None) => drop(story.answers.remove(&question)),
            DealEdit::Answer(question, Some(mut answer)) => {
                answer.note = long_name(&answer.note)?;
                story.answers.insert(question, answer);
            }
            DealEdit::Activity(item, None) => drop(story.activities.remove(&item)),
            DealEdit::Activity(item, Some(mut activity)) => {
                activity.text = long_text(&activity.text)?;
                activity.by = long_name(&activity.by)?;
                if let Some(done) = activity.done {
                    self.not_in_the_future(done)?;
                }
                story.activities.insert(item, activity);
            }
            DealEdit::Objection(item, None) => drop(story.objections.remove(&item)),
            DealEdit::Objection(item, Some(objection)) => {
                story.objections.insert(item, fit_objection(objection)?);
            }
            DealEdit::Document(item, None) => drop(story.documents.remove(&item)),
            DealEdit::Document(item, Some(document)) => {
                story.documents.insert(item, fit_document(document)?);
            }
            DealEdit::Persona(persona) => {
                if let Some(id) = persona {
                    self.persona(id)?;
                }
                story.persona = persona;
            }
            DealEdit::Segment { kind, value } => {
                let (kind, value) = (name(&kind)?, long_name(&value)?);
                if value.is_empty() {
                    story.segments.remove(&kind);
                } else {
                    story.segments.insert(kind, value);
                }
            }
            DealEdit::Tags(tags) => {
                let tags: Result<_, _> = tags.iter().map(|tag| long_name(tag)).collect();
                story.tags = tags?;
                story.tags.remove("");
            }
            DealEdit::Pain(text) => story.pain = long_name(&text)?,
            DealEdit::Motive(text) => story.motive = long_name(&text)?,
            DealEdit::Care(Some(care)) if !(1..=3).contains(&care.months) => {
                return Err(Rejection::MonthsOutOfRange);
            }
            DealEdit::Care(_) | DealEdit::ReferralAsked(_) if !won => return Err(Rejection::NotWon),
            DealEdit::Care(care) => story.care = care,
            DealEdit::ReferralAsked(asked) => {
                story.referral_asked = asked.then(|| story.referral_asked.unwrap_or(self.now));
            }
            DealEdit::Archived(away) => {
                if away && deal.outcome == Outcome::Open {
                    return Err(Rejection::NotClosed);
                }
                story.archived = away.then(|| story.archived.unwrap_or(self.now));
            }
            // The particulars of a deal are edited by the caller.
            _ => {}
        }
        Ok(())
    }

    fn persona(&self, id: PersonaId) -> Result<&Persona, Rejection> {
        self.workspace.meta().personas.get(&id).ok_or(Rejection::UnknownPersona(id))
    }

    /// Whether the story of a deal that comes from elsewhere may be kept.
    pub(super) fn story_fits(&self, story: &Story) -> Outcomes {
        for activity in story.activities.values() {
            long_text(&activity.text)?;
            long_name(&activity.by)?;
        }
        story.objections.values().try_for_each(|objection| fit_objection(objection.clone()).map(drop))?;
        story.documents.values().try_for_each(|document| fit_document(document.clone()).map(drop))?;
        story.answers.values().try_for_each(|answer| long_name(&answer.note).map(drop))?;
        let short = story.segments.iter().flat_map(|(kind, value)| [kind, value]).chain(&story.tags);
        short.chain([&story.pain, &story.motive]).try_for_each(|text| long_name(text).map(drop))?;
        if let Some(persona) = story.persona {
            self.persona(persona)?;
        }
        match story.care {
            Some(care) if !(1..=3).contains(&care.months) => Err(Rejection::MonthsOutOfRange),
            _ => Ok(()),
        }
    }

    pub(super) fn override_gate(&mut self, id: DealId, to: Rung, by: &str, note: &str) -> Outcomes {
        let mut deal = self.open_deal(id)?;
        let (by, note) = (long_name(by)?, name(note)?);
        let mut managers =
            self.workspace.meta().people.values().filter(|person| person.role == Role::Manager).peekable();
        if managers.peek().is_some() && !managers.any(|person| person.name == by) {
            return Err(Rejection::NotAManager);
        }
        let shut = barriers(self.workspace, &deal, to);
        let missing = shut.into_iter().flat_map(|barrier| barrier.missing).collect();
        let what = Happened::Overridden(Box::new(Override { by, note, missing }));
        deal.history.push(Event { at: self.now, what });
        self.change_deals(vec![(id, Some(deal))]);
        Ok(())
    }
}

fn fit_objection(objection: Objection) -> Result<Objection, Rejection> {
    let (kind, words, answer) =
        (long_name(&objection.kind)?, long_text(&objection.words)?, long_text(&objection.answer)?);
    if kind.is_empty() && words.trim().is_empty() {
        return Err(Rejection::Blank);
    }
    Ok(Objection { kind, words, answer, ..objection })
}

fn fit_document(document: Document) -> Result<Document, Rejection> {
    let link = document.link.trim().to_owned();
    if !is_safe_link(&link) {
        return Err(Rejection::UnsafeLink);
    }
    long_name(&link)?;
    Ok(Document { name: name(&document.name)?, kind: long_name(&document.kind)?, link, ..document })
}
