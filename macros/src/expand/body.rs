//! The generated method's body: a chain of calls into the runtime that says where the fields are.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{format_ident, quote, quote_spanned};
use syn::ext::IdentExt;
use syn::{Index, Member};

use super::path::{Through, open, walk};
use crate::key::{Key, Path};
use crate::model::{Paginator, Param, Passed, Place, ReceiverKind, Shape, Token};
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
    let start = match paginator.shape {
        Shape::Blocking => "blocking",
        _ if paginator.lends() => "lending",
        _ => "operation",
    };
    // What is wrong with the call is what the method gives.
    let (first, last) = ends(&paginator.outcome);
    let (private, start) = (paginator.root.private_at(first), Ident::new(start, last));
    quote_spanned!(last=> #private::#start(#name, #request, #call))
}

/// What is kept between pages: the client if it is lent, and the parameters; alone, or in a tuple.
fn request(paginator: &Paginator) -> TokenStream {
    let private = paginator.root.private();
    let client = paginator.takes_client().then(|| quote!(self));
    let count = usize::from(client.is_some()) + paginator.params.len();
    // What is sent as it is, and alone, is checked by `operation`.
    let is_checked = count == 1 && !paginator.lends() && !matches!(paginator.shape, Shape::Blocking);
    let params = paginator.params.iter().map(|Param { name, passed, .. }| match passed {
        Passed::Builder => quote!(#private::Builder::new(#name)),
        Passed::Cloned if !is_checked => quote!(#private::sent(#name)),
        _ => quote!(#name),
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
    request: Ident,
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
    let request = local("request");
    let parts = Parts { paginator, request: request.clone() };
    let blocking = matches!(paginator.shape, Shape::Blocking);
    let borrowed = blocking || paginator.lends();
    let client = paginator.receiver.as_ref().map(|receiver| match receiver.kind {
        ReceiverKind::Shared => quote!(self),
        ReceiverKind::Owned => quote!(#core::clone::Clone::clone(&self)),
        ReceiverKind::Exclusive => {
            let client = parts.client();
            if blocking && parts.are_alone() { quote!(&mut **#client) } else { quote!(&mut *#client) }
        }
    });
    let params = paginator.params.iter().enumerate().map(|(index, param)| {
        let part = parts.param(index);
        match param.passed {
            Passed::Cloned if borrowed => quote!(#core::clone::Clone::clone(&#part)),
            Passed::Builder if borrowed => quote!(#core::clone::Clone::clone(&#part).into_inner()),
            Passed::Cloned => part,
            Passed::Builder => quote!(#part.into_inner()),
            Passed::Borrowed => quote!(&#part),
            Passed::Reborrowed => quote!(&mut *#part),
        }
    });
    let path = method_path(paginator);
    let arguments = client.into_iter().chain(params);
    // What is wrong with the call is what the method gives.
    let span = ends(&paginator.outcome).1;
    let called = quote_spanned!(span=> #path(#(#arguments),*));
    match () {
        () if blocking && parts.are_alone() => blocking_alone(paginator, &request),
        () if blocking => quote!(move |#request| #called),
        () if borrowed => {
            let result = local("result");
            quote!(move |mut #request| async move {
                let #result = #called.await;
                (#request, #result)
            })
        }
        () => quote_spanned!(span=> move |#request| #called),
    }
}

/// A blocking call whose request is one parameter: the closure has a reference to it.
fn blocking_alone(paginator: &Paginator, request: &Ident) -> TokenStream {
    let core = paginator.root.core();
    let path = method_path(paginator);
    let client = paginator.receiver.as_ref().map(|receiver| match receiver.kind {
        ReceiverKind::Shared => quote!(self),
        ReceiverKind::Owned => quote!(#core::clone::Clone::clone(&self)),
        ReceiverKind::Exclusive => quote!(&mut **#request),
    });
    let param = paginator.params.first().map(|param| match param.passed {
        Passed::Cloned => quote!(#core::clone::Clone::clone(#request)),
        Passed::Builder => quote!(#core::clone::Clone::clone(#request).into_inner()),
        Passed::Borrowed => quote!(#request),
        Passed::Reborrowed => quote!(&mut **#request),
    });
    let arguments = client.into_iter().chain(param);
    quote!(move |#request| #path(#(#arguments),*))
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
    let parts = Parts { paginator, request: it.clone() };
    let at = if parts.are_alone() {
        quote_spanned!(span=> #request)
    } else {
        let param = parts.param(place.param);
        quote_spanned!(span=> #request.field(|#it| &mut #param))
    };
    let at = if paginator.params[place.param].passed == Passed::Builder {
        at
    } else {
        walk(&at, &place.path, span, Through::Enter)
    };
    quote_spanned!(span=> |#request| #at)
}

/// The setter of a builder: `set_<key>`, or what a key without quotes names.
fn setter(paginator: &Paginator, place: &Place) -> TokenStream {
    let span = place.key.span();
    let ty = &paginator.params[place.param].ty;
    let setter = match &place.path.steps[0].field {
        Member::Named(field) if place.key.is_quoted() => format_ident!("set_{}", field, span = span),
        Member::Named(field) => field.clone(),
        Member::Unnamed(index) => format_ident!("set_{}", index.index, span = span),
    };
    quote_spanned!(span=> <#ty>::#setter)
}

/// `.token("NextToken", |request| …, |page, take| …, |token| …)`
fn token(paginator: &Paginator, token: &Token) -> TokenStream {
    let span = token.place.key.span();
    let name = token.place.key.wire();
    let to = place(paginator, &token.place);
    let mut reads = token.output.paths.iter().map(|path| read(path, token.output.span()));
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

/// Where a token is read from. Only a field's own token may be moved out of the page: an element keeps it.
fn read(path: &Path, span: Span) -> TokenStream {
    let (page, take) = (param("page", span), param("take", span));
    let at = walk(&quote_spanned!(span=> #page.open()), path, span, Through::Open);
    if path.steps.iter().any(|step| step.index.is_some()) {
        quote_spanned!(span=> |#page, _| #at.token(false))
    } else {
        quote_spanned!(span=> |#page, #take| #at.token(#take))
    }
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

/// `.result(|page| …)`; a nested one comes with the field it lies in.
fn page_key(key: &Key, method: &str) -> TokenStream {
    page_key_and(key, method, None)
}

/// `.keep(|page| …)`; a nested one may have to be made absent.
fn kept(key: &Key) -> TokenStream {
    let kept = param("kept", key.span());
    page_key_and(key, "keep", Some(quote_spanned!(key.span()=> |#kept| #kept.clear())))
}

/// `with` is a nested key's further argument.
fn page_key_and(key: &Key, method: &str, with: Option<TokenStream>) -> TokenStream {
    let span = key.span();
    let page = param("page", span);
    let path = &key.paths[0];
    let at = walk(&quote_spanned!(span=> #page.open()), path, span, Through::Open);
    if path.steps.len() == 1 {
        let method = Ident::new(method, span);
        return quote_spanned!(span=> .#method(|#page| #at));
    }
    let container = Path { steps: path.steps[..1].to_vec() };
    let container = walk(&quote_spanned!(span=> #page.open()), &container, span, Through::Open);
    let method = format_ident!("{method}_within", span = span);
    let with = with.into_iter();
    quote_spanned!(span=> .#method(|#page| #container, |#page| #at #(, #with)*))
}
