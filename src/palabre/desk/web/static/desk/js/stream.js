// <live-stream>: everything as it arrives. New rows wait behind the pill; with "follow" on they come in at the top,
// but never while one points at the list or stands in it.
import "./curve.js";
import { elements, exchange, get, insist } from "./net.js";
import { live } from "./live.js";
import { News } from "./news.js";
import { number, word } from "./words.js";

const MOST = 200; // rows in the page while following
const ASKED = 100; // rows asked for at once
const QUICK = 20; // ms between an answer and the next request, while following
const SLOW = 1000; // ms in which it is gathered behind the pill, and at most where the server is slow to answer

class LiveStream extends HTMLElement {
  news = new News();
  held = []; // rows behind the pill, newest first
  took = 0; // ms that the last answer took
  answered = 0; // when it came

  connectedCallback() {
    this.list = this.querySelector("#lines");
    this.pill = this.querySelector(".stream-fresh");
    this.scroll = this.querySelector(".stream-scroll");
    this.follow = this.querySelector("[data-follow]");
    this.filters = new URLSearchParams(new FormData(this.querySelector("form")));
    this.follow.addEventListener("click", () => this.toggle());
    this.pill.addEventListener("click", () => this.show());
    this.querySelector("form").addEventListener("change", (event) => event.target.matches("select") && event.target.form.requestSubmit());
    this.scroll.addEventListener("scroll", () => this.older(), { passive: true });
    for (const event of ["pointerleave", "focusout"]) this.list.addEventListener(event, () => setTimeout(() => this.following && this.show(), 80));
    live.on("messages", ({ ids = [] }) => this.heard(ids));
    live.on("rows", ({ ids = [], html = "" }) => this.arrive(elements(html).filter(this.news.come(ids))));
    for (const kind of ["changed", "decided"]) live.on(kind, ({ ids = [] }) => this.changed(ids.map(String)));
    live.on("open", () => this.catchUp());
    this.older();
  }

  // What came between the making of the page and the opening of the stream was heard by nobody.
  async catchUp() {
    const { newest } = this; // of before: what comes in meanwhile is newer than what was missed
    const page = await insist(`${this.dataset.older}?${this.filters}`);
    this.arrive(elements(page?.html ?? "").filter((row) => Number(row.dataset.id) > newest));
  }

  get newest() {
    return Number(this.list.firstElementChild?.dataset.id ?? 0);
  }

  get following() {
    return this.follow.getAttribute("aria-pressed") === "true";
  }

  // Rows may come in by themselves only where nobody is reading or about to click.
  get still() {
    return this.list.matches(":hover, :focus-within") || this.scroll.scrollTop > 140;
  }

  toggle() {
    const on = !this.following;
    this.follow.setAttribute("aria-pressed", String(on));
    this.follow.querySelector("use").setAttribute("href", on ? "#i-pause" : "#i-play");
    if (on) this.show();
    this.querySelector("[data-said]").textContent = on ? word("following") : "";
  }

  heard(ids) {
    this.news.hear(ids);
    this.timer ??= setTimeout(() => this.fetch(), this.patience());
  }

  // ms to wait before the next request: for rows to come by themselves, and for a rest as long as half of the last
  // answer took.
  patience() {
    if (!this.following) return SLOW;
    const rest = Math.min(SLOW, Math.max(QUICK, this.took / 2));
    return Math.max(0, this.news.wait(), this.answered + rest - performance.now());
  }

  // One request at a time: where news comes faster than the server answers, the next one carries more. The newest
  // come first; older ones than the page holds are left to paging.
  async fetch() {
    const { ids, again } = this.news.take(ASKED, MOST);
    if (ids.length) await this.ask(ids, again);
    this.timer = null;
    if (this.news.size) this.heard([]);
  }

  async ask(ids, again) {
    const began = performance.now();
    try {
      this.arrive(await this.rows(ids, again));
      this.took = performance.now() - began;
    } catch {
      this.news.hear(ids);
      if (again) this.news.change(ids);
      this.took = 2 * SLOW;
    }
    this.answered = performance.now();
  }

  async rows(ids, again) {
    const query = new URLSearchParams([...this.filters, ["ids", ids.join(",")], ["view", "stream"]]);
    if (again) query.set("again", "1");
    return elements(await get(`${this.dataset.rows}?${query}`));
  }

  arrive(rows) {
    const fresh = rows.filter((row) => !document.getElementById(row.id) && !this.held.some((one) => one.id === row.id));
    if (!fresh.length) return;
    this.missed = (this.missed ?? 0) + fresh.length;
    this.held = [...fresh, ...this.held].sort((a, b) => b.dataset.id - a.dataset.id).slice(0, MOST);
    if (this.following) this.soon();
    else this.tell();
  }

  // With the next frame: where rows come faster than the browser draws, one drawing takes them all.
  soon() {
    this.frame ??= requestAnimationFrame(() => {
      this.frame = null;
      if (this.following && !this.still) this.show();
      else this.tell();
    });
  }

  tell() {
    const count = this.missed ?? 0;
    this.pill.hidden = !count;
    const text = count === 1 ? word("fresh_one") : word("fresh", { count: number(count) });
    this.pill.querySelector("[data-fresh]").textContent = text;
  }

  show() {
    const rows = this.held;
    this.held = [];
    this.missed = 0;
    this.tell();
    if (!rows.length) return;
    this.querySelector(".stream-none")?.remove();
    const { newest } = this;
    this.list.prepend(...rows.filter((row) => Number(row.dataset.id) > newest));
    for (const row of rows) if (!row.isConnected) this.late(row);
    if (!this.following) this.scroll.scrollTop = 0;
    for (const row of [...this.list.children].slice(MOST)) this.cut(row);
  }

  // One that comes after newer ones stands below them.
  late(row) {
    const older = [...this.list.children].find((other) => Number(other.dataset.id) < Number(row.dataset.id));
    this.list.insertBefore(row, older ?? null);
  }

  // What is cut at the bottom can be paged back to.
  cut(row) {
    row.remove();
    this.dataset.more = this.list.lastElementChild.dataset.id;
  }

  async older() {
    const below = this.scroll.scrollHeight - this.scroll.scrollTop - this.scroll.clientHeight;
    if (!this.dataset.more || this.asking || below > 900) return;
    this.asking = true;
    try {
      const query = new URLSearchParams([...this.filters, ["before", this.dataset.more]]);
      const page = await get(`${this.dataset.older}?${query}`);
      for (const row of elements(page.html)) if (!document.getElementById(row.id)) this.list.append(row);
      this.dataset.more = page.more;
    } catch {
      // asked for again at the next scroll
    }
    this.asking = false;
  }

  changed(ids) {
    this.news.change(ids);
    this.redraw(ids);
  }

  async redraw(ids) {
    const shown = (id) => document.getElementById(`s-${id}`) ?? this.held.find((row) => row.id === `s-${id}`);
    const here = ids.filter(shown).slice(0, ASKED);
    if (!here.length) return;
    for (const row of await this.rows(here, true).catch(() => [])) this.swap(row);
  }

  swap(row) {
    const old = document.getElementById(row.id);
    if (old) exchange(old, row);
    this.held = this.held.map((one) => (one.id === row.id ? row : one));
  }
}
customElements.define("live-stream", LiveStream);
