//! The keys of a page: the list of its items, and the other keys that `full_result` joins.

mod element_list;
mod join;
mod list;
mod projection;
mod result_key;
mod secondary_key;
mod visitor;

pub(crate) use self::element_list::ElementList;
pub use self::join::{JoinValue, has_duplicate_key, join_field, key_type};
pub(crate) use self::join::{Joiner, KeyType};
pub(crate) use self::list::{ItemCounts, List, NoList, PageItems};
pub(crate) use self::projection::{InnerLists, NestedLists, OuterList, Projection};
pub use self::result_key::ResultKey;
pub(crate) use self::secondary_key::SecondaryKey;
pub(crate) use self::visitor::{KeyVisitor, PageKeys};

/// The name that the macro gives to a result key that is a closure.
pub(crate) const CLOSURE_NAME: &str = "result_key";

/// Returns whether a result key is a closure. Unlike the field of a path, the list of a closure may be absent in a page whose
/// surrounding fields are filled.
fn is_closure(name: &str) -> bool {
    name == CLOSURE_NAME
}
