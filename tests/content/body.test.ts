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

  it('has the safe nodes of blocks, and keeps them as long as the body', async () => {
    const blocks: unknown[] = [
      { _type: 'block', children: [{ _type: 'span', text: '1 < 2 <img src=x onerror=alert(1)>' }] },
      { type: 'paragraph', html: 'Two<script>alert(1)</script> <b onclick="alert(1)">three</b>' },
      { type: 'image', url: 'a.png', alt: '" onerror="alert(1)' },
      { type: 'embed', url: 'javascript:alert(1)', title: 'Four' },
      { _type: 'block', children: [{ text: 'five', marks: ['l'] }], markDefs: [{ _key: 'l', href: 'javascript:alert(1)' }] },
    ];
    const body: Body = { kind: 'blocks', blocks, baseUrl: 'https://news.example/story/' };
    const content = new BodyContent(host);
    const nodes = (await until(() => content.of(body))) as Element;
    assert.deepEqual(
      [...nodes.children].map(({ outerHTML }) => outerHTML),
      [
        '<p>1 &lt; 2 &lt;img src=x onerror=alert(1)&gt;</p>',
        '<p>Two <b>three</b></p>',
        '<figure><img src="https://news.example/story/a.png" alt="&quot; onerror=&quot;alert(1)" loading="lazy" decoding="async"></figure>',
        '<p><strong>Four</strong></p>',
        '<p><a>five</a></p>',
      ],
    );
    blocks.length = 1;
    assert.equal((new BodyContent(host).of(body) as Element).outerHTML, nodes.outerHTML);
    assert.equal(text(new BodyContent(host).of({ ...body })), '1 < 2 <img src=x onerror=alert(1)>');
    assert.equal(text(new BodyContent(host).of({ kind: 'blocks', blocks: [] })), '');
  });

  it('falls back to text where sanitising fails', async () => {
    await until(() => new BodyContent(host).of({ kind: 'html', html: 'x' }));
    const { importNode } = document;
    const { warn } = console;
    console.warn = () => undefined;
    document.importNode = () => { throw new Error('broken by the page'); };
    const content = new BodyContent(host).of({ kind: 'html', html: '<p>One &amp; <b>only</b><p>Two<script>alert(1)</script>' });
    const blocks = new BodyContent(host).of({ kind: 'blocks', blocks: [{ type: 'heading', text: 'One & <only>' }, { type: 'image', url: '/a', caption: 'Two' }] });
    document.importNode = importNode;
    console.warn = warn;
    assert.equal(text(content), 'One & only|Two');
    assert.equal(text(blocks), 'One & <only>|Two');
  });
});
