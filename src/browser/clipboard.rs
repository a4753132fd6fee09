//! Putting text into the clipboard.
//!
//! Browsers offer their clipboard to pages of https and of this computer only. A page of an intranet without https copies as a
//! person would: it selects the text in a field and asks the document to copy the selection.

use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

use super::page::{self, HtmlElement, HtmlTextAreaElement};

/// Puts a text into the clipboard; says whether the browser took it. To be called while a click or a key is being handled.
/// `root` is the element of the instance, in which the other way needs a field for a moment.
pub async fn copy(text: &str, root: &HtmlElement) -> bool {
    if let Some(promise) = offered(text)
        && JsFuture::from(promise).await.is_ok()
    {
        return true;
    }
    selected(text, root).unwrap_or(false)
}

/// The browser's own clipboard, where there is one.
fn offered(text: &str) -> Option<Promise> {
    let navigator = web_sys::window()?.navigator();
    let clipboard = Reflect::get(&navigator, &"clipboard".into()).ok().filter(|found| found.is_object())?;
    let write: Function = Reflect::get(&clipboard, &"writeText".into()).ok()?.dyn_into().ok()?;
    write.call1(&clipboard, &text.into()).ok()?.dyn_into().ok()
}

fn selected(text: &str, root: &HtmlElement) -> Option<bool> {
    let document = web_sys::window()?.document()?;
    let field: HtmlTextAreaElement = document.create_element("textarea").ok()?.dyn_into().ok()?;
    field.set_value(text);
    field.set_class_name("hidden");
    field.set_read_only(true);
    let before = document.active_element().and_then(|element| element.dyn_into::<HtmlElement>().ok());
    root.append_child(&field).ok()?;
    page::focus(&field);
    field.select();
    let copied = ask(&document);
    field.remove();
    if let Some(before) = before {
        page::focus(&before);
    }
    copied
}

fn ask(document: &JsValue) -> Option<bool> {
    let run: Function = Reflect::get(document, &"execCommand".into()).ok()?.dyn_into().ok()?;
    run.call1(document, &"copy".into()).ok()?.as_bool()
}
