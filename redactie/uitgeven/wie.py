"""Who made a difference, and when: from the history, in as many queries for one row as for thousands."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Any

from django.contrib.auth.models import User
from django.contrib.contenttypes.models import ContentType
from django.db.models import F, Q

from redactie.geschiedenis.vermeldingen import veranderend
from redactie.geschiedenis.versies import verwijderd
from redactie.geschiedenis.waarden import waarden_van
from redactie.models import Vermelding
from uitgave.leesbaar import gelezen
from uitgave.models import Uitgave
from uitgave.soort import SLEUTEL, delen, soort_van, soorten
from uitgave.verschil import Rijsleutel, eigen_tekst, met_sleutels, op_identiteit
from uitgave.werkkopie import Werkkopie

MEESTE = 500  # rows that are asked by name; of more, all are asked

Rij = tuple[int, str]  # content type, key in the database
Keer = tuple[datetime, int | None]  # when a row was changed, and by whom


@dataclass(frozen=True)
class Wie:
    """Who made a row another than visitors see, the last one first, and when that was; else who changed it last."""

    namen: tuple[User | None, ...]
    wanneer: datetime


def wie_veranderde(
    sleutels: Collection[Rijsleutel],
    rijen: Mapping[Rijsleutel, Any],
    kopie: Werkkopie,
    uitgave: Uitgave | None,
    tot: datetime | None = None,
) -> dict[Rijsleutel, Wie]:
    """Return for each of `sleutels` who changed it; `rijen` are the rows of the working copy by their name.

    That is everybody who did since an edition showed it as `uitgave` does: it may have been held back since. What was
    changed after `tot` does not count.
    """
    typen = {deel: ContentType.objects.get_for_model(soort.model).pk for deel, soort in delen().items()}
    weg = _verwijderd(kopie)
    plekken: dict[Rij, Rijsleutel] = {}
    for sleutel in sleutels:
        rij = rijen.get(sleutel)
        if pk := str(rij.pk) if rij else weg.get(sleutel):
            plekken[typen[sleutel.deel], pk] = sleutel
    vraag = Vermelding.objects.filter(content_type__in={soort for soort, _ in plekken})
    if len(plekken) <= MEESTE:
        vraag = vraag.filter(object_id__in={pk for _, pk in plekken})
    binnen = ContentType.objects.get_for_models(*(soort.model for soort in soorten() if not soort.deel)).values()
    van_zichzelf = Q(versie__content_type=F("content_type")) | Q(versie__content_type__in=binnen)
    vraag = veranderend(vraag.filter(van_zichzelf), "versie__")
    if tot:
        vraag = vraag.filter(versie__revision__date_created__lte=tot)
    gevonden = vraag.values_list(
        "content_type", "object_id", "versie__revision__user", "versie__revision__date_created"
    ).distinct()
    per_rij: defaultdict[Rijsleutel, list[Keer]] = defaultdict(list)
    for soort, pk, gebruiker, wanneer in gevonden.order_by():
        if sleutel := plekken.get((soort, pk)):
            per_rij[sleutel].append((wanneer, gebruiker))
    namen = User.objects.in_bulk({wie for keren in per_rij.values() for _, wie in keren if wie})
    eerder = _Eerder(uitgave)
    return {sleutel: _wie(sleutel, keren, namen, eerder) for sleutel, keren in per_rij.items()}


def _wie(sleutel: Rijsleutel, keren: list[Keer], namen: Mapping[int, User], eerder: "_Eerder") -> Wie:
    keren.sort(key=lambda keer: keer[0], reverse=True)
    nieuw: dict[int | None, None] = {}
    for wanneer, wie in keren:
        if not eerder.is_zoals_nu(sleutel, wanneer):
            break
        nieuw[wie] = None
    return Wie(tuple(namen.get(wie or 0) for wie in nieuw or [keren[0][1]]), keren[0][0])


class _Eerder:
    """The editions that visitors saw, each read when it is asked for."""

    def __init__(self, uitgave: Uitgave | None) -> None:
        self._uitgave, self._nu = uitgave, uitgave.pk if uitgave else 0
        self._delen: dict[tuple[int, str], dict[str, Any]] = {}
        self._documenten: dict[int, Any] = {}

    @cached_property
    def _momenten(self) -> list[tuple[datetime, int]]:
        alle = Uitgave.objects.verschenen().filter(pk__lte=self._nu)
        return list(alle.order_by("-gepubliceerd_op", "-pk").values_list("gepubliceerd_op", "pk"))

    def is_zoals_nu(self, sleutel: Rijsleutel, wanneer: datetime) -> bool:
        """True when visitors saw of a row at `wanneer` what they see of it now; also when that is nothing."""
        if self._uitgave and self._uitgave.gepubliceerd_op < wanneer:
            return True
        toen = next((pk for moment, pk in self._momenten if moment < wanneer), 0)
        return toen == self._nu or self._rij(toen, sleutel) == self._rij(self._nu, sleutel)

    def _rij(self, pk: int, sleutel: Rijsleutel) -> Any:
        return self._deel(pk, sleutel.deel).get(sleutel.eigen)

    def _deel(self, pk: int, deel: str) -> dict[str, Any]:
        if (pk, deel) not in self._delen:
            self._delen[pk, deel] = op_identiteit(getattr(self._document(pk), deel, None))
        return self._delen[pk, deel]

    def _document(self, pk: int) -> Any:
        if pk not in self._documenten:
            document = gelezen(Uitgave.objects.get(pk=pk))[0] if pk else None
            self._documenten[pk] = document and met_sleutels(document)
        return self._documenten[pk]


def _verwijderd(kopie: Werkkopie) -> dict[Rijsleutel, str]:
    """Return the key in the database that rows had which were deleted, by their name."""
    per_model = {soort.model: soort for soort in delen().values()}
    versies = [(versie.content_type.model_class(), versie) for versie in verwijderd().select_related("content_type")]
    waarden = [(model, versie.object_id, waarden_van(versie)) for model, versie in versies if model in per_model]
    met_sleutel = [rijen for model, rijen in kopie.rijen.items() if waarden and soort_van(model).met_sleutel]
    sleutels = {(type(rij), str(rij.pk)): rij.sleutel for rijen in met_sleutel for rij in rijen}
    sleutels |= {(model, pk): velden[SLEUTEL] for model, pk, velden in waarden if SLEUTEL in velden}
    gevonden: dict[Rijsleutel, str] = {}
    for model, pk, velden in waarden:
        soort = per_model[model]
        if soort.met_sleutel:
            eigen = velden.get(SLEUTEL, "")
        else:
            namen = ((model._meta.get_field(naam), velden.get(naam)) for naam in soort.uniek)
            delen_ = tuple(
                sleutels.get((veld.related_model, str(waarde)), waarde) if veld.is_relation else waarde
                for veld, waarde in namen
            )
            eigen = eigen_tekst(delen_)
        gevonden.setdefault(Rijsleutel(soort.deel, eigen), pk)
    return gevonden
