#!/usr/bin/env bash
# Instructions per row of each means of listing, counted by callgrind: `benches/measure.sh [rows per page]`.
# Counted over two lengths of listing, so that what is done once a listing is left out.
set -euo pipefail
cd "$(dirname "$0")/.."
command -v valgrind >/dev/null || { echo "needs valgrind: apt-get install valgrind" >&2; exit 1; }
rows=${1:-1000}
binary=${BINARY:-$(cargo bench -p paginated-benches --bench instructions --no-run --message-format json 2>/dev/null |
    grep -o '"executable":"[^"]*instructions[^"]*"' | cut -d'"' -f4)}

count() {
    valgrind --tool=callgrind --callgrind-out-file=/dev/null --toggle-collect='*counted_by_callgrind*' \
        "$binary" u64 "$1" "$rows" "$2" 2>&1 | awk '/Collected/ {print $4}'
}

echo "| means | instructions per row (pages of $rows) |"
echo "|---|---|"
for means in hand items items_for_each items_boxed items_lent hand_lent pages hand_blocking blocking blocking_for_each \
    hand_collect items_try_collect try_unfold async_stream page_turner google_cloud_gax azure_core aws_smithy_async; do
    short=$(count 10 $means)
    long=$(count 30 $means)
    echo "| $means | $(awk "BEGIN {printf \"%.1f\", ($long - $short) / (20 * $rows)}") |"
done
