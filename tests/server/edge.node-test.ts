import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { createContext, runInContext } from 'node:vm';
import { build, type Rolldown } from 'vite';
import { jsonFeed, newsArticle } from '../support/samples.js';

// Built files: `npm run build` comes before.

const [quickStart = ''] = /(?<=```js\n)import \{ JSDOM[^]*?(?=```)/.exec(readFileSync(join(import.meta.dirname, '../../README.md'), 'utf8')) ?? [];

test('the quick start of the server runs in Node', () => {
  assert.notEqual(quickStart, '');
  const article = JSON.stringify({ ...newsArticle, articleBody: '<p>One <em>two</em><script>x()</script>' });
  const code = `const article = ${article};\n${quickStart}\nconsole.log(html);`;
  const html = execFileSync(process.execPath, ['--input-type=module', '--eval', code], { encoding: 'utf8', cwd: import.meta.dirname, env: {} });
  assert.match(html, /^<news-article lang="en"><template shadowrootmode="open"><style>/);
  assert.match(html, /<p>One <em>two<\/em><\/p>/);
});

/** The one built-in that @lit-labs/ssr asks for, by what every runtime has. */
const buffer = `export const Buffer = { from: (text) => ({ toString: () => btoa(text) }) };`;

test('the server runs where there are no built-ins of Node', async () => {
  const outside: string[] = [];
  const [bundle] = (await build({
    configFile: false,
    logLevel: 'silent',
    root: import.meta.dirname,
    define: { 'process.env.NODE_ENV': '"production"' },
    resolve: { conditions: ['worker', 'node', 'import'], mainFields: ['module', 'main'] },
    plugins: [
      {
        name: 'built-ins',
        enforce: 'pre',
        resolveId: (id) => (id === 'buffer' ? '\0buffer' : undefined),
        load: (id) => (id === '\0buffer' ? buffer : undefined),
        transform: (code) => { outside.push(...[...code.matchAll(/\bfrom\s*["'](node:[^"']+|fs|stream|path|vm|module|url)["']/g)].map(([, name]) => name!)); },
      },
    ],
    build: {
      write: false,
      minify: false,
      lib: { entry: '../../dist/server.js', formats: ['iife'], name: 'NewsleafServer', fileName: 'server' },
      rolldownOptions: { output: { codeSplitting: false } },
    },
  })) as Rolldown.RolldownOutput[];
  assert.deepEqual(outside, []);

  // ECMAScript's own, and what workers have of the web's.
  const told: unknown[] = [];
  const console = Object.fromEntries(['log', 'warn', 'error'].map((name) => [name, (...words: unknown[]) => { told.push(words); }]));
  const context = createContext({ URL, URLSearchParams, crypto, btoa, atob, Event, EventTarget, TextEncoder, AbortController, setTimeout, clearTimeout, queueMicrotask, console });
  runInContext(bundle!.output[0].code, context);
  context['feed'] = jsonFeed;
  context['article'] = newsArticle;
  const list: unknown = runInContext(`NewsleafServer.renderToString('headline-list', { feed, lang: 'de' })`, context);
  assert.match(String(list), /Night ferry returns after nine years/);
  const story: unknown = runInContext(`NewsleafServer.renderToString('news-article', { article, lang: 'de', sanitize: (html) => html })`, context);
  assert.match(String(story), /Zum Original bei <!--|Zum Original bei Harbour Gazette/);
  assert.deepEqual(told, []);
});

test('neither the classes nor the script-tag files have anything of it', async () => {
  const [bundle] = (await build({
    configFile: false,
    logLevel: 'silent',
    root: import.meta.dirname,
    build: { write: false, minify: false, lib: { entry: '../../dist/index.js', formats: ['es'], fileName: 'index' } },
  })) as Rolldown.RolldownOutput[];
  const modules = bundle!.output.flatMap((part) => (part.type === 'chunk' ? part.moduleIds : []));
  assert.ok(modules.length > 50);
  assert.deepEqual(modules.filter((id) => /@lit-labs|parse5|jsdom|\/dist\/(?:server|hydrate)\.js/.test(id)), []);
  for (const name of readdirSync('dist/cdn').filter((file) => file.endsWith('.js'))) assert.doesNotMatch(readFileSync(`dist/cdn/${name}`, 'utf8'), /lit-part |Hydration/, name);
});
