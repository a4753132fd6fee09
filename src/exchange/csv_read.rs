//! A separated text as a table: its delimiter found out, its rows as they are, also those of another length.

use csv::{ReaderBuilder, StringRecord};

/// Most rows that are taken in at once.
pub const MAX_ROWS: usize = 200_000;
/// Longest cell, in characters.
pub const MAX_CELL: usize = 100_000;
/// Most columns.
pub const MAX_COLUMNS: usize = 1_000;
/// Cells that begin with one of these are formulas to a spreadsheet. [`super::csv_write`] puts `'` before them, [`Table::cell`]
/// takes it away.
pub(super) const FORMULA: [char; 6] = ['=', '+', '-', '@', '\t', '\r'];

/// Why a text is no table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CsvError {
    /// There is not even a header.
    Empty,
    /// There are more than [`MAX_ROWS`] rows.
    TooManyRows,
    /// A row has more than [`MAX_COLUMNS`] cells.
    TooManyColumns {
        /// The row, from 0 below the header.
        row: usize,
    },
    /// A cell is longer than [`MAX_CELL`], as after a quotation mark that never ends.
    CellTooLong {
        /// The row, from 0 below the header.
        row: usize,
        /// The column, from 0.
        column: usize,
    },
}

/// A table as it was read.
#[derive(Debug, Clone, PartialEq)]
pub struct Table {
    /// What separates the cells: `,`, `;`, a tab or `|`.
    pub delimiter: char,
    /// The names of the columns, trimmed.
    pub header: Vec<String>,
    /// The rows that have more or fewer cells than the header, from 0 below it. Missing cells read as empty.
    pub ragged: Vec<usize>,
    rows: Vec<StringRecord>,
}

impl Table {
    /// How many rows there are below the header. Lines with nothing on them are none.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether there is nothing but a header.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// A cell as the author of the file meant it: without the `'` that keeps spreadsheets from running it. Empty where the
    /// row ends earlier.
    pub fn cell(&self, row: usize, column: usize) -> &str {
        let raw = self.rows.get(row).and_then(|cells| cells.get(column)).unwrap_or("");
        match raw.strip_prefix('\'') {
            Some(rest) if rest.trim_start_matches('\'').starts_with(FORMULA) => rest,
            _ => raw,
        }
    }

    /// The cells of a column from the top, trimmed.
    pub fn column(&self, column: usize) -> impl Iterator<Item = &str> {
        (0..self.len()).map(move |row| self.cell(row, column).trim())
    }

    /// The first `count` cells of a column that are not empty, to show what is in it.
    pub fn samples(&self, column: usize, count: usize) -> Vec<&str> {
        self.column(column).filter(|cell| !cell.is_empty()).take(count).collect()
    }
}

/// Reads a text with any of the four delimiters, with `\n` or `\r\n`, with quoted cells over several lines, with a byte order
/// mark, and with the line `sep=;` that Excel writes.
///
/// # Errors
/// A [`CsvError`] where there is nothing, or far too much.
pub fn sniff(text: &str) -> Result<Table, CsvError> {
    let text = text.trim_start_matches('\u{feff}');
    let (delimiter, text) = match declared(text) {
        Some((delimiter, rest)) => (delimiter, rest),
        None => (likely_delimiter(text), text),
    };
    let mut header = None;
    let mut rows: Vec<StringRecord> = Vec::new();
    let mut ragged = Vec::new();
    let mut reader = reader(text, delimiter);
    let mut record = StringRecord::new();
    // Reading a text in memory as text cannot fail; if it ever does, what was read so far would be a lie.
    while reader.read_record(&mut record).map_err(|_| CsvError::Empty)? {
        let Some(width) = header.as_ref().map(Vec::len) else {
            caps(&record, 0)?;
            header = Some(record.iter().map(|name| name.trim().to_owned()).collect::<Vec<_>>());
            continue;
        };
        let row = rows.len();
        if row == MAX_ROWS {
            return Err(CsvError::TooManyRows);
        }
        caps(&record, row)?;
        if record.len() != width {
            ragged.push(row);
        }
        rows.push(record.clone());
    }
    let header = header.filter(|names| names.iter().any(|name| !name.is_empty())).ok_or(CsvError::Empty)?;
    Ok(Table { delimiter: char::from(delimiter), header, ragged, rows })
}

/// The text of a file's bytes: UTF-8, else UTF-16 with a byte order mark, else Windows-1252 as old spreadsheets write it.
pub fn decode(bytes: &[u8]) -> String {
    let wide = |unit: fn([u8; 2]) -> u16| {
        let units = bytes.chunks_exact(2).skip(1).filter_map(|pair| Some(unit(pair.try_into().ok()?)));
        char::decode_utf16(units).map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER)).collect()
    };
    match bytes {
        [0xff, 0xfe, ..] => wide(u16::from_le_bytes),
        [0xfe, 0xff, ..] => wide(u16::from_be_bytes),
        _ => match std::str::from_utf8(bytes) {
            Ok(text) => text.to_owned(),
            Err(_) => bytes.iter().map(|byte| windows_1252(*byte)).collect(),
        },
    }
}

fn windows_1252(byte: u8) -> char {
    // 0x80 to 0x9f; the five bytes without a character stay what they are.
    const UPPER: [char; 32] = [
        '\u{20ac}', '\u{81}', '\u{201a}', '\u{192}', '\u{201e}', '\u{2026}', '\u{2020}', '\u{2021}',
        '\u{2c6}', '\u{2030}', '\u{160}', '\u{2039}', '\u{152}', '\u{8d}', '\u{17d}', '\u{8f}', '\u{90}',
        '\u{2018}', '\u{2019}', '\u{201c}', '\u{201d}', '\u{2022}', '\u{2013}', '\u{2014}', '\u{2dc}',
        '\u{2122}', '\u{161}', '\u{203a}', '\u{153}', '\u{9d}', '\u{17e}', '\u{178}',
    ];
    byte.checked_sub(0x80).and_then(|at| UPPER.get(usize::from(at))).copied().unwrap_or(char::from(byte))
}

fn reader(text: &str, delimiter: u8) -> csv::Reader<&[u8]> {
    ReaderBuilder::new().delimiter(delimiter).has_headers(false).flexible(true).from_reader(text.as_bytes())
}

fn caps(record: &StringRecord, row: usize) -> Result<(), CsvError> {
    if record.len() > MAX_COLUMNS {
        return Err(CsvError::TooManyColumns { row });
    }
    // Counting characters only where there are enough bytes keeps this out of the way.
    let long = |cell: &str| cell.len() > MAX_CELL && cell.chars().count() > MAX_CELL;
    match record.iter().position(long) {
        Some(column) => Err(CsvError::CellTooLong { row, column }),
        None => Ok(()),
    }
}

fn declared(text: &str) -> Option<(u8, &str)> {
    let rest = text.strip_prefix("sep=").or_else(|| text.strip_prefix("\"sep="))?;
    let (line, rest) = rest.split_once('\n')?;
    match line.trim_end_matches(['\r', '"']).as_bytes() {
        [delimiter @ (b',' | b';' | b'\t' | b'|')] => Some((*delimiter, rest)),
        _ => None,
    }
}

/// The delimiter by which the first rows have the same number of cells most often, and the most of them.
fn likely_delimiter(text: &str) -> u8 {
    let mut best = (0, 0, b',');
    for delimiter in [b',', b';', b'\t', b'|'] {
        let mut reader = reader(text, delimiter);
        let mut record = StringRecord::new();
        let (mut width, mut alike) = (0, 0usize);
        for line in 0..50 {
            if !matches!(reader.read_record(&mut record), Ok(true)) {
                break;
            }
            if line == 0 {
                width = record.len();
            }
            alike += usize::from(record.len() == width);
        }
        if width > 1 && (alike, width) > (best.0, best.1) {
            best = (alike, width, delimiter);
        }
    }
    best.2
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn cells(text: &str) -> Vec<Vec<String>> {
        let table = sniff(text).expect("a table");
        let width = table.header.len();
        (0..table.len()).map(|row| (0..width).map(|c| table.cell(row, c).to_owned()).collect()).collect()
    }

    #[test]
    fn each_delimiter_is_found() {
        for (delimiter, name) in [(',', "comma"), (';', "semicolon"), ('\t', "tab"), ('|', "bar")] {
            let text = format!("a{delimiter}b c\r\n\"1,5;x|\ty\"{delimiter}2\r\n3{delimiter}4\r\n");
            let table = sniff(&text).expect(name);
            assert_eq!((table.delimiter, table.header.len(), table.len()), (delimiter, 2, 2), "{name}");
            assert_eq!(table.cell(0, 0), "1,5;x|\ty");
        }
        assert_eq!(sniff("name;amount\nA;1,50\nB;2,50\n").expect("a table").delimiter, ';');
        assert_eq!(sniff("sep=|\r\na|b,c,d\r\n1|2,3,4\r\n").expect("a table").delimiter, '|');
        assert_eq!(sniff("title\nA\nB\n").expect("one column").header, ["title"]);
    }

    #[test]
    fn marks_quotes_and_rows_of_another_length() {
        let text = "\u{feff} Title ,Note\r\nA,\"two\r\nlines, \"\"quoted\"\"\"\r\nB\r\n\r\nC,1,2\r\n";
        let table = sniff(text).expect("a table");
        assert_eq!(table.header, ["Title", "Note"]);
        assert_eq!(table.ragged, [1, 2]);
        let row = |a: &str, b: &str| vec![a.to_owned(), b.to_owned()];
        assert_eq!(cells(text), [row("A", "two\r\nlines, \"quoted\""), row("B", ""), row("C", "1")]);
        assert_eq!(table.samples(1, 5), ["two\r\nlines, \"quoted\"", "1"]);
        assert_eq!((table.cell(9, 0), table.cell(0, 9)), ("", ""));
    }

    #[test]
    fn only_the_mark_before_a_formula_is_taken_away() {
        let text = "a\n'=1\n''@x\n'quoted'\n'\n=1\n'-1\n";
        assert_eq!(cells(text).concat(), ["=1", "'@x", "'quoted'", "'", "=1", "-1"]);
    }

    #[test]
    fn nothing_and_too_much_are_refused() {
        for text in ["", "\u{feff}", "\n\n", " , \n1,2\n"] {
            assert_eq!(sniff(text), Err(CsvError::Empty), "{text:?}");
        }
        let rows = |count| format!("a\n{}", "1\n".repeat(count));
        assert_eq!(sniff(&rows(MAX_ROWS)).map(|t| t.len()), Ok(MAX_ROWS));
        assert_eq!(sniff(&rows(MAX_ROWS + 1)), Err(CsvError::TooManyRows));
        let long = format!("a,b\n1,2\n3,\"{}", "\u{e4}".repeat(MAX_CELL + 1));
        assert_eq!(sniff(&long), Err(CsvError::CellTooLong { row: 1, column: 1 }));
        assert!(sniff(&format!("a,b\n1,{}", "\u{e4}".repeat(MAX_CELL))).is_ok());
        let wide = format!("a,b\n{}", ",".repeat(MAX_COLUMNS));
        assert_eq!(sniff(&wide), Err(CsvError::TooManyColumns { row: 0 }));
    }

    #[test]
    fn bytes_become_text() {
        assert_eq!(decode("a\u{e4}\u{20ac}".as_bytes()), "a\u{e4}\u{20ac}");
        assert_eq!(decode(b"\xff\xfea\0\xe4\0"), "a\u{e4}");
        assert_eq!(decode(b"\xfe\xff\0a\0\xe4"), "a\u{e4}");
        assert_eq!(decode(b"M\xfcller \x80 5"), "M\u{fc}ller \u{20ac} 5");
        assert_eq!(decode(b""), "");
    }

    proptest! {
        #[test]
        fn no_bytes_make_reading_panic(bytes in prop::collection::vec(any::<u8>(), 0..300), text in "[a,;|\t\"\r\n'=]{0,80}") {
            for text in [decode(&bytes), text] {
                if let Ok(table) = sniff(&text) {
                    for row in 0..=table.len() {
                        for column in 0..=table.header.len() {
                            table.cell(row, column);
                        }
                    }
                }
            }
        }
    }
}
