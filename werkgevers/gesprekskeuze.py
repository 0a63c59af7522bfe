"""What was chosen in a conversation, as its address says it.

Values in, values out. What somebody types in the conversation never comes here: only choices do.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from urllib.parse import urlencode

from functies.achtergrond import Achtergrond, waar_met
from functies.document import Competentie, Functie
from functies.keuzes import Stapsoort
from functies.netwerk import richtingen
from functies.weg import Waar
from opleidingen.document import Opleiding
from opleidingen.vooropleidingen import vooropleidingen
from profielen.keuzes import Antwoord
from uitgave.pad import Pad
from werkgevers.antwoorden import LETTERS, code_van, codes
from werkgevers.document import Doelgroep
from werkgevers.keuzes import Doel, Werk

NAMEN = ("van", "opleiding", "werk", "wie", "kan", "doel", "naar", "via")  # in a query string, besides the codes
DOELNAMEN = ("doel", "naar", "via")  # of them, where somebody wants to go
KIES = "kies"  # the name of a button that chooses otherwise for those; its value is a query string
MEEST = {"van": 6, "opleiding": 8, "naar": 3}  # of a name that may be repeated
HEEFT = (Antwoord.KAN, Antwoord.HALF)  # answers of who has a competentie, in whole or in part
Vraag = Mapping[str, Sequence[str]]


@dataclass(frozen=True)
class Gesprekskeuze:
    """The choices of a conversation; `onbekend` are the values of its address that mean nothing to this edition.

    `van` are the functies of somebody, `naar` those they talk about, `via` those between begin and goal, for who chose
    another route than the first. `antwoorden` are by the slug of a competentie. `zelfde` is a goal that is where they
    work already, `geen_verbreding` one that is no work to do besides theirs: neither is a goal. `te_veel` says that the
    address holds more functies or opleidingen than count.
    """

    pad: Pad
    van: tuple[Functie, ...] = ()
    opleidingen: tuple[Achtergrond, ...] = ()
    werk: Werk | None = None
    wie: Doelgroep | None = None
    doel: Doel | None = None
    naar: tuple[Functie, ...] = ()
    via: tuple[str, ...] = ()
    antwoorden: Mapping[str, Antwoord] = field(default_factory=dict)
    zelfde: Functie | None = None
    geen_verbreding: Functie | None = None
    te_veel: bool = False
    onbekend: tuple[str, ...] = ()

    @classmethod
    def uit(cls, pad: Pad, vraag: Vraag) -> "Gesprekskeuze":
        """Read the choices from a query string; each stands by itself.

        Of a choice that is made once, the last that is known counts; of others the first few do. A goal without a
        word for what kind it is means another functie, as it did before there were kinds.
        """
        functies, competenties = pad.alle(Functie), pad.alle(Competentie)
        kiesbaar: dict[str, Collection[str]] = {
            "van": functies,
            "opleiding": {*pad.alle(Opleiding), *vooropleidingen(pad)},
            "werk": Werk.values,
            "wie": pad.alle(Doelgroep),
            "kan": competenties,
            "doel": Doel.values,
            "naar": functies,
            "via": functies,
        }
        gevraagd = {naam: [slug for slug in vraag.get(naam, ()) if slug] for naam in NAMEN}
        goed = {naam: [slug for slug in slugs if slug in kiesbaar[naam]] for naam, slugs in gevraagd.items()}
        fout = [slug for naam, slugs in gevraagd.items() for slug in slugs if slug not in kiesbaar[naam]]
        een = {naam: slugs[-1] for naam, slugs in goed.items() if slugs}
        veel = {naam: list(dict.fromkeys(goed[naam])) for naam in MEEST}
        van = tuple(functies[slug] for slug in veel["van"][: MEEST["van"]])
        doel = Doel(een["doel"]) if "doel" in een else Doel.FUNCTIE if "naar" in een else None
        if doel != Doel.VERKENNEN:
            veel["naar"] = veel["naar"] and [een["naar"]]
        gekozen = [functies[slug] for slug in veel["naar"]] if doel != Doel.GROEIEN else []
        naar = [rij for rij in gekozen if rij not in van]
        erbij = naar if doel != Doel.ERBIJ else [rij for rij in naar if rij in verbreding(pad, van)]
        gegeven, vreemd = _antwoorden(pad, vraag)
        gegeven |= dict.fromkeys(goed["kan"], Antwoord.KAN)  # a profiel adds it to what was answered before
        return cls(
            pad,
            van=van,
            opleidingen=tuple(Achtergrond(pad, slug) for slug in veel["opleiding"][: MEEST["opleiding"]]),
            werk=Werk(een["werk"]) if "werk" in een else None,
            wie=pad.alle(Doelgroep).get(een.get("wie", "")),
            doel=doel,
            naar=tuple(erbij[: MEEST["naar"]]),
            via=tuple(dict.fromkeys(goed["via"])),
            antwoorden={slug: gegeven[slug] for slug in competenties if slug in gegeven},
            zelfde=next((rij for rij in gekozen if rij in van), None),
            geen_verbreding=next((rij for rij in naar if rij not in erbij), None),
            te_veel=any(len(slugs) > MEEST[naam] for naam, slugs in veel.items()),
            onbekend=tuple(dict.fromkeys(_leesbaar(slug) for slug in (*fout, *vreemd))),
        )

    def paren(self, *, zonder: Iterable[str] = ()) -> list[tuple[str, str]]:
        """Return the choices as pairs (name, value), always in the same order, without those of the names `zonder`."""
        paren = [("van", rij.slug) for rij in self.van]
        paren += [("opleiding", rij.slug) for rij in self.opleidingen]
        paren += [("werk", self.werk.value)] if self.werk else []
        paren += [("wie", self.wie.slug)] if self.wie else []
        if self.doel and self.doel != (Doel.FUNCTIE if self.naar else None):  # what goes without saying is not said
            paren += [("doel", self.doel.value)]
        paren += [("naar", rij.slug) for rij in self.naar]
        paren += [("via", slug) for slug in self.via]
        paren += [(code_van(self.pad)[slug], antwoord.value[0]) for slug, antwoord in self.antwoorden.items()]
        weg = set(zonder)
        return [(naam, waarde) for naam, waarde in paren if naam not in weg]

    def adres(self, *, zonder: Iterable[str] = (), **anders: str | Sequence[str]) -> str:
        """Return the query string of these choices, with `?`; `anders` are other values for names."""
        paren = self.paren(zonder={*zonder, *anders})
        paren += [(naam, waarde) for naam, w in anders.items() for waarde in ([w] if isinstance(w, str) else w)]
        return f"?{urlencode(paren)}" if paren else ""

    def doel_anders(self, **anders: str | Sequence[str]) -> str:
        """Return where these choices lead, with `anders` as other values for names: the value of a button `KIES`."""
        return self.adres(zonder=[naam for naam, _ in self.paren() if naam not in DOELNAMEN], **anders).removeprefix(
            "?"
        )

    def adres_naar(self, functie: Functie) -> str:
        """Return the query string of these choices, that talks about `functie` too: who explores keeps the others."""
        if functie in (*self.van, *self.naar):
            return self.adres()
        if self.doel == Doel.VERKENNEN:
            return self.adres(naar=[*(rij.slug for rij in self.naar), functie.slug])
        return self.adres(doel=(), naar=functie.slug, via=())

    def antwoord(self, competentie: Competentie) -> Antwoord:
        """Return what was answered to a competentie."""
        return self.antwoorden.get(competentie.slug, Antwoord.LATER)

    @property
    def doelen(self) -> tuple[Functie, ...]:
        """The functies that the conversation is about: for who grows where they are, those where they work."""
        return self.van if self.doel == Doel.GROEIEN else self.naar

    @property
    def waar(self) -> Waar:
        """Where somebody stands who chose this."""
        heeft = [slug for slug, antwoord in self.antwoorden.items() if antwoord in HEEFT]
        leren = [slug for slug, antwoord in self.antwoorden.items() if antwoord == Antwoord.LEER]
        return waar_met(self.opleidingen, self.van, heeft, leren)

    @property
    def begonnen(self) -> bool:
        """True when there is something to suggest from."""
        return bool(self.van or self.opleidingen or self.waar.competenties)


def verbreding(pad: Pad, van: Collection[Functie]) -> list[Functie]:
    """Return the functies that somebody can do besides theirs: to which a step of that kind leads."""
    hier = {functie.slug for functie in van}
    naar = [n for v, n, stap in richtingen(pad) if v in hier and n not in hier and stap.soort == Stapsoort.VERBREDING]
    return [pad.alle(Functie)[slug] for slug in dict.fromkeys(naar)]


def antwoordnamen(pad: Pad) -> list[str]:
    """Return the names in a query string of all answers, also of those to competenties that are gone."""
    return list(codes(pad))


def _antwoorden(pad: Pad, vraag: Vraag) -> tuple[dict[str, Antwoord], list[str]]:
    """Return the answers of a query string, by the slug of their competentie; with what of them is unknown."""
    gegeven: dict[str, Antwoord] = {}
    vreemd: list[str] = []
    for code, slug in codes(pad).items():
        for waarde in vraag.get(code, ()):
            if slug and waarde in LETTERS:
                gegeven[slug] = LETTERS[waarde]
            elif waarde:
                vreemd.append(waarde if slug else code)
    return gegeven, vreemd


def _leesbaar(slug: str) -> str:
    """Return what fits on a page of a value that we do not know."""
    return "".join(teken if teken.isprintable() else "?" for teken in slug[:50])
