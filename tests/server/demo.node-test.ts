import assert from 'node:assert/strict';
import { once } from 'node:events';
import { get, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, test } from 'node:test';
import { launch, type Browser } from 'puppeteer-core';
import { chromiumArguments, findChromium } from '../browsers.js';
// @ts-expect-error: plain JavaScript
import { server } from '../../demo/server.js';
import { renderToString } from '../../src/server.js';
import { jsonFeed, newsArticle } from '../support/samples.js';

// Built files: `npm run build` comes before.

let browser: Browser;
let address: string;

before(async () => {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const executablePath = findChromium();
  browser = await launch({ args: chromiumArguments, ...(executablePath && { executablePath }) });
});

after(async () => {
  await browser.close();
  server.close();
  server.closeAllConnections();
});

/** What somebody reads on the page, top to bottom. */
const read = `[...document.querySelectorAll('news-article, headline-list')].map(({ shadowRoot }) => {
  return [...shadowRoot.querySelectorAll('[part="headline"], .prose p, [part="date"]')].filter((part) => part.checkVisibility()).map((part) => part.textContent.trim());
})`;

test('the demo of the server outlives an address and a host that are none', async () => {
  const { port } = server.address() as AddressInfo;
  for (const [path, host] of [['//', 'localhost'], ['/', 'a b']] as const) {
    const { statusCode } = await new Promise<IncomingMessage>((done, fail) => { get({ port, path, headers: { host } }, done).on('error', fail); });
    assert.equal(statusCode, 404);
  }
  assert.equal((await fetch(address)).status, 200);
});

test('the demo of the server can be read with scripts off', async () => {
  const page = await browser.newPage();
  await page.setJavaScriptEnabled(false);
  await page.goto(address, { waitUntil: 'load' });
  const [story, thumbnails, plain] = (await page.evaluate(read)) as string[][];
  assert.ok(story!.length > 5);
  assert.ok(story!.some((words) => words.endsWith('UTC')));
  assert.equal(thumbnails!.length, 8);
  assert.equal(plain!.length, 16);
  assert.equal(await page.evaluate(`document.querySelector('headline-list').matches(':defined')`), false);
  // With its styles: a list without its browser's markers.
  assert.equal(await page.evaluate(`getComputedStyle(document.querySelector('headline-list').shadowRoot.querySelector('ul')).listStyleType`), 'none');
  await page.close();
});

test('where there is no script, no button does nothing, and a ticker is a list', async () => {
  const page = await browser.newPage();
  await page.setJavaScriptEnabled(false);
  const html = renderToString('headline-ticker', { feed: jsonFeed }) + renderToString('news-actions', { article: newsArticle, actions: 'copy mail print' });
  await page.goto(`data:text/html;charset=utf-8,${encodeURIComponent(html)}`);
  const visible = (tag: string, selector: string) =>
    page.evaluate(`[...document.querySelector('${tag}').shadowRoot.querySelectorAll('${selector}')].filter((part) => part.checkVisibility({ opacityProperty: true })).map((part) => part.textContent.trim())`);
  assert.deepEqual(await visible('headline-ticker', '[part="headline"]'), jsonFeed.items.map(({ title }) => title));
  assert.deepEqual(await visible('headline-ticker', 'button'), []);
  assert.deepEqual(await visible('news-actions', 'a, button'), ['Email']);
  const tops = await page.evaluate(`[...document.querySelector('headline-ticker').shadowRoot.querySelectorAll('li')].map((row) => row.getBoundingClientRect().top)`);
  assert.equal(new Set(tops as number[]).size, 3);
  await page.close();
});

test('with scripts on it keeps the nodes, moves nothing, and says nothing on the console', async () => {
  const page = await browser.newPage();
  const told: string[] = [];
  page.on('console', (message) => told.push(message.text()));
  page.on('pageerror', (error) => told.push(String(error)));
  await page.evaluateOnNewDocument(`
    window.shifts = [];
    new PerformanceObserver((list) => { shifts.push(...list.getEntries()); }).observe({ type: 'layout-shift', buffered: true });
    document.addEventListener('DOMContentLoaded', () => { window.nodes = hosts().flatMap(inside); }, { once: true, capture: true });
    window.hosts = () => [...document.querySelectorAll('news-article, headline-list')];
    window.inside = ({ shadowRoot }) => [...shadowRoot.querySelectorAll(':not(link)')];
    // Before the modules, which run before DOMContentLoaded.
    document.addEventListener('readystatechange', () => { if (document.readyState === 'interactive') window.nodes = hosts().flatMap(inside); });
  `);
  await page.goto(address, { waitUntil: 'networkidle0' });
  await page.waitForFunction(`hosts().every(({ shadowRoot }) => '_$litPart$' in shadowRoot)`);
  assert.equal(await page.evaluate(`hosts().flatMap(inside).length > 50 && hosts().flatMap(inside).every((node, index) => node === nodes[index])`), true);
  // But dates, which are worded in the reader's zone.
  assert.ok(((await page.evaluate(`shifts.reduce((sum, { value }) => sum + value, 0)`)) as number) < 0.002);
  assert.deepEqual(told, []);
  await page.close();
});
