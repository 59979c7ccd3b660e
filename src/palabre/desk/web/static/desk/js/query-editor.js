// <query-editor>: a textarea in which a query is written. Colours lie under its transparent letters, in the same font
// and the same lines; what is wrong is underlined, told below and read out; the keyboard stays the textarea's own.
import { Offers } from "./query-offers.js";
import { brackets, painted } from "./query-lexer.js";
import { elements, post } from "./net.js";

const QUIET = 350; // ms without a key before the server is asked
const COLOURED = 30_000; // characters beyond which a query is written in one colour: painting must not slow the hand

class QueryEditor extends HTMLElement {
  connectedCallback() {
    this.area = this.querySelector("textarea");
    this.told = this.querySelector(".query-told");
    this.losses = this.querySelector(".query-losses");
    if (this.paint || !this.area) return;
    this.box = this.querySelector(".query-box");
    this.paint = this.layer("query-paint");
    this.lines = this.layer("query-lines");
    this.box.prepend(this.paint, this.lines);
    this.box.classList.add("query-live");
    this.offers = new Offers(this.area, this.dataset.offers, () => this.caret());
    this.append(this.offers.list, this.offers.said);
    this.listen();
    this.draw();
    this.underline();
  }

  layer(name) {
    const layer = Object.assign(document.createElement("pre"), { className: `query-layer ${name}` });
    layer.setAttribute("aria-hidden", "true");
    return layer;
  }

  listen() {
    this.area.addEventListener("input", () => this.changed());
    this.area.addEventListener("keydown", (event) => this.key(event));
    this.area.addEventListener("blur", () => this.offers.close());
    document.addEventListener("selectionchange", () => this.pair());
    this.told?.addEventListener("click", (event) => this.go(event.target.closest("[data-span]")));
    this.area.form?.addEventListener("click", (event) => {
      const button = event.target.closest("button[data-translate]");
      if (button && this.losses) event.preventDefault(), this.translate(button.dataset.translate);
    });
  }

  key(event) {
    if (this.offers.key(event)) {
      event.preventDefault();
      event.stopPropagation();
    } else if (event.key === "Enter" && !event.isComposing && (this.hasAttribute("data-line") ? !event.shiftKey : event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      this.area.form.requestSubmit();
    }
  }

  changed() {
    this.draw();
    this.lines.replaceChildren();
    this.offers.look();
    clearTimeout(this.timer);
    if (this.told) this.timer = setTimeout(() => this.check(), QUIET);
  }

  // A line that ends in a line end needs something after it to be as high as in the textarea.
  draw() {
    const text = this.area.value;
    const drawn = text.length > COLOURED ? document.createTextNode(text) : painted(text);
    this.paint.replaceChildren(drawn, "\u200b");
  }

  async check() {
    const text = this.area.value;
    this.asked = text;
    try {
      const html = await post(this.dataset.check, { query: text });
      if (this.asked !== text || this.area.value !== text) return;
      this.told.replaceChildren(...elements(html));
      this.underline();
    } catch {
      // asked again at the next key
    }
  }

  get spans() {
    return JSON.parse(this.told?.querySelector("[data-spans]")?.dataset.spans ?? "[]");
  }

  underline() {
    const drawn = document.createDocumentFragment();
    const text = this.area.value;
    let at = 0;
    let wrong = false;
    for (const [start, end, severity] of this.spans) {
      wrong ||= severity === "error";
      if (start < at) continue;
      drawn.append(text.slice(at, start), Object.assign(document.createElement("mark"), { className: `q-${severity}`, textContent: text.slice(start, end) }));
      at = end;
    }
    this.lines.replaceChildren(drawn, text.slice(at), "\u200b");
    this.area.setAttribute("aria-invalid", String(wrong));
    for (const button of this.told?.querySelectorAll("[data-span]") ?? []) button.hidden = false;
  }

  // Show which parenthesis answers to the one beside the caret.
  pair() {
    const here = document.activeElement === this.area && this.area.value.length <= COLOURED;
    const found = here ? brackets(this.area.value, this.area.selectionStart) : null;
    for (const span of this.paint.querySelectorAll(".q-pair")) span.classList.remove("q-pair");
    if (!found) return;
    let place = 0;
    for (const node of this.paint.childNodes) {
      if (found.includes(place) && node.className === "q-bracket") node.classList.add("q-pair");
      place += node.textContent.length;
    }
  }

  // Where the caret is, from the corner of this element.
  caret() {
    const range = document.createRange();
    let left = this.area.selectionStart - (this.offers.begin?.length ?? 0);
    const walker = document.createTreeWalker(this.paint, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      if (left <= walker.currentNode.length) {
        range.setStart(walker.currentNode, left);
        break;
      }
      left -= walker.currentNode.length;
    }
    const at = range.getBoundingClientRect();
    const from = this.getBoundingClientRect();
    return { x: at.left - from.left, y: at.bottom - from.top + 4, width: from.width };
  }

  // Put our own words in place of another tool's: undo brings them back. What was written is kept with the topic.
  async translate(dialect) {
    const written = this.area.value;
    if (!written.trim()) return this.area.focus();
    const found = await post(this.dataset.translate, { query: written, dialect }).catch(() => null);
    if (!found || this.area.value !== written) return;
    this.losses.replaceChildren(...elements(found.told));
    if (found.query === null) return;
    this.area.focus();
    this.area.select();
    document.execCommand("insertText", false, found.query);
    for (const [name, value] of [["dialect", found.dialect], ["written", written]]) {
      const field = this.area.form.elements[name];
      if (field) field.value = value;
    }
  }

  go(button) {
    if (!button) return;
    const [start, end] = button.dataset.span.split(",").map(Number);
    this.area.focus();
    this.area.setSelectionRange(start, end);
  }
}
customElements.define("query-editor", QueryEditor);

// <query-text>: a query that is only read, in the same colours.
class QueryText extends HTMLElement {
  connectedCallback() {
    const text = this.textContent;
    if (text.length <= COLOURED) this.replaceChildren(painted(text));
  }
}
customElements.define("query-text", QueryText);
