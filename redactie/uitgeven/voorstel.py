"""What waits for publication: what differs, who changed it, what stays behind and why, and what is asked."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Any, TypeVar

from redactie.adressen import wijzigen, wijzigen_bij
from redactie.kwaliteit.bevindingen import Bevinding, Werkkopie, bevindingen
from redactie.models import Achterhouding, Klaarmelding, Uitspraak
from redactie.uitgeven.gekozen import gekozen_kopie
from redactie.uitgeven.keuze import Breuk, Keuze, Vergelijking, Waarom, op_dezelfde_pagina, zonder_breuk
from redactie.uitgeven.vindplaats import met_adres, rijen_van
from redactie.uitgeven.wie import Wie, wie_veranderde
from uitgave.bouwen import bouw
from uitgave.leesbaar import OpDeSite, op_de_site
from uitgave.soort import delen
from uitgave.verschil import Rijsleutel, Verschil, verschillen

U = TypeVar("U", bound=Uitspraak)

ALLES = Rijsleutel("", "")  # by this name everything is said to be ready

ZINNEN = {
    Waarom.VERWIJST: "{rij} kan niet mee zonder {nodig}.",
    Waarom.GEBRUIKT: "{rij} wordt nog gebruikt door {nodig}.",
    Waarom.DUBBEL: "{rij} krijgt iets wat nu nog van {nodig} is, zoals een naam of een webadres.",
    Waarom.ONMISBAAR: "Zonder {nodig} is er geen site.",
}


@dataclass(frozen=True)
class Wachtend:
    """A difference as the page of publishing shows it."""

    verschil: Verschil
    sleutel: Rijsleutel
    mee: bool
    rij: Any = None  # the row of the working copy, while it is there
    wie: Wie | None = None
    achterhouding: Achterhouding | None = None
    klaar: Klaarmelding | None = None
    blijft: str = ""  # why it stays behind, where nobody said so of the row itself

    @property
    def adres(self) -> str:
        """Where an editor changes it."""
        return wijzigen(self.rij)

    @property
    def groep(self) -> str:
        return delen()[self.sleutel.deel].meervoud

    @property
    def deel(self) -> str:
        return self.sleutel.deel


class Voorstel:
    """The working copy beside the edition on the site. Raises Ontbreekt like `bouw`."""

    def __init__(self, kopie: Werkkopie | None = None, nu: OpDeSite | None = None) -> None:
        self.kopie = kopie or Werkkopie()
        self.nu = nu or op_de_site()
        self.nieuw = bouw(kopie=self.kopie)
        self.achterhoudingen = self._gevonden(Achterhouding.objects.select_related("door"))
        self.achtergehouden = self._per_naam(self.achterhoudingen)

    def _gevonden(self, gezegd: Iterable[U]) -> list[U]:
        """Return what was said of rows, each with the page of its row while that is there."""
        alle = list(gezegd)
        for een in alle:
            if rij := self._rij_van(een):
                een.adres = wijzigen_bij(rij)
        return alle

    def _rij_van(self, wat: Uitspraak) -> Any:
        soort = delen().get(wat.deel)
        return self.kopie.met_nummer(soort.model, wat.nummer) if soort else None

    def _per_naam(self, gezegd: Iterable[U]) -> dict[Rijsleutel, U]:
        return {sleutel: een for een in gezegd for sleutel in self.namen_van(een)}

    def namen_van(self, wat: Uitspraak) -> Iterable[Rijsleutel]:
        """Yield the name that the row had when something was said of it, and the one that it has now."""
        yield wat.sleutel
        if rij := self._rij_van(wat):
            yield Rijsleutel.van(delen()[wat.deel], rij)

    @cached_property
    def twee(self) -> Vergelijking:
        return Vergelijking(self.nu.document, self.nieuw)

    @cached_property
    def verschillen(self) -> list[Verschil]:
        return met_adres(self._anders, self._rijen)

    @cached_property
    def _anders(self) -> list[Verschil]:
        return verschillen(self.nu.document, self.nieuw)

    @cached_property
    def _rijen(self) -> dict[Rijsleutel, Any]:
        return rijen_van(self._anders, self.kopie)

    @cached_property
    def klaarmeldingen(self) -> list[Klaarmelding]:
        """What somebody said to be ready."""
        return self._gevonden(Klaarmelding.objects.select_related("door"))

    @cached_property
    def _achter(self) -> dict[Rijsleutel, Rijsleutel]:
        """What is held back, and what stands on the page of such a row, each with that row."""
        return op_dezelfde_pagina(self.twee, self.achtergehouden) if self.achtergehouden else {}

    @cached_property
    def _standaard(self) -> tuple[Keuze, list[Breuk]]:
        """All but what is held back, and what cannot go along without that."""
        return zonder_breuk(self.twee, self.twee.verschillend - self._achter.keys())

    @property
    def standaard(self) -> Keuze:
        return self._standaard[0]

    def keuze(self, mee: Iterable[Rijsleutel]) -> Keuze:
        """Return the choice of these differences; what is held back is never among them."""
        return Keuze(self.twee, self.twee.verschillend.intersection(mee) - self.achtergehouden.keys())

    def bevindingen(self, keuze: Keuze) -> list[Bevinding]:
        """Return what the gate finds in what would be published; nothing while that would break."""
        return [] if keuze.breuken else bevindingen(gekozen_kopie(self.kopie, keuze))

    def breekt(self, keuze: Keuze) -> list[str]:
        """Return in sentences what would break, and what can be done about that."""
        return [f"{self._zin(breuk)} {self._uitweg(breuk)}" for breuk in keuze.breuken]

    def _zin(self, breuk: Breuk) -> str:
        return ZINNEN[breuk.waarom].format(rij=self._naam(breuk.rij), nodig=self._naam(breuk.nodig))

    def _uitweg(self, breuk: Breuk) -> str:
        if breuk.nodig in self.achtergehouden:
            return f"{self._naam(breuk.nodig)} wordt achtergehouden. Hef dat op, of laat dit ook achter."
        return "Neem dat ook mee." if breuk.rij is None else "Neem dat ook mee, of laat dit achter."

    @cached_property
    def _namen(self) -> dict[Rijsleutel | None, str]:
        return {verschil.rij: f"{verschil.soort} ‘{verschil.naam}’" for verschil in self.verschillen}

    def _naam(self, sleutel: Rijsleutel | None) -> str:
        return self._namen.get(sleutel, "") or (delen()[sleutel.deel].enkelvoud if sleutel else "")

    def wachtend(self, keuze: Keuze) -> list[Wachtend]:
        """Return every difference with all that an editor must know to choose."""
        rijen, klaar = self._rijen, self._per_naam(self.klaarmeldingen)
        wie = wie_veranderde([v.rij for v in self.verschillen if v.rij], rijen, self.kopie, self.nu.uitgave)
        blijft = {rij: f"Hoort bij {self.achtergehouden[bij].naam}." for rij, bij in self._achter.items() if rij != bij}
        blijft |= {breuk.rij: self._zin(breuk) for breuk in self._standaard[1] if breuk.rij}
        return [
            Wachtend(
                verschil,
                sleutel,
                sleutel in keuze.mee,
                rijen.get(sleutel),
                wie.get(sleutel),
                self.achtergehouden.get(sleutel),
                klaar.get(sleutel),
                "" if sleutel in keuze.mee else blijft.get(sleutel, ""),
            )
            for verschil in self.verschillen
            if (sleutel := verschil.rij)
        ]
