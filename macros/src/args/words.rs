//! The attribute's text → its words, one by one, so that a bad one does not hide the others.

use proc_macro2::{Punct, TokenStream, TokenTree};
use quote::{ToTokens, quote};
use syn::ext::IdentExt;
use syn::parse::discouraged::Speculative;
use syn::parse::{ParseStream, Parser};
use syn::{Error, Expr, Ident, Lit, LitStr, Meta, MetaNameValue, Path, Result, Token, Type, braced, token};

use crate::mistake::{list, mistake, text};

/// The words that the attribute knows, and how each is used.
const WORDS: [(&str, &str); 12] = [
    ("input_token", "input_token = \"NextToken\""),
    ("output_token", "output_token = \"NextToken\""),
    ("result_key", "result_key = \"Sessions\""),
    ("limit_key", "limit_key = \"Limit\""),
    ("more_results", "more_results = \"IsTruncated\""),
    ("non_aggregate_keys", "non_aggregate_keys = [\"Prefix\"]"),
    ("item", "item = Session"),
    ("builder", "builder"),
    ("name", "name = list_sessions"),
    ("token_with", "token_with = my_module"),
    ("repeated_token", "repeated_token = \"stop\""),
    ("crate", "crate = my_crate::paginated"),
];

/// What could be read.
pub(super) struct ReadWords {
    /// Words that there are, each once and with a value if it takes one.
    pub(super) metas: Vec<Meta>,
    /// The words that were written, whatever follows them, and those that were meant by others.
    pub(super) written: Vec<String>,
}

pub(super) fn read(args: TokenStream, errors: &mut Vec<Error>) -> ReadWords {
    let mut words = Words::default();
    let parsed = (|input: ParseStream<'_>| words.read(input)).parse2(args);
    words.errors.extend(parsed.err());
    words.check_quoted();
    errors.append(&mut words.errors);
    let mut written = words.meant;
    written.extend(words.seen.iter().map(ToString::to_string));
    ReadWords { metas: words.metas, written }
}

#[derive(Default)]
struct Words {
    seen: Vec<Ident>,
    meant: Vec<String>,
    metas: Vec<Meta>,
    /// The options whose name stands in quotes, as in JSON, and how each is written here.
    quoted: Vec<(LitStr, String)>,
    errors: Vec<Error>,
}

impl Words {
    fn read(&mut self, input: ParseStream<'_>) -> Result<()> {
        while !input.is_empty() {
            if let Err(error) = self.word(input) {
                self.errors.push(error);
                skip_to_comma(input)?;
            }
            self.comma(input)?;
        }
        Ok(())
    }

    /// One word and its value.
    fn word(&mut self, input: ParseStream<'_>) -> Result<()> {
        if input.peek(token::Brace) {
            return self.braced(input);
        }
        if is_quoted(input) {
            return self.quoted(input);
        }
        let name = self.name(input)?;
        let is_new = self.check_name(&name, input);
        if name == "builder" {
            return self.flag(name, is_new, input);
        }
        let known = how(&name).is_some();
        if !input.peek(Token![=]) || input.peek(Token![==]) {
            return if known { Err(without_value(&name, input)?) } else { skip_to_comma(input) };
        }
        if !known {
            return skip_to_comma(input);
        }
        let eq_token: Token![=] = input.parse()?;
        let value = value(&name, eq_token, input)?;
        if is_new {
            self.metas.push(Meta::NameValue(MetaNameValue { path: Path::from(name), eq_token, value }));
        }
        Ok(())
    }

    /// `"input_token": "NextToken"`, as botocore's JSON has it.
    fn quoted(&mut self, input: ParseStream<'_>) -> Result<()> {
        let quoted: LitStr = input.parse()?;
        let name = quoted.parse_with(Ident::parse_any)?;
        let sign: Punct = input.parse()?;
        if input.peek(token::Brace) {
            return self.braced(input);
        }
        if !self.check_name(&name, input) {
            return skip_to_comma(input);
        }
        if name == "builder" {
            self.quoted.push((quoted, name.to_string()));
            self.metas.push(Meta::Path(Path::from(name)));
            return skip_to_comma(input);
        }
        let eq_token = Token![=](sign.span());
        let value = value(&name, eq_token, input)?;
        self.quoted.push((quoted, format!("{name} = {}", value.to_token_stream())));
        self.metas.push(Meta::NameValue(MetaNameValue { path: Path::from(name), eq_token, value }));
        Ok(())
    }

    /// Options in the braces of JSON.
    fn braced(&mut self, input: ParseStream<'_>) -> Result<()> {
        let inside;
        let braces = braced!(inside in input);
        let before = (self.quoted.len(), self.errors.len());
        self.read(&inside)?;
        if (self.quoted.len(), self.errors.len()) == before {
            self.errors.push(Error::new(braces.span.join(), text("options stand without braces", "remove the braces")));
        }
        Ok(())
    }

    /// All of them at once, for nobody writes only one so.
    fn check_quoted(&mut self) {
        let Some((first, _)) = self.quoted.first() else { return };
        let written: Vec<_> = self.quoted.iter().map(|(_, written)| written.as_str()).collect();
        let help = format!("write `{}`", written.join(", "));
        self.errors.push(mistake(first, "the name of an option stands without quotes, and `=` behind it", help));
    }

    fn name(&mut self, input: ParseStream<'_>) -> Result<Ident> {
        if let Ok(name) = input.call(Ident::parse_any) {
            return self.hyphenated(name, input);
        }
        if input.peek(Token![,]) {
            let comma: Token![,] = input.fork().parse()?;
            return Err(mistake(comma, "an option is missing before this `,`", "remove the `,`"));
        }
        let start: TokenTree = input.fork().parse()?;
        let help = match &start {
            TokenTree::Literal(_) if self.has_input_token(input) => {
                "remove it, or say what it is: a word and `=` stand before each value".to_owned()
            }
            TokenTree::Literal(literal) => {
                self.meant.push("input_token".to_owned());
                format!("say what it is, as in `input_token = {literal}`")
            }
            _ => "an option is a word and its value, as in `input_token = \"NextToken\"`".to_owned(),
        };
        Err(mistake(start, "expected the name of an option", help))
    }

    /// `name`, or the known one that was written with a `-`.
    fn hyphenated(&mut self, name: Ident, input: ParseStream<'_>) -> Result<Ident> {
        let rest = input.fork();
        if !rest.peek(Token![-]) || !rest.peek2(Ident) {
            return Ok(name);
        }
        let (hyphen, end): (Token![-], Ident) = (rest.parse()?, rest.parse()?);
        let Some((known, _)) = WORDS.iter().find(|(word, _)| *word == format!("{name}_{end}")) else { return Ok(name) };
        input.advance_to(&rest);
        let what = format!("`{name}-{end}` is written with `_`");
        self.errors.push(mistake(quote!(#name #hyphen #end), what, format!("write `{known}`")));
        Ok(Ident::new(known, name.span()))
    }

    /// Whether the token is named, before or behind this place.
    fn has_input_token(&self, input: ParseStream<'_>) -> bool {
        let is_it = |token: TokenTree| matches!(token, TokenTree::Ident(word) if word == "input_token");
        let rest: TokenStream = input.fork().parse().unwrap_or_default();
        self.seen.iter().any(|word| word == "input_token") || rest.into_iter().any(is_it)
    }

    /// Whether the word is one, and stands there for the first time.
    fn check_name(&mut self, name: &Ident, input: ParseStream<'_>) -> bool {
        if how(name).is_none() {
            self.errors.push(unknown(name, input));
            self.meant.extend(meant(&name.to_string()).map(str::to_owned));
            return false;
        }
        if let Some(first) = self.seen.iter().find(|seen| *seen == name) {
            let help = if takes_list(name) {
                format!("remove one, or name several keys in one list: `{name} = [\"…\", \"…\"]`")
            } else {
                "remove one of the two".to_owned()
            };
            self.errors.push(mistake(name, format!("`{name}` is set twice"), help));
            self.errors.push(Error::new_spanned(first, format!("`{name}` is set here first")));
            return false;
        }
        self.seen.push(name.clone());
        true
    }

    /// `builder`, which has no value.
    fn flag(&mut self, name: Ident, is_new: bool, input: ParseStream<'_>) -> Result<()> {
        if !input.is_empty() && !input.peek(Token![,]) {
            let value = rest_of_word(input)?;
            let help = "write `builder` alone where the request is a builder, and leave it out where it is not";
            return Err(mistake(value, "`builder` takes no value", help));
        }
        if is_new {
            self.metas.push(Meta::Path(Path::from(name)));
        }
        Ok(())
    }

    fn comma(&mut self, input: ParseStream<'_>) -> Result<()> {
        if input.is_empty() || input.parse::<Token![,]>().is_ok() {
            return Ok(());
        }
        // Another word: only the comma is missing.
        if let Ok(name) = input.fork().call(Ident::parse_any) {
            let what = format!("expected a `,` before `{name}`");
            self.errors.push(mistake(name, what, "options are separated by commas"));
            return Ok(());
        }
        let semicolon: Option<Token![;]> = input.parse()?;
        let found = match &semicolon {
            Some(semicolon) => semicolon.to_token_stream(),
            None => rest_of_word(input)?,
        };
        self.errors.push(mistake(found, "expected a `,` here", "options are separated by commas"));
        input.parse::<Option<Token![,]>>()?;
        Ok(())
    }
}

/// Whether a name in quotes and its value follow.
fn is_quoted(input: ParseStream<'_>) -> bool {
    let is_name = |text: LitStr| text.parse_with(Ident::parse_any).is_ok();
    input.fork().parse().is_ok_and(is_name) && (input.peek2(Token![:]) || input.peek2(Token![=]))
}

/// How a word is used, if it is one.
fn how(name: &Ident) -> Option<&'static str> {
    WORDS.iter().find(|(word, _)| name == word).map(|(_, how)| *how)
}

fn takes_list(name: &Ident) -> bool {
    ["input_token", "output_token", "result_key", "non_aggregate_keys"].iter().any(|word| name == word)
}

fn skip_to_comma(input: ParseStream<'_>) -> Result<()> {
    rest_of_word(input).map(drop)
}

/// What is left before the next comma.
fn rest_of_word(input: ParseStream<'_>) -> Result<TokenStream> {
    let mut rest = TokenStream::new();
    while !input.is_empty() && !input.peek(Token![,]) {
        rest.extend([input.parse::<TokenTree>()?]);
    }
    Ok(rest)
}

/// A word that the attribute does not know.
fn unknown(name: &Ident, input: ParseStream<'_>) -> Error {
    let word = name.to_string();
    let words: Vec<_> = WORDS.iter().map(|(word, _)| *word).collect();
    let help = match (elsewhere(&word), meant(&word)) {
        (Some(help), _) => format!("{help}\n= note: "),
        (None, Some(meant)) => format!("did you mean `{meant}`?\n= note: "),
        (None, None) => String::new(),
    };
    let help = format!("{help}the options are {}", list(&words, "and"));
    // A path is marked as a whole.
    let mut marked = name.to_token_stream();
    if input.peek(Token![::])
        && let Ok(path) = input.fork().call(rest_of_word)
    {
        marked = quote!(#name #path);
    }
    mistake(marked, format!("unknown option `{word}`"), help)
}

/// The word that the user means by one that is none.
fn meant(word: &str) -> Option<&'static str> {
    Some(match word {
        "token" | "next_token" | "cursor" | "marker" | "page_token" | "token_key" => "input_token",
        "next" | "output_key" | "next_page_token" => "output_token",
        "items" | "results" | "list" | "keys" | "data" => "result_key",
        "limit" | "size" | "max_results" | "page_size" => "limit_key",
        "more" | "has_more" | "is_truncated" | "truncated" => "more_results",
        "keep" | "first_page_keys" => "non_aggregate_keys",
        "ty" | "type" | "item_type" => "item",
        "rename" | "fn_name" | "method" => "name",
        "with" | "serde_with" | "codec" => "token_with",
        "runtime" | "krate" | "path" => "crate",
        "max_items" | "starting_token" => return None,
        _ => nearest(word)?,
    })
}

/// What is said on the paginator and not in the attribute.
fn elsewhere(word: &str) -> Option<&'static str> {
    Some(match word {
        "page_size" => {
            "the size is chosen by `.page_size(…)` on the paginator; where it goes in the request is `limit_key = \"…\"`"
        }
        "max_items" => "the number of items is chosen by `.max_items(…)` on the paginator",
        "starting_token" => "where to begin is chosen by `.starting_token(…)` on the paginator",
        _ => return None,
    })
}

fn nearest(word: &str) -> Option<&'static str> {
    let likeness = |known: &str| strsim::jaro_winkler(&word.to_lowercase(), known);
    let (known, _) = WORDS.iter().max_by(|a, b| likeness(a.0).total_cmp(&likeness(b.0)))?;
    (likeness(known) > 0.8).then_some(known)
}

/// A word without `= …`. It is known, so that it can be told what to write.
fn without_value(name: &Ident, input: ParseStream<'_>) -> Result<Error> {
    let how = how(name).unwrap_or_default();
    if input.is_empty() || input.peek(Token![,]) {
        return Ok(mistake(name, format!("`{name}` needs a value"), format!("write `{how}`")));
    }
    let what = format!("expected `=` after `{name}`");
    if input.peek(token::Paren) {
        let group: proc_macro2::Group = input.parse()?;
        return Ok(mistake(&group, what, format!("write `{name} = {}`", group.stream())));
    }
    if input.peek(Lit) {
        let value: Lit = input.parse()?;
        return Ok(mistake(&value, what, format!("write `{name} = {}`", value.to_token_stream())));
    }
    let found: TokenTree = input.parse()?;
    Ok(mistake(found, what, format!("write `{how}`")))
}

fn value(name: &Ident, eq_token: Token![=], input: ParseStream<'_>) -> Result<Expr> {
    let how = how(name).unwrap_or_default();
    if input.is_empty() || input.peek(Token![,]) {
        let what = format!("a value is missing after `{name} =`");
        return Err(mistake(quote!(#name #eq_token), what, format!("write `{how}`")));
    }
    if name == "item" {
        return item(input);
    }
    keyword(name, input)?;
    // In a fork, for what is left over inside of a list would be a second error.
    input.fork().parse::<Expr>().map_err(|_| not_a_value(name, &input.fork()))?;
    input.parse()
}

/// A type, which is not always an expression.
fn item(input: ParseStream<'_>) -> Result<Expr> {
    if input.peek(LitStr) {
        let text: LitStr = input.parse()?;
        let ty = text.value();
        let help = match syn::parse_str::<Type>(&ty) {
            Ok(_) => format!("write `item = {ty}`"),
            Err(_) => "write `item = Session`".to_owned(),
        };
        return Err(mistake(text, "`item` is a type, which stands without quotes", help));
    }
    let start = input.fork();
    if let Ok(ty) = input.parse::<Type>() {
        return Ok(Expr::Verbatim(ty.to_token_stream()));
    }
    let found = start.call(rest_of_word)?;
    let help = "write the type of one item, as in `item = Session`";
    Err(mistake(found, "expected a type after `item =`", help))
}

/// A keyword is no expression, and so no field path either.
fn keyword(name: &Ident, input: ParseStream<'_>) -> Result<()> {
    let fork = input.fork();
    let Ok(word) = fork.call(Ident::parse_any) else { return Ok(()) };
    let is_alone = fork.is_empty() || fork.peek(Token![,]) || fork.peek(Token![.]);
    let is_keyword = syn::parse2::<Ident>(word.to_token_stream()).is_err();
    let is_path = ["crate", "self", "super", "Self", "true", "false"].iter().any(|path| word == path);
    if !is_keyword || is_path || !is_alone {
        return Ok(());
    }
    let help = if name == "name" {
        format!("write `name = r#{word}`")
    } else {
        format!("write the field as `r#{word}`, or the wire name in quotes")
    };
    Err(mistake(&word, format!("`{word}` is a keyword"), help))
}

/// What stands after the `=` is no expression.
fn not_a_value(name: &Ident, start: ParseStream<'_>) -> Error {
    let how = how(name).unwrap_or_default();
    let found = start.call(rest_of_word).unwrap_or_default();
    mistake(found, format!("expected a value for `{name}`"), format!("write `{how}`"))
}
