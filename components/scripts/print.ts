/** A link to a page made for paper opens the print box at once. Without this it leads to that page. */
for (const link of document.querySelectorAll<HTMLAnchorElement>("a[data-print]")) {
  link.addEventListener("click", (event) => {
    event.preventDefault();
    for (const details of document.querySelectorAll("details")) details.open = true;
    window.print();
  });
}
