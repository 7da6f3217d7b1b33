//! The body of an answer, which may be cut on purpose.

use std::io;
use std::pin::Pin;
use std::task::{Context, Poll};

use hyper::body::{self, Bytes, Frame, SizeHint};

/// A body in one piece; of one that is cut the head promises more than comes.
pub(super) struct Body {
    bytes: Bytes,
    next: Next,
}

/// What the next poll does.
#[derive(Clone, Copy)]
enum Next {
    All,
    Half,
    /// Lets what was given go out to the client before the connection ends.
    Wait,
    Break,
    End,
}

impl Body {
    pub(super) fn new(bytes: Vec<u8>) -> Self {
        Self { bytes: bytes.into(), next: Next::All }
    }

    /// The same, cut in the middle.
    pub(super) fn cut(self) -> Self {
        Self { next: Next::Half, ..self }
    }
}

impl body::Body for Body {
    type Data = Bytes;
    type Error = io::Error;

    fn poll_frame(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<io::Result<Frame<Bytes>>>> {
        let half = self.bytes.len() / 2;
        let (frame, next) = match self.next {
            Next::All => (Poll::Ready(Some(Ok(Frame::data(self.bytes.clone())))), Next::End),
            Next::Half => (Poll::Ready(Some(Ok(Frame::data(self.bytes.slice(..half))))), Next::Wait),
            Next::Wait => {
                cx.waker().wake_by_ref();
                (Poll::Pending, Next::Break)
            }
            Next::Break => (Poll::Ready(Some(Err(io::ErrorKind::ConnectionReset.into()))), Next::End),
            Next::End => (Poll::Ready(None), Next::End),
        };
        self.next = next;
        frame
    }

    fn is_end_stream(&self) -> bool {
        matches!(self.next, Next::End)
    }

    /// Of the whole body: hyper makes the head's `content-length` of it.
    fn size_hint(&self) -> SizeHint {
        SizeHint::with_exact(self.bytes.len() as u64)
    }
}
