//! The checked truth: what is to be generated, in which wrong mixes cannot be written.

use proc_macro2::{Ident, Span, TokenStream};
use syn::{Attribute, GenericArgument, Generics, Lifetime, PathArguments, Token, Type, Visibility};

use crate::key::{Key, Path};
use crate::names::Root;

/// A paginator to be generated.
pub(crate) struct Paginator {
    pub(crate) root: Root,
    /// The annotated method.
    pub(crate) method: Ident,
    /// The generated one.
    pub(crate) name: Ident,
    /// The method's attributes that hold for the generated one too.
    pub(crate) attrs: Vec<Attribute>,
    pub(crate) vis: Visibility,
    /// The method's generics, with what the generated one needs beyond them.
    pub(crate) generics: Generics,
    /// Whether the method is declared in a trait, without a body.
    pub(crate) declared: bool,
    /// Whether the method is called by `Self::`.
    pub(crate) associated: bool,
    pub(crate) receiver: Option<Receiver>,
    pub(crate) params: Vec<Param>,
    /// What a call gives: a `Result`, under whatever name.
    pub(crate) outcome: Type,
    pub(crate) shape: Shape,
    pub(crate) keys: Keys,
}

/// How the method is called on its client.
pub(crate) struct Receiver {
    /// As the generated method declares it.
    pub(crate) declared: TokenStream,
    /// The word itself, which is another one to a `macro_rules!` than to who calls it.
    pub(crate) this: Token![self],
    pub(crate) kind: ReceiverKind,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum ReceiverKind {
    /// A reference that is copied for each call.
    Shared,
    /// A value that is cloned for each call.
    Owned,
    /// A mutable reference, which each call takes and gives back.
    Exclusive,
}

/// One parameter, the receiver aside.
pub(crate) struct Param {
    pub(crate) name: Ident,
    /// As the generated method declares it.
    pub(crate) ty: Type,
    pub(crate) passed: Passed,
}

/// How a parameter reaches the method.
#[derive(PartialEq, Eq)]
pub(crate) enum Passed {
    /// A clone for each call.
    Cloned,
    /// The paginator owns the input, and the method borrows it.
    Borrowed,
    /// A reference to a token, or an `Option` of one: the paginator owns each token, and the method borrows it.
    Lent,
    /// An `impl Into<T>`: a clone of the `T` for each call.
    Converted(Box<Type>),
    /// A mutable reference, which each call takes and gives back.
    Reborrowed,
    /// A builder, which its setters consume.
    Builder,
}

/// What kind of method it is.
pub(crate) enum Shape {
    /// `async fn`, or `fn … -> impl Future`. `send` says that the future is declared `Send`.
    Future { send: bool },
    /// A method that gives a boxed future, whose paginator can be named.
    Boxed { lifetime: Lifetime, send: bool },
    /// Not async.
    Blocking,
}

/// The keys.
pub(crate) struct Keys {
    pub(crate) tokens: Vec<Token>,
    pub(crate) results: Vec<Key>,
    pub(crate) kept: Vec<Key>,
    pub(crate) more: Option<Key>,
    pub(crate) limit: Option<Place>,
    pub(crate) item: Option<Type>,
    pub(crate) token_with: Option<syn::Path>,
    pub(crate) stop_on_repeated: bool,
}

impl Keys {
    /// Whether a field of the page may be moved out of it when it is read: an element of a list stays in its place, and so
    /// does what another key reads too.
    pub(crate) fn moves(&self, path: &Path) -> bool {
        let tokens = self.tokens.iter().map(|token| &token.output);
        let keys = tokens.chain(&self.results).chain(&self.kept).chain(&self.more);
        let reads = keys.flat_map(|key| &key.paths).filter(|other| path.overlaps(other));
        reads.count() == 1 && path.steps.iter().all(|step| step.index.is_none())
    }
}

/// A token: where it goes, and where the next one comes from.
pub(crate) struct Token {
    pub(crate) place: Place,
    pub(crate) output: Key,
}

/// A place in the request.
pub(crate) struct Place {
    pub(crate) key: Key,
    /// The parameter it lies in.
    pub(crate) param: usize,
    /// The path inside; empty where it is the parameter itself.
    pub(crate) path: Path,
}

/// The two types of a `Result`, where both are written. Another `Result` than the standard library's may be an alias whose
/// second type is only part of the error.
pub(crate) fn result_types(outcome: &Type) -> Option<(&Type, &Type)> {
    let Type::Path(path) = outcome else { return None };
    let names: Vec<_> = path.path.segments.iter().map(|segment| segment.ident.to_string()).collect();
    let names: Vec<_> = names.iter().map(String::as_str).collect();
    if !matches!(names[..], ["Result"] | ["std" | "core", "result", "Result"]) {
        return None;
    }
    let result = path.path.segments.last()?;
    let PathArguments::AngleBracketed(arguments) = &result.arguments else { return None };
    let mut types = arguments.args.iter();
    match (types.next(), types.next(), types.next()) {
        (Some(GenericArgument::Type(output)), Some(GenericArgument::Type(error)), None) => Some((output, error)),
        _ => None,
    }
}

impl Paginator {
    /// Whether the method borrows what the paginator owns, so that each call takes the request and gives it back.
    pub(crate) fn lends(&self) -> bool {
        let lent = |param: &Param| matches!(param.passed, Passed::Borrowed | Passed::Lent | Passed::Reborrowed);
        self.takes_client() || self.params.iter().any(lent)
    }

    /// Where an `impl Trait` stands at `place`. In a trait it captures all lifetimes, in edition 2024 everywhere: so elsewhere
    /// it is one of this crate's edition, whatever the user's is.
    pub(crate) fn capturing(&self, place: Span) -> Span {
        if self.declared { place } else { Span::call_site().located_at(place) }
    }

    /// Whether the type of what is generated has a name: that of a boxed call.
    pub(crate) fn is_named(&self) -> bool {
        matches!(self.shape, Shape::Boxed { .. }) && self.receiver.is_some()
    }

    /// Whether the client is part of what is lent.
    pub(crate) fn takes_client(&self) -> bool {
        self.receiver.as_ref().is_some_and(|receiver| receiver.kind == ReceiverKind::Exclusive)
    }
}
