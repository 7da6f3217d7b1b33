//! Whatever stands in the attribute and below it: what is written is code, or an error beside what was there.
//!
//! The input is the attribute's words, a line `---`, and the item.

#![no_main]

use libfuzzer_sys::{Corpus, fuzz_target};
use paginated_fuzz::{derive_page, is_too_deep, paginated};
use proc_macro2::TokenStream;
use syn::visit::Visit;

/// Items as they may stand in a file or in a trait.
fn is_code(tokens: &TokenStream) -> bool {
    let in_trait = quote::quote!(trait Any { #tokens });
    syn::parse2::<syn::File>(tokens.clone()).is_ok() || syn::parse2::<syn::File>(in_trait).is_ok()
}

/// `A + B` without `dyn`, which `syn` takes for a type where it stands alone only, and Rust nowhere.
fn has_bare_trait_object(item: &TokenStream) -> bool {
    struct Find(bool);
    impl<'a> Visit<'a> for Find {
        fn visit_type_trait_object(&mut self, object: &'a syn::TypeTraitObject) {
            self.0 |= object.dyn_token.is_none();
        }
    }
    let mut find = Find(false);
    if let Ok(file) = syn::parse2(quote::quote!(trait Any { #item })) {
        find.visit_file(&file);
    }
    if let Ok(file) = syn::parse2(item.clone()) {
        find.visit_file(&file);
    }
    find.0
}

fn is_error(written: &str) -> bool {
    written.contains("compile_error")
}

fuzz_target!(|text: &str| -> Corpus {
    let (args, item) = text.split_once("\n---\n").unwrap_or(("input_token = \"Token\", result_key = \"Items\"", text));
    let (Ok(args), Ok(item)) = (args.parse::<TokenStream>(), item.parse::<TokenStream>()) else {
        return Corpus::Reject;
    };
    let written = paginated(args, &item);
    if is_too_deep(&item) {
        // The body may be, which is not read here either.
        derive_page(&item);
        return Corpus::Keep;
    }
    let text = written.to_string();
    if is_code(&item) && !has_bare_trait_object(&item) {
        assert!(is_code(&written), "{text}");
        // The item is there, whatever is wrong with the attribute.
        assert!(is_error(&text) || text.contains(&item.to_string()), "{text}");
    } else {
        assert!(item.is_empty() || !text.is_empty());
    }
    let derived = derive_page(&item);
    assert!(syn::parse2::<syn::File>(derived.clone()).is_ok(), "{derived}");
    Corpus::Keep
});
