import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { readVoteFile } from "./read-vote-file.ts";

const GOOD = "META\nkey;value\ndescription;d\ncountry;c\nunit;Łódź\ninstance;1\nnum_projects;1\nnum_votes;1\nbudget;10\nvote_type;approval\nrule;greedy\ndate_begin;1\ndate_end;2\nPROJECTS\nproject_id;cost;name\na;5;Bench\nVOTES\nvoter_id;vote\n1;a\n";

async function* inPieces(bytes: Buffer, size = 7): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield await Promise.resolve(bytes.subarray(at, at + size));
}
const codes = async (bytes: Buffer) => {
  const read = await readVoteFile(inPieces(bytes));
  return read.ok ? "read" : read.error.map(({ line, code }) => `${line}:${code}`);
};

describe("a file of votes", () => {
  it("is read plain and packed, whatever the pieces and with a byte order mark", async () => {
    expect(await codes(Buffer.from(GOOD))).toBe("read");
    expect(await codes(Buffer.from(`\uFEFF${GOOD}`))).toBe("read");
    expect(await codes(gzipSync(GOOD))).toBe("read");
    const read = await readVoteFile(inPieces(Buffer.from(GOOD), 1));
    expect(read.ok && read.value.meta["unit"]).toBe("Łódź");
  });

  it("is refused with what is wrong and where", async () => {
    expect(await codes(Buffer.from(GOOD.replace("a;5", "a;-5").replace("1;a", "1;b")))).toEqual(["16:amount-not-positive", "19:project-unknown"]);
    expect(await codes(Buffer.from(""))).toEqual(["1:file-empty"]);
    expect(await codes(Buffer.from("\u0000\u0001 PNG"))).not.toBe("read");
  });

  it("is refused when it is not text, broken, or unpacks to too much", async () => {
    expect(await codes(Buffer.concat([Buffer.from("META\nkey;value\nunit;"), Buffer.from([0xc3, 0x28]), Buffer.from("\n")]))).toEqual([expect.stringMatching(/^\d+:not-text$/)]);
    const packed = gzipSync(GOOD.repeat(50));
    expect(await codes(packed.subarray(0, packed.length - 20))).toEqual(["0:gzip-broken"]);
    const large = gzipSync(GOOD + "2;a\n".repeat(100_000));
    expect(await readVoteFile(inPieces(large, 65_536), 300_000)).toMatchObject({ ok: false, error: [{ code: "unpacked-too-large" }] });
    // 300 MB of noughts, packed a part at a time.
    const noughts = gzipSync(Buffer.alloc(3 * 1024 * 1024));
    expect(await codes(Buffer.concat(Array.from({ length: 100 }, () => noughts)))).toEqual(["1:not-text"]);
  });
});
