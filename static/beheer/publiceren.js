/* What goes along in an edition: all or nothing of a kind at once. */
for (const groep of document.querySelectorAll("#publicatie details.verschillen")) {
  const vakjes = [...groep.querySelectorAll("input[type=checkbox]")];
  const kop = groep.querySelector("summary");
  if (vakjes.length < 2) continue;
  const regel = document.createElement("p");
  regel.className = "daden";
  for (const [tekst, aan] of [["Alles mee", true], ["Niets mee", false]]) {
    const knop = document.createElement("button");
    Object.assign(knop, { type: "button", className: "button", textContent: tekst, ariaLabel: `${tekst}: ${kop.textContent.trim()}` });
    knop.addEventListener("click", () => vakjes.forEach((vakje) => (vakje.checked = aan)));
    regel.append(knop);
  }
  kop.after(regel);
}

/* What is typed about the edition stays in this tab until it is published: a row may be looked at, or lifted, first.
   Logging out takes it away, as it does all that concept.js keeps. */
const lees = (sleutel) => JSON.parse(sessionStorage.getItem(sleutel));
if (document.querySelector(".messagelist .success")) {
  for (const sleutel of Object.keys(sessionStorage)) {
    if (sleutel.startsWith("concept:") && lees(sleutel).gepubliceerd) sessionStorage.removeItem(sleutel);
  }
}
const formulier = document.querySelector("#publicatie");
const teksten = [...(formulier?.querySelectorAll("fieldset :is(input:not([type=checkbox]), textarea)") ?? [])];
if (teksten.length) {
  const plaats = `concept:${document.querySelector("#user-tools strong")?.textContent ?? ""}:${location.pathname}`;
  for (const veld of teksten) veld.value = lees(plaats)?.velden[veld.name] ?? veld.value;
  const houd = (gepubliceerd) => {
    const velden = Object.fromEntries(teksten.map((veld) => [veld.name, veld.value]));
    sessionStorage.setItem(plaats, JSON.stringify({ velden, gepubliceerd }));
  };
  formulier.addEventListener("input", () => houd(false));
  formulier.addEventListener("submit", ({ submitter }) => houd(!submitter?.name));
}
