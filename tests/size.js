// npm run size: what a page loads from dist/cdn, after gzip, beside its budget. Fails over budget.
// With --reached, as in `npm test`, a row that has not come down to its budget yet fails over what it has reached.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';

const folder = resolve(import.meta.dirname, '../dist/cdn');
if (!existsSync(join(folder, 'newsleaf.iife.js'))) throw new Error('dist/cdn is not built: npm run build');
const names = readdirSync(folder).filter((name) => name.endsWith('.js'));
const code = new Map(names.map((name) => [name, readFileSync(join(folder, name))]));

const imported = (name, pattern) => [...String(code.get(name)).matchAll(pattern)].map((match) => match[1]);
const staticImports = (name) => imported(name, /\b(?:from|import)\s*["'`]\.\/([^"'`]+)["'`]/g);
const dynamicImports = (name) => imported(name, /\bimport\(\s*["'`]\.\/([^"'`]+)["'`]/g);

function closure(...entries) {
  const seen = new Set();
  const visit = (name) => {
    if (seen.has(name)) return;
    if (!code.has(name)) throw new Error(`${name} is imported and not built`);
    seen.add(name);
    staticImports(name).forEach(visit);
  };
  entries.forEach(visit);
  return seen;
}

const chunk = (start) => {
  const found = names.filter((name) => name.startsWith(`${start}-`));
  if (found.length !== 1) throw new Error(`${start}-*.js: ${found.length} in dist/cdn`);
  return found[0];
};

const loader = closure('newsleaf.js');
const load = (entry, ...others) => {
  const name = chunk(entry);
  if (![...loader].some((part) => dynamicImports(part).includes(name))) throw new Error(`The loader does not import ${name}`);
  return closure('newsleaf.js', name, ...others.map(chunk));
};
// The list is in the core.
const list = load('core', 'jsonfeed');
const story = load('news-article', 'jsonld');
const sanitizer = [...closure(chunk('sanitize'))].filter((name) => !story.has(name));

const rows = [
  { what: 'loader', files: loader, budget: 2.5 },
  { what: 'first headline-list, JSON Feed', files: list, budget: 12, reached: 25, requests: 3 },
  { what: 'first news-article, JSON-LD', files: story, budget: 15, reached: 32.5, requests: 4 },
  { what: 'DOMPurify, for an HTML body', files: sanitizer, budget: 12.5 },
  { what: 'everything, one file', files: ['newsleaf.iife.js'], budget: 45, reached: 83 },
];

const kilobytes = (bytes) => (bytes / 1024).toFixed(2).padStart(8);
const bytes = (files, measure) => [...files].reduce((sum, name) => sum + measure(code.get(name)).length, 0);
let over = false;
console.log(`${'what'.padEnd(32)}requests  min KB   gz KB  budget`);
for (const { what, files, budget, reached = budget, requests = Infinity } of rows) {
  const count = [...files].length;
  const gzip = bytes(files, (content) => gzipSync(content, { level: 9 }));
  const isOver = gzip > budget * 1024 || count > requests;
  over ||= process.argv.includes('--reached') ? gzip > reached * 1024 || count > requests : isOver;
  const limit = requests === Infinity ? '' : ` in ${requests}`;
  console.log(
    `${what.padEnd(32)}${String(count).padStart(8)}${kilobytes(bytes(files, (content) => content))}${kilobytes(gzip)}${String(budget).padStart(8)}${limit}${isOver ? '  OVER' : ''}`,
  );
}
process.exitCode = over ? 1 : 0;
