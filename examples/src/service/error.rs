//! The errors that the service returns.

use std::fmt;

use serde::ser::{Serialize, SerializeStruct, Serializer};

/// An error response.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ServiceError {
    kind: ErrorKind,
    message: String,
}

/// The kinds of errors that AWS documents for these operations.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ErrorKind {
    /// A parameter is missing or out of range, or a token belongs to another listing.
    InvalidParameter,
    /// The parameters cannot be combined. This is the only error in the API model of `DescribeSessions`.
    InvalidParameterCombination,
    /// The stack or fleet does not exist.
    ResourceNotFound,
    /// The body does not conform to the protocol.
    Serialization,
    /// The service does not support the operation.
    UnknownOperation,
    /// There are too many requests. Returned only if [faults](super::Service::with_faults) are enabled.
    Throttling,
    /// The service failed. Returned only if faults are enabled.
    InternalServer,
}

impl ErrorKind {
    /// Returns the error code on the wire.
    pub fn code(self) -> &'static str {
        match self {
            Self::InvalidParameter => "InvalidParameterException",
            Self::InvalidParameterCombination => "InvalidParameterCombinationException",
            Self::ResourceNotFound => "ResourceNotFoundException",
            Self::Serialization => "SerializationException",
            Self::UnknownOperation => "UnknownOperationException",
            Self::Throttling => "ThrottlingException",
            Self::InternalServer => "InternalServerException",
        }
    }

    /// Returns the HTTP status. Clients retry only the last two kinds.
    pub fn status(self) -> u16 {
        match self {
            Self::UnknownOperation => 404,
            Self::InternalServer => 500,
            _ => 400,
        }
    }
}

impl ServiceError {
    /// Creates an error.
    pub fn new(kind: ErrorKind, message: impl Into<String>) -> Self {
        let message = message.into();
        Self { kind, message }
    }

    pub(super) fn invalid(message: impl Into<String>) -> Self {
        Self::new(ErrorKind::InvalidParameter, message)
    }

    pub(super) fn combination(message: impl Into<String>) -> Self {
        Self::new(ErrorKind::InvalidParameterCombination, message)
    }

    pub(super) fn not_found(kind: &str, name: &str) -> Self {
        Self::new(ErrorKind::ResourceNotFound, format!("{kind} {name} does not exist"))
    }

    /// Returns the kind of the error.
    pub fn kind(&self) -> ErrorKind {
        self.kind
    }

    /// Returns the message.
    pub fn message(&self) -> &str {
        &self.message
    }
}

impl fmt::Display for ServiceError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.kind.code(), self.message)
    }
}

impl std::error::Error for ServiceError {}

/// Serializes to the same structure in both protocols. Clients read the code from `__type`.
impl Serialize for ServiceError {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut shape = serializer.serialize_struct("ServiceError", 2)?;
        shape.serialize_field("__type", self.kind.code())?;
        shape.serialize_field("Message", &self.message)?;
        shape.end()
    }
}
