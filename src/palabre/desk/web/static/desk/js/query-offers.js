// What the editor of a query offers to complete: fields, their values, operators, the workspace's own queries.
import { get } from "./net.js";
import { word } from "./words.js";

const MOST = 8;
const BEFORE = /(?:@query:(?:"[^"\n]*|[^\s()"]*)|[\p{L}_]+(?::[\p{L}\d_-]*)?)$/u;
const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

// A list of choices under the caret of `area`. The textarea keeps the focus and says which choice is at hand; nothing
// is chosen before an arrow key or a pointer does, so that Enter stays what it was.
export class Offers {
  constructor(area, address, place) {
    this.area = area;
    this.address = address;
    this.place = place; // gives where the caret is, as a rectangle
    this.list = Object.assign(document.createElement("ul"), { id: `${area.id}-offers`, className: "query-offers", hidden: true });
    this.list.setAttribute("role", "listbox");
    this.list.setAttribute("aria-label", word("offers_title"));
    this.said = Object.assign(document.createElement("span"), { className: "visually-hidden" });
    this.said.setAttribute("role", "status");
    this.list.addEventListener("pointerdown", (event) => this.pointed(event));
    area.setAttribute("aria-autocomplete", "list");
  }

  get open() {
    return !this.list.hidden;
  }

  async all() {
    this.known ??= get(this.address).then(({ offers }) => offers, () => ((this.known = null), []));
    return this.known;
  }

  // The beginning of a word that stands before the caret.
  begun() {
    const { selectionStart: at, selectionEnd: end, value } = this.area;
    if (at !== end) return "";
    return BEFORE.exec(value.slice(Math.max(0, at - 200), at))?.[0] ?? "";
  }

  async look(least = 2) {
    const begun = this.begun();
    if (begun.length < least) return this.close();
    const wanted = plain(begun);
    const all = await this.all();
    if (begun !== this.begun()) return;
    const narrow = wanted.includes(":");
    this.found = all.filter(({ kind, find, text }) => {
      if (text === begun || (kind === "value") !== (narrow && !wanted.startsWith("@")) || (kind === "operator" && begun !== begun.toUpperCase() && least)) return false;
      return find.some((start) => start.startsWith(wanted));
    }).slice(0, MOST);
    if (!this.found.length) return this.close();
    this.begin = begun;
    this.draw();
  }

  draw() {
    this.list.replaceChildren(...this.found.map((offer, n) => this.row(offer, n)));
    this.at = -1;
    if (!this.open) {
      this.list.hidden = false;
      // A textarea may not take the role of a combobox (ARIA in HTML): as a text box it has all the rest of one.
      this.area.setAttribute("aria-controls", this.list.id);
      this.area.setAttribute("aria-haspopup", "listbox");
    }
    this.area.removeAttribute("aria-activedescendant");
    this.said.textContent = word("offers", { count: this.found.length });
    this.put();
  }

  row({ text, help, kind }, n) {
    const row = Object.assign(document.createElement("li"), { id: `${this.list.id}-${n}`, className: `offer-${kind}` });
    row.setAttribute("role", "option");
    row.setAttribute("aria-selected", "false");
    row.dataset.n = n;
    row.append(Object.assign(document.createElement("code"), { textContent: text }), Object.assign(document.createElement("span"), { textContent: help }));
    return row;
  }

  put() {
    const { x, y, width } = this.place();
    this.list.style.insetInlineStart = `${Math.max(0, Math.min(x, width - this.list.offsetWidth))}px`;
    this.list.style.top = `${y}px`;
  }

  close() {
    if (!this.open) return;
    this.list.hidden = true;
    for (const name of ["aria-controls", "aria-haspopup", "aria-activedescendant"]) this.area.removeAttribute(name);
    this.said.textContent = "";
  }

  // Return whether the key was one of ours.
  key(event) {
    if (event.key === " " && event.ctrlKey) return this.look(0), true;
    if (!this.open || event.isComposing) return false;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) this.choose((this.at + step + this.found.length + (this.at < 0 && step < 0 ? 1 : 0)) % this.found.length);
    else if (event.key === "Escape") this.close();
    else if (event.key === "Enter" && this.at >= 0) this.take(this.at);
    else return false;
    return true;
  }

  choose(n) {
    this.at = n;
    for (const row of this.list.children) row.setAttribute("aria-selected", String(Number(row.dataset.n) === n));
    this.area.setAttribute("aria-activedescendant", `${this.list.id}-${n}`);
    this.list.children[n]?.scrollIntoView({ block: "nearest" });
  }

  pointed(event) {
    const row = event.target.closest("[role=option]");
    event.preventDefault(); // the textarea keeps the focus
    if (row) this.take(Number(row.dataset.n));
  }

  // Written as if it had been typed, so that undo takes it back.
  take(n) {
    const { text, kind } = this.found[n];
    this.close();
    const at = this.area.selectionStart;
    this.area.setSelectionRange(at - this.begin.length, at);
    document.execCommand("insertText", false, kind === "field" ? text : `${text} `);
    if (kind === "field") this.look(0);
  }
}
