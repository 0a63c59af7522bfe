"""Words in a page that lead to what they mean: once each, only in running text, and the page stays whole."""

import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.voorbeelden import voorbeelden
from uitgave.linkwoorden import BREUK, Linkwoorden

WOORDEN = [
    ("BOT", "bot"),
    ("begeleide onderwijstijd", "bot"),
    ("deeg", "deeg"),
    ("deegmaker", "maker"),
    ("rijzend deeg", "rijzen"),
    ("InBrood", "club"),
    ("zzp’er", "zzp"),
    ("BIG-register", "big"),
    ("ijsdeeg", "ijs"),
]
linkwoorden = Linkwoorden(WOORDEN)


def zet(html, niet=()):
    return linkwoorden.zet(html, lambda doel: f'<a class="begrip" href="/b/{doel}/">', niet)


def links(html):
    """Where the words lead that became a link, with those words."""
    return re.findall(r'<a class="begrip" href="/b/(\w+)/">(.*?)</a>', html, re.DOTALL)


@pytest.mark.parametrize(
    ("html", "gevonden"),
    [
        ("<p>Een deeg is deeg.</p><p>deeg</p>", [("deeg", "deeg")]),
        ("<p>Deeg, BOT en bot.</p>", [("deeg", "Deeg"), ("bot", "BOT")]),
        ("<p>Je krijgt begeleide\n  onderwijstijd: BOT.</p>", [("bot", "begeleide\n  onderwijstijd")]),
        ("<p>IJsdeeg is koud.</p>", [("ijs", "IJsdeeg")]),
        ("<li>Maak rijzend deeg van deeg.</li>", [("rijzen", "rijzend deeg"), ("deeg", "deeg")]),
        ("<td>deegmaker en taartdeeg en deeg-mes</td>", [("maker", "deegmaker")]),
        (f"<dd>Een deeg{BREUK}maker</dd>", [("maker", f"deeg{BREUK}maker")]),
        ("<p>inbrood, INBROOD, InBrood</p>", [("club", "InBrood")]),
        (
            "<p>Een zzp’er in het BIG-register (deeg).</p>",
            [("zzp", "zzp’er"), ("big", "BIG-register"), ("deeg", "deeg")],
        ),
        ("<p>een <strong>deeg</strong></p>", [("deeg", "deeg")]),
        ("deeg <div>deeg</div> <span title='deeg'>x</span>", []),
        ('<h2>deeg</h2><p title="deeg"><a href="/">deeg</a> <code>deeg</code> <button>deeg</button></p>', []),
        ("<nav><ul><li>deeg</li></ul></nav><form><p>deeg</p></form><svg><text>deeg</text></svg>", []),
        ("<details><summary>deeg</summary><p>deeg</p></details>", [("deeg", "deeg")]),
        ("<table><tr><th>deeg</th><td>deeg</td></tr></table>", [("deeg", "deeg")]),
        ("<li data-zonder-linkwoorden>deeg</li>", []),
        ("<header><p>deeg</p></header><main id='m'><p>deeg</p></main><footer><p>BOT</p></footer>", [("deeg", "deeg")]),
    ],
)
def test_the_first_of_a_word_in_running_text_leads_to_what_it_means(html, gevonden):
    assert links(zet(html)) == gevonden


def test_on_its_own_page_a_word_leads_nowhere():
    assert links(zet("<p>deeg en BOT</p>", niet=["deeg"])) == [("bot", "BOT")]


STUKJES = st.sampled_from(
    [
        *(
            f"<{naam}>"
            for naam in ("p", "/p", "li", "/li", "a href='/'", "/a", "h2", "/h2", "b", "/b", "code", "/code")
        ),
        *(
            "deeg",
            "Deeg",
            "BOT",
            "rijzend deeg",
            "begeleide onderwijstijd",
            "deegmaker",
            "&amp;",
            "&lt;",
            " ",
            "\n",
            ".",
        ),
        *(BREUK, "<br>", "<!-- deeg -->", '<span title="deeg > BOT">', "</span>", "<", ">", "x"),
    ]
)


@settings(max_examples=voorbeelden(100))
@example(["<p>", "deeg", BREUK, "x", "</p>"])
@given(st.lists(STUKJES, max_size=40))
def test_whatever_the_page_only_links_are_added_each_once_and_never_in_a_link(stukjes):
    html = f"<p>{''.join(stukjes)}"

    nieuw = zet(html)

    assert re.sub(r'<a class="begrip" href="/b/\w+/">(.*?)</a>', r"\1", nieuw, flags=re.DOTALL) == html
    doelen = [doel for doel, _ in links(nieuw)]
    assert len(doelen) == len(set(doelen))
    open_ = 0
    for label in re.findall(r"<a\s[^>]*>|</a>", nieuw):
        assert not (open_ and "begrip" in label)
        open_ = max(open_ + (1 if label != "</a>" else -1), 0)
