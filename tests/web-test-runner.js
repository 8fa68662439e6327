// The browser tests: Web Test Runner finds and drives, Vite serves the sources.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { defaultReporter, startTestRunner } from '@web/test-runner';
import { createServer } from 'vite';
import { findBrowsers, freePort, stopChildren } from './browsers.js';
import { cdnServer } from './support/cdn-server.js';
import { corpusServer } from './support/corpus-server.js';
import { demoServer } from './support/demo-server.js';
import { feedServer } from './support/feed-server.js';
import { pageServer } from './support/page-server.js';
import { renderServer } from './support/render-server.js';

const rootDir = resolve(import.meta.dirname, '..');

const testPages = {
  name: 'newsleaf-test-pages',
  enforce: 'pre',
  resolveId: (id) => (id.startsWith('/__web-dev-server__') ? { id, external: true } : undefined),
  transformIndexHtml: {
    order: 'post',
    handler: (html) => ({
      html: html.replace(/<script type="module" src="\/@vite\/client"><\/script>\s*/, ''),
      tags: [{ tag: 'script', injectTo: 'head-prepend', attrs: { src: '/__page/recorder.js' } }],
    }),
  },
};

function createVite(cacheDir) {
  return createServer({
    root: rootDir,
    configFile: join(rootDir, 'vite.config.ts'),
    mode: 'test',
    appType: 'mpa',
    logLevel: 'warn',
    clearScreen: false,
    cacheDir,
    server: { middlewareMode: true, hmr: false, ws: false, watch: null },
    // Nothing may be found late: that would reload a page in the middle of its tests.
    optimizeDeps: { noDiscovery: true, include: ['@sinonjs/fake-timers', 'axe-core', 'chai', 'date-fns', 'dompurify'] },
    // Without `development`: Lit warns about its development build on the console.
    resolve: { conditions: ['module', 'browser'] },
    plugins: [testPages],
  });
}

function count(suite, outcome) {
  for (const test of suite?.tests ?? []) {
    if (test.skipped) continue;
    if (test.passed) outcome.passed += 1;
    else outcome.failed += 1;
  }
  for (const inner of suite?.suites ?? []) count(inner, outcome);
}

/** Runs the files in every engine there is; `middleware` answers what they ask for besides, `limit` is in milliseconds. */
export async function runBrowserTests(files, { middleware = [], limit = 300_000 } = {}) {
  const outcome = { passed: 0, failed: 0 };
  const cacheDir = mkdtempSync(join(tmpdir(), 'newsleaf-vite-'));
  const cleanUp = () => {
    stopChildren();
    rmSync(cacheDir, { recursive: true, force: true });
  };
  process.once('exit', cleanUp);
  let vite;
  try {
    const { browsers, missing } = await findBrowsers();
    for (const { name, install } of missing) {
      console.log(`No ${name} here. This gets it: ${install}`);
      if (process.env.CI) outcome.failed += 1;
    }
    if (browsers.length === 0) return outcome;

    vite = await createVite(cacheDir);
    const serveByVite = (context, next) => {
      const { path } = context;
      if (path === '/' || path.startsWith('/__web-') || path.startsWith('/__wds-')) return next();
      context.respond = false;
      context.res.statusCode = 200;
      return new Promise((done) => {
        context.res.once('close', done);
        vite.middlewares(context.req, context.res);
      });
    };
    const run = async (someFiles, someBrowsers) => {
      const runner = await startTestRunner({
        readCliArgs: false,
        readFileConfig: false,
        autoExitProcess: false,
        config: {
          rootDir,
          files: someFiles,
          port: await freePort(),
          browsers: someBrowsers,
          concurrentBrowsers: someBrowsers.length,
          concurrency: 1,
          // A busy machine may take minutes to open a browser.
          browserStartTimeout: 120_000,
          testsStartTimeout: 60_000,
          testsFinishTimeout: limit,
          middleware: [...middleware, cdnServer, corpusServer, demoServer, feedServer, pageServer, renderServer, serveByVite],
          staticLogging: !process.stdout.isTTY,
          reporters: [defaultReporter({ reportTestProgress: Boolean(process.stdout.isTTY) })],
          testFramework: { config: { timeout: 60_000 } },
        },
      });
      await new Promise((done) => runner.on('stopped', done));
      return [...runner.sessions.all()];
    };

    let sessions = await run(files, browsers);
    // WebKitGTK stops answering now and then: a file of its that did not end gets a second browser.
    const unended = sessions.filter(({ browser, testResults }) => browser.type === 'webdriver' && !testResults);
    if (unended.length > 0) {
      const again = unended.map(({ testFile }) => relative(rootDir, testFile));
      console.log(`WebKit did not end, and is asked once more: ${again.join(', ')}`);
      const others = sessions.filter((session) => !unended.includes(session));
      sessions = [...others, ...(await run(again, [unended[0].browser]))];
    }
    for (const session of sessions) {
      const before = outcome.failed;
      count(session.testResults, outcome);
      // A file that did not load, or did not end.
      if (!session.passed && outcome.failed === before) outcome.failed += 1;
    }
  } finally {
    await vite?.close();
    cleanUp();
    process.off('exit', cleanUp);
  }
  return outcome;
}
