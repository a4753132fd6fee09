//! A small web server for the built site, for this machine's own browser.

use crate::http::{self, Ask, Reply};
use crate::watch::{self, Version};
use crate::{bundle, run, toolchain};
use anyhow::{Context, Result};
use std::net::TcpListener;
use std::path::{Component, Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

pub struct Options {
    pub dev: bool,
    pub port: u16,
    pub host: String,
}

impl Default for Options {
    fn default() -> Self {
        Self { dev: false, port: 8080, host: "127.0.0.1".to_owned() }
    }
}

/// Builds and serves until interrupted.
pub fn serve(options: &Options) -> Result<()> {
    let start = Instant::now();
    // Before the build, so that nobody waits minutes to hear that the port is taken.
    let server = listen(&options.host, options.port)?;
    let address = format!("http://{}", server.local_addr().context("no address to serve on")?);
    println!("Building Stageline, to serve it on {address}");
    toolchain::require_wasm_target()?;
    let version = Arc::new(Version::default());
    let profile = if options.dev { bundle::Profile::Dev } else { bundle::Profile::Release };
    let build = bundle::Options { profile, reload: options.dev };
    // From before the build: what is changed meanwhile is built next.
    let sources = watch::sources();
    // A dev server waits for the mistake to be mended; the watcher builds again.
    let folder = match bundle::build(&build) {
        Ok(folder) => folder,
        Err(error) if options.dev => {
            println!("error: {error:#}");
            run::target_dir().join("dist-dev")
        }
        Err(error) => return Err(error),
    };
    println!(
        "\nStageline is on {address} (ready after {:.1} s; Ctrl+C ends it)",
        start.elapsed().as_secs_f64()
    );
    answer_in_background(server, &folder, options.dev.then(|| Arc::clone(&version)));
    if options.dev {
        println!("Watching src/, style/ and index.html");
        watch::rebuild_on_change(&version, sources, || bundle::build(&build).map(drop));
    }
    loop {
        std::thread::park();
    }
}

/// Serves `folder` on a free port for as long as this process runs; gives the page's address.
pub fn serve_in_background(folder: &Path) -> Result<String> {
    let server = listen("127.0.0.1", 0)?;
    let address = server.local_addr().context("no address to serve on")?;
    answer_in_background(server, folder, None);
    Ok(format!("http://{address}/"))
}

fn listen(host: &str, port: u16) -> Result<TcpListener> {
    use std::io::ErrorKind;
    TcpListener::bind((host, port)).map_err(|error| match error.kind() {
        ErrorKind::AddrInUse => anyhow::anyhow!(
            "port {port} on {host} is in use by another program. Choose another: cargo xtask serve --port {}",
            port.checked_add(1).unwrap_or(8080)
        ),
        ErrorKind::PermissionDenied => {
            anyhow::anyhow!("port {port} may not be used by this user. Choose one above 1023 with --port")
        }
        _ => anyhow::anyhow!("cannot listen on {host}, port {port}: {error}"),
    })
}

fn answer_in_background(server: TcpListener, folder: &Path, version: Option<Arc<Version>>) {
    let folder = folder.to_owned();
    http::answer_all(server, move |ask| answer(ask, &folder, version.as_deref()));
}

fn answer(ask: &Ask, folder: &Path, version: Option<&Version>) -> Reply {
    let plain = |status, content: Vec<u8>| Reply { status, kind: "text/plain", encoding: None, content };
    let (path, query) = ask.target.split_once('?').unwrap_or((&ask.target, ""));
    if let Some(version) = version {
        if path.ends_with("/~reload.js") {
            let kind = "text/javascript; charset=utf-8";
            return Reply { status: 200, kind, encoding: None, content: watch::SCRIPT.into() };
        }
        if path.ends_with("/~changed") {
            // Held open until something changes.
            let now = version.wait_beyond(query.parse().ok(), Duration::from_secs(25));
            return plain(200, now.to_string().into_bytes());
        }
    }
    if !matches!(ask.method.as_str(), "GET" | "HEAD") {
        return plain(405, b"only GET and HEAD".to_vec());
    }
    let missing = || plain(404, b"not found".to_vec());
    let Some(file) = inside(folder, path) else { return missing() };
    let kind = content_type(&file);
    for (encoding, suffix) in [("br", ".br"), ("gzip", ".gz")] {
        if accepts(&ask.accept_encoding, encoding) {
            let mut twin = file.clone().into_os_string();
            twin.push(suffix);
            if let Ok(content) = std::fs::read(twin) {
                return Reply { status: 200, kind, encoding: Some(encoding), content };
            }
        }
    }
    match std::fs::read(&file) {
        Ok(content) => Reply { status: 200, kind, encoding: None, content },
        Err(_) => missing(),
    }
}

/// Whether an `Accept-Encoding` header allows `encoding`.
fn accepts(header: &str, encoding: &str) -> bool {
    header.split(',').any(|item| {
        let mut parts = item.split(';').map(str::trim);
        parts.next().is_some_and(|name| name.eq_ignore_ascii_case(encoding))
            && !parts.any(|weight| matches!(weight, "q=0" | "q=0.0" | "q=0.00" | "q=0.000"))
    })
}

/// The file that a request's path means, or `None` if it would lead out of the folder or names nothing.
/// No name in the site needs percent-encoding, so a path that has some is not decoded and just not found.
fn inside(folder: &Path, path: &str) -> Option<PathBuf> {
    let relative = Path::new(path.trim_start_matches('/'));
    let plain = relative.components().all(|part| matches!(part, Component::Normal(_)));
    let mut file = folder.join(relative);
    if path.ends_with('/') {
        file.push("index.html");
    }
    (plain && !path.contains('\\') && file.is_file()).then_some(file)
}

fn content_type(file: &Path) -> &'static str {
    match file.extension().and_then(|extension| extension.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        // Without this very type a browser cannot compile while it downloads.
        Some("wasm") => "application/wasm",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::{Read, Write};

    fn get(address: &str, head: &str) -> Result<String> {
        let host = address.trim_start_matches("http://").trim_end_matches('/');
        let mut stream = std::net::TcpStream::connect(host)?;
        write!(stream, "GET {head}\r\nHost: {host}\r\nConnection: close\r\n\r\n")?;
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer)?;
        Ok(String::from_utf8_lossy(&answer).into_owned())
    }

    #[test]
    fn serves_the_folder_and_nothing_beside_it() -> Result<()> {
        let top = std::env::temp_dir().join(format!("stageline-serve-{}", std::process::id()));
        let folder = top.join("dist");
        std::fs::create_dir_all(&folder)?;
        for (name, content) in [("index.html", "page"), ("a.wasm", "wasm"), ("a.wasm.br", "packed")] {
            std::fs::write(folder.join(name), content)?;
        }
        std::fs::write(top.join("secret"), "secret")?;
        let address = serve_in_background(&folder)?;

        let page = get(&address, "/ HTTP/1.1")?;
        assert!(page.starts_with("HTTP/1.1 200") && page.ends_with("\r\n\r\npage"), "{page}");
        assert!(page.contains("Content-Type: text/html; charset=utf-8\r\n"), "{page}");
        let plain = get(&address, "/a.wasm HTTP/1.1")?;
        assert!(
            plain.ends_with("\r\n\r\nwasm") && plain.contains("Content-Type: application/wasm\r\n"),
            "{plain}"
        );
        let packed = get(&address, "/a.wasm HTTP/1.1\r\nAccept-Encoding: gzip, br")?;
        assert!(
            packed.ends_with("\r\n\r\npacked") && packed.contains("Content-Encoding: br\r\n"),
            "{packed}"
        );
        for path in
            ["/../secret", "/a/../../secret", "/%2e%2e/secret", "//etc/passwd", "/nothing", "/..\\secret"]
        {
            let answer = get(&address, &format!("{path} HTTP/1.1"))?;
            assert!(answer.starts_with("HTTP/1.1 404"), "{path}: {answer}");
        }
        std::fs::remove_dir_all(top)?;
        Ok(())
    }

    #[test]
    fn connections_that_stay_open_keep_no_other_waiting() -> Result<()> {
        let folder = std::env::temp_dir().join(format!("stageline-open-{}", std::process::id()));
        std::fs::create_dir_all(&folder)?;
        std::fs::write(folder.join("index.html"), "page")?;
        let address = serve_in_background(&folder)?;
        let host = address.trim_start_matches("http://").trim_end_matches('/').to_owned();
        // As browsers do: many at once, and none closes what it may need again.
        let ask = |host: String| -> Result<std::net::TcpStream> {
            let mut stream = std::net::TcpStream::connect(&host)?;
            stream.set_read_timeout(Some(Duration::from_secs(3)))?;
            for _ in 0..2 {
                write!(stream, "GET / HTTP/1.1\r\nHost: {host}\r\n\r\n")?;
                let mut answer = Vec::new();
                while !answer.ends_with(b"page") {
                    let mut piece = [0; 512];
                    let read = stream.read(&mut piece)?;
                    anyhow::ensure!(read > 0, "closed");
                    answer.extend_from_slice(piece.get(..read).unwrap_or_default());
                }
            }
            Ok(stream)
        };
        let mut open = Vec::new();
        for _ in 0..20 {
            let asked: Vec<_> = (0..8)
                .map(|_| {
                    let host = host.clone();
                    std::thread::spawn(move || ask(host))
                })
                .collect();
            for asked in asked {
                open.push(asked.join().map_err(|_| anyhow::anyhow!("a panic"))??);
            }
        }
        assert_eq!(open.len(), 160);
        std::fs::remove_dir_all(folder)?;
        Ok(())
    }

    #[test]
    fn a_weight_of_nothing_declines_an_encoding() {
        assert!(accepts("gzip, deflate, br;q=0.8", "br") && accepts("br", "br"));
        assert!(!accepts("gzip, br;q=0", "br") && !accepts("", "br") && !accepts("brotli", "br"));
    }

    #[test]
    fn a_busy_port_is_named_with_the_way_out() -> Result<()> {
        let taken = std::net::TcpListener::bind(("127.0.0.1", 0))?;
        let port = taken.local_addr()?.port();
        let message = listen("127.0.0.1", port).err().map(|error| error.to_string()).unwrap_or_default();
        assert!(message.contains(&port.to_string()) && message.contains("--port"), "{message}");
        Ok(())
    }
}
