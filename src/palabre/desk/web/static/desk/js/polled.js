// What a page asks for again and again (hx-trigger="every …") is not put in under a button that is being pressed: the
// click would be lost. It comes with the next answer. (The focus is kept by the ids of what can have it.)
document.addEventListener("htmx:beforeSwap", ({ detail }) => {
  const polled = !detail.requestConfig.triggeringEvent;
  if (polled && detail.target.matches(":active")) detail.shouldSwap = false;
});
