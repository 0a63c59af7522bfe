/* The check of all links: how far it is, while it goes on */

const vak = document.querySelector("[data-ronde]");
const ELKE = 1000; // milliseconds

const kijk = async () => {
  const nu = vak.querySelector("[data-stand]");
  const antwoord = await fetch(vak.dataset.ronde, { redirect: "error" }).catch(() => null);
  const nieuw = antwoord?.ok && new DOMParser().parseFromString(await antwoord.text(), "text/html").querySelector("[data-stand]");
  if (nieuw && nieuw.dataset.stand === nu.dataset.stand) nu.querySelector("[data-hoever]")?.replaceWith(nieuw.querySelector("[data-hoever]"));
  else if (nieuw) {
    const had = nu.contains(document.activeElement);
    nu.replaceWith(nieuw);
    if (had) nieuw.querySelector("button, a, h2").focus();
    meld.textContent = nieuw.querySelector("p")?.textContent ?? "";
  }
  volg();
};
const volg = () => vak.querySelector("[data-stand=loopt], [data-stand=stopt]") && setTimeout(kijk, ELKE);

const meld = document.createElement("p");
if (vak) {
  meld.className = "visually-hidden";
  meld.setAttribute("role", "status");
  vak.after(meld);
  volg();
}
