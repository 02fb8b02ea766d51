//! What the tests of the interface say in plain words: a house, somebody in it, what they get.

mod client;
pub mod conform;
mod house;
mod traces;
mod walk;

pub use client::{Answer, Client};
pub use house::{House, Store, foreign_samples, samples};
pub use traces::Traces;
pub use walk::{Learner, answered, fact_of, new_id, right_answer, soon};

/// The short course that most tests learn in.
pub const COURSE: &str = "stop-check-decide";
/// Its quiz.
pub const QUIZ: &str = "check-what-you-know";

/// Runs each test in a house of its own, on SQLite and on PostgreSQL; afterwards the ledger must still tell the whole story.
macro_rules! on_both {
    ($($name:ident),+ $(,)?) => {
        mod sqlite {
            $(#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn $name() {
                let house = $crate::support::House::open($crate::support::Store::Sqlite).await;
                let traces = house.traces();
                super::$name(house).await;
                traces.hold().await;
            })+
        }
        mod postgres {
            $(#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn $name() {
                let house = $crate::support::House::open($crate::support::Store::Postgres).await;
                let traces = house.traces();
                super::$name(house).await;
                traces.hold().await;
            })+
        }
    };
}
