//! Films and sounds go on at their second. The column is filled from the facts: `aulari ledger rebuild` does it for what
//! was learnt before.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::text_null;

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

const TABLE: &str = "unit_state";
const COLUMN: &str = "recordings";

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        // A run that was cut short may have added it already.
        if manager.has_column(TABLE, COLUMN).await? {
            return Ok(());
        }
        manager.alter_table(Table::alter().table(TABLE).add_column(text_null(COLUMN)).take()).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        if !manager.has_column(TABLE, COLUMN).await? {
            return Ok(());
        }
        manager.alter_table(Table::alter().table(TABLE).drop_column(COLUMN).take()).await
    }
}
