//! Conformance with botocore: repeats 597 runs of its paginators, which are recorded in `tests/vectors`.
//!
//! To add an operation, add its types and attribute to `paginated_tests::botocore`, and its name to this file.

mod compare;
mod replay;
mod vectors;

use std::path::Path;

use paginated_tests::botocore::Client;
use replay::Replay;

/// Defines a function that runs all cases of each operation.
macro_rules! replay {
    ($($file:literal: $paginator:ident,)*) => {
        async fn replay_all(replay: &mut Replay) {
            $(replay.operation($file, Client::$paginator).await;)*
        }
    };
}

replay! {
    "describe_sessions": describe_sessions_paginator,
    "describe_stream": describe_stream_paginator,
    "download_db_log_file_portion": download_db_log_file_portion_paginator,
    "get_query_results": get_query_results_paginator,
    "get_usage": get_usage_paginator,
    "list_distributions": list_distributions_paginator,
    "list_object_versions": list_object_versions_paginator,
    "list_objects": list_objects_paginator,
    "list_resource_record_sets": list_resource_record_sets_paginator,
    "query": query_paginator,
}

#[tokio::test]
async fn all_recorded_runs_match_botocore() {
    let mut replay = Replay::new(&Path::new(env!("CARGO_MANIFEST_DIR")).join("vectors"));
    replay_all(&mut replay).await;
    let (runs, matching) = (replay.runs, replay.runs - replay.differences.len());
    println!("{matching} of {runs} runs match botocore");
    assert!(
        replay.differences.is_empty(),
        "{matching} of {runs} runs match botocore\n{}",
        replay.differences.join("\n")
    );
    assert_eq!(runs, 597);
}
