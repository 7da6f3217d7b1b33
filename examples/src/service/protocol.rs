//! The two protocols: what a request is called, and how bodies are written. Nothing else knows that there are two.

use hyper::http::request::Parts;
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::error::{ErrorKind, ServiceError};
use super::operations::Request;

/// The name by which AWS knows the service, in both protocols.
const SERVICE: &str = "PhotonAdminProxyService";

/// How a client speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Protocol {
    /// The AWS SDK for Rust: the operation in the path, CBOR in the body.
    RpcV2Cbor,
    /// boto3 and the AWS CLI: the operation in a header, JSON in the body.
    AwsJson11,
}

impl Protocol {
    /// The protocol and the operation of a request; `None` where it is neither of the two.
    pub(super) fn recognise(head: &Parts) -> Option<(Self, &str)> {
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

    /// What the protocol calls its bodies.
    pub(super) fn content_type(self) -> &'static str {
        match self {
            Self::RpcV2Cbor => "application/cbor",
            Self::AwsJson11 => "application/x-amz-json-1.1",
        }
    }

    /// Reads the body of a request for `operation`.
    pub(super) fn decode(self, operation: &str, body: &[u8]) -> Result<Request, ServiceError> {
        match operation {
            "DescribeSessions" => self.read(body).map(Request::DescribeSessions),
            "DescribeStacks" => self.read(body).map(Request::DescribeStacks),
            "DescribeFleets" => self.read(body).map(Request::DescribeFleets),
            "ListAssociatedFleets" => self.read(body).map(Request::ListAssociatedFleets),
            _ => Err(ServiceError::new(ErrorKind::UnknownOperation, format!("There is no operation {operation}"))),
        }
    }

    /// Writes the body of an answer, be it an output or an error.
    pub(super) fn encode(self, answer: &impl Serialize) -> Vec<u8> {
        let mut body = Vec::new();
        let written = match self {
            Self::RpcV2Cbor => ciborium::into_writer(answer, &mut body).map_err(|error| error.to_string()),
            Self::AwsJson11 => serde_json::to_writer(&mut body, answer).map_err(|error| error.to_string()),
        };
        written.expect("the model has only strings as keys, and a Vec takes all that is written");
        body
    }

    fn read<T: DeserializeOwned>(self, body: &[u8]) -> Result<T, ServiceError> {
        let read = match self {
            Self::RpcV2Cbor => ciborium::from_reader(body).map_err(|error| error.to_string()),
            Self::AwsJson11 => serde_json::from_slice(body).map_err(|error| error.to_string()),
        };
        read.map_err(|error| ServiceError::new(ErrorKind::Serialization, error))
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

    fn first_session() -> Request {
        Request::DescribeSessions(DescribeSessionsInput {
            stack_name: Some("design".to_owned()),
            fleet_name: Some("graphics-pro".to_owned()),
            limit: Some(1),
            ..DescribeSessionsInput::default()
        })
    }

    #[test]
    fn each_protocol_is_recognised_by_its_own_marks() {
        let path = "/service/PhotonAdminProxyService/operation/DescribeSessions";
        let cbor = head("POST", path, &[("smithy-protocol", "rpc-v2-cbor")]);
        assert_eq!(Protocol::recognise(&cbor), Some((Protocol::RpcV2Cbor, "DescribeSessions")));
        let json = head("POST", "/", &[("X-Amz-Target", "PhotonAdminProxyService.DescribeStacks")]);
        assert_eq!(Protocol::recognise(&json), Some((Protocol::AwsJson11, "DescribeStacks")));
    }

    #[test]
    fn other_requests_are_of_neither_protocol() {
        let target = [("x-amz-target", "PhotonAdminProxyService.DescribeSessions")];
        let strangers = [
            head("GET", "/", &target),
            head("POST", "/", &[]),
            head("POST", "/", &[("x-amz-target", "DynamoDB_20120810.Query")]),
            head("POST", "/service/Other/operation/DescribeSessions", &[("smithy-protocol", "rpc-v2-cbor")]),
            head("POST", "/service/PhotonAdminProxyService/operation/DescribeSessions", &[]),
        ];
        for stranger in strangers {
            assert_eq!(Protocol::recognise(&stranger), None, "{stranger:?}");
        }
    }

    #[test]
    fn both_protocols_decode_to_the_same_request() {
        let cbor = cbor!({ "StackName" => "design", "FleetName" => "graphics-pro", "Limit" => 1 }).unwrap();
        let json = br#"{"StackName": "design", "FleetName": "graphics-pro", "Limit": 1, "NextToken": null}"#;
        assert_eq!(Protocol::RpcV2Cbor.decode("DescribeSessions", &bytes(&cbor)), Ok(first_session()));
        assert_eq!(Protocol::AwsJson11.decode("DescribeSessions", json), Ok(first_session()));
    }

    #[test]
    fn both_protocols_encode_the_same_answer_but_for_the_tag_of_a_time() {
        let response = Service::with_sample_data().answer(&first_session()).unwrap();
        let mut json: serde_json::Value = serde_json::from_slice(&Protocol::AwsJson11.encode(&response)).unwrap();
        let cbor: Value = ciborium::from_reader(&Protocol::RpcV2Cbor.encode(&response)[..]).unwrap();
        let start = &mut json["Sessions"][0]["StartTime"];
        assert_eq!(start.take(), json!(1_772_438_400));

        let mut cbor_start = None;
        let untagged = map_times(cbor, &mut |time| cbor_start = cbor_start.or(Some(time)));
        assert_eq!(cbor_start, Some(1_772_438_400));
        json["Sessions"][0]["StartTime"] = json!(1_772_438_400);
        assert_eq!(untagged.deserialized::<serde_json::Value>().unwrap(), json);
    }

    /// The value without the tags of its times, each of which `seen` gets.
    fn map_times(value: Value, seen: &mut impl FnMut(i128)) -> Value {
        match value {
            Value::Tag(1, time) => {
                seen(time.as_integer().unwrap().into());
                *time
            }
            Value::Array(items) => Value::Array(items.into_iter().map(|item| map_times(item, seen)).collect()),
            Value::Map(members) => {
                Value::Map(members.into_iter().map(|(name, member)| (name, map_times(member, seen))).collect())
            }
            other => other,
        }
    }

    #[test]
    fn an_error_is_written_as_its_type_and_message() {
        let error = ServiceError::new(ErrorKind::ResourceNotFound, "Stack x does not exist");
        let shape = json!({ "__type": "ResourceNotFoundException", "Message": "Stack x does not exist" });
        let json: serde_json::Value = serde_json::from_slice(&Protocol::AwsJson11.encode(&error)).unwrap();
        let cbor: serde_json::Value = ciborium::from_reader(&Protocol::RpcV2Cbor.encode(&error)[..]).unwrap();
        assert_eq!((json, cbor), (shape.clone(), shape));
    }

    #[test]
    fn a_body_that_does_not_fit_is_a_serialization_error() {
        let kind = |read: Result<Request, ServiceError>| read.unwrap_err().kind();
        let words = bytes(&cbor!({ "Limit" => "many" }).unwrap());
        assert_eq!(kind(Protocol::RpcV2Cbor.decode("DescribeSessions", &words)), ErrorKind::Serialization);
        assert_eq!(kind(Protocol::AwsJson11.decode("DescribeSessions", b"[")), ErrorKind::Serialization);
        assert_eq!(kind(Protocol::AwsJson11.decode("CreateStack", b"{}")), ErrorKind::UnknownOperation);
    }
}
