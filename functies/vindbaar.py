"""What of functies, and of what they ask, can be found: rows of the document in, things for the search out."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import partial

from django.utils.text import get_text_list

from feiten.keuzes import Bij
from feiten.vindbaar import velden_van
from functies.document import Beroepsvereiste, Competentie, Doorgroei, Functie, Werkveld
from functies.routes import Netwerk
from niveaus.document import Niveauuitleg
from opleidingen.document import Niveau, Opleiding
from opleidingen.vindbaar import namen_van
from uitgave.adressen import bladzijde, gefilterd, op_bladzijde
from uitgave.document import Document
from uitgave.opmaak import plat
from uitgave.tekst import hoofdletter, kleine_letter
from zoeken.ding import KENMERK, LAAG, NAAM, TEKST, VERWIJZING, Ding, Veld, gaat_over, maak_ding

FUNCTIE = bladzijde("functies:functie")
WERKVELD = gefilterd("functies:kaart", "werkveld")
VEREISTE = gefilterd("functies:functies", "vereiste")
COMPETENTIE = gefilterd("functies:functies", "competentie")
NIVEAU = gefilterd("functies:functies", "niveau")
ROUTE = gefilterd("functies:routes", "naar")
NIVEAU_UITLEG = op_bladzijde("niveaus:niveaus", "niveau")
NA_DE_OPLEIDING = 0.85  # what a route is worth beside the functie to which it leads
MEEST_GENOEMD = 3  # more functies than these are counted


def functies(document: Document) -> Iterator[Ding]:
    """A functie is found by what is said of it, and by the names of all that it asks."""
    werkvelden = {rij.slug: rij.naam for rij in document.alle(Werkveld)}
    opleidingen = {rij.slug: f"{rij.naam} {rij.code}".strip() for rij in document.alle(Opleiding)}
    vereisten = {rij.slug: rij.naam for rij in document.alle(Beroepsvereiste)}
    competenties = {rij.slug: rij.naam for rij in document.alle(Competentie)}
    feiten = velden_van(document, Bij.FUNCTIES)
    orde = groeiorde(document)
    for rij in document.alle(Functie):
        niveaus = niveaus_van(document, rij)
        yield maak_ding(
            "Functie",
            rij.slug,
            rij.naam,
            partial(FUNCTIE, rij.slug),
            Veld("", rij.afkorting, NAAM),
            Veld("", rij.kaartnaam, KENMERK),
            Veld("", rij.samenvatting, TEKST),
            Veld("", plat(rij.omschrijving), LAAG),
            Veld("Werkveld", werkvelden[rij.werkveld], KENMERK),
            *(Veld("Niveau", niveau.naam, KENMERK) for niveau in niveaus),
            *(Veld("Opleiding", opleidingen[link.opleiding], VERWIJZING) for link in rij.opleidingen),
            *(Veld("Competentie", competenties[slug], VERWIJZING) for slug in rij.competenties),
            *(Veld("Nodig", vereisten[slug], VERWIJZING) for slug in rij.beroepsvereisten),
            *feiten[rij.slug],
            woorden=("functie", "functies", "beroep", "beroepen", "baan", "banen"),
            namen=(naam for niveau in niveaus for naam in namen_van(niveau)),
            rang=0,
            orde=orde[rij.slug],
            over=rij.samenvatting,
        )
        for nummer, zijpad in enumerate(rij.zijpaden, start=1):
            slug, adres = f"{rij.slug}-zijpad-{nummer}", partial(FUNCTIE, rij.slug)
            zin = f"Hier kun je ook werken na {kleine_letter(rij.naam)}."
            yield maak_ding("Zijpad", slug, zijpad.omschrijving, adres, woorden=("zijpad",), rang=3, over=zin)


def routes(document: Document) -> Iterator[Ding]:
    """The way to a functie, for who asks how to become that, after the functie and its opleiding."""
    naar = {stap.naar for stap in document.alle(Doorgroei)}
    naar |= {stap.van for stap in document.alle(Doorgroei) if stap.beide_kanten}
    orde = groeiorde(document)
    for rij in document.alle(Functie):
        if rij.slug in naar:
            naam, afkorting = f"Op weg naar {kleine_letter(rij.naam)}", Veld("", rij.afkorting, NAAM)
            yield maak_ding(
                "Route",
                rij.slug,
                naam,
                partial(ROUTE, rij.slug),
                afkorting,
                woorden=("route", "routes"),
                rang=2,
                over="Kies waar je nu bent, en zie welke stappen er zijn.",
                orde=orde[rij.slug],
                gewicht=NA_DE_OPLEIDING,
            )


def niveaus_van(document: Document, functie: Functie) -> Sequence[Niveau]:
    """Return the levels of a functie, from low to high; none where that is not known."""
    alle = document.alle(Niveau)
    plek = {rij.slug: plek for plek, rij in enumerate(alle)}
    einden = sorted(plek[slug] for slug in (functie.vanaf_niveau, functie.tot_niveau) if slug)
    return alle[einden[0] : einden[-1] + 1] if einden else ()


def groeiorde(document: Document) -> dict[str, tuple[int, int]]:
    """Return by its slug where a functie stands in growth: by level, and then after those that lead to it."""
    stappen = [(stap.van, stap.naar) for stap in document.alle(Doorgroei)]
    stappen += [(stap.naar, stap.van) for stap in document.alle(Doorgroei) if stap.beide_kanten]
    netwerk, trede = Netwerk(stappen), {rij.slug: plek for plek, rij in enumerate(document.alle(Niveau))}
    return {
        rij.slug: (
            trede[rij.vanaf_niveau] if rij.vanaf_niveau else len(trede),
            len(netwerk.afstanden_naar(rij.slug)),
        )
        for rij in document.alle(Functie)
    }


def niveaus(document: Document) -> Iterator[Ding]:
    """A level leads to where it is explained, or else to the functies that have it."""
    uitleg = {rij.niveau: rij for rij in document.alle(Niveauuitleg)}
    for trede, rij in enumerate(document.alle(Niveau)):
        namen = [functie.naam for functie in document.alle(Functie) if rij in niveaus_van(document, functie)]
        if rij.slug not in uitleg and not namen:
            continue
        adres, zin = partial(NIVEAU, rij.slug), f"Dit niveau hoort {_bij(namen)}." if namen else ""
        velden = gaat_over(("nlqf",) if rij.nlqf else ())
        if eigen := uitleg.get(rij.slug):
            adres, zin = partial(NIVEAU_UITLEG, rij.slug), eigen.tekst
            velden = *velden, Veld("", eigen.tekst, TEKST), Veld("", eigen.buiten_de_kaart, LAAG)
        yield maak_ding(
            "Niveau",
            rij.slug,
            hoofdletter(rij.naam),
            adres,
            *velden,
            woorden=("niveau",),
            namen=namen_van(rij),
            rang=0,
            orde=(trede, len(document.alle(Functie))),
            over=zin,
        )


def beroepsvereisten(document: Document) -> Iterator[Ding]:
    for rij in document.alle(Beroepsvereiste):
        adres, uitleg, woorden = partial(VEREISTE, rij.slug), Veld("", rij.uitleg, TEKST), ("beroepsvereiste",)
        yield maak_ding("Beroepsvereiste", rij.slug, rij.naam, adres, uitleg, woorden=woorden, rang=2, over=rij.uitleg)


def competenties(document: Document) -> Iterator[Ding]:
    woorden = ("competentie", "vaardigheid")
    nodig: defaultdict[str, list[str]] = defaultdict(list)
    for functie in document.alle(Functie):
        for slug in functie.competenties:
            nodig[slug].append(functie.naam)
    for rij in document.alle(Competentie):
        namen = nodig[rij.slug]
        adres, zin = partial(COMPETENTIE, rij.slug), f"Dit heb je nodig {_bij(namen)}." if namen else ""
        yield maak_ding("Competentie", rij.slug, rij.naam, adres, woorden=woorden, rang=3, over=zin)


def _bij(namen: Sequence[str]) -> str:
    """Return the functies with these names in words, or how many they are."""
    if len(namen) > MEEST_GENOEMD:
        return f"bij {len(namen)} functies"
    genoemd: str = get_text_list([kleine_letter(naam) for naam in namen], "en")
    return f"bij {genoemd}"


def afkorting(rij: Functie) -> Iterator[tuple[str, str]]:
    """The afkorting counts as another word for the name, so that it also finds the diploma of a functie."""
    if rij.afkorting:
        yield rij.afkorting, rij.naam
