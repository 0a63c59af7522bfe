"""The choices that rows about feiten have."""

from django.db import models


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
    def tekening(self) -> str:
        """The lines of the sign, as the path of an SVG of 24 by 24."""
        return _TEKENINGEN[self]


_TEKENINGEN = {
    Pictogram.KLOK: "M3 12a9 9 0 1 0 18 0a9 9 0 1 0-18 0M12 7v5l3.5 2",
    Pictogram.MENSEN: (
        "M5.5 8a3.5 3.5 0 1 0 7 0a3.5 3.5 0 1 0-7 0M2 20c.4-4 3.2-6 7-6s6.6 2 7 6M15.5 4.7a3.5 3.5 0 0 1 0 6.6"
        "M18 14.6c2.3.7 3.7 2.5 4 5.4"
    ),
    Pictogram.EURO: "M3 12a9 9 0 1 0 18 0a9 9 0 1 0-18 0M15.5 8.5a4.5 4.5 0 1 0 0 7M7.5 11h6M7.5 13.5h5",
    Pictogram.TEAM: "M9.5 3h5v5h-5zM3 16h5v5H3zM16 16h5v5h-5zM12 8v4M5.5 16v-4h13v4",
    Pictogram.PLEK: (
        "M12 21.5c-4.5-4.5-7-8-7-11.5a7 7 0 0 1 14 0c0 3.5-2.5 7-7 11.5M9.5 10a2.5 2.5 0 1 0 5 0a2.5 2.5 0 1 0-5 0"
    ),
    Pictogram.HOED: "M2 9.5 12 5l10 4.5L12 14zM6 11.5V16c3.5 3 8.5 3 12 0v-4.5M22 9.5V15",
    Pictogram.BOEK: (
        "M12 6.5C9.5 4.5 6.5 4 3 4v14.5c3.5 0 6.5.5 9 2.5c2.5-2 5.5-2.5 9-2.5V4c-3.5 0-6.5.5-9 2.5M12 6.5V21"
    ),
    Pictogram.AGENDA: "M4 5.5h16V21H4zM4 10.5h16M8 3v4.5M16 3v4.5",
    Pictogram.SLEUTEL: "M3.5 15.5a5 5 0 1 0 10 0a5 5 0 1 0-10 0M12 12l9-9M17 7l3.5 3.5M14.5 9.5l2 2",
    Pictogram.SCHILD: (
        "M12 2.5c2.5 2 5 2.5 8 2.5v6.5c0 5-3.5 8-8 10c-4.5-2-8-5-8-10V5c3 0 5.5-.5 8-2.5M8.5 12l2.5 2.5 4.5-5"
    ),
    Pictogram.HART: "M12 20.5C6 16 3 12.8 3 9a4.5 4.5 0 0 1 9-1a4.5 4.5 0 0 1 9 1c0 3.8-3 7-9 11.5",
    Pictogram.HOOFDTELEFOON: (
        "M4 15.5V12a8 8 0 0 1 16 0v3.5M4 14h3.5v6H6a2 2 0 0 1-2-2zM20 14h-3.5v6H18a2 2 0 0 0 2-2v0c0 2.5-2 3.5-5.5 3.5"
    ),
}
