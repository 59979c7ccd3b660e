// <message-file>: a message's own page. Deciding and undoing answer with the page drawn afresh.
import { live } from "./live.js";
import { post } from "./net.js";
import { toast } from "./toast.js";
import { ask, keep } from "./verdict.js";
import { word } from "./words.js";

const ACTED = "palabre-acted";

class MessageFile extends HTMLElement {
  connectedCallback() {
    this.addEventListener("click", (event) => this.click(event));
    this.goOn();
    for (const kind of ["changed", "decided"]) live.on(kind, ({ ids = [] }) => this.heard(ids));
  }

  async click(event) {
    if (event.target.closest("[data-back]") && this.fromQueue()) return event.preventDefault(), history.back();
    const button = event.target.closest("[data-act]");
    const act = button?.dataset.act;
    if (act === "approve" || act === "hold") this.send(this.dataset.decide, { action: act, revision: this.dataset.revision });
    if (act === "undo") this.send(this.dataset.undo, { decisions: button.dataset.decision });
    if (act === "remove") {
      const verdict = await ask({ of: this.dataset.id, proposed: this.dataset.article });
      if (verdict) this.send(this.dataset.decide, { ...verdict, revision: this.dataset.revision });
    }
  }

  // Whether the queue is the page before: going back keeps its tray, its filters and its place.
  fromQueue() {
    const before = document.referrer && new URL(document.referrer);
    return before && before.origin === location.origin && before.pathname.endsWith("/queue");
  }

  // One act at a time: the page is drawn afresh after each.
  async send(address, values) {
    if (this.sending) return;
    this.sending = this.busy = true;
    try {
      await post(address, values);
      sessionStorage.setItem(ACTED, this.dataset.id);
      location.reload();
    } catch (error) {
      this.sending = this.busy = false;
      keep(this.dataset.id, values.note);
      toast(error.data?.said ?? word("failed"));
    }
  }

  // After an act the page is drawn afresh: the keyboard goes on from what the act made, not from the top.
  goOn() {
    if (sessionStorage.getItem(ACTED) !== this.dataset.id) return;
    sessionStorage.removeItem(ACTED);
    (this.querySelector(".file-acts button") ?? this.querySelector(".log button"))?.focus();
  }

  heard(ids) {
    if (this.busy || !ids.map(String).includes(this.dataset.id)) return;
    this.busy = true;
    toast(word("banner_changed_page"), { name: word("reload"), run: () => location.reload(), stays: true });
  }
}
customElements.define("message-file", MessageFile);
