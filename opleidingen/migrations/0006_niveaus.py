"""Levels and registers become rows; the fixed sets of release 1.2 are made only where there is content that has them."""

from typing import Any

import django.core.validators
import django.db.models.deletion
from django.db import migrations, models

import uitgave.volgorde
from uitgave.migratiehulp import onthoud_sleutels, verander_versies, vervang, voer_uit
from uitgave.stappen.niveaus import nieuwe_rijen, oude_code, oude_nummers


def heen(apps: Any, schema_editor: Any) -> None:
    alias = schema_editor.connection.alias
    Opleiding, Functie = apps.get_model("opleidingen", "Opleiding"), apps.get_model("functies", "Functie")
    if not (Opleiding.objects.using(alias).exists() or Functie.objects.using(alias).exists()):
        return  # a new site: its levels come with its content
    Niveau, Register = apps.get_model("opleidingen", "Niveau"), apps.get_model("opleidingen", "Register")
    rijen = nieuwe_rijen()
    niveaus = {rij["nlqf"]: Niveau.objects.using(alias).create(volgorde=rij["nlqf"], **rij) for rij in rijen["niveaus"]}
    registers = {rij["slug"]: Register.objects.using(alias).create(**rij) for rij in rijen["registers"]}
    onthoud_sleutels(apps, alias, "opleidingen.niveau", niveaus.values())
    onthoud_sleutels(apps, alias, "opleidingen.register", registers.values())
    for opleiding in Opleiding.objects.using(alias):
        opleiding.op_niveau = niveaus.get(opleiding.niveau)
        opleiding.coderegister = registers.get(opleiding.register)
        opleiding.save(update_fields=["op_niveau", "coderegister"])

    def versie(velden: dict[str, Any], pk: str) -> None:
        niveau, register = niveaus.get(velden.get("niveau")), registers.get(velden.get("register"))
        vervang(velden, "niveau", op_niveau=niveau and niveau.pk)
        vervang(velden, "register", coderegister=register and register.pk)

    verander_versies(apps, schema_editor, "opleidingen", "opleiding", versie)


def terug(apps: Any, schema_editor: Any) -> None:
    """Give each opleiding its number and register again; a code that release 1.2 refuses is left out."""
    alias = schema_editor.connection.alias
    Opleiding = apps.get_model("opleidingen", "Opleiding")
    niveaus = list(apps.get_model("opleidingen", "Niveau").objects.using(alias).order_by("volgorde", "slug"))
    nummers = oude_nummers([{"slug": rij.slug, "nlqf": rij.nlqf} for rij in niveaus])
    per_pk = {rij.pk: nummers[rij.slug] for rij in niveaus}
    registers = {rij.pk: rij.slug for rij in apps.get_model("opleidingen", "Register").objects.using(alias)}
    for opleiding in Opleiding.objects.using(alias):
        opleiding.niveau = per_pk.get(opleiding.op_niveau_id)
        opleiding.register, opleiding.code = oude_code(registers.get(opleiding.coderegister_id), opleiding.code)
        opleiding.save(update_fields=["niveau", "register", "code"])

    def versie(velden: dict[str, Any], pk: str) -> None:
        vervang(velden, "op_niveau", niveau=per_pk.get(velden.get("op_niveau")))
        register, velden["code"] = oude_code(registers.get(velden.get("coderegister")), velden.get("code", ""))
        vervang(velden, "coderegister", register=register)

    verander_versies(apps, schema_editor, "opleidingen", "opleiding", versie)


class Migration(migrations.Migration):
    dependencies = [
        ("opleidingen", "0005_volgorde"),
        ("functies", "0008_volgorde"),
    ]

    operations = [
        migrations.CreateModel(
            name="Niveau",
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
                    models.CharField(
                        help_text="Kort, met kleine letters. Zo staat het op de kaart.",
                        max_length=60,
                        verbose_name="naam",
                    ),
                ),
                (
                    "slug",
                    models.SlugField(
                        help_text="Dit staat in het webadres. Je mag het veranderen. Een adres dat al gepubliceerd is, blijft werken, ook op papier.",
                        max_length=60,
                        unique=True,
                        verbose_name="deel van het webadres",
                    ),
                ),
                (
                    "volgorde",
                    models.PositiveSmallIntegerField(
                        help_text="Van laag naar hoog: 1 is het laagste niveau. Zo staan ze ook op de kaart.",
                        verbose_name="volgorde",
                    ),
                ),
                (
                    "nlqf",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        help_text="Een getal van 1 tot en met 8. Laat leeg als je dat niet weet.",
                        null=True,
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(8),
                        ],
                        verbose_name="niveau in het NLQF",
                    ),
                ),
            ],
            options={
                "verbose_name": "niveau",
                "verbose_name_plural": "niveaus",
                "ordering": ["volgorde", uitgave.volgorde.Volgorde("naam")],
            },
        ),
        migrations.CreateModel(
            name="Register",
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
                    models.CharField(
                        help_text="De naam van de lijst, en voor wie die is.",
                        max_length=60,
                        verbose_name="naam",
                    ),
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
                    "afkorting",
                    models.CharField(
                        help_text="Dit staat voor de code op de site.", max_length=20, verbose_name="afkorting"
                    ),
                ),
                (
                    "uitleg",
                    models.CharField(
                        blank=True,
                        help_text="Waarvoor is deze lijst? Eén korte zin. Mag leeg zijn.",
                        max_length=200,
                        verbose_name="uitleg",
                    ),
                ),
                (
                    "masker",
                    models.CharField(
                        blank=True,
                        help_text="Een 9 is een cijfer, een hoofdletter is die letter. Bijvoorbeeld: K9999. Leeg: zonder code.",
                        max_length=20,
                        validators=[
                            django.core.validators.RegexValidator(
                                "\\A[9A-Z]{1,20}\\Z", "Gebruik alleen het cijfer 9 en hoofdletters, bijvoorbeeld K9999."
                            )
                        ],
                        verbose_name="vorm van de code",
                    ),
                ),
                (
                    "gewoon_begin",
                    models.CharField(
                        blank=True,
                        help_text="Hoe beginnen de codes meestal? Met spaties ertussen. Bij een ander begin zegt de site dat.",
                        max_length=60,
                        verbose_name="gewone begincijfers",
                    ),
                ),
            ],
            options={
                "verbose_name": "register",
                "verbose_name_plural": "registers",
                "ordering": [uitgave.volgorde.Volgorde("naam")],
            },
        ),
        migrations.AddField(
            model_name="opleiding",
            name="op_niveau",
            field=models.ForeignKey(
                blank=True,
                help_text="Laat leeg als het niveau niet bekend is.",
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="opleidingen",
                to="opleidingen.niveau",
                verbose_name="niveau",
            ),
        ),
        migrations.AddField(
            model_name="opleiding",
            name="coderegister",
            field=models.ForeignKey(
                blank=True,
                help_text="De lijst waar de code in staat. Laat leeg als er geen code is.",
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="opleidingen",
                to="opleidingen.register",
                verbose_name="register",
            ),
        ),
        migrations.RemoveConstraint(
            model_name="opleiding",
            name="opleiding_code_eenmaal",
        ),
        migrations.RemoveConstraint(
            model_name="opleiding",
            name="opleiding_code_vijf_cijfers",
        ),
        migrations.RemoveConstraint(
            model_name="opleiding",
            name="opleiding_code_met_register",
        ),
        migrations.AlterField(
            model_name="opleiding",
            name="code",
            field=models.CharField(
                blank=True,
                help_text="Precies zoals in het register, met de nullen vooraan.",
                max_length=20,
                verbose_name="code",
            ),
        ),
        migrations.RunPython(voer_uit(heen), voer_uit(terug)),
        migrations.RemoveField(
            model_name="opleiding",
            name="niveau",
        ),
        migrations.RemoveField(
            model_name="opleiding",
            name="register",
        ),
        migrations.AddConstraint(
            model_name="opleiding",
            constraint=models.UniqueConstraint(
                models.F("coderegister"),
                models.F("code"),
                condition=models.Q(("code", ""), _negated=True),
                name="opleiding_code_eenmaal",
                violation_error_message="Er is al een opleiding met deze code in dit register.",
            ),
        ),
        migrations.AddConstraint(
            model_name="opleiding",
            constraint=models.CheckConstraint(
                condition=models.Q(("code", ""), ("coderegister__isnull", False), _connector="OR"),
                name="opleiding_code_met_register",
                violation_error_message="Een code heeft een register nodig.",
            ),
        ),
    ]
