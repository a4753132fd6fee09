//! The histories of a pipeline's deals as an event log in XES 2.0 (IEEE Std 1849-2016), which programs for process mining read:
//! a trace for each deal, an event for each entry that leads to a stage or closes the deal.

use crate::model::{Deal, Outcome, Pipeline, PipelineId, Workspace};

use super::csv_write::{amount, instant};
use super::log_entries::{Activities, entries};

/// What stands before the traces. The names and addresses of the extensions are those of the standard's annex.
const HEAD: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<log xes.version="2.0" xes.features="" xmlns="http://www.xes-standard.org/">
  <extension name="Concept" prefix="concept" uri="http://www.xes-standard.org/concept.xesext"/>
  <extension name="Time" prefix="time" uri="http://www.xes-standard.org/time.xesext"/>
  <extension name="Lifecycle" prefix="lifecycle" uri="http://www.xes-standard.org/lifecycle.xesext"/>
  <extension name="Organizational" prefix="org" uri="http://www.xes-standard.org/org.xesext"/>
  <global scope="trace">
    <string key="concept:name" value=""/>
  </global>
  <global scope="event">
    <string key="concept:name" value=""/>
    <date key="time:timestamp" value="1970-01-01T00:00:00.000Z"/>
    <string key="lifecycle:transition" value="complete"/>
  </global>
  <classifier name="Activity" keys="concept:name"/>
  <string key="lifecycle:model" value="standard"/>
"#;

/// The event log of a pipeline, archived deals included; a log without traces if there is no such pipeline. An event without an
/// owner has no resource. Characters that XML 1.0 has no place for are left out.
pub fn write_log_xes(workspace: &Workspace, pipeline: PipelineId) -> String {
    let mut out = HEAD.to_owned();
    if let Some(record) = workspace.get::<Pipeline>(pipeline) {
        attribute(&mut out, 1, "string", "concept:name", &record.name);
        let activities = Activities::of(workspace, pipeline);
        for deal in workspace.deals(pipeline) {
            trace(&mut out, workspace, record, deal, &activities);
        }
    }
    out.push_str("</log>\n");
    out
}

fn trace(out: &mut String, workspace: &Workspace, pipeline: &Pipeline, deal: &Deal, activities: &Activities) {
    let outcome = match deal.outcome {
        Outcome::Open => "open",
        Outcome::Won { .. } => "won",
        Outcome::Lost { .. } => "lost",
        Outcome::Nurture { .. } => "nurture",
    };
    out.push_str("  <trace>\n");
    attribute(out, 2, "string", "concept:name", &deal.id.to_string());
    attribute(out, 2, "string", "title", &deal.title);
    if !deal.company.is_empty() {
        attribute(out, 2, "string", "company", &deal.company);
    }
    attribute(out, 2, "float", "value", &amount(deal.value, pipeline.currency));
    attribute(out, 2, "string", "currency", &pipeline.currency.to_string());
    attribute(out, 2, "string", "outcome", outcome);
    for entry in entries(workspace, deal, activities) {
        out.push_str("    <event>\n");
        attribute(out, 3, "string", "concept:name", entry.activity);
        attribute(out, 3, "date", "time:timestamp", &instant(entry.at));
        attribute(out, 3, "string", "lifecycle:transition", "complete");
        if !deal.owner.is_empty() {
            attribute(out, 3, "string", "org:resource", &deal.owner);
        }
        attribute(out, 3, "string", "kind", entry.kind);
        if !entry.reason.is_empty() {
            attribute(out, 3, "string", "reason", entry.reason);
        }
        out.push_str("    </event>\n");
    }
    out.push_str("  </trace>\n");
}

fn attribute(out: &mut String, depth: usize, element: &str, key: &str, value: &str) {
    out.extend(std::iter::repeat_n("  ", depth));
    out.push_str(&format!("<{element} key=\"{key}\" value=\""));
    escape(out, value);
    out.push_str("\"/>\n");
}

/// Writes a text as the value of an attribute: what would end or change it as a reference, and white space but the blank, too,
/// which a reader would turn into blanks.
fn escape(out: &mut String, text: &str) {
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\t' | '\n' | '\r' => out.push_str(&format!("&#{};", u32::from(c))),
            // XML 1.0, section 2.2: no other control characters below the blank, and not these two.
            '\0'..'\u{20}' | '\u{fffe}' | '\u{ffff}' => {}
            _ => out.push(c),
        }
    }
}
