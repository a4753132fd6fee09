//! The map as it is taken along: as a picture and as Markdown. Whatever people wrote stays text in both.

use proptest::prelude::*;
use stageline::chart::map_picture::map_picture;
use stageline::chart::{Paint, TOKENS};
use stageline::exchange::map_markdown::map_markdown;
use stageline::model::*;

const NOW: Timestamp = Timestamp(1_760_000_000_000);
const PIPELINE: PipelineId = PipelineId(1);
const PERSONA: PersonaId = PersonaId(21);

/// What somebody might write to break out of where it stands.
const HOSTILE: [&str; 9] = [
    "<script>alert(1)</script>",
    "\"><img src=x onerror=alert(1)>",
    "]]><svg onload=alert(1)>",
    "bell \u{7} and \u{0} and \u{b}",
    "[a](javascript:alert(1)) javascript:alert(1)",
    "\u{202e}turned\u{202c} \u{200f}right to left\u{2067}",
    "url(https://example.org/x) href=\"https://example.org\" xlink:href='#a'",
    "a | b ` c\n# d\n- e\n\n```\nf",
    "class=\"hue-1\" \"$ink$\" & &amp; &#60;",
];

struct Words;

impl SheetWords for Words {
    fn title(&self, sheet: &Sheet) -> String {
        format!("Journey: {}", sheet.name)
    }
    fn about(&self, sheet: &Sheet) -> String {
        sheet.persona.clone()
    }
    fn row(&self, row: &SheetRow) -> String {
        if row.name.is_empty() { format!("The row {}", row.row) } else { row.name.clone() }
    }
    fn mood(&self, mood: i8) -> String {
        format!("{mood:+}")
    }
    fn aim(&self, mood: i8) -> String {
        format!("to be {mood:+}")
    }
    fn evidence(&self, evidence: Evidence) -> String {
        format!("{evidence:?}")
    }
    fn moment(&self) -> String {
        "Moment of truth".into()
    }
    fn votes(&self, votes: u32) -> String {
        format!("{votes} votes")
    }
    fn figures(&self, phase: PhaseId) -> Vec<(String, String)> {
        vec![("Open".into(), phase.0.to_string())]
    }
    fn leaves(&self, phase: PhaseId) -> Option<(f64, String)> {
        (phase.0 == 11).then(|| (0.4, "40 %".into()))
    }
    fn leave(&self) -> String {
        "Deals that leave".into()
    }
}

fn ask(workspace: &mut Workspace, command: Command) {
    apply(workspace, command, NOW).expect("it is granted");
}

fn note(workspace: &mut Workspace, id: u64, cell: Cell, text: &str) {
    ask(workspace, Command::AddNote(NewNote { id: NoteId(id), cell, persona: None, text: text.into() }));
}

/// A map of two phases, the second in two steps, that uses each of its rows.
fn map(texts: &[&str]) -> Workspace {
    let mut workspace = Workspace::empty(WorkspaceId(7));
    let name = |at: usize, else_: &str| texts.get(at).copied().unwrap_or(else_).to_owned();
    ask(
        &mut workspace,
        Command::AddPipeline(Pipeline::new(PIPELINE, Rank::middle(), name(0, "Sales"), Currency::EUR)),
    );
    let ranks = Rank::spread(None, 2).expect("room");
    for (at, (id, called)) in [(11, "Awareness"), (12, "Decision")].into_iter().enumerate() {
        ask(
            &mut workspace,
            Command::AddPhase(Phase::new(PhaseId(id), PIPELINE, ranks[at].clone(), name(at, called))),
        );
        let stage = Stage::new(StageId(id + 20), PIPELINE, ranks[at].clone(), name(at + 1, called));
        ask(&mut workspace, Command::AddStage(Stage { phase: Some(PhaseId(id)), ..stage }));
    }
    for (at, rank) in ranks.iter().enumerate() {
        let step = Step { rank: rank.clone(), name: name(at + 2, &format!("Step {}", at + 1)) };
        let edit = PhaseEdit::Step(ItemId(at as u64), Some(step));
        ask(&mut workspace, Command::EditPhase { phase: PhaseId(12), edit });
    }
    let persona = Persona { rank: Rank::middle(), name: name(3, "Owner of a shop"), about: String::new() };
    ask(&mut workspace, Command::SetPersona(PERSONA, Some(persona)));
    let edits = [
        PhaseEdit::Mood(-1),
        PhaseEdit::Aim(Some(2)),
        PhaseEdit::Owner(name(4, "Marketing")),
        PhaseEdit::ExitAction(name(5, "Asks for a talk")),
        PhaseEdit::Evidence(Some(Evidence::Partly)),
    ];
    for edit in edits {
        ask(&mut workspace, Command::EditPhase { phase: PhaseId(11), edit });
    }
    let cell = |phase: u64, step: Option<u64>, lane: Lane| Cell {
        phase: PhaseId(phase),
        step: step.map(ItemId),
        lane,
    };
    note(&mut workspace, 1, cell(11, None, Lane::Questions), &name(6, "Is this *our* problem?"));
    note(&mut workspace, 2, cell(11, None, Lane::Questions), &name(7, "What does it cost | what not?"));
    note(&mut workspace, 3, cell(12, Some(0), Lane::Touchpoints), &name(8, "The first talk"));
    note(&mut workspace, 4, cell(12, Some(1), Lane::PainPoints), &name(0, "Nobody calls back"));
    note(&mut workspace, 5, cell(12, Some(1), Lane::Ideas), "hidden");
    for edit in
        [NoteEdit::Moment(true), NoteEdit::Channel(name(2, "E-mail")), NoteEdit::Persona(Some(PERSONA))]
    {
        ask(&mut workspace, Command::EditNote { note: NoteId(3), edit });
    }
    workspace
}

fn paints() -> Vec<Paint> {
    TOKENS.into_iter().map(|token| Paint { token, colour: "#123456".into() }).collect()
}

fn picture(workspace: &Workspace, rtl: bool) -> String {
    map_picture(&Sheet::of(workspace, PIPELINE, None), &Words, &paints(), rtl).svg
}

fn markdown(workspace: &Workspace) -> String {
    map_markdown(&Sheet::of(workspace, PIPELINE, None), &Words)
}

/// Reads XML without a document type as far as this house writes it: gives its texts, or what is wrong. Only elements and attributes
/// that draw are let through.
fn read_svg(svg: &str) -> Result<Vec<String>, String> {
    const ELEMENTS: [&str; 6] = ["svg", "title", "rect", "path", "circle", "text"];
    const ATTRIBUTES: [&str; 28] = [
        "xmlns",
        "width",
        "height",
        "viewBox",
        "direction",
        "font-family",
        "font-size",
        "font-weight",
        "fill",
        "stroke",
        "stroke-width",
        "stroke-dasharray",
        "stroke-linejoin",
        "stroke-linecap",
        "opacity",
        "x",
        "y",
        "rx",
        "d",
        "cx",
        "cy",
        "r",
        "transform",
        "text-anchor",
        "paint-order",
        "role",
        "x1",
        "x2",
    ];
    let (mut open, mut texts): (Vec<String>, Vec<String>) = (Vec::new(), Vec::new());
    let mut rest = svg;
    let allowed = |c: char| matches!(c, '\n' | '\t') || (c >= ' ' && !matches!(c, '\u{fffe}' | '\u{ffff}'));
    if let Some(bad) = svg.chars().find(|c| !allowed(*c)) {
        return Err(format!("{bad:?} is no character of XML"));
    }
    let unescaped = |text: &str| -> Result<String, String> {
        let mut out = String::new();
        let mut parts = text.split('&');
        out.push_str(parts.next().unwrap_or_default());
        for part in parts {
            let (name, behind) = part.split_once(';').ok_or(format!("& in {text}"))?;
            out.push(match name {
                "amp" => '&',
                "lt" => '<',
                "gt" => '>',
                "quot" => '"',
                "#39" => '\'',
                _ => return Err(format!("&{name};")),
            });
            out.push_str(behind);
        }
        Ok(out)
    };
    while let Some((text, behind)) = rest.split_once('<') {
        if text.contains('>') {
            return Err(format!("> in {text}"));
        }
        texts.push(unescaped(text)?);
        let (tag, behind) = behind.split_once('>').ok_or("a tag without end")?;
        rest = behind;
        if let Some(name) = tag.strip_prefix('/') {
            if open.pop().as_deref() != Some(name) {
                return Err(format!("</{name}> ends nothing"));
            }
            continue;
        }
        let (tag, closed) = tag.strip_suffix('/').map_or((tag, false), |tag| (tag, true));
        let (name, mut attributes) = tag.split_once(' ').unwrap_or((tag, ""));
        if !ELEMENTS.contains(&name) {
            return Err(format!("an element {name}"));
        }
        let mut seen = Vec::new();
        while !attributes.trim().is_empty() {
            let (key, value) =
                attributes.trim_start().split_once("=\"").ok_or(format!("{attributes} in {tag}"))?;
            let (value, behind) = value.split_once('"').ok_or(format!("{tag} is open"))?;
            if !ATTRIBUTES.contains(&key) || seen.contains(&key) {
                return Err(format!("an attribute {key} of {tag}"));
            }
            let value = unescaped(value)?;
            if value.contains("url(") || value.contains(':') != (key == "xmlns") || value.contains('$') {
                return Err(format!("{key} is {value}"));
            }
            seen.push(key);
            attributes = behind;
        }
        if !closed {
            open.push(name.to_owned());
        }
    }
    if open.is_empty() { Ok(texts) } else { Err(format!("{open:?} are open")) }
}

#[test]
fn the_picture_of_hostile_texts_draws_and_does_nothing_else() {
    let workspace = map(&HOSTILE);
    for rtl in [false, true] {
        let svg = picture(&workspace, rtl);
        let texts = read_svg(&svg).expect("a picture that stands alone").concat();
        assert!(texts.contains("<script>alert(1)</script>"), "what was written is to be read");
        assert!(texts.contains("Moment of truth"));
    }
}

#[test]
fn every_row_is_in_the_picture_but_not_what_is_hidden() {
    let workspace = map(&[]);
    let svg = picture(&workspace, false);
    let texts = read_svg(&svg).expect("a picture");
    let whole = texts.join(" ").split_whitespace().collect::<Vec<_>>().join(" ");
    for row in Row::ALL {
        assert_eq!(whole.contains(&format!("The row {row}")), !row.style().hidden, "{row} in {whole}");
    }
    for text in [
        "Awareness",
        "Decision",
        "Step 1",
        "Step 2",
        "The first talk",
        "Marketing",
        "Asks for a talk",
        "Partly",
        "-1",
        "40 %",
    ] {
        assert!(texts.iter().any(|found| found.contains(text)), "{text} in {texts:?}");
    }
    assert!(!svg.contains("hidden"));
    let one = map_picture(&Sheet::of(&workspace, PIPELINE, None), &Words, &paints(), false);
    let size = format!("width=\"{}\" height=\"{}\"", one.width, one.height);
    assert!(one.svg.contains(&size) && one.width >= 600, "{size}");
}

#[test]
fn what_the_stages_say_of_a_phase_leaves_with_the_map() {
    let mut workspace = map(&[]);
    for (stage, exit) in [(31, "Replies <b>"), (32, "Signs")] {
        let edit = StageEdit::ExitAction(exit.into());
        ask(&mut workspace, Command::EditStage { stage: StageId(stage), edit });
        let duty = Duty { rank: Rank::middle(), department: "IT & law".into(), does: String::new() };
        let edit = StageEdit::Duty(ItemId(70 + stage), Some(duty));
        ask(&mut workspace, Command::EditStage { stage: StageId(stage), edit });
    }
    let texts = read_svg(&picture(&workspace, false)).expect("a picture");
    for text in ["Awareness · Replies <b>", "Decision · Signs", "IT & law", "Asks for a talk"] {
        assert!(texts.iter().any(|found| found == text), "{text} in {texts:?}");
    }
    let written = markdown(&workspace);
    for text in [
        "- Asks for a talk\n  - Awareness · Replies \\<b\\>\n",
        "- Marketing\n  - IT \\& law\n",
        "\n- Decision · Signs\n",
    ] {
        assert!(written.contains(text), "{text} in {written}");
    }
}

#[test]
fn a_map_of_one_persona_leaves_out_what_is_true_of_others() {
    let mut workspace = map(&[]);
    let other = PersonaId(22);
    let persona = Persona { rank: Rank::middle(), name: "Somebody else".into(), about: String::new() };
    ask(&mut workspace, Command::SetPersona(other, Some(persona)));
    let sheet = Sheet::of(&workspace, PIPELINE, Some(other));
    let text = map_markdown(&sheet, &Words);
    assert!(text.contains("Somebody else") && !text.contains("The first talk"), "{text}");
    assert!(text.contains("Nobody calls back"));
}

#[test]
fn the_markdown_of_a_small_map_is_as_it_was() {
    let written = markdown(&map(&[]));
    let golden = include_str!("../golden/map.md");
    assert_eq!(written, golden, "\n{written}");
}

#[test]
fn hostile_texts_make_no_markup_in_markdown() {
    let written = markdown(&map(&HOSTILE));
    for line in written.lines().filter(|line| !line.is_empty()) {
        let text = ["### ", "## ", "# ", "  - ", "- "].iter().find_map(|start| line.strip_prefix(start));
        let text = text.unwrap_or(line);
        let mut before = ' ';
        for c in text.chars() {
            assert!(before == '\\' || !matches!(c, '<' | '>' | '`' | '[' | ']' | '|' | '#' | '*'), "{line}");
            before = if before == '\\' { ' ' } else { c };
        }
        assert!(!text.starts_with(['-', '+', '=', '\t', ' ']), "{line}");
    }
    assert!(!written.contains("javascript:"), "{written}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn any_text_leaves_the_picture_well_formed(text in any::<String>(), other in "[<>&\"'\\]\\[a-z \u{0}-\u{1f}]{1,40}") {
        let mut sheet = Sheet::of(&map(&[]), PIPELINE, None);
        sheet.name = text.clone();
        for phase in &mut sheet.phases {
            phase.name = other.clone();
        }
        for row in &mut sheet.rows {
            row.name = text.clone();
            if let SheetCells::Notes(columns) = &mut row.cells {
                for note in columns.iter_mut().flatten() {
                    note.text = text.clone();
                    note.channel = other.clone();
                }
            }
        }
        let svg = map_picture(&sheet, &Words, &paints(), false).svg;
        prop_assert!(read_svg(&svg).is_ok(), "{:?}", read_svg(&svg));
    }
}
