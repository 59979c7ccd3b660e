// The rows of the queue: where they stand, which one is open, who has which. No calls to the server here.
import { exchange } from "./net.js";
import { word } from "./words.js";

const pointed = matchMedia("(hover: hover)"); // a finger leaves no pointer behind
const CLAIM = 125_000; // ms after which a colleague's claim has ended by itself

export class List {
  timers = new Map();
  names = new Map();

  constructor(place, order) {
    this.place = place;
    this.order = order;
    for (const leaving of ["pointerleave", "focusout"]) place.addEventListener(leaving, () => setTimeout(() => this.sweep()));
    this.rows.forEach((row) => this.expire(row));
  }

  get rows() {
    return [...this.place.children];
  }

  // The first row that is free; where none is, the first one.
  get first() {
    return this.rows.find((row) => this.free(row)) ?? this.place.firstElementChild;
  }

  find(id) {
    return document.getElementById(`m-${id}`);
  }

  get current() {
    return this.place.querySelector(".row-here");
  }

  open(row) {
    const past = this.current;
    past?.classList.remove("row-here");
    past?.querySelector("a").removeAttribute("aria-current");
    row?.classList.add("row-here");
    row?.querySelector("a").setAttribute("aria-current", "true");
    row?.scrollIntoView({ block: "nearest" });
    if (past !== row && past?.classList.contains("row-gone")) past.remove();
  }

  // A row that comes back bears nothing of what it was when it went.
  bare(row) {
    row.classList.remove("row-here", "row-gone", "row-taken");
    row.querySelector("a").removeAttribute("aria-current");
  }

  free(row) {
    return !row.classList.contains("row-taken") && !row.classList.contains("row-gone");
  }

  // The free row after (or before) `row`; from the other side where there is none left.
  beside(row, step = 1, besides = []) {
    const rows = this.rows.filter((one) => one === row || (this.free(one) && !besides.includes(one)));
    const at = rows.indexOf(row);
    return rows[at + step] ?? (besides.length ? rows[at - step] : undefined);
  }

  // Put rows in their order.
  insert(elements) {
    this.still(() => {
      for (const row of elements) {
        this.find(row.dataset.id)?.remove();
        this.place.insertBefore(row, this.rows.find((other) => this.comes(row, other)) ?? null);
        this.expire(row);
      }
    });
  }

  // Put rows below all others.
  append(elements) {
    this.place.append(...elements);
    elements.forEach((row) => this.expire(row));
  }

  // Take out a row that waits no more. Under the pointer nothing moves, nor is a row taken from under the keyboard: it
  // stays, struck out, until they leave.
  drop(row) {
    row.classList.add("row-gone");
    this.sweep();
  }

  sweep(own = false) {
    if (!own && pointed.matches && this.place.matches(":hover")) return;
    const gone = this.rows.filter((row) => row.matches(".row-gone:not(.row-here, :focus-within)"));
    if (gone.length) this.still(() => gone.forEach((row) => row.remove()));
  }

  // Change the list: the row under the pointer, or else the open one, stays where it is on the screen.
  still(change) {
    const anchor = (pointed.matches && this.place.querySelector(":scope > li:hover")) || this.current;
    const top = anchor?.getBoundingClientRect().top;
    change();
    if (anchor?.isConnected) this.place.scrollTop += anchor.getBoundingClientRect().top - top;
  }

  comes(row, other) {
    const [a, b] = [Number(row.dataset.id), Number(other.dataset.id)];
    if (this.order === "newest") return a > b;
    const more = Number(row.dataset.priority) - Number(other.dataset.priority);
    return this.order === "oldest" || more === 0 ? a < b : more > 0;
  }

  // Draw a row afresh in its place.
  replace(element) {
    const old = this.find(element.dataset.id);
    if (!old) return;
    const here = old.classList.contains("row-here");
    exchange(old, element);
    this.expire(element);
    if (here) this.open(element);
  }

  // Take over from a row drawn just now who has it; return whether its text is another one by now.
  heed(row) {
    const here = this.find(row.dataset.id);
    if (!here) return false;
    here.classList.toggle("row-taken", row.classList.contains("row-taken"));
    here.querySelector(".row-claim").replaceWith(row.querySelector(".row-claim").cloneNode(true));
    this.expire(here);
    return here.dataset.revision !== row.dataset.revision;
  }

  take(id, person, name) {
    this.names.set(person, name);
    const row = this.find(id);
    if (!row) return;
    row.classList.add("row-taken");
    row.querySelector(".row-claim").hidden = false;
    row.querySelector("[data-claimant]").textContent = word("has_it_open", { name });
    this.expire(row);
  }

  // A colleague's claim of which no more is heard ends by itself, and nobody says so.
  expire(row) {
    const { id } = row.dataset;
    clearTimeout(this.timers.get(id));
    if (row.classList.contains("row-taken")) this.timers.set(id, setTimeout(() => this.release(id), CLAIM));
  }

  release(id) {
    clearTimeout(this.timers.get(id));
    const row = this.find(id);
    row?.classList.remove("row-taken");
    if (row) row.querySelector(".row-claim").hidden = true;
  }

  name(person) {
    return this.names.get(person) ?? word("someone");
  }
}
