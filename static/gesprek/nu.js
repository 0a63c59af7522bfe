// The conversation of this page: which one it is, and keeping what is typed in it.
//
// A conversation has a random number, made when it begins. Its notes are kept under that number in this tab, and
// only when asked also on this device. Each page in the history of the tab remembers its number, so Back to the
// conversation of somebody else never shows the notes of this one.

import { meld, zoek } from "./dom.js";
import { BERICHT, GEDEELD, GEOPEND, NIET_ONTHOUDEN, NOTITIES, NU, VORIG, apparaat, haal, haalWeg, neem, probeer, tab, zet } from "./opslag.js";
import { heeftInhoud, leeg, lees, nieuwId } from "./vorm.js";

export const kop = zoek("gesprek"); // null on a page outside the conversation, where one can be opened
const bron = zoek("verder");
const namen = zoek("keuzenamen")?.dataset.keuzenamen.split(" ") ?? [];
const reistMee = document.documentElement.dataset.reistMee?.split(" ") ?? []; // choices that go along to every page
const GESPREK = "gesprek"; // in an address elsewhere: the choices of the conversation that somebody came from
const DOELNAMEN = ["doel", "naar", "via"]; // what the way back can say otherwise than the way out

export let nummer = null; // null while we ask which conversation this is
export let gesprek = leeg();
let gedeeld = false; // this page was opened with a link from elsewhere

/** The choices in a query string: names that we know with a short value of an address, and nothing else. */
export function alleenKeuzes(vraag) {
  const paren = [...new URLSearchParams(vraag)].filter(([naam, waarde]) => namen.includes(naam) && /^[-\w.~!*,:;]{1,300}$/.test(waarde));
  return paren.length ? `?${new URLSearchParams(paren)}` : "";
}

const geordend = (keuzes) => [...new URLSearchParams(alleenKeuzes(keuzes))].map(String).sort().join();

/** True when these are the choices of this page, in whatever order. */
export const zelfdeKeuzes = (keuzes) => geordend(keuzes) === geordend(location.search);

/** The query of this page with the choices of another conversation: what else goes along, such as a list, stays. */
function metKeuzes(keuzes) {
  const anders = [...new URLSearchParams(location.search)].filter(([naam]) => reistMee.includes(naam) && ![...namen, GESPREK].includes(naam));
  const vraag = String(new URLSearchParams([...new URLSearchParams(alleenKeuzes(keuzes)), ...anders]));
  return vraag && `?${vraag}`;
}

/** The query of a link to a page elsewhere, that takes along the choices in `vraag` when it takes a conversation along. */
export function metGesprek(link, vraag) {
  const nieuw = new URLSearchParams(link);
  if (nieuw.has(GESPREK)) nieuw.set(GESPREK, alleenKeuzes(vraag).slice(1));
  return nieuw.has(GESPREK) ? String(nieuw) : link;
}

/** What is kept on the device counts for more: another tab may have changed it. */
const bewaard = (waar, id) => probeer(() => lees(haal(waar, NOTITIES + id)));
export const gelezen = (id) => bewaard(apparaat, id) ?? bewaard(tab, id) ?? leeg();
export const opApparaat = () => nummer !== null && haal(apparaat, NOTITIES + nummer) !== null;

/** Keep the notes; return false, and say so, when the browser has no room for them. */
export function bewaar() {
  gesprek.keuzes = alleenKeuzes(location.search);
  gesprek.nu = kop.dataset.nu;
  gesprek.wens = kop.dataset.wens;
  const tekst = JSON.stringify(gesprek);
  let gelukt = true;
  if (!heeftInhoud(gesprek)) haalWeg(tab, NOTITIES + nummer);
  else gelukt = zet(tab, NOTITIES + nummer, tekst);
  if (opApparaat()) gelukt = zet(apparaat, NOTITIES + nummer, tekst) && gelukt;
  if (!gelukt) meld(NIET_ONTHOUDEN, document.activeElement);
  return gelukt;
}

/** Let the page go on with `ander`, which was changed elsewhere, without keeping it. */
export const neemOver = (ander) => (gesprek = ander);

/** Make `id` the conversation of this page, of its place in the history, and of the pages that follow. */
export function begin(id, inhoud = gelezen(id)) {
  nummer = id;
  zet(tab, NU, id);
  haalWeg(tab, VORIG);
  history.replaceState({ ...history.state, gesprek: id }, "");
  gesprek = inhoud;
  if (heeftInhoud(gesprek)) bewaar();
}

export function beginNieuw() {
  begin(nieuwId());
  gedeeld = !vanEigenSite() && Boolean(alleenKeuzes(location.search));
  if (gedeeld) zet(tab, GEDEELD, nummer);
}

function vanEigenSite(pad = "/") {
  const vorige = probeer(() => new URL(document.referrer));
  return vorige?.origin === location.origin && vorige.pathname.startsWith(pad);
}

/** True when a page elsewhere on the site took the conversation along, and led back to it: its goal alone may be another. */
function isTerug() {
  const mee = vanEigenSite() ? [...new URLSearchParams(new URL(document.referrer).searchParams.get(GESPREK) ?? "")] : [];
  const begin = mee.filter(([naam]) => !DOELNAMEN.includes(naam));
  const nodig = begin.length ? begin : mee.filter(([naam]) => naam !== "doel"); // a goal that goes without saying is not said
  const hier = [...new URLSearchParams(location.search)].map(String);
  return nodig.length > 0 && nodig.every((paar) => hier.includes(String(paar)));
}

export const isGedeeld = () => nummer !== null && !heeftInhoud(gesprek) && (gedeeld || haal(tab, GEDEELD) === nummer);

/** Take up the conversation that belongs to this page; with another one still in this tab, ask first. */
export function kies() {
  const geopend = neem(GEOPEND);
  const hier = geopend ?? history.state?.gesprek;
  const nu = haal(tab, NU);
  if (hier) return begin(hier);
  if (nu && (vanEigenSite(kop.dataset.gesprek) || isTerug())) return begin(nu);
  const vorig = nu ?? haal(tab, VORIG);
  if (vorig && heeftInhoud(gelezen(vorig))) {
    zet(tab, VORIG, vorig);
    haalWeg(tab, NU); // so that the next page asks again, as long as nobody answered
    nummer = null;
    gesprek = leeg();
    return;
  }
  beginNieuw();
}

/** Return the address of the page with the agreements, with these choices. */
export const adresAfspraken = (keuzes) => bron.dataset.verder + keuzes;

/**
 * Open the page with the agreements of conversation `id`, with the choices that were made in it.
 * Return false when this is that page: then it shows it at once, as there is no other page to load.
 */
export function ga(id, inhoud, bericht = "") {
  if (kop && location.pathname === bron.dataset.verder && zelfdeKeuzes(inhoud.keuzes)) {
    // A browser takes this for a reload, which keeps the number of the page. Back leads to the other conversation.
    if (nummer !== id && nummer !== null) history.pushState({ gesprek: id }, "");
    begin(id, inhoud);
    return false;
  }
  zet(tab, GEOPEND, id);
  if (bericht) zet(tab, BERICHT, bericht);
  location.assign(adresAfspraken(metKeuzes(inhoud.keuzes)));
  return true;
}
