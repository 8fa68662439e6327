import { assert } from 'chai';
import { BodyContent } from '../../src/content/body.js';
import { mount, until } from '../support/helpers.js';
import { corpus } from '../support/hostile.js';
import { judge, reparsed } from '../support/judge.js';

const policy = "default-src 'none'; style-src 'unsafe-inline'";

/** A frame in which no script runs and nothing is fetched. */
async function quietFrame(): Promise<Document> {
  const frame = document.createElement('iframe');
  frame.setAttribute('sandbox', 'allow-same-origin');
  frame.width = '800';
  frame.srcdoc = `<!doctype html><meta http-equiv="content-security-policy" content="${policy}"><body>`;
  await mount(frame);
  return until(() => frame.contentDocument?.querySelector('meta') && frame.contentDocument, 'a frame');
}

/** Of letters and digits; what is upper case by style alone is the same word. */
const words = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/** What a reader sees of it on its own page, as far as that is in the HTML. */
function visibleWords(html: string, page: Document): string[] {
  page.body.innerHTML = html;
  // Scripts run there, so nobody sees these; pictures and what one chooses from are no prose.
  for (const element of page.body.querySelectorAll('noscript, svg, math, select, textarea, iframe, object, video, audio')) element.remove();
  return words(page.body.innerText);
}

/** How many of the words are there, each as often as it is. */
function kept(wanted: readonly string[], found: readonly string[]): number {
  const counts = new Map<string, number>();
  for (const word of found) counts.set(word, (counts.get(word) ?? 0) + 1);
  return wanted.filter((word) => {
    const count = counts.get(word) ?? 0;
    counts.set(word, count - 1);
    return count > 0;
  }).length;
}

const own = [
  '<p>It was the <b>first</b> boat, <a href="/a">they said</a>.</p><ul><li>One<li>Two</ul><table><tr><th>From<td>To</table><blockquote>All aboard<footer>— Ada</footer></blockquote>',
  '<article><header><h1>Boats</h1><address>By Ada</address></header><main><center>Mid</center><font color=red>Red</font><nobr>No break</nobr><big>Big</big></main><footer>End</footer></article>',
  '<form><fieldset><legend>Ask</legend><label>Name</label><button>Send</button></fieldset></form><x-card><h3 slot="a">In a card</h3></x-card><amp-img src="a"><p>Late</p></amp-img>',
  '<p>Water is H<sub>2</sub>O<sup><a href="#1">1</a></sup></p><p id="1">A note</p><dl><dt>Term<dd>What it is</dl><ruby>漢<rt>kan</rt></ruby><details><summary>More</summary></details>',
  '<p>مرحبا بالعالم</p><p dir="rtl">שלום</p><p>日本語の文章</p><p>Ünïcödé ǆ</p><pre>  code  goes\n here</pre><marquee>Old</marquee><p>a<p>b<div>c',
  '<p>Café &amp; bar &lt;tag&gt; &notanentity; 5 &gt; 3</p><![CDATA[x]]><p>After</p><p>1 < 2 and 3 > 2</p>',
  '<div style="font-size:0"><p style="font-size:16px">Big enough</p></div><p style="opacity:0.9">Faint</p><p aria-hidden="true">Seen</p><p hidden>Not seen</p>',
];

describe('the visible words of a benign body', () => {
  const files = ['fundus.raw-bodies', 'article-extraction-benchmark.raw-bodies', 'newspaper4k.raw-bodies', 'readability.clean-bodies'];
  const content = new BodyContent({ requestUpdate: () => undefined });
  let page: Document;

  async function wordsLost(html: string, name: string): Promise<[all: number, kept: number]> {
    const body = { kind: 'html', html, baseUrl: 'https://gazette.example/news/story' } as const;
    const shown = (await until(() => content.of(body), name)) as Element;
    const wanted = visibleWords(html, page);
    page.body.replaceChildren(page.importNode(shown, true));
    const found = kept(wanted, words(page.body.innerText));
    assert.isAtLeast(found, Math.floor(wanted.length * 0.99), name);
    assert.deepEqual(judge(shown), [], name);
    assert.equal(reparsed(shown), shown.innerHTML, name);
    return [wanted.length, found];
  }

  beforeEach(async () => { page = await quietFrame(); });

  it('are kept: those of ours, all', async () => {
    for (const html of own) {
      const [all, found] = await wordsLost(html, html);
      assert.equal(found, all, html);
    }
  });

  for (const file of files) {
    it(`are kept: ${file}`, async () => {
      const bodies = await corpus<{ page: string; bodyHtml: string }[]>(`article-bodies/${file}.json`);
      let [all, found] = [0, 0];
      for (const { page, bodyHtml } of bodies ?? []) {
        const [one, other] = await wordsLost(bodyHtml, page);
        all += one;
        found += other;
      }
      if (bodies) console.log(`${file}: ${String(bodies.length)} bodies, ${((found / all) * 100).toFixed(2)} % of ${String(all)} words`);
    });
  }
});
