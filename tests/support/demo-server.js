// The scripts of the demo's pages, bundled: as Vite serves them, each page is hundreds of requests, which no test is about.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix, resolve } from 'node:path';
import { build, loadConfigFromFile } from 'vite';

const root = resolve(import.meta.dirname, '../..');

/** By the names that the pages have for them. */
function entries() {
  const pages = readdirSync(join(root, 'demo'), { recursive: true }).filter((name) => name.endsWith('.html'));
  const scripts = pages.flatMap((page) =>
    [...readFileSync(join(root, 'demo', page), 'utf8').matchAll(/<script type="module" src="([^"]+\.ts)"/g)].map(([, src]) => posix.join(dirname(page), src)),
  );
  return Object.fromEntries(scripts.map((script) => [script, join(root, 'demo', script)]));
}

async function bundle() {
  const { config } = await loadConfigFromFile({ command: 'serve', mode: 'test' }, join(root, 'vite.config.ts'));
  const { output } = await build({
    configFile: false,
    root,
    publicDir: false,
    logLevel: 'warn',
    mode: 'production',
    // Without `development`: Lit warns about its development build on the console.
    resolve: { ...config.resolve, conditions: ['module', 'browser'] },
    build: {
      write: false,
      minify: false,
      modulePreload: false,
      target: 'es2022',
      rolldownOptions: { input: entries(), output: { entryFileNames: '[name]', chunkFileNames: 'chunk-[hash].js' } },
    },
  });
  return new Map(output.filter(({ type }) => type === 'chunk').map(({ fileName, code }) => [`/demo/${fileName}`, code]));
}

let bundled;

export async function demoServer(context, next) {
  const { path, res } = context;
  if (!/^\/demo\/.*\.(?:ts|js)$/.test(path)) return next();
  bundled ??= bundle();
  const code = (await bundled).get(path);
  if (code === undefined) return next();
  context.respond = false;
  res.writeHead(200, { 'content-type': 'text/javascript; charset=utf-8' }).end(code);
}
