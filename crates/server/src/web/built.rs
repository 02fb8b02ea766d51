//! What `npm run build` made, inside the program.

use rust_embed::RustEmbed;

/// The files by their path.
#[derive(RustEmbed)]
#[folder = "../../web-ui/build"]
pub(super) struct Built;
