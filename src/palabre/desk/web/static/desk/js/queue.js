// <mod-queue>: the room where messages are decided. The server makes every row and pane; this moves among them.
import { get, post, elements } from "./net.js";
import { live, gather } from "./live.js";
import { label } from "./keys.js";
import { List } from "./queue-list.js";
import { toast } from "./toast.js";
import { ask } from "./verdict.js";
import { number, word } from "./words.js";
import "./undo-bar.js";

const RENEW = 60_000; // ms; a claim lasts 120 s
const AHEAD = 12; // rows left below before more are asked for
const MOST = 100; // rows asked for at once
const SIFT = 1000; // ms in which news is gathered before the server is asked what passes the filters
const narrow = matchMedia("(max-width: 800px)");

class ModQueue extends HTMLElement {
  panes = new Map(); // id → promise of a pane's HTML: the open one's neighbours, fetched before they are needed
  fresh = new Set(); // ids that wait behind the pill
  mine = new Set(); // ids decided here: their announcement is no news
  away = new Map(); // rows of our own decisions whose announcement came before their answer

  connectedCallback() {
    this.list = new List(this.querySelector("#rows"), this.dataset.order);
    this.pane = this.querySelector("#pane");
    this.bar = this.querySelector("undo-bar");
    this.pill = this.querySelector(".q-fresh");
    this.said = this.querySelector("#q-said");
    this.sift = gather((ids) => this.sifted(ids), SIFT);
    this.querySelector(".sieve").addEventListener("toggle", ({ target }) => target.open && target.querySelector("select")?.focus());
    this.addEventListener("click", (event) => this.click(event));
    this.list.place.addEventListener("scroll", () => this.extend(), { passive: true });
    this.listen();
    this.begin();
    setInterval(() => this.renew(), RENEW);
    document.addEventListener("visibilitychange", () => this.renew());
    addEventListener("pagehide", () => this.message && post(`${this.dataset.base}/release`).catch(() => {}));
  }

  begin() {
    const open = this.pane.querySelector(".pane");
    if (!open) return;
    this.message = open.dataset.id;
    this.list.open(this.list.find(this.message));
    if (narrow.matches && !this.classList.contains("queue-open")) return (this.message = null);
    this.claim();
    this.ahead();
  }

  // ---- moving
  click(event) {
    const link = event.target.closest(".row-link");
    if (link && !event.ctrlKey && !event.metaKey && !event.shiftKey && event.button === 0) {
      event.preventDefault();
      return this.select(link.parentElement);
    }
    const act = event.target.closest("[data-act]")?.dataset.act;
    const doing = {
      next: () => this.step(1), previous: () => this.step(-1), back: () => this.back(), fresh: () => this.show(),
      approve: () => this.decide({ action: "approve" }), hold: () => this.decide({ action: "hold" }),
      remove: () => this.remove(), alike: () => this.alike(),
    }[act];
    if (doing) doing();
  }

  step(way) {
    const row = this.list.current;
    const next = row ? this.list.beside(row, way) : this.list.rows[0];
    if (next) this.select(next);
    this.extend();
  }

  async select(row) {
    const id = row.dataset.id;
    this.list.open(row);
    this.message = id;
    this.classList.add("queue-open");
    history.replaceState(null, "", this.address(id));
    this.pane.setAttribute("aria-busy", "true");
    try {
      const html = await this.fetched(id);
      if (this.message === id) this.draw(html);
    } catch {
      this.panes.delete(id);
      if (this.message === id) toast(word("load_failed"), { name: word("retry"), run: () => this.select(row) });
    }
  }

  address(id) {
    return `${this.dataset.base}?${this.asked(id && { m: id })}`;
  }

  // What an address says of the list: tray, order and filters, and `more` of its own.
  asked(more = {}) {
    const { tray, order, sieve } = this.dataset;
    return new URLSearchParams({ tray, order, ...Object.fromEntries(new URLSearchParams(sieve)), ...more });
  }

  draw(html) {
    this.pane.innerHTML = html;
    this.pane.removeAttribute("aria-busy");
    this.none(false);
    this.closed = !this.pane.querySelector("[data-banner]").hidden;
    label(this.pane);
    this.pane.querySelector(".pane-main").focus({ preventScroll: true });
    this.claim();
    this.ahead();
  }

  fetched(id) {
    if (!this.panes.has(id)) this.panes.set(id, get(`${this.dataset.base}/${id}`));
    return this.panes.get(id);
  }

  // Fetch the next pane before it is needed; forget those one has left behind.
  ahead() {
    const next = this.list.current && this.list.beside(this.list.current);
    const keep = [this.message, next?.dataset.id];
    for (const id of this.panes.keys()) if (!keep.includes(id)) this.panes.delete(id);
    if (next) this.fetched(next.dataset.id).catch(() => this.panes.delete(next.dataset.id));
  }

  back() {
    this.classList.remove("queue-open");
    history.replaceState(null, "", this.address());
    this.message = null;
    post(`${this.dataset.base}/release`).catch(() => {});
  }

  none(empty) {
    this.querySelector("#q-none").hidden = !empty;
    this.pane.hidden = empty;
    if (!empty) return;
    this.message = null;
    this.pane.replaceChildren();
    this.classList.remove("queue-open");
  }

  // ---- claims
  async claim() {
    const id = this.message;
    if (this.pane.querySelector(".pane-acts")?.hidden) return;
    try {
      await post(`${this.dataset.base}/${id}/claim`);
      if (this.message === id && this.closed) this.banner("");
    } catch (error) {
      if (this.message === id && error.status === 409) this.banner(error.data.said, true);
    }
  }

  renew() {
    if (this.message && !document.hidden) this.claim();
  }

  // Say something above the message; `closed` takes the buttons away: it is not ours to decide now.
  banner(text, closed = Boolean(text)) {
    const banner = this.pane.querySelector("[data-banner]");
    if (!banner) return;
    this.closed = closed;
    banner.hidden = !text;
    banner.querySelector("p").textContent = text;
    for (const button of this.pane.querySelectorAll(".pane-acts button, [data-act=alike]")) button.disabled = closed;
  }

  // ---- deciding
  async remove() {
    if (!this.shown) return;
    const verdict = await ask({ proposed: this.pane.querySelector(".pane").dataset.article });
    if (verdict) this.decide(verdict);
  }

  async alike() {
    if (!this.shown) return;
    const { alike, article } = this.pane.querySelector(".pane").dataset;
    const verdict = await ask({ many: Number(alike) + 1, proposed: article });
    if (verdict) this.decide(verdict, true);
  }

  // Nobody decides on a message that is not before their eyes: another one stands there until it has been read.
  get shown() {
    return this.message && this.pane.querySelector(".pane")?.dataset.id === this.message;
  }

  decide(verdict, all = false) {
    const row = this.list.current ?? this.list.find(this.message);
    const id = this.message;
    if (!this.shown) return;
    const act = { id, rows: row ? [row] : [], html: this.panes.get(id) ?? Promise.resolve(this.pane.innerHTML), answer: post(`${this.dataset.base}/${id}/decide${all ? "-alike" : ""}`, { ...verdict, tray: this.dataset.tray }) };
    this.mine.add(id);
    this.leave(row);
    act.held = verdict.action === "hold" && this.dataset.tray === "pending";
    if (act.held) this.beyond(1);
    this.bar.offer(word(verdict.action), () => this.undo(act));
    act.answer.then((done) => this.done(act, done), (error) => this.refused(act, error));
  }

  // The row goes at once, the next one opens; the answer of the server comes after.
  leave(row, counted = false) {
    const next = row && this.list.beside(row, 1, [row]);
    row?.remove();
    if (row && !counted) this.count(-1);
    if (next) this.select(next);
    else this.none(true);
    this.extend();
  }

  done(act, done) {
    this.bar.say(done.said);
    act.decisions = done.decisions;
    for (const id of done.messages.map(String)) this.decidedHere(act, id);
    if (done.follow) this.follow(done.follow);
  }

  // Those that say nearly the same stood behind the row that went: the next one takes its place.
  async follow(id) {
    const rows = await this.rowsOf([id]).catch(() => []);
    this.list.insert(rows.filter((row) => !this.list.find(row.dataset.id)));
    if (!this.message && rows.length && !narrow.matches) this.select(this.list.rows[0]);
  }

  // One of the messages that an act has decided: its announcement may have come before (`away`), or comes later.
  decidedHere(act, id) {
    this.mine.add(id);
    const counted = this.away.has(id);
    const row = this.list.find(id) ?? this.away.get(id);
    this.away.delete(id);
    if (!row || act.rows.includes(row)) return;
    act.rows.push(row);
    if (!row.isConnected) return;
    if (id === this.message) this.leave(row, counted);
    else row.remove(), counted || this.count(-1);
  }

  refused(act, error) {
    this.bar.end();
    this.mine.delete(act.id);
    if (error.data?.why === "decided") return toast(error.data.said);
    this.restore(act, act.html);
    toast(error.data?.said ?? word("failed"));
  }

  async undo(act) {
    try {
      await act.answer;
      const { said, messages } = await post(this.dataset.undo, { decisions: act.decisions.join(",") });
      for (const id of messages.map(String)) this.mine.delete(id);
      this.restore(act);
      this.said.textContent = said;
    } catch (error) {
      if (act.decisions) toast(error.data?.said ?? word("undo_failed"));
    }
  }

  restore(act, html) {
    if (act.held) this.beyond(-1);
    for (const row of act.rows) row.classList.remove("row-gone", "row-taken");
    this.list.insert(act.rows);
    this.count(act.rows.length);
    this.panes.delete(act.id);
    if (html) this.panes.set(act.id, html); // nothing was answered: what was read of it is all there is
    if (act.rows[0]) this.select(act.rows[0]);
  }

  count(change) {
    const place = this.querySelector(`[data-waiting="${this.dataset.tray}"]`);
    const many = place.textContent.endsWith("+"); // more than are counted: one less says nothing
    this.waiting = (this.waiting ?? Number(place.textContent.replace(/\D/g, ""))) + (many ? 0 : change);
    if (!many) place.textContent = number(Math.max(0, this.waiting));
    this.passing(change, place.textContent);
    this.said.textContent = this.waiting > 0 ? word("to_go", { count: place.textContent }) : word("all_done");
  }

  // The number of the other tray moves at once too; the server's own word for it follows (counts.js).
  beyond(change) {
    const place = this.querySelector('[data-count^="tray-"]');
    if (!place || place.textContent.endsWith("+")) return; // more than are counted: one more says nothing
    place.textContent = number(Math.max(0, Number(place.textContent.replace(/\D/g, "")) + change));
  }

  // How many pass the filters, of how many.
  passing(change, total) {
    const place = this.querySelector("[data-passing]");
    if (!place || place.textContent.startsWith(`${number(Number(place.dataset.passing))}+`)) return;
    place.dataset.passing = Math.max(0, Number(place.dataset.passing) + change);
    place.textContent = word("of_total", { count: number(Number(place.dataset.passing)), total });
  }

  // ---- more rows below
  async extend() {
    const { more } = this.dataset;
    const below = this.list.place.scrollHeight - this.list.place.scrollTop - this.list.place.clientHeight;
    const at = this.list.rows.indexOf(this.list.current);
    if (!more || this.extending || (below > 800 && this.list.rows.length - at > AHEAD)) return;
    this.extending = true;
    try {
      const page = await get(`${this.dataset.base}/more?${this.asked({ after: more })}`);
      for (const row of elements(page.html)) if (!this.list.find(row.dataset.id) && !this.mine.has(row.dataset.id)) this.list.place.append(row);
      this.dataset.more = page.more;
    } catch {
      // asked for again at the next step
    }
    this.extending = false;
  }

  // ---- news
  listen() {
    live.on("messages", ({ ids = [], pending = 0 }) => this.dataset.tray === "pending" && pending && this.wait(ids, pending));
    live.on("decided", (news) => this.decided(news));
    live.on("claimed", ({ id, person, name }) => this.claimed(String(id), person, name));
    live.on("released", ({ ids = [] }) => ids.forEach((id) => this.released(String(id))));
    live.on("open", () => this.catchUp());
    const redraw = gather((ids) => this.redraw(ids));
    live.on("changed", ({ ids = [] }) => redraw(ids));
  }

  // What came between the making of the page and the opening of the stream was heard by nobody.
  async catchUp() {
    const page = await get(`${this.dataset.base}/more?${this.asked()}`).catch(() => null);
    const rows = elements(page?.html ?? "").map((row) => row.dataset.id);
    const unknown = rows.filter((id) => !this.list.find(id) && !this.mine.has(id) && !this.fresh.has(id) && !this.away.has(id));
    if (unknown.length) this.hold(unknown, unknown.length);
  }

  wait(ids, count) {
    if (this.dataset.sieve) this.sift(ids);
    else this.hold(ids, count);
  }

  // Of what was heard of, the server says what passes the filters.
  async sifted(ids) {
    const rows = await this.rowsOf(ids).catch(() => []);
    const fresh = rows.map((row) => row.dataset.id).filter((id) => !this.list.find(id) && !this.fresh.has(id));
    if (fresh.length) this.hold(fresh, fresh.length);
  }

  hold(ids, count) {
    for (const id of ids) if (!this.list.find(id)) this.fresh.add(String(id));
    this.waitingFresh = (this.waitingFresh ?? 0) + count;
    this.tell();
  }

  tell() {
    const count = this.waitingFresh ?? 0;
    this.pill.hidden = count <= 0;
    const shown = count > 999 ? "999+" : number(count); // the head of the list has no room for more
    this.pill.querySelector("[data-fresh]").textContent = count === 1 ? word("fresh_one") : word("fresh", { count: shown });
    this.pill.classList.toggle("q-fresh-many", count > 99);
  }

  async show() {
    const ids = [...this.fresh].slice(-3 * MOST);
    const count = this.waitingFresh ?? 0;
    if (count > ids.length) return location.assign(this.address()); // more than we were told of one by one
    this.fresh.clear();
    this.waitingFresh = 0;
    this.tell();
    const rows = await this.rowsOf(ids);
    this.list.insert(rows);
    this.count(rows.length);
    if (!this.message && !narrow.matches && this.list.rows[0]) this.select(this.list.rows[0]);
  }

  async rowsOf(ids) {
    const rows = [];
    for (let start = 0; start < ids.length; start += MOST) {
      const query = this.asked({ ids: ids.slice(start, start + MOST), view: "queue" });
      rows.push(...elements(await get(`${this.dataset.rows}?${query}`)));
    }
    return rows;
  }

  decided({ ids = [], decision, person }) {
    for (const id of ids.map(String)) {
      if (decision === this.dataset.tray) this.mine.delete(id) || this.list.find(id) || this.wait([id], 1);
      else if (!this.mine.has(id)) this.gone(id, person);
    }
  }

  // Somebody else decided: the row goes, unless it is the open one, which never vanishes from under the eyes.
  gone(id, person) {
    if (this.fresh.delete(id)) this.waitingFresh -= 1, this.tell();
    const row = this.list.find(id);
    if (!row) return;
    this.count(-1);
    if (String(person) === this.dataset.person) this.away.set(id, row);
    if (id !== this.message) return row.remove();
    row.classList.add("row-gone");
    this.banner(word("banner_decided", { name: this.list.name(person) }), true);
  }

  claimed(id, person, name) {
    if (String(person) === this.dataset.person) return;
    this.list.take(id, person, name);
    if (id === this.message) this.banner(word("banner_claimed", { name }), true);
    this.ahead();
  }

  released(id) {
    const taken = this.list.find(id)?.classList.contains("row-taken");
    this.list.release(id);
    if (id === this.message && taken) this.claim();
  }

  async redraw(ids) {
    const here = ids.filter((id) => this.list.find(id));
    for (const id of here) this.panes.delete(id);
    const rows = await this.rowsOf(here).catch(() => []);
    for (const row of rows) this.list.replace(row);
    for (const id of here) if (!rows.some((row) => row.dataset.id === id) && id !== this.message) this.gone(id);
    if (!here.includes(this.message)) return;
    const id = this.message;
    const html = await this.fetched(id).catch(() => null);
    if (html && this.message === id) this.draw(html), this.banner(word("banner_changed"), false);
  }
}
customElements.define("mod-queue", ModQueue);
