import { assert } from 'chai';
import { load, LoadError, share } from '../../src/source/load.js';
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

  const encodings: [name: string, body: string, query: string][] = [
    ['XML by its first line', '<?xml version="1.0" encoding="ISO-8859-1"?><rss>Zürich</rss>', 'encoding=latin1&type=text/xml'],
    ['XML by its server', '<rss>Zürich</rss>', `encoding=latin1&type=${encodeURIComponent('application/rss+xml; charset=windows-1252')}`],
    ['XML of an encoding that is none', '<?xml version="1.0" encoding="x-y"?><rss>Zürich</rss>', 'type=text/xml'],
    ['JSON, which is UTF-8', '"Zürich"', `type=${encodeURIComponent('application/json; charset=iso-8859-1')}`],
  ];
  for (const [name, body, query] of encodings) {
    it(`decodes ${name}`, async () => {
      assert.equal((await load(here(feedUrl(body, query)), never)).text, body);
    });
  }

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

describe('share', () => {
  const seen = async (id: string) => Number(await (await fetch(`/__feed/seen?id=${id}`)).text());

  it('makes one request for all who ask while it is under way, and another afterwards', async () => {
    const id = String(Math.random());
    const url = feedUrl({ a: 1 }, `id=${id}&delay=30`);
    const answers = await Promise.all([share(url, never), share(here(url), never)]);
    assert.strictEqual(answers[0], answers[1]);
    assert.equal(await seen(id), 1);
    await share(url, never);
    assert.equal(await seen(id), 2);
  });

  it('keeps no failure', async () => {
    const url = feedUrl({ a: 1 }, `id=${String(Math.random())}&status=500&status=200`);
    assert.instanceOf(await share(url, never).catch((error: unknown) => error), LoadError);
    assert.equal((await share(url, never)).text, '{"a":1}');
  });

  it('goes on until the last who asked has left', async () => {
    const id = String(Math.random());
    const url = feedUrl({ a: 1 }, `id=${id}&delay=50`);
    const [one, two] = [new AbortController(), new AbortController()];
    const first = share(url, one.signal);
    const second = share(url, two.signal);
    one.abort();
    assert.equal((await second).text, '{"a":1}');
    await first;
    const third = share(url, one.signal);
    const alone = new AbortController();
    const fourth = share(feedUrl('x', 'stall=1'), alone.signal);
    alone.abort();
    assert.instanceOf(await fourth.catch((error: unknown) => error), LoadError);
    await third;
  });
});
