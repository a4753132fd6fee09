//! Where stages and bands stand.

use super::super::text::text_width;
use super::{FlowChart, FlowKind, labels};

/// The size of the texts, in pixels.
pub(super) const TEXT: f64 = 12.0;
/// What the names, which are bold, measure like.
pub(super) const STRONG: f64 = 14.0;
/// The height of a line of text.
pub(super) const LINE: f64 = 15.0;
/// How long a stage's mark is along the way.
pub(super) const MARK: f64 = 12.0;
/// The least room along the way for a stage, where stages stand side by side.
const COLUMN: f64 = 112.0;
/// How far what comes in is seen before its stage.
const STUB: f64 = 26.0;

/// A place: how far along the way, and how far across.
pub(super) type Spot = (f64, f64);

/// Where a band begins and ends: behind the first stage, before the second; each with its place in the order there.
type Ends = [Option<(usize, i64)>; 2];

/// A stage's mark.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Mark {
    /// Where it begins along the way.
    pub along: f64,
    /// From where to where it reaches across.
    pub across: (f64, f64),
}

/// A piece of a band.
#[derive(Debug, Clone, Copy)]
pub(super) enum Piece {
    /// Straight to a spot.
    Line(Spot),
    /// To a spot, leaving and coming along the way.
    Ess(Spot),
    /// To a spot, leaving along the way and coming across it.
    Turn(Spot),
}

/// A band.
#[derive(Debug, Clone)]
pub(super) struct Band {
    /// Its number.
    pub number: usize,
    /// How wide it is.
    pub width: f64,
    /// Where it begins.
    pub start: Spot,
    /// How it goes on.
    pub pieces: Vec<Piece>,
    /// Where its text stands; `None` where there is no room for it.
    pub label: Option<Spot>,
    /// Where the text stands to that place: in the middle of it, or before it.
    pub before: bool,
    /// Whether it goes back, and so has a tip at its end.
    pub is_back: bool,
}

/// Everything in its place.
#[derive(Debug, Clone)]
pub(super) struct Layout {
    /// Whether stages stand side by side.
    pub wide: bool,
    /// How long the drawing is along the way, and across.
    pub size: Spot,
    /// The stages.
    pub marks: Vec<Mark>,
    /// The bands; those between stages that there are none of are left out.
    pub bands: Vec<Band>,
    /// Where the names end before the marks, where stages stand below one another.
    pub names: f64,
    /// What began anew in its stage: the number of the band, what stands there and where, and whether it stands before that place.
    pub again: Vec<(usize, String, Spot, bool)>,
}

/// On which side of its stages a band begins and ends, and in what order there.
fn sides(kind: FlowKind, wide: bool) -> Ends {
    // Behind the stage first, before the stage second. What runs far back is outermost: beyond what leaves, or beyond all.
    let far = |by: usize| if wide { 4_000 + by as i64 } else { -4_000 - by as i64 };
    match kind {
        FlowKind::In(to) => [None, Some((to, 2_000))],
        FlowKind::Again(to) => [None, Some((to, 3_000))],
        FlowKind::Lost(from) => [Some((from, 2_000)), None],
        FlowKind::Away(from) => [Some((from, 3_000)), None],
        FlowKind::Between(from, to) if from < to => {
            let by = (to - from) as i64;
            [Some((from, -by)), Some((to, -by))]
        }
        FlowKind::Between(from, to) if from > to + 1 => {
            [Some((to, far(from - to))), Some((from, far(from - to)))]
        }
        FlowKind::Between(from, to) if from > to => [Some((to, 1_000)), Some((from, 1_000))],
        FlowKind::Between(..) => [None, None],
    }
}

impl Layout {
    pub(super) fn new(chart: &FlowChart, width: u32) -> Layout {
        let width = f64::from(width);
        let nodes = chart.nodes.len();
        let texts = |wanted: fn(FlowKind) -> bool| {
            let some = chart.bands.iter().filter(|band| wanted(band.kind));
            some.map(|band| text_width(&band.text, TEXT)).max().unwrap_or(0)
        };
        let entry = f64::from(texts(|kind| matches!(kind, FlowKind::In(0) | FlowKind::Again(0))));
        let begin = (entry + STUB + 8.0).max(44.0);
        let wide = nodes < 2 || (width - begin - 48.0) / (nodes - 1) as f64 >= COLUMN;
        let names = chart.nodes.iter().map(|node| text_width(&node.name, STRONG)).max().unwrap_or(0);
        let leaving = texts(|kind| !matches!(kind, FlowKind::Between(..)));
        let names = f64::from(names.max(leaving)).min(width * 0.36);

        // How much comes and goes on each side of each stage.
        let known = |kind: FlowKind| {
            let ends = sides(kind, wide);
            let leaves = matches!(kind, FlowKind::Lost(_) | FlowKind::Away(_));
            let there = ends.iter().flatten().all(|(node, _)| *node + usize::from(leaves) < nodes);
            (there && ends != [None, None]).then_some(ends)
        };
        let mut totals = vec![[0.0; 2]; nodes];
        for band in &chart.bands {
            for (side, end) in known(band.kind).unwrap_or_default().into_iter().enumerate() {
                let total =
                    end.and_then(|(node, _)| totals.get_mut(node)).and_then(|both| both.get_mut(side));
                if let Some(total) = total {
                    *total += band.count as f64;
                }
            }
        }
        let most = totals.iter().flatten().fold(0.0f64, |a, b| a.max(*b));
        let lanes = chart.bands.iter().filter(|band| match band.kind {
            FlowKind::Between(from, to) => from.abs_diff(to) > 1,
            _ => false,
        });
        let beside = LINE * lanes.count().min(8) as f64 + 40.0;
        let room = if wide { 128.0 } else { (width - names - beside).clamp(width * 0.2, 320.0) };
        let (layout, reach) =
            Layout::with(chart, (width, begin, names), (wide, room), (most, &totals), &known);
        // Where the lanes reach too far, the stages stand back.
        let back = (reach - width + 2.0).min(room - width * 0.12);
        let mut layout = if !wide && back > 0.0 {
            Layout::with(chart, (width, begin, names), (wide, room - back), (most, &totals), &known).0
        } else {
            layout
        };
        layout.keep(width);
        labels::place(chart, &mut layout);
        layout
    }

    /// With so much room for the thickest side of a stage; and how far across its lanes reach.
    fn with(
        chart: &FlowChart,
        (width, begin, names): (f64, f64, f64),
        (wide, room): (bool, f64),
        (most, totals): (f64, &[[f64; 2]]),
        known: &dyn Fn(FlowKind) -> Option<Ends>,
    ) -> (Layout, f64) {
        let nodes = chart.nodes.len();
        let scale = if most > 0.0 { room / most } else { 0.0 };
        let mut layout = Layout {
            wide,
            size: (width, 0.0),
            marks: vec![Mark::default(); nodes],
            bands: Vec::new(),
            names: names + 4.0,
            again: Vec::new(),
        };
        let thickest = |wanted: fn(FlowKind) -> bool| {
            let some = chart.bands.iter().filter(|band| wanted(band.kind) && known(band.kind).is_some());
            some.map(|band| band.count as f64 * scale).fold(0.0f64, f64::max)
        };
        let gone = thickest(|kind| matches!(kind, FlowKind::Lost(_) | FlowKind::Away(_)));
        // Without the lanes above, which are not known yet: all is moved down by them in the end.
        let (first, step) = if wide {
            let step = if nodes > 1 { (width - begin - 48.0) / (nodes - 1) as f64 } else { 0.0 };
            (begin, step)
        } else {
            (STUB + 14.0, 78.0 + gone * 1.6)
        };
        for (at, (mark, [out, into])) in layout.marks.iter_mut().zip(totals).enumerate() {
            let long = (out.max(*into) * scale).max(4.0);
            let from = if wide { -long / 2.0 } else { names + 12.0 };
            *mark = Mark { along: first + at as f64 * step, across: (from, from + long) };
        }
        let mut lanes = Lanes::new(&layout, room, gone, wide);
        layout.place(chart, scale, &mut lanes, known);
        layout.finish(&lanes, width);
        let reach = lanes.above.iter().copied().fold(0.0, f64::max);
        (layout, reach)
    }

    /// Where each band begins and ends, and how it goes between.
    fn place(
        &mut self,
        chart: &FlowChart,
        scale: f64,
        lanes: &mut Lanes,
        known: &dyn Fn(FlowKind) -> Option<Ends>,
    ) {
        // The bands of each side of each stage in their order, one after the other.
        let mut ends: Vec<(usize, usize, i64, usize)> = Vec::new();
        for (number, band) in chart.bands.iter().enumerate() {
            for (side, end) in known(band.kind).unwrap_or_default().into_iter().enumerate() {
                ends.extend(end.map(|(node, order)| (node, side, order, number)));
            }
        }
        ends.sort_unstable();
        let mut spots: Vec<[Option<f64>; 2]> = vec![[None; 2]; chart.bands.len()];
        let (mut last, mut used) = (None, 0.0);
        for (node, side, _, number) in ends {
            if last != Some((node, side)) {
                (last, used) = (Some((node, side)), 0.0);
            }
            let width = chart.bands.get(number).map_or(0.0, |band| band.count as f64 * scale);
            let mark = self.marks.get(node).copied().unwrap_or_default();
            let middle = used + width / 2.0;
            let across = if self.wide { mark.across.0 + middle } else { mark.across.1 - middle };
            if let Some(spot) = spots.get_mut(number).and_then(|both| both.get_mut(side)) {
                *spot = Some(across);
            }
            used += width;
        }
        // Short ways first: they run next to the stages, the longer ones around them.
        let mut order: Vec<usize> = (0..chart.bands.len()).collect();
        let reach = |number: &usize| match chart.bands.get(*number).map(|band| band.kind) {
            Some(FlowKind::Between(from, to)) => (from.abs_diff(to), from > to, from.min(to)),
            _ => (0, false, 0),
        };
        order.sort_by_key(reach);
        for number in order {
            let Some(band) = chart.bands.get(number).filter(|band| known(band.kind).is_some()) else {
                continue;
            };
            let [behind, before] = spots.get(number).copied().unwrap_or_default();
            let width = band.count as f64 * scale;
            self.bands.extend(self.band(number, band.kind, width, (behind, before), lanes));
        }
        self.bands.sort_unstable_by_key(|band| band.number);
    }

    fn band(
        &self,
        number: usize,
        kind: FlowKind,
        width: f64,
        (behind, before): (Option<f64>, Option<f64>),
        lanes: &mut Lanes,
    ) -> Option<Band> {
        let mark = |node: usize| self.marks.get(node).copied();
        let band = |start, pieces, label, is_back| Band {
            number,
            width,
            start,
            pieces,
            label: Some(label),
            before: false,
            is_back,
        };
        match kind {
            FlowKind::In(to) | FlowKind::Again(to) => {
                let (mark, across) = (mark(to)?, before?);
                let start = if self.wide { mark.along - STUB } else { mark.along - STUB + 8.0 };
                let end = (mark.along, across);
                // Where stages stand below one another, the text has the room of the names.
                let label = if self.wide { (start - 5.0, across) } else { (start + 4.0, self.names) };
                Some(Band { before: true, ..band((start, across), vec![Piece::Line(end)], label, false) })
            }
            FlowKind::Lost(from) | FlowKind::Away(from) => {
                let (mark, across) = (mark(from)?, behind?);
                let start = (mark.along + MARK, across);
                let (along, text) = lanes.exit(from, start.0, width);
                let end = (along, if self.wide { lanes.exits } else { self.names + 4.0 });
                let label = if self.wide { (text.0, end.1 + 3.0 + text.1) } else { (along, self.names) };
                let made = band(start, vec![Piece::Turn(end)], label, false);
                Some(Band { before: !self.wide, ..made })
            }
            FlowKind::Between(from, to) => {
                let is_back = from > to;
                let (low, high) = (from.min(to), from.max(to));
                let (left, right) = (mark(low)?, mark(high)?);
                let (start, end) = ((left.along + MARK, behind?), (right.along, before?));
                let (mut label, pieces, through) = if high == low + 1 {
                    let share = if is_back { 0.34 } else { 0.5 };
                    let along = start.0 + (end.0 - start.0) * share;
                    let ess = share * share * (3.0 - 2.0 * share);
                    ((along, start.1 + (end.1 - start.1) * ess), Vec::new(), None)
                } else {
                    let lane = lanes.take(low, high, width, is_back);
                    let (first, last) = (mark(low + 1)?.along - 8.0, mark(high - 1)?.along + MARK + 8.0);
                    (((first + last) / 2.0, lane), vec![(first, lane), (last, lane)], Some(lane))
                };
                if let Some(lane) = through {
                    label.1 = lane;
                }
                let mut spots = [vec![start], pieces, vec![end]].concat();
                if is_back {
                    spots.reverse();
                }
                let all = spots.len();
                let begin = *spots.first()?;
                let piece = |(at, spot): (usize, &Spot)| {
                    if all == 4 && at == 1 { Piece::Line(*spot) } else { Piece::Ess(*spot) }
                };
                let pieces = spots.iter().skip(1).enumerate().map(piece).collect();
                Some(band(begin, pieces, label, is_back))
            }
        }
    }

    /// Moves all that lies across so that it begins at 0, and measures it.
    fn finish(&mut self, lanes: &Lanes, width: f64) {
        if !self.wide {
            let end = self.marks.last().map_or(0.0, |mark| mark.along + MARK);
            self.size = (end + 10.0, width);
            return;
        }
        let down = -lanes.top();
        for mark in &mut self.marks {
            mark.across = (mark.across.0 + down, mark.across.1 + down);
        }
        for band in &mut self.bands {
            band.start.1 += down;
            if let Some(label) = &mut band.label {
                label.1 += down;
            }
            for piece in &mut band.pieces {
                match piece {
                    Piece::Line(spot) | Piece::Ess(spot) | Piece::Turn(spot) => spot.1 += down,
                }
            }
        }
        self.size.1 = lanes.bottom() + down;
    }

    /// Lanes that find no room even so lie upon one another at the edge.
    fn keep(&mut self, width: f64) {
        for band in self.bands.iter_mut().filter(|_| !self.wide) {
            let most = (width - band.width / 2.0 - 2.0).max(0.0);
            let keep = |spot: &mut Spot| spot.1 = spot.1.min(most);
            for piece in &mut band.pieces {
                match piece {
                    Piece::Line(spot) | Piece::Ess(spot) | Piece::Turn(spot) => keep(spot),
                }
            }
            if let Some(label) = &mut band.label {
                label.1 = label.1.min(width - 14.0);
            }
        }
    }
}

/// What is still free on both sides of the stages, and where what leaves ends.
struct Lanes {
    wide: bool,
    /// How far across is taken beside each stage: on the side of the longer forward ways, and on that of the longer back ones.
    above: Vec<f64>,
    below: Vec<f64>,
    /// How far across what leaves goes, where stages stand side by side.
    exits: f64,
    /// By the stage: where the last one left, and how many lines of text stand there.
    left: Vec<Option<(f64, f64, f64)>>,
}

impl Lanes {
    fn new(layout: &Layout, room: f64, gone: f64, wide: bool) -> Lanes {
        let edge = |mark: &Mark| if wide { mark.across.0 - LINE - 8.0 } else { mark.across.1 + 6.0 };
        let exits = room / 2.0 + 16.0 + gone / 2.0;
        Lanes {
            wide,
            above: layout.marks.iter().map(edge).collect(),
            below: vec![
                if gone > 0.0 { exits + 2.0 * LINE + 8.0 } else { room / 2.0 + 10.0 };
                layout.marks.len()
            ],
            exits,
            left: vec![None; layout.marks.len()],
        }
    }

    /// The next free lane beside the stages between two.
    fn take(&mut self, low: usize, high: usize, width: f64, is_back: bool) -> f64 {
        // Below one another, both kinds have the same side.
        let (side, onward) = match (self.wide, is_back) {
            (true, false) => (&mut self.above, -1.0),
            (true, true) => (&mut self.below, 1.0),
            (false, _) => (&mut self.above, 1.0),
        };
        let half = (width / 2.0).max(LINE / 2.0);
        let between = side.get(low + 1..high).unwrap_or_default();
        let farthest = between.iter().map(|across| across * onward).fold(f64::MIN, f64::max);
        let lane = (farthest + half) * onward;
        for across in side.get_mut(low + 1..high).unwrap_or_default() {
            *across = lane + (half + 2.0) * onward;
        }
        lane
    }

    /// Where a band that leaves a stage ends along the way, and where its text stands: along, and how much further across.
    fn exit(&mut self, node: usize, start: f64, width: f64) -> (f64, (f64, f64)) {
        let before = self.left.get(node).copied().flatten();
        let along = match before {
            Some((edge, ..)) => {
                (edge + width / 2.0 + 2.0).max(if self.wide { 0.0 } else { edge + LINE - 2.0 })
            }
            None => start + 10.0 + width / 2.0,
        };
        // A second text stands below the first.
        let text = before.map_or((along, LINE), |(_, text, lines)| (text, lines + LINE));
        if let Some(left) = self.left.get_mut(node) {
            *left = Some((along + width / 2.0, text.0, text.1));
        }
        (along, text)
    }

    fn top(&self) -> f64 {
        self.above.iter().copied().fold(0.0, f64::min) - LINE
    }

    fn bottom(&self) -> f64 {
        self.below.iter().copied().fold(self.exits, f64::max) + 8.0
    }
}
