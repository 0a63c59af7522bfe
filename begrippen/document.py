"""The row of the document with a word and what it means."""

from uitgave.rij import Bewijs


class Begrip(Bewijs):
    sleutel: str
    slug: str
    naam: str
    varianten: str
    uitleg: str
    url: str
    gelinkt: bool = True

    @property
    def vormen(self) -> list[str]:
        """The other forms of the word."""
        return vormen(self.varianten)

    @property
    def ook(self) -> list[str]:
        """The other forms that a reader does not see in the word itself."""
        return [vorm for vorm in self.vormen if vorm.lower() not in (self.naam.lower(), f"{self.naam.lower()}s")]


def vormen(varianten: str) -> list[str]:
    """Return the forms that editors typed with a comma between."""
    return [vorm.strip() for vorm in varianten.split(",") if vorm.strip()]
