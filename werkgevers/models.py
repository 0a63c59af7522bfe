"""What an employer reads: how to talk about a career, how to learn, and how to train somebody from elsewhere."""

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.urls import NoReverseMatch, resolve, reverse

from functies.keuzes import Stapsoort
from functies.models import Functie
from opleidingen.models import Niveau
from uitgave.inhoud import (
    SLUG_UITLEG,
    TEKST_UITLEG,
    Inhoud,
    InhoudQuerySet,
    Inhoudsrij,
    LinkField,
    MetSleutel,
    OpmaakField,
    TekstField,
)
from uitgave.volgorde import Volgorde
from werkgevers.keuzes import Artikelsoort, Lezer, Moment, Partij, Regio, Vanaf, Voor
from werkgevers.planning import WEKEN_IN_JAAR

VOLGORDE_UITLEG = "Een lager getal staat hoger in de lijst."
ALS_BEKEND = "Laat leeg als je dat niet weet."


class Werkgevers(Inhoudsrij):
    """The one row with the texts of the pages for employers. Without it there are no such pages."""

    id = models.PositiveSmallIntegerField(primary_key=True, default=1, editable=False)
    inleiding = OpmaakField(
        "inleiding voor werkgevers", help_text=f"Wat vindt een werkgever op deze pagina’s? {TEKST_UITLEG}"
    )
    gesprek_inleiding = OpmaakField(
        "inleiding van het gesprek", help_text=f"Hoe helpt de site bij een goed gesprek? {TEKST_UITLEG}"
    )
    planner_uitleg = OpmaakField(
        "uitleg bij de planning", help_text=f"Wat betekent de planning, en wat is ons eigen voorstel? {TEKST_UITLEG}"
    )
    leerwegen_inleiding = OpmaakField(
        "inleiding van de leerwegen", help_text=f"Wat is een leerweg, en hoe kies je er een? {TEKST_UITLEG}"
    )
    praktijk_inleiding = OpmaakField(
        "inleiding van leren in de praktijk", help_text=f"Voor wie is deze pagina, en wat staat er? {TEKST_UITLEG}"
    )
    privacy = OpmaakField(
        "privacy bij het gesprek en de checklists",
        help_text=f"Waar blijft wat een bezoeker typt? Staat bij Over deze site. {TEKST_UITLEG}",
    )
    schoolvakanties_url = LinkField(
        "link naar de schoolvakanties", help_text="De website met de officiële schoolvakanties. Begin met https://."
    )

    class Meta:
        verbose_name = "tekst voor werkgevers"
        verbose_name_plural = "teksten voor werkgevers"
        constraints = [models.CheckConstraint(condition=Q(id=1), name="werkgevers_een_rij")]

    def __str__(self) -> str:
        return "Teksten voor werkgevers"


class Doelgroep(MetSleutel, Inhoud):
    """Who somebody is when the conversation starts."""

    naam = models.CharField("naam", max_length=80, help_text="Wie is het? Hooguit zes woorden, zonder punt.")
    slug = models.SlugField("deel van het webadres", max_length=80, unique=True, help_text=SLUG_UITLEG)
    uitleg = models.CharField("uitleg", max_length=250, help_text="Voor wie geldt dit? Eén of twee korte zinnen.")
    volgorde = models.PositiveSmallIntegerField("volgorde", default=100, help_text=VOLGORDE_UITLEG)

    class Meta:
        verbose_name = "doelgroep"
        verbose_name_plural = "doelgroepen"
        ordering = ["volgorde", Volgorde("naam")]

    def __str__(self) -> str:
        return self.naam

    def natural_key(self) -> tuple[str]:
        return (self.slug,)


class Leerweg(MetSleutel, Inhoud):
    """A way to learn: how much school, how much work, and whom it suits."""

    naam = models.CharField("naam", max_length=80, help_text="De naam die scholen gebruiken, met de afkorting erbij.")
    slug = models.SlugField("deel van het webadres", max_length=80, unique=True, help_text=SLUG_UITLEG)
    uitleg = OpmaakField("uitleg", help_text=f"Hoe leer je op deze manier? {TEKST_UITLEG}")
    niveaus = models.ManyToManyField(
        Niveau,
        verbose_name="niveaus",
        blank=True,
        related_name="leerwegen",
        help_text="Op welke niveaus kun je zo leren? Bezoekers zien de leerweg alleen bij opleidingen daarvan. "
        "Kies er geen als het op elk niveau kan.",
    )
    school = models.CharField(
        "op school",
        max_length=200,
        blank=True,
        help_text=f"Hoeveel tijd ben je op school? Eén korte zin. {ALS_BEKEND}",
    )
    werk = models.CharField(
        "op het werk", max_length=200, blank=True, help_text=f"Hoeveel tijd werk je? Eén korte zin. {ALS_BEKEND}"
    )
    contract = models.CharField(
        "contract en loon",
        max_length=200,
        blank=True,
        help_text=f"Welk contract hoort erbij, en krijg je loon? Eén korte zin. {ALS_BEKEND}",
    )
    geschikt = models.CharField(
        "geschikt voor", max_length=250, help_text="Bij wie past dit? Eén of twee korte zinnen."
    )
    doelgroepen = models.ManyToManyField(
        Doelgroep,
        verbose_name="doelgroepen",
        blank=True,
        related_name="leerwegen",
        help_text="Kies de doelgroepen bij wie deze leerweg past. Het gesprek laat die dan zien.",
    )
    volgorde = models.PositiveSmallIntegerField("volgorde", default=100, help_text=VOLGORDE_UITLEG)

    class Meta:
        verbose_name = "leerweg"
        verbose_name_plural = "leerwegen"
        ordering = ["volgorde", Volgorde("naam")]

    def __str__(self) -> str:
        return self.naam

    def natural_key(self) -> tuple[str]:
        return (self.slug,)


class Regeling(MetSleutel, Inhoud):
    """Help with the costs of learning; it disappears from the site after its last day."""

    naam = models.CharField("naam", max_length=120, help_text="De officiële naam van de regeling.")
    slug = models.SlugField("deel van het webadres", max_length=120, unique=True, help_text=SLUG_UITLEG)
    uitleg = OpmaakField("uitleg", help_text="Voor wie is de regeling, en wat krijg je? Twee of drie korte zinnen.")
    voor = models.CharField(
        "voor wie",
        max_length=10,
        choices=Lezer,
        blank=True,
        help_text="Wie kan er geld krijgen? Leeg: de kandidaat en de werkgever.",
    )
    functies = models.ManyToManyField(
        Functie,
        verbose_name="functies",
        blank=True,
        related_name="regelingen",
        help_text="Bij welke functies geldt de regeling? Kies er geen als de regeling geen functie noemt.",
    )
    leerwegen = models.ManyToManyField(
        Leerweg,
        verbose_name="leerwegen",
        blank=True,
        related_name="regelingen",
        help_text="Bij welke leerwegen geldt de regeling? Kies er geen als de regeling geen leerweg noemt.",
    )
    aanvragen = models.CharField(
        "aanvragen",
        max_length=200,
        blank=True,
        help_text="Wie vraagt het aan, en wanneer kan dat? Eén of twee korte zinnen. Laat leeg als je dat niet weet.",
    )
    url = LinkField("link", blank=True, help_text="De website waar je de regeling aanvraagt. Begin met https://.")
    geldig_van = models.DateField(
        "geldig van", null=True, blank=True, help_text="De eerste dag. Bezoekers zien de regeling pas vanaf die dag."
    )
    geldig_tot = models.DateField(
        "geldig tot en met",
        null=True,
        blank=True,
        help_text="De laatste dag. Daarna zien bezoekers de regeling niet meer. Leeg: er is geen einde bekend.",
    )

    class Meta:
        verbose_name = "regeling"
        verbose_name_plural = "regelingen"
        ordering = [Volgorde("naam")]

    def __str__(self) -> str:
        return self.naam

    def natural_key(self) -> tuple[str]:
        return (self.slug,)

    def clean(self) -> None:
        if self.geldig_van and self.geldig_tot and self.geldig_tot < self.geldig_van:
            raise ValidationError({"geldig_tot": "De laatste dag ligt voor de eerste dag. Kijk beide dagen na."})


class Contactpunt(MetSleutel, Inhoud):
    """Where an employer or a kandidaat can ask for help."""

    naam = models.CharField("naam", max_length=100, help_text="De naam die de organisatie zelf gebruikt.")
    slug = models.SlugField("deel van het webadres", max_length=100, unique=True, help_text=SLUG_UITLEG)
    uitleg = models.CharField("uitleg", max_length=250, help_text="Waarmee helpen zij? Eén of twee korte zinnen.")
    url = LinkField(
        "link", blank=True, help_text="Een webadres, of mailto: met een mailadres, of tel: met een telefoonnummer."
    )
    voor = models.CharField(
        "voor wie", max_length=10, choices=Lezer, blank=True, help_text="Wie helpen zij? Leeg: iedereen."
    )
    volgorde = models.PositiveSmallIntegerField("volgorde", default=100, help_text=VOLGORDE_UITLEG)

    class Meta:
        verbose_name = "contactpunt"
        verbose_name_plural = "contactpunten"
        ordering = ["volgorde", Volgorde("naam")]

    def __str__(self) -> str:
        return self.naam

    def natural_key(self) -> tuple[str]:
        return (self.slug,)


class Gespreksvraag(MetSleutel, Inhoud):
    """A question that helps the conversation on: always, or only for one kind of step or one functie."""

    vraag = models.CharField("vraag", max_length=200, help_text="Eén open vraag, van ongeveer tien woorden, met ‘je’.")
    slug = models.SlugField("korte naam", max_length=80, unique=True, help_text="Korte naam zonder spaties.")
    voor = models.CharField("voor wie", max_length=10, choices=Voor, help_text="Wie denkt over deze vraag na?")
    moment = models.CharField(
        "moment", max_length=10, choices=Moment, help_text="Bij welke stap van het gesprek hoort deze vraag?"
    )
    soort = models.CharField(
        "soort stap",
        max_length=10,
        choices=Stapsoort,
        blank=True,
        help_text="Alleen bij een stap van deze soort. Leeg: bij elke stap.",
    )
    functie = models.ForeignKey(
        Functie,
        models.CASCADE,
        verbose_name="functie",
        related_name="gespreksvragen",
        null=True,
        blank=True,
        help_text="Alleen bij een stap naar deze functie. Leeg: bij elke functie.",
    )
    volgorde = models.PositiveSmallIntegerField("volgorde", default=100, help_text=VOLGORDE_UITLEG)

    class Meta:
        verbose_name = "gespreksvraag"
        verbose_name_plural = "gespreksvragen"
        ordering = ["volgorde", Volgorde("vraag")]

    def __str__(self) -> str:
        return self.vraag

    def natural_key(self) -> tuple[str]:
        return (self.slug,)


class Begeleiding(MetSleutel, Inhoud):
    """How to coach somebody at one stage of learning."""

    naam = models.CharField("naam", max_length=80, help_text="Wat doe je als begeleider? Hooguit vier woorden.")
    slug = models.SlugField("deel van het webadres", max_length=80, unique=True, help_text=SLUG_UITLEG)
    wanneer = models.CharField("wanneer", max_length=250, help_text="Bij wie past dit? Eén of twee korte zinnen.")
    uitleg = OpmaakField("uitleg", help_text=f"Hoe doe je dat? {TEKST_UITLEG}")
    volgorde = models.PositiveSmallIntegerField("volgorde", default=100, help_text=VOLGORDE_UITLEG)

    class Meta:
        verbose_name = "begeleiding"
        verbose_name_plural = "begeleiding"
        ordering = ["volgorde", Volgorde("naam")]

    def __str__(self) -> str:
        return self.naam

    def natural_key(self) -> tuple[str]:
        return (self.slug,)


def controleer_adres_van_gids(slug: str) -> None:
    """Refuse the address of another page for employers. Raises ValidationError."""
    try:
        adres = reverse("werkgevers:gids", args=[slug])
    except NoReverseMatch:  # no word for an address at all: the field says so itself
        return
    if resolve(adres).url_name != "gids":
        raise ValidationError("Op dit adres staat al een andere pagina. Kies een ander woord.", code="bezet")


class Gids(MetSleutel):
    """A guide for one kind of reader: the steps with something to do for them, or all steps with the planner."""

    naam = models.CharField("naam", max_length=80, help_text="Hooguit acht woorden, zonder punt.")
    slug = models.SlugField(
        "deel van het webadres",
        max_length=80,
        unique=True,
        validators=[controleer_adres_van_gids],
        help_text=SLUG_UITLEG,
    )
    voor = models.CharField(
        "voor wie", max_length=80, help_text="Voor wie is deze gids? Met een kleine letter, zoals ‘één werkgever’."
    )
    inleiding = OpmaakField(
        "inleiding",
        blank=True,
        help_text=f"Voor wie is deze gids, en wat staat erin? {TEKST_UITLEG}",
    )
    volledig = models.BooleanField(
        "alle stappen en de planning",
        default=False,
        help_text="Zet dit aan voor de hele gids. Staat het uit? Dan zie je alleen stappen met een taak "
        "voor deze gids.",
    )
    voor_kandidaat = models.BooleanField(
        "spreekt de kandidaat aan",
        default=False,
        help_text="Zet dit aan als de kandidaat deze gids leest. Die staat dan niet bij de werkgevers.",
    )
    zoekwoorden = models.CharField(
        "zoekwoorden",
        max_length=200,
        blank=True,
        help_text="Waar gaat de gids over? Met deze woorden vinden bezoekers hem. Zet er een komma tussen.",
    )
    volgorde = models.PositiveSmallIntegerField("volgorde", default=100, help_text=VOLGORDE_UITLEG)
    zichtbaar = models.BooleanField(
        "zichtbaar",
        default=True,
        help_text="Zet dit uit als bezoekers deze gids niet mogen zien. De gids blijft wel bewaard.",
    )

    objects = InhoudQuerySet.as_manager()

    class Meta:
        verbose_name = "gids"
        verbose_name_plural = "gidsen"
        ordering = ["volgorde", Volgorde("naam")]

    def __str__(self) -> str:
        return self.naam

    def natural_key(self) -> tuple[str]:
        return (self.slug,)


class Gidsstap(MetSleutel, Inhoud):
    """A step of the guides."""

    nummer = models.PositiveSmallIntegerField(
        "nummer",
        unique=True,
        validators=[MinValueValidator(1), MaxValueValidator(99)],
        error_messages={"unique": "Er is al een stap met dit nummer. Kies een ander nummer."},
        help_text="De plaats in de gids: 1 is de eerste stap.",
    )
    naam = models.CharField("naam", max_length=80, help_text="Wat doe je in deze stap? Hooguit vijf woorden.")
    slug = models.SlugField("deel van het webadres", max_length=80, unique=True, help_text=SLUG_UITLEG)
    waarom = OpmaakField("waarom", help_text=f"Waarom is deze stap er? {TEKST_UITLEG}")
    wie = models.CharField("wie", max_length=250, help_text="Wie doet dit? Eén of twee korte zinnen.")
    let_op = OpmaakField(
        "let op", blank=True, help_text="Wat gaat er vaak mis, of wat moet je weten? Laat leeg als er niets is."
    )
    begin_week = models.PositiveSmallIntegerField(
        "begint in week",
        validators=[MinValueValidator(1), MaxValueValidator(WEKEN_IN_JAAR)],
        help_text="In welke week van het project begint de stap? 1 is de eerste week. De site noemt dit ons voorstel.",
        null=True,
    )
    weken = models.PositiveSmallIntegerField(
        "aantal weken",
        validators=[MinValueValidator(1), MaxValueValidator(WEKEN_IN_JAAR)],
        help_text="Hoeveel weken duurt deze stap? De site noemt dit ons voorstel.",
        null=True,
    )
    na_vorige = models.BooleanField(
        "wacht op de vorige stap",
        default=False,
        help_text="Zet dit aan als deze stap pas mag beginnen als de stap ervoor klaar is. De planner houdt zich "
        "daaraan, en waarschuwt als een bezoeker het anders kiest.",
    )
    loopt_mee = models.BooleanField(
        "loopt mee tot het einde",
        default=False,
        help_text="Zet dit aan als deze stap zo lang duurt als het project. De planner rekent dan de weken uit.",
    )

    class Meta:
        verbose_name = "stap van de gids"
        verbose_name_plural = "stappen van de gids"
        ordering = ["nummer"]

    def __str__(self) -> str:
        return f"{self.nummer}. {self.naam}"

    def natural_key(self) -> tuple[str]:
        return (self.slug,)


class Taak(MetSleutel):
    """Something to do in a step, in one guide. A step is in a guide when it has a taak there."""

    stap = models.ForeignKey(
        Gidsstap,
        models.CASCADE,
        verbose_name="stap van de gids",
        related_name="taken",
        help_text="Kies de stap waar deze taak bij hoort.",
    )
    gids = models.ForeignKey(
        Gids,
        models.PROTECT,
        verbose_name="gids",
        related_name="taken",
        help_text="In welke gids staat deze taak? Zonder taken staat een stap niet in een korte gids.",
    )
    tekst = models.CharField(
        "taak", max_length=250, help_text="Wat moet je doen? Eén korte zin, die begint met wat je doet."
    )
    partij = models.CharField(
        "wie doet dit",
        max_length=12,
        choices=Partij,
        blank=True,
        help_text="Op wiens blad staat deze taak? Leeg: in de hele gids de projectgroep, in een korte gids zijn lezer.",
    )
    volgorde = models.PositiveSmallIntegerField("volgorde", default=100, help_text=VOLGORDE_UITLEG)

    class Meta:
        verbose_name = "taak"
        verbose_name_plural = "taken"
        ordering = ["stap__nummer", "gids__volgorde", "volgorde", Volgorde("tekst")]
        constraints = [
            models.UniqueConstraint(
                fields=["stap", "gids", "tekst"],
                name="taak_eenmaal",
                violation_error_message="Deze taak staat al bij deze stap.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.stap}: {self.tekst}"


class Gidstekst(Inhoudsrij):
    """How one guide calls a step, and what it says of it, where its reader is another than that of the step itself."""

    stap = models.ForeignKey(
        Gidsstap,
        models.CASCADE,
        verbose_name="stap van de gids",
        related_name="teksten",
        help_text="Kies de stap waar deze tekst bij hoort.",
    )
    gids = models.ForeignKey(
        Gids,
        models.CASCADE,
        verbose_name="gids",
        related_name="teksten",
        help_text="In welke gids staat deze tekst? In andere gidsen staat de tekst van de stap zelf.",
    )
    naam = models.CharField("naam", max_length=80, help_text="Wat doet de lezer in deze stap? Hooguit vijf woorden.")
    waarom = OpmaakField("waarom", help_text=f"Waarom is deze stap er, voor deze lezer? {TEKST_UITLEG}")

    class Meta:
        verbose_name = "tekst van een stap"
        verbose_name_plural = "teksten van een stap"
        ordering = ["stap__nummer", "gids__volgorde", Volgorde("naam")]
        constraints = [
            models.UniqueConstraint(
                fields=["stap", "gids"],
                name="gidstekst_eenmaal",
                violation_error_message="Deze gids heeft al een tekst bij deze stap.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.gids}: {self.naam}"


class Gidslink(Inhoudsrij):
    """A document or website that helps in a step."""

    stap = models.ForeignKey(
        Gidsstap,
        models.CASCADE,
        verbose_name="stap van de gids",
        related_name="links",
        help_text="Kies de stap waar deze link bij hoort.",
    )
    naam = models.CharField("naam", max_length=150, help_text="Hoe heet het document of de website?")
    url = LinkField("link", help_text="Het webadres. Begin met https://.")
    toelichting = models.CharField(
        "toelichting", max_length=200, blank=True, help_text="Wat vind je daar? Eén korte zin. Mag leeg zijn."
    )
    voor_kandidaat = models.BooleanField(
        "ook voor de kandidaat",
        default=False,
        help_text="Staat de link ook in een gids die de kandidaat leest?",
    )
    volgorde = models.PositiveSmallIntegerField("volgorde", default=100, help_text=VOLGORDE_UITLEG)

    class Meta:
        verbose_name = "link van de gids"
        verbose_name_plural = "links van de gids"
        ordering = ["stap__nummer", "volgorde", Volgorde("naam")]
        constraints = [
            models.UniqueConstraint(
                fields=["stap", "url"],
                name="gidslink_eenmaal",
                violation_error_message="Deze link staat al bij deze stap.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.stap}: {self.naam}"


class Mijlpaal(MetSleutel):
    """A day that matters in the planning: so many weeks after something, or before it."""

    stap = models.ForeignKey(
        Gidsstap,
        models.CASCADE,
        verbose_name="stap van de gids",
        related_name="mijlpalen",
        help_text="Kies de stap waar deze mijlpaal bij hoort.",
    )
    naam = models.CharField("mijlpaal", max_length=80, help_text="Wat is er dan klaar? Hooguit acht woorden.")
    vanaf = models.CharField("telt vanaf", max_length=10, choices=Vanaf, help_text="Vanaf welke dag tel je?")
    weken = models.SmallIntegerField(
        "aantal weken erna",
        default=0,
        validators=[MinValueValidator(-WEKEN_IN_JAAR), MaxValueValidator(WEKEN_IN_JAAR)],
        help_text="Hoeveel weken later valt de mijlpaal? 0 is die dag zelf. Met een min ervoor: eerder.",
    )
    toelichting = models.CharField(
        "toelichting", max_length=200, blank=True, help_text="Wat moet je erbij weten? Eén korte zin. Mag leeg zijn."
    )
    volgorde = models.PositiveSmallIntegerField("volgorde", default=100, help_text=VOLGORDE_UITLEG)

    class Meta:
        verbose_name = "mijlpaal"
        verbose_name_plural = "mijlpalen"
        ordering = ["stap__nummer", "volgorde", Volgorde("naam")]
        constraints = [
            models.UniqueConstraint(
                fields=["stap", "naam"],
                name="mijlpaal_eenmaal",
                violation_error_message="Deze mijlpaal staat al bij deze stap.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.stap}: {self.naam}"


class Brief(Inhoudsrij):
    """A letter that is ready to be copied, with open places between square brackets."""

    stap = models.ForeignKey(
        Gidsstap,
        models.CASCADE,
        verbose_name="stap van de gids",
        related_name="brieven",
        help_text="Kies de stap waar deze brief bij hoort.",
    )
    naam = models.CharField(
        "naam", max_length=100, help_text="Voor wie is de brief, en waarvoor? Hooguit acht woorden."
    )
    tekst = TekstField(
        "tekst",
        help_text="De hele brief. Zet wat iemand zelf invult tussen rechte haken: [naam]. "
        "Een lege regel begint een nieuwe alinea.",
    )
    volgorde = models.PositiveSmallIntegerField("volgorde", default=100, help_text=VOLGORDE_UITLEG)

    class Meta:
        verbose_name = "brief"
        verbose_name_plural = "brieven"
        ordering = ["stap__nummer", "volgorde", Volgorde("naam")]
        constraints = [
            models.UniqueConstraint(
                fields=["stap", "naam"],
                name="brief_eenmaal",
                violation_error_message="Deze brief staat al bij deze stap.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.stap}: {self.naam}"


class Schoolvakantie(Inhoud):
    """A holiday of the schools in one region. The planner warns for it; a year without any is said to be missing."""

    naam = models.CharField("naam", max_length=40, help_text="Zoals ‘Herfstvakantie’.")
    regio = models.CharField("regio", max_length=6, choices=Regio, help_text="Voor welke regio gelden deze dagen?")
    van = models.DateField("eerste dag", help_text="De eerste dag van de vakantie.")
    tot = models.DateField(
        "laatste dag", null=True, blank=True, help_text="De laatste dag van de vakantie. Leeg: het is één dag."
    )

    class Meta:
        verbose_name = "schoolvakantie"
        verbose_name_plural = "schoolvakanties"
        ordering = ["van", "regio", Volgorde("naam")]
        constraints = [
            models.UniqueConstraint(
                fields=["regio", "van"],
                name="schoolvakantie_eenmaal",
                violation_error_message="In deze regio begint op die dag al een vakantie.",
            ),
            models.CheckConstraint(
                condition=Q(tot=None) | Q(tot__gte=F("van")),
                name="schoolvakantie_van_tot",
                violation_error_message="De laatste dag ligt voor de eerste dag. Kijk beide dagen na.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.naam}, regio {self.get_regio_display()} ({self.van:%d-%m-%Y})"


class Artikel(MetSleutel, Inhoud):
    """An article or a checklist, made of points."""

    kop = models.CharField("kop", max_length=120, help_text="Hooguit tien woorden, zonder punt.")
    slug = models.SlugField("deel van het webadres", max_length=120, unique=True, help_text=SLUG_UITLEG)
    soort = models.CharField(
        "soort",
        max_length=10,
        choices=Artikelsoort,
        help_text="Een artikel lees je. In een checklist zet een bezoeker vinkjes.",
    )
    inleiding = OpmaakField("inleiding", help_text=f"Voor wie is dit, en wat heb je eraan? {TEKST_UITLEG}")
    volgorde = models.PositiveSmallIntegerField("volgorde", default=100, help_text=VOLGORDE_UITLEG)

    class Meta:
        verbose_name = "artikel"
        verbose_name_plural = "artikelen"
        ordering = ["volgorde", Volgorde("kop")]

    def __str__(self) -> str:
        return self.kop

    def natural_key(self) -> tuple[str]:
        return (self.slug,)


class Artikelpunt(MetSleutel):
    """A point of an article, or a line of a checklist."""

    artikel = models.ForeignKey(
        Artikel,
        models.CASCADE,
        verbose_name="artikel",
        related_name="punten",
        help_text="Kies het artikel of de checklist waar dit punt bij hoort.",
    )
    kop = models.CharField("punt", max_length=150, help_text="Wat is het punt? Eén korte zin.")
    tekst = OpmaakField("tekst", blank=True, help_text="Meer uitleg, in korte zinnen. Mag leeg zijn.")
    volgorde = models.PositiveSmallIntegerField("volgorde", default=100, help_text=VOLGORDE_UITLEG)

    class Meta:
        verbose_name = "punt van een artikel"
        verbose_name_plural = "punten van artikelen"
        ordering = ["artikel__volgorde", Volgorde("artikel__kop"), "volgorde", Volgorde("kop")]
        constraints = [
            models.UniqueConstraint(
                fields=["artikel", "kop"],
                name="artikelpunt_eenmaal",
                violation_error_message="Dit punt staat al bij dit artikel.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.artikel}: {self.kop}"
