// <row-filter>: keeps of the tables around it the rows that hold the words typed, accents and capitals aside.
const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

class RowFilter extends HTMLElement {
  connectedCallback() {
    this.hidden = false; // without a script there is nothing to type in
    this.field = this.querySelector("input");
    this.field.addEventListener("input", () => this.sift());
    this.field.addEventListener("keydown", (event) => event.key === "Escape" && this.clear());
    if (this.field.value) this.sift(); // a page that one comes back to
  }

  clear() {
    this.field.value = "";
    this.sift();
  }

  sift() {
    const words = plain(this.field.value).split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const row of document.querySelectorAll("#main tbody tr")) {
      const text = plain(row.querySelector("td").textContent);
      row.hidden = !words.every((word) => text.includes(word));
      shown += row.hidden ? 0 : 1;
    }
    for (const fold of document.querySelectorAll("#main .topic-folder")) fold.hidden = !fold.querySelector("tbody tr:not([hidden])");
    this.querySelector("[data-none]").hidden = shown > 0;
  }
}
customElements.define("row-filter", RowFilter);
