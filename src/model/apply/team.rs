//! Commands on the workspace as a whole: its name, the team, the personas and the lists of words.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::{Outcomes, Work, long_name, long_text, name};
use crate::model::change::Change;
use crate::model::{
    Deal, ListKind, Meta, Person, PersonId, Persona, PersonaId, Pipeline, PipelineId, Rejection, TargetKey,
};

/// Longest list of words.
const MAX_WORDS: usize = 200;

impl Work<'_> {
    pub(super) fn set_meta(&mut self, meta: Meta) -> Outcomes {
        long_name(&meta.name)?;
        meta.people.values().try_for_each(|person| name(&person.name).map(drop))?;
        for persona in meta.personas.values() {
            name(&persona.name)?;
            long_text(&persona.about)?;
        }
        let to = Meta { id: self.workspace.meta().id, ..meta };
        self.put_meta(to)
    }

    fn put_meta(&mut self, to: Meta) -> Outcomes {
        let from = self.workspace.meta().clone();
        if from != to {
            self.change_with(Change { meta: Some((from, to)), ..Change::default() });
        }
        Ok(())
    }

    pub(super) fn set_person(&mut self, id: PersonId, person: Option<Person>) -> Outcomes {
        let mut meta = self.workspace.meta().clone();
        match person {
            None => drop(meta.people.remove(&id)),
            Some(person) => {
                let person = Person { name: name(&person.name)?, ..person };
                if meta.people.iter().any(|(other, known)| *other != id && known.name == person.name) {
                    return Err(Rejection::DuplicateId);
                }
                meta.people.insert(id, person);
            }
        }
        self.put_meta(meta)
    }

    pub(super) fn rename_owner(&mut self, from: &str, to: &str) -> Outcomes {
        let to = long_name(to)?;
        let mut meta = self.workspace.meta().clone();
        let taken = meta.people.values().any(|person| person.name == to);
        if to.is_empty() || taken {
            meta.people.retain(|_, person| person.name != from || person.name == to);
        } else {
            meta.people
                .values_mut()
                .filter(|person| person.name == from)
                .for_each(|person| person.name.clone_from(&to));
        }
        self.put_meta(meta)?;
        self.rename_targets(from, &to)?;
        // What somebody did stays theirs under the new name; if the name goes, what they did stays told as it is.
        let names_doer = !from.is_empty() && !to.is_empty();
        let did =
            |deal: &Deal| names_doer && deal.story.activities.values().any(|activity| activity.by == from);
        let theirs = self.workspace.all::<Deal>().values().filter(|deal| deal.owner == from || did(deal));
        let renamed = theirs.map(|deal| {
            let mut deal = Deal::clone(deal);
            if deal.owner == from {
                deal.owner.clone_from(&to);
            }
            if names_doer {
                let done = deal.story.activities.values_mut().filter(|activity| activity.by == from);
                done.for_each(|activity| activity.by.clone_from(&to));
            }
            (deal.id, Some(deal))
        });
        let renamed = renamed.collect();
        self.change_deals(renamed);
        Ok(())
    }

    /// Whoever takes over an owner's name takes over their targets, where they have none of their own.
    fn rename_targets(&mut self, from: &str, to: &str) -> Outcomes {
        let of = |pipeline: &&Arc<Pipeline>| {
            !from.is_empty() && pipeline.goals.targets.keys().any(|key| key.owner == from)
        };
        let theirs: Vec<PipelineId> =
            self.workspace.all::<Pipeline>().values().filter(of).map(|pipeline| pipeline.id).collect();
        for id in theirs {
            let mut record = self.pipeline(id)?;
            let (renamed, kept): (BTreeMap<_, _>, BTreeMap<_, _>) =
                record.goals.targets.into_iter().partition(|(key, _)| key.owner == from);
            record.goals.targets = kept;
            for (key, target) in renamed.into_iter().filter(|_| !to.is_empty()) {
                let key = TargetKey { owner: to.to_owned(), ..key };
                record.goals.targets.entry(key).or_insert(target);
            }
            self.set(record, |change| &mut change.pipelines)?;
        }
        Ok(())
    }

    pub(super) fn set_persona(&mut self, id: PersonaId, persona: Option<Persona>) -> Outcomes {
        let mut meta = self.workspace.meta().clone();
        let Some(persona) = persona else {
            meta.personas.remove(&id);
            self.put_meta(meta)?;
            self.forget_persona_on_maps(id)?;
            let of = self.workspace.all::<Deal>().values().filter(|deal| deal.story.persona == Some(id));
            let without = of.map(|deal| {
                let mut deal = Deal::clone(deal);
                deal.story.persona = None;
                (deal.id, Some(deal))
            });
            let without = without.collect();
            self.change_deals(without);
            return Ok(());
        };
        let persona =
            Persona { name: name(&persona.name)?, about: long_text(&persona.about)?, rank: persona.rank };
        meta.personas.insert(id, persona);
        self.put_meta(meta)
    }

    pub(super) fn set_list(&mut self, kind: ListKind, words: Vec<String>) -> Outcomes {
        let mut kept: Vec<String> = Vec::new();
        for word in words {
            let word = long_name(&word)?;
            if !word.is_empty() && !kept.contains(&word) {
                kept.push(word);
            }
        }
        if kept.len() > MAX_WORDS {
            return Err(Rejection::TooLong);
        }
        let mut meta = self.workspace.meta().clone();
        if kept.is_empty() {
            drop(meta.lists.remove(&kind))
        } else {
            drop(meta.lists.insert(kind, kept))
        }
        self.put_meta(meta)
    }
}
