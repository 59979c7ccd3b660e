// A short sentence at the corner, read out politely; it stays while one points at it.
export function toast(text, action) {
  const place = document.getElementById("toasts");
  const box = document.createElement("div");
  box.className = "toast";
  box.append(Object.assign(document.createElement("span"), { textContent: text }));
  if (action) {
    const button = Object.assign(document.createElement("button"), { type: "button", textContent: action.name });
    button.addEventListener("click", () => (box.remove(), action.run()));
    box.append(button);
  }
  place.append(box);
  const leave = () => (box.matches(":hover, :focus-within") ? setTimeout(leave, 2000) : box.remove());
  if (!action?.stays) setTimeout(leave, 7000);
  return box;
}
