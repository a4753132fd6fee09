//! The page around the product: readiness, theme, focus, sizes, waiting.

use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

pub use web_sys::{
    Element, File, FocusEvent, HtmlDialogElement, HtmlElement, HtmlInputElement, HtmlSelectElement,
    HtmlTextAreaElement, KeyboardEvent, MouseEvent, PointerEvent, TouchEvent,
};

/// Runs a future on this page, from its next microtask on.
pub fn spawn(future: impl Future<Output = ()> + 'static) {
    wasm_bindgen_futures::spawn_local(future);
}

/// Waits for so many milliseconds.
pub async fn sleep(millis: u32) {
    let promise = js_sys::Promise::new(&mut |resolve, _| {
        if let Some(window) = web_sys::window() {
            let millis = i32::try_from(millis).unwrap_or(i32::MAX);
            let _ = window.set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, millis);
        }
    });
    let _ = JsFuture::from(promise).await;
}

/// Waits until the next frame is about to be drawn.
pub async fn next_frame() {
    let promise = js_sys::Promise::new(&mut |resolve, _| {
        if let Some(window) = web_sys::window() {
            let _ = window.request_animation_frame(&resolve);
        }
    });
    let _ = JsFuture::from(promise).await;
}

/// Milliseconds since the page was opened, with fractions.
pub fn elapsed() -> f64 {
    web_sys::window().and_then(|window| window.performance()).map_or(0.0, |performance| performance.now())
}

/// The document's own element, outside every instance.
fn document_element() -> Option<HtmlElement> {
    web_sys::window()?.document()?.document_element()?.dyn_into().ok()
}

/// Tells scripts on the page that the first view stands with its data.
pub fn mark_ready() {
    if let Some(element) = document_element() {
        let _ = element.dataset().set("ready", "true");
    }
}

/// The languages that the reader prefers, best first.
pub fn language() -> String {
    web_sys::window().and_then(|window| window.navigator().language()).unwrap_or_else(|| "en".into())
}

/// Whether the reader's system asks for dark colours.
pub fn prefers_dark() -> bool {
    web_sys::window()
        .and_then(|window| window.match_media("(prefers-color-scheme: dark)").ok().flatten())
        .is_some_and(|query| query.matches())
}

/// Whether the keyboard's command key is ⌘.
pub fn is_apple() -> bool {
    web_sys::window()
        .map(|window| window.navigator().platform().unwrap_or_default())
        .is_some_and(|platform| platform.starts_with("Mac") || platform.starts_with("iP"))
}

/// Elements of the page that an instance is mounted in: those marked `data-stageline`.
pub fn mounts() -> Vec<HtmlElement> {
    let Some(list) = web_sys::window()
        .and_then(|window| window.document())
        .and_then(|document| document.query_selector_all("[data-stageline]").ok())
    else {
        return Vec::new();
    };
    (0..list.length()).filter_map(|index| list.get(index)?.dyn_into().ok()).collect()
}

/// Shows the sentence that the page keeps for the case that the product cannot start.
pub fn show_failure() {
    let found = web_sys::window()
        .and_then(|window| window.document())
        .and_then(|document| document.query_selector("[data-stageline-failed]").ok().flatten());
    if let Some(element) = found {
        let _ = element.remove_attribute("hidden");
    }
}

/// Calls back whenever an element's size changes. Watching ends when the handle is dropped.
pub struct SizeWatch {
    observer: web_sys::ResizeObserver,
    _callback: Closure<dyn FnMut()>,
}

impl SizeWatch {
    /// Begins to watch; calls once at the beginning too. `None` where the browser cannot.
    pub fn new(element: &Element, mut changed: impl FnMut() + 'static) -> Option<SizeWatch> {
        let callback = Closure::wrap(Box::new(move || changed()) as Box<dyn FnMut()>);
        let observer = web_sys::ResizeObserver::new(callback.as_ref().unchecked_ref()).ok()?;
        observer.observe(element);
        Some(SizeWatch { observer, _callback: callback })
    }
}

impl Drop for SizeWatch {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}

/// A listener on the window that ends when the handle is dropped.
pub struct WindowListener {
    event: &'static str,
    callback: Closure<dyn FnMut(JsValue)>,
}

impl WindowListener {
    /// Listens to an event of the window.
    pub fn new(event: &'static str, mut heard: impl FnMut(JsValue) + 'static) -> Option<WindowListener> {
        let callback = Closure::wrap(Box::new(move |value| heard(value)) as Box<dyn FnMut(JsValue)>);
        let window = web_sys::window()?;
        window.add_event_listener_with_callback(event, callback.as_ref().unchecked_ref()).ok()?;
        Some(WindowListener { event, callback })
    }
}

impl Drop for WindowListener {
    fn drop(&mut self) {
        if let Some(window) = web_sys::window() {
            let callback = self.callback.as_ref().unchecked_ref();
            let _ = window.remove_event_listener_with_callback(self.event, callback);
        }
    }
}
