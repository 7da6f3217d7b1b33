//! Links, on methods of all kinds.

use std::convert::Infallible;
use std::fmt;
use std::future::Future;
use std::str::FromStr;
use std::sync::Arc;

use futures::future::BoxFuture;
use paginated::{Page, paginated};

use super::service::{items, may_fail};
use super::*;

/// A page with the link of the next one, relative and absolute.
#[derive(Debug, Default, Page)]
struct Linked<T = u32> {
    items: Vec<T>,
    links: Option<Links>,
}

#[derive(Debug, Page)]
struct Links {
    next: Option<String>,
    uri: Option<Uri>,
    #[allow(clippy::box_collection, reason = "a link may be in a box")]
    boxed: Option<Box<String>>,
}

/// A link with a string form.
#[derive(Clone, Debug, PartialEq)]
struct Uri(String);

impl Uri {
    fn path(&self) -> String {
        self.0.clone()
    }
}

impl fmt::Display for Uri {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "https://host{}", self.0)
    }
}

impl FromStr for Uri {
    type Err = Infallible;
    fn from_str(text: &str) -> Result<Self, Infallible> {
        Ok(Self(text.strip_prefix("https://host").expect("a link of this service").to_owned()))
    }
}

impl Contents for Linked<u32> {
    fn contents(self) -> Vec<u32> {
        self.items
    }
}

fn first<T: From<u32>>(input: &Input) -> Result<Linked<T>, Failure> {
    assert!(input.filter.is_some());
    linked(0, input.limit.unwrap_or(4))
}

fn follow<T: From<u32>>(link: &str) -> Result<Linked<T>, Failure> {
    let (start, size) = link.strip_prefix('/').and_then(|link| link.split_once('/')).expect("a link of this service");
    linked(start.parse().unwrap(), size.parse().unwrap())
}

fn linked<T: From<u32>>(start: u32, size: u32) -> Result<Linked<T>, Failure> {
    may_fail()?;
    let next = (start + size < 10).then(|| format!("/{}/{size}", start + size));
    let links =
        next.map(|next| Links { uri: Some(Uri(next.clone())), boxed: Some(Box::new(next.clone())), next: Some(next) });
    Ok(Linked { items: items(start, Some(size)), links })
}

/// Writes methods of all kinds whose page has a link of a type, and a test of each. `$arg` is the type of the link in methods
/// that take it by reference, and `$path` returns its path.
macro_rules! shapes {
    ($style:ident, $link:ty, $arg:ty, $path:path, next_link = $($options:tt)*) => {
        mod $style {
            use super::*;

            #[derive(Clone)]
            struct Client;

            impl Client {
                #[paginated(next_link = $($options)*, next_method = value_next)]
                async fn value(&self, input: Input) -> Result<Linked, Failure> {
                    first(&input)
                }
                async fn value_next(&self, link: $link) -> Result<Linked, Failure> {
                    follow(&$path(&link))
                }

                #[paginated(next_link = $($options)*, next_method = Self::reference_next)]
                async fn reference(&self, tenant: &str, input: &Input, region: u8) -> Result<Linked, Failure> {
                    assert_eq!((tenant, region), ("t", 7));
                    first(input)
                }
                async fn reference_next(&self, tenant: &str, region: u8, link: &$arg) -> Result<Linked, Failure> {
                    assert_eq!((tenant, region), ("t", 7));
                    follow(&$path(link))
                }

                #[paginated(next_link = $($options)*, next_method = exclusive_next)]
                async fn exclusive(&mut self, input: Input) -> Result<Linked, Failure> {
                    first(&input)
                }
                async fn exclusive_next(&mut self, link: &$arg) -> Result<Linked, Failure> {
                    follow(&$path(link))
                }

                #[paginated(next_link = $($options)*, next_method = arc_next)]
                async fn arc(self: Arc<Self>, input: Input) -> Result<Linked, Failure> {
                    first(&input)
                }
                async fn arc_next(self: Arc<Self>, link: $link) -> Result<Linked, Failure> {
                    follow(&$path(&link))
                }

                #[paginated(next_link = $($options)*, next_method = blocking_next)]
                fn blocking(&self, input: &Input) -> Result<Linked, Failure> {
                    first(input)
                }
                fn blocking_next(&self, link: &$arg) -> Result<Linked, Failure> {
                    follow(&$path(link))
                }

                #[paginated(next_link = $($options)*, next_method = blocking_exclusive_next)]
                fn blocking_exclusive(&mut self, input: Input) -> Result<Linked, Failure> {
                    first(&input)
                }
                fn blocking_exclusive_next(&mut self, link: $link) -> Result<Linked, Failure> {
                    follow(&$path(&link))
                }

                #[paginated(next_link = $($options)*, next_method = boxed_next)]
                fn boxed<'a>(&'a self, input: &'a Input) -> BoxFuture<'a, Result<Linked, Failure>> {
                    Box::pin(async { first(input) })
                }
                fn boxed_next<'a>(&'a self, link: &'a $arg) -> BoxFuture<'a, Result<Linked, Failure>> {
                    Box::pin(async move { follow(&$path(link)) })
                }
            }

            #[paginated(next_link = $($options)*, next_method = free_next)]
            async fn free(client: &Client, input: Input) -> Result<Linked, Failure> {
                client.value(input).await
            }
            async fn free_next(client: &Client, link: $link) -> Result<Linked, Failure> {
                client.value_next(link).await
            }

            #[paginated(next_link = $($options)*, next_method = free_blocking_next)]
            fn free_blocking(input: &Input) -> Result<Linked, Failure> {
                first(input)
            }
            fn free_blocking_next(link: &$arg) -> Result<Linked, Failure> {
                follow(&$path(link))
            }

            trait Methods {
                #[paginated(next_link = $($options)*, next_method = async_fn_next)]
                async fn async_fn(&self, input: Input) -> Result<Linked, Failure>;
                async fn async_fn_next(&self, link: &$arg) -> Result<Linked, Failure>;

                #[paginated(next_link = $($options)*, next_method = Self::send_next)]
                fn send(&self, input: Input) -> impl Future<Output = Result<Linked, Failure>> + Send;
                fn send_next(&self, link: $link) -> impl Future<Output = Result<Linked, Failure>> + Send;
            }

            impl Methods for Client {
                async fn async_fn(&self, input: Input) -> Result<Linked, Failure> {
                    first(&input)
                }
                async fn async_fn_next(&self, link: &$arg) -> Result<Linked, Failure> {
                    follow(&$path(link))
                }
                async fn send(&self, input: Input) -> Result<Linked, Failure> {
                    first(&input)
                }
                async fn send_next(&self, link: $link) -> Result<Linked, Failure> {
                    follow(&$path(&link))
                }
            }

            #[async_trait::async_trait]
            trait BoxedMethods: Sync {
                #[paginated(next_link = $($options)*, next_method = in_box_next)]
                async fn in_box(&self, input: Input) -> Result<Linked, Failure>;
                async fn in_box_next(&self, link: &$arg) -> Result<Linked, Failure>;
            }

            #[async_trait::async_trait]
            impl BoxedMethods for Client {
                async fn in_box(&self, input: Input) -> Result<Linked, Failure> {
                    first(&input)
                }
                async fn in_box_next(&self, link: &$arg) -> Result<Linked, Failure> {
                    follow(&$path(link))
                }
            }

            trait Generic<T> {
                type Error;
                #[paginated(next_link = $($options)*, next_method = generic_next)]
                async fn generic(&self, other: T, input: Input) -> Result<Linked<T>, Self::Error>
                where
                    T: Clone;
                async fn generic_next(&self, other: T, link: &$arg) -> Result<Linked<T>, Self::Error>;
            }

            impl<T: From<u32>> Generic<T> for Client {
                type Error = Failure;
                async fn generic(&self, _: T, input: Input) -> Result<Linked<T>, Failure> {
                    first(&input)
                }
                async fn generic_next(&self, _: T, link: &$arg) -> Result<Linked<T>, Failure> {
                    follow(&$path(link))
                }
            }

            #[test]
            fn methods_have_paginators() {
                let mut client = Client;
                check!(client.value_paginator(Input::default()));
                check!(client.reference_paginator("t", Input::default(), 7));
                check!(client.exclusive_paginator(Input::default()));
                let arc = Arc::new(Client);
                check!(arc.clone().arc_paginator(Input::default()));
                check!(client.boxed_paginator(Input::default()));
            }

            #[test]
            fn blocking_methods_have_paginators() {
                let mut client = Client;
                check!(client.blocking_paginator(Input::default()));
                check!(client.blocking_exclusive_paginator(Input::default()));
                check!(free_blocking_paginator(Input::default()));
            }

            #[test]
            fn functions_and_methods_of_traits_have_paginators() {
                let client = Client;
                check!(free_paginator(&client, Input::default()));
                check!(client.async_fn_paginator(Input::default()));
                check!(client.send_paginator(Input::default()));
                let boxed: &dyn BoxedMethods = &client;
                check!(boxed.in_box_paginator(Input::default()));
                check!(Generic::<u32>::generic_paginator(&client, 7, Input::default()));
            }
        }
    };
}

shapes!(strings, String, str, String::from, next_link = "links.next", limit_key = "limit", result_key = "items");
shapes!(boxed_strings, String, str, String::from, next_link = "links.boxed", limit_key = "limit", result_key = "items");
shapes!(uris, Uri, Uri, Uri::path, next_link = links.uri, limit_key = limit, result_key = items);
shapes!(
    closures,
    String,
    str,
    String::from,
    next_link = |page| page.links.as_ref()?.next.clone(),
    limit_key = |input, size: u32| input.limit = Some(size),
    result_key = "items"
);
