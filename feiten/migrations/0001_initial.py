"""What is known in short of functies and opleidingen."""

import django.db.models.deletion
from django.db import migrations, models

import uitgave.inhoud
import uitgave.volgorde


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("functies", "0009_niveaus"),
        ("opleidingen", "0006_niveaus"),
    ]

    operations = [
        migrations.CreateModel(
            name="Onderwerp",
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
                        help_text="Hooguit vijf woorden, zonder punt.", max_length=60, verbose_name="naam"
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
                    "bij",
                    models.CharField(
                        choices=[("functies", "functies"), ("opleidingen", "opleidingen")],
                        help_text="Gaat dit over functies of over opleidingen? Kies één van de twee.",
                        max_length=11,
                        verbose_name="bij",
                    ),
                ),
                (
                    "kort",
                    models.CharField(
                        blank=True,
                        help_text="Voor het blokje ‘In het kort’. Leeg: de gewone naam.",
                        max_length=20,
                        verbose_name="korte naam",
                    ),
                ),
                (
                    "vraag",
                    models.CharField(
                        blank=True,
                        help_text="De vraag waar het antwoord ja, nee of deels op is. Laat leeg als er niet zo’n vraag is.",
                        max_length=120,
                        verbose_name="vraag",
                    ),
                ),
                (
                    "onbekend",
                    models.CharField(
                        blank=True,
                        help_text="Wie weet het wel? Eén korte zin. De site zegt er eerst ‘Niet bekend’ bij. Leeg: vraag het een werkgever, of de school.",
                        max_length=120,
                        verbose_name="als het niet bekend is",
                    ),
                ),
                (
                    "alleen_bekend",
                    models.BooleanField(
                        default=False,
                        help_text="Zet dit aan als het onderwerp niet overal speelt. Dan zegt de site nergens ‘niet bekend’.",
                        verbose_name="alleen als het bekend is",
                    ),
                ),
                (
                    "url",
                    uitgave.inhoud.LinkField(
                        blank=True,
                        help_text="De website waar dit staat. Begin met https://. Mag leeg zijn.",
                        max_length=500,
                        verbose_name="link",
                    ),
                ),
                (
                    "linktekst",
                    models.CharField(
                        blank=True,
                        help_text="Wat staat er op die website? Hooguit acht woorden.",
                        max_length=80,
                        verbose_name="tekst van de link",
                    ),
                ),
                (
                    "pictogram",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("klok", "klok"),
                            ("mensen", "mensen"),
                            ("euro", "euro"),
                            ("team", "team"),
                            ("plek", "plek op de kaart"),
                            ("hoed", "afstudeerhoed"),
                            ("boek", "boek"),
                            ("agenda", "agenda"),
                            ("sleutel", "sleutel"),
                            ("schild", "schild"),
                        ],
                        help_text="Een tekening voor de naam. Mag leeg zijn.",
                        max_length=10,
                        verbose_name="pictogram",
                    ),
                ),
                (
                    "volgorde",
                    models.PositiveSmallIntegerField(
                        default=100, help_text="Een lager getal staat hoger in de lijst.", verbose_name="volgorde"
                    ),
                ),
            ],
            options={
                "verbose_name": "onderwerp",
                "verbose_name_plural": "onderwerpen",
                "ordering": ["volgorde", uitgave.volgorde.Volgorde("naam")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("url", ""), models.Q(("linktekst", ""), _negated=True), _connector="OR"),
                        name="onderwerp_link_met_tekst",
                        violation_error_message="Een link heeft een tekst nodig.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Feit",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "bron",
                    uitgave.inhoud.TekstField(
                        help_text="Waar komt dit vandaan? Noem het document en de datum. Bij een functie, stap, opleiding en verhaal zien bezoekers dit.",
                        verbose_name="bron",
                    ),
                ),
                (
                    "gecontroleerd_op",
                    models.DateField(
                        help_text="De dag waarop je voor het laatst hebt nagekeken of dit klopt.",
                        verbose_name="gecontroleerd op",
                    ),
                ),
                (
                    "zichtbaar",
                    models.BooleanField(
                        default=True,
                        help_text="Zet dit uit als bezoekers dit niet mogen zien. Het blijft wel bewaard.",
                        verbose_name="zichtbaar",
                    ),
                ),
                (
                    "waarde",
                    models.CharField(
                        help_text="Het feit zelf, het liefst in een paar woorden. Zonder punt.",
                        max_length=120,
                        verbose_name="waarde",
                    ),
                ),
                (
                    "antwoord",
                    models.CharField(
                        blank=True,
                        choices=[("ja", "ja"), ("nee", "nee"), ("deels", "deels")],
                        help_text="Het antwoord op de vraag van het onderwerp. Laat leeg als er geen vraag is, of geen antwoord.",
                        max_length=5,
                        verbose_name="ja of nee",
                    ),
                ),
                (
                    "toelichting",
                    uitgave.inhoud.TekstField(
                        blank=True,
                        help_text="Moet je er meer over weten? Eén tot drie korte zinnen. Mag leeg zijn.",
                        verbose_name="toelichting",
                    ),
                ),
                (
                    "stand",
                    models.CharField(
                        blank=True,
                        help_text="Waar staat het, en van welk jaar is het? Dit staat klein onder het feit. Mag leeg zijn.",
                        max_length=60,
                        verbose_name="klein erbij",
                    ),
                ),
                (
                    "url",
                    uitgave.inhoud.LinkField(
                        blank=True,
                        help_text="Alleen als dit ergens anders staat dan bij het onderwerp. Begin met https://.",
                        max_length=500,
                        verbose_name="link",
                    ),
                ),
                (
                    "geldig_tot",
                    models.DateField(
                        blank=True,
                        help_text="De laatste dag. Daarna zegt de site ‘niet bekend’. Leeg: er is geen einde bekend.",
                        null=True,
                        verbose_name="geldig tot en met",
                    ),
                ),
                (
                    "functie",
                    models.ForeignKey(
                        blank=True,
                        help_text="De functie waar dit bij hoort. Leeg bij een opleiding.",
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="feiten",
                        to="functies.functie",
                        verbose_name="functie",
                    ),
                ),
                (
                    "opleiding",
                    models.ForeignKey(
                        blank=True,
                        help_text="De opleiding waar dit bij hoort. Leeg bij een functie.",
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="feiten",
                        to="opleidingen.opleiding",
                        verbose_name="opleiding",
                    ),
                ),
                (
                    "onderwerp",
                    models.ForeignKey(
                        help_text="Waar gaat dit feit over?",
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="feiten",
                        to="feiten.onderwerp",
                        verbose_name="onderwerp",
                    ),
                ),
            ],
            options={
                "verbose_name": "feit",
                "verbose_name_plural": "feiten",
                "ordering": [
                    "onderwerp__volgorde",
                    uitgave.volgorde.Volgorde("onderwerp__naam"),
                    uitgave.volgorde.Volgorde("functie__naam"),
                    uitgave.volgorde.Volgorde("opleiding__naam"),
                ],
                "constraints": [
                    models.UniqueConstraint(fields=("onderwerp", "functie", "opleiding"), name="feit_eenmaal"),
                    models.UniqueConstraint(
                        condition=models.Q(("opleiding", None)),
                        fields=("onderwerp", "functie"),
                        name="feit_eenmaal_bij_functie",
                        violation_error_message="Over dit onderwerp is er al een feit bij deze functie.",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("functie", None)),
                        fields=("onderwerp", "opleiding"),
                        name="feit_eenmaal_bij_opleiding",
                        violation_error_message="Over dit onderwerp is er al een feit bij deze opleiding.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("functie", None), ("opleiding__isnull", False)),
                            models.Q(("functie__isnull", False), ("opleiding", None)),
                            _connector="OR",
                        ),
                        name="feit_bij_een_van_twee",
                        violation_error_message="Kies een functie of een opleiding: één van de twee.",
                    ),
                ],
            },
        ),
    ]
