//! Made articles in which the truth about who is who is known.

/// Random numbers that are the same everywhere (`SplitMix64`).
pub struct Dice(pub u64);

impl Dice {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut value = self.0;
        value = (value ^ (value >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        value = (value ^ (value >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        usize::try_from((value ^ (value >> 31)) % limit as u64).unwrap()
    }

    fn one<T: Copy>(&mut self, of: &[T]) -> T {
        of[self.below(of.len())]
    }

    pub fn shuffle<T>(&mut self, items: &mut [T]) {
        for index in (1..items.len()).rev() {
            items.swap(index, self.below(index + 1));
        }
    }
}

/// A person or body of the made world, with its ways to be written.
#[derive(Clone)]
pub struct Being {
    pub id: usize,
    pub spellings: Vec<&'static str>,
    role: &'static str,
    body: String,
    city: &'static str,
    country: &'static str,
    colleague: String,
}

impl Being {
    fn surname(spelling: &str) -> &str {
        let words: Vec<&str> = spelling
            .split(' ')
            .filter(|word| !matches!(*word, "Jr." | "Sr."))
            .collect();
        words[words.len() - 1]
    }
}

/// An article, and which being each name in it stands for: (start, end, being) in bytes.
#[derive(Default)]
pub struct Article {
    pub id: String,
    pub text: String,
    pub truth: Vec<(usize, usize, usize)>,
}

impl Article {
    /// Adds a sentence; `{P}` is the being's full name, `{S}` its surname, `{A}` and `{B}` a second being's, the rest its circumstances.
    fn add(&mut self, template: &str, being: &Being, spelling: &str, other: Option<(&Being, &str)>) {
        let mut rest = template;
        if !self.text.is_empty() {
            self.text.push(' ');
        }
        while let Some((before, after)) = rest.split_once('{') {
            self.text.push_str(before);
            let (slot, after) = after.split_once('}').expect("a slot is closed");
            let start = self.text.len();
            let (words, truth) = match slot {
                "P" => (spelling, Some(being.id)),
                "S" => (Being::surname(spelling), Some(being.id)),
                "A" => (other.unwrap().1, Some(other.unwrap().0.id)),
                "role" => (being.role, None),
                "body" => (being.body.as_str(), None),
                "city" => (being.city, None),
                "country" => (being.country, None),
                "colleague" => (being.colleague.as_str(), None),
                _ => panic!("no slot {slot}"),
            };
            self.text.push_str(words);
            if let Some(being) = truth {
                self.truth.push((start, self.text.len(), being));
            }
            rest = after;
        }
        self.text.push_str(rest);
    }
}

const PLACES: [(&str, &str); 16] = [
    ("Oslo", "Norway"),
    ("Nairobi", "Kenya"),
    ("Lima", "Peru"),
    ("Manila", "Philippines"),
    ("Vienna", "Austria"),
    ("Dakar", "Senegal"),
    ("Hanoi", "Vietnam"),
    ("Riga", "Latvia"),
    ("Quito", "Ecuador"),
    ("Tunis", "Tunisia"),
    ("Helsinki", "Finland"),
    ("Accra", "Ghana"),
    ("Bogota", "Colombia"),
    ("Athens", "Greece"),
    ("Dhaka", "Bangladesh"),
    ("Ottawa", "Canada"),
];
const ROLES: [&str; 10] = [
    "judge",
    "professor",
    "mayor",
    "senator",
    "coach",
    "surgeon",
    "minister",
    "economist",
    "captain",
    "architect",
];
const FIRST_WORDS: [&str; 20] = [
    "Kestrel", "Marlow", "Brandt", "Oakhurst", "Tellman", "Verano", "Sorvik", "Halden", "Quillan", "Amberly", "Corvin",
    "Denholm", "Estrel", "Farrow", "Galvan", "Harwick", "Ilmar", "Jorvik", "Kellan", "Lorne",
];
const LAST_WORDS: [&str; 6] = ["Institute", "Foundation", "University", "Hospital", "Group", "Museum"];
const GIVEN: [&str; 24] = [
    "Anna", "Peter", "Laura", "James", "Helen", "Robert", "Nina", "Thomas", "Clara", "David", "Julia", "Martin",
    "Sarah", "Paul", "Irene", "Victor", "Alice", "Simon", "Ruth", "Walter", "Emma", "George", "Diana", "Oscar",
];
const SURNAMES: [&str; 24] = [
    "Whitlow",
    "Okafor",
    "Lindqvist",
    "Moreau",
    "Castellan",
    "Brennan",
    "Takeda",
    "Novak",
    "Harrow",
    "Delgado",
    "Fenwick",
    "Salonen",
    "Mbeki",
    "Petrov",
    "Ashworth",
    "Rossi",
    "Kowalski",
    "Duarte",
    "Holloway",
    "Ibsen",
    "Jansen",
    "Keller",
    "Lombardi",
    "Marchetti",
];
/// Surnames of colleagues, which nobody planted bears.
const OTHERS: [&str; 20] = [
    "Adler", "Bianchi", "Cardoso", "Dietrich", "Eriksen", "Ferrari", "Gruber", "Hansen", "Ivanov", "Jimenez", "Kovacs",
    "Larsen", "Meyer", "Nilsson", "Oliveira", "Popescu", "Quinn", "Ramirez", "Schmidt", "Torres",
];

/// A new being in circumstances of its own.
fn being(dice: &mut Dice, beings: &mut Vec<Being>, spellings: Vec<&'static str>, place: Option<usize>) -> usize {
    let id = beings.len();
    let (city, country) = place.map_or_else(|| dice.one(&PLACES), |place| PLACES[place % PLACES.len()]);
    beings.push(Being {
        id,
        spellings,
        role: ROLES[id % ROLES.len()],
        // Each being has a body of its own: 120 of them.
        body: format!(
            "{} {}",
            FIRST_WORDS[id % FIRST_WORDS.len()],
            LAST_WORDS[id / FIRST_WORDS.len() % LAST_WORDS.len()]
        ),
        city,
        country,
        colleague: format!(
            "{} {}",
            GIVEN[(id * 7 + 3) % GIVEN.len()],
            OTHERS[(id * 3 + id / 20) % OTHERS.len()]
        ),
    });
    id
}

const OPENINGS: [&str; 6] = [
    "{role} {P} of the {body} opened a new wing in {city} on Tuesday.",
    "{P}, a {role} in {city}, met {colleague} on Monday.",
    "A {role} at the {body}, {P}, told reporters that the plan was dead.",
    "{P} joined the {body} in {city} last year.",
    "Police in {city} questioned {P}, a {role}, on Friday.",
    "The {body} said on Wednesday that {P} had signed the contract.",
];
const FOLLOWINGS: [&str; 7] = [
    "{S} thanked {colleague} of the {body}.",
    "{S} said the talks with {colleague} would go on in {country}.",
    "The {body} rejected the report, and {S} agreed.",
    "{colleague} praised {S} after the vote.",
    "{S} has lived in {city} for ten years.",
    "The government of {country} did not comment.",
    "{colleague} and {S} will travel to {city} next week.",
];

/// An article of two to four sentences about one being.
fn article(dice: &mut Dice, being: &Being) -> Article {
    let spelling = dice.one(&being.spellings);
    let mut article = Article::default();
    let opening = dice.one(&OPENINGS);
    article.add(&capital(opening, being), being, spelling, None);
    let mut following: Vec<&str> = FOLLOWINGS.to_vec();
    dice.shuffle(&mut following);
    for template in &following[..=dice.below(3)] {
        article.add(template, being, spelling, None);
    }
    article
}

/// A role that begins a sentence has a capital.
fn capital(template: &str, being: &Being) -> String {
    match template.strip_prefix("{role}") {
        Some(rest) => being.role[..1].to_uppercase() + &being.role[1..] + rest,
        None => template.to_owned(),
    }
}

/// An article about two who share a surname.
fn of_two(dice: &mut Dice, one: &Being, other: &Being) -> Article {
    let mut article = Article::default();
    let (a, b) = (dice.one(&one.spellings), dice.one(&other.spellings));
    let opening = dice.one(&[
        "{P} of the {body} and {A} met in {city} on Thursday.",
        "{P} visited {A} in {city}, the {body} said.",
    ]);
    article.add(opening, one, a, Some((other, b)));
    article.add(
        "{colleague} welcomed {P} and {A} to the {body}.",
        one,
        a,
        Some((other, b)),
    );
    article
}

/// An article about a body.
fn of_body(dice: &mut Dice, being: &Being, acronym: &str, bare: bool) -> Article {
    let mut article = Article::default();
    let name = being.spellings[0];
    let first = if bare { acronym } else { name };
    if bare {
        article.add("The {P} met in {city} on Tuesday.", being, first, None);
    } else {
        let opening = dice.one(&[
            "The {P} ({A}) met in {city} on Tuesday.",
            "{colleague} joined the {P} ({A}) in {country} last year.",
        ]);
        article.add(opening, being, first, Some((being, acronym)));
    }
    let following = dice.one(&[
        "The {A} rejected the budget, {colleague} said.",
        "{colleague} told reporters in {city} that the {A} would vote again.",
    ]);
    article.add(following, being, first, Some((being, acronym)));
    article
}

/// Two bodies that share an acronym.
const BODIES: [(&str, &str, &str); 8] = [
    ("Velmar Workers Congress", "Vostok Water Commission", "VWC"),
    ("Kordan Transport Authority", "Kestrel Teachers Alliance", "KTA"),
    ("Ruvian National Party", "Rhone Nuclear Panel", "RNP"),
    ("Zelda Fishing Board", "Zurich Football Bureau", "ZFB"),
    ("Jorland Mining Corporation", "Jura Medical Council", "JMC"),
    ("Lorne Energy Agency", "Latvian Exporters Association", "LEA"),
    ("Quillan Health Service", "Quito Housing Society", "QHS"),
    ("Tarn Union Front", "Tellman University Forum", "TUF"),
];
/// Spellings of one name each.
const SPELLINGS: [&[&str]; 10] = [
    &["Mohammed Hakimi", "Muhammad Hakimi"],
    &["Viktor Zelinsky", "Viktor Zelinskyy"],
    &["Aleksandr Voronin", "Alexander Voronin"],
    &["José Muñoz", "Jose Munoz"],
    &["Jean-Luc Perrault", "Jean Luc Perrault"],
    &["Jonas Hartmann", "J. Hartmann"],
    &["Carol Ann Whitfield", "Carol Whitfield"],
    &["Sergei Malkov", "Sergey Malkov"],
    &["Łukasz Wójcik", "Lukasz Wojcik"],
    &["Yusuf Demir", "Youssef Demir"],
];
/// Relatives who share a surname, and more.
const RELATIVES: [(&str, &str); 8] = [
    ("Daniel Marsh", "Daniela Marsh"),
    ("Edward A. Stone", "Edward B. Stone"),
    ("Robert Hale Jr.", "Robert Hale Sr."),
    ("Joan Barlow", "Jane Barlow"),
    ("Peter Sandoval", "Pedro Sandoval"),
    ("Erik Solberg", "Erika Solberg"),
    ("Hassan Rahimi", "Hussein Rahimi"),
    ("Frank Underhill", "Frances Underhill"),
];

/// 200 articles and the beings that they name, from the seed of the dice.
pub fn corpus(seed: u64) -> (Vec<Article>, Vec<Being>) {
    let mut dice = Dice(seed);
    let (mut beings, mut articles) = (Vec::new(), Vec::new());
    // Namesakes: one name, two people; every third pair even lives in one town.
    for pair in 0..12 {
        let name: &'static str = format!(
            "{} {}",
            GIVEN[pair * 2 % GIVEN.len()],
            SURNAMES[pair * 2 % SURNAMES.len()]
        )
        .leak();
        for half in 0..2 {
            let place = if pair % 3 == 0 { pair } else { pair + half * 5 };
            let id = being(&mut dice, &mut beings, vec![name], Some(place));
            for _ in 0..3 {
                articles.push(article(&mut dice, &beings[id]));
            }
        }
    }
    for spellings in SPELLINGS {
        let id = being(&mut dice, &mut beings, spellings.to_vec(), None);
        for _ in 0..4 {
            articles.push(article(&mut dice, &beings[id]));
        }
    }
    // Relatives: one body, one town, one colleague.
    for (one, other) in RELATIVES {
        let first = being(&mut dice, &mut beings, vec![one], None);
        let second = being(&mut dice, &mut beings, vec![other], None);
        let shared = beings[first].clone();
        beings[second] = Being {
            id: second,
            spellings: vec![other],
            ..shared
        };
        articles.push(article(&mut dice, &beings[first]));
        articles.push(article(&mut dice, &beings[second]));
        articles.push(of_two(&mut dice, &beings[first], &beings[second]));
    }
    for (one, other, acronym) in BODIES {
        for name in [one, other] {
            let id = being(&mut dice, &mut beings, vec![name], None);
            for number in 0..3 {
                articles.push(of_body(&mut dice, &beings[id], acronym, number == 2));
            }
        }
    }
    // People of no special kind fill it up.
    let mut number = 0;
    while articles.len() < 200 {
        let name: &'static str = format!(
            "{} {}",
            GIVEN[(number * 5 + 1) % GIVEN.len()],
            SURNAMES[(number * 2 + 1) % SURNAMES.len()]
        )
        .leak();
        let id = being(&mut dice, &mut beings, vec![name], None);
        for _ in 0..4.min(200 - articles.len()) {
            articles.push(article(&mut dice, &beings[id]));
        }
        number += 1;
    }
    dice.shuffle(&mut articles);
    for (number, article) in articles.iter_mut().enumerate() {
        article.id = format!("a{number:03}");
        article.text.push('\n');
    }
    (articles, beings)
}
