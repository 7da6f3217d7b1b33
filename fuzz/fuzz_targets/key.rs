//! Parses arbitrary keys. A key is rejected with an error, or its fields are valid Rust field names.

#![no_main]

use libfuzzer_sys::fuzz_target;
use paginated_fuzz::parse_key;
use quote::ToTokens;

fuzz_target!(|text: &str| {
    match parse_key(text) {
        Ok((name, paths)) => {
            assert_eq!(name, text.strip_prefix('!').map_or(text, |name| name.trim_start_matches(' ')));
            assert!(!paths.is_empty());
            for path in paths {
                for field in path {
                    syn::parse2::<syn::Member>(field.into_token_stream()).expect("a valid field name");
                }
            }
        }
        Err(error) => assert!(!error.to_string().is_empty()),
    }
});
