//! The same-origin check of the guide's page `apis` keeps credentials from the hosts of forged links.

use std::cell::RefCell;
use std::io;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use paginated::{Error, Page, ResumeToken, paginated};
use serde_json::json;
use url::Url;

#[derive(Page)]
struct Repositories {
    next: Option<String>,
    values: Vec<u32>,
}

struct Service {
    base: Url,
    /// The URLs of the requests, each of which has the credentials.
    sent: RefCell<Vec<String>>,
    /// The link in the first page.
    next: &'static str,
}

impl Service {
    fn new(next: &'static str) -> Self {
        let base = Url::parse("https://api.example.com").unwrap();
        Self { base, sent: RefCell::default(), next }
    }

    #[paginated(next_link = "next", next_method = repositories_next, result_key = "values")]
    fn repositories(&self) -> io::Result<Repositories> {
        self.send(self.base.join("/repositories").map_err(io::Error::other)?)
    }

    fn repositories_next(&self, link: &str) -> io::Result<Repositories> {
        let url = self.base.join(link).map_err(io::Error::other)?;
        if url.origin() != self.base.origin() {
            return Err(io::Error::other("the link of the next page is on another host"));
        }
        self.send(url)
    }

    #[allow(clippy::unnecessary_wraps, reason = "a real client can fail")]
    fn send(&self, url: Url) -> io::Result<Repositories> {
        self.sent.borrow_mut().push(url.to_string());
        let is_first = url.query().is_none();
        Ok(Repositories { next: is_first.then(|| self.next.to_owned()), values: vec![u32::from(!is_first)] })
    }
}

/// Links that would send the credentials to another host, port, or scheme.
const FORGED: [&str; 8] = [
    "https://evil.example/repositories?page=2",
    "//evil.example/repositories?page=2",
    "https:\\\\evil.example/repositories?page=2",
    "\\\\evil.example/repositories?page=2",
    "https://api.example.com@evil.example/?page=2",
    "https://api.example.com.evil.example/?page=2",
    "http://api.example.com/repositories?page=2",
    "https://api.example.com:8443/repositories?page=2",
];

/// Links of the service itself.
const OWN: [&str; 4] = [
    "https://api.example.com/repositories?page=2",
    "https://API.example.com:443/repositories?page=2",
    "/repositories?page=2",
    "?page=2",
];

#[test]
fn a_link_of_the_service_itself_is_followed() {
    for link in OWN {
        let service = Service::new(link);
        let values: Result<Vec<_>, _> = service.repositories_paginator().items().collect();
        assert_eq!(values.unwrap(), [0, 1], "{link}");
    }
}

#[test]
fn a_forged_resume_token_sends_no_request() {
    for link in FORGED {
        let forged = ResumeToken::from(STANDARD.encode(json!({ "next": link }).to_string()));
        for token in [forged, ResumeToken::service(link)] {
            let service = Service::new("?page=2");
            let mut items = service.repositories_paginator().starting_token(token).items();
            assert!(matches!(items.next(), Some(Err(Error::Operation(_)))), "{link}");
            assert!(items.next().is_none());
            assert!(service.sent.borrow().is_empty(), "{link} was requested");
        }
    }
}

#[test]
fn a_resume_token_with_a_link_of_the_service_is_followed() {
    let token = STANDARD.encode(json!({ "next": OWN[0] }).to_string());
    let service = Service::new("?page=2");
    let values: Result<Vec<_>, _> = service.repositories_paginator().starting_token(token).items().collect();
    assert_eq!(values.unwrap(), [1]);
}

#[test]
fn a_link_of_a_page_to_another_host_is_an_error_after_the_items_of_the_page() {
    for link in FORGED {
        let service = Service::new(link);
        let items: Vec<_> = service.repositories_paginator().items().collect();
        assert!(matches!(items[..], [Ok(0), Err(Error::Operation(_))]), "{link}");
        assert_eq!(*service.sent.borrow(), ["https://api.example.com/repositories"]);
    }
}

#[test]
fn a_link_that_is_not_a_resume_token_is_refused_before_a_request() {
    let service = Service::new("?page=2");
    let mut items = service.repositories_paginator().starting_token(OWN[0]).items();
    assert!(matches!(items.next(), Some(Err(Error::StartingToken(_)))));
    assert!(service.sent.borrow().is_empty());
}
