//! Requests that are builders.

use std::num::NonZeroU64;
use std::sync::Arc;

use paginated::{Error, paginate, paginated};

use super::*;

/// A builder with `set_<key>` for an `Option` and `<key>` for a value, as in the AWS SDK for Rust.
#[derive(Clone, Default)]
struct SdkBuilder(Input);

macro_rules! setters {
    ($builder:ty: $($name:ident($value:ident: $type:ty) => $field:ident = $expr:expr;)*) => {
        impl $builder {
            $(fn $name(mut self, $value: $type) -> Self {
                self.0.$field = $expr;
                self
            })*
        }
    };
}

setters! { SdkBuilder:
    set_token(token: Option<String>) => token = token;
    set_handle(handle: Option<String>) => handle = handle;
    set_page(page: Option<u32>) => page = page;
    set_index(index: Option<i16>) => index = index.unwrap_or_default();
    set_offset(offset: Option<i64>) => offset = offset.map(|offset| Box::new(offset.try_into().unwrap()));
    set_limit(limit: Option<i32>) => limit = limit.map(|limit| limit.try_into().unwrap());
    set_filter(filter: Option<String>) => filter = filter;
}

/// A builder with `<key>` only.
#[derive(Clone, Default)]
struct KeyBuilder(Input);

setters! { KeyBuilder:
    token(token: String) => token = Some(token);
    page(page: u32) => page = Some(page);
    index(index: usize) => index = index.try_into().unwrap();
    offset(offset: u64) => offset = Some(Box::new(offset));
    limit(limit: u8) => limit = Some(limit.into());
    set_filter(filter: Option<String>) => filter = filter;
}

/// A builder with generic setters called `<key>`, as in octocrab and progenitor.
#[derive(Clone, Default)]
struct GenericKeyBuilder(Input);

setters! { GenericKeyBuilder:
    token(token: impl Into<String>) => token = Some(token.into());
    page(page: impl Into<u32>) => page = Some(page.into());
    index(index: impl TryInto<i16>) => index = index.try_into().ok().unwrap();
    offset(offset: impl TryInto<u64>) => offset = offset.try_into().ok().map(Box::new);
    limit(limit: impl Into<Option<u8>>) => limit = limit.into().map(u32::from);
    set_filter(filter: Option<String>) => filter = filter;
}

/// A builder with generic setters called `set_<key>`, as in the clients of Google Cloud.
#[derive(Clone, Default)]
struct GenericBuilder(Input);

setters! { GenericBuilder:
    set_token(token: impl Into<Option<String>>) => token = token.into();
    set_page(page: impl Into<u64>) => page = Some(page.into().try_into().unwrap());
    set_index(index: impl TryInto<usize>) => index = index.try_into().ok().unwrap().try_into().unwrap();
    set_offset(offset: impl Into<i64>) => offset = Some(Box::new(offset.into().try_into().unwrap()));
    set_filter(filter: Option<String>) => filter = filter;
}

impl GenericBuilder {
    fn set_limit<T>(mut self, limit: T) -> Self
    where
        T: Into<i32>,
    {
        self.0.limit = Some(limit.into().try_into().unwrap());
        self
    }
}

/// Writes methods with the same options for the builders, and a test of each.
macro_rules! builders {
    ($style:ident: $($options:tt)*) => {
        mod $style {
            use super::*;

            struct Client;

            impl Client {
                #[paginated($($options)*, builder)]
                async fn sdk(&self, request: SdkBuilder) -> Result<Output, Failure> {
                    serve(stringify!($style), &request.0)
                }
                #[paginated($($options)*, builder)]
                async fn key(self: Arc<Self>, tenant: &str, request: KeyBuilder) -> Result<Output, Failure> {
                    assert_eq!(tenant, "t");
                    serve(stringify!($style), &request.0)
                }
                #[paginated($($options)*, builder)]
                async fn exclusive(&mut self, request: SdkBuilder) -> Result<Output, Failure> {
                    serve(stringify!($style), &request.0)
                }
                #[paginated($($options)*, builder)]
                async fn generic(&self, request: GenericBuilder) -> Result<Output, Failure> {
                    serve(stringify!($style), &request.0)
                }
                #[paginated($($options)*, builder)]
                async fn generic_key(&self, request: GenericKeyBuilder) -> Result<Output, Failure> {
                    serve(stringify!($style), &request.0)
                }
                #[paginated($($options)*, builder)]
                fn blocking(&self, request: KeyBuilder) -> Result<Output, Failure> {
                    serve(stringify!($style), &request.0)
                }
            }

            #[paginated($($options)*, builder)]
            async fn free(request: SdkBuilder) -> Result<Output, Failure> {
                serve(stringify!($style), &request.0)
            }

            trait Methods {
                #[paginated($($options)*, builder)]
                async fn in_trait(&self, request: KeyBuilder) -> Result<Output, Failure>;
            }

            impl Methods for Client {
                async fn in_trait(&self, request: KeyBuilder) -> Result<Output, Failure> {
                    serve(stringify!($style), &request.0)
                }
            }

            #[test]
            fn methods_with_a_builder_have_paginators() {
                let mut client = Client;
                check!(client.sdk_paginator(SdkBuilder::default()));
                check!(client.exclusive_paginator(SdkBuilder::default()));
                check!(client.generic_paginator(GenericBuilder::default()));
                check!(client.generic_key_paginator(GenericKeyBuilder::default()));
                check!(client.blocking_paginator(KeyBuilder::default()));
                check!(client.in_trait_paginator(KeyBuilder::default()));
                check!(free_paginator(SdkBuilder::default()));
                let client = Arc::new(client);
                check!(client.clone().key_paginator("t", KeyBuilder::default()));
            }

            #[test]
            fn calls_with_a_builder_have_paginators() {
                check!(paginate!(
                    SdkBuilder::default() => |request| async move { serve::<u32>(stringify!($style), &request.0) },
                    $($options)*, builder
                ));
                check!(paginate!(
                    GenericBuilder::default() => |request| serve::<u32>(stringify!($style), &request.0),
                    $($options)*, builder, blocking
                ));
            }
        }
    };
}

builders!(page_number: page_number = "page", start = 1, total_items = "totalItems", echo = "page",
    limit_key = "limit", result_key = "items");
builders!(page_index: page_number = "index", start = 0, more_results = "!isLast", echo = index,
    limit_key = "limit", result_key = items);
builders!(page_count: page_number = "page", start = 1, total_pages = |page| page.total_pages.as_ref()?.parse::<u64>().ok(),
    limit_key = "limit", result_key = "items");
builders!(offset: offset = "offset", echo = "offset", limit_key = "limit", result_key = "items");
builders!(projection: input_token = "token", output_token = "next", limit_key = "limit",
    result_key = "groups[].members[]");
builders!(first_page_only: input_token = "token", output_token = "next", limit_key = "limit", result_key = "items",
    first_page_only = "filter");
builders!(empty_page: input_token = "token", output_token = "cursor", end_on = "empty_page", limit_key = "limit",
    result_key = "items");
builders!(short_page: input_token = "token", output_token = "cursor", end_on = "short_page", limit_key = "limit",
    result_key = "items");
builders!(flag: input_token = "token", output_token = "cursor", more_results = "!isLast", limit_key = "limit",
    result_key = "items");

#[test]
fn a_carried_token_goes_into_a_builder() {
    #[paginated(input_token = ["token", "handle"], output_token = ["next", "handle"], carried_token = "handle",
        limit_key = "limit", result_key = "items", builder)]
    async fn list(request: SdkBuilder) -> Result<Output, Failure> {
        serve("carried", &request.0)
    }
    check!(list_paginator(SdkBuilder::default()));
}

/// A closure takes the builder and returns it: for generic setters, and for builders without setters.
#[test]
fn closures_take_a_builder_and_return_it() {
    #[paginated(input_token = |request, token: String| request.token(token), output_token = |page| page.next.clone(),
        limit_key = |request, size: u8| request.limit(size), result_key = "items", builder)]
    async fn tokens(request: KeyBuilder) -> Result<Output, Failure> {
        serve("token_closures", &request.0)
    }
    #[paginated(offset = |request, offset| request.offset(offset), echo = "offset",
        limit_key = |request, size: u8| request.limit(size), result_key = "items", builder)]
    async fn offsets(request: KeyBuilder) -> Result<Output, Failure> {
        serve("offset_closure", &request.0)
    }
    #[paginated(page_number = |request, page: u32| request.page(page), start = 1,
        limit_key = |request, size: i32| request.set_limit(Some(size)), result_key = "items", builder)]
    fn pages(request: MixedBuilder) -> Result<Output, Failure> {
        serve("page_count", &request.0)
    }

    #[derive(Clone, Default)]
    struct MixedBuilder(Input);

    setters! { MixedBuilder:
        page(page: u32) => page = Some(page);
        set_limit(limit: Option<i32>) => limit = limit.map(|limit| limit.try_into().unwrap());
    }

    check!(tokens_paginator(KeyBuilder::default()));
    check!(offsets_paginator(KeyBuilder::default()));
    check!(pages_paginator(MixedBuilder::default()));
}

/// A number that does not fit into the type to which a generic setter converts it is an error, and nothing is sent.
#[test]
fn a_number_that_a_generic_setter_cannot_convert_is_an_error() {
    #[derive(Clone, Default)]
    struct Builder(Input);

    setters! { Builder:
        page(page: impl Into<u8>) => page = Some(page.into().into());
        limit(limit: impl TryInto<NonZeroU64>) => limit = limit.try_into().ok().map(|limit| limit.get().try_into().unwrap());
    }

    #[paginated(page_number = "page", start = 254, limit_key = "limit", result_key = "@", builder)]
    fn list(request: Builder) -> Result<Vec<u32>, Failure> {
        let page = request.0.page.unwrap();
        Ok(vec![page; request.0.limit.unwrap_or(1) as usize])
    }

    let items: Vec<_> = list_paginator(Builder::default()).items().collect();
    assert!(matches!(&items[..], [Ok(254), Ok(255), Err(Error::PositionOverflow(_))]), "{items:?}");
    let items: Vec<_> = list_paginator(Builder::default()).page_size(0).items().collect();
    assert!(matches!(&items[..], [Err(Error::PageSize(error))] if error.page_size == 0), "{items:?}");
}

/// A newtype has a conversion from one of the types that a number may be converted to.
#[test]
fn a_setter_may_take_a_number_in_a_newtype() {
    macro_rules! lists_of {
        ($number:ident($inner:ty)) => {{
            struct $number($inner);

            impl From<$inner> for $number {
                fn from(number: $inner) -> Self {
                    Self(number)
                }
            }

            #[derive(Clone, Default)]
            struct Builder(Input);

            setters! { Builder:
                page(page: $number) => page = page.0.to_string().parse().ok();
                limit(limit: $number) => limit = limit.0.to_string().parse().ok();
            }

            #[paginated(page_number = "page", start = 1, limit_key = "limit", result_key = "items", builder)]
            fn list(request: Builder) -> Result<Output, Failure> {
                serve("page_count", &request.0)
            }

            check!(list_paginator(Builder::default()));
        }};
    }
    lists_of!(Count(u32));
    lists_of!(Signed(i32));
    lists_of!(Index(usize));
    lists_of!(Text(String));
}
