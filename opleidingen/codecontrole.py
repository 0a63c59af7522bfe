"""Looking up the codes of opleidingen in the registers of the government, and keeping what came of it."""

from collections.abc import Iterator
from dataclasses import dataclass
from http.client import HTTPException
from typing import Any

from django.utils import timezone

from aanbod.ckan import PORTAAL, zoek_bestand
from aanbod.tabel import MEEST_BYTES
from opleidingen.codestand import Codestand, Erkend, Stand, bepaal
from opleidingen.erkenningen import HO, lees_ho, lees_rio
from opleidingen.keuzes import Controle
from opleidingen.models import CodeControle, Geldigheid, Opleiding
from redactie.links.controle import Tempo
from redactie.links.ophalen import BYTES, Keurder, NietOpenbaar, haal_bestand, is_openbaar, lees_doel

RIO = "https://lod.onderwijsregistratie.nl/api/rio/v2/opleidingserkenningen?erkendeopleidingscode={code}"
SECONDEN = 20.0  # for one code
SECONDEN_HO = 300.0  # for the dataset
RUIMTE: int = CodeControle._meta.get_field("toelichting").max_length or 0


@dataclass(frozen=True)
class Bronnen:
    """Where codes are looked up, and how gently."""

    portaal: str = PORTAAL
    rio: str = RIO
    openbaar: Keurder = is_openbaar
    seconden: float = SECONDEN


@dataclass(frozen=True)
class Uitkomst:
    """What came of looking up one code: its state, and what was looked up or why that failed."""

    opleiding: Opleiding
    codestand: Codestand
    toelichting: str

    @property
    def gelukt(self) -> bool:
        return self.codestand.stand != Stand.ONBEKEND

    def __str__(self) -> str:
        return f"{self.opleiding}: {self.codestand}. {self.toelichting}"


def te_controleren() -> list[Opleiding]:
    """Return the opleidingen whose code can be looked up."""
    rijen = Opleiding.objects.exclude(code="").exclude(coderegister__controle="")
    return list(rijen.select_related("coderegister"))


def controleer(bronnen: Bronnen, tempo: Tempo | None = None) -> Iterator[Uitkomst]:
    """Look up each code, keep what came of it, and yield it; forget the codes that no opleiding has any more.

    A look-up that fails leaves what was known, and the day on which that was looked up.
    """
    opleidingen, tempo = te_controleren(), tempo or Tempo()
    _vergeet({(str(rij.coderegister.slug), rij.code) for rij in opleidingen if rij.coderegister})
    opvolgers = dict(
        Geldigheid.objects.exclude(opvolger=None).values_list("opleiding", "opvolger__code").order_by("opleiding")
    )
    hoger = {rij.code for rij in opleidingen if rij.coderegister and rij.coderegister.controle == Controle.RIO_HO}
    ho, waarom_niet = _lees_ho(bronnen, hoger) if hoger else ({}, "")
    for opleiding in opleidingen:
        erkend, toelichting = _zoek_op(bronnen, tempo, opleiding, ho, waarom_niet)
        if erkend is None:
            stand = Codestand(Stand.ONBEKEND)
        else:
            stand = bepaal(erkend, timezone.localdate(), opvolgers.get(opleiding.pk, ""))
        uitkomst = Uitkomst(opleiding, stand, toelichting[:RUIMTE])
        _bewaar(uitkomst)
        yield uitkomst


def _zoek_op(
    bronnen: Bronnen, tempo: Tempo, opleiding: Opleiding, ho: dict[str, list[Erkend]], waarom_niet: str
) -> tuple[list[Erkend] | None, str]:
    """Return the recognitions of a code and what was looked up; None with the reason when that failed."""
    code, register = opleiding.code, opleiding.coderegister
    in_ho = register is not None and register.controle == Controle.RIO_HO
    if in_ho and code in ho:
        return ho[code], f"Nagekeken in {HO} van DUO."
    eerst = f"{waarom_niet} " if in_ho else ""
    adres = bronnen.rio.format(code=code)
    try:
        with tempo.beurt(lees_doel(adres).naam):
            inhoud = haal_bestand(adres, bronnen.seconden, BYTES, bronnen.openbaar, lambda _: None)
        return lees_rio(inhoud, code), f"{eerst}Nagekeken in RIO."
    except (OSError, HTTPException, ValueError, NietOpenbaar) as fout:
        return None, f"{eerst}{_reden('RIO', fout)}"


def _lees_ho(bronnen: Bronnen, codes: set[str]) -> tuple[dict[str, list[Erkend]], str]:
    """Return the recognitions in the dataset of higher education; when it cannot be read, nothing and the reason."""

    def haal(url: str) -> bytes:
        return haal_bestand(url, SECONDEN_HO, MEEST_BYTES, bronnen.openbaar, lambda _: None)

    try:
        url, _ = zoek_bestand(HO, haal, bronnen.portaal)
        return lees_ho(haal(url), codes), ""
    except (OSError, HTTPException, ValueError, NietOpenbaar) as fout:
        return {}, _reden(HO, fout)


def _reden(wat: str, fout: Exception) -> str:
    if isinstance(fout, TimeoutError):
        return f"{wat} antwoordt niet op tijd."
    if isinstance(fout, ValueError):
        return str(fout)
    return f"{wat} is niet te bereiken."


def _bewaar(uitkomst: Uitkomst) -> None:
    """Keep what came of it; of a look-up that failed only when nothing was known of the code."""
    opleiding, stand = uitkomst.opleiding, uitkomst.codestand
    wie: dict[str, Any] = {
        "register": opleiding.coderegister.slug if opleiding.coderegister else "",
        "code": opleiding.code,
    }
    if not uitkomst.gelukt and CodeControle.objects.filter(**wie).exclude(stand=Stand.ONBEKEND.value).exists():
        return
    waarden = {"stand": stand.stand.value, "dag": stand.dag, "opvolger": stand.opvolger}
    waarden |= {"toelichting": uitkomst.toelichting, "gecontroleerd_op": timezone.now()}
    CodeControle.objects.update_or_create(**wie, defaults=waarden)


def _vergeet(bekend: set[tuple[str, str]]) -> None:
    weg = [rij.pk for rij in CodeControle.objects.all() if (rij.register, rij.code) not in bekend]
    CodeControle.objects.filter(pk__in=weg).delete()
