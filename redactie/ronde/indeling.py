"""Which rows somebody should check again now: so many a month for each editor, that all have their turn in a year."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from math import ceil
from typing import Any

from django.contrib.auth.models import User
from django.db.models import Model
from django.urls import reverse
from django.utils import timezone

from redactie.adressen import wijzigen
from redactie.bijrij import soort_id
from redactie.kwaliteit.bevindingen import HOUDBAAR, Werkkopie, aanduiding
from redactie.links.gebruik import eigen_links
from redactie.models import Nakijker
from redactie.templatetags.wie_wanneer import wie
from redactie.wachtend import Wacht, wacht
from uitgave.inhoud import Inhoud
from uitgave.soort import Soort, soort_van, soorten
from uitgave.tekst import hoofdletter, volgorde
from uitgave.verschil import Veldverschil

MAANDEN = 12
LANG = 600  # characters


@dataclass(eq=False)
class Beurt:
    """A row that is checked again each year, and by whom."""

    rij: Any
    nakijker: User | None
    aan_de_beurt: bool = False
    te_laat: bool = False  # longer than a year ago
    zegt: Sequence[Veldverschil] = ()  # for who was asked to show it

    @property
    def lang(self) -> bool:
        """True when it says more than can be seen at a glance."""
        return sum(len(veld.nieuw) for veld in self.zegt) > LANG

    @property
    def soort(self) -> Soort:
        return soort_van(type(self.rij))

    @property
    def waarde(self) -> str:
        """What the row is called in a form."""
        return waarde_van(self.rij)

    @property
    def naam(self) -> str:
        return hoofdletter(aanduiding(self.rij)) if self.soort.enig else str(self.rij)

    @property
    def adres(self) -> str:
        return wijzigen(self.rij)

    @property
    def links(self) -> list[str]:
        return eigen_links(self.rij)


@dataclass(frozen=True)
class Deel:
    """What one editor, or nobody in particular, has to check."""

    nakijker: User | None
    alle: int
    per_maand: int
    gedaan: int  # this month
    nog: int
    te_laat: int


class Ronde:
    """All rows that visitors see and that have a date of checking: those of longest ago first."""

    def __init__(self, kopie: Werkkopie | None = None) -> None:
        self._getoond = (kopie or Werkkopie()).getoond
        rijen = Nakijker.objects.select_related("wie").filter(wie__is_active=True)
        self._nakijkers = {rij.plek: rij.wie for rij in rijen}

    @cached_property
    def beurten(self) -> list[Beurt]:
        per_soort = [(model, self._getoond[model]) for model in nakijkbaar()]
        alle = [Beurt(rij, self.nakijker(rij)) for _, rijen in per_soort for rij in rijen if rij.gecontroleerd_op]
        alle.sort(key=lambda beurt: (beurt.rij.gecontroleerd_op, beurt.soort.plek))
        for deel in self._per_nakijker(alle).values():
            verdeel(deel, timezone.localdate())
        return alle

    @cached_property
    def delen(self) -> list[Deel]:
        """What each editor has to check; nobody in particular comes last."""
        per_nakijker = self._per_nakijker(self.beurten)
        delen = [_deel(beurten[0].nakijker, beurten) for beurten in per_nakijker.values()]
        return sorted(delen, key=lambda deel: (deel.nakijker is None, volgorde(wie(deel.nakijker))))

    def nakijker(self, rij: Model) -> User | None:
        """Return who checks a row: the editor of that row, or else of all rows of its kind."""
        soort = soort_id(type(rij))
        return self._nakijkers.get((soort, str(rij.pk))) or self._nakijkers.get((soort, ""))

    def van_soort(self, model: type[Model]) -> User | None:
        """Return who checks the rows of a kind that have no one of their own."""
        return self._nakijkers.get((soort_id(model), ""))

    @staticmethod
    def _per_nakijker(beurten: Iterable[Beurt]) -> dict[int | None, list[Beurt]]:
        gevonden = defaultdict(list)
        for beurt in beurten:
            gevonden[beurt.nakijker.pk if beurt.nakijker else None].append(beurt)
        return dict(gevonden)


def nakijkbaar() -> list[type[Model]]:
    """Return the kinds whose rows have a date of checking, in the order of the desk."""
    return [s.model for s in sorted(soorten(), key=lambda soort: soort.plek) if issubclass(s.model, Inhoud)]


def waarde_van(rij: Model) -> str:
    """Return what a row is called in a form: its model and its key."""
    return f"{rij._meta.label_lower}:{rij.pk}"


def per_maand(aantal: int) -> int:
    """Return how many of so many rows to check in a month, for all to have their turn in a year."""
    return ceil(aantal / MAANDEN)


def verdeel(beurten: list[Beurt], vandaag: date) -> None:
    """Say of the rows of one editor, those of longest ago first, which have their turn this month.

    What was checked this month counts. What was last checked over a year ago has its turn whatever the number.
    """
    nieuw = [beurt for beurt in beurten if _deze_maand(beurt, vandaag)]
    rest = [beurt for beurt in beurten if not _deze_maand(beurt, vandaag)]
    nog = per_maand(len(beurten)) - len(nieuw)
    for nummer, beurt in enumerate(rest):
        beurt.te_laat = beurt.rij.gecontroleerd_op < vandaag - HOUDBAAR
        beurt.aan_de_beurt = beurt.te_laat or nummer < nog


def _deze_maand(beurt: Beurt, vandaag: date) -> bool:
    return bool(beurt.rij.gecontroleerd_op >= vandaag.replace(day=1))


def _deel(nakijker: User | None, beurten: list[Beurt]) -> Deel:
    vandaag = timezone.localdate()
    return Deel(
        nakijker,
        alle=len(beurten),
        per_maand=per_maand(len(beurten)),
        gedaan=sum(_deze_maand(beurt, vandaag) for beurt in beurten),
        nog=sum(beurt.aan_de_beurt for beurt in beurten),
        te_laat=sum(beurt.te_laat for beurt in beurten),
    )


@wacht
def _voor_mij(gebruiker: User, kopie: Werkkopie) -> Iterable[Wacht]:
    delen = [deel for deel in Ronde(kopie).delen if deel.nakijker == gebruiker and deel.nog]
    for deel in delen:
        wat = "1 onderdeel is" if deel.nog == 1 else f"{deel.nog} onderdelen zijn"
        yield Wacht(f"{wat} voor jou aan de beurt om na te kijken.", f"{reverse('admin:ronde')}?wie={gebruiker.pk}")
