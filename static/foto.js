/* At the page of a photo: show the file that was just chosen, and let who clicks in the photo say what must stay in
 * sight. The two numbers below it do the same without this script.
 */
{
  const kader = document.querySelector("[data-foto-kies]");
  const bestand = document.querySelector("#id_bestand");
  const velden = ["x", "y"].map((naam) => document.querySelector(`#id_focus_${naam}`));
  const [beeld, punt] = kader ? [kader.querySelector("img"), kader.querySelector(".foto-punt")] : [];

  const zetPunt = () => {
    const [x, y] = velden.map((veld) => Math.min(100, Math.max(0, Number(veld.value) || 0)));
    punt.style.left = `${x}%`;
    punt.style.top = `${y}%`;
    punt.hidden = false;
  };

  const toon = (gekozen) => {
    const lezer = new FileReader();
    lezer.addEventListener("load", () => {
      beeld.src = lezer.result;
      kader.hidden = false;
      zetPunt();
    });
    lezer.readAsDataURL(gekozen);
  };

  if (kader && bestand && velden.every(Boolean)) {
    for (const zin of document.querySelectorAll("[data-met-script]")) zin.hidden = false;
    kader.addEventListener("click", (klik) => {
      const vlak = beeld.getBoundingClientRect();
      velden[0].value = Math.round(((klik.clientX - vlak.left) / vlak.width) * 100);
      velden[1].value = Math.round(((klik.clientY - vlak.top) / vlak.height) * 100);
      for (const veld of velden) veld.dispatchEvent(new Event("input", { bubbles: true }));
    });
    for (const veld of velden) veld.addEventListener("input", zetPunt);
    bestand.addEventListener("change", () => {
      if (bestand.files[0]?.type.startsWith("image/")) toon(bestand.files[0]);
    });
    if (!kader.hidden) zetPunt();
  }
}
