/**
 * Result evening: shows one step of a count after another when a key is pressed. All steps are in the page already; this only hides those
 * that have not been shown yet, so it needs no connection. Space, Enter, the arrow keys and Page Up and Down move; Home begins again.
 */
const steps = [...document.querySelectorAll<HTMLElement>("[data-evening-step]")];
const bar = document.querySelector<HTMLElement>("[data-evening-bar]");
const says = document.querySelector<HTMLElement>("[data-evening-at]");
const back = document.querySelector<HTMLButtonElement>("[data-evening-back]");
const next = document.querySelector<HTMLButtonElement>("[data-evening-next]");

const FORWARD = new Set([" ", "ArrowRight", "ArrowDown", "PageDown"]);
const BACK = new Set(["ArrowLeft", "ArrowUp", "PageUp"]);

let shown = 0;

function show(at: number): void {
  shown = Math.min(Math.max(at, 0), steps.length - 1);
  steps.forEach((step, index) => (step.hidden = index !== shown));
  if (says) says.textContent = (says.dataset["eveningAt"] ?? "").replace("{at}", String(shown + 1));
  // Left to be focused, so that whoever pressed it does not lose their place.
  back?.setAttribute("aria-disabled", String(shown === 0));
  next?.setAttribute("aria-disabled", String(shown === steps.length - 1));
}

if (steps.length > 0 && bar) {
  bar.hidden = false;
  document.querySelector<HTMLElement>("[data-evening-plain]")?.setAttribute("hidden", "");
  document.querySelector<HTMLElement>("[data-evening-lead]")?.removeAttribute("hidden");
  back?.addEventListener("click", () => show(shown - 1));
  next?.addEventListener("click", () => show(shown + 1));
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    // A button in focus is pressed by the space bar itself.
    if (event.key === " " && event.target instanceof HTMLButtonElement) return;
    if (FORWARD.has(event.key)) show(shown + 1);
    else if (BACK.has(event.key)) show(shown - 1);
    else if (event.key === "Home") show(0);
    else return;
    event.preventDefault();
  });
  show(0);
}
