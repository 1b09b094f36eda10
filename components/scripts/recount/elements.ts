type Child = Node | string;

/** A new element with its attributes and what is in it. */
export function el<K extends keyof HTMLElementTagNameMap>(tag: K, attributes: Readonly<Record<string, string>> = {}, ...children: readonly Child[]): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

export interface Column<Row> {
  readonly header: string;
  readonly numeric?: boolean;
  readonly cell: (row: Row) => string;
}

/** A table with a caption and real headers; its first column names the rows. It can be scrolled by keyboard where it is wide. */
export function table<Row>(caption: string, columns: readonly Column<Row>[], rows: readonly Row[]): HTMLElement {
  const n = (numeric: boolean | undefined): Record<string, string> => (numeric ? { class: "n" } : {});
  const head = el("tr", {}, ...columns.map(({ header, numeric }) => el("th", { scope: "col", ...n(numeric) }, header)));
  const body = rows.map((row) =>
    el("tr", {}, ...columns.map(({ cell, numeric }, at) => (at === 0 ? el("th", { scope: "row", ...n(numeric) }, cell(row)) : el("td", n(numeric), cell(row))))),
  );
  return el("div", { class: "tw", tabindex: "0", role: "region", "aria-label": caption }, el("table", { class: "t t--tight" }, el("caption", {}, caption), el("thead", {}, head), el("tbody", {}, ...body)));
}

/** News in a box: a few bold words, then more. */
export function notice(kind: "info" | "good" | "warn" | "bad", title: string, ...more: readonly Child[]): HTMLElement {
  const box = el("div", { class: kind === "info" ? "notice notice--plain" : `notice notice--plain notice--${kind}` });
  box.append(el("div", {}, el("p", { class: "notice__t" }, title), ...more.map((part) => (typeof part === "string" ? el("p", {}, part) : part))));
  return box;
}
