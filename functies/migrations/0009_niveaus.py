"""A functie has rows of levels, or none; areas of competence are rows; a step both ways is one row.

The fixed sets of release 1.2 are made only where there is content that has them.
"""

from typing import Any

import django.db.models.deletion
from django.db import migrations, models

import uitgave.inhoud
import uitgave.volgorde
from uitgave.migratiehulp import onthoud_sleutels, verander_versies, vervang, voer_uit
from uitgave.stappen.niveaus import GEBIEDEN, KLEUREN, heen_en_weer, nieuwe_rijen, oude_nummers


def heen(apps: Any, schema_editor: Any) -> None:
    alias = schema_editor.connection.alias
    Niveau, Functie = apps.get_model("opleidingen", "Niveau"), apps.get_model("functies", "Functie")
    niveaus = {rij.nlqf: rij for rij in Niveau.objects.using(alias)}
    if not niveaus:
        return  # a new site: its levels and areas come with its content
    gebieden = _maak_gebieden(apps, alias)
    for functie in Functie.objects.using(alias):
        functie.vanaf_niveau = niveaus.get(functie.niveau)
        functie.save(update_fields=["vanaf_niveau"])
    Competentie = apps.get_model("functies", "Competentie")
    for competentie in Competentie.objects.using(alias).exclude(gebied=""):
        competentie.competentiegebied = gebieden.get(competentie.gebied)
        competentie.save(update_fields=["competentiegebied"])
    _een_stap_voor_beide_kanten(apps, alias)

    def functieversie(velden: dict[str, Any], pk: str) -> None:
        niveau = niveaus.get(velden.get("niveau"))
        vervang(velden, "niveau", vanaf_niveau=niveau and niveau.pk, tot_niveau=None)

    def competentieversie(velden: dict[str, Any], pk: str) -> None:
        gebied = gebieden.get(velden.get("gebied"))
        vervang(velden, "gebied", competentiegebied=gebied and gebied.pk)

    def stapversie(velden: dict[str, Any], pk: str) -> None:
        velden["beide_kanten"] = False

    verander_versies(apps, schema_editor, "functies", "functie", functieversie)
    verander_versies(apps, schema_editor, "functies", "competentie", competentieversie)
    verander_versies(apps, schema_editor, "functies", "doorgroei", stapversie)


def _maak_gebieden(apps: Any, alias: str) -> dict[str, Any]:
    gebieden = apps.get_model("functies", "Competentiegebied").objects.using(alias)
    rijen = nieuwe_rijen()["competentiegebieden"]
    gemaakt = {rij["slug"]: gebieden.create(volgorde=nummer, **rij) for nummer, rij in enumerate(rijen, start=1)}
    onthoud_sleutels(apps, alias, "functies.competentiegebied", gemaakt.values())
    return gemaakt


def _een_stap_voor_beide_kanten(apps: Any, alias: str) -> None:
    """Make one row of two steps there and back that say the same, as an edition of before is read."""
    stappen = apps.get_model("functies", "Doorgroei").objects.using(alias)
    velden = ("pk", "soort", "voorwaarde", "bron", "gecontroleerd_op", "zichtbaar")
    rijen = [
        {**rij, "van": rij["van__slug"], "naar": rij["naar__slug"]}
        for rij in stappen.values(*velden, "van__slug", "naar__slug")
    ]
    for stap, terug_ in heen_en_weer(rijen):
        stappen.filter(pk=stap["pk"]).update(beide_kanten=True)
        stappen.filter(pk=terug_["pk"]).delete()


def terug(apps: Any, schema_editor: Any) -> None:
    """Give each functie a number again, for release 1.2 asks one: without a level the lowest. A step back is a row."""
    alias = schema_editor.connection.alias
    niveaus = list(apps.get_model("opleidingen", "Niveau").objects.using(alias).order_by("volgorde", "slug"))
    nummers = oude_nummers([{"slug": rij.slug, "nlqf": rij.nlqf} for rij in niveaus])
    per_pk = {rij.pk: nummers[rij.slug] for rij in niveaus}
    bekend = {slug for slug, _ in GEBIEDEN}
    gebieden = {rij.pk: rij.slug for rij in apps.get_model("functies", "Competentiegebied").objects.using(alias)}
    gebieden = {pk: slug for pk, slug in gebieden.items() if slug in bekend}
    for functie in apps.get_model("functies", "Functie").objects.using(alias):
        functie.niveau = per_pk.get(functie.vanaf_niveau_id, 1)
        functie.save(update_fields=["niveau"])
    for competentie in apps.get_model("functies", "Competentie").objects.using(alias):
        competentie.gebied = gebieden.get(competentie.competentiegebied_id, "")
        competentie.save(update_fields=["gebied"])
    for kleur, eerder in KLEUREN.items():
        apps.get_model("functies", "Werkveld").objects.using(alias).filter(kleur=kleur).update(kleur=eerder)
    stappen = apps.get_model("functies", "Doorgroei").objects.using(alias)
    for stap in stappen.filter(beide_kanten=True):
        stap.pk, stap.van_id, stap.naar_id, stap.beide_kanten = None, stap.naar_id, stap.van_id, False
        if not stappen.filter(van=stap.van_id, naar=stap.naar_id).exists():
            stap.save(force_insert=True, using=alias)

    def functieversie(velden: dict[str, Any], pk: str) -> None:
        vervang(velden, "vanaf_niveau", niveau=per_pk.get(velden.get("vanaf_niveau"), 1))
        velden.pop("tot_niveau", None)

    def competentieversie(velden: dict[str, Any], pk: str) -> None:
        vervang(velden, "competentiegebied", gebied=gebieden.get(velden.get("competentiegebied"), ""))

    def stapversie(velden: dict[str, Any], pk: str) -> None:
        velden.pop("beide_kanten", None)

    def werkveldversie(velden: dict[str, Any], pk: str) -> None:
        velden["kleur"] = KLEUREN.get(velden["kleur"], velden["kleur"])

    verander_versies(apps, schema_editor, "functies", "functie", functieversie)
    verander_versies(apps, schema_editor, "functies", "competentie", competentieversie)
    verander_versies(apps, schema_editor, "functies", "doorgroei", stapversie)
    verander_versies(apps, schema_editor, "functies", "werkveld", werkveldversie)


class Migration(migrations.Migration):
    dependencies = [
        ("functies", "0008_volgorde"),
        ("opleidingen", "0006_niveaus"),
    ]

    operations = [
        migrations.CreateModel(
            name="Competentiegebied",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "sleutel",
                    models.SlugField(
                        blank=True, editable=False, max_length=160, unique=True, verbose_name="vaste sleutel"
                    ),
                ),
                (
                    "naam",
                    models.CharField(help_text="De naam die de bron gebruikt.", max_length=60, verbose_name="naam"),
                ),
                (
                    "slug",
                    models.SlugField(
                        help_text="Korte naam zonder spaties. Verander die liever niet.",
                        max_length=60,
                        unique=True,
                        verbose_name="deel van het webadres",
                    ),
                ),
                (
                    "volgorde",
                    models.PositiveSmallIntegerField(
                        help_text="Een lager getal staat hoger in de lijst.", verbose_name="volgorde"
                    ),
                ),
                (
                    "uitleg",
                    uitgave.inhoud.TekstField(
                        blank=True,
                        help_text="Wat hoort hierbij? Eén of twee korte zinnen. Mag leeg zijn.",
                        verbose_name="uitleg",
                    ),
                ),
            ],
            options={
                "verbose_name": "competentiegebied",
                "verbose_name_plural": "competentiegebieden",
                "ordering": ["volgorde", uitgave.volgorde.Volgorde("naam")],
            },
        ),
        migrations.AddField(
            model_name="doorgroei",
            name="beide_kanten",
            field=models.BooleanField(
                default=False,
                help_text="Zet dit aan als de stap ook terug kan, en dan hetzelfde vraagt. Maak er dan maar één.",
                verbose_name="kan beide kanten op",
            ),
        ),
        migrations.AddField(
            model_name="functie",
            name="tot_niveau",
            field=models.ForeignKey(
                blank=True,
                help_text="Alleen als er meer niveaus passen: het hoogste. Laat het anders leeg.",
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="functies_tot",
                to="opleidingen.niveau",
                verbose_name="tot en met niveau",
            ),
        ),
        migrations.AddField(
            model_name="functie",
            name="vanaf_niveau",
            field=models.ForeignKey(
                blank=True,
                help_text="Het niveau van de opleidingen die passen. Laat leeg als het niet bekend is.",
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="functies",
                to="opleidingen.niveau",
                verbose_name="niveau",
            ),
        ),
        migrations.AddField(
            model_name="competentie",
            name="competentiegebied",
            field=models.ForeignKey(
                blank=True,
                help_text="Kies het gebied als een bron het noemt. Laat het anders leeg.",
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="competenties",
                to="functies.competentiegebied",
                verbose_name="gebied",
            ),
        ),
        migrations.AlterField(
            model_name="werkveld",
            name="kleur",
            field=models.CharField(
                blank=True,
                choices=[
                    ("rood", "rood"),
                    ("groen", "groen"),
                    ("paars", "paars"),
                    ("blauw", "blauw"),
                    ("bruin", "bruin"),
                    ("roze", "roze"),
                    ("olijf", "olijfgroen"),
                    ("gras", "grasgroen"),
                    ("indigo", "indigo"),
                    ("wijn", "wijnrood"),
                    ("oker", "oker"),
                    ("grijs", "grijs"),
                ],
                help_text="Laat leeg: dan krijgt dit werkveld een kleur die nog vrij is.",
                max_length=10,
                verbose_name="kleur",
            ),
        ),
        migrations.AlterModelOptions(
            name="doorgroei",
            options={
                "ordering": [
                    models.OrderBy(models.F("van__vanaf_niveau__volgorde"), nulls_last=True),
                    uitgave.volgorde.Volgorde("van__naam"),
                    models.OrderBy(models.F("naar__vanaf_niveau__volgorde"), nulls_last=True),
                    uitgave.volgorde.Volgorde("naar__naam"),
                ],
                "verbose_name": "stap",
                "verbose_name_plural": "stappen",
            },
        ),
        migrations.AlterModelOptions(
            name="functie",
            options={
                "ordering": [
                    models.OrderBy(models.F("vanaf_niveau__volgorde"), nulls_last=True),
                    uitgave.volgorde.Volgorde("naam"),
                ],
                "verbose_name": "functie",
                "verbose_name_plural": "functies",
            },
        ),
        # On the way back the column must be filled before anything is known of it.
        migrations.AlterField("functie", "niveau", models.PositiveSmallIntegerField("niveau", default=1)),
        migrations.RunPython(voer_uit(heen), voer_uit(terug)),
        migrations.RemoveField(
            model_name="competentie",
            name="gebied",
        ),
        migrations.RemoveField(
            model_name="functie",
            name="niveau",
        ),
        migrations.AddConstraint(
            model_name="functie",
            constraint=models.CheckConstraint(
                condition=models.Q(("tot_niveau", None), ("vanaf_niveau__isnull", False), _connector="OR"),
                name="functie_niveau_begint",
                violation_error_message="Kies ook het laagste niveau.",
            ),
        ),
    ]
