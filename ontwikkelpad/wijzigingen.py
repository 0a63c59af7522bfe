"""What each edition changed, in words that a visitor reads. From published documents alone."""

from collections.abc import Iterator

from msgspec.structs import replace

from ontwikkelpad import document as d
from ontwikkelpad.verschil import GEWIJZIGD, TOEGEVOEGD, VERWIJDERD, VOLGORDE, Lezer, Verschil

# The parts of a document in the order that matters to a visitor, with the name that it has for one.
ONDERDELEN = {
    "functies": "Functies",
    "opleidingen": "Opleidingen",
    "doorgroei": "Stappen",
    "beroepsvereisten": "Beroepsvereisten",
    "competenties": "Competenties",
    "verhalen": "Verhalen",
    "werkvelden": "Werkvelden",
    "doelgroepen": "Doelgroepen",
    "leerwegen": "Leerwegen",
    "regelingen": "Regelingen",
    "contactpunten": "Contactpunten",
    "gespreksvragen": "Vragen voor het gesprek",
    "begeleiding": "Begeleiding",
    "gidsstappen": "Stappen van de gids",
    "artikelen": "Artikelen en checklists",
    "werkgevers": "Teksten voor werkgevers",
    "ontwikkelpad": "Teksten van de site",
    "synoniemen": "Woorden om mee te zoeken",
}
# What the first edition is counted in: one, and more.
TELWOORDEN = {
    "functies": ("functie", "functies"),
    "opleidingen": ("opleiding", "opleidingen"),
    "doorgroei": ("stap", "stappen"),
}
NIETS = "De inhoud bleef hetzelfde."
ONLEESBAAR = "Van deze versie weten we niet meer wat er veranderde."


def vul_aan(
    geschiedenis: tuple[d.Wijziging, ...], kop: d.Wijziging, vorige: d.Document | None, document: d.Document | None
) -> tuple[d.Wijziging, ...]:
    """Return `geschiedenis` with a newer edition on top: `kop`, filled in with what it changed.

    `vorige` is the last document before it that could be read. Without `document` the edition itself
    cannot be read.
    """
    onderdelen = tuple(_onderdelen(vorige, document)) if vorige and document else ()
    zin = ""
    if document and not geschiedenis:
        zin = _eerste(document)
    elif not (vorige and document):
        zin = ONLEESBAAR
    elif not onderdelen:
        zin = NIETS
    return replace(kop, zin=zin, onderdelen=onderdelen), *geschiedenis


def _eerste(document: d.Document) -> str:
    aantallen = [
        f"{aantal} {een if aantal == 1 else meer}"
        for deel, (een, meer) in TELWOORDEN.items()
        for aantal in [len(getattr(document, deel))]
    ]
    return f"De eerste versie, met {', '.join(aantallen[:-1])} en {aantallen[-1]}."


def _onderdelen(oud: d.Document, nieuw: d.Document) -> Iterator[d.Onderdeel]:
    lezer = Lezer([oud, nieuw])
    for deel, naam in ONDERDELEN.items():
        if gevonden := list(lezer.verschillen(deel, oud, nieuw)):
            yield _onderdeel(naam, gevonden, zonder_naam=deel in ("ontwikkelpad", "werkgevers"))


def _onderdeel(naam: str, verschillen: list[Verschil], zonder_naam: bool) -> d.Onderdeel:
    """Return what changed in one part; of texts, a single row, only the fields have a name."""
    per_soort: dict[str, list[str]] = {TOEGEVOEGD: [], GEWIJZIGD: [], VERWIJDERD: []}
    for verschil in verschillen:
        per_soort[verschil.wat].append(_velden(verschil) if zonder_naam else _met_velden(verschil))
    return d.Onderdeel(
        naam=naam,
        nieuw=tuple(per_soort[TOEGEVOEGD]),
        veranderd=tuple(per_soort[GEWIJZIGD]),
        weg=tuple(per_soort[VERWIJDERD]),
    )


def _velden(verschil: Verschil) -> str:
    return ", ".join(veld.naam for veld in verschil.velden)


def _met_velden(verschil: Verschil) -> str:
    gewijzigd = verschil.wat == GEWIJZIGD and verschil.naam != VOLGORDE
    return f"{verschil.naam} ({_velden(verschil)})" if gewijzigd else verschil.naam
