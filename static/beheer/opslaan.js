/* Saving: Ctrl+S does it without leaving the place where you are, and the bar with the buttons says that it was done. */

const balk = document.querySelector(".change-form .submit-row");
const knop = balk?.querySelector('[name="_continue"]') ?? balk?.querySelector('[name="_save"]');
const PLEK = "plek"; // a new row has another address once it is saved

/** After a save that went well: back to where the editor was, and say so there. */
const gaVerder = (gezegd) => {
  const was = JSON.parse(sessionStorage.getItem(PLEK));
  sessionStorage.removeItem(PLEK);
  const gelukt = document.querySelector(".messagelist .success");
  if (!was || !gelukt || document.querySelector(".errornote")) return;
  for (const id of was.open) document.getElementById(id)?.setAttribute("open", "");
  document.getElementById(was.veld)?.focus({ preventScroll: true });
  scrollTo(0, was.hoogte);
  gezegd.textContent = "Opgeslagen. Bezoekers zien dit nog niet.";
};

if (knop) {
  const gezegd = document.createElement("p");
  gezegd.className = "opgeslagen";
  gezegd.setAttribute("role", "status");
  balk.append(gezegd);
  knop.setAttribute("aria-keyshortcuts", "Control+S");
  knop.title = "Ook met Ctrl+S";
  addEventListener("load", () => gaVerder(gezegd));
  document.addEventListener("keydown", (event) => {
    if (event.key.toLowerCase() !== "s" || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
    event.preventDefault();
    if (event.repeat) return;
    const open = [...document.querySelectorAll("details.deel[open]")].map(({ id }) => id);
    sessionStorage.setItem(PLEK, JSON.stringify({ hoogte: scrollY, veld: document.activeElement?.id ?? "", open }));
    gezegd.textContent = "Bezig met opslaan…";
    knop.form.requestSubmit(knop);
  });
}
