//! Methods of many shapes, whose generated code passes all lints that a user may deny. `cargo clippy` checks it.
//!
//! This is a library, because `missing_docs` does not check tests.
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
use std::io;
use std::sync::Arc;

use paginated::{Error, Page, paginate, paginated};

/// A request.
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct Input {
    /// The token.
    pub token: Option<String>,
    /// The page size.
    pub limit: Option<u32>,
    /// A nested field whose name is a keyword.
    pub r#type: Option<Box<Self>>,
}

/// A page.
#[derive(Debug, Page)]
#[non_exhaustive]
pub struct Output {
    /// The items.
    pub items: Vec<u64>,
    /// A secondary result.
    pub names: BTreeMap<String, u64>,
    /// The token.
    pub token: Option<String>,
    /// The flag for more pages.
    pub more: bool,
    /// A nested field.
    pub r#type: Option<Inner<u64>>,
}

/// A generic part of a page.
#[derive(Debug, Page)]
#[non_exhaustive]
pub struct Inner<T> {
    /// The items.
    pub items: Vec<T>,
    /// The token.
    token: Option<String>,
}

/// A page with lists in lists.
#[derive(Debug, Page)]
#[non_exhaustive]
pub struct Nested {
    /// The outermost list.
    pub groups: Vec<Inner<Inner<u64>>>,
    /// The token.
    pub token: Option<String>,
}

/// A page without field names.
#[derive(Debug, Page)]
#[page(crate = paginated)]
#[non_exhaustive]
pub struct Pair(Vec<u64>, pub Option<String>);

/// A page that borrows its items.
#[derive(Debug, Page)]
#[non_exhaustive]
pub struct Borrowed<'page, const SIZE: usize> {
    /// The items.
    pub items: Vec<&'page [u8; SIZE]>,
    /// The token.
    pub token: Option<String>,
}

/// A deprecated page.
#[derive(Debug, Page)]
#[deprecated(note = "use `Output`")]
#[non_exhaustive]
pub struct DeprecatedOutput {
    /// The items.
    pub items: Vec<u64>,
}

/// A page with a deprecated type.
#[derive(Debug, Page)]
#[expect(deprecated, reason = "the fields are not deprecated")]
#[non_exhaustive]
pub struct DeprecatedFields {
    /// The items.
    pub items: Vec<DeprecatedOutput>,
}

/// An error.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Failure {
    /// The requested size.
    pub of: usize,
    /// The position.
    pub at: Option<String>,
    /// The page size.
    pub size: Option<i32>,
}

/// A client trait.
pub trait Client {
    /// The error type.
    type Error: Debug;

    /// Returns `impl Future`.
    #[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
    fn list(&self, input: Input) -> impl Future<Output = Result<Output, Self::Error>>;

    /// Returns a future that is `Send`.
    #[paginated(input_token = "Token", result_key = ["Items", "Names"], more_results = "More")]
    fn list_send(&self, input: Input) -> impl Future<Output = Result<Output, Self::Error>> + Send;

    /// Returns a boxed future.
    #[paginated(input_token = "Type.Token", output_token = "Token || Type.Token", result_key = "Type.Items")]
    fn list_boxed<'client>(
        &'client self,
        input: &'client Input,
    ) -> Pin<Box<dyn Future<Output = Result<Output, Self::Error>> + Send + 'client>>;

    /// Blocks.
    ///
    /// # Errors
    ///
    /// Returns an error of the service.
    #[paginated(input_token = "Token", result_key = "Items", non_aggregate_keys = ["Names"], end_on = "repeated_token")]
    fn list_blocking(&mut self, input: &Input) -> Result<Output, Self::Error>;

    /// The name ends with an underscore, because it would be a keyword otherwise.
    #[paginated(input_token = "Token", result_key = "Items")]
    fn type_(&self, input: Input) -> impl Future<Output = Result<Output, Self::Error>>;

    /// The path of the crate is an option.
    #[paginated(crate = paginated, input_token = "Token", result_key = "Items")]
    fn list_by_path(&self, input: Input) -> impl Future<Output = Result<Output, Self::Error>>;

    /// Follows links.
    #[paginated(next_link = "Token", next_method = next_page, result_key = "Items")]
    fn list_links(&self, tenant: &str, input: Input) -> impl Future<Output = Result<Output, Self::Error>> + Send;

    /// Requests a link.
    fn next_page(&self, tenant: &str, link: &str) -> impl Future<Output = Result<Output, Self::Error>> + Send;

    /// A deprecated method.
    #[deprecated(note = "use `list`")]
    #[paginated(input_token = "Token")]
    fn list_old(self: &Arc<Self>, input: Input) -> impl Future<Output = Result<Output, Self::Error>>;
}

/// A client type.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct Service<T> {
    /// A field.
    pub of: T,
}

impl<T: Clone + Debug + Sync> Service<T> {
    /// An inherent method with plain parameters.
    ///
    /// # Errors
    ///
    /// Returns an error of the service.
    #[paginated(input_token = "next_token", output_token = "Token", limit_key = "limit", result_key = "Items")]
    pub async fn list(&self, stack: &str, next_token: Option<String>, limit: Option<i32>) -> Result<Output, Failure> {
        ready(Err(Failure { of: stack.len(), at: next_token, size: limit })).await
    }

    /// A method with its own generics.
    ///
    /// # Errors
    ///
    /// Returns an error of the service.
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

    /// A method with a bound that implies `Clone`.
    ///
    /// # Errors
    ///
    /// Returns an error of the service.
    #[paginated(input_token = "token", result_key = "items")]
    pub fn list_by_number(&self, number: impl Copy + Into<usize>, token: Option<String>) -> Result<Output, Failure> {
        Err(Failure { of: number.into() + format!("{:?}", self.of).len(), at: token, size: None })
    }

    /// Returns a page that borrows from the client.
    ///
    /// # Errors
    ///
    /// Returns an error of the service.
    #[paginated(input_token = "token", result_key = "items")]
    pub fn list_borrowed(&self, token: Option<String>) -> Result<Borrowed<'_, 3>, Failure> {
        Err(Failure { of: format!("{:?}", self.of).len(), at: token, size: None })
    }
}

/// A builder request.
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct Builder(Input);

impl Builder {
    /// Sets the token.
    #[must_use]
    pub fn set_token(mut self, token: Option<String>) -> Self {
        self.0.token = token;
        self
    }

    /// Sets the page size.
    #[must_use]
    pub const fn set_limit(mut self, limit: Option<u32>) -> Self {
        self.0.limit = limit;
        self
    }
}

/// A function with an explicit item type.
///
/// # Errors
///
/// Returns an error of the service.
#[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items", item = u64, builder, name = all_items)]
pub async fn list(builder: Builder) -> Result<Output, Failure> {
    ready(Err(Failure { of: 0, at: builder.0.token, size: None })).await
}

/// A function with an expected lint.
///
/// # Errors
///
/// Never fails.
#[paginated(input_token = "Token", result_key = "Items")]
#[expect(clippy::missing_const_for_fn, reason = "users write such functions")]
pub fn list_wrapped(token: Option<String>) -> Result<Inner<String>, Failure> {
    Ok(Inner { items: Vec::new(), token })
}

/// A function with a projection of lists in lists.
///
/// # Errors
///
/// Never fails.
#[paginated(input_token = "Token", result_key = "Groups[].Items[].Items[]", reversed)]
#[expect(clippy::missing_const_for_fn, reason = "users write such functions")]
pub fn list_nested(token: Option<String>) -> Result<Nested, Failure> {
    Ok(Nested { groups: Vec::new(), token })
}

/// A function whose response is the list, in a `Result` alias.
///
/// # Errors
///
/// Never fails.
#[paginated(offset = "Offset", limit_key = "Limit", end_on = "short_page", result_key = "@")]
#[expect(clippy::missing_const_for_fn, reason = "users write such functions")]
pub fn list_rows(offset: u64, limit: Option<u32>) -> io::Result<Vec<u64>> {
    let _ = (offset, limit);
    Ok(Vec::new())
}

/// Async calls at call sites.
///
/// # Errors
///
/// Returns an error of the service.
pub async fn list_by_expression(client: &Service<u64>, builder: Builder) -> Result<Vec<u64>, Error<Failure>> {
    let built = paginate!(
        builder => |request| list(request),
        input_token = "Token",
        limit_key = "Limit",
        result_key = "items",
        more_results = "more",
        builder,
    );
    let mut items = built.page_size(10).items().try_collect::<Vec<_>>().await?;
    let plain = paginate!(
        (None, None) => |(token, limit)| client.list("stack", token, limit),
        input_token = token,
        output_token = "token",
        limit_key = limit,
        result_key = ["items", "names"],
    );
    items.append(&mut plain.page_size(10).full_result().await?.output.items);
    let path = paginate!(
        Input::default() => |request| list_requests(request),
        crate = paginated, input_token = "Token", result_key = "items",
    );
    items.append(&mut path.items().try_collect::<Vec<_>>().await?);
    Ok(items)
}

/// A function whose name could be written instead of a closure, if `paginate!` did not need one.
fn list_requests(request: Input) -> impl Future<Output = Result<Output, Failure>> {
    ready(Err(Failure { of: 0, at: request.token, size: None }))
}

/// A blocking call at a call site.
pub fn list_rows_by_expression() -> impl Iterator<Item = Result<u64, Error<io::Error>>> {
    paginate!(
        (0, None) => |(offset, limit)| { list_rows(offset, limit) },
        offset = offset,
        limit_key = limit,
        result_key = "@",
        blocking,
    )
    .items()
}

/// Functions that store a token.
pub mod codec {
    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    /// Stores a token.
    ///
    /// # Errors
    ///
    /// The serializer failed.
    pub fn serialize<To: Serializer>(token: &str, serializer: To) -> Result<To::Ok, To::Error> {
        token.serialize(serializer)
    }

    /// Loads a token.
    ///
    /// # Errors
    ///
    /// The stored token is not a string.
    pub fn deserialize<'de, From: Deserializer<'de>>(deserializer: From) -> Result<String, From::Error> {
        String::deserialize(deserializer)
    }
}

/// Stores its tokens by functions.
///
/// # Errors
///
/// The request failed.
#[paginated(input_token = "token", result_key = "items", token_with = codec)]
pub fn list_with_stored_tokens(request: Input) -> Result<Output, io::Error> {
    Err(io::Error::other(request.token.unwrap_or_default()))
}

/// Returns a page that borrows its items from the only parameter with a lifetime.
///
/// # Errors
///
/// The request failed.
#[paginated(input_token = "Token", result_key = "Items", item = &[u8; 4])]
pub fn list_borrowed(rows: &[[u8; 4]], token: Option<String>) -> Result<Borrowed<'_, 4>, io::Error> {
    Ok(Borrowed { items: rows.iter().collect(), token })
}

/// Its closures for the request end with an expression, with a statement, and with a block.
///
/// # Errors
///
/// The request failed.
#[paginated(
    input_token = [
        |input, first| input.token = first,
        |input, second| {
            let inner = Input { token: second, ..Input::default() };
            input.r#type = Some(Box::new(inner))
        },
        |_, _: Option<String>| (),
    ],
    output_token = ["token", "type.token", |_| None],
    limit_key = |input, size: u32| if size == 0 { input.limit = None } else { input.limit = Some(size) },
    result_key = "items",
)]
pub fn list_by_closures(request: Input) -> Result<Output, io::Error> {
    Err(io::Error::other(request.token.unwrap_or_default()))
}

/// A client whose error may borrow from it.
pub trait BorrowedError {
    /// Returns an error with an elided lifetime.
    ///
    /// # Errors
    ///
    /// The request failed.
    #[paginated(input_token = "Token", result_key = "Items", boxed)]
    fn list(&self, input: Input) -> Result<Output, RefError<'_>>;
}

/// A borrowed error.
#[derive(Debug)]
#[non_exhaustive]
pub struct RefError<'client> {
    /// The message.
    pub message: &'client str,
}
