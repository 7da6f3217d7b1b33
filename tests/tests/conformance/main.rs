//! The same answers as botocore: 600 runs of its paginators, recorded in `tests/vectors`, and run again by ours.
//!
//! An operation is added by its types and its attribute in `paginated_tests::botocore`, and its name here.

mod compare;
mod replay;
mod vectors;

use std::path::Path;

use paginated_tests::botocore::Client;
use replay::Replay;

/// Runs all cases of each operation, which the client has under the name of its file.
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
async fn all_recorded_runs_agree_with_botocore() {
    let mut replay = Replay::new(&Path::new(env!("CARGO_MANIFEST_DIR")).join("vectors"));
    replay_all(&mut replay).await;
    let (runs, agree) = (replay.runs, replay.runs - replay.differences.len());
    println!("{agree} of {runs} runs agree with botocore's");
    assert!(replay.differences.is_empty(), "{agree} of {runs} agree\n{}", replay.differences.join("\n"));
    assert_eq!(runs, 600);
}
