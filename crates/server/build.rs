//! Sees to it that the built web application is taken in again when it changes, and that its folder is there at all.

fn main() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../web-ui/build");
    // Without a built application the program still compiles: it then serves the interface without pages.
    std::fs::create_dir_all(&folder).ok();
    println!("cargo:rerun-if-changed={}", folder.display());
    println!("cargo:rerun-if-changed=build.rs");
}
