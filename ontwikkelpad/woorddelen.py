"""Where a long Dutch word may break: only between the parts of a compound. Words in, parts out.

A long word is split into words that stand in the same content by themselves, and the letters that link them. That is
done with restraint, for a wrong break is worse than none. What editors say of a word goes first.
"""

import re
from collections.abc import Callable, Container, Iterable, Mapping, Set
from functools import cache

STREEP = "|"  # stands between the parts of a word, where people read or type them
WOORD = re.compile(r"[^\W\d_]+")
TREMA = "äëïöüÿ"
LANG = 13  # letters: shorter words fit everywhere
LANGST = 60  # letters: what is longer is no word
KORTST = 4  # letters of the shortest part that is found; editors may name one of KORTST_GETYPT
KORTST_GETYPT = 3
TUSSEN = ("", "s", "e", "n", "en")  # what links two parts, or ends a word; it stays with the part before it
# No parts of a compound: pieces of verbs, what stands before a word, endings.
GEEN_DEEL = frozenset(
    """achter ander baar binnen boven buiten daar door heden heid hier lijk lijke loos loze matig matige mede naar
    onder over rijk rijke samen schap schappen tegen terug tussen voor waar weder zaam zame zonder""".split()  # noqa: SIM905  # easier to read
)

Delen = tuple[str, ...]


def woorddelen(teksten: Iterable[str], lijst: Mapping[str, str]) -> dict[str, Delen]:
    """Return the parts of every word that may break, in lower case.

    These are the words of `teksten` from `LANG` letters on, and those of `lijst`: what editors say of a word, such as
    {"magazijnmedewerker": "magazijn|medewerker"}. Where they name no parts, it never breaks. The same holds of that
    word with an ending, such as "magazijnmedewerkers".
    """
    woorden = {woord for tekst in teksten for woord in WOORD.findall(tekst.lower())}
    getypt = {woord.lower(): _in_delen(woord.lower(), delen.lower()) for woord, delen in lijst.items()}
    bekend = woorden.union(*getypt.values()) - GEEN_DEEL

    @cache
    def delen_van(woord: str) -> Delen:
        if gezegd := _met_einde(woord, getypt, getypt.__getitem__):
            return gezegd
        breuken = _breuken(woord, bekend) if LANG <= len(woord) <= LANGST else []
        stukken = [woord[van:tot] for van, tot in zip((0, *breuken), (*breuken, len(woord)), strict=True)]
        if not breuken:
            return (woord,)
        return tuple(deel for stuk in stukken for deel in _met_einde(stuk, bekend, delen_van) or (stuk,))

    alle = {woord: delen_van(woord) for woord in woorden.union(getypt)}
    return {woord: delen for woord, delen in alle.items() if len(delen) > 1}


def _in_delen(woord: str, delen: str) -> Delen:
    """Return what is typed between the strokes of `delen`; the whole word when that is not what it consists of."""
    los = tuple(delen.split(STREEP))
    return los if "".join(los) == woord and all(los) else (woord,)


def fout_in(woord: str, delen: str) -> str:
    """Return, in Dutch, what is wrong with the parts that somebody typed for `woord`; "" when nothing is."""
    if delen.replace(STREEP, "") != woord:
        return f"Zonder | moet hier hetzelfde woord staan: {woord}."
    if STREEP not in delen:
        return "Zet een | tussen de delen. Mag het woord nooit afbreken? Laat dit dan leeg."
    if min(map(len, delen.split(STREEP))) < KORTST_GETYPT:
        return "Elk deel heeft minstens drie letters."
    if any(_bij_trema(delen, streep.start() + kant) for streep in re.finditer(r"\|", delen) for kant in (0, 1)):
        return "Zet geen | naast een letter met een trema. Als het woord daar afbreekt, verdwijnt de trema."
    return ""


def _met_einde(woord: str, bekend: Container[str], delen_van: Callable[[str], Delen]) -> Delen:
    """Return the parts of a known word, with behind the last one what `woord` has more; none when it is not known."""
    for letters in TUSSEN:
        kern = woord.removesuffix(letters)
        if kern in bekend and kern + letters == woord:
            *eerste, laatste = delen_van(kern)
            return (*eerste, laatste + letters)
    return ()


def _breuken(woord: str, bekend: Set[str]) -> list[int]:
    """Return the places where every way to split `woord` into the fewest `bekend` words breaks it."""
    # From each place on: into how few words the rest can be split, and where all of those ways end a word.
    wegen: dict[int, tuple[int, Set[int]]] = {len(woord): (0, set())}
    for begin in range(len(woord) - KORTST, -1, -1):
        verder = [(wegen[einde][0] + 1, wegen[einde][1] | {einde}) for einde in _einden(woord, begin, bekend, wegen)]
        if verder:
            minst = min(aantal for aantal, _ in verder)
            wegen[begin] = minst, set.intersection(*(set(plekken) for aantal, plekken in verder if aantal == minst))
    _, plekken = wegen.get(0, (0, set()))
    return [plek for plek in sorted(plekken - {len(woord)}) if not _bij_trema(woord, plek)]


def _einden(woord: str, begin: int, bekend: Set[str], verder: Container[int]) -> set[int]:
    """Return the places, from which it goes on, where a part that begins at `begin` ends with what links it."""
    einden = set()
    for tot in range(begin + KORTST, len(woord) + 1):
        if woord[begin:tot] in bekend and tot - begin < len(woord):
            verbonden = (tot + len(letters) for letters in TUSSEN if woord.startswith(letters, tot))
            einden |= {einde for einde in verbonden if einde == tot or einde < len(woord)}
    return {einde for einde in einden if einde in verder}


def _bij_trema(woord: str, plek: int) -> bool:
    """True beside a letter with a trema: a word that is broken there loses it."""
    return woord[plek - 1] in TREMA or woord[plek] in TREMA
