"""The rows of the document with the questions of *Wat past bij mij?*."""

from typing import Annotated

from uitgave.rij import Naar, Rij


class Keuzevraag(Rij):
    sleutel: str
    slug: str
    vraag: str
    onderwerp: Annotated[str, Naar("onderwerpen")]
    label_ja: str
    label_nee: str
