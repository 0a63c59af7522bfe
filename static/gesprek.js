// The career conversation. What is typed stays in this browser; the choices are in the address.
// This file says what happens when; what it is about stands in the files of gesprek/.

import { maakAgenda } from "./gesprek/agenda.js";
import { toonBewaard } from "./gesprek/bewaard.js";
import { vulBlad } from "./gesprek/blad.js";
import { bewaarDocument, documentnaam } from "./gesprek/document.js";
import { alle, bestandsnaam, download, meld, naarKop, zoek } from "./gesprek/dom.js";
import * as hier from "./gesprek/nu.js";
import { AFSPRAAK, BERICHT, NIET_ONTHOUDEN, NOTITIES, NU, VORIG, apparaat, haal, haalWeg, neem, sleutels, tab, zet } from "./gesprek/opslag.js";
import { gaVerder, kijkTerug, leesTerugblik, toonTerugblik } from "./gesprek/terugblik.js";
import { leesVelden, maakAfspraak, naarRij, nieuweRij, toonVelden, verwijderRij } from "./gesprek/velden.js";
import { Onleesbaar, heeftInhoud, leeg, leesBestand, nieuwId, vandaag } from "./gesprek/vorm.js";

const { kop } = hier;

// --- Showing the conversation of this page ---

function toon() {
  for (const element of alle("met-script")) element.hidden = false;
  toonLijst();
  if (!kop) return;
  zoek("vorig").hidden = hier.nummer !== null;
  zoek("gedeeld").hidden = !hier.isGedeeld();
  for (const vak of alle("typen")) vak.hidden = hier.nummer === null;
  toonVelden();
  if (zoek("blad-rijen")) vulBlad(document.querySelector(".blad"), hier.gesprek);
  toonAfgeleid();
}

/** Show what follows from what was typed. */
function toonAfgeleid() {
  if (zoek("terugblik")) toonTerugblik();
  if (zoek("documentnaam")) zoek("documentnaam").placeholder = documentnaam(hier.gesprek);
}

function toonLijst() {
  if (zoek("bewaard-lijst")) toonBewaard(open, () => meldIn("bewaard-lijst", "Het gesprek is van dit apparaat verwijderd."));
}

const meldIn = (naam, tekst) => meld(tekst, zoek(naam));

function toonBericht() {
  const tekst = neem(BERICHT);
  if (tekst) meld(tekst);
  if (zoek("rijen")) toonAfspraak(neem(AFSPRAAK));
}

function toonAfspraak(id) {
  if (naarRij(id)) meldIn("rijen", "Dit staat nu bij de afspraken. Vul aan wie het doet, en voor wanneer.");
}

// --- Opening another conversation ---

function open(id, inhoud, bericht = "") {
  const ander = hier.nummer !== id;
  if (hier.ga(id, inhoud, bericht)) return;
  toon();
  if (bericht) meld(bericht);
  if (ander) naarKop(); // what was pressed is gone
}

async function openBestand(veld) {
  let gevonden;
  try {
    gevonden = await leesBestand(veld.files[0]);
  } catch (fout) {
    if (!(fout instanceof Onleesbaar)) throw fout;
    return meld(`${fout.message} Er is niets veranderd.`, veld);
  }
  const id = nieuwId();
  const inhoud = { ...gevonden, bewaard: "" };
  if (zet(tab, NOTITIES + id, JSON.stringify(inhoud))) return open(id, inhoud, "Het document is geopend. Met Terug kom je weer bij wat er stond.");
  if (!kop) return meld("Je browser kan dit niet onthouden. Begin een gesprek, en open het document daar.", veld);
  if (heeftInhoud(hier.gesprek) && !confirm("Dit document komt in de plaats van wat hier staat. Doorgaan?")) return meld("Er is niets veranderd.", veld);
  hier.begin(id, inhoud);
  toon();
  meld(`Het document is geopend. ${NIET_ONTHOUDEN}`, veld);
}

// --- Keeping and wiping ---

function bewaarOpApparaat(vak) {
  const { gesprek, nummer } = hier;
  gesprek.bewaard = vak.checked ? vandaag() : "";
  if (!vak.checked) {
    haalWeg(apparaat, NOTITIES + nummer);
    meld("Dit gesprek staat niet meer op dit apparaat. In dit tabblad staat het nog.", vak);
  } else if (zet(apparaat, NOTITIES + nummer, JSON.stringify(gesprek))) {
    meld("Dit gesprek blijft op dit apparaat staan tot je het wist.", vak);
  } else {
    vak.checked = false;
    meld("Je browser wil dit niet bewaren. Kies ‘Bewaar als document’.", vak);
  }
  hier.bewaar();
}

function wisAlles(knop) {
  const bewaard = sleutels(apparaat).length;
  const ook = bewaard ? ` Ook wat op dit apparaat is bewaard, gaat weg (${bewaard}).` : "";
  if (!confirm(`Alle namen, afspraken en notities wissen?${ook} Je kunt dit niet terughalen.`)) return;
  for (const waar of [tab, apparaat]) for (const sleutel of sleutels(waar)) haalWeg(waar, sleutel);
  hier.neemOver(leeg());
  toon();
  meld("Alles is gewist.", knop);
}

async function maakDocument(knop) {
  const naam = zoek("documentnaam").value;
  try {
    await bewaarDocument(hier.gesprek, kop.dataset.naarBlad + hier.alleenKeuzes(location.search), naam);
    meld("Het document staat bij je downloads. Alleen jij hebt het.", knop);
  } catch {
    meld("Dat lukte niet. Heb je verbinding? Probeer het dan nog eens.", knop);
  }
}

function bewaarAgenda(knop) {
  const { tekst, agenda } = maakAgenda(hier.gesprek);
  if (!tekst) return meld("Er staat nog nergens een datum. Vul er eerst een in.", knop);
  hier.gesprek.agenda = agenda;
  const namen = ["afspraken", hier.gesprek.kandidaat, vandaag()].filter(Boolean).join("-").replace(/\s+/g, "-");
  download(`${bestandsnaam(namen, "afspraken")}.ics`, tekst, "text/calendar");
  if (hier.bewaar()) meld("Het bestand staat bij je downloads. Open het: dan staan de data in je agenda.", knop);
}

/** Make an agreement of what was pressed, and go there: on this page, or on the one with the agreements. */
function neemAfspraak(inhoud, knop) {
  if (hier.nummer === null) return zoek("vorig").querySelector("button").focus();
  const id = maakAfspraak(inhoud);
  if (!id) return meld("Er zijn al heel veel afspraken. Haal er eerst een weg.", knop);
  const bewaard = hier.bewaar();
  if (zoek("rijen")) {
    toonVelden();
    toonTerugblik();
    toonAfspraak(id);
  } else if (bewaard && zet(tab, AFSPRAAK, id)) {
    location.assign(hier.adresAfspraken(keuzesVanPagina() || location.search));
  }
}

/** Let a link take along what is chosen in the form of this page and not sent: on in the conversation, and as the way back. */
function neemKeuzesMee(link) {
  const vraag = keuzesVanPagina();
  if (!kop || !vraag || link.origin !== location.origin || link.matches("[data-nieuw], [href^='#']")) return;
  if (link.matches("[data-stap], [data-voorbereiden]")) link.search = vraag;
  else link.search = hier.metGesprek(link.search, vraag);
}

/** What is chosen in the form of this page, also when nobody pressed its button; "" on a page without one. */
function keuzesVanPagina() {
  const vorm = zoek("keuzes");
  return vorm ? `?${new URLSearchParams([...new FormData(vorm)].filter(([, waarde]) => waarde))}` : "";
}

const KNOPPEN = {
  "voeg-toe": nieuweRij,
  verwijder(knop) {
    meld("De afspraak is verwijderd.", knop);
    verwijderRij(knop);
    toonTerugblik();
  },
  afspraak: (knop) => neemAfspraak({ wat: `Leren: ${knop.dataset.afspraak}` }, knop),
  voorbeeld: (knop) => neemAfspraak({ wat: knop.dataset.voorbeeld, wie: knop.dataset.wie, lukt: knop.dataset.lukt }, knop),
  agenda: bewaarAgenda,
  "kijk-terug": kijkTerug,
  "ga-verder"(knop) {
    const bericht = gaVerder();
    toon();
    if (hier.gesprek.afspraken.length) nieuweRij();
    else zoek("rij").querySelector("textarea").focus();
    meldIn("rijen", bericht);
  },
  "document-bewaren": maakDocument,
  wis: wisAlles,
  "verder-gaan"() {
    const id = haal(tab, VORIG);
    const inhoud = hier.gelezen(id);
    if (!hier.zelfdeKeuzes(inhoud.keuzes)) return open(id, inhoud);
    hier.begin(id, inhoud);
    toon();
    naarKop(); // what was pressed is gone
  },
  "nieuw-gesprek"() {
    haalWeg(tab, NOTITIES + haal(tab, VORIG));
    hier.beginNieuw();
    toon();
    naarKop();
  },
  /** A link to the first step: the conversation that begins there is another. */
  nieuw(link, event) {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return; // it begins in another tab; this one goes on
    const vraag = "Een nieuw gesprek beginnen? De namen, afspraken en notities van dit gesprek verdwijnen dan uit dit tabblad.";
    if (heeftInhoud(hier.gesprek) && !confirm(vraag)) return event.preventDefault();
    haalWeg(tab, NOTITIES + hier.nummer);
    haalWeg(tab, NU);
  },
};

document.addEventListener("input", ({ target }) => {
  if (target.matches("[data-veld], [data-noot]")) {
    leesVelden();
    toonAfgeleid();
  }
  if (target.matches("[data-over]")) leesTerugblik(target);
});

document.addEventListener("change", ({ target }) => {
  if (target.matches("[data-bewaar]")) bewaarOpApparaat(target);
  if (target.matches("[data-bestand-openen]") && target.files.length) {
    openBestand(target).finally(() => (target.value = "")); // the same file can be chosen again
  }
});

document.addEventListener("click", (event) => {
  for (const [naam, doe] of Object.entries(KNOPPEN)) {
    const doel = event.target.closest(`[data-${naam}]`);
    if (doel) doe(doel, event);
  }
  const link = event.target.closest("a[href]");
  if (link) neemKeuzesMee(link);
});

// What was not chosen need not be in the address.
zoek("keuzes")?.addEventListener("formdata", ({ formData }) => {
  const gekozen = [...formData].filter(([, waarde]) => waarde);
  for (const naam of [...formData.keys()]) formData.delete(naam); // of a name that is repeated, what was chosen stays
  for (const paar of gekozen) formData.append(...paar);
});

// A printer that makes a file names it after the page: then it is told apart, and the tab stays without a name.
if (zoek("blad-rijen")) {
  const titel = document.title;
  addEventListener("beforeprint", () => (document.title = documentnaam(hier.gesprek)));
  addEventListener("afterprint", () => (document.title = titel));
}

// Another tab changed or wiped the conversation that is kept on this device.
addEventListener("storage", ({ storageArea, key, newValue }) => {
  if (storageArea !== apparaat || (kop && hier.nummer === null)) return;
  if (kop && key === NOTITIES + hier.nummer && newValue) {
    hier.neemOver(hier.gelezen(hier.nummer));
    zet(tab, key, newValue);
    toon();
  } else {
    if (zoek("bewaar")) zoek("bewaar").checked = hier.opApparaat();
    toonLijst();
  }
});

// Another place in the history without another page: after a link to a part of this page it is of the same
// conversation, after Back it can be of another.
function blijfBij() {
  const { nummer } = hier;
  const plek = history.state?.gesprek;
  if (!plek && nummer !== null) return history.replaceState({ ...history.state, gesprek: nummer }, "");
  if (!plek || plek === nummer) return;
  hier.begin(plek);
  toon();
}
if (kop) for (const soort of ["popstate", "hashchange"]) addEventListener(soort, blijfBij);

// Back can bring a page from memory, or put a box back as it was: it then shows what is true now.
addEventListener("pageshow", ({ persisted }) => {
  if (persisted && tab) {
    if (kop) hier.kies();
    toon();
  } else if (zoek("bewaar")) {
    zoek("bewaar").checked = hier.opApparaat();
  }
});

if (kop) hier.kies();
toon();
toonBericht();
