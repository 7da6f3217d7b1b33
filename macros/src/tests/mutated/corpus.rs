//! Input with functions of every kind and with every option. Most of it is valid.

use proc_macro2::TokenStream;

use super::tokens;
use crate::attr;

/// Returns attributes, and the annotated functions.
pub(super) fn methods() -> Vec<(TokenStream, TokenStream)> {
    METHODS.iter().map(|(args, item)| (tokens(args), tokens(item))).collect()
}

/// Returns defaults, and the traits and `impl` blocks with them.
pub(super) fn clients() -> Vec<(TokenStream, TokenStream)> {
    CLIENTS.iter().map(|(args, item)| (tokens(args), tokens(item))).collect()
}

/// Returns structs that derive `Page`.
pub(super) fn structs() -> Vec<TokenStream> {
    STRUCTS.iter().map(|item| tokens(item)).collect()
}

/// Attributes with every option.
const METHODS: &[(&str, &str)] = &[
    (
        r#"input_token = "NextToken", limit_key = "Limit", result_key = "Sessions""#,
        "async fn describe_sessions(&self, input: DescribeSessionsInput) -> Result<DescribeSessionsOutput, Error>;",
    ),
    (
        r#"input_token = ["KeyMarker", "VersionIdMarker"], output_token = ["NextKeyMarker", "NextVersionIdMarker"],
           result_key = ["Versions", "DeleteMarkers"], more_results = "IsTruncated",
           non_aggregate_keys = ["Name", "Prefix"], limit_key = "MaxKeys", item = ObjectVersion, builder"#,
        r#"/// Versions.
           #[deprecated(note = "old")]
           #[allow(dead_code)]
           #[expect(unused)]
           #[cfg(feature = "s3")]
           pub(super) async fn list_object_versions(request: Builder<'_>) -> Result<Output, SdkError<Error>> {
               request.send().await
           }"#,
    ),
    (
        r#"input_token = "Marker", output_token = "NextMarker || Contents[-1].Key || Contents[0].A.B", result_key = "Contents""#,
        "fn list(&mut self, input: &Input) -> io::Result<Output>;",
    ),
    (
        "input_token = next_token, output_token = metadata.continue_, result_key = a.r#type, name = list_sessions, \
         token_with = my::module, crate = my::paginated",
        "fn list<'a, T: Api + ?Sized, const N: usize>(self: Arc<Self>, of: &'a T, next_token: Option<String>) \
         -> impl Future<Output = Result<Output, Error>> + Send + 'a where T: Send { async move { todo!() } }",
    ),
    (
        r#"input_token = "Token", end_on = "repeated_token", result_key = "Events", name = Self::all"#,
        "fn list(&'life0 self, input: Input) -> Pin<Box<dyn Future<Output = Result<Output, Error>> + Send + 'async_trait>> \
         where 'life0: 'async_trait, Self: 'async_trait;",
    ),
    (
        r#"input_token = "Token", end_on = ["repeated_token", "empty_page"], result_key = "Events""#,
        "fn list(&self, input: Input) -> BoxFuture<'_, Result<Output, Error>> { Box::pin(async move { input.send() }) }",
    ),
    (
        r#"input_token = "Token", result_key = "Items""#,
        "fn list(&self, input: &Input) -> LocalBoxFuture<Result<Output>>;",
    ),
    (
        r#"input_token = "Token", result_key = "Items", item = (String, Vec<u8>), limit_key = limit"#,
        "async fn list(self, (a, b): (u8, u8), token: Option<String>, limit: i32) -> Result<Output, Self::Error>;",
    ),
    (
        r#"input_token = "Token", result_key = "Page.Items""#,
        "async fn list(client: impl Api + Copy, input: Input, mut other: &mut Other) -> Result<Output, Error> { \
         Self::f(client) }",
    ),
    (
        r#"input_token = "token", result_key = "items", item = Item<'static, { N }>"#,
        "fn list(input: Option<Box<Input>>) -> MyFuture<'static, Output>;",
    ),
    (
        r#"input_token = "A", result_key = "B""#,
        "#[paginated(input_token = \"A\", name = other)] async fn list(&self, input: Input) -> Result<Output, Error>;",
    ),
    (
        r#"page_number = "page", start = 1, limit_key = |request, size| request.size = size, echo = "page",
           total_pages = "totalPages", result_key = "items", boxed"#,
        "fn list(&self, request: Request) -> Result<Output, Error>;",
    ),
    (
        r#"offset = |request, offset| request.from = offset, start = 0, total_items = |page| page.total, result_key = "@",
           item = Item, reversed, end_on = "short_page""#,
        "async fn list(client: &Client, request: Request) -> Result<Vec<Item>, Error>;",
    ),
    (
        r#"next_link = |page| page.link("next"), next_method = list_next, first_page_only = ["A", "B.C"], result_key = "items""#,
        "async fn list(&self, owner: &str, request: &Request) -> Result<Output, Error>;",
    ),
    (
        r#"input_token = ["after", "pit_id"], output_token = ["hits[-1].sort", "pit_id"], carried_token = "pit_id",
           empty_token = "follow", result_key = "hits[].fields[]""#,
        "async fn search(&self, request: Search) -> Result<Hits, Error>;",
    ),
    (r#"input_token = "A", result_key = "B""#, "fn list(&self) -> Option<Output>;"),
    ("", "fn list(&self, input: Input);"),
    (r#"limit_key = "A.B""#, "unsafe extern \"C\" fn list(input: *const Input, ...) -> Result<Output, Error>;"),
    (r#"input_token = "A""#, "pub const fn list(self: Pin<&mut Self>, input: [u8; 3]) -> Result<impl Sized, Error> {}"),
    (r#"input_token = "A""#, "pub struct Client { name: String }"),
];

const CLIENTS: &[(&str, &str)] = &[
    (
        r#"input_token = "NextToken", limit_key = "Limit", result_key = ["Sessions", "Fleets"]"#,
        r#"/// A client.
           pub(crate) trait Client<T: Api>: Send where T: Clone {
               const LIMIT: u32 = { 1 + 1 };
               /// Lists sessions.
               #[paginated]
               async fn list(&self, input: Input) -> Result<Output, Error>;
               #[allow(dead_code)]
               #[paginated::paginated(result_key = "Fleets", limit_key = false, item = HashMap<u8, T>)]
               fn fleets(&self, input: Input) -> Result<Output, Error> { self.get(input)? }
           }"#,
    ),
    (
        r#"page_number = "page", start = 1, result_key = |page| page.items(), item = fn(u8, u8) -> T, boxed,"#,
        r#"impl<T> Client<'_, T> { #[paginated(offset = "offset", result_key = "a")] pub fn list(&self, input: Input) -> A<B> {} }"#,
    ),
    (r#"input_token = "A""#, "impl Client for Http { #[paginated] async fn list(&self) -> Result<A, B> {} }"),
    (r#"input_token = "A", name = list_all"#, "unsafe impl Client { #![allow(a)] fn list(&self) {} }"),
];

const STRUCTS: &[&str] = &[
    "#[derive(Page)] pub struct Output { pub sessions: Vec<Session>, pub next_token: Option<String> }",
    "struct Output<'a, T: Clone = u8, const N: usize = 1> where T: Send { a: &'a [T; N], pub(super) r#type: Option<Box<[T]>> }",
    "#[page(crate = my::paginated)] pub struct Output(pub Vec<u8>, Option<String>, HashMap<String, Option<Vec<T>>>);",
    "#[page(crate = \"my::paginated\")] struct Output;",
    "#[non_exhaustive] pub(in crate::a) struct Output { /** doc */ #[serde(rename = \"a\")] pub list: (Vec<u8>) }",
    "struct Output { #[page(crate = a)] a: dyn Fn(u8) -> Vec<u8> + Send, b: fn(u8), c: [u8; { 1 + 1 }] }",
    "enum Output { A(u8), B { b: u8 } = 3 }",
    "union Output { a: u8, b: u16 }",
];

#[test]
fn each_option_is_in_the_corpus() {
    let is_written = |option: &str| METHODS.iter().any(|(args, _)| args.split([' ', ',']).any(|word| word == option));
    let missing: Vec<_> = attr::PAGINATED.names().filter(|option| !is_written(option)).collect();
    assert_eq!(missing, [""; 0]);
}
