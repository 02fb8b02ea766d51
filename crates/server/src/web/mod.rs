//! The pages: the built web application inside the program, and the shell that is filled before any script runs.

mod assets;
mod built;
mod head;
mod pages;
mod shell;

use actix_web::web::{self, ServiceConfig};

pub(crate) use shell::Shell;

/// Registers the pages and the files of the application; everything that is no route of the interface.
pub(crate) fn configure(config: &mut ServiceConfig) {
    config
        .service(pages::home)
        .service(pages::catalogue)
        .service(pages::course)
        .service(pages::certificate)
        .default_service(web::to(assets::file_or_page));
}
