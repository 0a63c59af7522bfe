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

export let nummer = null; // null while we ask which conversation this is
export let gesprek = leeg();
let gedeeld = false; // this page was opened with a link from elsewhere

/** The choices in a query string: names that we know with a short value of an address, and nothing else. */
export function alleenKeuzes(vraag) {
  const paren = [...new URLSearchParams(vraag)].filter(([naam, waarde]) => namen.includes(naam) && /^[-\w.~!*,:;]{1,300}$/.test(waarde));
  return paren.length ? `?${new URLSearchParams(paren)}` : "";
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

export const isGedeeld = () => nummer !== null && !heeftInhoud(gesprek) && (gedeeld || haal(tab, GEDEELD) === nummer);

/** Take up the conversation that belongs to this page; with another one still in this tab, ask first. */
export function kies() {
  const geopend = neem(GEOPEND);
  const hier = geopend ?? history.state?.gesprek;
  const nu = haal(tab, NU);
  if (hier) return begin(hier);
  if (nu && vanEigenSite(kop.dataset.gesprek)) return begin(nu);
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
  const adres = adresAfspraken(alleenKeuzes(inhoud.keuzes));
  if (kop && adres === location.pathname + location.search) {
    // A browser takes this for a reload, which keeps the number of the page. Back leads to the other conversation.
    if (nummer !== id && nummer !== null) history.pushState({ gesprek: id }, "");
    begin(id, inhoud);
    return false;
  }
  zet(tab, GEOPEND, id);
  if (bericht) zet(tab, BERICHT, bericht);
  location.assign(adres);
  return true;
}
