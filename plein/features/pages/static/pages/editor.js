// Buttons above a text: they type the signs of Markdown around what is selected.
const AROUND = { bold: "**", italic: "*" };
const BEFORE = { heading: "## ", list: "- ", quote: "> " };

function put(area, from, to, words, start, end) {
  area.focus();
  area.setSelectionRange(from, to);
  // execCommand keeps "undo" of the browser; where it is gone, the text is set.
  if (!document.execCommand?.("insertText", false, words)) area.setRangeText(words, from, to);
  area.setSelectionRange(from + start, from + end);
  area.dispatchEvent(new Event("input", { bubbles: true }));
}

function around(area, sign, words) {
  const { selectionStart: from, selectionEnd: to, value } = area;
  const chosen = value.slice(from, to) || words;
  put(area, from, to, sign + chosen + sign, sign.length, sign.length + chosen.length);
}

function before(area, sign) {
  const from = area.value.lastIndexOf("\n", area.selectionStart - 1) + 1;
  const to = area.selectionEnd;
  const lines = area.value.slice(from, to).split("\n");
  const all = lines.every((line) => line.startsWith(sign));
  const made = lines.map((line) => (all ? line.slice(sign.length) : sign + line)).join("\n");
  put(area, from, to, made, made.length, made.length);
}

function link(area, words) {
  const { selectionStart: from, selectionEnd: to, value } = area;
  const chosen = value.slice(from, to) || words;
  const made = `[${chosen}](https://)`;
  put(area, from, to, made, made.length - 1, made.length - 1);
}

function photo(area, number) {
  const at = area.selectionEnd;
  const made = `\n\n[foto ${number}]\n\n`;
  put(area, at, at, made, made.length, made.length);
}

for (const editor of document.querySelectorAll("[data-editor]")) {
  const area = editor.querySelector("textarea");
  const buttons = editor.querySelector("[data-buttons]");
  buttons.hidden = false;
  buttons.addEventListener("click", ({ target }) => {
    const button = target.closest("[data-mark]");
    if (!button) return;
    const { mark, words, number } = button.dataset;
    if (AROUND[mark]) around(area, AROUND[mark], button.textContent.trim().toLowerCase());
    else if (BEFORE[mark]) before(area, BEFORE[mark]);
    else if (mark === "link") link(area, words);
    else photo(area, number);
  });
}
