// "Read aloud": the browser's own voice; hidden until there is one that could speak.
const tool = document.getElementById("read-aloud-tool");
const button = document.getElementById("read-aloud");
const voice = window.speechSynthesis;
const WORTH = "h1, h2, h3, h4, p, li, dt, dd, label, legend, th, td, summary, .button";

if (tool && voice && window.SpeechSynthesisUtterance) {
  tool.hidden = false;
  button.addEventListener("click", () => (voice.speaking ? stop() : start()));
  window.addEventListener("pagehide", stop);
}

function stop() {
  voice.cancel();
  button.setAttribute("aria-pressed", "false");
}

function start() {
  const pieces = chosenWords() ?? pageWords();
  const language = document.documentElement.lang;
  const voices = voice.getVoices();
  // An empty list means the browser does not tell; a list without our language is a plain no.
  if (voices.length && !voices.some((one) => one.lang.startsWith(language.slice(0, 2)))) {
    document.getElementById("page-status").textContent = button.dataset.none;
    return;
  }
  button.setAttribute("aria-pressed", "true");
  pieces.forEach((words, index) => {
    const spoken = new SpeechSynthesisUtterance(words);
    spoken.lang = language;
    spoken.rate = 0.95;
    if (index === pieces.length - 1) spoken.onend = stop;
    spoken.onerror = stop;
    voice.speak(spoken);
  });
}

function chosenWords() {
  const chosen = String(getSelection()).trim();
  return chosen ? [chosen] : null;
}

function pageWords() {
  const all = [...document.querySelectorAll("main :is(" + WORTH + ")")];
  return all
    .filter((one) => one.checkVisibility?.() !== false && !one.parentElement.closest(WORTH))
    .map((one) => one.innerText.trim())
    .filter(Boolean);
}
