//! `#[paginated(…)]` on a trait or an impl: defaults for its methods.

use std::collections::HashMap;
use std::convert::Infallible;

use paginated::{Error, Page, paginated};

#[derive(Clone, Default)]
struct Input {
    next_token: Option<String>,
    limit: Option<u32>,
    marker: Option<String>,
    page: u32,
}

#[derive(Page, Debug)]
struct Output {
    sessions: Vec<u32>,
    next_token: Option<String>,
    marker: Option<String>,
    last_page: Option<bool>,
}

/// Returns ten numbers in pages of `size`.
fn answer(token: Option<&String>, size: u32) -> Output {
    let start: u32 = token.map_or(0, |token| token.parse().unwrap());
    let next_token = (start + size < 10).then(|| (start + size).to_string());
    Output { sessions: (start..(start + size).min(10)).collect(), next_token, marker: None, last_page: None }
}

#[paginated(input_token = "NextToken", limit_key = "Limit", result_key = "Sessions")]
trait Service {
    /// All options are defaults.
    #[paginated]
    async fn sessions(&self, input: Input) -> Result<Output, Infallible>;

    /// Another token; the default `limit_key` is switched off.
    #[paginated(input_token = "Marker", limit_key = false)]
    async fn markers(&self, input: Input) -> Result<Output, Infallible>;

    /// Another style replaces the default one.
    #[paginated(page_number = "page", start = 1, limit_key = false)]
    async fn numbered(&self, input: Input) -> Result<Output, Infallible>;

    /// Types and closures with commas.
    #[paginated(result_key = |output| Some(&mut output.sessions), item = u32)]
    async fn closures(&self, input: Input) -> Result<Output, Infallible>;

    async fn not_paginated(&self, input: HashMap<String, u32>) -> u32;
}

struct Client;

impl Service for Client {
    async fn sessions(&self, input: Input) -> Result<Output, Infallible> {
        Ok(answer(input.next_token.as_ref(), input.limit.unwrap_or(3)))
    }
    async fn markers(&self, input: Input) -> Result<Output, Infallible> {
        let output = answer(input.marker.as_ref(), 4);
        Ok(Output { marker: output.next_token, next_token: Some("not the token".into()), ..output })
    }
    async fn numbered(&self, input: Input) -> Result<Output, Infallible> {
        let start = (input.page - 1) * 4;
        Ok(Output { next_token: None, ..answer(Some(&start.to_string()), 4) })
    }
    async fn closures(&self, input: Input) -> Result<Output, Infallible> {
        self.sessions(input).await
    }
    async fn not_paginated(&self, input: HashMap<String, u32>) -> u32 {
        input.len() as u32
    }
}

#[paginated(limit_key = "Limit", result_key = "Sessions")]
impl Client {
    #[paginated(input_token = "NextToken")]
    fn blocking(&self, input: Input) -> Result<Output, Infallible> {
        Ok(answer(input.next_token.as_ref(), input.limit.unwrap_or(3)))
    }
}

#[tokio::test]
async fn methods_take_the_options_that_they_do_not_write_from_the_trait() {
    let all: Vec<u32> = (0..10).collect();
    let client = Client;
    let sessions = client.sessions_paginator(Input::default()).page_size(2).items();
    assert_eq!(sessions.try_collect::<Vec<_>>().await.unwrap(), all);
    assert_eq!(client.markers_paginator(Input::default()).items().try_collect::<Vec<_>>().await.unwrap(), all);
    assert_eq!(client.numbered_paginator(Input::default()).items().try_collect::<Vec<_>>().await.unwrap(), all);
    assert_eq!(
        client.closures_paginator(Input::default()).page_size(5).items().try_collect::<Vec<_>>().await.unwrap(),
        all
    );
    assert_eq!(client.not_paginated(HashMap::new()).await, 0);
}

#[test]
fn an_impl_has_defaults_too() {
    let sessions = Client.blocking_paginator(Input::default()).page_size(7).items();
    assert_eq!(sessions.map(Result::unwrap).collect::<Vec<_>>(), (0..10).collect::<Vec<_>>());
}

/// Options that contain a `<` before the comma at the end.
#[paginated(page_number = "page", start = 0, result_key = "Sessions", more_results = |output| output.sessions.len() < 4,)]
trait Comparison {
    #[paginated(more_results = |output| output.sessions.len() > 1 && output.sessions[0] < 6,)]
    fn own(&self, input: Input) -> Result<Output, Infallible>;

    #[paginated]
    fn default(&self, input: Input) -> Result<Output, Infallible>;
}

impl Comparison for Client {
    fn own(&self, input: Input) -> Result<Output, Infallible> {
        Ok(answer(Some(&(input.page * 2).to_string()), 2))
    }
    fn default(&self, input: Input) -> Result<Output, Infallible> {
        Ok(answer(Some(&(input.page * 2).to_string()), 2 + 2 * input.page))
    }
}

#[test]
fn a_less_than_sign_is_not_a_bracket() {
    let own = Client.own_paginator(Input::default()).items();
    assert_eq!(own.map(Result::unwrap).collect::<Vec<_>>(), [0, 1, 2, 3, 4, 5, 6, 7]);
    let default = Client.default_paginator(Input::default()).items();
    assert_eq!(default.map(Result::unwrap).collect::<Vec<_>>(), [0, 1, 2, 3, 4, 5]);
}

/// A token that only the functions of `number_as_text` can store.
#[derive(Clone, PartialEq)]
struct Number(u32);

mod number_as_text {
    use serde::{Deserialize, Deserializer, Serializer};

    use super::Number;

    pub fn serialize<S: Serializer>(number: &Number, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&number.0)
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Number, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse().map(Number).map_err(serde::de::Error::custom)
    }
}

#[derive(Clone, Default)]
struct NumberInput {
    token: Option<Number>,
}

#[derive(Page)]
struct NumberOutput {
    items: Vec<u32>,
    token: Option<Number>,
    done: bool,
}

struct NumberClient;

#[paginated(input_token = "Token", result_key = "Items", token_with = number_as_text, more_results = "!done")]
impl NumberClient {
    #[paginated]
    fn stored(&self, input: NumberInput) -> Result<NumberOutput, Infallible> {
        let number = input.token.map_or(0, |token| token.0);
        Ok(NumberOutput { items: vec![number], token: Some(Number(number + 1)), done: number == 2 })
    }

    /// `false` is a value of `token_with`, and does not remove the default.
    #[paginated(token_with = false)]
    fn unstored(&self, input: NumberInput) -> Result<NumberOutput, Infallible> {
        self.stored(input)
    }

    /// A closure that ends with `false` does not remove the default.
    #[allow(clippy::bool_comparison, reason = "the closure must end with `false`")]
    #[paginated(more_results = |page| page.done == false)]
    fn compared(&self, input: NumberInput) -> Result<NumberOutput, Infallible> {
        self.stored(input)
    }
}

#[test]
fn only_the_value_false_removes_a_default() {
    let mut stored = NumberClient.stored_paginator(NumberInput::default()).items();
    assert_eq!(stored.by_ref().map(Result::unwrap).collect::<Vec<_>>(), [0, 1, 2]);
    assert!(stored.resume_token().is_none());
    let unstored = NumberClient.unstored_paginator(NumberInput::default()).items();
    assert_eq!(unstored.map(Result::unwrap).collect::<Vec<_>>(), [0, 1, 2]);
    let compared = NumberClient.compared_paginator(NumberInput::default()).items();
    assert_eq!(compared.map(Result::unwrap).collect::<Vec<_>>(), [0, 1, 2]);
}

macro_rules! client {
    ($name:ident, $($method:item)*) => {
        struct $name;

        #[paginated(input_token = "NextToken", result_key = "Sessions")]
        impl $name {
            $($method)*
        }
    };
}

macro_rules! client_with_attr {
    ($name:ident, $attr:meta) => {
        client!(
            $name,
            #[$attr]
            fn sessions(&self, input: Input) -> Result<Output, Infallible> {
                Ok(answer(input.next_token.as_ref(), input.limit.unwrap_or(3)))
            }
        );
    };
}

client_with_attr!(MacroClient, paginated(limit_key = "Limit"));

#[test]
fn methods_and_their_attributes_can_come_from_macros() {
    assert_eq!(MacroClient.sessions_paginator(Input::default()).page_size(4).items().count(), 10);
}

struct ConditionalClient;

#[paginated(input_token = "NextToken", limit_key = "Limit", result_key = "Sessions")]
impl ConditionalClient {
    #[cfg_attr(all(), paginated, doc = "Two attributes of one condition.")]
    fn all_defaults(&self, input: Input) -> Result<Output, Infallible> {
        Ok(answer(input.next_token.as_ref(), input.limit.unwrap_or(3)))
    }

    #[cfg_attr(all(), cfg_attr(not(any()), ::paginated::paginated(page_number = "page", start = 1)))]
    #[cfg_attr(any(), paginated(nonexistent_option))]
    fn numbered(&self, input: Input) -> Result<Output, Infallible> {
        let start = (input.page - 1) * 4;
        Ok(answer(Some(&start.to_string()), 4))
    }
}

#[test]
fn an_attribute_in_cfg_attr_takes_the_defaults() {
    let input = Input::default;
    assert_eq!(ConditionalClient.all_defaults_paginator(input()).page_size(4).items().count(), 10);
    assert_eq!(ConditionalClient.numbered_paginator(input()).page_size(4).items().count(), 10);
}

#[derive(Clone, Default)]
struct ScimInput {
    start_index: Option<u32>,
}

#[derive(Page)]
struct ScimOutput {
    resources: Vec<u32>,
    start_index: u32,
}

struct ScimClient;

/// Defaults without a style.
#[paginated(start = 1, echo = "startIndex", result_key = "Resources")]
impl ScimClient {
    /// Returns the numbers up to 4 in pages of 2. An offset of 0 is answered like 1, as SCIM says.
    #[paginated(offset = "startIndex")]
    fn users(&self, input: ScimInput) -> Result<ScimOutput, Infallible> {
        let start_index = input.start_index.unwrap_or(1).max(1);
        Ok(ScimOutput { resources: (start_index..5).take(2).collect(), start_index })
    }

    /// Returns the first page again and again.
    #[paginated(offset = "startIndex")]
    fn groups(&self, _input: ScimInput) -> Result<ScimOutput, Infallible> {
        self.users(ScimInput::default())
    }
}

#[paginated(start = 1, result_key = "Sessions")]
impl ScimClient {
    #[paginated(page_number = "page")]
    fn pages(&self, input: Input) -> Result<Output, Infallible> {
        Ok(answer(Some(&((input.page - 1) * 4).to_string()), 4))
    }

    #[paginated(input_token = "NextToken")]
    fn tokens(&self, input: Input) -> Result<Output, Infallible> {
        Ok(answer(input.next_token.as_ref(), 4))
    }
}

/// The default `start` was rejected, because a token has no number.
#[test]
fn a_default_of_another_style_than_that_of_the_method_is_removed() {
    let pages = ScimClient.pages_paginator(Input::default()).items();
    assert!(pages.map(Result::unwrap).eq(0..10));
    let tokens = ScimClient.tokens_paginator(Input::default()).items();
    assert!(tokens.map(Result::unwrap).eq(0..10));
}

/// A default such as `start` was removed from each method, as if the method replaced a default style.
#[test]
fn options_of_a_style_can_be_defaults_without_a_default_style() {
    let users = ScimClient.users_paginator(ScimInput::default()).items();
    assert_eq!(users.map(Result::unwrap).collect::<Vec<_>>(), [1, 2, 3, 4]);
    let mut groups = ScimClient.groups_paginator(ScimInput::default()).items().skip(2);
    assert!(matches!(groups.next(), Some(Err(Error::WrongPosition { .. }))));
}

#[derive(Clone, Default)]
struct SessionsBuilder(Input);

impl SessionsBuilder {
    fn set_next_token(mut self, token: Option<String>) -> Self {
        self.0.next_token = token;
        self
    }
}

struct BuilderClient;

#[paginated(input_token = "NextToken", result_key = "Sessions", builder)]
impl BuilderClient {
    #[paginated]
    fn built(&self, builder: SessionsBuilder) -> Result<Output, Infallible> {
        Ok(answer(builder.0.next_token.as_ref(), 4))
    }

    /// The key is a parameter.
    #[paginated(input_token = next_token)]
    fn with_parameter(&self, next_token: Option<String>) -> Result<Output, Infallible> {
        Ok(answer(next_token.as_ref(), 4))
    }
}

/// The default `builder` was rejected at a method without a builder.
#[test]
fn a_default_builder_does_not_concern_a_method_without_one() {
    let sessions = BuilderClient.built_paginator(SessionsBuilder::default()).items();
    assert!(sessions.map(Result::unwrap).eq(0..10));
    assert!(BuilderClient.with_parameter_paginator(None).items().map(Result::unwrap).eq(0..10));
}
