import { assert } from 'chai';
import '../../src/elements/news-article/news-article.js';
import '../../src/elements/headline-list/headline-list.js';
import type { Article } from '../../src/model.js';
import { openHostPage, until, type Page } from '../support/helpers.js';
import { ownBodies, ownStrings, xssCorpus } from '../support/hostile.js';
import { judge, reparsed } from '../support/judge.js';
import { happened, listed, openWatched, provoke } from '../support/watched-page.js';

const article: Article = {
  id: '1', kind: 'article', headline: 'A headline', author: [], media: [], articleSection: [], keywords: [], contentLocation: [], status: 'usable',
  correction: [], liveBlogUpdate: [], related: [],
};

async function showBodies(page: Page, bodies: readonly string[]): Promise<Element[]> {
  const stories = bodies.map((html) => {
    const story = page.document.createElement('news-article');
    story.article = { ...article, body: { kind: 'html', html, baseUrl: 'https://gazette.example/news/story' } };
    story.embeds = 'x.example gazette.example';
    page.document.body.append(story);
    return story;
  });
  const shown = () => stories.map((story) => story.renderRoot?.querySelector("[part='body'] > div"));
  await until(() => shown().every(Boolean), 'every body', 120_000);
  return shown() as Element[];
}

function batches<T>(all: readonly T[], size = 100): T[][] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, index) => all.slice(index * size, (index + 1) * size));
}

describe('what runs in a page that shows raw HTML', () => {
  const controls: [html: string, ran: RegExp][] = [
    ['<img src=x onerror=pwned()>', /^pwned/],
    ['<p onpointerenter=alert(1)>', /^alert/],
    ['<p onclick=pwned()>', /^pwned/],
    ['<p onanimationend=pwned()>', /^pwned/],
    ['<a href="javascript:pwned()">x</a>', /^pwned/],
    ['<iframe src="javascript:parent.pwned()"></iframe>', /^pwned|^policy: frame-src/],
    ['<iframe srcdoc="<script>parent.pwned()</script>"></iframe>', /^pwned/],
    ['<style>@import "https://x.example/a.css"</style>', /^policy: style-src-elem/],
    ['<object data="https://x.example/"></object>', /^policy: (?:object|frame)-src/],
    ['<img src=x onerror="window.owned = document.cookie">', /^cookie/],
  ];
  it('is seen', async () => {
    const page = await openWatched();
    for (const [html, ran] of controls) {
      const box = page.document.createElement('div');
      box.innerHTML = html;
      page.document.body.append(box);
      provoke(page, box);
      await until(async () => (await happened(page)).some((what) => ran.test(what)), html);
      box.remove();
    }
    assert.property(page, 'owned');
  });
});

describe('a page that allows few Trusted Types', () => {
  const html = '<p>One &amp; <b onclick="pwned()">only</b></p><script>pwned()</script><p>&lt;b&gt; two';
  const cases: [policies: string, body: RegExp][] = [
    ['lit-html newsleaf', /^<p>One &amp; <b>only<\/b><\/p><p>&lt;b&gt; two<\/p>$/],
    ['lit-html', /^<p dir="auto">One &amp; only<\/p><p dir="auto">&lt;b&gt; two<\/p>$/],
  ];
  for (const [policies, expected] of cases) {
    it(`shows a body as far as these let it: ${policies}`, async () => {
      const page = await openHostPage({
        headers: { 'content-security-policy': `require-trusted-types-for 'script'; trusted-types ${policies}` },
        body: "<script type='module' src='/src/define.ts'></script><news-article></news-article>",
      });
      const story = page.document.querySelector('news-article')!;
      await page.customElements.whenDefined('news-article');
      story.article = { ...article, body: { kind: 'html', html } };
      const body = await until(() => story.shadowRoot?.querySelector("[part='body'] > div"), 'the body');
      assert.match(body.innerHTML.replace(/<!--[^]*?-->/g, ''), expected);
    });
  }
});

describe('a hostile body', () => {
  it('runs nothing, and leaves nothing but what may stand in a body', async () => {
    const all = [...ownBodies, ...(await xssCorpus())];
    const page = await openWatched();
    await showBodies(page, ['<p>Good</p>']);
    const { title, location: { href } } = page.document;
    const globals = Object.keys(page);
    for (const bodies of batches(all)) {
      const shown = await showBodies(page, bodies);
      const wrong = shown.flatMap((body, index) => {
        const html = reparsed(body);
        return [...judge(withoutButtons(body)), ...(html === body.innerHTML ? [] : [`becomes ${html}`])].map((what) => `${bodies[index]!.slice(0, 300)}\n  ${what}`);
      });
      assert.deepEqual(wrong, []);
      for (const body of shown) provoke(page, body);
      assert.deepEqual(await happened(page), []);
      // Asked for by a click on a button of ours.
      for (const frame of shown.flatMap((body) => [...body.querySelectorAll('iframe')])) {
        assert.match(frame.src, listed);
        assert.match(frame.getAttribute('sandbox') ?? '', /^allow-scripts allow-popups allow-presentation/);
      }
      for (const story of page.document.querySelectorAll('news-article')) story.remove();
    }
    assert.deepEqual(Object.keys(page).filter((name) => !globals.includes(name)), []);
    assert.equal(page.document.title, title);
    assert.equal(page.location.href, href);
    assert.lengthOf(page.document.head.querySelectorAll('base, meta, link, style'), 0);
    console.log(`${String(all.length)} hostile bodies: 0 executions, 0 tags, attributes or schemes off the list`);
  }).timeout(200_000);
});

/** Buttons of listed hosts are ours: a body is judged without them. */
function withoutButtons(body: Element): Element {
  const copy = body.cloneNode(true) as Element;
  for (const button of copy.querySelectorAll("span[part='embed'] > button")) button.remove();
  return copy;
}

const date = { iso: '2025-07-28T10:00:00Z', precision: 'instant' } as const;
const person = { name: 'name', url: 'https://gazette.example/ada', image: 'https://gazette.example/ada.png', jobTitle: 'job' };
const term = { name: 'term', url: 'https://gazette.example/term' };
const picture = (kind: 'image' | 'video' | 'audio') => ({
  kind,
  renditions: [{ url: 'https://gazette.example/1.png', width: 600, height: 400, type: 'image/png' }, { url: 'https://gazette.example/2.png', width: 300, height: 200, type: 'x' }] as const,
  alt: 'alt',
  caption: 'caption',
  credit: 'credit',
});
/** Everything that a story can have. */
const full: Article = {
  id: 'id',
  url: 'https://gazette.example/story',
  kind: 'liveBlog',
  headline: 'headline',
  alternativeHeadline: 'alternative',
  kicker: 'kicker',
  description: 'description',
  body: { kind: 'text', text: 'text' },
  author: [person, person],
  byline: 'byline',
  publisher: { name: 'publisher', url: 'https://gazette.example/', logo: 'https://gazette.example/logo.png' },
  datePublished: date,
  dateModified: date,
  image: picture('image'),
  media: [picture('image'), picture('video'), picture('audio')],
  articleSection: [term],
  keywords: [term],
  contentLocation: [term],
  dateline: 'dateline',
  inLanguage: 'en',
  isAccessibleForFree: false,
  contentWarning: 'warning',
  digitalSourceType: 'trainedAlgorithmicMedia',
  status: 'usable',
  rights: { copyright: 'copyright', license: 'https://gazette.example/license', usageTerms: 'terms' },
  correction: [{ text: 'correction', date }],
  liveBlogUpdate: [{ id: 'update', url: 'https://gazette.example/update', headline: 'update', body: { kind: 'text', text: 'text' }, author: [person], datePublished: date, dateModified: date, image: picture('image') }],
  related: [{ url: 'https://gazette.example/related', headline: 'related' }],
};

/** Of these values readers choose none: the model's types have them one by one. */
const isWord = (path: string) => /\.(?:kind|precision|status)$/.test(path);
/** A story with a date that is none loses it, and what is told by it. */
const isDate = (path: string) => path.endsWith('.iso');
const isAddress = (path: string) => /\.(?:url|logo|license|baseUrl)$|author\.\d+\.image$/.test(path);

/** The value, with every string in it changed. */
function mapStrings(value: unknown, change: (path: string, text: string) => string, path = ''): unknown {
  if (typeof value === 'string') return isWord(path) ? value : change(path, value);
  if (Array.isArray(value)) return value.map((item, index) => mapStrings(item, change, `${path}.${String(index)}`));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, mapStrings(item, change, `${path}.${name}`)]));
}

const paths: string[] = [];
mapStrings(full, (path, text) => (paths.push(path), text));

async function showArticles(page: Page, articles: readonly Article[]): Promise<{ stories: ShadowRoot[]; rows: Element[] }> {
  const stories = articles.map((article) => {
    const story = page.document.createElement('news-article');
    story.article = article;
    page.document.body.append(story);
    return story;
  });
  const list = page.document.createElement('headline-list');
  list.variant = 'thumbnail';
  list.feed = { items: articles.map((article, index) => ({ ...article, id: String(index) })) };
  page.document.body.append(list);
  await Promise.all([...stories, list].map(({ updateComplete }) => updateComplete));
  return { stories: stories.map(({ shadowRoot }) => shadowRoot!), rows: [...list.shadowRoot!.querySelectorAll('li')] };
}

/** Its elements; how many paragraphs a text has is its own matter. */
const outline = (root: ParentNode): string => [...root.querySelectorAll('*')].map(({ localName }) => localName).filter((name) => name !== 'p').join(' ');

/** Attributes that would run or lead to script. */
function dangers(root: ParentNode): string[] {
  return [...root.querySelectorAll('*')].flatMap((element) =>
    [...element.attributes]
      .filter(({ name, value }) => {
        if (name === 'href') return !/^(?:https?|mailto|tel):/.test(value);
        if (name === 'src' || name === 'poster') return !/^https?:/.test(value);
        if (name === 'srcset') return !/^https?:\S+ \d+w(?:, https?:\S+ \d+w)*$/.test(value);
        return !/^(?:class|part|role|lang|dir|rel|alt|width|height|loading|decoding|sizes|type|controls|preload|datetime|title|aria-[a-z]+|name)$/.test(name);
      })
      .map(({ name, value }) => `<${element.localName} ${name}="${value}">`),
  );
}

describe('a hostile field', () => {
  it('is only ever text where it is text, and an address where it is one', async () => {
    const vectors = [...ownStrings, ...(await xssCorpus())].filter((vector) => vector.trim());
    const page = await openWatched();
    // Hundreds of players are too much for WebKit; they have their turn below.
    const still: Article = { ...full, media: [picture('image')] };
    const plain = mapStrings(still, (path, text) => (isAddress(path) || isDate(path) ? text : 'plain')) as Article;
    const { stories: [story], rows: [row] } = await showArticles(page, [plain]);
    const outlines = { story: outline(story!), row: outline(row!) };
    assert.match(outlines.story, /img.*section.*img.*aside/);
    for (const some of batches(vectors, 100)) {
      const { stories, rows } = await showArticles(page, [
        ...some.map((vector) => mapStrings(still, (path, text) => (isAddress(path) || isDate(path) ? text : vector)) as Article),
        ...some.map((vector) => mapStrings(still, (path, text) => (isAddress(path) ? vector : text)) as Article),
      ]);
      assert.lengthOf(rows, stories.length);
      some.forEach((vector, index) => {
        assert.equal(outline(stories[index]!), outlines.story, vector);
        assert.equal(outline(rows[index]!), outlines.row, vector);
        for (const root of [stories[index]!, rows[index]!]) assert.equal(root.querySelector("[part='headline']")!.textContent, vector);
      });
      for (const root of [...stories, ...rows]) {
        assert.deepEqual(dangers(root), []);
        provoke(page, root, ['load', 'error', 'focus', 'mouseover']);
      }
      assert.deepEqual(await happened(page), []);
      for (const element of page.document.querySelectorAll('news-article, headline-list')) element.remove();
    }
    console.log(`${String(vectors.length)} vectors in every address and every text of a story: 0 executions`);
  }).timeout(200_000);

  const worst = '"><img src=x onerror=pwned()>';
  it('is so one by one', async () => {
    const page = await openWatched();
    const vectorsOf = (path: string) => (isAddress(path) ? [worst, 'javascript:pwned()'] : [worst]);
    const articles = paths.flatMap((one) => vectorsOf(one).map((vector) => mapStrings(full, (path, text) => (path === one ? vector : text)) as Article));
    for (const some of batches(articles, 40)) {
      const { stories } = await showArticles(page, some);
      for (const root of stories) {
        assert.isAtLeast(root.querySelectorAll('figure').length, 3);
        assert.deepEqual(dangers(root), []);
        provoke(page, root);
      }
      assert.deepEqual(await happened(page), []);
      for (const element of page.document.querySelectorAll('news-article, headline-list')) element.remove();
    }
  }).timeout(200_000);
});
