// What every page does: say it when a request fails, and open dialogs in older browsers.
const status = document.getElementById("page-status");

function say(words) {
  status.textContent = words;
  setTimeout(() => { if (status.textContent === words) status.textContent = ""; }, 8000);
}

for (const name of ["htmx:responseError", "htmx:sendError", "htmx:timeout"]) {
  document.addEventListener(name, (event) => {
    // A poll that fails is tried again by itself; only what a person did deserves words.
    if (!/every/.test(event.detail.elt?.dataset.hxTrigger ?? "")) say(status.dataset.failed);
  });
}

// Without network a kind page stands in for the browser's own.
if ("serviceWorker" in navigator) {
  addEventListener("load", () => {
    navigator.serviceWorker.register("/offline.js", { updateViaCache: "all" }).catch(() => {});
  });
}

if (!("command" in HTMLButtonElement.prototype)) {
  document.addEventListener("click", (event) => {
    const button = event.target.closest("button[commandfor]");
    const dialog = button && document.getElementById(button.getAttribute("commandfor"));
    if (!dialog) return;
    if (button.getAttribute("command") === "show-modal") dialog.showModal();
    if (button.getAttribute("command") === "close") dialog.close();
  });
}
