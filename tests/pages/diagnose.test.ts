import { assert } from 'chai';
import type { Finding } from '../../src/diagnose.js';
import { openHostPage, oneEvent, until, type HostPage, type Page } from '../support/helpers.js';
import { ago, feedUrl, jsonFeed, newsArticle } from '../support/samples.js';

// Built files: `npm run build` comes before this.

const script = '<script src="/dist/cdn/newsleaf.iife.js"></script>';
const text = (value: unknown) => JSON.stringify(value).replaceAll('<', '\\u003c');
const list = (attributes: string, inside = '') => `<headline-list ${attributes.replaceAll('&', '&amp;')}>${inside}</headline-list>`;
const bySrc = (body: unknown, query = '') => list(`src="${feedUrl(body, query).replaceAll('"', '%22')}"`);
const byScript = (json: unknown, tag = 'headline-list') => `<${tag}><script type="application/json">${typeof json === 'string' ? json : text(json)}</script></${tag}>`;
const item = (more: object) => ({ type: 'text', version: '1', uri: 'https://wire.example/1', headline: 'Tide turns', ...more });
const hours = (number: number) => ago(number).replace(/\.\d+/, '');

/** Of the test server, which has another name for itself. */
const elsewhere = `http://${location.hostname === 'localhost' ? '127.0.0.1' : 'localhost'}:${location.port}`;

/** The address of a page, of any type, that gives other origins no leave. */
async function withoutLeave(): Promise<string> {
  const answer = await fetch('/__page', { method: 'POST', body: JSON.stringify({ html: text(jsonFeed), headers: { 'content-type': 'application/json' } }) });
  return elsewhere + (await answer.text());
}

interface Case {
  readonly page: HostPage;
  /** Of each finding. */
  readonly found: readonly (readonly [problem: RegExp, mend: RegExp, tag?: string])[];
  readonly set?: (page: Page) => void;
}

const nothing = /^Nothing, if/;

const cases: Record<string, Case | (() => Promise<Case>)> = {
  'nothing, on a page that is right': { page: { body: bySrc(jsonFeed) + byScript(newsArticle, 'news-article') }, found: [] },
  'nothing in a form whose inputs are named as what it has': {
    page: { body: `<form><input name="hasAttribute"><input name="querySelectorAll"><input name="localName"><input name="shadowRoot">${bySrc(jsonFeed)}</form>${byScript(newsArticle, 'news-article')}` },
    found: [],
  },
  'a page without an element': { page: { body: '<p>Text</p>' }, found: [[/^there is no element of Newsleaf on this page$/, /data-newsleaf/]] },
  'an element without news': { page: { body: list('') }, found: [[/^it has no news to show$/, /src/, 'headline-list']] },
  'an element that may show no row': { page: { body: bySrc(jsonFeed).replace('>', ' limit="0">') }, found: [[/limit is 0/, /limit/]] },
  'a child script that is no JSON': { page: { body: byScript('{ items: }') }, found: [[/^its script cannot be read: not JSON: it begins with «\{ items: \}»$/, /JSON checker/]] },
  'an attribute that is no news': { page: { body: list('feed=\'{"weather":1}\'') }, found: [[/^its attribute cannot be read: .*keys weather/, /README/]] },
  'a property that is no news': { page: { body: list('') }, set: (page) => Object.assign(page.document.querySelector('headline-list') ?? {}, { feed: { weather: 1 } }), found: [[/^the data that was set could not be read$/, /news-error/]] },
  'data with mistakes, by their path': {
    page: { body: byScript({ ...jsonFeed, items: [{ id: '1', title: 'One', url: 'javascript:alert(1)', date_published: 'soon' }] }) },
    found: [[/^its script, \$\.items\[0\]\.url: not a usable URL$/, /where the news comes from/], [/\$\.items\[0\]\.date_published: not a date/, /mended/]],
  },
  'more mistakes than one reads': {
    page: { body: byScript({ ...jsonFeed, items: Array.from({ length: 9 }, (_, index) => ({ id: String(index), title: 'One', date_published: 'soon' })) }) },
    found: [...Array.from({ length: 5 }, () => [/not a date/, /mended/] as const), [/^its script: 4 more issues/, /event\.issues/]],
  },
  'a feed without items': { page: { body: bySrc({ ...jsonFeed, items: [] }) }, found: [[/no item/, nothing]] },
  'a web page in place of a feed': { page: { body: bySrc('', 'html=1') }, found: [[/^its src cannot be read: it is a web page$/, /address of a feed/]] },
  'an address that there is not': { page: { body: bySrc('', 'status=404') }, found: [[/^its src cannot be had: the server answers HTTP 404$/, /nothing at that address/]] },
  'an address that wants a login': { page: { body: bySrc('', 'status=401') }, found: [[/HTTP 401$/, /login or a key/]] },
  'an address that is asked too often': { page: { body: bySrc('', 'status=429') }, found: [[/HTTP 429$/, /refresh/]] },
  'a server that fails': { page: { body: bySrc('', 'status=503') }, found: [[/HTTP 503$/, /server of the news/]] },
  'an answer that breaks off': { page: { body: bySrc(jsonFeed, 'truncated=1') }, found: [[/^its src cannot be had: \S/, /in a tab/]] },
  'a server that is not there': { page: { body: list('src="http://news.invalid/feed.json"') }, found: [[/^its src cannot be had: \S/, /in a tab/]] },
  'an address that is none': { page: { body: list('src="https://[news"') }, found: [[/no address that a browser understands/, /src/]] },
  'a server that gives no leave': async () => ({
    page: { body: list(`src="${await withoutLeave()}"`) },
    found: [[/^its src cannot be had: (localhost|127\.0\.0\.1):\d+ gives no leave to read it \(CORS\)$/, /Access-Control-Allow-Origin: \*/]],
  }),
  'a policy that refuses another origin': {
    page: { headers: { 'content-security-policy': "default-src 'self'; script-src 'self' 'unsafe-eval'; connect-src 'self' https://api.example" }, body: list(`src="${elsewhere}${feedUrl(jsonFeed)}"`) },
    found: [[/^its src cannot be had: this page's Content-Security-Policy refuses it$/, new RegExp(`: connect-src 'self' https://api\\.example ${elsewhere}$`)]],
  },
  'a policy that refuses everything': {
    page: { headers: { 'content-security-policy': "default-src 'none'; script-src 'self' 'unsafe-eval'" }, body: bySrc(jsonFeed) },
    found: [[/Content-Security-Policy refuses it$/, /: connect-src 'self'$/]],
  },
  'items that may not be shown': {
    page: {
      body: byScript({
        items: [
          item({}),
          item({ uri: 'https://wire.example/2', headline: 'Held', pubStatus: 'withheld' }),
          item({ uri: 'https://wire.example/3', headline: 'Off', pubStatus: 'canceled' }),
          item({ uri: 'https://wire.example/4', headline: 'Later', embargoed: hours(-5) }),
          item({ uri: 'https://wire.example/5', headline: 'Gone', expires: hours(5) }),
        ],
      }),
    },
    found: [
      [/^«Held» is not shown: its status is withheld$/, nothing],
      [/^«Off» is not shown: its status is canceled$/, nothing],
      [new RegExp(`^«Later» is not shown: it is under embargo until ${hours(-5).slice(0, 10)}`), nothing],
      [new RegExp(`^«Gone» is not shown: it expired on ${hours(5).slice(0, 10)}`), nothing],
    ],
  },
  'a story that may not be shown, set by property': {
    page: { body: '<news-article></news-article>' },
    set: (page) => Object.assign(page.document.querySelector('news-article') ?? {}, { article: { ...newsArticle, expires: '2020-01-01' } }),
    found: [[/is not shown: it expired on 2020-01-01$/, nothing, 'news-article']],
  },
  'a tag that is misspelt': { page: { body: '<headlines-list></headlines-list><newsarticle></newsarticle>' }, found: [[/^<headlines-list> is no element of Newsleaf 0/, /^Write <headline-list>\.$/, 'headlines-list'], [/<newsarticle>/, /<news-article>/]] },
  'a mark that is misspelt': {
    page: { body: '<div data-newsleaf="headline_list"></div>' },
    found: [[/^data-newsleaf="headline_list" is no element/, /^Write data-newsleaf="headline-list"\.$/, 'div']],
  },
  'a mark that names nothing of ours': { page: { body: '<div data-newsleaf="news-forecasts"></div>' }, found: [[/^<news-forecasts> is no element/, /^There are: headline-carousel, headline-grid, headline-list/, 'news-forecasts']] },
  'a tag that belongs to another script': {
    page: { head: '', body: '<news-article></news-article>' },
    set: (page) => { page.customElements.define('news-article', class extends page.HTMLElement {}); },
    found: [[/^another script on this page has a <news-article> of its own$/, /define\(/]],
  },
  'a script that is not there': { page: { head: '', body: list('') }, found: [[/never defined: no script on this page/, /newsleaf\.iife\.js/, 'headline-list']] },
  'a script at a wrong address': { page: { head: '<script src="/dist/cdn/newsleaf.old.js"></script>', body: list('') }, found: [[/never defined: its script cannot be had: the server answers HTTP 404$/, /nothing at that address/]] },
  'a script whose type was changed': { page: { head: script.replace(' ', ' type="text/plain" '), body: list('') }, found: [[/never defined: something gave its script the type "text\/plain"/, /leave out http/]] },
  'a script that a policy refuses': {
    page: { headers: { 'content-security-policy': `script-src 'unsafe-eval' ${location.origin}/__page/ ${location.origin}/dist/cdn/newsleaf.diagnose.js` }, body: list('') },
    found: [[/never defined: its script is there, and was refused or failed$/, /script-src http/]],
  },
  'two versions': {
    page: { body: bySrc(jsonFeed) },
    set: (page) => Object.assign(page, { Newsleaf: { version: '0.0.9' } }),
    found: [[/^there are two versions of Newsleaf on this page: 0\.\d+\.\d+ and 0\.0\.9$/, /^Load one only/]],
  },
};

/** Imports the file by itself: it says what is wrong also where nothing else came. */
async function diagnose(page: Page): Promise<{ findings: Finding[]; told: unknown[] }> {
  const told: unknown[] = [];
  const { console } = page as unknown as { console: Console };
  console.table = console.info = (what: unknown) => told.push(what);
  const tag = page.document.createElement('script');
  tag.type = 'module';
  tag.src = '/dist/cdn/newsleaf.diagnose.js';
  page.document.head.append(tag);
  await oneEvent(tag, 'load');
  // A module that a page has imported is the same for whoever imports it there again.
  const load = new (page as unknown as { Function: FunctionConstructor }).Function('return import("/dist/cdn/newsleaf.diagnose.js")') as () => Promise<typeof import('../../src/diagnose.js')>;
  const findings = await (await load()).diagnose();
  return { findings, told };
}

describe('diagnose()', () => {
  for (const [name, given] of Object.entries(cases)) {
    it(`finds ${name}`, async () => {
      const { page: host, found, set } = typeof given === 'function' ? await given() : given;
      const page = await openHostPage({ ...host, head: host.head ?? script });
      set?.(page);
      const { findings, told } = await diagnose(page);
      assert.lengthOf(findings, found.length, text(findings.map(({ problem, mend }) => [problem, mend])));
      for (const [index, [problem, mend, tag]] of found.entries()) {
        assert.match(findings[index]?.problem ?? '', problem);
        assert.match(findings[index]?.mend ?? '', mend);
        if (tag) assert.equal(findings[index]?.element?.localName, tag);
      }
      assert.lengthOf(told, 1);
      if (found.length > 0) assert.lengthOf(told[0] as unknown[], found.length);
      else assert.match(String(told[0]), /^Newsleaf 0\.\S+ finds nothing wrong with 2 elements on this page\.$/);
      assert.notInclude(page.__problems.join(), 'rejection');
    });
  }

  it('says which of several it speaks of', async () => {
    const page = await openHostPage({ head: script, body: list('id="one" src="/__feed/x.json?status=404"') });
    const { told } = await diagnose(page);
    assert.equal((told[0] as { where: string }[])[0]?.where, '<headline-list id="one" src="/__feed/x.json?status=404">');
  });

  it('is a method of the one file, which fetches it from beside itself', async () => {
    const page = await openHostPage({ head: script, body: list('') });
    const { Newsleaf } = page as unknown as { Newsleaf: { diagnose: () => Promise<Finding[]> } };
    assert.deepEqual((await Newsleaf.diagnose()).map(({ problem }) => problem), ['it has no news to show']);
    assert.deepEqual(page.__problems, []);
  });

  it('looks into shadow roots, and at other names', async () => {
    const page = await openHostPage({ head: script, body: '<div></div><acme-news></acme-news>' });
    const { Newsleaf } = page as unknown as { Newsleaf: { HeadlineList: { define: (tag: string) => void } } };
    Newsleaf.HeadlineList.define('acme-news');
    const root = page.document.querySelector('div')?.attachShadow({ mode: 'open' }) ?? assert.fail('no root');
    root.innerHTML = list('');
    await until(() => page.document.querySelector('acme-news')?.shadowRoot, 'the upgrade');
    const { findings } = await diagnose(page);
    assert.sameMembers(findings.map(({ element }) => element?.localName), ['acme-news', 'headline-list']);
  });
});
