"""Search in memory: words of visitors in, things out, best first.

A question is read as words (accents, case, hyphens and apostrophes do not count; stop words only when there is
nothing else). Each word is looked for in four ways, each worth less than the one before: as it is, by its stem,
as the beginning of a word (the last word of the question, and numbers), and as part of a compound. The score of a
thing is the weight of what its best field says to each word, averaged over the words by how rare they are, and lower
the fewer words it says anything to. A word after "geen" or "zonder" is another word: only what says so too has it.

What a question may mean with small typing errors is asked apart (`gok`), for it is a guess. A word that is Dutch
(`woorden.txt`, from OpenTaal) is never taken for a typing error.
"""

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from heapq import nsmallest
from itertools import pairwise
from math import log
from pathlib import Path

import snowballstemmer  # type: ignore[import-untyped, unused-ignore]

from zoeken.ding import VERWIJZING, Ding, Naam, Veld
from zoeken.vouwen import gevouwen

TEKENS, WOORDEN = 200, 12  # of a question, no more than this is read
ECHTE_WOORDEN = Path(__file__).with_name("woorden.txt").read_text(encoding="ascii")  # of 4 to 10 letters, one a line
GEEN = "!"  # stands before a word that is denied
ONTKENNING = frozenset(("geen", "zonder"))
STOPWOORDEN = frozenset(
    re.findall(
        r"\w+",
        """aan al alle als ben bent bij dan dat de den deze die dit doe doen doet door een en er ga gaan geen graag had
        heb hebben heeft het hier hoe hun iets ik in is ja je jij jou jouw kan kun kunnen kunt maar mag me meer met mij
        mijn moet moeten na naar niet nodig nog nooit nu of om ons ook op over te tot u uit uw van veel voor waar
        waarom wanneer was wat we wel welk welke werd wie wij wil willen wilt word worden wordt ze zich zij zijn zo
        zou zonder""",
    )
)

STAM, STAART, MIDDEN, TIKFOUTEN = 0.9, 0.35, 0.2, (1.0, 0.7, 0.5)  # what a way of matching is worth
ANDER_WOORD, HALF = 0.9, 0.5  # a synonym; things below half the score of the best are not meant by it
VOLLEDIG = 2  # how heavily it counts that a thing says something to every word
LANGSTE_WOORD = 40  # a longer word is not taken apart or corrected
TUSSENKLANKEN = ("", "s", "n", "en")
VERVOEGD = re.compile("(?<=.{3})(eert|eerde|eerden|atie|aties)$")  # organiseert and organisatie as organiseren
ARABISCH = re.compile("[\u064b-\u065f\u0670\u0640]")  # signs of vowels, and what makes a word longer on paper
ARABISCHE_LETTERS = str.maketrans("ةى", "هي")  # that many people write as the other
STREEPJE = re.compile("[-‐‑‒–\u00ad]")
KORTE_TEKST = 100  # a text up to this many characters is shown to the visitor as what was found
ZWAK = 0.5  # what scores less is said in passing, in a long text or of one word of many
EVEN_GOED = 0.05  # scores that differ less than this part of the best count as equal

Score = tuple[float, str | Naam]  # a score, and what says so, for the visitor
Scores = dict[int, Score]  # per thing


@dataclass(frozen=True)
class Treffer:
    """A thing that was found. `zegt` is what it says to the question; empty when that is no news beside its name.

    `anders` is the other name by which it was found. `zwak` when nobody can be sure that the question means it.
    """

    ding: Ding
    zegt: str = ""
    anders: Naam | None = None
    zwak: bool = False


class Index:
    """Finds things. It never changes after it is made, so threads can share it."""

    def __init__(self, dingen: Iterable[Ding], synoniemen: Iterable[tuple[str, str]] = ()) -> None:
        self.dingen = tuple(sorted(dingen, key=_volgorde))
        self._synoniemen = [
            (woord, betekenis) for woord, betekenis in synoniemen if woord.strip() and betekenis.strip()
        ]
        teksten = [veld.tekst for ding in self.dingen for veld in ding.velden]
        teksten += [naam.tekst for ding in self.dingen for naam in ding.namen]
        teksten += [tekst for paar in self._synoniemen for tekst in paar]
        self._koppels = _koppels(dict.fromkeys(teksten))
        self._uitdrukkingen: dict[tuple[str, ...], str] = {}
        eigen = self._eigen_woorden()
        self._eigen = Woordenschat(_met_stammen(eigen), eigen)
        self._ander = Woordenschat({}, (), heel=True)
        andere = self._andere_woorden()
        self._ander = Woordenschat(_met_stammen(andere), andere, heel=True)
        self._namen = _drieletters_van(self.dingen)

    def zoek(self, vraag: str, hoogstens: int = 20) -> list[Treffer]:
        """Return what matches `vraag`, best first; only its first TEKENS signs and WOORDEN words count."""
        return self._zoek(vraag, hoogstens, fouten=False)

    def gok(self, vraag: str, hoogstens: int = 3) -> list[Treffer]:
        """Return what `vraag` finds when its unknown words are typing errors, best first; [] when it has none."""
        woorden = self._woorden(vraag[:TEKENS])[:WOORDEN]
        if not any(self._verbeterd(woord) for woord in woorden if not self._raak(woord, woord == woorden[-1], False)):
            return []
        return self._zoek(vraag, hoogstens, fouten=True)

    def _zoek(self, vraag: str, hoogstens: int, fouten: bool) -> list[Treffer]:
        punten: Scores = {}
        woorden = self._woorden(vraag[:TEKENS])[:WOORDEN]
        for lezing in self._lezingen(woorden):
            _voeg_toe(punten, self._lees(lezing, fouten), 1)
        for nummer in self._met_naam(woord.removeprefix(GEEN) for woord in woorden if woord.startswith(GEEN)):
            punten.pop(nummer, None)
        # Things are numbered in the order in which equals are shown.
        stap = EVEN_GOED * max((punt for punt, _ in punten.values()), default=0) or 1
        beste = nsmallest(max(hoogstens, 0), punten, key=lambda nummer: (-round(punten[nummer][0] / stap), nummer))
        return [_treffer(self.dingen[nummer], *punten[nummer]) for nummer in beste]

    def _met_naam(self, woorden: Iterable[str]) -> set[int]:
        """The things that say one of `woorden` in their name, or as strongly."""
        punten = [self._eigen.punten[term] for woord in woorden for term in self._eigen.gelijk(woord)]
        return {nummer for per_ding in punten for nummer, (punt, _) in per_ding.items() if punt > VERWIJZING}

    def suggesties(self, vraag: str, hoogstens: int = 3) -> list[Ding]:
        """Return the things whose name looks most like `vraag`, also when only letters agree; [] when nothing does."""
        drieletters = _drieletters(vraag[:TEKENS])
        gedeeld = Counter(nummer for drie in sorted(drieletters) for nummer in self._namen.get(drie, ()))
        lijkt = {
            nummer: 2 * aantal / (len(drieletters) + len(_drieletters(self.dingen[nummer].naam)))
            for nummer, aantal in gedeeld.most_common(50)
        }
        beste = nsmallest(max(hoogstens, 0), lijkt, key=lambda nummer: (-round(lijkt[nummer], 6), nummer))
        return [self.dingen[nummer] for nummer in beste if lijkt[nummer] > 0.2]

    def _eigen_woorden(self) -> dict[str, Scores]:
        """Every word of every field, with the best weight it has for each thing."""
        termen: dict[str, Scores] = defaultdict(dict)
        gelezen: dict[str, tuple[float, list[Scores]]] = {}  # a text stands at many things: at each that names it
        for nummer, veld in ((nummer, veld) for nummer, ding in enumerate(self.dingen) for veld in ding.velden):
            if veld.tekst not in gelezen:
                woorden = _alle_woorden(veld.tekst)
                lengte = 1 + 0.25 * log(max(len(woorden), 1))
                # In order: a set has another one in every process.
                gelezen[veld.tekst] = lengte, [termen[woord] for woord in dict.fromkeys(woorden)]
            lengte, punten = gelezen[veld.tekst]
            punt = veld.gewicht / lengte, _zegt(veld)
            for van_woord in punten:
                _onthoud(van_woord, nummer, punt)
        return dict(termen)

    def _andere_woorden(self) -> dict[str, Scores]:
        """Each other name of a thing, and each synonym of whatever its meaning finds, as a word or a run of words.

        A meaning finds by what things say, and by their names.
        """
        termen: dict[str, Scores] = defaultdict(dict)
        for nummer, ding in enumerate(self.dingen):
            for naam in ding.namen:
                _onthoud(termen[self._term(naam.tekst)], nummer, (naam.gewicht, naam))
        gevonden: dict[str, Scores] = {}
        for betekenis in dict.fromkeys(betekenis for _, betekenis in self._synoniemen):
            bij_naam = termen.get(" ".join(self._uitgedrukt(self._woorden(betekenis))), {})
            gevonden[betekenis] = dict(bij_naam)
            _voeg_toe(gevonden[betekenis], self._betekenis(betekenis), 1)
        for woord, betekenis in self._synoniemen:
            _voeg_toe(termen[self._term(woord)], gevonden[betekenis], ANDER_WOORD)
        termen.pop("", None)
        return dict(termen)

    def _term(self, tekst: str) -> str:
        """The one term for a word, or for a run of words, which is then known as such."""
        woorden = self._woorden(tekst)
        if len(woorden) < 2:
            return "".join(woorden)
        stammen = tuple(map(_stam, woorden))
        self._uitdrukkingen[stammen] = " ".join(stammen)
        return " ".join(stammen)

    def _betekenis(self, betekenis: str) -> Scores:
        """What `betekenis` finds without typing errors, leaving out what it hardly says."""
        punten = self._lees(tuple(self._woorden(betekenis)))
        grens = HALF * max((punt for punt, _ in punten.values()), default=0)
        return {nummer: punt for nummer, punt in punten.items() if punt[0] >= grens}

    def _woorden(self, tekst: str) -> list[str]:
        """The words of a question, known hyphenated words in parts; without stop words if that leaves any."""
        woorden = [deel for woord in _woorden(tekst) for deel in self._koppels.get(woord, (woord,))]
        ontkend = _ontken(woorden, ONTKENNING | {"niet", "nooit"})
        return [woord for woord in ontkend if woord not in STOPWOORDEN] or woorden

    def _lezingen(self, woorden: list[str]) -> list[tuple[str, ...]]:
        """The ways to read a question: as it stands, and with compounds mended. A known run of words is one word."""
        geheeld = self._geheeld(woorden)
        lezingen = [tuple(self._uitgedrukt(woorden)), tuple(self._uitgedrukt(geheeld))]
        return [lezing for lezing in dict.fromkeys(lezingen) if lezing]

    def _geheeld(self, woorden: Sequence[str]) -> list[str]:
        """Write "apotheek assistent" as one word, and "bakkersopleiding" as two, when those are known."""
        geheeld: list[str] = []
        for woord in woorden:
            if geheeld and (samen := self._samen(geheeld[-1], woord)):
                geheeld[-1] = samen
            else:
                geheeld += self._gesplitst(woord)
        return geheeld

    def _samen(self, links: str, rechts: str) -> str:
        if rechts.startswith(GEEN):
            return ""
        pogingen = (links + klank + rechts for klank in TUSSENKLANKEN)
        return next((woord for woord in pogingen if woord not in self._koppels and self._bekend(woord)), "")

    def _gesplitst(self, woord: str) -> list[str]:
        if self._bekend(woord):
            return [woord]
        if met_cijfer := re.fullmatch(r"([^\W\d]+)(\d+)", woord):
            return list(met_cijfer.groups())
        if not 8 <= len(woord) <= LANGSTE_WOORD or woord.startswith(GEEN):
            return [woord]
        for plek in range(len(woord) - 4, 3, -1):
            begin = (woord[:plek].removesuffix(klank) for klank in TUSSENKLANKEN)
            bekend = [links for links in begin if len(links) > 3 and links in self._eigen.punten]
            if bekend and woord[plek:] in self._eigen.punten:
                return [bekend[0], woord[plek:]]
        return [woord]

    def _bekend(self, woord: str) -> bool:
        return bool(self._eigen.gelijk(woord) or self._ander.gelijk(woord))

    def _uitgedrukt(self, woorden: Sequence[str]) -> list[str]:
        """Replace each run of words that is a synonym, longest first, by its one term."""
        stammen, uit, plek = tuple(_stam(woord) for woord in woorden), list[str](), 0
        while plek < len(woorden):
            lengtes = range(len(woorden) - plek, 1, -1)
            lengte = next((n for n in lengtes if stammen[plek : plek + n] in self._uitdrukkingen), 1)
            uit.append(self._uitdrukkingen.get(stammen[plek : plek + lengte], woorden[plek]))
            plek += lengte
        return uit

    def _lees(self, woorden: tuple[str, ...], fouten: bool = False) -> Scores:
        """Score every thing that says something to one of `woorden`."""
        per_woord = [self._raak(woord, woord == woorden[-1], fouten) for woord in woorden]
        zeldzaam = [log(1 + len(self.dingen) / max(len(raak), 1)) for raak in per_woord]
        som: dict[int, float] = defaultdict(float)
        deel: dict[int, float] = defaultdict(float)
        beste: Scores = {}
        for raak, gewicht in zip(per_woord, zeldzaam, strict=True):
            _voeg_toe(beste, raak, gewicht)
            for nummer, (punt, _) in raak.items():
                som[nummer] += punt * gewicht
                deel[nummer] += gewicht
        geheel = sum(zeldzaam)
        return {
            nummer: (som[nummer] / geheel * (deel[nummer] / geheel) ** VOLLEDIG, zegt)
            for nummer, (_, zegt) in beste.items()
        }

    def _raak(self, woord: str, laatste: bool, fouten: bool) -> Scores:
        """What one word of a question says to each thing."""
        raak: Scores = {}
        for schat in (self._eigen, self._ander):
            for term, waarde in schat.vind(woord, laatste).items():
                _voeg_toe(raak, schat.punten[term], waarde)
        return raak or (self._verbeterd(woord) if fouten else {})

    def _verbeterd(self, woord: str) -> Scores:
        """What the words that `woord` may be a typing error for say to each thing; nothing when it is Dutch."""
        raak: Scores = {}
        for schat in () if _is_echt(woord) else (self._eigen, self._ander):
            for term, waarde in schat.lijkt_op(woord).items():
                _voeg_toe(raak, schat.punten[term], waarde)
        return raak


class Woordenschat:
    """Words that can be found, each with its score for things. `heel`: not by a part, and only when half typed."""

    def __init__(self, punten: dict[str, Scores], woorden: Iterable[str], heel: bool = False) -> None:
        """`punten` are of words and stems; only `woorden` are found by less than the whole."""
        self.punten = punten
        self._heel = heel
        self._woorden = sorted(woord for woord in woorden if " " not in woord and woord not in STOPWOORDEN)
        lang = () if heel else [woord for woord in self._woorden if len(woord) > 4]
        self._staarten = sorted(
            (GEEN + woord[plek:] if woord.startswith(GEEN) and plek else woord[plek:], woord)
            for woord in lang
            for plek in range(len(woord) - 3)
        )
        self._per_lengte: dict[int, list[tuple[int, str]]] = defaultdict(list)
        for woord in self._woorden:
            self._per_lengte[len(woord)].append((_merk(woord), woord))

    def vind(self, woord: str, laatste: bool) -> dict[str, float]:
        """The terms that answer `woord`, each with what that is worth, 0 to 1; `laatste`: it may be half typed."""
        return self.bevat(woord) | self.begint(woord, laatste) | self.gelijk(woord)

    def gelijk(self, woord: str) -> dict[str, float]:
        """The word itself, and its stem."""
        waarden = {_stam(woord): STAM, woord: 1.0}
        return {term: waarde for term, waarde in waarden.items() if term in self.punten}

    def begint(self, woord: str, laatste: bool) -> dict[str, float]:
        """Words that begin with what is being typed, or with a number of two digits or more."""
        if len(woord) < 2 or not (laatste or woord.isdigit()):
            return {}
        begin = bisect_left(self._woorden, woord)
        eind = bisect_left(self._woorden, woord + "\U0010ffff")
        getypt = {term: len(woord) / len(term) for term in self._woorden[begin:eind]}
        return {term: 0.5 + 0.4 * deel for term, deel in getypt.items() if deel > 0.5 or not self._heel}

    def bevat(self, woord: str) -> dict[str, float]:
        """Compounds of which the word, or its stem, is a part of four letters or more."""
        stam = _stam(woord)
        stam = stam if woord.startswith(stam) and len(stam) > 3 else woord
        if len(stam) < 4:
            return {}
        begin = bisect_left(self._staarten, (stam,))
        eind = bisect_left(self._staarten, (stam + "\U0010ffff",))
        return {
            term: (STAART if len(staart) <= len(woord) + 2 else MIDDEN) + 0.3 * len(stam) / len(term)
            for staart, term in self._staarten[begin:eind]
        }

    def lijkt_op(self, woord: str) -> dict[str, float]:
        """The nearest words within one typing error (4 to 7 letters) or two (8 and more); none for numbers."""
        kern = woord.removeprefix(GEEN)
        grens = 0 if not 4 <= len(kern) <= LANGSTE_WOORD or not kern.isalpha() else 1 if len(kern) < 8 else 2
        gevonden = {
            term: aantal
            for term in self._kandidaten(woord, grens)
            if term[:1] == woord[:1] or GEEN not in (term[:1], woord[:1])
            if (aantal := fouten(woord, term, grens)) <= grens
        }
        minst = min(gevonden.values(), default=0)
        return {term: TIKFOUTEN[aantal] for term, aantal in gevonden.items() if aantal == minst}

    def _kandidaten(self, woord: str, grens: int) -> Iterator[str]:
        """Words of about the same length and letters: one error changes at most six bits of a merk."""
        merk = _merk(woord)
        kortst = max(len(woord) - grens, 4 * grens)  # "kinderen" is not a typing error for "anderen"
        for lengte in range(kortst, len(woord) + grens + 1) if grens else ():
            for ander, term in self._per_lengte.get(lengte, ()):
                if (merk ^ ander).bit_count() <= 6 * grens:
                    yield term


def _volgorde(ding: Ding) -> tuple[int, tuple[int, ...], str, str, str]:
    """The order of things that match equally well."""
    return ding.rang, ding.orde, _vouw(ding.naam), ding.naam, ding.slug


def _treffer(ding: Ding, punt: float, zegt: str | Naam) -> Treffer:
    zwak = punt < ZWAK
    return Treffer(ding, anders=zegt, zwak=zwak) if isinstance(zegt, Naam) else Treffer(ding, zegt, zwak=zwak)


def _zegt(veld: Veld) -> str:
    """What `veld` says, such as "Competentie: Goed plannen"; nothing for a long text, or one without a label."""
    return f"{veld.label}: {veld.tekst}" if veld.label and len(veld.tekst) <= KORTE_TEKST else ""


def _onthoud(punten: Scores, nummer: int, punt: Score) -> None:
    """Keep `punt` for a thing when it is better than what it has."""
    if nummer not in punten or punt[0] > punten[nummer][0]:
        punten[nummer] = punt


def _voeg_toe(punten: Scores, erbij: Scores, waarde: float) -> None:
    """Add `erbij`, each worth `waarde` times itself, where it is better than what `punten` has."""
    for nummer, (punt, zegt) in erbij.items():
        if nummer not in punten or punt * waarde > punten[nummer][0]:
            punten[nummer] = punt * waarde, zegt


def _met_stammen(termen: dict[str, Scores]) -> dict[str, Scores]:
    """`termen` and their stems, which are worth less than the words themselves."""
    samen = {woord: dict(punten) for woord, punten in termen.items()}
    for woord, punten in termen.items():
        _voeg_toe(samen.setdefault(_stam(woord), {}), punten, STAM)
    return samen


def _vouw(tekst: str) -> str:
    """Fold case and accents, drop apostrophes, and make every hyphen the same."""
    if tekst.isascii():
        return tekst.lower().replace("'", "").replace("`", "")
    tekst = gevouwen(re.sub(r"['’‘ʼ`´]", "", tekst))
    return STREEPJE.sub("-", ARABISCH.sub("", tekst)).translate(ARABISCHE_LETTERS)


def _woorden(tekst: str) -> list[str]:
    return re.findall(r"[^\W_]+", _vouw(tekst))


def _gekoppeld(tekst: str) -> list[tuple[str, ...]]:
    """The hyphenated words of `tekst`, in their parts."""
    if not STREEPJE.search(tekst):  # as in most texts
        return []
    return [tuple(woord.split("-")) for woord in re.findall(r"[^\W_]+(?:-[^\W_]+)+", _vouw(tekst))]


def _alle_woorden(tekst: str) -> list[str]:
    """The words of a text that is searched; a hyphenated word in its parts and as one."""
    return _ontken(_woorden(tekst), ONTKENNING) + ["".join(delen) for delen in _gekoppeld(tekst)]


def _ontken(woorden: Iterable[str], ontkenning: frozenset[str]) -> list[str]:
    """Mark the words that one of `ontkenning` denies: the next that is no stop word, with what says which."""
    uit, ontkend = list[str](), False
    for woord in woorden:
        is_nee = woord in ontkenning
        nu = ontkend and not is_nee and woord not in STOPWOORDEN
        uit.append(GEEN + woord if nu else woord)
        # "geen medisch diploma": what ends like this says which, so the next word is denied too.
        ontkend = is_nee or (ontkend and (not nu or woord.endswith(("e", "isch"))))
    return uit


def _is_echt(woord: str) -> bool:
    """True for a Dutch word, of which nobody can say that it is a typing error."""
    return f"\n{woord.removeprefix(GEEN)}\n" in ECHTE_WOORDEN


def _koppels(teksten: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Hyphenated words written as one, with their parts: mboplus is mbo and plus."""
    return {"".join(delen): delen for tekst in teksten for delen in _gekoppeld(tekst)}


@lru_cache(maxsize=50_000)
def _stam(woord: str) -> str:
    """The Dutch stem of a word, or the word where nothing would be left. It is kept: stemming takes long.

    A stemmer cannot be shared by threads.
    """
    return snowballstemmer.stemmer("dutch_porter").stemWord(VERVOEGD.sub("eren", woord)) or woord


def _merk(woord: str) -> int:
    """A number with a bit for each letter and each pair of letters; like words have like numbers."""
    merk = 0
    for teken in woord:
        merk |= 1 << ord(teken) % 32
    for een, ander in pairwise(woord):
        merk |= 1 << 32 + (31 * ord(een) + ord(ander)) % 223
    return merk


def fouten(een: str, ander: str, grens: int) -> int:
    """The Damerau-Levenshtein distance: letters put in, left out, changed, or swapped with their neighbour.

    Above `grens` it is only known to be more.
    """
    vorige, rij = list[int](), list(range(len(ander) + 1))
    for i, letter in enumerate(een, 1):
        eerder, vorige, rij = vorige, rij, [i]
        for j, tegen in enumerate(ander, 1):
            kosten = min(vorige[j] + 1, rij[j - 1] + 1, vorige[j - 1] + (letter != tegen))
            if i > 1 and j > 1 and letter == ander[j - 2] and een[i - 2] == tegen:
                kosten = min(kosten, eerder[j - 2] + 1)
            rij.append(kosten)
        if min(rij) > grens <= min(vorige):
            return grens + 1
    return rij[-1]


def _drieletters(tekst: str) -> frozenset[str]:
    """The runs of three letters in `tekst`, its words joined."""
    letters = f"  {''.join(_woorden(tekst))} "
    return frozenset(letters[plek : plek + 3] for plek in range(len(letters) - 2) if letters.strip())


def _drieletters_van(dingen: Sequence[Ding]) -> dict[str, list[int]]:
    """Per run of three letters the numbers of the things with it in their name."""
    namen: dict[str, list[int]] = defaultdict(list)
    for nummer, ding in enumerate(dingen):
        for drie in sorted(_drieletters(ding.naam)):
            namen[drie].append(nummer)
    return namen
