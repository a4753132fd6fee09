//! The page around the product: readiness, theme, focus, sizes, waiting.

use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

pub use web_sys::{
    Element, Event, File, FocusEvent, HtmlDialogElement, HtmlElement, HtmlInputElement, HtmlSelectElement,
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

/// Runs a future to its end, and waits for it, but no longer than so many milliseconds.
pub async fn wait_at_most(millis: u32, future: impl Future<Output = ()> + 'static) {
    let mut future = Some(future);
    let promise = js_sys::Promise::new(&mut |resolve, _| {
        let Some(future) = future.take() else { return };
        let done = resolve.clone();
        spawn(async move {
            future.await;
            let _ = done.call0(&JsValue::NULL);
        });
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
    pub fn new(element: &Element, changed: impl FnMut() + 'static) -> Option<SizeWatch> {
        let callback = Closure::wrap(Box::new(changed) as Box<dyn FnMut()>);
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
    pub fn new(event: &'static str, heard: impl FnMut(JsValue) + 'static) -> Option<WindowListener> {
        let callback = Closure::wrap(Box::new(heard) as Box<dyn FnMut(JsValue)>);
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

/// Empties an element and marks its theme: `None` follows the system.
pub fn set_theme(element: &HtmlElement, theme: Option<&str>) {
    let _ = match theme {
        Some(theme) => element.set_attribute("data-theme", theme),
        None => element.remove_attribute("data-theme"),
    };
}

/// Takes everything out of an element.
pub fn empty(element: &HtmlElement) {
    element.set_text_content(None);
}

/// The element that an event happened on, or the nearest around it that a selector names.
pub fn closest(event: &web_sys::Event, selector: &str) -> Option<HtmlElement> {
    // Within a shadow root the target of the composed path is the real one.
    let target = event.composed_path().get(0);
    target.dyn_into::<Element>().ok()?.closest(selector).ok().flatten()?.dyn_into().ok()
}

/// An attribute of the element that an event happened on, or of the nearest one around it that has it; drawings too.
pub fn attribute_at(event: &web_sys::Event, name: &str) -> Option<String> {
    let target = event.composed_path().get(0).dyn_into::<Element>().ok()?;
    target.closest(&format!("[{name}]")).ok().flatten()?.get_attribute(name)
}

/// The first element within another that a selector names.
pub fn find(root: &Element, selector: &str) -> Option<HtmlElement> {
    root.query_selector(selector).ok().flatten()?.dyn_into().ok()
}

/// All elements within another that a selector names.
pub fn find_all(root: &Element, selector: &str) -> Vec<HtmlElement> {
    let Ok(list) = root.query_selector_all(selector) else { return Vec::new() };
    (0..list.length()).filter_map(|index| list.get(index)?.dyn_into().ok()).collect()
}

/// The element that follows another among its siblings, or the one before it.
pub fn beside(element: &Element) -> Option<HtmlElement> {
    element.next_element_sibling().or_else(|| element.previous_element_sibling())?.dyn_into().ok()
}

/// The elements right within another.
pub fn children(element: &Element) -> Vec<HtmlElement> {
    let nodes = element.child_nodes();
    (0..nodes.length()).filter_map(|index| nodes.get(index)?.dyn_into().ok()).collect()
}

/// The nearest element around another that scrolls sideways (`across`) or up and down.
pub fn scroller(element: &Element, across: bool) -> Option<HtmlElement> {
    let window = web_sys::window()?;
    let property = if across { "overflow-x" } else { "overflow-y" };
    let mut around = Some(element.clone());
    while let Some(element) = around {
        let overflow = window.get_computed_style(&element).ok()??.get_property_value(property).ok()?;
        if overflow == "auto" || overflow == "scroll" {
            return element.dyn_into().ok();
        }
        around = element.parent_element();
    }
    None
}

/// How far an element has scrolled sideways (`across`) or down, in CSS pixels.
pub fn scrolled(element: &Element, across: bool) -> f64 {
    f64::from(if across { element.scroll_left() } else { element.scroll_top() })
}

/// Scrolls an element sideways (`across`) or up and down. Says whether it could.
pub fn scroll_along(element: &Element, across: bool, by: f64) -> bool {
    let before = scrolled(element, across);
    let to = (before + by) as i32;
    if across {
        element.set_scroll_left(to)
    } else {
        element.set_scroll_top(to)
    }
    scrolled(element, across) != before
}

/// What text is typed into.
const TEXT_FIELDS: &str = ":is(input:not([type='checkbox'],[type='radio'],[type='button'],[type='file']),textarea,[contenteditable])";

/// Whether keys go into a field where the user types, or that has a use for letters of its own.
pub fn is_typing(event: &web_sys::Event) -> bool {
    closest(event, "input, textarea, select, [contenteditable]").is_some()
}

/// Whether keys go into a field of text, which has an undo of its own.
pub fn is_writing(event: &web_sys::Event) -> bool {
    closest(event, TEXT_FIELDS).is_some()
}

/// Whether what stands in a field is whole: half a date is none.
pub fn is_whole(field: &HtmlInputElement) -> bool {
    field.check_validity()
}

/// Whether an event happened on the very element that listens to it, and not on one within it.
pub fn is_on_itself(event: &web_sys::Event) -> bool {
    event.target().is_some() && event.target() == event.current_target()
}

/// Whether an event happened on the page outside every element.
pub fn is_on_body(event: &web_sys::Event) -> bool {
    closest(event, "body *").is_none()
}

/// The value of the field that an event comes from.
pub fn value_of(event: &web_sys::Event) -> String {
    let Some(target) = event.composed_path().get(0).dyn_into::<Element>().ok() else { return String::new() };
    if let Some(input) = target.dyn_ref::<HtmlInputElement>() {
        input.value()
    } else if let Some(area) = target.dyn_ref::<HtmlTextAreaElement>() {
        area.value()
    } else if let Some(select) = target.dyn_ref::<HtmlSelectElement>() {
        select.value()
    } else {
        String::new()
    }
}

/// Where an element stands in the window, in CSS pixels: left, top, width, height.
pub fn rect(element: &Element) -> (f64, f64, f64, f64) {
    let rect = element.get_bounding_client_rect();
    (rect.left(), rect.top(), rect.width(), rect.height())
}

/// Gives an element the focus, without scrolling the page.
pub fn focus(element: &HtmlElement) {
    let options = web_sys::FocusOptions::new();
    options.set_prevent_scroll(true);
    let _ = element.focus_with_options(&options);
}

/// The element that has the focus.
pub fn focused() -> Option<HtmlElement> {
    web_sys::window()?.document()?.active_element()?.dyn_into().ok()
}

/// Whether no element has the focus, as after the one that had it went.
pub fn is_focus_lost() -> bool {
    focused().is_none_or(|element| element.tag_name() == "BODY")
}

/// Whether an element is one that a selector names, or is within one.
pub fn is_within(element: &Element, selector: &str) -> bool {
    element.closest(selector).ok().flatten().is_some()
}

/// Whether an element is still on the page, and not the page itself.
pub fn can_have_focus(element: &HtmlElement) -> bool {
    element.is_connected() && element.tag_name() != "BODY"
}

/// What had the focus before this `focusin`, if that is known.
pub fn focus_came_from(event: &FocusEvent) -> Option<HtmlElement> {
    event.related_target()?.dyn_into().ok()
}

/// Has a field that is being written keep what was typed before it goes.
pub fn settle_fields(root: &Element) {
    if let Some(field) = find(root, ":is(input, textarea):focus") {
        blur(&field);
    }
}

/// Takes the focus from an element; a field that was changed says so then.
pub fn blur(element: &HtmlElement) {
    let _ = element.blur();
}

/// Gives an element the focus and brings it in sight.
pub fn focus_in_sight(element: &HtmlElement) {
    let _ = element.focus();
}

/// The place of an element among those around it that a selector names, from 0.
pub fn position_among(element: &Element, selector: &str) -> Option<usize> {
    let around = element.parent_element()?;
    find_all(&around, selector).iter().position(|found| **found == *element)
}

/// Whether text runs from right to left in an element.
pub fn is_rtl(element: &Element) -> bool {
    element
        .closest("[dir]")
        .ok()
        .flatten()
        .and_then(|e| e.get_attribute("dir"))
        .is_some_and(|dir| dir == "rtl")
}

/// Reports a panic as the sentence that the page keeps for it; the program cannot go on after one.
pub fn on_panic() {
    std::panic::set_hook(Box::new(|info| {
        show_failure();
        // The place in the code, never the message: it may hold what the user wrote.
        if let Some(place) = info.location() {
            web_sys::console::error_1(&format!("{}:{}", place.file(), place.line()).into());
        }
    }));
}

/// The keyboard event that a listener on the window heard.
pub fn as_key_event(value: JsValue) -> Option<KeyboardEvent> {
    value.dyn_into().ok()
}

/// Whether the focus stays within the element that listens to this `focusout`.
pub fn focus_stays(event: &FocusEvent) -> bool {
    let to = event.related_target().and_then(|target| target.dyn_into::<web_sys::Node>().ok());
    let holder = event.current_target().and_then(|target| target.dyn_into::<web_sys::Node>().ok());
    holder.is_some_and(|holder| to.is_some_and(|to| holder.contains(Some(&to))))
}

/// Gives the focus to the element after (or before) the focused one among those that a selector names within the element
/// that listens to the event; round at the ends.
pub fn focus_next(event: &KeyboardEvent, selector: &str, step: isize) {
    let Some((items, at)) = items_around(event, selector) else { return };
    let next = (at as isize + step).rem_euclid(items.len() as isize) as usize;
    if let Some(item) = items.get(next) {
        focus_any(item);
    }
}

/// As [`focus_next`], to the first or the last.
pub fn focus_end(event: &KeyboardEvent, selector: &str, last: bool) {
    let Some((items, _)) = items_around(event, selector) else { return };
    if let Some(item) = if last { items.last() } else { items.first() } {
        focus_any(item);
    }
}

/// The elements that a selector names within the one that listens to the event, and which of them it happened on.
fn items_around(event: &KeyboardEvent, selector: &str) -> Option<(Vec<Element>, usize)> {
    let holder = event.current_target()?.dyn_into::<Element>().ok()?;
    let target = event.composed_path().get(0).dyn_into::<Element>().ok()?;
    let here = target.closest(selector).ok()??;
    let list = holder.query_selector_all(selector).ok()?;
    let items: Vec<Element> =
        (0..list.length()).filter_map(|index| list.get(index)?.dyn_into().ok()).collect();
    let at = items.iter().position(|item| *item == here)?;
    Some((items, at))
}

/// Gives an element the focus that may be one of a drawing: those have the same method, under another type.
fn focus_any(element: &Element) {
    focus(element.unchecked_ref());
}

/// Puts a text into the field for text within an element: in the place of what is selected there, or at the caret. Leads the caret
/// behind it, and has the field say that it was changed.
pub fn put_at_caret(around: &Element, text: &str) {
    let field = around.query_selector("textarea").ok().flatten();
    let Some(area) = field.and_then(|field| field.dyn_into::<HtmlTextAreaElement>().ok()) else { return };
    let end = area.value().encode_utf16().count() as u32;
    let at = area.selection_start().ok().flatten().unwrap_or(end);
    if area.set_range_text(text).is_err() {
        return;
    }
    focus(&area);
    let behind = at + text.encode_utf16().count() as u32;
    let _ = area.set_selection_range(behind, behind);
    if let Ok(changed) = Event::new("change") {
        let _ = area.dispatch_event(&changed);
    }
}

/// Tells the page that it is about to be printed, as the browser does.
pub fn announce_print() {
    if let Some(window) = web_sys::window()
        && let Ok(event) = web_sys::Event::new("beforeprint")
    {
        let _ = window.dispatch_event(&event);
    }
}

/// Opens the browser's dialog to print the page.
pub fn print() {
    if let Some(window) = web_sys::window() {
        let _ = window.print();
    }
}

/// Loads the page anew.
pub fn reload() {
    if let Some(window) = web_sys::window() {
        let _ = window.location().reload();
    }
}

/// An element's `data-…` attribute.
pub fn data(element: &HtmlElement, name: &str) -> Option<String> {
    element.dataset().get(name)
}

/// Gives an element an attribute without a value, or takes it away.
pub fn flag(element: &HtmlElement, name: &str, on: bool) {
    let _ = if on { element.set_attribute(name, "") } else { element.remove_attribute(name) };
}

/// Moves an element by a transform, in CSS pixels from the window's corner.
pub fn translate(element: &HtmlElement, x: f64, y: f64) {
    let _ = element.style().set_property("transform", &format!("translate({x}px, {y}px)"));
}

/// Sends all events of a pointer to an element until it goes up.
pub fn capture_pointer(element: &Element, pointer: i32) {
    let _ = element.set_pointer_capture(pointer);
}

/// Scrolls a list so that a row is in sight.
pub fn show_row(list: &HtmlElement, top: f64, height: f64) {
    let (from, size) = (f64::from(list.scroll_top()), f64::from(list.client_height()));
    if top < from {
        list.set_scroll_top(top as i32);
    } else if top + height > from + size {
        list.set_scroll_top((top + height - size).ceil() as i32);
    }
}

/// Scrolls an element sideways so that one within it is in sight.
pub fn show_across(holder: &HtmlElement, inner: &HtmlElement) {
    let ((left, _, width, _), (x, _, size, _)) = (rect(holder), rect(inner));
    let by = if x < left {
        x - left
    } else if x + size > left + width {
        x + size - left - width
    } else {
        return;
    };
    holder.set_scroll_left(holder.scroll_left() + by.round() as i32);
}

/// Places a pop-up with its end corner at a point, but within the window.
pub fn place_within_window(element: &HtmlElement, at: (i32, i32)) {
    let Some(window) = web_sys::window() else { return };
    let size = |value: Result<JsValue, JsValue>| value.ok().and_then(|value| value.as_f64()).unwrap_or(0.0);
    let (across, down) = (size(window.inner_width()), size(window.inner_height()));
    let (_, _, width, height) = rect(element);
    let margin = 8.0;
    let left = (f64::from(at.0) - width).min(across - width - margin).max(margin);
    let top = f64::from(at.1).min(down - height - margin).max(margin);
    // The window's own coordinates: physical sides, whatever the direction of the text.
    let _ = element.style().set_property("left", &format!("{left}px"));
    let _ = element.style().set_property("top", &format!("{top}px"));
}
