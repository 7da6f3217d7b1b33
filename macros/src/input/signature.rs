//! The analyzed signature of a function.

use proc_macro2::{Ident, Span};
use syn::ext::IdentExt;
use syn::{Generics, Type};

use super::params::pattern_name;
use crate::model::{PaginatorKind, Param, Receiver};

/// The analyzed signature of the annotated function, or the inferred one of a call in `paginate!`. The generics, the receiver, and
/// the parameters are those of the generated function.
pub(crate) struct AnalyzedSignature {
    pub(crate) generics: Generics,
    pub(crate) receiver: Option<Receiver>,
    pub(crate) params: Vec<Param>,
    /// The `Result` that a call of the annotated function returns. It is `None` after an error.
    pub(crate) result_type: Option<Type>,
    pub(crate) kind: PaginatorKind,
    /// The name of the annotated function.
    pub(crate) method: Ident,
}

impl AnalyzedSignature {
    /// Returns the names of the parameters that are not patterns.
    pub(crate) fn param_names(&self) -> Vec<&Ident> {
        let names = self.params.iter().map(|param| &param.name).enumerate();
        names.filter(|(index, name)| **name != pattern_name(*index, name.span())).map(|(_, name)| name).collect()
    }

    /// Returns the index of the parameter with the given name.
    pub(crate) fn param_index(&self, name: &Ident) -> Option<usize> {
        self.params.iter().position(|param| param.name.unraw() == name.unraw())
    }

    /// Changes the hygiene of a parameter that has the name of the called function, so that it does not shadow the function.
    pub(crate) fn avoid_shadowing(&mut self, function: &Ident) {
        for param in self.params.iter_mut().filter(|param| param.name == *function) {
            param.name.set_span(Span::mixed_site().located_at(param.name.span()));
        }
    }

    /// Returns whether `ty` is one of the function's own type parameters.
    pub(crate) fn is_type_param(&self, ty: &Type) -> bool {
        let Type::Path(path) = ty else { return false };
        path.path.get_ident().is_some_and(|ident| self.generics.type_params().any(|param| param.ident == *ident))
    }
}
