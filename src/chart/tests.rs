//! What the drawings hold, read back from the SVG: elements, places, numbers, and nothing that a name could smuggle in.

use std::collections::BTreeMap;

use proptest::prelude::*;

use super::*;
use crate::metrics::{ClosedMonth, Days, Tally};
use crate::model::Month;

/// An element as it was written: its name, its attributes, the text right behind its start.
#[derive(Debug)]
struct Element {
    name: String,
    attributes: BTreeMap<String, String>,
    text: String,
}

impl Element {
    fn number(&self, attribute: &str) -> i64 {
        self.attributes[attribute].parse().expect("a whole number")
    }

    fn is(&self, class: &str) -> bool {
        self.attributes.get("class").is_some_and(|classes| classes.split(' ').any(|c| c == class))
    }

    /// Where a text begins and ends.
    fn reach(&self) -> (i64, i64) {
        let (x, width) = (self.number("x"), i64::from(text_width(&self.text, 12.0)));
        match self.attributes["text-anchor"].as_str() {
            "start" => (x, x + width),
            "middle" => (x - width / 2, x + width / 2),
            _ => (x - width, x),
        }
    }
}

fn unescape(text: &str) -> String {
    text.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&amp;", "&")
}

/// Reads SVG as strictly as it is written here, and refuses all that a chart has no use for.
fn read(svg: &str) -> Vec<Element> {
    let (mut open, mut found) = (Vec::new(), Vec::new());
    for tag in svg.split('<').skip(1) {
        let (tag, text) = tag.split_once('>').expect("a tag that ends");
        assert!(!text.contains(['"', '\'']), "unescaped: {text}");
        if let Some(name) = tag.strip_prefix('/') {
            assert_eq!(open.pop().as_deref(), Some(name));
            continue;
        }
        let alone = tag.ends_with('/');
        let tag = tag.trim_end_matches('/');
        let (name, mut rest) = tag.split_once(' ').unwrap_or((tag, ""));
        assert!(["svg", "title", "desc", "path", "rect", "text", "circle"].contains(&name), "{name}");
        let mut attributes = BTreeMap::new();
        while let Some((key, behind)) = rest.split_once("=\"") {
            let (value, behind) = behind.split_once('"').expect("a value that ends");
            let known = "class id xmlns width height viewBox role direction aria-labelledby aria-describedby fill \
                         pointer-events d x y cx cy r rx font-size text-anchor data-slot";
            assert!(known.split_whitespace().any(|known| known == key.trim()), "{key}");
            assert!(!value.contains("url("), "{value}");
            attributes.insert(key.trim().to_owned(), unescape(value));
            rest = behind;
        }
        assert_eq!(rest.trim(), "", "in <{tag}>");
        if !alone {
            open.push(name.to_owned());
        }
        found.push(Element { name: name.to_owned(), attributes, text: unescape(text) });
    }
    assert!(open.is_empty(), "not closed: {open:?}");
    found
}

fn closed(values: &[i64]) -> Vec<ClosedMonth> {
    let first = Month { year: 2025, month: 11 };
    let months = std::iter::successors(Some(first), |month| Some(month.next()));
    let month = |(month, value): (Month, &i64)| ClosedMonth {
        month,
        won: Tally { count: u64::from(*value > 0), value: *value },
        lost: Tally { count: 2, value: 500 },
        won_cycle: Days {
            count: 1,
            median: (*value > 0).then_some(*value as f64 / 100.0),
            ..Days::default()
        },
    };
    months.zip(values).map(month).collect()
}

fn words(title: &str, heads: &[&str]) -> Words {
    Words {
        title: title.into(),
        description: format!("About {title}"),
        heads: heads.iter().map(|head| (*head).to_owned()).collect(),
    }
}

fn with_texts<T>(draw: impl FnOnce(&MonthTexts<'_>) -> T) -> T {
    draw(&MonthTexts {
        label: &|month| format!("M{}", month.month),
        name: &|month| format!("M{} {}", month.month, month.year),
        year: &|month| month.year.to_string(),
        money: &|minor| format!("€{}.{:02}", minor / 100, minor % 100),
        short_money: &|minor| format!("€{}", minor / 100),
        count: &|count| count.to_string(),
        days: &|days| format!("{days:.0} d"),
        none: "–",
    })
}

fn won(values: &[i64]) -> BarChart {
    with_texts(|texts| {
        won_chart(&closed(values), words("Won", &["Month", "Value", "Won", "Lost"]), 100, texts)
    })
}

fn cycle(values: &[i64]) -> LineChart {
    with_texts(|texts| cycle_chart(&closed(values), words("Cycle", &["Month", "Median", "Won"]), texts))
}

#[test]
fn columns_are_as_high_as_their_values() {
    let svg = read(&won(&[10_000, 0, 40_000, 20_000]).svg(&Frame::new(640, 240, "won")));
    let bars: Vec<_> = svg.iter().filter(|e| e.is("ch-bar")).collect();
    assert!(bars.iter().all(|bar| bar.name == "rect" && bar.is("ch-won")));
    let heights: Vec<_> = bars.iter().map(|bar| bar.number("height")).collect();
    // The month without a win has a place and no column.
    assert_eq!(heights.len(), 3);
    assert!(
        (heights[1] - heights[0] * 4).abs() <= 3 && (heights[1] - heights[2] * 2).abs() <= 2,
        "{heights:?}"
    );
    let feet: Vec<_> = bars.iter().map(|bar| bar.number("y") + bar.number("height")).collect();
    assert!(feet.windows(2).all(|pair| pair[0] == pair[1]));
    let widths: Vec<_> = bars.iter().map(|bar| bar.number("width")).collect();
    assert!(widths.windows(2).all(|pair| pair[0] == pair[1]));
    let texts = |class| svg.iter().filter(|e| e.is(class)).map(|e| e.text.as_str()).collect::<Vec<_>>();
    assert_eq!(texts("ch-strong"), ["€400"]);
    assert_eq!(texts("ch-value"), ["€200", "€100"]);
    for label in ["€0", "€100", "€200", "€300", "€400", "M11", "M12", "M1", "M2", "2025", "2026"] {
        assert!(texts("ch-tick").contains(&label), "{label} in {:?}", texts("ch-tick"));
    }
}

#[test]
fn the_table_has_the_same_numbers_and_so_has_the_pointer() {
    let chart = won(&[10_050, 0]);
    let table = chart.table();
    assert_eq!(table.headers, ["Month", "Value", "Won", "Lost"]);
    assert_eq!(table.rows, [["M11 2025", "€100.50", "1", "2"], ["M12 2025", "€0.00", "0", "2"]]);
    let svg = read(&chart.svg(&Frame::new(320, 200, "won")));
    let titles: Vec<_> = svg.iter().filter(|e| e.name == "title").map(|e| e.text.as_str()).collect();
    assert_eq!(
        titles,
        ["Won", "M11 2025\nValue: €100.50\nWon: 1\nLost: 2", "M12 2025\nValue: €0.00\nWon: 0\nLost: 2"]
    );
    assert_eq!(cycle(&[1000, 0]).table().rows, [["M11 2025", "10 d", "1"], ["M12 2025", "–", "0"]]);
}

#[test]
fn a_line_is_interrupted_where_there_is_no_figure() {
    let svg = read(&cycle(&[1000, 2000, 0, 3000, 0, 500, 700]).svg(&Frame::new(640, 200, "cycle")));
    let ways: Vec<_> = svg.iter().filter(|e| e.name == "path" && e.is("ch-won")).collect();
    assert_eq!(ways.len(), 2);
    assert!(ways.iter().all(|way| way.attributes["d"].matches('L').count() == 1));
    assert_eq!(svg.iter().filter(|e| e.is("ch-dot")).count(), 5);
    // The highest and the last are named, and one that is both only once.
    let named = |svg: &[Element]| {
        let texts = svg.iter().filter(|e| e.is("ch-strong") || e.is("ch-value"));
        texts.map(|e| e.text.clone()).collect::<Vec<_>>()
    };
    assert_eq!(named(&svg), ["30 d", "7 d"]);
    assert_eq!(named(&read(&cycle(&[500, 900]).svg(&Frame::new(640, 200, "cycle")))), ["9 d"]);
}

#[test]
fn several_lines_are_named_at_their_ends_one_below_the_other() {
    let mut chart = cycle(&[1000, 1000]);
    let mut other = chart.lines[0].clone();
    other.name = "Lost".into();
    chart.lines[0].name = "Won".into();
    chart.lines.push(other);
    let svg = read(&chart.svg(&Frame::new(320, 200, "cycle")));
    let names: Vec<_> = svg.iter().filter(|e| e.is("ch-value")).collect();
    assert_eq!(names.iter().map(|e| e.text.as_str()).collect::<Vec<_>>(), ["Won", "Lost"]);
    assert!(names[1].number("y") - names[0].number("y") >= 12);
}

#[test]
fn it_is_one_image_with_a_name_and_a_description_of_its_own() {
    for prefix in ["a", "b"] {
        let svg = read(&won(&[100]).svg(&Frame::new(320, 200, prefix)));
        let root = &svg[0].attributes;
        assert_eq!((root["role"].as_str(), root["viewBox"].as_str()), ("img", "0 0 320 200"));
        assert_eq!(root["aria-labelledby"], format!("{prefix}-title"));
        assert_eq!(root["aria-describedby"], format!("{prefix}-desc"));
        let ids: Vec<_> = svg
            .iter()
            .filter_map(|e| e.attributes.get("id").map(|id| (id.clone(), e.text.clone())))
            .collect();
        assert_eq!(
            ids,
            [
                (format!("{prefix}-title"), "Won".to_owned()),
                (format!("{prefix}-desc"), "About Won".to_owned())
            ]
        );
    }
}

#[test]
fn from_right_to_left_everything_stands_on_the_other_side() {
    let values = [10_000, 0, 40_000, 20_000];
    let draw = |rtl: bool| {
        let frame = || Frame::new(640, 240, "x").rtl(rtl);
        let drawn = [won(&values).svg(&frame()), cycle(&values).svg(&frame())];
        drawn.iter().flat_map(|svg| read(svg)).collect::<Vec<_>>()
    };
    let (ltr, rtl) = (draw(false), draw(true));
    assert_eq!(ltr.len(), rtl.len());
    let turned = |anchor: &str| match anchor {
        "start" => "end".to_owned(),
        "end" => "start".to_owned(),
        other => other.to_owned(),
    };
    for (one, other) in ltr.iter().zip(&rtl) {
        assert_eq!((&one.name, &one.text), (&other.name, &other.text));
        match one.name.as_str() {
            "rect" => {
                assert_eq!(one.number("x") + one.number("width") + other.number("x"), 640);
                assert_eq!(one.number("width"), other.number("width"));
            }
            "circle" => assert_eq!(one.number("cx") + other.number("cx"), 640),
            "text" => {
                assert_eq!(one.number("x") + other.number("x"), 640);
                assert_eq!(turned(&one.attributes["text-anchor"]), other.attributes["text-anchor"]);
            }
            "path" => assert_ne!(one.attributes["d"], other.attributes["d"]),
            _ => assert_eq!(one.attributes, other.attributes),
        }
    }
    // The axis stands on the right.
    let tick = rtl.iter().find(|e| e.is("ch-tick")).expect("an axis has ticks");
    assert!(tick.number("x") > 500, "{tick:?}");
}

#[test]
fn hostile_names_are_only_text() {
    let hostile = "</title><img src=x onerror='alert(1)'>\"&amp;\u{0}\u{b}]]>";
    let slot = || Slot { label: hostile.into(), group: hostile.into(), name: hostile.into(), apart: false };
    let bar =
        Bar { slot: slot(), value: 3.0, text: hostile.into(), cells: vec![hostile.into()], ink: Ink::Plain };
    let words = words(hostile, &[hostile, hostile]);
    let axis = Axis::new(3.0, 1.0, 3, |_| hostile.to_owned());
    let frame = Frame::new(900, 200, hostile);
    let bars = BarChart { words: words.clone(), axis: axis.clone(), bars: vec![bar] };
    let line = |name: &str| Line {
        name: name.into(),
        ink: Ink::Lost,
        points: vec![Some(Point { value: 1.0, text: hostile.into() })],
    };
    let one = LineChart {
        words,
        axis,
        slots: vec![slot()],
        lines: vec![line("")],
        cells: vec![vec![hostile.into()]],
    };
    let two = LineChart { lines: vec![line(hostile), line(hostile)], ..one.clone() };
    for svg in [bars.svg(&frame), one.svg(&frame), two.svg(&frame)] {
        assert!(!svg.contains("<img") && !svg.contains(['\u{0}', '\u{b}']));
        let read = read(&svg);
        let said = hostile.replace(['\u{0}', '\u{b}'], "");
        assert!(read.iter().filter(|e| e.text == said).count() >= 4, "{svg}");
    }
}

#[test]
fn nothing_to_draw_is_still_a_drawing() {
    for size in [0, 160, u32::MAX] {
        for values in [&[][..], &[0, 0][..]] {
            let frame = Frame::new(size, size, "x");
            let bars = read(&won(values).svg(&frame));
            let lines = read(&cycle(values).svg(&frame));
            assert!(!bars.iter().chain(&lines).any(|e| e.is("ch-bar") || e.is("ch-dot")));
            assert!(bars.iter().any(|e| e.is("ch-axis")) && lines.iter().any(|e| e.is("ch-axis")));
        }
    }
    let absurd = LineChart {
        lines: vec![Line {
            name: String::new(),
            ink: Ink::Plain,
            points: [f64::NAN, f64::INFINITY, -1.0]
                .map(|value| Some(Point { value, text: "?".into() }))
                .to_vec(),
        }],
        ..cycle(&[100, 100, 100])
    };
    assert_eq!(read(&absurd.svg(&Frame::new(320, 200, "x"))).iter().filter(|e| e.is("ch-dot")).count(), 3);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn texts_stay_within_the_drawing_and_off_each_other(
        values in proptest::collection::vec(prop_oneof![Just(0), 0..90_000_000i64], 1..40),
        width in 280u32..1000,
    ) {
        let frame = Frame::new(width, 200, "x");
        for svg in [won(&values).svg(&frame), cycle(&values).svg(&frame)] {
            let svg = read(&svg);
            let mut places: Vec<(i64, i64, i64)> = Vec::new();
            for text in svg.iter().filter(|e| e.name == "text") {
                let ((start, end), y) = (text.reach(), text.number("y"));
                prop_assert!(start >= -1 && end <= i64::from(width) + 1, "{} from {start} to {end}", text.text);
                prop_assert!((0..=200).contains(&y));
                // 11 pixels apart is a line of this size with nothing between the lines.
                let meets = |(a, b, other): &(i64, i64, i64)| start < *b && *a < end && (y - other).abs() < 11;
                prop_assert!(!places.iter().any(meets), "{} at {start}, {y} in {places:?}", text.text);
                places.push((start, end, y));
            }
            for bar in svg.iter().filter(|e| e.is("ch-bar")) {
                prop_assert!(bar.number("height") > 0 && bar.number("width") > 0);
                prop_assert!(bar.number("x") >= 0 && bar.number("x") + bar.number("width") <= i64::from(width));
            }
            prop_assert_eq!(svg.iter().filter(|e| e.is("ch-band")).count(), values.len());
        }
    }
}
