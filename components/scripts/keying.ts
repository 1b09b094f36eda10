/**
 * Saves keys while paper ballots are keyed: the number field is ready at once, a number and Enter marks a box, Ctrl and
 * Enter saves, and the sum of what is marked is shown. Without it every box is reached by Tab and Space, and boxes can be typed in one field.
 */
const form = document.querySelector<HTMLFormElement>("form#keying");
if (form) start(form);

function start(keyed: HTMLFormElement): void {
  for (const note of document.querySelectorAll<HTMLElement>("[data-needs-script]")) note.hidden = false;
  const paper = keyed.querySelector<HTMLInputElement>("input[name=paper]");
  const boxes = [...keyed.querySelectorAll<HTMLInputElement>("input[data-box]")];
  if (paper && document.querySelector(".errsum") === null) paper.focus();

  let digits = "";
  keyed.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      keyed.requestSubmit(keyed.querySelector<HTMLButtonElement>("button[value=save]"));
      return;
    }
    const target = event.target as HTMLElement;
    if (target === paper) {
      // A scanner ends with Enter: go on to the boxes, and do not send half a paper.
      if (event.key === "Enter") {
        event.preventDefault();
        (boxes[0] ?? keyed.querySelector<HTMLInputElement>("ol input"))?.focus();
      }
      return;
    }
    if (!(target instanceof HTMLInputElement) || target.type === "text") return;
    if (/^\d$/.test(event.key)) {
      digits = (digits + event.key).slice(-3);
      event.preventDefault();
    } else if (event.key === "Enter") {
      event.preventDefault();
      const box = boxes.find(({ dataset }) => dataset["box"] === digits);
      digits = "";
      if (!box) return;
      box.checked = !box.checked;
      box.focus();
      show();
    } else digits = "";
  });
  keyed.addEventListener("change", show);
  show();

  function show(): void {
    const says = keyed.querySelector<HTMLElement>("[data-keyed-total]");
    if (!says) return;
    const marked = boxes.filter(({ checked }) => checked);
    const names = marked.map(({ dataset }) => `${dataset["box"] ?? ""} ${dataset["title"] ?? ""}`).join(", ");
    const total = (says.dataset["keyedTotal"] ?? "").replace("{count}", String(marked.length)).replace("{names}", names);
    const pence = marked.reduce((sum, { dataset }) => sum + Number(dataset["cost"] ?? 0), 0);
    const cost = (says.dataset["keyedCost"] ?? "").replace("{cost}", money(pence)).replace("{pot}", money(Number(says.dataset["pot"] ?? 0)));
    says.textContent = marked.length === 0 ? "" : `${total} ${cost}`.trim();
  }
}

function money(pence: number): string {
  const whole = Math.floor(pence / 100).toLocaleString("en-GB");
  return pence % 100 === 0 ? `£${whole}` : `£${whole}.${String(pence % 100).padStart(2, "0")}`;
}
