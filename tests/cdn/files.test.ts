/** Where the files of `dist/cdn` come from, and what is left of a page that does not get them. Built files: `npm run build` comes before. */
import { assert } from 'chai';
import { openHostPage, until, type Page } from '../support/helpers.js';
import { feedUrl, jsonFeed, newsArticle } from '../support/samples.js';
import { inside, isRich, list, paragraphs, showsNews, story } from '../support/script-tags.js';

/** Another origin, with the same files. */
const elsewhere = `http://${location.hostname === 'localhost' ? '127.0.0.1' : 'localhost'}:${location.port}`;

const tags = {
  'newsleaf.iife.js': (folder: string) => `<script src="${folder}/newsleaf.iife.js" async></script>`,
  'newsleaf.js': (folder: string) => `<script type="module" src="${folder}/newsleaf.js"></script>`,
};

const rows = (page: Page) => inside(page, 'headline-list')?.querySelectorAll('li').length ?? 0;

for (const [name, tag] of Object.entries(tags)) {
  describe(`${name} of another origin, in a folder of its own`, () => {
    const folder = `${elsewhere}/__cdn/-/-/a/b/c`;
    const fetched = (page: Page) =>
      page.performance.getEntriesByType('resource').map(({ name }) => name).filter((name) => /\.m?js$/.test(name) && !name.includes('/__page/'));

    it('has all that it needs beside it', async () => {
      const page = await openHostPage({ head: tag(folder), body: list + story });
      await showsNews(page);
      assert.isTrue(isRich(page));
      assert.deepEqual(fetched(page).filter((url) => !url.startsWith(`${folder}/`)), []);
      assert.deepEqual(page.__problems, []);
    });

    it('reads XML, and speaks German', async () => {
      const rss = '<rss><channel><item><title>Eins</title><pubDate>Mon, 05 May 2025 08:00:00 GMT</pubDate></item></channel></rss>';
      const missing = '<headline-list src="/__feed/x.json?status=404"></headline-list>';
      const page = await openHostPage({ head: tag(folder), body: `<div lang="de"><headline-list src="${feedUrl(rss).replaceAll('"', '&quot;')}"></headline-list>${missing}</div>` });
      await until(() => rows(page) === 1, 'the list');
      await until(() => page.document.querySelectorAll('headline-list')[1]?.shadowRoot?.textContent.includes('Nachrichten'), 'German');
      assert.deepEqual(fetched(page).filter((url) => !url.startsWith(`${folder}/`)), []);
      assert.lengthOf(page.__problems, 1);
      assert.match(page.__problems[0] ?? '', /404/);
    });
  });
}

interface Refused {
  readonly chunk: string;
  readonly body?: string;
  readonly lang?: string;
  /** The one warning. */
  readonly warning: RegExp;
  /** What still is there, once the warning is. */
  readonly left: (page: Page) => unknown;
}

const fallback = (page: Page, tag: string) => page.document.querySelector<HTMLElement>(`${tag} > p`)?.offsetHeight;
const withFallback = (tag: string, news: object, more = '') => `<${tag} src="${feedUrl(news)}" ${more}><p>The fallback.</p></${tag}>`;
const aList = withFallback('headline-list', jsonFeed);
const aStory = withFallback('news-article', { ...newsArticle, image: undefined });

const core: Refused = {
  chunk: 'core-',
  body: aStory + aList + aList,
  warning: /(?=.*<news-article>)(?=.*<headline-list>).* could not be loaded/,
  left: (page) => fallback(page, 'headline-list') && fallback(page, 'news-article'),
};

const ways: readonly (readonly [how: string, refused: Refused])[] = [
  ...['missing', 'forbidden', 'page', 'broken', 'cut'].map((how) => [how, core] as const),
  ['missing', { chunk: 'news-article-', body: aStory + aStory + aList, warning: /<news-article> could not be loaded/, left: (page) => rows(page) === 3 && fallback(page, 'news-article') }],
  ['missing', { chunk: 'jsonfeed-', body: aStory + aList, warning: /<headline-list>/, left: (page) => fallback(page, 'headline-list') && inside(page, 'news-article')?.querySelector('h2') }],
  ['missing', { chunk: 'sanitize-', warning: /as text/, left: (page) => rows(page) === 3 && paragraphs(page).length > 0 && !isRich(page) }],
  ['missing', { chunk: 'tidy-', warning: /as text/, left: (page) => rows(page) === 3 && paragraphs(page).length > 0 && !isRich(page) }],
  ['missing', { chunk: 'translations-', lang: 'de', warning: /English/, left: (page) => rows(page) === 3 && paragraphs(page).length > 0 }],
  ['missing', { chunk: 'live-', body: withFallback('headline-list', jsonFeed, 'refresh="60"'), warning: /<headline-list>/, left: (page) => fallback(page, 'headline-list') }],
];

describe('newsleaf.js, where a file is refused', () => {
  for (const [how, { chunk, body = list + story, lang = 'en', warning, left }] of ways) {
    it(`leaves the page as it was but for one warning: ${chunk} ${how}`, async () => {
      const page = await openHostPage({ head: tags['newsleaf.js'](`${elsewhere}/__cdn/${chunk}/${how}`), body: `<div lang="${lang}">${body}</div>` });
      await until(() => page.__problems.length > 0, 'the warning');
      await until(() => left(page), 'what is left');
      assert.lengthOf(page.__problems, 1, page.__problems.join('\n'));
      assert.match(page.__problems[0] ?? '', /^console\.warn/);
      assert.match(page.__problems[0] ?? '', warning);
    });
  }

  it('does not repeat itself when more elements come', async () => {
    const folder = `${elsewhere}/__cdn/core-/missing`;
    const page = await openHostPage({ head: tags['newsleaf.js'](folder), body: aList });
    await until(() => page.__problems.length > 0, 'the warning');
    page.document.body.insertAdjacentHTML('beforeend', aList + aStory);
    await until(() => page.__problems.length > 1, 'the warning of the other');
    assert.match(page.__problems[1] ?? '', /<news-article> could not be loaded/);
    assert.lengthOf(page.__problems, 2, page.__problems.join('\n'));
  });
});
