//! A key is read, or refused by an error in our words; the fields that it is read as are names that Rust takes.

#![no_main]

use libfuzzer_sys::fuzz_target;
use paginated_fuzz::key;
use quote::ToTokens;

fuzz_target!(|text: &str| {
    match key(text) {
        Ok((wire, paths)) => {
            assert_eq!(wire, text);
            assert!(!paths.is_empty());
            for path in paths {
                assert!(!path.is_empty());
                for field in path {
                    syn::parse2::<syn::Member>(field.into_token_stream()).expect("a field's name");
                }
            }
        }
        Err(error) => assert!(!error.to_string().is_empty()),
    }
});
