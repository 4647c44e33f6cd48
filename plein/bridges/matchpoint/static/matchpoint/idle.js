// A shared screen: after two quiet minutes a question, a minute later an empty screen.
const idle = document.getElementById("idle");
const wipe = document.getElementById("wipe");

// Back in the history never shows a page from memory.
window.addEventListener("pageshow", (event) => { if (event.persisted) location.reload(); });

for (const button of document.querySelectorAll("[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
}

if (idle && wipe) watch(Number(idle.dataset.after), Number(idle.dataset.warn));

function watch(after, warn) {
  const seconds = idle.querySelector("[data-seconds]");
  let last = Date.now();
  let told = last;

  const alive = () => { if (!idle.open) last = Date.now(); };
  for (const sign of ["pointerdown", "keydown", "input", "scroll"]) {
    document.addEventListener(sign, alive, { passive: true, capture: true });
  }
  const stay = () => { last = Date.now(); idle.close(); tell(); };
  idle.querySelector("[data-stay]").addEventListener("click", stay);
  idle.addEventListener("cancel", (event) => { event.preventDefault(); stay(); });

  // The server hears that somebody is still typing, so that it does not forget them.
  function tell() {
    told = Date.now();
    fetch(idle.dataset.ping, { method: "POST", body: new FormData(wipe) }).catch(() => {});
  }

  const clock = setInterval(() => {
    const quiet = (Date.now() - last) / 1000;
    if (quiet >= after + warn) {
      clearInterval(clock);
      wipe.requestSubmit();
      return;
    }
    if (quiet >= after && !idle.open) idle.showModal();
    if (idle.open) seconds.textContent = Math.ceil(after + warn - quiet);
    if (last > told && Date.now() - told > 60000) tell();
  }, 1000);
}
