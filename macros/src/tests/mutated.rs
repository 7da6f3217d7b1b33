//! Random mutations of valid input. The macros never panic, and every error is located at a token of the input. The
//! seed is fixed. `MUTATIONS=1000000` tries more mutations.

mod corpus;
mod mutate;

use std::panic::{AssertUnwindSafe, catch_unwind};

use fastrand::Rng;
use proc_macro2::{Span, TokenStream, TokenTree, extra};
use quote::quote;

use self::mutate::Mutator;
use crate::input::{Function, is_block};
use crate::{defaults, derive_page, expand};

/// Returns the number of mutations.
fn count() -> usize {
    std::env::var("MUTATIONS").map_or(4_000, |count| count.parse().expect("a number"))
}

fn tokens(text: &str) -> TokenStream {
    text.parse().expect(text)
}

/// Counts accepted and rejected inputs. The test is only meaningful if both occur.
#[derive(Default)]
struct Tally {
    accepted: usize,
    rejected: usize,
}

impl Tally {
    fn count(&mut self, rejected: bool) {
        if rejected {
            self.rejected += 1;
        } else {
            self.accepted += 1;
        }
    }

    fn check(&self, count: usize) {
        assert_eq!(self.accepted + self.rejected, count);
        assert!(self.accepted * 20 > count && self.rejected * 20 > count, "{} of {count} accepted", self.accepted);
    }
}

/// Calls `check` `count` times with valid inputs and a mutator. It returns whether the mutated input was rejected.
fn run<T>(seed: u64, count: usize, corpus: fn() -> Vec<T>, check: impl Fn(&[T], &Mutator, &mut Rng) -> bool) {
    let mut random = Rng::with_seed(seed);
    let mut tally = Tally::default();
    let mut left = count;
    while left > 0 {
        let (inputs, mutator) = (corpus(), Mutator::new());
        for _ in 0..left.min(1_000) {
            tally.count(check(&inputs, &mutator, &mut random));
        }
        left = left.saturating_sub(1_000);
        drop((inputs, mutator));
        // Frees the parsed source text, which is possible if none of its tokens exists.
        extra::invalidate_current_thread_spans();
    }
    tally.check(count);
}

#[test]
fn no_mutated_attribute_or_method_panics() {
    run(5, count(), corpus::methods, |inputs, mutator, random| {
        let (args, item) = &inputs[random.usize(..inputs.len())];
        // An attribute on the method of another one is valid input too.
        let args = if random.u8(..8) == 0 { &inputs[random.usize(..inputs.len())].0 } else { args };
        let args = mutator.mutated(args, random);
        let item = if random.bool() { item.clone() } else { mutator.mutated(item, random) };
        check_method(&args, &item)
    });
}

/// Expands the attribute. Returns whether there are errors.
fn check_method(args: &TokenStream, item: &TokenStream) -> bool {
    let shown = || format!("#[paginated({args})]\n{item}");
    let output = catch_unwind(AssertUnwindSafe(|| expand::paginated(args.clone(), item)));
    let output = output.unwrap_or_else(|_| panic!("a panic at\n{}", shown()));
    assert!(begins_with(&output, item), "the item is not kept:\n{}\n{output}", shown());
    let errors = errors(&output);
    for span in &errors {
        assert!(is_written(*span) || item.is_empty(), "an error has no location:\n{}\n{output}", shown());
    }
    // A member of a trait or `impl` stays one.
    if is_member(item) {
        assert!(is_member(&output), "the output is not valid:\n{}\n{output}", shown());
    }
    let function = syn::parse2::<Function>(item.clone());
    // The compiler itself rejects the attribute on a block.
    assert!(function.is_ok() || is_block(item) || !errors.is_empty(), "no error:\n{}\n{output}", shown());
    if let Ok(function) = function {
        let is_twice = function.attrs.iter().any(|attr| attr.path().is_ident("paginated"));
        assert!(is_twice || has_second_function(&output, item), "no paginator:\n{}\n{output}", shown());
    }
    !errors.is_empty()
}

#[test]
fn no_mutated_client_with_defaults_panics() {
    run(555, count(), corpus::clients, |inputs, mutator, random| {
        let (args, item) = &inputs[random.usize(..inputs.len())];
        check_client(&mutator.mutated(args, random), &mutator.mutated(item, random))
    });
}

/// Adds the defaults. Returns whether there are errors, or the item is not a trait or an `impl` block.
fn check_client(args: &TokenStream, item: &TokenStream) -> bool {
    let output = catch_unwind(AssertUnwindSafe(|| defaults::expand(args, item)));
    let output = output.unwrap_or_else(|_| panic!("a panic at\n#[paginated({args})]\n{item}"));
    let Some(output) = output else { return true };
    let errors = errors(&output);
    for span in &errors {
        assert!(is_written(*span), "an error has no location:\n#[paginated({args})]\n{item}\n{output}");
    }
    let mut items: Vec<TokenTree> = item.clone().into_iter().collect();
    items.pop_if(|last| matches!(last, TokenTree::Group(_)));
    assert!(begins_with(&output, &items.into_iter().collect()), "the header is not kept:\n{item}\n{output}");
    !errors.is_empty()
}

#[test]
fn no_mutated_struct_panics() {
    run(55, count() / 4, corpus::structs, |inputs, mutator, random| {
        check_struct(&mutator.mutated(&inputs[random.usize(..inputs.len())], random))
    });
}

fn check_struct(item: &TokenStream) -> bool {
    let output = catch_unwind(AssertUnwindSafe(|| derive_page::derive(item)));
    let output = output.unwrap_or_else(|_| panic!("a panic at\n{item}"));
    let errors = errors(&output);
    for span in &errors {
        assert!(is_written(*span) || item.is_empty(), "an error has no location:\n{item}\n{output}");
    }
    // syn accepts some invalid syntax as verbatim tokens.
    assert!(syn::parse2::<syn::File>(output.clone()).is_ok(), "the output is not valid:\n{item}\n{output}");
    !errors.is_empty()
}

/// Returns the first and the last span of all errors.
fn errors(output: &TokenStream) -> Vec<Span> {
    let mut spans = Vec::new();
    let mut tokens = output.clone().into_iter();
    while let Some(token) = tokens.next() {
        match token {
            TokenTree::Ident(name) if name == "compile_error" => {
                spans.push(name.span());
                spans.extend(tokens.nth(1).map(|text| text.span()));
            }
            TokenTree::Group(group) => spans.extend(errors(&group.stream())),
            _ => {}
        }
    }
    spans
}

/// Returns whether the span is that of a parsed token, and not the call site.
fn is_written(span: Span) -> bool {
    span.source_text().is_some_and(|text| !text.is_empty())
}

fn begins_with(output: &TokenStream, item: &TokenStream) -> bool {
    let mut output = output.clone().into_iter();
    item.clone().into_iter().all(|token| output.next().is_some_and(|found| found.to_string() == token.to_string()))
}

fn is_member(tokens: &TokenStream) -> bool {
    syn::parse2::<syn::ItemImpl>(quote!(impl Client { #tokens })).is_ok()
}

/// Returns whether a function follows the item.
fn has_second_function(output: &TokenStream, item: &TokenStream) -> bool {
    let rest = output.clone().into_iter().skip(item.clone().into_iter().count());
    rest.into_iter().any(|token| matches!(token, TokenTree::Ident(word) if word == "fn"))
}
