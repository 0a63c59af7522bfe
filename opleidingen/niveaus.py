"""Levels as pages show them: in their order, and of something that has no known level, one, or a range."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.utils.text import get_text_list

from opleidingen.document import Niveau
from uitgave.pad import Pad, eens


@dataclass(frozen=True)
class Bereik:
    """The levels that something has, from low to high: none that is known, one, or a range with all in between.

    `trede` is the place of the lowest among all levels.
    """

    niveaus: tuple[Niveau, ...] = ()
    trede: int | None = None

    def __bool__(self) -> bool:
        return bool(self.niveaus)

    def __str__(self) -> str:
        return " tot en met ".join(niveau.naam for niveau in dict.fromkeys((*self.niveaus[:1], *self.niveaus[-1:])))

    @property
    def breed(self) -> bool:
        return len(self.niveaus) > 1

    @property
    def orde(self) -> tuple[bool, int, int]:
        """Sort key: from low to high, and what is not known last."""
        return self.trede is None, self.trede or 0, len(self.niveaus)

    def hoger_dan(self, ander: "Bereik") -> bool:
        """True when both are known and all of this lies above all of `ander`."""
        if self.trede is None or ander.trede is None:
            return False
        return self.trede >= ander.trede + len(ander.niveaus)


def bereik(pad: Pad, vanaf: str | None, tot: str | None = None) -> Bereik:
    """Return the levels from the one with the slug `vanaf` up to that with the slug `tot`; without `tot` that one."""
    if vanaf is None:
        return Bereik()
    treden = _treden(pad)
    eerste, laatste = sorted((treden[vanaf], treden[tot or vanaf]))
    return Bereik(tuple(pad.alle(Niveau).values())[eerste : laatste + 1], eerste)


def genoemd(pad: Pad, slugs: Iterable[str]) -> str:
    """Return the levels with these slugs in words, from low to high; three or more in a row as a range."""
    alle, treden = list(pad.alle(Niveau).values()), sorted(_treden(pad)[slug] for slug in slugs)
    if len(treden) > 2 and treden[-1] - treden[0] == len(treden) - 1:
        return f"{alle[treden[0]].naam} tot en met {alle[treden[-1]].naam}"
    return get_text_list([alle[trede].naam for trede in treden], "en")


def gezocht(waarde: str, niveaus: Iterable[Niveau]) -> Niveau | None:
    """Return the level that an address means: by its slug, or as release 1.2 wrote it, by its number in the NLQF."""
    niveaus = list(niveaus)
    op_slug = (niveau for niveau in niveaus if niveau.slug == waarde)
    op_nummer = (niveau for niveau in niveaus if niveau.nlqf and str(niveau.nlqf) == waarde)
    return next(op_slug, None) or next(op_nummer, None)


@eens
def _treden(pad: Pad) -> Mapping[str, int]:
    return {slug: trede for trede, slug in enumerate(pad.alle(Niveau))}
