// Forms: tiles that go on by themselves, sentences to tap, and typed words that are not lost.
document.getElementById("error-summary")?.focus();

// Only a finger or mouse goes on at once; with the arrow keys one still looks around.
let pointed = false;
document.addEventListener("pointerdown", (event) => {
  pointed = Boolean(event.target.closest("[data-go-on] .tile"));
});
document.addEventListener("keydown", () => { pointed = false; });
// Who taps the button as well while the tile is on its way, sends nothing twice.
let going = null;
const stay = () => { going = null; };
addEventListener("pageshow", stay);
addEventListener("submit", (event) => {
  if (event.target === going) event.preventDefault();
}, true);
function goOn({ target }) {
  if (!pointed || target.type !== "radio" || !target.closest("[data-go-on]")) return;
  target.form.requestSubmit();
  going = target.form;
  setTimeout(stay, 4000);
}
document.addEventListener("change", goOn);
// The tile that was chosen before goes on too.
document.addEventListener("click", (event) => {
  if (event.target.defaultChecked) goOn(event);
});

document.addEventListener("click", (event) => {
  const example = event.target.closest("[data-fills]");
  const field = example && document.getElementById(example.dataset.fills);
  if (!field) return;
  event.preventDefault();
  field.value = example.dataset.words ?? example.textContent.trim();
  field.dispatchEvent(new Event("input", { bubbles: true }));
  field.focus();
});

// Typed words stay in this tab until the form was sent and another page came.
const PREFIX = "plein:";
const SENT = "plein:sent";
const SECRET = /password|one-time-code|current-password|new-password/;

function box() {
  try { return window.sessionStorage; } catch { return null; }
}

const keyOf = (form) => `${PREFIX}${location.pathname}#${form.id}`;
const worthKeeping = (field) =>
  field.name && !SECRET.test(field.type + field.autocomplete) &&
  (field.tagName === "TEXTAREA" || ["text", "tel", "email", "search", "url"].includes(field.type));

function keep(form) {
  const words = [...form.elements].filter(worthKeeping).map((field) => [field.name, field.value]);
  box()?.setItem(keyOf(form), JSON.stringify(words));
}

function restore(form) {
  for (const [name, value] of JSON.parse(box()?.getItem(keyOf(form)) ?? "[]")) {
    const field = form.elements.namedItem(name);
    if (field && worthKeeping(field) && !field.value) field.value = value;
  }
}

const kept = [...document.querySelectorAll("form[data-keep]")];
const sent = box()?.getItem(SENT);
// A page that says it failed is no answer: then the words are needed once more.
const failed = document.querySelector(".error-page");
if (document.querySelector("[data-forget]")) box()?.clear();
else if (sent && !failed && !kept.some((form) => keyOf(form) === sent)) {
  box().removeItem(sent);
  box().removeItem(SENT);
}
kept.forEach(restore);
document.addEventListener("input", (event) => {
  if (event.target.form?.hasAttribute("data-keep")) keep(event.target.form);
});
document.addEventListener("submit", (event) => {
  // Who empties a shared screen takes their words along, also when the network is away.
  if (event.target.hasAttribute("data-forgets")) box()?.clear();
  if (event.target.hasAttribute("data-keep")) box()?.setItem(SENT, keyOf(event.target));
});
