"""Between schema 4 and 5: levels, registers and areas of competence become rows; a step both ways is one row.

Releases up to 1.2 knew a fixed set of each, that of their first sector. Which rows those become is said here, once,
for documents and for the migrations of `opleidingen` and `functies`.
"""

from collections.abc import Iterable, Sequence
from typing import Any

from uitgave.stappen.aanbieders import Gegevens

# By the number that a functie or opleiding had.
NIVEAUS = {
    1: ("mbo-1", "mbo 1"),
    2: ("mbo-2", "mbo 2"),
    3: ("mbo-3", "mbo 3"),
    4: ("mbo-4", "mbo 4"),
    5: ("associate-degree", "associate degree"),
    6: ("hbo-bachelor", "hbo-bachelor"),
    7: ("hbo-master", "hbo-master"),
    8: ("medisch-specialist", "medisch specialist"),
}
REGISTERS = (
    {
        "slug": "crebo",
        "naam": "CREBO (mbo)",
        "afkorting": "crebo",
        "uitleg": "Crebo is voor het mbo.",
        "masker": "99999",
        "gewoon_begin": "25 26",
    },
    {
        "slug": "croho",
        "naam": "CROHO (hbo en wo)",
        "afkorting": "croho",
        "uitleg": "Croho is voor hbo en universiteit.",
        "masker": "99999",
        "gewoon_begin": "3 4 5 6 7 80 81",
    },
)
GEBIEDEN = (
    ("zorgverlener", "Zorgverlener"),
    ("communicator", "Communicator"),
    ("samenwerkingspartner", "Samenwerkingspartner"),
    ("reflectieve-professional", "Reflectieve professional"),
    ("gezondheidsbevorderaar", "Gezondheidsbevorderaar"),
    ("organisator", "Organisator"),
    ("kwaliteitsbevorderaar", "Professional en kwaliteitsbevorderaar"),
)
# Colours that came later, and the one of before that is most like each.
KLEUREN = {"olijf": "bruin", "gras": "groen", "indigo": "blauw", "wijn": "rood", "oker": "bruin", "grijs": "paars"}
ZELFDE = ("soort", "voorwaarde", "bron", "gecontroleerd_op", "zichtbaar")  # in which two steps must agree to be one


def nieuwe_rijen() -> dict[str, list[Gegevens]]:
    """Return the rows that take the place of the fixed sets, by part. Whatever all rows must have is added here."""
    delen: dict[str, list[Gegevens]] = {
        "niveaus": [{"slug": slug, "naam": naam, "nlqf": nummer} for nummer, (slug, naam) in NIVEAUS.items()],
        "registers": [dict(rij) for rij in REGISTERS],
        "competentiegebieden": [{"slug": slug, "naam": naam} for slug, naam in GEBIEDEN],
    }
    return {deel: [{"sleutel": rij["slug"], **rij} for rij in rijen] for deel, rijen in delen.items()}


def heen_en_weer(stappen: Iterable[Gegevens]) -> list[tuple[Gegevens, Gegevens]]:
    """Return the pairs of steps there and back that say the same: the first of a pair stays, for both ways."""
    per_paar = {(stap["van"], stap["naar"]): stap for stap in stappen}
    paren = [(stap, per_paar.get((naar, van))) for (van, naar), stap in per_paar.items() if van < naar]
    return [(stap, terug) for stap, terug in paren if terug and _zegt(stap) == _zegt(terug)]


def _zegt(stap: Gegevens) -> tuple[Any, ...]:
    return tuple(stap.get(veld, True) for veld in ZELFDE)  # visible is not written


def oude_nummers(niveaus: Sequence[Gegevens]) -> dict[str, int]:
    """Return for each level, from low to high, the number that release 1.2 knows it by, or is closest to it.

    One of today's set has the number it had, another that of the NLQF, and one without takes that of the level below.
    """
    vast = {slug: nummer for nummer, (slug, _) in NIVEAUS.items()}
    nummers: dict[str, int] = {}
    vorige = 1
    for rij in niveaus:
        vorige = nummers[rij["slug"]] = vast.get(rij["slug"]) or rij.get("nlqf") or vorige
    return nummers


def oude_code(register: str | None, code: str) -> tuple[str, str]:
    """Return register and code as release 1.2 knows them; both empty for what it refuses."""
    bekend = register in {rij["slug"] for rij in REGISTERS} and len(code) == 5 and code.isdecimal() and code.isascii()
    return (str(register), code) if bekend else ("", "")


def til(document: Gegevens) -> Gegevens:
    """Make schema 5: the fixed sets become rows, to which other rows refer by slug."""
    for rij in document.get("opleidingen", ()):
        rij["op_niveau"] = _slug(rij.pop("niveau"))
        rij["coderegister"] = rij.pop("register")
    for rij in document.get("competenties", ()):
        rij["competentiegebied"] = rij.pop("gebied")
    for rij in document.get("functies", ()):
        rij["vanaf_niveau"] = _slug(rij.pop("niveau"))
    stappen = document.get("doorgroei", [])
    for stap, terug in heen_en_weer(stappen):
        stap["beide_kanten"] = True
        stappen.remove(terug)
    return {**document, **nieuwe_rijen()}


def _slug(niveau: int | None) -> str | None:
    return None if niveau is None else NIVEAUS[niveau][0]


def daal(document: Gegevens) -> Gegevens:
    """Make schema 4 again. It asks a level of every functie: one without gets the lowest. Other codes are left out."""
    nummers = oude_nummers(document.pop("niveaus", []))
    for deel in ("registers", "competentiegebieden"):
        document.pop(deel, None)
    for rij in document["werkvelden"]:
        rij["kleur"] = KLEUREN.get(rij["kleur"], rij["kleur"])
    for rij in document["opleidingen"]:
        rij["niveau"] = nummers.get(rij.pop("op_niveau", None))
        register, rij["code"] = oude_code(rij.pop("coderegister", None), rij["code"])
        rij["register"] = register or None
    for rij in document.get("leerwegen", ()):
        rij.pop("niveaus", None)
    bekend = {slug for slug, _ in GEBIEDEN}
    for rij in document["competenties"]:
        gebied = rij.pop("competentiegebied", None)
        rij["gebied"] = gebied if gebied in bekend else None
    for rij in document["functies"]:
        rij["niveau"] = nummers.get(rij.pop("vanaf_niveau", None), 1)
        rij.pop("tot_niveau", None)
    terug = [{**s, "van": s["naar"], "naar": s["van"]} for s in document["doorgroei"] if s.pop("beide_kanten", False)]
    document["doorgroei"] = sorted([*document["doorgroei"], *terug], key=lambda stap: (stap["van"], stap["naar"]))
    return document
