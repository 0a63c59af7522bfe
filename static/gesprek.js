// The career conversation. What is typed stays in this browser; the choices are in the address.
//
// A conversation has a random number, made when it begins. Its notes are kept under that number in this tab, and
// only when asked also on this device. Each page in the history of the tab remembers its number, so Back to the
// conversation of somebody else never shows the notes of this one.

const SOORT = "loopbaangesprek";
const NOTITIES = "gesprek:"; // before the number: the notes of one conversation
const NU = "gesprek-nu"; // the conversation that this tab shows
const VORIG = "gesprek-vorig"; // the one that was in this tab when somebody came back, while we ask about it
const BERICHT = "gesprek-bericht"; // what the next page has to say
const GEDEELD = "gesprek-gedeeld"; // the conversation that began with a shared link
const KEUZES = ["van", "opleiding", "wie", "kan", "naar", "via"];
const MEEST = { afspraken: 50, tekens: 3000, bestand: 1_000_000 };
const VELDEN = ["wat", "wie", "wanneer"];
const NIET_ONTHOUDEN = "Je browser kan dit niet onthouden. Print deze pagina, of bewaar een bestand.";

const kop = document.querySelector("[data-gesprek]");
const zoek = (naam, binnen = document) => binnen.querySelector(`[data-${naam}]`);
const alle = (naam, binnen = document) => [...binnen.querySelectorAll(`[data-${naam}]`)];
const legeRij = zoek("rij")?.closest("li").cloneNode(true);

// --- Storage: a browser can refuse it; then the notes live on this page only ---

/** Return what `doe` gives, or null when the browser refuses or the text is not what we wrote. */
function probeer(doe) {
  try {
    return doe();
  } catch {
    return null;
  }
}

function opslag(naam) {
  return probeer(() => {
    const gevonden = window[naam];
    gevonden.setItem(NU + "-proef", "");
    gevonden.removeItem(NU + "-proef");
    return gevonden;
  });
}

const tab = opslag("sessionStorage");
const apparaat = opslag("localStorage");
const haal = (waar, sleutel) => probeer(() => waar.getItem(sleutel));
const zet = (waar, sleutel, waarde) => probeer(() => (waar.setItem(sleutel, waarde), true)) ?? false;
const haalWeg = (waar, sleutel) => probeer(() => waar.removeItem(sleutel));
const sleutels = (waar) => (waar ? Object.keys(waar).filter((sleutel) => sleutel.startsWith(NOTITIES)) : []);

// --- The notes of a conversation ---

const leeg = () => ({ soort: SOORT, versie: 1, keuzes: "", bewaard: "", afspraken: [], notities: "", volgend: "" });
const heeftInhoud = (gesprek) =>
  gesprek.afspraken.some((rij) => VELDEN.some((veld) => rij[veld])) || Boolean(gesprek.notities || gesprek.volgend);

/** The choices in a query string: known names with a slug, and nothing else. */
function alleenKeuzes(vraag) {
  const paren = [...new URLSearchParams(vraag)].filter(([naam, slug]) => KEUZES.includes(naam) && /^[-\w]{1,150}$/.test(slug));
  return paren.length ? `?${new URLSearchParams(paren)}` : "";
}

/** True for no day, and for a day that exists, written as 2026-11-22; a date field also takes the year 20266. */
const isDag = (tekst) => tekst === "" || probeer(() => new Date(tekst).toISOString().slice(0, 10)) === tekst;

/** Return the conversation in `tekst`, or null when it is not one that this page wrote. */
function lees(tekst) {
  const ruw = probeer(() => JSON.parse(tekst));
  if (ruw?.soort !== SOORT || ruw.versie !== 1 || !Array.isArray(ruw.afspraken)) return null;
  const woord = (waarde) => typeof waarde === "string" && waarde.length <= MEEST.tekens;
  const rijGoed = (rij) => rij && VELDEN.every((veld) => woord(rij[veld]));
  const goed = [ruw.keuzes, ruw.notities].every(woord) && isDag(ruw.volgend) && isDag(ruw.bewaard);
  if (!goed || ruw.afspraken.length > MEEST.afspraken || !ruw.afspraken.every(rijGoed)) return null;
  const afspraken = ruw.afspraken.map((rij) => Object.fromEntries(VELDEN.map((veld) => [veld, rij[veld]])));
  const { notities, volgend, bewaard } = ruw;
  return { ...leeg(), afspraken, notities, volgend, bewaard, keuzes: alleenKeuzes(ruw.keuzes) };
}

const vandaag = () => new Date().toLocaleDateString("sv-SE"); // 2026-11-22, in the time zone of this device
const inWoorden = (dag) =>
  dag && new Date(`${dag}T12:00`).toLocaleDateString("nl-NL", { day: "numeric", month: "long", year: "numeric" });

let gedeeld = false; // this page was opened with a link from elsewhere
let nummer = null; // of the conversation on this page; null while we ask which one it is
let gesprek = leeg();

/** What is kept on the device counts for more: another tab may have changed it. */
const gelezen = (id) => lees(haal(apparaat, NOTITIES + id)) ?? lees(haal(tab, NOTITIES + id)) ?? leeg();
const opApparaat = () => haal(apparaat, NOTITIES + nummer) !== null;

/** Keep the notes; return false, and say so, when the browser has no room for them. */
function bewaar() {
  gesprek.keuzes = alleenKeuzes(location.search);
  const tekst = JSON.stringify(gesprek);
  let gelukt = true;
  if (!heeftInhoud(gesprek)) haalWeg(tab, NOTITIES + nummer);
  else gelukt = zet(tab, NOTITIES + nummer, tekst);
  if (opApparaat()) gelukt = zet(apparaat, NOTITIES + nummer, tekst) && gelukt;
  if (!gelukt) meld(NIET_ONTHOUDEN);
  return gelukt;
}

// --- Which conversation is this? ---

/** Make `id` the conversation of this page, of its place in the history, and of the pages that follow. */
function begin(id) {
  nummer = id;
  zet(tab, NU, id);
  haalWeg(tab, VORIG);
  history.replaceState({ ...history.state, gesprek: id }, "");
  gesprek = gelezen(id);
  if (heeftInhoud(gesprek)) bewaar();
}

function beginNieuw() {
  begin([...crypto.getRandomValues(new Uint32Array(4))].map((getal) => getal.toString(36)).join(""));
  gedeeld = !vanEigenSite() && Boolean(alleenKeuzes(location.search));
  if (gedeeld) zet(tab, GEDEELD, nummer);
}

function vanEigenSite(pad = "/") {
  const vorige = probeer(() => new URL(document.referrer));
  return vorige?.origin === location.origin && vorige.pathname.startsWith(pad);
}

/** Take up the conversation that belongs to this page; with another one still in this tab, ask first. */
function kies() {
  const hier = history.state?.gesprek;
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

// --- Showing it ---

const meld = (tekst) => {
  if (zoek("bericht")) zoek("bericht").textContent = tekst;
};

function nummerRijen() {
  alle("rij").forEach((rij, plaats) => {
    for (const plek of alle("nummer", rij)) plek.textContent = plaats + 1;
    zoek("verwijder", rij).hidden = false;
  });
  zoek("voeg-toe").disabled = alle("rij").length >= MEEST.afspraken;
}

function voegRijToe(inhoud = {}) {
  const rij = legeRij.cloneNode(true);
  for (const veld of VELDEN) rij.querySelector(`[data-veld="${veld}"]`).value = inhoud[veld] ?? "";
  zoek("rijen").append(rij);
  return rij;
}

function toonVelden() {
  zoek("rijen").replaceChildren();
  for (const rij of gesprek.afspraken) voegRijToe(rij);
  while (alle("rij").length < 3) voegRijToe();
  nummerRijen();
  for (const veld of ["notities", "volgend"]) document.querySelector(`[data-veld="${veld}"]`).value = gesprek[veld];
  zoek("bewaar").checked = opApparaat();
  zoek("bewaar").disabled = !apparaat;
}

function toonBlad() {
  const lijst = zoek("blad-rijen");
  const leegRij = lijst.rows[0].cloneNode(true);
  for (const cel of leegRij.cells) cel.textContent = "";
  const gevuld = gesprek.afspraken.filter((rij) => VELDEN.some((veld) => rij[veld]));
  lijst.replaceChildren(
    ...Array.from({ length: Math.max(3, gevuld.length) }, (_, plaats) => {
      const rij = leegRij.cloneNode(true);
      VELDEN.forEach((veld, kolom) => (rij.cells[kolom].textContent = gevuld[plaats]?.[veld] ?? ""));
      return rij;
    }),
  );
  document.querySelector('[data-blad="notities"]').textContent = gesprek.notities;
  document.querySelector('[data-blad="volgend"]').textContent = inWoorden(gesprek.volgend);
  zoek("vandaag").textContent = inWoorden(vandaag());
  const adres = zoek("adres");
  if (adres.textContent.startsWith("/")) adres.textContent = location.host + adres.textContent;
}

/** List the conversations that are kept on this device, other than this one. */
function toonBewaard() {
  const rijen = sleutels(apparaat)
    .filter((sleutel) => sleutel !== NOTITIES + nummer)
    .map((sleutel) => [sleutel.slice(NOTITIES.length), lees(haal(apparaat, sleutel))])
    .filter(([, bewaard]) => bewaard);
  zoek("bewaard").hidden = !rijen.length;
  zoek("bewaard-lijst").replaceChildren(
    ...rijen.map(([id, bewaard]) => {
      const knop = document.createElement("button");
      const doel = new URLSearchParams(bewaard.keuzes).get("naar")?.replaceAll("-", " ");
      const naam = `Open het gesprek van ${inWoorden(bewaard.bewaard)}${doel ? `, naar ${doel}` : ""}`;
      Object.assign(knop, { type: "button", className: "knop licht", textContent: naam });
      knop.addEventListener("click", () => ga(id, bewaard));
      const rij = document.createElement("li");
      rij.append(knop);
      return rij;
    }),
  );
}

function toon() {
  for (const element of alle("met-script")) element.hidden = false;
  zoek("vorig").hidden = nummer !== null;
  zoek("gedeeld").hidden = nummer === null || heeftInhoud(gesprek) || !(gedeeld || haal(tab, GEDEELD) === nummer);
  if (zoek("typen")) zoek("typen").hidden = nummer === null;
  if (zoek("rijen")) toonVelden();
  if (zoek("blad-rijen")) toonBlad();
  if (zoek("bewaard")) toonBewaard();
}

function toonBericht() {
  const tekst = haal(tab, BERICHT);
  if (tekst) meld(tekst);
  haalWeg(tab, BERICHT);
}

function naarKop() {
  const h1 = document.querySelector("h1");
  h1.setAttribute("tabindex", "-1");
  h1.focus();
}

/** Open the page with the agreements of conversation `id`, with the choices that were made in it. */
function ga(id, { keuzes }) {
  const adres = kop.dataset.verder + keuzes;
  if (adres === location.pathname + location.search) {
    // A browser takes this for a reload, which keeps the number of the page. Back leads to the other conversation.
    const ander = nummer !== id;
    if (ander && nummer !== null) history.pushState({ gesprek: id }, "");
    begin(id);
    toon();
    toonBericht();
    if (ander) naarKop(); // the button that was pressed is gone
    return;
  }
  zet(tab, NU, id);
  location.assign(adres);
}

// --- What somebody does ---

function leesVelden() {
  const rijen = alle("rij").map((rij) =>
    Object.fromEntries(VELDEN.map((veld) => [veld, rij.querySelector(`[data-veld="${veld}"]`).value])),
  );
  while (rijen.length && !VELDEN.some((veld) => rijen.at(-1)[veld])) rijen.pop();
  gesprek.afspraken = rijen;
  for (const veld of ["notities", "volgend"]) gesprek[veld] = document.querySelector(`[data-veld="${veld}"]`).value;
  if (!isDag(gesprek.volgend)) gesprek.volgend = "";
  bewaar();
  zoek("gedeeld").hidden ||= heeftInhoud(gesprek);
}

function bewaarOpApparaat(aan) {
  gesprek.bewaard = aan ? vandaag() : "";
  if (!aan) {
    haalWeg(apparaat, NOTITIES + nummer);
    meld("Dit gesprek staat niet meer op dit apparaat. In dit tabblad staat het nog.");
  } else if (zet(apparaat, NOTITIES + nummer, JSON.stringify(gesprek))) {
    meld("Dit gesprek blijft op dit apparaat staan tot je het wist.");
  } else {
    zoek("bewaar").checked = false;
    meld("Je browser wil dit niet bewaren. Kies ‘Bewaar als bestand’.");
  }
  bewaar();
}

function maakBestand() {
  const bestand = new Blob([JSON.stringify({ ...gesprek, keuzes: alleenKeuzes(location.search), bewaard: "" }, null, 1)], { type: "application/json" });
  const link = document.createElement("a");
  link.href = URL.createObjectURL(bestand);
  link.download = `gesprek-${vandaag()}.json`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  meld("Het bestand staat bij je downloads. Alleen jij hebt het.");
}

async function openBestand(bestand) {
  const gevonden = bestand.size <= MEEST.bestand ? lees(await bestand.text().catch(() => "")) : null;
  if (!gevonden) return meld("Dit bestand kunnen we niet lezen. Kies een bestand dat je hier bewaarde. Je afspraken staan er nog.");
  if (heeftInhoud(gesprek) && !confirm("Hier staan al afspraken. Die uit het bestand komen ervoor in de plaats. Doorgaan?")) {
    return meld("Er is niets veranderd.");
  }
  gesprek = { ...gevonden, bewaard: opApparaat() ? vandaag() : "" };
  if (bewaar() && zet(tab, BERICHT, "Het bestand is geopend.")) return ga(nummer, gevonden);
  toon();
  meld(`Het bestand is geopend. ${NIET_ONTHOUDEN}`);
}

function wisAlles() {
  const bewaard = sleutels(apparaat).length;
  const ook = bewaard ? ` Ook wat op dit apparaat is bewaard, gaat weg (${bewaard}).` : "";
  if (!confirm(`Alle afspraken en notities wissen?${ook} Je kunt dit niet terughalen.`)) return;
  for (const waar of [tab, apparaat]) for (const sleutel of sleutels(waar)) haalWeg(waar, sleutel);
  gesprek = leeg();
  toon();
  meld("Alles is gewist.");
}

document.addEventListener("input", ({ target }) => {
  if (target.matches("[data-veld]")) leesVelden();
});

document.addEventListener("change", ({ target }) => {
  if (target.matches("[data-bewaar]")) bewaarOpApparaat(target.checked);
  if (target.matches("[data-bestand-openen]") && target.files.length) {
    openBestand(target.files[0]).finally(() => (target.value = "")); // the same file can be chosen again
  }
});

const KNOPPEN = {
  "voeg-toe"() {
    const rij = voegRijToe();
    nummerRijen();
    rij.querySelector("textarea").focus();
  },
  verwijder(knop) {
    const rij = knop.closest("li");
    const buur = rij.nextElementSibling ?? rij.previousElementSibling ?? voegRijToe();
    rij.remove();
    nummerRijen();
    leesVelden();
    meld("De afspraak is verwijderd.");
    buur.querySelector("textarea").focus();
  },
  "bestand-bewaren": maakBestand,
  wis: wisAlles,
  "verder-gaan": () => ga(haal(tab, VORIG), gelezen(haal(tab, VORIG))),
  "nieuw-gesprek"() {
    haalWeg(tab, NOTITIES + haal(tab, VORIG));
    beginNieuw();
    toon();
    naarKop();
  },
  /** A link to the first step: the conversation that begins there is another. */
  nieuw(link, event) {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return; // it begins in another tab; this one goes on
    if (heeftInhoud(gesprek) && !confirm("Een nieuw gesprek beginnen? De afspraken van dit gesprek verdwijnen dan uit dit tabblad.")) {
      event.preventDefault();
      return;
    }
    haalWeg(tab, NOTITIES + nummer);
    haalWeg(tab, NU);
  },
  /** The steps keep what is chosen in the form, also when nobody pressed its button. */
  stap(link) {
    const vorm = zoek("keuzes");
    if (vorm) link.search = new URLSearchParams([...new FormData(vorm)].filter(([, waarde]) => waarde));
  },
};

document.addEventListener("click", (event) => {
  for (const [naam, doe] of Object.entries(KNOPPEN)) {
    const doel = event.target.closest(`[data-${naam}]`);
    if (doel) doe(doel, event);
  }
});

// What was not chosen need not be in the address.
zoek("keuzes")?.addEventListener("formdata", ({ formData }) => {
  const gekozen = [...formData].filter(([, waarde]) => waarde);
  for (const naam of [...formData.keys()]) formData.delete(naam); // of a name that is repeated, what was chosen stays
  for (const paar of gekozen) formData.append(...paar);
});

// Another tab changed or wiped the conversation that is kept on this device.
addEventListener("storage", ({ storageArea, key, newValue }) => {
  if (storageArea !== apparaat || nummer === null) return;
  if (key === NOTITIES + nummer && newValue) {
    gesprek = gelezen(nummer);
    zet(tab, NOTITIES + nummer, newValue);
    toon();
  } else {
    if (zoek("bewaar")) zoek("bewaar").checked = opApparaat();
    if (zoek("bewaard")) toonBewaard();
  }
});

// Another place in the history without another page: after a link to a part of this page it is of the same
// conversation, after Back it can be of another.
function blijfBij() {
  const hier = history.state?.gesprek;
  if (!hier && nummer !== null) return history.replaceState({ ...history.state, gesprek: nummer }, "");
  if (!hier || hier === nummer) return;
  begin(hier);
  toon();
}
for (const soort of ["popstate", "hashchange"]) addEventListener(soort, blijfBij);

// Back can bring a page from memory, or put a box back as it was: it then shows what is true now.
addEventListener("pageshow", ({ persisted }) => {
  if (persisted && tab) {
    kies();
    toon();
  } else if (zoek("bewaar")) {
    zoek("bewaar").checked = opApparaat();
  }
});

kies();
toon();
toonBericht();
