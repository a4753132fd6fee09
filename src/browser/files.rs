//! Files in and out, as the user gives and takes them.

use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// Largest file that is read, in bytes.
pub const MAX_FILE: f64 = 200.0 * 1024.0 * 1024.0;

/// Why a file could not be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReadError {
    /// Larger than [`MAX_FILE`].
    TooLarge,
    /// The browser did not give it.
    Unreadable,
}

/// Offers a text to the user as a file to keep. Says whether the browser took it.
pub fn download(name: &str, mime: &str, text: &str) -> bool {
    let attempt = || -> Result<web_sys::Blob, JsValue> {
        let options = web_sys::BlobPropertyBag::new();
        options.set_type(mime);
        let parts = js_sys::Array::of1(&JsValue::from_str(text));
        web_sys::Blob::new_with_str_sequence_and_options(&parts, &options)
    };
    attempt().is_ok_and(|blob| download_blob(name, &blob))
}

/// As [`download`], of what is no text.
pub fn download_blob(name: &str, blob: &web_sys::Blob) -> bool {
    let attempt = || -> Result<(), JsValue> {
        let window = web_sys::window().ok_or(JsValue::NULL)?;
        let document = window.document().ok_or(JsValue::NULL)?;
        let url = web_sys::Url::create_object_url_with_blob(blob)?;
        let anchor: web_sys::HtmlAnchorElement = document.create_element("a")?.unchecked_into();
        anchor.set_href(&url);
        anchor.set_download(name);
        anchor.click();
        // The download has its own reference by the time a minute has passed.
        gloo_timers::callback::Timeout::new(60_000, move || {
            let _ = web_sys::Url::revoke_object_url(&url);
        })
        .forget();
        Ok(())
    };
    attempt().is_ok()
}

/// The first file that an `<input type="file">` holds; empties the input so that the same file can be chosen again.
pub fn chosen(input: &web_sys::HtmlInputElement) -> Option<web_sys::File> {
    let file = input.files().and_then(|files| files.get(0));
    input.set_value("");
    file
}

/// A file's text, as UTF-8.
///
/// # Errors
/// [`ReadError`] where it is too large or the browser does not give it.
pub async fn text(file: &web_sys::File) -> Result<String, ReadError> {
    if file.size() > MAX_FILE {
        return Err(ReadError::TooLarge);
    }
    let text = JsFuture::from(file.text()).await.map_err(|_| ReadError::Unreadable)?;
    text.as_string().ok_or(ReadError::Unreadable)
}

/// A file's bytes.
///
/// # Errors
/// [`ReadError`] where it is too large or the browser does not give it.
pub async fn bytes(file: &web_sys::File) -> Result<Vec<u8>, ReadError> {
    if file.size() > MAX_FILE {
        return Err(ReadError::TooLarge);
    }
    let buffer = JsFuture::from(file.array_buffer()).await.map_err(|_| ReadError::Unreadable)?;
    Ok(js_sys::Uint8Array::new(&buffer).to_vec())
}
