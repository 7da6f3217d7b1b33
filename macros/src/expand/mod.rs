//! Generates code from the model. Code generation cannot fail.

mod body;
mod docs;
mod path;
mod request;
mod response;
mod signature;
mod stub;
mod style;

use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};

pub(crate) use self::body::description;
#[cfg(test)]
pub(crate) use self::docs::section;
pub(crate) use self::signature::mode;
use crate::attr::Options;
use crate::input::{self, Function};
use crate::model::Paginator;
use crate::util::tokens;
use crate::{attr, validate};

/// Expands `#[paginated(args)] item` to the item, followed by the generated function.
pub(crate) fn paginated(args: TokenStream, item: &TokenStream) -> TokenStream {
    let nesting = tokens::check_nesting(args.clone());
    if let Err(error) = nesting.and_then(|()| tokens::check_nesting(input::signature_tokens(item))) {
        return stub::item_with_error(item, &error);
    }
    let function = match tokens::parse::<Function>(item) {
        Ok(function) => function,
        Err(error) => return stub::item_with_error(item, &input::invalid_item(item, error)),
    };
    let mut errors = Vec::new();
    // A declaration without its `;` could not be followed by the generated function.
    let item = function.with_semicolon(item);
    let options = attr::parse(&attr::PAGINATED, args, &mut errors);
    let validated = validate::validate(&options, &function, &mut errors);
    match &validated.paginator {
        Some(paginator) if errors.is_empty() => {
            let function = generated_function(&options, paginator);
            quote!(#item #function)
        }
        _ => stub::item_with_errors(&item, &function, validated, errors),
    }
}

/// Returns the generated function. `macros/testdata/paginator.rs` has the complete code of a similar one.
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
///     operation::<_, Output>("describe_sessions", input)
///         .token("NextToken", TokenReader::Field(|page| …), |request, token| …, |token_type| ….token_functions())
///         .items("Sessions", |page| Some(&mut page.sessions), |value_type| value_type.joiner())
///         .paginator(move |request| Self::describe_sessions(self, request))
/// }
/// ```
fn generated_function(options: &Options, paginator: &Paginator) -> TokenStream {
    let docs = docs::docs(options, paginator);
    let signature = signature::signature(paginator);
    let body = body::body(paginator);
    let attrs = &paginator.attrs;
    // Errors about the function as a whole are reported at the method's name.
    let block = quote_spanned!(paginator.name.span()=> { #body });
    quote! {
        #docs
        #(#attrs)*
        // Lints about code that is not the user's. They are listed one by one, because a group cannot be allowed if
        // the user forbids one of its lints. `absolute_paths`, `type_complexity`: the paths and types of the generated code.
        // `implied_bounds_in_impls`: the `Clone` that is added to an `impl Copy`. `redundant_closure…`: the closures of the
        // generated code. `multiple_bound_locations`: the generics of the method, which it repeats. `used_underscore_binding`:
        // its parameters. `needless_question_mark`: the key `"@"` of a response that may be an `Option`.
        // `mismatched_lifetime_syntaxes`: the names of lifetimes that the method elides. Rust 1.88 does not know this lint
        // (`unknown_lints`).
        #[allow(
            unknown_lints,
            mismatched_lifetime_syntaxes,
            clippy::absolute_paths,
            clippy::implied_bounds_in_impls,
            clippy::multiple_bound_locations,
            clippy::needless_question_mark,
            clippy::redundant_closure,
            clippy::redundant_closure_for_method_calls,
            clippy::type_complexity,
            clippy::used_underscore_binding
        )]
        #signature #block
    }
}
