//! The errors that the service answers.

use std::fmt;

use serde::ser::{Serialize, SerializeStruct, Serializer};

/// An error answer: what went wrong and a message for people.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ServiceError {
    kind: ErrorKind,
    message: String,
}

/// The errors that AWS has for these operations.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ErrorKind {
    /// A parameter is missing, out of range or not a token of this listing.
    InvalidParameter,
    /// Parameters that do not go together. The only error that the model of `DescribeSessions` names.
    InvalidParameterCombination,
    /// A stack or fleet that does not exist.
    ResourceNotFound,
    /// A body that is not what the protocol says.
    Serialization,
    /// An operation that this service does not have.
    UnknownOperation,
    /// Too many requests; only where [faults](super::Service::with_faults) are asked for.
    Throttling,
    /// The service itself failed; only where faults are asked for.
    InternalServer,
}

impl ErrorKind {
    /// The name under which clients know the error.
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

    /// The HTTP status. All but the last two kinds are the caller's mistake, and clients do not retry them.
    pub fn status(self) -> u16 {
        match self {
            Self::UnknownOperation => 404,
            Self::InternalServer => 500,
            _ => 400,
        }
    }
}

impl ServiceError {
    /// An error of this kind.
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

    pub(super) fn not_found(what: &str, name: &str) -> Self {
        Self::new(ErrorKind::ResourceNotFound, format!("{what} {name} does not exist"))
    }

    /// What went wrong.
    pub fn kind(&self) -> ErrorKind {
        self.kind
    }

    /// The message for people.
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

/// The error's shape on the wire, the same in both protocols: clients take the code from `__type`.
impl Serialize for ServiceError {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut shape = serializer.serialize_struct("ServiceError", 2)?;
        shape.serialize_field("__type", self.kind.code())?;
        shape.serialize_field("Message", &self.message)?;
        shape.end()
    }
}
