//! Names of struct fields.

use syn::Member;
use syn::ext::IdentExt;

/// Returns the name of a field, without `r#`, or the number of a tuple field.
pub(crate) fn member_name(member: &Member) -> String {
    match member {
        Member::Named(ident) => ident.unraw().to_string(),
        Member::Unnamed(index) => index.index.to_string(),
    }
}

/// Returns the 64-bit FNV-1a hash of a field's name, which stands for the name in types.
pub(crate) fn field_hash(field: &str) -> u64 {
    field.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3))
}
