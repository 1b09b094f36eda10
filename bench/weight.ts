/**
 * What a ballot of sixty projects weighs on its way to a browser that runs no script: the page with its styles, fonts and
 * pictures, and apart from them the scripts that a browser with script would load besides.
 */
import { chromium } from "@playwright/test";
import { findChromium } from "#testing/chromium.ts";
import { buildIfStale } from "#start/build.ts";
import { WEB_PROGRAM } from "#start/settings.ts";
import path from "node:path";
import type { BenchOptions } from "./bench.ts";
import { openGround } from "./ground.ts";
import { startServer } from "./servers.ts";

const MOST_BYTES = 100_000;

interface Sent {
  readonly address: string;
  /** Head and body as they went over the wire. */
  readonly bytes: number;
}

export async function run({ json }: BenchOptions): Promise<object> {
  const ground = await openGround();
  await buildIfStale({ ...ground.env, BASE_URL: "http://localhost:3000" });
  const server = await startServer("Folkmoot", WEB_PROGRAM, { cwd: path.dirname(import.meta.dirname), env: ground.env });
  const { executablePath, args, env } = findChromium();
  const browser = await chromium.launch({ executablePath, args, env });
  try {
    const origin = `http://localhost:${String(server.port)}`;
    const address = `${origin}/en/${ground.council}/votes/${ground.open.vote}/${ground.open.pot}/ballot`;
    const [token = ""] = await ground.issuePasses(1);
    const weigh = async (javaScriptEnabled: boolean): Promise<Sent[]> => {
      const context = await browser.newContext({ javaScriptEnabled });
      await context.addCookies([{ name: `pass-${ground.open.pollId}`, value: token, url: origin }]);
      const page = await context.newPage();
      const sent: Promise<Sent>[] = [];
      page.on("requestfinished", (request) => {
        sent.push(request.sizes().then(({ responseHeadersSize, responseBodySize }) => ({ address: request.url().replace(origin, ""), bytes: responseHeadersSize + responseBodySize })));
      });
      const answer = await page.goto(address, { waitUntil: "networkidle" });
      const choices = await page.locator("input[name=choice]").count();
      if (answer?.status() !== 200 || choices !== 60) throw new Error(`The ballot answered ${String(answer?.status())} with ${String(choices)} projects`);
      await context.close();
      return Promise.all(sent);
    };
    const plain = await weigh(false);
    const withScript = await weigh(true);
    const sum = (all: readonly Sent[]): number => all.reduce((bytes, each) => bytes + each.bytes, 0);
    const scripts = withScript.filter(({ address: each }) => each.endsWith(".js"));
    const answer = { bench: "weight", bytes: sum(plain), mostBytes: MOST_BYTES, reached: sum(plain) <= MOST_BYTES, sent: plain, scripts };
    if (!json) {
      for (const { address: each, bytes } of [...plain, ...scripts]) console.log(`${String(bytes).padStart(8)}  ${each}`);
      console.log(`${String(answer.bytes).padStart(8)}  without script, of at most ${String(MOST_BYTES)}; scripts besides: ${String(sum(scripts))}`);
    }
    if (!answer.reached) throw new Error(`The ballot weighs ${String(answer.bytes)} bytes; ${String(MOST_BYTES)} are allowed.`);
    return answer;
  } finally {
    await browser.close();
    await server.stop();
    await ground.close();
  }
}
