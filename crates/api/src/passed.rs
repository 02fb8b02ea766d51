//! What the front door hands on to extractors and routes, and holds back from them.

use std::{
    net::IpAddr,
    pin::Pin,
    task::{Context, Poll},
};

use actix_web::{
    body::{BodySize, BoxBody, MessageBody},
    dev::Payload,
    web::Bytes,
};

/// The body of a request, as it came.
#[derive(Clone)]
pub(crate) struct RawBody(pub(crate) Bytes);

/// The address that limits count.
#[derive(Clone, Copy)]
pub(crate) struct ClientAddress(pub(crate) IpAddr);

/// A refusal together with what its client has still to send. While it is held, the server below sees that somebody did not
/// listen to the end and closes the connection; let go, it would go on reading for as long as anything comes.
pub struct HeldBody {
    body: BoxBody,
    _unread: Payload,
}

impl HeldBody {
    pub(crate) fn new(body: BoxBody, unread: Payload) -> Self {
        Self { body, _unread: unread }
    }

    /// A body with nothing left to read behind it.
    pub(crate) fn whole(body: BoxBody) -> Self {
        Self { body, _unread: Payload::None }
    }
}

impl MessageBody for HeldBody {
    type Error = Box<dyn std::error::Error>;

    fn size(&self) -> BodySize {
        self.body.size()
    }

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Result<Bytes, Self::Error>>> {
        Pin::new(&mut self.body).poll_next(context)
    }
}
