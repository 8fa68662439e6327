import { checkPackage, createPackageFromTarballData } from '@arethetypeswrong/core';
import assert from 'node:assert/strict';
import { execFileSync, type ExecFileSyncOptions } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { SourceMap, type SourceMapPayload } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { after, before, test } from 'node:test';
import { publint } from 'publint';
import { build } from 'vite';
import packageJson from '../package.json' with { type: 'json' };

// Built files: `npm run build` comes before this. What is published is installed into a project of its own, and used there.

const root = resolve(import.meta.dirname, '..');
const project = mkdtempSync(join(tmpdir(), 'newsleaf-project-'));
const installed = join(project, 'node_modules/newsleaf');
const options: ExecFileSyncOptions & { encoding: 'utf8' } = { cwd: project, encoding: 'utf8', stdio: 'pipe', env: { ...process.env, NODE_OPTIONS: '' } };
interface Packed {
  readonly filename: string;
  readonly size: number;
  readonly files: readonly { readonly path: string }[];
}
let packed: Packed;

/** The packages it needs, and the optional ones that a project with all of its entries has. */
const { dependencies, peerDependencies = {} } = packageJson as { dependencies: Record<string, string>; peerDependencies?: Record<string, string> };

function link(name: string): void {
  const target = join(project, 'node_modules', name);
  if (existsSync(target) || !existsSync(join(root, 'node_modules', name))) return;
  mkdirSync(dirname(target), { recursive: true });
  symlinkSync(join(root, 'node_modules', name), target);
}

before(() => {
  const [first] = JSON.parse(execFileSync('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', project], { ...options, cwd: root })) as Packed[];
  packed = first ?? assert.fail('nothing is packed');
  writeFileSync(join(project, 'package.json'), '{ "name": "project", "private": true, "type": "module" }');
  try {
    execFileSync('npm', ['install', packed.filename, '--prefer-offline', '--fetch-retries=0', '--no-audit', '--no-fund', '--ignore-scripts'], options);
  } catch (error) {
    if (!/ENOTFOUND|ECONNREFUSED|ECONNRESET|ETIMEDOUT|EAI_AGAIN/.test((error as { stderr: string }).stderr)) throw error;
    // No registry: with what is here.
    mkdirSync(installed, { recursive: true });
    execFileSync('tar', ['-xzf', packed.filename, '-C', installed, '--strip-components=1'], options);
    Object.keys(dependencies).forEach(link);
  }
  for (const name of Object.keys(peerDependencies)) [name, `@types/${name}`].forEach(link);
});
after(() => {
  rmSync(project, { recursive: true, force: true });
});

/** What package.json offers to import, by the name that a project writes. */
const entries = Object.keys(packageJson.exports).map((name) => join('newsleaf', name)).filter((name) => !/[*]|\.json$/.test(name));
const themes = readdirSync(join(root, 'src/styles/themes')).map((name) => `newsleaf/themes/${name}`);
const components = entries.filter((name) => name.includes('-'));

/** The files that a bundler takes for what a project writes, from the package's folder on. */
async function bundled(code: string): Promise<string[]> {
  const entry = join(project, 'entry.js');
  writeFileSync(entry, code);
  const result = await build({
    root: project,
    configFile: false,
    logLevel: 'silent',
    build: { write: false, minify: false, lib: { entry, formats: ['es'], fileName: 'out' } },
  });
  const [{ output } = assert.fail('no bundle')] = [result].flat() as { output: { modules?: Record<string, { code: string | null }> }[] }[];
  return output.flatMap(({ modules = {} }) => Object.entries(modules).filter(([, module]) => module.code?.trim()).flatMap(([file]) => (file === entry ? [] : file.split('/node_modules/').slice(-1))));
}

test('every entry can be imported where there is no DOM', () => {
  const code = entries.map((name) => `await import('${name}');`).join('\n');
  execFileSync(process.execPath, ['--input-type=module', '--eval', code], options);
});

test('importing it all for nothing costs nothing', async () => {
  assert.deepEqual(await bundled(`import 'newsleaf';`), []);
});

test('reading news bundles neither Lit nor DOMPurify', async () => {
  const files = await bundled(`import { parseFeed } from 'newsleaf'; console.log(parseFeed);`);
  assert.notEqual(files.length, 0);
  assert.deepEqual(files.filter((file) => !/^newsleaf\/dist\/(?:formats|content\/(?:text|url|blocks)|index|model)/.test(file)), []);
});

const definedIn = (files: readonly string[]) => files.flatMap((file) => /dist\/elements\/([\w-]+)\/define\.js$/.exec(file)?.[1] ?? []);

test('newsleaf/define registers every element', async () => {
  const files = await bundled(`import 'newsleaf/define';`);
  assert.deepEqual(definedIn(files).map((tag) => `newsleaf/${tag}`).sort(), [...components].sort());
});

for (const name of components) {
  const tag = name.replace('newsleaf/', '');
  const className = tag.replace(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase());
  const others = components.map((other) => other.replace('newsleaf/', '')).filter((other) => other !== tag);
  const source = readFileSync(join(root, 'src/elements', tag, `${tag}.ts`), 'utf8');
  const itself = [tag, ...others.filter((other) => source.includes(`from '../${other}/${other}.js'`))];
  const elementsIn = (files: readonly string[]) => [tag, ...others].filter((element) => files.some((file) => file.endsWith(`/${element}/${element}.js`)));

  test(`${name} costs only itself`, async () => {
    const files = await bundled(`import '${name}';`);
    assert.deepEqual([elementsIn(files), definedIn(files)], [itself, [tag]]);
  });

  test(`${className} costs only itself, and registers nothing`, async () => {
    const files = await bundled(`import { ${className} } from 'newsleaf'; console.log(${className});`);
    assert.deepEqual([elementsIn(files), definedIn(files)], [itself, []]);
  });
}

for (const [module, moduleResolution] of [['NodeNext', 'NodeNext'], ['ESNext', 'Bundler']]) {
  test(`its types hold in a strict project: ${String(moduleResolution)}`, () => {
    writeFileSync(join(project, 'page.ts'), `
${[...entries, ...themes].map((name) => `import '${name}';`).join('\n')}
import { HeadlineList, parseFeed, type Article, type Feed } from 'newsleaf';

const list: HeadlineList = document.createElement('headline-list');
list.feed = { items: [] } satisfies Partial<Feed>;
list.limit = 5;
list.addEventListener('news-select', (event) => {
  const article: Article = event.article;
  console.log(article.headline);
});
console.log(parseFeed('').feed.items);
// @ts-expect-error: a number
list.limit = 'five';
// @ts-expect-error: no such date
list.dates = 'soon';
`);
    const compilerOptions = { module, moduleResolution, target: 'ES2022', lib: ['ES2023', 'DOM', 'DOM.Iterable'], types: [], strict: true, exactOptionalPropertyTypes: true, skipLibCheck: false, noEmit: true };
    writeFileSync(join(project, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: ['page.ts'] }));
    try {
      execFileSync(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '-p', '.'], options);
    } catch (error) {
      assert.fail((error as { stdout: string }).stdout);
    }
  });
}

test('publint finds nothing', async () => {
  const { messages } = await publint({ pkgDir: installed, strict: true, pack: false });
  assert.deepEqual(messages, []);
});

test('the types are found wherever modules are', async () => {
  const { problems } = (await checkPackage(createPackageFromTarballData(readFileSync(join(project, packed.filename))), {
    excludeEntrypoints: Object.keys(packageJson.exports).filter((name) => /[*]|\.json$/.test(name)),
  })) as { problems: { kind: string; resolutionKind?: string }[] };
  // The package is of modules alone: for import, not for require() nor for what knows no exports.
  assert.deepEqual(problems.filter(({ kind, resolutionKind }) => kind !== 'CJSResolvesToESM' && resolutionKind !== 'node10' && resolutionKind !== 'node16-cjs'), []);
});

test('maps lead from each export to its line of the sources', () => {
  const files = (readdirSync(join(installed, 'dist'), { recursive: true }) as string[]).filter((file) => file.endsWith('.map'));
  let found = 0;
  for (const file of files) {
    const path = join(installed, 'dist', file);
    const map = JSON.parse(readFileSync(path, 'utf8')) as SourceMapPayload;
    const lines = readFileSync(path.replace(/\.map$/, ''), 'utf8').split('\n');
    for (const [line, code] of lines.entries()) {
      const [, name] = /^export (?:declare )?(?:abstract |async )*(?:class|function|const|interface|type) (\w+)/.exec(code) ?? [];
      if (!name) continue;
      const entry = new SourceMap(map).findEntry(line, code.indexOf(name));
      assert.ok('originalSource' in entry, `${file}: ${name}`);
      const source = readFileSync(resolve(dirname(path), entry.originalSource), 'utf8').split('\n');
      assert.match(source[entry.originalLine] ?? '', new RegExp(`\\b${name}\\b`), file);
      found += 1;
    }
  }
  assert.ok(found > 2 * files.length / 3, String(found));
});

test('it holds what it should, and no more', (context) => {
  context.diagnostic(`${packed.files.length} files, ${Math.round(packed.size / 1024)} KB packed`);
  assert.deepEqual(readdirSync(installed).sort(), ['CHANGELOG.md', 'LICENSE', 'README.md', 'dist', 'package.json', 'src'].sort());
  assert.deepEqual(packed.files.map(({ path }) => path).filter((path) => /tests?[./]|demo|fixture|tsbuildinfo|tsconfig/.test(path)), []);
});

test('it could be published without a complaint', () => {
  const output = execFileSync('sh', ['-c', 'npm publish --dry-run --ignore-scripts --fetch-retries=0 --access public 2>&1'], { ...options, cwd: root });
  // Not being logged in, and what this machine's npm is set to, are no faults of the package.
  assert.deepEqual(output.split('\n').filter((line) => /^npm (?:warn|error)/i.test(line) && !/logged in|config/.test(line)), []);
});
