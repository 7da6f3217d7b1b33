//! Expands arbitrary attributes and items. The output is valid Rust code, and contains the item or an error.
//!
//! The input contains the arguments of the attribute, a line `---`, and the item. The item is also the input of `paginate!`.

#![no_main]

use libfuzzer_sys::{Corpus, fuzz_target};
use paginated_fuzz::{derive_page, is_too_deep, paginate, paginated};
use proc_macro2::TokenStream;
use syn::visit::Visit;

/// Returns `true` if the tokens are valid items of a file or a trait.
fn is_valid_code(tokens: &TokenStream) -> bool {
    let in_trait = quote::quote!(trait Any { #tokens });
    syn::parse2::<syn::File>(tokens.clone()).is_ok() || syn::parse2::<syn::File>(in_trait).is_ok()
}

/// Returns `true` if the item contains a trait object without `dyn`, such as `A + B`. `syn` accepts it only in some
/// positions, and Rust 2024 rejects it.
fn has_bare_trait_object(item: &TokenStream) -> bool {
    struct Finder(bool);
    impl<'a> Visit<'a> for Finder {
        fn visit_type_trait_object(&mut self, object: &'a syn::TypeTraitObject) {
            self.0 |= object.dyn_token.is_none();
        }
    }
    let mut finder = Finder(false);
    if let Ok(file) = syn::parse2(quote::quote!(trait Any { #item })) {
        finder.visit_file(&file);
    }
    if let Ok(file) = syn::parse2(item.clone()) {
        finder.visit_file(&file);
    }
    finder.0
}

fn has_error(output: &str) -> bool {
    output.contains("compile_error")
}

fuzz_target!(|text: &str| -> Corpus {
    let (args, item) = text.split_once("\n---\n").unwrap_or(("input_token = \"Token\", result_key = \"Items\"", text));
    let (Ok(args), Ok(item)) = (args.parse::<TokenStream>(), item.parse::<TokenStream>()) else {
        return Corpus::Reject;
    };
    let output = paginated(&args, &item);
    let expression = paginate(&item);
    if is_too_deep(&item) {
        // The expansion does not parse deep function bodies, so only panics are checked.
        derive_page(&item);
        return Corpus::Keep;
    }
    let text = output.to_string();
    if is_valid_code(&item) && !has_bare_trait_object(&item) {
        assert!(is_valid_code(&output), "{text}");
        // Without an error, the output contains the unchanged function. In a trait or an impl, the attributes of the methods change.
        let is_function =
            syn::parse2::<syn::ItemFn>(item.clone()).is_ok() || syn::parse2::<syn::TraitItemFn>(item.clone()).is_ok();
        assert!(has_error(&text) || !is_function || text.contains(&item.to_string()), "{text}");
    } else {
        assert!(item.is_empty() || !text.is_empty());
    }
    assert!(syn::parse2::<syn::Expr>(expression.clone()).is_ok(), "{expression}");
    let derived = derive_page(&item);
    assert!(syn::parse2::<syn::File>(derived.clone()).is_ok(), "{derived}");
    Corpus::Keep
});
