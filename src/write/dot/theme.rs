//! Colours. Those of light and dark are Okabe and Ito's, which colour-blind people tell apart; fills are lightened or darkened
//! so that words on them stand out. In print shapes and lines tell everything.

use super::options::Theme;
use super::style::Style;
use crate::ontology::Kind;

/// How a kind of node looks.
pub(super) struct Look {
    pub shape: &'static str,
    pub stroke: &'static str,
    pub fill: &'static str,
    /// The fill of what has no name or has not happened.
    pub pale: &'static str,
}

/// The colours of a whole drawing.
pub(super) struct Ground {
    pub background: &'static str,
    pub text: &'static str,
    /// What explains itself: the legend's frame and what is not named.
    pub quiet: &'static str,
    pub frame: &'static str,
}

pub(super) fn ground(theme: Theme) -> Ground {
    let [background, text, quiet, frame] = match theme {
        Theme::Light => ["white", "#1a1a1a", "#5a5a5a", "#d9d9d9"],
        Theme::Dark => ["#15181c", "#f2f2f2", "#b8b8b8", "#4a4f55"],
        Theme::Print => ["white", "black", "black", "#808080"],
    };
    Ground {
        background,
        text,
        quiet,
        frame,
    }
}

pub(super) fn look(theme: Theme, kind: Kind) -> Look {
    let shape = match kind {
        Kind::Person | Kind::Organisation => "box",
        Kind::Country => "hexagon",
        Kind::Location => "house",
        Kind::Event => "ellipse",
    };
    let [stroke, fill, pale] = match (theme, kind) {
        (Theme::Light, Kind::Person) => ["#0072B2", "#DDECF8", "#F6FAFD"],
        (Theme::Light, Kind::Country) => ["#007A5A", "#D5F0E6", "#F4FBF8"],
        (Theme::Light, Kind::Organisation) => ["#A3487A", "#F6E4EE", "#FDF8FB"],
        (Theme::Light, Kind::Location) => ["#5A5A5A", "#EFEFEF", "#FAFAFA"],
        (Theme::Light, Kind::Event) => ["#A87000", "#FFF1CF", "#FFFBF0"],
        (Theme::Dark, Kind::Person) => ["#56B4E9", "#12344A", "#18242D"],
        (Theme::Dark, Kind::Country) => ["#2FC79B", "#0E3B2E", "#172723"],
        (Theme::Dark, Kind::Organisation) => ["#E08DBE", "#45213A", "#2A1E27"],
        (Theme::Dark, Kind::Location) => ["#B5B5B5", "#35383C", "#222529"],
        (Theme::Dark, Kind::Event) => ["#E69F00", "#43330B", "#292318"],
        (Theme::Print, Kind::Organisation) => ["black", "#E8E8E8", "white"],
        (Theme::Print, _) => ["black", "white", "white"],
    };
    Look {
        shape,
        stroke,
        fill,
        pale,
    }
}

/// The colours of a line and of the words at it.
pub(super) fn line_colours(theme: Theme, style: Style) -> (&'static str, &'static str) {
    match (theme, style) {
        (Theme::Print, Style::Uncertain | Style::Denied | Style::Says) => ("#404040", "black"),
        (Theme::Print, _) => ("black", "black"),
        (Theme::Light, Style::Relation) => ("#0072B2", "#00507d"),
        (Theme::Light, Style::Fact) => ("#444444", "#1a1a1a"),
        (Theme::Light, Style::Against | Style::Rejects) => ("#C44E00", "#A84300"),
        (Theme::Light, Style::Uncertain | Style::Denied | Style::Says) => ("#8a8a8a", "#5a5a5a"),
        (Theme::Dark, Style::Relation) => ("#56B4E9", "#8FCDF2"),
        (Theme::Dark, Style::Fact) => ("#C9C9C9", "#F2F2F2"),
        (Theme::Dark, Style::Against | Style::Rejects) => ("#FF7A33", "#FFA06B"),
        (Theme::Dark, Style::Uncertain | Style::Denied | Style::Says) => ("#8F959C", "#B8BDC4"),
    }
}

/// A line with its head, without colours. Where there are none, a lasting fact has an open head.
pub(super) fn line(theme: Theme, style: Style) -> &'static str {
    match style {
        Style::Relation if theme == Theme::Print => "penwidth=1.2, arrowhead=onormal",
        Style::Relation => "penwidth=1.5",
        Style::Fact => "penwidth=1.6",
        Style::Against => "penwidth=2.6",
        Style::Rejects => "penwidth=2.6, arrowhead=tee, arrowsize=1.1",
        Style::Uncertain => "penwidth=1.6, style=dashed",
        Style::Denied => "penwidth=1.6, style=dashed, arrowhead=odot",
        Style::Says => "penwidth=1.6, style=dotted, arrowhead=vee",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Relative luminance as WCAG 2 counts it.
    fn luminance(colour: &str) -> f64 {
        let hex = match colour {
            "white" => "#FFFFFF",
            "black" => "#000000",
            other => other,
        };
        let part = |from: usize| {
            let value = f64::from(u8::from_str_radix(&hex[from..from + 2], 16).unwrap()) / 255.0;
            if value <= 0.040_45 {
                value / 12.92
            } else {
                ((value + 0.055) / 1.055).powf(2.4)
            }
        };
        0.2126 * part(1) + 0.7152 * part(3) + 0.0722 * part(5)
    }

    fn contrast(a: &str, b: &str) -> f64 {
        let (a, b) = (luminance(a), luminance(b));
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    /// WCAG 2's level AA: 4.5 for words, 3 for lines.
    #[test]
    fn words_and_lines_stand_out_from_their_ground() {
        for &theme in Theme::ALL {
            let ground = ground(theme);
            assert!(contrast(ground.quiet, ground.background) > 4.5);
            for &kind in Kind::ALL {
                let look = look(theme, kind);
                assert!(contrast(ground.text, look.fill) > 4.5 && contrast(ground.text, look.pale) > 4.5);
                assert!(contrast(look.stroke, ground.background) > 3.0, "{theme} {kind:?}");
            }
            for style in Style::ALL {
                let (line, words) = line_colours(theme, style);
                assert!(contrast(line, ground.background) > 3.0, "{theme} {style:?}");
                assert!(contrast(words, ground.background) > 4.5, "{theme} {style:?}");
            }
        }
    }
}
