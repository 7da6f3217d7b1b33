//! Generates the gRPC client and server of the recipe for `tonic`.
//!
//! A project with `.proto` files calls `tonic_prost_build` instead, which needs the Protocol Buffers compiler. It generates
//! the same code.

use tonic_build::manual::{Builder, Method, Service};

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    let list_users = Method::builder()
        .name("list_users")
        .route_name("ListUsers")
        .input_type("super::ListUsersRequest")
        .output_type("super::ListUsersResponse")
        .codec_path("tonic_prost::ProstCodec")
        .build();
    let directory = Service::builder().name("Directory").package("directory").method(list_users).build();
    Builder::new().compile(&[directory]);
}
