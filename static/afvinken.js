// Checklists: what somebody ticks off, and who does it when, stays in this browser tab, and longer only when they ask for
// it. As a file it goes from one person to another. Without this file the boxes still tick and print; they only forget.
"use strict";

const BEGIN = "afvinken:"; // before the name of a list
const WIE = ":wie"; // behind it: who does what, and when
const BEWAREN = "afvinken-bewaren"; // on the device: somebody asked to keep the ticks there
const SOORT = "vinklijsten";
const MEEST = { bestand: 500_000, lijsten: 100, punten: 500, tekens: 60 };
const SLEUTEL = /^[-\w]{1,330}$/;
const DATUM = /^(\d{4}-\d{2}-\d{2})?$/;
const lijsten = document.querySelectorAll("[data-afvinken]");
const bewaarvakjes = document.querySelectorAll("[data-bewaar-vinkjes]");
const sjabloon = document.querySelector("[data-wiewanneer]");

/** Both a list and a box are known by a lasting key: a tick stays where it is when words or the order change. */
const sleutel = (lijst) => BEGIN + lijst.dataset.afvinken;
const vakjes = (lijst) => [...lijst.querySelectorAll("[data-sleutel]")];
const schoon = (tekst) => tekst.replace(/\u00ad/g, "").replace(/\s+/g, " ").trim();

/** Return what `doe` gives, or null when the browser refuses or what it kept is not what this script wrote. */
function probeer(doe) {
  try {
    return doe();
  } catch {
    return null;
  }
}

const opApparaat = () => probeer(() => localStorage.getItem(BEWAREN)) !== null;
const opslag = () => (opApparaat() ? localStorage : sessionStorage);
const gevinkt = (lijst) => probeer(() => new Set(JSON.parse(opslag().getItem(sleutel(lijst))))) ?? new Set();
const gezegd = (lijst) => probeer(() => new Map(JSON.parse(opslag().getItem(sleutel(lijst) + WIE)))) ?? new Map();
const zet = (naam, rij) => probeer(() => (rij.length ? opslag().setItem(naam, JSON.stringify(rij)) : opslag().removeItem(naam)));

/** Who does the task of a box, and when, as it stands on the page: two texts. */
function afspraak(vakje) {
  const velden = vakje.closest("li").querySelectorAll(".wiewanneer input");
  return velden.length ? [...velden].map((veld) => veld.value.trim()) : ["", ""];
}

/** Keep what the page shows of a list. A page of one party shows a part of it: what is kept of the rest stays. */
function bewaar(lijst) {
  const hier = new Set(vakjes(lijst).map((vakje) => vakje.dataset.sleutel));
  const elders = [...gevinkt(lijst)].filter((deel) => SLEUTEL.test(deel) && !hier.has(deel));
  const aan = vakjes(lijst).filter((vakje) => vakje.checked).map((vakje) => vakje.dataset.sleutel);
  const wie = vakjes(lijst).map((vakje) => [vakje.dataset.sleutel, afspraak(vakje)]).filter(([, paar]) => paar.some(Boolean));
  const wieElders = [...gezegd(lijst)].filter(([deel]) => !hier.has(deel));
  zet(sleutel(lijst), [...elders, ...aan]);
  zet(sleutel(lijst) + WIE, [...wieElders, ...wie]);
}

/** Take over, once, the ticks that release 1.2 kept by the words beside a box. */
function neemOver(lijst) {
  const oud = new Set([...gevinkt(lijst)].map((deel) => schoon(String(deel))));
  const zelfde = vakjes(lijst).filter((vakje) => oud.has(schoon(vakje.closest("label").textContent)));
  for (const vakje of zelfde) vakje.checked = true;
  if (zelfde.length) bewaar(lijst);
}

/** Move the ticks of all lists, those of other pages too, from the tab to the device or back. */
function verhuis(van, naar) {
  for (const naam of Object.keys(van).filter((naam) => naam.startsWith(BEGIN))) {
    naar.setItem(naam, van.getItem(naam));
    van.removeItem(naam);
  }
}

function bewaarOpApparaat(aan) {
  const gelukt = probeer(() => {
    if (aan) localStorage.setItem(BEWAREN, "ja");
    verhuis(aan ? sessionStorage : localStorage, aan ? localStorage : sessionStorage);
    if (!aan) localStorage.removeItem(BEWAREN);
    return true;
  });
  toonBewaren();
  if (!gelukt) meld("Je browser wil dit niet bewaren.");
  else if (aan) meld("Je vinkjes blijven op dit apparaat staan.");
  else meld("Je vinkjes staan niet meer op dit apparaat. In dit tabblad staan ze nog.");
}

function toonBewaren() {
  for (const vakje of bewaarvakjes) vakje.checked = opApparaat();
}

function toonStand(lijst) {
  const alle = vakjes(lijst);
  const stand = lijst.querySelector("[data-vinkstand]");
  stand.textContent = `${alle.filter((vakje) => vakje.checked).length} van ${alle.length} afgevinkt`;
  stand.hidden = false;
}

function meld(tekst) {
  for (const plek of document.querySelectorAll("[data-vinkmelding]")) plek.textContent = tekst;
}

// --- Who and when ---

/** Show the fields for who and when at every task of a list, or take away those that are empty. */
function toonWie(lijst, open) {
  const wie = gezegd(lijst);
  for (const vakje of vakjes(lijst)) {
    const [naam = "", dag = ""] = wie.get(vakje.dataset.sleutel) ?? [];
    const rij = vakje.closest("li");
    let velden = rij.querySelector(".wiewanneer");
    if (!open && !naam && !dag) velden?.remove();
    else if (!velden && sjabloon) {
      rij.append(sjabloon.content.cloneNode(true));
      velden = rij.querySelector(".wiewanneer");
      const taak = schoon(vakje.closest("label").textContent);
      for (const veld of velden.querySelectorAll("input")) {
        veld.setAttribute("aria-label", `${schoon(veld.parentElement.textContent)} ${taak}`);
      }
    }
    const [wieveld, dagveld] = rij.querySelectorAll(".wiewanneer input");
    if (wieveld && afspraak(vakje).join() !== `${naam},${dag}`) [wieveld.value, dagveld.value] = [naam, dag]; // or who types there loses a space
  }
  const knop = lijst.querySelector("[data-met-wie]");
  knop.setAttribute("aria-expanded", open);
  knop.textContent = open ? "Verberg lege velden" : "Zet erbij wie en wanneer";
}

// --- A file to share ---

function inhoud() {
  const delen = [...lijsten].map((lijst) => [
    lijst.dataset.afvinken,
    vakjes(lijst)
      .map((vakje) => [vakje.dataset.sleutel, vakje.checked, ...afspraak(vakje)])
      .filter(([, klaar, wie, wanneer]) => klaar || wie || wanneer),
  ]);
  return { soort: SOORT, versie: 1, lijsten: Object.fromEntries(delen) };
}

function bewaarAlsBestand() {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([JSON.stringify(inhoud(), null, 1)], { type: "application/json" }));
  const nu = new Date();
  const dag = [nu.getFullYear(), nu.getMonth() + 1, nu.getDate()].map((deel) => String(deel).padStart(2, "0")).join("-");
  link.download = `vinkjes-${location.pathname.split("/").filter(Boolean).at(-1)}-${dag}.json`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  meld(`Bewaard als ${link.download}.`);
}

/** Return the lists in the text of a file; null when it is anything but what this script wrote. */
function lees(tekst) {
  const gelezen = probeer(() => JSON.parse(tekst));
  const goedPunt = (punt) =>
    Array.isArray(punt) && punt.length === 4 && typeof punt[1] === "boolean" && SLEUTEL.test(punt[0]) &&
    [0, 2, 3].every((plek) => typeof punt[plek] === "string") && punt[2].length <= MEEST.tekens && DATUM.test(punt[3]);
  const goedeLijst = ([naam, punten]) =>
    SLEUTEL.test(naam) && Array.isArray(punten) && punten.length <= MEEST.punten && punten.every(goedPunt);
  if (gelezen?.soort !== SOORT || gelezen.versie !== 1 || Object.keys(gelezen).length !== 3) return null;
  if (typeof gelezen.lijsten !== "object" || !gelezen.lijsten || Array.isArray(gelezen.lijsten)) return null;
  const delen = Object.entries(gelezen.lijsten);
  return delen.length <= MEEST.lijsten && delen.every(goedeLijst) ? new Map(delen) : null;
}

async function openBestand(bestand) {
  const gelezen = bestand.size <= MEEST.bestand ? lees(await bestand.text().catch(() => "")) : null;
  if (!gelezen) return meld("Dit bestand kan ik niet lezen. Er is niets veranderd.");
  const hier = [...lijsten].filter((lijst) => gelezen.has(lijst.dataset.afvinken));
  if (!hier.length) return meld("Dit bestand hoort bij een andere pagina. Er is niets veranderd.");
  const ietsHier = Object.values(inhoud().lijsten).some((punten) => punten.length);
  if (ietsHier && !confirm("Wat je op deze pagina hebt ingevuld, wordt vervangen. De rest blijft zoals het is. Doorgaan?")) return;
  let gemist = [...gelezen.values()].flat().length;
  for (const lijst of hier) {
    const punten = new Map(gelezen.get(lijst.dataset.afvinken).map(([deel, ...rest]) => [deel, rest]));
    const wie = gezegd(lijst);
    for (const { dataset } of vakjes(lijst)) {
      const [, ...paar] = punten.get(dataset.sleutel) ?? [];
      if (paar.some(Boolean)) wie.set(dataset.sleutel, paar);
      else wie.delete(dataset.sleutel);
    }
    zet(sleutel(lijst) + WIE, [...wie]);
    toonWie(lijst, false);
    for (const vakje of vakjes(lijst)) {
      vakje.checked = punten.get(vakje.dataset.sleutel)?.[0] ?? false;
      if (punten.has(vakje.dataset.sleutel)) gemist -= 1;
    }
    bewaar(lijst);
    toonStand(lijst);
  }
  const staan = gemist === 1 ? "staat 1 taak niet op deze pagina. Die doet" : `staan ${gemist} taken niet op deze pagina. Die doen`;
  const rest = gemist ? ` Van het bestand ${staan} niet mee.` : "";
  meld(`Het bestand ‘${bestand.name}’ is geopend.${rest}`);
}

// --- The page ---

function toon() {
  for (const lijst of lijsten) {
    const aan = gevinkt(lijst);
    for (const vakje of vakjes(lijst)) vakje.checked = aan.has(vakje.dataset.sleutel);
    neemOver(lijst);
    toonWie(lijst, lijst.querySelector("[data-met-wie]").getAttribute("aria-expanded") === "true");
    toonStand(lijst);
  }
  toonBewaren();
}

document.addEventListener("change", ({ target }) => {
  if (target.matches("[data-bewaar-vinkjes]")) return bewaarOpApparaat(target.checked);
  if (target.matches("[data-open-bestand]")) {
    const [bestand] = target.files;
    target.value = "";
    return bestand && openBestand(bestand);
  }
});

document.addEventListener("input", ({ target }) => {
  const lijst = target.closest("[data-afvinken]");
  if (!lijst) return;
  bewaar(lijst);
  toonStand(lijst);
  meld("");
});

document.addEventListener("click", ({ target }) => {
  if (target.closest("[data-bewaar-bestand]")) return bewaarAlsBestand();
  const wieknop = target.closest("[data-met-wie]");
  if (wieknop) return toonWie(wieknop.closest("[data-afvinken]"), wieknop.getAttribute("aria-expanded") !== "true");
  if (!target.closest("[data-wis-vinkjes]")) return;
  const ietsHier = Object.values(inhoud().lijsten).some((punten) => punten.length);
  if (ietsHier && !confirm("Alle vinkjes op deze pagina wissen?")) return;
  for (const lijst of lijsten) {
    for (const vakje of vakjes(lijst)) vakje.checked = false;
    for (const velden of lijst.querySelectorAll(".wiewanneer")) velden.remove();
    bewaar(lijst);
    toonWie(lijst, false);
    toonStand(lijst);
  }
  meld("Je vinkjes zijn gewist.");
});

toon();
// Back can put the boxes back as they were: they then show what is kept now.
addEventListener("pageshow", toon);
// Another tab changed what is kept on this device.
addEventListener("storage", ({ key }) => {
  if (key === null || key === BEWAREN || key.startsWith(BEGIN)) toon();
});
