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
  for (const vak of document.querySelectorAll("[data-keuzevak]")) {
    vak.hidden = persoonlijk(vak.parentElement.querySelector("[data-deel]")).length === 0;
  }
}

/** The choices of this visitor in the address, of those that a button leaves out of what it shares. */
const persoonlijk = (knop) => knop.dataset.deel.split(" ").filter((naam) => new URLSearchParams(location.search).get(naam));

/** The address that a button shares: clean, unless somebody ticked to send the choices too. */
function deeladres(knop) {
  const adres = new URL(location.href);
  adres.hash = "";
  if (!knop.parentElement.querySelector("[data-met-keuzes]")?.checked) {
    for (const naam of knop.dataset.deel.split(" ")) adres.searchParams.delete(naam);
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

/** How far each page of this visit was scrolled; gone with the tab. */
const hoogtes = new Map();
let vorigPad = location.pathname;

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

/** Put a word on the clipboard, to look for it on another website. */
async function kopieer(knop) {
  const melding = knop.parentElement.querySelector("[role=status]");
  try {
    await navigator.clipboard.writeText(knop.dataset.kopieer);
    melding.textContent = `Gekopieerd: ${knop.dataset.kopieer}`;
  } catch {
    melding.textContent = `Kopiëren lukt niet. Typ daar: ${knop.dataset.kopieer}`;
  }
}

document.addEventListener("click", (event) => {
  const knop = event.target.closest("[data-kopieer]");
  if (knop) kopieer(knop);
});

document.addEventListener("htmx:beforeHistoryUpdate", () => {
  hoogtes.set(location.href, window.scrollY);
  vorigPad = location.pathname;
});
document.addEventListener("htmx:pushedIntoHistory", vergeetPlek);

// After a choice: the heading of what changed gets the focus, so that a screen reader reads it out.
// That is the panel for another functie, and the map for another map around the same one.
document.addEventListener("htmx:afterSettle", (event) => {
  begin();
  if (event.detail.elt?.id === "verkenner") neemMee();
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

// After Back or Forward: the same place on the page as before.
document.addEventListener("htmx:historyRestore", () => {
  vergeetPlek();
  begin();
  neemMee();
  window.scrollTo({ top: hoogtes.get(location.href) ?? 0, behavior: "instant" });
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

/** On a page without a list: what leads to the list, or changes it, begins with the one on this device. */
function gaVerder() {
  const bewaard = opApparaat();
  if (!bewaard || hier()) return;
  for (const link of document.querySelectorAll("[data-mijn-lijst], [data-open-lijst]")) link.search = bewaard;
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
  if (ander && !ander.hidden) ander.querySelector("[data-open-lijst]").search = bewaard;
  gaVerder();
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

/* A word that the site explains opens below itself. Without this script, or with Ctrl, it is a link as any other. */
{
  const RUIMTE = 12; // pixels between the explanation and the edges of the window
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

  /** Below the word, within the window; above it when there is no room below. */
  const plaats = () => {
    const regel = woord.getClientRects()[0];
    const breed = document.documentElement.clientWidth;
    const links = Math.min(regel.left, breed - vak.offsetWidth - RUIMTE);
    const past = regel.bottom + vak.offsetHeight + RUIMTE < window.innerHeight || regel.top < vak.offsetHeight;
    const boven = past ? regel.bottom + 6 : regel.top - vak.offsetHeight - 6;
    vak.style.left = `${Math.max(links, RUIMTE) + window.scrollX}px`;
    vak.style.top = `${boven + window.scrollY}px`;
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
    vak.querySelector("strong").textContent = link.textContent;
    vak.querySelector("div").innerHTML = html;
    if (!binnen) vak.showPopover();
    woord.setAttribute("aria-expanded", "true");
    plaats();
    vak.focus({ preventScroll: true });
  };

  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-begrip]");
    const gewoon = !event.defaultPrevented && event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
    if (!link || !gewoon || !HTMLElement.prototype.showPopover) return;
    event.preventDefault();
    if (link === woord && link.getAttribute("aria-expanded")) return sluit(true);
    toon(link).catch(() => location.assign(link.href));
  });
}
