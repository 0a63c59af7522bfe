"""The way from an empty site to its first edition, for the front page of the desk."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.contrib.auth import get_permission_codename
from django.contrib.auth.models import AnonymousUser, User
from django.db.models import ForeignKey, Model
from django.urls import reverse

from redactie.adressen import maken
from uitgave.inhoud import Inhoud
from uitgave.soort import Soort, is_inhoud, soort_van, soorten


@dataclass(frozen=True)
class Stap:
    """Something to do, with where it is done; no address where this editor cannot do it (yet)."""

    tekst: str
    adres: str = ""
    klaar: bool = False


def eerste_stappen(gebruiker: User | AnonymousUser) -> list[Stap]:
    """Return what a site needs before its first edition, in order: its rows, a look at them, publishing."""
    stappen = [_stap(gebruiker, soort) for soort in _nodig()]
    compleet = all(stap.klaar for stap in stappen)
    mag = gebruiker.has_perm("uitgave.publiceren")
    stappen.append(Stap("Bekijk het voorbeeld", reverse("admin:voorbeeld") if compleet else ""))
    stappen.append(
        Stap("Publiceer de eerste uitgave", reverse("admin:publiceren") if compleet else "")
        if mag
        else Stap("Vraag een eindredacteur om te publiceren")
    )
    return stappen


def mag_maken(gebruiker: User | AnonymousUser, model: type[Model]) -> bool:
    return gebruiker.has_perm(f"{model._meta.app_label}.{get_permission_codename('add', model._meta)}")


def _stap(gebruiker: User | AnonymousUser, soort: Soort) -> Stap:
    opties, rijen = soort.model._meta, soort.model._default_manager.all()
    klaar = (rijen.filter(zichtbaar=True) if issubclass(soort.model, Inhoud) else rijen).exists()
    tekst = f"Vul de {opties.verbose_name_plural} in" if soort.enig else f"Maak een {opties.verbose_name}"
    return Stap(tekst, "" if klaar or not mag_maken(gebruiker, soort.model) else maken(soort.model), klaar)


def _nodig() -> dict[Soort, None]:
    """Return the kinds with one row that is always there, and those of the first row that visitors come for."""
    eerste = min(soorten(), key=lambda soort: soort.rang)
    return dict.fromkeys([*(soort for soort in soorten() if soort.verplicht_enig), *_met_voorgangers(eerste)])


def _met_voorgangers(soort: Soort) -> Iterator[Soort]:
    """Yield the kinds that a row of this kind cannot do without, and then the kind itself."""
    for veld in soort.model._meta.concrete_fields:
        if isinstance(veld, ForeignKey) and not veld.blank and is_inhoud(veld.related_model):
            yield from _met_voorgangers(soort_van(veld.related_model))
    yield soort
