//! Drawings as pictures: their colours as the theme has them, and as PNG, drawn by the browser itself.

use js_sys::{Array, Function, Promise, Reflect};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

use super::page::{Element, HtmlElement};

/// How many pixels of a picture stand for one of the page: sharp in a document and on paper.
const SHARPNESS: f64 = 2.0;
/// The longest side and the largest area of a canvas that browsers of a desk draw, in pixels; others draw less.
const MAX_SIDE: f64 = 16_384.0;
const MAX_AREA: f64 = 200_000_000.0;

/// What the theme makes of tokens (custom properties, named without `--`) at an element: plain colours.
pub fn colours(root: &HtmlElement, tokens: &[&'static str]) -> Vec<(&'static str, String)> {
    read_colours(root, tokens, None)
}

/// As [`colours`], but those of the light theme, whichever is shown: for what goes onto paper.
pub fn light_colours(root: &HtmlElement, tokens: &[&'static str]) -> Vec<(&'static str, String)> {
    read_colours(root, tokens, Some("light"))
}

fn read_colours(
    root: &HtmlElement,
    tokens: &[&'static str],
    scheme: Option<&str>,
) -> Vec<(&'static str, String)> {
    let attempt = || -> Option<Vec<(&'static str, String)>> {
        let window = web_sys::window()?;
        let probe: HtmlElement = window.document()?.create_element("span").ok()?.dyn_into().ok()?;
        probe.set_class_name("hidden");
        if let Some(scheme) = scheme {
            probe.style().set_property("color-scheme", scheme).ok()?;
        }
        root.append_child(&probe).ok()?;
        let style = window.get_computed_style(&probe).ok().flatten();
        let read = |token: &&'static str| {
            probe.style().set_property("color", &format!("var(--{token})")).ok()?;
            Some((*token, style.as_ref()?.get_property_value("color").ok()?))
        };
        let found = tokens.iter().filter_map(read).collect();
        probe.remove();
        Some(found)
    };
    attempt().unwrap_or_default()
}

/// A drawing (SVG text of so many pixels) as PNG; `None` if the browser does not draw it.
pub async fn png(svg: &str, size: (u32, u32)) -> Option<web_sys::Blob> {
    png_wide(svg, size, 0).await
}

/// As [`png`], at least so many pixels wide, or as many as the browser is able to draw.
pub async fn png_wide(svg: &str, size: (u32, u32), wide: u32) -> Option<web_sys::Blob> {
    let (width, height) = (f64::from(size.0.max(1)), f64::from(size.1.max(1)));
    let wanted = (f64::from(wide) / width).max(SHARPNESS);
    let fits = (MAX_SIDE / width.max(height)).min((MAX_AREA / (width * height)).sqrt());
    for part in [1.0, 0.75, 0.5, 0.25] {
        if let Some(drawn) = png_times(svg, size, wanted.min(fits) * part).await {
            return Some(drawn);
        }
    }
    None
}

async fn png_times(svg: &str, size: (u32, u32), times: f64) -> Option<web_sys::Blob> {
    let document = web_sys::window()?.document()?;
    let options = web_sys::BlobPropertyBag::new();
    options.set_type("image/svg+xml");
    let parts = Array::of1(&JsValue::from_str(svg));
    let blob = web_sys::Blob::new_with_str_sequence_and_options(&parts, &options).ok()?;
    let url = web_sys::Url::create_object_url_with_blob(&blob).ok()?;
    let drawn = draw(&document, &url, size, times).await;
    let _ = web_sys::Url::revoke_object_url(&url);
    drawn
}

async fn draw(
    document: &web_sys::Document,
    url: &str,
    (width, height): (u32, u32),
    times: f64,
) -> Option<web_sys::Blob> {
    let image: Element = document.create_element("img").ok()?;
    Reflect::set(&image, &"src".into(), &url.into()).ok()?;
    JsFuture::from(call(&image, "decode", &[])?.dyn_into::<Promise>().ok()?).await.ok()?;
    let canvas = document.create_element("canvas").ok()?;
    let (wide, high) = ((f64::from(width) * times).round(), (f64::from(height) * times).round());
    Reflect::set(&canvas, &"width".into(), &wide.into()).ok()?;
    Reflect::set(&canvas, &"height".into(), &high.into()).ok()?;
    let context = call(&canvas, "getContext", &["2d".into()])?;
    call(&context, "drawImage", &[image.into(), 0.into(), 0.into(), wide.into(), high.into()])?;
    let taken = Promise::new(&mut |resolve: Function, _| {
        let take = Closure::once_into_js(move |blob: JsValue| {
            let _ = resolve.call1(&JsValue::NULL, &blob);
        });
        let _ = call(&canvas, "toBlob", &[take, "image/png".into()]);
    });
    JsFuture::from(taken).await.ok()?.dyn_into().ok()
}

/// Calls a method by its name: for the few that are called once, without a binding for each.
fn call(on: &JsValue, method: &str, with: &[JsValue]) -> Option<JsValue> {
    let method: Function = Reflect::get(on, &method.into()).ok()?.dyn_into().ok()?;
    Reflect::apply(&method, on, &with.iter().collect::<Array>()).ok()
}

/// Puts a picture into the clipboard; says whether the browser took it. Browsers do so for pages of https and of this computer.
pub async fn copy(png: &web_sys::Blob) -> bool {
    let attempt = || -> Option<Promise> {
        let window = web_sys::window()?;
        let clipboard =
            Reflect::get(&window.navigator(), &"clipboard".into()).ok().filter(JsValue::is_object)?;
        let item: Function = Reflect::get(&window, &"ClipboardItem".into()).ok()?.dyn_into().ok()?;
        let content = js_sys::Object::new();
        Reflect::set(&content, &"image/png".into(), png).ok()?;
        let item = Reflect::construct(&item, &Array::of1(&content)).ok()?;
        call(&clipboard, "write", &[Array::of1(&item).into()])?.dyn_into().ok()
    };
    match attempt() {
        Some(promise) => JsFuture::from(promise).await.is_ok(),
        None => false,
    }
}
