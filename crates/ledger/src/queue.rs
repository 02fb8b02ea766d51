//! The waiting room of `append`: while one batch is written, the next gathers. A batch that fails is written again caller
//! by caller, so that nobody pays for a neighbour.

use std::sync::Arc;
use std::sync::Mutex;
use std::sync::PoisonError;

use tokio::sync::{mpsc, oneshot};

use crate::append::{self, Core};
use crate::{Error, Outcome, Proposal};

/// The most callers in one batch.
const MOST_CALLERS: usize = 256;
/// A batch is closed once it has so many proposals.
const MOST_PROPOSALS: usize = 1000;
/// How many callers may wait before they wait for room.
const ROOM: usize = 4096;

type Answer = Result<Vec<Outcome>, Error>;

struct Request {
    proposals: Arc<Vec<Proposal>>,
    reply: oneshot::Sender<Answer>,
}

/// The door of the waiting room.
pub(crate) struct Queue {
    core: Arc<Core>,
    sender: Mutex<Option<mpsc::Sender<Request>>>,
}

impl Queue {
    pub(crate) fn new(core: Arc<Core>) -> Self {
        let sender = tokio::runtime::Handle::try_current().is_ok().then(|| start(&core));
        Self { core, sender: Mutex::new(sender) }
    }

    pub(crate) async fn append(&self, proposals: Vec<Proposal>) -> Answer {
        if proposals.is_empty() {
            return Ok(Vec::new());
        }
        let sender = self.sender();
        let (reply, answer) = oneshot::channel();
        let gone = || database::Error::Unavailable("the ledger has stopped".to_owned());
        sender.send(Request { proposals: Arc::new(proposals), reply }).await.map_err(|_| gone())?;
        answer.await.map_err(|_| gone())?
    }

    /// The way in; the task is started here when the ledger was made outside a runtime, or when its runtime has ended.
    fn sender(&self) -> mpsc::Sender<Request> {
        let mut sender = self.sender.lock().unwrap_or_else(PoisonError::into_inner);
        match sender.as_ref() {
            Some(open) if !open.is_closed() => open.clone(),
            _ => sender.insert(start(&self.core)).clone(),
        }
    }
}

fn start(core: &Arc<Core>) -> mpsc::Sender<Request> {
    let (sender, receiver) = mpsc::channel(ROOM);
    tokio::spawn(run(Arc::clone(core), receiver));
    sender
}

async fn run(core: Arc<Core>, mut receiver: mpsc::Receiver<Request>) {
    let mut waiting: Vec<Request> = Vec::new();
    loop {
        if waiting.is_empty() && receiver.recv_many(&mut waiting, MOST_CALLERS).await == 0 {
            return;
        }
        let mut proposals = 0;
        let fits = waiting.iter().take_while(|request| {
            proposals += request.proposals.len();
            proposals <= MOST_PROPOSALS
        });
        let count = fits.count().max(1);
        let rest = waiting.split_off(count);
        write(&core, std::mem::replace(&mut waiting, rest)).await;
    }
}

async fn write(core: &Arc<Core>, requests: Vec<Request>) {
    let all: Vec<Arc<Vec<Proposal>>> = requests.iter().map(|request| Arc::clone(&request.proposals)).collect();
    match write_batch(core, all).await {
        Ok(outcomes) => {
            let mut outcomes = outcomes.into_iter();
            for request in requests {
                let own = outcomes.by_ref().take(request.proposals.len()).collect();
                // A caller that has gone away no longer wants to know.
                let _ = request.reply.send(Ok(own));
            }
        }
        Err(_) => {
            for request in requests {
                let answer = write_alone(core, &request.proposals).await;
                let _ = request.reply.send(answer);
            }
        }
    }
}

/// A second time, when another server recorded the same id in the same moment: then the repeat is recognised.
async fn write_alone(core: &Arc<Core>, proposals: &Arc<Vec<Proposal>>) -> Answer {
    match write_batch(core, vec![Arc::clone(proposals)]).await {
        Err(Error::Database(database::Error::Conflict(_))) => write_batch(core, vec![Arc::clone(proposals)]).await,
        answer => answer,
    }
}

async fn write_batch(core: &Arc<Core>, requests: Vec<Arc<Vec<Proposal>>>) -> Answer {
    let shared = Arc::new((Arc::clone(core), requests));
    core.database
        .write(move |tx| {
            let shared = Arc::clone(&shared);
            Box::pin(async move {
                let (core, requests) = shared.as_ref();
                let proposals: Vec<&Proposal> = requests.iter().flat_map(|request| request.iter()).collect();
                append::append(core, tx, &proposals).await
            })
        })
        .await
}
