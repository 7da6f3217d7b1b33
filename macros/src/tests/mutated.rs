//! Whatever stands in the attribute or under it, the macros answer: by an expansion, or by errors that stand on what the
//! user wrote. Good input is mutated at random, with a fixed seed; `MUTATIONS=1000000` tries more of it.

mod corpus;
mod mutate;

use std::panic::{AssertUnwindSafe, catch_unwind};

use fastrand::Rng;
use proc_macro2::{Span, TokenStream, TokenTree, extra};
use quote::quote;

use self::mutate::Mutator;
use crate::item::{Function, is_block};
use crate::{expand, page};

/// How many mutations are tried, if the environment does not say.
fn count() -> usize {
    std::env::var("MUTATIONS").map_or(4_000, |count| count.parse().expect("a number"))
}

fn tokens(text: &str) -> TokenStream {
    text.parse().expect(text)
}

/// How many inputs were expanded and how many were refused: a test of which one is none, tests little.
#[derive(Default)]
struct Tally {
    expanded: usize,
    refused: usize,
}

impl Tally {
    fn count(&mut self, refused: bool) {
        if refused {
            self.refused += 1;
        } else {
            self.expanded += 1;
        }
    }

    fn check(&self, count: usize) {
        assert_eq!(self.expanded + self.refused, count);
        assert!(self.expanded * 20 > count && self.refused * 20 > count, "{} of {count} expanded", self.expanded);
    }
}

/// Runs `check` on an input from `corpus` and the mutator, `count` times, and counts what it says.
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
        // Every text that was parsed stays in memory, until none of its tokens is used any more.
        extra::invalidate_current_thread_spans();
    }
    tally.check(count);
}

#[test]
fn no_attribute_and_no_method_panics() {
    run(5, count(), corpus::methods, |inputs, mutator, random| {
        let (args, item) = &inputs[random.usize(..inputs.len())];
        // The words of one attribute on the method of another are good input too.
        let args = if random.u8(..8) == 0 { &inputs[random.usize(..inputs.len())].0 } else { args };
        let args = mutator.mutated(args, random);
        let item = if random.bool() { item.clone() } else { mutator.mutated(item, random) };
        check_method(&args, &item)
    });
}

/// Expands, and says whether there were errors.
fn check_method(args: &TokenStream, item: &TokenStream) -> bool {
    let shown = || format!("#[paginated({args})]\n{item}");
    let output = catch_unwind(AssertUnwindSafe(|| expand::paginated(args.clone(), item)));
    let output = output.unwrap_or_else(|_| panic!("a panic at\n{}", shown()));
    assert!(begins_with(&output, item), "the item is not kept:\n{}\n{output}", shown());
    let errors = errors(&output);
    for span in &errors {
        assert!(is_written(*span) || item.is_empty(), "an error stands nowhere:\n{}\n{output}", shown());
    }
    // What stands in the trait or `impl` still does.
    if is_member(item) {
        assert!(is_member(&output), "the output is no code:\n{}\n{output}", shown());
    }
    let function = syn::parse2::<Function>(item.clone());
    // Of a block the compiler says itself that it takes no attribute.
    assert!(function.is_ok() || is_block(item) || !errors.is_empty(), "no error:\n{}\n{output}", shown());
    if let Ok(function) = function {
        let is_twice = function.attrs.iter().any(|attr| attr.path().is_ident("paginated"));
        assert!(is_twice || has_second_function(&output, item), "no paginator:\n{}\n{output}", shown());
    }
    !errors.is_empty()
}

#[test]
fn no_struct_panics() {
    run(55, count() / 4, corpus::structs, |inputs, mutator, random| {
        check_struct(&mutator.mutated(&inputs[random.usize(..inputs.len())], random))
    });
}

fn check_struct(item: &TokenStream) -> bool {
    let output = catch_unwind(AssertUnwindSafe(|| page::derive(item)));
    let output = output.unwrap_or_else(|_| panic!("a panic at\n{item}"));
    let errors = errors(&output);
    for span in &errors {
        assert!(is_written(*span) || item.is_empty(), "an error stands nowhere:\n{item}\n{output}");
    }
    // `verbatim` syntax is passed on as it is, and may be none.
    assert!(syn::parse2::<syn::File>(output.clone()).is_ok(), "the output is no code:\n{item}\n{output}");
    !errors.is_empty()
}

/// The spans of all errors: where `compile_error!` begins, and where it ends.
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

/// Whether the span is of a text that was parsed, and not of the attribute as a whole.
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

/// Whether a function stands beside the item.
fn has_second_function(output: &TokenStream, item: &TokenStream) -> bool {
    let beside = output.clone().into_iter().skip(item.clone().into_iter().count());
    beside.into_iter().any(|token| matches!(token, TokenTree::Ident(word) if word == "fn"))
}
