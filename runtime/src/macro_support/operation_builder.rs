//! [`OperationBuilder`]: the chain of calls that `#[paginated]` writes.

use alloc::boxed::Box;
use core::future::Future;
use core::marker::PhantomData;

use super::link::{LinkFuture, LinkRequest, PollNext};
use crate::call::{ResultType, StoredRequest};
use crate::continuation::{
    Continuation, MoreTokens, NextLink, Offset, PageNumber, TokenFunctions, TokenKeys, TokenReader, TokenSet,
    TokenType, Tokens, Total,
};
use crate::description::{
    Description, FlagValue, OptionalKeys, PageSizeKey, RequiredContainers, TotalReader, ValueReader,
};
use crate::driver::Driver;
use crate::keys::{ElementList, ItemListKey, Joiner, KeyVisitor, PageKeys, ResultKey, ValueType, VisitItems};
use crate::operation::NoItems;
use crate::paginator::Paginator;
use crate::state::EndOn;

/// Describes where the values of an operation's requests and pages are.
///
/// `R` is the request: the values that each call needs. If there are several (the client of a method with `&mut self`, the
/// parameters, and the next link), it is a tuple of them. `O` is the page. `K` is the continuation, and `L` the `ItemListKey`.
/// `HAS_PAGE_SIZE` is true if the operation has a `limit_key`. The closure that calls the client's method is added last, to save
/// compile time: rustc checks all types of the builder again in each call of the chain.
pub struct OperationBuilder<
    R,
    O,
    K = (),
    L = ItemListKey<O, NoItems, NoItems, false>,
    const HAS_PAGE_SIZE: bool = false,
> {
    name: &'static str,
    request: StoredRequest<R>,
    optional: OptionalKeys<R, O>,
    continuation: K,
    keys: PageKeys<O, L>,
}

/// Describes a method that takes its request by value: each call takes a clone.
pub fn operation<R: Clone, O>(name: &'static str, request: R) -> OperationBuilder<R, O> {
    OperationBuilder::new(name, StoredRequest::by_value(request))
}

/// Describes a method that borrows the request or a part of it, such as its client. For each call, `take_request` moves the request
/// out of its `Option`. The call returns it.
pub fn operation_by_ref<R, O>(
    name: &'static str,
    request: R,
    take_request: fn(&mut Option<R>) -> Option<R>,
) -> OperationBuilder<R, O> {
    OperationBuilder::new(name, StoredRequest::by_ref(request, take_request))
}

/// Describes a call of `paginate!`, whose page is inferred. Returns the call, too, for [`OperationBuilder::paginator`].
pub fn inferred_operation<R, O, C, F>(name: &'static str, request: R, call: C) -> (OperationBuilder<R, O>, C)
where
    R: Clone,
    C: FnMut(R) -> F,
    F: Future<Output: ResultType<Page = O>>,
{
    (operation(name, request), call)
}

/// Describes a call of `paginate!` that requests the first page of a list with links. Returns the call, too, for
/// [`OperationBuilder::link_paginator`].
pub fn inferred_link_operation<R, V, O, C, F>(
    name: &'static str,
    request: R,
    call: C,
) -> (OperationBuilder<LinkRequest<R, V>, O>, C)
where
    R: Clone,
    C: FnMut(R) -> F,
    F: Future<Output: ResultType<Page = O>>,
{
    (operation(name, LinkRequest { request, link: None }), call)
}

/// Returns the parameter, and requires that its type is `Clone`. It is used if the request has several parts, and if
/// `operation_by_ref`, which has no such bound, is called.
pub fn require_clone<T: Clone>(parameter: T) -> T {
    parameter
}

impl<R, O> OperationBuilder<R, O> {
    fn new(name: &'static str, request: StoredRequest<R>) -> Self {
        let keys = PageKeys { items: ItemListKey::none(), others: None };
        Self { name, request, optional: OptionalKeys::default(), continuation: (), keys }
    }
}

impl<R, O, K, L, const HAS_PAGE_SIZE: bool> OperationBuilder<R, O, K, L, HAS_PAGE_SIZE> {
    #[inline]
    fn with_continuation<K2>(self, replace: impl FnOnce(K) -> K2) -> OperationBuilder<R, O, K2, L, HAS_PAGE_SIZE> {
        let Self { name, request, optional, continuation, keys } = self;
        OperationBuilder { name, request, optional, continuation: replace(continuation), keys }
    }

    #[inline]
    fn with_item_list_key<L2>(self, replace: impl FnOnce(L) -> L2) -> OperationBuilder<R, O, K, L2, HAS_PAGE_SIZE> {
        let Self { name, request, optional, continuation, keys: PageKeys { items, others } } = self;
        OperationBuilder { name, request, optional, continuation, keys: PageKeys { items: replace(items), others } }
    }

    /// Adds the key of the page size.
    pub fn page_size(
        self,
        name: &'static str,
        write: fn(&mut R, u64) -> Option<()>,
    ) -> OperationBuilder<R, O, K, L, true> {
        let Self { name: operation, request, mut optional, continuation, keys } = self;
        optional.page_size = Some(PageSizeKey { name, write, read: |_| None });
        OperationBuilder { name: operation, request, optional, continuation, keys }
    }

    /// Adds the function that reads the caller's own page size, for lists whose resume tokens record it.
    pub fn caller_page_size(mut self, read: fn(&mut R) -> Option<u64>) -> Self {
        if let Some(page_size) = &mut self.optional.page_size {
            page_size.read = read;
        }
        self
    }

    /// Adds the number of items in the whole list.
    pub fn total_items(mut self, read: fn(&mut O) -> Option<u64>) -> Self {
        self.optional.total = Some(TotalReader { read, new_total: Total::Items });
        self
    }

    /// Adds the number of pages in the whole list.
    pub fn total_pages(mut self, read: fn(&mut O) -> Option<u64>) -> Self {
        self.optional.total = Some(TotalReader { read, new_total: Total::Pages });
        self
    }

    /// Adds the page number or offset that a response repeats.
    pub fn echo(mut self, name: &'static str, read: fn(&mut O) -> Option<u64>) -> Self {
        self.optional.echo = Some(ValueReader { name, read });
        self
    }

    /// Adds a field that only the request for the first page has.
    pub fn first_page_only(mut self, reset: fn(&mut R) -> Option<()>) -> Self {
        self.optional.first_page_only.push(reset);
        self
    }

    /// Adds the properties of a page that end the list.
    pub fn end_on(mut self, end_on: EndOn) -> Self {
        self.optional.end_on = end_on;
        self
    }

    /// Adds the flag that says whether there is another page.
    pub fn more_results(mut self, name: &'static str, read: fn(&mut O) -> FlagValue) -> Self {
        self.optional.more_results = Some(ValueReader { name, read });
        self
    }

    /// Adds the containers of the items that must not be `None`: a response without one of them has no data. `find` returns `None`
    /// if one of them is `None`, and `name` is their path. `is_page_present` returns `false` if the page itself is a `None`.
    pub fn required_containers(
        mut self,
        name: &'static str,
        is_page_present: fn(&mut O) -> bool,
        find: fn(&mut O) -> Option<()>,
    ) -> Self {
        self.optional.required_containers = Some(RequiredContainers { name, find, is_page_present });
        self
    }

    /// Adds the primary result key, which names the item list. `joiner` returns the functions that join two values of the key for
    /// `full_result`. If it returns `None`, because `V` is not a [`JoinValue`](crate::keys::JoinValue), [`ResultKey::join`]
    /// joins them.
    pub fn items<V, I>(
        self,
        name: &'static str,
        place: fn(&mut O) -> Option<&mut V>,
        joiner: fn(ValueType<V>) -> Option<Joiner<V>>,
    ) -> OperationBuilder<R, O, K, ItemListKey<O, V, I>, HAS_PAGE_SIZE>
    where
        V: ResultKey<Item = I>,
    {
        self.with_item_list_key(|_| ItemListKey::new(name, place, joiner))
    }

    /// Adds the primary result key of a projection, whose items are inside of the elements of the list.
    pub fn projected_items<V: ElementList, I>(
        self,
        name: &'static str,
        place: fn(&mut O) -> Option<&mut V>,
        visit_items: VisitItems<V, I>,
    ) -> OperationBuilder<R, O, K, ItemListKey<O, V, I>, HAS_PAGE_SIZE> {
        self.with_item_list_key(|_| ItemListKey::projected(name, place, visit_items))
    }

    /// Adds the secondary result keys, the non-aggregate keys, and the containers of keys.
    pub fn other_keys(mut self, others: fn(&mut KeyVisitor<'_, O>)) -> Self {
        self.keys.others = Some(others);
        self
    }
}

impl<R, O, L, const HAS_PAGE_SIZE: bool> OperationBuilder<R, O, (), L, HAS_PAGE_SIZE> {
    /// Adds a token. `read` returns the next token of a page. `replace` puts a token into a request, and returns
    /// the previous one. `functions` chooses the functions of the token's type, as the module `choice` explains.
    pub fn token<V>(
        self,
        name: &'static str,
        read: TokenReader<O, V>,
        replace: fn(&mut R, Option<V>) -> Option<V>,
        functions: fn(TokenType<V>) -> TokenFunctions<V>,
    ) -> OperationBuilder<R, O, Tokens<TokenKeys<R, O, V>>, L, HAS_PAGE_SIZE> {
        let token = TokenKeys::new(name, read, replace, functions(TokenType::new()));
        self.with_continuation(|()| Tokens(token))
    }

    /// Adds a page number. The first page has the number `start`.
    pub fn page_number(
        self,
        name: &'static str,
        start: u64,
        write: fn(&mut R, u64) -> Option<()>,
        read: fn(&mut R) -> Option<u64>,
    ) -> OperationBuilder<R, O, PageNumber<R, O>, L, HAS_PAGE_SIZE> {
        self.with_continuation(|()| PageNumber { name, start, read, write, page_type: PhantomData })
    }

    /// Adds an offset. The first item has the offset `start`.
    pub fn offset(
        self,
        name: &'static str,
        start: u64,
        write: fn(&mut R, u64) -> Option<()>,
        read: fn(&mut R) -> Option<u64>,
    ) -> OperationBuilder<R, O, Offset<R, O>, L, HAS_PAGE_SIZE> {
        self.with_continuation(|()| Offset { name, start, read, write, page_type: PhantomData })
    }

    /// Adds a link.
    pub fn next_link<V>(
        self,
        name: &'static str,
        read: TokenReader<O, V>,
        replace: fn(&mut R, Option<V>) -> Option<V>,
        functions: fn(TokenType<V>) -> TokenFunctions<V>,
    ) -> OperationBuilder<R, O, NextLink<R, O, V>, L, HAS_PAGE_SIZE> {
        let link = TokenKeys::new(name, read, replace, functions(TokenType::new()));
        self.with_continuation(|()| NextLink { link })
    }
}

impl<R, O, T: TokenSet<Request = R, Page = O>, L, const HAS_PAGE_SIZE: bool>
    OperationBuilder<R, O, Tokens<T>, L, HAS_PAGE_SIZE>
{
    /// Adds another token.
    pub fn and_token<V>(
        self,
        name: &'static str,
        read: TokenReader<O, V>,
        replace: fn(&mut R, Option<V>) -> Option<V>,
        functions: fn(TokenType<V>) -> TokenFunctions<V>,
    ) -> OperationBuilder<R, O, Tokens<MoreTokens<T, V>>, L, HAS_PAGE_SIZE> {
        let last = TokenKeys::new(name, read, replace, functions(TokenType::new()));
        self.with_continuation(|Tokens(before)| Tokens(MoreTokens { before, last }))
    }
}

/// The properties of the token that was added last.
impl<R, O, V, T: TokenSet<Request = R, Page = O, Last = V>, L, const HAS_PAGE_SIZE: bool>
    OperationBuilder<R, O, Tokens<T>, L, HAS_PAGE_SIZE>
{
    /// Adds another place where a page may have the token.
    pub fn or_token(mut self, read: fn(&mut O) -> Option<&mut V>) -> Self {
        self.continuation.0.last_token().add_alternative(read);
        self
    }

    /// Declares that any value at the place that was added last is a token, also `0` and the empty string.
    pub fn any_value_is_token(mut self) -> Self {
        let token = self.continuation.0.last_token();
        token.alternatives.last_mut().unwrap_or(&mut token.output).any_value_is_token = true;
        self
    }

    /// Declares that the token in a request cannot be read, because the request is a builder, or because a closure
    /// writes the token.
    pub fn write_only(mut self) -> Self {
        self.continuation.0.last_token().is_readable = false;
        self
    }

    /// Declares that the token is carried from page to page, and does not mean that there is another page.
    pub fn carried(mut self) -> Self {
        self.continuation.0.last_token().is_carried = true;
        self
    }
}

impl<R, O, V, L, const HAS_PAGE_SIZE: bool> OperationBuilder<R, O, NextLink<R, O, V>, L, HAS_PAGE_SIZE> {
    /// Adds another place where a page may have the link.
    pub fn or_link(mut self, read: fn(&mut O) -> Option<&mut V>) -> Self {
        self.continuation.link.add_alternative(read);
        self
    }
}

impl<R, O, K, V, I, const HAS_ITEMS: bool, const HAS_PAGE_SIZE: bool>
    OperationBuilder<R, O, K, ItemListKey<O, V, I, HAS_ITEMS>, HAS_PAGE_SIZE>
{
    /// Returns the paginator. `call` calls the client's method. `M` is the mode ([`mode`](crate::mode)). It is inferred from the
    /// return type of the generated function, or named by `paginate!`.
    pub fn paginator<M, C, F>(
        self,
        call: C,
    ) -> Paginator<Driver<C, F, K, ItemListKey<O, V, I, HAS_ITEMS>, HAS_PAGE_SIZE>, M>
    where
        C: FnMut(R) -> F,
        F: Future<Output: ResultType<R, Page = O>>,
        K: Continuation<Request = R, Page = O>,
    {
        let Self { name, request, optional, continuation, keys } = self;
        Paginator::new(Driver::new(Description { name, continuation, keys, optional }, request, call))
    }
}

impl<R, T, O, K, V, I, const HAS_ITEMS: bool, const HAS_PAGE_SIZE: bool>
    OperationBuilder<LinkRequest<R, T>, O, K, ItemListKey<O, V, I, HAS_ITEMS>, HAS_PAGE_SIZE>
{
    /// Returns the paginator of a list with links. `first` requests the first page and `next` a link, and `poll_next` polls the
    /// future that `next` returns.
    pub fn link_paginator<M, C, F, N, G>(
        self,
        mut first: C,
        mut next: N,
        poll_next: PollNext<F, G>,
    ) -> Paginator<
        Driver<
            impl FnMut(LinkRequest<R, T>) -> LinkFuture<F, G>,
            LinkFuture<F, G>,
            K,
            ItemListKey<O, V, I, HAS_ITEMS>,
            HAS_PAGE_SIZE,
        >,
        M,
    >
    where
        C: FnMut(R) -> F,
        F: Future<Output: ResultType<LinkRequest<R, T>, Page = O>>,
        N: FnMut(T) -> G,
        K: Continuation<Request = LinkRequest<R, T>, Page = O>,
    {
        self.paginator(move |LinkRequest { request, link }| match link {
            None => LinkFuture::First(Box::pin(first(request))),
            Some(link) => LinkFuture::Next(Box::pin(next(link)), poll_next),
        })
    }
}

impl<R, O, K, V, I, const HAS_PAGE_SIZE: bool> OperationBuilder<R, O, K, ItemListKey<O, V, I>, HAS_PAGE_SIZE> {
    /// Reverses the items of each page. `reverse` is [`reverse_list`].
    pub fn reversed(self, reverse: fn(&mut V)) -> Self {
        self.with_item_list_key(|key| key.reversed(reverse))
    }

    /// Checks the type that `item` names.
    pub fn item_type<T>(self) -> OperationBuilder<R, O, K, I::TypedKey<O, V>, HAS_PAGE_SIZE>
    where
        I: ItemType<T>,
    {
        self.with_item_list_key(I::typed_key)
    }
}

/// Reverses a list. Generated code names this function at the option `reversed`, so that an error about a type that is not a list
/// is reported there.
pub fn reverse_list<L: ElementList>(list: &mut L) {
    L::elements_mut(list).reverse();
}

/// The bound that the items `Self` are of the type `T`, which `item` names. Each type implements it for itself only.
#[diagnostic::on_unimplemented(
    message = "the items are `{Self}`s, and `item` is `{T}`",
    label = "the items are `{Self}`s",
    note = "write `item = {Self}`; if the page derives `Page`, `item` can be left out"
)]
pub trait ItemType<T: ?Sized> {
    /// It is always `ItemListKey<O, V, Self>`. If `item` names another type, rustc does not know `TypedKey`, and therefore reports
    /// no second error about the calls that follow.
    type TypedKey<O, V>;
    /// Returns the key unchanged.
    fn typed_key<O, V>(key: ItemListKey<O, V, Self>) -> Self::TypedKey<O, V>
    where
        Self: Sized;
    /// Returns an item of a projection.
    fn into_typed_item(self) -> T
    where
        T: Sized;
}

/// Checks the type that `item` names, for an item of a projection.
pub fn item_type<T, I: ItemType<T>>(item: I) -> T {
    item.into_typed_item()
}

#[diagnostic::do_not_recommend]
impl<I> ItemType<I> for I {
    type TypedKey<O, V> = ItemListKey<O, V, I>;
    fn typed_key<O, V>(key: ItemListKey<O, V, I>) -> ItemListKey<O, V, I> {
        key
    }
    fn into_typed_item(self) -> I {
        self
    }
}
