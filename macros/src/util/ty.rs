//! Types of the standard library, which are recognized by their names, and types in general. This module also removes the
//! invisible groups around the tokens that a `macro_rules!` macro passes on.

use syn::visit_mut::{self, VisitMut};
use syn::{
    DeriveInput, Expr, ExprClosure, GenericArgument, Generics, Lifetime, PathArguments, PathSegment, Signature, Type,
    TypeImplTrait, TypeParamBound, WherePredicate, parse_quote,
};

/// A type of the standard library (or of tokio), recognized by its name.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum StdType {
    Number,
    String,
    Collection,
    /// `Option`, `Box`, and the like: a type whose fields are those of the type inside.
    Wrapper,
    Other,
}

impl StdType {
    /// Returns the standard type that `ty` appears to be.
    pub(crate) fn of(ty: &Type) -> Option<Self> {
        Self::named(last_segment(ty)?)
    }

    /// Returns the standard type that the last segment of a path names.
    pub(crate) fn named(segment: &PathSegment) -> Option<Self> {
        Some(match segment.ident.to_string().as_str() {
            "i8" | "i16" | "i32" | "i64" | "i128" | "isize" | "u8" | "u16" | "u32" | "u64" | "u128" | "usize"
            | "f32" | "f64" => Self::Number,
            "str" | "String" => Self::String,
            "Vec" | "VecDeque" | "HashMap" | "HashSet" | "BTreeMap" | "BTreeSet" => Self::Collection,
            "Option" | "Box" | "Arc" | "Rc" => Self::Wrapper,
            "bool" | "char" => Self::Other,
            // A type without arguments is not the standard one.
            "Poll" | "PhantomData" | "JoinHandle" if !segment.arguments.is_none() => Self::Other,
            _ => return None,
        })
    }
}

/// Returns the last segment of a type that is a path.
pub(crate) fn last_segment(ty: &Type) -> Option<&PathSegment> {
    let Type::Path(path) = ty else { return None };
    path.path.segments.last()
}

/// Returns the arguments in `Name<…>`.
pub(crate) fn generic_arguments(segment: &PathSegment) -> impl Iterator<Item = &GenericArgument> {
    let arguments = match &segment.arguments {
        PathArguments::AngleBracketed(arguments) => Some(&arguments.args),
        _ => None,
    };
    arguments.into_iter().flatten()
}

/// Returns the types among the arguments in `Name<…>`.
pub(crate) fn type_arguments(segment: &PathSegment) -> impl Iterator<Item = &Type> {
    generic_arguments(segment).filter_map(|argument| match argument {
        GenericArgument::Type(ty) => Some(ty),
        _ => None,
    })
}

/// Returns the `T` of a type `name<T>`.
pub(crate) fn argument_of<'a>(ty: &'a Type, name: &str) -> Option<&'a Type> {
    segment_argument(last_segment(ty)?, name)
}

/// Returns the `T` of a segment `name<T>`.
fn segment_argument<'a>(segment: &'a PathSegment, name: &str) -> Option<&'a Type> {
    match generic_arguments(segment).next()? {
        GenericArgument::Type(ty) if segment.ident == name => Some(ty),
        _ => None,
    }
}

/// Calls `change` for each `impl Trait` in a type, except those in a `dyn Trait` or a function pointer. The types inside of a type
/// are visited if `enters` returns `true` for it.
pub(crate) fn change_impl_traits(ty: &mut Type, enters: fn(&Type) -> bool, change: &mut dyn FnMut(&mut TypeImplTrait)) {
    struct ImplTraits<'a>(fn(&Type) -> bool, &'a mut dyn FnMut(&mut TypeImplTrait));
    impl VisitMut for ImplTraits<'_> {
        fn visit_type_mut(&mut self, ty: &mut Type) {
            if (self.0)(ty) && !matches!(ty, Type::TraitObject(_) | Type::FnPtr(_)) {
                visit_mut::visit_type_mut(self, ty);
            }
            if let Type::ImplTrait(impl_trait) = ty {
                (self.1)(impl_trait);
            }
        }
    }
    ImplTraits(enters, change).visit_type_mut(ty);
}

/// Adds a lifetime as a bound to each `impl Trait` in a type, except behind references, which imply the bound.
pub(crate) fn bound_impl_traits(ty: &mut Type, lifetime: &Lifetime) {
    let bound = TypeParamBound::Lifetime(lifetime.clone());
    change_impl_traits(ty, |ty| !matches!(ty, Type::Reference(_)), &mut |ty| ty.bounds.push(bound.clone()));
}

/// Returns whether a type is an `Arc` or an `Rc`, whose clones share the value.
pub(crate) fn is_shared_pointer(ty: &Type) -> bool {
    ["Arc", "Rc"].iter().any(|name| argument_of(ty, name).is_some())
}

/// Returns whether a type is known to be `Clone` only if the types inside of it are.
pub(crate) fn is_cloned_with_its_parts(ty: &Type) -> bool {
    let is_container =
        matches!(StdType::of(ty), Some(StdType::Collection | StdType::Wrapper)) && !is_shared_pointer(ty);
    is_container || matches!(ty, Type::Tuple(_) | Type::Array(_) | Type::Paren(_))
}

/// Returns the `T` of `impl Into<T>`.
pub(crate) fn into_target(ty: &Type) -> Option<&Type> {
    let Type::ImplTrait(impl_trait) = ty else { return None };
    impl_trait.bounds.iter().find_map(|bound| match bound {
        TypeParamBound::Trait(bound) => segment_argument(bound.path.segments.last()?, "Into"),
        _ => None,
    })
}

/// Returns the two types of a standard `Result<T, E>`. A `Result` at any other path, or with one argument, may be an
/// alias whose second argument is only a part of the error.
pub(crate) fn result_types(ty: &Type) -> Option<(&Type, &Type)> {
    let Type::Path(path) = ty else { return None };
    let names: Vec<_> = path.path.segments.iter().map(|segment| segment.ident.to_string()).collect();
    if !matches!(names.join("::").as_str(), "Result" | "std::result::Result" | "core::result::Result") {
        return None;
    }
    let arguments: Vec<_> = generic_arguments(path.path.segments.last()?).collect();
    match arguments[..] {
        [GenericArgument::Type(output), GenericArgument::Type(error)] => Some((output, error)),
        _ => None,
    }
}

/// Returns the first argument of a `Result`. It is the page, unless an alias such as `io::Result<T>` has an unusual meaning.
pub(crate) fn probable_page(ty: &Type) -> Option<&Type> {
    type_arguments(last_segment(ty).filter(|_| is_named_result(ty))?).next()
}

/// Returns whether `ty` has the name of a `Result`: `io::Result<T>` and `ListResult` are aliases of one.
pub(crate) fn is_named_result(ty: &Type) -> bool {
    last_segment(ty).is_some_and(|segment| segment.ident.to_string().ends_with("Result"))
}

/// Returns whether `ty` is probably a result, such as `io::Result<T>`, and not a page with the name of one, such as
/// `SearchResult`.
pub(crate) fn is_probable_result(ty: &Type) -> bool {
    let is_page = |segment: &PathSegment| segment.ident != "Result" && type_arguments(segment).next().is_none();
    is_named_result(ty) && !last_segment(ty).is_some_and(is_page)
}

/// Returns the type inside of parentheses and invisible groups.
pub(crate) fn ungroup_type(mut ty: &Type) -> &Type {
    loop {
        ty = match ty {
            Type::Group(group) => &group.elem,
            Type::Paren(paren) => &paren.elem,
            _ => return ty,
        }
    }
}

/// Returns whether a type is a map of the standard library.
pub(crate) fn is_map(ty: &Type) -> bool {
    last_segment(ty).is_some_and(|last| last.ident == "HashMap" || last.ident == "BTreeMap")
}

/// Returns whether a type, which [`unwrapped`] returned, is a list or a map.
pub(crate) fn is_collection(ty: &Type) -> bool {
    // The only `Box` that `unwrapped` returns is that of a slice.
    let is_boxed_slice = last_segment(ty).is_some_and(|last| last.ident == "Box");
    is_boxed_slice || StdType::of(ty) == Some(StdType::Collection)
}

/// Returns whether a type, which [`unwrapped`] returned, can be a result key.
pub(crate) fn can_be_result_key(ty: &Type) -> bool {
    is_collection(ty) || matches!(StdType::of(ty), Some(StdType::String | StdType::Number))
}

/// Returns the type inside of any `Option`s and `Box`es.
pub(crate) fn unwrapped(ty: &Type) -> &Type {
    // A boxed slice is itself a list.
    unwrapped_until(ty, &|inner| matches!(inner, Type::Slice(_)))
}

/// Returns the type inside of any `Option`s and `Box`es, except those around a type for which `stop` returns `true`.
fn unwrapped_until<'a>(ty: &'a Type, stop: &dyn Fn(&Type) -> bool) -> &'a Type {
    let ty = ungroup_type(ty);
    let Some(segment) = last_segment(ty).filter(|last| last.ident == "Option" || last.ident == "Box") else {
        return ty;
    };
    match type_arguments(segment).next() {
        Some(inner) if !stop(ungroup_type(inner)) => unwrapped_until(inner, stop),
        _ => ty,
    }
}

/// Returns the type inside of any `Option`s and `Box`es. An unsized value stays in its `Box`.
pub(crate) fn unwrapped_value<'a>(ty: &'a Type, generics: &Generics) -> &'a Type {
    unwrapped_until(ty, &|inner| is_unsized(inner, generics))
}

/// Returns a type without the `Option`s and `Box`es around its elements, if it is a list that `[]` can open. An unsized value stays
/// in its `Box`.
pub(crate) fn with_unwrapped_elements(list: Type, generics: &Generics) -> Type {
    list_with_unwrapped_elements(&list, generics).unwrap_or(list)
}

/// Returns the list inside of any `Option`s and `Box`es, without those around its elements. Returns `None` if `[]` cannot open
/// the type.
pub(crate) fn list_with_unwrapped_elements(ty: &Type, generics: &Generics) -> Option<Type> {
    let mut list = unwrapped(ty).clone();
    let element = element_mut(&mut list)?;
    *element = unwrapped_value(element, generics).clone();
    Some(list)
}

/// Returns whether a type appears to be unsized. A type of the user with the name of a standard one is taken for it.
pub(crate) fn is_unsized(ty: &Type, generics: &Generics) -> bool {
    let Some(last) = last_segment(ty) else { return matches!(ty, Type::Slice(_) | Type::TraitObject(_)) };
    let is_maybe = |bound: &TypeParamBound| matches!(bound, TypeParamBound::Trait(bound) if bound.maybe.is_some());
    let declared = generics.type_params().filter(|param| param.ident == last.ident).flat_map(|param| &param.bounds);
    let predicates = generics.where_clause.iter().flat_map(|clause| &clause.predicates);
    let in_where_clause = predicates.filter_map(|predicate| match predicate {
        WherePredicate::Type(bound) if last_segment(&bound.bounded_ty)?.ident == last.ident => Some(&bound.bounds),
        _ => None,
    });
    declared.chain(in_where_clause.flatten()).any(is_maybe)
        || ["str", "Path", "OsStr", "CStr", "RawValue"].iter().any(|name| last.ident == name)
}

/// Returns the element type of a list that `[]` can open.
fn element_mut(list: &mut Type) -> Option<&mut Type> {
    let Type::Path(path) = list else { return None };
    let PathSegment { ident, arguments } = path.path.segments.last_mut()?;
    let PathArguments::AngleBracketed(arguments) = arguments else { return None };
    let GenericArgument::Type(argument) = arguments.args.first_mut()? else { return None };
    match (ident.to_string().as_str(), argument) {
        ("Vec" | "VecDeque", element) => Some(element),
        ("Box", Type::Slice(slice)) => Some(&mut slice.elem),
        _ => None,
    }
}

/// Returns the expression inside of invisible groups.
pub(crate) fn ungroup_expr(mut expr: &Expr) -> &Expr {
    while let Expr::Group(group) = expr {
        expr = &group.expr;
    }
    expr
}

/// Removes the invisible groups around the types and expressions of macro fragments. rustc ignores such a group in the output of a
/// macro: `$size * 2` would become `1 + 1 * 2`.
struct Ungroup;

impl VisitMut for Ungroup {
    fn visit_type_mut(&mut self, ty: &mut Type) {
        while let Type::Group(group) = ty {
            let inner = group.elem.clone();
            let has_bounds = matches!(*inner, Type::TraitObject(_) | Type::ImplTrait(_));
            *ty = if has_bounds { parse_quote!((#inner)) } else { *inner };
        }
        visit_mut::visit_type_mut(self, ty);
    }

    fn visit_expr_mut(&mut self, expr: &mut Expr) {
        while let Expr::Group(group) = expr {
            let inner = group.expr.clone();
            let has_operator =
                !matches!(*inner, Expr::Path(_) | Expr::Lit(_) | Expr::Call(_) | Expr::MethodCall(_) | Expr::Macro(_));
            *expr = if has_operator { parse_quote!((#inner)) } else { *inner };
        }
        visit_mut::visit_expr_mut(self, expr);
    }
}

/// Removes the invisible groups in the fields of a struct.
pub(crate) fn ungroup_struct(mut input: DeriveInput) -> DeriveInput {
    Ungroup.visit_derive_input_mut(&mut input);
    input
}

/// Removes the invisible groups in a signature.
pub(crate) fn ungroup_signature(signature: &mut Signature) {
    Ungroup.visit_signature_mut(signature);
}

/// Removes the invisible groups in a closure.
pub(crate) fn ungroup_closure(mut closure: ExprClosure) -> ExprClosure {
    Ungroup.visit_expr_closure_mut(&mut closure);
    closure
}

/// Removes the invisible groups in a value.
pub(crate) fn ungroup_value(mut value: Expr) -> Expr {
    Ungroup.visit_expr_mut(&mut value);
    value
}
