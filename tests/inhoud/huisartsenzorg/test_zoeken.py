"""Searching finds what visitors of our first sector mean: questions that were judged."""

import pytest

pytestmark = pytest.mark.een_database

# What visitors ask, and what is right for them. Judged before the weights were tuned, from the content alone:
# somebody who names a functie wants that functie, somebody who names a school, a level or a code wants the
# opleiding, somebody who names a paper wants the beroepsvereiste, a first name asks for the story, and a skill
# asks for the competentie. Where one question fairly means several things, all of these are right, and none is
# preferred. A question is good when one of them comes first; the measure is the mean reciprocal rank.
F, O, B, C, V = "Functie", "Opleiding", "Beroepsvereiste", "Competentie", "Verhaal"  # noqa: E741
DA, LDA = (F, "doktersassistent"), (F, "leidinggevend-doktersassistent")
TR, LTR = (F, "triagist"), (F, "leidinggevend-triagist")
POH, GGZ = (F, "praktijkondersteuner-huisartsenzorg"), (F, "praktijkondersteuner-ggz")
PVH, VS, PA = (
    (F, "praktijkverpleegkundige-huisartsenzorg"),
    (F, "verpleegkundig-specialist"),
    (F, "physician-assistant"),
)
LM, PM = (F, "locatiemanager"), (F, "praktijkmanager")
HBO_V = {(O, "verpleegkunde"), (O, "opleiding-tot-verpleegkundige"), (O, "bachelor-of-nursing")}
MBO_V = (O, "mbo-verpleegkunde")
VOG, BIG, ANP = (B, "vog"), (B, "big-registratie"), (B, "anp-big-registratie")
OORDEEL = {
    # names as they are, or nearly
    "doktersassistent": {DA},
    "Doktersassistente": {DA},
    "doktersassistenten": {DA},
    "triagist": {TR},
    "leidinggevend triagist": {LTR},
    "praktijkondersteuner": {POH, GGZ},
    "praktijkondersteuner huisarts": {POH, (O, "praktijkondersteuner-huisarts")},
    "praktijkverpleegkundige": {PVH},
    "verpleegkundig specialist": {VS},
    "physician assistant": {PA},
    "praktijkmanager": {PM},
    "locatie manager": {LM},
    "dokters assistent": {DA},
    # half typed
    "dokt": {DA},
    "praktijkman": {PM},
    "tria": {TR},
    # typing errors
    "doktorsassistent": {DA},
    "dokterassistente": {DA},
    "triagiste": {TR},
    "traigist": {TR},
    "tirage": {TR, (O, "diploma-triage")},
    "praktijkondersteunster": {POH, GGZ},
    "praktijk ondersteuner ggz": {GGZ},
    "fysician asistant": {PA},
    "verpleegkundig spesialist": {VS},
    "lokatiemanager": {LM},
    "psysician assistant": {PA},
    # abbreviations
    "POH": {POH},
    "poh ggz": {GGZ},
    "poh-ggz": {GGZ},
    "pohggz": {GGZ},
    "POH-S": {POH},
    "PVH": {PVH},
    "VS": {VS},
    "PA": {PA},
    "DA": {DA},
    # codes
    "25695": {(O, "doktersassistent")},
    "2569": {(O, "doktersassistent")},
    "crebo 25655": {MBO_V},
    "croho 34507": {(O, "toegepaste-psychologie")},
    "80198": {(O, "praktijkondersteuner-huisarts")},
    # other words for the same
    "assistente": {DA},
    "praktijkassistente": {DA},
    "telefoniste": {DA, TR},
    "baliemedewerker": {DA},
    "nurse practitioner": {VS},
    "teamleider": {LDA, LTR},
    "manager": {PM, LM},
    "psycholoog": {GGZ, (O, "toegepaste-psychologie")},
    "maatschappelijk werk": {(O, "social-work")},
    # questions
    "hoe word ik triagist": {TR},
    "ik wil doktersassistente worden": {DA},
    "wat doet een triagist": {TR},
    "werken op de spoedpost": {TR, LTR, LM},
    "werken bij de huisartsenpost": {TR, LTR, LM},
    "baan op de hap": {TR, LTR, LM},
    "wat heb je nodig voor poh ggz": {GGZ},
    "welke opleiding voor praktijkmanager": {PM, (O, "management-in-de-zorg"), (O, "management")},
    "leiding geven aan een team": {(C, "leidinggeven-aan-anderen"), LDA, LTR},
    "mensen met diabetes begeleiden": {POH},
    "zelf medicijnen voorschrijven": {VS},
    "avond en nacht werken": {TR, LTR, (V, "zara"), (V, "amina")},
    "roosters maken": {LDA},
    # opleidingen
    "opleiding verpleegkunde hbo": HBO_V,
    "hbo-v": HBO_V,
    "hbov": HBO_V,
    "mbo verpleegkunde": {MBO_V},
    "opleiding doktersassistent": {(O, "doktersassistent")},
    "bachelor nursing": {(O, "bachelor-of-nursing")},
    "master advanced nursing practice": {(O, "advanced-nursing-practice")},
    "triage diploma": {(O, "diploma-triage")},
    "diploma poh ggz": {(O, "diploma-praktijkondersteuner-ggz")},
    "hrm": {(O, "human-resource-management")},
    "social work": {(O, "social-work")},
    "management": {(O, "management")},
    "associate degree": {(O, "praktijkondersteuner-huisarts")},
    "nvvpo": {
        (O, "diploma-praktijkondersteuner-huisartsenzorg"),
        (O, "diploma-praktijkondersteuner-ggz"),
        (O, "diploma-praktijkverpleegkundige-huisartsenzorg"),
    },
    # what is asked of you
    "vog": {VOG},
    "verklaring omtrent gedrag": {VOG},
    "bewijs van goed gedrag": {VOG},
    "big registratie": {BIG},
    "bigregister": {BIG},
    "anp": {ANP, (O, "advanced-nursing-practice")},
    # stories
    "verhaal van zara": {(V, "zara")},
    "naomi": {(V, "naomi")},
    "ervaring van een locatiemanager": {LM, (V, "fozia")},
    "verhaal doktersassistent": {(V, "nathalie")},
    # competenties
    "plannen": {(C, "goed-plannen")},
    "leidinggeven": {(C, "leidinggeven-aan-anderen")},
    "samenwerken": {(C, "goed-samenwerken")},
    "geduld": {(C, "geduld-hebben")},
    "goed met mensen": {(C, "goed-omgaan-met-mensen")},
    "inschatten van klachten": {(C, "inschatten-hoe-dringend-een-klacht-is")},
    # English
    "triage nurse": {TR, (O, "diploma-triage")},
    "doctors assistant": {DA, PA},
    "nursing": {(O, "bachelor-of-nursing"), (O, "advanced-nursing-practice")},
}


def test_visitors_find_what_they_mean(inhoud):
    index = inhoud.zoekindex

    antwoorden = {vraag: [(t.ding.soort, t.ding.slug) for t in index.zoek(vraag)] for vraag in OORDEEL}
    rangen = {
        vraag: next((n for n, a in enumerate(antwoorden[vraag], 1) if a in OORDEEL[vraag]), 0) for vraag in OORDEEL
    }
    mrr = sum(1 / rang for rang in rangen.values() if rang) / len(rangen)
    slechtst = sorted((vraag for vraag in OORDEEL if rangen[vraag] != 1), key=lambda vraag: -1 / (rangen[vraag] or 1e9))
    verslag = "\n".join(f"{vraag}: {rangen[vraag]} {antwoorden[vraag][:3]}" for vraag in reversed(slechtst))

    assert len(OORDEEL) >= 60
    assert [vraag for vraag in OORDEEL if not antwoorden[vraag]] == []
    assert mrr >= 0.9, f"MRR {mrr:.3f}\n{verslag}"
