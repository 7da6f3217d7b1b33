//! For those who come from boto3 or the AWS CLI: each feature of botocore's paginators, and ours.
