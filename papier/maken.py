"""Make the PDFs of an edition, and keep them where visitors get them."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from django.conf import settings

from functies.document import Functie
from functies.paneel import paneel_van
from papier.boek import NAAM, Blad, Boek, functienaam, werkveldnaam
from papier.drukken import Drukker, drukvorm
from uitgave import document as d
from uitgave import vormen
from uitgave.pad import Pad
from uitgave.voortgang import Stap, meld


@dataclass(frozen=True)
class Stuk:
    """One PDF: its name, and what makes its content."""

    naam: str
    maak: Callable[[], Boek | Blad]


def kenmerk(pad: Pad) -> str:
    """Return a hash by which the PDFs of this edition are known; the same until one of them could be another."""
    return pad.eens(_kenmerk)


def _kenmerk(pad: Pad) -> str:
    uitgave = pad.uitgave
    kop = (uitgave.nummer, str(uitgave.datum), uitgave.wijzigingen)
    delen = (d.schrijf(uitgave.document), *map(repr, sorted(uitgave.bijlagen.items())))
    return vormen.hash_van(*kop, settings.ADRES, settings.SITE_URL, drukvorm(), *delen)


def stukken(pad: Pad) -> Iterator[Stuk]:
    """Yield each PDF of an edition."""
    boek = Boek(pad)
    yield Stuk(NAAM, lambda: boek)
    for werkveld, _ in () if boek.functies_erbij else boek.groepen:
        yield Stuk(werkveldnaam(werkveld.slug), partial(Boek, pad, werkveld))
    for slug in pad.alle(Functie):
        yield Stuk(functienaam(slug), partial(_blad, pad, slug))


def _blad(pad: Pad, slug: str) -> Blad:
    return Blad(pad, paneel_van(pad, slug))


def maak(pad: Pad) -> int:
    """Make the PDFs of an edition that are not there yet, and return how many that were.

    How it goes is said where the desk reads it. Raises what went wrong; then the edition has none.
    """
    eigen, nummer = kenmerk(pad), pad.uitgave.nummer
    vormen.meld(eigen, nummer, vormen.Hoe.BEZIG)
    try:
        bestanden, aantal = _maak(pad)
        vormen.klaar(eigen, nummer, bestanden)
    except Exception as fout:
        vormen.meld(eigen, nummer, vormen.Hoe.MISLUKT, _reden(fout))
        raise
    return aantal


def _maak(pad: Pad) -> tuple[dict[str, str], int]:
    drukker = Drukker()
    alle = list(stukken(pad))
    bestanden: dict[str, str] = {}
    aantal = 0
    for nummer, stuk in enumerate(alle, start=1):
        inhoud = stuk.maak()
        html, stijl, bij = inhoud.html(), inhoud.stijl(), inhoud.tekeningen()

        def druk(html: str = html, stijl: str = stijl, bij: dict[str, str] = bij) -> bytes:
            nonlocal aantal
            aantal += 1
            return drukker.druk(html, stijl, bij)

        merk = vormen.hash_van(html, stijl, drukvorm(), *bij.values())
        bestanden[stuk.naam] = vormen.bewaar(merk, "pdf", druk)
        meld(Stap.PDF, nummer, len(alle))
    return bestanden, aantal


def _reden(fout: Exception) -> str:
    if isinstance(fout, OSError):
        return f"De schijf weigert ({fout.strerror or fout})."
    return f"Er ging iets mis bij het maken ({type(fout).__name__})."
