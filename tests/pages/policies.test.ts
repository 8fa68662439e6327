import { assert } from 'chai';
import '../../src/define.js';
import { mount, openHostPage, until } from '../support/helpers.js';
import { jsonFeed, newsArticle } from '../support/samples.js';
import { inside, isRich, list, openNewsPage, scriptTags, showsNews, story, type ScriptFile } from '../support/script-tags.js';

interface Case {
  /** Of HTTP: `content-security-policy`. */
  readonly policy: string;
  readonly head?: string;
  readonly body?: string;
  /** Whether an HTML body stays HTML; where it may not be parsed, its text is shown. */
  readonly rich: boolean;
  /** What the browser or we say of it, once each; a page cannot know beforehand that a policy will be refused. */
  readonly told?: readonly RegExp[];
}

const scripts = "script-src 'self'; connect-src 'self'";
const trusted = "require-trusted-types-for 'script'";
const refused = /^policy: trusted-types /;
const everyPart = {
  ...newsArticle,
  '@type': 'LiveBlogPosting',
  alternativeHeadline: 'Nine years on',
  contentLocation: 'Harbour',
  license: 'https://gazette.example/licence',
  digitalSourceType: 'trainedAlgorithmicMedia',
  video: { '@type': 'VideoObject', contentUrl: 'https://gazette.example/ferry.mp4', encodingFormat: 'video/mp4' },
  liveBlogUpdate: [{ '@type': 'BlogPosting', headline: 'Ashore', articleBody: 'All are ashore.', datePublished: '2025-07-28T12:00:00Z' }],
};
const everything = `<headline-list variant="thumbnail" heading-level="3"><script type="application/json">${JSON.stringify(jsonFeed)}</script></headline-list>
  <news-article><script type="application/ld+json">${JSON.stringify(everyPart)}</script></news-article>`;
const notParsed = [refused, /^policy: require-trusted-types-for /, /^console\.warn: Newsleaf shows a story as text/];

const cases: Record<string, Case> = {
  'the least that is needed': { policy: `default-src 'none'; ${scripts}`, rich: true },
  'no styles, pictures of its own': { policy: `default-src 'none'; ${scripts}; style-src 'none'; img-src 'self'`, rich: true },
  'a base, forms and frames of nobody': { policy: `default-src 'none'; ${scripts}; base-uri 'none'; form-action 'none'; frame-ancestors 'self'`, rich: true },
  'Trusted Types, our policy listed': { policy: `${scripts}; ${trusted}; trusted-types newsleaf`, rich: true },
  'Trusted Types, any policy': { policy: trusted, rich: true },
  'Trusted Types, only others listed': { policy: `${trusted}; trusted-types others`, rich: false, told: notParsed },
  "Trusted Types, 'none'": { policy: `${trusted}; trusted-types 'none'`, rich: false, told: notParsed },
  'a list of others that nothing enforces': { policy: 'trusted-types others', rich: true, told: [refused] },
  'our policy taken by somebody else': {
    policy: `${trusted}; trusted-types newsleaf`,
    head: '<script>trustedTypes.createPolicy("newsleaf", {})</script>',
    rich: false,
    told: notParsed,
  },
  'two copies, our policy listed': {
    policy: `${trusted}; trusted-types newsleaf`,
    head: '<script src="/dist/cdn/newsleaf.iife.js?again"></script><script type="module" src="/dist/cdn/newsleaf.js?again"></script>',
    rich: true,
  },
  'sandboxed, of its own origin': { policy: 'sandbox allow-scripts allow-same-origin', rich: true },
};

for (const file of Object.keys(scriptTags) as ScriptFile[]) {
  describe(`${file} under a policy`, () => {
    for (const [name, { policy, head = '', body = '', rich, told = [] }] of Object.entries(cases)) {
      it(name, async () => {
        const page = await openNewsPage(file, { head, body, headers: { 'content-security-policy': policy } });
        await showsNews(page);
        assert.equal(isRich(page), rich);
        // Set by the element, where a style attribute would be refused.
        assert.equal(page.getComputedStyle(inside(page, 'headline-list')?.querySelector('ul') ?? page.document.body).listStyleType, 'none');
        await until(() => page.__problems.length >= told.length, 'the reports');
        const unexpected = page.__problems.filter((problem) => !told.some((pattern) => pattern.test(problem)));
        assert.deepEqual(unexpected, []);
        assert.lengthOf(page.__problems, told.length);
      });
    }

    it('tells once that bodies are not parsed, however many there are', async () => {
      const page = await openNewsPage(file, { body: story + story, headers: { 'content-security-policy': `${trusted}; trusted-types 'none'` } });
      await showsNews(page);
      await until(() => page.document.querySelectorAll('news-article').length === 3 && page.__problems.length >= 5, 'the stories');
      assert.lengthOf(page.__problems.filter((problem) => problem.startsWith('policy:')), 2);
    });

    it('renders beside another Lit', async () => {
      const other = `<script type="module">
        import { html, LitElement, render } from '/node_modules/lit/index.js';
        customElements.define('other-lit', class extends LitElement { render() { return html\`<b \${''}>\${'another'}</b>\`; } });
        window.otherRender = (news) => render(html\`<p>\${news}</p>\`, document.body.appendChild(document.createElement('div')));
      </script><other-lit></other-lit>`;
      const page = await openNewsPage(file, { body: other, headers: { 'content-security-policy': `${trusted}; trusted-types newsleaf lit-html` } });
      await showsNews(page);
      await until(() => inside(page, 'other-lit')?.textContent === 'another', 'the other');
      assert.deepEqual(page.__problems, []);
    });

    it('renders what Lit renders where nothing is forbidden', async () => {
      const page = await openNewsPage(file, { body: everything });
      const ours = await mount(`<div lang="en">${everything}</div>`);
      const markup = (root: ParentNode, tag: string) =>
        [...root.querySelectorAll(tag)].map((element) => element.shadowRoot?.innerHTML.replace(/<!--.*?-->/gs, '').replace(/\s+/g, '') ?? '');
      for (const [tag, last] of [['headline-list', 'marketfair'], ['news-article', '<footer']] as const) {
        const expected = await until(() => markup(ours, tag).find((html) => html.replace('&amp;', '').toLowerCase().includes(last)), `a whole <${tag}>`);
        await until(() => markup(page.document, tag)[0]?.length === expected.length, `as much of <${tag}>`, 3000).catch(() => undefined);
        assert.equal(markup(page.document, tag)[0], expected);
      }
      assert.deepEqual(page.__problems, []);
    });

    it('works in a sandbox that has no origin and no storage', async () => {
      const tell = `<script>setInterval(() => {
        let storage = 'there'; try { localStorage.length } catch (error) { storage = error.name }
        const inside = (tag, selector) => document.querySelector(tag)?.shadowRoot?.querySelectorAll(selector).length;
        parent.postMessage({ storage, rows: inside('headline-list', 'li'), paragraphs: inside('news-article', '.prose p em'), problems: __problems }, '*');
      }, 50)</script>`;
      let said: Record<string, unknown> = {};
      const listen = ({ data }: MessageEvent<Record<string, unknown>>) => { said = data; };
      window.addEventListener('message', listen);
      try {
        await openHostPage({ head: scriptTags[file], body: list + story + tell, headers: { 'content-security-policy': 'sandbox allow-scripts' } });
        await until(() => said.rows === 3 && said.paragraphs === 1, 'the news');
        assert.equal(said.storage, 'SecurityError');
        assert.deepEqual(said.problems, []);
      } finally {
        window.removeEventListener('message', listen);
      }
    });
  });
}
