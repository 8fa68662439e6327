import { assert } from 'chai';
import { html } from 'lit';
import { axe, mount, oneEvent, openHostPage, openPage, until } from './helpers.js';

describe('test support', () => {
  let mounted: HTMLElement;

  it('mounts strings, templates and elements', async () => {
    mounted = await mount('<p>One</p>');
    assert.equal(mounted.textContent, 'One');
    assert.equal((await mount(html`<p>${'Two'}</p>`)).textContent, 'Two');
    const element = document.createElement('p');
    assert.equal(await mount(element), element);
    assert.isTrue(element.isConnected);
  });

  it('removes them after the test', () => {
    assert.isFalse(mounted.isConnected);
  });

  it('lists what axe finds', async () => {
    await axe(await mount('<div><img src="data:," alt="A cat"></div>'));
    const error = await axe(await mount('<div><img src="data:,"></div>')).catch((thrown: unknown) => thrown);
    assert.match(String(error), /image-alt/);
  });

  it('waits for a condition and for an event', async () => {
    const target = new EventTarget();
    setTimeout(() => target.dispatchEvent(new Event('ready')), 10);
    assert.equal((await oneEvent(target, 'ready')).type, 'ready');
    let turns = 0;
    assert.equal(await until(() => ++turns > 3 && turns), 4);
    assert.match(String(await until(() => false, 'a blue moon', 20).catch((thrown: unknown) => thrown)), /a blue moon/);
  });

  it('records what goes wrong on a page', async () => {
    const page = await openPage('/tests/support/problems.html');
    await until(() => page.__problems.length >= 4, 'four problems');
    const kinds = page.__problems.map((problem) => problem.split(':')[0]).sort();
    assert.deepEqual(kinds, ['console.warn', 'error', 'policy', 'unhandledrejection']);
  });

  it('makes up pages, with a policy of their own', async () => {
    const page = await openHostPage({ headers: { 'content-security-policy': "script-src 'self'" }, body: '<p>One</p><script>window.two = 2</script>', doctype: '' });
    assert.equal(page.document.body.textContent.slice(0, 3), 'One');
    assert.equal(page.document.compatMode, 'BackCompat');
    await until(() => page.__problems.length > 0, 'the report');
    assert.match(page.__problems.join(), /^policy: script-src-elem inline[^,]*$/);
  });
});

describe('feed server', () => {
  const feed = (query: string, init?: RequestInit): Promise<Response> => fetch(`/__feed/ok.json?${query}`, init);

  it('answers as it is told', async () => {
    const response = await feed(`status=404&type=text/plain&body=${encodeURIComponent('{"a":"ä"}')}`);
    assert.equal(response.status, 404);
    assert.equal(response.headers.get('content-type'), 'text/plain');
    assert.equal(await response.text(), '{"a":"ä"}');
    assert.equal((await (await feed('size=200000')).arrayBuffer()).byteLength, 200_000);
    assert.equal(await (await feed('empty=1')).text(), '');
    assert.match(await (await feed('html=1')).text(), /^<!doctype html>/);
    assert.equal(new Uint8Array(await (await feed('bom=1')).arrayBuffer())[0], 0xef);
  });

  it('breaks off and stalls', async () => {
    const failed = (promise: Promise<unknown>): Promise<boolean> => promise.then(() => false, () => true);
    assert.isTrue(await failed(feed('truncated=1').then((response) => response.text())));
    const controller = new AbortController();
    const response = await feed('stall=1', { signal: controller.signal });
    const text = response.text();
    controller.abort();
    assert.isTrue(await failed(text));
  });

  it('counts and revalidates', async () => {
    const id = crypto.randomUUID();
    await feed(`id=${id}`);
    await feed(`id=${id}`);
    assert.equal(await (await fetch(`/__feed/seen?id=${id}`)).json(), 2);
    assert.equal((await feed('etag=x', { headers: { 'If-None-Match': '"x"' }, cache: 'no-store' })).status, 304);
  });
});
