"""The choices that rows about feiten have."""

import re
from pathlib import Path

from django.db import models
from django.utils.safestring import SafeString, mark_safe


class Bij(models.TextChoices):
    """What an onderwerp says something about."""

    FUNCTIES = "functies", "functies"
    OPLEIDINGEN = "opleidingen", "opleidingen"

    @property
    def vraag(self) -> str:
        """Whom to ask what is not known, where the onderwerp does not say so itself."""
        return {Bij.FUNCTIES: "Vraag het een werkgever.", Bij.OPLEIDINGEN: "Vraag het de school."}[self]


class Antwoord(models.TextChoices):
    """The answer of a feit to the question of its onderwerp."""

    JA = "ja", "ja"
    NEE = "nee", "nee"
    DEELS = "deels", "deels"


class Pictogram(models.TextChoices):
    """The signs that can stand before the name of an onderwerp or werkveld. They repeat what the name says."""

    KLOK = "klok", "klok"
    MENSEN = "mensen", "mensen"
    EURO = "euro", "euro"
    TEAM = "team", "team"
    PLEK = "plek", "plek op de kaart"
    HOED = "hoed", "afstudeerhoed"
    BOEK = "boek", "boek"
    AGENDA = "agenda", "agenda"
    SLEUTEL = "sleutel", "sleutel"
    SCHILD = "schild", "schild"
    HART = "hart", "hart"
    HOOFDTELEFOON = "telefoon", "hoofdtelefoon"

    @property
    def tekening(self) -> SafeString:
        """The parts of an SVG of 24 by 24 that draw the sign."""
        return _TEKENINGEN[str(self.value)]


_SPRITE = Path(__file__).with_name("pictogrammen.svg").read_text()  # of Lucide, see the licence beside it
_TEKENINGEN: dict[str, SafeString] = {
    naam: mark_safe(delen) for naam, delen in re.findall(r'<symbol id="(\w+)"[^>]*>(.*)</symbol>', _SPRITE)
}
