"""What of profielen can be found: each profiel by all that it asks, and each of its terms."""

from collections import defaultdict
from collections.abc import Iterator
from functools import partial

from functies.document import Competentiegebied
from profielen.document import Kernbegrip, Profiel, Profielrol, Trede
from uitgave.adressen import bladzijde
from uitgave.document import Document
from zoeken.ding import KENMERK, LAAG, TEKST, UITLEG, VERWIJZING, Ding, Veld, maak_ding

PROFIEL = bladzijde("profielen:profiel")


def rol_adres(profiel: str, gebied: str, plek: str) -> str:
    """Return the address of a profiel with one rol open, at a place on it. All three are slugs or an id."""
    return f"{PROFIEL(profiel)}?rol={gebied}#{plek}"


def profielen(document: Document) -> Iterator[Ding]:
    rollen = {rij.slug: rij.naam for rij in document.alle(Competentiegebied)}
    velden: defaultdict[str, list[Veld]] = defaultdict(list)
    for rol in document.alle(Profielrol):
        velden[rol.profiel].append(Veld("Rol", rollen[rol.competentiegebied], VERWIJZING))
        velden[rol.profiel] += (Veld("Competentie", rij.naam, VERWIJZING) for rij in rol.competenties)
        velden[rol.profiel] += (Veld("", tekst, LAAG) for tekst in (rol.uitleg, rol.noot))
    for trede in document.alle(Trede):
        velden[trede.profiel] += (Veld(trede.naam, eis.tekst, LAAG) for eis in trede.eisen)
    for rij in document.alle(Profiel):
        yield maak_ding(
            "Profiel",
            rij.slug,
            rij.naam,
            partial(PROFIEL, rij.slug),
            Veld("", rij.kop, KENMERK),
            Veld("", rij.inleiding, TEKST),
            *(Veld("Deskundigheidsgebied", gebied, KENMERK) for gebied in rij.deskundigheden),
            *(Veld(tekst.kop, tekst.tekst, LAAG) for tekst in rij.teksten),
            *velden[rij.slug],
            woorden=("profiel", "competentieprofiel", "rollen"),
            rang=2,
            over=rij.inleiding,
            gewicht=UITLEG,
        )


def kernbegrippen(document: Document) -> Iterator[Ding]:
    """A term is found where it is explained: with the first rol to which it belongs."""
    rollen = {(rol.profiel, rol.competentiegebied) for rol in document.alle(Profielrol)}
    for rij in document.alle(Kernbegrip):
        gebied = next((gebied for gebied in rij.gebieden if (rij.profiel, gebied) in rollen), None)
        if gebied:
            adres = partial(rol_adres, rij.profiel, gebied, f"begrip-{gebied}-{rij.slug}")
            uitleg, woorden = Veld("", rij.uitleg, TEKST), ("begrip",)
            yield maak_ding(
                "Begrip", rij.slug, rij.naam, adres, uitleg, woorden=woorden, rang=8, over=rij.uitleg, gewicht=UITLEG
            )
