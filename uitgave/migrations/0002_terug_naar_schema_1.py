"""Nothing on the way forward: an edition is lifted when it is read. On the way back, an older release must read it.

Schema 2 has aanbieders as a part of their own; schema 1 has them inside opleidingen, and loose ones apart.
"""

import json
from typing import Any

from django.db import migrations


def daal(apps: Any, schema_editor: Any) -> None:
    uitgaven = apps.get_model("uitgave", "Uitgave").objects.using(schema_editor.connection.alias)
    for rij in uitgaven.iterator(chunk_size=10):
        document = json.loads(rij.document)
        if isinstance(document, dict) and document.get("schema") == 2:
            tekst = json.dumps(_met_schema_1(document), ensure_ascii=False, indent=1)
            uitgaven.filter(pk=rij.pk).update(document=tekst)


def _met_schema_1(document: dict[str, Any]) -> dict[str, Any]:
    aanbieders = {rij.pop("slug"): rij for rij in document.pop("aanbieders", [])}
    for opleiding in document["opleidingen"]:
        opleiding["aanbieders"] = [aanbieders[slug] for slug in opleiding["aanbieders"]]
    return {**document, "schema": 1}


class Migration(migrations.Migration):
    dependencies = [("uitgave", "0001_initial")]

    operations = [migrations.RunPython(migrations.RunPython.noop, daal)]
