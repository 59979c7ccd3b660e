// <mod-queue>: the room where messages are decided. The server makes every row and pane; this moves among them.
import { get, insist, post, elements } from "./net.js";
import { live, gather } from "./live.js";
import { engaged, label, when } from "./keys.js";
import { List } from "./queue-list.js";
import { toast } from "./toast.js";
import { ask, keep } from "./verdict.js";
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
  undoing = new Set(); // ids taken back here: nor is this one
  away = new Map(); // rows of our own decisions whose announcement came before their answer
  coming = new Set(); // ids whose rows have been asked for: they are no news either
  left = new Set(); // ids that others decided: rows of theirs that were asked for before come too late
  drawn = 0; // when the open message was put before the eyes (ms, on the clock of events)

  connectedCallback() {
    this.list = new List(this.querySelector("#rows"), this.dataset.order);
    this.pane = this.querySelector("#pane");
    this.bar = this.querySelector("undo-bar");
    this.pill = this.querySelector(".q-fresh");
    this.said = this.querySelector("#q-said");
    this.sift = gather((ids) => this.sifted(ids), SIFT);
    const sieve = this.querySelector(".sieve");
    sieve.addEventListener("toggle", () => sieve.open && !engaged(sieve) && sieve.querySelector("select")?.focus());
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
    const doing = { next: () => this.step(1), previous: () => this.step(-1), back: () => this.back(), fresh: () => this.show() }[act];
    const deciding = {
      approve: () => this.decide({ action: "approve" }), hold: () => this.decide({ action: "hold" }),
      remove: () => this.remove(), alike: () => this.alike(),
    }[act];
    if (doing) doing();
    else if (deciding && this.meant(event)) deciding();
  }

  // Whether the open message is the one that the person saw when they pressed: the second click of a double one, and
  // a key pressed before the message was drawn (on a busy machine they wait in line), were meant for the one before.
  meant(event) {
    return event.detail < 2 && when(event) >= this.drawn;
  }

  step(way) {
    const row = this.list.current;
    const next = row ? this.list.beside(row, way) : this.list.first;
    this.list.sweep(true);
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

  // The focus goes to the message, but never out of a field, a menu or a dialog: letters typed there are acts here.
  draw(html) {
    this.pane.innerHTML = html;
    this.drawn = performance.now();
    this.pane.removeAttribute("aria-busy");
    this.none(false);
    this.closed = !this.pane.querySelector("[data-banner]").hidden;
    label(this.pane);
    if (!engaged()) this.pane.querySelector(".pane-main").focus({ preventScroll: true });
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
    this.inTurn(() => this.message || post(`${this.dataset.base}/release`));
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
  claim() {
    const id = this.message;
    if (!this.pane.querySelector(".pane-acts")?.hidden) this.inTurn(() => this.message === id && this.take(id));
  }

  // Claims are asked for one after the other: of two under way at once, the server might heed the older one last.
  inTurn(call) {
    this.turn = (this.turn ?? Promise.resolve()).then(call).catch(() => {});
  }

  async take(id) {
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
    const { id, article, revision } = this.pane.querySelector(".pane").dataset;
    const verdict = await ask({ of: id, proposed: article });
    if (verdict && this.message === id) this.decide({ ...verdict, revision });
  }

  async alike() {
    if (!this.shown) return;
    const { id, alike, article, revision, newest } = this.pane.querySelector(".pane").dataset;
    const verdict = await ask({ of: id, many: Number(alike) + 1, proposed: article });
    if (verdict && this.message === id) this.decide({ ...verdict, revision, newest }, true);
  }

  // Nobody decides on a message that is not before their eyes: another one stands there until it has been read.
  get shown() {
    return this.message && this.pane.querySelector(".pane")?.dataset.id === this.message;
  }

  // `revision` is that of the text that was read: edited since, the server has it read again.
  decide(verdict, all = false) {
    const id = this.message;
    const row = this.list.find(id);
    if (!this.shown) return;
    const act = { id, note: verdict.note, rows: row ? [row] : [], html: this.panes.get(id) ?? Promise.resolve(this.pane.innerHTML) };
    const { revision } = this.pane.querySelector(".pane").dataset;
    act.answer = post(`${this.dataset.base}/${id}/decide${all ? "-alike" : ""}`, { revision, ...verdict, tray: this.dataset.tray });
    act.back = () => this.undo(act);
    this.mine.add(id);
    this.leave(row);
    act.held = verdict.action === "hold" && this.dataset.tray === "pending";
    if (act.held) this.beyond(1);
    this.bar.offer(word(verdict.action), act.back);
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
    this.bar.say(done.said, act.back);
    act.decisions = done.decisions;
    act.messages = done.messages.map(String);
    for (const id of act.messages) this.decidedHere(act, id);
    if (done.follow) this.follow(done.follow);
  }

  // Those that say nearly the same stood behind the row that went: the next one takes its place.
  async follow(id) {
    const rows = await this.rowsOf([id]).catch(() => []);
    this.list.insert(rows.filter((row) => !this.list.find(row.dataset.id) && !this.left.has(row.dataset.id)));
    if (!this.message && rows.length && !narrow.matches) this.select(this.list.first);
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
    else this.list.drop(row), counted || this.count(-1);
  }

  // The message comes back to the list, and one goes on with the one that is open: it would be taken for the other.
  refused(act, error) {
    this.bar.end(act.back);
    this.mine.delete(act.id);
    if (error.data?.why === "decided") return toast(error.data.said);
    keep(act.id, act.note);
    this.restore(act, error.data ? null : act.html); // nothing was answered: what was read of it is all there is
    if (error.data) this.redraw([act.id]);
    const [row] = act.rows;
    if (row && !this.message) this.select(row);
    const open = { name: word("open_it"), run: () => this.select(this.list.find(act.id) ?? row) };
    toast(error.data?.said ?? word("failed"), row && act.id !== this.message ? open : undefined);
  }

  // Taken back, it opens again, unless the person went on meanwhile.
  async undo(act) {
    const here = this.message;
    try {
      await act.answer;
      for (const id of act.messages) this.undoing.add(id);
      const { said, messages } = await post(this.dataset.undo, { decisions: act.decisions.join(",") });
      for (const id of act.messages) if (messages.map(String).includes(id)) this.mine.delete(id); else this.undoing.delete(id);
      this.restore(act);
      if (act.rows[0] && this.message === here && !engaged()) this.select(act.rows[0]);
      this.said.textContent = said;
    } catch (error) {
      for (const id of act.messages ?? []) this.undoing.delete(id);
      if (act.decisions) toast(error.data?.said ?? word("undo_failed"));
    }
  }

  restore(act, html) {
    if (act.held) this.beyond(-1);
    for (const row of act.rows) this.list.bare(row);
    this.list.insert(act.rows);
    this.count(act.rows.length);
    this.panes.delete(act.id);
    if (html) this.panes.set(act.id, html);
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
      this.list.append(elements(page.html).filter((row) => !this.known(row.dataset.id)));
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
    const before = this.list.rows;
    const page = await insist(`${this.dataset.base}/more?${this.asked()}`);
    if (!page) return;
    const rows = elements(page.html);
    const ids = rows.map((row) => row.dataset.id);
    const unknown = ids.filter((id) => !this.known(id));
    if (unknown.length) this.hold(unknown, unknown.length);
    const edited = rows.filter((row) => this.list.heed(row)).map((row) => row.dataset.id);
    if (edited.length) this.redraw(edited);
    const read = (row) => !page.more || this.list.comes(row, rows.at(-1)); // whether its place was read
    for (const row of before) if (row.isConnected && read(row) && !ids.includes(row.dataset.id)) this.gone(row.dataset.id);
  }

  // Whether a message is here, on its way, or has left since: what was asked for before may come after.
  known(id) {
    return Boolean(this.list.find(id)) || [this.fresh, this.coming, this.mine, this.away, this.left].some((ids) => ids.has(id));
  }

  wait(ids, count) {
    for (const id of ids) this.left.delete(String(id));
    if (this.dataset.sieve) this.sift(ids);
    else this.hold(ids, count);
  }

  // Of what was heard of, the server says what waits and passes the filters.
  async sifted(ids) {
    const rows = await this.rowsOf(ids).catch(() => []);
    const waiting = rows.map((row) => row.dataset.id);
    for (const id of waiting) for (const done of [this.mine, this.left]) done.delete(id);
    const fresh = waiting.filter((id) => !this.known(id));
    if (fresh.length) this.hold(fresh, fresh.length);
  }

  // What was found by asking (catchUp) may be announced after that: it counts once.
  hold(ids, count) {
    const fresh = ids.map(String).filter((id) => !this.known(id));
    for (const id of fresh) this.fresh.add(id);
    this.waitingFresh = (this.waitingFresh ?? 0) + Math.max(0, count - (ids.length - fresh.length));
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
    for (const id of ids) this.coming.add(id);
    const found = await this.rowsOf(ids).catch(() => null);
    for (const id of ids) this.coming.delete(id);
    if (!found) return this.hold(ids, count);
    const rows = found.filter((row) => !this.known(row.dataset.id));
    this.list.insert(rows);
    this.count(rows.length);
    if (!this.message && !narrow.matches && this.list.first) this.select(this.list.first);
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
      if (decision === this.dataset.tray) this.returned(id);
      else if (!this.mine.has(id)) this.gone(id, person);
    }
  }

  // A decision was taken back: here, where the row comes with the answer, or by somebody else.
  returned(id) {
    this.left.delete(id);
    if (this.undoing.delete(id)) return;
    this.mine.delete(id);
    this.away.delete(id);
    const row = this.list.find(id);
    if (!row) return this.wait([id], 1);
    if (!row.classList.contains("row-gone")) return;
    row.classList.remove("row-gone");
    this.count(1);
    if (id === this.message) this.redraw([id]);
  }

  // Somebody else decided: the row goes, unless it is the open one, which never vanishes from under the eyes.
  gone(id, person) {
    this.left.add(id);
    if (this.fresh.delete(id)) this.waitingFresh -= 1, this.tell();
    const row = this.list.find(id);
    if (!row || row.classList.contains("row-gone")) return;
    this.count(-1);
    if (String(person) === this.dataset.person) this.away.set(id, row);
    if (id !== this.message) return this.list.drop(row);
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
    const elsewhere = ids.filter((id) => !this.list.find(id)).slice(-3 * MOST);
    if (elsewhere.length && this.dataset.tray === "pending") this.sift(elsewhere); // published and edited since, it waits again
    const here = ids.filter((id) => this.list.find(id));
    for (const id of here) this.panes.delete(id);
    const rows = await this.rowsOf(here).catch(() => null);
    for (const row of rows ?? []) this.list.replace(row);
    for (const id of rows ? here : []) if (!rows.some((row) => row.dataset.id === id) && id !== this.message) this.gone(id);
    if (!here.includes(this.message)) return;
    const id = this.message;
    const html = await this.fetched(id).catch(() => null);
    if (html && this.message === id) this.draw(html), this.banner(word("banner_changed"), false);
  }
}
customElements.define("mod-queue", ModQueue);
