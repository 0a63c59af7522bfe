"""The name of the sector, the texts of the site, its look and its pages, and where its long words may break."""

from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Q

from ontwikkelpad import document as d
from ontwikkelpad import kleur, svg
from ontwikkelpad.paginas import PAGINAS
from ontwikkelpad.woorddelen import WOORD, fout_in
from uitgave.inhoud import TEKST_UITLEG, CodeField, Inhoudsrij, LinkField, OpmaakField
from uitgave.volgorde import Volgorde


def controleer_logo(waarde: str) -> None:
    """Accept only a drawing. Raises ValidationError for all that could do more."""
    try:
        svg.keur(waarde)
    except ValueError as fout:
        raise ValidationError(str(fout), code="logo") from None


def controleer_kleur(waarde: str) -> None:
    """Accept a colour on which white letters can be read. Raises ValidationError with the nearest that will do."""
    if not kleur.is_kleur(waarde):
        raise ValidationError("Schrijf de kleur als # met zes cijfers of letters, zoals #0a6a66.", code="kleur")
    gevonden = kleur.contrast(waarde, kleur.WIT)
    if gevonden < kleur.LEESBAAR:
        beter = kleur.dichtstbij(waarde, kleur.WIT)
        nu, nodig = (f"{getal:.2f}".replace(".", ",") for getal in (gevonden - 0.005, kleur.LEESBAAR))
        raise ValidationError(
            f"Witte letters op {waarde} zijn niet goed te lezen. Het contrast is {nu} en moet {nodig} zijn. "
            f"De kleur die er het meest op lijkt en wel kan, is {beter}.",
            code="contrast",
        )


class Ontwikkelpad(Inhoudsrij):
    """The one row with the name of the sector, the texts of the site, its logo and its colour."""

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
    inleiding = OpmaakField(
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
        blank=True,
        help_text="De website waar bezoekers een opleiding zoeken. Begin met https://. Leeg: dan is er geen knop.",
    )
    leeroverzicht_knop = models.CharField(
        "knop naar Leeroverzicht",
        max_length=40,
        default=d.KNOP,
        help_text="Voor een opleiding met een eigen link naar Leeroverzicht. Hooguit vijf woorden.",
    )
    leeroverzicht_zoek = models.CharField(
        "knop om daar te zoeken",
        max_length=40,
        default=d.ZOEKKNOP,
        help_text="Voor een opleiding zonder eigen link: die zoekt de bezoeker daar zelf op. Hooguit vijf woorden.",
    )
    hulp_naam = models.CharField(
        "naam van de hulp",
        max_length=80,
        blank=True,
        help_text="Wie helpt bezoekers kiezen? Met lidwoord, zoals ‘het loopbaanloket’. Leeg: de site noemt niemand.",
    )
    hulp = OpmaakField(
        "tekst over de hulp", blank=True, help_text="Waarmee helpen zij? Twee of drie korte zinnen. Mag leeg zijn."
    )
    hulp_url = LinkField(
        "link naar de hulp", blank=True, help_text="Hun webadres. Begin met https://. Leeg: dan is er geen link."
    )
    verhalen_kop = models.CharField(
        "kop boven de verhalen", max_length=80, default=d.VERHALEN_KOP, help_text="Hooguit vijf woorden, zonder punt."
    )
    logo = CodeField(
        "logo",
        blank=True,
        validators=[controleer_logo],
        help_text="Plak hier de tekst van je SVG-bestand: een tekening van vlakken en lijnen, zonder letters en links. "
        "Leeg: een neutraal teken.",
    )
    kleur = models.CharField(
        "kleur",
        max_length=7,
        blank=True,
        validators=[controleer_kleur],
        help_text="De kleur van knoppen en strepen, zoals #0a6a66. Witte letters moeten erop te lezen zijn. "
        "Leeg: de kleuren van de site zelf.",
    )
    over = OpmaakField(
        "over deze site",
        koppen=True,
        default="Op deze site zie je welke functies er zijn. Je ziet ook hoe je verder kunt groeien. "
        "Een stap op de kaart is een mogelijkheid, geen belofte.",
        help_text=f"Wat is deze site wel en niet? {TEKST_UITLEG}",
    )
    contact_url = LinkField(
        "link voor contact",
        blank=True,
        help_text="Hier melden bezoekers een fout: een webadres, of mailto: met een mailadres.",
    )
    bronnen = OpmaakField(
        "bronnen",
        koppen=True,
        default="Bij elke functie, stap en opleiding staat waar de informatie vandaan komt.",
        help_text=f"Waar komt de inhoud vandaan? {TEKST_UITLEG}",
    )
    privacy = OpmaakField(
        "privacy",
        koppen=True,
        default=d.PRIVACY,
        help_text=f"Wat bewaart de site van een bezoeker? {TEKST_UITLEG}",
    )
    toegankelijkheid = OpmaakField(
        "toegankelijkheid",
        koppen=True,
        default=d.TOEGANKELIJKHEID,
        help_text=f"Voor wie werkt de site, en wat klopt nog niet? {TEKST_UITLEG}",
    )

    class Meta:
        verbose_name = "tekst van de site"
        verbose_name_plural = "teksten van de site"
        constraints = [models.CheckConstraint(condition=Q(id=1), name="ontwikkelpad_een_rij")]

    def __str__(self) -> str:
        return self.naam


class Paginaplek(models.TextChoices):
    """Where the way to a page stands."""

    MENU = d.MENU, "bovenaan, in het menu"
    VOET = d.VOET, "onderaan elke pagina"
    NERGENS = d.NERGENS, "nergens"


class SitepaginaQuerySet(models.QuerySet):
    def get_by_natural_key(self, pagina: str) -> Any:
        return self.get(pagina=pagina)


class Sitepagina(Inhoudsrij):
    """A page that every site has: its word, its heading, and where the way to it stands."""

    pagina = models.CharField(
        "pagina",
        max_length=20,
        unique=True,
        choices=[(code, pagina.naam) for code, pagina in PAGINAS.items()],
        help_text="Elke pagina staat hier één keer.",
        error_messages={"unique": "Deze pagina staat er al. Verander die, of kies een andere pagina."},
    )
    naam = models.CharField("woord", max_length=30, help_text="Zo heet de pagina in menu en voet. Eén of twee woorden.")
    kop = models.CharField(
        "kop boven de pagina",
        max_length=80,
        blank=True,
        help_text="Hooguit acht woorden. Leeg: de kop die de pagina van zichzelf heeft.",
    )
    plek = models.CharField(
        "waar", max_length=8, choices=Paginaplek, help_text="In het menu passen hooguit vijf pagina’s."
    )
    volgorde = models.PositiveSmallIntegerField(
        "volgorde", default=100, help_text="Een lager getal staat meer vooraan. Dat geldt in het menu en onderaan."
    )

    objects = SitepaginaQuerySet.as_manager()

    class Meta:
        verbose_name = "pagina van de site"
        verbose_name_plural = "pagina’s van de site"
        ordering = ["volgorde", "pagina"]

    def __str__(self) -> str:
        return self.naam

    def natural_key(self) -> tuple[str]:
        return (self.pagina,)


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
