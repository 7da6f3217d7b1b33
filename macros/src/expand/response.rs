//! Code that reads values in the page: the items, flags, and totals.

use std::collections::HashSet;

use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens, quote, quote_spanned};
use syn::visit::{self, Visit};
use syn::{ExprClosure, ExprField, ExprMethodCall, FieldPat, Member};

use super::path::PathCode;
use crate::key::{Key, KeyPath, ListIndex, Step, count_shared_fields, dotted_name};
use crate::model::{Paginator, PagingKeys};
use crate::util::span::{closure_param, hygienic_ident, span_bounds};
use crate::util::ty::{StdType, result_types};

/// The parameter of a closure that takes the page.
struct PageParam {
    param: Ident,
    /// The expression for the struct of the page: the parameter, or the value inside of it if the page may be an `Option`.
    base: TokenStream,
}

/// Returns the [`PathCode`] for the page, and the closure's parameter. All code is located at `span`.
fn page_code(paginator: &Paginator, span: Span) -> (PathCode<'_>, PageParam) {
    let code = PathCode { crate_path: &paginator.crate_path, span, inserts: None };
    let param = closure_param("page", span);
    let base = if may_be_option(paginator) { code.value(&param.to_token_stream()) } else { param.to_token_stream() };
    (code, PageParam { param, base })
}

/// Returns whether the page may be an `Option`. The page of a `Result` alias is unknown.
fn may_be_option(paginator: &Paginator) -> bool {
    result_types(&paginator.result_type).is_none_or(|(output, _)| StdType::of(output) == Some(StdType::Wrapper))
}

/// Returns the closure that reads a value from the page by a method of its `Field`: `|page| field(&mut page.total).method()`.
pub(super) fn read_value(paginator: &Paginator, path: &KeyPath, span: Span, method: &TokenStream) -> TokenStream {
    let (code, page) = page_code(paginator, span);
    let field = code.field(&code.place(&page.base, &path.steps));
    let page = page.param;
    quote_spanned!(span=> |#page| #field.#method)
}

/// Returns the closure that reads a value from the page by the user's closure, which a function of the runtime calls.
fn read_by_closure(paginator: &Paginator, key: &Key, function: &str) -> Option<TokenStream> {
    let closure = key.closure.as_ref()?;
    let span = key.span();
    let (page, function) = (closure_param("page", span), Ident::new(function, span));
    let private = paginator.crate_path.private_at_span(span);
    Some(quote_spanned!(span=> |#page| #private::#function(#page, #closure)))
}

/// Returns the closure that reads a number from the page.
fn read_number(paginator: &Paginator, key: &Key) -> TokenStream {
    let span = key.span();
    read_by_closure(paginator, key, "number_with").unwrap_or_else(|| {
        read_value(paginator, &key.paths[0], span, &quote_spanned!(span=> number_field().read_number()))
    })
}

/// `.more_results("IsTruncated", |page| …)`
pub(super) fn more_results(paginator: &Paginator, key: &Key) -> TokenStream {
    let (span, name) = (key.span(), key.name());
    let read = read_by_closure(paginator, key, "flag_with").unwrap_or_else(|| {
        let (code, page) = page_code(paginator, span);
        let private = paginator.crate_path.private_at_span(span);
        let place = code.place(&page.base, &key.paths[0].steps);
        // A flag may be an `Option` of a URL or a token. If it is empty, `empty_token` decides whether it is true.
        let (page, follows_empty) = (page.param, paginator.keys.follows_empty);
        let field = quote_spanned!(span=> #private::find_field(|| #private::core::option::Option::Some(#place)));
        let flag = quote_spanned!(span=> #field.page_flag(#follows_empty));
        if key.is_negated {
            quote_spanned!(span=> |#page| #flag.negated())
        } else {
            quote_spanned!(span=> |#page| #flag)
        }
    });
    quote_spanned!(span=> .more_results(#name, #read))
}

/// `.total_items(|page| …)`, or `.total_pages(|page| …)`
pub(super) fn total(paginator: &Paginator, key: &Key, method: &str) -> TokenStream {
    let span = key.span();
    let (method, read) = (Ident::new(method, span), read_number(paginator, key));
    quote_spanned!(span=> .#method(#read))
}

/// `.echo("page", |page| …)`
pub(super) fn echo(paginator: &Paginator, key: &Key) -> TokenStream {
    let (name, read) = (key.name(), read_number(paginator, key));
    quote_spanned!(key.span()=> .echo(#name, #read))
}

/// Returns the closure for the place of a key in the page: `|page| Some(&mut page.sessions)`.
fn page_place(paginator: &Paginator, key: &Key) -> TokenStream {
    if let Some(closure) = &key.closure {
        return closure.to_token_stream();
    }
    let span = key.span();
    let private = paginator.crate_path.private_at_span(span);
    let (code, page) = page_code(paginator, span);
    let steps = &key.paths[0].steps;
    let place = if steps.is_empty() && may_be_option(paginator) {
        // `Some(….field_value()?)` would be the same. Clippy would report it as if the user had written it.
        let field = code.field(&page.param.to_token_stream());
        quote_spanned!(span=> #field.field_value())
    } else {
        let place = code.place(&page.base, steps);
        quote_spanned!(span=> #private::core::option::Option::Some(#place))
    };
    let page = page.param;
    quote_spanned!(span=> |#page| #place)
}

/// Returns the closure that finds how the values of a result key are joined. Its parameter is a `ValueType`.
fn joiner(key: &Key) -> TokenStream {
    let span = key.span();
    let value_type = closure_param("value_type", span);
    quote_spanned!(span=> |#value_type| #value_type.joiner())
}

/// `.items("Sessions", |page| …, |value_type| …)`, or `.projected_items(…)`. With `reversed`, `.reversed(reverse_list)` follows.
pub(super) fn items(paginator: &Paginator, key: &Key) -> TokenStream {
    let projected = key.paths.first().filter(|path| path.has_index());
    let items = match projected {
        Some(path) => projected_items(paginator, key, &path.steps),
        None => listed_items(paginator, key),
    };
    let reversed = paginator.keys.reversed.map(|span| {
        // A type that is not a list is also an error about a key with `[]`. At the same span, rustc reports only one of them.
        let span = if projected.is_some() { key.span() } else { span };
        let private = paginator.crate_path.private_at_span(span);
        quote_spanned!(span=> .reversed(#private::reverse_list))
    });
    quote!(#items #reversed)
}

/// `.items("Sessions", |page| …, |value_type| …)`. With `item`, `.item_type::<Session>()` follows.
fn listed_items(paginator: &Paginator, key: &Key) -> TokenStream {
    let span = key.span();
    let (name, place, joiner) = (key.name(), page_place(paginator, key), joiner(key));
    let item_type = paginator.keys.item.as_ref().map(|item| {
        let (first, last) = span_bounds(item);
        let (open, close) = (quote_spanned!(first=> .item_type::<), quote_spanned!(last=> >()));
        quote!(#open #item #close)
    });
    quote_spanned!(span=> .items(#name, #place, #joiner) #item_type)
}

/// `.projected_items("edges[].node", |page| …, |list, items| items.items(list, |element| …, |element| …))`, for a key with `[]`.
/// If there are several `[]`, the closure is `|list, items| items.lists(list, |element1, items1| items1.items(…))`.
fn projected_items(paginator: &Paginator, key: &Key, steps: &[Step]) -> TokenStream {
    let (span, name) = (key.span(), key.name());
    let private = paginator.crate_path.private_at_span(span);
    let (code, PageParam { param: page, base }) = page_code(paginator, span);
    let some = quote_spanned!(span=> #private::core::option::Option::Some);
    let (list, element) = (closure_param("list", span), closure_param("element", span));
    // Each segment ends with `[]`. If the key does not, the last segment is the place of the item in an element.
    let mut segments: Vec<_> = steps.split_inclusive(|step| step.index == Some(ListIndex::All)).collect();
    let item_steps =
        segments.pop_if(|segment| segment.last().is_some_and(|step| step.index.is_none())).unwrap_or_default();
    // This code and the code of `take` name the same fields. With the `*`, the errors of both have the same text, and rustc reports
    // only one of them.
    let find = item_steps.iter().fold(code.value(&element.to_token_stream()), |value, Step { field, .. }| {
        code.value(&quote_spanned!(span=> &mut (*#value).#field))
    });
    let take = take_item(paginator, span, &element, item_steps);
    // The names of parameters for inner lists end with the depth. Clippy would report a parameter that shadows another one.
    let param = |name: &str, depth: usize| match depth {
        0 => closure_param(name, span),
        _ => closure_param(&format!("{name}{depth}"), span),
    };
    let list_at = |depth: usize| match depth {
        0 => list.to_token_stream(),
        _ => code.list(&code.value(&param("element", depth).to_token_stream()), segments[depth]),
    };
    let innermost = segments.len() - 1;
    let (items, place) = (param("items", innermost), list_at(innermost));
    let mut visit =
        quote_spanned!(span=> #items.items(#place, |#element| { let _ = #find; #some(()) }, |#element| #take));
    // The code for a list contains that for the lists in its elements.
    for depth in (0..innermost).rev() {
        let (items, place) = (param("items", depth), list_at(depth));
        let (element, inner_items) = (param("element", depth + 1), param("items", depth + 1));
        visit = quote_spanned!(span=> #items.lists(#place, |#element, #inner_items| #visit));
    }
    let (items, outermost) = (param("items", 0), code.list(&base, segments[0]));
    quote_spanned!(span=> .projected_items(#name, |#page| #some(#outermost), |#list, #items| #visit))
}

/// Returns the code that moves the item out of an element. The value of each step is moved out of the value before it.
fn take_item(paginator: &Paginator, span: Span, element: &Ident, steps: &[Step]) -> TokenStream {
    let private = paginator.crate_path.private_at_span(span);
    // Each value is an `Option`. (Clippy would report `Some(value?)` as if the user had written it.)
    let take = |value: TokenStream| quote_spanned!(span=> #private::owned(#value).owned_value());
    let first = take(element.to_token_stream());
    let value = steps.iter().fold(first, |value, Step { field, .. }| take(quote_spanned!(span=> #value?.#field)));
    match &paginator.keys.item {
        Some(item) => {
            let some = quote_spanned!(span=> #private::core::option::Option::Some);
            let (first, last) = span_bounds(item);
            let private = paginator.crate_path.private_at_span(first);
            let (open, close) = (quote_spanned!(first=> #private::item_type::<), quote_spanned!(last=> , _>));
            quote!(#some(#open #item #close (#value?)))
        }
        // The item may be in an `Option<Box<…>>`: a derived item type is the type inside.
        None => take(quote_spanned!(span=> #value?)),
    }
}

/// `.other_keys(|keys| …)`, if there are secondary result keys, non-aggregate keys, or containers of keys.
/// (`data` contains the field of the key `data.items`.)
pub(super) fn other_keys(paginator: &Paginator) -> Option<TokenStream> {
    let paging_keys = &paginator.keys;
    let keys = hygienic_ident("keys");
    let all = paging_keys.result_keys.iter().chain(&paging_keys.non_aggregate_keys);
    let fills: Vec<_> = all.filter_map(|key| fill_containers(paginator, key)).collect();
    let result_keys = paging_keys.result_keys.iter().skip(1).map(|key| {
        let (name, place, joiner) = (key.name(), page_place(paginator, key), joiner(key));
        quote_spanned!(key.span()=> #keys.result_key(#name, #place, #joiner);)
    });
    let non_aggregate_keys = paging_keys.non_aggregate_keys.iter().map(|key| {
        let span = key.span();
        let (place, value) = (page_place(paginator, key), closure_param("value", span));
        let private = paginator.crate_path.private_at_span(span);
        let may_contain_items = paging_keys.result_keys.iter().any(|items| may_contain(key, items));
        let clear = if may_contain_items {
            quote_spanned!(span=> |_| ())
        } else {
            quote_spanned!(span=> |#value| #private::field(#value).clear_field())
        };
        quote_spanned!(span=> #keys.non_aggregate_key(#place, #clear);)
    });
    let other_keys: Vec<_> = result_keys.chain(non_aggregate_keys).collect();
    if fills.is_empty() && other_keys.is_empty() {
        return None;
    }
    Some(quote! {
        .other_keys(|#keys| {
            #(#keys.fill_containers(#fills);)*
            #(#other_keys)*
        })
    })
}

/// Returns whether the field of a non-aggregate key may contain that of a result key. The field of a closure is unknown.
fn may_contain(outer: &Key, result_key: &Key) -> bool {
    let (Some(outer), Some(inner)) = (outer.paths.first(), result_key.paths.first()) else { return true };
    count_shared_fields(&outer.steps, &inner.steps) == outer.steps.len()
}

/// Returns the closure that prepares two pages for `full_result()`: if the next page lacks a container of the key, the closure
/// moves it there from the pages so far. Returns `None` if the key has no containers.
fn fill_containers(paginator: &Paginator, key: &Key) -> Option<TokenStream> {
    let span = key.span();
    let private = paginator.crate_path.private_at_span(span);
    let core = paginator.crate_path.core();
    let (so_far, next) = (closure_param("so_far", span), closure_param("next", span));
    let fields = containers(key.paths.first()?);
    let take = |next: TokenStream, so_far: TokenStream| quote_spanned!(span=> #private::field(#next).field_value_or_take(#so_far)?);
    let root = may_be_option(paginator).then(|| take(quote!(#next), quote!(#so_far)));
    // Each step continues with the pair of values inside of the field before.
    let pair = closure_param("pair", span);
    let fill = fields.iter().fold(root, |before, Step { field, .. }| {
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

/// Returns the containers of the field that a path names: the fields before it, up to the first list.
fn containers(path: &KeyPath) -> &[Step] {
    let end = path.steps.iter().position(|step| step.index.is_some());
    &path.steps[..end.unwrap_or(path.steps.len().saturating_sub(1))]
}

/// Returns the containers of the items that must not be `None`, the *required containers*: those that also contain the token, link,
/// flag, or total, and those whose fields a closure for such a value names. Without one of them, a response would look like an empty
/// last page. If an empty page ends the list, no container of the items may be `None`.
fn required_container_steps(keys: &PagingKeys) -> &[Step] {
    let items = keys.result_keys.first().and_then(|items| items.paths.first());
    let fields = items.map_or(&[][..], containers);
    if keys.style.is_counted() || keys.end_on.empty_page || keys.end_on.short_page {
        return fields;
    }
    let totals = keys.total_items.iter().chain(&keys.total_pages);
    let outputs = keys.style.outputs().into_iter().chain(&keys.more_results).chain(totals);
    let shared_fields = |key: &Key| match &key.closure {
        Some(closure) => count_named_fields(fields, closure),
        None => key.paths.iter().map(|path| count_shared_fields(fields, containers(path))).max().unwrap_or(0),
    };
    let count = outputs.map(shared_fields).max().unwrap_or(0);
    &fields[..count]
}

/// Returns the number of fields, from the first one on, that a closure names. A method of the same name is probably a getter.
fn count_named_fields(fields: &[Step], closure: &ExprClosure) -> usize {
    struct Names(HashSet<Member>);
    impl<'a> Visit<'a> for Names {
        fn visit_expr_field(&mut self, field: &'a ExprField) {
            self.0.insert(field.member.clone());
            visit::visit_expr_field(self, field);
        }
        fn visit_field_pat(&mut self, pattern: &'a FieldPat) {
            self.0.insert(pattern.member.clone());
            visit::visit_field_pat(self, pattern);
        }
        fn visit_expr_method_call(&mut self, call: &'a ExprMethodCall) {
            self.0.insert(Member::Named(call.method.clone()));
            visit::visit_expr_method_call(self, call);
        }
    }
    let mut names = Names(HashSet::new());
    names.visit_expr_closure(closure);
    fields.iter().take_while(|step| step.field.as_ref().is_some_and(|field| names.0.contains(field))).count()
}

/// `.required_containers("data", |_| true, |page| …)`, if a container of the items must not be `None`. The page itself may be one
/// of the containers.
pub(super) fn required_containers(paginator: &Paginator) -> Option<TokenStream> {
    let fields = required_container_steps(&paginator.keys);
    let core = paginator.crate_path.core();
    let span = paginator.keys.result_keys.first().map_or_else(Span::call_site, Key::span);
    let (code, page) = page_code(paginator, span);
    let find = match fields {
        [] if may_be_option(paginator) => page.base,
        [] => return None,
        fields => code.value(&code.place(&page.base, fields)),
    };
    let page = page.param;
    let find = quote_spanned!(span=> |#page| {
        let _ = #find;
        #core::option::Option::Some(())
    });
    let name = dotted_name(fields);
    let is_present = if may_be_option(paginator) {
        let private = paginator.crate_path.private_at_span(span);
        quote_spanned!(span=> |#page| #private::field(#page).field_value().is_some())
    } else {
        quote_spanned!(span=> |_| true)
    };
    Some(quote_spanned!(span=> .required_containers(#name, #is_present, #find)))
}
