//! Closed lists of words that decide where phrases and clauses attach.

/// Words that open a subordinate clause when a finite verb follows.
pub(super) const SUBORDINATORS: [&str; 18] = [
    "after", "although", "as", "because", "before", "if", "lest", "once", "since", "so", "than", "that", "though",
    "unless", "until", "whereas", "whether", "while",
];

/// Verbs after which a clause without "that" is what is said or thought, and which may follow their quotation.
pub(super) const REPORTING: [&str; 48] = [
    "acknowledge",
    "add",
    "admit",
    "agree",
    "allege",
    "announce",
    "argue",
    "assert",
    "believe",
    "caution",
    "claim",
    "comment",
    "complain",
    "conclude",
    "confirm",
    "continue",
    "declare",
    "deny",
    "estimate",
    "expect",
    "explain",
    "fear",
    "feel",
    "find",
    "hope",
    "indicate",
    "insist",
    "joke",
    "know",
    "maintain",
    "mean",
    "note",
    "observe",
    "predict",
    "promise",
    "recall",
    "remark",
    "reply",
    "report",
    "reveal",
    "say",
    "show",
    "state",
    "stress",
    "suggest",
    "tell",
    "think",
    "warn",
];

/// Verbs whose object does what the infinitive after it says: "urged Mexico to act".
pub(super) const CONTROL: [&str; 25] = [
    "advise",
    "allow",
    "ask",
    "authorize",
    "call",
    "cause",
    "compel",
    "direct",
    "enable",
    "encourage",
    "expect",
    "force",
    "help",
    "instruct",
    "invite",
    "lead",
    "order",
    "permit",
    "persuade",
    "press",
    "require",
    "tell",
    "urge",
    "want",
    "warn",
];

/// Prepositions that rather go with a noun just before them than with the verb.
pub(super) const NOUN_PREPOSITIONS: [&str; 8] = ["about", "against", "among", "between", "for", "of", "over", "toward"];

/// Nouns of time: without a preposition they tell when.
#[rustfmt::skip]
pub(super) const TIMES: [&str; 26] = [
    "afternoon", "april", "august", "day", "december", "evening", "february", "friday", "january", "july", "june", "march",
    "monday", "month", "morning", "night", "november", "october", "saturday", "september", "sunday", "thursday", "tuesday",
    "wednesday", "week", "year",
];

/// Nouns that say how real what follows with "to" is.
#[rustfmt::skip]
pub(super) const INFINITIVE_NOUNS: [&str; 32] = [
    "ability", "agreement", "ambition", "attempt", "authority", "bid", "call", "campaign", "chance", "deal", "decision", "demand",
    "desire", "effort", "failure", "intention", "invitation", "move", "offer", "opportunity", "order", "plan", "pledge", "plot",
    "proposal", "promise", "readiness", "refusal", "request", "right", "threat", "willingness",
];
