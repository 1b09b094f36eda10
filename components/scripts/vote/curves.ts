import { hasWebCurves, webCurves, type Curves } from "#domain/voting/ballot-box/curves.ts";

declare global {
  interface Window {
    folkmootCurves?: Curves;
  }
}

/** The browser's own curves; where it has none, those in plain script, which are fetched only then. */
export async function findCurves(address: string): Promise<Curves> {
  if (await hasWebCurves()) return webCurves;
  await new Promise<void>((resolve, reject) => {
    const script = document.createElement("script");
    script.src = address;
    script.onload = () => resolve();
    script.onerror = () => reject(new Error("The curves could not be fetched"));
    document.head.append(script);
  });
  if (!window.folkmootCurves) throw new Error("The curves are not there");
  return window.folkmootCurves;
}
