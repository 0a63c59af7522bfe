"""The name of the sector, the texts of the site, and where its long words may break."""

from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Q

from ontwikkelpad.woorddelen import WOORD, fout_in
from uitgave.inhoud import TEKST_UITLEG, Inhoudsrij, LinkField, TekstField
from uitgave.volgorde import Volgorde


class Ontwikkelpad(Inhoudsrij):
    """The one row with the name of the sector and the texts of the site."""

    id = models.PositiveSmallIntegerField(primary_key=True, default=1, editable=False)
    naam = models.CharField(
        "naam van de site", max_length=80, help_text="Hooguit vijf woorden. Deze naam staat boven elke pagina."
    )
    sector = models.CharField(
        "sector in een zin",
        max_length=80,
        default="de sector",
        help_text="Met lidwoord en kleine letter, zoals ‘de techniek’.",
    )
    kop = models.CharField(
        "kop boven de kaart",
        max_length=80,
        default="Waar wil je naartoe groeien?",
        help_text="Eén korte vraag of zin, van hooguit acht woorden.",
    )
    uitleg = models.CharField(
        "uitleg bij de kaart",
        max_length=200,
        default="Kies een functie. Je ziet dan wat je doet, wat je nodig hebt en wat daarna kan.",
        help_text="Eén of twee korte zinnen: wat doet de bezoeker met de kaart?",
    )
    inleiding_kop = models.CharField(
        "kop van de inleiding", max_length=80, default="Aan de slag", help_text="Hooguit acht woorden, zonder punt."
    )
    inleiding = TekstField(
        "inleiding",
        default="Hier vind je functies, met de opleidingen die erbij passen. Je ziet ook hoe je verder kunt groeien.",
        help_text=f"Wat kun je met deze site? {TEKST_UITLEG}",
    )
    maatwerk = models.CharField(
        "zin bij de opleidingen",
        max_length=250,
        default="Wat je nodig hebt, verschilt per persoon. Het hangt af van je werk tot nu toe en van wat je al kunt.",
        help_text="Eén of twee zinnen boven elke lijst met opleidingen: wat je nodig hebt, verschilt per persoon.",
    )
    leeroverzicht_url = LinkField(
        "link naar Leeroverzicht",
        default="https://www.leeroverzicht.nl/",
        help_text="Het webadres van de beginpagina. Begin met https://.",
    )
    werkcentrum = TekstField(
        "tekst over het Regionaal Werkcentrum",
        default="Weet je niet welke opleiding bij je past? Het Regionaal Werkcentrum in je buurt denkt met je mee.",
        help_text="Waarmee helpt het Werkcentrum? Twee of drie korte zinnen.",
    )
    werkcentrum_url = LinkField(
        "link naar het Regionaal Werkcentrum",
        default="https://www.werkcentrum.nl",
        help_text="Het webadres van het Werkcentrum. Begin met https://.",
    )
    over = TekstField(
        "over deze site",
        default="Op deze site zie je welke functies er zijn. Je ziet ook hoe je verder kunt groeien. "
        "Een stap op de kaart is een mogelijkheid, geen belofte.",
        help_text=f"Wat is deze site wel en niet? {TEKST_UITLEG}",
    )
    contact_url = LinkField(
        "link voor contact",
        blank=True,
        help_text="Hier melden bezoekers een fout: een webadres, of mailto: met een mailadres.",
    )
    bronnen = TekstField(
        "bronnen",
        default="Bij elke functie, stap en opleiding staat waar de informatie vandaan komt.",
        help_text=f"Waar komt de inhoud vandaan? {TEKST_UITLEG}",
    )
    privacy = TekstField(
        "privacy",
        default="Deze site bewaart niets over jou. Je hebt geen account nodig. De site plaatst geen cookies en volgt "
        "je niet.\n\nSommige links gaan naar andere websites. Daar gelden de regels van die website.",
        help_text=f"Wat bewaart de site van een bezoeker? {TEKST_UITLEG}",
    )
    toegankelijkheid = TekstField(
        "toegankelijkheid",
        default="Je kunt alles doen met alleen een toetsenbord. De site werkt ook zonder JavaScript. De kaart is ook "
        "een gewone lijst, zodat een voorleesprogramma hem kan voorlezen.\n\nEen onafhankelijke partij heeft de site "
        "nog niet beoordeeld. Er kunnen dus nog fouten in zitten.",
        help_text=f"Voor wie werkt de site, en hoe? {TEKST_UITLEG}",
    )

    class Meta:
        verbose_name = "tekst van de site"
        verbose_name_plural = "teksten van de site"
        constraints = [models.CheckConstraint(condition=Q(id=1), name="ontwikkelpad_een_rij")]

    def __str__(self) -> str:
        return self.naam


class BreekwoordQuerySet(models.QuerySet):
    def get_by_natural_key(self, woord: str) -> Any:
        return self.get(woord=woord)


class Breekwoord(Inhoudsrij):
    """A word, and where it may break: what the site does not find out by itself, or gets wrong."""

    woord = models.CharField(
        "woord",
        max_length=60,
        unique=True,
        help_text="Het hele woord, zonder streepje. Het geldt ook met -s, -e, -n of -en erachter.",
        validators=[
            RegexValidator(
                rf"\A{WOORD.pattern}\Z",
                "Typ één woord, met alleen letters. Bij een streepje of spatie mag een woord al afbreken.",
            )
        ],
    )
    delen = models.CharField(
        "delen",
        max_length=80,
        blank=True,
        help_text="Hetzelfde woord, met een | waar het mag afbreken: magazijn|medewerker. Leeg: het breekt nooit af.",
    )

    objects = BreekwoordQuerySet.as_manager()

    class Meta:
        verbose_name = "lang woord"
        verbose_name_plural = "lange woorden"
        ordering = [Volgorde("woord")]

    def __str__(self) -> str:
        return self.delen or self.woord

    def natural_key(self) -> tuple[str]:
        return (self.woord,)

    def clean(self) -> None:
        """Make small letters of both. Raises ValidationError when the parts are not those of the word."""
        self.woord, self.delen = self.woord.lower(), self.delen.lower()
        if self.delen and (fout := fout_in(self.woord, self.delen)):
            raise ValidationError({"delen": fout})
