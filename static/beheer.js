/* What the pages of the desk do themselves, each an addition to what works without it. */
import "./beheer/beschrijf.js";
import "./beheer/bezig.js";
import "./beheer/concept.js";
import "./beheer/kiezen.js";
import "./beheer/leeshint.js";
import "./beheer/lijst.js";
import "./beheer/opslaan.js";
import "./beheer/publiceren.js";
import "./beheer/rij.js";
import "./beheer/ronde.js";
import "./beheer/teller.js";
import "./beheer/volgorde.js";
