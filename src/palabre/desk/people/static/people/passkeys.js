// Says why a passkey did not work, in the page rather than in the console.
const words = document.querySelector("script[data-refused]").dataset;
const banner = document.getElementById("passkey-error");

document.addEventListener("allauth.error", (event) => {
  if (!banner) return;
  event.preventDefault();
  const impossible = event.detail.exception?.name === "SecurityError";
  banner.querySelector("p").textContent = impossible ? words.impossible : words.refused;
  banner.hidden = false;
});
