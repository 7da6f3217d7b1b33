//! The annotated function: its signature is read, its body kept as it is, so that half-typed bodies survive.

use proc_macro2::{Delimiter, Ident, TokenStream, TokenTree};
use quote::{ToTokens, quote};
use syn::parse::{Parse, ParseStream};
use syn::visit_mut::{self, VisitMut};
use syn::{Attribute, Error, Signature, Type, Visibility, parse_quote};

use crate::mistake::mistake;

/// A function or method.
#[derive(Clone)]
pub(crate) struct Function {
    pub(crate) attrs: Vec<Attribute>,
    pub(crate) vis: Visibility,
    pub(crate) signature: Signature,
    /// A block, or a `;`.
    body: TokenStream,
}

impl Function {
    /// Whether the function is declared and not defined, as in a trait.
    pub(crate) fn is_declared(&self) -> bool {
        !matches!(self.body.clone().into_iter().next(), Some(TokenTree::Group(_)))
    }

    /// The function's tokens, of which `item` lacks the `;` where the user did not write it: that is the compiler's to say.
    pub(crate) fn ended(&self, item: &TokenStream) -> TokenStream {
        let end = self.body.is_empty().then(|| quote!(;));
        quote!(#item #end)
    }

    /// Whether the function speaks of `Self`, and so is associated.
    pub(crate) fn mentions_self(&self) -> bool {
        mentions(self.signature.to_token_stream(), &|word| word == "Self") || body_mentions_self(self.body.clone())
    }
}

/// Whether a body speaks of the `Self` around it, and not of that of an item inside.
fn body_mentions_self(body: TokenStream) -> bool {
    let mut tokens = body.into_iter();
    while let Some(token) = tokens.next() {
        match token {
            TokenTree::Ident(word) if ["impl", "trait", "struct", "enum"].iter().any(|item| word == item) => {
                tokens.by_ref().find(ends_item);
            }
            TokenTree::Ident(word) if word == "Self" => return true,
            TokenTree::Group(group) if body_mentions_self(group.stream()) => return true,
            _ => {}
        }
    }
    false
}

fn ends_item(token: &TokenTree) -> bool {
    match token {
        TokenTree::Group(group) => group.delimiter() == Delimiter::Brace,
        TokenTree::Punct(punct) => punct.as_char() == ';',
        _ => false,
    }
}

/// Whether one of the words in `tokens` is such.
pub(crate) fn mentions(tokens: TokenStream, is_such: &dyn Fn(&Ident) -> bool) -> bool {
    tokens.into_iter().any(|token| match token {
        TokenTree::Ident(ident) => is_such(&ident),
        TokenTree::Group(group) => mentions(group.stream(), is_such),
        _ => false,
    })
}

impl Parse for Function {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let attrs = input.call(Attribute::parse_outer)?;
        let vis = input.parse()?;
        let mut signature = input.parse()?;
        Ungroup.visit_signature_mut(&mut signature);
        Ok(Self { attrs, vis, signature, body: input.parse()? })
    }
}

/// Takes types out of the groups in which a `macro_rules!` passes them on.
struct Ungroup;

impl VisitMut for Ungroup {
    fn visit_type_mut(&mut self, ty: &mut Type) {
        if let Type::Group(group) = ty {
            let inner = group.elem.clone();
            let has_bounds = matches!(*inner, Type::TraitObject(_) | Type::ImplTrait(_));
            *ty = if has_bounds { parse_quote!((#inner)) } else { *inner };
        }
        visit_mut::visit_type_mut(self, ty);
    }
}

/// What stands before a function's body.
pub(crate) fn header(item: &TokenStream) -> TokenStream {
    item.clone().into_iter().take_while(|token| !is_braced(token)).collect()
}

/// Whether the item is none, but a block.
pub(crate) fn is_block(item: &TokenStream) -> bool {
    item.clone().into_iter().next().is_some_and(|token| is_braced(&token))
}

fn is_braced(token: &TokenTree) -> bool {
    matches!(token, TokenTree::Group(group) if group.delimiter() == Delimiter::Brace)
}

/// Whether the item is a part of a mock, onto which `automock` copies the attributes of the method: a function that speaks of
/// `__mock_MockClient`, or a module `__describe_sessions`.
pub(crate) fn is_mocked(item: &TokenStream) -> bool {
    let words: Vec<_> = words(&header(item)).map(|word| word.to_string()).collect();
    let is_module = |pair: &[String]| pair[0] == "mod" && pair[1].starts_with("__");
    words.iter().any(|word| word.starts_with("__mock_")) || words.windows(2).any(is_module)
}

fn words(tokens: &TokenStream) -> impl Iterator<Item = Ident> {
    tokens.clone().into_iter().filter_map(|token| match token {
        TokenTree::Ident(ident) => Some(ident),
        _ => None,
    })
}

/// What stands under the attribute, where it is no function; or a function that could not be read, for `error`.
pub(crate) fn misplaced(item: &TokenStream, error: Error) -> Error {
    let mut words = words(item).skip_while(|word| word == "pub" || word == "unsafe" || word == "default");
    let help = "put `#[paginated(…)]` on the method or function that asks for one page";
    let what = words.find_map(|word| Some((kind(&word.to_string())?, word)));
    match what {
        Some((Kind::Function, _)) => error,
        Some((Kind::Generator, word)) => {
            let help = "write an `async fn` that asks for one page; its paginator gives the items of all of them";
            mistake(word, "a generator cannot be paginated: it gives many values, and a page is one", help)
        }
        Some((Kind::Other(kind), word)) => mistake(word, format!("{kind} cannot be paginated"), help),
        None => mistake(item, "only a method or a function can be paginated", help),
    }
}

/// What an item is, by a word that it has.
enum Kind {
    Function,
    Generator,
    Other(&'static str),
}

fn kind(word: &str) -> Option<Kind> {
    Some(Kind::Other(match word {
        "fn" => return Some(Kind::Function),
        "gen" => return Some(Kind::Generator),
        "struct" => "a struct",
        "enum" => "an enum",
        "union" => "a union",
        "trait" => "a trait",
        "impl" => "an `impl` block",
        "mod" => "a module",
        "const" => "a constant",
        "static" => "a static",
        "type" => "a type",
        "use" => "an import",
        "let" => "a variable",
        "macro_rules" => "a macro",
        _ => return None,
    }))
}
