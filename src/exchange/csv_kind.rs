//! Files that were chosen by mistake: what is no separated text is called what it is, before its bytes become strange deals.

/// What a file is that is no separated text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stranger {
    /// A workbook of a spreadsheet, or another zipped document.
    Workbook,
    /// A web page or other markup.
    Markup,
    /// JSON, such as a workspace.
    Json,
    /// Bytes that are no text.
    Binary,
}

/// How many characters are looked at.
const LOOKED_AT: usize = 10_000;

/// What the text of a file shows it to be; `None` if it may well be separated text.
pub fn stranger(text: &str) -> Option<Stranger> {
    let start = text.trim_start_matches('\u{feff}').trim_start();
    // PK: a zip archive, which .xlsx and .ods are. D0 CF 11 E0: workbooks of before 2007.
    if start.starts_with("PK\u{3}\u{4}") || start.starts_with("\u{d0}\u{cf}\u{11}\u{e0}") {
        return Some(Stranger::Workbook);
    }
    let (mut odd, mut all) = (0usize, 0usize);
    for c in text.chars().take(LOOKED_AT) {
        all += 1;
        let strange = c.is_control() && !matches!(c, '\t' | '\n' | '\r' | '\u{c}' | '\u{1a}');
        odd += usize::from(strange || c == char::REPLACEMENT_CHARACTER);
        if c == '\0' {
            return Some(Stranger::Binary);
        }
    }
    if odd * 50 > all || start.starts_with("%PDF-") {
        return Some(Stranger::Binary);
    }
    let mut chars = start.chars();
    match (chars.next(), chars.next()) {
        (Some('<'), Some(c)) if c.is_ascii_alphabetic() || c == '!' || c == '?' => Some(Stranger::Markup),
        (Some('{'), _) => Some(Stranger::Json),
        (Some('['), Some(c)) if c == '{' || c == '[' || c.is_whitespace() => Some(Stranger::Json),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exchange::csv_read::decode;

    #[test]
    fn strangers_are_called_what_they_are() {
        for (bytes, kind) in [
            (&b"PK\x03\x04\x14\x00\x06\x00\x08\x00"[..], Stranger::Workbook),
            (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\x00\x00", Stranger::Workbook),
            (b"\n<!doctype html><title>a</title>", Stranger::Markup),
            (b"<?xml version=\"1.0\"?><a/>", Stranger::Markup),
            (b"<html><body>a, b</body></html>", Stranger::Markup),
            (b"{\"format\":\"stageline\"}", Stranger::Json),
            (b"[{\"title\":\"a\"}]", Stranger::Json),
            (b"%PDF-1.7\n1 0 obj", Stranger::Binary),
            (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", Stranger::Binary),
            (b"\x01\x02\xfe\x90\x81\x03\x9dabc,\x11def", Stranger::Binary),
        ] {
            assert_eq!(stranger(&decode(bytes)), Some(kind), "{bytes:?}");
        }
    }

    #[test]
    fn separated_text_is_no_stranger() {
        for text in [
            "",
            "title,value\nA,1\n",
            "\u{feff}sep=;\r\ntitle;value\r\n",
            "[id],title\n1,A\n",
            "<5k>,>5k\n1,2\n",
            "Fran\u{e7}ois;1\u{202f}000\n",
            "a\tb\u{c}\n",
        ] {
            assert_eq!(stranger(text), None, "{text:?}");
        }
        let sales = include_bytes!("../../tests/fixtures/crm-sales/sales_pipeline.csv");
        assert_eq!(stranger(&decode(sales)), None);
        assert_eq!(stranger(&decode("titel;wert\nGr\u{fc}n;1\n".as_bytes())), None);
        assert_eq!(stranger(&decode(b"\xff\xfet\0i\0t\0l\0e\0,\0b\0\n\0")), None);
    }
}
