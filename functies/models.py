"""The working copy: functies, what they ask, and how they lead to one another."""

from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.db.models import F, Q

from beelden.models import Foto
from feiten.keuzes import Pictogram
from functies.keuzes import Gebruikelijk, Kleur, Overeenkomst, Rol, Stapsoort
from opleidingen.models import Niveau, Opleiding
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

ESCO_ADRES = RegexValidator(
    r"^http://data\.europa\.eu/esco/occupation/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\Z",
    "Neem het adres (de URI) van het beroep over van de website van ESCO. "
    "Het begint met http://data.europa.eu/esco/occupation/.",
)
ISCO_CODE = RegexValidator(r"^[0-9]{4}\Z", "Een code van ISCO-08 heeft vier cijfers.")


def zonder_streep(waarde: str) -> None:
    """Refuse the | that once stood in a name on the map, where a word may break."""
    if "|" in waarde:
        raise ValidationError("Laat de | weg. Ga naar ‘Lange woorden’ en zeg daar waar het woord mag afbreken.")


class SynoniemQuerySet(models.QuerySet):
    def get_by_natural_key(self, woord: str) -> Any:
        return self.get(woord=woord)


class Werkveld(MetSleutel):
    """A lane of the map. The grouping is our own, the source has none."""

    naam = models.CharField("naam", max_length=60, help_text="Hooguit vier woorden. Deze naam staat op de kaart.")
    slug = models.SlugField("deel van het webadres", unique=True, help_text=SLUG_UITLEG)
    kleur = models.CharField(
        "kleur",
        max_length=10,
        choices=Kleur,
        blank=True,
        help_text="Laat leeg: dan krijgt dit werkveld een kleur die nog vrij is.",
    )
    pictogram = models.CharField(
        "pictogram",
        max_length=10,
        choices=Pictogram,
        blank=True,
        help_text="Staat naast de naam. Zo herken je het werkveld ook zonder kleur. Mag leeg zijn.",
    )
    volgorde = models.PositiveSmallIntegerField(
        "volgorde", help_text="Van boven naar beneden op de kaart: 1 staat bovenaan."
    )

    objects = InhoudQuerySet.as_manager()

    class Meta:
        verbose_name = "werkveld"
        verbose_name_plural = "werkvelden"
        ordering = ["volgorde", Volgorde("naam")]

    def __str__(self) -> str:
        return self.naam

    def clean(self) -> None:
        """Give the lane a colour of its own when nobody chose one."""
        if not self.kleur:
            self.kleur = Kleur.vrije(Werkveld.objects.exclude(pk=self.pk).values_list("kleur", flat=True)).value

    def natural_key(self) -> tuple[str]:
        return (self.slug,)


class Beroepsvereiste(MetSleutel, Inhoud):
    """Something you must have before you may do the work, such as a VOG."""

    naam = models.CharField(
        "naam", max_length=80, help_text="Kort, want deze naam staat bij elke functie. Bijvoorbeeld: VOG."
    )
    slug = models.SlugField("deel van het webadres", unique=True, help_text=SLUG_UITLEG)
    uitleg = TekstField("uitleg", help_text="Wat is het, en hoe kom je eraan? Twee of drie korte zinnen.")
    url = LinkField(
        "link", blank=True, help_text="Een website waar je hier meer over leest of dit aanvraagt. Begin met https://."
    )

    class Meta:
        verbose_name = "beroepsvereiste"
        verbose_name_plural = "beroepsvereisten"
        ordering = [Volgorde("naam")]

    def __str__(self) -> str:
        return self.naam

    def natural_key(self) -> tuple[str]:
        return (self.slug,)


class Competentiegebied(MetSleutel):
    """A group of competenties, as a source of the sector divides them."""

    naam = models.CharField("naam", max_length=60, help_text="De naam die de bron gebruikt.")
    slug = models.SlugField(
        "deel van het webadres",
        max_length=60,
        unique=True,
        help_text="Korte naam zonder spaties. Verander die liever niet.",
    )
    volgorde = models.PositiveSmallIntegerField("volgorde", help_text="Een lager getal staat hoger in de lijst.")
    uitleg = TekstField("uitleg", blank=True, help_text="Wat hoort hierbij? Eén of twee korte zinnen. Mag leeg zijn.")

    objects = InhoudQuerySet.as_manager()

    class Meta:
        verbose_name = "competentiegebied"
        verbose_name_plural = "competentiegebieden"
        ordering = ["volgorde", Volgorde("naam")]

    def __str__(self) -> str:
        return self.naam

    def natural_key(self) -> tuple[str]:
        return (self.slug,)


class Competentie(MetSleutel, Inhoud):
    """A skill; one row for all functies that ask it, so that functies can be compared."""

    naam = models.CharField("naam", max_length=120, help_text="Wat moet je kunnen? Hooguit tien woorden, zonder punt.")
    slug = models.SlugField("deel van het webadres", max_length=120, unique=True, help_text=SLUG_UITLEG)
    competentiegebied = models.ForeignKey(
        Competentiegebied,
        models.PROTECT,
        verbose_name="gebied",
        related_name="competenties",
        null=True,
        blank=True,
        help_text="Kies het gebied als een bron het noemt. Laat het anders leeg.",
    )
    volgorde = models.PositiveSmallIntegerField(
        "volgorde", default=100, help_text="Een lager getal staat hoger in de lijst bij een functie."
    )

    class Meta:
        verbose_name = "competentie"
        verbose_name_plural = "competenties"
        ordering = ["volgorde", Volgorde("naam")]

    def __str__(self) -> str:
        return self.naam

    def natural_key(self) -> tuple[str]:
        return (self.slug,)


class Functie(MetSleutel, Inhoud):
    """A job in the sector: a card on the map, with its panel."""

    naam = models.CharField("naam", max_length=100, help_text="De volledige naam, zonder afkorting.")
    afkorting = models.CharField(
        "afkorting", max_length=15, blank=True, help_text="De letters die mensen in het werk gebruiken. Mag leeg zijn."
    )
    kaartnaam = models.CharField(
        "naam op de kaart",
        max_length=60,
        blank=True,
        help_text="Leeg: de gewone naam. Waar een woord mag afbreken, staat bij ‘Lange woorden’.",
        validators=[zonder_streep],
    )
    slug = models.SlugField("deel van het webadres", max_length=100, unique=True, help_text=SLUG_UITLEG)
    werkveld = models.ForeignKey(
        Werkveld,
        models.PROTECT,
        verbose_name="werkveld",
        related_name="functies",
        help_text="Kies de groep op de kaart waar deze functie bij hoort.",
        null=True,
    )
    vanaf_niveau = models.ForeignKey(
        Niveau,
        models.PROTECT,
        verbose_name="niveau",
        related_name="functies",
        null=True,
        blank=True,
        help_text="Het niveau van de opleidingen die passen. Laat leeg als het niet bekend is.",
    )
    tot_niveau = models.ForeignKey(
        Niveau,
        models.PROTECT,
        verbose_name="tot en met niveau",
        related_name="functies_tot",
        null=True,
        blank=True,
        help_text="Alleen als er meer niveaus passen: het hoogste. Laat het anders leeg.",
    )
    samenvatting = models.CharField(
        "samenvatting", max_length=300, help_text="Wat doe je in deze functie? Twee of drie korte zinnen, met ‘je’."
    )
    in_een_regel = models.CharField(
        "in één regel",
        max_length=45,
        blank=True,
        help_text="Staat onder de naam in de lijst. Eén zin van hooguit 45 tekens, met ‘je’. "
        "Leeg: de eerste zin van de samenvatting.",
    )
    omschrijving = OpmaakField("omschrijving", help_text=f"Vertel in twee of drie alinea’s meer. {TEKST_UITLEG}")
    foto = models.ForeignKey(
        Foto,
        models.PROTECT,
        verbose_name="foto",
        related_name="functies",
        null=True,
        blank=True,
        help_text="Kies een foto van het werk, of maak er een met de plus. Mag leeg zijn.",
    )
    beroepsvereisten = models.ManyToManyField(
        Beroepsvereiste,
        verbose_name="beroepsvereisten",
        blank=True,
        related_name="functies",
        help_text="Kies wat je moet hebben voordat je dit werk mag doen.",
    )
    competenties = models.ManyToManyField(
        Competentie,
        verbose_name="competenties",
        blank=True,
        related_name="functies",
        help_text="Kies wat je voor deze functie moet kunnen. Kies liever een bestaande dan dat je er een maakt.",
    )
    opleidingen = models.ManyToManyField(
        Opleiding,
        through="FunctieOpleiding",
        verbose_name="opleidingen",
        related_name="functies",
        help_text="Kies de opleidingen en diploma’s die bij deze functie horen.",
    )
    geen_vervolg = models.BooleanField(
        "geen volgende stap",
        default=False,
        help_text="Zet dit aan als de bron zegt dat er in de sector geen volgende stap is. De site zegt dat dan ook.",
    )
    esco = models.CharField(
        "beroep in ESCO",
        max_length=90,
        blank=True,
        validators=[ESCO_ADRES],
        help_text="Het adres van dit beroep in ESCO, de Europese lijst van beroepen. Lees ook wat daar staat: "
        "dezelfde naam is soms ander werk. Mag leeg zijn.",
    )
    esco_soort = models.CharField(
        "hoe goed dat beroep past",
        max_length=5,
        choices=Overeenkomst,
        blank=True,
        help_text="Kies dit als je ESCO invult.",
    )
    isco = models.CharField(
        "code in ISCO-08",
        max_length=4,
        blank=True,
        validators=[ISCO_CODE],
        help_text="De vier cijfers van de groep beroepen waar deze functie bij hoort. Mag leeg zijn.",
    )
    isco_soort = models.CharField(
        "hoe goed die groep past",
        max_length=5,
        choices=Overeenkomst,
        blank=True,
        help_text="Kies dit als je ISCO invult.",
    )

    class Meta:
        verbose_name = "functie"
        verbose_name_plural = "functies"
        ordering = [F("vanaf_niveau__volgorde").asc(nulls_last=True), Volgorde("naam")]
        constraints = [
            models.CheckConstraint(
                condition=Q(tot_niveau=None) | Q(vanaf_niveau__isnull=False),
                name="functie_niveau_begint",
                violation_error_message="Kies ook het laagste niveau.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.naam} ({self.afkorting})" if self.afkorting else self.naam

    def clean(self) -> None:
        if self.bereik_klopt_niet():
            raise ValidationError(
                {"tot_niveau": f"Kies een niveau dat hoger is dan {self.vanaf_niveau}, of laat dit leeg."}
            )
        if self.tot_niveau and not self.vanaf_niveau:
            raise ValidationError({"vanaf_niveau": "Kies ook het laagste niveau."})
        for veld, waar in (("esco", "ESCO"), ("isco", "ISCO")):
            if getattr(self, veld) and not getattr(self, f"{veld}_soort"):
                raise ValidationError({f"{veld}_soort": f"Kies hoe goed het beroep in {waar} past."})

    def bereik_klopt_niet(self) -> bool:
        """True when the range of levels does not go up, by the order that the levels have now."""
        if not (self.vanaf_niveau and self.tot_niveau):
            return False
        return (self.tot_niveau.volgorde, self.tot_niveau.naam) <= (self.vanaf_niveau.volgorde, self.vanaf_niveau.naam)

    def natural_key(self) -> tuple[str]:
        return (self.slug,)


class FunctieOpleiding(Inhoudsrij):
    """An opleiding or diploma that belongs to a functie."""

    functie = models.ForeignKey(
        Functie,
        models.CASCADE,
        verbose_name="functie",
        related_name="opleidingslinks",
        help_text="Kies de functie waar deze opleiding bij hoort.",
    )
    opleiding = models.ForeignKey(
        Opleiding,
        models.PROTECT,
        verbose_name="opleiding",
        related_name="functielinks",
        help_text="Kies de opleiding of het diploma.",
    )
    rol = models.CharField(
        "rol",
        max_length=7,
        choices=Rol,
        default=Rol.PASSEND,
        help_text="Passend: hiermee kun je instromen. Vereist: zonder dit diploma mag je dit werk niet doen.",
    )
    toelichting = models.CharField(
        "toelichting",
        max_length=200,
        blank=True,
        help_text="Eén korte zin over deze opleiding bij deze functie. Mag leeg zijn.",
    )
    volgorde = models.PositiveSmallIntegerField(
        "volgorde", default=1, help_text="Een lager getal staat hoger in de lijst bij een functie."
    )

    class Meta:
        verbose_name = "opleiding bij een functie"
        verbose_name_plural = "opleidingen bij functies"
        ordering = ["volgorde", Volgorde("opleiding__naam")]
        constraints = [
            models.UniqueConstraint(
                fields=["functie", "opleiding"],
                name="functie_opleiding_eenmaal",
                violation_error_message="Deze opleiding hoort al bij deze functie.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.functie}: {self.opleiding}"


class Doorgroei(Inhoud):
    """A step from one functie to another, with the evidence for it."""

    van = models.ForeignKey(
        Functie,
        models.CASCADE,
        verbose_name="van",
        related_name="vervolg",
        help_text="Kies de functie waar de stap begint.",
    )
    naar = models.ForeignKey(
        Functie,
        models.CASCADE,
        verbose_name="naar",
        related_name="vooraf",
        help_text="Kies de functie waar je daarna werkt.",
    )
    soort = models.CharField(
        "soort",
        max_length=10,
        choices=Stapsoort,
        help_text="Verdieping: meer leren over je vak. Verbreding: ander werk erbij. Doorstroom: een andere functie.",
    )
    voorwaarde = models.CharField(
        "voorwaarde", max_length=300, blank=True, help_text="Wat moet je eerst hebben? Eén of twee korte zinnen."
    )
    beide_kanten = models.BooleanField(
        "kan beide kanten op",
        default=False,
        help_text="Zet dit aan als de stap ook terug kan, en dan hetzelfde vraagt. Maak er dan maar één.",
    )
    gebruikelijk = models.CharField(
        "gaat het meestal zo?",
        max_length=8,
        choices=Gebruikelijk,
        blank=True,
        help_text="Een weg met alleen zulke stappen staat vooraan. Zet in de bron waar het staat.",
    )

    class Meta:
        verbose_name = "stap"
        verbose_name_plural = "stappen"
        ordering = [
            F("van__vanaf_niveau__volgorde").asc(nulls_last=True),
            Volgorde("van__naam"),
            F("naar__vanaf_niveau__volgorde").asc(nulls_last=True),
            Volgorde("naar__naam"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["van", "naar"],
                name="doorgroei_eenmaal",
                violation_error_message="Deze stap staat er al: van deze functie naar die functie.",
            ),
            models.CheckConstraint(
                condition=~Q(van=F("naar")),
                name="doorgroei_niet_naar_zichzelf",
                violation_error_message="Een functie kan niet naar zichzelf doorgroeien. Kies twee functies.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.van} {'↔' if self.beide_kanten else '→'} {self.naar}"

    def clean(self) -> None:
        """Refuse a step back beside one that goes both ways."""
        if not (self.van_id and self.naar_id):
            return
        terug = Doorgroei.objects.filter(van=self.naar_id, naar=self.van_id).first()
        if terug and (terug.beide_kanten or self.beide_kanten):
            raise ValidationError(
                f"De stap {terug} staat er ook. Houd één stap die beide kanten op kan, of twee aparte."
            )


class Zijpad(Inhoud):
    """A move to work outside the sector."""

    functie = models.ForeignKey(
        Functie,
        models.CASCADE,
        verbose_name="functie",
        related_name="zijpaden",
        help_text="Kies de functie waar je nu werkt.",
    )
    omschrijving = models.CharField(
        "omschrijving", max_length=200, help_text="Waar kun je dan werken? Hooguit tien woorden, zonder punt."
    )
    url = LinkField("link", blank=True, help_text="Een website over dat werk. Begin met https://.")
    volgorde = models.PositiveSmallIntegerField(
        "volgorde", default=1, help_text="Een lager getal staat hoger in de lijst bij een functie."
    )

    class Meta:
        verbose_name = "zijpad"
        verbose_name_plural = "zijpaden"
        ordering = [Volgorde("functie__naam"), "volgorde", Volgorde("omschrijving")]
        constraints = [
            models.UniqueConstraint(
                fields=["functie", "omschrijving"],
                name="zijpad_eenmaal",
                violation_error_message="Dit zijpad staat al bij deze functie.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.functie}: {self.omschrijving}"


class Synoniem(Inhoudsrij):
    """A word that visitors use, and what we call it: for the search."""

    woord = models.CharField(
        "woord", max_length=80, unique=True, help_text="Een woord dat bezoekers gebruiken. Kleine letters."
    )
    betekenis = models.CharField("betekenis", max_length=80, help_text="Zo heet het op deze site. Kleine letters.")

    objects = SynoniemQuerySet.as_manager()

    class Meta:
        verbose_name = "ander woord"
        verbose_name_plural = "andere woorden"
        ordering = [Volgorde("woord")]

    def __str__(self) -> str:
        return f"{self.woord} = {self.betekenis}"

    def natural_key(self) -> tuple[str]:
        return (self.woord,)
