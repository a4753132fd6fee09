//! What is different on paper.

use leptos::prelude::*;
use leptos::task::tick;

use crate::browser::page;
use crate::model::Pipeline;
use crate::ui::desk::use_desk;

/// Whether the page is being printed: a view that mounts what is in sight mounts the rest for that time.
pub fn printing() -> RwSignal<bool> {
    let printing = RwSignal::new(false);
    let listeners = StoredValue::new_local((
        page::WindowListener::new("beforeprint", move |_| printing.set(true)),
        page::WindowListener::new("afterprint", move |_| printing.set(false)),
    ));
    on_cleanup(move || listeners.dispose());
    printing
}

/// Opens the dialog to print once what is there only on paper stands. A browser that is asked by a script lays out the page before
/// anything that waits for its own announcement can be drawn.
pub async fn print_drawn() {
    page::announce_print();
    tick().await;
    page::next_frame().await;
    page::print();
}

/// What stands above a printed view: the pipeline, the view, the day, and what else the screen says elsewhere.
#[component]
pub fn PrintedHead(
    /// The view's name.
    #[prop(into)]
    view: Signal<String>,
    /// What else is to be known.
    about: Callback<(), Vec<String>>,
) -> impl IntoView {
    let desk = use_desk();
    let name = Memo::new(move |_| {
        desk.structure.track();
        let pipeline = desk.pipeline.get()?;
        desk.with(|session| session.workspace().get::<Pipeline>(pipeline).map(|found| found.name.clone()))
    });
    let line = move || {
        desk.settled.track();
        let today = desk.formats().day(desk.zone().day(desk.now()));
        [vec![today], about.run(())].concat().join(" · ")
    };
    view! {
        <header class="printed-head">
            <h1>
                <bdi>{move || name.get()}</bdi>
                " · "
                {move || view.get()}
            </h1>
            <p dir="auto">{line}</p>
        </header>
    }
}
