use super::*;

fn person(document: &str, label: &str, roles: &[&str], ties: &[(&str, &str)]) -> Profile {
    Profile {
        documents: vec![document.to_owned()],
        id: format!("person:{}", slug(label)),
        kind: Kind::Person,
        named: true,
        label: label.to_owned(),
        names: Vec::new(),
        known: None,
        gender: None,
        roles: roles.iter().map(|&role| role.to_owned()).collect(),
        ties: ties
            .iter()
            .map(|&(relation, to)| (relation.to_owned(), to.to_owned()))
            .collect(),
        countries: Vec::new(),
    }
}

fn body(document: &str, label: &str, names: &[&str], country: Option<&str>) -> Profile {
    Profile {
        kind: Kind::Organisation,
        id: format!("organisation:{}", slug(label)),
        names: names.iter().map(|&name| name.to_owned()).collect(),
        countries: country.iter().map(|code| format!("country:{code}")).collect(),
        ..person(document, label, &[], &[])
    }
}

/// Who is with whom: "a,b c" for the documents of each cluster; `company` as "document key key".
fn clusters(mut profiles: Vec<Profile>, company: &[&str], decisions: &Decisions) -> (Vec<Vec<String>>, Vec<String>) {
    profiles.sort_by(|a, b| (&a.documents, &a.id).cmp(&(&b.documents, &b.id)));
    let company = company
        .iter()
        .map(|line| {
            let mut words = line.split(' ').map(str::to_owned);
            (words.next().unwrap(), words.collect())
        })
        .collect();
    let united = unite(&profiles, &company, decisions).unwrap();
    let documents = |cluster: &Cluster| -> Vec<String> {
        cluster
            .members
            .iter()
            .map(|&member| profiles[member].documents[0].clone())
            .collect()
    };
    (
        united.clusters.iter().map(documents).collect(),
        united.clusters.iter().map(|cluster| cluster.id.clone()).collect(),
    )
}

fn check(profiles: Vec<Profile>, company: &[&str], wanted: &[&[&str]]) {
    let label = profiles[0].label.clone();
    let (found, _) = clusters(profiles, company, &Decisions::default());
    assert_eq!(found, wanted, "{label}");
}

const MX: (&str, &str) = ("leads", "country:MX");

#[test]
fn full_names_need_evidence() {
    let smith = |document| person(document, "John Smith", &[], &[]);
    check(vec![smith("a"), smith("b")], &[], &[&["a"], &["b"]]);
    check(
        vec![smith("a"), smith("b"), smith("c")],
        &["a person:mary-jones", "b person:mary-jones", "c person:ann-lee"],
        &[&["a", "b"], &["c"]],
    );
    let president = |document| person(document, "John Smith", &["President"], &[MX]);
    check(vec![president("a"), president("b")], &[], &[&["a", "b"]]);
    let dentist = |document| person(document, "John Smith", &["dentist"], &[]);
    // A town that both are named with is too little for two professions.
    check(
        vec![president("a"), dentist("b")],
        &["a location:oslo", "b location:oslo"],
        &[&["a"], &["b"]],
    );
    let surname = |document| person(document, "Smith", &["President"], &[MX]);
    check(vec![surname("a"), surname("b")], &[], &[&["a"], &["b"]]);
}

#[test]
fn spellings_merge_and_conflicts_do_not() {
    let leads = |document, label| person(document, label, &["President"], &[MX]);
    check(
        vec![
            leads("a", "Volodymyr Zelensky"),
            leads("b", "Volodymyr Zelenskyy"),
            leads("c", "V. Zelensky"),
        ],
        &[],
        &[&["a", "b", "c"]],
    );
    check(
        vec![
            leads("a", "John A. Smith"),
            leads("b", "John B. Smith"),
            leads("c", "John Smith"),
        ],
        &[],
        &[&["a"], &["b"], &["c"]],
    );
    check(
        vec![leads("a", "John Smith Jr."), leads("b", "John Smith Sr.")],
        &[],
        &[&["a"], &["b"]],
    );
    let mut she = leads("a", "Kim Smith");
    she.gender = Some('F');
    let mut he = leads("b", "Kim Smith");
    he.gender = Some('M');
    check(vec![she, he], &[], &[&["a"], &["b"]]);
}

#[test]
fn acronyms_follow_their_expansions() {
    check(
        vec![
            body("a", "Public Service Commission", &["PSC"], None),
            body("b", "Popular Socialist Coalition", &["PSC"], None),
            body("c", "PSC", &[], None),
            body("d", "Public Service Commission", &["PSC"], None),
        ],
        &[
            "a location:oslo",
            "b location:oslo",
            "c location:oslo",
            "d location:oslo",
        ],
        &[&["a", "d"], &["b"], &["c"]],
    );
    // Much company tells whose it is.
    check(
        vec![
            body("a", "Public Service Commission", &["PSC"], None),
            body("b", "Popular Socialist Coalition", &["PSC"], None),
            body("c", "PSC", &[], None),
        ],
        &[
            "a location:oslo person:ann-lee",
            "b location:oslo",
            "c location:oslo person:ann-lee",
        ],
        &[&["a", "c"], &["b"]],
    );
    check(
        vec![
            body("a", "Oslo Harbour Board", &["OHB"], None),
            body("b", "OHB", &[], None),
        ],
        &["a location:oslo", "b location:oslo"],
        &[&["a", "b"]],
    );
}

#[test]
fn bodies_of_common_names_need_evidence() {
    let court = |document, country| body(document, "Supreme Court", &[], country);
    check(
        vec![
            court("a", Some("KE")),
            court("b", Some("NO")),
            court("c", Some("KE")),
            court("d", None),
        ],
        &[],
        &[&["a", "c"], &["b"], &["d"]],
    );
    check(
        vec![
            body("a", "Marlioz Foundation", &[], None),
            body("b", "the Marlioz Foundation", &[], None),
        ],
        &[],
        &[&["a", "b"]],
    );
    let mut known = body("a", "Reuters", &[], None);
    known.known = Some("organisation:reuters".to_owned());
    let mut other = known.clone();
    other.documents = vec!["b".to_owned()];
    check(vec![known, other], &[], &[&["a", "b"]]);
}

#[test]
fn the_users_word_holds() {
    let mut decisions = Decisions::default();
    decisions
        .read(
            Verdict::Same,
            "dir/same.tsv",
            "person:john-smith\tperson:john-smith-2\nAnn Lee\tA. Lee\n",
        )
        .unwrap();
    decisions
        .read(Verdict::Apart, "not.tsv", "Bo Li\tBo Li\ta\tb\nNobody\tBo Li\n")
        .unwrap();
    let president = |document| person(document, "Bo Li", &["President"], &[MX]);
    let mut profiles = vec![
        person("a", "John Smith", &[], &[]),
        person("b", "John Smith", &[], &[]),
        person("c", "John Smith", &[], &[]),
        person("a", "Ann Lee", &[], &[]),
        person("d", "A. Lee", &[], &[]),
        president("a"),
        president("b"),
        president("c"),
    ];
    profiles.sort_by(|a, b| (&a.documents, &a.id).cmp(&(&b.documents, &b.id)));
    let united = unite(&profiles, &BTreeMap::new(), &decisions).unwrap();
    let of = |id: &str| united.clusters.iter().find(|cluster| cluster.id == id).unwrap();
    assert_eq!(of("person:john-smith").members.len(), 2);
    assert_eq!(of("person:john-smith-2").members.len(), 1);
    assert_eq!(of("person:ann-lee").members.len(), 2);
    assert_eq!(
        of("person:john-smith").reasons[0].detail,
        "John Smith = John Smith (same.tsv, line 1)"
    );
    assert_eq!(of("person:bo-li").members.len() + of("person:bo-li-2").members.len(), 3);
    assert!(
        of("person:bo-li")
            .reasons
            .iter()
            .any(|reason| reason.detail == "Bo Li ≠ Bo Li (not.tsv, line 1)")
    );
    assert_eq!(
        united.warnings,
        ["not.tsv, line 2: no document names Nobody; the line has no effect"]
    );
}

#[test]
fn decisions_contradict_by_what_they_name() {
    let mut decisions = Decisions::default();
    decisions
        .read(Verdict::Same, "same.tsv", "person:ann-lee\tA. Lee\n")
        .unwrap();
    decisions.read(Verdict::Apart, "not.tsv", "Ann Lee\tA. Lee\n").unwrap();
    assert!(decisions.check().is_ok(), "the words alone do not tell");
    let profiles = [person("a", "Ann Lee", &[], &[]), person("b", "A. Lee", &[], &[])];
    let error = unite(&profiles, &BTreeMap::new(), &decisions).unwrap_err().to_string();
    assert!(
        error.starts_with("not.tsv, line 1: Ann Lee and A. Lee cannot be kept apart: same.tsv, line 1"),
        "{error}"
    );
}

mod properties {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        /// Ids are ASCII but for the documents' names in them, begin with the kind, and are distinct, whatever the names.
        #[test]
        fn ids_are_distinct(labels in proptest::collection::vec("\\PC{0,6}|[AB]n [LM]ee|smith-2", 1..20)) {
            let mut profiles: Vec<Profile> = labels
                .iter()
                .enumerate()
                .map(|(index, label)| person(&format!("d{index}"), label, &["President"], &[MX]))
                .collect();
            profiles.sort_by(|a, b| (&a.documents, &a.id).cmp(&(&b.documents, &b.id)));
            let united = unite(&profiles, &BTreeMap::new(), &Decisions::default()).unwrap();
            let ids: BTreeSet<&str> = united.clusters.iter().map(|cluster| cluster.id.as_str()).collect();
            prop_assert_eq!(ids.len(), united.clusters.len());
            for id in ids {
                prop_assert!(id.is_ascii() && id.len() > "person:".len() && id.starts_with("person:"), "{}", id);
            }
            let members: usize = united.clusters.iter().map(|cluster| cluster.members.len()).sum();
            prop_assert_eq!(members, profiles.len());
        }
    }
}
