//! What an expression of time says, before anyone asks from which day it counts.

use super::calendar::{Period, Unit};
use super::holiday::Holiday;
use jiff::civil::Weekday;

/// Which one of several: "this", "last", "next".
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Which {
    This,
    /// "last Friday": the latest one before the reference.
    Last,
    /// "past Friday", "the past year".
    Past,
    /// "the previous Monday": the one of the week before.
    Previous,
    Next,
    /// "the following week": counted from what was told before, if anything was.
    Following,
    /// "the coming Friday": the first one after the reference.
    Coming,
}

impl Which {
    /// −1, 0 or 1.
    pub(super) fn step(self) -> i32 {
        match self {
            Self::This => 0,
            Self::Last | Self::Past | Self::Previous => -1,
            Self::Next | Self::Following | Self::Coming => 1,
        }
    }

    /// Whether it may count from what was told before instead of from the document's day.
    pub(super) fn is_anaphoric(self) -> bool {
        matches!(self, Self::Previous | Self::Following)
    }
}

/// A season; which months it covers is said for the northern half of the earth.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Season {
    Spring,
    Summer,
    Autumn,
    Winter,
}

impl Season {
    /// TIMEX3's code.
    pub(super) fn code(self) -> &'static str {
        match self {
            Self::Spring => "SP",
            Self::Summer => "SU",
            Self::Autumn => "FA",
            Self::Winter => "WI",
        }
    }

    pub(super) fn first_month(self) -> i8 {
        match self {
            Self::Spring => 3,
            Self::Summer => 6,
            Self::Autumn => 9,
            Self::Winter => 12,
        }
    }
}

/// A part of the day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum DayPart {
    Morning,
    Afternoon,
    Evening,
    Night,
}

impl DayPart {
    /// TIMEX3's code.
    pub(super) fn code(self) -> &'static str {
        match self {
            Self::Morning => "MO",
            Self::Afternoon => "AF",
            Self::Evening => "EV",
            Self::Night => "NI",
        }
    }
}

/// An amount in thousandths, so that "half" and "1.25" are exact.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Amount {
    pub thousandths: i64,
    /// "several", "a few": how many is not said.
    pub vague: bool,
}

impl Amount {
    pub(super) fn whole(number: u32) -> Self {
        Self {
            thousandths: i64::from(number) * 1000,
            vague: false,
        }
    }

    pub(super) fn several() -> Self {
        Self {
            thousandths: 3000,
            vague: true,
        }
    }
}

/// "two years and three months".
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Duration {
    pub parts: Vec<(Unit, Amount)>,
}

/// A time of day; `fixed` where the words say which half of the day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Clock {
    pub hour: i8,
    pub minute: i8,
    pub second: i8,
    pub fixed: bool,
    /// How much of it is said, for the value's precision: 1 hour, 2 minutes, 3 seconds.
    pub precision: u8,
}

/// Which of the units inside a longer time: "the first", "the last three".
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    Nth(u32),
    First(u32),
    Last(u32),
}

/// A part of a longer time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Edge {
    Start,
    Middle,
    End,
}

/// A day of the calendar as far as the words name it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct DayFields {
    pub year: Option<i16>,
    pub month: Option<i8>,
    pub day: i8,
    pub weekday: Option<Weekday>,
    pub which: Option<Which>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Expression {
    /// "1998", "the 1990s", "the 20th century": needs no reference.
    Fixed(Period),
    /// "the nineties": of which century is not said.
    Decade(i16),
    Day(DayFields),
    Weekday {
        weekday: Weekday,
        which: Option<Which>,
        /// "Tuesday of next week": 1.
        week: Option<Which>,
    },
    Month {
        year: Option<i16>,
        month: i8,
        which: Option<Which>,
    },
    /// "Q1", "the second half of".
    PartOfYear {
        unit: Unit,
        number: i8,
        year: Option<i16>,
    },
    Season {
        season: Season,
        year: Option<i16>,
        which: Option<Which>,
    },
    Holiday {
        holiday: Holiday,
        year: Option<i16>,
        which: Option<Which>,
        weekend: bool,
    },
    /// "this week", "yesterday", "next year".
    Relative {
        unit: Unit,
        which: Which,
    },
    /// "the last three months", "the next five days".
    Count {
        duration: Duration,
        forward: bool,
    },
    /// "the first week of May", "the last three months of 2021", "the first Monday of June".
    Inside {
        place: Place,
        unit: Unit,
        weekday: Option<Weekday>,
        of: Box<Expression>,
    },
    /// "the week of April 10".
    WeekOf(Box<Expression>),
    /// "week 31".
    WeekNumber {
        number: i8,
        year: Option<i16>,
    },
    /// "two days after Christmas", "three years ago"; without `from` counted from the reference, or from what was told
    /// before when it is `anaphoric` ("two days later").
    Offset {
        duration: Duration,
        forward: bool,
        from: Option<Box<Expression>>,
        anaphoric: bool,
    },
    /// "in two weeks": ahead, or how long something took.
    In(Duration),
    /// "within three days".
    Within(Duration),
    /// "three days from Monday", of something that lasts: its days.
    Lasting {
        from: Box<Expression>,
        duration: Duration,
    },
    /// "in three days on Friday".
    OnWeekday {
        base: Box<Expression>,
        weekday: Weekday,
    },
    Range {
        from: Box<Expression>,
        to: Box<Expression>,
    },
    /// "early May".
    Part {
        edge: Edge,
        of: Box<Expression>,
    },
    /// "the rest of the week".
    Rest(Box<Expression>),
    /// "Tuesday night".
    DayPart {
        day: Box<Expression>,
        part: DayPart,
    },
    At {
        day: Box<Expression>,
        clock: Clock,
    },
    Between {
        day: Box<Expression>,
        from: Clock,
        to: Clock,
    },
    /// "the end of today".
    EndOfDay(Box<Expression>),
    Duration(Duration),
    /// "now".
    Now,
    /// "to date".
    ToDate,
    /// "fiscal year 2008" by its TIMEX3 prefix.
    OtherYear {
        prefix: &'static str,
        year: Option<i16>,
        which: Option<Which>,
    },
}
