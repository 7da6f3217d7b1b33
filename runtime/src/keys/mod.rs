//! The keys of a page: that of the item list, and the other keys that `full_result` joins.

mod element_list;
mod item_list_key;
mod join;
mod projection;
mod result_key;
mod secondary_key;
mod visitor;

pub(crate) use self::element_list::ElementList;
pub(crate) use self::item_list_key::{ItemCounts, ItemListKey, VisitItems};
pub use self::join::{JoinValue, has_duplicate_key, join_field, value_type};
pub(crate) use self::join::{Joiner, ValueType};
pub(crate) use self::projection::ItemVisitor;
pub use self::result_key::ResultKey;
pub(crate) use self::secondary_key::SecondaryKey;
pub(crate) use self::visitor::{KeyVisitor, PageKeys};

/// The name that the macro gives to a result key that is a closure. A field of this name is treated like a closure.
pub(crate) const CLOSURE_NAME: &str = "result_key";

/// Returns whether a result key is a closure. `full_result` can fill the containers of a path, so that a page has a place for its
/// list. A closure may still return `None`.
fn is_closure(name: &str) -> bool {
    name == CLOSURE_NAME
}
