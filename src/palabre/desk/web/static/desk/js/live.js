// News of the workspace, from the gate. One connection a page; the browser resumes it by itself with the last id heard.
import { toast } from "./toast.js";
import { word } from "./words.js";

const KINDS = ["messages", "changed", "decided", "claimed", "released", "source", "topic"];
const QUIET = 4000; // ms without a connection before the person is told
const AGAIN = 10_000; // ms before another try where the server refused

class Live extends EventTarget {
  source = null;
  last = "";

  // Call `hear(body)` for each announcement of this kind.
  on(kind, hear) {
    this.addEventListener(kind, (event) => hear(event.detail));
    if (!this.source) this.connect();
  }

  connect() {
    const address = `/events/${document.body.dataset.workspace}`;
    this.source = new EventSource(address);
    for (const kind of KINDS) this.source.addEventListener(kind, (event) => this.heard(kind, event));
    this.source.addEventListener("gap", () => this.late());
    this.source.addEventListener("open", () => this.state(true));
    this.source.addEventListener("error", () => this.lost());
  }

  heard(kind, event) {
    this.last = event.lastEventId;
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
    if (this.source.readyState !== EventSource.CLOSED) return;
    this.source.close();
    setTimeout(() => (this.connect(), this.missed = true), AGAIN);
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
    if (on && this.missed) this.late(); // a new connection does not know what the old one had heard
    this.missed = false;
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
