/**
 * Drives Firefox for the tests: WebDriver BiDi, which Firefox speaks itself.
 * Standard input, a JSON document a line: {"open": address}, {"evaluate": body of an async function} or {"print": true},
 * which answers how the document begins; "close" ends it.
 * Standard output, a line each: {"value": …} or {"error": text}.
 */

import { createInterface } from "node:readline";
import puppeteer from "puppeteer-core";

const [program] = process.argv.slice(2);

const browser = await puppeteer.launch({
  browser: "firefox",
  executablePath: program,
  headless: true,
  protocolTimeout: 300_000,
  extraPrefsFirefox: {
    // As a reader's Firefox has it: a file may not read the file beside it.
    "security.fileuri.strict_origin_policy": true,
    // No way out: what is not on this machine is asked of a port where nobody answers.
    "network.proxy.type": 1,
    "network.proxy.http": "127.0.0.1",
    "network.proxy.http_port": 9,
    "network.proxy.ssl": "127.0.0.1",
    "network.proxy.ssl_port": 9,
    "network.proxy.no_proxies_on": "127.0.0.1",
  },
});
const page = await browser.newPage();
await page.setViewport({ width: 1280, height: 900 });

async function answer(asked) {
  if (asked.open) return void (await page.goto(asked.open, { waitUntil: "load", timeout: 120_000 }));
  if (asked.print) return new TextDecoder("latin1").decode((await page.pdf({ format: "a4" })).subarray(0, 8));
  return page.evaluate(`(async () => { ${asked.evaluate} })()`);
}

try {
  for await (const line of createInterface({ input: process.stdin })) {
    const asked = JSON.parse(line);
    if (asked === "close") break;
    try {
      process.stdout.write(`${JSON.stringify({ value: (await answer(asked)) ?? null })}\n`);
    } catch (error) {
      process.stdout.write(`${JSON.stringify({ error: String(error?.stack ?? error) })}\n`);
    }
  }
} finally {
  await browser.close();
}
