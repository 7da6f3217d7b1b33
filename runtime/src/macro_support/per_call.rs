//! Parameters that are cloned for each call, although the call borrows another part of the request, such as the client.

use core::ops::{Deref, DerefMut};

/// A parameter of which each call gets a clone. The position of a page is written into the clone, so that no later call gets it.
pub struct PerCall<T> {
    /// The parameter of the caller. A value that is written before `create_clone`, as the page size is, is written into it, and is
    /// therefore in each clone.
    original: T,
    /// The clone for the next call.
    next: Option<T>,
    clone: fn(&T) -> T,
}

impl<T> PerCall<T> {
    /// Wraps a parameter.
    pub fn new(original: T) -> Self
    where
        T: Clone,
    {
        Self { original, next: None, clone: T::clone }
    }

    /// Creates the clone for the next call. Values are written into it from now on.
    pub fn create_clone(&mut self) {
        self.next = Some((self.clone)(&self.original));
    }

    /// Returns the clone for the call.
    ///
    /// # Panics
    ///
    /// If the clone was not created.
    pub fn take_argument(&mut self) -> T {
        self.next.take().expect("the clone was not created")
    }
}

impl<T> Deref for PerCall<T> {
    type Target = T;
    fn deref(&self) -> &T {
        self.next.as_ref().unwrap_or(&self.original)
    }
}

impl<T> DerefMut for PerCall<T> {
    fn deref_mut(&mut self) -> &mut T {
        self.next.as_mut().unwrap_or(&mut self.original)
    }
}
