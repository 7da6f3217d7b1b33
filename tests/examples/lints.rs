//! What is generated is clean under all that a user may deny: many shapes, checked by `cargo clippy`.
//!
//! It is a library, for `missing_docs` says nothing in a test.
#![deny(clippy::all, clippy::pedantic, clippy::nursery)]
#![deny(clippy::allow_attributes, clippy::allow_attributes_without_reason, clippy::missing_docs_in_private_items)]
#![deny(clippy::absolute_paths, clippy::clone_on_ref_ptr, clippy::default_numeric_fallback, clippy::shadow_reuse)]
#![deny(clippy::shadow_same, clippy::shadow_unrelated, clippy::indexing_slicing, clippy::unwrap_used, clippy::panic)]
#![deny(clippy::min_ident_chars, clippy::single_char_lifetime_names, clippy::std_instead_of_core)]
#![deny(
    clippy::pattern_type_mismatch,
    clippy::multiple_inherent_impl,
    clippy::as_conversions,
    clippy::exhaustive_structs
)]
#![deny(
    future_incompatible,
    let_underscore,
    nonstandard_style,
    rust_2018_idioms,
    rust_2024_compatibility,
    unused,
    warnings
)]
#![deny(absolute_paths_not_starting_with_crate, ambiguous_negative_literals, closure_returning_async_block)]
#![deny(deprecated_in_future, explicit_outlives_requirements, ffi_unwind_calls, impl_trait_redundant_captures)]
#![deny(let_underscore_drop, macro_use_extern_crate, meta_variable_misuse, missing_copy_implementations)]
#![deny(missing_debug_implementations, missing_docs, non_ascii_idents, redundant_imports, redundant_lifetimes)]
#![deny(single_use_lifetimes, trivial_casts, trivial_numeric_casts, unit_bindings, unnameable_types, unreachable_pub)]
#![deny(unsafe_code, unused_extern_crates, unused_import_braces, unused_lifetimes, unused_macro_rules)]
#![deny(unused_qualifications, unused_results, variant_size_differences)]

use core::fmt::Debug;
use core::future::ready;
use core::pin::Pin;
use std::collections::BTreeMap;
use std::sync::Arc;

use paginated::{Page, paginated};

/// A request.
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct Input {
    /// Where to go on.
    pub token: Option<String>,
    /// How many.
    pub limit: Option<u32>,
    /// Called by a keyword, and nested.
    pub r#type: Option<Box<Self>>,
}

/// An answer.
#[derive(Debug, Page)]
#[non_exhaustive]
pub struct Output {
    /// What was asked for.
    pub items: Vec<u64>,
    /// More of it.
    pub names: BTreeMap<String, u64>,
    /// Where to go on.
    pub token: Option<String>,
    /// Whether there is more.
    pub more: bool,
    /// Inside.
    pub r#type: Option<Inner<u64>>,
}

/// Part of an answer, of a type that is a parameter.
#[derive(Debug, Page)]
#[non_exhaustive]
pub struct Inner<T> {
    /// What was asked for.
    pub items: Vec<T>,
    /// Where to go on.
    token: Option<String>,
}

/// An answer that has no names.
#[derive(Debug, Page)]
#[non_exhaustive]
pub struct Pair(Vec<u64>, pub Option<String>);

/// An answer that borrows.
#[derive(Debug, Page)]
#[non_exhaustive]
pub struct Borrowed<'page, const SIZE: usize> {
    /// What was asked for.
    pub items: Vec<&'page [u8; SIZE]>,
    /// Where to go on.
    pub token: Option<String>,
}

/// What goes wrong.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Failure {
    /// How much was asked for.
    pub of: usize,
    /// Where.
    pub at: Option<String>,
    /// How many.
    pub size: Option<i32>,
}

/// A client as people write it.
pub trait Client {
    /// What goes wrong.
    type Error: Debug;

    /// A method.
    #[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
    fn list(&self, input: Input) -> impl Future<Output = Result<Output, Self::Error>>;

    /// One whose future is `Send`.
    #[paginated(input_token = "Token", result_key = ["Items", "Names"], more_results = "More")]
    fn list_send(&self, input: Input) -> impl Future<Output = Result<Output, Self::Error>> + Send;

    /// One whose future has a name.
    #[paginated(input_token = "Type.Token", output_token = "Token || Type.Token", result_key = "Type.Items")]
    fn list_boxed<'client>(
        &'client self,
        input: &'client Input,
    ) -> Pin<Box<dyn Future<Output = Result<Output, Self::Error>> + Send + 'client>>;

    /// One that is not async.
    ///
    /// # Errors
    ///
    /// Whatever.
    #[paginated(input_token = "Token", result_key = "Items", non_aggregate_keys = ["Names"], repeated_token = "stop")]
    fn list_blocking(&mut self, input: &Input) -> Result<Output, Self::Error>;

    /// One that is out of use.
    #[deprecated(note = "use `list`")]
    #[paginated(input_token = "Token")]
    fn list_old(self: &Arc<Self>, input: Input) -> impl Future<Output = Result<Output, Self::Error>>;
}

/// A client that is a type.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct Service<T> {
    /// Whatever.
    pub of: T,
}

impl<T: Clone + Debug + Sync> Service<T> {
    /// A method of the type itself, by plain parameters.
    ///
    /// # Errors
    ///
    /// Whatever.
    #[paginated(input_token = "next_token", output_token = "Token", limit_key = "limit", result_key = "Items")]
    pub async fn list(&self, stack: &str, next_token: Option<String>, limit: Option<i32>) -> Result<Output, Failure> {
        ready(Err(Failure { of: stack.len(), at: next_token, size: limit })).await
    }

    /// A method with generics of its own.
    ///
    /// # Errors
    ///
    /// Whatever.
    #[paginated(input_token = token, output_token = 1, result_key = 0)]
    pub fn list_of<S: Into<String> + Clone, const SIZE: usize>(
        self,
        of: [S; SIZE],
        input: &Input,
    ) -> Result<Pair, Failure>
    where
        T: Default,
    {
        let size = of.map(Into::into).concat().len() + format!("{:?}", self.of).len();
        Err(Failure { of: size, at: input.token.clone(), size: None })
    }

    /// One that gives what is borrowed.
    ///
    /// # Errors
    ///
    /// Whatever.
    #[paginated(input_token = "token", result_key = "items")]
    pub fn list_borrowed(&self, token: Option<String>) -> Result<Borrowed<'_, 3>, Failure> {
        Err(Failure { of: format!("{:?}", self.of).len(), at: token, size: None })
    }
}

/// A request that is set by methods.
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct Builder(Input);

impl Builder {
    /// Where to go on.
    #[must_use]
    pub fn set_token(mut self, token: Option<String>) -> Self {
        self.0.token = token;
        self
    }

    /// How many.
    #[must_use]
    pub const fn set_limit(mut self, limit: Option<u32>) -> Self {
        self.0.limit = limit;
        self
    }
}

/// A function, whose items are named.
///
/// # Errors
///
/// Whatever.
#[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items", item = u64, builder, name = all_items)]
pub async fn list(builder: Builder) -> Result<Output, Failure> {
    ready(Err(Failure { of: 0, at: builder.0.token, size: None })).await
}

/// A function at which lints are expected.
///
/// # Errors
///
/// None.
#[paginated(input_token = "Token", result_key = "Items")]
#[expect(clippy::missing_const_for_fn, reason = "as people write it")]
pub fn list_wrapped(token: Option<String>) -> Result<Inner<String>, Failure> {
    Ok(Inner { items: Vec::new(), token })
}
