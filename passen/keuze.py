"""What fits somebody: for each functie the feiten that speak for it and against it, by what they answered.

There is no score, and functies are in no order but that of the site: a feit counts for somebody or it does not, and
which weighs most is theirs to say. What no feit answers is not known, and is said so.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from feiten.document import Onderwerp
from feiten.keuzes import Antwoord
from feiten.kort import Punt, overzicht
from functies.achtergrond import Achtergrond, Standregel, bekende_achtergrond
from functies.document import Functie, Werkveld
from functies.verkenner import Keuzes, achtergronden
from passen.document import Keuzevraag
from uitgave.pad import Pad

VRAAG = "vraag-"  # before the lasting key of a question, as its name in an address
NIETS_TEGEN, IETS_TEGEN, NIET_BEKEND = "Niets spreekt ertegen", "Iets spreekt ertegen", "Niet bekend"
ALLES = "Alle functies"
UITLEG = {
    NIETS_TEGEN: "Voor zover we het weten, past dit bij wat je koos.",
    IETS_TEGEN: "Hier past iets niet bij wat je koos.",
    NIET_BEKEND: "Van wat je koos, weten we hier niets. Vraag het een werkgever.",
}


@dataclass(frozen=True)
class Gesteld:
    """A question with the answer of a visitor: empty when there is none, or when it does not matter to them."""

    vraag: Keuzevraag
    antwoord: str

    @property
    def naam(self) -> str:
        return f"{VRAAG}{self.vraag.sleutel}"

    @property
    def keuzes(self) -> list[tuple[str, str]]:
        return [(Antwoord.JA.value, self.vraag.label_ja), (Antwoord.NEE.value, self.vraag.label_nee)]

    @property
    def gekozen(self) -> str:
        """The words of the answer; empty without one."""
        return dict(self.keuzes).get(self.antwoord, "")


@dataclass(frozen=True)
class Reden:
    """What is known of one functie about one question that was answered."""

    gesteld: Gesteld
    punt: Punt

    @property
    def antwoord(self) -> Antwoord | None:
        return self.punt.feit.antwoord if self.punt.feit else None


@dataclass(frozen=True)
class Uitkomst:
    """One functie with all that is known of it about what was answered.

    `stand` is what it is to the background of the visitor, `past` says that they can begin there.
    """

    functie: Functie
    werkveld: Werkveld
    redenen: tuple[Reden, ...]
    stand: Standregel | None
    past: bool

    @property
    def voor(self) -> list[Reden]:
        return [reden for reden in self.redenen if reden.antwoord == reden.gesteld.antwoord]

    @property
    def deels(self) -> list[Reden]:
        return [reden for reden in self.redenen if reden.antwoord == Antwoord.DEELS]

    @property
    def onbekend(self) -> list[Reden]:
        return [reden for reden in self.redenen if reden.antwoord is None]

    @property
    def tegen(self) -> list[Reden]:
        rest = [*self.voor, *self.deels, *self.onbekend]
        return [reden for reden in self.redenen if reden not in rest]

    @property
    def kop(self) -> str:
        """The heading below which it stands."""
        if self.tegen:
            return IETS_TEGEN
        return NIETS_TEGEN if self.voor or self.deels else NIET_BEKEND


@dataclass(frozen=True)
class Passen:
    """The questions as they were answered, and the functies below their headings."""

    gesteld: list[Gesteld]
    achtergrond: Achtergrond | None
    achtergronden: Keuzes
    groepen: list[tuple[str, str, list[Uitkomst]]]
    onbekend: list[str]

    @property
    def beantwoord(self) -> list[Gesteld]:
        return [gesteld for gesteld in self.gesteld if gesteld.antwoord]


def vraagnamen(pad: Pad) -> list[str]:
    """Return the names in a query string of all questions."""
    return [f"{VRAAG}{rij.sleutel}" for rij in pad.alle(Keuzevraag).values()]


def wat_past(pad: Pad, vraag: Mapping[str, str]) -> Passen:
    """Return what fits the answers in a query string; where no question is answered, all functies in one group."""
    opleiding = vraag.get("opleiding", "")
    achtergrond = bekende_achtergrond(pad, opleiding)
    gegeven = {rij: vraag.get(f"{VRAAG}{rij.sleutel}", "") for rij in pad.alle(Keuzevraag).values()}
    gesteld = [Gesteld(rij, antwoord if antwoord in _geldig() else "") for rij, antwoord in gegeven.items()]
    uitkomsten = _uitkomsten(pad, [deze for deze in gesteld if deze.antwoord], achtergrond)
    vreemd = [antwoord for antwoord in gegeven.values() if antwoord and antwoord not in _geldig()]
    if opleiding and not achtergrond:
        vreemd.append(opleiding)
    return Passen(
        gesteld=gesteld,
        achtergrond=achtergrond,
        achtergronden=achtergronden(pad),
        groepen=_groepen(uitkomsten) if any(deze.antwoord for deze in gesteld) else [(ALLES, "", uitkomsten)],
        onbekend=vreemd,
    )


def _groepen(uitkomsten: list[Uitkomst]) -> list[tuple[str, str, list[Uitkomst]]]:
    per_kop = {kop: [rij for rij in uitkomsten if rij.kop == kop] for kop in UITLEG}
    return [(kop, UITLEG[kop], rijen) for kop, rijen in per_kop.items() if rijen]


def _geldig() -> tuple[str, str]:
    return Antwoord.JA.value, Antwoord.NEE.value


def _uitkomsten(pad: Pad, beantwoord: list[Gesteld], achtergrond: Achtergrond | None) -> list[Uitkomst]:
    per_vraag = [(deze, pad.alle(Onderwerp)[deze.vraag.onderwerp]) for deze in beantwoord]
    punten: dict[str, dict[str, Punt]] = {
        onderwerp.slug: {rij.slug: punt for rij, punt in overzicht(pad, onderwerp).bekend if isinstance(rij, Functie)}
        for _, onderwerp in per_vraag
    }
    begin = achtergrond.begin if achtergrond else ()
    return [
        Uitkomst(
            functie=functie,
            werkveld=pad.alle(Werkveld)[functie.werkveld],
            redenen=tuple(
                Reden(deze, punten[onderwerp.slug].get(slug, Punt(onderwerp, None))) for deze, onderwerp in per_vraag
            ),
            stand=achtergrond.stand(functie) if achtergrond else None,
            past=functie in begin,
        )
        for slug, functie in pad.alle(Functie).items()
    ]
