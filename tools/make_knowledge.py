#!/usr/bin/env python3
"""Make the compact knowledge tables of `src/knowledge/data/`.

Usage: make_knowledge.py KNOWLEDGE_DIR OUT_DIR

KNOWLEDGE_DIR holds the source tables (see NOTICE for where each comes from);
OUT_DIR receives seven TSV files, each with a header line, sorted by its first
columns, UTF-8, LF line ends:

  countries.tsv      iso2 iso3 name capital names demonyms
  places.tsv         name iso2 kind population
  organisations.tsv  name kind iso2 aliases
  given_names.tsv    name gender
  surnames.tsv       name
  titles.tsv         title kind relation
  nominals.tsv       noun kind

A list inside a cell is separated by `|`. The output depends on nothing but
the sources and the lists below. Every table is made by a rule; the lists say
what a rule cannot know: what English-language news writes, and which names
are more often something else.
"""

import csv
import re
import sys
import unicodedata
from collections import defaultdict
from pathlib import Path

# --------------------------------------------------------------------------
# Helpers
# --------------------------------------------------------------------------


def read(directory, name):
    """Rows of one source table as dictionaries (no quoting in the sources)."""
    with open(directory / name, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def write(directory, name, header, rows):
    """Write sorted, unique rows; no cell may hold a tab or a line end."""
    lines = []
    for row in sorted(set(rows)):
        assert len(row) == len(header), row
        assert not any(c in cell for cell in row for c in "\t\r\n"), row
        lines.append("\t".join(row))
    text = "\n".join(["\t".join(header), *lines]) + "\n"
    (directory / name).write_bytes(text.encode("utf-8"))
    return len(lines), len(text.encode("utf-8"))


def fold(text):
    """ASCII form as news agencies write it: accents dropped."""
    special = str.maketrans({"ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D",
                             "ß": "ss", "æ": "ae", "Æ": "Ae", "œ": "oe", "ı": "i",
                             "ə": "a", "ǝ": "a", "Ə": "A", "ð": "d", "þ": "th",
                             "’": "'", "‘": "'", "–": "-"})
    text = unicodedata.normalize("NFKD", text.translate(special))
    return "".join(c for c in text if not unicodedata.combining(c))


def words(text):
    """The words of one of the lists below."""
    return text.split()


def items(text):
    """The entries of one of the lists below, separated by `;` or line ends."""
    return [e.strip() for e in re.split(r"[;\n]", text) if e.strip()]


def unique(sequence):
    """Without repeats, order kept."""
    return list(dict.fromkeys(sequence))


# --------------------------------------------------------------------------
# Countries
# --------------------------------------------------------------------------

# Name as news writes it, where that is not the CLDR name.
COUNTRY_NAME = {
    "CD": "Democratic Republic of the Congo", "CG": "Republic of the Congo", "CI": "Ivory Coast",
    "HK": "Hong Kong", "MM": "Myanmar", "MO": "Macau", "PS": "Palestine", "TL": "East Timor",
    "TR": "Turkey", "FK": "Falkland Islands", "VI": "U.S. Virgin Islands", "VA": "Vatican City",
    "ST": "Sao Tome and Principe", "CW": "Curacao", "RE": "Reunion", "AX": "Aland Islands",
    "BL": "Saint Barthelemy", "VC": "Saint Vincent and the Grenadines",
}

# Capital as news writes it, where the source has another form or an old name.
COUNTRY_CAPITAL = {
    "KZ": "Astana", "MM": "Naypyidaw", "EH": "Laayoune", "BQ": "Kralendijk", "NR": "Yaren",
    "PW": "Ngerulmud", "HK": "", "MO": "", "SG": "Singapore", "MV": "Male", "ST": "Sao Tome",
    "TK": "", "SX": "Philipsburg",
}

# Further names in use, which the sources lack or mark only as abbreviation or
# former name of the same state.
COUNTRY_MORE = {
    "US": "U.S.|US|USA|U.S.A.|America|United States of America",
    "GB": "U.K.|UK|Britain|Great Britain", "AE": "UAE|U.A.E.|Emirates", "CD":
    "DRC|DR Congo|D.R. Congo|Democratic Republic of Congo|Congo|Congo-Kinshasa|Zaire",
    "CG": "Congo-Brazzaville|Republic of Congo", "CN": "PRC|P.R.C.|Mainland China|Communist China",
    "KP": "DPRK|D.P.R.K.|N. Korea|N Korea", "KR": "ROK|S. Korea|S Korea|Korea",
    "TW": "Chinese Taipei|Republic of China", "MM": "Burma", "TR": "Türkiye|Turkiye",
    "CZ": "Czech Republic", "NL": "Holland|The Netherlands", "VA": "Vatican|Holy See",
    "PS": "Palestinian Territories|Palestinian territories|State of Palestine|Occupied Palestinian Territory",
    "TL": "Timor-Leste|Timor Leste", "CI": "Cote d'Ivoire|Côte d'Ivoire|Cote D'Ivoire",
    "CV": "Cabo Verde", "SZ": "Swaziland|eSwatini", "MK": "Macedonia|FYROM", "LK": "Ceylon",
    "ZW": "Rhodesia", "BF": "Upper Volta", "BJ": "Dahomey", "TH": "Siam", "KH": "Kampuchea",
    "BD": "East Pakistan", "ET": "Abyssinia", "BY": "Byelorussia|Belorussia", "MD": "Moldavia",
    "BA": "Bosnia|Bosnia-Herzegovina|Bosnia Herzegovina", "AG": "Antigua", "TT": "Trinidad",
    "KN": "St Kitts and Nevis|St. Kitts", "LC": "St Lucia", "VC":
    "St Vincent and the Grenadines|Saint Vincent and the Grenadines|St. Vincent and the Grenadines|Saint Vincent|St. Vincent",
    "PG": "PNG", "SA": "KSA", "BN": "Brunei Darussalam", "FK": "Falklands|Malvinas",
    "IE": "Republic of Ireland|Irish Republic", "RU": "Russian Federation", "SY": "Syrian Arab Republic",
    "DE": "West Germany", "MO": "Macao", "HK": "Hongkong|Hong Kong SAR", "GM": "The Gambia",
    "BS": "The Bahamas", "XK": "Republic of Kosovo|Kosova", "FM": "Federated States of Micronesia",
    "VN": "Viet Nam", "LA": "Lao PDR", "UA": "The Ukraine", "CF": "C.A.R.", "KG": "Kirghizia",
    "TM": "Turkmenia", "FO": "Faeroe Islands|Faroes", "KY": "Caymans", "MH": "Marshalls",
    "SB": "Solomons", "GW": "Guinea Bissau", "VG": "BVI", "VI": "US Virgin Islands|USVI",
    "PM": "St. Pierre and Miquelon", "BL": "St. Barts|St. Barths|Saint Barthélemy", "RE": "Réunion", "CW": "Curaçao",
    "ST": "São Tomé and Príncipe|Sao Tome & Principe", "AX": "Åland Islands|Aland",
    "ZA": "RSA", "SR": "Surinam", "KI": "Gilbert Islands", "TZ": "Tanganyika",
    "WS": "Western Samoa",
}

# Alias rows of the sources that do not denote this state in news.
COUNTRY_ALIAS_DROP = {
    ("BQ", "Netherlands"), ("BQ", "Kingdom of the Netherlands"), ("DO", "The Dominican"),
    ("CG", "Congo"), ("CN", "China, Hong Kong Special Administrative Region"),
    ("KM", "Comorian State"),
}

# Demonyms, where the source rows are incomplete, shared or unusable. An
# ambiguous one stays with the country that news writes about most.
COUNTRY_DEMONYMS = {
    "AS": "American Samoan|American Samoans", "AW": "Aruban|Arubans", "BQ": "", "PM": "",
    "AR": "Argentine|Argentines|Argentinian|Argentinians|Argentinean|Argentineans",
    "AZ": "Azerbaijani|Azerbaijanis|Azeri|Azeris", "BB": "Barbadian|Barbadians|Bajan|Bajans",
    "AU": "Australian|Australians|Aussie|Aussies",
    "BF": "Burkinabe|Burkinabé", "BM": "Bermudian|Bermudians|Bermudan|Bermudans",
    "BY": "Belarusian|Belarusians|Belarussian|Belarussians",
    "BW": "Botswanan|Botswanans|Motswana|Batswana", "CD": "Congolese", "CG": "",
    "CI": "Ivorian|Ivorians|Ivoirian|Ivoirians", "CV": "Cape Verdean|Cape Verdeans|Cabo Verdean|Cabo Verdeans",
    "CW": "Curacaoan|Curacaoans", "CX": "Christmas Islander|Christmas Islanders", "DM": "",
    "EH": "Sahrawi|Sahrawis|Saharawi|Saharawis", "FK": "Falkland Islander|Falkland Islanders",
    "FM": "Micronesian|Micronesians", "FR": "French|Frenchman|Frenchmen|Frenchwoman|Frenchwomen",
    "GB": "British|Briton|Britons|Brit|Brits", "GG": "", "JE": "", "GI": "Gibraltarian|Gibraltarians",
    "GU": "Guamanian|Guamanians", "HK": "Hong Konger|Hong Kongers|Hongkonger|Hongkongers",
    "IE": "Irish|Irishman|Irishmen|Irishwoman|Irishwomen", "IM": "Manx|Manxman|Manxmen",
    "KG": "Kyrgyzstani|Kyrgyzstanis|Kyrgyz", "KI": "I-Kiribati",
    "KM": "Comoran|Comorans|Comorian|Comorians", "KP": "North Korean|North Koreans",
    "KR": "South Korean|South Koreans|Korean|Koreans", "KZ": "Kazakhstani|Kazakhstanis|Kazakh|Kazakhs",
    "LA": "Lao|Laotian|Laotians", "LI": "Liechtensteiner|Liechtensteiners", "LS": "Mosotho|Basotho",
    "LU": "Luxembourger|Luxembourgers|Luxembourgish", "MC": "Monegasque|Monegasques",
    "MK": "Macedonian|Macedonians|North Macedonian|North Macedonians", "MM": "Burmese|Myanmarese", "MO": "Macanese",
    "MP": "", "NF": "", "NL": "Dutch|Dutchman|Dutchmen|Dutchwoman|Dutchwomen", "NP": "Nepali|Nepalis|Nepalese",
    "NZ": "New Zealander|New Zealanders", "PH": "Filipino|Filipinos|Filipina|Filipinas|Philippine",
    "PR": "Puerto Rican|Puerto Ricans", "PS": "Palestinian|Palestinians", "RS": "Serbian|Serbians|Serb|Serbs",
    "SA": "Saudi|Saudis|Saudi Arabian|Saudi Arabians", "SG": "Singaporean|Singaporeans",
    "SI": "Slovenian|Slovenians|Slovene|Slovenes", "SK": "Slovak|Slovaks|Slovakian|Slovakians",
    "SO": "Somali|Somalis|Somalian|Somalians", "SR": "Surinamese",
    "SV": "Salvadoran|Salvadorans|Salvadorean|Salvadoreans|Salvadorian|Salvadorians",
    "SZ": "Swazi|Swazis", "TC": "", "VA": "", "TJ": "Tajikistani|Tajikistanis|Tajik|Tajiks",
    "TL": "Timorese|East Timorese", "TM": "Turkmen|Turkmens|Turkmenistani|Turkmenistanis", "TW": "Taiwanese",
    "UZ": "Uzbek|Uzbeks|Uzbekistani|Uzbekistanis", "VI": "Virgin Islander|Virgin Islanders",
    "VG": "", "VU": "Ni-Vanuatu|Vanuatuan|Vanuatuans", "WF": "Wallisian|Wallisians|Futunan|Futunans",
    "XK": "Kosovar|Kosovars|Kosovan|Kosovans", "AF": "Afghan|Afghans", "FI": "Finnish|Finn|Finns",
    "EC": "Ecuadorian|Ecuadorians|Ecuadorean|Ecuadoreans", "GH": "Ghanaian|Ghanaians|Ghanian|Ghanians",
    "RO": "Romanian|Romanians|Rumanian|Rumanians", "VE": "Venezuelan|Venezuelans",
    "TT": "Trinidadian|Trinidadians|Tobagonian|Tobagonians", "TH": "Thai|Thais",
    "CR": "Costa Rican|Costa Ricans", "SN": "Senegalese",
}

# States of ISO 3166-3 that are no present state under an older name.
FORMER_STATES = [
    ("SU", "SUN", "Soviet Union", "Moscow", "USSR|U.S.S.R.|Union of Soviet Socialist Republics|Soviet Russia",
     "Soviet|Soviets"),
    ("YU", "YUG", "Yugoslavia", "Belgrade",
     "Federal Republic of Yugoslavia|Socialist Federal Republic of Yugoslavia|Serbia and Montenegro",
     "Yugoslav|Yugoslavs|Yugoslavian|Yugoslavians"),
    ("CS", "CSK", "Czechoslovakia", "Prague", "Czechoslovak Socialist Republic",
     "Czechoslovak|Czechoslovaks|Czechoslovakian|Czechoslovakians"),
    ("DD", "DDR", "East Germany", "East Berlin", "GDR|German Democratic Republic", "East German|East Germans"),
    ("YD", "YMD", "South Yemen", "Aden", "People's Democratic Republic of Yemen", "South Yemeni|South Yemenis"),
    ("VD", "VDR", "North Vietnam", "Hanoi", "Democratic Republic of Vietnam",
     "North Vietnamese"),
    ("AN", "ANT", "Netherlands Antilles", "Willemstad", "", ""),
]


def english_name(name):
    """CLDR short name in the spelling of running text."""
    return name.replace(" & ", " and ").replace("St. ", "Saint ").replace("’", "'")


def make_countries(src):
    """Rows of countries.tsv."""
    aliases = defaultdict(list)
    for row in read(src, "country_aliases.tsv"):
        aliases[row["iso2"]].append((row["alias"], row["kind"]))
    rows = []
    for row in read(src, "countries.tsv"):
        iso2 = row["iso2"]
        if iso2 == "AQ":  # a continent, kept among the places
            continue
        name = COUNTRY_NAME.get(iso2) or english_name(row["name"])
        capital = COUNTRY_CAPITAL.get(iso2, row["capital"])
        names = []
        for alias, kind in aliases[iso2]:
            if kind not in ("name", "short", "variant", "formal"):
                continue  # alpha3, empires, capitals and codes are no names in news
            alias = re.sub(r"^the ", "", alias).strip()
            if not alias or re.search(r"[(),/]|\bSAR\b| - ", alias) or (iso2, alias) in COUNTRY_ALIAS_DROP:
                continue
            if re.fullmatch(r"[A-Z]{1,4}", alias):
                continue  # only the abbreviations listed above
            names += [alias, english_name(alias)]
            if "St. " in alias:
                names.append(alias.replace(" & ", " and "))
        names += [n for n in COUNTRY_MORE.get(iso2, "").split("|") if n]
        names = [n for n in unique(names) if n != name and " & " not in n and "’" not in n]
        if iso2 in COUNTRY_DEMONYMS:
            demonyms = [d for d in COUNTRY_DEMONYMS[iso2].split("|") if d]
        else:
            demonyms = []
            for alias, kind in aliases[iso2]:
                if kind in ("adjective", "demonym", "demonym_plural"):
                    alias = re.sub(r"\s*\(.*?\)", "", alias).strip()
                    if alias and alias[0].isupper() and alias not in (name, "NA") and "/" not in alias:
                        demonyms.append(alias)
            demonyms = unique(demonyms)
            for demonym in list(demonyms):
                if not re.search(r"(ese|ish|ch|ois|ic|s|ss|gasy)$", demonym) and demonym + "s" not in demonyms:
                    demonyms.append(demonym + "s")
        rows.append((iso2, row["iso3"], name, capital, "|".join(names), "|".join(demonyms)))
    rows += FORMER_STATES
    for column in (4, 5):  # one name, one country
        owner = {}
        for row in rows:
            for cell in ([row[2]] if column == 4 else []) + [c for c in row[column].split("|") if c]:
                assert cell not in owner, (cell, owner.get(cell), row[0])
                owner[cell] = row[0]
    return rows


# --------------------------------------------------------------------------
# Places
# --------------------------------------------------------------------------

# English names that GeoNames lists among hundreds of foreign ones or lacks.
CITY_ALIASES = {
    "ES": "Seville=Sevilla;Valencia=Valencia", "YE": "Hodeidah=Al Hudaydah;Hodeida=Al Hudaydah;Hudaydah=Al Hudaydah",
    "UA": "Kiev=Kyiv;Kharkov=Kharkiv;Odessa=Odesa;Lvov=Lviv;Dnepropetrovsk=Dnipro;Nikolaev=Mykolaiv;Zaporozhye=Zaporizhzhia",
    "IN": "Bombay=Mumbai;Calcutta=Kolkata;Madras=Chennai;Bangalore=Bengaluru;Cawnpore=Kanpur;Benares=Varanasi;Poona=Pune;Gurgaon=Gurugram;Baroda=Vadodara",
    "CN": "Peking=Beijing;Canton=Guangzhou;Nanking=Nanjing;Tientsin=Tianjin;Chungking=Chongqing;Mukden=Shenyang;Urumqi=Ürümqi;Kashgar=Kashgar",
    "MM": "Rangoon=Yangon", "VN": "Saigon=Ho Chi Minh City;Hanoi=Hanoi", "TR": "Constantinople=Istanbul",
    "RU": "Leningrad=Saint Petersburg;St. Petersburg=Saint Petersburg;St Petersburg=Saint Petersburg;Stalingrad=Volgograd",
    "US": "New York City=New York City;Washington, D.C.=Washington;Washington D.C.=Washington;Washington DC=Washington;LA=Los Angeles;Vegas=Las Vegas;St. Louis=St. Louis;St. Paul=St. Paul;Brooklyn=Brooklyn;Philly=Philadelphia",
    "BD": "Dacca=Dhaka", "IQ": "Irbil=Erbil;Mosul=Mosul;Basra=Basrah", "KZ": "Nur-Sultan=Astana", "DE": "Cologne=Köln;Hanover=Hannover;Munich=Munich",
    "SA": "Mecca=Makkah;Medina=Medina;Jeddah=Jeddah", "CI": "Abidjan=Abidjan", "BO": "La Paz=La Paz", "NL": "The Hague=The Hague",
    "PS": "Gaza City=Gaza", "IL": "Tel Aviv=Tel Aviv", "SY": "Raqqa=Ar Raqqah;Homs=Homs;Latakia=Latakia", "LY": "Benghazi=Benghazi;Misrata=Misrata",
    "AF": "Kandahar=Kandahar;Mazar-e-Sharif=Mazār-e Sharīf", "BE": "Bruges=Brugge;Ghent=Gent;Antwerp=Antwerpen;Liege=Liège",
    "CH": "Geneva=Geneva;Basle=Basel;Zurich=Zürich", "PT": "Lisbon=Lisbon;Porto=Porto", "IT": "Leghorn=Livorno;Venice=Venice",
    "PL": "Krakow=Kraków;Cracow=Kraków;Danzig=Gdańsk", "GQ": "Malabo=Malabo", "SO": "Mogadishu=Mogadishu", "CA": "Montreal=Montréal;Quebec City=Québec",
    "CM": "Yaounde=Yaoundé", "ET": "Addis Ababa=Addis Ababa", "MX": "Ciudad Juarez=Ciudad Juárez", "BR": "Sao Paulo=São Paulo",
    "GB": "Newcastle=Newcastle upon Tyne;Hull=Kingston upon Hull", "EG": "Sharm el-Sheikh=Sharm el-Sheikh", "LK": "Kotte=Sri Jayewardenepura Kotte",
    "ZA": "Port Elizabeth=Gqeberha", "PK": "Lyallpur=Faisalabad", "KR": "Pusan=Busan;Inchon=Incheon;Taegu=Daegu;Kwangju=Gwangju",
}

# Places below the size limit that are often in the news.
SMALL_PLACES = """
Guantanamo Bay=CU;Guantanamo=CU;Davos=CH;Srebrenica=BA;Chernobyl=UA;Beslan=RU;Fallujah=IQ;Ramadi=IQ;Tikrit=IQ;Baqouba=IQ;
Tora Bora=AF;Abbottabad=PK;Bethlehem=PS;Ramallah=PS;Hebron=PS;Nablus=PS;Jenin=PS;Rafah=PS;Khan Younis=PS;Jericho=PS;Sderot=IL;
Cannes=FR;Versailles=FR;Strasbourg=FR;Lourdes=FR;Oxford=GB;Cambridge=GB;Belfast=GB;Londonderry=GB;Lockerbie=GB;Salisbury=GB;Windsor=GB;
Newtown=US;Ferguson=US;Roswell=US;Sandy Hook=US;Parkland=US;Uvalde=US;Ground Zero=US;Capitol Hill=US;Cape Canaveral=US;Fort Hood=US;
Manhattan=US;Brooklyn=US;Queens=US;the Bronx=US;Bronx=US;Staten Island=US;Long Island=US;Harlem=US;Hollywood=US;Beverly Hills=US;Pearl Harbor=US;
Tiananmen Square=CN;Tahrir Square=EG;Red Square=RU;Trafalgar Square=GB;Times Square=US;Kowloon=HK;Lhasa=CN;
Camp David=US;Balakot=PK;Bucha=UA;Bakhmut=UA;Avdiivka=UA;Debaltseve=UA;Sloviansk=UA;Kramatorsk=UA;Mariupol=UA;Zaporizhzhia=UA;
Kobani=SY;Palmyra=SY;Douma=SY;Idlib=SY;Daraa=SY;Sirte=LY;Kidal=ML;Timbuktu=ML;Chibok=NG;Banda Aceh=ID;Fukushima=JP;Okinawa=JP;
Sinai Peninsula=EG;Luxor=EG;Agadez=NE;Diffa=NE;Goma=CD;Bukavu=CD;Beni=CD;Abyei=;El Fasher=SD;Nyala=SD;El Geneina=SD;Port Sudan=SD;
Stepanakert=AZ;Tskhinvali=GE;Sukhumi=GE;Tiraspol=MD;Mekele=ET;Axum=ET;Waziristan=PK;Swat Valley=PK;Marawi=PH;Jolo=PH;
Interlaken=CH;Lausanne=CH;Bonn=DE;Potsdam=DE;Maastricht=NL;Schengen=LU;Kyoto=JP;Bilderberg=NL;Bletchley Park=GB
"""

AREAS = """
Alberta=CA;Ontario=CA;Manitoba=CA;Victoria=AU;Middle East;Near East;Far East;West Bank=PS;Gaza=PS;Gaza Strip=PS;East Jerusalem=PS;Golan Heights=SY;Sinai=EG;Negev=IL;Galilee=IL;
Balkans;Western Balkans;Siberia=RU;Scandinavia;Crimea=UA;Crimean Peninsula=UA;Donbas=UA;Donbass=UA;Kashmir;Jammu and Kashmir=IN;Silicon Valley=US;
Baltics;Baltic States;Baltic states;Arctic;Arctic Circle;Antarctic;Himalayas;Alps;Andes;Rockies;Rocky Mountains;Appalachia=US;Urals=RU;Ural Mountains=RU;Pyrenees;Carpathians;
Caucasus;North Caucasus=RU;South Caucasus;Sahara;Sahara Desert;Sahel;Horn of Africa;Maghreb;Great Lakes;Latin America;Central America;Central Europe;
Southeast Asia;South-East Asia;South Asia;East Asia;Northeast Asia;Central Asia;West Asia;Asia-Pacific;Asia Pacific;Indo-Pacific;Pacific Islands;Eurasia;
East Africa;West Africa;North Africa;Southern Africa;Central Africa;Sub-Saharan Africa;Subsaharan Africa;sub-Saharan Africa;Black Africa;
Western Europe;Eastern Europe;Northern Europe;Southern Europe;Iberian Peninsula;Korean Peninsula;Korean peninsula;Arabian Peninsula;Balkan Peninsula;Indian Subcontinent;Indochina;
Midwest=US;New England=US;Deep South=US;Gulf Coast=US;East Coast=US;West Coast=US;Bay Area=US;San Francisco Bay Area=US;Great Plains=US;Pacific Northwest=US;Silicon Wadi=IL;
Darfur=SD;Ogaden=ET;Tigray=ET;Oromia=ET;Somaliland=SO;Puntland=SO;Jubaland=SO;Cabinda=AO;Kivu=CD;North Kivu=CD;South Kivu=CD;Ituri=CD;Katanga=CD;Biafra=NG;Niger Delta=NG;Casamance=SN;Azawad=ML;
Abkhazia=GE;South Ossetia=GE;North Ossetia=RU;Chechnya=RU;Dagestan=RU;Ingushetia=RU;Kabardino-Balkaria=RU;Karachay-Cherkessia=RU;Tatarstan=RU;Bashkortostan=RU;Yakutia=RU;Buryatia=RU;Tuva=RU;Kalmykia=RU;Mordovia=RU;Udmurtia=RU;Adygea=RU;
Kamchatka Peninsula=RU;Sakhalin Island=RU;Kuril Islands=RU;Kurils=RU;Kola Peninsula=RU;Transbaikal=RU;Nagorno-Karabakh=AZ;Karabakh=AZ;Nakhchivan=AZ;Transnistria=MD;Trans-Dniester=MD;Gagauzia=MD;
Republika Srpska=BA;Vojvodina=RS;Kurdistan;Iraqi Kurdistan=IQ;Kurdistan Region=IQ;Anbar Province=IQ;Northern Cyprus=CY;Anatolia=TR;Thrace;Bavaria=DE;Saxony=DE;Catalonia=ES;Basque Country=ES;Galicia=ES;Andalusia=ES;Canary Islands=ES;Balearic Islands=ES;Mallorca=ES;Ibiza=ES;Tenerife=ES;
Corsica=FR;Brittany=FR;Normandy=FR;Provence=FR;Alsace=FR;French Riviera=FR;Tuscany=IT;Sicily=IT;Sardinia=IT;Lombardy=IT;Lampedusa=IT;Flanders=BE;Wallonia=BE;Crete=GR;Lesbos=GR;Rhodes=GR;Corfu=GR;Azores=PT;Madeira=PT;
England=GB;Scotland=GB;Wales=GB;Northern Ireland=GB;Ulster;British Isles;Channel Islands;Yorkshire=GB;Cornwall=GB;Kent=GB;Essex=GB;Surrey=GB;Sussex=GB;Devon=GB;Lancashire=GB;Merseyside=GB;West Midlands=GB;Hebrides=GB;Orkney=GB;Shetland=GB;
Lapland;Jutland=DK;Svalbard=NO;Balochistan=PK;Baluchistan=PK;Khyber Pakhtunkhwa=PK;North Waziristan=PK;South Waziristan=PK;North West Frontier Province=PK;Federally Administered Tribal Areas=PK;Sindh=PK;Punjab;Bengal;West Bengal=IN;Gilgit-Baltistan=PK;Azad Kashmir=PK;Ladakh=IN;
Andaman Islands=IN;Nicobar Islands=IN;Aceh=ID;Bali=ID;Java=ID;Sumatra=ID;Sulawesi=ID;Borneo;Kalimantan=ID;Papua=ID;West Papua=ID;New Guinea;Moluccas=ID;Mindanao=PH;Luzon=PH;Visayas=PH;Sulu=PH;Rakhine=MM;Arakan=MM;Kachin=MM;Shan=MM;
Tibet=CN;Xinjiang=CN;Inner Mongolia=CN;Manchuria=CN;Hainan=CN;Spratly Islands;Spratlys;Paracel Islands;Senkaku Islands;Diaoyu Islands;Scarborough Shoal;Dokdo;Takeshima;Kinmen=TW;Matsu=TW;
Honshu=JP;Hokkaido=JP;Kyushu=JP;Shikoku=JP;Jeju=KR;Jeju Island=KR;Gobi Desert;Tasmania=AU;Queensland=AU;New South Wales=AU;Great Barrier Reef=AU;Bougainville=PG;Guadalcanal=SB;Easter Island=CL;Galapagos Islands=EC;Tahiti=PF;Polynesia;Melanesia;Micronesian Region;
Patagonia;Tierra del Fuego;Amazonia;Amazon rainforest;Amazon Basin;Chiapas=MX;Yucatan=MX;Baja California=MX;Sinaloa=MX;West Indies;Antilles;Hispaniola;Nova Scotia=CA;Quebec=CA;Newfoundland=CA;British Columbia=CA;
Demilitarized Zone;DMZ;Green Line;Green Zone=IQ;Durand Line;Line of Control;Sunni Triangle=IQ;Bekaa Valley=LB;Beqaa Valley=LB;Jordan Valley;Swat=PK;Kosovo Polje=XK;Ruhr=DE;Mecca Province=SA;Hejaz=SA;Zanzibar=TZ;Pemba Island=TZ;Mount Everest;Mount Sinai=EG;Kilimanjaro=TZ;Temple Mount;Old City=IL;
Helmand Province=AF;Panjshir Valley=AF;Hindu Kush;Pamirs;Fergana Valley;Karakoram;Caspian;Levant;Mesopotamia;Third World;Global South;New York State=US;D.C.=US;District of Columbia=US
"""

CONTINENTS = "Africa;Antarctica;Asia;Europe;North America;Oceania;South America;Americas;Australasia"

WATERS = """
Persian Gulf;Arabian Gulf;Gulf of Aden;Gulf of Oman;Gulf of Mexico;Gulf of Guinea;Gulf of Tonkin;Gulf of Thailand;Gulf of Finland;Gulf of Alaska;Gulf of Aqaba;Gulf of Suez;Gulf of California;Gulf of Bothnia;
South China Sea;East China Sea;Yellow Sea;Sea of Japan;Philippine Sea;Mediterranean;Mediterranean Sea;Baltic;Baltic Sea;Black Sea;Red Sea;Caspian Sea;North Sea;Dead Sea;Sea of Azov;Azov Sea;Aegean;Aegean Sea;
Adriatic;Adriatic Sea;Ionian Sea;Tyrrhenian Sea;Irish Sea;Celtic Sea;Norwegian Sea;Barents Sea;Kara Sea;Bering Sea;Sea of Okhotsk;Caribbean Sea;Arabian Sea;Andaman Sea;Coral Sea;Tasman Sea;Timor Sea;Java Sea;Sulu Sea;Celebes Sea;Aral Sea;Sea of Galilee;Sea of Marmara;
Bay of Bengal;Bay of Biscay;Bay of Pigs;Hudson Bay;Chesapeake Bay;San Francisco Bay;Tokyo Bay;Manila Bay;Subic Bay;Suez Canal;Panama Canal;Erie Canal;English Channel;Mozambique Channel;
Strait of Hormuz;Straits of Hormuz;Hormuz;Strait of Malacca;Malacca Strait;Straits of Malacca;Taiwan Strait;Taiwan Straits;Kerch Strait;Bering Strait;Bosporus;Bosphorus;Dardanelles;Strait of Gibraltar;Straits of Gibraltar;Bab el-Mandeb;Bab al-Mandab;Torres Strait;Florida Straits;Sunda Strait;
Lake Victoria;Lake Chad;Lake Tanganyika;Lake Malawi;Lake Baikal;Lake Geneva;Lake Titicaca;Lake Superior;Lake Michigan;Lake Huron;Lake Erie;Lake Ontario;Lake Tahoe;Lake Kivu;Lake Albert;Lake Turkana;Lake Ladoga;Lake Okeechobee;Lake Mead;
Atlantic;Atlantic Ocean;Pacific;Pacific Ocean;Indian Ocean;Arctic Ocean;Southern Ocean;South Pacific;North Atlantic;South Atlantic;North Pacific;Caribbean;
River Thames;Thames;Seine;Potomac;Potomac River;Hudson River;East River;Jordan River;Litani River;Yalu River;Tumen River;Dnipro River;Dnieper River;Drina;Drina River;Sava;Rhone;Tiber;Oder;Neman;Yellow River;Neva;
Great Lakes;Puget Sound;Long Island Sound;Three Gorges;Niagara Falls;Victoria Falls;Aswan Dam;Mackinac
"""

# Rivers whose bare name is a common word, a person's or another place's name:
# only the form with "River" is kept.
RIVER_ONLY = set(words("""Jefferson Congo Slave Peace Finlay Niger Murray Darling Madeira Grande Caine Rocha Detroit Nelson
Saskatchewan Paraguay Arkansas Colorado Columbia Pearl Red Ohio Orange Don Snake Senegal Uruguay Churchill Han Cooper Georgina Fraser
Canadian Green Milk Wu James Cumberland White Fly Tennessee Gambia Ottawa Mississippi Missouri Negro Ural Krishna Lena Oka Ob Ili Nen Beni Aras Peace
Amazon Breg Kama Shire Lerma Warburton Mackenzie Liao Huai Ishim Zeya Desna Platte Magdalena Cauca Yukon"""))
RIVER_ONLY |= {"Saint Clair", "Saint Marys", "Saint Louis", "Río de la Plata"}
RIVER_SKIP = {"Pacific", "Atlantic", "Indian", "Southern", "Arctic"}

# Countries whose first-level units are municipalities or parishes: hundreds
# of names such as "Saint George" that news does not write for them.
ADMIN1_SKIP = set(words("""SI MK MT AD SM LI BB AG DM GD KN LC VC BM IM GG JE GU SC NR MH PW TV CK WS AS PR BS MD LV TT MU MO VI KY
FO MV AI MS TK NC GP UM YT CV HK KI WF ME LU JM TO PM AX BQ TF SH RE GF MQ SJ MC LS"""))

# Words of direction and rank: a name made of nothing else is no name.
GENERIC_WORDS = set(words("""north south east west northern southern eastern western central centre center northeast northwest
southeast southwest northeastern northwestern southeastern southwestern north-east north-west south-east south-west middle upper lower region province district county state city
department governorate republic territory capital federal national autonomous and of the municipality nord sud est ouest
norte sur este oeste centro metropolitan area islands island coast coastal great greater new old administration"""))

ADMIN1_SUFFIX = re.compile(
    r"( Province| Region| Department| County| District| Governorate| [Oo]blast'?| Krai| Kray| Prefecture| State| Parish"
    r"| Municipality| Republic| City| Rayon| Rajons| Sahari| Division| Pradesh Province)$")

# Names that are more often a common word or a person than this place.
PLACE_DROP = set(words("""Chinatown Gulf Kennedy Bosa Banda Chanda Artem Nigel Kira Alba Ariana Lira Nada Pare Shevchenko Lander Munger Gracia Bono Mila Lida
Soledad Soriano Chas Magdalena Gresham Of Reading Nice Mobile Male Pool Plateau Forest Islands Bride Bar Delta Lakes Unity Maritime Van Oral Man
Paradise Hub Springs Metro Split Surprise Tours Orange Independence Enterprise Batman Bath Most Best Same Troy Nancy Angers Lens
Littoral Savanes Collines Plateaux Cascades Likely Rugby Deal Sandwich Ham Bury Hove Crato Marina Bello Union Progreso Limon
Central Mono Donga Zou Sila Mara Rocha Flores Artigas Rivera Bolívar Bolivar Sucre Miranda Falcón Falcon Lara Guerrero Morelos Hidalgo
Colón Colon Cortés Cortes Mercedes Salto Durazno Cruz Salinas Castro Serrano Hall Day Spring Rosa Roma Ivan Eva
Concord Hope Liberty Victor Grace Many Moka Savanne Flacq Kindia Boke Boké Labe Labé Sava Diana Boeny Equateur Haute Northern
Clay Brent Barking Sale Poole Crosby Crewe Keller Allen Irving Garland Carlsbad Frisco Roseville Escondido Palmdale Murphy Gilbert
Chandler Warren Everett Vista Clovis Meridian Nampa Lowell Norman Carrollton Peoria Tyler Davenport Allen
Kirk Khan Ali Hassan Santa Mission Edison Clifton Layton Meads League Justice Federal General Sabha Sincere  Gloria
Carmen Rosales Silay Digos Victorias Talisay Danao Camarines Sagay Binan Batac
Serra Franca Betim Cabo Patos Marica Timon Sete Guia Bragança Sinop Lages Ponta Fiesta Capitol
Jose Maria Juan San Santo Anna Alice Helena Laval Logan Delta Ajax Milton Whitby Pickering
  Asker Bo Ipil Balance Data Mega Ideal Cherry Rush Cape Ho Wa Ye Tone Mine Ageo Date Seto Toda Soka Sayama Kita Minato Naka
Ota Sano Mito Yao Iida Ebina Ome Zama Kure Ube Kin Uji Mari Ray Fort Hill Temple Rialto Compton Downey Norwalk Boulder
Pasco Sparks Bend Flint Dale Parker Rogers Lynn Quincy Brockton Hammond Gary Newton Lawton Bryan
Beaumont Denton Midland Lewis Burton Bam Fasa Borders Highland Grand Moss Rock Dar Nur Ila Ede Offa
Aba Owo Ado Iwo Ilobu Ama Man Divo Issia Bor Ler Boma  """))

# Names of at most three letters that stay.
PLACE_SHORT = set(words("Goa Fes Fez Ulm Pau Ufa Hue Qom Uri Lae Ube Jos Lod Ob Oka Don Van Aix Leh Ica DMZ Bam Wau Vlo Mly Rio LA"))

# Cities named like a common person name that stay whatever their size.
PLACE_KEEP = set(words("""Cleveland Denver Orlando Florence Adelaide Victoria Charlotte Lincoln Madison Aurora Arlington Pittsburgh
Richmond Montgomery Augusta Savannah Salem Bradford Preston Sheffield Leicester Bristol Lancaster York Carlisle Lourdes Verona Siena Bonn
Nottingham Plymouth Hartford Salisbury Boston Durham Dayton Kingston Hamilton Georgetown Victoria Stanley Douglas Tallinn Vienna Belfast Windsor
Cambridge Oxford Halifax Newcastle Cardiff Sunderland Chester Coventry Santiago Lyon Kent Marseille Chester Worcester Stockton Providence
Milan Paris London Berlin Alexandria Bergen Modena Trento Messina Catania Trieste Cordoba Valencia Granada Malaga Leon Toledo Burgos Murcia
Antwerp Geneva Lausanne Buffalo Oakland Anchorage Syracuse Rochester Huntsville Worcester Akron Tampa Irvine Glendale Concordia Valencia
Tyre Sidon Hebron Soria Vitoria Merida Cali Cuenca Cartagena Lima Leeds Holon Gori Kirov Samara Perm Donetsk Sumy Erfurt Kassel Marburg Hagen Essen Hanover"""))


def place_words_generic(name):
    """True for "Western Province", "Centre", "North East"..."""
    return all(w in GENERIC_WORDS for w in re.split(r"[ \-]", fold(name).lower())) or \
        all(w in GENERIC_WORDS for w in fold(name).lower().split())


def make_places(src, countries, person_names):
    """Rows of places.tsv: one row per name; the strongest claim wins."""
    country_names = set()
    for row in countries:
        country_names |= {row[2], *row[4].split("|"), *row[5].split("|")}
    country_names -= {""}
    taken = {}

    def add(name, iso2, kind, population=0, strength=0, bare=True):
        """Offer a name; greater (strength, population) wins."""
        for form in unique([name, fold(name)]):
            if form in country_names or len(form) < 2:
                continue
            if len(form) <= 3 and form not in PLACE_SHORT and kind != "water":
                continue
            old = taken.get(form)
            if old and old[:2] == (strength, population) and old[2] != iso2 and old[3] == kind:
                taken[form] = (strength, population, "", kind)  # a region of two countries
            elif not old or old[:2] < (strength, population):
                taken[form] = (strength, population, iso2, kind)

    # Listed names first: nothing displaces them.
    admin1 = set()  # a listed area that is a first-level unit is a region
    for row in read(src, "admin1.tsv"):
        iso2 = row["code"].split(".")[0]
        admin1 |= {(iso2, fold(row["name"])), (iso2, fold(ADMIN1_SUFFIX.sub("", row["name"])))}
    for kind, text in (("continent", CONTINENTS), ("water", WATERS), ("area", AREAS)):
        for entry in items(text):
            name, _, iso2 = entry.partition("=")
            add(name, iso2, "region" if (iso2, name) in admin1 else kind, 0, 9)
    for entry in items(SMALL_PLACES):
        name, _, iso2 = entry.partition("=")
        add(name, iso2, "city", 0, 1)
    for row in read(src, "regions_un_m49.tsv"):
        if row["code"] not in ("001", "EU", "EZ", "UN", "009", "002", "142", "150", "003", "005", "019", "053"):
            add(row["name"], "", "area", 0, 9)

    # Rivers.
    for row in read(src, "waters.tsv"):
        name = row["name"]
        if name in RIVER_SKIP:
            continue
        if row["kind"] == "river":
            if name not in RIVER_ONLY:
                add(name, "", "water", 0, 2)
            if not name.endswith("River"):
                add(name + " River", "", "water", 0, 9)
        else:
            add(name, "", "water", 0, 9)

    # Cities and capitals.
    capitals = {(row[0], fold(row[3])): row[3] for row in countries if row[3]}
    population = {}
    for row in read(src, "cities.tsv"):
        name, iso2, count = row["name"], row["iso2"], int(row["population"])
        name = re.sub(r"\s*\(.*?\)", "", name).replace("’", "'").replace("‘", "'").split(" / ")[-1]
        if name.startswith("Sector "):  # boroughs of Bucharest
            continue
        key = (iso2, fold(name))
        population[key] = max(population.get(key, 0), count)
        if key in capitals or count < 100000:
            continue
        if name in PLACE_DROP or fold(name) in PLACE_DROP or place_words_generic(name):
            continue
        if fold(name) in person_names and count < 500000 and fold(name) not in PLACE_KEEP:
            continue
        add(name, iso2, "city", count, 1)
        if name.startswith("Saint "):
            add("St. " + name[6:], iso2, "city", count, 1)
    for (iso2, key), name in capitals.items():
        if name in PLACE_DROP:
            continue
        if iso2 == "DD" or iso2 in ("SU", "YU", "CS", "YD", "VD", "AN"):
            continue
        # A small dependency's capital ("Hamilton", "Stanley") yields to a larger city.
        add(name, iso2, "city", population.get((iso2, key), 0), 3 if population.get((iso2, key), 0) >= 100000 else 1)
    add("East Berlin", "DE", "city", 0, 1)
    for iso2, text in CITY_ALIASES.items():
        for entry in items(text):
            name, _, target = entry.partition("=")
            add(name, iso2, "city", population.get((iso2, fold(target)), 0), 4)

    # First-level regions.
    for row in read(src, "admin1.tsv"):
        iso2 = row["code"].split(".")[0]
        if iso2 in ADMIN1_SKIP:
            continue
        name = re.sub(r"\s*\(.*?\)", "", row["name"]).replace("’", "'").strip()
        name = re.sub(r"^(Opština|Raionul|Muhafazat|Municipality of|Region of|Republic of|City of|Provincia de|Department of) ", "", name)
        base = ADMIN1_SUFFIX.sub("", name)
        if name == "Free State":
            base = name
        if iso2 == "KR":
            base = re.sub(r"-do$", "", base)
        strength = 1 if iso2 == "US" else 0
        for form in unique([base, name]):
            if form in PLACE_DROP or place_words_generic(form) or place_words_generic(base):
                continue
            if iso2 != "US" and fold(form) in person_names and fold(form) not in PLACE_KEEP:
                continue
            add(form, iso2, "region", 0, strength)
    for row in read(src, "us_states.tsv"):
        if row["name"] not in ("Georgia", "District of Columbia", "Washington"):
            add(row["name"], "US", "region", 0, 8)
    return [(name, iso2, kind, str(count)) for name, (_, count, iso2, kind) in taken.items()]


# --------------------------------------------------------------------------
# Organisations
# --------------------------------------------------------------------------

# Blocks of "kind iso2:" followed by entries "name|alias|alias". These rows win
# over rows of the sources with the same name, and keep their aliases.
ORGANISATIONS = """
body:
United Nations|UN|U.N.;UN Security Council|U.N. Security Council|United Nations Security Council|Security Council|UNSC;UN General Assembly|U.N. General Assembly|United Nations General Assembly|UNGA;
UN Human Rights Council|U.N. Human Rights Council|UNHRC;North Atlantic Treaty Organization|NATO|North Atlantic Treaty Organisation;European Union|EU|E.U.|European Community|European Economic Community;
World Health Organization|WHO|World Health Organisation;International Monetary Fund|IMF;International Atomic Energy Agency|IAEA;International Criminal Court|ICC;International Court of Justice|ICJ|World Court;
Organization of the Petroleum Exporting Countries|OPEC;OPEC+;Organization of Arab Petroleum Exporting Countries|OAPEC;Association of Southeast Asian Nations|ASEAN;African Union|AU;Organization of African Unity|OAU;
Economic Community of West African States|ECOWAS;World Trade Organization|WTO|World Trade Organisation;International Olympic Committee|IOC;FIFA|Federation Internationale de Football Association;UEFA|Union of European Football Associations;
United Nations Educational, Scientific and Cultural Organization|UNESCO;United Nations Children's Fund|UNICEF;UN High Commissioner for Refugees|UNHCR|U.N. High Commissioner for Refugees|U.N. refugee agency|UN refugee agency|UN Refugee Agency;
World Food Programme|WFP|World Food Program|U.N. World Food Program;Food and Agriculture Organization|FAO|Food and Agriculture Organisation;International Labour Organization|ILO|International Labor Organization;
United Nations Development Programme|UNDP|United Nations Development Program;United Nations Population Fund|UNFPA;United Nations Environment Programme|UNEP;United Nations Relief and Works Agency|UNRWA;United Nations Conference on Trade and Development|UNCTAD;
United Nations Industrial Development Organization|UNIDO;UN Office for the Coordination of Humanitarian Affairs|OCHA|U.N. Office for the Coordination of Humanitarian Affairs;United Nations Office on Drugs and Crime|UNODC;UN Women;UNAIDS|Joint United Nations Programme on HIV/AIDS;
International Organization for Migration|IOM|International Organisation for Migration;World Bank|World Bank Group;International Bank for Reconstruction and Development|IBRD;International Finance Corporation|IFC;International Development Association|IDA;
Universal Postal Union|UPU;International Telecommunication Union|ITU;Organisation for the Prohibition of Chemical Weapons|OPCW|Organization for the Prohibition of Chemical Weapons;International Civil Aviation Organization|ICAO;World Meteorological Organization|WMO;
World Intellectual Property Organization|WIPO;World Customs Organization|WCO;International Maritime Organization|IMO;International Fund for Agricultural Development|IFAD;Inter-Parliamentary Union|IPU;International Organization for Standardization|ISO;World Tourism Organization|UNWTO;
Non-Aligned Movement|NAM;Group of 77|G77|G-77;Permanent Court of Arbitration|PCA;Organization of American States|OAS;African Development Bank|AfDB;Asian Development Bank|ADB;Inter-American Development Bank|IDB|IADB;Islamic Development Bank|IsDB;
Organisation internationale de la Francophonie|OIF|Francophonie;Organization for Security and Co-operation in Europe|OSCE|Organization for Security and Cooperation in Europe;European Bank for Reconstruction and Development|EBRD;
Organization of Islamic Cooperation|OIC|Organisation of Islamic Cooperation|Organization of the Islamic Conference;Bank for International Settlements|BIS;Council of Europe;European Council;Council of the European Union;European Commission;European Central Bank|ECB;
European Court of Justice|ECJ;European Court of Human Rights|ECHR;European Investment Bank|EIB;European Medicines Agency|EMA;European Free Trade Association|EFTA;European Atomic Energy Community|Euratom;Eurozone|eurozone;Eurogroup;Frontex;Europol;Eurojust;
Nuclear Suppliers Group|NSG;Alliance of Small Island States|AOSIS;Pacific Islands Forum|PIF;Organisation for Economic Co-operation and Development|OECD|Organization for Economic Cooperation and Development;Financial Action Task Force|FATF;International Energy Agency|IEA;
Collective Security Treaty Organization|CSTO;Commonwealth of Independent States|CIS;Eurasian Economic Union|EAEU;Shanghai Cooperation Organization|SCO|Shanghai Cooperation Organisation;BRICS;Group of Seven|G7|G-7;Group of Eight|G8|G-8;Group of 20|G20|G-20|Group of Twenty;
Gulf Cooperation Council|GCC;Arab League|League of Arab States;Arab Maghreb Union|AMU;Southern African Development Community|SADC;East African Community|EAC;Common Market for Eastern and Southern Africa|COMESA;Intergovernmental Authority on Development|IGAD;
Economic Community of Central African States|ECCAS;West African Economic and Monetary Union|WAEMU;Caribbean Community|CARICOM|Caricom;Organization of Eastern Caribbean States|OECS;Union of South American Nations|UNASUR;Mercosur;Andean Community;Pacific Alliance;
Community of Latin American and Caribbean States|CELAC;Central American Integration System|SICA;Bolivarian Alliance for the Americas|ALBA;South Asian Association for Regional Cooperation|SAARC;Bay of Bengal Initiative|BIMSTEC;Asia-Pacific Economic Cooperation|APEC;
Asian Infrastructure Investment Bank|AIIB;New Development Bank;Arctic Council;Nordic Council;Baltic Assembly;Visegrad Group;Benelux;Quad;AUKUS;ANZUS;Five Eyes;Community of Portuguese Language Countries|CPLP;Commonwealth of Nations|British Commonwealth;
Multinational Joint Task Force|MNJTF;African Union Mission in Somalia|AMISOM|ATMIS;International Security Assistance Force|ISAF;Kosovo Force|KFOR;UN Interim Force in Lebanon|UNIFIL|U.N. Interim Force in Lebanon;UN Disengagement Observer Force|UNDOF;UN Truce Supervision Organization|UNTSO;
MONUSCO;MINUSMA;MINUSCA;MINUSTAH;UNMISS;UNAMID;UNMIK;UNMIL;UNFICYP;UNISFA;UNAMA;MINURSO;UNOCI;G5 Sahel;League of Nations;Warsaw Pact;European Parliament;Interpol|International Criminal Police Organization;Intergovernmental Panel on Climate Change|IPCC;
International Criminal Tribunal for the former Yugoslavia|ICTY;International Criminal Tribunal for Rwanda|ICTR;Special Tribunal for Lebanon;International Whaling Commission|IWC;World Anti-Doping Agency|WADA;Court of Arbitration for Sport|CAS;International Paralympic Committee|IPC;
World Economic Forum|WEF;Paris Club;International Air Transport Association|IATA;World Athletics|IAAF;FIA|Federation Internationale de l'Automobile;FINA|World Aquatics;International Cricket Council;World Rugby;CONMEBOL;CONCACAF;Confederation of African Football|CAF;Asian Football Confederation|AFC;
International Tennis Federation|ITF;WTA|Women's Tennis Association;ATP|Association of Tennis Professionals;European Southern Observatory|ESO;OSCE Minsk Group|Minsk Group;Quartet|Middle East Quartet;
Red Cross|International Red Cross;International Committee of the Red Cross|ICRC;International Federation of Red Cross and Red Crescent Societies|IFRC;Red Crescent;American Red Cross;Amnesty International;Human Rights Watch|HRW;Greenpeace;Doctors Without Borders|Medecins Sans Frontieres|Médecins Sans Frontières|MSF;
Oxfam;Save the Children;Transparency International;Reporters Without Borders|RSF;Committee to Protect Journalists|CPJ;International Crisis Group;World Wildlife Fund|WWF|World Wide Fund for Nature;Freedom House;Human Rights First;Physicians for Human Rights;International Rescue Committee|IRC;
Norwegian Refugee Council;CARE International;Caritas;World Vision;Mercy Corps;Action Against Hunger;Islamic Relief;PEN International;Bellingcat;WikiLeaks|Wikileaks;Wikimedia Foundation;Wikipedia;Extinction Rebellion;Sea Shepherd;Syrian Observatory for Human Rights;White Helmets|Syria Civil Defense|Syria Civil Defence;
Chatham House;Rotary International;Salvation Army;Freemasons;Opus Dei;Jehovah's Witnesses;World Council of Churches;Roman Catholic Church|Catholic Church;Church of England|Anglican Church;Russian Orthodox Church;Orthodox Church of Ukraine;Greek Orthodox Church;Coptic Church|Coptic Orthodox Church;Southern Baptist Convention;Episcopal Church;Mormon Church|Church of Jesus Christ of Latter-day Saints;
Anglican Communion;World Jewish Congress;Falun Gong;Church of Scientology;Internet Corporation for Assigned Names and Numbers|ICANN;World Wide Web Consortium|W3C;International Chamber of Commerce;International Trade Union Confederation|ITUC;Gavi;Global Fund;CERN|European Organization for Nuclear Research;European Space Agency|ESA;Arianespace;Stockholm International Peace Research Institute|SIPRI;International Institute for Strategic Studies|IISS
body US:
Gates Foundation|Bill & Melinda Gates Foundation|Bill and Melinda Gates Foundation;Clinton Foundation;Carter Center;Brookings Institution|Brookings;Heritage Foundation;Cato Institute;Council on Foreign Relations|CFR;RAND Corporation|Rand Corporation|Rand Corp.;American Enterprise Institute|AEI;Carnegie Endowment for International Peace|Carnegie Endowment;
Center for Strategic and International Studies|CSIS;Atlantic Council;Pew Research Center|Pew Research;Gallup;Hoover Institution;Hudson Institute;American Civil Liberties Union|ACLU;National Rifle Association|NRA;NAACP|National Association for the Advancement of Colored People;Planned Parenthood;Sierra Club;AFL-CIO;Teamsters;United Auto Workers|UAW|United Automobile Workers;
American Medical Association|AMA;American Israel Public Affairs Committee|AIPAC;Anti-Defamation League|ADL;Southern Poverty Law Center;U.S. Chamber of Commerce|US Chamber of Commerce;New York Stock Exchange|NYSE;Nasdaq|NASDAQ;Black Lives Matter;Ku Klux Klan|KKK;Proud Boys;Oath Keepers;Tea Party;Electoral College;Black Panther Party|Black Panthers;Nation of Islam;9/11 Commission;
Electronic Frontier Foundation|EFF;Better Business Bureau;American Federation of Teachers;National Education Association;Mayo Clinic;Cleveland Clinic;Metropolitan Museum of Art;Boy Scouts of America|Boy Scouts;Peace Corps;Academy of Motion Picture Arts and Sciences
body GB:
London Stock Exchange|LSE;British Council;National Health Service|NHS;Royal Society;British Academy;Football Association|FA;Confederation of British Industry|CBI;Trades Union Congress|TUC;Loyal Orange Order|Orange Order;British Red Cross;National Trust;Institute for Fiscal Studies;Lloyd's of London|Lloyds of London
body DE:
Deutsche Bundesbank|Bundesbank;Robert Koch Institute;Max Planck Society;Bundesliga
body RU:
Russian Academy of Sciences;Roscosmos;Russian Football Union;Memorial Human Rights Center
body PS:
Palestinian Authority|Palestinian National Authority;Palestine Liberation Organization|PLO|Palestine Liberation Organisation
body CN:
Chinese Academy of Sciences;People's Bank of China|PBOC;Politburo Standing Committee
agency US:
Central Intelligence Agency|CIA|C.I.A.;Federal Bureau of Investigation|FBI|F.B.I.;National Security Agency|NSA;Defense Intelligence Agency|DIA;Secret Service|U.S. Secret Service|US Secret Service;Department of Homeland Security|DHS|Homeland Security Department|Homeland Security;Drug Enforcement Administration|DEA;
Bureau of Alcohol, Tobacco, Firearms and Explosives|ATF;Pentagon|the Pentagon|U.S. Defense Department|Defense Department|Department of Defense;State Department|U.S. State Department|US State Department|Department of State;Justice Department|U.S. Justice Department|US Justice Department|Department of Justice|DOJ;
Treasury Department|U.S. Treasury|US Treasury|U.S. Treasury Department|Department of the Treasury;Commerce Department|U.S. Commerce Department|Department of Commerce;Labor Department|U.S. Labor Department|Department of Labor;Energy Department|U.S. Energy Department|Department of Energy;Interior Department|Department of the Interior;
Agriculture Department|U.S. Agriculture Department|Department of Agriculture|USDA;Transportation Department|Department of Transportation;Education Department|Department of Education;Veterans Affairs Department|Department of Veterans Affairs;Department of Health and Human Services|HHS;Department of Housing and Urban Development|HUD;
Federal Reserve|Federal Reserve System|Fed|U.S. Federal Reserve|US Federal Reserve|Federal Reserve Board;White House|the White House;National Security Council|NSC;National Aeronautics and Space Administration|NASA;Jet Propulsion Laboratory|JPL;Centers for Disease Control and Prevention|CDC|Centers for Disease Control;
Food and Drug Administration|FDA;Environmental Protection Agency|EPA;Federal Aviation Administration|FAA;National Oceanic and Atmospheric Administration|NOAA;US Geological Survey|USGS|U.S. Geological Survey;National Hurricane Center|NHC;National Weather Service|NWS;National Institutes of Health|NIH;
National Transportation Safety Board|NTSB;Federal Emergency Management Agency|FEMA;Transportation Security Administration|TSA;Immigration and Customs Enforcement|ICE;Customs and Border Protection|CBP|U.S. Border Patrol|Border Patrol;Securities and Exchange Commission|SEC;Federal Trade Commission|FTC;Federal Communications Commission|FCC;
Internal Revenue Service|IRS;US Agency for International Development|USAID|U.S. Agency for International Development;Office of Management and Budget|OMB;Congressional Budget Office|CBO;Government Accountability Office|GAO;National Science Foundation|NSF;Defense Advanced Research Projects Agency|DARPA;Federal Election Commission|FEC;
Social Security Administration|SSA;Occupational Safety and Health Administration|OSHA;Nuclear Regulatory Commission|NRC;Consumer Product Safety Commission|CPSC;Federal Deposit Insurance Corporation|FDIC;U.S. Postal Service|US Postal Service|USPS;Library of Congress;Smithsonian Institution|Smithsonian;National Park Service;
U.S. Army|US Army;U.S. Navy|US Navy;U.S. Air Force|US Air Force|USAF;U.S. Marine Corps|US Marine Corps|U.S. Marines|US Marines|Marine Corps;U.S. Coast Guard|US Coast Guard;National Guard|U.S. National Guard;U.S. Central Command|US Central Command|CENTCOM|Central Command;U.S. Africa Command|AFRICOM;Joint Chiefs of Staff|Joint Chiefs;Navy SEALs;Space Force|U.S. Space Force;
New York Police Department|NYPD;Los Angeles Police Department|LAPD;Coalition Provisional Authority;U.S. Trade Representative|USTR;Voice of America|VOA;Radio Free Europe|RFE/RL|Radio Free Europe/Radio Liberty;National Intelligence Council;Office of the Director of National Intelligence|ODNI;Amtrak|AMTRAK;Federal Reserve Bank of New York|New York Fed;Fannie Mae;Freddie Mac
agency GB:
MI5|MI-5|Security Service;MI6|MI-6|Secret Intelligence Service;GCHQ|Government Communications Headquarters;Scotland Yard|Metropolitan Police|Met Police|Metropolitan Police Service;Home Office;Foreign Office|Foreign and Commonwealth Office|British Foreign Office|FCDO;Ministry of Defence|MoD;Downing Street|10 Downing Street|No 10|Number 10;
Whitehall;Bank of England|BoE;HM Treasury;Buckingham Palace;Crown Prosecution Service|CPS;National Crime Agency|NCA;Financial Conduct Authority|FCA;Royal Navy;Royal Air Force|RAF;British Army;Special Air Service|SAS;Office for National Statistics|ONS;Environment Agency;Met Office;Public Health England;Serious Fraud Office|SFO;HM Revenue and Customs|HMRC;Police Service of Northern Ireland|PSNI;Ofcom
agency IL:
Mossad;Shin Bet|Shabak;Israel Defense Forces|IDF|Israeli Defense Forces|Israel Defence Forces;Israeli Air Force;Yad Vashem;Bank of Israel
agency RU:
Federal Security Service|FSB;KGB;GRU;SVR|Foreign Intelligence Service;Kremlin|the Kremlin;Russian Defense Ministry|Russian Ministry of Defence;Rosatom;Red Army;Black Sea Fleet;Roskomnadzor;Russian Foreign Ministry
agency PK:
Inter-Services Intelligence|ISI|Inter-Services Intelligence agency
agency IN:
Research and Analysis Wing|RAW;Central Bureau of Investigation;Reserve Bank of India|RBI;Indian Space Research Organisation|ISRO;Border Security Force|BSF;National Investigation Agency|NIA;Indian Army;Indian Air Force;Election Commission of India
agency DE:
Bundeswehr;Stasi;BND|Federal Intelligence Service;Gestapo;Luftwaffe;Wehrmacht
agency FR:
DGSE;DGSI;Elysee Palace|Elysee|Élysée Palace;Quai d'Orsay;Gendarmerie Nationale;French Foreign Legion|Foreign Legion;Banque de France|Bank of France
agency IR:
Islamic Revolutionary Guard Corps|IRGC|Revolutionary Guards|Revolutionary Guard|Islamic Revolutionary Guards Corps;Quds Force|Qods Force;Basij;Guardian Council|Council of Guardians;Assembly of Experts;Atomic Energy Organization of Iran
agency CN:
People's Liberation Army|PLA;State Council;Central Military Commission;Ministry of State Security
agency JP:
Bank of Japan|BOJ;Japan Meteorological Agency;Japan Self-Defense Forces|Self-Defense Forces;JAXA|Japan Aerospace Exploration Agency;Nuclear Regulation Authority;Tokyo Metropolitan Police
agency KR:
Blue House;National Intelligence Service|NIS;Bank of Korea;Korea Centers for Disease Control and Prevention|KCDC
agency CA:
Royal Canadian Mounted Police|RCMP|Mounties;Canadian Security Intelligence Service;Bank of Canada;Canadian Space Agency;Statistics Canada
agency AU:
Australian Federal Police;Reserve Bank of Australia|RBA;Bureau of Meteorology;Australian Defence Force|ADF;CSIRO
agency TR:
National Intelligence Organization
agency SY:
Syrian Arab Army
agency IQ:
Republican Guard;Popular Mobilization Forces|Hashd al-Shaabi|Popular Mobilization Units
agency UA:
Security Service of Ukraine|SBU;Armed Forces of Ukraine;Naftogaz;National Anti-Corruption Bureau of Ukraine|NABU
agency NG:
Economic and Financial Crimes Commission|EFCC;Independent National Electoral Commission|INEC;Nigerian Army
agency CH:
Swiss National Bank|SNB
agency IT:
Carabinieri;Guardia di Finanza;Bank of Italy
agency ES:
Guardia Civil|Civil Guard;Bank of Spain
agency KE:
Kenya Defence Forces
agency MX:
Bank of Mexico
legislature US:
Congress|U.S. Congress|US Congress|United States Congress;U.S. Senate|US Senate|United States Senate;House of Representatives|U.S. House of Representatives|US House of Representatives|U.S. House|US House
legislature GB:
House of Commons|Commons;House of Lords|Lords;Westminster;Scottish Parliament|Holyrood;Welsh Assembly|Senedd|Welsh Parliament;Northern Ireland Assembly|Stormont;British Parliament|UK Parliament
legislature :
Knesset|Israeli Parliament=IL;Duma|State Duma|Russian Duma=RU;Federation Council=RU;Bundestag=DE;Bundesrat=DE;Lok Sabha=IN;Rajya Sabha=IN;Majlis|Iranian Parliament=IR;Verkhovna Rada|Ukrainian Parliament=UA;Sejm=PL;Storting=NO;Riksdag=SE;Folketing=DK;Althing=IS;Eduskunta=FI;Dail|Dáil|Dail Eireann=IE;Seanad=IE;Oireachtas=IE;National Diet|Japanese Diet=JP;Cortes|Cortes Generales=ES;
National People's Congress|NPC=CN;Chinese People's Political Consultative Conference|CPPCC=CN;Legislative Yuan=TW;Legislative Council|LegCo=HK;Loya Jirga=AF;Shura Council=;Supreme People's Assembly=KP;Supreme Soviet=SU;Palestinian Legislative Council=PS;Saeima=LV;Seimas=LT;Riigikogu=EE;Jogorku Kenesh=KG;Great National Assembly|Grand National Assembly=TR;Pyidaungsu Hluttaw=MM;Reichstag=DE;Dewan Rakyat=MY;Jatiya Sangsad=BD;National Transitional Council|NTC=LY;Skupstina=RS;French National Assembly=FR
court US:
U.S. Supreme Court|US Supreme Court|United States Supreme Court;Federal Circuit;Foreign Intelligence Surveillance Court|FISA Court;Ninth Circuit|9th U.S. Circuit Court of Appeals;Guantanamo Military Commission
court GB:
Old Bailey;UK Supreme Court;Royal Courts of Justice
court :
Inter-American Court of Human Rights=;Special Court for Sierra Leone=SL;Iraqi Special Tribunal=IQ;Supreme People's Court=CN;Federal Constitutional Court=DE;African Court on Human and Peoples' Rights=;Delhi High Court=IN;Bombay High Court=IN;Lahore High Court=PK;Islamabad High Court=PK
armed_group :
Hamas|Islamic Resistance Movement=PS;Hezbollah|Hizbollah|Hizbullah|Hezballah=LB;Taliban|Taleban|Afghan Taliban=AF;Pakistani Taliban|Tehreek-e-Taliban Pakistan|Tehrik-e-Taliban Pakistan|TTP=PK;al-Qaeda|al-Qaida|Al Qaeda|Al-Qaeda|Al-Qaida|al Qaeda|al-Qa'ida|al Qaida=;
Islamic State|ISIS|ISIL|Daesh|Islamic State group|IS group|Islamic State of Iraq and Syria|Islamic State of Iraq and the Levant=;Islamic State Khorasan|ISIS-K|Islamic State-Khorasan|IS-K=AF;Islamic State West Africa Province|ISWAP=NG;Boko Haram=NG;al-Shabaab|al-Shabab|Al-Shabaab|Al Shabaab|Al-Shabab|al Shabaab=SO;
Revolutionary Armed Forces of Colombia|FARC=CO;National Liberation Army|ELN=CO;Houthis|Houthi|Ansar Allah|Houthi movement=YE;Irish Republican Army|IRA|Provisional IRA|Real IRA=GB;Ulster Volunteer Force|UVF=GB;Ulster Defence Association|UDA=GB;Kurdistan Workers' Party|PKK|Kurdistan Workers Party=TR;People's Protection Units|YPG|Kurdish People's Protection Units=SY;
Syrian Democratic Forces|SDF=SY;Free Syrian Army|FSA=SY;Nusra Front|al-Nusra Front|Jabhat al-Nusra|al-Nusra=SY;Hayat Tahrir al-Sham|HTS=SY;Ahrar al-Sham=SY;Jaish al-Islam=SY;Kataib Hezbollah|Kata'ib Hezbollah=IQ;Mahdi Army|Mehdi Army=IQ;Peshmerga|peshmerga=IQ;Ansar al-Islam=IQ;Ansar al-Sunna=IQ;Ansar al-Sharia=LY;Badr Organization|Badr Brigade=IQ;
Islamic Jihad|Palestinian Islamic Jihad|PIJ=PS;al-Aqsa Martyrs Brigades|Al-Aqsa Martyrs' Brigades|Al-Aqsa Martyrs Brigade=PS;Popular Front for the Liberation of Palestine|PFLP=PS;Qassam Brigades|al-Qassam Brigades|Izz ad-Din al-Qassam Brigades=PS;Fatah=PS;Haganah=IL;Irgun=IL;Haqqani network|Haqqani Network=AF;Northern Alliance=AF;Lashkar-e-Taiba|Lashkar-e-Tayyiba|LeT=PK;
Jaish-e-Mohammed|Jaish-e-Mohammad|JeM=PK;Lashkar-e-Jhangvi=PK;Hizbul Mujahideen|Hizb-ul-Mujahideen=IN;Indian Mujahideen=IN;Naxalites|Naxals=IN;United Liberation Front of Asom|ULFA|United Liberation Front of Assam=IN;Liberation Tigers of Tamil Eelam|LTTE|Tamil Tigers|Tamil Tiger=LK;Abu Sayyaf|Abu Sayyaf Group=PH;Moro Islamic Liberation Front|MILF=PH;Moro National Liberation Front|MNLF=PH;New People's Army|NPA=PH;
Jemaah Islamiyah|Jemaah Islamiah=ID;Free Aceh Movement|GAM=ID;Lord's Resistance Army|LRA=UG;Allied Democratic Forces=CD;M23|March 23 Movement=CD;Democratic Forces for the Liberation of Rwanda|FDLR=CD;Mai-Mai|Mai Mai=CD;Janjaweed=SD;Rapid Support Forces=SD;Justice and Equality Movement|JEM=SD;Sudan Liberation Army|SLA|Sudan Liberation Movement=SD;Sudan People's Liberation Army|SPLA=SS;
Tigray People's Liberation Front|TPLF=ET;Oromo Liberation Front|OLF=ET;Ogaden National Liberation Front|ONLF=ET;Oromo Liberation Army=ET;Movement for the Emancipation of the Niger Delta|MEND=NG;Ansar Dine=ML;MUJAO=ML;JNIM|Jama'at Nasr al-Islam wal Muslimin=ML;National Movement for the Liberation of Azawad|MNLA=ML;al-Qaeda in the Islamic Maghreb|AQIM|Al-Qaeda in the Islamic Maghreb|al-Qaida in the Islamic Maghreb=DZ;
al-Qaeda in the Arabian Peninsula|AQAP|Al-Qaeda in the Arabian Peninsula|al-Qaida in the Arabian Peninsula=YE;al-Qaeda in Iraq|AQI|al-Qaida in Iraq|Al-Qaeda in Iraq=IQ;Armed Islamic Group=DZ;Salafist Group for Preaching and Combat|GSPC=DZ;Seleka|Séléka=CF;Anti-balaka=CF;Polisario Front|Polisario=EH;UNITA=AO;Renamo|RENAMO=MZ;Frelimo|FRELIMO=MZ;Islamic Courts Union|Union of Islamic Courts=SO;
ETA|Basque Homeland and Freedom=ES;Red Army Faction|Baader-Meinhof=DE;Red Brigades=IT;Kosovo Liberation Army|KLA=XK;Azov Battalion|Azov Regiment|Azov Brigade=UA;Wagner Group|Wagner=RU;Donetsk People's Republic|DPR=UA;Luhansk People's Republic|LPR|Lugansk People's Republic=UA;Viet Cong|Vietcong=VN;Khmer Rouge=KH;Shining Path|Sendero Luminoso=PE;Tupac Amaru Revolutionary Movement|MRTA=PE;Contras=NI;Sandinistas=NI;
Zapatista Army of National Liberation|EZLN|Zapatistas=MX;Sinaloa Cartel|Sinaloa cartel=MX;Gulf Cartel=MX;Zetas|Los Zetas=MX;Jalisco New Generation Cartel|CJNG=MX;Tren de Aragua=VE;Medellin Cartel=CO;Cali Cartel=CO;United Self-Defense Forces of Colombia|AUC=CO;MS-13|Mara Salvatrucha=SV;Barrio 18=SV;Cosa Nostra=IT;Ndrangheta|'Ndrangheta=IT;Camorra=IT;Yakuza=JP;Hells Angels=US;Arakan Army=MM;Kachin Independence Army|KIA=MM;
Karen National Union|KNU=MM;Arakan Rohingya Salvation Army|ARSA=MM;People's Defence Force=MM;Balochistan Liberation Army|BLA|Baloch Liberation Army=PK;Jundallah|Jundullah=IR;Mujahedin-e Khalq|Mujahedeen-e-Khalq|MEK|People's Mujahedin of Iran=IR;Jaish al-Adl=IR;East Turkestan Islamic Movement|ETIM=CN;Islamic Movement of Uzbekistan|IMU=UZ;Aum Shinrikyo=JP;Muslim Brotherhood=EG;Ansar Beit al-Maqdis=EG;Revolutionary United Front|RUF=SL;
mujahideen|Mujahideen|mujahedeen=;Tonton Macoute=HT;Grey Wolves=TR;DHKP-C=TR;Black September=PS;Weather Underground=US;South Lebanon Army=LB;Phalange|Phalangists=LB;Amal Movement|Amal=LB;Southern Transitional Council|STC=YE;Libyan National Army|LNA=LY;Government of National Accord|GNA=LY;National Resistance Front=AF
media :
Reuters|Thomson Reuters=GB;Associated Press|AP|The Associated Press=US;Agence France-Presse|AFP|Agence France Presse=FR;United Press International|UPI=US;Bloomberg|Bloomberg News=US;BBC|British Broadcasting Corporation|BBC News|BBC World Service=GB;CNN|Cable News Network=US;NBC News|NBC=US;CBS News|CBS=US;ABC News=US;Fox News|Fox News Channel=US;MSNBC|MS NBC=US;CNBC=US;C-SPAN=US;PBS|Public Broadcasting Service=US;NPR|National Public Radio=US;
New York Times|The New York Times|NYT=US;Washington Post|The Washington Post=US;Wall Street Journal|The Wall Street Journal|WSJ=US;Los Angeles Times|The Los Angeles Times|LA Times=US;USA Today=US;Christian Science Monitor|The Christian Science Monitor=US;Newsweek=US;Time magazine|TIME magazine=US;The New Yorker|New Yorker magazine=US;The Atlantic=US;Politico=US;Axios=US;HuffPost|Huffington Post|The Huffington Post=US;BuzzFeed|BuzzFeed News=US;Vox Media=US;National Geographic=US;Rolling Stone=US;Vanity Fair=US;Forbes magazine=US;
The Guardian=GB;The Times of London|Times of London|The London Times=GB;Sunday Times|The Sunday Times=GB;Daily Telegraph|The Daily Telegraph=GB;The Independent=GB;Financial Times|The Financial Times=GB;The Economist=GB;Daily Mail|The Daily Mail=GB;Daily Mirror|The Daily Mirror=GB;News of the World=GB;The Observer=GB;Sky News=GB;ITV|ITV News=GB;Channel 4|Channel 4 News=GB;Press Association=GB;The Lancet|Lancet=GB;British Medical Journal|BMJ=GB;New England Journal of Medicine|NEJM=US;
Le Monde=FR;Le Figaro=FR;Charlie Hebdo=FR;France 24=FR;L'Equipe=FR;Radio France Internationale|RFI=FR;Der Spiegel|Spiegel=DE;Die Welt=DE;Die Zeit=DE;Bild=DE;Frankfurter Allgemeine Zeitung|FAZ=DE;Sueddeutsche Zeitung|Süddeutsche Zeitung=DE;Deutsche Welle|DW=DE;DPA news agency=DE;El Pais|El País=ES;El Mundo=ES;Efe|EFE=ES;Corriere della Sera=IT;La Repubblica=IT;ANSA=IT;RAI=IT;
Al Jazeera|Al-Jazeera|al-Jazeera|Aljazeera=QA;Al Arabiya|Al-Arabiya|al-Arabiya=SA;Asharq al-Awsat|Asharq Al-Awsat=SA;Al-Ahram|Al Ahram=EG;MENA news agency=EG;Anadolu|Anadolu Agency|Anadolu news agency=TR;Hurriyet=TR;Haaretz|Ha'aretz=IL;Jerusalem Post|The Jerusalem Post=IL;Yediot Ahronot|Yedioth Ahronoth=IL;Maariv=IL;Times of Israel|The Times of Israel=IL;Israel Radio=IL;IRNA|Islamic Republic News Agency=IR;Fars News Agency|Fars news agency=IR;Press TV=IR;Mehr News Agency=IR;Tasnim News Agency|Tasnim=IR;SANA|Syrian Arab News Agency=SY;Al-Manar|al-Manar=LB;WAFA|Wafa news agency=PS;
Xinhua|Xinhua News Agency|New China News Agency=CN;People's Daily|The People's Daily=CN;Global Times=CN;China Daily=CN;China Central Television|CCTV|CGTN=CN;South China Morning Post|SCMP=HK;Apple Daily=HK;Kyodo|Kyodo News|Kyodo News Agency=JP;NHK=JP;Asahi Shimbun=JP;Yomiuri Shimbun=JP;Nikkei=JP;Japan Times|The Japan Times=JP;Yonhap|Yonhap News Agency=KR;Chosun Ilbo=KR;Korea Herald=KR;Korean Central News Agency|KCNA=KP;Rodong Sinmun=KP;Straits Times|The Straits Times=SG;Bangkok Post=TH;Jakarta Post|The Jakarta Post=ID;Antara=ID;
Times of India|The Times of India=IN;The Hindu=IN;Hindustan Times=IN;Indian Express|The Indian Express=IN;Press Trust of India|PTI=IN;NDTV=IN;Doordarshan=IN;Dawn newspaper=PK;Geo TV|Geo News=PK;TASS|ITAR-TASS|Itar-Tass|Tass=RU;Interfax=RU;RIA Novosti|RIA=RU;Pravda=RU;Izvestia=RU;Kommersant=RU;Novaya Gazeta=RU;Russia Today=RU;Sputnik News=RU;NTV=RU;Echo of Moscow|Ekho Moskvy=RU;Meduza=RU;Ukrinform=UA;Ukrainska Pravda=UA;Kyiv Post=UA;Kyiv Independent=UA;BelTA=BY;
Australian Broadcasting Corporation=AU;Sydney Morning Herald|The Sydney Morning Herald=AU;The Age=AU;The Australian=AU;Canadian Broadcasting Corporation|CBC|CBC News=CA;Globe and Mail|The Globe and Mail=CA;Toronto Star=CA;National Post=CA;Canadian Press|The Canadian Press=CA;Irish Times|The Irish Times=IE;RTE|RTÉ=IE;New Zealand Herald=NZ;Radio New Zealand|RNZ=NZ;Daily Nation=KE;Mail & Guardian=ZA;SABC=ZA;Premium Times=NG;Granma=CU;El Universal=MX;Reforma newspaper=MX;Clarin=AR;La Nacion=AR;O Globo=BR;Folha de S.Paulo=BR;Globovision=VE;Telesur=VE;
Facebook=US;Twitter=US;YouTube=US;Instagram=US;WhatsApp=US;TikTok=CN;Telegram=;Reddit=US;LinkedIn=US;Weibo=CN;WeChat=CN;Snapchat=US;Univision=US;Disney+=US;HBO=US;MTV=US;ESPN=US;The Intercept=US;Wikinews=;Drudge Report=US;Breitbart News|Breitbart=US
party US:
Republican Party|Republicans|GOP;Democratic Party|Democrats;Libertarian Party;Democratic National Committee|DNC;Republican National Committee|RNC
party GB:
Labour Party|Labour|UK Labour Party;Conservative Party|Tories|Conservatives|Tory Party;Liberal Democrats|Lib Dems|Liberal Democrat Party;Scottish National Party|SNP;UK Independence Party|UKIP;Reform UK;Brexit Party;Plaid Cymru;Sinn Fein|Sinn Féin;Democratic Unionist Party|DUP;Ulster Unionist Party|UUP;Social Democratic and Labour Party|SDLP;British National Party|BNP;Green Party of England and Wales
party :
African National Congress|ANC=ZA;Democratic Alliance=ZA;Economic Freedom Fighters=ZA;Inkatha Freedom Party|IFP|Inkatha=ZA;ZANU-PF|Zanu-PF|Zimbabwe African National Union-Patriotic Front=ZW;Movement for Democratic Change|MDC=ZW;Christian Democratic Union|CDU=DE;Christian Social Union|CSU=DE;Social Democratic Party of Germany|SPD=DE;Free Democratic Party|FDP=DE;Alternative for Germany|AfD=DE;Alliance 90/The Greens=DE;Die Linke=DE;Nazi Party|Nazis|National Socialist German Workers' Party=DE;
National Front|National Rally|Rassemblement National|Front National=FR;French Socialist Party=FR;La Republique En Marche|En Marche|La République En Marche=FR;La France Insoumise|France Unbowed=FR;Union for a Popular Movement|UMP=FR;Les Republicains|Les Républicains|The Republicans=FR;Forza Italia=IT;Five Star Movement|5-Star Movement|M5S=IT;Brothers of Italy|Fratelli d'Italia=IT;Lega Nord|Northern League=IT;People's Party|Popular Party=ES;Spanish Socialist Workers' Party|PSOE=ES;Vox=ES;Podemos=ES;Ciudadanos=ES;
Syriza|SYRIZA=GR;New Democracy=GR;PASOK|Pasok=GR;Golden Dawn=GR;Fidesz=HU;Jobbik=HU;Law and Justice|PiS|Law and Justice Party=PL;Civic Platform=PL;Freedom Party of Austria|FPO|FPÖ=AT;Party for Freedom|PVV=NL;Vlaams Belang=BE;Fianna Fail|Fianna Fáil=IE;Fine Gael=IE;Sweden Democrats=SE;Danish People's Party=DK;True Finns|Finns Party=FI;Swiss People's Party=CH;
United Russia=RU;Communist Party of the Soviet Union|CPSU|Soviet Communist Party=SU;Yabloko=RU;Liberal Democratic Party of Russia|LDPR=RU;Party of Regions=UA;Servant of the People=UA;Svoboda=UA;Georgian Dream=GE;Justice and Development Party|AKP|AK Party=TR;Republican People's Party|CHP=TR;Peoples' Democratic Party|HDP=TR;Nationalist Movement Party|MHP=TR;Likud|Likud Party=IL;Israeli Labor Party=IL;Kadima=IL;Yesh Atid=IL;Shas=IL;Yisrael Beiteinu|Yisrael Beitenu=IL;Blue and White=IL;Meretz=IL;
Baath Party|Ba'ath Party|Baath|Baathists|Ba'ath=IQ;Dawa Party|Islamic Dawa Party=IQ;Patriotic Union of Kurdistan|PUK=IQ;Kurdistan Democratic Party|KDP=IQ;United Iraqi Alliance=IQ;Supreme Council for the Islamic Revolution in Iraq|SCIRI=IQ;Future Movement=LB;Lebanese Forces=LB;Free Patriotic Movement=LB;Freedom and Justice Party=EG;National Democratic Party=EG;Ennahda|Ennahdha=TN;Justice and Development Party of Morocco=MA;
Bharatiya Janata Party|BJP=IN;Indian National Congress|Congress Party|Indian National Congress Party=IN;Aam Aadmi Party|AAP=IN;Shiv Sena=IN;Communist Party of India=IN;Rashtriya Swayamsevak Sangh|RSS=IN;Pakistan People's Party|PPP|Pakistan Peoples Party=PK;Pakistan Muslim League|PML-N|PML|Pakistan Muslim League-N|Pakistan Muslim League-Nawaz=PK;Pakistan Tehreek-e-Insaf|Pakistan Tehrik-e-Insaf=PK;Muttahida Qaumi Movement|MQM=PK;Jamaat-e-Islami=PK;Awami League=BD;Bangladesh Nationalist Party=BD;
Communist Party of China|Chinese Communist Party|CCP|CPC=CN;Kuomintang|KMT|Nationalist Party=TW;Democratic Progressive Party|DPP=TW;Workers' Party of Korea|Korean Workers' Party=KP;Grand National Party=KR;People Power Party=KR;Democratic Party of Korea=KR;Uri Party=KR;Liberal Democratic Party|LDP=JP;Democratic Party of Japan|DPJ=JP;Komeito=JP;United Malays National Organisation|UMNO=MY;Barisan Nasional=MY;Pakatan Harapan=MY;People's Action Party=SG;Golkar=ID;Pheu Thai|Pheu Thai Party=TH;Thai Rak Thai=TH;Palang Pracharath=TH;Move Forward Party=TH;
National League for Democracy|NLD=MM;Union Solidarity and Development Party|USDP=MM;Cambodian People's Party=KH;Communist Party of Vietnam=VN;Communist Party of Nepal=NP;Nepali Congress=NP;Australian Labor Party|Labor Party|ALP=AU;Liberal Party of Australia=AU;One Nation=AU;Liberal Party of Canada=CA;Conservative Party of Canada=CA;New Democratic Party|NDP=CA;Bloc Quebecois|Bloc Québécois=CA;Parti Quebecois|Parti Québécois=CA;New Zealand Labour Party=NZ;New Zealand National Party=NZ;
Institutional Revolutionary Party|PRI=MX;National Action Party|PAN=MX;Party of the Democratic Revolution|PRD=MX;Workers' Party|PT=BR;Peronist Party|Peronists|Justicialist Party=AR;United Socialist Party of Venezuela|PSUV=VE;Sandinista National Liberation Front|FSLN=NI;Farabundo Marti National Liberation Front|FMLN=SV;Nationalist Republican Alliance|ARENA=SV;Movement for Socialism|MAS=BO;Communist Party of Cuba=CU;Fanmi Lavalas|Lavalas=HT;
People's Democratic Party|PDP=NG;All Progressives Congress|APC=NG;Orange Democratic Movement|ODM=KE;Jubilee Party=KE;National Resistance Movement|NRM=UG;Rwandan Patriotic Front|RPF=RW;National Congress Party|NCP=SD;Sudan People's Liberation Movement|SPLM=SS;Chama Cha Mapinduzi|CCM=TZ;SWAPO|Swapo=NA;MPLA=AO;Prosperity Party=ET;Oromo Federalist Congress=ET;New Patriotic Party|NPP=GH;National Democratic Congress|NDC=GH;Solidarity=PL;European People's Party|EPP=
committee :
Nobel Committee|Norwegian Nobel Committee=NO;Central Committee=;Judiciary Committee|Senate Judiciary Committee=US;Senate Foreign Relations Committee=US;House Foreign Affairs Committee=US;House Intelligence Committee=US;Senate Intelligence Committee=US;House Judiciary Committee=US;House Oversight Committee=US;Senate Armed Services Committee=US;House Armed Services Committee=US;Ways and Means Committee|House Ways and Means Committee=US;Senate Finance Committee=US;Senate Banking Committee=US;House Financial Services Committee=US;U.S. Olympic Committee|US Olympic Committee=US;Federal Open Market Committee|FOMC=US;Warren Commission=US;Politburo|Political Bureau=;Privy Council=GB;1922 Committee=GB
university US:
Harvard University|Harvard;Harvard Medical School;Harvard Law School;Yale University|Yale;Princeton University|Princeton;Stanford University|Stanford;Massachusetts Institute of Technology|MIT;Columbia University;Cornell University|Cornell;Brown University;Dartmouth College|Dartmouth;University of Pennsylvania;University of Chicago;University of California|UC Berkeley|University of California, Berkeley|UCLA|University of California, Los Angeles;
California Institute of Technology|Caltech;Johns Hopkins University|Johns Hopkins;Duke University;Northwestern University;New York University|NYU;Georgetown University;George Washington University;Carnegie Mellon University|Carnegie Mellon;University of Michigan;University of Texas;University of Virginia;University of Wisconsin;Ohio State University;Penn State University|Penn State|Pennsylvania State University;Boston University;Rice University;Vanderbilt University;Emory University;University of Washington;University of Southern California|USC;Virginia Tech;Michigan State University;Arizona State University;Florida State University;University of Florida;University of North Carolina;University of Notre Dame|Notre Dame;Rutgers University|Rutgers;Georgia Tech;Texas A&M University|Texas A&M;Purdue University;Tufts University;Howard University;West Point|U.S. Military Academy;Naval Academy|U.S. Naval Academy;Naval War College
university GB:
Oxford University|University of Oxford;Cambridge University|University of Cambridge;London School of Economics;Imperial College London|Imperial College;University College London|UCL;King's College London;University of Edinburgh|Edinburgh University;University of Manchester;University of East Anglia;University of Bristol;University of Glasgow;University of Birmingham;University of Leeds;University of Warwick;Durham University;University of St Andrews;Eton College
university :
Sorbonne=FR;Sciences Po=FR;Ecole Normale Superieure=FR;Heidelberg University=DE;Humboldt University=DE;ETH Zurich=CH;Leiden University=NL;Karolinska Institute=SE;Uppsala University=SE;University of Copenhagen=DK;University of Oslo=NO;Moscow State University=RU;Tsinghua University|Tsinghua=CN;Peking University|Beijing University=CN;Fudan University=CN;University of Hong Kong=HK;Tokyo University|University of Tokyo=JP;Kyoto University=JP;Seoul National University=KR;National University of Singapore|NUS=SG;Jawaharlal Nehru University|JNU=IN;
University of Delhi|Delhi University=IN;Hebrew University|Hebrew University of Jerusalem=IL;Tel Aviv University=IL;American University of Beirut=LB;American University in Cairo=EG;Cairo University=EG;Al-Azhar University|Al-Azhar|al-Azhar=EG;Tehran University|University of Tehran=IR;Kabul University=AF;Birzeit University=PS;University of Toronto=CA;McGill University|McGill=CA;University of British Columbia=CA;University of Melbourne=AU;University of Sydney=AU;Australian National University|ANU=AU;Monash University=AU;University of Queensland=AU;University of Auckland=NZ;University of Cape Town=ZA;Wits University|University of the Witwatersrand=ZA;Makerere University=UG;University of Nairobi=KE;Trinity College Dublin=IE;National Autonomous University of Mexico|UNAM=MX;University of Sao Paulo=BR;Bocconi University=IT;Garissa University=KE
team :
Real Madrid=ES;FC Barcelona|Barca|Barça=ES;Atletico Madrid|Atlético Madrid|Atlético de Madrid=ES;Sevilla FC=ES;Valencia CF=ES;Villarreal=ES;Athletic Bilbao=ES;Real Sociedad=ES;Real Betis=ES;Manchester United|Man United|Man Utd=GB;Manchester City|Man City=GB;Liverpool FC=GB;Chelsea FC|Chelsea=GB;Arsenal|Arsenal FC=GB;Tottenham Hotspur|Tottenham|Spurs=GB;Everton|Everton FC=GB;Newcastle United=GB;Aston Villa=GB;West Ham United|West Ham=GB;Leicester City=GB;Leeds United=GB;Celtic FC|Glasgow Celtic=GB;Rangers FC|Glasgow Rangers=GB;
Bayern Munich|FC Bayern|FC Bayern Munich=DE;Borussia Dortmund=DE;Bayer Leverkusen=DE;Schalke 04|Schalke=DE;RB Leipzig=DE;Werder Bremen=DE;Hertha Berlin=DE;Juventus|Juve=IT;AC Milan=IT;Inter Milan|Internazionale=IT;AS Roma=IT;Lazio=IT;Napoli=IT;Fiorentina=IT;Paris Saint-Germain|PSG|Paris St Germain=FR;Olympique Marseille|Olympique de Marseille=FR;Olympique Lyonnais=FR;AS Monaco=FR;Ajax Amsterdam|AFC Ajax=NL;PSV Eindhoven|PSV=NL;Feyenoord=NL;FC Porto=PT;Benfica=PT;Sporting Lisbon|Sporting CP=PT;Galatasaray=TR;Fenerbahce=TR;Besiktas=TR;Olympiakos=GR;Panathinaikos=GR;Shakhtar Donetsk=UA;Dynamo Kyiv|Dynamo Kiev=UA;Zenit St. Petersburg=RU;CSKA Moscow=RU;Spartak Moscow=RU;Red Star Belgrade=RS;
Boca Juniors=AR;River Plate=AR;Flamengo=BR;Corinthians=BR;Palmeiras=BR;Al Ahly|Al-Ahly=EG;Zamalek=EG;Kaizer Chiefs=ZA;Al-Hilal|Al Hilal=SA;Al-Nassr|Al Nassr=SA;LA Galaxy=US;Inter Miami=US;New York Yankees|Yankees=US;Boston Red Sox|Red Sox=US;Los Angeles Dodgers|Dodgers=US;Chicago Cubs|Cubs=US;New York Mets|Mets=US;St. Louis Cardinals=US;San Francisco Giants=US;Houston Astros|Astros=US;Atlanta Braves=US;Philadelphia Phillies|Phillies=US;
Los Angeles Lakers|Lakers=US;Boston Celtics|Celtics=US;Chicago Bulls=US;New York Knicks|Knicks=US;Golden State Warriors=US;Miami Heat=US;San Antonio Spurs=US;Cleveland Cavaliers|Cavaliers=US;Houston Rockets=US;Dallas Mavericks|Mavericks=US;Detroit Pistons|Pistons=US;Philadelphia 76ers|76ers=US;Milwaukee Bucks=US;Toronto Raptors|Raptors=CA;New England Patriots=US;Dallas Cowboys=US;Green Bay Packers|Packers=US;Pittsburgh Steelers|Steelers=US;New York Giants=US;New York Jets=US;Kansas City Chiefs=US;San Francisco 49ers|49ers=US;Denver Broncos|Broncos=US;Seattle Seahawks|Seahawks=US;Chicago Bears=US;Philadelphia Eagles=US;Washington Redskins|Redskins=US;Oakland Raiders=US;Baltimore Ravens=US;Indianapolis Colts=US;Tampa Bay Buccaneers=US;Carolina Panthers=US;New Orleans Saints=US;
Montreal Canadiens|Canadiens=CA;Toronto Maple Leafs|Maple Leafs=CA;Vancouver Canucks=CA;New York Rangers=US;Pittsburgh Penguins=US;Detroit Red Wings|Red Wings=US;All Blacks=NZ;Springboks=ZA;Wallabies=AU;Mumbai Indians=IN;Chennai Super Kings=IN;Scuderia Ferrari=IT;McLaren Racing=GB;Red Bull Racing=AT;Team Sky=GB
body :
Premier League|English Premier League|EPL=GB;La Liga=ES;Serie A=IT;Ligue 1=FR;National Basketball Association|NBA=US;National Football League|NFL=US;National Hockey League|NHL=US;Major League Baseball|MLB=US;Major League Soccer|MLS=US;NCAA|National Collegiate Athletic Association=US;WNBA=US;PGA Tour|PGA=US;NASCAR=US;UFC|Ultimate Fighting Championship=US;Indian Premier League|IPL=IN;Board of Control for Cricket in India|BCCI=IN;Formula One|Formula 1=;UCI|International Cycling Union=;
Tokyo Stock Exchange=JP;Tokyo Electric Power Company|TEPCO|Tepco|Tokyo Electric Power Co.=JP
company :
Apple|Apple Inc.=US;Amazon|Amazon.com=US;Google=US;Alphabet Inc.=US;Microsoft|Microsoft Corp.|Microsoft Corporation=US;Meta|Meta Platforms=US;Tesla|Tesla Motors|Tesla Inc.=US;Boeing|Boeing Co.|Boeing Company=US;Ford Motor Company|Ford Motor Co.|Ford Motor=US;General Motors|GM|General Motors Corp.=US;Chrysler|DaimlerChrysler=US;IBM|International Business Machines=US;Intel|Intel Corp.=US;Nvidia|NVIDIA=US;Oracle|Oracle Corp.=US;General Electric|GE=US;ExxonMobil|Exxon Mobil|Exxon=US;Chevron|Chevron Corp.=US;ConocoPhillips=US;Walmart|Wal-Mart|Wal-Mart Stores=US;
Coca-Cola|Coca-Cola Co.|Coke=US;PepsiCo|Pepsi=US;McDonald's=US;Starbucks=US;Nike=US;Disney|Walt Disney|Walt Disney Co.|Walt Disney Company=US;Warner Bros.|Warner Bros|Time Warner=US;Netflix=US;SpaceX=US;Blue Origin=US;OpenAI=US;Uber=US;Lyft=US;Airbnb=US;PayPal=US;Yahoo|Yahoo!=US;eBay=US;Dell|Dell Technologies=US;Hewlett-Packard|HP=US;Cisco|Cisco Systems=US;AOL|America Online=US;Goldman Sachs=US;Morgan Stanley=US;JPMorgan Chase|JPMorgan|JP Morgan|J.P. Morgan=US;Citigroup|Citibank=US;Bank of America|BofA=US;Wells Fargo=US;Lehman Brothers=US;Merrill Lynch=US;Bear Stearns=US;American International Group|AIG=US;Berkshire Hathaway=US;BlackRock=US;Moody's|Moody's Investors Service=US;Standard & Poor's|S&P|Standard and Poor's=US;Fitch Ratings|Fitch=US;MasterCard|Mastercard=US;American Express=US;Visa Inc.=US;
Lockheed Martin=US;Raytheon=US;Northrop Grumman=US;General Dynamics=US;Halliburton=US;Blackwater|Blackwater USA=US;Bechtel=US;Enron=US;WorldCom=US;Monsanto=US;Pfizer=US;Moderna=US;Merck=US;Johnson & Johnson|J&J=US;Novavax=US;Gilead|Gilead Sciences=US;Eli Lilly=US;FedEx=US;UPS|United Parcel Service=US;United Airlines=US;American Airlines=US;Delta Air Lines=US;Southwest Airlines=US;Pan Am=US;US Airways=US;Union Carbide=US;Procter & Gamble|P&G=US;Caterpillar|Caterpillar Inc.=US;AT&T=US;Verizon=US;Comcast=US;News Corp|News Corporation|News Corp.=US;Viacom=US;Macy's=US;Home Depot=US;Costco=US;Cambridge Analytica=GB;
BP|British Petroleum|BP plc=GB;Royal Dutch Shell=GB;HSBC=GB;Barclays=GB;Lloyds Banking Group|Lloyds=GB;Royal Bank of Scotland|RBS=GB;Standard Chartered=GB;Vodafone=GB;British Airways=GB;Rolls-Royce|Rolls Royce=GB;BAE Systems|BAE=GB;AstraZeneca=GB;GlaxoSmithKline|GSK=GB;Unilever=GB;Tesco=GB;Marks & Spencer|Marks and Spencer=GB;Rio Tinto=GB;Glencore=CH;Anglo American=GB;British American Tobacco=GB;Jaguar Land Rover=GB;De Beers=ZA;EasyJet|easyJet=GB;Ryanair=IE;Aer Lingus=IE;Network Rail=GB;British Telecom=GB;Virgin Atlantic=GB;Virgin Galactic=US;Sotheby's=US;Christie's=GB;ARM Holdings=GB;DeepMind=GB;
Airbus=FR;TotalEnergies|Total SA=FR;Renault=FR;Peugeot|PSA Peugeot Citroen=FR;Citroen=FR;Air France|Air France-KLM=FR;BNP Paribas=FR;Societe Generale|Société Générale=FR;Credit Agricole=FR;Alstom=FR;Areva=FR;EDF|Electricite de France=FR;Sanofi=FR;L'Oreal|L'Oréal=FR;LVMH=FR;Michelin=FR;Danone=FR;Carrefour=FR;Lafarge=FR;Vivendi=FR;Volkswagen|VW=DE;BMW=DE;Daimler|Mercedes-Benz|Mercedes=DE;Audi=DE;Porsche=DE;Opel=DE;Siemens=DE;Bayer AG|Bayer=DE;BASF=DE;SAP SE=DE;Deutsche Bank=DE;Commerzbank=DE;Deutsche Telekom=DE;Deutsche Bahn=DE;Lufthansa=DE;Germanwings=DE;Allianz=DE;ThyssenKrupp=DE;Adidas=DE;BioNTech=DE;Wirecard=DE;E.ON=DE;RWE=DE;
Fiat|Fiat Chrysler=IT;Ferrari=IT;Eni|ENI=IT;Enel=IT;UniCredit=IT;Alitalia=IT;Parmalat=IT;Telecom Italia=IT;Stellantis=NL;Philips=NL;ING Group|ING=NL;KLM=NL;Heineken=NL;ASML=NL;Nestle|Nestlé=CH;Novartis=CH;Roche=CH;UBS=CH;Credit Suisse=CH;ABB Group=CH;Swissair=CH;Santander|Banco Santander=ES;BBVA=ES;Telefonica|Telefónica=ES;Repsol=ES;Iberia Airlines=ES;Inditex=ES;Zara=ES;Ericsson=SE;Volvo=SE;IKEA|Ikea=SE;Saab=SE;Spotify=SE;Nokia=FI;Equinor|Statoil=NO;Maersk=DK;Novo Nordisk=DK;Danske Bank=DK;Lego=DK;SAS Airlines=SE;
Gazprom=RU;Rosneft=RU;Lukoil=RU;Yukos=RU;Sberbank=RU;Aeroflot=RU;Rusal=RU;Kaspersky Lab|Kaspersky=RU;Yandex=RU;Rosoboronexport=RU;Sukhoi=RU;Transneft=RU;Novatek=RU;VTB=RU;Turkish Airlines=TR;Saudi Aramco|Aramco=SA;SABIC=SA;Emirates Airline=AE;Etihad Airways|Etihad=AE;DP World=AE;Qatar Airways=QA;EgyptAir|Egyptair=EG;Ethiopian Airlines=ET;Kenya Airways=KE;South African Airways=ZA;Eskom=ZA;MTN Group=ZA;Dangote Group=NG;El Al=IL;NSO Group=IL;Teva=IL;Iran Air=IR;National Iranian Oil Company|NIOC=IR;
Toyota|Toyota Motor Corp.=JP;Honda|Honda Motor Co.=JP;Nissan|Nissan Motor Co.=JP;Mazda=JP;Mitsubishi|Mitsubishi Motors=JP;Suzuki Motor=JP;Subaru=JP;Sony|Sony Corp.=JP;Panasonic=JP;Toshiba=JP;Hitachi Ltd.|Hitachi=JP;Nintendo=JP;Canon Inc.=JP;Fujitsu=JP;Sharp Corp.=JP;SoftBank|Softbank=JP;Japan Airlines|JAL=JP;All Nippon Airways|ANA=JP;Nomura=JP;Olympus Corp.=JP;Takata=JP;Samsung|Samsung Electronics=KR;Hyundai|Hyundai Motor=KR;Kia Motors=KR;LG Electronics=KR;SK Hynix=KR;Daewoo=KR;Korean Air=KR;Asiana Airlines|Asiana=KR;POSCO=KR;Lotte=KR;
Huawei=CN;ZTE=CN;Alibaba|Alibaba Group=CN;Tencent=CN;Baidu=CN;ByteDance=CN;Xiaomi=CN;Lenovo=CN;BYD Auto=CN;Evergrande=CN;PetroChina=CN;Sinopec=CN;China National Offshore Oil Corporation|CNOOC=CN;China Mobile=CN;Bank of China=CN;Sinovac=CN;Sinopharm=CN;Air China=CN;China Eastern|China Eastern Airlines=CN;Cathay Pacific=HK;Foxconn=TW;Taiwan Semiconductor Manufacturing Company|TSMC|Taiwan Semiconductor=TW;China Airlines=TW;Acer Inc.=TW;Singapore Airlines=SG;Temasek=SG;Malaysia Airlines=MY;AirAsia=MY;Petronas=MY;Thai Airways=TH;Garuda Indonesia|Garuda=ID;Lion Air=ID;Philippine Airlines=PH;Vietnam Airlines=VN;
Tata Motors|Tata Group|Tata Steel|Tata=IN;Reliance Industries=IN;Infosys=IN;Wipro=IN;Air India=IN;Adani Group=IN;ArcelorMittal|Mittal Steel=LU;State Bank of India=IN;Serum Institute of India|Serum Institute=IN;Bharat Biotech=IN;Pakistan International Airlines|PIA=PK;Qantas=AU;BHP|BHP Billiton=AU;Westpac=AU;Telstra=AU;Woolworths=AU;Fortescue Metals=AU;Air New Zealand=NZ;Fonterra=NZ;Air Canada=CA;Bombardier=CA;BlackBerry|Research In Motion|RIM=CA;Barrick Gold=CA;SNC-Lavalin=CA;Nortel=CA;Petrobras=BR;Vale SA=BR;Embraer=BR;Odebrecht=BR;Pemex|PEMEX=MX;Cemex=MX;Telmex=MX;Petroleos de Venezuela|PDVSA=VE;Ecopetrol=CO;Avianca=CO;LATAM Airlines=CL;YPF=AR;Theranos=US;WeWork=US;FTX=BS;Coinbase=US;Binance=
"""

# Single-word company names that are also plain words or other names; they stay
# only in a longer form. (Names that are a surname, a given name or a city are
# dropped by rule.)
COMPANY_WORDS = set(words("""News Northern Booking Laboratory Packaging Spectrum Everest Carnival Harbinger Buckeye Con-way V.F. Block Target Progressive Dow Gap Coach Apache Staples Discover Dover Lear Fox Chubb Cooper Waters Southern
Mosaic Crown Pool Match Linde Otis Tapestry Trimble Workday Sealed Universal Reliance Anthem Dana Principal Regions Republic Dean Cameron Avon
Visa Public Cable Carrier Coherent Global Sun Aon Ball Flex Gen Corning Dollar Waste Best Live Trade Travelers Hartford Williams
Allegion Allegheny Altria Assurant Aptiv Ametek Amcor Ameren Centene Cigna Cintas Copart Corpay Corteva Ecolab Emcor Entergy Evergy Exelon
Fastenal Fortive Howmet Incyte Invesco Jabil Kenvue Masco Nordson Nucor Oneok Paccar Pentair Qnity Revvity Sempra Solventum Steris
Stryker Textron Ventas Veralto Viatris Vistra Vontier Xylem Zoetis Ingredion Ashland Ryder Terex Visteon Airgas Lorillard Realogy Calpine Celanese Omnicare
Windstream Unum Seaboard Sanmina Domtar Tenneco Jarden Mylan Priceline Pantry Andersons Huntsman Loews Alleghany Domino's Casey's Pacific Guardian
Supermicro Robinhood Vertiv Sandisk Insulet Idexx Datadog Garmin Progress Apogee Vital"""))

COMPANY_SUFFIX = re.compile(
    r",?\s+(\(The\)|\(Class [A-Z]\)|Inc\.?|Incorporated|Corp\.?|Corporation|Co\.?|Cos\.?|Company|Companies|Ltd\.?|Limited|plc|PLC|LLC|L\.?P\.?|L\.L\.L\.P\.?"
    r"|N\.V\.|S\.A\.|SA|AG|SE|Holdings?|Group|& Co\.?|Partners|Bancorp|Trust|International|Laboratories|Corporation of America)$")

# Blank-cheque shells and funds of the Nasdaq list: no participants of news.
COMPANY_SHELL = re.compile(r"\b(Acquisition|Acquisitions|SPAC|Fund|ETF|Trust|Merger|Capital Corp|Bancorp|Bancshares|BDC|Warrant|Notes|Opportunit\w+|Financial|Savings)\b")

# Party abbreviations that are English words in capitals.
ALIAS_DROP = set(words("""PAD APT TAP ACT ADD AMP COPE KID RED PER EDU FAR FAN PIT MAP MUST MAN AND UNI PUN PAR PEN PAS PACT PRO PRE
REAL PROS SPA THE TIP HOPE UNITE NEW ONE NOW CAN"""))

# Names of the source lists that are fragments or name something else.
ORGANISATION_DROP = {"Cocos", "Penal Room", "Court of Assizes", "GUAM", "Director of National Intelligence", "Union Latina"}

NEWSPAPER_DROP = {"Daily News", "The Sun", "The Record", "The Blade", "Daily Herald", "Daily Breeze", "The Morning Call",
                  "The Wall Street Journal", "The New York Times", "The Washington Post", "Los Angeles Times"}

# State bodies named by a bare class noun: every country has one.
GENERIC_BODY = re.compile(
    r"^(The |Federal |National |High |Supreme |Grand |State |People's |House|Senate|Parliament|Congress|Council|Court|Assembly|Chamber|Constitutional "
    r"|Legislative |Legislature|Administrative |Appeals? |of |the |and |Republic|Representatives|Deputies|Lords|Nation|Justice|Cassation|Appeal|States?|Region"
    r"|General|Union|Advisory|Islamic|Judicial|Economic|Social|Electoral|Tribunal|Commercial|Accounts|Auditors|Criminal|Civil|Military|Peoples|Central|Joint|Sharia|Shura|Consultative"
    r"|Transitional|Provincial|Territorial|Plurinational|Eastern|Peoples'|Delegates|Elders|Audit|Judicature|Claims|Public|Security|Review|Departmental|Senior|Tax|Labor|Labour|Family|Land|Common|Final|Privy|Council,?|Courts?|[\s,]|-)+$")

PARTY_WORD = re.compile(
    r"\b(Party|Movement|Front|Alliance|Union|Congress|Democrats?|Democracy|Democratic|Coalition|League|Rally|Bloc|Socialists?|Communists?|Liberals?|Labou?r|Republicans?"
    r"|Greens?|Workers|Conservatives?|Patriotic|Nationalists?|Freedom|Independence|Solidarity|Partido|Parti|Partai|Forum|Convention|Federation|Initiative|Platform|Progressive|Reform)\b", re.I)

ARMED_WORD = re.compile(r"\b(ARMY|FRONT|BRIGADES?|LIBERATION|JIHAD|MILITIA|TIGERS|GUERRILLA|MUJAHIDEEN|MUJAHIDIN|MUJAHEDEEN)\b")
SMALL_WORDS = set(words("of the and for in de di al ul el la wal bin fi on a"))


def title_case(text):
    """Capitals of the CAMEO tables as running text writes them."""
    out = []
    for i, word in enumerate(text.lower().split()):
        if i and word in SMALL_WORDS:
            out.append(word)
        elif word.startswith("al-"):
            out.append("al-" + word[3:].capitalize())
        else:
            out.append("-".join(p if p in SMALL_WORDS and j else p[:1].upper() + p[1:] for j, p in enumerate(word.split("-"))))
    return " ".join(out)


def acronym(text):
    """An abbreviation fit to stand alone: three capitals or more, no spaces."""
    return text not in ALIAS_DROP and bool(re.fullmatch(r"[A-Z][A-Za-z&\-]*", text)) and len(re.findall(r"[A-Z]", text)) >= 3 and len(text) <= 8


def make_organisations(src, countries, place_names, person_names):
    """Rows of organisations.tsv. Listed rows win; a name or an alias that
    several organisations share keeps no country, or is dropped as an alias."""
    country_words = set()
    for row in countries:
        country_words |= {row[2], *row[4].split("|"), *row[5].split("|")}
    country_words -= {""}
    listed, hand_aliases = {}, set()
    kind = iso2 = ""
    for line in ORGANISATIONS.strip().splitlines():
        head = re.fullmatch(r"(\w+) ?([A-Z]{2})? ?:", line.strip())
        if head:
            kind, iso2 = head.group(1), head.group(2) or ""
            continue
        for entry in items(line):
            entry, _, own = entry.partition("=")
            name, *aliases = entry.split("|")
            assert name not in listed, name
            listed[name] = (kind, own or iso2, aliases)
            for alias in aliases:
                assert alias not in hand_aliases, alias
                hand_aliases.add(alias)
    clash = hand_aliases & set(listed)
    assert not clash, clash

    found = {}  # name -> [kind, set of iso2, aliases]

    def add(name, kind, iso2, aliases=()):
        name = name.replace("’", "'").replace("–", "-").strip(" ,")
        if name in ORGANISATION_DROP or name in listed or name in hand_aliases or name in country_words or name in place_names:
            return
        row = found.setdefault(name, [kind, set(), []])
        row[1].add(iso2)
        row[2] += [a for a in aliases if a != name]

    for row in read(src, "organisations_misc.tsv"):
        name, source = row["name"].strip(), row["kind"]
        if source == "committee":
            aliases = []
            match = re.fullmatch(r"(House|Senate) (?:Select )?Committee on (?:the )?([A-Z][\w ]+)", name)
            if match:
                aliases = [f"{match.group(1)} {match.group(2)} Committee"]
            add(name, "committee", row["iso2"], aliases)
        elif source == "newspaper" and name not in NEWSPAPER_DROP:
            if name.startswith("The "):
                add(name[4:] if len(name.split()) > 2 else name, "media", "US", [name] if len(name.split()) > 2 else [])
            else:
                add(name, "media", "US")
        elif source == "agency":
            if re.match(r"(The |Non-|Comm )|.*[(/]", name) or "Stated" in name or "Medical Payment" in name or "Elections Commission" in name:
                continue  # class names, fragments and misspellings of the source
            name = re.sub(r"^U\. S\. ", "U.S. ", name).replace(" And ", " and ").replace("AMTRAK", "Amtrak")
            add(name, "agency", "US", ["US " + name[5:]] if name.startswith("U.S. ") else [])
        elif source == "team":
            name = "Middlesbrough" if name == "Middlesborough" else name
            if " " in name or name in ("Espanyol", "Eibar", "Villarreal", "Alavés"):
                add(name, "team", "", [fold(name)] if fold(name) != name else [])
        # The "party" rows are the British register with local campaigns and jokes: unused.

    for row in read(src, "companies.tsv"):
        full = row["name"].replace("’", "'").strip()
        if row["list"] == "nasdaq" and COMPANY_SHELL.search(full):
            continue
        full = re.sub(r"\s*\((?:The|Class [A-Z])\)$", "", full)
        full = re.sub(r"^The ", "", full)
        full = "Eli Lilly" if full.startswith("Lilly (") else full
        if "(" in full or "/" in full or "," in COMPANY_SUFFIX.sub("", full) or "&" in full and len(full) > 30:
            continue
        name, last = full, None
        while last != name:
            last = name
            name = COMPANY_SUFFIX.sub("", name)
            name = re.sub(r"( &| and)$", "", name)
        short_words = name.split()
        if len(short_words) == 1:
            bare = name in COMPANY_WORDS or fold(name) in person_names or name in place_names or name in country_words or len(name) < 3
            if row["list"] == "nasdaq" or bare:
                # Only the full form is safe.
                if row["list"] == "nasdaq" or full == name:
                    continue
                name = full
        elif row["list"] == "nasdaq" and len(short_words) > 4:
            continue
        add(name, "company", "US" if row["list"] != "nasdaq" else "", [full] if full != name and row["list"] != "nasdaq" else [])

    for row in read(src, "parties.tsv"):
        name, alias = re.sub(r"^The ", "", row["name"].replace("’", "'").strip()), row["abbreviation_or_alias"].strip()
        count = len(name.split())
        if not 2 <= count <= 8 or not name[0].isupper() or re.search(r"[()\[\];:\"/]|\bnote\b|\d{4}", name):
            continue
        if not PARTY_WORD.search(name) or re.search(r"\b(traditionally|there|no|formed|include[sd]?|represented|held|seats)\b", name):
            continue
        add(name.replace("Britian", "Britain"), "party", row["iso2"], [alias] if acronym(alias) else [])

    kinds = {"court": "court"}
    for row in read(src, "state_bodies.tsv"):
        name = re.sub(r"^[Tt]he ", "", row["name"].replace("’", "'").strip())
        if not name or not name[0].isupper() or re.search(r"[();:/]| - | or |\d", name) or not 1 <= len(name.split()) <= 8:
            continue
        if GENERIC_BODY.match(name) or name.split()[-1][0].islower() or re.search(r"\b(has|hears|held|organized|includes?|under|each|which|consists?|with|member)\b", name):
            continue
        if re.match(r"(Parlement|Senat|Assemblee|Congreso|Senado|Camara)\b", name) and len(name.split()) < 3:
            continue
        if len(name.split()) == 1 and name.lower() in ("bicameral", "unicameral", "parliament", "senate", "congress", "court", "majles"):
            continue
        add(name, kinds.get(row["kind"], "legislature"), row["iso2"])

    # The country of a CAMEO code is often where the group acted once: not taken over.
    for row in read(src, "cameo_armed_groups.tsv"):
        name = row["canonical"]
        match = re.fullmatch(r"([A-Z' \-]+?)(?: \(([A-Z]+)\))?", name)
        if not match or not ARMED_WORD.search(name) or not 3 <= len(match.group(1).split()) <= 7:
            continue
        if re.search(r"\b(LEADER|GENERAL|COMMANDER|BIN|KANSAS|STATE|SECESSIONIST|FIFTH|WING OF|MILITARY WING|CELL|SUPPORTERS)\b", name):
            continue
        text = title_case(match.group(1))
        add(text, "armed_group", "", [match.group(2)] if match.group(2) and len(match.group(2)) >= 3 else [])

    for row in read(src, "io_abbreviations.tsv"):
        short = row["abbreviation"]
        if acronym(short) and len(short) >= 4 and short.upper() == short and short not in ("NONE",):
            add(short, "body", "")

    # An alias must name one organisation.
    users = defaultdict(set)
    for name, (_, _, aliases) in found.items():
        for alias in aliases:
            users[alias].add(name)
    blocked = hand_aliases | set(listed) | set(found) | country_words | place_names
    rows = []
    for name, (kind, isos, aliases) in found.items():
        aliases = [a for a in unique(aliases) if len(users[a]) == 1 and a not in blocked]
        rows.append((name, kind, isos.pop() if len(isos) == 1 else "", "|".join(aliases)))
    rows += [(name, kind, iso2, "|".join(aliases)) for name, (kind, iso2, aliases) in listed.items()]
    return rows


# --------------------------------------------------------------------------
# Personal names
# --------------------------------------------------------------------------

# Given names that are common English words, months or state names.
GIVEN_DROP = set(words("""Bud Earnest Jewel Mate Melody Olive Var Wan Saga Will May Art Rich Dollar Son See Many Don Gene Guy Al Van Miles Chase Brain Cliff Lane Numbers Young Forest Major
Chance Sang Noble Del Manual Long Von Man Buck Dawn Joy Penny Hope Charity Autumn Summer Gay Sun Destiny Precious Lan Sunny Soon Ok Era Coral Meta
Said Lovely Willow than Marks An Angel Junior Love So In My Un Su He Ha Ma Me Do To Hung Song Kiss June April August
Season January Tuesday Christmas Easter Ivory Star Golden Honey Candy Cherry Diamond Sage  Fern
Royal Prince King Duke Judge Page Margarita Tequila Virgin Paris London China India America Asia Africa Ireland Kenya
Georgia Chad Israel Cuba Dominica Holland France Florida Dakota Carolina Montana Arizona Indiana Nevada Princess Queen Lady
Merry Happy Jolly Best Clear Early Good Green Brown Black White Gold Silver Stone Rock Branch Wood Woods Winter Wise
             Rocky Buddy Porter Cook   Harvest
Temple Mission Mercy Verdict Fair Kindness Mercedes Ford Porsche Lexus Chi Many Else Even Over Only Then These Those This That
Hot Cold Cool Zenith Fate Story Love Loving Heart Heaven Angelic Babe See Shin So
Ta Tu The They You Your Its Her His She Ok On No Na Ya Can Com Am As At Be By Go If Is It Of Or Us We"""))

# Surnames that are common English words, above all ones that begin sentences.
SURNAME_DROP = set(words("""Angel Avant Beaver Bowler Bright Bull Chick Coats Countryman Dear Diamond Downs Drain Earnest Fish Fountain Fried Gall Hack Ham Hare
Helm Hood Iv Jacks Marine Millet Mon Monk Mount Nations Olds Olive Orange Parish Pilgrim Plaza Pope Red Rock Rust Sandy Shade Shores Silver Stack Utter Vest Vice Waits
Rash Settles Joiner Young Green Price Wood Long Hunt Black Mills Rose Lane Fields Banks Little Day May Graves Miles Chambers Parks Love Powers
Page Ball Sharp Farmer Flowers Gross Wise Waters Lamb Bridges Chase Wolf Short Wall Small Bond Snow Shields Horn Glass Beard Rich Golden Strong Prince Winters
Pace House Sellers Noble Walls Rivers Rush Weeks Bean Branch Best Moon Gay Key Battle Case Cotton Holder Guy Sweet Beach Cash Good Head Bird Elder Slaughter Minor
Bland Smart Bunch Camp Winter Law Heard Blue Field Grace Numbers Hurt Couch Self Quick Hatch Peoples Keys Land Deal Ash Major Singer Painter Hand Fair Post Story
Street Lay Cope Shook Link Sheets Pack Block Hope Hammer Root Light Bonds Champion Ransom Means Friend Carrier Brand Read Call Dove Gold Driver Pool Early Flood
Hills Hay Strange Cheek Handy Kitchen Ring Merchant Blank Priest Laws Sample Fortune Pepper High Chance Cloud Burden Urban Main Wing Shell Rider Harms Joy Wheat
Brothers Way Bone Power Harder Havens Seal Seals Still Box Brink Parent Younger Rains Do Shorter Free Peak Edge Borders Bills New Dial Sweat Slack Coffin Stamps
Rounds Her Close Cable Penny Daily Judge Counts Fine Guest Cave Low Belt Harness Beers Strain Large Strand Sales Stock Pride True Register See Bounds Sell Towns
Sessions Back Song Samples Sells Boss Button Wooden Southern Peace Lawless Settle Ferry Spring Loving Battles Weed Wild Covert Styles Speed Holiday Worth Will Freed
Frame Dollar Bunker Pleasant Held Van Shore Nation Burrow Pounds Click Falls Sun Leak Sides Nickel Place Fries Steel Guess Hair Bear Money Chew Forest Child Pitcher
Nail Cage Book Storm Folk Race Lock Banner Treat Straight Palm Fears Butt Tower Luck Marker Fee Angle Blow Bias Stocks Duty Coffee Bridge Prior Miracle Blood
Breeding Storms More Grim Born Shine Groom Herd Winner Neighbors Summer Sites Rule Favors Fix Plant Spikes Humble Haven Blessing Wisdom Sink Lovely Mix Beer Duck
Roll Player Flower Cheeks Roof Slate Spell Northern Grow Corn Copper Bill Pray Music Lawyer Cool Toy Real Bare Constant Pass Grass Fast Deck Hang Arena Sand Range
Pastor Ready Hedge Barrier Fell Bump Via Lucky Struck Wages Surface Son Harbour Cruise Board Speaks Million Mask Sale Core Reader Lower Lamp Just Cousin Camper
Paradise Doctor Cover Wine To Stamp Reading Hung Finger Cardinal Walk Shoulders Pillow Lines Cancel Boring Towers Session List Center Cater Arms Dull Trader Till
Force Bent Cutting Thrift Shows Freeze Crew Crews Wines Persons Manners Hobby An But And No Many He She So You Can It As At By In On Or If We Up Us My Me Not Now Than
All Any Few Most Some Such Then This That These Those There Here When Where What Who Why How Even Ever Every Else Also Again After Before Over Under Once Only Both Much
Church City State States Town Village County Country World Week Month Year Sunday Monday Tuesday Friday January March April June July August English French German
Spain England Ireland Holland Germany France Israel Jordan China India America Paris Georgia Bay Bank Market Fire Water Winds Wind Rain Fog
First Last Second Third One Two Ten Five Four Seven Eight Six Nine East West North South Western Eastern Court Police Guard Officer President Senator Chancellor
Marshal Constable Sheriff General Colonel Sergeant Major Captain Private Speaker Chairman Nurse Miner Sailor Soldier Labor Labour Game Games Play
Air Sea Lake River Ocean Island Mountain Valley Stream Field Garden Orchard Farm Barn Stable Doors Door Windows Room Bath Baby Boy Boys Girl Man
Human Life Live Lived Living Heart Heaven Christmas Easter Sunshine Joyful Mercy Fate Fair Trust Truth Honor Glory Victory War Wars Warring Trial Trials Verdict Crime
Ek Kiss Lie Pop Say Sat Tat Thy Um Pen Mean Go La Im Ok Eng Pa Sow Gang Dam Ease Ha Si Ta Oh Yes Or Ye An Be Do Is Ai Mi Na """))

NAME_SHAPE = re.compile(r"[^\W\d_][^\W\d_'’\-]+(?:[ '’\-][^\W\d_]+)*")


def clean_name(name, multiword):
    """A well-formed capitalised name, or None."""
    name = re.sub(r"\s*\(.*?\)", "", name).strip().replace("’", "'").replace("ʻ", "'")
    if not NAME_SHAPE.fullmatch(name) or not name[0].isupper() or " " in name and not multiword:
        return None
    return name


def make_given_names(src):
    """Rows of given_names.tsv. A sex with less than a tenth of the bearers in
    the census list does not count."""
    share = defaultdict(lambda: {"M": 0.0, "F": 0.0})
    for row in read(src, "given_names_us1990.tsv"):
        if float(row["percent"]) >= 0.004:
            share[row["name"]][row["gender"]] += float(row["percent"])
    genders = {}
    for name, both in share.items():
        top = max(both.values())
        genders[name] = {g for g, v in both.items() if v >= top / 10}
    for row in read(src, "given_names_world.tsv"):
        for part in re.split(r"\s*[/,]\s*", row["romanized"]):
            name = clean_name(part, False)
            if not name or row["gender"] not in ("M", "F"):
                continue
            for form in unique([name, fold(name)]):
                if form not in share:  # the census decides where it knows the name
                    genders.setdefault(form, set()).add(row["gender"])
    return [(name, "MF" if len(sexes) == 2 else next(iter(sexes)))
            for name, sexes in genders.items() if name not in GIVEN_DROP and len(name) > 1]


def make_surnames(src, country_words):
    """Rows of surnames.tsv: the commonest of the United States and the most
    frequent of each country of the world list."""
    names = set()
    for row in read(src, "surnames_us1990.tsv")[:8000]:
        names.add(row["name"])
    for row in read(src, "surnames_world.tsv"):
        for part in re.split(r"\s*[/,]\s*", row["romanized"]):
            name = clean_name(part, True)
            if name:
                names |= {name, fold(name)}
    return [(name,) for name in names if name not in SURNAME_DROP and name not in country_words and len(name) > 1]


# --------------------------------------------------------------------------
# Titles
# --------------------------------------------------------------------------

# "kind relation:" followed by titles. The relation is the one the title states
# toward the country or organisation it is "of": a prime minister leads, an
# ambassador represents, a minister or professor works for it.
TITLES = """
honorific :
Mr.;Mrs.;Ms.;Mx.;Mr;Mrs;Ms;Mx;Miss;Dr.;Dr;doctor;Sir;sir;dame;lord;lady;madam;Madame;Mme.;Mademoiselle;Mlle.;Monsieur;Messrs.;Herr;Frau;Signor;Señor;Senor;Señora;Don;Doña;master;Esq.;
Hon.;honorable;honourable;right honourable;Rt. Hon.;Rt Hon;his excellency;her excellency;his majesty;her majesty;his royal highness;her royal highness;HRH;his holiness;his eminence;her honour;his honour;
Datuk;Dato';Tun;Tan Sri;Begum;Shri;Smt.;Haji;Daw;comrade;mister;madam justice
office leads:
president;acting president;interim president;president-elect;former president;ex-president;then-president;prime minister;acting prime minister;interim prime minister;caretaker prime minister;former prime minister;prime minister-designate;premier;chancellor;
head of state;head of government;king;queen;emperor;empress;monarch;sultan;emir;amir;shah;tsar;czar;kaiser;pharaoh;grand duke;supreme leader;paramount leader;dictator;ruler;strongman;
governor;acting governor;lieutenant governor;Gov.;governor-general;governor general;mayor;lord mayor;deputy mayor;Lt. Gov.;first minister;chief minister;taoiseach;secretary-general;secretary general;U.N. secretary-general;
director-general;director general;chief executive;chief executive officer;CEO;chairman;chairwoman;chairperson;chair;co-chairman;co-chair;co-founder;founder;cofounder;managing director;executive director;director;acting director;president and CEO;chairman and CEO;chief operating officer;COO;
leader;co-leader;party leader;opposition leader;rebel leader;spiritual leader;majority leader;minority leader;group leader;union leader;tribal leader;warlord;head;chief;boss;commissioner;high commissioner;superintendent;administrator;commander-in-chief;commander in chief;
supreme commander;police chief;army chief;chief of staff;chief of police;intelligence chief;military chief;spy chief;commander;speaker;house speaker;speaker of the house;attorney general;attorney-general;chief justice;chief prosecutor;coach;head coach;manager;captain;team captain;skipper;editor;editor-in-chief;editor in chief;managing editor;publisher;
owner;co-owner;dean;rector;provost;headmaster;headmistress;principal;vice-chancellor;vice chancellor;party chief;party chairman;general secretary;first secretary;crown prince;regent;council president;senate president;parliament speaker;central bank governor;central bank chief;prefect;sheriff;grand mufti;patriarch;pope;dalai lama;
chief of the general staff;chief of defence staff;chief of army staff;board chairman;chairman of the board;director of national intelligence;mastermind;ringleader;kingpin;crime boss;drug lord;tycoon;magnate
office represents:
ambassador;ambassador-designate;envoy;special envoy;peace envoy;special representative;permanent representative;representative;Rep.;Reps.;U.S. Rep.;senator;Sen.;Sens.;U.S. Sen.;state senator;congressman;congresswoman;congressional delegate;delegate;member of parliament;MP;MEP;lawmaker;legislator;parliamentarian;deputy;councillor;councilor;councilman;councilwoman;alderman;assemblyman;assemblywoman;
spokesman;spokeswoman;spokesperson;deputy spokesman;press secretary;White House press secretary;chief spokesman;military spokesman;government spokesman;police spokesman;lawyer;attorney;defense lawyer;defence lawyer;defense attorney;counsel;solicitor;barrister;advocate;consul;consul general;attache;attaché;military attache;charge d'affaires;chargé d'affaires;diplomat;negotiator;chief negotiator;emissary;legate;nuncio;candidate;presidential candidate;nominee;agent;lobbyist;publicist;ombudsman;special rapporteur;rapporteur;mediator
office works_for:
vice president;vice-president;vice president-elect;first lady;minister;foreign minister;finance minister;defense minister;defence minister;interior minister;justice minister;health minister;education minister;trade minister;energy minister;oil minister;environment minister;agriculture minister;home minister;labor minister;labour minister;transport minister;economy minister;culture minister;tourism minister;sports minister;
information minister;industry minister;science minister;cabinet minister;deputy minister;deputy prime minister;deputy foreign minister;deputy defense minister;junior minister;minister of state;minister of defense;minister of defence;minister of foreign affairs;minister of finance;minister of health;minister of justice;minister of the interior;foreign secretary;home secretary;defence secretary;defense secretary;health secretary;secretary of state;secretary of defense;secretary;
Secy.;treasury secretary;education secretary;energy secretary;commerce secretary;homeland security secretary;interior secretary;labor secretary;assistant secretary;assistant secretary of state;undersecretary;under-secretary;under-secretary-general;deputy secretary of state;permanent secretary;cabinet secretary;chancellor of the exchequer;treasurer;surgeon general;solicitor general;comptroller;deputy director;assistant director;deputy governor;deputy chief;deputy head;deputy leader;
deputy chairman;vice chairman;vice-chairman;deputy secretary-general;national security adviser;national security advisor;adviser;advisor;senior adviser;special adviser;aide;top aide;chief strategist;strategist;counselor;official;senior official;deputy attorney general;prosecutor;public prosecutor;special prosecutor;special counsel;district attorney;state prosecutor;judge;justice;associate justice;district judge;magistrate;coroner;inspector;chief inspector;
inspector general;auditor;comptroller general;registrar;clerk;ranger;investigator;detective;police officer;policeman;policewoman;constable;officer;trooper;special agent;civil servant;bureaucrat;attendant;chief financial officer;CFO;chief technology officer;CTO;chief economist;chief scientist;executive;senior vice president;executive vice president;executive producer;general manager;regional director;staffer;intern;employee;worker;whistleblower;speechwriter
office member_of:
member;board member;committee member;council member;cabinet member;party member;politburo member;founding member;senior member;militant;fighter;activist;supporter;partner;fellow;senior fellow;shareholder;defector;veteran;loyalist
military works_for:
general;Gen.;lieutenant general;Lt. Gen.;major general;Maj. Gen.;brigadier general;Brig. Gen.;brigadier;Brig.;colonel;Col.;lieutenant colonel;Lt. Col.;major;Maj.;Capt.;lieutenant;Lt.;first lieutenant;1st Lt.;second lieutenant;2nd Lt.;sergeant;Sgt.;staff sergeant;Staff Sgt.;sergeant major;Sgt. Maj.;master sergeant;Master Sgt.;corporal;Cpl.;lance corporal;Lance Cpl.;private;Pvt.;private first class;Pfc.;
specialist;Spc.;admiral;Adm.;vice admiral;Vice Adm.;rear admiral;Rear Adm.;commodore;Cmdr.;lieutenant commander;Lt. Cmdr.;petty officer;ensign;field marshal;marshal;air marshal;air chief marshal;wing commander;squadron leader;group captain;flight lieutenant;air vice-marshal;generalissimo;soldier;pilot;sailor;airman;marine;cadet;warrant officer
academic works_for:
professor;Prof.;associate professor;assistant professor;emeritus professor;professor emeritus;lecturer;senior lecturer;researcher;senior researcher;scientist;analyst;senior analyst;political analyst;economist;historian;expert;scholar;academic;research fellow;student;graduate student;teacher;instructor;librarian;curator;epidemiologist;virologist;seismologist;astronomer;physicist;biologist;chemist;psychologist;climatologist;geologist;political scientist;sociologist;anthropologist;archaeologist;meteorologist;forecaster;engineer;astronaut;cosmonaut;paleontologist
religious :
cardinal;archbishop;Abp.;bishop;Bp.;monsignor;Msgr.;father;Fr.;brother;sister;mother;reverend;Rev.;Revd.;the Rev.;most reverend;right reverend;very reverend;pastor;priest;vicar;canon;deacon;archdeacon;abbot;abbess;prior;rabbi;chief rabbi;imam;mullah;maulana;maulvi;sheikh;sheik;shaykh;ayatollah;grand ayatollah;hojatoleslam;cleric;preacher;missionary;monk;nun;lama;swami;guru;prophet;saint;St.;evangelist;chaplain;caliph;mufti;sayyid
occupation :
actor;actress;singer;musician;composer;pianist;rapper;author;novelist;poet;writer;playwright;artist;painter;sculptor;architect;designer;filmmaker;film director;producer;photographer;dancer;comedian;model;celebrity;philanthropist;businessman;businesswoman;entrepreneur;industrialist;investor;billionaire;millionaire;financier;banker;farmer;driver;truck driver;nurse;physician;surgeon;paramedic;witness;suspect;gunman;victim;resident;survivor;fugitive;dissident;human rights activist;explorer;inventor;philosopher;chef;carpenter;
prince;princess;duke;duchess;earl;count;countess;baron;baroness;viscount;marquess;son;daughter;wife;husband;widow;uncle;nephew;cousin;father-in-law;son-in-law;friend;presidential hopeful;front-runner;politician;statesman;Republican;Democrat;socialist;communist
occupation works_for:
journalist;reporter;correspondent;foreign correspondent;columnist;commentator;presenter;anchor;anchorman;anchorwoman;newsreader;broadcaster;cameraman;photojournalist;blogger;critic;contributor;player;striker;goalkeeper;keeper;midfielder;defender;forward;winger;quarterback;pitcher;catcher;outfielder;shortstop;linebacker;receiver;running back;point guard;center;batsman;bowler;all-rounder;wicketkeeper;fly-half;prop;hooker;playmaker;centre-back;assistant coach;trainer;physio;
rider;cyclist;sprinter;swimmer;skier;golfer;boxer;tennis player;athlete;marathon runner;gymnast;skater;referee;umpire;star;rookie;guard;receptionist;consultant;trader;broker;fund manager;spy;interpreter;translator;operative;contractor;bodyguard;aid worker;peacekeeper;firefighter;stylist;programmer;software engineer;developer
"""

# Plain offices and honorifics of the source list that are well-formed heads
# (the others are full styles of named officers).
HONORIFIC_KEEP = re.compile(r"^[A-Z][a-z]+\.?$")
HONORIFIC_DROP = set(words("Fiona Eng Majors Mar Ing QPM Hon Mx Canon Sergent Master Chief Dott. Venerable Mme Messrs Comte Chevalier Buergermeister Prebendary Mayoress"))


def make_titles(src):
    """Rows of titles.tsv."""
    rows = {}
    kind = relation = ""
    for line in TITLES.strip().splitlines():
        head = re.fullmatch(r"(\w+) ?(\w*) ?:", line.strip())
        if head:
            kind, relation = head.group(1), head.group(2)
            continue
        for title in items(line):
            if title not in rows:  # an earlier block decides
                rows[title] = (title, kind, relation)
    nobles = set(words("Baron Baroness Count Countess Duke Duchess Earl Viscount Viscountess Marchioness Chevalier Comte"))
    church = set(words("Archbishop Archdeacon Bishop Prebendary Rabbi Reverend Pastor Monsignor Dean Brother Sister Father"))
    for row in read(src, "honorifics.tsv"):
        title = row["honorific"]
        if not HONORIFIC_KEEP.match(title) or title in HONORIFIC_DROP:
            continue
        lower = title.lower()
        if lower not in rows and title not in rows:
            rows[lower] = (lower, "occupation" if title in nobles else "religious" if title in church else "honorific", "")
    return list(rows.values())


# --------------------------------------------------------------------------
# Nominals
# --------------------------------------------------------------------------

NOMINALS = """
person:
official;officer;protester;man;woman;boy;girl;child;baby;infant;teenager;youth;adult;person;people;citizen;civilian;resident;villager;inhabitant;local;native;foreigner;immigrant;migrant;refugee;asylum seeker;evacuee;survivor;victim;casualty;hostage;captive;prisoner;inmate;detainee;suspect;defendant;accused;convict;
soldier;troop;serviceman;servicewoman;marine;sailor;airman;pilot;commander;general;colonel;captain;lieutenant;sergeant;major;admiral;corporal;paratrooper;commando;sniper;guard;bodyguard;border guard;coast guard officer;conscript;recruit;reservist;veteran;peacekeeper;mercenary;contractor;
militant;rebel;insurgent;guerrilla;fighter;gunman;attacker;assailant;bomber;suicide bomber;hijacker;kidnapper;terrorist;extremist;jihadist;jihadi;separatist;islamist;Islamist;combatant;militiaman;warlord;pirate;smuggler;trafficker;drug dealer;drug lord;gangster;criminal;thief;robber;burglar;killer;murderer;assassin;rapist;arsonist;looter;rioter;vandal;hacker;
policeman;policewoman;police officer;police chief;detective;investigator;inspector;sheriff;deputy;constable;trooper;agent;secret agent;spy;informant;informer;prosecutor;lawyer;attorney;judge;magistrate;juror;plaintiff;witness;eyewitness;bystander;onlooker;passer-by;
president;prime minister;premier;minister;foreign minister;chancellor;king;queen;prince;princess;emperor;monarch;ruler;leader;dictator;governor;mayor;senator;congressman;congresswoman;lawmaker;legislator;parliamentarian;deputy minister;councillor;politician;statesman;candidate;nominee;incumbent;successor;predecessor;rival;opponent;voter;elector;delegate;representative;ambassador;envoy;diplomat;consul;negotiator;mediator;emissary;spokesman;spokeswoman;spokesperson;aide;adviser;advisor;secretary;bureaucrat;civil servant;commissioner;chief;head;boss;chairman;chairwoman;chairperson;director;executive;chief executive;manager;founder;owner;shareholder;investor;partner;employer;employee;worker;staffer;staff member;miner;farmer;fisherman;peasant;labourer;laborer;builder;engineer;technician;mechanic;electrician;plumber;carpenter;driver;truck driver;taxi driver;bus driver;conductor;crew member;crewman;flight attendant;stewardess;passenger;commuter;traveler;traveller;tourist;visitor;guest;pilgrim;
doctor;physician;surgeon;nurse;paramedic;medic;patient;dentist;pharmacist;veterinarian;psychiatrist;psychologist;therapist;social worker;aid worker;health worker;volunteer;rescuer;rescue worker;firefighter;lifeguard;donor;
teacher;professor;lecturer;student;pupil;schoolboy;schoolgirl;graduate;researcher;scientist;expert;analyst;economist;historian;scholar;academic;astronomer;physicist;chemist;biologist;geologist;archaeologist;anthropologist;mathematician;seismologist;astronaut;cosmonaut;inventor;explorer;
journalist;reporter;correspondent;editor;columnist;photographer;cameraman;presenter;broadcaster;blogger;publisher;author;writer;novelist;poet;playwright;artist;painter;sculptor;architect;designer;musician;singer;composer;pianist;violinist;rapper;dancer;actor;actress;comedian;filmmaker;producer;model;celebrity;star;fan;supporter;spectator;viewer;reader;listener;audience member;
player;footballer;striker;goalkeeper;midfielder;defender;coach;athlete;swimmer;runner;sprinter;cyclist;skier;boxer;wrestler;golfer;tennis player;cricketer;batsman;bowler;jockey;rider;racer;referee;umpire;champion;winner;loser;medalist;medallist;contestant;competitor;finalist;teammate;
priest;bishop;archbishop;cardinal;pope;monk;nun;imam;cleric;rabbi;mullah;ayatollah;pastor;preacher;missionary;worshipper;believer;convert;atheist;Christian;Muslim;Jew;Hindu;Buddhist;Sikh;Catholic;Protestant;
activist;campaigner;demonstrator;marcher;dissident;defector;deserter;exile;reformer;revolutionary;nationalist;conservative;liberal;socialist;communist;fascist;republican;democrat;loyalist;supremacist;feminist;environmentalist;whistleblower;critic;advocate;member;follower;ally;enemy;colleague;
father;mother;parent;son;daughter;brother;sister;husband;wife;spouse;widow;widower;uncle;aunt;cousin;nephew;niece;grandfather;grandmother;grandson;granddaughter;grandchild;relative;friend;neighbor;neighbour;boyfriend;girlfriend;fiance;orphan;heir;
customer;consumer;client;buyer;seller;vendor;trader;merchant;shopkeeper;businessman;businesswoman;entrepreneur;tycoon;billionaire;millionaire;banker;broker;accountant;auditor;consultant;landlord;tenant;homeowner;landowner;taxpayer;homeless person;beggar;slave;servant;maid;chef;cook;waiter;waitress;baker;butcher;tailor;barber;hairdresser;hunter;trapper;climber;mountaineer;diver;settler;nomad;herder;tribesman;elder;tribal leader;
hero;genius;recipient;applicant;participant;observer;inspector general;translator;interpreter;trainer;trainee;intern;apprentice;programmer;developer;user;opposition leader;rebel leader;union leader;party leader;military leader;religious leader;business leader;world leader;political prisoner;human rights activist
organisation:
police;army;military;navy;air force;armed forces;coast guard;national guard;security forces;security force;special forces;troops;forces;force;coalition forces;government forces;peacekeeping force;border guards;riot police;secret police;police force;police department;battalion;brigade;regiment;division;squadron;unit;platoon;militia;paramilitary;guerrillas;rebel group;armed group;militant group;terrorist group;extremist group;terrorist organization;terrorist organisation;insurgency;faction;network;gang;cartel;drug cartel;mafia;syndicate;crime syndicate;
company;firm;business;corporation;conglomerate;enterprise;start-up;startup;subsidiary;multinational;manufacturer;carmaker;automaker;airline;carrier;retailer;supermarket chain;chain;brewer;drugmaker;pharmaceutical company;chipmaker;oil company;energy company;mining company;utility;supplier;bank;central bank;investment bank;insurer;hedge fund;fund;pension fund;lender;brokerage;stock exchange;industry group;trade group;partnership;joint venture;consortium;cooperative;
party;political party;opposition party;ruling party;opposition;coalition;alliance;bloc;movement;campaign;union;trade union;labor union;labour union;association;federation;confederation;league;society;club;group;organization;organisation;institution;institute;foundation;charity;aid agency;aid group;rights group;human rights group;advocacy group;watchdog;regulator;nongovernmental organization;non-governmental organization;NGO;think tank;lobby;lobby group;committee;subcommittee;commission;council;board;panel;task force;jury;tribunal;court;supreme court;high court;appeals court;constitutional court;parliament;senate;congress;legislature;national assembly;assembly;lower house;upper house;cabinet;ministry;foreign ministry;defense ministry;defence ministry;interior ministry;health ministry;department;agency;intelligence agency;news agency;space agency;health agency;bureau;office;secretariat;junta;politburo;administration;embassy staff;delegation;mission;
team;football club;football team;national team;squad;crew;newspaper;magazine;television station;television network;radio station;news outlet;media;press;studio;record label;orchestra;band;choir;theatre company;
university;college;school;high school;academy;faculty;laboratory;research center;research centre;church;diocese;congregation;sect;cult;tribe;clan;community group;family;household;royal family;couple;crowd;mob;public;electorate;leadership;management;workforce;staff;prosecution;defense team;police service;intelligence service;security service;fire department;fire brigade;emergency services;hospital trust;health service;election commission;electoral commission;football association;Olympic committee;tabloid;daily;weekly
country:
government;authorities;authority;regime;state;country;nation;republic;kingdom;monarchy;superpower;neighboring country;neighbouring country;member state;coalition government;interim government;transitional government;caretaker government;provisional government;military government;federal government;central government;national government;host country;homeland;nation-state;emirate;sultanate;protectorate;empire;island nation;great power;world power
location:
village;town;city;capital;capital city;suburb;neighborhood;neighbourhood;district;province;region;county;municipality;territory;area;zone;border;frontier;coast;coastline;shore;beach;island;islands;peninsula;archipelago;continent;valley;mountain;mountains;hill;volcano;desert;forest;jungle;rainforest;river;lake;sea;ocean;bay;gulf;strait;canal;port;harbor;harbour;airport;airfield;air base;airbase;military base;naval base;base;barracks;camp;refugee camp;detention center;detention centre;prison;jail;checkpoint;crossing;border crossing;outpost;settlement;enclave;slum;shantytown;street;road;highway;motorway;bridge;tunnel;square;park;stadium;arena;building;house;home;apartment;hotel;restaurant;cafe;bar;nightclub;shop;store;mall;shopping center;shopping centre;market;marketplace;supermarket;factory;plant;power plant;power station;nuclear plant;nuclear power plant;refinery;oil field;oilfield;pipeline;mine;coal mine;quarry;dam;reservoir;farm;field;hospital;clinic;mosque;cathedral;temple;synagogue;monastery;shrine;cemetery;grave;museum;library;theater;theatre;embassy;consulate;headquarters;palace;residence;compound;police station;courthouse;railway station;train station;station;subway station;bus station;metro station;launch site;launchpad;space station;crash site;site;scene;epicenter;epicentre;stronghold;battlefield;front line;frontline;no-fly zone;buffer zone;demilitarized zone;safe haven;nature reserve;national park;canyon;glacier;cave;campus;resort;holy site;town hall;city hall;downtown;city center;city centre;countryside;hometown;birthplace
"""

# Head noun of a longer phrase in the source lists -> kind of the whole.
NOMINAL_HEAD = {
    **dict.fromkeys(words("""leader officer official minister chief secretary worker guard agent dealer trafficker lord activist student priest monk missionary cleric
    militant extremist rebel separatist soldier commander general fighter politician journalist editor reporter publisher photographer correspondent teacher
    professor farmer engineer scientist executive owner tycoon prisoner detainee candidate president dictator insurgent demonstrator protester supporter senator
    dissident migrant immigrant refugee pilgrim preacher detective investigator commissioner governor surgeon therapist nurse technician psychologist counselor
    pilot driver trainer designer developer inspector lawyer prosecutor judge analyst adviser advisor killer bandit"""), "person"),
    **dict.fromkeys(words("""group organization organisation party alliance coalition movement army force agency ministry department commission committee council
    company firm bank bureau service union faction militia unit police  junta parliament association newspaper gang syndicate battalion patrol"""), "organisation"),
}

# Single words of the source lists that name no participant, are misspelt or
# would clash with a commoner sense.
NOMINAL_DROP = set(words("""tinginist opthamologist secretariate agrobusiness semi-official procuratorate chamber stipendiary polity governance bureaucracy retired intelligence infiltration revolt rebellion uprising religion settlement industry business
naval islamic muslim moslem sunni christian anglican maronite unitarian population phalanx echelon artillery  torpedo  cruiser corvette destroyer
frigate battleship warship warplane tanker supertanker freighter jumbojet oiler airliner jetliner containership drone kfir mig tomcat humvee hmmwv f-16 barracks aerospace airway
telecom television tv blog website  publication gazette wired prison     community  persons preschool schoolhouse kindergarten
kindergarden kindergartner collegian educatee enterpreneur manafacture maffia gangdom gangland gaolbird traffiker kidnaper larcenist larcener cutpurse branokker brigaider filmaker gendermarie
gendarmery  monger recreant granger cropper husbandman holdup hierarch legate tourer excursionist scaler sampler taper sorter tester weigher tuner shaper
trimmer cutter caster blaster brazer etcher faller hostler molder checker assembler fabricator measurer dj  host escort
 naturalized vip  mission labor society  corp hindu top ruling bargainer promulgator armor"""))

# Role codes of single CAMEO nouns -> kind; other codes mix people and things.
CAMEO_PERSON_END = re.compile(r"(er|or|ist|ian|ant|ent|man|woman|ee|eer|ic|ive|ate|arch|king|ess|lord|ary|al|cist|ot)$")


def make_nominals(src):
    """Rows of nominals.tsv."""
    rows = {}
    kind = ""
    for line in NOMINALS.strip().splitlines():
        if line.endswith(":"):
            kind = line[:-1]
            continue
        for noun in items(line):
            rows.setdefault(noun, kind)

    def add(noun, kind):
        if noun not in rows and noun not in NOMINAL_DROP:
            rows[noun] = kind

    plural = re.compile(r"(men|women|people|children|[^si]s|ies)$")
    for row in read(src, "cameo_agents.tsv"):
        noun = row["noun"].lower().strip(" _").replace("_", " ")
        parts = noun.split()
        if not re.fullmatch(r"[a-z][a-z\- ']+", noun) or plural.search(noun) or not 1 <= len(parts) <= 3:
            continue
        if re.search(r"\b(offcial|milita|stealth|tomcat|run|ngos?|tinginist|privitization|self-dfense|opthamologist|secretariate|anti|agrobusiness|minister ministry|guerilla|moslem|nongovernmenal|extemist|offical|of|and|the|by|in|unspecified|alleged|top left|top right)\b|person$", noun):
            continue
        if len(parts) == 1:
            if CAMEO_PERSON_END.search(noun) and row["role_code"] not in ("GOVMED",):
                add(noun, "person")
        elif parts[-1] in NOMINAL_HEAD:
            add(noun, NOMINAL_HEAD[parts[-1]])
    for row in read(src, "occupations.tsv"):
        noun = row["occupation"]
        parts = noun.split()
        if not re.fullmatch(r"[a-z][a-z\- ']+", noun) or noun.endswith("s"):
            continue
        if len(parts) == 1 and CAMEO_PERSON_END.search(noun) or len(parts) == 2 and parts[-1] in NOMINAL_HEAD:
            add(noun, "person")
    return list(rows.items())


# --------------------------------------------------------------------------


def main():
    """Make every table and report its size."""
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    src, out = Path(sys.argv[1]), Path(sys.argv[2])
    out.mkdir(parents=True, exist_ok=True)
    countries = make_countries(src)
    country_words = {cell for row in countries for column in (2, 4, 5) for cell in row[column].split("|")} - {""}
    given = [row for row in make_given_names(src) if row[0] not in country_words]
    surnames = make_surnames(src, country_words)
    common = {row["name"] for row in read(src, "surnames_us1990.tsv") if float(row["percent"]) >= 0.006}
    common |= {row["name"] for row in read(src, "given_names_us1990.tsv") if float(row["percent"]) >= 0.02}
    places = make_places(src, countries, common)
    place_names = {row[0] for row in places if row[2] != "region" or " " in row[0]}
    organisations = make_organisations(src, countries, place_names, {row[0] for row in given} | {row[0] for row in surnames})
    org_names = {cell for row in organisations for cell in [row[0], *row[3].split("|")]}
    places = [row for row in places if row[0] not in org_names]
    tables = [
        ("countries.tsv", ("iso2", "iso3", "name", "capital", "names", "demonyms"), countries),
        ("places.tsv", ("name", "iso2", "kind", "population"), places),
        ("organisations.tsv", ("name", "kind", "iso2", "aliases"), organisations),
        ("given_names.tsv", ("name", "gender"), given),
        ("surnames.tsv", ("name",), surnames),
        ("titles.tsv", ("title", "kind", "relation"), make_titles(src)),
        ("nominals.tsv", ("noun", "kind"), make_nominals(src)),
    ]
    for name, header, rows in tables:
        count, size = write(out, name, header, rows)
        print(f"{name}\t{count} rows\t{size} bytes")


if __name__ == "__main__":
    main()
