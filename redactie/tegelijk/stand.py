"""What a form of the admin holds, as plain values: what it started from, what is stored, what was typed."""

import re
from collections import defaultdict
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from django import forms
from django.core import signing
from django.core.exceptions import ValidationError
from django.db.models import Model
from django.forms.formsets import DELETION_FIELD_NAME, ManagementForm
from django.http import QueryDict

from uitgave.tekst import hoofdletter

Waarde = str | list[str]
Rijwaarden = dict[str, Waarde]
# Prefix of the inline, or "" for the page itself → key of the row → its fields.
Paginastand = dict[str, dict[str, Rijwaarden]]

_pakker = signing.Signer(salt="redactie.tegelijk.stand")


@dataclass(frozen=True)
class Lijst:
    """One kind of rows on a page, as they are stored: the row of the page itself, or those of an inline."""

    model: type[Model]
    velden: dict[str, forms.Field]
    rijen: dict[str, Rijwaarden]
    objecten: dict[str, Model]
    prefix: str = ""
    sleutel: str = ""  # the field with the key of a row
    soort: str = ""  # what editors call such a row
    meeste: int = 0  # rows that Django accepts

    def voor(self, nummer: int) -> str:
        """Return how the names of the fields of this row begin in the form."""
        return f"{self.prefix}-{nummer}-" if self.prefix else ""

    def naam(self, rij: Rijwaarden) -> str:
        """Return what to call a row of an inline: its kind, and what its first field says."""
        eerste = next(iter(self.velden))
        return hoofdletter(f"{self.soort} ‘{leesbaar(self.velden[eerste], rij.get(eerste, ''))}’")


@dataclass
class Getypt:
    """A row as it was sent back."""

    nummer: int
    pk: str
    rij: Rijwaarden
    weg: bool = False


def lijsten(context: dict[str, Any]) -> list[Lijst]:
    """Return what the page of a row shows, from the context of its template and unbound forms."""
    return [
        lijst_van(context["adminform"].form),
        *(
            lijst_van_inline(inline.formset, inline.opts.verbose_name)
            for inline in context["inline_admin_formsets"]
            if inline.has_change_permission
        ),
    ]


def lijst_van(formulier: Any) -> Lijst:
    """Return the row of an unbound form."""
    velden = _te_typen(formulier, ())
    return Lijst(type(formulier.instance), velden, {"": _rij(formulier, velden)}, {"": formulier.instance})


def lijst_van_inline(formset: Any, soort: str) -> Lijst:
    """Return the rows of an unbound inline; editors call one of them a `soort`."""
    sleutel = formset.model._meta.pk.name
    velden = _te_typen(formset.empty_form, (sleutel, formset.fk.name, DELETION_FIELD_NAME))
    bestaand = {str(formulier.instance.pk): formulier for formulier in formset.initial_forms}
    return Lijst(
        formset.model,
        velden,
        {pk: _rij(formulier, velden) for pk, formulier in bestaand.items()},
        {pk: formulier.instance for pk, formulier in bestaand.items()},
        formset.prefix,
        sleutel,
        str(soort),
        formset.absolute_max,
    )


def _te_typen(formulier: Any, behalve: tuple[str, ...]) -> dict[str, forms.Field]:
    return {naam: veld for naam, veld in formulier.fields.items() if naam not in behalve and not veld.disabled}


def _rij(formulier: Any, velden: dict[str, forms.Field]) -> Rijwaarden:
    return {naam: _zoals_getypt(veld, formulier[naam].value()) for naam, veld in velden.items()}


def getypt(lijst: Lijst, gegevens: QueryDict) -> list[Getypt] | None:
    """Return the rows of `lijst` that were sent back; None when Django will refuse the whole of it."""
    if not lijst.prefix:
        return [Getypt(0, "", _getypte_rij(lijst, gegevens, ""))]
    beheer = ManagementForm(gegevens, prefix=lijst.prefix)
    aantal: Any = beheer.cleaned_data["TOTAL_FORMS"] if beheer.is_valid() else None
    if aantal is None or aantal > lijst.meeste:
        return None
    return [
        Getypt(
            nummer,
            gegevens.get(voor + lijst.sleutel, ""),
            _getypte_rij(lijst, gegevens, voor),
            voor + DELETION_FIELD_NAME in gegevens,
        )
        for nummer in range(aantal)
        for voor in [lijst.voor(nummer)]
    ]


def _getypte_rij(lijst: Lijst, gegevens: QueryDict, voor: str) -> Rijwaarden:
    return {
        naam: _zoals_getypt(veld, veld.widget.value_from_datadict(gegevens, {}, voor + naam))
        for naam, veld in lijst.velden.items()
    }


def _zoals_getypt(veld: forms.Field, ruw: Any) -> Waarde:
    """Return a value as a browser sends it, always written in the same way."""
    if isinstance(veld, forms.ModelMultipleChoiceField):
        return sorted(str(deel) for deel in ruw or [])
    if isinstance(veld, forms.BooleanField):
        return "on" if veld.to_python(ruw) else ""
    if not isinstance(veld, forms.ModelChoiceField):
        with suppress(ValidationError):
            ruw = veld.to_python(ruw)
    waarde = veld.widget.format_value(ruw)
    tekst = "".join(waarde) if isinstance(waarde, list) else str(waarde or "")
    return tekst.replace("\r\n", "\n")


def vul_in(gegevens: QueryDict, naam: str, veld: forms.Field, waarde: Waarde) -> None:
    """Put a value in what was sent back, as if it had been typed there."""
    if isinstance(veld, forms.BooleanField) and not waarde:
        gegevens.pop(naam, None)
    else:
        gegevens.setlist(naam, waarde if isinstance(waarde, list) else [waarde])


def hernummer(gegevens: QueryDict, prefix: str, bestaand: list[int], nieuw: list[int]) -> None:
    """Keep only these rows of an inline in what was sent back: first those that are stored, then the new ones."""
    rijen: dict[int, dict[str, list[str]]] = defaultdict(dict)
    for naam in list(gegevens):
        if gevonden := re.fullmatch(rf"{re.escape(prefix)}-(\d{{1,4}})-(.+)", naam):
            rijen[int(gevonden[1])][gevonden[2]] = gegevens.pop(naam)
    for nummer, oud in enumerate([*bestaand, *nieuw]):
        for rest, waarden in rijen[oud].items():
            gegevens.setlist(f"{prefix}-{nummer}-{rest}", waarden)
    gegevens[f"{prefix}-INITIAL_FORMS"] = str(len(bestaand))
    gegevens[f"{prefix}-TOTAL_FORMS"] = str(len(bestaand) + len(nieuw))


def leesbaar(veld: forms.Field, waarde: Waarde) -> str:
    """Return a value as an editor reads it: names instead of keys, and one a line of a list."""
    if isinstance(veld, forms.BooleanField):
        return "ja" if waarde else "nee"
    if isinstance(veld, forms.ModelChoiceField):
        return "\n".join(_namen(veld, waarde if isinstance(waarde, list) else [waarde]))
    if isinstance(veld, forms.ChoiceField):
        keuzes: Any = veld.choices
        return str({str(keuze): naam for keuze, naam in keuzes}.get(str(waarde), waarde))
    return str(waarde)


def _namen(veld: forms.ModelChoiceField, sleutels: list[str]) -> Iterator[str]:
    echte = [sleutel for sleutel in sleutels if sleutel.isdecimal()]
    rijen: Any = veld.queryset
    namen = {str(rij.pk): veld.label_from_instance(rij) for rij in rijen.filter(pk__in=echte)}
    return (namen.get(sleutel, f"{sleutel} (bestaat niet meer)") for sleutel in sleutels if sleutel)


def pak_in(rijen: list[Lijst]) -> str:
    """Return what a page shows as a short text for a hidden field."""
    return _pakker.sign_object({lijst.prefix: lijst.rijen for lijst in rijen}, compress=True)


def pak_uit(tekst: str) -> Paginastand:
    """Return what `pak_in` packed; nothing at all when the text is missing or not ours."""
    try:
        return dict(_pakker.unsign_object(tekst))
    except signing.BadSignature:
        return {}
