//! The table of sessions, with the columns that fit a terminal of 80 characters.

use aws_sdk_appstream::types::{Session, SessionState};
use comfy_table::presets::UTF8_HORIZONTAL_ONLY;
use comfy_table::{ContentArrangement, LineStyle, Table, TableStyle};

use super::json::format_time;

const STYLE: TableStyle = UTF8_HORIZONTAL_ONLY.row_separator(LineStyle::none());

/// The cells of a row.
pub(super) type Row = [String; 4];

pub(super) fn format(rows: Vec<Row>) -> Table {
    let mut table = Table::new();
    table.load_style(STYLE).set_header(["Session", "User", "State", "Started (UTC)"]).add_rows(rows);
    if let Some((_, columns)) = console::Term::stdout().size_checked() {
        table.set_content_arrangement(ContentArrangement::Dynamic).set_width(columns);
    }
    table
}

pub(super) fn build_row(session: &Session) -> Row {
    let cell = |text: Option<&str>| text.unwrap_or("-").to_owned();
    let started = session.start_time().and_then(format_time).map(|time| shorten_time(&time));
    [
        cell(session.id()),
        cell(session.user_id()),
        cell(session.state().map(SessionState::as_str)),
        cell(started.as_deref()),
    ]
}

/// Shortens `2026-03-02T08:00:00Z` to `2026-03-02 08:00`.
fn shorten_time(time: &str) -> String {
    time.get(..16).map_or_else(|| time.to_owned(), |minute| minute.replace('T', " "))
}
