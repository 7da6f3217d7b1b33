use prost::Message;

#[derive(Clone, Message, PartialEq)]
pub struct ListUsersRequest {
    #[prost(int32, tag = "1")]
    pub page_size: i32,
    #[prost(string, tag = "2")]
    pub page_token: String,
}

#[derive(Clone, Message, PartialEq)]
pub struct ListUsersResponse {
    #[prost(message, repeated, tag = "1")]
    pub users: Vec<User>,
    #[prost(string, tag = "2")]
    pub next_page_token: String,
}

#[derive(Clone, Message, PartialEq)]
pub struct User {
    #[prost(string, tag = "1")]
    pub name: String,
}

include!(concat!(env!("OUT_DIR"), "/directory.Directory.rs"));
