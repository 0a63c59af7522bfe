"""The register of kinds of content: each is declared once, in the `soorten.py` of its app.

A kind is a model (the working copy), a row of the document (what is published) and the few facts below.
Building an edition, comparing, history, import, roles, the gate, search and the desk all follow from it.
`uitgave/checks.py` says at start what a declaration lacks.
"""

from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from graphlib import TopologicalSorter
from string import Formatter
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from django.db.models import CASCADE, CharField, F, ForeignKey, Model, SlugField, TextField, UniqueConstraint

from uitgave.rij import Rij, Rijveld, rijvelden
from uitgave.tekst import hoofdletter

if TYPE_CHECKING:
    from rdf.drietal import Drietal, Iri, Namen, Term
    from uitgave.document import Document
    from zoeken.ding import Ding, Naam

Sleutels = Mapping[str, Mapping[str, str]]  # by part of the document: the key of the row with a slug

SLEUTEL = "sleutel"  # the field with the lasting key of a row
LAATST = 99  # the rang of a kind that names none


@dataclass(frozen=True, eq=False, kw_only=True)
class Soort:
    """One kind of content.

    Rows without a `deel` stand inside the rows to which they belong: in the one field of that row of the
    document that holds a list of `rij`.
    """

    model: type[Model]
    rij: type[Rij]
    deel: str = ""  # the part of the document that holds them
    enig: bool = False  # there is one row at most, and `deel` holds that row itself
    verplicht: bool = False  # a document without this part is broken
    alleen_gebruikt: bool = False  # published only when a row that is published refers to it
    gebruikt_bij: str = ""  # a row that nothing refers to lacks one of these, says the gate
    hoort_bij: tuple[str, ...] = ()  # foreign keys to the rows with which it is edited, deleted and restored
    bepaald: str = ""  # what editors call one row, with its article, when that is not "de" and the name of the model
    naam: str = "{naam}"  # what a person calls a row, made of fields of `rij`
    naam_eenmaal: bool = False  # two rows with the same name are a fault, says the gate, and not just odd
    na: tuple[str, ...] = ()  # fields of `rij` with the slug of a row: the order of those comes before `orde`
    orde: Callable[[Any], Any] | None = None  # sort key of a row of the document; else editors number the rows
    samengesteld: dict[str, tuple[str, ...]] = field(
        default_factory=dict
    )  # fields of `rij` that join some of the model
    niet_gepubliceerd: tuple[str, ...] = ()  # fields of the model that stay in the working copy
    eigen_teksten: tuple[str, ...] = ()  # fields of the model that say what a row is: no two rows share these
    vaktaal: bool = False  # nobody can do without the words in its names, however long
    groep: str = "De site"  # the heading on the desk
    plek: int = LAATST  # its place there; a group stands where its first kind does
    rang: int = LAATST  # its place in the list of changes that visitors read
    openbare_naam: str = ""  # its heading there, when visitors know it by another name than editors
    geteld: bool = False  # the first edition says how many there are
    adres: Callable[[str], str] | None = None  # where visitors see the row with this slug
    parameters: tuple[str, ...] = ()  # the names in a query string that stand before a slug of this kind
    sleutelparameters: tuple[str, ...] = ()  # those that stand before a key of this kind, beside slugs of another
    dingen: "Callable[[Document], Iterable[Ding]] | None" = None  # what of all rows can be found
    namen: "Callable[[Document], Iterable[tuple[str, str, Naam]]] | None" = (
        None  # (part, slug, other name) of what others let find
    )
    andere_woorden: Callable[[Any], Iterable[tuple[str, str]]] | None = (
        None  # (word of visitors, our word) to search by
    )
    drietallen: "Callable[[Any, Iri, Namen], Iterable[Drietal]] | None" = (
        None  # what linked data says of a row, and how the row and others are called there
    )
    termen: "tuple[Term, ...]" = ()  # words of our own that these use
    beelden: Callable[[Any], Iterable[str]] | None = (
        None  # the files of pictures that a row of the document shows; it has a key, a slug and the last day (`tot`)
    )
    linkwoorden: Callable[[Any], Iterable[str]] | None = None  # words that lead to a row where a page uses them first
    stil: bool = False  # visitors need not read what changed in it
    aanvullend: bool = False  # a row of a fixture file that is there already stays as editors have it
    vroeger: tuple[str, ...] = ()  # labels that the model had in earlier releases, in lower case

    @cached_property
    def velden(self) -> dict[str, Rijveld]:
        return rijvelden(self.rij)

    @cached_property
    def naamvelden(self) -> tuple[str, ...]:
        """The fields of `rij` that its name is made of."""
        return tuple(veld for _, veld, _, _ in Formatter().parse(self.naam) if veld)

    def noem(self, waarden: Mapping[str, Any]) -> str:
        """Return what a person calls a row with these values of `naamvelden`; one that is not filled in is left out."""
        naam = self.naam.format_map({veld: "" if waarde is None else waarde for veld, waarde in waarden.items()})
        return naam.replace(" ()", "")

    @cached_property
    def met_sleutel(self) -> bool:
        """True when its rows have a lasting key (see `sleutels.py`)."""
        return any(veld.name == SLEUTEL for veld in self.model._meta.concrete_fields)

    @cached_property
    def uniek(self) -> tuple[str, ...]:
        """The fields that no two rows share, besides the key: the slug, or another unique field or constraint."""
        velden = [veld for veld in self.model._meta.concrete_fields if veld.unique and not veld.primary_key]
        uniek: list[tuple[str, ...]] = [(veld.name,) for veld in velden if veld.name != SLEUTEL]
        uniek += [velden for velden, altijd in unieke_groepen(self.model) if altijd]
        return ("slug",) if ("slug",) in uniek else next(iter(uniek), ())

    @cached_property
    def ouders(self) -> tuple[ForeignKey, ...]:
        """The foreign keys to the rows with which these are edited, deleted and restored."""
        velden = self.model._meta.concrete_fields
        return tuple(veld for veld in velden if isinstance(veld, ForeignKey) and veld.name in self.hoort_bij)

    @cached_property
    def ouder(self) -> ForeignKey | None:
        """The foreign key to the row inside which these rows stand in the document."""
        return None if self.deel else self.ouders[0]

    @property
    def relatie(self) -> str:
        """The name by which that row has these rows."""
        return _relatie(self.ouder) if self.ouder else ""

    def identiteit_van(self, rij: Any, sleutels: Sleutels | None = None) -> Hashable:
        """Return what no other row has in the same list, of a row of the document or of the model.

        A row that is referred to counts by its key; in a document by its slug, where its `sleutels` are not given.
        """
        return rij.sleutel if self.met_sleutel else self.volgnaam_van(rij, sleutels)

    def volgnaam_van(self, rij: Any, sleutels: Sleutels | None = None) -> Hashable:
        """Return what no two rows share besides the key, in which the key stands for a slug, like above."""
        eigen = [veld for veld in self.uniek if not (self.ouder and veld == self.ouder.name)]
        waarden = tuple(self._als_sleutel(rij, veld, sleutels or {}) for veld in eigen)
        return waarden[0] if len(waarden) == 1 else waarden

    def _als_sleutel(self, rij: Any, veld: str, sleutels: Sleutels) -> Any:
        waarde = getattr(rij, SLEUTEL if veld == "slug" and self.met_sleutel else veld)
        if isinstance(waarde, Model):
            return getattr(waarde, SLEUTEL, waarde.pk)
        return sleutels.get(self.verwijst.get(veld, ""), {}).get(waarde, waarde)

    @property
    def meervoud(self) -> str:
        return hoofdletter(str(self.model._meta.verbose_name_plural))

    @property
    def enkelvoud(self) -> str:
        return hoofdletter(str(self.model._meta.verbose_name))

    @property
    def met_lidwoord(self) -> str:
        """What editors call one row, with its article: "het verhaal", "de functie", "de teksten van de site"."""
        opties = self.model._meta
        return self.bepaald or f"de {opties.verbose_name_plural if self.enig else opties.verbose_name}"

    @property
    def verplicht_enig(self) -> bool:
        """True for the one row without which there is no site: it may be changed, never taken away."""
        return self.enig and self.verplicht

    @cached_property
    def genummerd(self) -> bool:
        """True when editors put the rows in order by a number, which the document does not hold."""
        return any(veld.name == "volgorde" for veld in self.model._meta.concrete_fields)

    @cached_property
    def binnen(self) -> "dict[str, Soort]":
        """The fields of `rij` that hold rows, each with the kind of those."""
        return {naam: _rijen[veld.rij] for naam, veld in self.velden.items() if veld.rij in _rijen}

    @cached_property
    def verwijst(self) -> dict[str, str]:
        """The fields of `rij` that refer to other rows, each with the part that holds those."""
        return {naam: veld.naar for naam, veld in self.velden.items() if veld.naar}

    @cached_property
    def teksten(self) -> dict[str, bool]:
        """The fields of `rij` that hold text as editors type it, each with whether that is one line."""
        velden = {veld.name: veld for veld in self.model._meta.concrete_fields if veld.editable and not veld.choices}
        bronnen = {naam: velden.get(self.samengesteld.get(naam, (naam,))[0]) for naam in self.velden}
        return {
            naam: not isinstance(bron, TextField)
            for naam, bron in bronnen.items()
            if isinstance(bron, CharField | TextField) and not isinstance(bron, SlugField)
        }

    @cached_property
    def naar_een(self) -> dict[str, str]:
        """The fields of `rij` that refer to one other row, each with the part that holds it."""
        return {naam: deel for naam, deel in self.verwijst.items() if not self.velden[naam].lijst}

    @cached_property
    def relaties(self) -> tuple[str, ...]:
        """The names by which a row of the model has the rows that belong to it."""
        sleutels = (sleutel for soort in soorten() for sleutel in soort.ouders)
        return tuple(_relatie(sleutel) for sleutel in sleutels if sleutel.related_model is self.model)


_soorten: dict[type[Model], Soort] = {}
_rijen: dict[type[Rij], Soort] = {}


def registreer(*nieuwe: Soort) -> None:
    """Declare kinds. Called once for each app, when Django starts."""
    for soort in nieuwe:
        if soort.model in _soorten or soort.rij in _rijen:
            raise ValueError(f"{soort.model._meta.label} or its row of the document is declared twice")
        _soorten[soort.model] = _rijen[soort.rij] = soort


def soorten() -> tuple[Soort, ...]:
    """Return all kinds, in the order in which they were declared."""
    return tuple(_soorten.values())


def soort_van(model: type[Model]) -> Soort:
    """Return the kind of a model. Raises KeyError for a model that is no content."""
    return _soorten[model]


def soort_van_rij(rij: type[Rij]) -> Soort:
    """Return the kind of a row of the document. Raises KeyError when it is none."""
    return _rijen[rij]


def is_inhoud(model: type[Model]) -> bool:
    """True for a model that editors change and that is published."""
    return model in _soorten


def delen() -> MappingProxyType[str, Soort]:
    """Return the kinds that are a part of the document by that part, each after the parts it refers to."""
    return _delen(soorten())


@lru_cache(maxsize=1)
def _delen(alle: tuple[Soort, ...]) -> MappingProxyType[str, Soort]:
    per_deel = {soort.deel: soort for soort in alle if soort.deel}
    orde = _op_volgorde({deel: _naar(soort) for deel, soort in per_deel.items()})
    return MappingProxyType({deel: per_deel[deel] for deel in orde})


def op_verwijderen() -> tuple[Soort, ...]:
    """Return all kinds so that a row goes before the rows that it uses, and after a row that takes it along."""
    return _op_verwijderen(soorten())


@lru_cache(maxsize=1)
def _op_verwijderen(alle: tuple[Soort, ...]) -> tuple[Soort, ...]:
    eerst: dict[Soort, set[Soort]] = {soort: set() for soort in alle}
    for soort in alle:
        for veld in (*soort.model._meta.concrete_fields, *soort.model._meta.many_to_many):
            ander = _soorten.get(veld.related_model) if veld.is_relation else None  # type: ignore[arg-type]
            if ander is None or ander is soort:
                continue
            gaat_mee = isinstance(veld, ForeignKey) and veld.remote_field.on_delete is CASCADE
            eerst[soort if gaat_mee else ander].add(ander if gaat_mee else soort)
    return tuple(_op_volgorde(eerst))


def groepen() -> dict[str, list[Soort]]:
    """Return the kinds under the headings of the desk, in the order of the desk."""
    gevonden: dict[str, list[Soort]] = {}
    for soort in sorted(soorten(), key=lambda soort: soort.plek):
        gevonden.setdefault(soort.groep, []).append(soort)
    return gevonden


def unieke_groepen(model: type[Model]) -> list[tuple[tuple[str, ...], bool]]:
    """Return the groups of fields that no two rows may share, each with whether that always holds."""
    regels = [regel for regel in model._meta.constraints if isinstance(regel, UniqueConstraint)]
    namen: list[tuple[str, ...]] = [
        (*regel.fields, *(str(getattr(deel, "name", "")) for deel in regel.expressions if isinstance(deel, F)))
        for regel in regels
    ]
    return [(velden, regel.condition is None) for regel, velden in zip(regels, namen, strict=True) if velden]


def _relatie(sleutel: ForeignKey) -> str:
    return str(sleutel.remote_field.get_accessor_name())


def _naar(soort: Soort) -> set[str]:
    """Return the parts that a row, or a row inside it, refers to."""
    eigen = set(soort.verwijst.values())
    return eigen.union(*(_naar(deel) for deel in soort.binnen.values())) - {soort.deel}


def _op_volgorde(eerst: dict[Any, set[Any]]) -> list[Any]:
    """Return the keys, each after those in its set; otherwise in the order in which they came."""
    klaar: dict[Any, None] = {}

    def zet(deze: Any) -> None:
        if deze not in klaar:
            for ander in (ander for ander in eerst if ander in eerst[deze]):
                zet(ander)
            klaar[deze] = None

    TopologicalSorter(eerst).prepare()  # raises CycleError
    for deze in eerst:
        zet(deze)
    return list(klaar)


def alle_modellen() -> tuple[type[Model], ...]:
    """Return the models of all kinds."""
    return tuple(_soorten)
