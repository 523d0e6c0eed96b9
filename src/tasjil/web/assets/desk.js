// What the desks do in the browser beyond links and forms: keys, and a blanked screen.
"use strict";

(() => {
  // A key of one letter presses the element that names it in data-key, unless somebody
  // is typing. "?" shows the list of keys of this page.
  const typing = (at) => at.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(at.tagName);
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (event.key === "Escape" && typing(event.target)) return event.target.blur();
    if (typing(event.target)) return;
    if (event.key === "?") {
      const list = document.querySelector("details.keys");
      if (list) { list.open = !list.open; event.preventDefault(); }
      return;
    }
    // Letters by their place on the keyboard too: an Arabic layout has the same keys.
    const place = event.code.startsWith("Key") ? event.code.slice(3).toLowerCase() : event.key;
    const found = [...document.querySelectorAll("[data-key]")].find(
      (each) => (each.dataset.key === event.key || each.dataset.key === place) && !each.disabled && each.offsetParent !== null);
    if (!found) return;
    event.preventDefault();
    if (typing(found)) found.focus(); else found.click();
  });

  // After a part of a page was put in, the focus goes where the part asks for it.
  document.addEventListener("htmx:after:swap", () => {
    const wanted = document.querySelector("[data-focus]");
    if (wanted) { wanted.removeAttribute("data-focus"); wanted.focus(); }
  });
})();
