// npm run serve: a page that a server renders, with nothing but Node's http. It can be read with scripts off, and goes on from there.
import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { JSDOM } from 'jsdom';
import { createSanitizer, renderToString, stylesOf } from 'newsleaf/server';

const root = join(import.meta.dirname, '..');
const types = { '.js': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml', '.json': 'application/json' };

const sanitize = createSanitizer(new JSDOM('').window);
/** The styles of each element once, however many of it there are. */
const stylesheet = (tag) => `/styles/${tag}.css`;

/** What a bundler does for a site of your own. */
const imports = {
  'newsleaf/': '/dist/',
  lit: '/node_modules/lit/index.js',
  'lit/': '/node_modules/lit/',
  'lit-html': '/node_modules/lit-html/lit-html.js',
  'lit-html/': '/node_modules/lit-html/',
  'lit-element/': '/node_modules/lit-element/',
  '@lit/reactive-element': '/node_modules/@lit/reactive-element/reactive-element.js',
  '@lit-labs/ssr-client': '/node_modules/@lit-labs/ssr-client/index.js',
  'date-fns/startOfDay': '/node_modules/date-fns/startOfDay.js',
  dompurify: '/node_modules/dompurify/dist/purify.es.mjs',
};

async function page(origin) {
  const [story, feed] = await Promise.all(['story', 'headlines'].map((name) => readFile(join(root, `demo/data/${name}.json`), 'utf8')));
  const options = { url: `${origin}/demo/data/`, lang: 'en', sanitize, stylesheet };
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <title>Rendered on a server: Newsleaf</title>
    <link rel="icon" href="/demo/images/icon.svg">
    <link rel="stylesheet" href="/demo/demo.css">
    <script type="importmap">${JSON.stringify({ imports })}</script>
    <script type="module">
      import 'newsleaf/hydrate.js';
      import 'newsleaf/headline-list.js';
      import 'newsleaf/news-article.js';
    </script>
  </head>
  <body>
    <header class="masthead"><h1 class="brand">Newsleaf</h1></header>
    <main class="front">
      ${renderToString('news-article', { ...options, article: story })}
      ${renderToString('headline-list', { ...options, feed, variant: 'thumbnail', limit: 4 })}
      ${renderToString('headline-list', { ...options, feed, limit: 8, dates: 'absolute' })}
    </main>
  </body>
</html>`;
}

/** What the page asks for. */
async function answer({ url = '/', headers: { host = 'localhost' } }) {
  // Throws at an address or a host that is none.
  const { pathname, origin } = new URL(url, `http://${host}`);
  if (pathname === '/') return { type: 'text/html; charset=utf-8', content: await page(origin) };
  const [, tag] = /^\/styles\/([a-z-]+)\.css$/.exec(pathname) ?? [];
  if (tag) return { type: types['.css'], content: stylesOf(tag) };
  if (!/^\/(?:demo|dist|node_modules)\//.test(pathname)) return undefined;
  const extension = extname(pathname).replace('.mjs', '.js');
  return { type: types[extension] ?? 'text/plain', content: await readFile(join(root, pathname)) };
}

export const server = createServer((request, response) => {
  answer(request)
    .catch(() => undefined)
    .then((found) => {
      response.writeHead(found ? 200 : 404, { 'content-type': found?.type ?? 'text/plain' });
      response.end(found?.content ?? 'There is no such page.');
    });
});

if (process.argv[1] === import.meta.filename) server.listen(8080, () => console.log('http://localhost:8080'));
