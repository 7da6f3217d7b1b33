//! The functions and types that generated code names. They are exported as `__private` and are not part of the public API.
//!
//! No other module of this crate uses it.

#![allow(clippy::return_self_not_must_use, reason = "generated code uses each value")]

mod closure;
mod field;
mod flag;
mod link;
mod operation_builder;
mod per_call;
mod setter;

pub use ::alloc::borrow::ToOwned;
pub use ::core;
pub use ::core::future::ready;

pub use self::closure::{
    build_with_inferred_token, build_with_number, build_with_token, flag_with, number_with, write_inferred_token,
    write_number, write_token,
};
pub use self::field::{element_at, field, find_field, last_element, owned};
pub use self::link::{LinkFuture, LinkRequest, PollNext, poll_next};
pub use self::operation_builder::{
    OperationBuilder, inferred_link_operation, inferred_operation, item_type, operation, operation_by_ref,
    require_clone, reverse_list,
};
pub use self::per_call::PerCall;
pub use self::setter::{NoSetter, RequestBuilder, UnusedBuilder, builder_name, number_setter, token_setter};
pub use crate::boxed::{BoxOperation, BoxPaginator, LocalBoxPaginator};
pub use crate::call::{ErrorOf, PageOf};
pub use crate::continuation::{LinkArg, NextResult, TokenReader};
pub use crate::keys::{JoinValue, ResultKey, has_duplicate_key, join_field, value_type};
pub use crate::operation::{Borrows, HasItems, HasPageSize, NoItems, Operation};
pub use crate::page::{FieldName, FieldOf, ItemOf, ListItem, PageField, UnwrappedItemOf, ValueOf};
pub use crate::paginator::Paginator;
pub use crate::state::EndOn;
pub use crate::stream::{Async, Blocking, Unresumable};

/// Returns the functions of a token that the user's module stores.
#[doc(hidden)]
#[macro_export]
#[cfg(feature = "resume")]
macro_rules! __paginated_token_with {
    ($token_type:expr, $serialize:expr, $deserialize:expr) => {
        $token_type.unstored().stored_by($serialize, $deserialize)
    };
}

/// Returns the functions of a token, which is not stored without the feature `resume`.
#[doc(hidden)]
#[macro_export]
#[cfg(not(feature = "resume"))]
macro_rules! __paginated_token_with {
    ($token_type:expr, $serialize:expr, $deserialize:expr) => {
        $token_type.unstored()
    };
}

pub use crate::__paginated_token_with as token_with;
