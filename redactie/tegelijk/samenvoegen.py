"""What a form started from, what is stored now and what was typed: put together, field by field.

What only a colleague changed is taken over into the form. Where both did, the form keeps what was
typed. Whatever an editor must know of that is in the Verslag.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from itertools import takewhile
from typing import Any

import reversion
from django.db.models import Model
from django.http import QueryDict
from reversion.models import Revision, Version

from redactie.geschiedenis.waarden import waarden_van
from redactie.tegelijk.stand import Getypt, Lijst, Rijwaarden, Waarde, getypt, hernummer, leesbaar, pak_uit, vul_in
from redactie.templatetags.wie_wanneer import moment, wie
from uitgave.vastleggen import Gebruiker, is_verwijdering
from uitgave.woordverschil import NIEUW, WEG, Deel, vergelijk_woorden

ERBIJ = "Deze rij is erbij gekomen. Hij staat nu ook in je formulier."
WEGGEVALLEN = "Deze rij is intussen verwijderd. Jij had er niets aan veranderd. Hij staat niet meer in je formulier."
HOUDEN = "Deze rij is intussen verwijderd. Jij had hem veranderd. Hij staat nog in je formulier: opslaan zet hem terug."
TOCH_WEG = "Deze rij is intussen veranderd. Jij wilt hem verwijderen: na opslaan is hij weg."


@dataclass(frozen=True)
class Veldbericht:
    """A field that a colleague changed: what the form started from, what is stored now, what was typed."""

    label: str
    anker: str
    was: str
    nu: str
    getypt: str
    door: str

    @property
    def delen_nu(self) -> list[Deel]:
        return [deel for deel in vergelijk_woorden(self.nu, self.getypt) if deel.soort != NIEUW]

    @property
    def delen_getypt(self) -> list[Deel]:
        return [deel for deel in vergelijk_woorden(self.nu, self.getypt) if deel.soort != WEG]


@dataclass(frozen=True)
class Rijbericht:
    """A row inside the page that a colleague added, deleted, or changed while it was to be deleted."""

    naam: str
    wat: str
    door: str
    velden: tuple[Veldbericht, ...] = ()


@dataclass
class Verslag:
    """What an editor must know before saving; empty when nothing stands in the way."""

    bekend: bool  # False: what the form started from is lost
    botsingen: list[Veldbericht] = field(default_factory=list)
    overgenomen: list[Veldbericht] = field(default_factory=list)
    rijen: list[Rijbericht] = field(default_factory=list)

    def __bool__(self) -> bool:
        return bool(self.botsingen or self.overgenomen or self.rijen)


def voeg_samen(nu: Iterable[Lijst], verzonden: QueryDict, gebruiker: Gebruiker) -> tuple[QueryDict, Verslag]:
    """Return the form to go on with, and what is different from what `gebruiker` sent back."""
    stand = pak_uit(verzonden.get("_stand", ""))
    gegevens, verslag = verzonden.copy(), Verslag(bekend=bool(stand))
    for lijst in nu:
        if getypt(lijst, gegevens) is not None:
            _Samenvoeging(lijst, stand.get(lijst.prefix, {}), gegevens, verslag, gebruiker).voer_uit()
    return gegevens, verslag


@dataclass(frozen=True)
class _Samenvoeging:
    """The work of `voeg_samen` for one kind of rows."""

    lijst: Lijst
    was: dict[str, Rijwaarden]
    gegevens: QueryDict
    verslag: Verslag
    gebruiker: Gebruiker

    def voer_uit(self) -> None:
        if self.lijst.prefix:
            self._rijen()
        for rij in getypt(self.lijst, self.gegevens) or []:
            if rij.pk in self.lijst.rijen:
                self._velden(rij)

    def _rijen(self) -> None:
        """Let the form have the rows that are stored now, and those that were typed."""
        rijen = getypt(self.lijst, self.gegevens) or []
        erbij = [pk for pk in self.lijst.rijen if pk not in self.was and pk not in {rij.pk for rij in rijen}]
        for rij in rijen:
            self._herken(rij, erbij)
        nieuw = [rij.nummer for rij in rijen if rij.pk not in self.lijst.rijen and self._blijft(rij)]
        bestaand = [rij.nummer for rij in rijen if rij.pk in self.lijst.rijen]
        for nummer, pk in enumerate(erbij, len(rijen)):
            self._voeg_toe(nummer, pk)
            bestaand.append(nummer)
        hernummer(self.gegevens, self.lijst.prefix, bestaand, nieuw)

    def _herken(self, rij: Getypt, erbij: list[str]) -> None:
        """See that a new row is stored already: save was pressed twice, or a colleague typed the same."""
        zelfde = [pk for pk in erbij if not rij.pk and self.lijst.rijen[pk] == rij.rij]
        if zelfde:
            erbij.remove(zelfde[0])
            rij.pk = zelfde[0]
            self._zet_sleutel(rij.nummer, rij.pk)

    def _blijft(self, rij: Getypt) -> bool:
        """Tell whether a row that is not stored stays in the form: as a new row, also when it was deleted."""
        if rij.weg or not rij.pk:
            return not rij.weg
        blijft = self.was.get(rij.pk) != rij.rij
        versie = laatste_stand(self.lijst.model, rij.pk)
        self._meld(rij.rij, HOUDEN if blijft else WEGGEVALLEN, versie and versie.revision)
        self._zet_sleutel(rij.nummer, "")
        return blijft

    def _voeg_toe(self, nummer: int, pk: str) -> None:
        self._zet_sleutel(nummer, pk)
        for naam, veld in self.lijst.velden.items():
            vul_in(self.gegevens, self.lijst.voor(nummer) + naam, veld, self.lijst.rijen[pk][naam])
        self._meld(self.lijst.rijen[pk], ERBIJ, toevoeging(self.lijst.objecten[pk]))

    def _zet_sleutel(self, nummer: int, pk: str) -> None:
        self.gegevens[self.lijst.voor(nummer) + self.lijst.sleutel] = pk

    def _velden(self, rij: Getypt) -> None:
        """Take over the fields of a row that only a colleague changed; report those that both did."""
        nu, was = self.lijst.rijen[rij.pk], self.was.get(rij.pk, {})
        anders = [naam for naam in nu if nu[naam] not in (was.get(naam), rij.rij[naam])]
        overgenomen = [naam for naam in anders if rij.weg or rij.rij[naam] == was.get(naam)]
        velden = {naam: self._veld(rij, naam, was.get(naam, "")) for naam in anders}
        for naam in overgenomen:
            vul_in(self.gegevens, self.lijst.voor(rij.nummer) + naam, self.lijst.velden[naam], nu[naam])
        if rij.weg and velden:
            revisie = wijziging(self.lijst.objecten[rij.pk], anders[0])
            self._meld(nu, TOCH_WEG, revisie, tuple(velden.values()))
        else:
            self.verslag.overgenomen += [velden[naam] for naam in overgenomen]
            self.verslag.botsingen += [velden[naam] for naam in anders if naam not in overgenomen]

    def _veld(self, rij: Getypt, naam: str, was: Waarde) -> Veldbericht:
        veld, nu = self.lijst.velden[naam], self.lijst.rijen[rij.pk]
        waar = f"{self.lijst.naam(nu)}: " if self.lijst.prefix else ""
        return Veldbericht(
            label=f"{waar}{veld.label}",
            anker=f"id_{self.lijst.voor(rij.nummer)}{naam}",
            was=leesbaar(veld, was),
            nu=leesbaar(veld, nu[naam]),
            getypt=leesbaar(veld, rij.rij[naam]),
            door=self._door(wijziging(self.lijst.objecten[rij.pk], naam)),
        )

    def _meld(self, rij: Rijwaarden, wat: str, revisie: Revision | None, velden: tuple[Veldbericht, ...] = ()) -> None:
        self.verslag.rijen.append(Rijbericht(self.lijst.naam(rij), wat, self._door(revisie), velden))

    def _door(self, revisie: Revision | None) -> str:
        return door(revisie, self.gebruiker)


def door(revisie: Revision | None, gebruiker: Gebruiker) -> str:
    """Return who made a change, and when, as `gebruiker` reads it."""
    if revisie is None:
        return "iemand anders"
    zelf = gebruiker is not None and revisie.user_id == gebruiker.pk
    return f"{'jij zelf' if zelf else wie(revisie.user)}, {moment(revisie.date_created)}"


def wijziging(rij: Model, naam: str) -> Revision | None:
    """Return the change that gave a field of `rij` the value it has now; None when it is not on record."""
    nu = _gegeven(rij, naam)
    return _eerste(_versies(type(rij), rij.pk), lambda versie: _gegeven(versie, naam) == nu)


def toevoeging(rij: Model) -> Revision | None:
    """Return the change that added `rij`, or brought it back."""
    return _eerste(_versies(type(rij), rij.pk), lambda versie: not is_verwijdering(versie.revision))


def laatste_stand(model: type[Model], pk: object) -> Version | None:
    """Return the last state of a row that was deleted, with who did it; None when that is not on record."""
    laatste: Version | None = _versies(model, pk).first()
    return laatste if laatste and is_verwijdering(laatste.revision) else None


def _versies(model: type[Model], pk: object) -> Any:
    if not reversion.is_registered(model):  # of accounts there is no history
        return Version.objects.none()
    return Version.objects.get_for_object_reference(model, pk).select_related("revision__user")


def _eerste(versies: Iterable[Version], zolang: Callable[[Version], bool]) -> Revision | None:
    """Return the oldest of the newest versions that are so."""
    reeks = list(takewhile(zolang, versies))
    return reeks[-1].revision if reeks else None


def _gegeven(iets: Version | Model, naam: str) -> Any:
    """Return what is stored in a field, without the order of a list: that of the database says nothing."""
    waarde = waarden_van(iets).get(naam)
    return sorted(waarde) if isinstance(waarde, list) else waarde
