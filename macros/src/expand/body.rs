//! The generated method's body: a chain of calls into the runtime that says where the fields are.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens, format_ident, quote, quote_spanned};
use syn::ext::IdentExt;
use syn::{Index, Member, Type};

use super::path::{Through, open, walk};
use crate::key::{Key, Path};
use crate::model::{Paginator, Param, Passed, Place, Receiver, ReceiverKind, Shape, Token};
use crate::names::{ends, local, param};

pub(super) fn body(paginator: &Paginator) -> TokenStream {
    let private = paginator.root.private();
    let start = start(paginator);
    let keys = &paginator.keys;
    let tokens = keys.tokens.iter().map(|key| token(paginator, key));
    let more = keys.more.iter().map(more);
    let stop = keys.stop_on_repeated.then(|| quote!(.stop_on_repeated()));
    let limit = keys.limit.iter().map(|place| limit(paginator, place));
    let (primary, others) = match keys.results.split_first() {
        Some((primary, others)) => (Some(primary), others),
        None => (None, &[][..]),
    };
    let primary = primary.into_iter().map(|key| page_key(key, "result"));
    let item = keys.item.iter().map(|item| quote_spanned!(ends(item).0=> .item::<#item>()));
    let kept = keys.kept.iter().map(kept);
    let others = others.iter().map(|key| page_key(key, "also"));
    let boxed = match &paginator.shape {
        Shape::Boxed { send, .. } if paginator.receiver.is_some() => {
            // What cannot be sent is part of what the method gives.
            let span = ends(&paginator.outcome).1;
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
    let start = match (&paginator.shape, paginator.lends()) {
        (Shape::Blocking, false) => "blocking",
        (Shape::Blocking, true) => "blocking_lent",
        (_, false) => "operation",
        (_, true) => "lending",
    };
    // What is wrong with the call is what the method gives, and is said there by the signature.
    let (first, last) = ends(&paginator.outcome);
    let (first, last) = (paginator.capturing(first), paginator.capturing(last));
    let (private, start) = (paginator.root.private_at(first), Ident::new(start, last));
    quote_spanned!(last=> #private::#start(#name, #request, #call))
}

/// What is kept between pages: the client if it is lent, and the parameters; alone, or in a tuple.
fn request(paginator: &Paginator) -> TokenStream {
    let private = paginator.root.private();
    let this = paginator.receiver.as_ref().map(|receiver| &receiver.this);
    let client = paginator.takes_client().then(|| quote!(#this));
    let count = usize::from(client.is_some()) + paginator.params.len();
    // What is sent as it is, and alone, is checked by `operation`.
    let is_checked = count == 1 && !paginator.lends() && !matches!(paginator.shape, Shape::Blocking);
    let core = paginator.root.core();
    let params = paginator.params.iter().map(|Param { name, ty, passed }| match passed {
        Passed::Builder => quote!(#private::Builder::new(#name)),
        Passed::Lent => quote!(<#ty as #private::Lend>::own(#name)),
        Passed::Converted(into) => quote!(#core::convert::Into::<#into>::into(#name)),
        Passed::Cloned if !is_checked => quote!(#private::sent(#name)),
        Passed::Cloned | Passed::Borrowed | Passed::Reborrowed => quote!(#name),
    });
    let parts: Vec<_> = client.into_iter().chain(params).collect();
    match &parts[..] {
        [part] => part.clone(),
        parts => quote_spanned!(paginator.name.span()=> (#(#parts),*)),
    }
}

/// Where the parts of the request are.
struct Parts<'a> {
    paginator: &'a Paginator,
    /// The request: a name, or what a name refers to.
    request: TokenStream,
}

impl Parts<'_> {
    fn are_alone(&self) -> bool {
        usize::from(self.paginator.takes_client()) + self.paginator.params.len() == 1
    }

    fn client(&self) -> TokenStream {
        let request = &self.request;
        if self.are_alone() { quote!(#request) } else { quote!(#request.0) }
    }

    fn param(&self, index: usize) -> TokenStream {
        let request = &self.request;
        let index = Index::from(index + usize::from(self.paginator.takes_client()));
        if self.are_alone() { quote!(#request) } else { quote!(#request.#index) }
    }
}

/// The closure that calls the method.
fn call(paginator: &Paginator) -> TokenStream {
    let core = paginator.root.core();
    let private = paginator.root.private();
    let request = local("request");
    let blocking = matches!(paginator.shape, Shape::Blocking);
    let borrowed = paginator.lends();
    // A call that is not async, and borrows, is given a reference to the request.
    let referred = blocking && borrowed;
    let parts = Parts { paginator, request: if referred { quote!((*#request)) } else { quote!(#request) } };
    let owned = local("client");
    let client = paginator.receiver.as_ref().map(|receiver| match receiver.kind {
        ReceiverKind::Shared => receiver.this.to_token_stream(),
        ReceiverKind::Owned => quote!(#owned),
        ReceiverKind::Exclusive => {
            let client = parts.client();
            quote!(&mut *#client)
        }
    });
    let params = paginator.params.iter().enumerate().map(|(index, param)| {
        let (ty, part) = (&param.ty, parts.param(index));
        match &param.passed {
            Passed::Cloned | Passed::Converted(_) if borrowed => quote!(#core::clone::Clone::clone(&#part)),
            Passed::Builder if borrowed => quote!(#core::clone::Clone::clone(&#part).into_inner()),
            Passed::Cloned | Passed::Converted(_) => part,
            Passed::Builder => quote!(#part.into_inner()),
            Passed::Lent => quote!(<#ty as #private::Lend>::lend(&#part)),
            Passed::Borrowed => quote!(&#part),
            Passed::Reborrowed => quote!(&mut *#part),
        }
    });
    let path = method_path(paginator);
    let arguments = client.into_iter().chain(params);
    // What is wrong with the call is what the method gives.
    let span = ends(&paginator.outcome).1;
    let called = quote_spanned!(span=> #path(#(#arguments),*));
    let (called, request) = if blocking || !borrowed {
        (called, quote!(#request))
    } else {
        let result = local("result");
        let lent = quote! {
            async move {
                let #result = #called.await;
                (#request, #result)
            }
        };
        (lent, quote!(mut #request))
    };
    if let Some(Receiver { kind: ReceiverKind::Owned, this, .. }) = &paginator.receiver {
        return quote! {
            move |#request| {
                let #owned = #core::clone::Clone::clone(&#this);
                #called
            }
        };
    }
    // The other closures are no mistake of the user's, and none of the user's lints.
    let span = if borrowed { Span::call_site() } else { span };
    quote_spanned!(span=> move |#request| #called)
}

/// `Self::describe_sessions::<T>`
fn method_path(paginator: &Paginator) -> TokenStream {
    let method = &paginator.method;
    let path = if paginator.associated { quote!(Self::#method) } else { quote!(#method) };
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

/// The place of a key in the request, as a closure.
fn place(paginator: &Paginator, place: &Place) -> TokenStream {
    let span = place.key.span();
    let (request, it) = (param("request", span), param("it", span));
    let parts = Parts { paginator, request: it.to_token_stream() };
    let at = if parts.are_alone() {
        quote_spanned!(span=> #request)
    } else {
        let param = parts.param(place.param);
        quote_spanned!(span=> #request.field(|#it| &mut #param))
    };
    let param = &paginator.params[place.param];
    let at = match (&param.passed, &place.path.steps[..]) {
        (Passed::Builder, _) | (_, []) => at,
        _ if is_wrapper(&param.ty) => walk(&open(&at, span, Through::Enter), &place.path, span, Through::Enter),
        _ => walk(&at, &place.path, span, Through::Enter),
    };
    quote_spanned!(span=> |#request| #at)
}

/// Whether the request is in something that has no fields itself.
fn is_wrapper(ty: &Type) -> bool {
    let Type::Path(path) = ty else { return false };
    path.path.segments.last().is_some_and(|last| ["Option", "Box", "Arc", "Rc"].iter().any(|name| last.ident == name))
}

/// The setter of a builder, which a key without quotes names. One in quotes names a `set_<key>` or, where the builder has
/// none, a `<key>`; for what is not there, the constant and the method stand in that any type has:
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
fn setter(paginator: &Paginator, place: &Place) -> TokenStream {
    let span = place.key.span();
    let ty = &paginator.params[place.param].ty;
    let key = match &place.path.steps[0].field {
        Member::Named(field) if !place.key.is_quoted() => return quote_spanned!(span=> <#ty>::#field),
        Member::Named(field) => field.clone(),
        Member::Unnamed(index) => format_ident!("_{}", index.index, span = span),
    };
    let set_key = format_ident!("set_{}", key, span = span);
    let (private, builder, value) = (paginator.root.private(), param("builder", span), param("value", span));
    let (no_setter, any_key) = (local("NoSetter"), local("Builder"));
    quote_spanned! {span=> {
        // One of the two is not used, whichever the builder has.
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
fn token(paginator: &Paginator, token: &Token) -> TokenStream {
    let span = token.place.key.span();
    let name = token.place.key.wire();
    let to = place(paginator, &token.place);
    let mut reads = token.output.paths.iter().map(|path| read(paginator, path, token.output.span()));
    let first = reads.next();
    let codec = codec(paginator, span);
    let or = reads.map(|read| quote_spanned!(span=> .or(#read)));
    if paginator.params[token.place.param].passed == Passed::Builder {
        let setter = setter(paginator, &token.place);
        quote_spanned!(span=> .token_by(#name, #to, #setter, #first, #codec) #(#or)*)
    } else {
        quote_spanned!(span=> .token(#name, #to, #first, #codec) #(#or)*)
    }
}

/// Where a token is read from.
fn read(paginator: &Paginator, path: &Path, span: Span) -> TokenStream {
    let (page, token) = (param("page", span), param("token", span));
    let at = walk(&quote_spanned!(span=> #page.open()), path, span, Through::Open);
    let copied = (!paginator.keys.moves(path)).then(|| quote_spanned!(span=> .copied()));
    quote_spanned!(span=> |#page, #token| #at.token(#token #copied))
}

/// How a token is told to be empty and written into a resume token.
fn codec(paginator: &Paginator, span: Span) -> TokenStream {
    let token = param("token", span);
    let found = quote_spanned!(span=> (&&&&#token).codec());
    let Some(module) = &paginator.keys.token_with else { return quote_spanned!(span=> |#token| #found) };
    let (value, to, from, emptiness) = (local("value"), local("to"), local("from"), local("emptiness"));
    let at = ends(module).1;
    let (serialize, deserialize) = (quote_spanned!(at=> #module::serialize), quote_spanned!(at=> #module::deserialize));
    quote_spanned! {span=>
        |#token| {
            let #emptiness = #found;
            #token.with(#emptiness, |#value, #to| #serialize(#value, #to), |#from| #deserialize(#from))
        }
    }
}

/// `.limit("Limit", |request| …, |size| …)`
fn limit(paginator: &Paginator, limit: &Place) -> TokenStream {
    let span = limit.key.span();
    let name = limit.key.wire();
    let to = place(paginator, limit);
    let size = param("size", span);
    let convert = quote_spanned!(span=> |#size| (&&&&&#size.open().open()).convert());
    if paginator.params[limit.param].passed == Passed::Builder {
        let setter = setter(paginator, limit);
        quote_spanned!(span=> .limit_by(#name, #to, #setter, #convert))
    } else {
        quote_spanned!(span=> .limit(#name, #to, #convert))
    }
}

/// `.more_results("IsTruncated", |page| …)`
fn more(key: &Key) -> TokenStream {
    let span = key.span();
    let name = key.wire();
    let page = param("page", span);
    let at = walk(&quote_spanned!(span=> #page.open()), &key.paths[0], span, Through::Open);
    let flag = open(&at, span, Through::Open);
    quote_spanned!(span=> .more_results(#name, |#page| #flag.flag()))
}

/// `.result(|page| …)`
fn page_key(key: &Key, method: &str) -> TokenStream {
    let span = key.span();
    let page = param("page", span);
    let at = walk(&quote_spanned!(span=> #page.open()), &key.paths[0], span, Through::Open);
    let method = Ident::new(method, span);
    quote_spanned!(span=> .#method(|#page| #at))
}

/// `.keep(|page| …, |kept| …)`
fn kept(key: &Key) -> TokenStream {
    let span = key.span();
    let (page, kept) = (param("page", span), param("kept", span));
    let at = walk(&quote_spanned!(span=> #page.open()), &key.paths[0], span, Through::Open);
    quote_spanned!(span=> .keep(|#page| #at, |#kept| #kept.clear()))
}
