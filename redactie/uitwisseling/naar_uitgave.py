"""The working copy as it would be when it is made equal to an edition, or one row of it. Pure: documents in, one out.

Rows are the same when their lasting key is. They name one another by slug, and an edition may know another slug for a
row: what is taken over names it as the rest does.
"""

from collections.abc import Hashable, Iterator, Mapping
from typing import Any, TypeVar

from msgspec.structs import replace

from uitgave import document as d
from uitgave.bouwen import openbaar, zonder_losse_einden
from uitgave.rij import Rij
from uitgave.soort import Sleutels, Soort, delen

R = TypeVar("R", bound=Rij)
Rijen = Mapping[Hashable, Any]  # the rows of a part by what tells them apart
VOORAAN = object()  # stands for the row before the first


def gelijk_aan(uitgave: d.Document, nu: d.Document) -> d.Document:
    """Return what `uitgave` says, with the rows of the working copy `nu` that visitors would not see: those stay.

    What such a draft names stays with it, out of sight where that can be.
    """
    vertaal = Vertaling(d.sleutels(nu), d.sleutels(uitgave))
    houd = _te_houden(uitgave, nu)
    alle_toen, alle_nu, getoond = per_deel(uitgave), per_deel(nu), per_deel(openbaar(nu))
    anders: dict[str, Any] = {}
    for deel, soort in delen().items():
        if soort.enig:
            anders[deel] = getattr(uitgave, deel) or getattr(nu, deel)
            continue
        toen, nu_, te_zien = alle_toen[deel], alle_nu[deel], getoond[deel]
        blijven: dict[Hashable, list[Any]] = {}  # what stays, by the row of the edition behind which it stands
        ervoor: Hashable = VOORAAN
        for eigen in nu_:
            if eigen in toen:
                ervoor = eigen
            elif blijft := houd.get((deel, eigen)):
                blijven.setdefault(ervoor, []).append(vertaal(blijft))
        klaar = blijven.get(VOORAAN, [])
        for eigen, rij in toen.items():
            klaar.append(_met_concepten(soort, rij, nu_.get(eigen), te_zien.get(eigen), vertaal))
            klaar += blijven.get(eigen, [])
        anders[deel] = tuple(klaar)
    return zonder_losse_einden(replace(nu, **anders))


def met_rij(uitgave: d.Document, nu: d.Document, deel: str, eigen: Hashable) -> d.Document:
    """Return `nu` with one row of a part as `uitgave` has it: changed, back, or gone. Links may lead nowhere then."""
    soort, oud = delen()[deel], d.sleutels(nu)
    rijen = dict(rijen_van(nu, deel))
    huidige, terug = rijen.pop(eigen, None), rijen_van(uitgave, deel).get(eigen)
    vertaald = terug and Vertaling(d.sleutels(uitgave), oud)(terug)
    if soort.enig:
        return replace(nu, **{deel: vertaald})
    if vertaald:
        te_zien = rijen_van(openbaar(nu), deel).get(eigen)
        rijen[eigen] = _met_concepten(soort, vertaald, huidige, te_zien, Vertaling(oud, oud))
    volgorde = [*rijen_van(nu, deel), eigen]
    gelegd = tuple(rijen[deze] for deze in dict.fromkeys(volgorde) if deze in rijen)
    nieuw = replace(nu, **{deel: gelegd})
    vertaal = Vertaling(oud, d.sleutels(nieuw))  # others may name it by the slug that it had
    return vertaal(nieuw)


def anders_dan(nu: d.Document, doel: d.Document) -> Iterator[tuple[str, Hashable, Any]]:
    """Yield the rows in which two documents differ: the part, what tells the row apart, and how it is in either."""
    alle_voor, alle_na = per_deel(nu), per_deel(doel)
    for deel, voor in alle_voor.items():
        na = alle_na[deel]
        for eigen in dict.fromkeys([*voor, *na]):
            if voor.get(eigen) != na.get(eigen):
                yield deel, eigen, voor.get(eigen) or na.get(eigen)


def per_deel(document: d.Document) -> dict[str, Rijen]:
    """Return the rows of each part; of a kind with one row that row, when it is there."""
    sleutels = d.sleutels(document)
    return {deel: _rijen(getattr(document, deel), soort, sleutels) for deel, soort in delen().items()}


def rijen_van(document: d.Document, deel: str) -> Rijen:
    """Return the rows of one part."""
    return _rijen(getattr(document, deel), delen()[deel], d.sleutels(document))


def _rijen(waarde: Any, soort: Soort, sleutels: Sleutels) -> Rijen:
    rijen = waarde if isinstance(waarde, tuple) else (waarde,) if waarde else ()
    return {soort.identiteit_van(rij, sleutels): rij for rij in rijen}


class Vertaling:
    """Gives rows other slugs for the same rows: those of `naar` in the place of those of `van`."""

    def __init__(self, van: Sleutels, naar: Sleutels) -> None:
        self.van, self.naar = van, naar
        self._slugs = {deel: {sleutel: slug for slug, sleutel in slugs.items()} for deel, slugs in naar.items()}

    def __call__(self, rij: R) -> R:
        return d.met_verwijzingen(rij, self._vertaal)

    def _vertaal(self, deel: str, waarde: Any) -> Any:
        if isinstance(waarde, tuple):
            return tuple(self._vertaal(deel, slug) for slug in waarde)
        return self._slugs.get(deel, {}).get(self.van.get(deel, {}).get(waarde, ""), waarde)


def _met_concepten(soort: Soort, rij: R, huidige: Any, te_zien: Any, vertaal: Vertaling) -> R:
    """Return a row of the edition with the rows inside `huidige`, the same row now, that visitors would not see."""
    anders: dict[str, Any] = {}
    for veld, binnen in soort.binnen.items() if huidige else ():
        weg = {binnen.identiteit_van(deel, vertaal.naar) for deel in getattr(rij, veld)}
        weg |= {binnen.identiteit_van(deel, vertaal.van) for deel in (getattr(te_zien, veld) if te_zien else ())}
        concepten = [deel for deel in getattr(huidige, veld) if binnen.identiteit_van(deel, vertaal.van) not in weg]
        anders[veld] = (*getattr(rij, veld), *(vertaal(deel) for deel in concepten))
    return replace(rij, **anders) if anders else rij


def _te_houden(uitgave: d.Document, nu: d.Document) -> dict[tuple[str, Hashable], Any]:
    """Return the rows of `nu` that are not in `uitgave` and stay, by part and identity: drafts, and what they name."""
    alle, toen, getoond = _per_plek(nu), _per_plek(uitgave), _per_plek(openbaar(nu))
    per_slug = {(deel, getattr(rij, "slug", "")): (deel, eigen) for (deel, eigen), rij in alle.items()}
    te_doen = [plek for plek in alle if plek not in getoond]
    gevonden: dict[tuple[str, Hashable], Any] = {}
    while te_doen:
        plek = te_doen.pop()
        if plek in gevonden:
            continue
        rij = alle[plek]
        buiten_beeld = plek in getoond and hasattr(rij, "zichtbaar")
        gevonden[plek] = replace(rij, zichtbaar=False) if buiten_beeld else rij
        genoemd = (per_slug[deel, slug] for _, deel, slug in d.verwijzingen(rij))
        te_doen += [ander for ander in genoemd if ander not in toen]
    return {plek: rij for plek, rij in gevonden.items() if plek not in toen}


def _per_plek(document: d.Document) -> dict[tuple[str, Hashable], Any]:
    return {(deel, eigen): rij for deel, rijen in per_deel(document).items() for eigen, rij in rijen.items()}
