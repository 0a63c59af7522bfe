"""A logo that editors bring only draws: whatever else an SVG can do is refused, with the reason."""

import re

import pytest
from django.conf import settings

from ontwikkelpad.svg import DIEPST, GROOTST, keur

NS = 'xmlns="http://www.w3.org/2000/svg"'


def svg(inhoud="", kenmerken='viewBox="0 0 10 10"'):
    return f"<svg {NS} {kenmerken}>{inhoud}</svg>"


DIEP = "<g>" * DIEPST + "</g>" * DIEPST
GOED = {
    "our own mark": (settings.BASE_DIR / "static" / "logo.svg").read_text(),
    "a declaration": f'<?xml version="1.0" encoding="UTF-8"?>\n{svg()}',
    "a gradient": svg(
        '<defs><linearGradient id="a"><stop offset="0" stop-color="#fff"/></linearGradient></defs>'
        '<rect width="5" height="5" fill="url(#a)"/>'
    ),
    "a prefix": '<s:svg xmlns:s="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><s:circle r="1"/></s:svg>',
    "light and dark": svg(
        "<style>path { fill: #000 } @media (prefers-color-scheme: dark) { path { fill: #fff } }</style>"
    ),
    "a title and a remark": svg("<title>Werk &amp; meer</title><!-- made by hand -->"),
    "a style": svg('<path style="fill:rgb(1,2,3);stroke-width:2" d="M0 0"/>'),
}
FOUT = {
    "no XML": ("<svg", "geen SVG"),
    "a photo": ("\x89PNG", "geen SVG"),
    "a script": (svg("<script>alert(1)</script>"), "<script>"),
    "an event": (svg('<path onload="alert(1)"/>'), "onload"),
    "an event at the top": (svg(kenmerken='viewBox="0 0 1 1" onload="alert(1)"'), "onload"),
    "HTML": (svg("<foreignObject><p/></foreignObject>"), "<foreignObject>"),
    "HTML of its own": (svg('<script xmlns="http://www.w3.org/1999/xhtml">alert(1)</script>'), "<script>"),
    "another space": (svg('<path xmlns="http://x.example/"/>'), "<path>"),
    "no space": ('<svg viewBox="0 0 1 1"/>', "<svg>"),
    "a link": (svg('<a href="https://x.example/"><path/></a>'), "<a>"),
    "an image": (svg('<image href="https://x.example/a.png"/>'), "<image>"),
    "a copy": (svg('<use href="#a"/>'), "<use>"),
    "an old link": (svg('<g xmlns:xlink="http://www.w3.org/1999/xlink" xlink:href="#a"/>'), "href"),
    "an animation": (svg('<set attributeName="href" to="javascript:alert(1)"/>'), "<set>"),
    "words": (svg("Hallo"), "letters"),
    "a text": (svg("<text>Hallo</text>"), "<text>"),
    "an address in a fill": (svg('<path fill="url(https://x.example/a#b)"/>'), "url"),
    "an address in a style": (svg('<path style="fill:url(https://x.example/)"/>'), "stijl"),
    "an import": (svg("<style>@import 'https://x.example/a.css';</style>"), "stijl"),
    "a font": (svg("<style>@font-face { font-family: a }</style>"), "stijl"),
    "a backslash": (svg("<style>path { fill: \\75rl(#a) }</style>"), "stijl"),
    "an address in pieces": (svg("<style>path { fill: u&#114;l&#40;#a) }</style>"), "stijl"),
    "an address around a remark": (svg("<style>path { fill: ur<!-- -->l(#a) }</style>"), "stijl"),
    "an address in a CDATA": (svg("<style><![CDATA[path { fill: ur]]>l(#a) }</style>"), "stijl"),
    "an element in a style": (svg("<style><g/></style>"), "<g>"),
    "an entity": (f'<!DOCTYPE svg [<!ENTITY a "b">]>{svg("<title>&a;</title>")}', "DOCTYPE"),
    "a file": (f'<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/passwd">]>{svg("<title>&a;</title>")}', "DOCTYPE"),
    "a stylesheet": (f'<?xml-stylesheet href="https://x.example/a.css"?>{svg()}', "opdracht"),
    "no size": (svg(kenmerken='width="10"'), "viewBox"),
    "another root": (f'<g {NS} viewBox="0 0 1 1"/>', "<g>"),
    "one in another": (svg(svg()), "<svg>"),
    "too deep": (svg(DIEP), "te diep"),
    "too large": (svg(f"<desc>{'x' * GROOTST}</desc>"), "te groot"),
    "nothing": ("", "geen SVG"),
    "a half sign": (svg("<title>\ud800</title>"), "geen SVG"),
}


@pytest.mark.parametrize("naam", GOED)
def test_what_only_draws_is_accepted(naam):
    keur(GOED[naam])


@pytest.mark.parametrize("naam", FOUT)
def test_what_can_do_more_is_refused_with_the_reason(naam):
    tekst, reden = FOUT[naam]

    with pytest.raises(ValueError, match=re.escape(reden)):
        keur(tekst)
