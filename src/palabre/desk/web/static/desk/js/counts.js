// The numbers beside the rooms follow what happens, at most every three seconds.
import { get } from "./net.js";
import { live } from "./live.js";

const slug = document.body.dataset.workspace;
let timer = 0;

function soon() {
  timer ||= setTimeout(refresh, 3000);
}

async function refresh() {
  timer = 0;
  if (document.hidden) return soon();
  try {
    const trays = document.querySelector('[data-count^="tray-"]') ? "?trays=1" : "";
    const counts = await get(`/w/${slug}/counts${trays}`);
    for (const [room, count] of Object.entries(counts)) {
      for (const place of document.querySelectorAll(`[data-count="${room}"]`)) place.textContent = count;
    }
  } catch {
    soon();
  }
}

if (slug) for (const kind of ["messages", "decided", "changed"]) live.on(kind, soon);
