//! `octocrab`: a page has the link of the next page.
//!
//! # What to watch for
//!
//! - The builders of `octocrab` are not `Clone`, so the function takes plain parameters and creates the builder.
//! - The link is an `http::Uri`, which `octocrab` does not export. As a string, it needs no dependency on `http`.
//! - The page size has the type `u8`. A size above 255 is an error before the first request, and GitHub returns at most 100
//!   items.
//! - `octocrab` follows a link to another host, but without the access token. Check the host of the link if a resume token may
//!   be forged.
//! - `Octocrab::all_pages` collects the same list, without a resume token and without `retry()`.

use octocrab::models::Label;
use octocrab::{Octocrab, Page, Result};
use paginated::paginated;

/// Requests the first page.
#[paginated(
    next_link = |page| Some(page.next.as_ref()?.to_string()),
    next_method = list_labels_next,
    limit_key = "per_page",
    result_key = "items",
    item = Label,
)]
pub async fn list_labels(github: &Octocrab, owner: &str, repo: &str, per_page: Option<u8>) -> Result<Page<Label>> {
    github.issues(owner, repo).list_labels_for_repo().per_page(per_page.unwrap_or(100)).send().await
}

async fn list_labels_next(github: &Octocrab, _owner: &str, _repo: &str, link: &str) -> Result<Page<Label>> {
    github.get(link, None::<&()>).await
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;
    use crate::service::{self, LEN, collect, page, serve};

    async fn github() -> Octocrab {
        let url = serve(|request| {
            assert_eq!(request.path, "/repos/rust-lang/cargo/labels");
            let (number, size) = (request.number("page").unwrap_or(1), request.number("per_page").unwrap());
            let (ids, next) = page((number - 1) * size, size);
            let label = |id: usize| {
                json!({
                    "id": id, "node_id": "n", "url": "http://localhost/label", "name": format!("label-{id}"),
                    "description": null, "color": "ffffff", "default": false,
                })
            };
            let mut response = service::json(&ids.map(label).collect::<Value>());
            if next.is_some() {
                let host = request.host;
                let link =
                    format!(r#"<http://{host}{}?page={}&per_page={size}>; rel="next""#, request.path, number + 1);
                response.headers_mut().insert("link", link.parse().unwrap());
            }
            response
        });
        Octocrab::builder().base_uri(url.await).unwrap().build().unwrap()
    }

    #[tokio::test]
    async fn lists_by_link() {
        let github = github().await;
        let labels = || list_labels_paginator(&github, "rust-lang", "cargo", None).page_size(2);
        let all: Vec<Label> = labels().items().try_collect().await.unwrap();
        assert!(all.iter().map(|label| label.name.clone()).eq((0..LEN).map(|id| format!("label-{id}"))));

        let mut first = labels().max_items(3).items();
        assert_eq!(collect(&mut first).await.unwrap().len(), 3);
        let rest: Vec<Label> =
            labels().starting_token(first.resume_token().unwrap()).items().try_collect().await.unwrap();
        assert_eq!(rest, all[3..]);
    }
}
