// What the reading desk does in the browser: shows the claim in front in the text, turns
// a selection into places of the text, and lets the space bar go to the next claim.
"use strict";

(() => {
  const words = () => document.getElementById("words");

  // The text of a stretch as the register counts it: one sign for each character, a
  // hidden sign for the one that it stands for.
  const length = (range) => {
    const part = range.cloneContents();
    part.querySelectorAll(".hidden-sign").forEach((sign) => sign.replaceWith("\u00b7"));
    return [...part.textContent].length;
  };

  const place = (node, offset) => {
    const at = node.nodeType === Node.TEXT_NODE ? node.parentElement : node;
    let piece = at.closest("[data-at]");
    if (!piece && at === words()) {
      const before = [...at.children].slice(0, offset).filter((each) => each.dataset.at).pop();
      if (!before) return 0;
      const whole = document.createRange();
      whole.selectNodeContents(before);
      return Number(before.dataset.at) + length(whole);
    }
    if (!piece || !words().contains(piece)) return null;
    const range = document.createRange();
    range.setStart(piece, 0);
    range.setEnd(node, offset);
    return Number(piece.dataset.at) + length(range);
  };

  // The last words selected in the text stay chosen when a button takes the focus.
  let chosen = null;
  document.addEventListener("selectionchange", () => {
    const now = document.getSelection();
    if (!now || now.isCollapsed || !words() || !words().contains(now.anchorNode) || !words().contains(now.focusNode)) return;
    const range = now.getRangeAt(0);
    const start = place(range.startContainer, range.startOffset);
    const end = place(range.endContainer, range.endOffset);
    chosen = start === null || end === null || end <= start ? null : [start, end];
  });
  document.addEventListener("click", (event) => {
    const button = event.target.closest("#adding button");
    if (!button) return;
    const form = button.form;
    form.elements.start.value = chosen ? chosen[0] : "";
    form.elements.end.value = chosen ? chosen[1] : "";
    chosen = null;
  }, true);

  // Show in the text, and in the list, which claim is in front.
  const front = () => {
    const claim = document.getElementById("claim");
    const n = claim && claim.dataset.n;
    document.querySelectorAll("#words .now").forEach((each) => each.classList.remove("now"));
    document.querySelectorAll("#list [aria-current]").forEach((each) => each.removeAttribute("aria-current"));
    if (!n || !words()) return;
    const marks = [...words().querySelectorAll("mark")].filter((each) => each.dataset.c.split(" ").includes(n));
    marks.forEach((each) => each.classList.add("now"));
    if (marks.length) {
      const box = words(), mark = marks[0].getBoundingClientRect(), frame = box.getBoundingClientRect();
      box.scrollTop += mark.top - frame.top - box.clientHeight / 3;
    }
    const line = document.querySelector(`#l-${n} a`);
    if (line) {
      line.setAttribute("aria-current", "true");
      const list = line.closest("ol"), at = line.getBoundingClientRect(), frame = list.getBoundingClientRect();
      list.scrollTop += at.top - frame.top - list.clientHeight / 3;
    }
  };
  document.addEventListener("htmx:after:swap", front);
  front();

  // A number in the text leads to its claim without loading the page again.
  document.addEventListener("click", (event) => {
    const number = event.target.closest("#words .claim-number");
    const line = number && document.querySelector(`#l-${number.dataset.n} a`);
    if (!line) return;
    event.preventDefault();
    line.click();
  });

  // The space bar, where it does not press or open what has the focus.
  document.addEventListener("keydown", (event) => {
    if (event.key !== " " || event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.target.closest("a, button, summary, input, textarea, select, #words")) return;
    const next = document.querySelector('#claim [data-key="j"]');
    if (!next) return;
    event.preventDefault();
    next.click();
  });

  // Opening the reasons for rejecting puts the focus on the first.
  document.addEventListener("toggle", (event) => {
    if (event.target.matches && event.target.matches("details.reject[open]")) event.target.querySelector("button").focus();
  }, true);
})();
