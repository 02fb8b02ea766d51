//! Many rows in few statements, and the locks of PostgreSQL. Never builds a statement longer than an engine takes.

use sea_orm::{ConnectionTrait, DbBackend, Statement, Value};

use crate::Error;

/// How many values an `IN` list, or rows a statement, should have at most.
pub const CHUNK: usize = 500;
/// The most values one statement may bind (SQLite's limit, the smaller of the two engines').
const MOST_VALUES: usize = 32_000;

/// What to do with a row whose key is there already.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Conflict<'a> {
    /// Fail with [`Error::Conflict`].
    Fail,
    /// Leave the row that is there.
    Ignore,
    /// Put the new values in every column outside this key.
    Replace(&'a [&'a str]),
}

/// Inserts rows in as few statements as possible. Each row has one value for each column, in the columns' order.
///
/// Table and column names come from the program, never from people: they are not escaped.
///
/// # Errors
/// [`Error::Conflict`] for a key that exists with [`Conflict::Fail`], otherwise what the database says.
pub async fn insert_rows<C: ConnectionTrait>(
    connection: &C,
    table: &str,
    columns: &[&str],
    conflict: Conflict<'_>,
    rows: Vec<Vec<Value>>,
) -> Result<(), Error> {
    let backend = connection.get_database_backend();
    let at_once = CHUNK.min(MOST_VALUES / columns.len().max(1)).max(1);
    let mut rows = rows.into_iter().peekable();
    while rows.peek().is_some() {
        let mut values = Vec::with_capacity(at_once.min(rows.len()) * columns.len());
        let mut count = 0;
        for row in rows.by_ref().take(at_once) {
            values.extend(row);
            count += 1;
        }
        let sql = insert_sql(backend, table, columns, conflict, count);
        connection.execute_raw(Statement::from_sql_and_values(backend, sql, values)).await?;
    }
    Ok(())
}

fn insert_sql(backend: DbBackend, table: &str, columns: &[&str], conflict: Conflict<'_>, rows: usize) -> String {
    let mut sql = String::with_capacity(64 + rows * (columns.len() * 5 + 4));
    sql.push_str("INSERT INTO ");
    quote(&mut sql, table);
    sql.push_str(" (");
    for (index, column) in columns.iter().enumerate() {
        if index > 0 {
            sql.push(',');
        }
        quote(&mut sql, column);
    }
    sql.push_str(") VALUES ");
    let mut number = 0;
    for row in 0..rows {
        sql.push_str(if row == 0 { "(" } else { ",(" });
        for index in 0..columns.len() {
            if index > 0 {
                sql.push(',');
            }
            number += 1;
            if backend == DbBackend::Postgres {
                sql.push('$');
                sql.push_str(&number.to_string());
            } else {
                sql.push('?');
            }
        }
        sql.push(')');
    }
    match conflict {
        Conflict::Fail => {}
        Conflict::Ignore => sql.push_str(" ON CONFLICT DO NOTHING"),
        Conflict::Replace(key) => replace_clause(&mut sql, columns, key),
    }
    sql
}

fn replace_clause(sql: &mut String, columns: &[&str], key: &[&str]) {
    sql.push_str(" ON CONFLICT (");
    for (index, column) in key.iter().enumerate() {
        if index > 0 {
            sql.push(',');
        }
        quote(sql, column);
    }
    let mut rest = columns.iter().filter(|column| !key.contains(column)).peekable();
    if rest.peek().is_none() {
        sql.push_str(") DO NOTHING");
        return;
    }
    sql.push_str(") DO UPDATE SET ");
    for (index, column) in rest.enumerate() {
        if index > 0 {
            sql.push(',');
        }
        quote(sql, column);
        sql.push_str("=excluded.");
        quote(sql, column);
    }
}

fn quote(sql: &mut String, name: &str) {
    sql.push('"');
    sql.push_str(name);
    sql.push('"');
}

/// A number that stands for a name in PostgreSQL's advisory locks: FNV-1a of 64 bits (Fowler, Noll, Vo), the same on every
/// server and in every version of the program.
#[must_use]
pub fn lock_number(name: &[u8]) -> i64 {
    let hash = name
        .iter()
        .fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3));
    i64::from_ne_bytes(hash.to_ne_bytes())
}

/// Holds PostgreSQL's advisory lock of that name until the transaction ends; waits for whoever has it.
///
/// # Errors
/// What the database says, a deadlock among others: then the transaction is run again.
pub async fn advisory_lock<C: ConnectionTrait>(connection: &C, name: &str) -> Result<(), Error> {
    let sql = "SELECT pg_advisory_xact_lock($1)";
    let statement = Statement::from_sql_and_values(DbBackend::Postgres, sql, [lock_number(name.as_bytes()).into()]);
    connection.query_one_raw(statement).await?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::{Conflict, insert_sql};
    use sea_orm::DbBackend;

    #[test]
    fn the_statement_has_a_place_for_each_value() {
        let columns = ["a", "b"];
        assert_eq!(
            insert_sql(DbBackend::Sqlite, "t", &columns, Conflict::Replace(&["a"]), 2),
            r#"INSERT INTO "t" ("a","b") VALUES (?,?),(?,?) ON CONFLICT ("a") DO UPDATE SET "b"=excluded."b""#
        );
        assert_eq!(
            insert_sql(DbBackend::Postgres, "t", &columns, Conflict::Ignore, 2),
            r#"INSERT INTO "t" ("a","b") VALUES ($1,$2),($3,$4) ON CONFLICT DO NOTHING"#
        );
        assert!(insert_sql(DbBackend::Sqlite, "t", &["a"], Conflict::Replace(&["a"]), 1).ends_with("DO NOTHING"));
    }
}
