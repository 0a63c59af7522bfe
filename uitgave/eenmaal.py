"""Texts that no two rows may share, whatever their capitals and accents. The rules follow from the models."""

from collections import defaultdict
from collections.abc import Collection, Hashable, Iterable, Iterator
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import CharField, Model, TextField

from uitgave.soort import unieke_groepen
from uitgave.tekst import schoon
from uitgave.volgorde import Gevouwen
from zoeken.vouwen import gevouwen


def unieke_teksten(model: type[Model]) -> list[tuple[str, ...]]:
    """Return the groups of fields that no two rows may share, with a text among them: no slug, link or choice."""
    los = [(veld.name,) for veld in model._meta.concrete_fields if veld.unique and not veld.primary_key]
    samen = [velden for velden, altijd in unieke_groepen(model) if altijd]
    return [velden for velden in (*los, *samen) if any(_is_tekst(model, veld) for veld in velden)]


def dubbelen(model: type[Model], rijen: Iterable[Any]) -> Iterator[tuple[tuple[str, ...], list[Any]]]:
    """Yield the groups of fields with the `rijen` of `model` that share what is in them."""
    rijen = list(rijen)
    for velden in unieke_teksten(model):
        gevonden: dict[Hashable, list[Any]] = defaultdict(list)
        for rij in rijen:
            gevonden[tuple(_gevouwen(model, veld, rij) for veld in velden)].append(rij)
        yield from ((velden, samen) for samen in gevonden.values() if len(samen) > 1)


def tekst_van(model: type[Model], velden: Iterable[str]) -> str:
    """Return what editors call the text in a group of fields."""
    return str(next(model._meta.get_field(veld) for veld in velden if _is_tekst(model, veld)).verbose_name)  # type: ignore[union-attr]


def weiger_dubbel(rij: Any, behalve: Collection[str]) -> None:
    """Raise ValidationError when `rij` gets a text that another row has in other capitals or accents.

    Groups with a field of `behalve` are left out. A row that was stored so before this rule was there may stay so.
    """
    model = type(rij)
    for velden in unieke_teksten(model):
        waarden = {veld.attname: getattr(rij, veld.attname) for veld in map(model._meta.get_field, velden)}
        if set(velden) & set(behalve) or None in waarden.values():
            continue
        teksten = {naam: waarden.pop(naam) for naam in velden if _is_tekst(model, naam)}
        vraag = model._default_manager.alias(**{f"{naam}_gevouwen": Gevouwen(naam) for naam in teksten})
        vraag = vraag.filter(**waarden, **{f"{naam}_gevouwen": gevouwen(tekst) for naam, tekst in teksten.items()})
        gelijken = {gelijke.pk: gelijke for gelijke in vraag}
        anders = [gelijke for gelijke in gelijken.values() if any(getattr(gelijke, n) != t for n, t in teksten.items())]
        if anders and rij.pk not in gelijken:  # Django itself refuses what is wholly the same
            uitleg = f"Dit staat er al: ‘{anders[0]}’. Alleen de hoofdletters of accenten zijn anders."
            raise ValidationError({next(iter(teksten)): ValidationError(uitleg, code="dubbel")})


def _is_tekst(model: type[Model], naam: str) -> bool:
    veld: Any = model._meta.get_field(naam)
    return (type(veld) is CharField or isinstance(veld, TextField)) and not veld.choices


def _gevouwen(model: type[Model], naam: str, rij: Any) -> Hashable:
    veld: Any = model._meta.get_field(naam)
    waarde: Hashable = getattr(rij, veld.attname)
    return gevouwen(schoon(waarde, True)) if isinstance(waarde, str) else waarde
