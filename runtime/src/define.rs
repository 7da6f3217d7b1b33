//! What the attribute says, in the runtime's words: the chain of calls that `#[paginated]` writes.

use core::future::Future;
use core::marker::PhantomData;

use crate::call::{Blocking, BlockingLent, Call, Calling, Lending};
use crate::demands::{Clears, Held, Is, Keeps, Paging, Sends, Sets};
use crate::drive::Drive;
use crate::operation::{WithLimitKey, WithoutItems, WithoutLimitKey};
use crate::page::Outcome;
use crate::paginator::Paginator;
use crate::paging::at::At;
use crate::paging::limit::{Converter, Limit, LimitKey, PageSize};
use crate::paging::result_key::ResultKey;
use crate::paging::results::{Join, Kept, Primary, Result, Secondary};
use crate::paging::token::{Probe, TokenCodec};
use crate::paging::tokens::{Argument, Builder, Either, Field, Reading, Setter, Slot, Token, Tokens};

/// The keys of an operation. `K` says which there are.
pub struct Keys<T, P, X, M, L, K> {
    pub(crate) tokens: T,
    pub(crate) primary: P,
    pub(crate) others: X,
    pub(crate) more: M,
    pub(crate) limit: L,
    pub(crate) stop_on_repeated: bool,
    kinds: PhantomData<fn() -> K>,
}

/// Everything that paging needs to know of an operation's keys.
pub trait KeySet<R, O> {
    /// See [`Tokens`].
    type Tokens: Tokens<R, O>;
    /// See [`Primary`].
    type Primary: Primary<O>;
    /// See [`Join`].
    type Others: Join<O>;
    /// See [`More`].
    type More: More<O>;
    /// See [`Limit`].
    type Limit: Limit<R>;
    /// Which keys there are.
    type Kinds;
    /// The keys.
    fn keys(&self) -> &Keys<Self::Tokens, Self::Primary, Self::Others, Self::More, Self::Limit, Self::Kinds>;
}

impl<R, O, T, P, X, M, L, K> KeySet<R, O> for Keys<T, P, X, M, L, K>
where
    T: Tokens<R, O>,
    P: Primary<O>,
    X: Join<O>,
    M: More<O>,
    L: Limit<R>,
{
    type Tokens = T;
    type Primary = P;
    type Others = X;
    type More = M;
    type Limit = L;
    type Kinds = K;
    fn keys(&self) -> &Self {
        self
    }
}

/// The flag that says whether there is another page.
pub trait More<O> {
    /// The flag; `None` where the operation has none.
    fn more(&self, page: &mut O) -> Option<bool>;
    /// Its wire name.
    fn name(&self) -> &'static str;
}

impl<O> More<O> for () {
    fn more(&self, _: &mut O) -> Option<bool> {
        None
    }
    fn name(&self) -> &'static str {
        ""
    }
}

/// A flag read by `F`.
#[derive(Debug)]
pub struct Flag<F> {
    name: &'static str,
    flag: F,
}

impl<O, F: for<'a> Fn(At<'a, O>) -> bool> More<O> for Flag<F> {
    fn more(&self, page: &mut O) -> Option<bool> {
        Some((self.flag)(At::new(page)))
    }
    fn name(&self) -> &'static str {
        self.name
    }
}

/// An operation being described: `C` sends the request `R`, `O` is the page.
pub struct Definition<R, C, O, E, T, P, X, M, L, K> {
    name: &'static str,
    call: C,
    keys: Keys<T, P, X, M, L, K>,
    types: PhantomData<fn(R) -> (O, E)>,
}

/// A definition that has no key yet.
pub(crate) type Undefined<R, C, O, E> = Definition<R, C, O, E, (), (), (), (), (), (WithoutItems, WithoutLimitKey)>;

fn undefined<R, C, O, E>(name: &'static str, call: C) -> Undefined<R, C, O, E> {
    let keys =
        Keys { tokens: (), primary: (), others: (), more: (), limit: (), stop_on_repeated: false, kinds: PhantomData };
    Definition { name, call, keys, types: PhantomData }
}

type Called<R, C, F, RequestIs> =
    <<F as Future>::Output as Outcome>::Then<<Paging as Sends<R, RequestIs>>::Then<Calling<R, C, F>>>;
type Output<F> = <<F as Future>::Output as Outcome>::Output;
type Error<F> = <<F as Future>::Output as Outcome>::Error;

/// An operation whose `call` takes the request by value: each page takes a clone.
pub fn operation<R, C, F, RequestIs>(
    name: &'static str,
    request: R,
    call: C,
) -> Undefined<R, Called<R, C, F, RequestIs>, Output<F>, Error<F>>
where
    Paging: Sends<R, RequestIs>,
    C: FnMut(R) -> F,
    F: Future<Output: Outcome>,
{
    let call = <Paging as Sends<R, RequestIs>>::then(Calling::new(request, call));
    undefined(name, <F::Output as Outcome>::then(call))
}

/// An operation whose `call` borrows from the request: each page takes the request itself and gives it back.
pub fn lending<R, C, F, G>(
    name: &'static str,
    request: R,
    call: C,
) -> Undefined<R, G::Then<Lending<R, C, F>>, G::Output, G::Error>
where
    C: FnMut(R) -> F,
    F: Future<Output = (R, G)>,
    G: Outcome,
{
    undefined(name, G::then(Lending::new(request, call)))
}

/// An operation that is not async, and takes the request by value.
pub fn blocking<R, C, G>(
    name: &'static str,
    request: R,
    call: C,
) -> Undefined<R, G::Then<Blocking<R, C>>, G::Output, G::Error>
where
    C: FnMut(R) -> G,
    G: Outcome,
{
    undefined(name, G::then(Blocking::new(request, call)))
}

/// An operation that is not async, and borrows the request.
pub fn blocking_lent<R, C, G>(
    name: &'static str,
    request: R,
    call: C,
) -> Undefined<R, G::Then<BlockingLent<R, C>>, G::Output, G::Error>
where
    C: FnMut(&mut R) -> G,
    G: Outcome,
{
    undefined(name, G::then(BlockingLent::new(request, call)))
}

#[allow(clippy::type_complexity, reason = "each method adds one key to the eleven types of a definition")]
impl<R, C, O, E, T, P, X, M, L, RK, LK> Definition<R, C, O, E, T, P, X, M, L, (RK, LK)> {
    /// The same definition with other keys.
    fn with<T2, P2, X2, M2, L2, K2>(
        self,
        keys: impl FnOnce(T, P, X, M, L) -> (T2, P2, X2, M2, L2),
    ) -> Definition<R, C, O, E, T2, P2, X2, M2, L2, K2> {
        let Self { name, call, keys: k, types } = self;
        let (tokens, primary, others, more, limit) = keys(k.tokens, k.primary, k.others, k.more, k.limit);
        let keys =
            Keys { tokens, primary, others, more, limit, stop_on_repeated: k.stop_on_repeated, kinds: PhantomData };
        Definition { name, call, keys, types }
    }

    /// A token: the field it goes to in the request, and where it is read from in the page.
    pub fn token<F, N, D, V, Q, SlotIs, TokenIs, NoneIs>(
        self,
        name: &'static str,
        place: F,
        read: D,
        codec: impl FnOnce(Probe<V>) -> Q,
    ) -> Definition<
        R,
        C,
        O,
        E,
        <Paging as Keeps<V, TokenIs>>::Then<
            <Paging as Clears<N, NoneIs>>::Then<N::Then<Token<T, Field<F, N, SlotIs>, D, Q, V>>>,
        >,
        P,
        X,
        M,
        L,
        (RK, LK),
    >
    where
        F: for<'a> Fn(At<'a, R>) -> At<'a, N>,
        D: for<'a> Fn(At<'a, O>, Reading<'a, V>),
        N: Slot<V, SlotIs>,
        Paging: Keeps<V, TokenIs> + Clears<N, NoneIs>,
        Q: TokenCodec<V>,
    {
        let (place, codec) = (Field::new(place), codec(Probe::new()));
        self.with(|rest, p, x, m, l| {
            let token = Token { rest, name, place, read, codec, value: PhantomData };
            let token = <Paging as Clears<N, NoneIs>>::then(N::then(token));
            (<Paging as Keeps<V, TokenIs>>::then(token), p, x, m, l)
        })
    }

    /// A token that a builder's setter takes.
    pub fn token_by<F, G, B, B1, B2, A, D, V, Q, SetterIs, ArgumentIs, TokenIs>(
        self,
        name: &'static str,
        builder: F,
        setter: G,
        read: D,
        codec: impl FnOnce(Probe<V>) -> Q,
    ) -> Definition<
        R,
        C,
        O,
        E,
        <Paging as Keeps<V, TokenIs>>::Then<
            A::Then<Token<T, <Paging as Sets<B, B1, B2, SetterIs>>::Then<Setter<F, G, B, A, ArgumentIs>>, D, Q, V>>,
        >,
        P,
        X,
        M,
        L,
        (RK, LK),
    >
    where
        F: for<'a> Fn(At<'a, R>) -> At<'a, Builder<B>>,
        G: Fn(B1, A) -> B2,
        Paging: Sets<B, B1, B2, SetterIs> + Keeps<V, TokenIs>,
        D: for<'a> Fn(At<'a, O>, Reading<'a, V>),
        A: Argument<V, ArgumentIs>,
        Q: TokenCodec<V>,
    {
        let place = <Paging as Sets<B, B1, B2, SetterIs>>::then(Setter::new(builder, setter));
        let codec = codec(Probe::new());
        self.with(|rest, p, x, m, l| {
            let token = Token { rest, name, place, read, codec, value: PhantomData };
            (<Paging as Keeps<V, TokenIs>>::then(A::then(token)), p, x, m, l)
        })
    }

    /// A result key: the primary one, whose elements are the items.
    pub fn result<F, H, HeldIs>(
        self,
        path: F,
    ) -> Definition<R, C, O, E, T, H::Then<Result<F, H>>, X, M, L, (H::Kind, LK)>
    where
        F: for<'a> Fn(At<'a, O>) -> At<'a, H>,
        H: Held<HeldIs>,
    {
        self.with(|t, _, x, m, l| (t, H::then(Result::new(path)), x, m, l))
    }

    /// Another result key.
    pub fn also<F, H, HeldIs>(
        self,
        path: F,
    ) -> Definition<R, C, O, E, T, P, H::Then<Secondary<X, F, H>>, M, L, (RK, LK)>
    where
        F: for<'a> Fn(At<'a, O>) -> At<'a, H>,
        H: Held<HeldIs>,
    {
        self.with(|t, p, rest, m, l| (t, p, H::then(Secondary { rest, key: Result::new(path) }), m, l))
    }

    /// A non-aggregate key. `clear` makes it absent.
    pub fn keep<F, N, B>(self, path: F, clear: B) -> Definition<R, C, O, E, T, P, Kept<X, F, B, N>, M, L, (RK, LK)>
    where
        F: for<'a> Fn(At<'a, O>) -> At<'a, N>,
        B: for<'a> Fn(At<'a, N>),
    {
        self.with(|t, p, rest, m, l| (t, p, Kept { rest, path, clear, slot: PhantomData }, m, l))
    }

    /// The flag that says whether there is another page.
    pub fn more_results<F>(self, name: &'static str, flag: F) -> Definition<R, C, O, E, T, P, X, Flag<F>, L, (RK, LK)>
    where
        F: for<'a> Fn(At<'a, O>) -> bool,
    {
        self.with(|t, p, x, _, l| (t, p, x, Flag { name, flag }, l))
    }

    /// A token that comes back ends the listing.
    #[must_use]
    pub fn stop_on_repeated(mut self) -> Self {
        self.keys.stop_on_repeated = true;
        self
    }

    /// The page size: the field it goes to in the request.
    pub fn limit<F, N, V, Z, SlotIs>(
        self,
        name: &'static str,
        path: F,
        convert: impl FnOnce(Probe<N>) -> Converter<V, Z>,
    ) -> Definition<R, C, O, E, T, P, X, M, N::Then<LimitKey<Field<F, N, SlotIs>, V>>, (RK, WithLimitKey)>
    where
        F: for<'a> Fn(At<'a, R>) -> At<'a, N>,
        N: Slot<V, SlotIs>,
        Z: PageSize<V>,
    {
        let convert = convert(Probe::new()).convert();
        self.with(|t, p, x, m, _| (t, p, x, m, N::then(LimitKey { name, place: Field::new(path), convert })))
    }

    /// A page size that a builder's setter takes.
    pub fn limit_by<F, G, B, B1, B2, A, V, Z, SetterIs, ArgumentIs>(
        self,
        name: &'static str,
        builder: F,
        setter: G,
        convert: impl FnOnce(Probe<A>) -> Converter<V, Z>,
    ) -> Definition<
        R,
        C,
        O,
        E,
        T,
        P,
        X,
        M,
        <Paging as Sets<B, B1, B2, SetterIs>>::Then<LimitKey<Setter<F, G, B, A, ArgumentIs>, V>>,
        (RK, WithLimitKey),
    >
    where
        F: for<'a> Fn(At<'a, R>) -> At<'a, Builder<B>>,
        G: Fn(B1, A) -> B2,
        Paging: Sets<B, B1, B2, SetterIs>,
        A: Argument<V, ArgumentIs>,
        Z: PageSize<V>,
    {
        let convert = convert(Probe::new()).convert();
        let limit = LimitKey { name, place: Setter::new(builder, setter), convert };
        self.with(|t, p, x, m, _| (t, p, x, m, <Paging as Sets<B, B1, B2, SetterIs>>::then(limit)))
    }

    /// The paginator.
    pub fn paginator<Mode>(self) -> Paginator<Drive<R, C, O, E, Keys<T, P, X, M, L, (RK, LK)>>, Mode>
    where
        C: Call<R, O, E>,
        Keys<T, P, X, M, L, (RK, LK)>: KeySet<R, O>,
    {
        Paginator::new(Drive::new(self.name, self.call, self.keys))
    }
}

#[allow(clippy::type_complexity, reason = "as above")]
impl<R, C, O, E, T, F, H, X, M, L, RK, LK> Definition<R, C, O, E, T, Result<F, H>, X, M, L, (RK, LK)> {
    /// The type of the items, as the attribute says it.
    pub fn item<I: ?Sized>(self) -> Definition<R, C, O, E, T, <H::Item as Is<I>>::Then<Result<F, H>>, X, M, L, (RK, LK)>
    where
        H: ResultKey<Item: Is<I>>,
    {
        self.with(|t, primary, x, m, l| (t, <H::Item as Is<I>>::then(primary), x, m, l))
    }
}

#[allow(clippy::type_complexity, reason = "as above")]
impl<R, C, O, E, T, A, D, Q, V, P, X, M, L, RK, LK> Definition<R, C, O, E, Token<T, A, D, Q, V>, P, X, M, L, (RK, LK)> {
    /// Another place where the last token is read from, if it is not in the first.
    pub fn or<D2>(self, read: D2) -> Definition<R, C, O, E, Token<T, A, Either<D, D2>, Q, V>, P, X, M, L, (RK, LK)>
    where
        D2: for<'a> Fn(At<'a, O>, Reading<'a, V>),
    {
        self.with(|token, p, x, m, l| (token.or(read), p, x, m, l))
    }
}
