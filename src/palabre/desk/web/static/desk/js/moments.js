// Keeps "il y a 4 min" right while a page stays open. Same thresholds as palabre/desk/web/moments.py.
import { word } from "./words.js";

function relative(seconds) {
  if (seconds < 45) return seconds > -45 ? word("now") : null;
  if (seconds < 3570) return word("minutes", { count: Math.max(1, Math.round(seconds / 60)) });
  if (seconds < 77400) return word("hours", { count: Math.round(seconds / 3600) });
  return null; // a date: the server's own words stay
}

function refresh() {
  const now = Date.now();
  for (const element of document.querySelectorAll("time[data-ago]")) {
    const said = relative((now - Date.parse(element.dateTime)) / 1000);
    if (said && element.textContent !== said) element.textContent = said;
  }
}

setInterval(() => document.hidden || refresh(), 20_000);
document.addEventListener("visibilitychange", () => document.hidden || refresh());
