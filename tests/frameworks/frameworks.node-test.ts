import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, resolve } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import vue from '@vitejs/plugin-vue';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { build, type PluginOption } from 'vite';
import solid from 'vite-plugin-solid';
import { chromiumArguments, findChromium } from '../browsers.js';

// Vite's builds go by it, and Vite's server, which the browser tests start, has set another.
process.env.NODE_ENV = 'production';

// An app for each framework, which imports the package as an app does: `npm run build` comes before this.

interface Framework {
  readonly main: string;
  readonly plugins?: PluginOption[];
  readonly check: readonly string[];
  /** Renders the app as text. */
  readonly server?: string;
}

const frameworks: Readonly<Record<string, Framework>> = {
  react: { main: 'main.tsx', check: ['tsc', '-p'], server: 'server.tsx' },
  preact: { main: 'main.tsx', check: ['tsc', '-p'] },
  solid: { main: 'main.tsx', plugins: [solid()], check: ['tsc', '-p'] },
  vue: { main: 'main.ts', plugins: [vue({ template: { compilerOptions: { isCustomElement: (tag) => /^(news|headline)-/.test(tag) } } })], check: ['vue-tsc', '-p'], server: 'server.ts' },
  svelte: { main: 'main.ts', plugins: [svelte({ configFile: false })], check: ['svelte-check', '--output', 'machine', '--tsconfig', './tsconfig.json', '--workspace'] },
  angular: { main: 'main.ts', check: ['tsc', '-p'] },
};

const folder = import.meta.dirname;
const root = resolve(folder, '../..');
/** Within the package, so that what is built finds it by its name, too. */
const built = join(folder, 'built');
const types: Readonly<Record<string, string>> = { '.js': 'text/javascript', '.css': 'text/css' };

/** With what frameworks say while an app is made, as that is where they tell of mismatches. */
async function buildApp(name: string, input: string, ssr = false): Promise<string> {
  const outDir = join(built, name, ssr ? 'server' : 'client');
  await build({
    configFile: false,
    root: join(folder, name),
    base: './',
    logLevel: 'error',
    mode: 'development',
    define: { ...(ssr ? {} : { 'process.env.NODE_ENV': '"development"' }), __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: true },
    plugins: frameworks[name]?.plugins ?? [],
    build: { outDir, emptyOutDir: true, minify: false, reportCompressedSize: false, target: 'es2022', ssr, rolldownOptions: { input: join(folder, name, input), output: { entryFileNames: 'main.js' } } },
  });
  return join(outDir, 'main.js');
}

const page = (name: string, content: string) => `<!doctype html>
<html lang="en">
  <head><title>${name}</title><link rel="icon" href="data:," /><script src="/recorder.js"></script></head>
  <body><div id="root">${content}</div><script type="module" src="/${name}/client/main.js"></script></body>
</html>`;

const rendered = new Map<string, string>();

function serve(): Promise<Server> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const [, name = '', kind] = pathname.split('/');
    const file = pathname === '/recorder.js' ? join(root, 'tests/support/recorder.js') : join(built, pathname);
    const isFile = extname(file) !== '';
    if (isFile && !existsSync(file)) response.writeHead(404).end();
    else response.writeHead(200, { 'content-type': isFile ? types[extname(file)] : 'text/html' }).end(isFile ? readFileSync(file) : page(name, kind === 'server' ? rendered.get(name) ?? '' : ''));
  });
  return new Promise((done) => server.listen(0, '127.0.0.1', () => { done(server); }));
}

let browser: Browser;
let server: Server;

before(async () => {
  server = await serve();
  const executablePath = findChromium();
  assert.ok(executablePath, 'a Chromium');
  browser = await puppeteer.launch({ executablePath, args: chromiumArguments });
});

after(async () => {
  await browser.close();
  server.close();
  rmSync(built, { recursive: true, force: true });
});

async function open(path: string): Promise<Page> {
  const tab = await browser.newPage();
  await tab.goto(`http://127.0.0.1:${String((server.address() as AddressInfo).port)}${path}`);
  return tab;
}

const problems = (tab: Page) => tab.evaluate(() => (window as unknown as { __problems: string[] }).__problems);

/** Goes through an app as a reader does; what it shows is in open shadow roots. */
async function clickThrough(tab: Page): Promise<void> {
  const headlines = (...wanted: string[]) => tab.waitForFunction(
    (text) => [...(document.querySelector('headline-list')?.shadowRoot?.querySelectorAll('[part=headline]') ?? [])].map(({ textContent }) => textContent).join() === text,
    {},
    wanted.join(),
  );
  const text = (selector: string, wanted: string) => tab.waitForFunction((at, value) => document.querySelector(at)?.textContent === value, {}, selector, wanted);

  await headlines('one', 'two');
  const list = await tab.$eval('headline-list', (element) => ({ limit: element.limit, level: element.headingLevel, role: element.shadowRoot?.querySelector('.title')?.ariaLevel ?? element.shadowRoot?.querySelector('.title')?.getAttribute('aria-level') }));
  assert.deepEqual({ ...list, limit: Number(list.limit), level: Number(list.level) }, { limit: 3, level: 3, role: '3' });

  const { href } = await tab.evaluate(() => ({ href: location.href }));
  await tab.click('headline-list >>> [part=link]');
  await text('output', 'one');
  assert.equal(tab.url(), href);

  await tab.click('#more');
  await headlines('three', 'one', 'two');
  await tab.click('headline-list >>> [part=link]');
  await text('output', 'three');

  assert.equal(await tab.$eval('news-article', ({ shadowRoot }) => shadowRoot), null);
  await tab.click('#define');
  await tab.waitForFunction(() => document.querySelector('news-article')?.shadowRoot?.querySelector('h3')?.textContent === 'Night ferry returns');
  await text('#told', '1');

  await tab.click('#remove');
  await tab.waitForFunction(() => !document.querySelector('headline-list, news-article'));
  assert.deepEqual(await problems(tab), []);
}

function check(name: string, [program = '', ...args]: readonly string[]): Promise<{ code: number; output: string }> {
  return new Promise((done) => {
    execFile(join(root, 'node_modules/.bin', program), [...args, join(folder, name)], { cwd: join(folder, name) }, (error, stdout, stderr) => {
      done({ code: error ? 1 : 0, output: stdout + stderr });
    });
  });
}

test('the quick starts of README are what these apps show', () => {
  const readme = readFileSync(join(root, 'README.md'), 'utf8');
  for (const [language, file] of [['tsx', 'react/Headlines.tsx'], ['vue', 'vue/Headlines.vue']] as const) {
    assert.ok(readme.includes(`\`\`\`${language}\n${readFileSync(join(folder, file), 'utf8')}\`\`\`\n`), file);
  }
});

for (const [name, framework] of Object.entries(frameworks)) {
  describe(name, () => {
    test('its app shows, changes and removes the news', async () => {
      await buildApp(name, framework.main);
      const tab = await open(`/${name}/`);
      await clickThrough(tab);
      await tab.close();
    });

    test('its types let in what is right, and nothing else', async () => {
      const { code, output } = await check(name, framework.check);
      if (name !== 'svelte') return assert.equal(code, 0, output);
      // It has no comment to expect an error with.
      const wrong = readFileSync(join(folder, name, 'Wrong.svelte'), 'utf8').split('\n').flatMap((line, index) => (line.endsWith('<!-- ? -->') ? [`Wrong.svelte:${String(index + 1)}`] : []));
      const found = [...output.matchAll(/ERROR "([^"]+)" (\d+):/g)].map(([, file = '', line = '']) => `${file}:${line}`);
      return assert.deepEqual([...new Set(found)], wrong, output);
    });

    const { server: entry } = framework;
    if (entry) {
      test('what its server sends is taken over as it is', async () => {
        const { render } = await import(pathToFileURL(await buildApp(name, entry, true)).href) as { render: () => Promise<string> | string };
        const html = await render();
        rendered.set(name, html);
        assert.match(html, /<headline-list[^>]* limit="3"/);
        assert.match(html, /<headline-list[^>]* heading-level="3"/);
        const tab = await open(`/${name}/server`);
        await clickThrough(tab);
        await tab.close();
      });
    }
  });
}
