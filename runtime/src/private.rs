//! What generated code calls. It is no part of the API: its names change without notice.

pub use crate::blocking::Blocking;
pub use crate::boxed::{BoxOperation, LocalBoxOperation};
pub use crate::define::{blocking, blocking_lent, lending, operation};
pub use crate::demands::sent;
pub use crate::lend::Lend;
pub use crate::operation::{NoItems, Operation, WithItems, WithLimitKey, WithoutItems, WithoutLimitKey};
pub use crate::page::{Field, FieldOf, ItemOf, KindOf, Outcome};
pub use crate::paginator::Paginator;
pub use crate::paging::setter::{Missing, There, setter};
pub use crate::paging::tokens::Builder;
pub use ::core;

/// The traits whose methods are found by the compiler's method resolution.
pub mod find {
    pub use crate::paging::at::{Open as _, PlainClear as _, PlainToken as _};
    pub use crate::paging::limit::{FromI32 as _, FromNothing as _, FromText as _, FromU32 as _, FromUsize as _};
    pub use crate::paging::setter::IsThere as _;
    pub use crate::paging::token::{
        DefaultToken as _, OpaqueToken as _, OpenProbe as _, SerdeToken as _, TextToken as _,
    };
}
