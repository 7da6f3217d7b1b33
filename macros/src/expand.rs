//! Model → tokens. Nothing fails here.

mod body;
mod docs;
mod path;
mod signature;

use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};

use crate::item::Function;
use crate::model::Paginator;
use crate::{args, check, fallback, item, mistake, nesting};

pub(crate) use self::signature::signature;

/// The attribute: the function as it is, and its paginator beside it.
pub(crate) fn paginated(args: TokenStream, item: &TokenStream) -> TokenStream {
    if let Err(error) = nesting::check(args.clone()).and_then(|()| nesting::check(item::header(item))) {
        return fallback::misplaced(item, &error);
    }
    if item::is_mocked(item) {
        let help = "write the client out in `mockall::mock!` instead, without its attributes";
        let error = mistake::mistake(args, "`automock` copies this onto its mocks, where it cannot stand", help);
        return fallback::misplaced(item, &error);
    }
    let mut errors = Vec::new();
    let function = match mistake::parse::<Function>(item) {
        Ok(function) => function,
        Err(error) => return fallback::misplaced(item, &item::misplaced(item, error)),
    };
    let item = function.ended(item);
    let args = args::parse(args, &mut errors);
    let told = check::paginator(args, &function, &mut errors);
    match &told.paginator {
        Some(paginator) if errors.is_empty() => {
            let paginator = generated(paginator);
            quote!(#item #paginator)
        }
        _ => fallback::beside(&item, &function, told, errors),
    }
}

/// The generated method.
///
/// ```text
/// #[paginated(input_token = "NextToken", result_key = "Sessions")]
/// async fn describe_sessions(&self, input: Input) -> Result<Output, Error>;
/// ```
///
/// becomes, after the method itself,
///
/// ```text
/// fn describe_sessions_paginator(&self, input: Input) -> Paginator<impl Operation<…>> {
///     operation("describe_sessions", input, move |request| Self::describe_sessions(self, request))
///         .token("NextToken", |request| …next_token, |page, token| …next_token, |token| …)
///         .result(|page| …sessions)
///         .paginator()
/// }
/// ```
fn generated(paginator: &Paginator) -> TokenStream {
    let docs = docs::docs(paginator);
    let signature = signature(paginator);
    let body = body::body(paginator);
    let attrs = &paginator.attrs;
    // An error about the function as a whole is one about the method of whose name it is made.
    let block = quote_spanned!(paginator.name.span()=> { #body });
    quote! {
        #docs
        #(#attrs)*
        // Clippy has nothing to say of what is not the user's: that types are written out, and by their paths; that a closure
        // could be left out, or is one; that a parameter has bounds in two places, another an underscore, and the name a word
        // of the method's; or what it says of the method itself. Each by its name, for a group cannot be allowed where one of
        // its lints is forbidden.
        #[allow(clippy::absolute_paths, clippy::type_complexity, clippy::implicit_return)]
        #[allow(clippy::redundant_closure, clippy::redundant_closure_for_method_calls)]
        #[allow(clippy::multiple_bound_locations, clippy::used_underscore_binding)]
        #[allow(clippy::wrong_self_convention, clippy::missing_inline_in_public_items)]
        #[allow(clippy::too_many_arguments, clippy::result_large_err)]
        #signature #block
    }
}
