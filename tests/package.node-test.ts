import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import packageJson from '../package.json' with { type: 'json' };
import { version } from '../src/version.js';

// Built files: `npm run build` comes before this.

function run(code: string): string {
  return execFileSync(process.execPath, ['--input-type=module', '--eval', code], { encoding: 'utf8', cwd: import.meta.dirname, env: {} });
}

test('the version is that of the package', () => {
  assert.equal(version, packageJson.version);
});

test('the package runs in Node, where there is no DOM', () => {
  const feed = JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', items: [{ id: '1', title: 'Tide &amp; time', url: '/one' }] });
  const [snippet = ''] = /(?<=```js\n)import \{ parseFeed \}[^]*?(?=```)/.exec(readFileSync('README.md', 'utf8')) ?? [];
  assert.notEqual(snippet, '');
  const output = run(`const json = ${feed};\n${snippet}\nconsole.log(JSON.stringify([feed.items[0].headline, feed.items[0].url, format, issues]));`);
  assert.deepEqual(JSON.parse(output), ['Tide & time', 'https://news.example/one', 'jsonfeed', []]);
});

test('so does its reader of XML', () => {
  const xml = JSON.stringify('<rss><channel><item><title>Tide &amp;amp; time</title></item></channel></rss>');
  const output = run(`import { parseXmlFeed } from 'newsleaf/xml';\nconsole.log(parseXmlFeed(${xml}).feed.items[0].headline);`);
  assert.equal(output, 'Tide & time\n');
});

test('every export that package.json names is there', () => {
  for (const entry of Object.values(packageJson.exports)) {
    const files = typeof entry === 'string' ? [entry] : Object.values(entry);
    for (const file of files.filter((name) => !name.includes('*'))) readFileSync(file);
  }
});

test('nothing that is served from a CDN imports from npm', () => {
  const names = execFileSync('ls', ['dist/cdn'], { encoding: 'utf8' }).trim().split('\n');
  for (const name of names) {
    const code = readFileSync(`dist/cdn/${name}`, 'utf8');
    assert.doesNotMatch(code, /(?:\bfrom|\bimport)\s*\(?["'`](?!\.\/)[\w@]/, name);
  }
});
