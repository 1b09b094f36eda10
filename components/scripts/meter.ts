/**
 * Says the new total of a ballot about a second after the last tick, and marks the projects that no longer
 * fit. Without it the page is complete: the browser's stylesheet or the server adds up.
 */
const SETTLED_MS = 1000;

for (const meter of document.querySelectorAll<HTMLElement>(".meter[data-pot]")) watch(meter);

function watch(meter: HTMLElement): void {
  const form = meter.closest("form");
  const says = meter.querySelector<HTMLElement>("[data-meter-says]");
  if (!form || !says) return;
  const pot = Number(meter.dataset.pot);
  const boxes = [...form.querySelectorAll<HTMLInputElement>("input[data-cost]")];
  let waiting: number | undefined;

  const update = (): void => {
    const sum = boxes.reduce((total, box) => total + (box.checked ? cost(box) : 0), 0);
    const left = pot - sum;
    const sentence = (left < 0 ? says.dataset.tooMuch : says.dataset.left) ?? "{amount}";
    const words = sentence.replace("{amount}", money(Math.abs(left)));
    show(meter, ".live--left > span", words);
    show(meter, ".live--of > span", money(sum));
    const bar = meter.querySelector(".meter__fill");
    bar?.setAttribute("width", `${Math.min(100, (sum / Math.max(1, pot)) * 100)}%`);
    meter.querySelector(".meter__over")?.setAttribute("opacity", left < 0 ? "1" : "0");
    for (const box of boxes) {
      const note = box.parentElement?.querySelector<HTMLElement>("[data-does-not-fit]");
      if (note) note.hidden = box.checked || cost(box) <= left;
    }
    window.clearTimeout(waiting);
    waiting = window.setTimeout(() => {
      says.textContent = words;
    }, SETTLED_MS);
  };
  form.addEventListener("change", update);
}

function show(meter: HTMLElement, selector: string, words: string): void {
  const place = meter.querySelector(selector);
  if (place) place.textContent = words;
}

function cost(box: HTMLInputElement): number {
  return Number(box.dataset.cost);
}

/** Pounds, with pence only where there are any. */
function money(pence: number): string {
  const decimals = pence % 100 === 0 ? 0 : 2;
  const format = new Intl.NumberFormat(document.documentElement.lang, {
    style: "currency",
    currency: "GBP",
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  });
  return format.format(pence / 100);
}
