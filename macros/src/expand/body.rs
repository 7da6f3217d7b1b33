//! The body of the generated function: a chain of calls to the runtime that describes where the fields are.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens, format_ident, quote, quote_spanned};
use syn::ext::IdentExt;
use syn::{Index, Member, Type};

use super::path::{Access, field_path, open};
use crate::key::{Key, KeyPath};
use crate::model::{ArgMode, MethodKind, Paginator, Param, Receiver, ReceiverKind, RequestPath, TokenKeys};
use crate::util::span::{closure_param, hygienic_ident, span_bounds};
use crate::util::ty::StdType;

pub(super) fn body(paginator: &Paginator) -> TokenStream {
    let private = paginator.crate_path.private();
    let start = start(paginator);
    let keys = &paginator.keys;
    let tokens = keys.tokens.iter().map(|key| token(paginator, key));
    let more = keys.more_results.iter().map(more_results);
    let stop = keys.stop_on_repeated_token.then(|| quote!(.stop_on_repeated()));
    let limit = keys.limit_key.iter().map(|place| limit(paginator, place));
    let (primary, others) = match keys.result_keys.split_first() {
        Some((primary, others)) => (Some(primary), others),
        None => (None, &[][..]),
    };
    let primary = primary.into_iter().map(|key| result_key(key, "result"));
    let item = keys.item.iter().map(|item| quote_spanned!(span_bounds(item).0=> .item::<#item>()));
    let kept = keys.non_aggregate_keys.iter().map(non_aggregate_key);
    let others = others.iter().map(|key| result_key(key, "also"));
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
        #start
            #(#tokens)*
            #(#more)*
            #stop
            #(#limit)*
            #(#primary)*
            #(#item)*
            #(#kept)*
            #(#others)*
            .paginator()
            #boxed
    }
}

/// `operation("describe_sessions", input, move |request| Self::describe_sessions(self, request))`
fn start(paginator: &Paginator) -> TokenStream {
    let name = paginator.method.unraw().to_string();
    let request = request(paginator);
    let call = call(paginator);
    let start = match (&paginator.kind, paginator.lends()) {
        (MethodKind::Blocking, false) => "blocking",
        (MethodKind::Blocking, true) => "blocking_lent",
        (_, false) => "operation",
        (_, true) => "lending",
    };
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
    let is_checked = count == 1 && !paginator.lends() && !matches!(paginator.kind, MethodKind::Blocking);
    let core = paginator.crate_path.core();
    let params = paginator.params.iter().map(|Param { name, ty, mode }| match mode {
        ArgMode::Builder => quote!(#private::Builder::new(#name)),
        ArgMode::Lent => quote!(<#ty as #private::Lend>::own(#name)),
        ArgMode::Converted(into) => quote!(#core::convert::Into::<#into>::into(#name)),
        ArgMode::Cloned if !is_checked => quote!(#private::sent(#name)),
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
    /// The request: a name, or a dereferenced name.
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
    // A blocking call that borrows takes a reference to the request.
    let referred = blocking && borrowed;
    let parts = RequestParts { paginator, request: if referred { quote!((*#request)) } else { quote!(#request) } };
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
            ArgMode::Lent => quote!(<#ty as #private::Lend>::lend(&#part)),
            ArgMode::Borrowed => quote!(&#part),
            ArgMode::Reborrowed => quote!(&mut *#part),
        }
    });
    let path = method_path(paginator);
    let arguments = client.into_iter().chain(params);
    // An error about the call is about the method's return type.
    let span = span_bounds(&paginator.result_type).1;
    let called = quote_spanned!(span=> #path(#(#arguments),*));
    let (called, request) = if blocking || !borrowed {
        (called, quote!(#request))
    } else {
        let result = hygienic_ident("result");
        let lent = quote! {
            async move {
                let #result = #called.await;
                (#request, #result)
            }
        };
        (lent, quote!(mut #request))
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

/// Returns the closure that leads to a key's field in the request.
fn request_path(paginator: &Paginator, place: &RequestPath) -> TokenStream {
    let span = place.key.span();
    let (request, it) = (closure_param("request", span), closure_param("it", span));
    let parts = RequestParts { paginator, request: it.to_token_stream() };
    let at = if parts.is_single() {
        quote_spanned!(span=> #request)
    } else {
        let param = parts.param(place.param);
        quote_spanned!(span=> #request.field(|#it| &mut #param))
    };
    let param = &paginator.params[place.param];
    let at = match (&param.mode, &place.path.steps[..]) {
        (ArgMode::Builder, _) | (_, []) => at,
        _ if is_wrapper(&param.ty) => field_path(&open(&at, span, Access::Write), &place.path, span, Access::Write),
        _ => field_path(&at, &place.path, span, Access::Write),
    };
    quote_spanned!(span=> |#request| #at)
}

/// Returns whether the request is inside of a type that has no fields itself.
fn is_wrapper(ty: &Type) -> bool {
    StdType::of(ty) == Some(StdType::Wrapper)
}

/// Returns the setter of a builder. A key without quotes names it. A key in quotes stands for `set_<key>`, or for
/// `<key>` if the builder has no `set_<key>`. A constant and a method of traits that every type implements replace a
/// missing setter:
///
/// ```text
/// {
///     trait NoSetter { const set_next_token: Missing = Missing; }
///     impl<T> NoSetter for T {}
///     trait Builder { fn next_token(&self, (): ()) {} }
///     impl Builder for There {}
///     setter::<ListBuilder, _>(<ListBuilder>::set_next_token).or(|builder, value| builder.next_token(value))
/// }
/// ```
fn setter(paginator: &Paginator, place: &RequestPath) -> TokenStream {
    let span = place.key.span();
    let ty = &paginator.params[place.param].ty;
    let key = match &place.path.steps[0].field {
        Member::Named(field) if !place.key.is_quoted() => return quote_spanned!(span=> <#ty>::#field),
        Member::Named(field) => field.clone(),
        Member::Unnamed(index) => format_ident!("_{}", index.index, span = span),
    };
    let set_key = format_ident!("set_{}", key, span = span);
    let (private, builder, value) =
        (paginator.crate_path.private(), closure_param("builder", span), closure_param("value", span));
    let (no_setter, any_key) = (hygienic_ident("NoSetter"), hygienic_ident("Builder"));
    quote_spanned! {span=> {
        // The constant or the method is unused, depending on the setters of the builder.
        #[allow(dead_code, non_upper_case_globals)]
        trait #no_setter {
            const #set_key: #private::Missing = #private::Missing;
        }
        #[allow(clippy::missing_trait_methods)]
        impl<T: ?#private::core::marker::Sized> #no_setter for T {}
        #[allow(dead_code)]
        trait #any_key {
            fn #key(&self, (): ()) {}
        }
        #[allow(clippy::missing_trait_methods)]
        impl #any_key for #private::There {}
        #private::setter::<#ty, _>(<#ty>::#set_key).or(|#builder, #value| #builder.#key(#value))
    }}
}

/// `.token("NextToken", |request| …, |page, token| …, |token| …)`
fn token(paginator: &Paginator, token: &TokenKeys) -> TokenStream {
    let span = token.input.key.span();
    let name = token.input.key.wire_name();
    let to = request_path(paginator, &token.input);
    let mut reads = token.output.paths.iter().map(|path| read(paginator, path, token.output.span()));
    let first = reads.next();
    let codec = codec(paginator, span);
    let or = reads.map(|read| quote_spanned!(span=> .or(#read)));
    if paginator.params[token.input.param].mode == ArgMode::Builder {
        let setter = setter(paginator, &token.input);
        quote_spanned!(span=> .token_by(#name, #to, #setter, #first, #codec) #(#or)*)
    } else {
        quote_spanned!(span=> .token(#name, #to, #first, #codec) #(#or)*)
    }
}

/// Returns the closure that reads a token from the page.
fn read(paginator: &Paginator, path: &KeyPath, span: Span) -> TokenStream {
    let (page, token) = (closure_param("page", span), closure_param("token", span));
    let at = field_path(&quote_spanned!(span=> #page.open()), path, span, Access::Read);
    let copied = (!paginator.keys.can_move(path)).then(|| quote_spanned!(span=> .copied()));
    quote_spanned!(span=> |#page, #token| #at.token(#token #copied))
}

/// Returns the closure that detects an empty token and writes a token into a resume token.
fn codec(paginator: &Paginator, span: Span) -> TokenStream {
    let token = closure_param("token", span);
    let found = quote_spanned!(span=> (&&&&#token).codec());
    let Some(module) = &paginator.keys.token_with else { return quote_spanned!(span=> |#token| #found) };
    let (value, to, from, emptiness) =
        (hygienic_ident("value"), hygienic_ident("to"), hygienic_ident("from"), hygienic_ident("emptiness"));
    let at = span_bounds(module).1;
    let (serialize, deserialize) = (quote_spanned!(at=> #module::serialize), quote_spanned!(at=> #module::deserialize));
    quote_spanned! {span=>
        |#token| {
            let #emptiness = #found;
            #token.with(#emptiness, |#value, #to| #serialize(#value, #to), |#from| #deserialize(#from))
        }
    }
}

/// `.limit("Limit", |request| …, |size| …)`
fn limit(paginator: &Paginator, limit: &RequestPath) -> TokenStream {
    let span = limit.key.span();
    let name = limit.key.wire_name();
    let to = request_path(paginator, limit);
    let size = closure_param("size", span);
    let convert = quote_spanned!(span=> |#size| (&&&&&#size.open().open()).convert());
    if paginator.params[limit.param].mode == ArgMode::Builder {
        let setter = setter(paginator, limit);
        quote_spanned!(span=> .limit_by(#name, #to, #setter, #convert))
    } else {
        quote_spanned!(span=> .limit(#name, #to, #convert))
    }
}

/// `.more_results("IsTruncated", |page| …)`
fn more_results(key: &Key) -> TokenStream {
    let span = key.span();
    let name = key.wire_name();
    let page = closure_param("page", span);
    let at = field_path(&quote_spanned!(span=> #page.open()), &key.paths[0], span, Access::Read);
    let flag = open(&at, span, Access::Read);
    quote_spanned!(span=> .more_results(#name, |#page| #flag.flag()))
}

/// `.result(|page| …)`
fn result_key(key: &Key, method: &str) -> TokenStream {
    let span = key.span();
    let page = closure_param("page", span);
    let at = field_path(&quote_spanned!(span=> #page.open()), &key.paths[0], span, Access::Read);
    let method = Ident::new(method, span);
    quote_spanned!(span=> .#method(|#page| #at))
}

/// `.keep(|page| …, |kept| …)`
fn non_aggregate_key(key: &Key) -> TokenStream {
    let span = key.span();
    let (page, kept) = (closure_param("page", span), closure_param("kept", span));
    let at = field_path(&quote_spanned!(span=> #page.open()), &key.paths[0], span, Access::Read);
    quote_spanned!(span=> .keep(|#page| #at, |#kept| #kept.clear()))
}
