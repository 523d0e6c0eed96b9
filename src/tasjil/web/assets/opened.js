// Blanks an identity that was opened, after its minute and when the page is left.
"use strict";

(() => {
  const opened = document.getElementById("opened");
  const blank = () => {
    opened.replaceChildren();
    document.getElementById("blanked").hidden = false;
  };
  setTimeout(blank, Number(opened.dataset.seconds) * 1000);
  addEventListener("pagehide", blank);
})();
