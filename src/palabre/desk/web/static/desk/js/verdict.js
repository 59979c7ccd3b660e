// The dialog that asks for an article of the charter (digits choose), and for groups also whether to publish or hold.
const dialog = document.getElementById("verdict");
const notes = new Map(); // notes that were written and not sent, by the message's id
let answer = null;
let about = "";

// Keep a note that did not arrive: it stands in the dialog when it is opened on that message again.
export function keep(of, note) {
  if (note) notes.set(of, note);
  else notes.delete(of);
}

// Ask about the message `of`, and give {action, reason, note}; null where the person closed the dialog.
export function ask({ of, many = 0, proposed = "" }) {
  about = of;
  const title = dialog.querySelector("#verdict-title");
  title.textContent = many ? title.dataset.many.replace("{count}", many) : title.dataset.one;
  dialog.querySelector(".verdict-many").hidden = !many;
  dialog.querySelector("textarea").value = notes.get(of) ?? "";
  for (const button of dialog.querySelectorAll(".article")) {
    button.querySelector(".article-proposed").hidden = button.dataset.reason !== proposed;
  }
  dialog.showModal();
  (dialog.querySelector(`[data-reason="${CSS.escape(proposed)}"]`) ?? dialog.querySelector(".article")).focus();
  return new Promise((resolve) => (answer = resolve));
}

function give(button) {
  const { verdict: action, reason = "" } = button.dataset;
  const note = dialog.querySelector("textarea").value;
  notes.delete(about);
  answer?.({ action, reason, note });
  answer = null;
  dialog.close();
}

dialog?.addEventListener("click", (event) => {
  const button = event.target.closest("[data-verdict]");
  if (button) give(button);
});
dialog?.addEventListener("close", () => {
  if (answer) keep(about, dialog.querySelector("textarea").value);
  answer?.(null);
  answer = null;
});
dialog?.addEventListener("keydown", (event) => {
  if (event.target.matches("textarea") || event.ctrlKey || event.metaKey || event.altKey) return;
  const digit = /^(Digit|Numpad)(\d)$/.exec(event.code)?.[2]; // on AZERTY the digits are under Shift: the place counts
  const wanted = /^\d$/.test(event.key) ? event.key : digit;
  const buttons = [...dialog.querySelectorAll(".article")];
  const chosen = wanted && buttons.find((button) => button.dataset.digit === wanted);
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (chosen) give(chosen);
  else if (step) buttons[(buttons.indexOf(document.activeElement) + step + buttons.length) % buttons.length].focus();
  else return;
  event.preventDefault();
});
