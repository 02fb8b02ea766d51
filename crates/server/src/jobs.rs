//! What happens after a commit: certificates are issued.

use std::{collections::HashMap, sync::Arc};

use async_trait::async_trait;
use credentials::Credentials;
use database::jobs::{Job, JobError, JobHandler, Worker};
use vocabulary::EnrolmentId;

use crate::Parts;

/// Issues the certificate of a finished course.
pub(crate) const ISSUE: &str = "credentials.issue";

struct Issue(Credentials);

#[async_trait]
impl JobHandler for Issue {
    async fn run(&self, job: &Job) -> Result<(), JobError> {
        let enrolment = job.payload.get("enrolment").and_then(|id| id.as_str()).and_then(|id| id.parse().ok());
        let enrolment = enrolment.ok_or_else(|| JobError::Never("the job names no enrolment".into()))?;
        self.0.issue(EnrolmentId(enrolment)).await.map(drop).map_err(|error| JobError::Retry(error.to_string()))
    }
}

/// The worker with every handler.
pub(crate) fn worker(parts: &Parts) -> Worker {
    let handlers: HashMap<&'static str, Arc<dyn JobHandler>> =
        HashMap::from([(ISSUE, Arc::new(Issue(parts.credentials.clone())) as Arc<dyn JobHandler>)]);
    Worker::new(parts.db.clone(), handlers)
}
