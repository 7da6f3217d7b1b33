//! Response bodies, which can be truncated to simulate a fault.

use std::io;
use std::pin::Pin;
use std::task::{Context, Poll};

use hyper::body::{self, Bytes, Frame, SizeHint};

/// A body that is sent in one frame. A truncated body is shorter than its `content-length`.
pub(super) struct Body {
    bytes: Bytes,
    next: Step,
}

/// The action of the next poll.
#[derive(Clone, Copy)]
enum Step {
    SendAll,
    SendHalf,
    /// Waits for one poll, so that the first half is sent before the connection is closed.
    Flush,
    Fail,
    End,
}

impl Body {
    pub(super) fn new(bytes: Vec<u8>) -> Self {
        Self { bytes: bytes.into(), next: Step::SendAll }
    }

    /// Truncates the body in the middle.
    pub(super) fn truncate(self) -> Self {
        Self { next: Step::SendHalf, ..self }
    }
}

impl body::Body for Body {
    type Data = Bytes;
    type Error = io::Error;

    fn poll_frame(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<io::Result<Frame<Bytes>>>> {
        let half = self.bytes.len() / 2;
        let (frame, next) = match self.next {
            Step::SendAll => (Poll::Ready(Some(Ok(Frame::data(self.bytes.clone())))), Step::End),
            Step::SendHalf => (Poll::Ready(Some(Ok(Frame::data(self.bytes.slice(..half))))), Step::Flush),
            Step::Flush => {
                cx.waker().wake_by_ref();
                (Poll::Pending, Step::Fail)
            }
            Step::Fail => (Poll::Ready(Some(Err(io::ErrorKind::ConnectionReset.into()))), Step::End),
            Step::End => (Poll::Ready(None), Step::End),
        };
        self.next = next;
        frame
    }

    fn is_end_stream(&self) -> bool {
        matches!(self.next, Step::End)
    }

    /// Returns the size of the whole body, which hyper sends as `content-length`.
    fn size_hint(&self) -> SizeHint {
        SizeHint::with_exact(self.bytes.len() as u64)
    }
}
