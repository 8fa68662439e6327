import assert from 'node:assert/strict';
import { describe, it, mock } from 'node:test';
import { JSDOM } from 'jsdom';
import { createSanitizer, renderToString, stylesOf, type RenderOptions } from '../../src/server.js';
import type { Article } from '../../src/model.js';
import { jsonFeed, newsArticle } from '../support/samples.js';

const { window } = new JSDOM('');

/** As little as a typed article can have. */
const bare: Article = {
  id: 'bare', kind: 'article', status: 'usable', author: [], media: [], articleSection: [], keywords: [], contentLocation: [], correction: [], liveBlogUpdate: [], related: [],
};
const sanitize = createSanitizer(window);

interface Served {
  /** As a browser has it. */
  readonly host: Element;
  readonly html: string;
  readonly root: DocumentFragment;
  readonly words: string;
  readonly data: any;
}

function served(tag: string, options?: RenderOptions): Served {
  const html = renderToString(tag, options);
  const body = new JSDOM(`<!doctype html><body>${html}`).window.document.body;
  assert.equal(body.children.length, 1);
  assert.equal(body.childNodes.length, 1);
  const host = body.firstElementChild!;
  // What jsdom does not know is left as a template.
  const root = host.querySelector<HTMLTemplateElement>(':scope > template')!.content;
  const script = host.querySelector(':scope > script');
  for (const style of root.querySelectorAll('style')) style.remove();
  return { host, html, root, words: (root.textContent ?? '').replace(/\s+/g, ' ').trim(), data: script && JSON.parse(script.textContent) };
}

describe('renderToString', () => {
  it('gives an element with its shadow root, its attributes and its data', () => {
    const { host, root, data } = served('headline-list', { feed: jsonFeed, limit: 2, 'heading-level': '3', 'auto-update': true, class: 'top "x"', dir: undefined, hidden: false });
    assert.equal(host.localName, 'headline-list');
    assert.deepEqual(Object.fromEntries([...host.attributes].map(({ name, value }) => [name, value])), { limit: '2', 'heading-level': '3', 'auto-update': '', class: 'top "x"' });
    assert.equal(host.querySelector('template')?.getAttribute('shadowrootmode'), 'open');
    assert.equal(root.querySelectorAll('li').length, 2);
    assert.equal(root.querySelector('[aria-level="3"]')?.textContent, 'Night ferry returns after nine years');
    assert.equal(data.items.length, 3);
    assert.equal(data.items[1].url, 'https://gazette.example/bridge');
  });

  const xml = '<rss version="2.0"><channel><title>Gazette</title><item><title>Night ferry</title><link>/ferry</link></item></channel></rss>';
  const inputs: Record<string, unknown> = {
    JSON: jsonFeed,
    'its text': JSON.stringify(jsonFeed),
    XML: xml,
    'an array of articles': [newsArticle],
    'one article': newsArticle,
  };
  for (const [what, feed] of Object.entries(inputs)) {
    it(`takes ${what}`, () => {
      const { root } = served('headline-list', { feed, url: 'https://gazette.example/' });
      assert.match(root.querySelector('a')?.textContent ?? '', /^Night ferry/);
      assert.equal(root.querySelector('a')?.href, 'https://gazette.example/ferry');
    });
  }

  const errors: Record<string, [string, RenderOptions, RegExp]> = {
    'an unknown tag': ['news-nothing', { article: newsArticle }, /no element <news-nothing>/],
    'a tag of somebody else': ['x-list"><script>', {}, /no element/],
    'no data': ['headline-list', {}, /<headline-list> needs «feed»/],
    'the wrong data': ['news-article', { feed: jsonFeed }, /<news-article> has no «feed»|needs «article»/],
    'what is no news': ['news-article', { article: { weather: 1 } }, /Expected news JSON/],
    'what is no JSON': ['news-article', { article: 'Hello' }, /not JSON/],
    'an attribute that is script': ['headline-list', { feed: jsonFeed, onclick: 'alert(1)' }, /«onclick» is no attribute/],
    'an attribute that is none': ['headline-list', { feed: jsonFeed, 'a b>': '' }, /is no attribute/],
    'an attribute that is no text': ['headline-list', { feed: jsonFeed, title: {} }, /neither text nor a number/],
  };
  for (const [what, [tag, options, message]] of Object.entries(errors)) {
    it(`refuses ${what}`, () => {
      assert.throws(() => renderToString(tag, options), message);
      // And goes on as if nothing had been.
      assert.match(served('headline-list', { feed: jsonFeed }).words, /Night ferry/);
    });
  }

  it('has nothing in the page of what may not be shown', () => {
    const soon = new Date(Date.now() + 3_600_000).toISOString();
    const secrets = [
      { ...newsArticle, '@id': 'a', headline: 'Secret', expires: '2020-01-01T00:00:00Z' },
      { ninjs: 1, uri: 'b', headline: 'Secret', pubstatus: 'withheld', versioncreated: '2025-01-01T00:00:00Z' },
      { uri: 'c', headline: 'Secret', pubstatus: 'usable', embargoed: soon, versioncreated: '2025-01-01T00:00:00Z' },
    ];
    for (const secret of secrets) {
      const list = served('headline-list', { feed: [newsArticle, secret] });
      assert.match(list.words, /Night ferry/);
      assert.doesNotMatch(list.html, /Secret/);
      for (const tag of ['news-article', 'news-card', 'news-live', 'news-actions']) {
        const story = served(tag, { article: secret });
        assert.match(story.words, /This story is not available/);
        assert.doesNotMatch(story.html, /Secret/);
      }
    }
    assert.match(served('headline-list', { feed: secrets }).words, /No news right now/);
  });

  it('has HTML where there is a sanitiser, and text where there is none or it fails', () => {
    const article = { ...newsArticle, articleBody: '<p onclick="x()">One <em>two</em><script>x()</script>' };
    const withSanitizer = served('news-article', { article, sanitize });
    assert.equal(withSanitizer.root.querySelector('.prose')?.innerHTML.replace(/<!--.*?-->/g, '').trim(), '<div><p>One <em>two</em></p></div>');
    const warn = mock.method(console, 'warn', () => undefined);
    const fails = () => { throw new Error('no DOM'); };
    for (const options of [{ article }, { article, sanitize: fails }]) {
      const { root } = served('news-article', options);
      assert.equal(root.querySelector('.prose em'), null);
      assert.equal(root.querySelector('.prose')?.textContent.trim(), 'One two');
    }
    assert.equal(warn.mock.callCount(), 1);
    warn.mock.restore();
  });

  it('hands the sanitiser the HTML and what it is relative to, of blocks too', () => {
    const seen: unknown[] = [];
    const spy = (html: string, baseUrl?: string) => {
      seen.push([html, baseUrl]);
      // What stands for something in a replacement stays as it is.
      return '<p>$& $1 $$</p>';
    };
    const { root } = served('news-article', { article: { ...newsArticle, articleBody: '<p>x</p>' }, sanitize: spy });
    assert.deepEqual(seen, [['<p>x</p>', 'https://gazette.example/ferry']]);
    assert.equal(root.querySelector('.prose p')?.textContent, '$& $1 $$');
    const body = { kind: 'blocks', blocks: [{ type: 'paragraph', data: { text: 'From a block' } }] };
    const story = served('news-article', { article: { ...bare, headline: 'Blocks', body }, sanitize });
    assert.match(story.root.querySelector('.prose p')?.textContent ?? '', /From a block/);
    assert.equal(story.data.body.kind, 'html');
  });

  it('has its language of the options, else of the data, else English', () => {
    const german = { ...newsArticle, inLanguage: 'de' };
    const story = (options: RenderOptions) => served('news-article', options);
    assert.equal(story({ article: german }).host.getAttribute('lang'), 'de');
    assert.match(story({ article: german }).words, /28\. Juli 2025 um 10:00 UTC/);
    assert.match(story({ article: german, lang: 'fr' }).words, /Lire l’original sur Harbour Gazette/);
    assert.equal(story({ article: newsArticle }).host.hasAttribute('lang'), false);
    assert.match(story({ article: newsArticle, lang: 'no"nsense' }).words, /Read the original/);
    assert.equal(story({ article: newsArticle, lang: 'no"nsense' }).host.getAttribute('lang'), 'no"nsense');
  });

  it('has no date that depends on who reads it, or when', () => {
    assert.match(served('news-article', { article: newsArticle, timeZone: 'America/New_York' }).words, /July 28, 2025 at 6:00 AM EDT/);
    assert.doesNotMatch(served('headline-list', { feed: jsonFeed, dates: 'relative' }).words, /ago|today/);
    assert.match(served('news-time', { datetime: '2025-07-28T10:00:00Z', format: 'relative' }).words, /^Jul 28, 2025$/);
    // As it was given.
    assert.match(served('news-time', { datetime: '2025-07-28T10:00', format: 'datetime', timeZone: 'Asia/Tokyo' }).words, /^July 28, 2025 at 10:00\sAM$/);
  });

  it('has a link to its styles where a page wants them once', () => {
    const html = renderToString('headline-list', { feed: jsonFeed, stylesheet: (tag) => `/css/${tag}.css?a&b="` });
    assert.match(html, /<template shadowrootmode="open"><link rel="stylesheet" href="\/css\/headline-list\.css\?a&amp;b=&quot;">/);
    assert.doesNotMatch(html, /<style/);
    assert.ok(renderToString('headline-list', { feed: jsonFeed }).includes(`<style>${stylesOf('headline-list')}</style>`));
    assert.throws(() => stylesOf('x-y'), /no element/);
    // No style sheet ends its element.
    assert.doesNotMatch(stylesOf('news-article'), /</);
  });
});

describe('what a stranger wrote', () => {
  const hostile = [
    '</script><script>pwned()</script>',
    '<!--<script>',
    '--><img src=x onerror=pwned()>',
    '</template></headline-list><script>pwned()</script>',
    '"><script>pwned()</script>',
    "' onmouseover='pwned()",
    '\u2028pwned()\u2029',
    '<!--lit-part-->x<!--/lit-part-->',
    '$& $1 \\u003c',
    ']]><![CDATA[',
    '\0x',
  ];
  /** An article that is kept as it is. */
  const everywhere = (text: string): Article => {
    const picture = { kind: 'image', renditions: [{ url: `https://gazette.example/${text}.png`, type: text }], alt: text, caption: text, credit: text } as const;
    const term = { name: text, url: `javascript:${text}` };
    return {
      ...bare,
      id: text,
      url: `https://gazette.example/?${text}`,
      kind: 'liveBlog',
      headline: text,
      kicker: text,
      description: `${text} and more`,
      byline: text,
      dateline: text,
      author: [{ ...term, name: `Ada ${text}` }],
      publisher: term,
      body: { kind: 'text', text: `${text}\n\n${text}` },
      datePublished: { iso: '2025-07-28T10:00:00Z', precision: 'instant' },
      image: picture,
      media: [{ ...picture, kind: 'video' }],
      articleSection: [term],
      keywords: [term],
      inLanguage: text,
      contentWarning: text,
      rights: { copyright: text, license: `javascript:${text}`, usageTerms: text },
      correction: [{ text }],
      related: [{ url: `javascript:${text}`, headline: text }],
      liveBlogUpdate: [{ id: text, headline: text, author: [], body: { kind: 'html', html: `<p title="${text}">${text}</p>` } }],
    };
  };
  const tags = ['headline-list', 'headline-grid', 'headline-carousel', 'headline-ticker', 'news-article', 'news-card', 'news-live', 'news-actions'];

  for (const text of hostile) {
    it(`stays text: ${JSON.stringify(text)}`, () => {
      for (const tag of tags) {
        const name = tag.startsWith('headline-') ? 'feed' : 'article';
        const { host, root, html, data } = served(tag, { [name]: everywhere(text), sanitize, title: text, variant: text, 'aria-label': text });
        assert.deepEqual([...host.children].map(({ localName }) => localName), ['template', 'script'], tag);
        assert.equal(root.querySelector('script'), null);
        assert.equal(host.querySelectorAll('script').length, 1);
        for (const element of root.querySelectorAll('*')) {
          for (const { name: attribute, value } of element.attributes) {
            assert.doesNotMatch(attribute, /^on|^style$/, tag);
            assert.doesNotMatch(value, /^\s*javascript:/i, tag);
          }
        }
        assert.equal(html.split('</script').length, 2);
        assert.doesNotMatch(html, /[\u2028\u2029](?=[^<]*<\/script>)/);
        assert.equal((data.items?.[0] ?? data).headline, text);
        if (tag !== 'news-actions') assert.ok([...root.querySelectorAll('[part="headline"]')].some(({ textContent }) => textContent === text.replace(/\0/g, '')), tag);
      }
    });
  }

  it('is not put where a body was to be', () => {
    const { words } = served('news-article', { article: { ...newsArticle, articleBody: '<p>x', headline: '0; 1; 00000000-0000-4000-8000-0000000000000;' }, sanitize: () => '<p>body</p>' });
    assert.match(words, /0; 1; 00000000-0000-4000-8000-0000000000000;/);
  });

  it('takes no deeper blocks than it can write', () => {
    const deep = JSON.parse('{"type":"paragraph","children":['.repeat(20_000) + ']}'.repeat(20_000)) as unknown;
    const article = { ...bare, headline: 'Deep', body: { kind: 'blocks', blocks: [deep] } };
    assert.match(served('news-article', { article, sanitize }).words, /Deep/);
  });
});
