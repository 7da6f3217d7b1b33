//! `#[derive(Page)]`: the types of a page's fields.

use proc_macro2::TokenStream;
use quote::quote;
use syn::ext::IdentExt;
use syn::{Data, DeriveInput, Field, Fields, GenericArgument, PathArguments, Type, Visibility};

use crate::names::{self, Root};

pub(crate) fn derive(input: TokenStream) -> TokenStream {
    match syn::parse2(input) {
        Ok(input) => page(&input).unwrap_or_else(|errors| {
            let errors = errors.iter().map(syn::Error::to_compile_error);
            quote!(#(#errors)*)
        }),
        Err(error) => error.into_compile_error(),
    }
}

fn page(input: &DeriveInput) -> Result<TokenStream, Vec<syn::Error>> {
    let mut errors = Vec::new();
    let root = root(&input.attrs, &mut errors);
    let fields = match &input.data {
        Data::Struct(data) => Some(&data.fields),
        Data::Enum(data) => {
            let message = "an enum is not a page: a page is a struct, whose fields hold the items and the token";
            errors.push(syn::Error::new_spanned(data.enum_token, message));
            None
        }
        Data::Union(data) => {
            let message = "a union is not a page: a page is a struct, whose fields hold the items and the token";
            errors.push(syn::Error::new_spanned(data.union_token, message));
            None
        }
    };
    match fields {
        Some(fields) if errors.is_empty() => Ok(describe(input, fields, &root)),
        _ => Err(errors),
    }
}

/// `#[page(crate = path)]`, the only option.
fn root(attrs: &[syn::Attribute], errors: &mut Vec<syn::Error>) -> Root {
    let mut root = Root::new(None);
    for attr in attrs.iter().filter(|attr| attr.path().is_ident("page")) {
        let parsed = attr.parse_nested_meta(|meta| {
            if !meta.path.is_ident("crate") {
                return Err(meta.error("unknown option: `#[page(…)]` knows `crate = path` only"));
            }
            let path = meta.value()?;
            let path: syn::Path = match path.parse::<Option<syn::LitStr>>()? {
                Some(text) => text.parse()?,
                None => path.parse()?,
            };
            root = Root::new(Some(&path));
            Ok(())
        });
        errors.extend(parsed.err());
    }
    root
}

fn describe(input: &DeriveInput, fields: &Fields, root: &Root) -> TokenStream {
    let private = root.private();
    let name = &input.ident;
    let (generics, arguments, bounds) = input.generics.split_for_impl();
    let fields = fields.iter().enumerate().filter(|(_, field)| is_described(input, field));
    let impls = fields.map(|(index, field)| {
        let name_of = field.ident.as_ref().map_or_else(|| index.to_string(), |ident| ident.unraw().to_string());
        let hash = names::hash(&name_of);
        let ty = held(&field.ty);
        quote! {
            #[automatically_derived]
            impl #generics #private::Field<#hash> for #name #arguments #bounds {
                type Type = #ty;
            }
        }
    });
    quote!(#(#impls)*)
}

/// Whether the type of a field may be told: that of a private field in a public struct may be private itself. But then it
/// is hardly a list.
fn is_described(input: &DeriveInput, field: &Field) -> bool {
    let is_private = matches!(field.vis, Visibility::Inherited) && !matches!(input.vis, Visibility::Inherited);
    !is_private || is_list(held(&field.ty))
}

fn is_list(ty: &Type) -> bool {
    let Type::Path(path) = ty else { return false };
    let last = path.path.segments.last().map(|segment| segment.ident.to_string());
    matches!(last.as_deref(), Some("Vec" | "VecDeque" | "HashMap" | "BTreeMap" | "String" | "BTreeSet" | "HashSet"))
}

/// The type without the `Option`s and `Box`es around it.
fn held(ty: &Type) -> &Type {
    let inner = match ty {
        Type::Group(group) => return held(&group.elem),
        Type::Paren(paren) => return held(&paren.elem),
        Type::Path(path) => path.path.segments.last(),
        _ => None,
    };
    let Some(segment) = inner.filter(|segment| segment.ident == "Option" || segment.ident == "Box") else { return ty };
    let PathArguments::AngleBracketed(arguments) = &segment.arguments else { return ty };
    match arguments.args.first() {
        // A boxed slice is a list itself.
        Some(GenericArgument::Type(Type::Slice(_))) => ty,
        Some(GenericArgument::Type(inner)) => held(inner),
        _ => ty,
    }
}
