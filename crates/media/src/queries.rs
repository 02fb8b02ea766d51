//! The table `blob`: what the database knows of the files.

use database::{Tx, entity::blob};
use sea_orm::{ActiveValue::Set, EntityTrait, sea_query::OnConflict};

use crate::{Blob, Error};

/// Makes the database speak of these blobs; their bytes must be stored already.
///
/// # Errors
/// When the database fails.
pub async fn record(tx: &Tx, blobs: &[Blob], now: i64) -> Result<(), Error> {
    if blobs.is_empty() {
        return Ok(());
    }
    let rows = blobs.iter().map(|blob| blob::ActiveModel {
        hash: Set(blob.hash.clone()),
        size: Set(blob.size),
        mime: Set(blob.mime.clone()),
        width: Set(blob.width),
        height: Set(blob.height),
        created_at: Set(now),
    });
    blob::Entity::insert_many(rows)
        .on_conflict(OnConflict::column(blob::Column::Hash).do_nothing().to_owned())
        .exec_without_returning(tx)
        .await?;
    Ok(())
}

/// The blob of that hash.
///
/// # Errors
/// When the database fails.
pub async fn find(db: &database::Database, hash: &str) -> Result<Option<Blob>, Error> {
    let row = blob::Entity::find_by_id(hash).one(db.read()).await?;
    Ok(row.map(|row| Blob { hash: row.hash, size: row.size, mime: row.mime, width: row.width, height: row.height }))
}
