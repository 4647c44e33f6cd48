// A shared screen: after two quiet minutes a question, a minute later an empty screen. Without
// network the same, on the page that says so; the server hears of it when the network is back.
const idle = document.getElementById("idle");
const wipe = document.getElementById("wipe");
// In this tab: where an empty screen begins, and the last sign of life.
const NOTE = "plein-screen";

// Back in the history never shows a page from memory.
window.addEventListener("pageshow", (event) => { if (event.persisted) location.reload(); });

function box() {
  try { return window.sessionStorage; } catch { return null; }
}

const note = JSON.parse(box()?.getItem(NOTE) ?? "null");
const start = wipe ? idle?.dataset.start : note?.start;
const write = (last) => box()?.setItem(NOTE, JSON.stringify({ start, last }));

if (idle && start) watch(Number(idle.dataset.after), Number(idle.dataset.warn));

function watch(after, warn) {
  const seconds = idle.querySelector("[data-seconds]");
  let last = Date.now();
  let told = last;
  let clock;

  window.addEventListener("submit", (event) => { if (event.target === wipe) forget(); });
  // Emptied without network, or long left alone: what the server still has goes first.
  if (note && (last - note.last) / 1000 >= after + warn) {
    if (wipe || note.last) empty();
    return;
  }

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
    if (wipe) fetch(idle.dataset.ping, { method: "POST", body: new FormData(wipe) }).catch(() => {});
  }

  write(last);
  clock = setInterval(() => {
    const quiet = (Date.now() - last) / 1000;
    if (quiet >= after + warn) {
      empty();
      return;
    }
    write(last);
    if (quiet >= after && !idle.open) idle.showModal();
    if (idle.open) seconds.textContent = Math.ceil(after + warn - quiet);
    if (last > told && Date.now() - told > 60000) tell();
  }, 1000);

  function forget() {
    clearInterval(clock);
    box()?.clear();
    write(0);
  }

  function empty() {
    clearInterval(clock);
    if (wipe) return wipe.requestSubmit();
    forget();
    location.replace(start);
  }
}
