//! The grammar of time expressions: what stands where. Every rule looks at a bounded number of tokens, so that a text takes
//! linear time, and rules nest at most [`DEPTH`] deep.

use super::calendar::Unit;
use super::expression::{Edge, Expression};
use super::lex::{Kind, Lexeme, lex};
use crate::text::Span;

/// What a rule found, and the token after it.
pub(super) type Parsed<T> = Option<(T, usize)>;

/// "the end of the first week of next month" nests four deep; nobody writes more.
pub(super) const DEPTH: usize = 5;

/// How a time stands to what is told of it, in TIMEX3's terms.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Modifier {
    /// "before 2000".
    Before,
    /// "after 2000".
    After,
    /// "by Friday", "until May".
    OnOrBefore,
    /// "since June".
    OnOrAfter,
    /// "early May".
    Start,
    /// "mid-May".
    Mid,
    /// "late May".
    End,
}

impl Modifier {
    /// TIMEX3's word, as files have it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Before => "BEFORE",
            Self::After => "AFTER",
            Self::OnOrBefore => "ON_OR_BEFORE",
            Self::OnOrAfter => "ON_OR_AFTER",
            Self::Start => "START",
            Self::Mid => "MID",
            Self::End => "END",
        }
    }
}

/// An expression with its place in the text.
#[derive(Debug, Clone)]
pub(super) struct Found {
    pub span: Span,
    pub expression: Expression,
    pub modifier: Option<Modifier>,
}

/// Finds the expressions of a text, in order; they do not overlap.
pub(super) fn parse(text: &str) -> Vec<Found> {
    let parser = Parser {
        tokens: lex(text),
        text,
    };
    let mut out = Vec::new();
    let mut at = 0;
    while at < parser.tokens.len() {
        let start = if matches!(parser.word(at), "from" | "between") {
            at + 1
        } else {
            at
        };
        let found = if start > at {
            parser
                .range(start, parser.is(at, "between"))
                .or_else(|| parser.clock_first(at))
        } else {
            parser.expression(at)
        };
        match found.filter(|&(_, next)| parser.opens(start) && parser.closes(next)) {
            Some((expression, next)) => {
                let span = parser.tokens[start].span.cover(parser.tokens[next - 1].span);
                let modifier = match &expression {
                    Expression::Part { edge: Edge::Start, .. } => Some(Modifier::Start),
                    Expression::Part { edge: Edge::Middle, .. } => Some(Modifier::Mid),
                    Expression::Part { edge: Edge::End, .. } => Some(Modifier::End),
                    Expression::Range { .. } | Expression::Duration(_) => None,
                    _ => parser.modifier(start, next),
                };
                out.push(Found {
                    span,
                    expression,
                    modifier,
                });
                at = next;
            }
            None => at += 1,
        }
    }
    out
}

pub(super) struct Parser<'t> {
    tokens: Vec<Lexeme>,
    text: &'t str,
}

impl Parser<'_> {
    /// The word or sign at a place in lower case; nothing behind the end, and for numbers.
    pub(super) fn word(&self, at: usize) -> &str {
        self.tokens.get(at).map_or("", |token| token.word.as_str())
    }

    pub(super) fn is(&self, at: usize, word: &str) -> bool {
        self.word(at) == word
    }

    pub(super) fn kind(&self, at: usize) -> Option<Kind> {
        self.tokens.get(at).map(|token| token.kind)
    }

    /// Whether nothing stands between the token and the one before.
    pub(super) fn glued(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| token.glued)
    }

    pub(super) fn capital(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| token.capital)
    }

    /// Whether a word, not a number or sign, stands there.
    pub(super) fn is_word(&self, at: usize) -> bool {
        self.kind(at) == Some(Kind::Word)
    }

    /// The word before a place; nothing at the beginning.
    pub(super) fn before(&self, at: usize) -> &str {
        at.checked_sub(1).map_or("", |before| self.word(before))
    }

    /// The token's own letters.
    pub(super) fn letters(&self, at: usize) -> &str {
        self.tokens.get(at).map_or("", |token| token.span.of(self.text))
    }

    /// Whether an expression may begin here: not inside a word, a number, an amount of money, a code.
    fn opens(&self, at: usize) -> bool {
        if !self.glued(at) {
            return true;
        }
        let Some(before) = at.checked_sub(1) else { return true };
        match self.kind(before) {
            Some(Kind::Sign) => match self.word(before) {
                "$" | "£" | "€" | "¥" | "#" | "@" | "_" | "%" | "&" | "+" => false,
                "-" | "/" | "." | ":" | "," | "–" => {
                    let digit = before
                        .checked_sub(1)
                        .is_some_and(|other| !matches!(self.kind(other), Some(Kind::Word | Kind::Sign)));
                    !(digit && self.glued(before))
                }
                _ => true,
            },
            _ => false,
        }
    }

    /// Whether an expression may end before this token.
    fn closes(&self, next: usize) -> bool {
        if !self.glued(next) {
            // "2000 % of", "5 °C".
            return !matches!(self.word(next), "%" | "°");
        }
        match self.kind(next) {
            Some(Kind::Sign) => match self.word(next) {
                "%" | "°" | "_" | "$" => false,
                "-" | "/" | "." | ":" | "," => !(self.glued(next + 1) && self.digits(next + 1).is_some()),
                _ => true,
            },
            Some(_) => false,
            None => true,
        }
    }

    /// What the words around say of the whole: "since", "before", "or later".
    fn modifier(&self, start: usize, next: usize) -> Option<Modifier> {
        // "2016 or later", but "before 2010 or after 2018" names two.
        let ends = !self.is_word(next + 2) && self.digits(next + 2).is_none();
        let later = match (self.word(next), self.word(next + 1)) {
            ("or" | "and", "later" | "after" | "greater" | "beyond") => ends,
            (word, _) => matches!(word, "onward" | "onwards"),
        };
        if later {
            return Some(Modifier::OnOrAfter);
        }
        // "after Monday's attack" tells when the attack was.
        if matches!(self.word(next), "'" | "’") && self.is(next + 1, "s") {
            return None;
        }
        let mut at = start;
        for _ in 0..3 {
            at = at.checked_sub(1)?;
            match self.word(at) {
                // "as of Tuesday" tells up to when.
                "of" if self.before(at) == "as" => return Some(Modifier::OnOrBefore),
                "the" | "on" | "about" | "around" | "approximately" | "roughly" | "at" | "least" | "early" | "late" => {
                }
                "before" | "pre" => return Some(Modifier::Before),
                "after" | "post" => return Some(Modifier::After),
                "since" | "starting" | "beginning" => return Some(Modifier::OnOrAfter),
                "until" | "till" | "til" | "by" => return Some(Modifier::OnOrBefore),
                "than" => {
                    let word = self.before(at);
                    return match word {
                        "later" if self.before(at - 1) == "no" => Some(Modifier::OnOrBefore),
                        "later" | "greater" | "more" => Some(Modifier::After),
                        "earlier" | "less" => Some(Modifier::Before),
                        _ => None,
                    };
                }
                _ => return None,
            }
        }
        None
    }

    /// Any expression that begins here.
    fn expression(&self, at: usize) -> Parsed<Expression> {
        self.range(at, false)
            .or_else(|| self.clock_first(at))
            .or_else(|| self.offset(at, DEPTH))
            .or_else(|| self.timed(at))
            .or_else(|| self.free_duration(at))
    }

    /// "2014 to 2018", "May 4-7", "3 and 12 of September".
    fn range(&self, at: usize, between: bool) -> Parsed<Expression> {
        if !self.may_begin(at) {
            return None;
        }
        if let Some(found) = self.days_of_month(at, between) {
            return Some(found);
        }
        let (from, next) = self.point(at, DEPTH)?;
        let joined = self.connector(next, between)?;
        // "1846-48", "2019/20".
        if let Expression::Fixed(period) = &from
            && period.unit == Unit::Year
            && let Some((short, 2)) = self.digits(joined)
            && (self.glued(next) && self.glued(joined) || self.is(next, "–"))
        {
            let first = period.start.year();
            let last = first - first.rem_euclid(100) + i16::try_from(short).ok()?;
            let to = Expression::Fixed(super::calendar::Period::year(last)?);
            return (first < last).then_some((pair(from, to), joined + 1));
        }
        if let Expression::Day(fields) = &from
            && let Some(month) = fields.month
            && fields.year.is_none()
        {
            let place = if self.is(joined, "the") { joined + 1 } else { joined };
            let fresh = self.point(joined, DEPTH).is_some_and(|(to, _)| {
                matches!(to, Expression::Day(fields) if fields.month.is_some()) || !matches!(to, Expression::Day(_))
            });
            if !fresh && let Some((day, after)) = self.month_day(place) {
                let (year, end) = self
                    .year_behind(after)
                    .map_or((None, after), |(year, end)| (Some(year), end));
                let from = Expression::Day(super::expression::DayFields { year, ..*fields });
                let to = Expression::Day(super::expression::DayFields {
                    year,
                    month: Some(month),
                    day,
                    ..Default::default()
                });
                return Some((pair(from, to), end));
            }
        }
        if matches!(self.word(next), "to" | "till") && self.is(joined, "date") {
            return Some((pair(from, Expression::Now), joined + 1));
        }
        let (to, end) = self.point(joined, DEPTH)?;
        // "on Tuesday – Wednesday's talks" is fine, "2014 to now" is; a year and a bare day are no range.
        Some((pair(from, to), end))
    }

    /// "3 and 12 of September", "18-20 July", "4-23 in next month".
    fn days_of_month(&self, at: usize, between: bool) -> Parsed<Expression> {
        let first = if self.is(at, "the") { at + 1 } else { at };
        let (from, next) = self.month_day(first)?;
        let joined = self.connector(next, between)?;
        let second = if self.is(joined, "the") { joined + 1 } else { joined };
        let (to, mut end) = self.month_day(second)?;
        if matches!(self.word(end), "of" | "in") {
            end += 1;
        }
        let (month, end) = self.point(end, 1)?;
        let day = |number: i8| {
            let number = u32::try_from(number).unwrap_or(1);
            Expression::Inside {
                place: super::expression::Place::Nth(number),
                unit: Unit::Day,
                weekday: None,
                of: Box::new(month.clone()),
            }
        };
        let is_month = matches!(
            month,
            Expression::Month { .. } | Expression::Relative { unit: Unit::Month, .. }
        );
        (is_month && from < to).then(|| (pair(day(from), day(to)), end))
    }

    /// "to", "until", a dash; "and" after "between".
    fn connector(&self, at: usize, between: bool) -> Option<usize> {
        match self.word(at) {
            "-" if self.is(at + 1, "-") => Some(at + 2),
            "-" | "–" | "—" | "~" | "to" | "till" | "until" | "through" | "thru" => Some(at + 1),
            "/" if self.glued(at) && self.glued(at + 1) => Some(at + 1),
            "and" if between => Some(at + 1),
            _ => None,
        }
    }

    /// Whether a token can begin an expression at all: most words can't, and are passed by cheaply.
    fn may_begin(&self, at: usize) -> bool {
        match self.kind(at) {
            Some(Kind::Word) => true,
            Some(Kind::Number { .. } | Kind::Ordinal(_)) => true,
            Some(Kind::Sign) => matches!(self.word(at), "'" | "’"),
            None => false,
        }
    }
}

fn pair(from: Expression, to: Expression) -> Expression {
    Expression::Range {
        from: Box::new(from),
        to: Box::new(to),
    }
}
