// <command-palette>: everything by name. Acts of the page are its own buttons; places come from the server once.
import { keys, word } from "./words.js";
import { perform, shown } from "./keys.js";
import { get } from "./net.js";

const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
const ORDER = ["here", "views", "go", "topics", "rules", "workspaces", "search"];

class CommandPalette extends HTMLElement {
  connectedCallback() {
    this.dialog = this.closest("dialog");
    this.input = this.querySelector("input");
    this.list = this.querySelector("ul");
    this.places = null;
    this.input.addEventListener("input", () => (this.picked = null, this.draw()));
    this.addEventListener("keydown", (event) => this.key(event));
    this.list.addEventListener("click", (event) => this.run(event.target.closest("[role=option]")));
    this.list.addEventListener("pointermove", (event) => this.pick(event.target.closest("[role=option]")));
  }

  async open() {
    if (this.dialog.open) return this.dialog.close();
    this.acts = this.actsHere();
    this.input.value = "";
    this.picked = null;
    this.dialog.showModal();
    this.draw();
    try {
      this.places ??= (await get(this.dialog.dataset.address)).places;
      this.draw();
    } catch {
      this.places = null; // the acts of the page still work; the places are asked for again next time
    }
  }

  // What can be done on this page, named as in the help, when its button is there to be pressed.
  actsHere() {
    return [...document.querySelectorAll("#help [data-shortcut]")]
      .filter(({ dataset }) => !dataset.shortcut.startsWith("go-") && dataset.shortcut !== "palette")
      .filter(({ dataset }) => [...document.querySelectorAll(`[data-act="${dataset.shortcut}"]`)].some((b) => !b.disabled && b.checkVisibility()))
      .map((row) => ({ name: row.querySelector("dt").textContent, act: row.dataset.shortcut, icon: this.iconOf(row.dataset.shortcut), group: "here" }));
  }

  // The icon that its button bears.
  iconOf(act) {
    return document.querySelector(`[data-act="${act}"] use`)?.getAttribute("href").slice(3) ?? "command";
  }

  found() {
    const wanted = plain(this.input.value.trim()).split(/\s+/).filter(Boolean);
    const all = [...this.acts, ...(this.places ?? [])];
    const kept = all.filter((entry) => wanted.every((part) => plain(entry.name).includes(part)));
    const text = this.input.value.trim();
    if (text) kept.push({ name: word("search_for", { text }), icon: "search", group: "search", address: this.search(text) });
    return kept.sort((a, b) => ORDER.indexOf(a.group) - ORDER.indexOf(b.group)).slice(0, 60);
  }

  search(text) {
    return `/w/${document.body.dataset.workspace}/search?q=${encodeURIComponent(text)}`;
  }

  draw() {
    this.entries = this.found();
    const rows = [];
    this.entries.forEach((entry, n) => {
      if (entry.group !== this.entries[n - 1]?.group && entry.group !== "search") rows.push(this.title(entry.group));
      rows.push(this.option(entry, n));
    });
    this.list.replaceChildren(...rows);
    const { name, group } = this.picked ?? {}; // places that come late leave the choice where it was
    const kept = this.entries.findIndex((entry) => entry.name === name && entry.group === group);
    this.choose(this.list.querySelector(`[data-n="${kept}"]`) ?? this.list.querySelector("[role=option]"));
  }

  title(group) {
    const row = document.createElement("li");
    row.className = "palette-group";
    row.role = "presentation";
    row.textContent = word(`group_${group}`);
    return row;
  }

  option(entry, n) {
    const row = document.createElement("li");
    row.role = "option";
    row.id = `palette-${n}`;
    row.dataset.n = n;
    const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
    svg.setAttribute("class", "icon");
    svg.setAttribute("aria-hidden", "true");
    const use = document.createElementNS("http://www.w3.org/2000/svg", "use");
    use.setAttribute("href", `#i-${entry.icon}`);
    svg.append(use);
    const name = document.createElement("span");
    name.textContent = entry.name;
    row.append(svg, name);
    if (entry.act && keys[entry.act]) {
      const key = document.createElement("kbd");
      key.textContent = shown(entry.act).join(" ");
      row.append(key);
    }
    return row;
  }

  choose(row) {
    if (!row) return;
    this.list.querySelector("[aria-selected=true]")?.setAttribute("aria-selected", "false");
    row.setAttribute("aria-selected", "true");
    this.input.setAttribute("aria-activedescendant", row.id);
  }

  // A choice of the person's own.
  pick(row) {
    if (row) this.picked = this.entries[row.dataset.n];
    this.choose(row);
  }

  key(event) {
    const options = [...this.list.querySelectorAll("[role=option]")];
    const at = options.findIndex((row) => row.getAttribute("aria-selected") === "true");
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      const next = options[(at + step + options.length) % options.length];
      this.pick(next);
      next?.scrollIntoView({ block: "nearest" });
    } else if (event.key === "Enter") this.run(options[at]);
    else return;
    event.preventDefault();
  }

  run(row) {
    const entry = row && this.entries[row.dataset.n];
    if (!entry) return;
    this.dialog.close();
    if (entry.act) perform(entry.act);
    else location.assign(entry.address);
  }
}
customElements.define("command-palette", CommandPalette);

document.addEventListener("click", (event) => {
  if (event.target.closest('[data-act="palette"]')) document.querySelector("command-palette")?.open();
});
// A click beside a dialog closes it, as Escape does: where it began beside it too, for words selected beyond the edge
// end with a click there.
let began = false;
const beside = ({ target, clientX: x, clientY: y }) => {
  if (!(target instanceof HTMLDialogElement)) return false;
  const { left, right, top, bottom } = target.getBoundingClientRect();
  return x < left || x > right || y < top || y > bottom;
};
document.addEventListener("pointerdown", (event) => (began = beside(event)));
document.addEventListener("click", (event) => {
  if (began && beside(event)) event.target.close();
});
