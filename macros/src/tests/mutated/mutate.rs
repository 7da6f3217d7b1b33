//! Mutations of tokens.

use fastrand::Rng;
use proc_macro2::{Delimiter, Group, Span, TokenStream, TokenTree};

use super::tokens;
use crate::attr;

/// Tokens that are inserted anywhere, with the names of all options.
const FOREIGN_TOKENS: &str = r##"
    , ; = == => -> . .. ... :: : | || & && * ? # ! < > _ $ - + @ ' 'a '_ 'static
    0 1.0 0.1 -1 1u8 99999999999999999999 "" "NextToken" "A..B" "A[-1]" "A ||" "é \u{0} \" " r#"a"# "x"y b"b" c"c" 'c' true
    self Self super crate r#type type gen fn async await const unsafe extern pub impl dyn where for mut ref struct
    enum union trait mod move match if in let static loop macro_rules auto default safe raw box yield try
    page paginated cfg doc deprecated expect forbid inp Input Option Result Output Error
    () [] {} (,) [,] (()) [a; 1] {a} (A) [page] [page()] [page(crate)] [paginated] [paginated()] [cfg_attr(a, b)] {async {}}
"##;

/// Mutates streams of tokens.
pub(super) struct Mutator {
    foreign_tokens: Vec<TokenTree>,
}

impl Mutator {
    pub(super) fn new() -> Self {
        let options: TokenStream = attr::PAGINATED.names().map(tokens).collect();
        Self { foreign_tokens: tokens(FOREIGN_TOKENS).into_iter().chain(options).collect() }
    }

    /// Returns the stream with any number of mutations.
    pub(super) fn mutated(&self, stream: &TokenStream, random: &mut Rng) -> TokenStream {
        let mut stream = stream.clone();
        while random.bool() {
            stream = self.mutate(stream, random);
        }
        stream
    }

    /// Deletes, duplicates, replaces, or inserts a token, swaps two, groups several, or mutates the tokens of a group.
    fn mutate(&self, stream: TokenStream, random: &mut Rng) -> TokenStream {
        let mut tokens: Vec<TokenTree> = stream.into_iter().collect();
        if tokens.is_empty() {
            return self.foreign_token(random).into();
        }
        let at = random.usize(..tokens.len());
        match &tokens[at] {
            TokenTree::Group(group) if random.u8(..8) > 0 => {
                let stream = self.mutate(group.stream(), random);
                tokens[at] = grouped(group.delimiter(), stream, group.span());
            }
            _ => self.mutate_at(at, &mut tokens, random),
        }
        tokens.into_iter().collect()
    }

    fn mutate_at(&self, at: usize, tokens: &mut Vec<TokenTree>, random: &mut Rng) {
        let other = random.usize(..tokens.len());
        match random.u8(..7) {
            0 => drop(tokens.remove(at)),
            1 => tokens.insert(at, tokens[at].clone()),
            2 => tokens.swap(at, other),
            3 => tokens.truncate(at),
            4 => tokens.insert(at, self.foreign_token(random)),
            5 => tokens[at] = self.foreign_token(random),
            _ => {
                // Groups tokens in brackets, or in an invisible group.
                let delimiters = [Delimiter::None, Delimiter::Parenthesis, Delimiter::Bracket, Delimiter::Brace];
                let span = tokens[at].span();
                let end = other.max(at) + 1;
                let inner = tokens.splice(at..end, []).collect();
                tokens.insert(at, grouped(delimiters[random.usize(..4)], inner, span));
            }
        }
    }

    fn foreign_token(&self, random: &mut Rng) -> TokenTree {
        self.foreign_tokens[random.usize(..self.foreign_tokens.len())].clone()
    }
}

fn grouped(delimiter: Delimiter, stream: TokenStream, span: Span) -> TokenTree {
    let mut group = Group::new(delimiter, stream);
    group.set_span(span);
    group.into()
}
