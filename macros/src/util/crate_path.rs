//! Paths that generated code uses.

use proc_macro2::{Ident, Span};
use syn::{Path, Token};

use super::span::span_bounds;

/// The path of the `paginated` crate: `::paginated`, or the path in `crate = …`.
#[derive(Clone)]
pub(crate) struct CratePath(Option<Path>);

impl CratePath {
    /// Returns the path that the user wrote, or the default. The call-site span silences the user's lints about paths. `$crate`
    /// keeps its span, because no other span resolves it.
    pub(crate) fn new(path: Option<&Path>) -> Self {
        let mut path = path.cloned();
        for segment in path.iter_mut().flat_map(|path| &mut path.segments).filter(|segment| segment.ident != "$crate") {
            segment.ident.set_span(Span::call_site().located_at(segment.ident.span()));
        }
        Self(path)
    }

    /// Returns the path of the module that generated code calls.
    pub(crate) fn private(&self) -> Path {
        self.private_at_span(Span::call_site())
    }

    /// Returns the path of that module, located at `span`. Errors about a path that the user wrote stay at that path.
    pub(crate) fn private_at_span(&self, span: Span) -> Path {
        let (mut path, span) = match &self.0 {
            None => {
                let leading_colon = Some(Token![::](span));
                (Path { leading_colon, ..Ident::new("paginated", span).into() }, span)
            }
            Some(path) => (path.clone(), span_bounds(path).1),
        };
        path.segments.push(Ident::new("__private", span).into());
        path
    }

    /// Returns the path of the `core` library, which also works if the user has a crate called `core`.
    pub(crate) fn core(&self) -> Path {
        let mut path = self.private();
        path.segments.push(Ident::new("core", Span::call_site()).into());
        path
    }
}
