import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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
  const xml = JSON.stringify('<rss><channel><item><title>Tide &amp;amp; time</title></item></channel></rss>');
  const told = '[feed.items[0].headline, feed.items[0].url, format, issues, fromXml.feed.items[0].headline, fromXml.format]';
  const output = run(`const json = ${feed}, xml = ${xml};\n${snippet}\nconsole.log(JSON.stringify(${told}));`);
  assert.deepEqual(JSON.parse(output), ['Tide & time', 'https://news.example/one', 'jsonfeed', [], 'Tide & time', 'rss']);
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

test('what is served from a CDN has a name of its own for each content, or is known by its name', () => {
  const names = readdirSync('dist/cdn').filter((name) => !/-[\da-f]{8}\.js$/.test(name));
  assert.deepEqual(names.sort(), ['licenses.md', 'newsleaf.diagnose.js', 'newsleaf.iife.js', 'newsleaf.js', 'newsleaf.xml.js']);
});

test('the build prints the integrity of the one file, and README quotes it by a script', () => {
  const integrity = `sha384-${createHash('sha384').update(readFileSync('dist/cdn/newsleaf.iife.js')).digest('base64')}`;
  const folder = mkdtempSync(join(tmpdir(), 'newsleaf-readme-'));
  const copy = join(folder, 'README.md');
  const quoted = (path: string) => /newsleaf@(\S+)\/dist\/cdn\/newsleaf\.iife\.js"\s+integrity="(sha384-[\w+/]{64})" crossorigin="anonymous"/.exec(readFileSync(path, 'utf8'))?.slice(1);
  const [, inReadme] = quoted('README.md') ?? [];
  try {
    copyFileSync('README.md', copy);
    const printed = execFileSync(process.execPath, ['build/integrity.js', '--write', copy], { encoding: 'utf8' });
    assert.equal(printed.trim(), `dist/cdn/newsleaf.iife.js  integrity="${integrity}"`);
    assert.deepEqual(quoted(copy), [version, integrity]);
    assert.equal(readFileSync(copy, 'utf8').replace(integrity, String(inReadme)), readFileSync('README.md', 'utf8'));
  } finally {
    rmSync(folder, { recursive: true });
  }
  // Between releases the bytes change with every commit; README is of the release.
  if (process.env.GITHUB_REF_TYPE === 'tag') assert.equal(inReadme, integrity);
});

test('every element can be imported by its tag', () => {
  const tags = readdirSync('src/elements').filter((name) => existsSync(`src/elements/${name}/define.ts`));
  const { exports, sideEffects } = packageJson as { exports: Record<string, unknown>; sideEffects: string[] };
  for (const tag of tags) {
    assert.deepEqual(exports[`./${tag}`], { types: `./dist/${tag}.d.ts`, default: `./dist/${tag}.js` });
    assert.ok(sideEffects.includes(`./dist/${tag}.js`), tag);
  }
});

test('the release of a version says what the changelog says of it', () => {
  const workflow = readFileSync('.github/workflows/release.yml', 'utf8');
  const [, command = ''] = /\b(awk .*) CHANGELOG\.md > notes\.md/.exec(workflow) ?? [];
  const input = '# Changelog\n\n## [Unreleased]\n\n- c\n\n## [1.10.0] - 2026-02-01\n\n### Added\n\n- b\n\n## [1.1.0] - 2026-01-01\n\n- a\n';
  const notes = (tag: string) => execFileSync('sh', ['-c', command], { input, encoding: 'utf8', env: { ...process.env, GITHUB_REF_NAME: tag } }).trim();
  assert.deepEqual(['v1.10.0', 'v1.1.0', 'v1.0'].map(notes), ['### Added\n\n- b', '- a', '']);
});
