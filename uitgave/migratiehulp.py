"""What migrations of content share: editions that go back a schema, stored versions that change form, and keys."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from functools import partial
from typing import Any

from django.core.validators import MinValueValidator
from django.db import migrations, models

from uitgave.schema import STAPPEN
from uitgave.sleutels import van_tekst, vrij
from uitgave.stappen import sleutels

Gegevens = dict[str, Any]
# Of rows without a slug that get a key: the field with their parent, its model, and the fields that say what they are.
ZONDER_SLUG = {"taak": ("stap", "gidsstap", ("versie", "tekst")), "artikelpunt": ("artikel", "artikel", ("kop",))}


def daal_uitgaven(schema: int, daal: Callable[[Gegevens], Gegevens]) -> Callable[[Any, Any], None]:
    """Return the way back of a migration: it writes the editions of `schema` as the release before it reads them."""

    def terug(apps: Any, schema_editor: Any) -> None:
        uitgaven = apps.get_model("uitgave", "Uitgave").objects.using(schema_editor.connection.alias)
        for rij in uitgaven.iterator(chunk_size=10):
            document = json.loads(rij.document)
            if isinstance(document, dict) and document.get("schema") == schema:
                tekst = json.dumps({**daal(document), "schema": schema - 1}, ensure_ascii=False, indent=1)
                uitgaven.filter(pk=rij.pk).update(document=tekst)

    return terug


def verander_versies(
    apps: Any, schema_editor: Any, app: str, model: str, verander: Callable[[Gegevens, str], None]
) -> None:
    """Let `verander` change, in place, the fields of every version that the history holds of a model, given its pk."""
    alias = schema_editor.connection.alias
    ContentType, Version = apps.get_model("contenttypes", "ContentType"), apps.get_model("reversion", "Version")
    soort = ContentType.objects.using(alias).filter(app_label=app, model=model).first()
    if soort is None:  # a new site: it has no history yet
        return
    versies = Version.objects.using(alias).filter(content_type=soort.pk)
    for versie in versies.iterator(chunk_size=500):
        [rij] = json.loads(versie.serialized_data)
        verander(rij["fields"], versie.object_id)
        versies.filter(pk=versie.pk).update(serialized_data=json.dumps([rij], ensure_ascii=False))


def met_sleutels(app: str, delen: Mapping[str, str]) -> list[Any]:
    """Return the operations that give rows of these models their lasting key, each with its place in a document.

    It is the slug, as in older editions when they are lifted (see `stappen/sleutels.py`). Stored versions get the key
    of their row, also of rows that are gone. A model comes after that of its parent.
    """
    soort: dict[str, Any] = {"max_length": 160, "blank": True, "editable": False, "verbose_name": "vaste sleutel"}
    erbij = models.SlugField(**soort, default="", db_index=False)
    uniek = models.SlugField(**soort, unique=True)
    return [
        *(migrations.AddField(model, "sleutel", erbij, preserve_default=False) for model in delen),
        migrations.RunPython(_geef_sleutels(app, delen), _neem_sleutels(app, delen)),
        *(migrations.AlterField(model, "sleutel", uniek) for model in delen),
    ]


def _geef_sleutels(app: str, delen: Mapping[str, str]) -> Callable[[Any, Any], None]:
    def heen(apps: Any, schema_editor: Any) -> None:
        alias = schema_editor.connection.alias
        gegeven = apps.get_model("uitgave", "GegevenSleutel").objects.using(alias)
        bekend: dict[str, dict[str, str]] = {}  # by model: the key of each row that is there or was, by its number
        for model, deel in delen.items():
            rijen = apps.get_model(app, model).objects.using(alias)
            bekend[model] = _sleutels(model, list(rijen.values()), _laatste_versies(apps, alias, app, model), bekend)
            for pk in rijen.values_list("pk", flat=True):
                rijen.filter(pk=pk).update(sleutel=bekend[model][str(pk)])
            zet = partial(_zet_sleutel, bekend[model])
            verander_versies(apps, schema_editor, app, model, zet)
            alle = {*bekend[model].values(), *_in_uitgaven(apps, alias, deel)}
            gegeven.bulk_create(gegeven.model(soort=f"{app}.{model}", sleutel=sleutel) for sleutel in sorted(alle))

    return heen


def _neem_sleutels(app: str, delen: Mapping[str, str]) -> Callable[[Any, Any], None]:
    def terug(apps: Any, schema_editor: Any) -> None:
        gegeven = apps.get_model("uitgave", "GegevenSleutel").objects.using(schema_editor.connection.alias)
        for model in delen:
            gegeven.filter(soort=f"{app}.{model}").delete()
            verander_versies(apps, schema_editor, app, model, lambda velden, _: velden.pop("sleutel", None))

    return terug


def _zet_sleutel(sleutels: Mapping[str, str], velden: Gegevens, pk: str) -> None:
    velden["sleutel"] = sleutels[pk]


def _sleutels(
    model: str, rijen: list[Gegevens], versies: Mapping[str, Gegevens], bekend: Mapping[str, Mapping[str, str]]
) -> dict[str, str]:
    """Return the key of each row by its number: first of those that are there, then of those that are gone."""
    nu = {str(rij["id"]): rij for rij in rijen}
    weg = {pk: velden for pk, velden in versies.items() if pk not in nu}
    gekregen: dict[str, str] = {}
    gegeven: set[str] = set()
    for stand in (nu, weg):
        zegt = {pk: _zegt(model, velden, bekend) for pk, velden in stand.items()}
        for pk in sorted(zegt, key=lambda pk: (zegt[pk], int(pk))):
            kern = van_tekst(*zegt[pk]) if model in ZONDER_SLUG else zegt[pk][0]
            gekregen[pk] = vrij(kern, gegeven.__contains__)
            gegeven.add(gekregen[pk])
    return gekregen


def _zegt(model: str, velden: Gegevens, bekend: Mapping[str, Mapping[str, str]]) -> tuple[str, ...]:
    """Return what the key of a row is made of: its slug, or the key of its parent and what the row says."""
    if model not in ZONDER_SLUG:
        return (velden["slug"],)
    ouder, van, teksten = ZONDER_SLUG[model]
    pk = str(velden.get(f"{ouder}_id", velden.get(ouder)))
    return bekend[van].get(pk, van), *(velden[veld] for veld in teksten)


def _laatste_versies(apps: Any, alias: str, app: str, model: str) -> dict[str, Gegevens]:
    """Return the fields of every row that the history knows, as they were last, by its number."""
    Version = apps.get_model("reversion", "Version")
    versies = Version.objects.using(alias).filter(content_type__app_label=app, content_type__model=model)
    gelezen = versies.order_by("pk").values_list("object_id", "serialized_data").iterator(chunk_size=500)
    return {pk: json.loads(tekst)[0]["fields"] for pk, tekst in gelezen}


def _in_uitgaven(apps: Any, alias: str, deel: str) -> Iterator[str]:
    """Yield the keys that rows of a part have in any edition, or rows in a list of theirs: `gidsstappen.taken`."""
    deel, _, lijst = deel.partition(".")
    for tekst in apps.get_model("uitgave", "Uitgave").objects.using(alias).values_list("document", flat=True):
        try:
            document = json.loads(tekst)
            for til in STAPPEN[document["schema"] - 1 : STAPPEN.index(sleutels.til) + 1]:
                document = til(document)
            rijen = document.get(deel, ())
            yield from [binnen["sleutel"] for rij in rijen for binnen in (rij[lijst] if lijst else [rij])]
        except (AttributeError, IndexError, KeyError, TypeError, ValueError):
            continue  # an edition that cannot be read: no row can be compared with it either


def vul_lege(app: str, **modellen: tuple[str, ...]) -> Any:
    """Return the operation that, on the way back, fills these fields of models where they are empty, also in history.

    Only a row that nobody sees can be so, and an older release cannot hold it: it gets the day on which time began,
    the lowest number that the field takes, or the first row that it can name. Where there is none, the row goes.
    """

    def terug(apps: Any, schema_editor: Any) -> None:
        for naam, velden in modellen.items():
            model = apps.get_model(app, naam)
            rijen = model.objects.using(schema_editor.connection.alias)
            for veld in map(model._meta.get_field, velden):
                leeg = rijen.filter(**{f"{veld.name}__isnull": True})
                if (waarde := _een_waarde(veld, schema_editor.connection.alias)) is None:
                    leeg.delete()
                    continue
                leeg.update(**{veld.attname: waarde})
                zet = partial(_zet_in_lege, veld.name, waarde.isoformat() if isinstance(waarde, date) else waarde)
                verander_versies(apps, schema_editor, app, naam, zet)

    return migrations.RunPython(migrations.RunPython.noop, voer_uit(terug))


def _zet_in_lege(veld: str, waarde: Any, velden: Gegevens, _: str) -> None:
    if veld in velden and velden[veld] is None:
        velden[veld] = waarde


def _een_waarde(veld: Any, alias: str) -> Any:
    if veld.is_relation:
        return veld.related_model.objects.using(alias).order_by("pk").values_list("pk", flat=True).first()
    if isinstance(veld, models.DateField):
        return date(1970, 1, 1)
    return max([1, *(regel.limit_value for regel in veld.validators if isinstance(regel, MinValueValidator))])


def onthoud_sleutels(apps: Any, alias: str, soort: str, rijen: Iterable[Any]) -> None:
    """Note that rows made by a migration have their keys; `soort` is the label of their model."""
    gegeven = apps.get_model("uitgave", "GegevenSleutel").objects.using(alias)
    gegeven.bulk_create(gegeven.model(soort=soort, sleutel=rij.sleutel) for rij in rijen)


def voer_uit(werk: Callable[[Any, Any], None]) -> Callable[[Any, Any], None]:
    """Return `werk` on rows, with the checks that PostgreSQL puts off done at once: else no table changes after it."""

    def meteen(apps: Any, schema_editor: Any) -> None:
        if schema_editor.connection.vendor == "postgresql":
            schema_editor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        werk(apps, schema_editor)

    return meteen


def vervang(velden: Gegevens, oud: str, **nieuw: Any) -> None:
    """Put `nieuw` in the place of the field `oud`, so that the way back gives the same text."""
    paren = list(velden.items())
    velden.clear()
    for naam, waarde in paren:
        velden.update(nieuw if naam == oud else {naam: waarde})


def vergeet_versies(apps: Any, schema_editor: Any, app: str, model: str) -> None:
    """Take the versions of a model out of the history, on the way back to a release that does not know it."""
    alias = schema_editor.connection.alias
    ContentType, Version = apps.get_model("contenttypes", "ContentType"), apps.get_model("reversion", "Version")
    for soort in ContentType.objects.using(alias).filter(app_label=app, model=model):
        Version.objects.using(alias).filter(content_type=soort.pk).delete()
