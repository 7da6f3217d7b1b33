//! The two wire protocols: how a request names its operation, and how bodies are encoded. The other modules do not
//! depend on the protocol.

use hyper::http::request::Parts;
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::error::{ErrorKind, ServiceError};
use super::operations::Request;

/// The name of the service on the wire, which is the same in both protocols.
const SERVICE: &str = "PhotonAdminProxyService";

/// A wire protocol.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Protocol {
    /// The protocol of the AWS SDK for Rust: the operation is in the path, and the body is CBOR.
    RpcV2Cbor,
    /// The protocol of boto3 and the AWS CLI: the operation is in a header, and the body is JSON.
    AwsJson11,
}

impl Protocol {
    /// Returns the protocol and the operation of a request, or `None` if it uses neither protocol.
    pub(super) fn detect(head: &Parts) -> Option<(Self, &str)> {
        if head.method != hyper::Method::POST {
            return None;
        }
        let header = |name| head.headers.get(name).and_then(|value| value.to_str().ok());
        if header("smithy-protocol") == Some("rpc-v2-cbor") {
            let (_, route) = head.uri.path().split_once("/service/")?;
            let operation = route.strip_prefix(SERVICE)?.strip_prefix("/operation/")?;
            return Some((Self::RpcV2Cbor, operation));
        }
        let operation = header("x-amz-target")?.strip_prefix(SERVICE)?.strip_prefix('.')?;
        Some((Self::AwsJson11, operation))
    }

    /// Returns the content type of the bodies.
    pub(super) fn content_type(self) -> &'static str {
        match self {
            Self::RpcV2Cbor => "application/cbor",
            Self::AwsJson11 => "application/x-amz-json-1.1",
        }
    }

    /// Decodes the body of a request for `operation`.
    pub(super) fn decode(self, operation: &str, body: &[u8]) -> Result<Request, ServiceError> {
        match operation {
            "DescribeSessions" => self.decode_body(body).map(Request::DescribeSessions),
            "DescribeStacks" => self.decode_body(body).map(Request::DescribeStacks),
            "DescribeFleets" => self.decode_body(body).map(Request::DescribeFleets),
            "ListAssociatedFleets" => self.decode_body(body).map(Request::ListAssociatedFleets),
            _ => Err(ServiceError::new(ErrorKind::UnknownOperation, format!("Operation {operation} does not exist"))),
        }
    }

    /// Encodes the body of a response, which is an output or an error.
    pub(super) fn encode(self, response: &impl Serialize) -> Vec<u8> {
        let mut body = Vec::new();
        let result = match self {
            Self::RpcV2Cbor => ciborium::into_writer(response, &mut body).map_err(|error| error.to_string()),
            Self::AwsJson11 => serde_json::to_writer(&mut body, response).map_err(|error| error.to_string()),
        };
        result.expect("all keys are strings, and writing to a `Vec` cannot fail");
        body
    }

    fn decode_body<T: DeserializeOwned>(self, body: &[u8]) -> Result<T, ServiceError> {
        let result = match self {
            Self::RpcV2Cbor => ciborium::from_reader(body).map_err(|error| error.to_string()),
            Self::AwsJson11 => serde_json::from_slice(body).map_err(|error| error.to_string()),
        };
        result.map_err(|error| ServiceError::new(ErrorKind::Serialization, error))
    }
}

#[cfg(test)]
mod tests {
    use ciborium::{Value, cbor};
    use serde_json::json;

    use super::*;
    use crate::service::{DescribeSessionsInput, Service};

    fn head(method: &str, path: &str, headers: &[(&str, &str)]) -> Parts {
        let request = hyper::Request::builder().method(method).uri(path);
        let request = headers.iter().fold(request, |request, (name, value)| request.header(*name, *value));
        request.body(()).unwrap().into_parts().0
    }

    fn bytes(value: &Value) -> Vec<u8> {
        let mut bytes = Vec::new();
        ciborium::into_writer(value, &mut bytes).unwrap();
        bytes
    }

    fn first_session_request() -> Request {
        Request::DescribeSessions(DescribeSessionsInput {
            stack_name: Some("design".to_owned()),
            fleet_name: Some("graphics-pro".to_owned()),
            limit: Some(1),
            ..DescribeSessionsInput::default()
        })
    }

    #[test]
    fn each_protocol_is_detected() {
        let path = "/service/PhotonAdminProxyService/operation/DescribeSessions";
        let cbor = head("POST", path, &[("smithy-protocol", "rpc-v2-cbor")]);
        assert_eq!(Protocol::detect(&cbor), Some((Protocol::RpcV2Cbor, "DescribeSessions")));
        let json = head("POST", "/", &[("X-Amz-Target", "PhotonAdminProxyService.DescribeStacks")]);
        assert_eq!(Protocol::detect(&json), Some((Protocol::AwsJson11, "DescribeStacks")));
    }

    #[test]
    fn other_requests_use_neither_protocol() {
        let target = [("x-amz-target", "PhotonAdminProxyService.DescribeSessions")];
        let others = [
            head("GET", "/", &target),
            head("POST", "/", &[]),
            head("POST", "/", &[("x-amz-target", "DynamoDB_20120810.Query")]),
            head("POST", "/service/Other/operation/DescribeSessions", &[("smithy-protocol", "rpc-v2-cbor")]),
            head("POST", "/service/PhotonAdminProxyService/operation/DescribeSessions", &[]),
        ];
        for other in others {
            assert_eq!(Protocol::detect(&other), None, "{other:?}");
        }
    }

    #[test]
    fn both_protocols_decode_to_the_same_request() {
        let cbor = cbor!({ "StackName" => "design", "FleetName" => "graphics-pro", "Limit" => 1 }).unwrap();
        let json = br#"{"StackName": "design", "FleetName": "graphics-pro", "Limit": 1, "NextToken": null}"#;
        assert_eq!(Protocol::RpcV2Cbor.decode("DescribeSessions", &bytes(&cbor)), Ok(first_session_request()));
        assert_eq!(Protocol::AwsJson11.decode("DescribeSessions", json), Ok(first_session_request()));
    }

    #[test]
    fn both_protocols_encode_the_same_response_except_for_the_tags_of_timestamps() {
        let response = Service::with_sample_data().handle(&first_session_request()).unwrap();
        let mut json: serde_json::Value = serde_json::from_slice(&Protocol::AwsJson11.encode(&response)).unwrap();
        let cbor: Value = ciborium::from_reader(&Protocol::RpcV2Cbor.encode(&response)[..]).unwrap();
        let start = &mut json["Sessions"][0]["StartTime"];
        assert_eq!(start.take(), json!(1_772_438_400));

        let mut cbor_start = None;
        let untagged = remove_tags(cbor, &mut |time| cbor_start = cbor_start.or(Some(time)));
        assert_eq!(cbor_start, Some(1_772_438_400));
        json["Sessions"][0]["StartTime"] = json!(1_772_438_400);
        assert_eq!(untagged.deserialized::<serde_json::Value>().unwrap(), json);
    }

    /// Removes the tags of all timestamps and passes each timestamp to `visit`.
    fn remove_tags(value: Value, visit: &mut impl FnMut(i128)) -> Value {
        match value {
            Value::Tag(1, time) => {
                visit(time.as_integer().unwrap().into());
                *time
            }
            Value::Array(items) => Value::Array(items.into_iter().map(|item| remove_tags(item, visit)).collect()),
            Value::Map(members) => {
                Value::Map(members.into_iter().map(|(name, member)| (name, remove_tags(member, visit))).collect())
            }
            other => other,
        }
    }

    #[test]
    fn an_error_is_encoded_as_its_type_and_message() {
        let error = ServiceError::new(ErrorKind::ResourceNotFound, "Stack x does not exist");
        let shape = json!({ "__type": "ResourceNotFoundException", "Message": "Stack x does not exist" });
        let json: serde_json::Value = serde_json::from_slice(&Protocol::AwsJson11.encode(&error)).unwrap();
        let cbor: serde_json::Value = ciborium::from_reader(&Protocol::RpcV2Cbor.encode(&error)[..]).unwrap();
        assert_eq!((json, cbor), (shape.clone(), shape));
    }

    #[test]
    fn an_invalid_body_is_a_serialization_error() {
        let kind = |decoded: Result<Request, ServiceError>| decoded.unwrap_err().kind();
        let wrong_type = bytes(&cbor!({ "Limit" => "many" }).unwrap());
        assert_eq!(kind(Protocol::RpcV2Cbor.decode("DescribeSessions", &wrong_type)), ErrorKind::Serialization);
        assert_eq!(kind(Protocol::AwsJson11.decode("DescribeSessions", b"[")), ErrorKind::Serialization);
        assert_eq!(kind(Protocol::AwsJson11.decode("CreateStack", b"{}")), ErrorKind::UnknownOperation);
    }
}
