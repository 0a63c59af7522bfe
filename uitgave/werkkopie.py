"""All rows of the working copy, read in one go: a query for each kind and one for each list of rows, however many rows.

Each row is read once. What it names, lists, and what belongs to it are those same rows.
"""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from django.db.models import Model, QuerySet
from django.db.models.sql import Query

from uitgave.soort import delen, soorten


class Gelezen(QuerySet):
    """Rows that are in memory already. They can be walked and counted, and are never asked of the database again."""

    def _clone(self) -> Any:
        raise TypeError("These rows are in memory: choose among them in Python.")


class Werkkopie:
    """The rows of every kind, in the order of their model."""

    def __init__(self) -> None:
        modellen = _leesvolgorde()
        velden = [veld for model in modellen for veld in model._meta.many_to_many]
        los = {veld: _paren(veld) for veld in velden if veld.remote_field.through not in modellen}
        self.gelezen = {model: list(model._default_manager.all()) for model in modellen}
        self.lijsten = {veld: los[veld] if veld in los else self._paren_van(veld) for veld in velden}
        self._verbind_alle()

    def _paren_van(self, veld: Any) -> list[tuple[Any, Any]]:
        """Return the keys of the rows in a list whose entries are rows themselves, that were read already."""
        een, ander = f"{veld.m2m_field_name()}_id", f"{veld.m2m_reverse_field_name()}_id"
        return [(getattr(rij, een), getattr(rij, ander)) for rij in self.gelezen[veld.remote_field.through]]

    def met_nummer(self, model: type[Model], nummer: Any) -> Any:
        """Return the row with this key in the database; None when it is not there."""
        return self._per_pk[model].get(nummer)

    def _verbind_alle(self) -> None:
        """Let all rows find one another, by what was read of them and of the lists."""
        self._per_pk = {model: {rij.pk: rij for rij in rijen} for model, rijen in self.gelezen.items()}
        self.rijen: dict[type[Model], list[Any]] = {soort.model: self.gelezen[soort.model] for soort in soorten()}
        for model in reversed(self.gelezen):
            self._verbind(model)
        for veld, paren in self.lijsten.items():
            self._vul(veld, paren)

    def _verbind(self, model: type[Model]) -> None:
        """Let rows of `model` and the rows that they name find one another; leave out what names a row that is gone."""
        velden: Iterable[Any] = model._meta.concrete_fields
        for veld in velden:
            if not (veld.is_relation and (anderen := self._per_pk.get(veld.related_model))):
                continue
            van: defaultdict[Any, list[Any]] = defaultdict(list)
            for rij in self.rijen[model]:
                if (pk := getattr(rij, veld.attname)) in anderen:
                    veld.set_cached_value(rij, anderen[pk])
                    van[pk].append(rij)
            _bewaar(anderen.values(), veld.remote_field.cache_name, model, van)

    def _vul(self, veld: Any, paren: Iterable[tuple[Any, Any]]) -> None:
        """Give the rows of a model, and those that they list, each other in the order of their model."""
        van, naar = self._per_pk[veld.model], self._per_pk[veld.related_model]
        plek = [{pk: nummer for nummer, pk in enumerate(kant)} for kant in (van, naar)]
        heen: defaultdict[Any, list[Any]] = defaultdict(list)
        terug: defaultdict[Any, list[Any]] = defaultdict(list)
        bekend = [(een, ander) for een, ander in paren if een in van and ander in naar]
        for een, ander in sorted(bekend, key=lambda paar: plek[1][paar[1]]):
            heen[een].append(naar[ander])
        for een, ander in sorted(bekend, key=lambda paar: plek[0][paar[0]]):
            terug[ander].append(van[een])
        _bewaar(van.values(), veld.name, veld.related_model, heen)
        _bewaar(naar.values(), veld.related_query_name(), veld.model, terug)


def _leesvolgorde() -> list[type[Model]]:
    """Return all models so that what refers is read before what it refers to.

    What an editor changes meanwhile is then left out whole.
    """
    per_deel = [soort.model for deel in reversed([*delen().values()]) for soort in (*deel.binnen.values(), deel)]
    return list(dict.fromkeys([*per_deel, *(soort.model for soort in soorten())]))


def _paren(veld: Any) -> list[tuple[Any, Any]]:
    """Return the keys of the rows in one list of a model: of the row that lists, and of the row in it."""
    tussen = veld.remote_field.through._default_manager
    return list(tussen.order_by().values_list(f"{veld.m2m_field_name()}_id", f"{veld.m2m_reverse_field_name()}_id"))


def _bewaar(rijen: Iterable[Any], naam: str, model: type[Model], lijsten: dict[Any, list[Any]]) -> None:
    """Keep the list that each of `rijen` has under `naam`, where Django looks for it."""
    vraag = Query(model)
    for rij in rijen:
        lijst: Any = Gelezen(model, vraag)
        lijst._result_cache = lijsten.get(rij.pk, [])
        lijst._prefetch_done = True
        rij._prefetched_objects_cache = {**getattr(rij, "_prefetched_objects_cache", {}), naam: lijst}
