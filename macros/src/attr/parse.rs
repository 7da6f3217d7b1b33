//! Parses the tokens of the attribute option by option, so that an invalid option does not hide the errors of the
//! others.

use proc_macro2::{Delimiter, Punct, TokenStream, TokenTree};
use quote::{ToTokens, quote};
use syn::ext::IdentExt;
use syn::parse::discouraged::Speculative;
use syn::parse::{ParseStream, Parser};
use syn::{Error, Expr, Ident, LitStr, Result, Token, Type, braced, token};

use super::options::{AnySetting, OptionMacro, OptionSpec, Options};
use super::suggest::{suggestion, unknown_option};
use super::value::ValueSyntax;
use crate::diagnostics::{Errors, error_with_help, format_message};
use crate::key::is_quoted_key;
use crate::util::tokens::{has_open_angle, starts_closure};

/// Parses the options of a macro. Errors are added to `errors`.
pub(crate) fn parse(option_macro: &OptionMacro, args: TokenStream, errors: &mut Errors) -> Options {
    let mut parser = OptionParser { option_macro, options: Options::default(), json_style: Vec::new(), errors };
    let parsed = (|input: ParseStream<'_>| parser.parse_options(input)).parse2(args);
    parser.errors.extend(parsed.err());
    parser.report_json_style();
    parser.options
}

/// An option as written, with the comma after it: `limit_key = "Limit",`. A comma that is missing is added.
pub(crate) struct WrittenOption {
    pub(crate) name: Ident,
    pub(crate) tokens: TokenStream,
}

/// Splits the options of a macro. Invalid tokens are kept, and the error about them is reported when the options are parsed.
pub(crate) fn split(args: &TokenStream) -> Vec<WrittenOption> {
    let split = |input: ParseStream<'_>| {
        let mut options = Vec::new();
        while !input.is_empty() {
            let json_name = |_| input.fork().parse::<LitStr>()?.parse_with(Ident::parse_any);
            let name = input.fork().call(Ident::parse_any).or_else(json_name);
            let name = name.unwrap_or_else(|_| Ident::new("unknown", input.span()));
            let value = tokens_until_comma(input)?;
            let comma = input.parse::<Option<Token![,]>>()?.unwrap_or_default();
            options.push(WrittenOption { name, tokens: quote!(#value #comma) });
        }
        Ok(options)
    };
    split.parse2(args.clone()).unwrap_or_default()
}

struct OptionParser<'a> {
    option_macro: &'a OptionMacro,
    options: Options,
    /// JSON-style options: the name in quotes, and the correct form of the option.
    json_style: Vec<(LitStr, TokenStream)>,
    errors: &'a mut Errors,
}

impl OptionParser<'_> {
    fn parse_options(&mut self, input: ParseStream<'_>) -> Result<()> {
        while !input.is_empty() {
            if let Err(error) = self.parse_option(input) {
                self.errors.push(error);
                tokens_until_comma(input)?;
            }
            self.parse_comma(input)?;
        }
        Ok(())
    }

    fn parse_option(&mut self, input: ParseStream<'_>) -> Result<()> {
        if input.peek(token::Brace) {
            return self.parse_braced(input);
        }
        let json_name = parse_json_name(input)?;
        let name = match &json_name {
            // The name of an operation: `"ListSessions": { "input_token": … }`.
            Some(_) if input.peek(token::Brace) => return self.parse_braced(input),
            Some((quoted, _)) => quoted.parse_with(Ident::parse_any)?,
            None => self.parse_name(input)?,
        };
        let Some(spec) = OptionSpec::find(&name) else { return self.report_unknown(&name, input) };
        self.option_macro.check_available(&name)?;
        let is_first = self.record_written(&name, spec);
        let value = match (spec.syntax, &json_name) {
            (ValueSyntax::NoValue, _) => {
                let value = tokens_until_comma(input)?;
                if !value.is_empty() && json_name.is_none() {
                    return Err(unexpected_value(spec, value));
                }
                None
            }
            (_, Some((_, colon))) => Some(parse_value(spec, &name, Token![=](colon.span()), input)?),
            (ValueSyntax::OptionalValue, None) if is_at_end(input) => None,
            _ if input.peek(Token![=]) && !input.peek(Token![==]) => {
                Some(parse_value(spec, &name, input.parse()?, input)?)
            }
            _ => return Err(missing_equals(spec, &name, input)),
        };
        if is_first {
            if let Some((quoted, _)) = json_name {
                let value = value.as_ref().map(|value| quote!(= #value));
                self.json_style.push((quoted, quote!(#name #value)));
            }
            // An invalid value is reported.
            self.errors.extend((spec.setting_mut)(&mut self.options).parse(value.as_ref(), spec.name).err());
        }
        Ok(())
    }

    /// Parses options in braces, as in JSON.
    fn parse_braced(&mut self, input: ParseStream<'_>) -> Result<()> {
        let content;
        let braces = braced!(content in input);
        let before = (self.json_style.len(), self.errors.len());
        self.parse_options(&content)?;
        if (self.json_style.len(), self.errors.len()) == before {
            let message = format_message("unexpected braces around the options", "remove the braces");
            self.errors.push(Error::new(braces.span.join(), message));
        }
        Ok(())
    }

    /// Reports all JSON-style options in one error.
    fn report_json_style(&mut self) {
        let Some((first, _)) = self.json_style.first() else { return };
        let options: Vec<_> = self.json_style.iter().map(|(_, option)| option.to_string()).collect();
        let help = format!("write `{}`", options.join(", "));
        self.errors.push(error_with_help(first, "expected an option name without quotes, followed by `=`", help));
    }

    fn parse_name(&mut self, input: ParseStream<'_>) -> Result<Ident> {
        if let Ok(name) = input.call(Ident::parse_any) {
            return self.parse_hyphenated(name, input);
        }
        if input.peek(Token![,]) {
            let comma: Token![,] = input.fork().parse()?;
            return Err(error_with_help(comma, "expected an option, found `,`", "remove the `,`"));
        }
        let start: TokenTree = input.fork().parse()?;
        // The skipped tokens may contain the paging style, so a missing one is not reported too.
        self.options.input_token.set_written();
        let help = match &start {
            TokenTree::Literal(literal) if literal.to_string().contains('=') => {
                "write options without quotes, as in `input_token = \"NextToken\"`".to_owned()
            }
            TokenTree::Literal(literal) => {
                format!("remove it, or write the name of an option and `=` before it: `… = {literal}`")
            }
            TokenTree::Group(group) if group.delimiter() == Delimiter::Parenthesis => {
                "remove the parentheses around the options".to_owned()
            }
            TokenTree::Group(_) => "remove the brackets around the options".to_owned(),
            _ => "write an option and its value, as in `input_token = \"NextToken\"`".to_owned(),
        };
        Err(error_with_help(start, "expected the name of an option", help))
    }

    /// Returns `name`, or the name of the option that was written with `-`, with `_` instead.
    fn parse_hyphenated(&mut self, name: Ident, input: ParseStream<'_>) -> Result<Ident> {
        if !input.peek(Token![-]) || !input.peek2(Ident) {
            return Ok(name);
        }
        let (mut written, mut joined) = (name.to_token_stream(), name.unraw().to_string());
        while input.peek(Token![-]) && input.peek2(Ident) {
            let (hyphen, part): (Token![-], Ident) = (input.parse()?, input.parse()?);
            joined = format!("{joined}_{}", part.unraw());
            written.extend(quote!(#hyphen #part));
        }
        if OptionSpec::find(joined.as_str()).is_some() {
            let hyphenated = written.to_string().replace(' ', "");
            let what = format!("expected `_` in the name of the option, found `-` in `{hyphenated}`");
            self.errors.push(error_with_help(written, what, format!("write `{joined}`")));
        }
        Ok(Ident::new(&joined, name.span()))
    }

    /// Reports an unknown option, and skips its value.
    fn report_unknown(&mut self, name: &Ident, input: ParseStream<'_>) -> Result<()> {
        let is_path = input.peek(Token![::]);
        let value = tokens_until_comma(input)?;
        let marked = if is_path { quote!(#name #value) } else { name.to_token_stream() };
        self.errors.push(unknown_option(name, marked, self.option_macro));
        if let Some(meant) = suggestion(&name.to_string(), self.option_macro) {
            (meant.setting_mut)(&mut self.options).set_written();
        }
        Ok(())
    }

    /// Records that an option is written, and returns `true`. If it was written before, reports that and returns `false`.
    fn record_written(&mut self, name: &Ident, spec: &OptionSpec) -> bool {
        let Some(first) = self.options.name_in_attribute(spec.name) else {
            self.options.names.push(name.clone());
            (spec.setting_mut)(&mut self.options).set_written();
            return true;
        };
        let help = match spec.syntax {
            ValueSyntax::KeyList => format!("remove one, or write a list of keys: `{name} = [\"…\", \"…\"]`"),
            _ => "remove one of them".to_owned(),
        };
        self.errors.push(error_with_help(name, format!("`{name}` is set twice"), help));
        self.errors.push(Error::new_spanned(first, format!("`{name}` is first set here")));
        false
    }

    fn parse_comma(&mut self, input: ParseStream<'_>) -> Result<()> {
        const HELP: &str = "separate options with commas";
        if input.is_empty() || input.parse::<Token![,]>().is_ok() {
            return Ok(());
        }
        // If an option follows, only the comma is missing.
        if let Ok(name) = input.fork().call(Ident::parse_any) {
            let what = format!("expected `,` before `{name}`");
            self.errors.push(error_with_help(name, what, HELP));
            return Ok(());
        }
        let semicolon: Option<Token![;]> = input.parse()?;
        let found = match &semicolon {
            Some(semicolon) => semicolon.to_token_stream(),
            None => tokens_until_comma(input)?,
        };
        self.errors.push(error_with_help(found, "expected `,`", HELP));
        input.parse::<Option<Token![,]>>()?;
        Ok(())
    }
}

/// Parses a name in quotes and the `:` or `=` after it, if they follow, as in botocore's JSON: `"input_token": "NextToken"`.
fn parse_json_name(input: ParseStream<'_>) -> Result<Option<(LitStr, Punct)>> {
    let is_name = |lit: LitStr| lit.parse_with(Ident::parse_any).is_ok();
    let follows = input.fork().parse().is_ok_and(is_name) && (input.peek2(Token![:]) || input.peek2(Token![=]));
    if follows { Ok(Some((input.parse()?, input.parse()?))) } else { Ok(None) }
}

/// Returns whether the current option ends here.
fn is_at_end(input: ParseStream<'_>) -> bool {
    input.is_empty() || input.peek(Token![,])
}

/// Consumes the tokens before the next comma that does not separate the parameters of a closure or of a type.
fn tokens_until_comma(input: ParseStream<'_>) -> Result<TokenStream> {
    let mut tokens = TokenStream::new();
    let mut closure_may_start = true;
    while !is_at_end(input) || has_open_angle(&tokens) && !is_before_option(input) {
        if closure_may_start {
            tokens.extend(closure_params(input));
        }
        // A closure begins after `=`, and `move` or `async` may precede its parameters.
        closure_may_start = input.peek(Token![=]) || closure_may_start && starts_closure(input);
        tokens.extend([input.parse::<TokenTree>()?]);
    }
    Ok(tokens)
}

/// Returns whether the input ends, or a comma follows that is the last token or precedes an option.
fn is_before_option(input: ParseStream<'_>) -> bool {
    let rest = input.fork();
    rest.parse::<Token![,]>().is_err()
        || rest.is_empty()
        || rest.call(Ident::parse_any).is_ok_and(|name| OptionSpec::find(&name).is_some())
}

/// Consumes the parameters of a closure before the second `|`, if they follow.
fn closure_params(input: ParseStream<'_>) -> Option<TokenStream> {
    let rest = input.fork();
    let mut params = rest.parse::<Token![|]>().ok()?.to_token_stream();
    while !rest.peek(Token![|]) {
        params.extend([rest.parse::<TokenTree>().ok()?]);
    }
    input.advance_to(&rest);
    Some(params)
}

/// Returns the error for the value of an option that takes none.
fn unexpected_value(spec: &OptionSpec, value: TokenStream) -> Error {
    let name = spec.name;
    let help = if value.to_string() == "= false" {
        format!("remove `{name}`")
    } else {
        format!("write `{name}` alone, or remove it")
    };
    error_with_help(value, format!("`{name}` takes no value"), help)
}

/// Returns the error for an option that is not followed by `=`.
fn missing_equals(spec: &OptionSpec, name: &Ident, input: ParseStream<'_>) -> Error {
    let found = if is_at_end(input) { None } else { input.parse::<TokenTree>().ok() };
    let Some(found) = found else {
        return error_with_help(name, format!("`{name}` needs a value"), spec.help());
    };
    let help = match &found {
        TokenTree::Group(group) if group.delimiter() == Delimiter::Parenthesis => {
            format!("write `{name} = {}`", group.stream())
        }
        TokenTree::Literal(value) => format!("write `{name} = {value}`"),
        _ => spec.help(),
    };
    error_with_help(found, format!("expected `=` after `{name}`"), help)
}

fn parse_value(spec: &OptionSpec, name: &Ident, eq_token: Token![=], input: ParseStream<'_>) -> Result<Expr> {
    if is_at_end(input) {
        let what = format!("a value is missing after `{name} =`");
        return Err(error_with_help(quote!(#name #eq_token), what, spec.help()));
    }
    if spec.syntax == ValueSyntax::Type {
        return parse_type(spec, input);
    }
    reject_keyword(spec, input)?;
    // The fork ensures that an error inside of a list is not followed by a second one about the remaining tokens.
    if let Err(error) = input.fork().parse::<Expr>() {
        let found = tokens_until_comma(&input.fork())?;
        if starts_closure(input) {
            let has_body = !found.to_string().ends_with('|');
            let (what, help) = if has_body {
                ("the closure is not a valid expression", "complete the expression after the parameters")
            } else {
                ("the closure has no body", "write an expression after the parameters")
            };
            return Err(error_with_help(found, what, help));
        }
        if error.to_string().starts_with("expected `,`") {
            return Err(Error::new(error.span(), format_message("expected `,`", "separate the keys with commas")));
        }
        let help = if found.to_string().replace(' ', "").contains(",,") {
            "remove one of the two commas".to_owned()
        } else {
            unquoted_key_help(spec, &found).unwrap_or_else(|| spec.help())
        };
        return Err(error_with_help(found, format!("expected a value for `{name}`"), help));
    }
    input.parse()
}

/// Returns the help for a key that is a value only in quotes: `@`, or `edges[].node`.
fn unquoted_key_help(spec: &OptionSpec, found: &TokenStream) -> Option<String> {
    let is_key = matches!(spec.syntax, ValueSyntax::Key | ValueSyntax::KeyList);
    let key = found.to_string().replace(' ', "");
    (is_key && is_quoted_key(&key)).then(|| format!("write it in quotes: `{} = \"{key}\"`", spec.name))
}

/// Parses a type, which is not always an expression.
fn parse_type(spec: &OptionSpec, input: ParseStream<'_>) -> Result<Expr> {
    let name = spec.name;
    if input.peek(LitStr) {
        let quoted: LitStr = input.parse()?;
        let ty = quoted.value();
        let help = match syn::parse_str::<Type>(&ty) {
            Ok(_) => format!("write `{name} = {ty}`"),
            Err(_) => spec.help(),
        };
        return Err(error_with_help(quoted, "expected a type, found a string", help));
    }
    let start = input.fork();
    if let Ok(ty) = input.parse::<Type>() {
        return Ok(Expr::Verbatim(ty.to_token_stream()));
    }
    let found = start.call(tokens_until_comma)?;
    Err(error_with_help(found, format!("expected a type after `{name} =`"), spec.help()))
}

/// Rejects a keyword, which is neither an expression nor a field path.
fn reject_keyword(spec: &OptionSpec, input: ParseStream<'_>) -> Result<()> {
    let fork = input.fork();
    let Ok(word) = fork.call(Ident::parse_any) else { return Ok(()) };
    let is_alone = is_at_end(&fork) || fork.peek(Token![.]);
    let is_keyword = syn::parse2::<Ident>(word.to_token_stream()).is_err();
    let is_expression = ["crate", "self", "super", "Self", "true", "false"].iter().any(|start| word == start);
    if !is_keyword || is_expression || !is_alone {
        return Ok(());
    }
    let help = match spec.syntax {
        ValueSyntax::Key | ValueSyntax::KeyList => {
            format!("write the field as `r#{word}`, or the wire name in quotes")
        }
        _ => format!("write `{} = r#{word}`", spec.name),
    };
    Err(error_with_help(&word, format!("`{word}` is a keyword"), help))
}
