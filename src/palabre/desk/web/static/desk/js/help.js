// <shortcut-help>: the person's own keys beside each act.
import { shown } from "./keys.js";
import { word } from "./words.js";

class ShortcutHelp extends HTMLElement {
  connectedCallback() {
    for (const place of this.querySelectorAll("[data-keys]")) {
      const keys = shown(place.dataset.keys).filter(Boolean);
      place.replaceChildren(...keys.flatMap((key, n) => (n ? [` ${word("then")} `, this.key(key)] : [this.key(key)])));
      place.closest("[data-shortcut]").hidden = !keys.length;
    }
  }

  key(text) {
    const element = document.createElement("kbd");
    element.textContent = text;
    return element;
  }
}
customElements.define("shortcut-help", ShortcutHelp);

document.addEventListener("click", (event) => {
  if (!event.target.closest('[data-act="help"]')) return;
  const help = document.getElementById("help");
  if (help && !help.open) help.showModal();
});
