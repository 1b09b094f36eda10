import { describe, expect, it } from "vitest";
import { logoKind } from "./logo.ts";

const bytes = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));

describe("logoKind", () => {
  it("goes by the first bytes, not by the name", () => {
    expect(logoKind(bytes("\x89PNG\r\n\x1a\n....IHDR"))).toBe("image/png");
    expect(logoKind(bytes("\xff\xd8\xff\xe0..JFIF"))).toBe("image/jpeg");
    expect(logoKind(bytes("RIFF....WEBPVP8 "))).toBe("image/webp");
    expect(logoKind(bytes('<?xml version="1.0"?>\n<!-- made by -->\n<svg xmlns="http://www.w3.org/2000/svg"/>'))).toBe("image/svg+xml");
  });

  it("takes nothing else, and no drawing that could run something", () => {
    for (const text of ["", "GIF89a", "%PDF-1.7", "<html><svg></svg></html>", "MZ", "<svg><script>alert(1)</script></svg>", '<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]><svg/>', "<svg><foreignObject/></svg>"])
      expect(logoKind(bytes(text))).toBeNull();
  });
});
