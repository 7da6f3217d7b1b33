//! `#[derive(Page)]` exposes the types of a page's fields.

use proc_macro2::{Span, TokenStream};
use quote::{ToTokens, quote, quote_spanned};
use syn::ext::IdentExt;
use syn::meta::ParseNestedMeta;
use syn::parse::ParseBuffer;
use syn::spanned::Spanned;
use syn::{Attribute, Data, DeriveInput, Error, Expr, Field, Fields, Generics, Path, Visibility, parse_quote};

use crate::attr::{ModulePath, OptionValue};
use crate::diagnostics::{Errors, error_with_help, join_quoted};
use crate::util::crate_path::CratePath;
use crate::util::field::field_name_type;
use crate::util::span::hygienic_ident;
use crate::util::tokens;
use crate::util::ty::{self, StdType, argument_of};

const STRUCT_HELP: &str = "derive it on the struct whose fields hold the items and the token";
const CRATE_HELP: &str =
    "write `#[page(crate = my_crate::paginated)]`, the only option, if the crate is not called `paginated`";
const HIDDEN_NOTE: &str = "a field with narrower visibility than its struct is exposed only if it is a list, a map, a string, or \
    a number, because another type may be private: widen its visibility, or name the item type in the attribute, as in \
    `item = Session`";

pub(crate) fn derive(input: &TokenStream) -> TokenStream {
    match tokens::check_nesting(input.clone()).and_then(|()| tokens::parse(input)) {
        Ok(input) => expand(&ty::ungroup_struct(input)),
        Err(error) => error.into_compile_error(),
    }
}

/// Returns the errors and the impls. There is an impl even if there are errors, so that users of the page get no second
/// error.
fn expand(input: &DeriveInput) -> TokenStream {
    let mut errors = Vec::new();
    let crate_path = crate_path(&input.attrs, &mut errors);
    let has_name = |field: &Field| field.ident.as_ref().is_none_or(|name| name != "_");
    let impls = match &input.data {
        // rustc reports the name `_`, which syn accepts.
        Data::Struct(data) if !data.fields.iter().all(has_name) => TokenStream::new(),
        Data::Struct(data) => {
            check_fields(&data.fields, &mut errors);
            impl_fields(input, &data.fields, &crate_path)
        }
        Data::Enum(data) => {
            stub_impl(input, &crate_path, error_with_help(data.enum_token, "an enum is not a page", STRUCT_HELP))
        }
        Data::Union(data) => {
            stub_impl(input, &crate_path, error_with_help(data.union_token, "a union is not a page", STRUCT_HELP))
        }
    };
    let errors = errors.iter().map(Error::to_compile_error);
    quote!(#(#errors)* #impls)
}

/// Returns the path in `#[page(crate = path)]`.
fn crate_path(attrs: &[Attribute], errors: &mut Errors) -> CratePath {
    let mut crate_path = None;
    for attr in attrs.iter().filter(|attr| attr.path().is_ident("page")) {
        let parsed = attr.parse_nested_meta(|meta| match crate_path.replace(parse_option(&meta)?) {
            Some(_) => Err(error_with_help(&meta.path, "`crate` is set twice", "remove one of them")),
            None => Ok(()),
        });
        errors.extend(parsed.err());
    }
    CratePath::new(crate_path.as_ref())
}

/// Parses `crate = path`.
fn parse_option(meta: &ParseNestedMeta<'_>) -> syn::Result<Path> {
    let name = meta.path.to_token_stream();
    if !meta.path.is_ident("crate") {
        meta.input.parse::<TokenStream>()?;
        return Err(error_with_help(&name, format!("unknown option `{name}`"), CRATE_HELP));
    }
    match meta.value().and_then(ParseBuffer::parse::<Expr>) {
        Ok(value) => ModulePath::from_value(ty::ungroup_expr(&value), "crate").map(|path| path.0),
        Err(_) => Err(error_with_help(name, "`crate` needs a path", CRATE_HELP)),
    }
}

/// Rejects `#[page]` on a field.
fn check_fields(fields: &Fields, errors: &mut Errors) {
    for attr in fields.iter().flat_map(|field| &field.attrs).filter(|attr| attr.path().is_ident("page")) {
        let help = "remove it, and name the field in `#[paginated(…)]`, as in `result_key = \"Sessions\"`";
        errors.push(error_with_help(attr.path(), "`#[page]` is not allowed on fields", help));
    }
}

/// Returns the impls for a struct. The trait `__Fields` exists for its message, which names the fields of this struct:
///
/// ```text
/// const _: () = {
///     #[diagnostic::on_unimplemented(message = "`Output` has no such field: it has `sessions` and `next_token`")]
///     pub trait __Fields<Name> { type Type; type WithUnwrappedElements; }
///     impl __Fields<FieldName<'s', 'e', …>> for Output { type Type = Vec<Session>; type WithUnwrappedElements = Vec<Session>; }
///     …
///     impl<Name> PageField<Name> for Output where Self: __Fields<Name> { type Type = <Self as __Fields<Name>>::Type; … }
/// };
/// ```
///
/// `PageField` in the runtime says what the two types are.
fn impl_fields(input: &DeriveInput, fields: &Fields, crate_path: &CratePath) -> TokenStream {
    let (private, core) = (crate_path.private(), crate_path.core());
    let name = &input.ident;
    let (generics, arguments, bounds) = input.generics.split_for_impl();
    let (mut names, mut impls) = (Vec::new(), Vec::new());
    for (index, field) in fields.iter().enumerate().filter(|(_, field)| is_exposed(input, field)) {
        let field_name = field.ident.as_ref().map_or_else(|| index.to_string(), |ident| ident.unraw().to_string());
        let name_type = field_name_type(&field_name, crate_path, Span::call_site());
        let ty = ty::unwrapped_value(&field.ty, &input.generics);
        let unwrapped = ty::with_unwrapped_elements(ty.clone(), &input.generics);
        names.push(field_name);
        // A private type is reported at the field.
        let span = Span::call_site().located_at(field.ty.span());
        let types = quote_spanned!(span=> type Type = #ty; type WithUnwrappedElements = #unwrapped;);
        impls.push(quote! {
            #[automatically_derived]
            #[diagnostic::do_not_recommend]
            impl #generics __Fields<#name_type> for #name #arguments #bounds {
                #types
            }
        });
    }
    let has_hidden = names.len() < fields.len();
    let message = missing_field_message(&name.to_string(), &names, has_hidden);
    let note = has_hidden.then(|| quote!(, note = #HIDDEN_NOTE));
    let label = format!("no field of `{name}`");
    let mut field_generics = with_name_param(&input.generics);
    field_generics.make_where_clause().predicates.push(parse_quote!(Self: __Fields<__Name>));
    let (generics, _, bounds) = field_generics.split_for_impl();
    let join_value = impl_join_value(input, fields, crate_path);
    let attrs = input.attrs.iter().chain(fields.iter().flat_map(|field| &field.attrs));
    let allowed_lints = attrs.filter_map(allowed_lints);
    quote! {
        #(#[allow(#allowed_lints)])*
        const _: () = {
            #[diagnostic::on_unimplemented(message = #message, label = #label #note)]
            pub trait __Fields<Name> {
                type Type: ?#core::marker::Sized;
                type WithUnwrappedElements: ?#core::marker::Sized;
            }
            #(#impls)*
            #[automatically_derived]
            #[doc(hidden)]
            impl #generics #private::PageField<__Name> for #name #arguments #bounds {
                type Type = <Self as __Fields<__Name>>::Type;
                type WithUnwrappedElements = <Self as __Fields<__Name>>::WithUnwrappedElements;
            }
            #join_value
        };
    }
}

/// Returns the lints that an attribute of the struct or a field silences. The impls mention the struct, which may be deprecated,
/// and the types of its fields.
fn allowed_lints(attr: &Attribute) -> Option<TokenStream> {
    match attr.path().get_ident()?.to_string().as_str() {
        "deprecated" => Some(quote!(deprecated)),
        "allow" | "expect" => Some(attr.meta.require_list().ok()?.tokens.clone()),
        _ => None,
    }
}

/// Returns the impl by which `full_result` joins two values of the struct in a map, if the struct contains a list or a map. The
/// types of a generic struct are unknown, so it has none.
fn impl_join_value(input: &DeriveInput, fields: &Fields, crate_path: &CratePath) -> Option<TokenStream> {
    let (private, core) = (crate_path.private(), crate_path.core());
    let is_collection = |field: &Field| ty::is_collection(ty::unwrapped(&field.ty));
    if !fields.iter().any(is_collection) || !input.generics.params.is_empty() {
        return None;
    }
    let next = hygienic_ident("next");
    let (mut joins, mut find_keys, mut options) = (Vec::new(), Vec::new(), Vec::new());
    for (member, field) in fields.members().zip(fields) {
        let ty = ty::unwrapped(&field.ty);
        if argument_of(&field.ty, "Option").is_some() && !ty::is_collection(ty) {
            options.push(member.clone());
        }
        let value_type = quote!(#private::value_type(&self.#member));
        let (joiner, may_have_map) = match StdType::of(ty) {
            // The values of a map may be joined.
            _ if ty::is_map(ty) => {
                (quote!(#core::option::Option::or(#value_type.joiner(), #value_type.list_joiner())), true)
            }
            _ if ty::is_collection(ty) => (quote!(#value_type.list_joiner()), false),
            // It may be a struct that contains a list or a map.
            None => (quote!(#value_type.joiner()), true),
            Some(_) => continue,
        };
        joins.push(quote!(#private::join_field(#joiner, &mut self.#member, &mut #next.#member);));
        if may_have_map {
            find_keys.push(quote!(#private::has_duplicate_key(#joiner, &self.#member, &#next.#member)));
        }
    }
    let has_duplicate_key = (!find_keys.is_empty()).then(|| {
        quote! {
            fn has_duplicate_key(&self, #next: &Self) -> #core::primitive::bool {
                #(#find_keys)||*
            }
        }
    });
    let name = &input.ident;
    Some(quote! {
        #[automatically_derived]
        #[doc(hidden)]
        impl #private::JoinValue for #name {
            #has_duplicate_key
            fn join_value(&mut self, #next: &mut Self) {
                #(#joins)*
                #(if self.#options.is_none() {
                    self.#options = #next.#options.take();
                })*
            }
        }
    })
}

/// Returns the message for a field that does not exist or is not exposed.
fn missing_field_message(page: &str, fields: &[String], has_hidden: bool) -> String {
    let list = join_quoted(fields, "and");
    match (fields.is_empty(), has_hidden) {
        (true, true) => format!("`{page}` exposes none of its fields"),
        (true, false) => format!("`{page}` has no fields"),
        (false, true) => format!("`{page}` exposes no field of that name; it exposes {list}"),
        (false, false) => format!("`{page}` has no such field: it has {list}"),
    }
}

/// Returns an impl for all names of fields. It says that each field has a type that the compiler knows to be invalid, because the
/// type contains the error.
fn stub_impl(input: &DeriveInput, crate_path: &CratePath, error: Error) -> TokenStream {
    let private = crate_path.private();
    let name = &input.ident;
    let error = error.into_compile_error();
    let (_, arguments, bounds) = input.generics.split_for_impl();
    let generics = with_name_param(&input.generics);
    let (generics, _, _) = generics.split_for_impl();
    quote! {
        #[automatically_derived]
        impl #generics #private::PageField<__Name> for #name #arguments #bounds {
            type Type = [(); #error];
            type WithUnwrappedElements = Self::Type;
        }
    }
}

/// Adds the parameter for a field's name.
fn with_name_param(generics: &Generics) -> Generics {
    let mut generics = generics.clone();
    generics.params.push(parse_quote!(__Name));
    generics
}

/// Returns whether the type of a field is exposed. The type of a field with narrower visibility than the struct may be
/// private, which is unlikely for a list, a map, a string, or a number.
fn is_exposed(input: &DeriveInput, field: &Field) -> bool {
    visibility_rank(&field.vis) >= visibility_rank(&input.vis) || ty::can_be_result_key(ty::unwrapped(&field.ty))
}

fn visibility_rank(vis: &Visibility) -> usize {
    match vis {
        Visibility::Public(_) => 3,
        Visibility::Restricted(vis) if vis.path.is_ident("crate") => 2,
        Visibility::Restricted(vis) if !vis.path.is_ident("self") => 1,
        _ => 0,
    }
}
