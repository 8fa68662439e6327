import FakeTimers, { type Clock } from '@sinonjs/fake-timers';
import { assert } from 'chai';
import { subscribe } from '../../src/source/poll.js';
import { mount, until } from '../support/helpers.js';
import { feedUrl } from '../support/samples.js';

const second = 1000;
const minute = 60 * second;

let clock: Clock;
let ends: AbortController[] = [];
let count = 0;

beforeEach(() => {
  clock = FakeTimers.install({ toFake: ['setTimeout', 'clearTimeout', 'Date'] });
});
afterEach(() => {
  for (const end of ends) end.abort();
  ends = [];
  clock.uninstall();
  setHidden(false);
});

function setHidden(hidden: boolean): void {
  Object.defineProperty(document, 'hidden', { configurable: true, get: () => hidden });
  document.dispatchEvent(new Event('visibilitychange'));
}

/** A counted address, and how often it was asked. */
function source(query = '', body: unknown = 'text'): { url: string; asked: () => Promise<number> } {
  const id = `poll-${String(Date.now())}-${String(++count)}-${String(Math.random())}`;
  return { url: feedUrl(body, `id=${id}&${query}`), asked: async () => Number(await (await fetch(`/__feed/seen?id=${id}`)).text()) };
}

async function follow(url: string, refresh = 60, style = '') {
  const element = await mount(`<p style="${style}">x</p>`);
  const end = new AbortController();
  ends.push(end);
  const got: string[] = [];
  subscribe(
    url,
    {
      element,
      refresh,
      take: ({ text }) => {
        got.push(text);
        return Promise.resolve(text !== 'unreadable');
      },
      fail: (error) => got.push((error as Error).name),
    },
    end.signal,
  );
  return { element, end, got };
}

/** Time for the browser to see what is on screen. */
async function frames(): Promise<void> {
  for (let frame = 0; frame < 3; frame += 1) await new Promise(requestAnimationFrame);
}

describe('subscribe', () => {
  it('asks once for all who want the same, and hands a fresh answer on', async () => {
    const { url, asked } = source();
    const first = await follow(url);
    const second = await follow(new URL(url, document.baseURI).href);
    await until(() => first.got.length + second.got.length === 2);
    const third = await follow(url);
    await until(() => third.got.length === 1);
    assert.equal(await asked(), 1);
  });

  it('asks again as often as the most eager wants', async () => {
    const { url, asked } = source('body=one&body=two', 'three');
    const slow = await follow(url, 600);
    const eager = await follow(url, 60);
    await until(() => eager.got.length === 1);
    await frames();
    await clock.tickAsync(59 * second);
    assert.equal(await asked(), 1);
    await clock.tickAsync(second);
    await until(() => eager.got.length === 2);
    await clock.tickAsync(minute);
    await until(() => eager.got.length === 3);
    assert.deepEqual([slow.got, eager.got], [['one', 'two', 'three'], ['one', 'two', 'three']]);
    eager.end.abort();
    await clock.tickAsync(5 * minute);
    assert.equal(await asked(), 3);
  });

  it('stops when nobody is left', async () => {
    const { url, asked } = source();
    const { got, end } = await follow(url, 60);
    await until(() => got.length === 1);
    await frames();
    end.abort();
    await clock.tickAsync(10 * minute);
    assert.equal(await asked(), 1);
    assert.equal(clock.countTimers(), 0);
  });

  it('asks less and less often after failures, and as before after a success', async () => {
    const { url } = source('status=500&status=500&status=500&status=200');
    const { got } = await follow(url, 60);
    await until(() => got.length === 1);
    await frames();
    const pauses: number[] = [];
    for (let failures = 1; failures <= 3; failures += 1) {
      const begin = Date.now();
      await clock.nextAsync();
      pauses.push((Date.now() - begin) / minute);
      await until(() => got.length === failures + 1);
      await frames();
    }
    assert.deepEqual(got, ['LoadError', 'LoadError', 'LoadError', 'text']);
    for (const [index, pause] of pauses.entries()) assert.closeTo(pause / 2 ** (index + 1), 1, 0.26);
    const begin = Date.now();
    await clock.nextAsync();
    assert.equal(Date.now() - begin, minute);
  });

  it('asks less often after an answer that could not be read', async () => {
    const { url } = source('', 'unreadable');
    const { got } = await follow(url, 60);
    await until(() => got.length === 1);
    await frames();
    const begin = Date.now();
    await clock.nextAsync();
    assert.closeTo((Date.now() - begin) / minute / 2, 1, 0.26);
  });

  it('leaves a server alone for as long as it asks', async () => {
    const { url } = source('status=429&status=200&retry-after=1800');
    const { got } = await follow(url, 60);
    await until(() => got.length === 1);
    await frames();
    const begin = Date.now();
    await clock.nextAsync();
    assert.equal(Date.now() - begin, 30 * minute);
  });

  it('waits for years, when told to', async () => {
    const { url, asked } = source();
    const { got } = await follow(url, 1e9);
    await until(() => got.length === 1);
    await frames();
    await clock.tickAsync(60 * 24 * 60 * minute);
    assert.equal(await asked(), 1);
  });

  it('pauses while the page is hidden, and makes up for it at once', async () => {
    const { url, asked } = source();
    const { got } = await follow(url, 60);
    await until(() => got.length === 1);
    await frames();
    setHidden(true);
    await clock.tickAsync(10 * minute);
    assert.equal(await asked(), 1);
    setHidden(false);
    await clock.tickAsync(0);
    await until(() => got.length === 2);
  });

  it('pauses while the browser is offline', async () => {
    const { url, asked } = source();
    const { got } = await follow(url, 60);
    await until(() => got.length === 1);
    await frames();
    let isOnline = false;
    Object.defineProperty(navigator, 'onLine', { configurable: true, get: () => isOnline });
    window.dispatchEvent(new Event('offline'));
    await clock.tickAsync(10 * minute);
    assert.equal(await asked(), 1);
    isOnline = true;
    window.dispatchEvent(new Event('online'));
    await clock.tickAsync(0);
    await until(() => got.length === 2);
    Reflect.deleteProperty(navigator, 'onLine');
  });

  it('pauses while its element is off screen', async () => {
    const { url, asked } = source();
    const { got, element } = await follow(url, 60, 'position: fixed; top: -1000px');
    await until(() => got.length === 1);
    await frames();
    await clock.tickAsync(10 * minute);
    assert.equal(await asked(), 1);
    element.setAttribute('style', '');
    await until(async () => {
      await clock.tickAsync(0);
      return got.length === 2;
    });
  });

  it('lets the browser ask whether anything changed', async function () {
    // WebKit under automation keeps no cache.
    const probe = source('etag=probe');
    for (let time = 0; time < 2; time += 1) await (await fetch(probe.url, { cache: 'force-cache' })).text();
    if ((await probe.asked()) > 1) this.skip();
    const id = String(Math.random());
    const { got } = await follow(feedUrl('text', `id=${id}&etag=a&etag=a&etag=b`), 60);
    for (let answers = 1; answers <= 3; answers += 1) {
      await until(() => got.length === answers);
      await frames();
      await clock.tickAsync(minute);
    }
    assert.deepEqual(got.slice(0, 3), ['text', 'text', 'text']);
    await until(async () => Number(await (await fetch(`/__feed/unchanged?id=${id}`)).text()) >= 1);
  });
});
