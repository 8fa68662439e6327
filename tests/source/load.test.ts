import { assert } from 'chai';
import { load, LoadError } from '../../src/source/load.js';
import { feedUrl } from '../support/samples.js';

const here = (path: string) => new URL(path, document.baseURI).href;
const never = new AbortController().signal;

describe('load', () => {
  it('gives the text and the URL it came from in the end', async () => {
    const target = here(feedUrl({ a: 1 }));
    const { text, url } = await load(here(`/__feed/x?redirect=${encodeURIComponent(target)}`), never);
    assert.deepEqual(JSON.parse(text), { a: 1 });
    assert.equal(url, target);
  });

  const failures: [name: string, url: string, message: RegExp][] = [
    ['more than 10 MB', `/__feed/x.json?size=${String(11 * 1024 * 1024)}`, /longer than 10 MB/],
    ['HTTP 404', '/__feed/x.json?status=404', /HTTP 404/],
    ['an answer that breaks off', '/__feed/x.json?truncated=1', /x\.json/],
  ];
  for (const [name, url, message] of failures) {
    it(`throws a LoadError that says what is wrong: ${name}`, async () => {
      const error: unknown = await load(here(url), never).catch((reason: unknown) => reason);
      assert.instanceOf(error, LoadError);
      assert.match((error as Error).message, message);
    });
  }

  it('takes what is not quite 10 MB', async () => {
    const { text } = await load(here(`/__feed/x.json?size=${String(9 * 1024 * 1024)}`), never);
    assert.lengthOf(text, 9 * 1024 * 1024);
  });

  it('stops when it is told to', async () => {
    const request = new AbortController();
    const answer = load(here('/__feed/x.json?stall=1'), request.signal).catch((reason: unknown) => reason);
    request.abort();
    assert.instanceOf(await answer, LoadError);
  });

  it('gives up after its time-out', async () => {
    const { timeout } = AbortSignal;
    let limit = 0;
    AbortSignal.timeout = (milliseconds) => {
      limit = milliseconds;
      return timeout.call(AbortSignal, 1);
    };
    const error: unknown = await load(here('/__feed/x.json?stall=1'), never).catch((reason: unknown) => reason);
    AbortSignal.timeout = timeout;
    assert.equal(limit, 30_000);
    assert.match((error as Error).message, /no answer within 30 s/);
  });

  it('sends no cookies', async () => {
    const original = window.fetch;
    let credentials: RequestCredentials | undefined;
    window.fetch = (input, init) => {
      ({ credentials } = init ?? {});
      return original(input, init);
    };
    await load(here(feedUrl({})), never);
    window.fetch = original;
    assert.equal(credentials, 'omit');
  });
});
