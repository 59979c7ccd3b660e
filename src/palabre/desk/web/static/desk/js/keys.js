// The keyboard: pressing an act's keys is pressing its button (data-act). The table is palabre/desk/web/shortcuts.py.
import { keys } from "./words.js";

const PATIENCE = 1200; // ms between the keys of a sequence ("g q")
const TYPED = "input:not([type=checkbox], [type=radio], [type=button], [type=submit]), textarea, select, [contenteditable]";

const acts = new Map(Object.entries(keys).map(([act, pressed]) => [pressed, act]));
let begun = "";
let timer = 0;
let pressedAt = null; // when the key was pressed whose act is being done (ms, on the clock of events)

// When an event was meant: an act's click by its key happens when the key is handled, and was meant when it was pressed.
export const when = (event) => pressedAt ?? event.timeStamp;

// Whether the person is writing, or is in a dialog or a menu (but for `besides`): no script may take the focus away.
export function engaged(besides = null) {
  const place = document.activeElement?.closest(`${TYPED}, dialog[open], details.menu[open]`);
  return Boolean(document.querySelector("dialog[open]") || (place && place !== besides));
}

// The key as the layout says it; where the layout is not Latin (or holds Alt), the letter printed at that place.
function pressed(event) {
  let key = event.key;
  if (!/^[\x20-\u024f]$/.test(key) && /^Key[A-Z]$/.test(event.code)) key = event.code.at(-1);
  if (key.length === 1) key = key.toLowerCase();
  return (event.ctrlKey || event.metaKey ? "Control+" : "") + key;
}

// The button of an act: in the dialog that is open, else in the page; the first that can be seen.
export function button(act) {
  const dialog = [...document.querySelectorAll("dialog[open]")].at(-1);
  const found = (dialog ?? document).querySelectorAll(`[data-act="${act}"]`);
  return [...found].find((element) => !element.disabled && element.checkVisibility());
}

export function perform(act) {
  if (act.startsWith("go-")) {
    const room = document.querySelector(`[data-room="${act.slice(3)}"]`);
    if (room) location.assign(room.href);
    return Boolean(room);
  }
  const found = button(act);
  if (found?.matches("input")) found.focus(), found.select();
  else if (found) found.click();
  else if (act === "focus-search") return perform("go-search");
  return Boolean(found);
}

document.addEventListener("keydown", (event) => {
  if (event.altKey || event.isComposing || event.defaultPrevented) return;
  const key = pressed(event);
  if (event.target.closest?.(TYPED) && !key.startsWith("Control+")) return;
  const act = acts.get(begun ? `${begun} ${key}` : key) ?? acts.get(key);
  const starts = !begun && [...acts.keys()].some((sequence) => sequence.startsWith(`${key} `));
  clearTimeout(timer);
  begun = starts ? key : "";
  if (starts) timer = setTimeout(() => (begun = ""), PATIENCE);
  const held = event.repeat && act !== "next" && act !== "previous"; // these two go on while their key is held
  pressedAt = event.timeStamp;
  if (act && !held && perform(act)) event.preventDefault();
  pressedAt = null;
});

// Buttons show the person's own keys.
const SHOWN = { "Control+k": "Ctrl K", " ": "␣" };
export const shown = (act) => (keys[act] ?? "").split(" ").map((key) => SHOWN[key] ?? (key.length === 1 ? key.toUpperCase() : key));

export function label(root = document) {
  for (const element of root.querySelectorAll("kbd[data-key]")) {
    const text = shown(element.dataset.key).join(" ");
    element.textContent = text;
    element.hidden = !text;
  }
}
label();
