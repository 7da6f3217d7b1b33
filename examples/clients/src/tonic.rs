//! `tonic`: a request message with a page token, as in the style guide of Google's APIs.
//!
//! # What to watch for
//!
//! - The methods of a generated client return a `Response`. `Response::into_inner` takes the message out of it, which has the
//!   token and the items.
//! - The methods need `&mut self`, but a clone of a client is cheap and shares the connection. If a function takes the client by
//!   value, the client is cloned for each page, and the paginator can be moved to a task.
//! - A `string` field of proto3 is never absent. An empty page token ends the list, which is the default.

use paginated::paginated;
use tonic::transport::Channel;
use tonic::{Response, Status};

use self::directory::directory_client::DirectoryClient;
use self::directory::{ListUsersRequest, ListUsersResponse, User};

/// The messages and the generated client.
#[allow(clippy::pedantic, reason = "the code is generated")]
pub mod directory;

/// Requests one page.
#[paginated(
    input_token = "page_token",
    output_token = "next_page_token",
    limit_key = "page_size",
    result_key = "users",
    item = User,
)]
pub async fn list_users(
    mut client: DirectoryClient<Channel>,
    request: ListUsersRequest,
) -> Result<ListUsersResponse, Status> {
    client.list_users(request).await.map(Response::into_inner)
}

#[cfg(test)]
mod tests {
    use tokio::net::TcpListener;
    use tokio_stream::wrappers::TcpListenerStream;
    use tonic::Request;
    use tonic::transport::Server;

    use super::directory::directory_server::{Directory, DirectoryServer};
    use super::*;
    use crate::service::{LEN, page};

    struct Users;

    #[tonic::async_trait]
    impl Directory for Users {
        async fn list_users(&self, request: Request<ListUsersRequest>) -> Result<Response<ListUsersResponse>, Status> {
            let request = request.into_inner();
            let start = match &*request.page_token {
                "" => 0,
                token => token.parse().map_err(|_| Status::invalid_argument("page_token"))?,
            };
            let (ids, next) = page(start, request.page_size.try_into().unwrap());
            Ok(Response::new(ListUsersResponse {
                users: ids.map(|id| User { name: format!("user {id}") }).collect(),
                next_page_token: next.map(|next| next.to_string()).unwrap_or_default(),
            }))
        }
    }

    #[tokio::test]
    async fn lists_by_page_token_in_a_task() {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap());
        let server = Server::builder().add_service(DirectoryServer::new(Users));
        tokio::spawn(server.serve_with_incoming(TcpListenerStream::new(listener)));

        let client = DirectoryClient::connect(url).await.unwrap();
        let users = list_users_paginator(client.clone(), ListUsersRequest::default()).page_size(3).items();
        let users = tokio::spawn(async move { users.try_collect::<Vec<_>>().await }).await.unwrap();
        let names = users.unwrap().into_iter().map(|user| user.name);
        assert!(names.eq((0..LEN).map(|id| format!("user {id}"))));

        let mut users =
            list_users_paginator(client, ListUsersRequest::default()).page_size(3).starting_token("x").items();
        let error = users.try_next().await.unwrap_err();
        assert_eq!(error.as_operation().unwrap().code(), tonic::Code::InvalidArgument);
    }
}
