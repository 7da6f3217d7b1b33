//! The validated model, from which code is generated. `validate` builds it for the attribute, and `paginate` for `paginate!`. If
//! there were errors, it may be incomplete, and only the signature of the stub is generated from it.

use proc_macro2::{Ident, Span};
use syn::{Attribute, ExprClosure, Generics, Lifetime, Type, Visibility};

use crate::attr::{EndOn, NextMethod, TokenStorage};
use crate::key::{Key, KeyPath};
use crate::util::crate_path::CratePath;

/// A paginator to generate.
pub(crate) struct Paginator {
    pub(crate) crate_path: CratePath,
    /// The annotated method.
    pub(crate) method: Ident,
    /// The generated method.
    pub(crate) name: Ident,
    /// The method's attributes that the generated method inherits.
    pub(crate) attrs: Vec<Attribute>,
    pub(crate) vis: Visibility,
    /// The method's generics, with the additional bounds of the generated method.
    pub(crate) generics: Generics,
    /// Set if the method has no body: it is declared in a trait, or is not finished.
    pub(crate) is_declaration: bool,
    /// Set if the method is called with `Self::`.
    pub(crate) is_associated: bool,
    pub(crate) receiver: Option<Receiver>,
    pub(crate) params: Vec<Param>,
    /// The `Result` that a call returns, or an alias of it.
    pub(crate) result_type: Type,
    pub(crate) kind: PaginatorKind,
    pub(crate) keys: PagingKeys,
}

/// The receiver of the method.
pub(crate) struct Receiver {
    /// The receiver as the generated method declares it. Its `self` is the user's, with the hygiene of a `macro_rules!` macro that
    /// may have written it.
    pub(crate) declaration: syn::Receiver,
    /// The type of `self` in the annotated method, such as `&Self`.
    pub(crate) ty: Type,
    pub(crate) usage: ReceiverUsage,
}

/// The way in which each call gets the receiver.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum ReceiverUsage {
    /// A copy of a shared reference.
    Copied,
    /// A clone of a value.
    Cloned,
    /// A mutable reference that is reborrowed.
    Reborrowed,
}

/// A parameter other than the receiver.
pub(crate) struct Param {
    pub(crate) name: Ident,
    /// The type as the generated method declares it.
    pub(crate) ty: Type,
    pub(crate) kind: ParamKind,
    /// Set if the method elides the lifetime of this reference, and the generated method names it after the box of the
    /// paginator.
    pub(crate) has_box_lifetime: bool,
    /// True if the list has links, and the method that requests a link takes the link instead of this parameter.
    pub(crate) is_replaced_by_link: bool,
}

/// The kind of a parameter: the way in which each call gets its argument. `input` sets `Cloned` or `Reborrowed`. `validate` changes
/// it if a key names the parameter or a field in it, or a link replaces it, unless the method takes a request by value.
pub(crate) enum ParamKind {
    /// A clone.
    Cloned,
    /// A reference to the request. The generated method takes the request by value, so that the paginator owns it.
    Borrowed,
    /// A reference to the value of a key or to an unsized request, such as a `str`, or an `Option` of a reference to either. The
    /// generated method takes the same type. The paginator stores an owned copy of the value.
    OwnedCopy,
    /// A clone of the `T` of an `impl Into<T>`.
    Converted(Box<Type>),
    /// A mutable reference that is reborrowed.
    Reborrowed,
    /// A clone of a builder. The paginator stores the builder in a `RequestBuilder`, because its setters consume it.
    Builder,
}

/// The kind of the paginator, which the signature of the method and the option `boxed` decide.
#[derive(Default)]
pub(crate) struct PaginatorKind {
    /// Set if the method is not async.
    pub(crate) is_blocking: bool,
    /// Set if the future is declared `Send`, or if the paginator is in a box that is.
    pub(crate) is_send: bool,
    /// The lifetime of the box, if the paginator is in one: the method has a receiver, and it returns a boxed future or has the
    /// option `boxed`. The type of the paginator then has a name, and a trait with this method stays dyn compatible.
    pub(crate) box_lifetime: Option<Lifetime>,
}

/// The keys, and the options that affect how they are used.
pub(crate) struct PagingKeys {
    pub(crate) style: PagingStyle,
    pub(crate) result_keys: Vec<Key>,
    pub(crate) non_aggregate_keys: Vec<Key>,
    pub(crate) more_results: Option<Key>,
    pub(crate) limit_key: Option<RequestLocation>,
    pub(crate) first_page_only: Vec<RequestLocation>,
    pub(crate) total_items: Option<Key>,
    pub(crate) total_pages: Option<Key>,
    pub(crate) echo: Option<Key>,
    pub(crate) end_on: EndOn,
    /// The span of the option `reversed`, if it is written.
    pub(crate) reversed: Option<Span>,
    pub(crate) item: Option<Type>,
    pub(crate) token_with: Option<TokenStorage>,
    /// Set if an empty token requests a page (`empty_token = "follow"`).
    pub(crate) follows_empty: bool,
    /// Set if the only token is carried. Such a token identifies state of the service, which cannot return a page twice, so it
    /// is not stored in resume tokens.
    pub(crate) has_only_carried_token: bool,
}

/// The way in which the next page is requested. Each variant has an implementation of the runtime's `Continuation`.
pub(crate) enum PagingStyle {
    Tokens(Vec<TokenKeys>),
    PageNumber(CountedKey),
    Offset(CountedKey),
    NextLink(LinkKey),
}

/// The keys of one token: its location in the request, and that of the next token in the page. The generated code creates the
/// runtime's `TokenKeys` from it.
pub(crate) struct TokenKeys {
    pub(crate) input: RequestLocation,
    pub(crate) output: Key,
    /// Set if `output_token` is not written.
    pub(crate) is_default_output: bool,
    /// Set if `carried_token` names this token: it may repeat, and does not mean that there is another page.
    pub(crate) is_carried: bool,
}

/// The location of a page number or an offset in the request.
pub(crate) struct CountedKey {
    pub(crate) input: RequestLocation,
    /// The number of the first page or item.
    pub(crate) start: u64,
}

/// The location of the next link in the page, and the method that requests it.
pub(crate) struct LinkKey {
    pub(crate) output: Key,
    pub(crate) method: NextMethod,
}

/// The location of a value in the request.
pub(crate) struct RequestLocation {
    pub(crate) key: Key,
    /// The index of the parameter.
    pub(crate) param: usize,
    /// The path inside of the parameter; empty if the value is the parameter itself, or is written by a closure.
    pub(crate) path: KeyPath,
}

impl RequestLocation {
    /// Returns whether the value is the parameter itself.
    pub(crate) fn is_param(&self) -> bool {
        self.path.steps.is_empty() && self.key.closure.is_none()
    }
}

impl PagingStyle {
    /// Returns the location of each token or position in the request.
    pub(crate) fn inputs(&self) -> Vec<&RequestLocation> {
        match self {
            Self::Tokens(tokens) => tokens.iter().map(|token| &token.input).collect(),
            Self::PageNumber(position) | Self::Offset(position) => vec![&position.input],
            Self::NextLink(_) => Vec::new(),
        }
    }

    /// Returns the location of each token or link in the page.
    pub(crate) fn outputs(&self) -> Vec<&Key> {
        match self {
            Self::Tokens(tokens) => tokens.iter().map(|token| &token.output).collect(),
            Self::PageNumber(_) | Self::Offset(_) => Vec::new(),
            Self::NextLink(link) => vec![&link.output],
        }
    }

    /// Returns whether pages or items are counted, so that an empty page ends the list.
    pub(crate) fn is_counted(&self) -> bool {
        matches!(self, Self::PageNumber(_) | Self::Offset(_))
    }

    /// Returns whether a position is another part of the list when the page size changes, so that resume tokens record the page
    /// size (`DEPENDS_ON_PAGE_SIZE` in the runtime).
    pub(crate) fn depends_on_page_size(&self) -> bool {
        matches!(self, Self::PageNumber(_) | Self::NextLink(_))
    }
}

impl PagingKeys {
    /// Returns the locations of all keys in the request.
    pub(crate) fn request_locations(&self) -> impl Iterator<Item = &RequestLocation> {
        self.style.inputs().into_iter().chain(&self.limit_key).chain(&self.first_page_only)
    }

    /// Returns the link, if that is the style.
    pub(crate) fn link(&self) -> Option<&LinkKey> {
        match &self.style {
            PagingStyle::NextLink(link) => Some(link),
            _ => None,
        }
    }

    /// Returns the closure that requests a link, in `paginate!`.
    pub(crate) fn next_call(&self) -> Option<&ExprClosure> {
        match &self.link()?.method {
            NextMethod::Closure(closure) => Some(closure),
            NextMethod::Path(_) => None,
        }
    }

    /// Returns whether the list has a resume token.
    pub(crate) fn is_resumable(&self) -> bool {
        !self.has_only_carried_token && !matches!(self.token_with, Some(TokenStorage::Unstored))
    }
}

impl Param {
    pub(crate) fn is_cloned(&self) -> bool {
        matches!(self.kind, ParamKind::Cloned)
    }

    pub(crate) fn is_builder(&self) -> bool {
        matches!(self.kind, ParamKind::Builder)
    }
}

impl Paginator {
    /// Returns whether a call borrows the request or a part of it. If so, the generated code calls `operation_by_ref`: each call
    /// takes the request out of the paginator and returns it with the result.
    pub(crate) fn borrows_request(&self) -> bool {
        let is_borrowed =
            |param: &Param| matches!(param.kind, ParamKind::Borrowed | ParamKind::OwnedCopy | ParamKind::Reborrowed);
        self.has_client_in_request() || self.params.iter().any(is_borrowed)
    }

    /// Returns whether a parameter is wrapped in `PerCall` (in the runtime). If so, the call borrows another part of the
    /// request, and the values of keys are written into a clone of this parameter.
    pub(crate) fn is_in_per_call(&self, index: usize) -> bool {
        matches!(self.params[index].kind, ParamKind::Cloned | ParamKind::Builder)
            && self.borrows_request()
            && self.keys.request_locations().any(|location| location.param == index && !location.is_param())
    }

    /// Returns a span for an `impl Trait`, located at `span`. An `impl Trait` with this span captures all lifetimes. In a
    /// trait, any `impl Trait` does so. Elsewhere, only one of edition 2024 does so. A call-site span has the edition of this
    /// crate, which is 2024. The user's crate may have an earlier one.
    pub(crate) fn capturing_span(&self, span: Span) -> Span {
        if self.is_declaration { span } else { Span::call_site().located_at(span) }
    }

    /// Returns whether the request is the runtime's `LinkRequest`, which `paginate!` needs for links.
    pub(crate) fn has_link_request(&self) -> bool {
        self.keys.next_call().is_some()
    }

    /// Returns the number of values that each call needs: the client if it is a part of the request, the parameters, and the next
    /// link if there is one. The link of a `LinkRequest` does not count.
    pub(crate) fn part_count(&self) -> usize {
        let has_link = self.keys.link().is_some() && !self.has_link_request();
        usize::from(self.has_client_in_request()) + self.params.len() + usize::from(has_link)
    }

    /// Returns whether the request is a single value, and neither a tuple nor a `LinkRequest`.
    pub(crate) fn has_single_part(&self) -> bool {
        self.part_count() == 1 && !self.has_link_request()
    }

    /// Returns whether the client is a part of the request. It is if the receiver is `&mut self`: a mutable reference cannot be
    /// copied, so each call takes it with the request and returns it.
    pub(crate) fn has_client_in_request(&self) -> bool {
        self.receiver.as_ref().is_some_and(|receiver| receiver.usage == ReceiverUsage::Reborrowed)
    }
}
