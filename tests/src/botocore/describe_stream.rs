//! Kinesis `DescribeStream`: the token is in the last item, and all keys are nested.

use paginated::{Page, paginated};
use serde::{Deserialize, Serialize};

use super::{Client, ServiceError};

#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields)]
pub struct DescribeStreamInput {
    pub stream_name: String,
    pub exclusive_start_shard_id: Option<String>,
    pub limit: Option<u32>,
}

#[derive(Clone, Debug, Serialize, Deserialize, Page)]
#[serde(rename_all = "PascalCase", deny_unknown_fields)]
pub struct DescribeStreamOutput {
    pub stream_description: Option<StreamDescription>,
}

#[derive(Clone, Debug, Serialize, Deserialize, Page)]
#[serde(rename_all = "PascalCase", deny_unknown_fields)]
pub struct StreamDescription {
    pub shards: Option<Vec<Shard>>,
    pub has_more_shards: Option<bool>,
    #[serde(rename = "StreamARN")]
    pub stream_arn: Option<String>,
    pub stream_name: Option<String>,
    pub stream_status: Option<String>,
    pub retention_period_hours: Option<i32>,
    pub enhanced_monitoring: Option<Vec<String>>,
    pub encryption_type: Option<String>,
    pub key_id: Option<String>,
    pub stream_creation_timestamp: Option<String>,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields)]
pub struct Shard {
    pub shard_id: String,
}

impl Client {
    #[paginated(
        input_token = "ExclusiveStartShardId",
        output_token = "StreamDescription.Shards[-1].ShardId",
        limit_key = "Limit",
        more_results = "StreamDescription.HasMoreShards",
        result_key = "StreamDescription.Shards",
        non_aggregate_keys = [
            "StreamDescription.StreamARN",
            "StreamDescription.StreamName",
            "StreamDescription.StreamStatus",
            "StreamDescription.RetentionPeriodHours",
            "StreamDescription.EnhancedMonitoring",
            "StreamDescription.EncryptionType",
            "StreamDescription.KeyId",
            "StreamDescription.StreamCreationTimestamp",
        ]
    )]
    pub async fn describe_stream(&self, input: DescribeStreamInput) -> Result<DescribeStreamOutput, ServiceError> {
        self.send(input).await
    }
}
