"""What differs between two documents, in words that an editor knows."""

from collections import defaultdict
from collections.abc import Collection, Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from dataclasses import replace as met
from datetime import date
from difflib import SequenceMatcher
from typing import Any, NamedTuple

from django.core.exceptions import FieldDoesNotExist
from django.db.models import Choices, Model
from django.utils.formats import date_format

from uitgave import document as d
from uitgave.inhoud import LinkField
from uitgave.rij import Rij
from uitgave.soort import SLEUTEL, Soort, delen, soort_van_rij, soorten
from uitgave.tekst import hoofdletter
from uitgave.voortgang import Stap, volg
from uitgave.woordverschil import NIEUW, WEG, Deel, Paar, ingekort, vergelijk_woorden

ACHTERAAN = ("slug", "bron", "gecontroleerd_op", "zichtbaar")  # fields that come after what a row is about
TOEGEVOEGD, HERNOEMD, GEWIJZIGD, VERWIJDERD = "toegevoegd", "hernoemd", "gewijzigd", "verwijderd"
VOLGORDE = "Volgorde"
VAN_DE_VOLGORDE = ":volgorde"  # stands for the order of a part where else a row of it is named


class Rijsleutel(NamedTuple):
    """Names a row of the document, the same in every edition: its part, and what tells it apart there."""

    deel: str
    eigen: str

    def __str__(self) -> str:
        return "/".join(self)

    @classmethod
    def lees(cls, tekst: str) -> "Rijsleutel":
        """Return what `str` was made of. A text that was made of none names a row that is nowhere."""
        deel, _, eigen = tekst.partition("/")
        return cls(deel, eigen)

    @classmethod
    def van(cls, soort: Soort, rij: Any) -> "Rijsleutel":
        """Return the name of a row of the model, or of a row of the document that refers by keys."""
        return cls(soort.deel, "" if soort.enig else eigen_tekst(soort.identiteit_van(rij)))


def eigen_tekst(identiteit: Hashable) -> str:
    """Return what tells a row apart as a text."""
    delen_ = identiteit if isinstance(identiteit, tuple) else (identiteit,)
    return "/".join(str(getattr(deel, "value", deel)) for deel in delen_)


@dataclass(frozen=True)
class Veldverschil:
    """A field with its old and new text; empty text is empty.

    Of a choice, a date or a link only the whole value says something: `heel`. Of a list, `regels`
    holds the old and new text of each line that matters.
    """

    naam: str
    oud: str
    nieuw: str
    heel: bool = False
    regels: tuple[Paar, ...] = ()

    @property
    def getoond(self) -> list[list[Deel]]:
        """What to show, line by line: the parts that were kept, deleted and inserted."""
        paren = self.regels or ((self.oud, self.nieuw),)
        return [_heel(*paar) if self.heel else ingekort(vergelijk_woorden(*paar)) for paar in paren]


@dataclass(frozen=True)
class Verschil:
    """A row that was added, renamed, changed or removed; the name of one that was renamed says both: "Oud → Nieuw"."""

    soort: str
    naam: str
    wat: str
    velden: tuple[Veldverschil, ...] = ()
    rij: Rijsleutel | None = field(default=None, compare=False)  # between two documents: which row it is
    adres: str = ""  # where an editor finds the row, when that is known

    @property
    def groep(self) -> str:
        """The heading under which this stands: its kind, in the plural."""
        return next((soort.meervoud for soort in soorten() if soort.enkelvoud == self.soort), self.soort)


def soortnaam(model: type[Model]) -> str:
    """Return what an editor calls a row of `model`, as a heading: "Opleiding bij een functie"."""
    return hoofdletter(str(model._meta.verbose_name))


def verschillen(oud: d.Document | None, nieuw: d.Document) -> list[Verschil]:
    """Return what must be done to `oud` to get `nieuw`; without `oud` every row is new."""
    lezer = Lezer(oud, nieuw)
    return [verschil for soort in volg(Stap.VERGELIJKEN, delen().values()) for verschil in lezer.verschillen(soort)]


class Lezer:
    """Compares two documents by the keys of their rows, so a row stays the same one under another name.

    It reads values as an editor does: names for rows that are referred to, labels for choices, dates in Dutch.
    """

    def __init__(self, oud: d.Document | None, nieuw: d.Document) -> None:
        self.oud, self.nieuw = oud and met_sleutels(oud), met_sleutels(nieuw)
        self.namen: defaultdict[str, dict[str, str]] = defaultdict(dict)
        for document in (self.oud, self.nieuw) if self.oud else (self.nieuw,):
            for soort in soorten():
                for deel in soort.verwijst.values():
                    self.namen[deel] |= {rij.sleutel: self.naam(rij) for rij in getattr(document, deel)}

    def verschillen(self, soort: Soort) -> Iterator[Verschil]:
        """Yield the differences in one part: what was removed, added, renamed and changed, and the order."""
        voor = op_identiteit(getattr(self.oud, soort.deel, None))
        na = op_identiteit(getattr(self.nieuw, soort.deel))
        for eigen in dict.fromkeys([*voor, *na]):
            weg, erbij = voor.get(eigen), na.get(eigen)
            if weg != erbij:
                yield met(self.verschil(soort, weg, erbij), rij=Rijsleutel(soort.deel, eigen))
        if not soort.orde and (verplaatst := self.verplaatst(voor, na)):
            rij = Rijsleutel(soort.deel, VAN_DE_VOLGORDE)
            yield Verschil(soort.enkelvoud, VOLGORDE, GEWIJZIGD, (_lijst("volgorde", verplaatst),), rij)

    def verschil(self, soort: Soort, oud: Any, nieuw: Any) -> Verschil:
        """Return the difference between two states of one row; without one of them it is new or gone."""
        naam, velden = self.naam(nieuw or oud), tuple(self.velden(soort, oud, nieuw))
        if oud is None or nieuw is None:
            return Verschil(soort.enkelvoud, naam, VERWIJDERD if nieuw is None else TOEGEVOEGD, velden)
        namen = dict.fromkeys([self.naam(oud), naam])
        if "slug" in soort.velden and (len(namen) > 1 or oud.slug != nieuw.slug):
            return Verschil(soort.enkelvoud, " → ".join(namen), HERNOEMD, velden)
        return Verschil(soort.enkelvoud, naam, GEWIJZIGD, velden)

    def velden(self, soort: Soort, oud: Any, nieuw: Any, zonder: Collection[str] = ()) -> Iterator[Veldverschil]:
        """Yield the fields in which two rows differ; of one row alone, the fields that are filled in."""
        for veld in _veldnamen(nieuw or oud):
            voor, na = getattr(oud, veld, None), getattr(nieuw, veld, None)
            if veld in zonder or voor == na or (None in (oud, nieuw) and _zegt_niets(veld, nieuw or oud)):
                continue
            deel = soort.verwijst.get(veld, "")
            if isinstance(voor, tuple) or isinstance(na, tuple):
                yield from self.lijst(deel, veldnaam(soort, veld), voor or (), na or ())
            else:
                teksten = self.tekst(voor, deel), self.tekst(na, deel)
                yield Veldverschil(veldnaam(soort, veld), *teksten, heel=_is_heel(soort, veld, voor or na))

    def lijst(self, deel: str, label: str, oud: tuple[Any, ...], nieuw: tuple[Any, ...]) -> Iterator[Veldverschil]:
        """Yield what differs between two lists: their items, each a line, and the order."""
        voor, na = op_identiteit(oud), op_identiteit(nieuw)
        sleutels = [sleutel for sleutel in dict.fromkeys([*voor, *na]) if voor.get(sleutel) != na.get(sleutel)]
        if sleutels:
            yield _lijst(label, [(self.tekst(voor.get(s), deel), self.tekst(na.get(s), deel)) for s in sleutels])
        if verplaatst := self.verplaatst(voor, na, deel):
            yield _lijst(f"volgorde van {label}", verplaatst)

    def verplaatst(self, oud: Mapping[Any, Any], nieuw: Mapping[Any, Any], deel: str = "") -> list[Paar]:
        """Return the new order of what is in both lists: what moved goes here and comes back there."""
        voor, na = [sleutel for sleutel in oud if sleutel in nieuw], [sleutel for sleutel in nieuw if sleutel in oud]
        if voor == na:
            return []
        paren: list[Paar] = []
        for soort, i, j, k, m in SequenceMatcher(None, voor, na, autojunk=False).get_opcodes():
            weg, erbij = ([self.naam(nieuw[sleutel], deel) for sleutel in stuk] for stuk in (voor[i:j], na[k:m]))
            if soort == "equal":
                paren += [(naam, naam) for naam in (erbij if len(erbij) < 4 else (erbij[0], "…", erbij[-1]))]
            else:
                paren += [*((naam, "") for naam in weg), *(("", naam) for naam in erbij)]
        return paren

    def naam(self, rij: Any, deel: str = "") -> str:
        """Return what a person calls a row, or what a key of a row in `deel` stands for."""
        if isinstance(rij, str):
            return self.namen[deel].get(rij, rij) if deel else rij
        soort = soort_van_rij(type(rij))
        waarden = {veld: getattr(rij, veld) for veld in soort.naamvelden}
        namen = {veld: self.tekst(waarde, soort.verwijst.get(veld, "")) for veld, waarde in waarden.items()}
        return soort.noem(namen)

    def tekst(self, waarde: Any, deel: str) -> str:
        """Return a value as a person reads it; a row inside a row is one line."""
        if waarde is None:
            return ""
        if isinstance(waarde, bool):
            return "ja" if waarde else "nee"
        if isinstance(waarde, date):
            return date_format(waarde, "j F Y")
        if isinstance(waarde, Rij):
            return " · ".join([self.naam(waarde), *self._kenmerken(waarde)])
        return str(waarde.label) if isinstance(waarde, Choices) else self.naam(str(waarde), deel)

    def _kenmerken(self, rij: Rij) -> Iterator[str]:
        """Yield what a row inside a row says besides its name."""
        soort = soort_van_rij(type(rij))
        for veld in _veldnamen(rij):
            if veld not in soort.naamvelden and not _zegt_niets(veld, rij):
                waarde = self.tekst(getattr(rij, veld), soort.verwijst.get(veld, ""))
                yield f"{veldnaam(soort, veld)}: {waarde}"


def met_sleutels(document: d.Document) -> d.Document:
    """Return a document with in place of each slug the key of the row that it leads to.

    A list of them has no order of its own: it stands in the order of those rows.
    """
    sleutels = d.sleutels(document)

    def als_sleutel(deel: str, waarde: Any) -> Any:
        if isinstance(waarde, tuple):
            return tuple(sorted(als_sleutel(deel, slug) for slug in waarde))
        return sleutels[deel].get(waarde, waarde)

    return d.met_verwijzingen(document, als_sleutel)


def op_identiteit(rijen: Rij | tuple[Any, ...] | None) -> dict[str, Any]:
    """Index rows, or keys, by what tells them apart, in their order; two that are alike get a sign behind it."""
    if rijen is None:
        return {}
    if not isinstance(rijen, tuple):
        return {"": rijen}
    gevonden: dict[str, Any] = {}
    for rij in rijen:
        eigen = eigen_tekst(rij if isinstance(rij, str) else rij.identiteit)
        while eigen in gevonden:
            eigen += "+"
        gevonden[eigen] = rij
    return gevonden


def _veldnamen(rij: Rij) -> list[str]:
    return sorted((veld for veld in rij.__struct_fields__ if veld != SLEUTEL), key=ACHTERAAN.__contains__)


def _zegt_niets(veld: str, rij: Rij) -> bool:
    """True for a field that is not filled in, and for what holds of every row that the public sees."""
    waarde = getattr(rij, veld)
    return waarde in ("", None, ()) or (veld == "zichtbaar" and waarde)


def _lijst(naam: str, regels: Sequence[Paar]) -> Veldverschil:
    oud, nieuw = ("\n".join(filter(None, kant)) for kant in zip(*regels, strict=True))
    return Veldverschil(naam, oud, nieuw, regels=tuple(regels))


def veldnaam(soort: Soort, naam: str) -> str:
    """Return what the admin calls this field; rows that hang on this one have the name of their kind."""
    try:
        return str(soort.model._meta.get_field(naam).verbose_name)  # type: ignore[union-attr]
    except (FieldDoesNotExist, AttributeError):  # no field of the model, or rows that hang on it
        deel = soort.binnen.get(naam)
        return str(deel.model._meta.verbose_name_plural) if deel else naam


def _is_heel(soort: Soort, naam: str, waarde: Any) -> bool:
    """True for a choice, a date, a number, a link or a name that stands for a row."""
    return type(waarde) is not str or naam in soort.verwijst or isinstance(soort.model._meta.get_field(naam), LinkField)


def _heel(oud: str, nieuw: str) -> list[Deel]:
    return [Deel(soort, tekst) for soort, tekst in ((WEG, oud), (NIEUW, nieuw)) if tekst]
