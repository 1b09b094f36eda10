import { expect, test } from "vitest";
import { readForm } from "./form-body.ts";

const HERE = "http://here.example/form";
const headers = (type: string) => ({ "sec-fetch-site": "same-origin", "content-type": type });
const FORM = "application/x-www-form-urlencoded";

/** A body that says nothing of its length, as chunked requests do. */
function unsaid(type: string, text: string): { readonly request: Request; readonly taken: () => number } {
  let taken = 0;
  const piece = new TextEncoder().encode(text);
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      taken += piece.byteLength;
      if (taken > 1_000_000) controller.close();
      else controller.enqueue(piece);
    },
  });
  return { request: new Request(HERE, { method: "POST", body, headers: headers(type), duplex: "half" } as RequestInit), taken: () => taken };
}

test("a body over the limit is given up early, whether or not it says its length", async () => {
  for (const type of [FORM, "multipart/form-data; boundary=b"]) {
    const { request, taken } = unsaid(type, "x".repeat(1000));
    expect(await readForm(request, 5000)).toEqual({ ok: false, error: "too-large" });
    expect(taken()).toBeLessThan(20_000);
  }
});

test("a field may have any name", async () => {
  const names = ["__proto__", "constructor", "toString"];
  const form = new FormData();
  for (const name of names) form.append(name, "1");
  const posted = [
    new Request(HERE, { method: "POST", body: names.map((name) => `${name}=1`).join("&"), headers: headers(FORM) }),
    new Request(HERE, { method: "POST", body: form, headers: { "sec-fetch-site": "same-origin" } }),
  ];
  for (const request of posted) {
    const read = await readForm(request);
    expect(read.ok && Object.entries(read.value.values)).toEqual(names.map((name) => [name, ["1"]]));
  }
});
