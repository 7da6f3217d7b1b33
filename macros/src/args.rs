//! The words of the attribute, each value with its span. Nothing is checked here but that a value is of its kind.

mod value;
mod words;

use darling::FromMeta;
use darling::ast::NestedMeta;
use darling::util::Flag;
use proc_macro2::TokenStream;

use self::value::Read;
pub(crate) use self::value::{ItemType, Keys, ModulePath, Name, OneKey, RepeatedToken};

/// The attribute as written. A value that is none is an error of its own, which does not hide the others'.
#[derive(FromMeta)]
struct Words {
    #[darling(default)]
    input_token: Option<Read<Keys>>,
    #[darling(default)]
    output_token: Option<Read<Keys>>,
    #[darling(default)]
    result_key: Option<Read<Keys>>,
    #[darling(default)]
    limit_key: Option<Read<OneKey>>,
    #[darling(default)]
    more_results: Option<Read<OneKey>>,
    #[darling(default)]
    non_aggregate_keys: Option<Read<Keys>>,
    #[darling(default)]
    item: Option<Read<ItemType>>,
    #[darling(default)]
    builder: Flag,
    #[darling(default)]
    name: Option<Read<Name>>,
    #[darling(default)]
    token_with: Option<Read<ModulePath>>,
    #[darling(default)]
    repeated_token: Option<Read<RepeatedToken>>,
    #[darling(default, rename = "crate")]
    runtime: Option<Read<ModulePath>>,
}

/// What of the attribute could be read.
pub(crate) struct Args {
    pub(crate) input_token: Option<Keys>,
    pub(crate) output_token: Option<Keys>,
    pub(crate) result_key: Option<Keys>,
    pub(crate) limit_key: Option<OneKey>,
    pub(crate) more_results: Option<OneKey>,
    pub(crate) non_aggregate_keys: Option<Keys>,
    pub(crate) item: Option<ItemType>,
    pub(crate) builder: Flag,
    pub(crate) name: Option<Name>,
    pub(crate) token_with: Option<ModulePath>,
    pub(crate) repeated_token: Option<RepeatedToken>,
    pub(crate) runtime: Option<ModulePath>,
    /// The words that are there, also those whose value is none.
    written: Vec<String>,
}

impl Args {
    /// Whether the word is there, be its value right or wrong.
    pub(crate) fn has(&self, word: &str) -> bool {
        self.written.iter().any(|written| written == word)
    }
}

/// Reads the attribute. What is missing could not be read, and is in `errors` or was not written.
pub(crate) fn parse(args: TokenStream, errors: &mut Vec<syn::Error>) -> Args {
    let read = words::read(args, errors);
    let metas: Vec<_> = read.metas.into_iter().map(NestedMeta::Meta).collect();
    // Names, repetitions and forms were looked at before, and values keep their errors to themselves: nothing is left
    // that could be wrong here, but darling cannot know.
    let words = Words::from_list(&metas).or_else(|error| {
        errors.extend(error.flatten().into_iter().map(syn::Error::from));
        Words::from_list(&[])
    });
    let words = words.expect("no word is required");
    Args {
        input_token: Read::value(words.input_token, errors),
        output_token: Read::value(words.output_token, errors),
        result_key: Read::value(words.result_key, errors),
        limit_key: Read::value(words.limit_key, errors),
        more_results: Read::value(words.more_results, errors),
        non_aggregate_keys: Read::value(words.non_aggregate_keys, errors),
        item: Read::value(words.item, errors),
        builder: words.builder,
        name: Read::value(words.name, errors),
        token_with: Read::value(words.token_with, errors),
        repeated_token: Read::value(words.repeated_token, errors),
        runtime: Read::value(words.runtime, errors),
        written: read.written,
    }
}
