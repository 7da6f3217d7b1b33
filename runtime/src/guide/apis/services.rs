// The services behind the snippets of `guide/apis.rs`, each of which includes this file.
//
// Each list has seven items. A page has three of them by default, and four at most. A service refuses every parameter that it
// does not know.

use std::io;
use std::sync::Mutex;

use paginated::Page;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};

/// An item of any API.
#[derive(Clone, Debug, Default, Page, Serialize, Deserialize)]
pub struct Item {
    pub id: String,
}

impl From<Item> for u32 {
    fn from(item: Item) -> Self {
        item.id.parse().unwrap()
    }
}

/// A response with headers.
#[derive(Clone, Debug, Default, Page)]
pub struct Response<T = Vec<Item>> {
    pub headers: Map<String, Value>,
    pub body: T,
}

impl<T> Response<T> {
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name)?.as_str()
    }

    /// Returns the URL of a `Link` header: `<https://…>; rel="next"`.
    pub fn link(&self, rel: &str) -> Option<String> {
        let rel = format!("rel=\"{rel}\"");
        let link = self.header("link")?.split(',').find(|link| link.contains(&rel))?;
        Some(link.split_once('<')?.1.split_once('>')?.0.to_owned())
    }
}

/// Declares requests and responses.
macro_rules! types {
    ($($(#[$meta:meta])* $name:ident { $($(#[$field_meta:meta])* $field:ident: $type:ty),* $(,)? })*) => {$(
        #[derive(Clone, Debug, Default, paginated::Page, serde::Serialize, serde::Deserialize)]
        $(#[$meta])*
        pub struct $name { $($(#[$field_meta])* pub $field: $type,)* }
    )*};
}

/// Checks the whole list, and each list that is cut after some items and resumed.
macro_rules! check {
    ($paginator:expr, page_size) => {
        check!($paginator);
        check!($paginator.page_size(2));
        check!($paginator.page_size(100));
    };
    ($paginator:expr) => {
        assert_eq!(ids($paginator.items()), (0..7).collect::<Vec<_>>());
        for count in 1..=7 {
            let mut items = $paginator.max_items(count).items();
            let mut listed = Vec::new();
            while let Some(item) = futures::executor::block_on(items.next()) {
                listed.push(item.unwrap().into());
            }
            if let Some(token) = items.resume_token() {
                listed.extend(ids($paginator.starting_token(token.to_string()).items()));
            }
            assert_eq!(listed, (0..7).collect::<Vec<_>>(), "cut after {count}");
        }
    };
}

/// Collects the numbers of the items.
pub fn ids<T: Into<u32>, E: std::fmt::Debug>(items: impl futures::Stream<Item = Result<T, E>>) -> Vec<u32> {
    use futures::TryStreamExt;
    futures::executor::block_on(items.map_ok(Into::into).try_collect()).unwrap()
}

/// A client without a connection.
#[derive(Clone, Default)]
pub struct Client;

impl Client {
    pub async fn get<T: DeserializeOwned>(&self, path: &str, query: &impl Serialize) -> io::Result<T> {
        let (_, body) = respond(path, &serde_json::to_value(query)?)?;
        Ok(serde_json::from_value(body)?)
    }

    pub async fn get_with_headers<T: DeserializeOwned>(
        &self,
        path: &str,
        query: &impl Serialize,
    ) -> io::Result<Response<T>> {
        let (headers, body) = respond(path, &serde_json::to_value(query)?)?;
        let Value::Object(headers) = headers else { return Err(io::Error::other("no headers")) };
        Ok(Response { headers, body: serde_json::from_value(body)? })
    }

    /// Requests a relative or absolute link.
    pub async fn get_url<T: DeserializeOwned>(&self, url: &str) -> io::Result<T> {
        let (path, query) = split_url(url)?;
        self.get(path, &query).await
    }

    pub async fn get_url_with_headers<T: DeserializeOwned>(&self, url: &str) -> io::Result<Response<T>> {
        let (path, query) = split_url(url)?;
        self.get_with_headers(path, &query).await
    }
}

/// Splits a link of this service into its path and its query.
fn split_url(url: &str) -> io::Result<(&str, Value)> {
    let url = url.strip_prefix("https://api.example.com").unwrap_or(url);
    let parts = url.strip_prefix('/').and_then(|url| url.split_once("?at="));
    let (path, at) = parts.ok_or_else(|| io::Error::other(format!("unknown URL {url}")))?;
    Ok((path, json!({ "at": at })))
}

/// The number of items of each list.
const TOTAL: u32 = 7;

/// The parameters of a request. Those that were read are removed.
struct Query(Map<String, Value>);

/// A page of a list.
struct List {
    items: Vec<Value>,
    /// The position of the page: its number or its offset.
    position: u32,
    /// The index of the first item of the next page.
    next: Option<u32>,
    /// The number of pages of this size.
    pages: u32,
}

impl List {
    fn new(start: u32, size: u32) -> Self {
        let end = (start + size).min(TOTAL);
        let items = (start..end).map(|id| json!({ "id": id.to_string() })).collect();
        Self { items, position: start, next: (end < TOTAL).then_some(end), pages: TOTAL.div_ceil(size) }
    }

    /// The token of the next page.
    fn token(&self) -> Option<String> {
        self.next.map(|next| format!("t{next}"))
    }

    /// The link of the next page.
    fn link(&self, path: &str) -> Option<String> {
        self.next.map(|next| format!("https://api.example.com/{path}?at=t{next}"))
    }

    fn link_header(&self, path: &str) -> Value {
        let prev = "<https://api.example.com/first>; rel=\"prev\"";
        match self.link(path) {
            Some(next) => json!({ "link": format!("{prev}, <{next}>; rel=\"next\"") }),
            None => json!({ "link": prev }),
        }
    }
}

impl Query {
    fn is_present(&self, name: &str) -> bool {
        self.0.contains_key(name)
    }

    /// Removes a number, which may be written as a string.
    fn number(&mut self, name: &str) -> io::Result<Option<u32>> {
        let Some(value) = self.0.remove(name) else { return Ok(None) };
        let number = value.as_u64().map_or_else(|| value.as_str().unwrap_or_default().to_owned(), |n| n.to_string());
        number.parse().map(Some).map_err(|_| io::Error::other(format!("400: invalid {name}: {value}")))
    }

    fn size(&mut self, name: &str) -> io::Result<u32> {
        Ok(self.number(name)?.unwrap_or(3).min(4))
    }

    /// Ends the reading of the parameters.
    fn finish(self) -> io::Result<()> {
        match self.0.keys().next() {
            Some(unknown) => Err(io::Error::other(format!("400: unknown parameter {unknown}"))),
            None => Ok(()),
        }
    }

    /// A list by tokens such as `t3`.
    fn by_token(mut self, token: &str, limit: &str) -> io::Result<List> {
        let start = match self.0.remove(token) {
            None => 0,
            Some(value) => {
                let number = value.as_str().and_then(|token| token.strip_prefix('t')?.parse().ok());
                number.ok_or_else(|| io::Error::other(format!("400: invalid {token}: {value}")))?
            }
        };
        let size = self.size(limit)?;
        self.finish()?;
        Ok(List::new(start, size))
    }

    /// A list by the id of the last item.
    fn by_last_id(mut self, last: &str, limit: &str) -> io::Result<List> {
        let start = self.number(last)?.map_or(0, |id| id + 1);
        let size = self.size(limit)?;
        self.finish()?;
        Ok(List::new(start, size))
    }

    /// A list by page numbers, which are required.
    fn by_number(mut self, number: &str, first: u32, limit: &str) -> io::Result<List> {
        let page = self.number(number)?.ok_or_else(|| io::Error::other("400: no page number"))?;
        let index = page.checked_sub(first).ok_or_else(|| io::Error::other("400: page number too small"))?;
        let size = self.size(limit)?;
        self.finish()?;
        Ok(List { position: page, ..List::new((index * size).min(TOTAL), size) })
    }

    /// A list by offsets, which are required.
    fn by_offset(mut self, offset: &str, first: u32, limit: &str) -> io::Result<List> {
        let position = self.number(offset)?.ok_or_else(|| io::Error::other("400: no offset"))?;
        let start = position.checked_sub(first).ok_or_else(|| io::Error::other("400: offset too small"))?;
        let size = self.size(limit)?;
        self.finish()?;
        Ok(List { position, ..List::new(start.min(TOTAL), size) })
    }

    /// A list by links, whose parameter is `at`. A link has no other parameters.
    fn by_link(self, limit: &str) -> io::Result<List> {
        if self.is_present("at") { self.by_token("at", "-") } else { self.by_token("-", limit) }
    }
}

impl List {
    fn after(self, query: Query) -> io::Result<Self> {
        query.finish()?;
        Ok(self)
    }
}

/// Returns the headers and the body of a response.
fn respond(path: &str, query: &Value) -> io::Result<(Value, Value)> {
    let mut query = query.as_object().cloned().unwrap_or_default();
    query.retain(|_, value| !value.is_null());
    let mut query = Query(query);
    let body = match path {
        // Tokens
        "conversations.list" => {
            let list = query.by_token("cursor", "limit")?;
            let next = list.token().unwrap_or_default();
            json!({ "ok": true, "channels": list.items, "response_metadata": { "next_cursor": next } })
        }
        "v1/users" => {
            let list = query.by_token("start_cursor", "page_size")?;
            json!({ "next_cursor": list.token(), "has_more": list.next.is_some(), "results": list.items })
        }
        "rest/api/3/search/jql" => {
            let list = query.by_token("nextPageToken", "maxResults")?;
            json!({ "nextPageToken": list.token(), "isLast": list.next.is_none(), "issues": list.items })
        }
        "drive/v3/files" => {
            let list = query.by_token("pageToken", "pageSize")?;
            json!({ "nextPageToken": list.token(), "files": list.items })
        }
        "bigquery/v2/projects/p/queries/job" => {
            if query.number("timeoutMs")? == Some(0) {
                return Ok((Value::Null, json!({ "jobComplete": false })));
            }
            let list = query.by_token("pageToken", "maxResults")?;
            json!({ "jobComplete": true, "pageToken": list.token(), "rows": list.items })
        }
        "youtube/v3/playlistItems" => {
            let list = query.by_token("pageToken", "maxResults")?;
            json!({ "nextPageToken": list.token(), "items": list.items })
        }
        "crm/v3/objects/contacts" => {
            let list = query.by_token("after", "limit")?;
            match list.token() {
                Some(after) => json!({ "results": list.items, "paging": { "next": { "after": after } } }),
                None => json!({ "results": list.items }),
            }
        }
        "2/tweets/search/recent" => {
            let list = query.by_token("next_token", "max_results")?;
            json!({ "meta": { "next_token": list.token() }, "data": list.items })
        }
        "r/rust/new" => {
            let list = query.by_token("after", "limit")?;
            let after = list.token();
            let children: Vec<_> = list.items.into_iter().map(|data| json!({ "kind": "t3", "data": data })).collect();
            json!({ "kind": "Listing", "data": { "after": after, "children": children } })
        }
        "api/v2/tickets" => {
            if !query.is_present("page[size]") {
                return Ok((Value::Null, json!({ "tickets": List::new(0, 3).items, "count": TOTAL })));
            }
            let list = query.by_token("page[after]", "page[size]")?;
            // The last page has a cursor too.
            let after = list.token().unwrap_or("t7".to_owned());
            let meta = json!({ "after_cursor": after, "has_more": list.next.is_some() });
            json!({ "tickets": list.items, "meta": meta })
        }
        "v1/models" => {
            let list = query.by_last_id("after_id", "limit")?;
            json!({ "last_id": list.items.last().map(|item| &item["id"]), "has_more": list.next.is_some(), "data": list.items })
        }
        "v25.0/me/posts" => {
            let is_first = !query.is_present("after");
            if query.0.get("after") == Some(&json!("first")) {
                query.0.remove("after");
            }
            // The first page is empty, and the last page has a cursor too.
            let list = query.by_token("after", "limit")?;
            let after = if is_first { "first".to_owned() } else { list.token().unwrap_or("t7".to_owned()) };
            let mut paging = json!({ "cursors": { "after": after } });
            if list.next.is_some() {
                paging["next"] = json!(format!("https://api.example.com/{path}?access_token=secret&after={after}"));
            }
            json!({ "data": if is_first { vec![] } else { list.items }, "paging": paging })
        }
        "contacts" => {
            let list = query.by_token("starting_after", "per_page")?;
            let next = list.token().map(|after| json!({ "starting_after": after }));
            json!({ "data": list.items, "pages": { "next": next } })
        }
        "api/1.0/tasks" => {
            // Without a limit, the list may be cut, and the response has no offset.
            let is_paged = query.is_present("limit");
            let list = query.by_token("offset", "limit")?;
            let next = list.token().filter(|_| is_paged).map(|offset| json!({ "offset": offset }));
            json!({ "data": list.items, "next_page": next })
        }
        "v0/base/table" => {
            let list = query.by_token("offset", "pageSize")?;
            json!({ "offset": list.token(), "records": list.items })
        }
        "tools/list" => {
            // The cursor of the second page is an empty string.
            let cursor = query.0.remove("cursor");
            let start = match cursor.as_ref().and_then(Value::as_str) {
                None => 0,
                Some("") => 3,
                Some(_) => 6,
            };
            query.finish()?;
            let list = List::new(start, 3);
            json!({ "nextCursor": (["", "b"].get(start as usize / 3)), "tools": list.items })
        }
        "ListObjectsV2" => {
            let list = query.by_token("ContinuationToken", "MaxKeys")?;
            let next = list.token();
            json!({ "IsTruncated": next.is_some(), "NextContinuationToken": next, "Contents": list.items })
        }
        "DynamoDB.Query" => {
            let key = query.0.remove("ExclusiveStartKey");
            if let Some(key) = key.as_ref().and_then(|key| key["id"].as_str()) {
                query.0.insert("key".into(), json!(key));
            }
            let list = query.by_token("key", "Limit")?;
            json!({ "LastEvaluatedKey": list.token().map(|id| json!({ "id": id })), "Items": list.items })
        }
        "GetLogEvents" => {
            let token = query.0.get("nextToken").cloned();
            let list = query.by_token("nextToken", "limit")?;
            // At the end, the token of the request comes back.
            let next = list.token().or_else(|| (list.items.is_empty()).then(|| token?.as_str().map(str::to_owned))?);
            json!({ "nextForwardToken": next.unwrap_or("t7".to_owned()), "events": list.items })
        }
        "api/v1/pods" => {
            let versions = ["resourceVersion", "resourceVersionMatch"].map(|name| query.0.remove(name).is_some());
            if query.is_present("continue") && versions.contains(&true) {
                return Err(io::Error::other("400: resourceVersion is forbidden with continue"));
            }
            let list = query.by_token("continue", "limit")?;
            json!({ "metadata": { "continue": list.token().unwrap_or_default() }, "items": list.items })
        }
        "solr/select" => {
            let mark = query.0.remove("cursorMark").unwrap_or_default();
            query.0.insert("t".into(), if mark == "*" { json!("t0") } else { mark });
            let list = query.by_token("t", "rows")?;
            json!({ "response": { "docs": list.items }, "nextCursorMark": list.token().unwrap_or("t7".to_owned()) })
        }
        "organization/project/_apis/build/builds" => {
            let list = query.by_token("continuationToken", "$top")?;
            let headers = list.token().map(|token| json!({ "x-ms-continuationtoken": token }));
            let body = json!({ "count": list.items.len(), "value": list.items });
            return Ok((headers.unwrap_or_else(|| json!({})), body));
        }
        "w/api.php" => {
            if query.is_present("apcontinue") != (query.0.remove("continue") == Some(json!("-||"))) {
                return Err(io::Error::other("400: all parameters of `continue`, or none"));
            }
            let list = query.by_token("apcontinue", "aplimit")?;
            let next = list.token().map(|next| json!({ "apcontinue": next, "continue": "-||" }));
            json!({ "continue": next, "query": { "allpages": list.items } })
        }
        "SCAN" => {
            let start = query.number("cursor")?.unwrap_or(0);
            let size = query.size("count")?;
            let list = List::new(start, size).after(query)?;
            json!({ "cursor": list.next.unwrap_or(0).to_string(), "keys": list.items })
        }

        // The last item
        "v1/customers" => {
            if query.is_present("ending_before") {
                let before = query.number("ending_before")?.unwrap_or_default();
                let start = before.saturating_sub(query.size("limit")?);
                query.finish()?;
                let items = List::new(start, before - start).items;
                return Ok((Value::Null, json!({ "data": items, "has_more": start > 0 })));
            }
            let list = query.by_last_id("starting_after", "limit")?;
            json!({ "data": list.items, "has_more": list.next.is_some() })
        }
        "v1/fine_tuning/jobs" => {
            let list = query.by_last_id("after", "limit")?;
            json!({ "has_more": list.next.is_some(), "data": list.items })
        }
        "channels/1/messages" => {
            // The newest message is the first one.
            let start = query.number("before")?.map_or(0, |id| TOTAL - id);
            let end = (start + query.size("limit")?).min(TOTAL);
            query.finish()?;
            (start..end).map(|index| json!({ "id": (TOTAL - 1 - index).to_string() })).collect()
        }
        "etcdserverpb.KV/Range" => {
            // The range begins at the key, which includes the key itself.
            let key: Vec<u8> = serde_json::from_value(query.0.remove("key").unwrap_or_default())?;
            let key = String::from_utf8(key).map_err(io::Error::other)?;
            let start = key.trim_end_matches('\0').parse().map_or(0, |id: u32| id + u32::from(key.ends_with('\0')));
            let size = query.size("limit")?;
            let is_range = query.0.remove("range_end") == Some(json!(b"\0"));
            let list = List::new(start, if is_range { size } else { 1 }).after(query)?;
            let key = |item: &Value| json!({ "key": item["id"].as_str().unwrap_or_default().as_bytes() });
            json!({ "kvs": list.items.iter().map(key).collect::<Vec<_>>(), "more": is_range && list.next.is_some() })
        }

        // Carried tokens
        "_search" => {
            let pit = query.0.remove("pit").unwrap_or_default();
            let after = query.0.remove("search_after");
            let is_sorted = query.0.remove("sort").is_some_and(|sort| sort != json!([]));
            let start = after.and_then(|sort| sort[0].as_str()?.parse().ok()).map_or(0, |id: u32| id + 1);
            // The id changes with each page.
            if pit["id"] != format!("pit{start}") {
                return Err(io::Error::other(format!("404: no search context {pit}")));
            }
            let list = List::new(start, query.size("size")?).after(query)?;
            let hit = |item: &Value| match is_sorted {
                true => json!({ "_id": item["id"], "sort": [item["id"]] }),
                false => json!({ "_id": item["id"] }),
            };
            let hits: Vec<_> = list.items.iter().map(hit).collect();
            json!({ "pit_id": format!("pit{}", start as usize + hits.len()), "hits": { "hits": hits } })
        }
        "products/_search" | "_search/scroll" => {
            let id = query.0.remove("scroll_id");
            if query.0.remove("scroll") != Some(json!("1m")) || id.is_some() != path.ends_with("scroll") {
                return Err(io::Error::other("404: no search context"));
            }
            let size = if id.is_none() { Some(query.size("size")?) } else { None };
            query.finish()?;
            let (id, list) = scroll(id.as_ref().and_then(Value::as_str), size)?;
            json!({ "_scroll_id": id, "hits": { "hits": list.items } })
        }
        "works" => {
            let cursor = query.0.remove("cursor").ok_or_else(|| io::Error::other("400: no cursor"))?;
            let size = query.size("rows")?;
            query.finish()?;
            let (next, list) = scroll(cursor.as_str().filter(|cursor| *cursor != "*"), Some(size))?;
            json!({ "message": { "next-cursor": next, "total-results": TOTAL, "items": list.items } })
        }
        "api/v2/incremental/users/cursor" => {
            if query.is_present("cursor") && query.is_present("start_time") {
                return Err(io::Error::other("400: start_time is forbidden with cursor"));
            }
            query.0.remove("start_time");
            let list = query.by_token("cursor", "per_page")?;
            let after = list.token().unwrap_or("t7".to_owned());
            json!({ "after_cursor": after, "end_of_stream": list.next.is_none(), "users": list.items })
        }

        // Page numbers
        "user/repos" => {
            let list = query.by_number("page", 1, "per_page")?;
            return Ok((list.link_header("user/repos/link"), json!(list.items)));
        }
        "search/issues" => {
            let list = query.by_number("page", 1, "per_page")?;
            json!({ "total_count": TOTAL, "incomplete_results": false, "items": list.items })
        }
        "api/v4/projects" => {
            let list = query.by_number("page", 1, "per_page")?;
            let next = list.next.map(|_| (list.position + 1).to_string()).unwrap_or_default();
            // A proxy may remove the header.
            let headers = if list.position == 1 { json!({}) } else { json!({ "x-next-page": next }) };
            return Ok((headers, json!(list.items)));
        }
        "wp-json/wp/v2/posts" => {
            let list = query.by_number("page", 1, "per_page")?;
            if list.position > list.pages {
                return Err(io::Error::other("400: rest_post_invalid_page_number"));
            }
            return Ok((json!({ "x-wp-totalpages": list.pages.to_string() }), json!(list.items)));
        }
        "client/v4/zones" => {
            let list = query.by_number("page", 1, "per_page")?;
            json!({ "result": list.items, "result_info": { "page": list.position, "total_pages": list.pages } })
        }
        "1/indexes/products/query" => {
            let list = query.by_number("page", 0, "hitsPerPage")?;
            json!({ "page": list.position, "nbPages": list.pages, "hits": list.items })
        }
        "spring/users" => {
            let list = query.by_number("page", 0, "size")?;
            json!({ "number": list.position, "last": list.next.is_none(), "content": list.items })
        }
        "spring/orders" => {
            let list = query.by_number("page", 0, "size")?;
            json!({ "page": { "number": list.position, "totalPages": list.pages }, "content": list.items })
        }
        "api/atlas/v2/groups" => {
            let list = query.by_number("pageNum", 1, "itemsPerPage")?;
            let mut links = vec![json!({ "rel": "self" })];
            links.extend(list.next.map(|_| json!({ "rel": "next" })));
            // The total is an estimate.
            json!({ "totalCount": TOTAL - 3, "links": links, "results": list.items })
        }
        "api/v2/users" => {
            let list = query.by_number("page[number]", 0, "page[size]")?;
            json!({ "meta": { "page": { "total_filtered_count": TOTAL } }, "data": list.items })
        }

        // Offsets
        "rest/api/2/search" => {
            let list = query.by_offset("startAt", 0, "maxResults")?;
            json!({ "startAt": list.position, "total": TOTAL, "issues": list.items })
        }
        "incidents" => {
            let list = query.by_offset("offset", 0, "limit")?;
            json!({ "offset": list.position, "more": list.next.is_some(), "incidents": list.items })
        }
        "v1/me/tracks" => {
            let list = query.by_offset("offset", 0, "limit")?;
            json!({ "offset": list.position, "total": TOTAL, "items": list.items })
        }
        "odata/People" => {
            let list = query.by_offset("$skip", 0, "$top")?;
            json!({ "@odata.count": TOTAL, "value": list.items })
        }
        "rest/v1/countries" => {
            if query.0.remove("order") != Some(json!("id")) {
                return Err(io::Error::other("400: the rows have no order"));
            }
            let list = query.by_offset("offset", 0, "limit")?;
            json!(list.items)
        }
        "scim/v2/Users" => {
            let list = query.by_offset("startIndex", 1, "count")?;
            json!({ "startIndex": list.position, "totalResults": TOTAL, "Resources": list.items })
        }

        // Links
        "2.0/repositories" => {
            let list = query.by_link("pagelen")?;
            json!({ "next": list.link(path), "values": list.items })
        }
        "v1.0/users" => {
            let list = query.by_link("$top")?;
            json!({ "@odata.nextLink": list.link(path), "value": list.items })
        }
        "subscriptions" => {
            let list = query.by_link("$top")?;
            json!({ "nextLink": list.link(path), "value": list.items })
        }
        "wiki/api/v2/pages" => {
            let list = query.by_link("limit")?;
            let next = list.next.map(|next| format!("/{path}?at=t{next}"));
            json!({ "_links": { "next": next }, "results": list.items })
        }
        "2010-04-01/Messages.json" => {
            let list = query.by_link("PageSize")?;
            let next = list.next.map(|next| format!("/{path}?at=t{next}"));
            json!({ "next_page_uri": next, "messages": list.items })
        }
        "services/data/v60.0/query" => {
            if query.0.remove("q").is_some() == query.is_present("at") {
                return Err(io::Error::other("400: either a query or a link"));
            }
            let list = query.by_link("-")?;
            let next = list.next.map(|next| format!("/{path}?at=t{next}"));
            json!({ "done": next.is_none(), "nextRecordsUrl": next, "records": list.items })
        }
        "hal/orders" => {
            let list = query.by_link("size")?;
            let next = list.link(path).map(|href| json!({ "href": href }));
            json!({ "_links": { "next": next }, "_embedded": { "orders": list.items } })
        }
        "jsonapi/articles" => {
            let list = query.by_link("page[size]")?;
            json!({ "links": { "next": list.link(path) }, "data": list.items })
        }
        "2/files/list_folder" | "2/files/list_folder/continue" => {
            let is_first = query.0.remove("path").is_some();
            if is_first == path.ends_with("continue") {
                return Err(io::Error::other("400: either a path or a cursor"));
            }
            let list = query.by_token(if is_first { "-" } else { "cursor" }, if is_first { "limit" } else { "-" })?;
            json!({ "cursor": list.token().unwrap_or("t7".to_owned()), "has_more": list.next.is_some(), "entries": list.items })
        }
        "v2/repositories" => {
            let list = query.by_link("page_size")?;
            json!({ "count": TOTAL, "next": list.link(path), "results": list.items })
        }
        "admin/products.json" | "user/repos/link" | "api/v1/timelines/home" => {
            let limit = if path == "user/repos/link" { "per_page" } else { "limit" };
            if query.0.remove("status").is_some() && query.is_present("at") {
                return Err(io::Error::other("400: only page_info and limit"));
            }
            let list = query.by_link(limit)?;
            let is_wrapped = path == "admin/products.json";
            let body = if is_wrapped { json!({ "products": list.items }) } else { json!(list.items) };
            return Ok((list.link_header(path), body));
        }
        "api/0/issues" => {
            let list = query.by_link("limit")?;
            let (results, next) = (list.next.is_some(), list.next.unwrap_or(TOTAL));
            let link = format!("<https://api.example.com/{path}?at=t{next}>; rel=\"next\"; results=\"{results}\"");
            return Ok((json!({ "link": link }), json!(list.items)));
        }
        "v2/image/tags/list" => {
            // The link is relative, and has an opaque token, as in Quay and Amazon ECR.
            let list = query.by_link("n")?;
            let headers = list.next.map(|next| json!({ "link": format!("</{path}?at=t{next}>; rel=\"next\"") }));
            let tags: Vec<_> = list.items.iter().map(|item| &item["id"]).collect();
            return Ok((headers.unwrap_or_else(|| json!({})), json!({ "name": "image", "tags": tags })));
        }
        "atom" => {
            let list = query.by_link("-")?;
            let next = list.link(path).map(|href| json!({ "rel": "next", "href": href }));
            let links: Vec<_> = [Some(json!({ "rel": "self", "href": "/atom" })), next].into_iter().flatten().collect();
            json!({ "link": links, "entry": list.items })
        }

        // GraphQL
        "graphql" => {
            if !query.is_present("first") {
                let message = "You must provide a `first` or `last` value to properly paginate the connection.";
                return Ok((Value::Null, json!({ "data": null, "errors": [{ "message": message }] })));
            }
            let list = query.by_token("after", "first")?;
            let edge = |node: &Value| json!({ "cursor": format!("t{}", node["id"].as_str().unwrap().parse::<u32>().unwrap() + 1), "node": node });
            let edges: Vec<_> = list.items.iter().map(edge).collect();
            let info =
                json!({ "endCursor": edges.last().map(|edge| &edge["cursor"]), "hasNextPage": list.next.is_some() });
            // A node that the user may not read is null.
            let nodes: Vec<_> = [Value::Null].into_iter().chain(list.items).collect();
            json!({ "data": { "list": { "edges": edges, "nodes": nodes, "pageInfo": info } } })
        }
        _ => return Err(io::Error::other(format!("404: {path}"))),
    };
    Ok((Value::Null, body))
}

/// The open scrolls: the position and the page size of each.
static SCROLLS: Mutex<Vec<(u32, u32)>> = Mutex::new(Vec::new());

/// Reads the next page of a scroll, or opens one. Its id stays the same, and each request returns another page.
fn scroll(id: Option<&str>, size: Option<u32>) -> io::Result<(String, List)> {
    let mut scrolls = SCROLLS.lock().unwrap();
    let index = match id {
        Some(id) => id.strip_prefix("scroll").and_then(|index| index.parse().ok()).unwrap_or(usize::MAX),
        None => {
            scrolls.push((0, 3));
            scrolls.len() - 1
        }
    };
    let scroll = scrolls.get_mut(index);
    let (position, page_size) = scroll.ok_or_else(|| io::Error::other("404: no search context"))?;
    *page_size = size.unwrap_or(*page_size);
    let list = List::new(*position, *page_size);
    *position = list.next.unwrap_or(TOTAL);
    Ok((format!("scroll{index}"), list))
}
