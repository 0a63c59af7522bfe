"""The row of the document with a word and what it means."""

from uitgave.rij import Bewijs


class Begrip(Bewijs):
    sleutel: str
    slug: str
    naam: str
    varianten: str
    uitleg: str
    url: str

    @property
    def vormen(self) -> list[str]:
        """The other forms of the word."""
        return vormen(self.varianten)


def vormen(varianten: str) -> list[str]:
    """Return the forms that editors typed with a comma between."""
    return [vorm.strip() for vorm in varianten.split(",") if vorm.strip()]
