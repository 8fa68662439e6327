import { assert } from 'chai';
import { openPage, until, type Page } from '../support/helpers.js';

/** The snippets of README.md, with the reader's own files replaced by the demo's. */
async function snippets(language: string): Promise<string[]> {
  const readme = await (await fetch('/README.md?raw')).text();
  const text = readme.startsWith('export default') ? (JSON.parse(readme.slice('export default '.length).replace(/;?\s*$/, '')) as string) : readme;
  return [...text.matchAll(new RegExp('```' + language + '\\n([^]*?)```', 'g'))].map(([, code = '']) =>
    code
      .replace(/src="newsleaf/g, 'src="/dist/cdn/newsleaf')
      .replace(/(["'])(headlines|story)\.json/g, '$1/demo/data/$2.json')
      .replace(/'newsleaf\/([a-z-]+)'/g, "'/src/elements/$1/define.ts'"),
  );
}

const headlines = (page: Page) => page.document.querySelector('headline-list')?.shadowRoot?.querySelectorAll('a[href]').length ?? 0;

/** Scripts that innerHTML brings do not run: they are made anew. */
function insert(page: Page, html: string): void {
  page.document.body.innerHTML = html;
  for (const script of page.document.body.querySelectorAll('script')) {
    const copy = page.document.createElement('script');
    for (const { name, value } of script.attributes) copy.setAttribute(name, value);
    copy.textContent = script.textContent;
    script.replaceWith(copy);
  }
}

describe('README.md', () => {
  let page: Page;
  beforeEach(async () => {
    page = await openPage('/tests/pages/blank.html');
  });

  it('embeds a list by one script tag', async () => {
    const [snippet = assert.fail('no snippet')] = (await snippets('html')).filter((code) => code.includes('iife'));
    insert(page, snippet);
    await until(() => headlines(page) === 5, 'five headlines');
    assert.deepEqual(page.__problems, []);
  });

  it('embeds news where a CMS strips unknown tags', async () => {
    const [snippet = assert.fail('no snippet')] = (await snippets('html')).filter((code) => code.includes('data-newsleaf'));
    insert(page, snippet);
    await until(() => headlines(page) === 5, 'five headlines');
    await until(() => page.document.querySelector('news-article')?.shadowRoot?.querySelector("[part='headline']"), 'a story');
    assert.deepEqual(page.__problems, []);
  });

  it('embeds a story by the module loader', async () => {
    const [snippet = assert.fail('no snippet')] = (await snippets('html')).filter((code) => code.includes('type="module"'));
    insert(page, snippet);
    await until(() => page.document.querySelector('news-article')?.shadowRoot?.querySelector('.prose p'), 'a story');
    assert.deepEqual(page.__problems, []);
  });

  it('embeds a list by npm, and hears what is chosen', async () => {
    const [snippet = assert.fail('no snippet')] = (await snippets('js')).filter((code) => code.includes('headline-list'));
    insert(page, `<script type="module">${snippet}</script>`);
    await until(() => headlines(page) > 5, 'headlines');
    const logged: unknown[] = [];
    (page as unknown as { console: Console }).console.log = (...words: unknown[]) => logged.push(...words);
    page.document.querySelector('headline-list')?.shadowRoot?.querySelector('a')?.click();
    assert.lengthOf(logged, 1);
    assert.equal(page.location.pathname, '/tests/pages/blank.html');
    assert.deepEqual(page.__problems, []);
  });

  it('themes by tokens and parts', async () => {
    const [css = assert.fail('no snippet')] = await snippets('css');
    const [html = ''] = await snippets('html');
    insert(page, html + `<style>${css}</style>`);
    await until(() => headlines(page) === 5, 'five headlines');
    const kicker = page.document.querySelector('headline-list')?.shadowRoot?.querySelector("[part='kicker']") ?? assert.fail('no kicker');
    assert.equal(getComputedStyle(kicker).textTransform, 'uppercase');
    assert.equal(getComputedStyle(kicker).color, 'rgb(11, 87, 164)');
  });
});
