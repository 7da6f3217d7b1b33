//! Code that reads and writes values in the request: tokens, page numbers, offsets, and page sizes. A *place* is the code of a
//! `&mut` reference, as in `path`.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens, format_ident, quote, quote_spanned};
use syn::ext::IdentExt;
use syn::token::Brace;
use syn::{Block, Expr, ExprBlock, ExprClosure, Index, Member, Pat, Stmt, Token, Type};

use super::path::PathCode;
use crate::key::count_shared_fields;
use crate::model::{Paginator, RequestLocation};
use crate::util::span::{closure_param, hygienic_ident, located_at, span_bounds};
use crate::util::ty::argument_of;

/// The parts of the request: the values that a call needs. They form a tuple, unless there is only one. The first part is the
/// client, if the receiver is `&mut self`. The parameters follow, and then the next link, if there is one. In `paginate!`, the
/// request and the link are the fields of the runtime's `LinkRequest`.
pub(super) struct RequestParts<'a> {
    pub(super) paginator: &'a Paginator,
    pub(super) request: TokenStream,
}

impl RequestParts<'_> {
    fn part(&self, index: usize) -> TokenStream {
        let (request, index) = (&self.request, Index::from(index));
        let parts = if self.paginator.has_link_request() { quote!(#request.request) } else { quote!(#request) };
        if self.paginator.part_count() == 1 { parts } else { quote!(#parts.#index) }
    }

    pub(super) fn client(&self) -> TokenStream {
        self.part(0)
    }

    pub(super) fn param(&self, index: usize) -> TokenStream {
        self.part(usize::from(self.paginator.has_client_in_request()) + index)
    }

    pub(super) fn link(&self) -> TokenStream {
        if self.paginator.has_link_request() {
            let request = &self.request;
            return quote!(#request.link);
        }
        self.param(self.paginator.params.len())
    }
}

/// Returns `&mut request.1`, or `request` if that is the only part.
pub(super) fn part_place(parts: &RequestParts<'_>, part: &TokenStream, span: Span) -> TokenStream {
    if parts.paginator.has_single_part() { quote_spanned!(span=> #part) } else { quote_spanned!(span=> &mut #part) }
}

/// Returns the place of the parameter that contains the field of a key. The code is for a closure whose parameter is
/// `closure_param("request", …)`.
fn param_place(paginator: &Paginator, location: &RequestLocation) -> TokenStream {
    let span = location.key.span();
    let parts = RequestParts { paginator, request: closure_param("request", span).to_token_stream() };
    let param = parts.param(location.param);
    if paginator.is_in_per_call(location.param) {
        return quote_spanned!(span=> &mut *#param);
    }
    part_place(&parts, &param, span)
}

/// Returns the `Field` of a key in the request. For `inserts`, see [`PathCode::inserts`].
fn request_field(paginator: &Paginator, location: &RequestLocation, inserts: TokenStream) -> TokenStream {
    let span = location.key.span();
    let code = PathCode { crate_path: &paginator.crate_path, span, inserts: Some(inserts) };
    let param = param_place(paginator, location);
    if location.path.steps.is_empty() {
        return code.field(&param);
    }
    let ty = &paginator.params[location.param].ty;
    let may_be_option = matches!(ty, Type::Infer(_)) || argument_of(ty, "Option").is_some();
    // `param` may be `&mut request.1`.
    let base = if may_be_option { code.value(&param) } else { quote_spanned!(span=> (#param)) };
    code.field(&code.place(&base, &location.path.steps))
}

/// Returns whether a closure names the type of the value that it puts into a request.
fn names_value_type(closure: &ExprClosure) -> bool {
    matches!(closure.inputs.last(), Some(Pat::Type(_)))
}

/// Turns the body of a closure for a request into a statement, so that its value is dropped, and may borrow the request. rustc
/// warns if the value must be used.
fn with_unused_value(closure: &ExprClosure) -> ExprClosure {
    let mut closure = closure.clone();
    // An error about the closure marks it up to its last brace.
    let span = span_bounds(&closure.body).1;
    // A lint about semicolons is not about a generated one.
    let semicolon = Some(Token![;](Span::mixed_site().located_at(span)));
    match &mut *closure.body {
        Expr::Block(ExprBlock { attrs, label: None, block }) if attrs.is_empty() => match block.stmts.last_mut() {
            Some(Stmt::Expr(_, end @ None)) => *end = semicolon,
            Some(Stmt::Macro(value)) if value.semi_token.is_none() => value.semi_token = semicolon,
            _ => {}
        },
        Expr::Tuple(unit) if unit.elems.is_empty() => {}
        body => {
            let stmts = vec![Stmt::Expr(body.clone(), semicolon)];
            let block = Block { brace_token: Brace(span), stmts };
            *body = Expr::Block(ExprBlock { attrs: Vec::new(), label: None, block });
        }
    }
    closure
}

fn is_builder(paginator: &Paginator, location: &RequestLocation) -> bool {
    paginator.params[location.param].is_builder()
}

/// Returns whether the value in a request can be read: only a field can.
pub(super) fn is_readable(paginator: &Paginator, location: &RequestLocation) -> bool {
    !location.key.is_closure() && !is_builder(paginator, location)
}

/// Returns the closure that replaces the token in a request. `is_only` is set if the operation has one token, so that the user's
/// closure takes the token itself. If there are several tokens, some may be absent, and the closure takes an `Option`. If the
/// types of the page's token and of the request's field differ, rustc reports it at `output_span`.
pub(super) fn replace_token(
    paginator: &Paginator,
    location: &RequestLocation,
    is_only: bool,
    output_span: Span,
) -> TokenStream {
    let span = location.key.span();
    let (request, token) = (closure_param("request", span), closure_param("token", span));
    let private = paginator.crate_path.private_at_span(span);
    let param = param_place(paginator, location);
    let replace = match (&location.key.closure, is_builder(paginator, location)) {
        (Some(closure), is_builder) => {
            let function = match (is_builder, names_value_type(closure)) {
                (false, true) => "write_token",
                (false, false) => "write_inferred_token",
                (true, true) => "build_with_token",
                (true, false) => "build_with_inferred_token",
            };
            let function = Ident::new(function, span);
            let unwrap = is_only.then(|| quote_spanned!(span=> ?));
            let closure = if is_builder { closure.clone() } else { with_unused_value(closure) };
            quote_spanned!(span=> #private::#function(#param, #token #unwrap, #closure))
        }
        (None, true) => {
            let pass = quote_spanned!(span=> .pass_token(#param, #token));
            call_setter(paginator, location, true, &quote_spanned!(span=> #param, &#token), &pass)
        }
        (None, false) => {
            let field = request_field(paginator, location, quote_spanned!(span=> #token.is_some()));
            let method = Ident::new("replace_field_token", output_span);
            quote_spanned!(span=> #field.#method(#token))
        }
    };
    quote_spanned!(span=> |#request, #token| #replace)
}

/// Returns the closure that writes a number into the request. If a user's closure writes it and does not name the type of its
/// parameter, the type is `default_type`.
pub(super) fn write_number(paginator: &Paginator, location: &RequestLocation, default_type: &str) -> TokenStream {
    let span = location.key.span();
    let (request, number) = (closure_param("request", span), closure_param("number", span));
    let private = paginator.crate_path.private_at_span(span);
    let core = paginator.crate_path.core();
    let param = param_place(paginator, location);
    let write = match (&location.key.closure, is_builder(paginator, location)) {
        (Some(closure), is_builder) => {
            let function = if is_builder { "build_with_number" } else { "write_number" };
            let function = Ident::new(function, span);
            let default_type = Ident::new(default_type, span);
            let types =
                (!names_value_type(closure)).then(|| quote_spanned!(span=> ::<_, #core::primitive::#default_type>));
            let closure = if is_builder { closure.clone() } else { with_unused_value(closure) };
            quote_spanned!(span=> #private::#function #types(#param, #number, #closure))
        }
        (None, true) => {
            let field = closure_param("number_field", span);
            let pass = quote_spanned!(span=> .pass_number(#param, |#field| #field.write_request_number(#number)));
            call_setter(paginator, location, false, &param, &pass)
        }
        (None, false) => {
            let field = request_field(paginator, location, quote_spanned!(span=> true));
            quote_spanned!(span=> #field.number_field().write_request_number(#number))
        }
    };
    quote_spanned!(span=> |#request, #number| #write)
}

/// Returns the closure that reads the caller's number in the request.
pub(super) fn read_caller_number(paginator: &Paginator, location: &RequestLocation) -> TokenStream {
    let span = location.key.span();
    if !is_readable(paginator, location) {
        let core = paginator.crate_path.core();
        return quote_spanned!(span=> |_| #core::option::Option::None);
    }
    let request = closure_param("request", span);
    let field = request_field(paginator, location, quote_spanned!(span=> false));
    quote_spanned!(span=> |#request| #field.number_field().caller_number())
}

/// Returns the closure that resets a field to its default. For a key in quotes, a builder needs the setter `set_<key>`, because
/// `<key>` usually takes no `None`.
pub(super) fn reset(paginator: &Paginator, location: &RequestLocation) -> TokenStream {
    let span = location.key.span();
    let core = paginator.crate_path.core();
    let request = closure_param("request", span);
    let reset = if is_builder(paginator, location) {
        let param = RequestParts { paginator, request: request.to_token_stream() }.param(location.param);
        let builder = closure_param("builder", span);
        let (set_key, _) = setter_names(location);
        // An error about the type of this value is reported at the key.
        let none = located_at(quote!(#core::option::Option::None), span);
        quote_spanned!(span=> #param.update(|#builder| #builder.#set_key(#none)))
    } else {
        let inserts = has_filled_container(paginator, location);
        let field = request_field(paginator, location, quote_spanned!(span=> #inserts));
        quote_spanned!(span=> #field.reset_to_default())
    };
    quote_spanned!(span=> |#request| #core::option::Option::Some(#reset))
}

/// Returns whether writing the position also fills the container of a field. If so, the field must be reset even if the container
/// is `None`: the container is filled with its default, which may set the field to another value than the field's own default.
fn has_filled_container(paginator: &Paginator, location: &RequestLocation) -> bool {
    // One of several tokens may be absent, and its container is then not filled.
    let [position] = &paginator.keys.style.inputs()[..] else { return false };
    let steps = &location.path.steps;
    position.param == location.param && count_shared_fields(steps, &position.path.steps) + 1 == steps.len()
}

/// Returns the names of the setters that a key of a builder may mean. A key without quotes is the name of the setter itself. A
/// key in quotes means `set_<key>`, or `<key>` if the builder has no `set_<key>`.
fn setter_names(location: &RequestLocation) -> (Ident, Option<Ident>) {
    let span = location.key.span();
    let Some(Member::Named(name)) = location.path.steps.first().and_then(|step| step.field.clone()) else {
        unreachable!("the name of a setter is an identifier")
    };
    if location.key.is_quoted() {
        (format_ident!("set_{}", name.unraw(), span = span), Some(name))
    } else {
        (name, None)
    }
}

/// Returns code that calls a setter of a builder:
///
/// ```text
/// {
///     (the traits of `substitute_setters`)
///     token_setter(request, &token, <B>::set_key).or_key_setter(|builder, value| builder.key(value)).pass_token(request, token)
/// }
/// ```
///
/// For a number (`is_token` is false), `number_setter(request, <B>::set_key)` begins the chain. `arguments` are those before
/// `<B>::set_key`. `pass` is the last call: `.pass_token(…)` or `.pass_number(…)`.
///
/// If the type `B` is inferred, as in `paginate!`, or an `impl Trait`, the setter `set_key` is called in the closure.
fn call_setter(
    paginator: &Paginator,
    location: &RequestLocation,
    is_token: bool,
    arguments: &TokenStream,
    pass: &TokenStream,
) -> TokenStream {
    let span = location.key.span();
    let private = paginator.crate_path.private_at_span(span);
    let function = Ident::new(if is_token { "token_setter" } else { "number_setter" }, span);
    let ty = &paginator.params[location.param].ty;
    let (set_key, key) = setter_names(location);
    let (traits, setter, closure_setter) = match (ty, key) {
        (Type::Infer(_) | Type::ImplTrait(_), _) => (None, quote_spanned!(span=> #private::NoSetter), Some(set_key)),
        (ty, key) => {
            let traits = key.as_ref().map(|key| substitute_setters(paginator, &set_key, key, is_token));
            (traits, quote_spanned!(span=> <#ty>::#set_key), key)
        }
    };
    let or_key = closure_setter.map(|key| {
        let (builder, value) = (closure_param("builder", span), closure_param("value", span));
        quote_spanned!(span=> .or_key_setter(|#builder, #value| #builder.#key(#value)))
    });
    let call = quote_spanned!(span=> #private::#function(#arguments, #setter) #or_key #pass);
    if traits.is_some() { quote!({ #traits #call }) } else { call }
}

/// Returns traits with substitutes for the setters of a key that a builder may lack:
///
/// ```text
/// trait SetterConstant_limit { const set_limit: NoSetter = NoSetter; }
/// impl<T: ?Sized> SetterConstant_limit for T {}
/// trait SetterMethod_limit: Sized { fn limit<A>(&self, _: A) -> Self where Self: Has_limit { loop {} } }
/// impl<T> SetterMethod_limit for T {}
/// trait Has_limit {}
/// impl Has_limit for UnusedBuilder {}
/// ```
///
/// `macro_support/setter.rs` in the runtime describes how a setter is chosen. If the builder has the method `set_limit`, the method
/// has priority over the constant. The parameter of the closure that calls `limit` is then an `UnusedBuilder`, which has the method
/// `limit` of `SetterMethod_limit`. That method takes `&self`, so that a builder's own method `limit`, which takes `self`, has
/// priority over it. It is called on the builder itself only if the builder has neither setter. `Has_limit` is implemented for
/// `UnusedBuilder` only, so this is an error, and the message of the bound names both setters. The traits are not in scope in the
/// user's closures, where their methods could be found before others of the same name.
fn substitute_setters(paginator: &Paginator, set_key: &Ident, key: &Ident, is_token: bool) -> TokenStream {
    let private = paginator.crate_path.private();
    let core = paginator.crate_path.core();
    // rustc prints the path of a trait if another one has the same name.
    let [setter_constant, setter_method, has_setter] =
        ["SetterConstant", "SetterMethod", "Has"].map(|name| hygienic_ident(&format!("{name}_{}", key.unraw())));
    let message = format!("`{{Self}}` has no setter `{set_key}` or `{key}`");
    let note = format!(
        "write `fn {set_key}(self, value: Option<…>) -> Self`, or name another setter in the attribute, without quotes"
    );
    // The type of a token can be inferred. That of a number is the type that the closure names.
    let (output, value) = if is_token { (", and add `output_token`", "value") } else { ("", "value: u32") };
    let closure_note = format!(
        "if a setter takes `&mut self`, call it in a closure{output}: `|mut builder, {value}| {{{{ builder.…(value); builder }}}}`"
    );
    let struct_note = "if the request is a struct with fields, remove `builder`";
    quote! {
        // The constant and the method are unused, depending on the setters of the builder.
        #[allow(dead_code, non_camel_case_types, non_upper_case_globals)]
        trait #setter_constant {
            const #set_key: #private::NoSetter = #private::NoSetter;
        }
        #[allow(clippy::missing_trait_methods)]
        impl<T: ?#private::core::marker::Sized> #setter_constant for T {}
        #[diagnostic::on_unimplemented(message = #message, label = "no setter of this name takes `self`", note = #note, note = #closure_note, note = #struct_note)]
        #[allow(dead_code, non_camel_case_types)]
        trait #has_setter {}
        impl #has_setter for #private::UnusedBuilder {}
        #[allow(dead_code, non_camel_case_types)]
        trait #setter_method: #core::marker::Sized {
            fn #key<A>(&self, _: A) -> Self where Self: #has_setter { loop {} }
        }
        #[allow(clippy::missing_trait_methods)]
        impl<T> #setter_method for T {}
    }
}
