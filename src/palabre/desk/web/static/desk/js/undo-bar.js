// <undo-bar>: what was just done, and ten seconds to take it back; the time stands still while one points at it.
import { word } from "./words.js";

const SECONDS = 10;

class UndoBar extends HTMLElement {
  connectedCallback() {
    this.said = this.querySelector("[data-said]");
    this.time = this.querySelector(".undo-time");
    this.querySelector("button").addEventListener("click", () => this.undo());
  }

  // Show `text`; `undo` is called where the person takes it back in time.
  offer(text, undo) {
    this.take = undo;
    this.hidden = false;
    this.say(text, undo);
    this.left = SECONDS;
    clearInterval(this.clock);
    this.clock = setInterval(() => this.tick(), 1000);
    this.draw();
  }

  // Say more of what `undo` takes back; nothing where the bar is about another act by now.
  say(text, undo) {
    if (this.take === undo && this.said.textContent !== text) this.said.textContent = text;
  }

  tick() {
    if (this.matches(":hover, :focus-within")) return;
    this.left -= 1;
    this.draw();
    if (this.left <= 0) this.end();
  }

  draw() {
    this.time.textContent = word("left", { count: this.left });
  }

  undo() {
    const take = this.take;
    this.end();
    take?.();
  }

  // Leave, unless the bar is about another act than that of `undo` by now.
  end(undo = this.take) {
    if (undo !== this.take) return;
    clearInterval(this.clock);
    this.take = null;
    this.hidden = true;
  }
}
customElements.define("undo-bar", UndoBar);
