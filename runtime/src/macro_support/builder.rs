//! [`OperationBuilder`]: the chain of calls that `#[paginated]` writes.

use core::future::Future;
use core::marker::PhantomData;

use crate::call::{Call, ResultType};
use crate::continuation::{Codec, Continuation, OutputToken, Token, TokenProbe};
use crate::driver::{Container, Description, Driver, MoreResults, PageRules, PageSize};
use crate::keys::{KeyVisitor, List, PageKeys, ResultKey};
use crate::paginator::Paginator;

/// Describes a client method.
///
/// `R` is the request, `O` the page, `C` the call, and `F` its future. `K` is the continuation, `L` the list of items, and `S`
/// is [`PageSize`] if there is one.
pub struct OperationBuilder<R, O, C, F, K = (), L = (), S = ()> {
    call: Call<R, C>,
    description: Description<R, O, K, L>,
    types: PhantomData<fn() -> (F, S)>,
}

/// Describes a method that takes its request by value: each call takes a clone.
pub fn operation<R, O, C, F>(name: &'static str, request: R, call: C) -> OperationBuilder<R, O, C, F>
where
    R: Clone,
    C: FnMut(R) -> F,
    F: Future<Output: ResultType<Output = O>>,
{
    OperationBuilder::new(name, Call::by_value(request, call))
}

/// Describes a method that borrows its request: each call takes the request and returns it.
pub fn operation_by_ref<R, O, C, F, T>(name: &'static str, request: R, call: C) -> OperationBuilder<R, O, C, F>
where
    C: FnMut(R) -> F,
    F: Future<Output = (R, T)>,
    T: ResultType<Output = O>,
{
    OperationBuilder::new(name, Call::by_ref(request, call))
}

/// Returns one of several parameters, each of which is cloned for each call.
pub fn require_clone<T: Clone>(parameter: T) -> T {
    parameter
}

impl<R, O, C, F> OperationBuilder<R, O, C, F> {
    fn new(name: &'static str, call: Call<R, C>) -> Self {
        let rules = PageRules { page_size: None, more_results: None, container: None, end_on_repeated_token: false };
        let keys = PageKeys { list: (), others: None };
        Self { call, description: Description { name, continuation: (), keys, rules }, types: PhantomData }
    }
}

impl<R, O, C, F, K, L, S> OperationBuilder<R, O, C, F, K, L, S> {
    fn with_continuation<K2>(self, continuation: impl FnOnce(K) -> K2) -> OperationBuilder<R, O, C, F, K2, L, S> {
        let Description { name, continuation: before, keys, rules } = self.description;
        let description = Description { name, continuation: continuation(before), keys, rules };
        OperationBuilder { call: self.call, description, types: PhantomData }
    }

    /// Adds a token that is a field of the request.
    pub fn token<V>(
        self,
        name: &'static str,
        read: fn(&mut O) -> Option<&mut V>,
        replace: fn(&mut R, Option<V>) -> Option<V>,
        codec: fn(TokenProbe<V>) -> Codec<V>,
    ) -> OperationBuilder<R, O, C, F, (K, Token<R, O, V>), L, S> {
        self.with_continuation(|before| (before, Token::new(name, read, replace, true, codec(TokenProbe::new()))))
    }

    /// Adds a token that is passed to a setter of the request, which is a builder.
    pub fn token_setter<V>(
        self,
        name: &'static str,
        read: fn(&mut O) -> Option<&mut V>,
        pass: fn(&mut R, Option<V>) -> Option<V>,
        codec: fn(TokenProbe<V>) -> Codec<V>,
    ) -> OperationBuilder<R, O, C, F, (K, Token<R, O, V>), L, S> {
        self.with_continuation(|before| (before, Token::new(name, read, pass, false, codec(TokenProbe::new()))))
    }

    /// Adds the field for the page size.
    pub fn page_size(
        mut self,
        name: &'static str,
        write: fn(&mut R, u64) -> Option<()>,
    ) -> OperationBuilder<R, O, C, F, K, L, PageSize<R>> {
        self.description.rules.page_size = Some(PageSize { name, write });
        OperationBuilder { call: self.call, description: self.description, types: PhantomData }
    }

    /// Adds the flag that says whether there is another page.
    pub fn more_results(mut self, name: &'static str, read: fn(&mut O) -> Option<bool>) -> Self {
        self.description.rules.more_results = Some(MoreResults { name, read });
        self
    }

    /// Lets a token that repeats end the list.
    pub fn end_on_repeated_token(mut self) -> Self {
        self.description.rules.end_on_repeated_token = true;
        self
    }

    /// Adds the `Option`s that contain both the items and the token or flag of a page.
    pub fn container(mut self, name: &'static str, find: fn(&mut O) -> Option<()>) -> Self {
        self.description.rules.container = Some(Container { name, find, is_page: false });
        self
    }

    /// Adds the `Option`s that contain both the items and the token or flag of a page. The page is itself one of them.
    pub fn page_container(mut self, find: fn(&mut O) -> Option<()>) -> Self {
        self.description.rules.container = Some(Container { name: "@", find, is_page: true });
        self
    }

    /// Adds the primary result key.
    pub fn items<V, I>(self, place: fn(&mut O) -> Option<&mut V>) -> OperationBuilder<R, O, C, F, K, List<O, V, I>, S>
    where
        V: ResultKey<Item = I>,
    {
        let Description { name, continuation, keys, rules } = self.description;
        let keys = PageKeys { list: List::new(place), others: keys.others };
        OperationBuilder {
            call: self.call,
            description: Description { name, continuation, keys, rules },
            types: PhantomData,
        }
    }

    /// Adds the secondary result keys, the non-aggregate keys, and the fields that hold keys.
    pub fn other_keys(mut self, others: fn(&mut KeyVisitor<'_, O>)) -> Self {
        self.description.keys.others = Some(others);
        self
    }

    /// Returns the paginator.
    pub fn paginator<M>(self) -> Paginator<Driver<R, O, C, F, K, L, S>, M>
    where
        F: Future,
        K: Continuation<R, O>,
    {
        Paginator::new(Driver::new(self.call, self.description))
    }
}

impl<R, O, C, F, K, V, L, S> OperationBuilder<R, O, C, F, (K, Token<R, O, V>), L, S> {
    /// Adds another place where a page may have the last token.
    pub fn or_token(mut self, read: fn(&mut O) -> Option<&mut V>) -> Self {
        let alternative = OutputToken { read, is_item_key: false };
        self.description.continuation.1.alternatives.push(alternative);
        self
    }

    /// Makes the place named last that of a key of an item, which is never empty.
    pub fn item_key(mut self) -> Self {
        let token = &mut self.description.continuation.1;
        token.alternatives.last_mut().unwrap_or(&mut token.output).is_item_key = true;
        self
    }
}

impl<R, O, C, F, K, V, I, S> OperationBuilder<R, O, C, F, K, List<O, V, I>, S> {
    /// Checks the type that `item` names.
    pub fn item_type<T>(self) -> OperationBuilder<R, O, C, F, K, I::List<O, V>, S>
    where
        I: ItemType<T>,
    {
        let Description { name, continuation, keys, rules } = self.description;
        let keys = PageKeys { list: I::list(keys.list), others: keys.others };
        OperationBuilder {
            call: self.call,
            description: Description { name, continuation, keys, rules },
            types: PhantomData,
        }
    }
}

/// The type of the items, which `item` names as `T`.
#[diagnostic::on_unimplemented(
    message = "the items are `{Self}`s, and `item` is `{T}`",
    label = "the items are `{Self}`s",
    note = "write `item = {Self}`; if the page derives `Page`, `item` can be left out"
)]
pub trait ItemType<T: ?Sized> {
    /// The list of the items.
    type List<O, V>;
    /// Returns the list.
    fn list<O, V>(list: List<O, V, Self>) -> Self::List<O, V>
    where
        Self: Sized;
}

#[diagnostic::do_not_recommend]
impl<I> ItemType<I> for I {
    type List<O, V> = List<O, V, I>;
    fn list<O, V>(list: List<O, V, I>) -> List<O, V, I> {
        list
    }
}
