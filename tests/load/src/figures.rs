//! What was measured, beside what was promised, as a table and as JSON.

use std::fmt::{self, Display, Formatter};

use serde::Serialize;

use crate::statistics::middle;

/// What was promised of a figure.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Aim {
    AtLeast(f64),
    AtMost(f64),
}

impl Aim {
    fn reached(self, figure: f64) -> bool {
        match self {
            Self::AtLeast(least) => figure >= least,
            Self::AtMost(most) => figure <= most,
        }
    }
}

/// One line of the table.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Figure {
    name: String,
    /// The figure itself.
    value: f64,
    unit: &'static str,
    /// Divided by its baseline: the median of the rounds, and the lowest and the highest.
    ratio: Option<f64>,
    ratio_lowest: Option<f64>,
    ratio_highest: Option<f64>,
    /// What it was divided by.
    baseline: Option<&'static str>,
    baseline_value: Option<f64>,
    /// Microseconds of processor that the program spends on each: what changes least when something else runs.
    processor_micros: Option<f64>,
    /// The baseline's.
    baseline_processor_micros: Option<f64>,
    /// The slowest of a hundred, in milliseconds.
    p99_millis: Option<f64>,
    aim: Option<f64>,
    aim_is: Option<&'static str>,
    reached: Option<bool>,
    #[serde(skip)]
    aimed: Option<Aim>,
}

impl Figure {
    /// A figure that stands for itself.
    pub(crate) fn plain(name: impl Into<String>, value: f64, unit: &'static str) -> Self {
        Self {
            name: name.into(),
            value,
            unit,
            ratio: None,
            ratio_lowest: None,
            ratio_highest: None,
            baseline: None,
            baseline_value: None,
            processor_micros: None,
            baseline_processor_micros: None,
            p99_millis: None,
            aim: None,
            aim_is: None,
            reached: None,
            aimed: None,
        }
    }

    /// A figure beside its baseline, round by round; the value is the median.
    pub(crate) fn beside(
        name: impl Into<String>,
        unit: &'static str,
        rounds: &[f64],
        baseline: &'static str,
        baseline_rounds: &[f64],
    ) -> Self {
        let ratios: Vec<f64> = rounds.iter().zip(baseline_rounds).map(|(own, bare)| own / bare).collect();
        let ratio = middle(&ratios);
        let median = |rounds: &[f64]| middle(rounds).map_or(f64::NAN, |middle| middle.median);
        Self {
            ratio: ratio.map(|ratio| ratio.median),
            ratio_lowest: ratio.map(|ratio| ratio.lowest),
            ratio_highest: ratio.map(|ratio| ratio.highest),
            baseline: Some(baseline),
            baseline_value: Some(median(baseline_rounds)),
            ..Self::plain(name, median(rounds), unit)
        }
    }

    /// With a promise about the ratio, or about the figure where there is none.
    pub(crate) fn aim(mut self, aim: Aim) -> Self {
        let (is, value) = match aim {
            Aim::AtLeast(value) => ("at least", value),
            Aim::AtMost(value) => ("at most", value),
        };
        self.aimed = Some(aim);
        (self.aim, self.aim_is) = (Some(value), Some(is));
        self.reached = Some(aim.reached(self.ratio.unwrap_or(self.value)));
        self
    }

    pub(crate) fn p99(mut self, micros: &[u32]) -> Self {
        let millis: Vec<f64> = micros.iter().map(|micros| f64::from(*micros) / 1000.0).collect();
        self.p99_millis = middle(&millis).map(|middle| middle.median);
        self
    }

    /// With the processor time of each answer, round by round, and the baseline's where it has one.
    pub(crate) fn processor(mut self, own: &[Option<f64>], bare: &[Option<f64>]) -> Self {
        let median = |rounds: &[Option<f64>]| {
            let known: Vec<f64> = rounds.iter().copied().flatten().collect();
            middle(&known).map(|middle| middle.median)
        };
        (self.processor_micros, self.baseline_processor_micros) = (median(own), median(bare));
        self
    }
}

/// A stage's lines under its heading.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Group {
    pub(crate) title: &'static str,
    pub(crate) figures: Vec<Figure>,
}

/// Everything.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Report {
    /// Processors that the measurement could use.
    pub(crate) processors: usize,
    /// SQLite or PostgreSQL.
    pub(crate) database: &'static str,
    /// A short run means little.
    pub(crate) quick: bool,
    pub(crate) seconds: f64,
    pub(crate) groups: Vec<Group>,
}

impl Display for Report {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        writeln!(f, "{} processors, {}, {:.0} s", self.processors, self.database, self.seconds)?;
        if self.quick {
            writeln!(f, "A quick run: it shows that everything works, and its figures mean little.")?;
        }
        let figures = self.groups.iter().flat_map(|group| &group.figures);
        let width = figures.map(|figure| figure.name.chars().count()).max().unwrap_or_default().max(20);
        for group in &self.groups {
            writeln!(f, "\n{}", group.title)?;
            writeln!(
                f,
                "  {:<width$}  {:>14}  {:>7}  {:>15}  {:<22}  {:>9}  {:>7}  {:>9}  {:>12}",
                "", "figure", "ratio", "spread", "to", "aim", "reached", "p99", "processor"
            )?;
            for figure in &group.figures {
                figure.line(f, width)?;
            }
        }
        Ok(())
    }
}

impl Figure {
    fn line(&self, f: &mut Formatter<'_>, width: usize) -> fmt::Result {
        let figure = format!("{} {}", number(self.value), self.unit);
        let ratio = self.ratio.map(ratio_text).unwrap_or_default();
        let spread = match (self.ratio_lowest, self.ratio_highest) {
            (Some(lowest), Some(highest)) => format!("{} to {}", ratio_text(lowest), ratio_text(highest)),
            _ => String::new(),
        };
        let to = match (self.baseline, self.baseline_value) {
            (Some(name), Some(value)) => format!("{name} {}", number(value)),
            _ => String::new(),
        };
        let shown = |value: f64| if self.ratio.is_some() { ratio_text(value) } else { number(value) };
        let aim = match self.aimed {
            Some(Aim::AtLeast(value)) => format!(">= {}", shown(value)),
            Some(Aim::AtMost(value)) => format!("<= {}", shown(value)),
            None => String::new(),
        };
        let reached = match self.reached {
            Some(true) => "yes",
            Some(false) => "no",
            None => "",
        };
        let p99 = self.p99_millis.map(|millis| format!("{millis:.1} ms")).unwrap_or_default();
        let processor = match (self.processor_micros, self.baseline_processor_micros) {
            (Some(own), Some(bare)) => format!("{own:.0} : {bare:.0} us"),
            (Some(own), None) => format!("{own:.0} us"),
            _ => String::new(),
        };
        let line = format!(
            "  {:<width$}  {figure:>14}  {ratio:>7}  {spread:>15}  {to:<22}  {aim:>9}  {reached:>7}  {p99:>9}  {processor:>12}",
            self.name
        );
        writeln!(f, "{}", line.trim_end())
    }
}

/// A figure with as many digits as mean something.
fn number(value: f64) -> String {
    match value.abs() {
        size if size >= 100.0 => {
            let digits = format!("{value:.0}");
            let (sign, digits) = digits.strip_prefix('-').map_or(("", digits.as_str()), |rest| ("-", rest));
            let mut grouped = String::new();
            for (place, digit) in digits.chars().enumerate() {
                if place > 0 && (digits.len() - place).is_multiple_of(3) {
                    grouped.push(' ');
                }
                grouped.push(digit);
            }
            format!("{sign}{grouped}")
        }
        size if size >= 10.0 => format!("{value:.1}"),
        _ => format!("{value:.2}"),
    }
}

fn ratio_text(ratio: f64) -> String {
    if ratio < 2.0 { format!("{:.0} %", ratio * 100.0) } else { format!("{ratio:.1} x") }
}

#[cfg(test)]
mod tests {
    use super::{Aim, Figure, number, ratio_text};

    #[test]
    fn figures_are_told_as_people_read_them() {
        assert_eq!([1_234_567.0, 999.4, 12.34, 0.126].map(number), ["1 234 567", "999", "12.3", "0.13"]);
        assert_eq!([0.704, 1.1, 15.42].map(ratio_text), ["70 %", "110 %", "15.4 x"]);
    }

    #[test]
    fn an_aim_is_about_the_ratio_where_there_is_one() {
        let figure = Figure::beside("a", "/s", &[70.0, 80.0, 60.0], "b", &[100.0, 100.0, 100.0]);
        assert_eq!((figure.ratio, figure.ratio_lowest, figure.ratio_highest), (Some(0.7), Some(0.6), Some(0.8)));
        assert_eq!(figure.clone().aim(Aim::AtLeast(0.7)).reached, Some(true));
        assert_eq!(figure.aim(Aim::AtLeast(0.71)).reached, Some(false));
        assert_eq!(Figure::plain("c", 61.0, "MB").aim(Aim::AtMost(60.0)).reached, Some(false));
    }
}
