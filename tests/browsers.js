// Finds the engines of this machine and starts what they need.
import { execFileSync, spawn } from 'node:child_process';
import { accessSync, constants, readdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { delimiter, join } from 'node:path';
import { chromeLauncher } from '@web/test-runner-chrome';
import { puppeteerLauncher } from '@web/test-runner-puppeteer';
import { WebdriverLauncher } from '@web/test-runner-webdriver';

const root = process.getuid?.() === 0;
const install = (packages) => `apt-get update && apt-get install -y --no-install-recommends ${packages}`;

function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function find(...names) {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return names
    .flatMap((name) => (name.includes('/') ? name : folders.map((folder) => join(folder, name))))
    .find(isProgram);
}

/** MiniBrowser is in no PATH: `/usr/lib/<arch>/webkit2gtk-4.1/` on Debian, `/usr/libexec/webkit2gtk-4.1/` on Fedora. */
function findMiniBrowser() {
  const list = (folder) => {
    try {
      return readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
    } catch {
      return [];
    }
  };
  const folders = ['/usr/libexec', '/usr/lib', ...list('/usr/lib').map(({ name }) => `/usr/lib/${name}`)];
  return folders
    .flatMap((folder) =>
      list(folder)
        .filter(({ name }) => name.startsWith('webkit'))
        .map(({ name }) => join(folder, name, 'MiniBrowser')),
    )
    .filter(isProgram)
    .sort()
    .at(-1);
}

export function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

const children = new Set();

/** In a process group of its own, so that what it starts ends with it. */
function start(program, args, options = {}) {
  const child = spawn(program, args, { detached: true, stdio: ['ignore', 'ignore', 'ignore'], ...options });
  child.on('error', (error) => console.error(`${program}: ${error.message}`));
  children.add(child);
  return child;
}

function stop(child) {
  children.delete(child);
  try {
    process.kill(-child.pid, 'SIGTERM');
  } catch {
    // Already gone.
  }
}

export function stopChildren() {
  for (const child of [...children].reverse()) stop(child);
}

export const chromiumArguments = [...(root ? ['--no-sandbox'] : []), '--disable-dev-shm-usage'];

/** The path of a Chromium; on Debian, one is installed where there is none. */
export function findChromium() {
  const path = () =>
    find(
      ...[process.env.CHROME_PATH, 'chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'].filter(Boolean),
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    );
  const found = path();
  if (found || !root || !find('apt-get')) return found;
  console.log('No Chromium here: installing it.');
  try {
    execFileSync('sh', ['-c', install('chromium')], { stdio: 'inherit' });
  } catch (error) {
    console.error(error.message);
  }
  return path();
}

function chromium() {
  const executablePath = findChromium();
  // A second tab would hide the first, and a hidden page has no animation frames.
  return executablePath && chromeLauncher({ concurrency: 1, launchOptions: { executablePath, args: [...chromiumArguments, '--js-flags=--expose-gc'] } });
}

function firefox() {
  const executablePath = find(
    ...[process.env.FIREFOX_PATH, 'firefox-esr', 'firefox'].filter(Boolean),
    '/Applications/Firefox.app/Contents/MacOS/firefox',
  );
  return (
    executablePath &&
    puppeteerLauncher({ concurrency: 1, launchOptions: { browser: 'firefox', executablePath, headless: true } })
  );
}

/** A browser for each file: what one leaves behind, be it a hang or a gigabyte, goes with it. */
class WebKitLauncher extends WebdriverLauncher {
  #startDriver;
  #process;

  constructor(startDriver, options) {
    super(options);
    this.#startDriver = startDriver;
  }

  async startSession(id, url) {
    this.options.port = await freePort();
    this.#process = this.#startDriver(this.options.port);
    await super.startSession(id, url);
  }

  /** Without a word to the page, which may no longer answer. */
  async stopSession() {
    clearInterval(this.pendingHeartbeat);
    this.driver = this.driverManager = undefined;
    stop(this.#process);
    return {};
  }
}

async function webkit() {
  const driver = find('WebKitWebDriver');
  const binary = findMiniBrowser();
  const xvfb = find('Xvfb');
  if (!driver || !binary || !xvfb) return undefined;

  const server = start(xvfb, ['-displayfd', '3', '-screen', '0', '1280x1024x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const display = await new Promise((resolve, reject) => {
    server.stdio[3].once('data', (number) => resolve(`:${String(number).trim()}`));
    server.once('exit', () => reject(new Error('Xvfb did not start')));
  });
  const startDriver = (port) => start(driver, [`--port=${port}`], { env: { ...process.env, DISPLAY: display, GDK_BACKEND: 'x11' } });
  return new WebKitLauncher(startDriver, {
    hostname: '127.0.0.1',
    path: '/',
    logLevel: 'error',
    capabilities: {
      browserName: 'MiniBrowser',
      // A page whose tests open frames from its start is not loaded before they end.
      pageLoadStrategy: 'none',
      'wdio:enforceWebDriverClassic': true,
      'webkitgtk:browserOptions': { binary, args: ['--automation'] },
    },
  });
}

const engines = {
  chromium: { launch: chromium, install: install('chromium') },
  firefox: { launch: firefox, install: install('firefox-esr') },
  webkit: { launch: webkit, install: install('webkit2gtk-driver xvfb') },
};

/** `ENGINES=chromium,webkit` narrows which; gives their launchers, and what is missing. */
export async function findBrowsers(wanted = process.env.ENGINES?.split(/[\s,]+/).filter(Boolean) ?? Object.keys(engines)) {
  const browsers = [];
  const missing = [];
  for (const name of wanted) {
    if (!(name in engines)) throw new Error(`ENGINES: no engine "${name}", only ${Object.keys(engines).join(', ')}`);
    const launcher = await engines[name].launch();
    if (launcher) browsers.push(launcher);
    else missing.push({ name, install: engines[name].install });
  }
  return { browsers, missing };
}
