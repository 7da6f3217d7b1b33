//! What is done to good input.

use fastrand::Rng;
use proc_macro2::{Delimiter, Group, Span, TokenStream, TokenTree};

/// What is put where it should not be.
const STRANGERS: &str = r##"
    , ; = == => -> . .. ... :: : | || & && * ? # ! < > _ $ - + @ ' 'a '_ 'static
    0 1.0 0.1 -1 1u8 99999999999999999999 "" "NextToken" "A..B" "A[-1]" "A ||" "é \u{0} \" " r#"a"# "x"y b"b" c"c" 'c' true
    self Self super crate r#type type gen fn async await const unsafe extern pub impl dyn where for mut ref struct
    enum union trait mod move match if in let static loop macro_rules auto default safe raw box yield try
    input_token output_token result_key limit_key more_results non_aggregate_keys item builder name token_with
    repeated_token page paginated cfg doc deprecated expect forbid inp Input Option Result Output Error
    () [] {} (,) [,] (()) [a; 1] {a} (A) [page] [page()] [page(crate)] [paginated] [paginated()] [cfg_attr(a, b)] {async {}}
"##;

/// Changes streams of tokens, one change at a time.
pub(super) struct Mutator {
    strangers: Vec<TokenTree>,
}

impl Mutator {
    pub(super) fn new() -> Self {
        Self { strangers: STRANGERS.parse::<TokenStream>().expect("tokens").into_iter().collect() }
    }

    /// The stream with no change at all, with one, or with several.
    pub(super) fn mutated(&self, stream: &TokenStream, random: &mut Rng) -> TokenStream {
        let mut stream = stream.clone();
        while random.bool() {
            stream = self.mutate(stream, random);
        }
        stream
    }

    /// The stream with one token deleted, doubled, swapped, replaced, added, grouped, or changed inside.
    fn mutate(&self, stream: TokenStream, random: &mut Rng) -> TokenStream {
        let mut tokens: Vec<TokenTree> = stream.into_iter().collect();
        if tokens.is_empty() {
            return self.stranger(random).into();
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
            4 => tokens.insert(at, self.stranger(random)),
            5 => tokens[at] = self.stranger(random),
            _ => {
                // What a `macro_rules!` passes on, or what was put in brackets.
                let delimiters = [Delimiter::None, Delimiter::Parenthesis, Delimiter::Bracket, Delimiter::Brace];
                let span = tokens[at].span();
                let end = other.max(at) + 1;
                let inner = tokens.splice(at..end, []).collect();
                tokens.insert(at, grouped(delimiters[random.usize(..4)], inner, span));
            }
        }
    }

    fn stranger(&self, random: &mut Rng) -> TokenTree {
        self.strangers[random.usize(..self.strangers.len())].clone()
    }
}

fn grouped(delimiter: Delimiter, stream: TokenStream, span: Span) -> TokenTree {
    let mut group = Group::new(delimiter, stream);
    group.set_span(span);
    group.into()
}
