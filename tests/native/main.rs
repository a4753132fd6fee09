//! What holds for the whole house, tested without a browser: the laws of the commands, and the rules of the source
//! that a compiler does not check.

mod commands;
mod css;
mod documents;
mod fence;
mod golden;
mod journeys;
mod logs;
mod maps;
mod markup;
mod migrations;
mod places;
mod roster;
mod sentences;
mod sessions;
mod sheets;
mod source;
mod stages;
mod styles;
mod tables;
mod world;
