/* Work that takes a while: say what is done, how long and how far, and let nobody send it twice
 * A button names its work in data-bezig. Without this script the browser shows that the page loads, as ever.
 */

const ELKE = 1000; // milliseconds
const adres = document.querySelector("[data-bezig-adres]").dataset.bezigAdres;
const balk = document.createElement("div");
balk.className = "bezig";
balk.innerHTML = "<p role='status'></p><p></p>";
const [wat, hoever] = balk.children;
let klok;

const stil = () => {
  clearInterval(klok);
  for (const element of document.querySelectorAll("[data-bezig][aria-disabled]")) element.removeAttribute("aria-disabled");
  wat.textContent = hoever.textContent = "";
  klok = undefined;
};

const begin = (knop) => {
  const sinds = Date.now();
  let gezegd = "";
  knop.setAttribute("aria-disabled", "true");
  wat.textContent = `${knop.dataset.bezig}…`;
  const toon = () => {
    const seconden = Math.round((Date.now() - sinds) / 1000);
    hoever.textContent = [`${seconden} ${seconden === 1 ? "seconde" : "seconden"}`, gezegd].filter(Boolean).join(" · ");
  };
  toon();
  klok = setInterval(async () => {
    toon();
    const antwoord = await fetch(adres, { redirect: "error" }).catch(() => null);
    if (antwoord?.ok) gezegd = await antwoord.text().catch(() => "");
  }, ELKE);
};

if (document.querySelector("[data-bezig]")) document.body.append(balk);
document.addEventListener("submit", (event) => {
  if (!event.submitter?.matches("[data-bezig]") || event.defaultPrevented) return;
  if (klok) event.preventDefault();
  else begin(event.submitter);
});
addEventListener("pageshow", ({ persisted }) => persisted && stil()); // back from the next page
