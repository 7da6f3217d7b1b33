//! Wire name -> Rust field name, as the AWS SDK for Rust writes its fields.

/// Words that are one word although their case changes inside: `MemoryMiB`, `IpV4Cidr`, `AuthTtL`.
///
/// smithy-rs, which writes the AWS SDK for Rust, has the same seven.
const WHOLE_WORDS: [&str; 7] = ["ipv4", "ipv6", "sigv4", "kib", "mib", "gib", "ttl"];

/// The field that a wire name stands for, in snake case; a name without capitals is kept.
///
/// What comes out may be a keyword (`type`). The name is one that the grammar lets through: ASCII, not empty.
pub(crate) fn field_name(wire: &str) -> String {
    let bytes = wire.as_bytes();
    let mut field = String::with_capacity(wire.len() + 4);
    let mut word = 0;
    for (at, c) in wire.char_indices() {
        if matches!(c, '_' | '-') {
            field.push('_');
            word = at + 1;
            continue;
        }
        if begins_word(bytes, word, at) {
            field.push('_');
            word = at;
        }
        field.push(c.to_ascii_lowercase());
    }
    field
}

/// Whether the byte at `at` begins a new word, where the one before it began at `word`.
fn begins_word(bytes: &[u8], word: usize, at: usize) -> bool {
    if at == word || !bytes[at].is_ascii_uppercase() {
        return false;
    }
    if bytes[at - 1].is_ascii_uppercase() {
        ends_acronym(&bytes[at + 1..])
    } else {
        !inside_whole_word(&bytes[word..], at - word)
    }
}

/// Whether a capital after a capital is the first of a new word, going by what follows it: `DB[P]roxy`.
fn ends_acronym(after: &[u8]) -> bool {
    match after {
        // A plural, `AC[L]s` and `AR[N]sOnly`; but `IAM[U]ser`.
        [b's', rest @ ..] => rest.first().is_some_and(u8::is_ascii_lowercase),
        // A version: `I[P]v4`, `DynamoD[B]v2`.
        [b'v', next, ..] if next.is_ascii_digit() => false,
        _ => after.first().is_some_and(u8::is_ascii_lowercase),
    }
}

/// Whether the text begins with a whole word that goes on at `at`.
fn inside_whole_word(text: &[u8], at: usize) -> bool {
    WHOLE_WORDS.iter().any(|whole| {
        let start = text.get(..whole.len());
        at < whole.len() && start.is_some_and(|start| start.eq_ignore_ascii_case(whole.as_bytes()))
    })
}

#[cfg(test)]
mod tests {
    use super::field_name;

    #[test]
    fn names_are_those_of_the_aws_sdk() {
        let pairs = include_str!("../../testdata/names.tsv");
        let mut count = 0;
        for line in pairs.lines() {
            let (wire, field) = line.split_once('\t').expect("two columns");
            assert_eq!(field_name(wire), field, "{wire}");
            count += 1;
        }
        assert_eq!(count, 3_717);
    }

    #[track_caller]
    fn check(pairs: &[(&str, &str)]) {
        for (wire, field) in pairs {
            assert_eq!(field_name(wire), *field, "{wire}");
        }
    }

    #[test]
    fn capitals_begin_words() {
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
    fn units_and_the_like_are_one_word() {
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
            // Only where they begin a word, and only as far as they go.
            ("BatTLeft", "bat_t_left"),
            ("KibanaUrl", "kibana_url"),
        ]);
    }

    #[test]
    fn snake_case_is_kept() {
        for name in ["next_token", "continue_", "has_more", "_id", "__", "md5sum", "a1_b2"] {
            assert_eq!(field_name(name), name);
        }
        check(&[
            ("next-token", "next_token"),
            ("NEXT_TOKEN", "next_token"),
            ("Next_Token", "next_token"),
            ("_NextToken", "_next_token"),
            ("X-Amz-Marker", "x_amz_marker"),
        ]);
    }
}
