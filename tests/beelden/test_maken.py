"""What is kept of a file that somebody sends, and what is refused."""

import struct
import zlib
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, ImageCms

from beelden import maken
from beelden.maten import HOOGTES, JPEG, VIERKANT
from tests.beelden.fotos import BLAUW, MAAT, ROOD, beeld, bestand


def open_(inhoud):
    gelezen = Image.open(BytesIO(inhoud))
    gelezen.load()
    return gelezen


def lijkt_op(kleur, andere):
    return all(abs(een - ander) < 25 for een, ander in zip(kleur, andere, strict=True))


def png(breed, hoog, blokken):
    """A PNG made by hand, that may lie."""

    def blok(naam, inhoud):
        return struct.pack(">I", len(inhoud)) + naam + inhoud + struct.pack(">I", zlib.crc32(naam + inhoud))

    kop = blok(b"IHDR", struct.pack(">IIBBBBB", breed, hoog, 8, 2, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + kop + b"".join(blok(*deel) for deel in blokken) + blok(b"IEND", b"")


def bewegend():
    kaders = [beeld(), Image.new("RGB", MAAT, "white")]
    return bestand("WEBP", kaders[0], save_all=True, append_images=kaders[1:])


HEEL = bestand()
GEWEIGERD = {
    "text": (b"Dit is geen foto.", "foto.jpg", "geen foto die de site kent"),
    "nothing": (b"", "foto.jpg", "geen foto die de site kent"),
    "a page": (b"<html><script>alert(1)</script></html>", "foto.jpg", "geen foto die de site kent"),
    "a drawing": (b'<svg xmlns="http://www.w3.org/2000/svg"></svg>', "foto.svg", "een tekening (SVG)"),
    "a drawing behind a mark": (b'\xef\xbb\xbf\n<?xml version="1.0"?><svg/>', "foto.png", "een tekening (SVG)"),
    "a gif": (bestand("GIF"), "foto.gif", "geen foto die de site kent"),
    "a gif called jpg": (bestand("GIF"), "foto.jpg", "geen foto die de site kent"),
    "a page before a photo": (b"<html>" + HEEL, "foto.jpg", "geen foto die de site kent"),
    "a bomb": (png(50_000, 50_000, [(b"IDAT", zlib.compress(b"\0" * 1000))]), "foto.png", "te veel beeldpunten"),
    "a smaller bomb": (png(8_000, 8_000, [(b"IDAT", zlib.compress(b"\0" * 1000))]), "foto.png", "te veel beeldpunten"),
    "a photo cut off": (HEEL[: len(HEEL) // 2], "foto.jpg", "beschadigd of niet compleet"),
    "a png without a picture": (png(1200, 900, []), "foto.png", "beschadigd of niet compleet"),
    "a png that is nonsense": (png(1200, 900, [(b"IDAT", b"onzin")]), "foto.png", "beschadigd of niet compleet"),
    "moving": (bewegend(), "foto.webp", "bewegend beeld"),
    "too many bytes": (HEEL + b"\0" * maken.GROOTSTE, "foto.jpg", "hooguit 8 MB"),
    "too small": (bestand(beeld=beeld((600, 400))), "foto.jpg", "minstens 960 beeldpunten breed en 640 hoog"),
    "another name": (bestand("PNG"), "foto.jpg", "eindigt op ‘.jpg’, maar het is een PNG"),
    "a name of a program": (HEEL, "foto.exe", "eindigt op ‘.exe’, maar het is een JPEG"),
}


@pytest.mark.parametrize("wat", GEWEIGERD)
def test_what_is_no_photo_is_refused_with_a_reason(wat):
    inhoud, naam, reden = GEWEIGERD[wat]

    with pytest.raises(maken.Geweigerd) as fout:
        maken.bron(inhoud, naam)

    assert reden in str(fout.value)


@pytest.mark.parametrize("einde", range(0, len(HEEL), max(1, len(HEEL) // 40)))
def test_a_photo_that_is_cut_off_anywhere_is_refused(einde):
    with pytest.raises(maken.Geweigerd):
        maken.bron(HEEL[:einde], "foto.jpg")


@pytest.mark.parametrize(
    ("soort", "naam", "modus"),
    [
        *(("JPEG", "foto.JPG", modus) for modus in ("RGB", "L", "CMYK")),
        *(("PNG", "foto.png", modus) for modus in ("RGB", "RGBA", "P", "L", "LA", "I;16", "1")),
        ("WEBP", "foto.webp", "RGB"),
    ],
)
def test_every_kind_of_colour_becomes_plain_colour_of_the_same_picture(soort, naam, modus):
    if modus == "I;16":
        grijs = Image.new("I;16", MAAT, 0x8000)
        gelezen = open_(maken.bron(bestand(soort, grijs), naam))
        assert lijkt_op(gelezen.getpixel((5, 5)), (128, 128, 128))
    else:
        gelezen = open_(maken.bron(bestand(soort, beeld(modus=modus)), naam))
        if modus in ("RGB", "RGBA", "P"):
            assert lijkt_op(gelezen.getpixel((20, 450)), ROOD)
            assert lijkt_op(gelezen.getpixel((1000, 450)), BLAUW)
    assert (gelezen.mode, gelezen.size) == ("RGB", MAAT)


def test_what_is_transparent_becomes_white():
    gelezen = open_(maken.bron(bestand("PNG", Image.new("RGBA", MAAT, (0, 0, 0, 0))), "foto.png"))

    assert lijkt_op(gelezen.getpixel((5, 5)), (255, 255, 255))


def test_nothing_of_the_file_stays_but_the_picture_upright():
    exif = Image.Exif()
    exif[0x0112] = 6  # to be turned a quarter
    exif[0x010F] = "Kanariecamera"
    exif.get_ifd(0x8825)[1] = "N"
    profiel = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    vreemd = (
        bestand(beeld=beeld((1500, 1000)), exif=exif, icc_profile=profiel, comment=b"Kanarie <script>")
        + b"PK\x03\x04 Kanarie in een zip"
    )

    bron = maken.bron(vreemd, "foto.jpg")
    maten = list(maken.maten(bron, 50, 50))

    assert open_(bron).size == (1000, 1500)
    for inhoud in (bron, *(inhoud for _, _, inhoud in maten)):
        gelezen = open_(inhoud)
        assert b"Kanarie" not in inhoud
        assert not gelezen.getexif()
        assert not {"icc_profile", "exif", "comment", "xmp"} & gelezen.info.keys()


def test_a_profile_of_colours_changes_no_colour_that_is_right_and_a_broken_one_is_as_none():
    goed = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    kapot = bestand(icc_profile=b"onzin" * 40)

    assert lijkt_op(open_(maken.bron(bestand(icc_profile=goed), "a.jpg")).getpixel((20, 450)), ROOD)
    assert lijkt_op(open_(maken.bron(kapot, "a.jpg")).getpixel((20, 450)), ROOD)


def test_a_large_photo_is_kept_smaller_and_small_sizes_are_never_enlarged():
    groot = maken.bron(bestand(beeld=beeld((5000, 3000))), "foto.jpg")
    klein = maken.bron(bestand(beeld=beeld((960, 640))), "foto.jpg")

    assert open_(groot).size == (2000, 1200)
    assert {open_(inhoud).size for _, _, inhoud in maken.maten(groot, 50, 50)} == set(HOOGTES.items())
    assert max(open_(inhoud).width for _, _, inhoud in maken.maten(klein, 50, 50)) == 960


def test_every_size_is_there_in_each_kind():
    maten = {
        (breedte, soort): open_(inhoud).format
        for breedte, soort, inhoud in maken.maten(maken.bron(HEEL, "a.jpg"), 50, 50)
    }

    assert {soort: formaat for (_, soort), formaat in maten.items()} == {"avif": "AVIF", "webp": "WEBP", "jpg": "JPEG"}
    assert {breedte for breedte, soort in maten if soort == "avif"} == {*HOOGTES}
    assert {breedte for breedte, soort in maten if soort == "jpg"} == {*JPEG}


@pytest.mark.parametrize(("focus", "kleur"), [(0, ROOD), (50, BLAUW), (100, BLAUW)])
def test_what_an_editor_points_at_stays_in_the_square(focus, kleur):
    hoek = next(
        open_(inhoud).getpixel((4, 96))
        for breedte, soort, inhoud in maken.maten(maken.bron(bestand(beeld=beeld((2000, 660))), "a.jpg"), focus, 50)
        if (breedte, soort) == (VIERKANT, "jpg")
    )

    assert lijkt_op(hoek, kleur)


@pytest.mark.parametrize("focus", [(0, 0), (100, 100), (50, 40), (3, 97)])
@pytest.mark.parametrize("maat", [(960, 640), (1333, 2000), (2000, 641)])
def test_a_part_lies_within_the_picture_and_has_its_ratio(maat, focus):
    links, boven, rechts, onder = maken.uitsnede(maat, 1.5, *focus)

    assert 0 <= links < rechts <= maat[0]
    assert 0 <= boven < onder <= maat[1]
    assert abs((rechts - links) / (onder - boven) - 1.5) < 0.01


def test_the_makers_of_pictures_touch_no_file_of_their_own(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    list(maken.maten(maken.bron(HEEL, "../../foto.jpg"), 50, 50))

    assert list(Path(tmp_path).iterdir()) == []
