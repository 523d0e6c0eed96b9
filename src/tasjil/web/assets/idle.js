// Blanks the screen where nobody touches keys or pointer, and tells the server where
// somebody reads on one page for long.
"use strict";

(() => {
  const form = document.querySelector("form[data-idle]");
  if (!form) return;
  const longest = Number(form.dataset.idle) * 1000;
  const often = Math.min(60_000, longest / 4);
  let last = Date.now();
  let told = Date.now();
  // Other tabs of the same case live and are blanked together.
  const others = "BroadcastChannel" in window ? new BroadcastChannel("tasjil-life") : null;
  if (others) others.onmessage = () => { last = Date.now(); };

  const alive = () => {
    const now = Date.now();
    if (now - last >= longest) return blank();
    last = now;
    if (now - told < often) return;
    told = now;
    if (others) others.postMessage("alive");
    fetch(form.dataset.here, { credentials: "same-origin" }).catch(() => {});
  };
  const blank = () => {
    document.body.classList.add("blank");
    form.requestSubmit ? form.requestSubmit() : form.submit();
  };
  const look = () => { if (Date.now() - last >= longest) blank(); };

  for (const sign of ["keydown", "pointerdown", "pointermove", "wheel", "touchstart"]) {
    document.addEventListener(sign, alive, { passive: true });
  }
  // A machine that slept looks at once when it wakes.
  document.addEventListener("visibilitychange", look);
  setInterval(look, Math.min(5_000, longest / 4));
})();
