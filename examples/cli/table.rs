//! Sessions as a table, for people: the columns that fit into a common terminal.

use aws_sdk_appstream::types::{Session, SessionState};
use comfy_table::presets::UTF8_HORIZONTAL_ONLY;
use comfy_table::{ContentArrangement, LineStyle, Table, TableStyle};

use super::line;

const STYLE: TableStyle = UTF8_HORIZONTAL_ONLY.row_separator(LineStyle::none());

/// The cells of a row.
pub(super) type Row = [String; 4];

pub(super) fn of(rows: Vec<Row>) -> Table {
    let mut table = Table::new();
    table.load_style(STYLE).set_header(["Session", "User", "State", "Started (UTC)"]).add_rows(rows);
    if let Some((_, columns)) = console::Term::stdout().size_checked() {
        table.set_content_arrangement(ContentArrangement::Dynamic).set_width(columns);
    }
    table
}

pub(super) fn row(session: &Session) -> Row {
    let text = |text: Option<&str>| text.unwrap_or("-").to_owned();
    let started = session.start_time().and_then(line::time).map(|time| to_the_minute(&time));
    [
        text(session.id()),
        text(session.user_id()),
        text(session.state().map(SessionState::as_str)),
        text(started.as_deref()),
    ]
}

/// `2026-03-02 08:00` of `2026-03-02T08:00:00Z`.
fn to_the_minute(time: &str) -> String {
    time.get(..16).map_or_else(|| time.to_owned(), |minute| minute.replace('T', " "))
}
