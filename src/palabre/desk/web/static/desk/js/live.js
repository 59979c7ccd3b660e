// News of the workspace, from the gate. One connection a page; the browser resumes it by itself with the last id heard.
import { toast } from "./toast.js";
import { word } from "./words.js";

const KINDS = ["messages", "rows", "changed", "decided", "claimed", "released", "source", "topic", "rule"];
const QUIET = 4000; // ms without a connection before the person is told
const AGAIN = 10_000; // ms before another try where the server refused
const HIDDEN = 60_000; // ms after which a tab out of sight hangs up

class Live extends EventTarget {
  source = null;
  last = "";

  // Call `hear(body)` for each announcement of this kind; "open" each time the stream begins, with what came before
  // it perhaps unheard.
  on(kind, hear) {
    this.addEventListener(kind, (event) => hear(event.detail));
    if (this.source) return;
    this.connect();
    document.addEventListener("visibilitychange", () => this.seen());
  }

  connect() {
    const { workspace, pushed } = document.body.dataset;
    const asked = new URLSearchParams();
    if (this.last) asked.set("last", this.last);
    if (pushed) asked.set("rows", pushed); // this page wants rows drawn, for this language and time zone
    this.source = new EventSource(`/events/${workspace}?${asked}`);
    for (const kind of KINDS) this.source.addEventListener(kind, (event) => this.heard(kind, event));
    this.source.addEventListener("gap", () => this.late());
    this.source.addEventListener("open", () => this.state(true));
    this.source.addEventListener("error", () => this.lost());
  }

  // A tab that nobody looks at gives its connection back: browsers allow six to one server, whatever the tabs.
  seen() {
    clearTimeout(this.hiding);
    if (document.hidden) this.hiding = setTimeout(() => this.source.close(), HIDDEN);
    else if (this.source.readyState === EventSource.CLOSED) this.connect();
  }

  heard(kind, event) {
    this.last = event.lastEventId || this.last;
    let body;
    try {
      body = JSON.parse(event.data);
    } catch {
      return this.late(); // something was said that we cannot read: the page may be wrong
    }
    this.dispatchEvent(new CustomEvent(kind, { detail: body ?? {} }));
  }

  lost() {
    this.timer ??= setTimeout(() => this.state(false), QUIET);
    if (this.source.readyState === EventSource.CLOSED) setTimeout(() => this.again(), AGAIN);
  }

  // Where the page did not connect meanwhile, as it came into sight: two connections would say everything twice.
  again() {
    if (!document.hidden && this.source.readyState === EventSource.CLOSED) this.connect();
  }

  state(on) {
    clearTimeout(this.timer);
    this.timer = null;
    const place = document.getElementById("live-state");
    if (place) {
      place.hidden = on;
      place.dataset.state = on ? "on" : "off";
      place.textContent = on ? "" : word("offline");
    }
    if (on) this.dispatchEvent(new CustomEvent("open", { detail: {} }));
  }

  late() {
    if (this.told) return;
    this.told = toast(word("late"), { name: word("reload"), run: () => location.reload(), stays: true });
  }
}

export const live = new Live();

// Gather what comes within 50 ms, then call `flush` once with all of it.
export function gather(flush, wait = 50) {
  const held = new Set();
  let timer = 0;
  return (items) => {
    for (const item of items) held.add(String(item));
    timer ||= setTimeout(() => {
      timer = 0;
      const all = [...held];
      held.clear();
      flush(all);
    }, wait);
  };
}
