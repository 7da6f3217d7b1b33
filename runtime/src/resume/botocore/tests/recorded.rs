//! Starting tokens from recorded runs of botocore, and the result of its `_parse_starting_token` for each of them.

/// The names of an operation's input tokens, and the operation's starting tokens.
type Operation = (&'static [&'static str], &'static [Recorded]);

/// A starting token, and the expected input tokens as JSON and item count, or `None` if it is rejected.
type Recorded = (&'static str, Option<(&'static str, u64)>);

pub(super) const OPERATIONS: &[Operation] = &[
    // describe_sessions
    (
        &["NextToken"],
        &[
            ("eyJOZXh0VG9rZW4iOiAiNyIsICJib3RvX3RydW5jYXRlX2Ftb3VudCI6IDJ9", Some((r#"["7"]"#, 2))),
            ("eyJOZXh0VG9rZW4iOiAidDAifQ==", Some((r#"["t0"]"#, 0))),
            ("eyJOZXh0VG9rZW4iOiAidDEwIiwgImJvdG9fdHJ1bmNhdGVfYW1vdW50IjogMX0=", Some((r#"["t10"]"#, 1))),
            ("eyJOZXh0VG9rZW4iOiAidDEwIiwgImJvdG9fdHJ1bmNhdGVfYW1vdW50IjogMn0=", Some((r#"["t10"]"#, 2))),
            ("eyJOZXh0VG9rZW4iOiAidDcifQ==", Some((r#"["t7"]"#, 0))),
            (
                "eyJOZXh0VG9rZW4iOiAidFx1MDBmOGtlbiA3Lz0rIiwgImJvdG9fdHJ1bmNhdGVfYW1vdW50IjogMH0=",
                Some((r#"["t\u00f8ken 7/=+"]"#, 0)),
            ),
            (
                "eyJOZXh0VG9rZW4iOiAidFx1MDBmOGtlbiAwLz0rIiwgImJvdG9fdHJ1bmNhdGVfYW1vdW50IjogMX0=",
                Some((r#"["t\u00f8ken 0/=+"]"#, 1)),
            ),
            (
                "eyJOZXh0VG9rZW4iOiAidFx1MDBmOGtlbiAwLz0rIiwgImJvdG9fdHJ1bmNhdGVfYW1vdW50IjogMn0=",
                Some((r#"["t\u00f8ken 0/=+"]"#, 2)),
            ),
            ("eyJOZXh0VG9rZW4iOiBudWxsLCAiYm90b190cnVuY2F0ZV9hbW91bnQiOiAxfQ==", Some((r"[null]", 1))),
            ("eyJOZXh0VG9rZW4iOiBudWxsLCAiYm90b190cnVuY2F0ZV9hbW91bnQiOiAyfQ==", Some((r"[null]", 2))),
            ("opaque-token", Some((r#"["opaque-token"]"#, 0))),
            ("t1___0", Some((r#"["t1"]"#, 0))),
            ("t1___1", Some((r#"["t1"]"#, 1))),
        ],
    ),
    // describe_stream
    (
        &["ExclusiveStartShardId"],
        &[
            ("___", Some((r#"["___"]"#, 0))),
            (
                "eyJFeGNsdXNpdmVTdGFydFNoYXJkSWQiOiAib3BhcXVlLXRva2VuIiwgImJvdG9fdHJ1bmNhdGVfYW1vdW50IjogMn0=",
                Some((r#"["opaque-token"]"#, 2)),
            ),
            ("eyJFeGNsdXNpdmVTdGFydFNoYXJkSWQiOiAidDcifQ==", Some((r#"["t7"]"#, 0))),
            ("eyJFeGNsdXNpdmVTdGFydFNoYXJkSWQiOiAidjMifQ==", Some((r#"["v3"]"#, 0))),
            ("eyJFeGNsdXNpdmVTdGFydFNoYXJkSWQiOiAidjQifQ==", Some((r#"["v4"]"#, 0))),
            (
                "eyJFeGNsdXNpdmVTdGFydFNoYXJkSWQiOiAidjciLCAiYm90b190cnVuY2F0ZV9hbW91bnQiOiAxfQ==",
                Some((r#"["v7"]"#, 1)),
            ),
            ("eyJFeGNsdXNpdmVTdGFydFNoYXJkSWQiOiBudWxsLCAiYm90b190cnVuY2F0ZV9hbW91bnQiOiAxfQ==", Some((r"[null]", 1))),
            ("eyJFeGNsdXNpdmVTdGFydFNoYXJkSWQiOiBudWxsLCAiYm90b190cnVuY2F0ZV9hbW91bnQiOiAyfQ==", Some((r"[null]", 2))),
            ("opaque-token", Some((r#"["opaque-token"]"#, 0))),
        ],
    ),
    // download_db_log_file_portion
    (
        &["Marker"],
        &[
            ("None___2", Some((r"[null]", 2))),
            ("___", Some((r#"["___"]"#, 0))),
            ("a___b___c___d___1", None),
            ("eyJNYXJrZXIiOiAiNyJ9", Some((r#"["7"]"#, 0))),
            ("eyJNYXJrZXIiOiAiX19fIiwgImJvdG9fdHJ1bmNhdGVfYW1vdW50IjogNX0=", Some((r#"["___"]"#, 5))),
            ("eyJNYXJrZXIiOiAidDAiLCAiYm90b190cnVuY2F0ZV9hbW91bnQiOiA0fQ==", Some((r#"["t0"]"#, 4))),
            ("eyJNYXJrZXIiOiAidDAiLCAiYm90b190cnVuY2F0ZV9hbW91bnQiOiAxfQ==", Some((r#"["t0"]"#, 1))),
            ("eyJNYXJrZXIiOiAidDciLCAiYm90b190cnVuY2F0ZV9hbW91bnQiOiAwfQ==", Some((r#"["t7"]"#, 0))),
            ("eyJNYXJrZXIiOiAidDciLCAiYm90b190cnVuY2F0ZV9hbW91bnQiOiAxfQ==", Some((r#"["t7"]"#, 1))),
            (
                "eyJNYXJrZXIiOiAidFx1MDBmOGtlbiAzMC89KyIsICJib3RvX3RydW5jYXRlX2Ftb3VudCI6IDV9",
                Some((r#"["t\u00f8ken 30/=+"]"#, 5)),
            ),
            ("eyJNYXJrZXIiOiAidFx1MDBmOGtlbiAzMC89KyJ9", Some((r#"["t\u00f8ken 30/=+"]"#, 0))),
            ("eyJNYXJrZXIiOiBudWxsLCAiYm90b190cnVuY2F0ZV9hbW91bnQiOiA0fQ==", Some((r"[null]", 4))),
            ("eyJNYXJrZXIiOiBudWxsLCAiYm90b190cnVuY2F0ZV9hbW91bnQiOiAxfQ==", Some((r"[null]", 1))),
            ("eyJNYXJrZXIiOiBudWxsLCAiYm90b190cnVuY2F0ZV9hbW91bnQiOiAyfQ==", Some((r"[null]", 2))),
            ("eyJNYXJrZXIiOiBudWxsLCAiYm90b190cnVuY2F0ZV9hbW91bnQiOiAzfQ==", Some((r"[null]", 3))),
            ("opaque-token", Some((r#"["opaque-token"]"#, 0))),
            ("t1___0", Some((r#"["t1"]"#, 0))),
        ],
    ),
    // get_query_results
    (
        &["NextToken"],
        &[
            ("None___2", Some((r"[null]", 2))),
            ("___", Some((r#"["___"]"#, 0))),
            ("a___b___c___d___1", None),
            ("eyJOZXh0VG9rZW4iOiAidDAifQ==", Some((r#"["t0"]"#, 0))),
            ("eyJOZXh0VG9rZW4iOiAidDEiLCAiYm90b190cnVuY2F0ZV9hbW91bnQiOiAxfQ==", Some((r#"["t1"]"#, 1))),
            ("eyJOZXh0VG9rZW4iOiAidDEwIiwgImJvdG9fdHJ1bmNhdGVfYW1vdW50IjogMX0=", Some((r#"["t10"]"#, 1))),
            ("eyJOZXh0VG9rZW4iOiAidDFfX194IiwgImJvdG9fdHJ1bmNhdGVfYW1vdW50IjogMX0=", Some((r#"["t1___x"]"#, 1))),
            ("eyJOZXh0VG9rZW4iOiAidDciLCAiYm90b190cnVuY2F0ZV9hbW91bnQiOiAzfQ==", Some((r#"["t7"]"#, 3))),
            ("eyJOZXh0VG9rZW4iOiBudWxsLCAiYm90b190cnVuY2F0ZV9hbW91bnQiOiAxfQ==", Some((r"[null]", 1))),
            ("t1___0", Some((r#"["t1"]"#, 0))),
            ("t1___x", Some((r#"["t1___x"]"#, 0))),
        ],
    ),
    // get_usage
    (
        &["position"],
        &[
            ("a___b___c___d___1", None),
            ("eyJwb3NpdGlvbiI6ICIwIn0=", Some((r#"["0"]"#, 0))),
            ("eyJwb3NpdGlvbiI6ICIxMCJ9", Some((r#"["10"]"#, 0))),
            ("eyJwb3NpdGlvbiI6ICJ0MCJ9", Some((r#"["t0"]"#, 0))),
            ("eyJwb3NpdGlvbiI6ICJ0MzAifQ==", Some((r#"["t30"]"#, 0))),
            ("eyJwb3NpdGlvbiI6ICJ0NyIsICJib3RvX3RydW5jYXRlX2Ftb3VudCI6IDF9", Some((r#"["t7"]"#, 1))),
            ("eyJwb3NpdGlvbiI6ICJ0XHUwMGY4a2VuIDEwLz0rIn0=", Some((r#"["t\u00f8ken 10/=+"]"#, 0))),
            ("opaque-token", Some((r#"["opaque-token"]"#, 0))),
            ("t1___1", Some((r#"["t1"]"#, 1))),
            ("t1___x", Some((r#"["t1___x"]"#, 0))),
        ],
    ),
    // list_distributions
    (
        &["Marker"],
        &[
            ("___", Some((r#"["___"]"#, 0))),
            ("eyJNYXJrZXIiOiAiMCIsICJib3RvX3RydW5jYXRlX2Ftb3VudCI6IDJ9", Some((r#"["0"]"#, 2))),
            ("eyJNYXJrZXIiOiAidDAiLCAiYm90b190cnVuY2F0ZV9hbW91bnQiOiAxfQ==", Some((r#"["t0"]"#, 1))),
            ("eyJNYXJrZXIiOiAidDAifQ==", Some((r#"["t0"]"#, 0))),
            ("eyJNYXJrZXIiOiAidDFfX194IiwgImJvdG9fdHJ1bmNhdGVfYW1vdW50IjogMX0=", Some((r#"["t1___x"]"#, 1))),
            ("eyJNYXJrZXIiOiAidDIwIiwgImJvdG9fdHJ1bmNhdGVfYW1vdW50IjogM30=", Some((r#"["t20"]"#, 3))),
            ("eyJNYXJrZXIiOiAidDcifQ==", Some((r#"["t7"]"#, 0))),
            ("t1___1", Some((r#"["t1"]"#, 1))),
            ("t1___x", Some((r#"["t1___x"]"#, 0))),
        ],
    ),
    // list_object_versions
    (
        &["KeyMarker", "VersionIdMarker"],
        &[
            ("None___2", Some((r#"[null, "2"]"#, 0))),
            ("___", Some((r#"["", ""]"#, 0))),
            (
                "eyJLZXlNYXJrZXIiOiAiMCIsICJWZXJzaW9uSWRNYXJrZXIiOiBudWxsLCAiYm90b190cnVuY2F0ZV9hbW91bnQiOiAxfQ==",
                Some((r#"["0", null]"#, 1)),
            ),
            (
                "eyJLZXlNYXJrZXIiOiAiMTAiLCAiVmVyc2lvbklkTWFya2VyIjogbnVsbCwgImJvdG9fdHJ1bmNhdGVfYW1vdW50IjogMX0=",
                Some((r#"["10", null]"#, 1)),
            ),
            ("eyJLZXlNYXJrZXIiOiAidDAiLCAiVmVyc2lvbklkTWFya2VyIjogInQxIn0=", Some((r#"["t0", "t1"]"#, 0))),
            (
                "eyJLZXlNYXJrZXIiOiAidDAiLCAiVmVyc2lvbklkTWFya2VyIjogbnVsbCwgImJvdG9fdHJ1bmNhdGVfYW1vdW50IjogMX0=",
                Some((r#"["t0", null]"#, 1)),
            ),
            (
                "eyJLZXlNYXJrZXIiOiAidDEwIiwgIlZlcnNpb25JZE1hcmtlciI6ICJ0XHUwMGY4a2VuIDExLz0rIiwgImJvdG9fdHJ1bmNhdGVfYW1vdW50IjogMn0=",
                Some((r#"["t10", "t\u00f8ken 11/=+"]"#, 2)),
            ),
            (
                "eyJLZXlNYXJrZXIiOiAidFx1MDBmOGtlbiA3Lz0rIiwgIlZlcnNpb25JZE1hcmtlciI6IG51bGwsICJib3RvX3RydW5jYXRlX2Ftb3VudCI6IDF9",
                Some((r#"["t\u00f8ken 7/=+", null]"#, 1)),
            ),
            (
                "eyJLZXlNYXJrZXIiOiAidFx1MDBmOGtlbiA3Lz0rIiwgIlZlcnNpb25JZE1hcmtlciI6IG51bGx9",
                Some((r#"["t\u00f8ken 7/=+", null]"#, 0)),
            ),
            (
                "eyJLZXlNYXJrZXIiOiAidFx1MDBmOGtlbiAxMC89KyIsICJWZXJzaW9uSWRNYXJrZXIiOiAiMTEifQ==",
                Some((r#"["t\u00f8ken 10/=+", "11"]"#, 0)),
            ),
            (
                "eyJLZXlNYXJrZXIiOiBudWxsLCAiVmVyc2lvbklkTWFya2VyIjogbnVsbCwgImJvdG9fdHJ1bmNhdGVfYW1vdW50IjogMX0=",
                Some((r"[null, null]", 1)),
            ),
            ("t1___1", Some((r#"["t1", "1"]"#, 0))),
        ],
    ),
    // list_objects
    (
        &["Marker"],
        &[
            ("___", Some((r#"["___"]"#, 0))),
            ("eyJNYXJrZXIiOiAidDAiLCAiYm90b190cnVuY2F0ZV9hbW91bnQiOiAxfQ==", Some((r#"["t0"]"#, 1))),
            ("eyJNYXJrZXIiOiAidDEwIn0=", Some((r#"["t10"]"#, 0))),
            ("eyJNYXJrZXIiOiAidDciLCAiYm90b190cnVuY2F0ZV9hbW91bnQiOiAwfQ==", Some((r#"["t7"]"#, 0))),
            ("eyJNYXJrZXIiOiAidDciLCAiYm90b190cnVuY2F0ZV9hbW91bnQiOiAxfQ==", Some((r#"["t7"]"#, 1))),
            ("eyJNYXJrZXIiOiAidDcifQ==", Some((r#"["t7"]"#, 0))),
            ("eyJNYXJrZXIiOiAidjEzIiwgImJvdG9fdHJ1bmNhdGVfYW1vdW50IjogMn0=", Some((r#"["v13"]"#, 2))),
            ("eyJNYXJrZXIiOiAidjYiLCAiYm90b190cnVuY2F0ZV9hbW91bnQiOiAxfQ==", Some((r#"["v6"]"#, 1))),
            ("eyJNYXJrZXIiOiBudWxsLCAiYm90b190cnVuY2F0ZV9hbW91bnQiOiAxfQ==", Some((r"[null]", 1))),
            ("t1___1", Some((r#"["t1"]"#, 1))),
            ("t1___x", Some((r#"["t1___x"]"#, 0))),
        ],
    ),
    // list_resource_record_sets
    (
        &["StartRecordName", "StartRecordType", "StartRecordIdentifier"],
        &[
            ("None___2", Some((r#"[null, "2", null]"#, 0))),
            (
                "eyJTdGFydFJlY29yZE5hbWUiOiAidDAiLCAiU3RhcnRSZWNvcmRUeXBlIjogIjEiLCAiU3RhcnRSZWNvcmRJZGVudGlmaWVyIjogInRcdTAwZjhrZW4gMi89KyIsICJib3RvX3RydW5jYXRlX2Ftb3VudCI6IDF9",
                Some((r#"["t0", "1", "t\u00f8ken 2/=+"]"#, 1)),
            ),
            (
                "eyJTdGFydFJlY29yZE5hbWUiOiAidDAiLCAiU3RhcnRSZWNvcmRUeXBlIjogbnVsbCwgIlN0YXJ0UmVjb3JkSWRlbnRpZmllciI6ICJ0MiIsICJib3RvX3RydW5jYXRlX2Ftb3VudCI6IDN9",
                Some((r#"["t0", null, "t2"]"#, 3)),
            ),
            (
                "eyJTdGFydFJlY29yZE5hbWUiOiAidDEiLCAiU3RhcnRSZWNvcmRUeXBlIjogIjEiLCAiU3RhcnRSZWNvcmRJZGVudGlmaWVyIjogbnVsbCwgImJvdG9fdHJ1bmNhdGVfYW1vdW50IjogM30=",
                Some((r#"["t1", "1", null]"#, 3)),
            ),
            (
                "eyJTdGFydFJlY29yZE5hbWUiOiAidDEwIiwgIlN0YXJ0UmVjb3JkVHlwZSI6IG51bGwsICJTdGFydFJlY29yZElkZW50aWZpZXIiOiAidDEyIiwgImJvdG9fdHJ1bmNhdGVfYW1vdW50IjogMX0=",
                Some((r#"["t10", null, "t12"]"#, 1)),
            ),
            (
                "eyJTdGFydFJlY29yZE5hbWUiOiAidDMwIiwgIlN0YXJ0UmVjb3JkVHlwZSI6ICJ0XHUwMGY4a2VuIDMxLz0rIiwgIlN0YXJ0UmVjb3JkSWRlbnRpZmllciI6IG51bGx9",
                Some((r#"["t30", "t\u00f8ken 31/=+", null]"#, 0)),
            ),
            (
                "eyJTdGFydFJlY29yZE5hbWUiOiAidDciLCAiU3RhcnRSZWNvcmRUeXBlIjogbnVsbCwgIlN0YXJ0UmVjb3JkSWRlbnRpZmllciI6IG51bGwsICJib3RvX3RydW5jYXRlX2Ftb3VudCI6IDF9",
                Some((r#"["t7", null, null]"#, 1)),
            ),
            (
                "eyJTdGFydFJlY29yZE5hbWUiOiAidDciLCAiU3RhcnRSZWNvcmRUeXBlIjogbnVsbCwgIlN0YXJ0UmVjb3JkSWRlbnRpZmllciI6IG51bGwsICJib3RvX3RydW5jYXRlX2Ftb3VudCI6IDJ9",
                Some((r#"["t7", null, null]"#, 2)),
            ),
            (
                "eyJTdGFydFJlY29yZE5hbWUiOiAidDciLCAiU3RhcnRSZWNvcmRUeXBlIjogbnVsbCwgIlN0YXJ0UmVjb3JkSWRlbnRpZmllciI6IG51bGx9",
                Some((r#"["t7", null, null]"#, 0)),
            ),
            (
                "eyJTdGFydFJlY29yZE5hbWUiOiAidFx1MDBmOGtlbiAwLz0rIiwgIlN0YXJ0UmVjb3JkVHlwZSI6ICJ0MSIsICJTdGFydFJlY29yZElkZW50aWZpZXIiOiAiMiIsICJib3RvX3RydW5jYXRlX2Ftb3VudCI6IDJ9",
                Some((r#"["t\u00f8ken 0/=+", "t1", "2"]"#, 2)),
            ),
            (
                "eyJTdGFydFJlY29yZE5hbWUiOiAidFx1MDBmOGtlbiAwLz0rIiwgIlN0YXJ0UmVjb3JkVHlwZSI6ICJ0MSIsICJTdGFydFJlY29yZElkZW50aWZpZXIiOiBudWxsfQ==",
                Some((r#"["t\u00f8ken 0/=+", "t1", null]"#, 0)),
            ),
            (
                "eyJTdGFydFJlY29yZE5hbWUiOiAidFx1MDBmOGtlbiAxMC89KyIsICJTdGFydFJlY29yZFR5cGUiOiBudWxsLCAiU3RhcnRSZWNvcmRJZGVudGlmaWVyIjogInQxMiIsICJib3RvX3RydW5jYXRlX2Ftb3VudCI6IDF9",
                Some((r#"["t\u00f8ken 10/=+", null, "t12"]"#, 1)),
            ),
            (
                "eyJTdGFydFJlY29yZE5hbWUiOiBudWxsLCAiU3RhcnRSZWNvcmRUeXBlIjogbnVsbCwgIlN0YXJ0UmVjb3JkSWRlbnRpZmllciI6IG51bGwsICJib3RvX3RydW5jYXRlX2Ftb3VudCI6IDF9",
                Some((r"[null, null, null]", 1)),
            ),
            ("opaque-token", Some((r#"["opaque-token", null, null]"#, 0))),
            ("t1___0", Some((r#"["t1", "0", null]"#, 0))),
            ("t1___1", Some((r#"["t1", "1", null]"#, 0))),
        ],
    ),
    // query
    (
        &["ExclusiveStartKey"],
        &[
            ("eyJFeGNsdXNpdmVTdGFydEtleSI6IG51bGwsICJib3RvX3RydW5jYXRlX2Ftb3VudCI6IDN9", Some((r"[null]", 3))),
            (
                "eyJFeGNsdXNpdmVTdGFydEtleSI6IHsicGsiOiB7IlMiOiAiazAifSwgIm4iOiB7Ik4iOiAiMCJ9fSwgImJvdG9fdHJ1bmNhdGVfYW1vdW50IjogM30=",
                Some((r#"[{"pk": {"S": "k0"}, "n": {"N": "0"}}]"#, 3)),
            ),
            (
                "eyJFeGNsdXNpdmVTdGFydEtleSI6IHsicGsiOiB7IlMiOiAiazEwIn0sICJuIjogeyJOIjogIjEwIn19LCAiYm90b190cnVuY2F0ZV9hbW91bnQiOiAxfQ==",
                Some((r#"[{"pk": {"S": "k10"}, "n": {"N": "10"}}]"#, 1)),
            ),
            (
                "eyJFeGNsdXNpdmVTdGFydEtleSI6IHsicGsiOiB7IlMiOiAiazIwIn0sICJuIjogeyJOIjogIjIwIn19LCAiYm90b190cnVuY2F0ZV9hbW91bnQiOiAxfQ==",
                Some((r#"[{"pk": {"S": "k20"}, "n": {"N": "20"}}]"#, 1)),
            ),
            (
                "eyJFeGNsdXNpdmVTdGFydEtleSI6IHsicGsiOiB7IlMiOiAiazIwIn0sICJuIjogeyJOIjogIjIwIn19fQ==",
                Some((r#"[{"pk": {"S": "k20"}, "n": {"N": "20"}}]"#, 0)),
            ),
            (
                "eyJFeGNsdXNpdmVTdGFydEtleSI6IHsicGsiOiB7IlMiOiAiazcifSwgIm4iOiB7Ik4iOiAiNyJ9fSwgImJvdG9fdHJ1bmNhdGVfYW1vdW50IjogMH0=",
                Some((r#"[{"pk": {"S": "k7"}, "n": {"N": "7"}}]"#, 0)),
            ),
            (
                "eyJFeGNsdXNpdmVTdGFydEtleSI6IHsicGsiOiB7IlMiOiAiazcifSwgIm4iOiB7Ik4iOiAiNyJ9fSwgImJvdG9fdHJ1bmNhdGVfYW1vdW50IjogMn0=",
                Some((r#"[{"pk": {"S": "k7"}, "n": {"N": "7"}}]"#, 2)),
            ),
            (
                "eyJFeGNsdXNpdmVTdGFydEtleSI6IHsicGsiOiB7IlMiOiAiazcifSwgIm4iOiB7Ik4iOiAiNyJ9fX0=",
                Some((r#"[{"pk": {"S": "k7"}, "n": {"N": "7"}}]"#, 0)),
            ),
        ],
    ),
];
