import type { Block } from "#components/count-sheets/election-blocks.ts";
import { el, table } from "./elements.ts";

const SVG = "http://www.w3.org/2000/svg";

/** A block of a count sheet as an element of the page. */
export function elementOf(block: Block): HTMLElement {
  switch (block.kind) {
    case "heading":
      return el(block.level === 2 ? "h2" : "h3", {}, block.text);
    case "text":
      return el("p", {}, block.text);
    case "list":
      return el("ul", {}, ...block.items.map((item) => el("li", {}, item)));
    case "bars":
      return bars(block);
    case "table":
      return table(block.caption, block.columns.map((header, at) => ({ header, numeric: at > 0, cell: (row: readonly string[]) => row[at] ?? "" })), block.rows);
  }
}

/** As components/charts/bars-table.tsx draws it. */
function bars({ caption, headers, rows }: Extract<Block, { kind: "bars" }>): HTMLElement {
  const head = el("tr", {}, el("th", { scope: "col" }, headers.name), el("th", { scope: "col", class: "n" }, headers.value), el("th", { scope: "col", class: "bars__plot" }, el("span", { class: "vh" }, headers.plot)));
  const body = rows.map(({ name, note, value, percent, elected }) =>
    el("tr", {}, el("th", { scope: "row" }, `${name} `, ...(note === "" ? [] : [el("span", { class: "bars__note" }, note)])), el("td", { class: "n" }, value), el("td", { class: "b" }, bar(percent, elected))),
  );
  return el("table", { class: "bars bars--keep" }, el("caption", { class: "vh" }, caption), el("thead", {}, head), el("tbody", {}, ...body));
}

function bar(percent: number, elected: boolean): Element {
  const svg = document.createElementNS(SVG, "svg");
  for (const [name, value] of Object.entries({ class: elected ? "bar" : "bar bar--off", width: "100%", "aria-hidden": "true", focusable: "false" })) svg.setAttribute(name, value);
  const rect = document.createElementNS(SVG, "rect");
  rect.setAttribute("width", `${Math.round(Math.min(100, Math.max(0, percent)) * 10) / 10}%`);
  rect.setAttribute("height", "100%");
  svg.append(rect);
  return svg;
}
