//! How large a file may be, checked before anything is decoded or stored.

use std::io::Cursor;

use crate::{Error, Kind};

/// The most that a file may measure.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// Bytes.
    pub bytes: usize,
    /// Pixels along one side of a picture.
    pub side: u32,
    /// Pixels of a picture in all.
    pub pixels: u64,
}

impl Default for Limits {
    /// 64 MB, 12,000 pixels a side, 50 megapixels.
    fn default() -> Self {
        Self { bytes: 64 * 1024 * 1024, side: 12_000, pixels: 50_000_000 }
    }
}

impl Limits {
    /// Checks a file against the limits and gives the size of a picture in pixels.
    ///
    /// # Errors
    /// [`Error::TooLarge`], and [`Error::Mismatch`] for a picture whose head cannot be read.
    pub fn check(&self, name: &str, kind: Kind, bytes: &[u8]) -> Result<Option<(u32, u32)>, Error> {
        let too_large = |what: String| Error::TooLarge { name: name.to_owned(), what };
        if bytes.len() > self.bytes {
            return Err(too_large(format!("{} bytes, at most {}", bytes.len(), self.bytes)));
        }
        if kind.drawing() {
            return Ok(crate::drawing::size(bytes));
        }
        if !kind.raster {
            return Ok(None);
        }
        let mismatch = || Error::Mismatch { name: name.to_owned() };
        let reader = image::ImageReader::new(Cursor::new(bytes)).with_guessed_format().map_err(|_| mismatch())?;
        let (width, height) = reader.into_dimensions().map_err(|_| mismatch())?;
        if width > self.side || height > self.side || u64::from(width) * u64::from(height) > self.pixels {
            return Err(too_large(format!("{width} x {height} pixels, at most {} a side", self.side)));
        }
        Ok(Some((width, height)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn png(width: u32, height: u32) -> Vec<u8> {
        let mut bytes = vec![];
        let picture = image::GrayImage::new(width, height);
        image::DynamicImage::ImageLuma8(picture)
            .write_to(&mut Cursor::new(&mut bytes), image::ImageFormat::Png)
            .unwrap();
        bytes
    }

    #[test]
    fn a_picture_is_measured_without_being_decoded() {
        let kind = Kind::of("a.png").unwrap();
        let limits = Limits { side: 100, ..Limits::default() };
        assert_eq!(limits.check("a.png", kind, &png(80, 60)).unwrap(), Some((80, 60)));
        assert!(matches!(limits.check("a.png", kind, &png(101, 1)), Err(Error::TooLarge { .. })));
        assert!(matches!(limits.check("a.png", kind, b"\x89PNG\r\n\x1a\n"), Err(Error::Mismatch { .. })));
    }
}
