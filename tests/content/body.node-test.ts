import assert from 'node:assert/strict';
import { test } from 'node:test';
import { BodyContent } from '../../src/content/body.js';

test('without a DOM, a body is text', async (context) => {
  const warn = context.mock.method(console, 'warn', () => undefined);
  for (const body of [
    { kind: 'html', html: '<p>One &amp; <b onclick="pwned()">only</b><script>pwned()</script><p>Two &lt;b&gt;' },
    { kind: 'blocks', blocks: [{ type: 'paragraph', html: 'One &amp; <i>only</i><script>pwned()</script>' }, { type: 'heading', text: 'Two <b>' }] },
  ] as const) {
    let content: BodyContent | undefined;
    await new Promise<void>((requestUpdate) => {
      content = new BodyContent({ requestUpdate });
      assert.equal(content.of(body), undefined);
    });
    assert.deepEqual(content?.of(body), ['One & only', 'Two <b>']);
  }
  assert.equal(warn.mock.callCount(), 2);
});
