/* Leeshints: the hint below a text field follows the typing
 * The server measures, so there is one measure. Without this script the hint is about the saved text.
 */

const RUST = 500; // milliseconds without typing
const wachtend = new WeakMap();

const meet = async (veld) => {
  const tekst = veld.value;
  const antwoord = await fetch(veld.dataset.leeshint, {
    method: "POST",
    headers: { "X-CSRFToken": veld.form.elements.csrfmiddlewaretoken.value },
    body: new URLSearchParams({ tekst }),
    redirect: "error", // logged out meanwhile: the hint stays as it was
  });
  const hint = veld.parentElement.querySelector(".leeshint");
  if (!antwoord.ok || veld.value !== tekst) return;
  const gezegd = await antwoord.text();
  if (hint.textContent !== gezegd) hint.textContent = gezegd;
};

document.addEventListener("input", ({ target }) => {
  if (!target.matches("[data-leeshint]")) return;
  clearTimeout(wachtend.get(target));
  wachtend.set(target, setTimeout(() => meet(target).catch(() => {}), RUST));
});
