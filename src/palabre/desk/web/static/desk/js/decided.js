// <decided-list>: the last decisions. Taking one back is written in its row; the list stays as it is.
import { post } from "./net.js";
import { toast } from "./toast.js";
import { word } from "./words.js";

class DecidedList extends HTMLElement {
  connectedCallback() {
    this.addEventListener("click", (event) => {
      const button = event.target.closest("[data-decision]");
      if (button) this.undo(button);
    });
  }

  async undo(button) {
    button.disabled = true;
    try {
      const { said } = await post(this.dataset.undo, { decisions: button.dataset.decision });
      button.closest("li").classList.add("done-undone");
      const told = Object.assign(document.createElement("span"), { className: "muted small done-told", textContent: said });
      button.replaceWith(told);
      toast(said);
    } catch (error) {
      button.disabled = false;
      toast(error.data?.said ?? word("undo_failed"));
    }
  }
}
customElements.define("decided-list", DecidedList);
