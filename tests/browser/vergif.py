"""Hostile text in every field that an editor types in, for tests/browser/test_xss.py."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.db.models import CharField, Field, Model, TextField

from functies.models import (
    Beroepsvereiste,
    Competentie,
    Doorgroei,
    Functie,
    FunctieOpleiding,
    Synoniem,
    Werkveld,
    Zijpad,
)
from opleidingen.models import Aanbieder, Opleiding
from tests.voorbeelden import DRILL
from uitgave.bouwen import bouw
from uitgave.inhoud import LinkField
from uitgave.publiceren import publiceer
from uitgave.soort import alle_modellen
from uitgave.vastleggen import vastleggen
from verhalen.models import Verhaal
from werkgevers.models import (
    Artikel,
    Begeleiding,
    Contactpunt,
    Doelgroep,
    Gespreksvraag,
    Gids,
    Gidsstap,
    Leerweg,
    Regeling,
)

VANDAAG = date(2026, 11, 22)

ALLE = [
    "<script>alert(1)</script>",
    "<ScRiPt>alert(1)</sCrIpT>",
    "<script src=//x.example/x.js></script>",
    "</script><script>alert(1)</script>",
    "<scr<script>ipt>alert(1)</script>",
    "<script>alert`1`</script>",
    "<script/x>alert(1)</script>",
    "<svg onload=alert(1)>",
    "<svg/onload=alert(1)//",
    "<svg><script>alert(1)</script></svg>",
    "<svg><animate onbegin=alert(1) attributeName=x dur=1s>",
    "<img src=x onerror=alert(1)>",
    "<img/src/onerror=alert(1)>",
    '"><img src=x onerror=alert(1)>',
    "'><img src=x onerror=alert(1)>",
    '" onmouseover="alert(1)',
    "' onmouseover='alert(1)",
    '" autofocus onfocus="alert(1)',
    "' autofocus onfocus='alert(1)",
    '" style="animation-name:x" onanimationstart="alert(1)',
    "<body onload=alert(1)>",
    "<body onpageshow=alert(1)>",
    "<iframe src=javascript:alert(1)>",
    "<iframe srcdoc='<script>alert(1)</script>'>",
    "<object data=javascript:alert(1)>",
    "<embed src=javascript:alert(1)>",
    "<a href=javascript:alert(1)>x</a>",
    "<a href='jav\tascript:alert(1)'>x</a>",
    "<a href=data:text/html,<script>alert(1)</script>>x",
    "<form action=javascript:alert(1)><input type=submit>",
    "<button formaction=javascript:alert(1)>x",
    "<input autofocus onfocus=alert(1)>",
    "<select autofocus onfocus=alert(1)>",
    "<textarea autofocus onfocus=alert(1)>",
    "</textarea><script>alert(1)</script>",
    "</title><script>alert(1)</script>",
    "</style><script>alert(1)</script>",
    "</option></select><script>alert(1)</script>",
    "<details open ontoggle=alert(1)>",
    "<video><source onerror=alert(1)>",
    "<audio src=x onerror=alert(1)>",
    "<marquee onstart=alert(1)>",
    "<math><mtext></form><form><mglyph><script>alert(1)</script>",
    "<noscript><p title='</noscript><img src=x onerror=alert(1)>'>",
    "<template><script>alert(1)</script></template>",
    "<link rel=stylesheet href=//x.example/x.css>",
    "<style>@import '//x.example/x.css';</style>",
    "<meta http-equiv=refresh content='0;url=javascript:alert(1)'>",
    "<base href=//x.example/>",
    "<!--><script>alert(1)</script>-->",
    "<![CDATA[<script>alert(1)</script>]]>",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "&#60;script&#62;alert(1)&#60;/script&#62;",
    "\\u003cscript\\u003ealert(1)\\u003c/script\\u003e",
    "\\x3cscript\\x3ealert(1)\\x3c/script\\x3e",
    "%3Cscript%3Ealert(1)%3C/script%3E",
    "javascript:alert(1)//",
    "';alert(1);//",
    '";alert(1);//',
    "`-alert(1)-`",
    "${alert(1)}",
    "{{7*7}}",
    "{x.__init__}",
    "{% load admin_urls %}{{ request }}",
    "<div data-hx-get=/zoeken/ data-hx-trigger=load>",
    "<div hx-on:load=alert(1)>",
    "\u202e<script>alert(1)</script>",
    "<img src=x onerror=alert(1)\u2028>",
]
# Each in a page of its own takes minutes: `make drill` does them all, any other run a quarter of them.
PAYLOADS = ALLE if DRILL else ALLE[::4]


def tekstvelden(model: type[Model]) -> Iterator[Field]:
    """The fields of `model` in which an editor types free text."""
    for veld in model._meta.concrete_fields:
        vrij = isinstance(veld, CharField | TextField) and not veld.choices and not isinstance(veld, LinkField)
        if vrij and veld.name not in ("sleutel", "slug", "code", "logo", "kleur", "pagina"):
            yield veld


def vergiftig() -> None:
    """Give every model as many rows as there are payloads, put one in every text field of each, and publish.

    A field without a limit gets all of them at once.
    """
    with vastleggen(None, PAYLOADS[0]):
        for model in (Werkveld, Beroepsvereiste, Competentie, Aanbieder, Opleiding, Functie, Synoniem):
            _vul_aan(model)
        functies, opleidingen = list(Functie.objects.order_by("pk")), list(Opleiding.objects.order_by("pk"))
        _vul_aan(Verhaal)
        _vul_aan(Zijpad)
        Doorgroei.objects.all().delete()
        for van, naar, opleiding in zip(functies, [*functies[1:], functies[0]], opleidingen, strict=False):
            Doorgroei.objects.create(van=van, naar=naar, soort="doorstroom", bron="x", gecontroleerd_op=VANDAAG)
            FunctieOpleiding.objects.get_or_create(functie=van, opleiding=opleiding)
        _voor_werkgevers()
        for model in alle_modellen():
            for nummer, rij in enumerate(model._default_manager.order_by("pk")):
                vergif(rij, nummer)
                rij.save()
    publiceer(bouw(), "x", VANDAAG, "\n".join(ALLE))


def vergif(rij: Model, nummer: int) -> None:
    for veld in tekstvelden(type(rij)):
        tekst = f"{nummer}{PAYLOADS[nummer % len(PAYLOADS)]}" if veld.max_length else "\n\n".join(ALLE)
        setattr(rij, veld.name, tekst[: veld.max_length])


def _voor_werkgevers() -> None:
    """Fill what employers read; every row shows, whatever was chosen and whatever the day."""
    for model in (Doelgroep, Leerweg, Regeling, Contactpunt, Gespreksvraag, Begeleiding, Gids, Gidsstap, Artikel):
        _vul_aan(model)
    Regeling.objects.update(geldig_van=None, geldig_tot=None)
    Gespreksvraag.objects.update(soort="", functie=None)
    for leerweg in Leerweg.objects.all():
        leerweg.doelgroepen.set(Doelgroep.objects.all())
    for stap in Gidsstap.objects.all():
        for gids in Gids.objects.all():
            stap.taken.create(gids=gids, tekst="x")
        stap.links.create(naam="x", url="https://x.example/", toelichting="x", voor_kandidaat=True)
    for artikel in Artikel.objects.all():
        artikel.punten.create(kop="x", tekst="x")


def _vul_aan(model: type[Model]) -> None:
    """Copy the last row until there are as many rows as payloads."""
    rij: Any = model._default_manager.order_by("pk").last()
    for nummer in range(model._default_manager.count(), len(PAYLOADS)):
        rij.pk, rij._state.adding = None, True
        if hasattr(rij, "slug"):
            rij.slug, rij.sleutel = f"x{nummer}", ""
        if hasattr(rij, "nummer"):
            rij.nummer = nummer + 1
        if hasattr(rij, "code"):
            rij.code, rij.coderegister = "", None
        if model in (Synoniem, Zijpad):
            vergif(rij, nummer)
        rij.save()
