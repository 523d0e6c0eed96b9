// What the inbox does in the browser: files can be dropped on its sheet.
"use strict";

(() => {
  const sheet = document.getElementById("drop");
  if (!sheet) return;
  const field = sheet.querySelector('input[type="file"]'), warning = sheet.querySelector('[role="alert"]');
  const fits = () => {
    const size = [...field.files].reduce((sum, each) => sum + each.size, 0);
    const is = size < Number(sheet.dataset.largest) * 0.98 && field.files.length <= 500;
    warning.hidden = is;
    warning.textContent = is ? "" : sheet.dataset.tooLarge;
    return is;
  };
  field.addEventListener("change", fits);
  sheet.addEventListener("submit", (event) => { if (!fits()) event.preventDefault(); });
  for (const kind of ["dragenter", "dragover"]) {
    sheet.addEventListener(kind, (event) => { event.preventDefault(); sheet.classList.add("over"); });
  }
  for (const kind of ["dragleave", "drop"]) {
    sheet.addEventListener(kind, () => sheet.classList.remove("over"));
  }
  sheet.addEventListener("drop", (event) => {
    event.preventDefault();
    if (!event.dataTransfer || !event.dataTransfer.files.length) return;
    field.files = event.dataTransfer.files;
    if (fits() && !sheet.querySelector("details").open) sheet.requestSubmit();
  });
  // A file that misses the sheet must not open in the place of the page.
  for (const kind of ["dragover", "drop"]) window.addEventListener(kind, (event) => event.preventDefault());
})();
