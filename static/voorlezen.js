// Reading aloud what stands in a region (data-voorlezen), with a Dutch voice of the device itself. Nothing is sent:
// a voice that needs a service elsewhere is not used. Without such a voice there is no button.
"use strict";

const spraak = window.speechSynthesis;
const STIL = "button, select, input, textarea, form, nav, svg, script, [popover], .knop, .leesvoor, .paneelbalk, .terug, .voorlezen, .bron, .bewijs, .aantal";
// What is said letter by letter, or digit by digit: codes, and abbreviations that are no word.
const GESPELD = /(?<![\p{L}\d])(?:\d{5,}|[A-Z]{2,3}|[B-DF-HJ-NP-TV-XZ]{4,6}|v?mbo|hbo|bbl)(?![\p{L}\d])/gu;

/** What is being read: its region, its parts, and which of them; null when nothing is. */
let bezig = null;

/** Return the Dutch voice that the device itself has; undefined when it has none. */
const stem = () => spraak?.getVoices().find(({ localService, lang }) => localService && /^nl(?![a-z])/i.test(lang));

/** Return `tekst` as it is to be said. */
function uitspraak(tekst) {
  const gespeld = tekst.replace(/-(?=[A-Z]{2})/g, " ").replace(GESPELD, (deel) => [...deel].join(" "));
  return gespeld.replaceAll("→", " naar ").replace(/\s*·\s*/g, ", ").replace(/\s+/g, " ").trim();
}

/** Return the element that makes the line or paragraph in which `element` stands. */
function blok(element) {
  while (/^(inline|contents)/.test(getComputedStyle(element).display)) element = element.parentElement;
  return element;
}

/** Return what of `regio` is read, in order: each part with its text and the element that holds it. */
function delenVan(regio) {
  const delen = [];
  const teksten = document.createTreeWalker(regio, NodeFilter.SHOW_TEXT);
  while (teksten.nextNode()) {
    const ouder = teksten.currentNode.parentElement;
    if (ouder.closest(STIL) || ouder.closest("[aria-hidden=true]") || !ouder.checkVisibility()) continue;
    const element = blok(ouder);
    if (delen.at(-1)?.element !== element) delen.push({ element, tekst: "" });
    delen.at(-1).tekst += teksten.currentNode.data;
  }
  return delen.map(({ element, tekst }) => ({ element, tekst: uitspraak(tekst) })).filter(({ tekst }) => /[\p{L}\d]/u.test(tekst));
}

/** Let the buttons of every region say what they do now; without a voice they are not there. */
function toon() {
  for (const knoppen of document.querySelectorAll("[data-leesvoor]")) {
    const hier = bezig?.regio.contains(knoppen) ? bezig : null;
    knoppen.hidden = !hier && !stem();
    knoppen.querySelector("[data-lees] span").textContent = !hier ? "Lees voor" : hier.wacht ? "Lees verder" : "Pauze";
    knoppen.querySelector("[data-lees-stop]").hidden = !hier;
  }
}

/** Be silent, without forgetting where we are. */
function zwijg() {
  bezig.zin = null; // what its voice still reports is of no use any more
  spraak.cancel();
}

function leesDeel() {
  const deel = bezig.delen[bezig.nummer];
  if (!deel) return stop();
  const zin = new SpeechSynthesisUtterance(deel.tekst);
  Object.assign(zin, { voice: stem() ?? null, lang: "nl-NL" });
  zin.onend = () => {
    if (bezig?.zin !== zin) return;
    deel.element.removeAttribute("data-gelezen");
    bezig.nummer += 1;
    leesDeel();
  };
  zin.onerror = () => bezig?.zin === zin && stop();
  bezig.zin = zin; // kept: a browser may forget one that nothing holds, and then never says that it ended
  deel.element.setAttribute("data-gelezen", "");
  deel.element.scrollIntoView({ block: "nearest" });
  spraak.speak(zin);
}

function stop() {
  if (!bezig) return;
  zwijg();
  bezig.delen[bezig.nummer]?.element.removeAttribute("data-gelezen");
  const knop = bezig.regio.querySelector("[data-lees]");
  const gefocust = document.activeElement?.matches("[data-lees-stop]");
  bezig = null;
  toon();
  if (gefocust) knop.focus(); // the button that was pressed is gone
}

/** Begin with `regio`, pause, or go on with the part where the pause came. */
function leesOfWacht(regio) {
  if (bezig?.regio !== regio) {
    stop();
    bezig = { regio, delen: delenVan(regio), nummer: 0, wacht: true };
  }
  bezig.wacht = !bezig.wacht;
  if (bezig.wacht) zwijg();
  else leesDeel();
  toon();
}

document.addEventListener("click", ({ target }) => {
  const knop = target.closest("[data-lees], [data-lees-stop]");
  if (knop?.matches("[data-lees]")) leesOfWacht(knop.closest("[data-voorlezen]"));
  else if (knop) stop();
});

/** After a part of the page was exchanged: what was read is gone, and there may be a new region. */
function naWissel() {
  if (bezig?.delen.some(({ element }) => !element.isConnected)) stop();
  toon();
}

for (const wissel of ["htmx:afterSwap", "htmx:historyRestore"]) document.addEventListener(wissel, naWissel);
addEventListener("pagehide", stop);
spraak?.addEventListener?.("voiceschanged", toon);
toon();
