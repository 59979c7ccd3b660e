// Signals of the open message: "not so", "it is", undo. The server answers with the chips as they now stand.
import { elements, post } from "./net.js";
import { engaged, label } from "./keys.js";
import { toast } from "./toast.js";
import { word } from "./words.js";

document.addEventListener("click", async (event) => {
  const button = event.target.closest("[data-heard] button[data-to]");
  if (!button || button.disabled) return;
  const place = button.closest("[data-heard]");
  button.disabled = true;
  try {
    const [fresh] = elements(await post(button.dataset.to, { signal: button.dataset.signal ?? "", is: button.dataset.is ?? "" }));
    place.replaceWith(fresh);
    label(fresh);
    if (!engaged()) fresh.querySelector("[data-said]")?.focus();
  } catch (error) {
    button.disabled = false;
    toast(error.data?.said ?? word("label_failed"), { name: word("retry"), run: () => button.click() });
  }
});
