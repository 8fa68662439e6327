import { assert } from 'chai';
import { BodyContent, type Content } from '../../src/content/body.js';
import type { Body } from '../../src/model.js';
import { until } from '../support/helpers.js';

const host = { requestUpdate: () => undefined };
const body: Body = { kind: 'html', html: '<p>One</p><p>Two</p>' };
const text = (content: Content | undefined) => (content instanceof Element ? content.textContent : content?.join('|'));

describe('BodyContent', () => {
  it('has the paragraphs of a text at once', () => {
    assert.equal(text(new BodyContent(host).of({ kind: 'text', text: 'One.\n\nTwo.' })), 'One.|Two.');
    assert.isUndefined(new BodyContent(host).of(undefined));
  });

  it('has the safe nodes of HTML when the sanitiser is there, and the same ones until the body changes', async () => {
    const content = new BodyContent(host);
    const nodes = await until(() => content.of(body));
    assert.equal(text(nodes), 'OneTwo');
    assert.strictEqual(content.of(body), nodes);
    assert.notStrictEqual(content.of({ ...body }), nodes);
  });

  it('falls back to text where sanitising fails', async () => {
    await until(() => new BodyContent(host).of({ kind: 'html', html: 'x' }));
    const { importNode } = document;
    const { warn } = console;
    console.warn = () => undefined;
    document.importNode = () => { throw new Error('broken by the page'); };
    const content = new BodyContent(host).of({ kind: 'html', html: '<p>One &amp; <b>only</b><p>Two<script>alert(1)</script>' });
    document.importNode = importNode;
    console.warn = warn;
    assert.equal(text(content), 'One & only|Two');
  });
});
