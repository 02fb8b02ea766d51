//! `aulari export`: a course as a canonical folder, or as an archive of it.

use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};
use serde_json::json;
use vocabulary::VersionId;

use super::{Context, Done, Failure, data, out};

/// Write a course out.
#[derive(Debug, Args)]
pub(super) struct Export {
    /// The course's key.
    course: String,
    /// In which form.
    #[arg(long = "as", value_enum, default_value = "folder")]
    form: Form,
    /// The folder or archive to make; it must not exist yet.
    out: PathBuf,
}

/// The forms that a course can be written in.
#[derive(Clone, Copy, Debug, ValueEnum)]
enum Form {
    /// A folder in the canonical form.
    Folder,
    /// The same in a zip file.
    Zip,
}

pub(super) async fn run(context: &Context, command: &Export) -> Done {
    let parts = data::open(context).await?;
    if command.out.exists() {
        return Err(Failure::Input(format!("{} is there already; name something new", command.out.display())));
    }
    let version: VersionId = parts.courses.newest_version(&command.course).await.map_err(|error| match error {
        courses::Error::NotFound => Failure::Input(format!("there is no course `{}`", command.course)),
        other => Failure::system(other),
    })?;
    let files = parts.courses.export(version).await.map_err(Failure::system)?;
    let count = files.len();
    match command.form {
        Form::Folder => write_folder(&command.out, files)?,
        Form::Zip => {
            let archive = courses::pack::to_zip(&files).map_err(Failure::system)?;
            std::fs::write(&command.out, archive).map_err(Failure::system)?;
        }
    }
    if context.json {
        out::json(&json!({ "course": command.course, "version": version.0, "out": command.out, "files": count }));
    } else {
        out::line(command.out.display());
    }
    Ok(())
}

fn write_folder(folder: &Path, files: courses::unpack::Files) -> Done {
    for (name, bytes) in files {
        let path = folder.join(name);
        if let Some(folder) = path.parent() {
            std::fs::create_dir_all(folder).map_err(Failure::system)?;
        }
        std::fs::write(path, bytes).map_err(Failure::system)?;
    }
    Ok(())
}
