// The dialog that asks for an article of the charter (digits choose), and for groups also whether to publish or hold.
const dialog = document.getElementById("verdict");
let answer = null;

// Ask, and give {action, reason, note}; null where the person closed the dialog.
export function ask({ many = 0, proposed = "" } = {}) {
  const title = dialog.querySelector("#verdict-title");
  title.textContent = many ? title.dataset.many.replace("{count}", many) : title.dataset.one;
  dialog.querySelector(".verdict-many").hidden = !many;
  dialog.querySelector("textarea").value = "";
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
  answer?.({ action, reason, note });
  answer = null;
  dialog.close();
}

dialog?.addEventListener("click", (event) => {
  const button = event.target.closest("[data-verdict]");
  if (button) give(button);
});
dialog?.addEventListener("close", () => {
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
