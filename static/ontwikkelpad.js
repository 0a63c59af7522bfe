// Small things that make the explorer nicer; without this file every link still works.
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
