// Long messages are folded; their button unfolds them. Harsh ones may be blurred: "reveal" shows the one at hand.
import { word } from "./words.js";

document.addEventListener("click", (event) => {
  const unfold = event.target.closest("[data-unfold]");
  if (unfold) {
    const folded = unfold.previousElementSibling.classList.toggle("said-unfolded");
    unfold.dataset.more ??= unfold.textContent;
    unfold.textContent = folded ? word("show_less") : unfold.dataset.more;
    unfold.setAttribute("aria-expanded", String(folded));
  }
  const reveal = event.target.closest('[data-act="reveal"]');
  if (reveal) {
    const text = (reveal.closest("article, main") ?? document).querySelector(".said.harsh");
    const seen = text?.classList.toggle(document.body.classList.contains("blur") ? "seen" : "hidden-now");
    reveal.setAttribute("aria-pressed", String(Boolean(seen)));
  }
});
