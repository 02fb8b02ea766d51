//! A course's files as one archive. The same files always give the same bytes.

use std::io::{Cursor, Write};

use zip::{CompressionMethod, DateTime, ZipWriter, result::ZipError, write::SimpleFileOptions};

use crate::{Error, Refusal, Why, unpack::Files};

/// Writes a zip file, its entries in the order of their paths.
///
/// # Errors
/// [`Error::Source`] for a file that no archive can hold.
pub fn to_zip(files: &Files) -> Result<Vec<u8>, Error> {
    let mut writer = ZipWriter::new(Cursor::new(vec![]));
    // The date of an entry would differ each time and means nothing here.
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default());
    for (path, bytes) in files {
        let refused = |error: ZipError| unwritable(path, &error);
        writer.start_file(path.as_str(), options).map_err(refused)?;
        writer.write_all(bytes).map_err(|error| refused(error.into()))?;
    }
    let done = writer.finish().map_err(|error| unwritable("", &error))?;
    Ok(done.into_inner())
}

fn unwritable(place: &str, error: &ZipError) -> Error {
    Error::Source(Refusal::new(place, Why::Damaged(error.to_string())))
}
