"""The career conversation: three steps and a sheet. Choices are in the address; what is typed never comes here."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import segno
from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.safestring import SafeString, mark_safe

from functies.document import Functie
from functies.reis import dichtbij
from functies.verkenner import opleidingen_per_niveau
from ontwikkelpad.document import Ontwikkelpad
from uitgave.pad import Pad
from uitgave.pagina import Verzoek
from werkgevers.document import Begeleiding, Contactpunt, Regeling
from werkgevers.gesprek import (
    Keuze,
    Weg,
    Wegen,
    aanbieders,
    competenties,
    leerwegen,
    leesbaar_adres,
    suggesties,
    vragen,
    wegen,
)
from werkgevers.keuzes import Moment
from werkgevers.regelingen import geldig
from werkgevers.views import openbaar_pad, voor_werkgevers

GENOEMD = 3  # unknown values that a page names
RIJEN = 3  # agreements there is room for, before anything is typed
STAPPEN = [
    (Moment.NU, "werkgevers:gesprek"),
    (Moment.DOEL, "werkgevers:doel"),
    (Moment.AFSPRAKEN, "werkgevers:afspraken"),
]
LEESBAAR = 200  # characters: nobody types over a longer address


@voor_werkgevers
def gesprek(request: Verzoek) -> HttpResponse:
    """Step 1, where you are: `?van=` or `?opleiding=`, `?wie=` and, repeated, `?kan=`."""
    keuze, gevonden = _lees(request)
    groepen = competenties(request.pad, keuze)
    context = {
        "rest": keuze.paren(zonder=["van", "opleiding", "wie", "kan"]),
        "opleidingen": opleidingen_per_niveau(request.pad),
        "groepen": groepen,
        "kan_anders": any(rij in keuze.kan for functie, rijen in groepen for rij in rijen if functie is None),
    }
    return _toon(request, "werkgevers/gesprek.html", Moment.NU, keuze, gevonden, context)


@voor_werkgevers
def doel(request: Verzoek) -> HttpResponse:
    """Step 2, where you want to go: `?naar=`, and the way there; without it, what lies near."""
    keuze, gevonden = _lees(request)
    kansen = suggesties(request.pad, keuze) if gevonden is None and keuze.begonnen else ([], [])
    nabij, lijkt = ([(rij, keuze.adres(naar=rij.functie.slug)) for rij in rijen] for rijen in kansen)
    context = {
        "rest": keuze.paren(zonder=["naar"]),
        "dichtbij": nabij,
        "lijkt": lijkt,
        "routes": list(_routes(request.pad, keuze, gevonden)) if gevonden else [],
        "leiden_hierheen": dichtbij(request.pad, keuze.naar.slug)
        if keuze.naar and gevonden and gevonden.zonder_route
        else [],
    }
    return _toon(request, "werkgevers/gesprek_doel.html", Moment.DOEL, keuze, gevonden, context)


@voor_werkgevers
def afspraken(request: Verzoek) -> HttpResponse:
    """Step 3, what you agree on: fields that have no name, for what is typed stays in the browser."""
    context = {"rijen": range(1, RIJEN + 1), "begeleiding": request.pad.alle(Begeleiding).values()}
    return _toon(request, "werkgevers/gesprek_afspraken.html", Moment.AFSPRAKEN, *_lees(request), context)


@voor_werkgevers
def blad(request: Verzoek) -> HttpResponse:
    """The sheet to print: the way, what is missing, what was agreed, and where to go on."""
    keuze, gevonden = _lees(request)
    context = {
        "rijen": range(RIJEN),
        "aanbieders": [
            (rij, leesbaar_adres(rij.url)) for rij in aanbieders(request.pad, gevonden.gekozen if gevonden else None)
        ],
        "contactpunten": [(rij, leesbaar_adres(rij.url)) for rij in request.pad.alle(Contactpunt).values()],
        "leeroverzicht": leesbaar_adres(request.pad.vaste(Ontwikkelpad).leeroverzicht_url),
    }
    context |= _delen(keuze)
    return _toon(request, "werkgevers/blad.html", None, keuze, gevonden, context)


def _lees(request: Verzoek) -> tuple[Keuze, Wegen | None]:
    """Return the choices in the address, and the ways to the goal; the choices name only a route that is there."""
    keuze = Keuze.uit(request.pad, dict(request.GET.lists()))
    gevonden = wegen(request.pad, keuze)
    return replace(keuze, via=gevonden.via if gevonden else ()), gevonden


def _routes(pad: Pad, keuze: Keuze, gevonden: Wegen) -> Iterator[tuple[Weg, str, list[Functie]]]:
    """Yield each way with the address that shows it, and the functies between begin and goal."""
    for weg in gevonden.alle:
        via = () if weg is gevonden.alle[0] else weg.via
        yield weg, keuze.adres(via=via), [pad.alle(Functie)[slug] for slug in weg.via]


def _toon(
    request: Verzoek,
    template: str,
    moment: Moment | None,
    keuze: Keuze,
    gevonden: Wegen | None,
    context: dict[str, Any],
) -> HttpResponse:
    """Render a page of the conversation, with what all of them show."""
    weg = gevonden.gekozen if gevonden else None
    gedeeld = {
        "keuze": keuze,
        "adres": keuze.adres(),
        "onbekend": keuze.onbekend[:GENOEMD],
        "meer_onbekend": len(keuze.onbekend) > GENOEMD,
        "moment": moment,
        "momenten": STAPPEN,
        "wegen": gevonden,
        "weg": weg,
        "vragen": vragen(request.pad, moment, weg) if moment else [],
        "leerwegen": leerwegen(request.pad, keuze.wie),
        "regelingen": geldig(request.pad.alle(Regeling).values(), timezone.localdate()),
    }
    return render(request, template, gedeeld | context)


def _delen(keuze: Keuze) -> dict[str, Any]:
    """How somebody else opens the same choices: a printed address and a QR code.

    The site knows its own address only from its settings. A page is kept for every host, so it never
    holds the host of a request: without that setting there is no code, and the browser completes the address.
    """
    pad = openbaar_pad("werkgevers:doel")
    volledig, kort = (f"{settings.SITE_URL}{pad}{keuze.adres(zonder=zonder)}" for zonder in ([], ["kan"]))
    lang = len(volledig) > LEESBAAR
    return {"deeladres": kort if lang else volledig, "ingekort": lang, "qr": _qr(volledig) if settings.SITE_URL else ""}


def _qr(adres: str) -> SafeString | str:
    """Return `adres` as a QR code: an SVG without a style of its own; empty when it does not fit."""
    try:
        code = segno.make(adres, error="l", micro=False)
    except segno.DataOverflowError:
        return ""
    return mark_safe(code.svg_inline(light="#fff", svgclass="qr", lineclass=None, omitsize=True))
