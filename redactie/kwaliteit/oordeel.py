"""What people said of warnings: accepted for a time with a reason, or new since the last publication."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from django.core.exceptions import ValidationError
from django.utils import timezone

from redactie.kwaliteit.modellen import Acceptatie, Keuring
from uitgave.vastleggen import Gebruiker, alleen

if TYPE_CHECKING:
    from redactie.kwaliteit.bevindingen import Bevinding

LANGST = timedelta(days=365)  # after that somebody reads it again


def beoordeeld(gevonden: "Iterable[Bevinding]") -> "list[Bevinding]":
    """Return the same findings, each warning with who accepted it, and with whether it is new."""
    geaccepteerd = {rij.merk: rij for rij in geldige()}
    keuring = Keuring.objects.order_by("-pk").first()
    bekend = set(keuring.merken) if keuring else None
    return [
        replace(
            bevinding,
            acceptatie=geaccepteerd.get(bevinding.merk),
            nieuw=bekend is not None and bevinding.merk not in bekend,
        )
        if bevinding.is_waarschuwing
        else bevinding
        for bevinding in gevonden
    ]


def geldige() -> "Iterable[Acceptatie]":
    """Return what is accepted today."""
    return Acceptatie.objects.filter(tot__gte=timezone.localdate()).select_related("door")


def te_lezen(gevonden: "Iterable[Bevinding]") -> "list[Bevinding]":
    """Return what somebody must read before publishing: all that nobody accepted."""
    return [bevinding for bevinding in gevonden if not bevinding.acceptatie]


def onthoud(gevonden: "Iterable[Bevinding]") -> None:
    """Keep which warnings there were when somebody published: each other one is new the next time."""
    merken = [bevinding.merk for bevinding in gevonden if bevinding.is_waarschuwing]
    with alleen():
        Keuring.objects.all().delete()
        Keuring.objects.create(merken=merken)


def accepteer(wat: "Iterable[Bevinding]", reden: str, tot: date, wie: Gebruiker) -> None:
    """Leave warnings as they are until the end of `tot`. Raises ValidationError for an error, or a wrong time."""
    vandaag = timezone.localdate()
    if not vandaag <= tot <= vandaag + LANGST:
        raise ValidationError({"tot": "Kies een dag tussen vandaag en over een jaar."})
    with alleen():
        for bevinding in wat:
            if not bevinding.is_waarschuwing:
                raise ValidationError("Een fout kun je niet accepteren. Los die op.")
            rij = Acceptatie.objects.filter(merk=bevinding.merk).first() or Acceptatie(merk=bevinding.merk)
            rij.tekst, rij.reden, rij.tot, rij.op = bevinding.tekst, reden, tot, timezone.now()
            rij.door_id = getattr(wie, "pk", None)
            rij.full_clean()
            rij.save()


def trek_in(merk: str) -> bool:
    """Let an accepted warning ask for attention again. False when it was not accepted any more."""
    with alleen():
        return bool(Acceptatie.objects.filter(merk=merk).delete()[0])
