//! `paginate!(request => |request| call, options…)`: the paginator of a call, as an expression.
//!
//! The compiler infers the types of the request and the page from the call. The options are those of the attribute, and so is the
//! generated code, except that it is in a block and not in a function.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens, quote, quote_spanned};
use syn::ext::IdentExt;
use syn::parse::{Parse, ParseStream};
use syn::visit::{self, Visit};
use syn::{
    Error, Expr, ExprAsync, ExprAwait, ExprCall, ExprClosure, ExprMethodCall, Generics, Item, Pat, Token, parse_quote,
};

use crate::attr::{self, AnySetting, NextMethod, Options, REQUEST_KEYS};
use crate::diagnostics::{Errors, error_with_help, format_message, type_to_string};
use crate::expand;
use crate::input::AnalyzedSignature;
use crate::key::Key;
use crate::model::{Paginator, PaginatorKind, Param, ParamKind};
use crate::util::crate_path::CratePath;
use crate::util::span::{closure_param, hygienic_ident, span_bounds};
use crate::util::tokens;
use crate::util::ty::{ungroup_closure, ungroup_value};
use crate::validate;

/// The arguments of the macro.
struct Arguments {
    request: Expr,
    call: ExprClosure,
    options: TokenStream,
}

impl Parse for Arguments {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let with_help = |what, help| move |error: Error| Error::new(error.span(), format_message(what, help));
        let help = "write `paginate!(request => |request| client.list(request), input_token = \"NextToken\")`";
        if input.is_empty() {
            return Err(input.error(format_message("expected a request and the call", help)));
        }
        let request = input.parse()?;
        input.parse::<Token![=>]>().map_err(with_help("expected `=>` and the call", help))?;
        if !tokens::starts_closure(input) {
            let help = "write `|request| client.list(request)`";
            return Err(input.error(format_message("expected a closure that sends the request", help)));
        }
        let call = input.parse()?;
        if !input.is_empty() {
            let help = "separate the call and the options with commas";
            input.parse::<Token![,]>().map_err(with_help("expected `,`", help))?;
        }
        Ok(Self { request: ungroup_value(request), call: ungroup_closure(call), options: input.parse()? })
    }
}

/// Expands the macro.
pub(crate) fn expand(input: &TokenStream) -> TokenStream {
    let parsed = tokens::check_nesting(input.clone()).and_then(|()| tokens::parse::<Arguments>(input));
    let arguments = match parsed {
        Ok(arguments) => arguments,
        Err(error) => return error.into_compile_error(),
    };
    let mut errors = Vec::new();
    let options = attr::parse(&attr::PAGINATE, arguments.options.clone(), &mut errors);
    let params = params(&arguments.call, &options, &mut errors);
    if !params.is_empty() {
        let paginator = paginator(&arguments, params, &options, &mut errors);
        if errors.is_empty() {
            return expression(&arguments, &paginator);
        }
    }
    let errors = errors.iter().map(Error::to_compile_error);
    quote!({ #(#errors)* })
}

/// Returns the model. Its types are inferred, and the fields that only a method has are empty.
fn paginator(arguments: &Arguments, params: Vec<Param>, options: &Options, errors: &mut Errors) -> Paginator {
    check_await(&arguments.call, errors);
    if let Some(NextMethod::Closure(call)) = options.next_method.value() {
        check_await(call, errors);
    }
    check_request(&arguments.request, options, errors);
    check_next_method(options, errors);
    let kind = PaginatorKind { is_blocking: options.blocking.is_written(), ..PaginatorKind::default() };
    // Errors about the options as a whole are reported at the call.
    let span = Span::call_site().located_at(span_bounds(&arguments.call.body).0);
    let called = called_function(&arguments.call.body).map(|name| name.unraw().to_string());
    let name = Ident::new(called.as_deref().unwrap_or("paginate"), span);
    let mut signature = AnalyzedSignature {
        generics: Generics::default(),
        receiver: None,
        params,
        result_type: Some(parse_quote!(_)),
        kind,
        method: name.clone(),
    };
    let keys = validate::resolve_keys(options, &mut signature, errors);
    Paginator {
        crate_path: CratePath::new(options.crate_path()),
        method: name.clone(),
        name,
        attrs: Vec::new(),
        vis: syn::Visibility::Inherited,
        generics: signature.generics,
        is_declaration: false,
        is_associated: false,
        receiver: None,
        params: signature.params,
        result_type: parse_quote!(_),
        kind: signature.kind,
        keys,
    }
}

/// Rejects an `.await` in a closure that is not `async`.
fn check_await(call: &ExprClosure, errors: &mut Errors) {
    struct First<'a>(Option<&'a ExprAwait>);
    impl<'a> Visit<'a> for First<'a> {
        fn visit_expr_await(&mut self, expr: &'a ExprAwait) {
            self.0.get_or_insert(expr);
        }
        fn visit_expr_async(&mut self, _: &'a ExprAsync) {}
        fn visit_item(&mut self, _: &'a Item) {}
        fn visit_expr_closure(&mut self, closure: &'a ExprClosure) {
            if closure.asyncness.is_none() {
                visit::visit_expr_closure(self, closure);
            }
        }
    }
    let mut first = First(None);
    first.visit_expr_closure(call);
    if let Some(ExprAwait { await_token, .. }) = first.0 {
        let help = "remove `.await`, because the paginator awaits the call, or write `async` before the closure";
        errors.push(error_with_help(await_token, "`.await` in a closure that is not `async`", help));
    }
}

/// Rejects a reference to a request whose fields are set for each page.
fn check_request(request: &Expr, options: &Options, errors: &mut Errors) {
    let Expr::Reference(reference) = request else { return };
    if REQUEST_KEYS.iter().flat_map(|option| options.setting(option).keys()).all(Key::is_closure) {
        return;
    }
    let request = type_to_string(&reference.expr);
    let help = format!(
        "pass `{request}`, or `{request}.clone()` if it is itself a reference; for a call that takes a reference, write \
         `async |request| client.list(&request).await`"
    );
    errors.push(error_with_help(reference, "expected the request, found a reference", help));
}

/// Rejects a `next_method` that is not a closure with one parameter.
fn check_next_method(options: &Options, errors: &mut Errors) {
    match options.next_method.value() {
        Some(NextMethod::Path(path)) => {
            let help = format!("write `next_method = |link| {}(link)`", type_to_string(path));
            errors.push(error_with_help(path, "expected a closure that requests a link, found a path", help));
        }
        Some(NextMethod::Closure(closure)) if closure.inputs.len() != 1 => {
            let help = "write `next_method = |link| call`";
            errors.push(error_with_help(closure, "`next_method` takes the link", help));
        }
        _ => {}
    }
}

/// Returns the parameters: one for each element of a tuple pattern, or one for the request as a whole.
fn params(call: &ExprClosure, options: &Options, errors: &mut Errors) -> Vec<Param> {
    let pattern = match call.inputs.first() {
        Some(Pat::Type(typed)) if call.inputs.len() == 1 => &*typed.pat,
        Some(pattern) if call.inputs.len() == 1 => pattern,
        _ => {
            let help = "write `|request| call`, or `|(query, page)| call` if the request is a tuple";
            let ExprClosure { inputs_begin, inputs, inputs_end, .. } = call;
            let params = quote!(#inputs_begin #inputs #inputs_end);
            errors.push(error_with_help(params, "the call takes one request", help));
            return Vec::new();
        }
    };
    let patterns: Vec<&Pat> = match pattern {
        Pat::Tuple(tuple) if options.builder.is_written() => {
            let help = "use the other values in the closure: `client.list() => |request| request.send_to(region)`";
            errors.push(error_with_help(tuple, "with `builder`, the request is the builder alone", help));
            return Vec::new();
        }
        // The request `()` is one part.
        Pat::Tuple(tuple) if !tuple.elems.is_empty() => {
            if let Some(rest) = tuple.elems.iter().rev().skip(1).find(|part| matches!(part, Pat::Rest(_))) {
                let help = "write `_` for each part that the call does not use";
                errors.push(error_with_help(rest, "the part after `..` is unknown", help));
            }
            tuple.elems.iter().collect()
        }
        pattern => vec![pattern],
    };
    let name = |(index, pattern): (usize, &Pat)| match pattern {
        Pat::Ident(pattern) => pattern.ident.clone(),
        _ => hygienic_ident(&format!("part{index}")),
    };
    let names = patterns.into_iter().enumerate().map(name);
    names
        .map(|name| Param {
            name,
            ty: parse_quote!(_),
            kind: ParamKind::Cloned,
            has_box_lifetime: false,
            is_replaced_by_link: false,
        })
        .collect()
}

/// Returns the name of the method or function that sends the request, for errors.
fn called_function(body: &Expr) -> Option<&Ident> {
    match body {
        // The `send` of a builder is not the name of an operation.
        Expr::MethodCall(ExprMethodCall { receiver, method, .. }) if method == "send" => match &**receiver {
            Expr::MethodCall(_) => called_function(receiver),
            _ => None,
        },
        Expr::MethodCall(ExprMethodCall { method, .. }) => Some(method),
        // A path such as `Box::pin` is not the name of an operation either.
        Expr::Call(ExprCall { func, .. }) => match &**func {
            Expr::Path(function) => function.path.get_ident(),
            _ => None,
        },
        Expr::Await(inner) => called_function(&inner.base),
        _ => None,
    }
}

/// Returns an expression that describes the operation, and returns its paginator:
///
/// ```text
/// match (request) {
///     request => {
///         let (operation, call) = inferred_operation("list", request, |request| client.list(request));
///         operation.token(…).items(…).paginator(call)
///     }
/// }
/// ```
///
/// A `match` keeps the temporaries in the request as long as the paginator, as for the argument of a function.
fn expression(arguments: &Arguments, paginator: &Paginator) -> TokenStream {
    let next_call = paginator.keys.next_call();
    let request = &arguments.request;
    // An error about the type of the request is reported at the request. For a `hygienic_ident`, rustc would mark the whole
    // macro. The name differs from that of a closure's parameter, because Clippy would report that one shadows the other.
    let name = closure_param("first_request", span_bounds(request).0);
    let inferred_operation = inferred_operation(&name, &arguments.call, next_call.is_some(), paginator);
    let description = expand::description(paginator);
    let (operation, call) = (hygienic_ident("operation"), hygienic_ident("call"));
    let mode = expand::mode(paginator);
    let into_paginator = match next_call {
        None => quote!(.paginator::<#mode, _, _>(#call)),
        Some(closure) => link_paginator(&call, closure, paginator, &mode),
    };
    quote! {
        match (#request) {
            // Lints of Clippy about closures: the call must be a closure, and the other closures are generated.
            #[allow(clippy::redundant_closure, clippy::redundant_closure_call, clippy::redundant_closure_for_method_calls)]
            #name => {
                let (#operation, #call) = #inferred_operation;
                #operation
                    #description
                    #into_paginator
            }
        }
    }
}

/// `inferred_operation("list", request, |request| client.list(request))`, or `inferred_link_operation(…)` if the pages have links
fn inferred_operation(request: &Ident, call: &ExprClosure, has_links: bool, paginator: &Paginator) -> TokenStream {
    // rustc proposes `move` at the first `|`.
    let ExprClosure { asyncness, capture, inputs_begin, inputs_end, .. } = call;
    let pattern = call.inputs.first();
    // An error about the call is reported at its last token.
    let span = span_bounds(&call.body).1;
    let (output, future) = output_and_future(call, paginator);
    let mut name = paginator.method.to_string().to_token_stream();
    let is_builder = paginator.params.iter().any(Param::is_builder);
    let (request, param, body) = if is_builder {
        let private = paginator.crate_path.private();
        if called_function(&call.body).is_none() {
            name = quote!(#private::builder_name(&#request));
        }
        let builder = closure_param("builder", span);
        let binding = quote_spanned!(span=> let #pattern = #builder.into_inner(););
        (
            quote!(#private::RequestBuilder::cloned_for_each_page(#request)),
            builder.to_token_stream(),
            quote!({ #binding #future }),
        )
    } else {
        (request.to_token_stream(), pattern.to_token_stream(), future)
    };
    let private = paginator.crate_path.private_at_span(span);
    let function = Ident::new(if has_links { "inferred_link_operation" } else { "inferred_operation" }, span);
    quote_spanned! {span=>
        #private::#function(#name, #request, #asyncness #capture #inputs_begin #param #inputs_end #output #body)
    }
}

/// `.link_paginator(call, |link| client.list_next(link), |future, context| poll_next(future, context))`
fn link_paginator(call: &Ident, closure: &ExprClosure, paginator: &Paginator, mode: &TokenStream) -> TokenStream {
    let ExprClosure { asyncness, capture, inputs, .. } = closure;
    // An error about the link or the result is reported at the last token of the call.
    let span = span_bounds(&closure.body).1;
    let (output, request_link) = output_and_future(closure, paginator);
    let (future, context) = (closure_param("future", span), closure_param("context", span));
    let private = paginator.crate_path.private_at_span(span);
    let poll = quote_spanned!(span=> #private::poll_next(#future, #context));
    // A lint about this closure is not about the user's code.
    let poll = quote_spanned!(Span::call_site()=> |#future, #context| #poll);
    quote_spanned! {span=>
        .link_paginator::<#mode, _, _, _, _>(#call, #asyncness #capture |#inputs| #output #request_link, #poll)
    }
}

/// Returns the return type of a call, and the expression for its future. The result of a blocking call is a future that is
/// ready. The call is then in a closure of its own, from which `?` and `return` return the result.
fn output_and_future(call: &ExprClosure, paginator: &Paginator) -> (TokenStream, TokenStream) {
    let ExprClosure { output, body, .. } = call;
    if !paginator.kind.is_blocking {
        return (output.to_token_stream(), body.to_token_stream());
    }
    let (private, span) = (paginator.crate_path.private(), span_bounds(body).1);
    (TokenStream::new(), quote_spanned!(span=> #private::ready((|| #output #body)())))
}
