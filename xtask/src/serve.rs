//! A small web server for the built site, for this machine's own browser.

use crate::watch::{self, Version};
use crate::{bundle, run, toolchain};
use anyhow::{Context, Result, bail};
use std::path::{Component, Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};
use tiny_http::{Header, Method, Request, Response, Server};

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
    let address = match server.server_addr().to_ip() {
        Some(address) => format!("http://{address}"),
        None => bail!("no address to serve on"),
    };
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
    let server = Arc::new(server);
    answer_in_background(&server, &folder, options.dev.then(|| Arc::clone(&version)));
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
    let server = Arc::new(listen("127.0.0.1", 0)?);
    let address = server.server_addr().to_ip().context("no address to serve on")?;
    answer_in_background(&server, folder, None);
    Ok(format!("http://{address}/"))
}

fn listen(host: &str, port: u16) -> Result<Server> {
    use std::io::ErrorKind;
    let listener = std::net::TcpListener::bind((host, port)).map_err(|error| match error.kind() {
        ErrorKind::AddrInUse => anyhow::anyhow!(
            "port {port} on {host} is in use by another program. Choose another: cargo xtask serve --port {}",
            port.checked_add(1).unwrap_or(8080)
        ),
        ErrorKind::PermissionDenied => {
            anyhow::anyhow!("port {port} may not be used by this user. Choose one above 1023 with --port")
        }
        _ => anyhow::anyhow!("cannot listen on {host}, port {port}: {error}"),
    })?;
    Server::from_listener(listener, None).map_err(|error| anyhow::anyhow!("cannot serve: {error}"))
}

/// Four threads, so that one slow reader does not hold up the rest of the page.
fn answer_in_background(server: &Arc<Server>, folder: &Path, version: Option<Arc<Version>>) {
    for _ in 0..4 {
        let (server, folder, version) = (Arc::clone(server), folder.to_owned(), version.clone());
        std::thread::spawn(move || {
            while let Ok(request) = server.recv() {
                answer(request, &folder, version.as_ref());
            }
        });
    }
}

fn answer(request: Request, folder: &Path, version: Option<&Arc<Version>>) {
    let (path, query) = request.url().split_once('?').unwrap_or((request.url(), ""));
    if let Some(version) = version {
        if path.ends_with("/~reload.js") {
            return send(request, 200, "text/javascript; charset=utf-8", None, watch::SCRIPT.into());
        }
        if path.ends_with("/~changed") {
            let (seen, version) = (query.parse().ok(), Arc::clone(version));
            // Held open until something changes: a thread of its own.
            std::thread::spawn(move || {
                let now = version.wait_beyond(seen, Duration::from_secs(25));
                send(request, 200, "text/plain", None, now.to_string().into_bytes());
            });
            return;
        }
    }
    if !matches!(request.method(), Method::Get | Method::Head) {
        return send(request, 405, "text/plain", None, b"only GET and HEAD".to_vec());
    }
    let Some(file) = inside(folder, path) else {
        return send(request, 404, "text/plain", None, b"not found".to_vec());
    };
    let accepted = request
        .headers()
        .iter()
        .filter(|header| header.field.equiv("Accept-Encoding"))
        .map(|header| header.value.as_str())
        .collect::<Vec<_>>()
        .join(",");
    for (encoding, suffix) in [("br", ".br"), ("gzip", ".gz")] {
        if accepts(&accepted, encoding) {
            let mut twin = file.clone().into_os_string();
            twin.push(suffix);
            if let Ok(content) = std::fs::read(twin) {
                return send(request, 200, content_type(&file), Some(encoding), content);
            }
        }
    }
    match std::fs::read(&file) {
        Ok(content) => send(request, 200, content_type(&file), None, content),
        Err(_) => send(request, 404, "text/plain", None, b"not found".to_vec()),
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

fn send(request: Request, status: u16, kind: &str, encoding: Option<&str>, content: Vec<u8>) {
    let mut headers = vec![
        ("Content-Type", kind),
        ("Cache-Control", "no-cache"),
        ("X-Content-Type-Options", "nosniff"),
        ("Vary", "Accept-Encoding"),
    ];
    headers.extend(encoding.map(|encoding| ("Content-Encoding", encoding)));
    let mut response =
        Response::from_data(content).with_status_code(status).with_chunked_threshold(usize::MAX);
    for (name, value) in headers {
        if let Ok(header) = Header::from_bytes(name, value) {
            response.add_header(header);
        }
    }
    // A browser that went away in the middle is no concern of ours.
    let _ = request.respond(response);
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
