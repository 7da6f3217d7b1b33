//! Checks of the page type, and of keys that do not fit it.

use syn::{Error, Member, Type, TypeTuple};

use super::conflicts;
use crate::attr::{AnySetting, Options, RESPONSE_KEYS, RESPONSE_LISTS};
use crate::diagnostics::{Errors, error_with_help, push_unique, type_to_string};
use crate::input::AnalyzedSignature;
use crate::key::Key;
use crate::util::ty::{
    StdType, argument_of, is_collection, last_segment, probable_page, result_types, ungroup_type, unwrapped,
};

/// Rejects a page without the fields that the keys name, or whose fields cannot be taken. It then removes
/// the type of the result, so that callers get no second error.
pub(super) fn check(options: &Options, signature: &mut AnalyzedSignature, errors: &mut Errors) {
    let Some(result) = &signature.result_type else { return };
    let Some(page) = probable_page(result) else { return };
    if let Some(error) = page_type_error(page, result, options, signature) {
        errors.push(error);
        signature.result_type = None;
    } else if is_list(page) {
        check_fields_of_a_list(page, options, errors);
    }
}

/// Returns whether a response is itself a list.
fn is_list(page: &Type) -> bool {
    ["Vec", "VecDeque"].iter().any(|list| argument_of(page, list).is_some())
}

/// Returns the error for one of these types of pages:
///
/// - a response of tonic, whose fields are private
/// - a slice, a `str`, or a trait object, which no function can return by value
/// - an `Arc`, an `Rc`, or a shared reference, out of which no item can be moved
/// - a list, if `result_key` names a field
/// - without `item`, another type that is known to lack the field that `result_key` names
fn page_type_error(page: &Type, result: &Type, options: &Options, signature: &AnalyzedSignature) -> Option<Error> {
    let printed = type_to_string(page);
    let key = options.result_key.keys().first();
    if let Some(error) = tonic_error(page, result, options) {
        return Some(error);
    }
    // The argument of an alias may be a part of the page, such as the `[T]` of a `Result<Box<[T]>, E>`.
    let is_alias = last_segment(result).is_none_or(|segment| segment.ident != "Result");
    if let Some(owned) = owned_form(page).filter(|_| !is_alias) {
        return Some(error_with_help(page, format!("`{printed}` cannot be returned by value"), return_help(&owned)));
    }
    let argument_of_any = |names: &[&str]| names.iter().find_map(|name| argument_of(page, name));
    let is_list = is_list(page);
    let needs_field =
        key.is_some_and(|key| !key.name_without_index().is_empty()) && (is_list || !options.item.is_written());
    let is_borrowed = matches!(page, Type::Reference(reference) if reference.mutability.is_none()) && key.is_some();
    let is_shared = argument_of_any(&["Arc", "Rc"]).is_some() && has_response_path(options);
    // The fields of a page in an `Arc` can never be taken, nor the items of a borrowed one.
    if !needs_field && !is_shared && !is_borrowed {
        return None;
    }
    let (what, help) = if signature.is_type_param(page) {
        let help = return_help("ListOutput");
        (format!("cannot determine the item type of `{printed}`"), help)
    } else if let Some(inner) = argument_of_any(&["Result", "Arc", "Rc"]) {
        let page = owned_form(inner).unwrap_or_else(|| type_to_string(inner));
        (format!("expected a page, found `{printed}`"), return_help(&page))
    } else if is_list {
        let help = "write `result_key = \"@\"`, which is the response itself".to_owned();
        (format!("`{printed}` has no fields"), help)
    } else if is_borrowed {
        let help = "return the page by value, because its items are moved out of it".to_owned();
        (format!("expected a page, found `{printed}`"), help)
    } else if matches!(StdType::of(page), Some(StdType::String | StdType::Number)) {
        let help = "return a struct with the fields that the keys name".to_owned();
        (format!("`{printed}` has no fields"), help)
    } else if let Type::Tuple(tuple) = page {
        return missing_tuple_field(tuple, key?);
    } else {
        return None;
    };
    Some(error_with_help(page, what, help))
}

fn return_help(page: &str) -> String {
    format!("write the type of the page, as in `Result<{page}, Error>`")
}

/// Returns a type that can be returned instead of an unsized one.
fn owned_form(ty: &Type) -> Option<String> {
    match ungroup_type(ty) {
        Type::Slice(slice) => Some(format!("Vec<{}>", type_to_string(&slice.elem))),
        Type::TraitObject(_) => Some("ListOutput".to_owned()),
        ty => last_segment(ty).filter(|last| last.ident == "str").map(|_| "String".to_owned()),
    }
}

/// Rejects keys that name a field of a response that is a list.
fn check_fields_of_a_list(page: &Type, options: &Options, errors: &mut Errors) {
    let keys = |option| conflicts::keys(options, option).iter().map(move |key| (option, key));
    for (option, key) in RESPONSE_KEYS.into_iter().flat_map(keys) {
        let mut first_steps = key.paths.iter().filter_map(|path| path.steps.first());
        if let Some(step) = first_steps.find(|step| step.field.is_some()) {
            let what = format!("`{}` has no field `{}`", type_to_string(page), step.name);
            let help = if option == "output_token" {
                "name a field of the last item, as in `output_token = \"[-1].id\"`, or return a struct with this field and the list"
            } else {
                "return a struct with this field and the list"
            };
            push_unique(errors, key.error(what, help));
        }
    }
}

/// Returns whether any key of the response is a path, and not a closure.
fn has_response_path(options: &Options) -> bool {
    let response_options = RESPONSE_LISTS.into_iter().chain(RESPONSE_KEYS);
    response_options.flat_map(|option| conflicts::keys(options, option)).any(|key| !key.is_closure())
}

/// Returns the error for a page `tonic::Response<T>`, which has no public fields. Without its path, it is recognized by its error,
/// `Status`, unless `item` names the item type of another `Response`.
fn tonic_error(page: &Type, result: &Type, options: &Options) -> Option<Error> {
    let (Type::Path(path), (_, error)) = (page, result_types(result)?) else { return None };
    let is_tonic = path.path.segments.first().is_some_and(|first| first.ident == "tonic");
    let is_status = last_segment(error).is_some_and(|last| last.ident == "Status");
    // A closure can call the methods of the page.
    let has_closure = options.result_key.keys().first().is_some_and(Key::is_closure);
    if has_closure || !is_tonic && (!is_status || options.item.is_written()) {
        return None;
    }
    let (message, error) = (type_to_string(argument_of(page, "Response")?), type_to_string(error));
    let own = if is_tonic { "" } else { "; if the `Response` is not that of tonic, write `item` as well" };
    let help = format!("write `Result<{message}, {error}>`, and return the message: `.map(Response::into_inner)`{own}");
    Some(error_with_help(
        page,
        format!("expected a page, found `{}`, whose fields are private", type_to_string(page)),
        help,
    ))
}

/// Returns the error for a key that does not name a field of the tuple.
fn missing_tuple_field(tuple: &TypeTuple, key: &Key) -> Option<Error> {
    let step = key.paths.first()?.steps.first()?;
    let is_field = matches!(&step.field, Some(Member::Unnamed(index)) if (index.index as usize) < tuple.elems.len());
    let what = format!("`{}` has no field `{}`", type_to_string(tuple), step.name);
    let help = if let Some(position) = tuple.elems.iter().position(|ty| is_collection(unwrapped(ty))) {
        format!("write the position of the list: `result_key = {position}`")
    } else if let Some(position) = tuple.elems.iter().position(|ty| StdType::of(unwrapped(ty)).is_none()) {
        format!("write the position of the struct before it, as in `result_key = {position}.{}`", step.field_name())
    } else {
        "return the page, as in `Result<ListOutput, Error>`".to_owned()
    };
    (!is_field).then(|| key.error(what, help))
}
