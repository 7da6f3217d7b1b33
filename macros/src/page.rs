//! `#[derive(Page)]`: the types of a page's fields.

use proc_macro2::{TokenStream, TokenTree};
use quote::{ToTokens, quote};
use syn::ext::IdentExt;
use syn::{
    Attribute, Data, DeriveInput, Error, Field, Fields, GenericArgument, Generics, LitStr, Path, PathArguments, Token,
    Type, Visibility, parse_quote,
};

use crate::mistake::{self, mistake};
use crate::names::{self, Root};
use crate::nesting;

pub(crate) fn derive(input: &TokenStream) -> TokenStream {
    match nesting::check(input.clone()).and_then(|()| mistake::parse(input)) {
        Ok(input) => page(&input),
        Err(error) => error.into_compile_error(),
    }
}

/// The description and the errors: there is a description in any case, so that those who ask for the page are not told of a
/// second error.
fn page(input: &DeriveInput) -> TokenStream {
    let mut errors = Vec::new();
    let root = root(&input.attrs, &mut errors);
    let fields = match &input.data {
        Data::Struct(data) => Some(&data.fields),
        Data::Enum(data) => {
            errors.push(mistake(data.enum_token, "an enum is not a page", STRUCT));
            None
        }
        Data::Union(data) => {
            errors.push(mistake(data.union_token, "a union is not a page", STRUCT));
            None
        }
    };
    if let Some(fields) = fields {
        check_fields(fields, &mut errors);
    }
    let description = match fields {
        Some(fields) => describe(input, fields, &root),
        None => describe_nothing(input, &root, &mut errors),
    };
    let errors = errors.iter().map(Error::to_compile_error);
    quote!(#(#errors)* #description)
}

const STRUCT: &str = "derive it on the struct whose fields hold the items and the token";
const OPTION: &str =
    "write `#[page(crate = my_crate::paginated)]`, the only option, where the runtime is not `paginated`";

/// `#[page(crate = path)]`, the only option.
fn root(attrs: &[Attribute], errors: &mut Vec<Error>) -> Root {
    let mut root = Root::new(None);
    for attr in attrs.iter().filter(|attr| attr.path().is_ident("page")) {
        let parsed = attr.parse_nested_meta(|meta| {
            if !meta.path.is_ident("crate") {
                let word = meta.path.to_token_stream().to_string();
                meta.input.parse::<TokenStream>()?;
                return Err(mistake(meta.path, format!("unknown option `{word}`"), OPTION));
            }
            let wrong = |at: TokenStream| mistake(at, "`crate` needs the path of the runtime", OPTION);
            if !meta.input.peek(Token![=]) {
                return Err(wrong(meta.path.to_token_stream()));
            }
            let value = meta.value()?;
            let found = value.fork().parse::<TokenTree>().map_or_else(|_| meta.path.to_token_stream(), Into::into);
            let path = match value.parse::<Option<LitStr>>() {
                Ok(Some(text)) => text.parse::<Path>(),
                _ => value.parse(),
            };
            root = Root::new(Some(&path.map_err(|_| wrong(found))?));
            Ok(())
        });
        errors.extend(parsed.err());
    }
    root
}

/// A field is named by the attribute of the method, and says nothing itself.
fn check_fields(fields: &Fields, errors: &mut Vec<Error>) {
    for attr in fields.iter().flat_map(|field| &field.attrs).filter(|attr| attr.path().is_ident("page")) {
        let help =
            "remove it, and name the field in `#[paginated(…)]` on the method, as in `result_key = \"Sessions\"`";
        errors.push(mistake(attr.path(), "`#[page]` says nothing of a field", help));
    }
}

/// ```text
/// const _: () = {
///     #[diagnostic::on_unimplemented(message = "`Output` has no such field: it has `sessions` and `next_token`")]
///     pub trait Fields<const NAME: u64> { type Type; }
///     impl Fields<{hash of "sessions"}> for Output { type Type = Vec<Session>; }
///     …
///     impl<const NAME: u64> Field<NAME> for Output where Self: Fields<NAME> { type Type = <Self as Fields<NAME>>::Type; }
/// };
/// ```
fn describe(input: &DeriveInput, fields: &Fields, root: &Root) -> TokenStream {
    let (private, core) = (root.private(), root.core());
    let name = &input.ident;
    let (generics, arguments, bounds) = input.generics.split_for_impl();
    let (mut names, mut impls) = (Vec::new(), Vec::new());
    for (index, field) in fields.iter().enumerate().filter(|(_, field)| is_described(input, field)) {
        let name_of = field.ident.as_ref().map_or_else(|| index.to_string(), |ident| ident.unraw().to_string());
        let hash = names::hash(&name_of);
        let ty = held(&field.ty);
        names.push(name_of);
        impls.push(quote! {
            #[automatically_derived]
            #[diagnostic::do_not_recommend]
            impl #generics Fields<#hash> for #name #arguments #bounds {
                type Type = #ty;
            }
        });
    }
    let are_hidden = names.len() < fields.len();
    let message = match &names[..] {
        [] if are_hidden => format!("`{name}` tells of none of its fields"),
        [] => format!("`{name}` has no fields"),
        names if are_hidden => format!("`{name}` tells of no such field: it tells of {}", mistake::list(names, "and")),
        names => format!("`{name}` has no such field: it has {}", mistake::list(names, "and")),
    };
    let hidden = "a field that is less public than its struct is told only where it is a list, for its type may be private: make \
        it as public, or name the items in the attribute, as in `item = Session`";
    let note = are_hidden.then(|| quote!(, note = #hidden));
    let label = format!("no field of `{name}`");
    let mut of_any_name = of_any_name(&input.generics, root);
    of_any_name.make_where_clause().predicates.push(parse_quote!(Self: Fields<__NAME>));
    let (generics, _, bounds) = of_any_name.split_for_impl();
    quote! {
        const _: () = {
            #[diagnostic::on_unimplemented(message = #message, label = #label #note)]
            pub trait Fields<const NAME: #core::primitive::u64> {
                type Type: ?#core::marker::Sized;
            }
            #(#impls)*
            #[automatically_derived]
            impl #generics #private::Field<__NAME> for #name #arguments #bounds {
                type Type = <Self as Fields<__NAME>>::Type;
            }
        };
    }
}

/// A page whose fields are all of a type of which the compiler knows that it is wrong: one of the errors stands in it.
fn describe_nothing(input: &DeriveInput, root: &Root, errors: &mut Vec<Error>) -> TokenStream {
    let private = root.private();
    let name = &input.ident;
    let error = errors.pop().map(Error::into_compile_error);
    let (_, arguments, bounds) = input.generics.split_for_impl();
    let generics = of_any_name(&input.generics, root);
    let (generics, _, _) = generics.split_for_impl();
    quote! {
        #[automatically_derived]
        impl #generics #private::Field<__NAME> for #name #arguments #bounds {
            type Type = [(); #error];
        }
    }
}

/// The page's own generics, and the name of a field.
fn of_any_name(generics: &Generics, root: &Root) -> Generics {
    let core = root.core();
    let mut generics = generics.clone();
    generics.params.push(parse_quote!(const __NAME: #core::primitive::u64));
    generics
}

/// Whether the type of a field may be told: that of a field less public than its struct may be private itself. But then it is
/// hardly a list.
fn is_described(input: &DeriveInput, field: &Field) -> bool {
    openness(&field.vis) >= openness(&input.vis) || is_list(held(&field.ty))
}

/// How far a visibility reaches.
fn openness(vis: &Visibility) -> usize {
    match vis {
        Visibility::Public(_) => 3,
        Visibility::Restricted(vis) if vis.path.is_ident("crate") => 2,
        Visibility::Restricted(vis) if !vis.path.is_ident("self") => 1,
        _ => 0,
    }
}

fn is_list(ty: &Type) -> bool {
    // What is left of a `Box` is one of a slice.
    const KNOWN: [&str; 22] = [
        "Box", "Vec", "VecDeque", "HashMap", "BTreeMap", "BTreeSet", "HashSet", "String", "i8", "i16", "i32", "i64",
        "i128", "isize", "u8", "u16", "u32", "u64", "u128", "usize", "f32", "f64",
    ];
    let Type::Path(path) = ty else { return false };
    let last = path.path.segments.last().map(|segment| segment.ident.to_string());
    last.is_some_and(|last| KNOWN.contains(&last.as_str()))
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
