//! As much of HTTP/1.1 as a browser on this machine needs to fetch files: a thread a connection, kept open between requests.
//!
//! Not tiny_http: of connections that come at the same moment it may leave one waiting until another is closed, which browsers
//! do not do for minutes; the pages of the end-to-end tests then stood still now and then.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::Arc;
use std::time::Duration;

/// How long a connection may be silent.
const SILENCE: Duration = Duration::from_secs(60);
/// The longest head of a request, in bytes.
const LONGEST: u64 = 32_768;

/// What a browser asks for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Ask {
    /// The method, such as `GET`.
    pub method: String,
    /// The path with the query.
    pub target: String,
    /// The encodings that it accepts.
    pub accept_encoding: String,
    /// Whether it closes the connection after the answer.
    close: bool,
}

/// What it gets.
pub struct Reply {
    pub status: u16,
    pub kind: &'static str,
    pub encoding: Option<&'static str>,
    pub content: Vec<u8>,
}

/// Answers every connection for as long as the process runs.
pub fn answer_all(listener: TcpListener, answer: impl Fn(&Ask) -> Reply + Send + Sync + 'static) {
    let answer = Arc::new(answer);
    std::thread::spawn(move || {
        for stream in listener.incoming() {
            // A browser that went away before it was heard is no concern of ours.
            let Ok(stream) = stream else { continue };
            let answer = Arc::clone(&answer);
            std::thread::spawn(move || {
                // Nor is one that goes away in the middle.
                let _ = converse(stream, &*answer);
            });
        }
    });
}

fn converse(stream: TcpStream, answer: &dyn Fn(&Ask) -> Reply) -> std::io::Result<()> {
    stream.set_read_timeout(Some(SILENCE))?;
    stream.set_write_timeout(Some(SILENCE))?;
    stream.set_nodelay(true)?;
    let mut out = stream.try_clone()?;
    let mut reader = BufReader::new(stream);
    while let Some(ask) = read_head(&mut reader)? {
        let reply = answer(&ask);
        let mut head = format!(
            "HTTP/1.1 {} {}\r\nContent-Type: {}\r\nContent-Length: {}\r\nCache-Control: no-cache\r\n\
             X-Content-Type-Options: nosniff\r\nVary: Accept-Encoding\r\n",
            reply.status,
            reason(reply.status),
            reply.kind,
            reply.content.len()
        );
        if let Some(encoding) = reply.encoding {
            head.push_str(&format!("Content-Encoding: {encoding}\r\n"));
        }
        // A body that nobody reads is no request.
        let close = ask.close || reply.status == 405;
        if close {
            head.push_str("Connection: close\r\n");
        }
        head.push_str("\r\n");
        out.write_all(head.as_bytes())?;
        if ask.method != "HEAD" {
            out.write_all(&reply.content)?;
        }
        if close {
            return Ok(());
        }
    }
    Ok(())
}

fn reason(status: u16) -> &'static str {
    match status {
        200 => "OK",
        404 => "Not Found",
        _ => "Method Not Allowed",
    }
}

/// The head of the next request; `None` at the end of the connection.
fn read_head(reader: &mut impl BufRead) -> std::io::Result<Option<Ask>> {
    let mut ask = Ask::default();
    let mut limited = reader.take(LONGEST);
    let mut line = String::new();
    if limited.read_line(&mut line)? == 0 {
        return Ok(None);
    }
    let mut words = line.split_whitespace();
    let (method, target, version) = (words.next(), words.next(), words.next());
    ask.method = method.unwrap_or_default().to_owned();
    ask.target = target.unwrap_or_default().to_owned();
    ask.close = version != Some("HTTP/1.1");
    loop {
        line.clear();
        // Without an end the head is cut off, or endless.
        if limited.read_line(&mut line)? == 0 || !line.ends_with('\n') {
            return Err(std::io::ErrorKind::UnexpectedEof.into());
        }
        let Some((name, value)) = line.split_once(':') else {
            if line.trim().is_empty() {
                return Ok(Some(ask));
            }
            continue;
        };
        match name.trim().to_ascii_lowercase().as_str() {
            "accept-encoding" => {
                if !ask.accept_encoding.is_empty() {
                    ask.accept_encoding.push(',');
                }
                ask.accept_encoding.push_str(value.trim());
            }
            "connection" => ask.close |= value.to_ascii_lowercase().contains("close"),
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn heads_are_read_one_after_the_other() -> std::io::Result<()> {
        let text = "GET /a?b HTTP/1.1\r\nHost: x\r\nAccept-Encoding: gzip\r\naccept-encoding: br\r\n\r\nHEAD / HTTP/1.1\r\nConnection: Close\r\n\r\n";
        let mut reader = text.as_bytes();
        let first = read_head(&mut reader)?.expect("a request");
        assert_eq!((first.method.as_str(), first.target.as_str()), ("GET", "/a?b"));
        assert_eq!((first.accept_encoding.as_str(), first.close), ("gzip,br", false));
        let second = read_head(&mut reader)?.expect("a request");
        assert_eq!((second.method.as_str(), second.close), ("HEAD", true));
        assert_eq!(read_head(&mut reader)?, None);
        Ok(())
    }

    #[test]
    fn a_head_without_an_end_is_an_error() {
        assert!(read_head(&mut "GET / HTTP/1.1\r\nHost: x".as_bytes()).is_err());
        let endless = format!("GET / HTTP/1.1\r\nA: {}", "b".repeat(100_000));
        assert!(read_head(&mut endless.as_bytes()).is_err());
        assert!(
            read_head(&mut "GET / HTTP/1.0\r\n\r\n".as_bytes())
                .is_ok_and(|ask| ask.is_some_and(|ask| ask.close))
        );
    }
}
