// <topic-latest>: the newest messages that a topic caught, as they come.
import { elements, get } from "./net.js";
import { live } from "./live.js";

const REST = 700; // ms in which news is gathered before it is asked for

class TopicLatest extends HTMLElement {
  connectedCallback() {
    for (const kind of ["messages", "changed", "decided", "topic", "rule"]) live.on(kind, () => this.heard());
    live.on("open", () => this.heard());
  }

  heard() {
    this.timer ??= setTimeout(() => this.refresh(), REST);
  }

  get inUse() {
    return this.matches(":hover, :focus-within");
  }

  // Nothing moves under the pointer, nor where one reads by the keyboard.
  async refresh() {
    this.timer = null;
    if (this.inUse) return this.heard();
    const html = await get(this.dataset.address).catch(() => null);
    if (this.inUse) return this.heard(); // it came meanwhile
    if (html !== null) this.replaceChildren(...elements(html));
  }
}
customElements.define("topic-latest", TopicLatest);
