//! Short names for what every migration says again and again.

use sea_orm_migration::prelude::*;

/// A table to be made; harmless when a run that was cut short had made it already.
pub(crate) fn table(name: &'static str) -> TableCreateStatement {
    Table::create().table(name).if_not_exists().take()
}

/// A primary key over several columns.
pub(crate) fn key<const N: usize>(columns: [&'static str; N]) -> IndexCreateStatement {
    columns.into_iter().fold(Index::create(), |mut index, column| index.col(column).take())
}

/// An index named after its table and columns.
pub(crate) fn index<const N: usize>(table: &'static str, columns: [&'static str; N]) -> IndexCreateStatement {
    let name = format!("ix_{table}_{}", columns.join("_"));
    let index = Index::create().name(name).table(table).if_not_exists().take();
    columns.into_iter().fold(index, |mut index, column| index.col(column).take())
}

/// A rule that no two rows agree in these columns.
pub(crate) fn unique<const N: usize>(table: &'static str, columns: [&'static str; N]) -> IndexCreateStatement {
    index(table, columns).unique().take()
}

/// A reference whose rows go when the row they point at goes.
pub(crate) fn child_of(table: &'static str, column: &'static str, parent: &'static str) -> ForeignKeyCreateStatement {
    ForeignKey::create()
        .name(format!("fk_{table}_{column}"))
        .from(table, column)
        .to(parent, "id")
        .on_delete(ForeignKeyAction::Cascade)
        .take()
}

/// Makes the tables, then the indexes.
pub(crate) async fn create(
    manager: &SchemaManager<'_>,
    tables: Vec<TableCreateStatement>,
    indexes: Vec<IndexCreateStatement>,
) -> Result<(), DbErr> {
    for table in tables {
        manager.create_table(table).await?;
    }
    for index in indexes {
        manager.create_index(index).await?;
    }
    Ok(())
}

/// Drops the tables in the order given; their indexes go with them.
pub(crate) async fn drop_all(manager: &SchemaManager<'_>, tables: &[&'static str]) -> Result<(), DbErr> {
    for table in tables {
        manager.drop_table(Table::drop().table(*table).if_exists().take()).await?;
    }
    Ok(())
}
