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


def vervang(velden: Gegevens, oud: str, nieuw: str, waarde: Any) -> None:
    """Let a field of a version make place for another, where it stands."""
    paren = [(nieuw, waarde) if naam == oud else (naam, velden[naam]) for naam in velden]
    velden.clear()
    velden.update(paren)


def vergeet_versies(apps: Any, schema_editor: Any, app: str, model: str) -> None:
    """Take the versions of a model out of the history, on the way back to a release that does not know it."""
    alias = schema_editor.connection.alias
    ContentType, Version = apps.get_model("contenttypes", "ContentType"), apps.get_model("reversion", "Version")
    for soort in ContentType.objects.using(alias).filter(app_label=app, model=model):
        Version.objects.using(alias).filter(content_type=soort.pk).delete()
