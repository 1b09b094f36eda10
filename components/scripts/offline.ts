/**
 * A form sent while the browser is offline would be lost to the browser's own page. This keeps the page and says so; the
 * choices stay ticked. The button on the message presses again the one that was pressed.
 */
const message = document.querySelector<HTMLElement>("[data-offline-message]");
let pressed: HTMLElement | null = null;

for (const form of document.querySelectorAll<HTMLFormElement>("form[data-offline]")) {
  form.addEventListener("submit", (event) => {
    if (navigator.onLine || !message) return;
    event.preventDefault();
    pressed = event.submitter ?? form.querySelector<HTMLElement>("button");
    message.hidden = false;
    message.scrollIntoView();
    message.focus();
  });
}

message?.querySelector("button")?.addEventListener("click", (event) => {
  event.preventDefault();
  if (navigator.onLine) message.hidden = true;
  pressed?.click();
});
