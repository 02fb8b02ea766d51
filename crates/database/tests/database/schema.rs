use database::entity::*;
use sea_orm::{ColumnTrait, ColumnType, ConnectionTrait, DbBackend, EntityTrait, Iterable, Statement};

use crate::support::{Fresh, on_both, postgres, sql};

on_both!(every_entity_can_be_read);

macro_rules! each_entity {
    ($check:ident, $connection:expr) => {
        each_entity!(@ $check, $connection, person, subject, sign_in, session, role_grant, course, course_version,
            course_author, catalogue_entry, catalogue_tag, unit_content, edition, blob, course_media, fact, seal,
            audit_event, enrolment, unit_state, question_state, attempt, written_answer, learner_points, points_day,
            practice_week, learner_badge, certificate, certificate_template, job, idempotency, topic, setting)
    };
    (@ $check:ident, $connection:expr, $($table:ident),*) => {
        $($check::<$table::Entity>($connection, stringify!($table)).await;)*
    };
}

async fn every_entity_can_be_read(fresh: Fresh) {
    async fn read<E: EntityTrait>(connection: &sea_orm::DatabaseConnection, table: &str) {
        assert!(E::find().one(connection).await.unwrap_or_else(|error| panic!("{table}: {error}")).is_none());
    }
    each_entity!(read, fresh.database.read());
}

/// PostgreSQL knows its columns' types: they must be those that the entities say, and no column more.
#[tokio::test]
async fn tables_and_entities_agree() {
    async fn compare<E: EntityTrait>(connection: &sea_orm::DatabaseConnection, table: &str) {
        let sql = "SELECT column_name::text, data_type::text, is_nullable::text FROM information_schema.columns \
                   WHERE table_schema = 'public' AND table_name = $1";
        let statement = Statement::from_sql_and_values(DbBackend::Postgres, sql, [table.into()]);
        let mut there: Vec<(String, String, bool)> = connection
            .query_all_raw(statement)
            .await
            .unwrap()
            .iter()
            .map(|row| {
                let text = |index: usize| row.try_get_by_index::<String>(index).unwrap();
                (text(0), text(1), text(2) == "YES")
            })
            .collect();
        let mut said: Vec<(String, String, bool)> = E::Column::iter()
            .map(|column| {
                let definition = column.def();
                let kind = match definition.get_column_type() {
                    ColumnType::Uuid => "uuid",
                    ColumnType::BigInteger => "bigint",
                    ColumnType::Integer => "integer",
                    ColumnType::Boolean => "boolean",
                    ColumnType::String(_) | ColumnType::Text => "text",
                    other => panic!("{table}: {other:?}"),
                };
                (sea_orm::IdenStatic::as_str(&column).to_owned(), kind.to_owned(), definition.is_null())
            })
            .collect();
        there.sort();
        said.sort();
        assert_eq!(there, said, "{table}");
    }
    let fresh = postgres().await;
    each_entity!(compare, fresh.database.read());
}

/// References hold on SQLite too: the pragma is on for every connection.
#[tokio::test]
async fn children_go_with_their_parent() {
    let fresh = crate::support::sqlite().await;
    let orphan = "INSERT INTO course_author (course_id, person_id) VALUES (x'01', x'02')";
    assert!(fresh.database.writer().execute_unprepared(orphan).await.is_err());
    sql(&fresh.database, "INSERT INTO person VALUES (x'02', 'n', 'en', true, 'active', 0)").await;
    sql(&fresh.database, "INSERT INTO role_grant VALUES (x'02', 'author', 0)").await;
    sql(&fresh.database, "DELETE FROM person").await;
    let left = role_grant::Entity::find().all(fresh.database.read()).await.unwrap();
    assert!(left.is_empty());
}
