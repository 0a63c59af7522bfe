"""Text with a little form: what editors type becomes safe HTML, and without form it is what they typed."""

from html.parser import HTMLParser

import pytest
from django.utils.html import linebreaks
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.voorbeelden import voorbeelden
from uitgave.opmaak import HOOGSTE, geplakt, kan_link_zijn, links, merken, opmaak, plat
from uitgave.tekst import schoon

GEWOON = st.text("abc é€ij.,;:!?’‘()&<>\"'/\n%=", max_size=80).map(lambda tekst: schoon(tekst, een_regel=False))
VREEMD = st.text("ab *_#[]()<>-+1.\\\n\t&\"'`!|~:/", max_size=60)


class Lezer(HTMLParser):
    """Keeps what a browser sees, and refuses a label that is not closed in its turn."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.labels: set[str] = set()
        self.adressen: list[str] = []

    def handle_starttag(self, tag, attrs):
        self.labels.add(tag)
        self.adressen += [waarde for naam, waarde in attrs if naam == "href"]
        if tag != "br":
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag


def gelezen(html: str) -> Lezer:
    lezer = Lezer()
    lezer.feed(html)
    lezer.close()
    assert lezer.open == []
    return lezer


@pytest.mark.parametrize(
    ("tekst", "html"),
    [
        ("Een.\nTwee.\n\nDrie.", "<p>Een.<br>\nTwee.</p>\n<p>Drie.</p>\n"),
        ("Dit is **heel** belangrijk.", "<p>Dit is <strong>heel</strong> belangrijk.</p>\n"),
        ("Neem mee:\n- brood\n- boter", "<p>Neem mee:</p>\n<ul>\n<li>brood</li>\n<li>boter</li>\n</ul>\n"),
        ("1. meel\n2. gist", "<ol>\n<li>meel</li>\n<li>gist</li>\n</ol>\n"),
        ("Lees [meer](https://a.nl/b).", '<p>Lees <a href="https://a.nl/b" rel="noopener">meer</a>.</p>\n'),
        ("[Mail](mailto:wij@a.nl)", '<p><a href="mailto:wij@a.nl" rel="noopener">Mail</a></p>\n'),
        ("<b>vet</b> & meer", "<p>&lt;b&gt;vet&lt;/b&gt; &amp; meer</p>\n"),
        ("[klik](javascript:alert(1))", "<p>[klik](javascript:alert(1))</p>\n"),
        ("[klik](//kwaad.nl/)", "<p>[klik](//kwaad.nl/)</p>\n"),
        ("## Kop", "<p>## Kop</p>\n"),
        ("> citaat en `code`", "<p>&gt; citaat en `code`</p>\n"),
    ],
)
def test_form_becomes_html_and_all_else_stays_as_typed(tekst, html):
    assert opmaak(tekst) == html


def test_headings_begin_at_the_level_of_the_page():
    tekst = "## Eerst\n\nTekst.\n\n### Daarna"

    assert opmaak(tekst, 3) == "<h3>Eerst</h3>\n<p>Tekst.</p>\n<h4>Daarna</h4>\n"


def test_a_link_within_the_site_leads_to_the_preview_in_the_preview():
    assert 'href="/beheer/voorbeeld/functies/"' in opmaak("[alle](/functies/)", begin="/beheer/voorbeeld/")


@settings(max_examples=voorbeelden(100))
@example("a & b\n\n<i>c</i>\nd")
@given(GEWOON)
def test_a_text_without_marks_looks_as_it_always_did(tekst):
    eerst = linebreaks(tekst, autoescape=True).replace("&quot;", '"').replace("&#x27;", "'")

    assert "".join(opmaak(tekst).split()) == ("".join(eerst.split()) if tekst else "")


@settings(max_examples=voorbeelden(100))
@example('[a](https://b.nl/"onclick="x)')
@example("[a](https://b.nl/<script>)")
@given(VREEMD)
def test_whatever_is_typed_the_html_is_whole_and_safe(tekst):
    lezer = gelezen(opmaak(tekst, HOOGSTE))

    assert lezer.labels <= {"p", "br", "strong", "em", "ul", "ol", "li", "a", "h2", "h3", "h4", "h5", "h6"}
    assert all(adres.startswith("/") or kan_link_zijn(adres) for adres in lezer.adressen)


def test_the_words_without_their_form():
    tekst = "## Kop\n\nLees **dit** [hier](https://a.nl/).\n- een\n- 2 < 3"

    assert plat(tekst) == "Kop\nLees dit hier.\neen\n2 < 3"


def test_where_its_links_lead():
    assert links("[a](https://a.nl/x_(y)) en [b](/functies/), niet [c](ftp://c.nl)") == [
        "https://a.nl/x_(y)",
        "/functies/",
    ]


@pytest.mark.parametrize(
    ("tekst", "gevonden"),
    [
        ("Een gewone zin - met een streepje, 2 * 3 * 4 en [een haak] (zo).", []),
        ("**Let op**: lees [dit](https://a.nl).", ["**Let op**", "[dit](https://a.nl)"]),
        ("Kop\n- een\n# Nog een", ["- ", "# "]),
        ("-5 graden", []),
    ],
)
def test_marks_are_found_and_ordinary_signs_are_left_alone(tekst, gevonden):
    assert merken(tekst) == gevonden


def test_a_list_pasted_from_a_word_processor_becomes_a_list():
    assert geplakt("Neem mee:\n•\tbrood\n·  boter\nEn • dit niet.") == "Neem mee:\n- brood\n- boter\nEn • dit niet."
