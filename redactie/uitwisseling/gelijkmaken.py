"""Make the working copy what a document says: save the rows that differ, delete those it does not have.

Rows are the same when their lasting key is; those without one when what is unique about them is (see
`Soort.identiteit_van`). What a document does not tell (numbers for the order) stays as it is where that is possible.
"""

from collections.abc import Hashable, Iterable, Mapping, Sequence
from typing import Any

from django.db.models import CharField, F, Field, IntegerField, Model, Value
from django.db.models.functions import Cast, Concat

from redactie.uitwisseling.rijen import InvoerFout, Wens, bewaar, velden
from redactie.uitwisseling.volgorde import nummers
from uitgave import document as d
from uitgave.eenmaal import dubbelen, tekst_van, unieke_teksten
from uitgave.leesfout import Plek
from uitgave.rij import Rij
from uitgave.soort import SLEUTEL, Soort, delen, op_verwijderen, soort_van, soort_van_rij, soorten, unieke_groepen
from uitgave.vastleggen import Gebruiker, verwijder
from uitgave.voortgang import Stap, meld

ELDERS = 1000  # what a number has added to it while another row may get that number


def maak_gelijk(document: d.Document, gebruiker: Gebruiker) -> None:
    """Make the working copy what `document` says. Call it inside `vastleggen`.

    Only rows that differ are saved, validated like an editor's typing. Raises InvoerFout with all rows that
    are not right; the transaction around it must then undo all.
    """
    Gelijkmaker(document).doe(gebruiker)


class Gelijkmaker:
    """The work for one document. All rows are read when it is made; `doe` must find them as they were."""

    def __init__(self, document: d.Document) -> None:
        self.document = document
        self.sleutels = d.sleutels(document)
        self.rijen: dict[Soort, dict[Hashable, Any]] = {soort: _op_identiteit(soort) for soort in soorten()}
        self.stonden_er = _dubbelen()
        self.klaar: dict[str, dict[Hashable, Any]] = {}  # by part: the rows as they are saved, by slug
        # Of each kind whose rows are known by themselves: the plain fields of a row, and the keys of what it names.
        self.gezegd: dict[Soort, dict[Hashable, dict[str, Any]]] = {
            soort: {} for soort in soorten() if soort.deel or soort.met_sleutel
        }
        per_plek = dict(d.alle_rijen(document))
        self.fouten: list[str] = []
        self.bewaard, self.te_bewaren = 0, len(per_plek) - 1  # without the document itself
        for plek, rij in per_plek.items():
            if plek and (soort := soort_van_rij(type(rij))) in self.gezegd:
                ouder = {soort.ouder.name: self._van_zichzelf(per_plek[plek[:-2]])} if soort.ouder else {}
                anderen = {veld: self.sleutels[deel].get(getattr(rij, veld)) for veld, deel in soort.naar_een.items()}
                self.gezegd[soort][soort.identiteit_van(rij, self.sleutels)] = velden(soort, rij) | anderen | ouder

    def doe(self, gebruiker: Gebruiker) -> None:
        """Change the working copy, as `maak_gelijk` says. Raises InvoerFout, with all rows that are not right."""
        for rij in self.eerst_weg():
            verwijder(rij, gebruiker)
        self.maak()
        if self.fouten:
            raise InvoerFout(*self.fouten)
        for rij in self.overbodig():
            if type(rij)._default_manager.filter(pk=rij.pk).exists():  # not gone along with another
                verwijder(rij, gebruiker)
        if nieuwe := [uitleg for namen, uitleg in _dubbelen().items() if namen not in self.stonden_er]:
            raise InvoerFout(*nieuwe)

    def _van_zichzelf(self, rij: Rij) -> Hashable:
        return soort_van_rij(type(rij)).identiteit_van(rij, self.sleutels)

    def eerst_weg(self) -> Iterable[Model]:
        """Return, and forget, the rows that go by themselves: no row needs them, and none takes them along.

        They go first, for another row may get what they say, or be refused beside them.
        """
        nodig = {deel for soort in soorten() for deel in soort.verwijst.values()}
        los = [soort for soort in self.gezegd if not (soort.enig or soort.relaties or soort.deel in nodig)]
        weg = [
            (soort, eigen)
            for soort in los
            for eigen, rij in self.rijen[soort].items()
            if eigen not in self.gezegd[soort] and all(self._blijft(ouder, rij) for ouder in soort.ouders)
        ]
        return [self.rijen[soort].pop(eigen) for soort, eigen in weg]

    def _blijft(self, ouder: Any, rij: Model) -> bool:
        soort, bij = soort_van(ouder.related_model), getattr(rij, ouder.name)
        return bij is None or soort.identiteit_van(bij) in self.gezegd[soort]

    def maak(self) -> None:
        """Save every row that is new or differs; `fouten` says what is wrong with those that cannot be."""
        for soort, rijen in self.rijen.items():
            if soort in self.gezegd:
                _maak_vrij(soort, rijen, self.gezegd[soort])
        for deel, soort in delen().items():  # each refers only to parts before it
            plek: Plek = (deel,)
            gevraagd = self._gevraagd(soort)
            klaar = self._maak(soort, gevraagd, plek)
            self.klaar[deel] = {getattr(rij, "slug", ""): klaar[self._identiteit(soort, rij)] for rij in gevraagd}

    def _gevraagd(self, soort: Soort) -> Sequence[Rij]:
        """Return a part of the document as a list: of a kind with one row that row, unless it never was filled in."""
        waarde = getattr(self.document, soort.deel)
        if isinstance(waarde, tuple):
            return waarde
        gevuld = waarde and (self.rijen[soort] or _gevuld(soort, waarde))
        return [waarde] if gevuld else []

    def overbodig(self) -> Iterable[Model]:
        """Return the rows that the document does not have, in the order in which they can be deleted."""
        return [rij for soort in op_verwijderen() if not soort.verplicht_enig for rij in self.rijen[soort].values()]

    def _maak(self, soort: Soort, rijen: Sequence[Rij], plek: Plek, ouder: Model | None = None) -> dict[Hashable, Any]:
        """Save the rows at `plek` and the rows inside them; `ouder` is the row that they belong to themselves."""
        wensen = [
            self._wens(soort, rij, plek if soort.enig else (*plek, nummer), ouder) for nummer, rij in enumerate(rijen)
        ]
        if soort.genummerd:
            self._nummer(soort, wensen, [d.volgnaam(soort, rij, self.sleutels) for rij in rijen])
        huidige = self.rijen[soort]
        klaar = {}
        for wens in wensen:
            rij = huidige.pop(wens.sleutel, None) or soort.model()
            klaar[wens.sleutel] = self._bewaard(rij, wens)
            self.bewaard += 1
            meld(Stap.INVOEREN, self.bewaard, self.te_bewaren)
        gelukt = [(wens, rij) for wens, rij in zip(wensen, rijen, strict=True) if klaar[wens.sleutel]]
        for wens, gevraagd in gelukt:
            for veld, deel in soort.binnen.items():
                self._maak(deel, getattr(gevraagd, veld), (*wens.plek, veld), klaar[wens.sleutel])
        return klaar

    def _bewaard(self, rij: Model, wens: Wens) -> Model | None:
        """Save a row and return it; None when that cannot be."""
        if not wens.kan:
            return None
        try:
            return bewaar(rij, wens, self.document)
        except InvoerFout as fout:
            self.fouten += fout.fouten
            return None

    def _wens(self, soort: Soort, rij: Rij, plek: Plek, ouder: Any) -> Wens:
        """Return what the document says of one row, with the rows that it refers to."""
        wens = Wens(plek, self._identiteit(soort, rij, ouder), velden(soort, rij))
        if ouder and soort.ouder:
            wens.waarden[soort.ouder.name] = ouder
        for veld, deel in soort.verwijst.items():
            slug, klaar = getattr(rij, veld), self.klaar[deel]
            if isinstance(slug, tuple):
                wens.lijsten[veld] = [klaar[deze] for deze in slug]
            else:
                wens.waarden[veld] = None if slug is None else klaar[slug]
            wens.kan = wens.kan and all(klaar[deze] for deze in (slug if isinstance(slug, tuple) else [slug]) if deze)
        return wens

    def _identiteit(self, soort: Soort, rij: Rij, ouder: Model | None = None) -> Hashable:
        """Return what tells a row of the document apart from all of its kind."""
        eigen = soort.identiteit_van(rij, self.sleutels)
        return (ouder.pk, eigen) if ouder and not soort.met_sleutel else eigen

    def _nummer(self, soort: Soort, wensen: Sequence[Wens], namen: Iterable[str]) -> None:
        """Give `wensen` numbers that keep them in this order; of equal numbers `namen` decide."""
        huidige = [getattr(self.rijen[soort].get(wens.sleutel), "volgorde", None) for wens in wensen]
        for wens, nummer in zip(wensen, nummers(list(zip(huidige, namen, strict=True))), strict=True):
            wens.waarden["volgorde"] = nummer


def _gevuld(soort: Soort, rij: Rij) -> bool:
    """True when a row says anything else than one that nobody filled in."""
    leeg: Any = soort.model()
    return any(waarde and waarde != getattr(leeg, naam) for naam, waarde in velden(soort, rij).items())


def _dubbelen() -> dict[Hashable, str]:
    """Return which rows share a text that each must have for itself, capitals and accents aside, and how to say so.

    It is asked of all rows together: one at a time each would have to be compared with all others.
    """
    gevonden: dict[Hashable, str] = {}
    for soort in soorten():
        rijen = soort.model._default_manager.all() if unieke_teksten(soort.model) else ()
        for velden_, samen in dubbelen(soort.model, rijen):
            namen = " en ".join(f"‘{rij}’" for rij in samen)
            waarom = f"{tekst_van(soort.model, velden_)}: alleen hoofdletters of accenten verschillen"
            gevonden[soort, frozenset(rij.pk for rij in samen)] = f"{soort.meervoud}, {namen}, {waarom}. Houd er één."
    return gevonden


def _op_identiteit(soort: Soort) -> dict[Hashable, Model]:
    """Return all rows of a kind, with the rows that they name and list, by what tells them apart."""
    namen = [veld.name for veld in soort.model._meta.concrete_fields if veld.is_relation]
    lijsten: Any = soort.model._meta.many_to_many
    eigen = [veld.name for veld in lijsten if veld.remote_field.through._meta.auto_created]
    rijen = soort.model._default_manager.select_related(*namen).prefetch_related(*eigen)
    ouder = None if soort.met_sleutel else soort.ouder
    paren = ((soort.identiteit_van(rij), rij) for rij in rijen)
    return {(getattr(rij, ouder.attname), identiteit) if ouder else identiteit: rij for identiteit, rij in paren}


def _maak_vrij(soort: Soort, huidige: dict[Hashable, Any], gezegd: Mapping[Hashable, dict[str, Any]]) -> None:
    """Take away what is unique from rows that get another value: two rows can exchange it.

    The rows that were read before still have it. A row that goes along with another keeps it: nobody wants it.
    """
    for uniek, altijd in unieke_velden(soort):
        anders = [
            rij.pk
            for eigen, rij in huidige.items()
            if (eigen in gezegd or not soort.ouder)
            and any(gezegd.get(eigen, {}).get(veld.name) != _gewoon(getattr(rij, veld.name)) for veld in uniek)
        ]
        los = [veld for veld in uniek if not veld.is_relation]
        weg = {veld.name: elders(veld) for veld in los[-1:]} if altijd else {veld.name: "" for veld in los}
        soort.model._default_manager.filter(pk__in=anders).update(**weg)


def _gewoon(waarde: Any) -> Any:
    """Return a value; for another row what tells it apart."""
    return soort_van(type(waarde)).identiteit_van(waarde) if isinstance(waarde, Model) else waarde


def elders(veld: Field) -> Any:
    """Return a value that no other row has or gets."""
    if isinstance(veld, IntegerField):
        return F(veld.name) + ELDERS
    return Concat(Value("~"), Cast("pk", CharField()))


def unieke_velden(soort: Soort, met_eigen: bool = False) -> list[tuple[list[Any], bool]]:
    """Return the fields that no two rows may share, and whether that always holds.

    What tells rows apart is among them only when `met_eigen` asks for it.
    """
    opties = soort.model._meta
    groepen: list[tuple[tuple[str, ...], bool]] = [
        ((veld.name,), True) for veld in opties.concrete_fields if veld.unique and not veld.primary_key
    ]
    groepen += unieke_groepen(soort.model)
    eigen = (SLEUTEL,) if soort.met_sleutel else soort.uniek
    velden = [
        ([opties.get_field(naam) for naam in namen], altijd) for namen, altijd in groepen if met_eigen or namen != eigen
    ]
    return [(uniek, altijd) for uniek, altijd in velden if not all(veld.is_relation for veld in uniek)]
