//! A module and a field called `gen`, which is an identifier in edition 2021 and a keyword in edition 2024.

use paginated::{paginated, Page};

#[derive(Clone, Default)]
pub struct Input {
    pub r#gen: Option<String>,
    pub limit: Option<u32>,
}

#[derive(Page)]
pub struct Output {
    pub items: Vec<u32>,
    pub r#gen: Option<String>,
}

#[paginated(input_token = "gen", limit_key = "Limit", result_key = "Items")]
pub async fn list(input: Input) -> Result<Output, super::Failure> {
    let page = super::new_page(&super::Input { token: input.r#gen, limit: input.limit })?;
    Ok(Output { items: page.items, r#gen: page.token })
}
