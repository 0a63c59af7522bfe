"""The page of the desk about who offers what: what visitors see, what waits, and what only looks alike."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import format_html

from aanbod.datasets import DATASETS, Dataset
from aanbod.document import BIJLAGEN, MISLUKT, Aanbieding, Aanbod, Overzichten, lees, met_eenheden, schrijf, stelsel_van
from aanbod.overnemen import (
    FOUTEN,
    NietOvergenomen,
    in_woorden,
    met_de_hand,
    neem_aanbod_over,
    nieuwste_bestanden,
    opgeslagen,
)
from opleidingen.models import Opleiding
from redactie.bezig import bezig
from redactie.kwaliteit.bevindingen import Werkkopie
from redactie.wachtend import Wacht, wacht
from uitgave.bijlagen import neem_over, nieuwste, wachtend
from uitgave.models import Bijlage
from uitgave.pagina import RedactieVerzoek
from uitgave.tekst import opsomming, volgorde
from uitgave.vastleggen import alleen, vastleggen

ADRES = "admin:opleidingen_opleiding_aanbod"
NIET_MEER = "Dit overzicht wacht niet meer. Er is niets veranderd. Kijk opnieuw."


@dataclass(frozen=True)
class Verschil:
    """Which schools an overview that waits has more, and which it has not any more, for one opleiding."""

    opleiding: Opleiding
    erbij: list[str]
    weg: list[str]


@dataclass(frozen=True)
class Overzicht:
    """A dataset: what is served of it, and what waits, with how the two differ; and why it could not be fetched."""

    dataset: Dataset
    nu: Aanbod | None
    wacht: Bijlage | None
    mislukt: Bijlage | None
    verschillen: list[Verschil]


@dataclass(frozen=True)
class Regel:
    """An opleiding with a code, and what visitors see of it.

    `zonder` names the dataset that is not there at all; `gezocht` when its code was asked for when the newest came in.
    """

    opleiding: Opleiding
    scholen: int
    plaatsen: int
    zonder: str
    gezocht: bool


@dataclass(frozen=True)
class Gelijkenis:
    """A unit of schools that may belong to an opleiding; without that, it looks like another code or none."""

    eenheid: str
    code: str
    opleiding: Opleiding | None
    rijen: list[Aanbieding]


def _overzicht(dataset: Dataset, opleidingen: list[Opleiding]) -> Overzicht:
    nu, wacht = (haal(BIJLAGEN[dataset.stelsel]) for haal in (nieuwste, wachtend))
    gelezen, straks = (lees(bijlage.inhoud) if bijlage else None for bijlage in (nu, wacht))
    verschillen = []
    for opleiding in opleidingen if straks else ():
        was, wordt = (_scholen(aanbod, opleiding.code) for aanbod in (gelezen, straks))
        if was != wordt:
            erbij, eraf = (sorted(scholen, key=volgorde) for scholen in (wordt - was, was - wordt))
            verschillen.append(Verschil(opleiding, erbij, eraf))
    return Overzicht(dataset, gelezen, wacht, wachtend(MISLUKT[dataset.stelsel]), verschillen)


def _scholen(aanbod: Aanbod | None, code: str) -> set[str]:
    """Return the schools with their places of a code, in words."""
    rijen = aanbod.codes.get(code, ()) if aanbod else ()
    return {", ".join(filter(None, (rij.school, rij.plaats))) for rij in rijen}


def _regel(opleiding: Opleiding, alles: Overzichten) -> Regel:
    stelsel = stelsel_van(opleiding.op_niveau.nlqf if opleiding.op_niveau else None)
    aanbod = alles.van(opleiding.code)
    rijen = aanbod.codes[opleiding.code] if aanbod else ()
    scholen, plaatsen = ({getattr(rij, naam) for rij in rijen} - {""} for naam in ("school", "plaats"))
    zonder = DATASETS[stelsel].welk if stelsel and not alles.heeft(stelsel) else ""
    eigen = [alles.per_stelsel[stelsel]] if stelsel and alles.heeft(stelsel) else alles.per_stelsel.values()
    gezocht = any(opleiding.code in deze.codes for deze in eigen)
    return Regel(opleiding, len(scholen), len(plaatsen), zonder, gezocht)


def _gelijkenissen(alles: Overzichten, opleidingen: list[Opleiding]) -> list[Gelijkenis]:
    """Return the units that look like a code, in the order of their schools."""
    per_code = {opleiding.code: opleiding for opleiding in opleidingen}
    gevonden: dict[tuple[str, str], Gelijkenis] = {}
    for aanbod in alles.per_stelsel.values():
        for code, rijen in aanbod.vermoed.items():
            for rij in rijen:
                leeg = Gelijkenis(rij.eenheid, code, per_code.get(code), [])
                gevonden.setdefault((code, rij.eenheid), leeg).rijen.append(rij)
    return sorted(gevonden.values(), key=lambda deze: volgorde(deze.rijen[0].school))


def aanbodpagina(request: RedactieVerzoek, context: dict[str, Any]) -> HttpResponse:
    """Show who offers what; take over newer overviews, decide on one that waits, or join a unit to a code."""
    if not request.user.has_perm("opleidingen.view_opleiding"):
        raise PermissionDenied
    if request.method == "POST":
        _doe(request)
        return redirect(ADRES)
    opleidingen = list(Opleiding.objects.exclude(code="").select_related("op_niveau"))
    overzichten = [_overzicht(dataset, opleidingen) for dataset in DATASETS.values()]
    alles = Overzichten({overzicht.dataset.stelsel: overzicht.nu for overzicht in overzichten if overzicht.nu})
    gelijkenissen = _gelijkenissen(alles, opleidingen)
    anders = [deze for deze in gelijkenissen if not deze.opleiding]
    meer = {
        "title": "Waar kun je het leren?",
        "overzichten": overzichten,
        "regels": [_regel(opleiding, alles) for opleiding in opleidingen],
        "gelijkenissen": [deze for deze in gelijkenissen if deze.opleiding],
        "andere": [
            ("Lijkt op een code die we niet hebben", [deze for deze in anders if deze.code]),
            ("Lijkt op geen enkele code", [deze for deze in anders if not deze.code]),
        ],
        "opleidingen": opleidingen,
        "mag_beslissen": request.user.has_perm("uitgave.publiceren"),
        "mag_koppelen": request.user.has_perm("opleidingen.change_opleiding"),
    }
    return render(request, "redactie/aanbod.html", context | meer)


def _doe(request: RedactieVerzoek) -> None:
    """Do what the button that was pressed says. Raises PermissionDenied for who may not."""
    recht = "opleidingen.change_opleiding" if "koppel" in request.POST else "uitgave.publiceren"
    gekozen = request.POST.keys() & {"koppel", "haal", "neem_over", "gooi_weg"}
    if gekozen and not request.user.has_perm(recht):
        raise PermissionDenied
    if "koppel" in gekozen:
        _koppel(request)
    elif "haal" in gekozen:
        for dataset in DATASETS.values():
            _haal(request, dataset)
    elif "neem_over" in gekozen or "gooi_weg" in gekozen:
        _beslis(request)


@wacht
def _mislukt(gebruiker: User, kopie: Werkkopie) -> Iterable[Wacht]:
    """Yield the overviews that could not be fetched: a timer has nobody who looks at it."""
    if not gebruiker.has_perm("uitgave.publiceren"):
        return
    keer = {rij.naam: rij for rij in Bijlage.objects.filter(naam__in=MISLUKT.values())}
    for dataset in DATASETS.values():
        if rij := keer.get(MISLUKT[dataset.stelsel]):
            dag = date_format(timezone.localtime(rij.overgenomen_op), "j F Y")
            tekst = f"Het overzicht van {dataset.welk} ophalen is niet gelukt op {dag}. {rij.wacht_op}"
            yield Wacht(tekst, reverse(ADRES))


def _haal(request: RedactieVerzoek, dataset: Dataset) -> None:
    over = f"Het overzicht van {dataset.welk}"
    try:
        with bezig(request.user), nieuwste_bestanden(dataset) as (bestanden, peildatum):
            neem_aanbod_over(dataset, bestanden, peildatum, door=request.user)
    except NietOvergenomen:
        messages.warning(request, f"{over} is anders dan je zou verwachten. Kijk hieronder of het klopt.")
    except FOUTEN as fout:
        messages.error(request, f"{over} ophalen is niet gelukt. Op de site verandert niets. {in_woorden(fout)}")
    else:
        messages.success(request, f"{over} van {peildatum:%d-%m-%Y} staat nu op de site.")


def _beslis(request: RedactieVerzoek) -> None:
    """Take over the overview that this editor saw waiting, or throw it away; neither when another one waits now."""
    toch = request.POST.get("neem_over", "")
    nummer = toch or request.POST.get("gooi_weg", "")
    with alleen():
        namen = BIJLAGEN.values() if toch else (*BIJLAGEN.values(), *MISLUKT.values())
        wachtende = Bijlage.objects.filter(naam__in=namen).exclude(wacht_op="")
        wacht = wachtende.filter(pk=int(nummer)).first() if nummer.isdecimal() and len(nummer) < 10 else None
        if wacht is None:
            messages.error(request, NIET_MEER)
        elif toch:
            nieuw = met_eenheden(lees(wacht.inhoud), met_de_hand())
            neem_over(wacht.naam, schrijf(nieuw), request.user)
            messages.success(request, "Het nieuwe overzicht staat nu op de site.")
        else:
            wacht.delete()
            wat = "De melding" if wacht.naam in MISLUKT.values() else "Het overzicht dat wachtte,"
            messages.success(request, f"{wat} is weg. Op de site verandert niets.")


def _koppel(request: RedactieVerzoek) -> None:
    """Join a unit to the code of an opleiding, for this overview and for all that come after."""
    eenheid, nummer = request.POST["koppel"], request.POST.get("opleiding", "")
    with vastleggen(request.user, "School gekoppeld"):
        if not any(eenheid in aanbod.eenheden for aanbod in opgeslagen().values()):
            messages.error(request, "Deze scholen staan niet meer in het overzicht. Er is niets veranderd.")
            return
        opleidingen = Opleiding.objects.exclude(code="").select_for_update()
        opleiding = opleidingen.filter(pk=int(nummer)).first() if nummer.isdecimal() and len(nummer) < 10 else None
        if opleiding is None:
            messages.error(request, "Kies eerst een opleiding. Er is niets veranderd.")
            return
        opleiding.eenheden = ", ".join(dict.fromkeys([*opleiding.eigen_eenheden(), eenheid]))
        if fout := opleiding.eenheidfout():
            messages.error(request, fout)
            return
        opleiding.save()
    messages.success(request, f"De scholen staan nu bij {opleiding}.")


def zeg_wat_verandert(request: HttpRequest, was: str, opleiding: Opleiding) -> None:
    """Say after the units of an opleiding changed that visitors see it at once, or which need a newer overview."""
    anders = set(opleiding.eigen_eenheden()) ^ set(Opleiding(eenheden=was).eigen_eenheden())
    bekend = set[str]().union(*(aanbod.eenheden for aanbod in opgeslagen().values()))
    if anders & bekend:
        messages.success(request, "De scholen van de eenheden zijn veranderd. Bezoekers zien dat meteen.")
    if onbekend := anders - bekend:
        tekst = "Bij deze eenheden verandert nu nog niets op de site: {}. Dat komt bij het volgende overzicht van DUO."
        tekst += ' <a href="{}">Bekijk of haal de overzichten</a>'
        messages.warning(request, format_html(tekst, opsomming(sorted(onbekend)), reverse(ADRES)))
