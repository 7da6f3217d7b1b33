//! The body of the generated function: a chain of calls to the runtime that describes where the fields are.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens, format_ident, quote, quote_spanned};
use syn::ext::IdentExt;
use syn::{Index, Member};

use super::path::PathWriter;
use crate::attr::TokenStorage;
use crate::key::{Key, KeyPath, Step};
use crate::model::{ArgMode, MethodKind, Paginator, Param, Receiver, ReceiverKind, RequestPath, TokenKeys};
use crate::util::span::{closure_param, hygienic_ident, span_bounds};
use crate::util::ty::{StdType, argument_of, result_types};

pub(super) fn body(paginator: &Paginator) -> TokenStream {
    let private = paginator.crate_path.private();
    let missing_setters = missing_setters(paginator);
    let start = start(paginator);
    let keys = &paginator.keys;
    let tokens = keys.tokens.iter().map(|key| token(paginator, key));
    let more_results = keys.more_results.iter().map(|key| more_results(paginator, key));
    let end_on_repeated_token = keys.stop_on_repeated_token.then(|| quote!(.end_on_repeated_token()));
    let page_size = keys.limit_key.iter().map(|place| page_size(paginator, place));
    let items = keys.result_keys.first().map(|key| items(paginator, key));
    let other_keys = other_keys(paginator);
    let container = container(paginator);
    let boxed = match &paginator.kind {
        MethodKind::BoxedFuture { send, .. } if paginator.receiver.is_some() => {
            // An error about `Send` is about the method's return type.
            let span = span_bounds(&paginator.result_type).1;
            let method = Ident::new(if *send { "boxed" } else { "boxed_local" }, span);
            quote_spanned!(span=> .#method())
        }
        _ => quote!(),
    };
    quote! {
        use #private::find::*;
        #missing_setters
        #start
            #(#tokens)*
            #(#more_results)*
            #end_on_repeated_token
            #(#page_size)*
            #items
            #other_keys
            #container
            .paginator()
            #boxed
    }
}

/// `operation("describe_sessions", input, move |request| Self::describe_sessions(self, request))`
fn start(paginator: &Paginator) -> TokenStream {
    let name = paginator.method.unraw().to_string();
    let request = request(paginator);
    let call = call(paginator);
    let start = if paginator.lends() { "operation_by_ref" } else { "operation" };
    // An error about the call is about the method's return type.
    let (first, last) = span_bounds(&paginator.result_type);
    let (first, last) = (paginator.capturing_span(first), paginator.capturing_span(last));
    let (private, start) = (paginator.crate_path.private_at_span(first), Ident::new(start, last));
    quote_spanned!(last=> #private::#start(#name, #request, #call))
}

/// Returns what is stored between pages: the parameters, and the client if it is lent. Several values form a tuple.
fn request(paginator: &Paginator) -> TokenStream {
    let private = paginator.crate_path.private();
    let this = paginator.receiver.as_ref().map(|receiver| &receiver.self_token);
    let client = paginator.owns_client().then(|| quote!(#this));
    let count = usize::from(client.is_some()) + paginator.params.len();
    // `operation` itself checks a single request that is cloned.
    let is_checked = count == 1 && !paginator.lends();
    let core = paginator.crate_path.core();
    let params = paginator.params.iter().map(|Param { name, ty, mode }| match mode {
        ArgMode::Builder => quote!(#private::RequestBuilder::new(#name)),
        ArgMode::Lent => quote!(<#ty as #private::OwnedArg>::into_owned_value(#name)),
        ArgMode::Converted(into) => quote!(#core::convert::Into::<#into>::into(#name)),
        ArgMode::Cloned if !is_checked => quote!(#private::require_clone(#name)),
        ArgMode::Cloned | ArgMode::Borrowed | ArgMode::Reborrowed => quote!(#name),
    });
    let parts: Vec<_> = client.into_iter().chain(params).collect();
    match &parts[..] {
        [part] => part.clone(),
        parts => quote_spanned!(paginator.name.span()=> (#(#parts),*)),
    }
}

/// The expressions for the parts of the request.
struct RequestParts<'a> {
    paginator: &'a Paginator,
    request: TokenStream,
}

impl RequestParts<'_> {
    fn is_single(&self) -> bool {
        usize::from(self.paginator.owns_client()) + self.paginator.params.len() == 1
    }

    fn client(&self) -> TokenStream {
        let request = &self.request;
        if self.is_single() { quote!(#request) } else { quote!(#request.0) }
    }

    fn param(&self, index: usize) -> TokenStream {
        let request = &self.request;
        let index = Index::from(index + usize::from(self.paginator.owns_client()));
        if self.is_single() { quote!(#request) } else { quote!(#request.#index) }
    }
}

/// Returns the closure that calls the method.
fn call(paginator: &Paginator) -> TokenStream {
    let core = paginator.crate_path.core();
    let private = paginator.crate_path.private();
    let request = hygienic_ident("request");
    let blocking = matches!(paginator.kind, MethodKind::Blocking);
    let borrowed = paginator.lends();
    let parts = RequestParts { paginator, request: quote!(#request) };
    let owned = hygienic_ident("client");
    let client = paginator.receiver.as_ref().map(|receiver| match receiver.kind {
        ReceiverKind::Shared => receiver.self_token.to_token_stream(),
        ReceiverKind::Owned => quote!(#owned),
        ReceiverKind::Exclusive => {
            let client = parts.client();
            quote!(&mut *#client)
        }
    });
    let params = paginator.params.iter().enumerate().map(|(index, param)| {
        let (ty, part) = (&param.ty, parts.param(index));
        match &param.mode {
            ArgMode::Cloned | ArgMode::Converted(_) if borrowed => quote!(#core::clone::Clone::clone(&#part)),
            ArgMode::Builder if borrowed => quote!(#core::clone::Clone::clone(&#part).into_inner()),
            ArgMode::Cloned | ArgMode::Converted(_) => part,
            ArgMode::Builder => quote!(#part.into_inner()),
            ArgMode::Lent => quote!(<#ty as #private::OwnedArg>::as_arg(&#part)),
            ArgMode::Borrowed => quote!(&#part),
            ArgMode::Reborrowed => quote!(&mut *#part),
        }
    });
    let path = method_path(paginator);
    let arguments = client.into_iter().chain(params);
    // An error about the call is about the method's return type.
    let span = span_bounds(&paginator.result_type).1;
    let called = quote_spanned!(span=> #path(#(#arguments),*));
    let result = hygienic_ident("result");
    let (called, request) = match (blocking, borrowed) {
        (false, false) => (called, quote!(#request)),
        (true, false) => (quote!(#private::ready(#called)), quote!(#request)),
        (false, true) => {
            let lent = quote! {
                async move {
                    let #result = #called.await;
                    (#request, #result)
                }
            };
            (lent, quote!(mut #request))
        }
        (true, true) => {
            let lent = quote! {{
                let #result = #called;
                #private::ready((#request, #result))
            }};
            (lent, quote!(mut #request))
        }
    };
    if let Some(Receiver { kind: ReceiverKind::Owned, self_token, .. }) = &paginator.receiver {
        return quote! {
            move |#request| {
                let #owned = #core::clone::Clone::clone(&#self_token);
                #called
            }
        };
    }
    // The other closures cannot cause errors, and lints about them are not about the user's code.
    let span = if borrowed { Span::call_site() } else { span };
    quote_spanned!(span=> move |#request| #called)
}

/// `Self::describe_sessions::<T>`
fn method_path(paginator: &Paginator) -> TokenStream {
    let method = &paginator.method;
    let path = if paginator.is_associated { quote!(Self::#method) } else { quote!(#method) };
    let types: Vec<_> = paginator
        .generics
        .params
        .iter()
        .filter_map(|param| match param {
            syn::GenericParam::Type(param) => Some(&param.ident),
            syn::GenericParam::Const(param) => Some(&param.ident),
            syn::GenericParam::Lifetime(_) => None,
        })
        .collect();
    if types.is_empty() { path } else { quote!(#path::<#(#types),*>) }
}

/// Returns the place of the request's parameter that contains a key.
fn param_place(paginator: &Paginator, place: &RequestPath, span: Span) -> TokenStream {
    let request = closure_param("request", span);
    let parts = RequestParts { paginator, request: request.to_token_stream() };
    let param = parts.param(place.param);
    if parts.is_single() { quote_spanned!(span=> #param) } else { quote_spanned!(span=> &mut #param) }
}

/// Returns the `Field` of a key in the request. Missing `Option`s on the way are inserted if `inserts` is true.
fn request_field(paginator: &Paginator, place: &RequestPath, inserts: TokenStream) -> TokenStream {
    let span = place.key.span();
    let writer = PathWriter { crate_path: &paginator.crate_path, span, inserts: Some(inserts) };
    let param = param_place(paginator, place, span);
    if place.path.steps.is_empty() {
        return writer.field(&param);
    }
    let is_option = argument_of(&paginator.params[place.param].ty, "Option").is_some();
    let base = if is_option { writer.value(&param) } else { quote_spanned!(span=> (#param)) };
    writer.field(&writer.place(&base, &place.path.steps))
}

/// Returns the names of the setters that a key of a builder stands for. A key without quotes names the setter itself. A key in
/// quotes stands for `set_<key>`, or for `<key>` if the builder has no `set_<key>`.
fn setter_names(key: &RequestPath) -> (Ident, Option<Ident>) {
    let span = key.key.span();
    let name = match &key.path.steps[0].field {
        Member::Named(field) => field.clone(),
        Member::Unnamed(_) => unreachable!("a number is not the name of a setter"),
    };
    if key.key.is_quoted() { (format_ident!("set_{}", name.unraw(), span = span), Some(name)) } else { (name, None) }
}

/// Returns the traits that stand for setters which a builder may lack: a constant for each `set_<key>`, which a method of the
/// builder shadows, and a method for each `<key>`, which is called if it is not used.
fn missing_setters(paginator: &Paginator) -> Option<TokenStream> {
    let private = paginator.crate_path.private();
    let keys = paginator.keys.tokens.iter().map(|token| &token.input).chain(&paginator.keys.limit_key);
    let builder_keys = keys.filter(|key| paginator.params[key.param].mode == ArgMode::Builder);
    let names = builder_keys.map(setter_names).filter_map(|(set_key, key)| Some((set_key, key?)));
    let (set_keys, keys): (Vec<_>, Vec<_>) = names.unzip();
    let (no_setters, unused_setters) = (hygienic_ident("NoSetters"), hygienic_ident("UnusedSetters"));
    (!keys.is_empty()).then(|| {
        quote! {
            // The constants and the methods are unused, depending on the setters of the builder.
            #[allow(dead_code, non_upper_case_globals)]
            trait #no_setters {
                #(const #set_keys: #private::NoSetter = #private::NoSetter;)*
            }
            #[allow(clippy::missing_trait_methods)]
            impl<T: ?#private::core::marker::Sized> #no_setters for T {}
            #[allow(dead_code)]
            trait #unused_setters {
                #(fn #keys(&self, (): ()) {})*
            }
            #[allow(clippy::missing_trait_methods)]
            impl #unused_setters for #private::UnusedBuilder {}
        }
    })
}

/// Returns the setter of a builder: `token_setter(&builder, &token, <B>::set_key).or_key(|builder, value| builder.key(value))`.
fn setter(paginator: &Paginator, key: &RequestPath, function: &str, arguments: &TokenStream) -> TokenStream {
    let span = key.key.span();
    let (private, function) = (paginator.crate_path.private_at_span(span), Ident::new(function, span));
    let ty = &paginator.params[key.param].ty;
    let (set_key, key) = setter_names(key);
    let or_key = key.map(|key| {
        let (builder, value) = (closure_param("builder", span), closure_param("value", span));
        quote_spanned!(span=> .or_key(|#builder, #value| #builder.#key(#value)))
    });
    quote_spanned!(span=> #private::#function(#arguments, <#ty>::#set_key) #or_key)
}

/// `.token("NextToken", |page| …, |request, token| …, |token| …)`
fn token(paginator: &Paginator, token: &TokenKeys) -> TokenStream {
    let TokenKeys { input, output } = token;
    let span = input.key.span();
    let name = input.key.wire_name();
    let mut reads = output.paths.iter().map(|path| (read(paginator, path, output.span()), is_item_key(path)));
    let item_key = |is_item_key: bool| is_item_key.then(|| quote_spanned!(output.span()=> .item_key()));
    let (first, is_first_item_key) = reads.next().expect("a key has a path");
    let first_item_key = item_key(is_first_item_key);
    let alternatives = reads.map(|(read, is_item_key)| {
        let item_key = item_key(is_item_key);
        quote_spanned!(output.span()=> .or_token(#read) #item_key)
    });
    let codec = codec(paginator, span);
    let (request, value) = (closure_param("request", span), closure_param("token", span));
    let (method, write) = if paginator.params[input.param].mode == ArgMode::Builder {
        let builder = param_place(paginator, input, span);
        let setter = setter(paginator, input, "token_setter", &quote_spanned!(span=> #builder, &#value));
        ("token_setter", quote_spanned!(span=> #setter.pass_token(#builder, #value)))
    } else {
        let field = request_field(paginator, input, quote_spanned!(span=> #value.is_some()));
        ("token", quote_spanned!(span=> #field.replace_token(#value)))
    };
    let method = Ident::new(method, span);
    quote_spanned!(span=> .#method(#name, #first, |#request, #value| #write, #codec) #first_item_key #(#alternatives)*)
}

/// Returns whether the path leads to a key of an item, which is a value and never empty.
fn is_item_key(path: &KeyPath) -> bool {
    path.steps.iter().any(|step| step.index.is_some())
}

/// Returns the closure that reads a token from the page.
fn read(paginator: &Paginator, path: &KeyPath, span: Span) -> TokenStream {
    let (writer, page) = page_writer(paginator, span);
    let field = writer.field(&writer.place(&page.base, &path.steps));
    let page = page.param;
    quote_spanned!(span=> |#page| #field.value())
}

/// The page in a closure.
struct PageParam {
    param: Ident,
    /// The struct of the page.
    base: TokenStream,
}

fn page_writer(paginator: &Paginator, span: Span) -> (PathWriter<'_>, PageParam) {
    let writer = PathWriter { crate_path: &paginator.crate_path, span, inserts: None };
    let param = closure_param("page", span);
    let base = if may_be_option(paginator) { writer.value(&param.to_token_stream()) } else { param.to_token_stream() };
    (writer, PageParam { param, base })
}

/// Returns whether the page may be an `Option`. The page of a `Result` alias is unknown.
fn may_be_option(paginator: &Paginator) -> bool {
    result_types(&paginator.result_type).is_none_or(|(output, _)| StdType::of(output) == Some(StdType::Wrapper))
}

/// Returns the closure that finds the codec of a token's type.
fn codec(paginator: &Paginator, span: Span) -> TokenStream {
    let token = closure_param("token", span);
    let module = match &paginator.keys.token_with {
        None => return quote_spanned!(span=> |#token| #token.codec()),
        Some(TokenStorage::Unstored) => return quote_spanned!(span=> |#token| #token.unstored()),
        Some(TokenStorage::Module(module)) => module,
    };
    let private = paginator.crate_path.private_at_span(span);
    let at = span_bounds(module).1;
    let (serialize, deserialize) = (quote_spanned!(at=> #module::serialize), quote_spanned!(at=> #module::deserialize));
    quote_spanned!(span=> |#token| #private::token_with!(#token, #serialize, #deserialize))
}

/// `.page_size("Limit", |request, size| …)`
fn page_size(paginator: &Paginator, limit: &RequestPath) -> TokenStream {
    let span = limit.key.span();
    let name = limit.key.wire_name();
    let (request, size) = (closure_param("request", span), closure_param("size", span));
    let write = if paginator.params[limit.param].mode == ArgMode::Builder {
        let builder = param_place(paginator, limit, span);
        let setter = setter(paginator, limit, "number_setter", &builder);
        let field = closure_param("field", span);
        quote_spanned!(span=> #setter.pass_number(#builder, |#field| #field.write_number(#size)))
    } else {
        let field = request_field(paginator, limit, quote_spanned!(span=> true));
        quote_spanned!(span=> #field.number().write_number(#size))
    };
    quote_spanned!(span=> .page_size(#name, |#request, #size| #write))
}

/// `.more_results("IsTruncated", |page| …)`
fn more_results(paginator: &Paginator, key: &Key) -> TokenStream {
    let span = key.span();
    let name = key.wire_name();
    let (writer, page) = page_writer(paginator, span);
    let field = writer.field(&writer.place(&page.base, &key.paths[0].steps));
    let page = page.param;
    quote_spanned!(span=> .more_results(#name, |#page| #field.flag()))
}

/// Returns the closure for the place of a key in the page: `|page| Some(&mut page.sessions)`.
fn page_place(paginator: &Paginator, key: &Key) -> TokenStream {
    let span = key.span();
    let private = paginator.crate_path.private_at_span(span);
    let (writer, page) = page_writer(paginator, span);
    let place = writer.place(&page.base, &key.paths[0].steps);
    let page = page.param;
    quote_spanned!(span=> |#page| #private::core::option::Option::Some(#place))
}

/// `.items(|page| …)`
fn items(paginator: &Paginator, key: &Key) -> TokenStream {
    let place = page_place(paginator, key);
    let item_type = paginator.keys.item.as_ref().map(|item| {
        let (first, last) = span_bounds(item);
        let (open, close) = (quote_spanned!(first=> .item_type::<), quote_spanned!(last=> >()));
        quote!(#open #item #close)
    });
    quote_spanned!(key.span()=> .items(#place) #item_type)
}

/// `.other_keys(|keys| …)`, if there are secondary result keys, non-aggregate keys, or fields that hold keys.
fn other_keys(paginator: &Paginator) -> Option<TokenStream> {
    let paging_keys = &paginator.keys;
    let keys = hygienic_ident("keys");
    let all = paging_keys.result_keys.iter().chain(&paging_keys.non_aggregate_keys);
    let containers: Vec<_> = all.filter_map(|key| fill_container(paginator, key)).collect();
    let result_keys = paging_keys.result_keys.iter().skip(1).map(|key| {
        let place = page_place(paginator, key);
        quote_spanned!(key.span()=> #keys.result_key(#place);)
    });
    let non_aggregate_keys = paging_keys.non_aggregate_keys.iter().map(|key| {
        let span = key.span();
        let (place, value) = (page_place(paginator, key), closure_param("value", span));
        let private = paginator.crate_path.private_at_span(span);
        quote_spanned!(span=> #keys.non_aggregate_key(#place, |#value| #private::Field(#value).clear_value());)
    });
    let other_keys: Vec<_> = result_keys.chain(non_aggregate_keys).collect();
    if containers.is_empty() && other_keys.is_empty() {
        return None;
    }
    Some(quote! {
        .other_keys(|#keys| {
            #(#keys.container(#containers);)*
            #(#other_keys)*
        })
    })
}

/// Returns the closure that moves the fields that hold a key from one page to the next, if the next page lacks them.
fn fill_container(paginator: &Paginator, key: &Key) -> Option<TokenStream> {
    let span = key.span();
    let private = paginator.crate_path.private_at_span(span);
    let core = paginator.crate_path.core();
    let (so_far, next) = (closure_param("so_far", span), closure_param("next", span));
    let (_, containers) = key.paths[0].steps.split_last()?;
    let take = |next: TokenStream, so_far: TokenStream| quote_spanned!(span=> #private::Field(#next).value_or_take(#private::Field(#so_far))?);
    let root = may_be_option(paginator).then(|| take(quote!(#next), quote!(#so_far)));
    // Each step continues with the pair of values inside of the field before.
    let pair = closure_param("pair", span);
    let fill = containers.iter().fold(root, |before, Step { field, .. }| {
        Some(match before {
            None => take(quote_spanned!(span=> &mut #next.#field), quote_spanned!(span=> &mut #so_far.#field)),
            Some(before) => {
                let step = take(quote_spanned!(span=> &mut #pair.0.#field), quote_spanned!(span=> &mut #pair.1.#field));
                quote_spanned!(span=> { let #pair = #before; #step })
            }
        })
    })?;
    Some(quote_spanned!(span=> |#so_far, #next| {
        let _ = #fill;
        #core::option::Option::Some(())
    }))
}

/// `.container("data", |page| …)`, if an `Option` may contain both the items and the token or flag.
fn container(paginator: &Paginator) -> Option<TokenStream> {
    let keys = &paginator.keys;
    let items = keys.result_keys.first()?;
    let (_, item_containers) = items.paths[0].steps.split_last()?;
    let outputs = keys.tokens.iter().map(|token| &token.output).chain(&keys.more_results);
    let shared = |path: &KeyPath| {
        let containers = &path.steps[..path.steps.len() - 1];
        item_containers
            .iter()
            .zip(containers)
            .take_while(|(one, other)| one.field == other.field && other.index.is_none())
            .count()
    };
    let length = outputs.flat_map(|key| &key.paths).map(shared).max()?;
    let (span, core) = (items.span(), paginator.crate_path.core());
    let (writer, page) = page_writer(paginator, span);
    let steps = &item_containers[..length];
    let find = match steps {
        [] if may_be_option(paginator) => page.base,
        [] => return None,
        steps => writer.value(&writer.place(&page.base, steps)),
    };
    let page = page.param;
    let find = quote_spanned!(span=> |#page| {
        let _ = #find;
        #core::option::Option::Some(())
    });
    if may_be_option(paginator) {
        return Some(quote_spanned!(span=> .page_container(#find)));
    }
    let name: Vec<_> = steps.iter().map(|step| step.name.as_str()).collect();
    let name = name.join(".");
    Some(quote_spanned!(span=> .container(#name, #find)))
}
