"""What migrations of content share: editions that go back a schema, and stored versions that change form."""

import json
from collections.abc import Callable
from typing import Any

Gegevens = dict[str, Any]


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
