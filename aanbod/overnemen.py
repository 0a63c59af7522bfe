"""Taking over a newer overview of who offers what."""

from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager
from datetime import date
from http.client import HTTPException
from tempfile import TemporaryFile
from typing import BinaryIO

from django.contrib.auth.models import User
from django.utils import timezone

from aanbod.ckan import PORTAAL, zoek_bestanden
from aanbod.datasets import Bestanden, Dataset, Vraag
from aanbod.document import BIJLAGEN, MISLUKT, Aanbod, bezwaren, lees, met_eenheden, schrijf
from aanbod.koppelen import Hand
from aanbod.tabel import MEEST_BYTES
from opleidingen.document import Opleiding as Rij
from opleidingen.models import Opleiding
from redactie.links.ophalen import Keurder, NietOpenbaar, haal_bestand, haal_naar, is_openbaar
from uitgave.bijlagen import neem_over, nieuwste, werk_bij
from uitgave.huidig import huidig
from uitgave.models import Bijlage
from uitgave.vastleggen import alleen
from uitgave.voortgang import Stap, meld

SECONDEN = 300.0  # for all of a file
MEEST_BYTES_LIJST = 2_000_000  # of what the portal says of a dataset
FOUTEN = (OSError, HTTPException, ValueError, NietOpenbaar)  # what is wrong with a dataset, or on the way to it


class NietOvergenomen(Exception):
    """The overview waits for an editor who looks at it: `bezwaren` says why, in Dutch."""

    def __init__(self, bezwaren: list[str]) -> None:
        super().__init__(" ".join(bezwaren))
        self.bezwaren = bezwaren


@contextmanager
def nieuwste_bestanden(
    dataset: Dataset, openbaar: Keurder = is_openbaar, portaal: str = PORTAAL, seconden: float = SECONDEN
) -> Iterator[tuple[Bestanden, date]]:
    """Give the newest files of a dataset of DUO, and the day of its last change; today where that is not told.

    Raises as `haal_naar` and `zoek_bestanden` do. The desk shows what went wrong, also with what is done with the
    files, until a dataset comes in.
    """
    try:
        with _opgehaald(dataset, openbaar, portaal, seconden) as gevonden:
            yield gevonden
    except FOUTEN as fout:
        neem_over(MISLUKT[dataset.stelsel], "", wacht_op=in_woorden(fout))
        raise


@contextmanager
def _opgehaald(dataset: Dataset, openbaar: Keurder, portaal: str, seconden: float) -> Iterator[tuple[Bestanden, date]]:
    def volg(aantal: int) -> None:
        meld(Stap.HALEN, aantal // 1024)

    def lijst(url: str) -> bytes:
        return haal_bestand(url, seconden, MEEST_BYTES_LIJST, openbaar, volg)

    bronnen = zoek_bestanden(dataset.naam, dataset.bestanden, lijst, portaal)
    with ExitStack() as open_:
        bestanden: dict[str, BinaryIO] = {}
        for naam, bron in bronnen.items():
            bestanden[naam] = bestand = open_.enter_context(TemporaryFile())
            haal_naar(bestand, bron.url, seconden, MEEST_BYTES, openbaar, volg)
            bestand.seek(0)
        yield bestanden, bronnen[dataset.naam].veranderd or timezone.localdate()


def in_woorden(fout: Exception) -> str:
    """Return one of FOUTEN as a sentence for an editor."""
    match fout:
        case TimeoutError():
            return "De website antwoordt niet op tijd."
        case NietOpenbaar():
            return f"{fout} is geen openbaar adres."
        case HTTPException():
            return "Het antwoord van de website is niet te lezen, of te groot."
        case OSError():
            return "De website is niet te bereiken."
    return str(fout)


def neem_aanbod_over(
    dataset: Dataset, bestanden: Bestanden, peildatum: date, toch: bool = False, door: User | None = None
) -> Aanbod:
    """Read the files of a dataset, join it to our codes, and serve it from the next request on; return that.

    Raises Tabelfout when a file is not as it should be. Then nothing changes. But for `toch` it raises
    NietOvergenomen when the dataset misses much of what is served: then it waits for an editor, and what is served
    stays.
    """
    vraag = Vraag(_codes(), met_de_hand(), peildatum)
    nieuw = dataset.maak(bestanden, vraag)
    naam = BIJLAGEN[dataset.stelsel]
    with alleen():
        bekeken = vraag == Vraag(_codes(), met_de_hand(), peildatum)
        if bekeken:
            oud = nieuwste(naam)
            waarom = [] if toch else bezwaren(met_eenheden(lees(oud.inhoud), vraag.hand) if oud else None, nieuw)
            neem_over(naam, schrijf(nieuw), door, "\n".join(waarom))
            Bijlage.objects.filter(naam=MISLUKT[dataset.stelsel]).delete()
    if not bekeken:  # an editor joined a unit, or asked for another code, while this was read
        for bestand in bestanden.values():
            bestand.seek(0)
        return neem_aanbod_over(dataset, bestanden, peildatum, toch, door)
    if waarom:
        raise NietOvergenomen(waarom)
    return nieuw


def met_de_hand() -> Hand:
    """Return the codes of each unit that editors wrote at an opleiding: its own, and the one that visitors see of it.

    Of an opleiding that editors deleted, visitors keep the units that it has until they do not see it any more.
    """
    te_zien = {rij.sleutel: rij.code for rij in _geserveerd()}
    rijen = {rij.sleutel: rij for rij in Opleiding.objects.all()}
    hand = {
        eenheid: codes
        for sleutel, rij in rijen.items()
        if (codes := tuple(dict.fromkeys(filter(None, (rij.code, te_zien.get(sleutel))))))
        for eenheid in rij.eigen_eenheden()
    }
    if weg := {code for sleutel, code in te_zien.items() if code and sleutel not in rijen}:
        for aanbod in opgeslagen().values():
            for code in weg:
                hand |= {rij.eenheid: (code,) for rij in aanbod.codes.get(code, ()) if rij.eenheid not in ("", *hand)}
    return hand


def volg_eenheden(**_: object) -> None:
    """Serve each unit at once where editors wrote it, as far as it is in what is stored."""
    hand = met_de_hand()
    for naam, aanbod in opgeslagen().items():
        if (nu := met_eenheden(aanbod, hand)) != aanbod:
            werk_bij(naam, schrijf(nu))


def opgeslagen() -> dict[str, Aanbod]:
    """Return what is stored to be served, by the name under which each is kept."""
    return {naam: lees(bijlage.inhoud) for naam in BIJLAGEN.values() if (bijlage := nieuwste(naam))}


def _codes() -> set[str]:
    """Return the codes that are asked for: those of the working copy, and of the edition that is served."""
    return {*Opleiding.objects.values_list("code", flat=True), *(rij.code for rij in _geserveerd())} - {""}


def _geserveerd() -> Iterable[Rij]:
    """Return the opleidingen that visitors see. A command serves nothing, and reads which those are."""
    if huidig.pad is None:
        huidig.ververs()
    return huidig.pad.alle(Rij).values() if huidig.pad else ()
