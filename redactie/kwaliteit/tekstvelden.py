"""Fields for running text in the admin, with a hint beside them on how easily the text reads.

The hint helps and never stops anybody. Python measures, for the page and for the script that asks again
while somebody types (static/beheer/leeshint.js); without the script the hint is about the text as it was saved.
"""

import re
from functools import cache, lru_cache
from typing import Any

from django import forms
from django.contrib import admin
from django.contrib.admin.widgets import AdminTextareaWidget, AdminTextInputWidget
from django.db import models
from django.forms.widgets import Script
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.views.decorators.http import require_POST

from redactie.kwaliteit.leesbaarheid import hints
from uitgave.huidig import huidig
from uitgave.inhoud import LinkField, OpmaakField, RegelVeld, SlugVeld, TekstField
from uitgave.inhoud import tekstvelden as inhoudsvelden
from uitgave.opmaak import HOOGSTE, opmaak, plat
from uitgave.pad import Pad
from uitgave.soort import soorten
from uitgave.tekst import hoofdletter

ZONDER_ZINNEN = ("naam", "bron", "waarde", "zoekwoorden", "varianten", "pagina", "toestemming_van")
MEESTE_TEKENS = 50_000  # characters that are measured while somebody types: far more than any text of a site
PARAGRAAF = 200  # characters: a shorter field is one line
PLATTE_TEKST = "text/plain; charset=utf-8"
OPMAAKHULP = "Vet: **woord**. Lijst: begin elke regel met - en een spatie. Link: [woorden](https://…)."
KOPHULP = " Tussenkop: begin de regel met ## en een spatie."
# What is wrong with a field, where Django says it in words that editors do not know.
ONGELDIG: dict[type[models.Field], str] = {
    models.SlugField: "Gebruik alleen letters zonder accent, cijfers en streepjes. Bijvoorbeeld: team-leider.",
    models.DateField: "Vul een datum in die bestaat, zoals 31-12-2026.",
}


def heeft_zinnen(veld: models.Field) -> bool:
    """True for a field that holds sentences for visitors: not a name, a link, or where something comes from."""
    if veld.name in ZONDER_ZINNEN or veld.choices or isinstance(veld, LinkField | models.SlugField):
        return False
    lang = isinstance(veld, models.CharField) and (veld.max_length or 0) >= 100
    return lang or (isinstance(veld, TekstField) and veld.zinnen)


@cache
def tekstvelden(model: type[models.Model]) -> list[models.Field]:
    """Return the fields of `model` that hold sentences."""
    return [veld for veld in model._meta.concrete_fields if heeft_zinnen(veld)]


@cache
def zichtbare_teksten(model: type[models.Model]) -> list[models.Field]:
    """Return the fields of `model` with words for visitors, names and sources too; no links, choices or code."""
    velden = (veld for veld in inhoudsvelden(model) if not veld.choices and getattr(veld, "zinnen", True))
    return [veld for veld in velden if not isinstance(veld, LinkField | models.SlugField)]


@cache
def opmaakvelden(model: type[models.Model]) -> list[models.Field]:
    """Return the fields of `model` with text that has form."""
    return [veld for veld in model._meta.concrete_fields if isinstance(veld, OpmaakField)]


def leeshint(tekst: str) -> str:
    """Return the hints for `tekst`, one a line."""
    return "\n".join(hints(plat(tekst), _vaktaal(huidig.pad)))


@lru_cache(maxsize=1)
def _vaktaal(pad: Pad | None) -> tuple[str, ...]:
    """Return the long words in names that nobody can do without."""
    rijen = [rij for soort in soorten() if soort.vaktaal and pad for rij in pad.delen[soort.deel].values()]
    return tuple({woord for rij in rijen for woord in re.findall(r"[^\W\d_]{8,}", rij.naam.casefold())})


@require_POST
def leesbaarheid(request: HttpRequest) -> HttpResponse:
    """Answer with the hints for the text that somebody is typing, as plain text."""
    tekst = request.POST.get("tekst", "")
    return _weiger(tekst) or HttpResponse(leeshint(tekst), PLATTE_TEKST)


@require_POST
def opgemaakt(request: HttpRequest) -> HttpResponse:
    """Answer with the text that somebody is typing as visitors will see it: safe HTML, with links to the preview."""
    tekst, kop = request.POST.get("tekst", ""), HOOGSTE + 1 if request.POST.get("koppen") else 0
    return _weiger(tekst) or HttpResponse(opmaak(tekst, kop, reverse("admin:voorbeeld")))


def _weiger(tekst: str) -> HttpResponse | None:
    """Return why a text that is being typed is not looked at; None when it is."""
    if "\0" in tekst:
        return HttpResponse("Deze tekst bevat een teken dat niet kan.", PLATTE_TEKST, 400)
    if len(tekst) > MEESTE_TEKENS:
        return HttpResponse("Deze tekst is te lang om te meten.", PLATTE_TEKST, 413)
    return None


class _MetLeeshint(forms.Widget):
    """A stock widget, with the hint below it. Screen readers hear it with the help text, and when it changes."""

    def render(self, name: str, value: Any, attrs: dict[str, Any] | None = None, renderer: Any = None) -> SafeString:
        attrs = dict(attrs or {})
        kenmerk = f"{attrs.get('id', name)}_leeshint"
        attrs["aria-describedby"] = f"{attrs.get('aria-describedby') or ''} {kenmerk}".strip()
        attrs["data-leeshint"] = reverse("admin:leesbaarheid")
        hint = leeshint(str(value or ""))
        return format_html(
            '<div class="metleeshint">{}<p class="leeshint" id="{}" aria-live="polite">{}</p></div>',
            super().render(name, value, attrs, renderer),
            kenmerk,
            hint,
        )


class TekstMetHint(_MetLeeshint, AdminTextareaWidget):
    """Several lines, with a hint."""


class OpmaakMetHint(TekstMetHint):
    """Several lines that may have form. The script puts buttons above them, and beside them what visitors will see."""

    class Media:
        js = (Script("opmaak.js", defer=True),)

    def __init__(self, koppen: bool) -> None:
        super().__init__()
        self.koppen = koppen

    def render(self, name: str, value: Any, attrs: dict[str, Any] | None = None, renderer: Any = None) -> SafeString:
        attrs = dict(attrs or {})
        kenmerk = f"{attrs.get('id', name)}_opmaakhulp"
        attrs["aria-describedby"] = f"{attrs.get('aria-describedby') or ''} {kenmerk}".strip()
        attrs["data-opmaak"] = reverse("admin:opgemaakt")
        if self.koppen:
            attrs["data-koppen"] = "ja"
        return format_html(
            '<div class="metopmaak">{}<p class="opmaakhulp" id="{}">{}{}</p></div>',
            super().render(name, value, attrs, renderer),
            kenmerk,
            OPMAAKHULP,
            KOPHULP if self.koppen else "",
        )


class RegelMetHint(_MetLeeshint, AdminTextInputWidget):
    """One line, with a hint."""


class ParagraafMetHint(TekstMetHint):
    """A few sentences that are one paragraph: all of it is in sight."""

    def __init__(self) -> None:
        super().__init__({"rows": 3})


def _widget(veld: Any) -> Any:
    if isinstance(veld, OpmaakField):
        return OpmaakMetHint(veld.koppen)
    if isinstance(veld, TekstField):
        return TekstMetHint
    return ParagraafMetHint if veld.max_length >= PARAGRAAF else RegelMetHint


class MetLeeshints:
    """Makes an admin page, or an inline of it, show a hint at every field that holds sentences, and plain errors.

    What is typed in a field of one line is cleaned before it is judged; a TekstField sees to that itself.
    """

    def formfield_for_dbfield(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        if type(db_field) in ONGELDIG:
            kwargs["error_messages"] = {"invalid": ONGELDIG[type(db_field)]}
        if isinstance(db_field, models.CharField):
            kwargs["form_class"] = SlugVeld if isinstance(db_field, models.SlugField) else RegelVeld
        if heeft_zinnen(db_field):
            kwargs["widget"] = _widget(db_field)
        veld = super().formfield_for_dbfield(db_field, request, **kwargs)  # type: ignore[misc]  # of Django's admin
        if veld and isinstance(self, admin.TabularInline):  # the words above a column are no label of what is below it
            kern = getattr(veld.widget, "widget", veld.widget)  # without the buttons that Django puts around a choice
            kern.attrs["aria-label"] = hoofdletter(str(veld.label))
        return veld
