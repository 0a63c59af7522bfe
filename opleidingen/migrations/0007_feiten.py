"""Duur, toelating and kosten become feiten, with the source of their opleiding."""

from typing import Any

from django.db import migrations

from uitgave.migratiehulp import onthoud_sleutels, verander_versies, vergeet_versies, voer_uit
from uitgave.stappen.feiten import ONDERWERPEN, aaneen, in_tweeen

LANGSTE = {"duur": 150, "toelating": None, "kosten": 150}


def heen(apps: Any, schema_editor: Any) -> None:
    Opleiding, Onderwerp, Feit = _modellen(apps, schema_editor)
    for nummer, (veld, rij) in enumerate(ONDERWERPEN.items(), start=1):
        if gevuld := list(Opleiding.exclude(**{veld: ""})):
            onderwerp, nieuw = Onderwerp.get_or_create(slug=veld, defaults={**rij, "volgorde": nummer})
            if nieuw:
                onthoud_sleutels(apps, schema_editor.connection.alias, "feiten.onderwerp", [onderwerp])
            for opleiding in gevuld:
                bewijs = {"bron": opleiding.bron, "gecontroleerd_op": opleiding.gecontroleerd_op}
                Feit.create(onderwerp=onderwerp, opleiding=opleiding, **in_tweeen(getattr(opleiding, veld)), **bewijs)
    # Versions of opleidingen keep what they had in these fields: nobody reads them, but the way back does.


def terug(apps: Any, schema_editor: Any) -> None:
    """Give each opleiding its fields again; all other feiten are of this release alone."""
    Opleiding, _, Feit = _modellen(apps, schema_editor)
    teksten: dict[str, dict[str, str]] = {}  # by the number of the opleiding
    feiten = Feit.filter(onderwerp__sleutel__in=ONDERWERPEN, opleiding__isnull=False)
    for feit in feiten.filter(zichtbaar=True).select_related("onderwerp"):
        veld = feit.onderwerp.sleutel
        tekst = aaneen(feit.waarde, feit.toelichting)[: LANGSTE[veld]]
        teksten.setdefault(str(feit.opleiding_id), {})[veld] = tekst
    for pk, velden in teksten.items():
        Opleiding.filter(pk=pk).update(**velden)

    def versie(velden: dict[str, Any], pk: str) -> None:
        velden |= {**dict.fromkeys(ONDERWERPEN, ""), **teksten.get(pk, {}), **velden}

    verander_versies(apps, schema_editor, "opleidingen", "opleiding", versie)
    for model in ("onderwerp", "feit"):
        vergeet_versies(apps, schema_editor, "feiten", model)
    feiten.delete()


def _modellen(apps: Any, schema_editor: Any) -> list[Any]:
    alias = schema_editor.connection.alias
    namen = (("opleidingen", "Opleiding"), ("feiten", "Onderwerp"), ("feiten", "Feit"))
    return [apps.get_model(*naam).objects.using(alias).order_by() for naam in namen]


class Migration(migrations.Migration):
    dependencies = [
        ("opleidingen", "0006_niveaus"),
        ("feiten", "0001_initial"),
        ("contenttypes", "0002_remove_content_type_name"),
        ("reversion", "0002_add_index_on_version_for_content_type_and_db"),
    ]

    operations = [
        migrations.RunPython(voer_uit(heen), voer_uit(terug)),
        *(migrations.RemoveField("opleiding", veld) for veld in ONDERWERPEN),
    ]
