//! The chart in `README.md`.

use std::error::Error;

use plotters::prelude::*;
use plotters::style::text_anchor::{HPos, Pos, VPos};

const FILE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/instructions.svg");
const OURS: RGBColor = RGBColor(0xb7, 0x41, 0x0e);
const OTHERS: RGBColor = RGBColor(0x8a, 0x99, 0xa6);
const INK: RGBColor = RGBColor(0x30, 0x36, 0x3d);
const LABELS: i32 = 230;

pub struct Bar {
    pub label: String,
    pub value: f64,
    pub ours: bool,
}

/// Draws bars on a logarithmic scale.
///
/// # Errors
/// If the file cannot be written.
pub fn draw(title: &str, bars: &[Bar]) -> Result<(), Box<dyn Error>> {
    let height = 70 + 26 * u32::try_from(bars.len())?;
    let area = SVGBackend::new(FILE, (860, height)).into_drawing_area();
    area.fill(&WHITE)?;
    let longest = bars.iter().map(|bar| bar.value).fold(1.0, f64::max);
    let font = ("sans-serif", 14).into_font().color(&INK);
    let mut chart = ChartBuilder::on(&area)
        .caption(title, ("sans-serif", 17).into_font().color(&INK))
        .margin(10)
        .margin_left(LABELS)
        .margin_right(70)
        .x_label_area_size(24)
        .build_cartesian_2d((1.0..longest * 1.2).log_scale(), (bars.len() as f64)..0.0)?;
    chart.configure_mesh().disable_y_mesh().disable_y_axis().label_style(font.clone()).draw()?;
    for (number, bar) in bars.iter().enumerate() {
        let (top, bottom) = (number as f64 + 0.15, number as f64 + 0.85);
        let middle = f64::midpoint(top, bottom);
        let colour = if bar.ours { OURS } else { OTHERS };
        let (left, right) = (Pos::new(HPos::Right, VPos::Center), Pos::new(HPos::Left, VPos::Center));
        chart.draw_series([Rectangle::new([(1.0, top), (bar.value, bottom)], colour.filled())])?;
        let value = format!("{:.1}", bar.value);
        let value = EmptyElement::at((bar.value, middle)) + Text::new(value, (6, 0), font.pos(right));
        let label = EmptyElement::at((1.0, middle)) + Text::new(bar.label.clone(), (-8, 0), font.pos(left));
        chart.draw_series([value])?;
        chart.draw_series([label])?;
    }
    area.present()?;
    Ok(())
}
