//! The lowest room, the records and their commands, as a package of its own; the map of the whole house is in `lib.rs`.

pub mod model;
