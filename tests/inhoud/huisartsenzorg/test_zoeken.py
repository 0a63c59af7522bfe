"""Searching finds what visitors of our first sector mean: questions that were judged."""

from typing import NamedTuple

import pytest

from tests.pagina import tekst
from uitgave.vinden import zoek

pytestmark = pytest.mark.een_database

# What visitors ask, and what is right for them, by its address. Judged before the weights were tuned, from the content
# alone. Where one question fairly means several things, all of these are right, and none is preferred. What a visitor
# sees is judged: the answer first, then what the question may have been meant to be, then the results. A question is
# good when what is right comes first; the measure is the mean reciprocal rank.


class Soort(NamedTuple):
    """Questions of one kind: why something is right for them, and for each question what is."""

    soort: str
    waarom: str
    vragen: dict[str, set[str]]


def F(slug):
    return f"/functies/{slug}/"


def O(slug):  # noqa: E743
    return f"/opleidingen/{slug}/"


def C(slug):
    return f"/functies/?competentie={slug}"


def V(slug):
    return f"/verhalen/{slug}/"


def A(slug):
    return f"/vragen/#antwoord-{slug}"


def N(slug):
    return f"/functies/?niveau={slug}"


def D(slug):
    return f"/beginnen/?deur={slug}"


def alle(vragen, goed):
    """The same is right for all of these questions."""
    return dict.fromkeys(vragen, goed)


DA, LDA, TR, LTR = map(F, ("doktersassistent", "leidinggevend-doktersassistent", "triagist", "leidinggevend-triagist"))
POH, GGZ = F("praktijkondersteuner-huisartsenzorg"), F("praktijkondersteuner-ggz")
PVH, VS, PA = map(F, ("praktijkverpleegkundige-huisartsenzorg", "verpleegkundig-specialist", "physician-assistant"))
LM, PM = F("locatiemanager"), F("praktijkmanager")
O_DA, O_MBO_V = O("doktersassistent"), O("mbo-verpleegkunde")
O_POH = O("praktijkondersteuner-huisarts")
O_HBO_V = {O("verpleegkunde"), O("opleiding-tot-verpleegkundige"), O("bachelor-of-nursing")}
VOG, BIG, ANP = (f"/functies/?vereiste={slug}" for slug in ("vog", "big-registratie", "anp-big-registratie"))
GESPREK, REGELINGEN, PAST = "/werkgevers/gesprek/", "/werkgevers/#regelingen", "/wat-past/"
HULP = "/werkgevers/#contactpunten"
WERKTIJDEN, SCHAAL = "/in-het-kort/werktijden/", "/in-het-kort/schaal-in-de-cao/"
GEEN = {A("zonder-diploma")}
SPOED = {TR}
NACHT = {A("nachten")}

OORDEEL = (
    Soort(
        "naam",
        "Who names a functie wants that functie; without more words the one that growth begins with.",
        {
            "doktersassistent": {DA},
            "Doktersassistente": {DA},
            "doktersassistenten": {DA},
            "triagist": {TR},
            "leidinggevend triagist": {LTR},
            "praktijkondersteuner": {POH, GGZ},
            "praktijkondersteuner huisarts": {POH, O("praktijkondersteuner-huisarts")},
            "praktijkverpleegkundige": {PVH},
            "verpleegkundig specialist": {VS},
            "physician assistant": {PA},
            "praktijkmanager": {PM},
            "locatie manager": {LM},
            "dokters assistent": {DA},
        },
    ),
    Soort(
        "half getypt",
        "While somebody types, the functie shows that begins so.",
        {"dokt": {DA}, "praktijkman": {PM}, "tria": {TR}, "physi": {PA}, "leidinggevend tri": {LTR}},
    ),
    Soort(
        "tikfout",
        "A word that is no Dutch is taken for the nearest: under 'Bedoel je', never among the hits.",
        {
            "doktorsassistent": {DA},
            "dokterassistente": {DA},
            "triagiste": {TR},
            "traigist": {TR},
            "tirage": {TR, O("diploma-triage")},
            "praktijkondersteunster": {POH, GGZ},
            "praktijk ondersteuner ggz": {GGZ},
            "fysician asistant": {PA},
            "verpleegkundig spesialist": {VS},
            "lokatiemanager": {LM},
            "psysician assistant": {PA},
            "praktijkmanger": {PM},
            "salarus": {A("loon")},
            "strafblat": {A("strafblad")},
        },
    ),
    Soort(
        "afkorting",
        "An abbreviation is the functie that has it.",
        {
            "POH": {POH},
            "poh ggz": {GGZ},
            "poh-ggz": {GGZ},
            "pohggz": {GGZ},
            "POH-S": {POH},
            "PVH": {PVH},
            "VS": {VS},
            "PA": {PA},
            "DA": {DA},
        },
    ),
    Soort(
        "code",
        "Who types a code, whole or its beginning, has an opleiding before them.",
        {
            "25695": {O_DA},
            "2569": {O_DA},
            "crebo 25655": {O_MBO_V},
            "croho 34507": {O("toegepaste-psychologie")},
            "80198": {O("praktijkondersteuner-huisarts")},
            "crebo25695": {O_DA},
        },
    ),
    Soort(
        "ander woord",
        "A word for the same functie is that functie; for several, the one where growth begins.",
        {
            "assistente": {DA},
            "praktijkassistente": {DA},
            "telefoniste": {DA, TR},
            "baliemedewerker": {DA},
            "nurse practitioner": {VS},
            "teamleider": {LDA, LTR},
            "manager": {PM, LM},
            "psycholoog": {GGZ, O("toegepaste-psychologie")},
            "maatschappelijk werk": {O("social-work")},
        },
    ),
    Soort(
        "vraag",
        "A question with a verb is about the functie whose work it is.",
        {
            "hoe word ik triagist": {TR},
            **alle(["hoe word ik poh", "poh worden"], {POH}),
            "ik wil doktersassistente worden": {DA},
            "wat doet een triagist": {TR},
            "wat heb je nodig voor poh ggz": {GGZ},
            "welke opleiding voor praktijkmanager": {PM, O("management-in-de-zorg"), O("management")},
            "leiding geven aan een team": {C("leidinggeven-aan-anderen"), LDA, LTR},
            "mensen met diabetes begeleiden": {POH},
            "zelf medicijnen voorschrijven": {VS},
            "roosters maken": {LDA},
            "mensen helpen": {GGZ, PVH, DA, POH},
            "mensen met psychische klachten": {GGZ},
            "wonden hechten": {PA},
            "werken met ouderen": {POH},
            "stoppen met roken": {POH},
        },
    ),
    Soort(
        "plek",
        "Who names the place wants to begin there: the triagist before who leads.",
        {
            "werken op de spoedpost": SPOED,
            "werken bij de huisartsenpost": SPOED,
            "baan op de hap": SPOED,
            "spoed": SPOED,
            "HAP": SPOED,
            "spoedpost": SPOED,
            "huisartsenpost": SPOED,
            "dokterspost": SPOED,
            "ziekenhuis": {DA, D("zorgdiploma")},  # a zijpad leads to its functie
            "arbodienst": {DA},
            "verpleeghuis": {POH},
            "asielzoekers": {POH},
        },
    ),
    Soort(
        "opleiding",
        "Who names an opleiding, or says that they look for one, wants it.",
        {
            "opleiding verpleegkunde hbo": O_HBO_V,
            "hbo-v": O_HBO_V,
            "hbov": O_HBO_V,
            "mbo verpleegkunde": {O_MBO_V},
            "opleiding doktersassistent": {O_DA},
            "poh opleiding": {O_POH},
            "bachelor nursing": {O("bachelor-of-nursing")},
            "master advanced nursing practice": {O("advanced-nursing-practice")},
            "triage diploma": {O("diploma-triage")},
            "diploma poh ggz": {O("diploma-praktijkondersteuner-ggz")},
            "hrm": {O("human-resource-management")},
            "social work": {O("social-work")},
            "management": {O("management")},
            "nvvpo": {
                O("diploma-praktijkondersteuner-huisartsenzorg"),
                O("diploma-praktijkondersteuner-ggz"),
                O("diploma-praktijkverpleegkundige-huisartsenzorg"),
            },
        },
    ),
    Soort(
        "niveau",
        "A number beside mbo, hbo, niveau or nlqf is the level: the functies that have it, from where growth begins.",
        {
            "mbo 4": {DA},
            "mbo4": {DA},
            "mbo-4": {DA},
            "mbo niveau 4": {DA},
            "niveau 4": {DA},
            "nlqf 4": {DA},
            "nlqf niveau 6": {GGZ, PM, PVH, LM},
            "niveau 7": {VS, PA},
            "nlqf 5": {POH},
            "associate degree": {POH, O("praktijkondersteuner-huisarts"), N("associate-degree")},
            "hbo-bachelor": {GGZ, PM, PVH, LM, N("hbo-bachelor")},
            "hbo": {N("hbo-bachelor"), GGZ, PM, PVH, LM},
            "functies hbo master": {VS, PA},
            "nlqf": {N("mbo-4")},
            "mbo 3": {"/?opleiding=mbo-3"},
            **alle(["wat kan ik met mbo 2", "mbo niveau 2", "mbo2"], {"/?opleiding=mbo-2"}),
            "havo": {"/?opleiding=havo-vwo"},
            "vmbo": {"/?opleiding=vmbo", "/?opleiding=vmbo-basis"},
            "universiteit": {"/?opleiding=wo"},
        },
    ),
    Soort(
        "vereiste",
        "Who names a paper wants to know what it is.",
        {
            "vog": {VOG},
            "verklaring omtrent gedrag": {VOG},
            "bewijs van goed gedrag": {VOG},
            "big registratie": {BIG},
            "bigregister": {BIG},
            "anp": {ANP, O("advanced-nursing-practice")},
        },
    ),
    Soort(
        "verhaal",
        "A first name, or the word for it, asks for the story.",
        {
            "verhaal van zara": {V("zara")},
            "naomi": {V("naomi")},
            "ervaring van een locatiemanager": {LM, V("fozia")},
            "verhaal doktersassistent": {V("nathalie")},
        },
    ),
    Soort(
        "competentie",
        "A skill asks for the competentie, in whatever form of the word.",
        {
            "plannen": {C("goed-plannen")},
            "leidinggeven": {C("leidinggeven-aan-anderen"), "/in-het-kort/leidinggeven/"},
            "samenwerken": {C("goed-samenwerken")},
            "geduld": {C("geduld-hebben")},
            "goed met mensen": {C("goed-omgaan-met-mensen")},
            "inschatten van klachten": {C("inschatten-hoe-dringend-een-klacht-is")},
            "organiseren": {C("werk-goed-organiseren")},
            "organiseert": {C("werk-goed-organiseren")},
            "organisatie": {C("werk-goed-organiseren")},
        },
    ),
    Soort(
        "geld",
        "A question about money gets an answer that says what is known and where to look.",
        {
            **alle(["salaris", "loon", "cao", "wat verdien je", "hoeveel verdient een triagist"], {A("loon")}),
            **alle(["inkomen", "uurloon", "schaal", "salaris doktersassistent"], {A("loon")}),
            **alle(["kosten", "wat kost de opleiding", "hoe duur is het", "collegegeld"], {A("kosten")}),
            "subsidie": {REGELINGEN},
        },
    ),
    Soort(
        "tijd",
        "A question about time gets the answer: how long, or at what hours.",
        {
            **alle(["hoe lang duurt het", "hoelang duurt de opleiding", "hoeveel jaar"], {A("hoe-lang")}),
            **alle(["avonddienst", "nachtdienst", "weekend werken", "avond en nacht werken"], NACHT),
            **alle(["werktijden", "onregelmatig werken"], NACHT | {WERKTIJDEN}),
        },
    ),
    Soort(
        "ontkenning",
        "What somebody does not have or want is understood: never what has it in its name.",
        {
            **alle(["geen diploma", "zonder diploma", "ik heb geen diploma", "werken zonder diploma"], GEEN),
            **alle(["zonder opleiding", "ongeschoold", "geen ervaring"], GEEN),
            "geen zorgdiploma": GEEN | {D("geen-zorgdiploma")},
            **alle(["geen nachten", "geen nachtdienst", "niet in de nacht werken", "zonder avonddiensten"], NACHT),
            "geen patiënten": {PM},
        },
    ),
    Soort(
        "hulp",
        "Who asks for help, or names who gives it, gets a short answer and the way to it.",
        {
            "uwv": {A("uwv")},
            "uitkering": {A("uwv")},
            "werkcentrum": {A("werkcentrum")},
            "ssfh": {HULP},
            "vacatures": {A("vacatures")},
            "vacature doktersassistent": {A("vacatures"), DA},
            "stageplek": {A("vacatures")},
            "in de buurt": {A("in-de-buurt")},
            "vlak bij mij": {A("in-de-buurt")},
            "school in de buurt": {A("in-de-buurt")},
            "strafblad": {A("strafblad")},
            "vog met een strafblad": {A("strafblad")},
            "buitenlands diploma": {A("buitenlands-diploma")},
            "diploma uit het buitenland": {A("buitenlands-diploma")},
            "diplomawaardering": {A("buitenlands-diploma")},
            **alle(["diploma uit turkije", "turks diploma", "ik kom uit syrië"], {A("buitenlands-diploma")}),
            **alle(["pools diploma", "verpleegkundige uit polen", "surinaams"], {A("buitenlands-diploma")}),
            "wat past bij mij": {PAST},
            "beroepentest": {PAST},
            "loopbaangesprek": {GESPREK},
        },
    ),
    Soort(
        "andere taal",
        "A word in another language is what it is called here; it says so when it may be taken for something else.",
        {
            "triage nurse": {TR},
            "doctors assistant": {DA},
            "doctor's assistant": {DA},
            "medical assistant": {DA},
            "GP assistant": {DA},
            "practice nurse": {POH, PVH},
            "nursing": {O("bachelor-of-nursing"), O("advanced-nursing-practice")},
            "salary": {A("loon")},
            "foreign diploma": {A("buitenlands-diploma")},
            "certificate of conduct": {VOG},
            **alle(["nurse", "hemşire", "hemsire", "ممرضة", "ممرض"], {PVH}),
            **alle(["pielęgniarka", "pielegniarka", "медсестра"], {PVH}),
            "медична сестра": {PVH},
            **alle(["doktor asistanı", "doktor asistani", "asystentka lekarza"], {DA}),
            "asystent lekarza": {DA, PA},
            **alle(["triyaj", "triyaj hemşiresi", "triaż", "triażysta"], {TR}),
            **alle(["ممرضة الفرز", "ممرض الفرز"], {TR}),
            "mental health nurse": {GGZ},
            **alle(["nurse specialist", "uzman hemşire", "ممرض ممارس"], {VS}),
            "pielęgniarka zaawansowanej praktyki": {VS},
            **alle(["physician associate", "مساعد طبيب"], {PA}),
            **alle(["practice manager", "GP practice manager"], {PM}),
            **alle(["maaş", "ücret", "راتب", "pensja", "zarobki", "зарплата", "заробітна плата"], {A("loon")}),
            **alle(["vacancy", "vacancies", "job", "iş ilanı", "iş ilanları"], {A("vacatures")}),
            **alle(["فرص العمل", "وظيفة", "oferty pracy", "wakat", "praca"], {A("vacatures")}),
            **alle(["вакансії", "вакансія", "робота"], {A("vacatures")}),
            **alle(["education", "eğitim", "تعليم", "تدريب", "szkolenie", "edukacja"], {A("hoe-lang")}),
            **alle(["освіта", "навчання"], {A("hoe-lang")}),
            **alle(["bez dyplomu", "بدون شهادة"], GEEN),
            **alle(["diploma evaluation", "credential evaluation", "diploma denkliği"], {A("buitenlands-diploma")}),
            **alle(["معادلة الشهادة", "معادلة الشهادات", "dyplom"], {A("buitenlands-diploma")}),
            **alle(["uznanie dyplomu", "nostryfikacja", "нострифікація"], {A("buitenlands-diploma")}),
            **alle(["диплом", "іноземний диплом", "визнання диплома"], {A("buitenlands-diploma")}),
            **alle(["police clearance certificate", "شهادة حسن السيرة والسلوك"], {VOG}),
            "zaświadczenie o niekaralności": {VOG},
            **alle(["night shift", "night work", "gece vardiyası", "gece nöbeti", "العمل الليلي"], NACHT),
            **alle(["وردية ليلية", "praca nocna", "nocna zmiana"], NACHT),
            **alle(["нічна зміна", "нічний час", "робота в нічний час"], NACHT),
        },
    ),
    Soort(
        "omscholen",
        "Who comes from elsewhere wants the door for them, or the guide.",
        {
            "omscholen": {D("geen-zorgdiploma"), "/beginnen/kandidaat/"},
            "zij-instroom": {D("geen-zorgdiploma"), "/beginnen/kandidaat/", "/werkgevers/zij-instroom/"},
            "ander beroep": {D("geen-zorgdiploma"), "/beginnen/kandidaat/"},
            "doorgroeien": {D("huisartsenzorg")},
            "leren en werken tegelijk": {
                "/werkgevers/leerwegen/#leerweg-bbl",
                "/werkgevers/leerwegen/#leerweg-duaal",
                D("geen-zorgdiploma"),
            },
            "bbl": {"/werkgevers/leerwegen/#leerweg-bbl"},
        },
    ),
)


def gezien(pad, vraag):
    """The addresses that a visitor sees, from above."""
    gevonden = zoek(pad, vraag)
    antwoord = [gevonden.antwoord.adres] if gevonden.antwoord else []
    return antwoord + [vondst.adres for vondst in (*gevonden.bedoeld, *gevonden.vondsten)]


def test_visitors_find_what_they_mean(inhoud):
    vragen = {vraag: goed for soort in OORDEEL for vraag, goed in soort.vragen.items()}
    gevonden = {vraag: gezien(inhoud, vraag) for vraag in vragen}
    rangen = {
        vraag: next((n for n, adres in enumerate(gevonden[vraag], 1) if adres in goed), 0)
        for vraag, goed in vragen.items()
    }
    mrr = sum(1 / rang for rang in rangen.values() if rang) / len(rangen)
    verslag = "\n".join(f"{vraag}: {rang} {gevonden[vraag][:3]}" for vraag, rang in rangen.items() if rang != 1)

    assert sum(len(soort.vragen) for soort in OORDEEL) == len(vragen) >= 160  # no question twice
    assert [vraag for vraag in vragen if not gevonden[vraag]] == []
    assert mrr >= 0.97, f"MRR {mrr:.3f}\n{verslag}"


@pytest.mark.parametrize("vraag", ["poh", "hoe word ik poh", "poh worden"])
def test_after_a_functie_come_the_opleiding_for_it_and_the_way_to_it(inhoud, vraag):
    adressen = gezien(inhoud, vraag)

    assert adressen[:2] == [POH, O_POH]
    assert f"/routes/?naar={POH.split('/')[2]}" in adressen[2:5]
    assert adressen.index(O_POH) < adressen.index(GGZ)


@pytest.mark.parametrize("vraag", ["mbo 2", "wat kan ik met mbo 2", "mbo-2", "niveau 2"])
def test_a_level_with_a_number_leads_to_where_one_begins_and_to_nothing_with_that_number(inhoud, vraag):
    assert gezien(inhoud, vraag) == ["/?opleiding=mbo-2", DA, D("geen-zorgdiploma")]


@pytest.mark.parametrize("vraag", ["iets met kinderen", "bloed prikken", "computers"])
def test_what_is_only_said_in_passing_is_said_to_be_unsure_with_the_way_on(client, inhoud, vraag):
    gevonden = tekst(client.get("/zoeken/", {"q": vraag}).text)

    assert zoek(inhoud, vraag).onzeker
    assert "We weten niet zeker of dit is wat je zoekt." in gevonden
    assert "Kijk wat er bij je past" in gevonden


def test_what_visitors_mean_is_never_said_to_be_unsure(inhoud):
    vragen = [vraag for soort in OORDEEL for vraag in soort.vragen]

    assert [vraag for vraag in vragen if zoek(inhoud, vraag).onzeker] == []


@pytest.mark.parametrize("vraag", ["mensen helpen", "spoed", "HAP", "werken op de spoedpost"])
def test_who_leads_never_comes_before_where_growth_begins(inhoud, vraag):
    leiders = {LDA, LTR, LM, PM}
    plek = {adres: n for n, adres in reversed([*enumerate(gezien(inhoud, vraag))])}

    assert min(n for adres, n in plek.items() if adres not in leiders) < min(plek.get(adres, 99) for adres in leiders)


def test_who_has_no_diploma_is_not_sent_to_one(inhoud):
    for vraag in ("geen diploma", "zonder diploma"):
        assert O("diploma-triage") not in gezien(inhoud, vraag)


def test_a_doctors_assistant_is_said_to_be_no_physician_assistant(inhoud):
    eerste = zoek(inhoud, "doctor's assistant").vondsten[0]

    assert eerste.adres == DA
    assert eerste.anders.opmerking.startswith("Dit is geen physician assistant.")


@pytest.mark.parametrize("vraag", ["nurse specialist", "uzman hemşire", "ممرض ممارس", "asystent lekarza"])
def test_a_word_that_may_mislead_says_so(inhoud, vraag):
    assert "na een hbo-master" in zoek(inhoud, vraag).vondsten[0].anders.opmerking


@pytest.mark.parametrize("vraag", ["zwolle", "kinderen", "loonheffing", "motorrijden"])
def test_a_real_word_is_never_turned_into_another(inhoud, vraag):
    assert zoek(inhoud, vraag).bedoeld == []


def test_every_link_of_an_answer_opens(client, inhoud):
    paginas = [link.pagina for rij in inhoud.delen["antwoorden"].values() for link in rij.links if link.pagina]

    assert paginas
    for pagina in paginas:
        adres, _, plek = pagina.partition("#")
        html = client.get(adres)
        assert html.status_code == 200, pagina
        assert not plek or f'id="{plek}"' in html.text, pagina


def test_a_line_of_a_result_is_a_sentence_about_the_thing(inhoud):
    vondsten = {
        vondst.adres: vondst for soort in OORDEEL for vraag in soort.vragen for vondst in zoek(inhoud, vraag).vondsten
    }
    zonder = [
        vondst.naam
        for vondst in vondsten.values()
        if not vondst.zin.endswith((".", "?", "!")) and vondst.soort != "Verhaal"
    ]

    assert zonder == []
