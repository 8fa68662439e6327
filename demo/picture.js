// npm run picture: demo/picture.png, the front page of the demo as README.md shows it. Needs a build.
import { join } from 'node:path';
import { launch } from 'puppeteer-core';
import { createServer } from 'vite';
import { chromiumArguments, findChromium } from '../tests/browsers.js';

const server = await createServer({ server: { open: false, hmr: false, watch: null }, logLevel: 'error' });
const browser = await launch({ executablePath: findChromium(), args: chromiumArguments });
try {
  await server.listen();
  const page = await browser.newPage();
  await page.setViewport({ width: 1200, height: 900 });
  await page.goto(new URL('/demo/', server.resolvedUrls.local[0]).href, { waitUntil: 'networkidle0' });
  await page.screenshot({ path: join(import.meta.dirname, 'picture.png') });
} finally {
  await browser.close();
  await server.close();
}
