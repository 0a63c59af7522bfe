// Small things on every page: the explorer, the list on this device, words that open. Without this file every link still works.
"use strict";

const PLEK = "htmx-current-path-for-history";

/** Nothing of a visitor is stored: not even the address that htmx notes for itself. */
function vergeetPlek() {
  try {
    sessionStorage.removeItem(PLEK);
  } catch {
    // A browser that stores nothing has nothing to forget.
  }
}

/** Show what works only with a script, and set the title that belongs to the explorer. */
function begin() {
  for (const element of document.querySelectorAll("[data-alleen-script]")) element.hidden = false;
  const verkenner = document.querySelector("[data-titel]");
  if (verkenner) document.title = verkenner.dataset.titel;
  toonGekozen();
  const paginaadres = document.querySelector("[data-paginaadres]");
  if (paginaadres) paginaadres.textContent = adresOpPapier();
  for (const vak of document.querySelectorAll("[data-keuzevak]")) {
    vak.hidden = persoonlijk(vak.parentElement.querySelector("[data-deel]")).length === 0;
  }
}

/* The map in its own box: where it was before a choice, and from there the chosen functie with its next steps in sight. */
const kaartvak = () => document.querySelector("main .kaartrol");
let geschoven = [0, 0];

function toonGekozen() {
  const vak = kaartvak();
  if (!vak) return;
  if (geschoven[0] || geschoven[1]) vak.scrollTo(...geschoven);
  const { scrollPaddingLeft, scrollPaddingTop } = getComputedStyle(vak);
  const RAND = 36; // pixels: clear of the shade at the edge
  const verder = (begin, eind, van, tot) => Math.min(Math.max(0, eind + RAND - tot), begin - van); // its beginning goes first
  for (const kaartje of [...vak.querySelectorAll(".vervolg"), ...vak.querySelectorAll(".gekozen")]) {
    const [k, v] = [kaartje, vak].map((deel) => deel.getBoundingClientRect());
    vak.scrollBy(
      verder(k.left, k.right, v.left + parseFloat(scrollPaddingLeft), v.right),
      verder(k.top, k.bottom, v.top + parseFloat(scrollPaddingTop), v.bottom),
    );
  }
  meldSchuif();
}

/** Say that the map goes on only when it does. */
function meldSchuif() {
  const vak = kaartvak();
  if (vak) document.querySelector(".schuif").hidden = vak.scrollWidth <= vak.clientWidth && vak.scrollHeight <= vak.clientHeight;
}

addEventListener("resize", meldSchuif);
document.addEventListener("htmx:beforeSwap", () => {
  const vak = kaartvak();
  geschoven = [vak?.scrollLeft ?? 0, vak?.scrollTop ?? 0];
});

/** The address of what is shown now, for a printed page: without what somebody chose. */
function adresOpPapier() {
  const adres = new URL(location.href);
  for (const naam of document.documentElement.dataset.reistMee?.split(" ") ?? []) adres.searchParams.delete(naam);
  return adres.host + adres.pathname + adres.search;
}

const GESPREK = "gesprek"; // in the address: the conversation that somebody is in. It is never shared.

/** The names in the address that a button leaves out of what it shares: `keuzes` are all that go along, but for its own. */
const weglating = ({ dataset: { deel, deelMet = "" } }) =>
  deel.replace("keuzes", document.documentElement.dataset.reistMee).split(" ").filter((naam) => !deelMet.split(" ").includes(naam));

/** The choices of this visitor in the address, of those. */
const persoonlijk = (knop) =>
  weglating(knop).filter((naam) => naam !== GESPREK && new URLSearchParams(location.search).get(naam));

/** The address that a button shares: clean, unless somebody ticked to send the choices too. */
function deeladres(knop) {
  const adres = new URL(location.href);
  adres.hash = "";
  adres.searchParams.delete(GESPREK);
  if (!knop.parentElement.querySelector("[data-met-keuzes]")?.checked) {
    for (const naam of weglating(knop)) adres.searchParams.delete(naam);
  }
  return adres.href;
}

/** After a choice in the explorer: the links and forms around it take along what its address says, as on a new page. */
function neemMee() {
  const namen = document.documentElement.dataset.reistMee?.split(" ") ?? [];
  const keuzes = [...new URLSearchParams(location.search)].filter(([naam, waarde]) => waarde && namen.includes(naam));
  for (const link of document.querySelectorAll(".kop a, .voet a")) {
    const adres = new URL(link.href);
    for (const naam of namen) adres.searchParams.delete(naam);
    for (const keuze of keuzes) adres.searchParams.append(...keuze);
    if (link.origin === location.origin && !adres.pathname.includes(".")) link.href = adres.href;
  }
  for (const vorm of document.querySelectorAll(".kop form")) {
    for (const veld of vorm.querySelectorAll("[type=hidden]")) if (namen.includes(veld.name)) veld.remove();
    vorm.prepend(...keuzes.map(([name, value]) => Object.assign(document.createElement("input"), { type: "hidden", name, value })));
  }
}

/** After a choice in the explorer: the list of what somebody can have stayed, and shows what the address says. */
function toonAchtergrond() {
  const lijst = document.querySelector("#achtergrond");
  lijst.value = new URLSearchParams(location.search).get(lijst.name) ?? "";
  if (lijst.selectedIndex < 0) lijst.selectedIndex = 0; // an address that nobody knows
}

/** Of each page of this visit how far it was scrolled, and a selector for what was pressed there; gone with the tab. */
const plekken = new Map();
let vorigPad = location.pathname;

function selector(bron) {
  const wat = bron.matches("form") ? "[type=submit]" : `a[href="${CSS.escape(bron.getAttribute("href"))}"]`;
  return `#${CSS.escape(bron.closest("[id]").id)} ${wat}`;
}

async function deel(knop) {
  const tekst = knop.dataset.deeltekst && document.querySelector(knop.dataset.deeltekst).value;
  const gegevens = { title: document.title, url: deeladres(knop), ...(tekst && { text: tekst }) };
  const melding = knop.parentElement.querySelector("[data-deelmelding]");
  try {
    if (navigator.share) await navigator.share(gegevens);
    else {
      await navigator.clipboard.writeText(tekst ? `${tekst}\n\n${gegevens.url}` : gegevens.url);
      melding.textContent = tekst ? "De tekst en de link zijn gekopieerd." : "De link is gekopieerd.";
    }
  } catch (fout) {
    if (fout.name !== "AbortError") melding.textContent = "Kopieer de link uit de adresbalk.";
  }
}

document.addEventListener("click", (event) => {
  const knop = event.target.closest("[data-deel], [data-print]");
  if (!knop) return;
  if (knop.matches("[data-print]")) window.print();
  else deel(knop);
});

/** Put on the clipboard a word, to look for it on another website, or the whole text of an element. */
async function kopieer(knop) {
  const melding = knop.parentElement.querySelector("[role=status]");
  const { kopieer: woord, kopieerVan: bron } = knop.dataset;
  try {
    await navigator.clipboard.writeText(bron ? document.getElementById(bron).innerText.trim() : woord);
    melding.textContent = bron ? "De tekst is gekopieerd." : `Gekopieerd: ${woord}`;
  } catch {
    melding.textContent = bron ? "Kopiëren lukt niet. Selecteer de tekst zelf." : `Kopiëren lukt niet. Typ daar: ${woord}`;
  }
}

document.addEventListener("click", (event) => {
  const knop = event.target.closest("[data-kopieer], [data-kopieer-van]");
  if (knop) kopieer(knop);
});

// What "Meer" opens closes with Escape, and when somebody presses elsewhere.
document.addEventListener("keydown", (event) => {
  const meer = event.key === "Escape" && event.target.closest(".meer[open]");
  if (!meer) return;
  meer.open = false;
  meer.querySelector("summary").focus();
});

document.addEventListener("click", ({ target }) => {
  for (const meer of document.querySelectorAll(".meer[open]")) if (!meer.contains(target)) meer.open = false;
});

// From the panel back to its card on the map: the card itself gets the focus, not the list around it.
document.addEventListener("click", (event) => {
  const terug = event.target.closest(".terug.naast a");
  const kaartje = terug && document.querySelector(`${terug.hash} a`);
  if (!kaartje?.checkVisibility()) return;
  event.preventDefault();
  kaartje.focus();
});

document.addEventListener("htmx:beforeHistoryUpdate", ({ detail }) => {
  plekken.set(location.href, { hoogte: window.scrollY, gedrukt: selector(detail.requestConfig.elt) });
  vorigPad = location.pathname;
});
document.addEventListener("htmx:pushedIntoHistory", vergeetPlek);

// After a choice: the heading of what changed gets the focus, so that a screen reader reads it out.
// That is the panel for another functie, and the map for another map around the same one.
document.addEventListener("htmx:afterSettle", (event) => {
  begin();
  if (event.detail.elt?.id === "verkenner") {
    neemMee();
    toonAchtergrond();
  }
  if (event.detail.elt?.id !== "verkenner" || !event.detail.requestConfig) return;
  const deel = document.querySelector(vorigPad === location.pathname ? "#kaart" : "#paneel");
  const kop = deel.querySelector("[tabindex]");
  const naast = matchMedia("(min-width: 60rem)").matches; // the panel stands beside the map
  kop.focus({ preventScroll: true });
  (naast ? kop : deel).scrollIntoView({ block: naast ? "nearest" : "start", behavior: "instant" });
});

// While typing: say how many results there are, and walk through them with the arrow keys.
document.addEventListener("htmx:afterSwap", (event) => {
  if (event.detail.target?.id !== "vondsten") return; // the target is missing when Back is restored
  document.querySelector("[data-zoekstand]").textContent = event.detail.target.firstElementChild.dataset.stand;
});

document.addEventListener("keydown", (event) => {
  const zoek = event.target.closest(".zoekpagina");
  if (!zoek) return;
  const veld = zoek.querySelector("[data-zoek] input");
  if (event.key === "Escape") veld.focus();
  const stap = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!stap) return;
  const rij = [veld, ...zoek.querySelectorAll("#vondsten a")];
  const volgende = rij[rij.indexOf(event.target) + stap];
  if (!volgende) return;
  event.preventDefault();
  volgende.focus();
});

// After Back or Forward: the same place on the page as before, with the focus on what was pressed there.
document.addEventListener("htmx:historyRestore", () => {
  vergeetPlek();
  begin();
  neemMee();
  const { hoogte, gedrukt } = plekken.get(location.href) ?? { hoogte: 0, gedrukt: "#paneel-kop" };
  document.querySelector(gedrukt)?.focus({ preventScroll: true });
  window.scrollTo({ top: hoogte, behavior: "instant" });
});

/** Put `vak` below `bij`, within the window; above it when there is no room below. */
function zetBij(vak, bij) {
  const RUIMTE = 12; // pixels between the box and the edges of the window
  const regel = bij.getClientRects()[0] ?? bij.getBoundingClientRect();
  const { clientWidth: breed, clientHeight: hoog } = document.documentElement;
  const past = regel.bottom + vak.offsetHeight + RUIMTE < hoog || regel.top < vak.offsetHeight;
  const boven = past ? regel.bottom + 6 : regel.top - vak.offsetHeight - 6;
  const binnen = (plek, maat, ruimte) => Math.max(Math.min(plek, ruimte - maat - RUIMTE), RUIMTE);
  vak.style.left = `${binnen(regel.left, vak.offsetWidth, breed) + window.scrollX}px`;
  vak.style.top = `${binnen(boven, vak.offsetHeight, hoog) + window.scrollY}px`;
}

/* Never a dead tap. What takes long shows that it is busy. What fails is asked once more as the plain link that it is,
   so that the page of the fault shows. Without a connection, and while typing, the page stays and one sentence says so. */
const WACHT = 150; // milliseconds

/** Show from WACHT on that `doel` is being fetched for `bron`, what was pressed; return what ends that. */
const bezig = (() => {
  const gezegd = Object.assign(document.createElement("p"), { className: "voorlezen", role: "status" });
  document.querySelector("main").append(gezegd);
  return (doel, bron) => {
    const gedrukt = bron.matches("form") ? bron.querySelector("[type=submit]") : bron;
    const klok = setTimeout(() => {
      doel.setAttribute("aria-busy", "true");
      if (gedrukt.matches("a, button")) gedrukt.setAttribute("data-bezig", "");
      gezegd.textContent = "Een ogenblik.";
    }, WACHT);
    return () => {
      clearTimeout(klok);
      doel.removeAttribute("aria-busy");
      gedrukt.removeAttribute("data-bezig");
      gezegd.textContent = "";
    };
  };
})();

const seintje = (() => {
  const vak = Object.assign(document.createElement("div"), { className: "seintje", popover: "auto" });
  const zin = Object.assign(document.createElement("p"), { role: "status" });
  const knop = Object.assign(document.createElement("button"), { type: "button", className: "knop licht", textContent: "Probeer opnieuw" });
  vak.append(zin, knop);
  const open = () => vak.isConnected && vak.matches(":popover-open");
  const sluit = () => open() && vak.hidePopover();
  /** Say beside `bij` that there is no answer; the button does `opnieuw`, with the focus where it was. */
  const toon = (bij, opnieuw) => {
    if (!bij.isConnected) return; // something else came in its place
    const voor = bij.closest("form") ?? bij;
    if (vak.previousElementSibling !== voor) voor.after(vak);
    const nu = navigator.onLine ? "De site geeft nu geen antwoord." : "Je hebt geen verbinding.";
    if (!open() || zin.textContent !== nu) zin.textContent = ""; // read aloud is what changes in a region that is there
    if (!open()) vak.showPopover();
    requestAnimationFrame(() => {
      if (!zin.textContent) zin.textContent = nu;
      zetBij(vak, bij);
    });
    knop.onclick = () => {
      sluit();
      (bij.matches("form") ? bij.querySelector("[type=submit]") : bij).focus({ preventScroll: true });
      opnieuw();
    };
  };
  return { toon, sluit };
})();

/** After a request for `bron` that failed: `gewoon` opens the same as a page, where there is one. */
function mislukt(bron, gewoon, opnieuw, geantwoord) {
  const kan = HTMLElement.prototype.showPopover;
  if (!gewoon || !(geantwoord || navigator.onLine)) return kan ? seintje.toon(bron, opnieuw) : gewoon?.();
  if (!geantwoord && kan) seintje.toon(bron, opnieuw); // until the page comes
  gewoon();
}

function volg(xhr, doel, bron, gewoon, opnieuw) {
  xhr.addEventListener("loadend", bezig(doel, bron));
  xhr.addEventListener("load", () => (xhr.status < 400 ? seintje.sluit() : mislukt(bron, gewoon, opnieuw, true)));
  for (const geen of ["error", "timeout"]) xhr.addEventListener(geen, () => mislukt(bron, gewoon, opnieuw, false));
}

document.addEventListener("htmx:beforeSend", ({ detail: { xhr, target, requestConfig, pathInfo } }) => {
  const bron = requestConfig.elt;
  const typend = bron.matches("input");
  const gewoon = typend ? null : () => location.assign(bron.href ?? pathInfo.finalRequestPath);
  volg(xhr, target, bron, gewoon, () => htmx.ajax(requestConfig.verb, requestConfig.path, { source: bron }).catch(() => {}));
});

// Back and Forward are asked by htmx itself, and it does nothing when they fail.
document.addEventListener("htmx:historyCacheMiss", ({ detail: { xhr, historyElt } }) => {
  xhr.timeout = htmx.config.timeout;
  const bron = historyElt.contains(document.activeElement) ? document.activeElement : historyElt;
  const opnieuw = () => dispatchEvent(new PopStateEvent("popstate", { state: history.state }));
  volg(xhr, historyElt, bron, () => location.reload(), opnieuw);
});

vergeetPlek();
begin();

// Mijn lijst: it stands in the address of every page. On this device it stands only when somebody asked for that.
const LIJST = "mijn-lijst"; // on the device: the list as it stands in an address
const LIJSTNAMEN = ["lijst-functie", "lijst-route", "lijst-opleiding"];

/** Return the list in a query string or form, in the order in which the site writes it: by kind, each thing once. */
function alleenLijst(vraag) {
  const alles = new URLSearchParams(vraag);
  const waarden = (naam) => [...new Set(alles.getAll(naam))].filter((slugs) => /^[-\w~]{1,600}$/.test(slugs));
  return new URLSearchParams(LIJSTNAMEN.flatMap((naam) => waarden(naam).map((slugs) => [naam, slugs]))).toString();
}

/** The list on this device: null when none is kept, or when the browser refuses. */
function opApparaat() {
  try {
    const bewaard = localStorage.getItem(LIJST);
    return bewaard === null ? null : alleenLijst(bewaard);
  } catch {
    return null;
  }
}

/** Keep `lijst` on this device, or with null forget it; return false when the browser refuses. */
function zetOpApparaat(lijst) {
  try {
    if (lijst === null) localStorage.removeItem(LIJST);
    else localStorage.setItem(LIJST, lijst);
    return true;
  } catch {
    return false;
  }
}

const hier = () => alleenLijst(location.search);

const verborgenVeld = ([name, value]) => Object.assign(document.createElement("input"), { type: "hidden", name, value });

/** Let a link lead to this list; what else its address says stays. */
function leidNaar(link, lijst) {
  const adres = new URL(link.href);
  for (const naam of LIJSTNAMEN) adres.searchParams.delete(naam);
  for (const deel of new URLSearchParams(lijst)) adres.searchParams.append(...deel);
  link.search = adres.search;
}

/** On a page without a list: what leads to the list, or changes it, begins with the one on this device. */
function gaVerder() {
  const bewaard = opApparaat();
  if (!bewaard || hier()) return;
  for (const link of document.querySelectorAll("[data-mijn-lijst], [data-open-lijst]")) leidNaar(link, bewaard);
  for (const vorm of document.querySelectorAll("form[data-lijst-verandert]:not([data-aangevuld])")) {
    vorm.dataset.aangevuld = "";
    vorm.prepend(...[...new URLSearchParams(bewaard)].map(verborgenVeld));
  }
}

function toonLijst() {
  const bewaard = opApparaat();
  const ander = document.querySelector("[data-andere-lijst]");
  const vakje = document.querySelector("[data-bewaar-lijst]");
  if (ander) ander.hidden = !bewaard || bewaard === hier();
  if (vakje) vakje.checked = bewaard !== null && bewaard === hier();
  if (ander && !ander.hidden) leidNaar(ander.querySelector("[data-open-lijst]"), bewaard);
  gaVerder();
}

/** What is on the list can be called otherwise since it was kept: the site leads to what it is called now. */
async function noemZoalsNu() {
  const bewaard = opApparaat();
  if (!bewaard || !hier() || bewaard === hier()) return;
  const { pathname } = document.querySelector("[data-mijn-lijst]");
  const { ok, url } = await fetch(`${pathname}?${bewaard}`, { method: "HEAD" });
  const nu = alleenLijst(new URL(url).search);
  if (!ok || !nu || nu === bewaard || bewaard !== opApparaat()) return;
  zetOpApparaat(nu);
  toonLijst();
}

// Who changes the list that is kept, changes it on the device too. Another list, of somebody else, leaves it alone.
document.addEventListener("submit", (event) => {
  if (!event.target.matches("[data-lijst-verandert]")) return;
  const bewaard = opApparaat();
  if (bewaard === null || (hier() && hier() !== bewaard)) return;
  zetOpApparaat(alleenLijst(new FormData(event.target, event.submitter)));
});

document.addEventListener("change", ({ target }) => {
  if (!target.matches("[data-bewaar-lijst]")) return;
  const gelukt = zetOpApparaat(target.checked ? hier() : null);
  const gezegd = target.checked ? "Je lijst staat op dit apparaat." : "Je lijst staat niet meer op dit apparaat.";
  document.querySelector("[data-lijstmelding]").textContent = gelukt ? gezegd : "Je browser wil dit niet bewaren.";
  toonLijst();
});

document.addEventListener("click", ({ target }) => {
  if (!target.closest("[data-wis-lijst]")) return;
  zetOpApparaat(null);
  toonLijst();
  document.querySelector("main").focus(); // the button that was pressed is gone
});

document.addEventListener("htmx:afterSettle", gaVerder);
addEventListener("storage", toonLijst);
addEventListener("pageshow", toonLijst);
toonLijst();
noemZoalsNu().catch(() => {}); // then it stands there as another list

/* A word that the site explains opens below itself. Without this script, or with Ctrl, it is a link as any other. */
{
  let vak, woord;

  const maak = () => {
    const dicht = Object.assign(document.createElement("button"), { type: "button", textContent: "Sluit" });
    const titel = Object.assign(document.createElement("strong"), { id: "begrip-titel" });
    vak = Object.assign(document.createElement("div"), { className: "begripvak", popover: "auto", tabIndex: -1 });
    vak.setAttribute("role", "dialog");
    vak.setAttribute("aria-labelledby", titel.id);
    vak.append(titel, document.createElement("div"), dicht);
    dicht.addEventListener("click", () => sluit(true));
    vak.addEventListener("toggle", ({ newState }) => {
      if (newState === "closed") woord?.removeAttribute("aria-expanded");
    });
    vak.addEventListener("keydown", (event) => {
      if (event.key === "Escape") sluit(true);
    });
    // Walking out of it with Tab closes it.
    vak.addEventListener("focusout", ({ relatedTarget }) => {
      if (relatedTarget && !vak.contains(relatedTarget)) sluit(false);
    });
  };

  const sluit = (terug) => {
    if (vak.matches(":popover-open")) vak.hidePopover();
    if (terug) woord?.focus();
  };

  const toon = async (link) => {
    const antwoord = await fetch(link.href, { headers: { "HX-Request": "true" } });
    if (!antwoord.ok) throw new Error(antwoord.status);
    const html = await antwoord.text();
    if (!vak) maak();
    const binnen = vak.contains(link);
    if (!binnen) {
      sluit(false);
      woord = link;
      woord.after(vak); // so that Tab goes from the explanation to what follows the word
    }
    vak.querySelector("strong").textContent = link.textContent.replace(/^(ij|.)/iu, (letter) => letter.toUpperCase());
    vak.querySelector("div").innerHTML = html;
    if (!binnen) vak.showPopover();
    woord.setAttribute("aria-expanded", "true");
    zetBij(vak, woord);
    vak.focus({ preventScroll: true });
  };

  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-begrip]");
    const gewoon = !event.defaultPrevented && event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
    if (!link || !gewoon || !HTMLElement.prototype.showPopover) return;
    event.preventDefault();
    if (link === woord && link.getAttribute("aria-expanded")) return sluit(true);
    const heen = () => location.assign(link.href);
    toon(link).catch(() => mislukt(link, heen, () => link.click(), false)).finally(bezig(link, link));
  });
}
