/**
 * Says the new total of a ballot about a second after the last tick, and marks the projects that no longer
 * fit. Without it the page is complete: the browser's stylesheet or the server adds up.
 */
const SETTLED_MS = 1000;

for (const meter of document.querySelectorAll<HTMLElement>(".meter[data-pot]")) watch(meter);
for (const meter of document.querySelectorAll<HTMLElement>(".meter[data-points]")) watchPoints(meter);

/** The same for a ballot on which points are shared out: whole numbers typed in fields. What is no number is left to the server. */
function watchPoints(meter: HTMLElement): void {
  const form = meter.closest("form");
  const says = meter.querySelector<HTMLElement>("[data-meter-says]");
  if (!form || !says) return;
  const total = Number(meter.dataset.points);
  const fields = [...form.querySelectorAll<HTMLInputElement>("input[data-points-for]")];
  let waiting: number | undefined;
  form.addEventListener("input", () => {
    const given = fields.reduce((sum, { value }) => sum + (/^\d{1,6}$/.test(value.trim()) ? Number(value) : 0), 0);
    const sentence = (given > total ? says.dataset.tooMuch : says.dataset.left) ?? "{amount}";
    const words = sentence.replace("{amount}", String(Math.abs(total - given)));
    show(meter, ".live--left > span", words);
    show(meter, ".live--of > span", String(given));
    meter.querySelector(".meter__fill")?.setAttribute("width", `${Math.min(100, (given / total) * 100)}%`);
    meter.querySelector(".meter__over")?.setAttribute("opacity", given > total ? "1" : "0");
    window.clearTimeout(waiting);
    waiting = window.setTimeout(() => {
      says.textContent = words;
    }, SETTLED_MS);
  });
}

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
