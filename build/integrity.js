// Prints the integrity of the one file, as `npm run build` does at its end.
// npm run integrity [-- <file>]: also writes it, with the version in package.json, into README, or into that file.
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..');
const file = 'dist/cdn/newsleaf.iife.js';
const { version } = JSON.parse(readFileSync(resolve(root, 'package.json'), 'utf8'));
const integrity = `sha384-${createHash('sha384').update(readFileSync(resolve(root, file))).digest('base64')}`;
console.log(`${file}  integrity="${integrity}"`);

const [, , write, readme = resolve(root, 'README.md')] = process.argv;
if (write === '--write') {
  const quoted = /newsleaf@[^/]+(\/dist\/cdn\/newsleaf\.iife\.js"\s+integrity=")[^"]*/;
  const text = readFileSync(readme, 'utf8');
  if (!quoted.test(text)) throw new Error(`${readme} quotes no integrity`);
  writeFileSync(readme, text.replace(quoted, (_, between) => `newsleaf@${version}${between}${integrity}`));
}
