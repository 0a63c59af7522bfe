"""One form of the data: a file."""

from collections.abc import Callable
from dataclasses import dataclass

from uitgave.pad import Pad


@dataclass(frozen=True)
class Vorm:
    """A file below /data/: its name, media type, and what makes its bytes of an edition."""

    naam: str
    media: str
    titel: str
    maak: Callable[[Pad], bytes]

    @property
    def content_type(self) -> str:
        """The media type, with the coding where the type does not fix that."""
        return f"{self.media}; charset=utf-8" if self.media.startswith("text/") else self.media
