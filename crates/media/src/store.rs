//! The folder adapter: `blobs/ab/cdef...` under the data folder.

use std::path::{Path, PathBuf};

use crate::{Error, Kind, Limits};

/// A stored file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Blob {
    /// BLAKE3 of its bytes, 64 hexadecimal digits.
    pub hash: String,
    /// Its length in bytes.
    pub size: i64,
    /// The type it is served with.
    pub mime: String,
    /// A picture's width in pixels.
    pub width: Option<i32>,
    /// A picture's height in pixels.
    pub height: Option<i32>,
}

/// Where blobs lie.
#[derive(Clone, Debug)]
pub struct Store {
    folder: PathBuf,
    limits: Limits,
}

impl Store {
    /// A store in this folder, which is made when it is missing.
    ///
    /// # Errors
    /// When the folder cannot be made.
    pub fn open(folder: &Path, limits: Limits) -> Result<Self, Error> {
        std::fs::create_dir_all(folder)?;
        Ok(Self { folder: folder.to_owned(), limits })
    }

    /// What a file would be stored as, without storing it.
    ///
    /// # Errors
    /// When its type, its bytes or its size are refused.
    pub fn examine(&self, name: &str, bytes: &[u8]) -> Result<Blob, Error> {
        let kind = Kind::of(name).ok_or_else(|| Error::UnknownKind { name: name.to_owned() })?;
        if !kind.confirms(bytes) {
            return Err(Error::Mismatch { name: name.to_owned() });
        }
        let size = self.limits.check(name, kind, bytes)?;
        let side = |pick: fn((u32, u32)) -> u32| size.map(pick).and_then(|side| i32::try_from(side).ok());
        Ok(Blob {
            hash: blake3::hash(bytes).to_hex().to_string(),
            size: i64::try_from(bytes.len()).unwrap_or(i64::MAX),
            mime: kind.mime.to_owned(),
            width: side(|(width, _)| width),
            height: side(|(_, height)| height),
        })
    }

    /// Stores a file and gives its blob; the bytes are on disk when this returns. The same bytes are stored once.
    ///
    /// # Errors
    /// When the file is refused or the disk fails.
    pub async fn put(&self, name: &str, bytes: Vec<u8>) -> Result<Blob, Error> {
        let store = self.clone();
        let name = name.to_owned();
        tokio::task::spawn_blocking(move || {
            let blob = store.examine(&name, &bytes)?;
            store.write(&blob.hash, &bytes)?;
            Ok(blob)
        })
        .await
        .map_err(std::io::Error::other)?
    }

    fn write(&self, hash: &str, bytes: &[u8]) -> Result<(), Error> {
        let path = self.path(hash).ok_or(Error::NotFound)?;
        if path.exists() {
            return Ok(());
        }
        let folder = path.parent().ok_or(Error::NotFound)?;
        std::fs::create_dir_all(folder)?;
        // A name of its own, so that two writers of the same blob never share a half-written file.
        let draft = folder.join(format!(".{}", uuid::Uuid::now_v7()));
        let result = (|| {
            let mut file = std::fs::File::create(&draft)?;
            std::io::Write::write_all(&mut file, bytes)?;
            file.sync_all()?;
            std::fs::rename(&draft, &path)?;
            std::fs::File::open(folder)?.sync_all()
        })();
        if result.is_err() {
            // The draft may never have been made; the first error is the one that counts.
            std::fs::remove_file(&draft).ok();
        }
        Ok(result?)
    }

    /// Where a blob lies; `None` when the hash is no hash.
    #[must_use]
    pub fn path(&self, hash: &str) -> Option<PathBuf> {
        let valid = hash.len() == 64 && hash.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'));
        valid.then(|| self.folder.join(&hash[..2]).join(&hash[2..]))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn the_same_bytes_are_one_blob_and_nothing_else_lies_about() {
        let folder = std::env::temp_dir().join(uuid::Uuid::now_v7().to_string());
        let store = Store::open(&folder, Limits::default()).unwrap();
        let (first, second) = (
            store.put("a.txt", b"hello".to_vec()).await.unwrap(),
            store.put("b.txt", b"hello".to_vec()).await.unwrap(),
        );
        assert_eq!(first, second);
        let path = store.path(&first.hash).unwrap();
        assert_eq!(std::fs::read(&path).unwrap(), b"hello");
        assert_eq!(std::fs::read_dir(path.parent().unwrap()).unwrap().count(), 1);
        assert!(store.put("a.exe", vec![]).await.is_err());
        assert_eq!(store.path("../../etc/passwd"), None);
        std::fs::remove_dir_all(folder).unwrap();
    }
}
