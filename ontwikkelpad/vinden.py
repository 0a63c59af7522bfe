"""Searching as a visitor meets it: what was found, each with the address where it is shown."""

from dataclasses import dataclass

from django.urls import reverse

from functies.zoeken import Ding
from ontwikkelpad.pad import Pad
from werkgevers.models import Versie

SOORTEN = {
    "functie": "Functie",
    "opleiding": "Opleiding",
    "beroepsvereiste": "Beroepsvereiste",
    "competentie": "Competentie",
    "verhaal": "Verhaal",
    "leerweg": "Leerweg",
    "gidsstap": "Stap van de gids",
    "artikel": "Artikel",
    "gids": "Gids",
    "pagina": "Pagina",
}
# What stands on a page with others of its kind: that page, and the part of it.
OP_EEN_PAGINA = {
    "leerweg": ("werkgevers:leerwegen", "leerweg"),
    "gidsstap": ("werkgevers:zij_instroom", "stap"),
    "artikel": ("werkgevers:praktijk", "artikel"),
}


@dataclass(frozen=True)
class Vondst:
    """A result: its one link, what kind of thing it is, and why it was found."""

    naam: str
    adres: str
    soort: str
    reden: str = ""


def vind(pad: Pad, vraag: str) -> list[Vondst]:
    """Return what matches the question, best first."""
    return [_vondst(treffer.ding, treffer.reden) for treffer in pad.zoekindex.zoek(vraag)]


def lijkt_op(pad: Pad, vraag: str) -> list[Vondst]:
    """Return the few things whose name looks most like the question."""
    return [_vondst(ding) for ding in pad.zoekindex.suggesties(vraag)]


def _vondst(ding: Ding, reden: str = "") -> Vondst:
    return Vondst(ding.naam, _adres(ding), SOORTEN[ding.soort], reden)


def _adres(ding: Ding) -> str:
    """Return where a thing is shown; a vereiste or competentie is shown by the functies that ask it."""
    if ding.soort in ("beroepsvereiste", "competentie"):
        filter_ = "vereiste" if ding.soort == "beroepsvereiste" else "competentie"
        return f"{reverse('functies:functies')}?{filter_}={ding.slug}"
    if ding.soort == "gids":
        return Versie(ding.slug).adres
    if ding.soort == "pagina":
        deel = "regelingen"
        return f"{reverse('werkgevers:werkgevers')}#{deel}" if ding.slug == deel else reverse(f"werkgevers:{ding.slug}")
    if ding.soort in OP_EEN_PAGINA:
        pagina, deel = OP_EEN_PAGINA[ding.soort]
        return f"{reverse(pagina)}#{deel}-{ding.slug}"
    plek = {"functie": "functies:functie", "opleiding": "opleidingen:opleiding", "verhaal": "verhalen:verhaal"}
    return reverse(plek[ding.soort], args=[ding.slug])
