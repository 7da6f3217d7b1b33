//! Conversion of wire names.

use super::wire_to_field_name;

#[test]
fn field_names_match_the_aws_sdk() {
    let pairs = include_str!("../../../testdata/names.tsv");
    let mut count = 0;
    for line in pairs.lines() {
        let (wire, field) = line.split_once('\t').expect("two columns");
        assert_eq!(wire_to_field_name(wire), field, "{wire}");
        count += 1;
    }
    assert_eq!(count, 3_717);
}

#[track_caller]
fn check(pairs: &[(&str, &str)]) {
    for (wire, field) in pairs {
        assert_eq!(wire_to_field_name(wire), *field, "{wire}");
    }
}

#[test]
fn a_capital_begins_a_word() {
    check(&[
        ("NextToken", "next_token"),
        ("nextToken", "next_token"),
        ("DBInstances", "db_instances"),
        ("SSEKMSKeyId", "ssekms_key_id"),
        ("S3Bucket", "s3_bucket"),
        ("additionalMetricsToRetainV2", "additional_metrics_to_retain_v2"),
        ("X", "x"),
        ("HITs", "hits"),
        ("MFA", "mfa"),
        ("type", "type"),
        ("Self", "self"),
    ]);
}

#[test]
fn plurals_and_versions_of_acronyms_are_one_word() {
    check(&[
        ("VPCs", "vpcs"),
        ("TargetGroupARNs", "target_group_arns"),
        ("ARNsOnly", "arns_only"),
        ("IAMUser", "iam_user"),
        ("ACLsize", "ac_lsize"),
        ("dynamoDBv2", "dynamo_dbv2"),
        ("DBvalue", "d_bvalue"),
    ]);
}

#[test]
fn units_and_ip_versions_are_one_word() {
    check(&[
        ("MemoryMiB", "memory_mib"),
        ("MemoryGiBPerVCpu", "memory_gib_per_v_cpu"),
        ("TargetMiBps", "target_mibps"),
        ("PrivateIPv4Address", "private_ipv4_address"),
        ("IpV4CidrBlock", "ipv4_cidr_block"),
        ("ipAddressV4", "ip_address_v4"),
        ("SigV4Key", "sigv4_key"),
        ("AuthTtL", "auth_ttl"),
        ("authorizerResultTtlInSeconds", "authorizer_result_ttl_in_seconds"),
        // An unsplit word is found only at the beginning of a word.
        ("BatTLeft", "bat_t_left"),
        ("KibanaUrl", "kibana_url"),
    ]);
}

#[test]
fn snake_case_is_unchanged() {
    for name in ["next_token", "continue_", "has_more", "_id", "__", "md5sum", "a1_b2"] {
        assert_eq!(wire_to_field_name(name), name);
    }
    check(&[
        ("next-token", "next_token"),
        ("NEXT_TOKEN", "next_token"),
        ("Next_Token", "next_token"),
        ("_NextToken", "_next_token"),
        ("X-Amz-Marker", "x_amz_marker"),
    ]);
}
