// npm test [-- step… | file…]
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { run } from 'node:test';
import { spec } from 'node:test/reporters';
import { runBrowserTests } from './web-test-runner.js';

const root = resolve(import.meta.dirname, '..');
process.chdir(root);
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => process.exit(130));

const script = (...words) => () => {
  const { status } = spawnSync('npm', ['run', '--silent', ...words], { stdio: 'inherit' });
  return status === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
};

async function runNodeTests(files) {
  const outcome = { passed: 0, failed: 0 };
  process.env.NODE_OPTIONS = `${process.env.NODE_OPTIONS ?? ''} --import tsx`;
  const tests = run({ files: files.map((file) => resolve(file)), concurrency: true });
  const isTest = ({ name, details, skip, todo }) =>
    details.type !== 'suite' && skip === undefined && todo === undefined && !files.includes(relative(root, name));
  tests.on('test:pass', (event) => {
    if (isTest(event)) outcome.passed += 1;
  });
  // A file that fails without a failed test in it did not load, or threw outside its tests.
  const failedFiles = new Set();
  const filesWithFailures = new Set();
  tests.on('test:fail', (event) => {
    if (isTest(event)) {
      outcome.failed += 1;
      filesWithFailures.add(event.file);
    } else if (event.details.type !== 'suite') failedFiles.add(resolve(event.name));
  });
  const report = tests.compose(new spec());
  for await (const text of report) process.stdout.write(text);
  outcome.failed += [...failedFiles].filter((file) => !filesWithFailures.has(file)).length;
  return outcome;
}

const all = readdirSync('tests', { recursive: true })
  .map((file) => `tests/${file.replaceAll('\\', '/')}`)
  .sort();
const args = process.argv.slice(2);
const steps = {
  types: script('types'),
  lint: script('lint'),
  build: script('build'),
  size: script('size', '--', '--reached'),
  node: runNodeTests,
  browser: (files) => runBrowserTests(files),
  frameworks: runNodeTests,
};
const wantedSteps = args.filter((arg) => arg in steps);
const wantedPaths = args.filter((arg) => !(arg in steps)).map((arg) => relative(root, resolve(arg)));
for (const path of wantedPaths) if (!existsSync(path)) throw new Error(`Neither a step nor a file: ${path}`);

const isWanted = (file) =>
  wantedPaths.length === 0 || wantedPaths.some((path) => file === path || file.startsWith(`${path}/`));
const files = {
  node: all.filter((file) => file.endsWith('.node-test.ts') && !file.startsWith('tests/frameworks/') && isWanted(file)),
  browser: all.filter((file) => file.endsWith('.test.ts') && isWanted(file)),
  // Of the apps, each has packages of its own.
  frameworks: all.filter((file) => /^tests\/frameworks\/[^/]+\.node-test\.ts$/.test(file) && isWanted(file)),
};
const names =
  wantedSteps.length > 0 ? wantedSteps : wantedPaths.length > 0 ? ['node', 'browser', 'frameworks'] : Object.keys(steps);

const total = { passed: 0, failed: 0 };
for (const name of names) {
  if (files[name]?.length === 0) continue;
  console.log(`\n== ${name}`);
  const begin = Date.now();
  let outcome;
  try {
    outcome = await steps[name](files[name]);
  } catch (error) {
    console.error(error);
    outcome = { passed: 0, failed: 1 };
  }
  console.log(`== ${name}: ${outcome.passed} passed, ${outcome.failed} failed, ${((Date.now() - begin) / 1000).toFixed(1)} s`);
  total.passed += outcome.passed;
  total.failed += outcome.failed;
}
if (total.passed + total.failed === 0) throw new Error('No test of these steps is in these files.');
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed > 0 ? 1 : 0);
