import { assert } from 'chai';
import { openPage, until, type Page } from '../support/helpers.js';

const formats = ['jsonld', 'jsonfeed', 'wordpress', 'guardian', 'newsapi', 'gnews', 'ninjs', 'rss2json', 'rss-parser', 'rss', 'atom', 'blocks'];
const formatPage = (format: string): string => `formats.html?format=${format}`;
const pages = [
  ...['index', 'script-tag', 'loader', 'npm', 'states', 'variants', 'headline-carousel', 'headline-grid', 'headline-ticker', 'news-card', 'news-live', 'news-reader', 'news-time', 'news-actions', 'stories/index', 'playground'].map((name) => `${name}.html`),
  ...formats.map(formatPage),
];
/** What a page provokes on purpose. */
const deliberate: Record<string, RegExp> = {
  'states.html': /console\.warn: <(headline-list|news-article)>|did not load/,
  'headline-carousel.html': /console\.warn: <headline-carousel>|did not load/,
  'headline-grid.html': /console\.warn: <headline-grid>|did not load/,
  'headline-ticker.html': /console\.warn: <headline-ticker>/,
  'news-card.html': /console\.warn: <news-card>|did not load/,
  'news-live.html': /console\.warn: <news-live>/,
  'news-reader.html': /console\.warn: <news-reader>|did not load/,
  'news-time.html': /console\.warn: <news-time>/,
  'news-actions.html': /console\.warn: <news-actions>/,
};

const tags = 'headline-carousel, headline-grid, headline-list, headline-ticker, news-actions, news-article, news-card, news-live, news-reader, news-time';
const elements = (page: Page) => [...page.document.querySelectorAll(tags)];

async function open(name: string, width: number): Promise<Page> {
  const page = await openPage(`/demo/${name}`, { width, height: 900 });
  await until(
    () => elements(page).length > 0 && elements(page).every((element) => element.shadowRoot && (name in deliberate || !element.matches(':state(loading)'))),
    `everything on ${name}`,
  );
  // There, a script says what the elements show: before, they are not loading either.
  const isSet = /^(?:formats|npm)\.html/.test(name);
  await until(() => !isSet || elements(page).every((element) => element.shadowRoot?.querySelector('[part=headline]')), `the news of ${name}`);
  await until(() => elements(page).every((element) => !element.shadowRoot?.querySelector('.prose-waiting')), 'the bodies');
  return page;
}

/** axe must run inside the page it looks at. */
async function runAxe(page: Page): Promise<string[]> {
  const script = page.document.createElement('script');
  script.src = '/node_modules/axe-core/axe.min.js';
  page.document.head.append(script);
  const axe = await until(() => (page as unknown as { axe?: typeof import('axe-core') }).axe, 'axe');
  const { violations } = await axe.run(page.document, { resultTypes: ['violations'] });
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target, failureSummary }) => `${target.flat().join(' ')} ${failureSummary ?? ''}`).join(' | ')}`);
}

describe('the demo', () => {
  for (const name of pages) {
    for (const width of [320, 1280]) {
      it(`${name} is accessible at ${String(width)} px, without a problem or a sideways scroll`, async () => {
        const page = await open(name, width);
        const root = page.document.documentElement;
        assert.isAtMost(root.scrollWidth, root.clientWidth);
        assert.deepEqual(await runAxe(page), []);
        assert.deepEqual(page.__problems.filter((problem) => !deliberate[name]?.test(problem)), []);
      });
    }
  }

  it('has one navigation, whose links lead to pages, and keeps a look from one to the next', async () => {
    const page = await open('stories/index.html?scheme=dark&dir=sideways', 1280);
    const links = [...page.document.querySelectorAll<HTMLAnchorElement>('.masthead nav a')];
    assert.deepEqual(links.filter(({ ariaCurrent }) => ariaCurrent).map(({ textContent }) => textContent), ['Stories']);
    for (const { href } of links) {
      const { ok } = await fetch(href);
      assert.isTrue(ok, href);
      assert.equal(new URL(href).search, '?scheme=dark');
    }
    assert.equal(page.document.documentElement.dataset['scheme'], 'dark');
    const scheme = page.document.querySelector<HTMLSelectElement>('[name=scheme]') ?? assert.fail('no switch');
    assert.equal(scheme.value, 'dark');
    scheme.value = '';
    scheme.dispatchEvent(new Event('change', { bubbles: true }));
    assert.equal(page.document.documentElement.dataset['scheme'], '');
    assert.deepEqual(links.filter(({ search }) => search), []);
    assert.equal(page.location.search, '');
  });

  it('is accessible in the dark', async () => {
    for (const name of ['index.html', 'variants.html', 'playground.html?sample=mistakes', formatPage('jsonld')]) {
      const page = await open(name, 1024);
      page.document.documentElement.style.colorScheme = 'dark';
      assert.deepEqual(await runAxe(page), []);
    }
  });

  for (const format of formats) {
    it(`shows a sample of ${format}: a list, a story, and what they were made of`, async () => {
      const page = await open(formatPage(format), 1280);
      const current = [...page.document.querySelectorAll<HTMLAnchorElement>('#formats a[aria-current=page]')];
      assert.deepEqual(current.map(({ search }) => search), [`?format=${format}`]);
      assert.lengthOf(page.document.querySelectorAll('#formats a'), formats.length);
      const [story, list] = elements(page);
      const headlines = [...(list?.shadowRoot?.querySelectorAll('a[href]') ?? [])].map(({ textContent }) => textContent);
      assert.isAtLeast(headlines.length, 4);
      assert.equal(story?.shadowRoot?.querySelector('[part=headline]')?.textContent, headlines[0]);
      assert.isNotEmpty(story?.shadowRoot?.querySelector('[part=body]')?.textContent.trim());
      const images = elements(page).flatMap((element) => [...(element.shadowRoot?.querySelectorAll('img') ?? [])]);
      // What is typed has whole addresses, and the pictures of the demo have none.
      if (format !== 'blocks') assert.isAtLeast(images.length, 4);
      for (const { src } of images) assert.isTrue((await fetch(src)).ok, src);
      assert.isAbove(page.document.querySelector('#raw')?.textContent.length ?? 0, 1000);
    });
  }

  describe('the playground', () => {
    let page: Page;
    const result = () => page.document.querySelector('[role=status]')?.textContent ?? '';
    const shown = () => [...page.document.querySelectorAll('#preview > *')].map(({ shadowRoot }) => shadowRoot?.textContent ?? '').join();
    const field = (name: string) => page.document.querySelector<HTMLSelectElement>(`#choices [name=${name}]`) ?? assert.fail(`no ${name}`);

    function paste(content: string): void {
      const text = page.document.querySelector('textarea') ?? assert.fail('nothing to paste into');
      text.value = content;
      text.dispatchEvent(new Event('input', { bubbles: true }));
    }

    function choose(name: string, value: string): void {
      field(name).value = value;
      field(name).dispatchEvent(new Event('change', { bubbles: true }));
    }

    const feed = (item: object) =>
      JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', title: 'Pasted', items: [{ id: '1', title: 'A pasted headline', content_text: 'Its text.', ...item }] });

    beforeEach(async () => {
      page = await open('playground.html', 1280);
    });
    afterEach(() => {
      assert.deepEqual(page.__problems, []);
    });

    it('shows what is pasted, in either element', async () => {
      paste(feed({}));
      await until(() => shown().includes('A pasted headline'), 'the headline');
      assert.equal(result(), 'JSON Feed: 1 story, 0 issues.');
      assert.isTrue(page.document.querySelector<HTMLElement>('#issues')?.hidden);
      choose('element', 'news-article');
      await until(() => shown().includes('Its text.'), 'the story');
      assert.isTrue(field('variant').disabled);
      assert.include(page.location.search, 'element=news-article');
    });

    it('reads XML', async () => {
      paste('\n<rss version="2.0"><channel><title>Pasted</title><item><title>A pasted headline</title></item></channel></rss>');
      await until(() => shown().includes('A pasted headline'), 'the headline');
      assert.equal(result(), 'RSS: 1 story, 0 issues.');
    });

    it('says what is wrong with what is no news', async () => {
      for (const [content, message] of [
        ['{"weather":1}', /weather/],
        ['{"weather":', /^This is not JSON\. \S/],
        ['', /^Nothing here yet/],
        ['<html><p>', /HTML page/],
        ['null', /null/],
        ['['.repeat(100_000), /\S/],
        [']', /^This is not JSON/],
        [`{"items":${'['.repeat(5000)}${']'.repeat(5000)}}`, /items/],
      ] as const) {
        const before = result();
        paste(content);
        await until(() => result() !== before && message.test(result()), content.slice(0, 40));
        assert.equal(shown(), '');
        paste(feed({}));
        await until(() => result() === 'JSON Feed: 1 story, 0 issues.', 'the feed again');
      }
    });

    it('lists what was dropped', async () => {
      paste(feed({ url: 'javascript:alert(1)', date_published: 'soon' }));
      await until(() => result() === 'JSON Feed: 1 story, 2 issues.', 'the issues');
      const rows = [...page.document.querySelectorAll('#issues tbody tr')].map((row) => [...row.children].map(({ textContent }) => textContent));
      assert.sameDeepMembers(rows, [['$.items[0].url', 'not a usable URL'], ['$.items[0].date_published', 'not a date']]);
      assert.deepEqual(await runAxe(page), []);
    });

    it('brings back what was pasted after a look at a sample', async () => {
      paste(feed({}));
      await until(() => shown().includes('A pasted headline'), 'the headline');
      choose('sample', 'guardian');
      await until(() => result().startsWith('Guardian: 5 stories'), 'the sample');
      choose('sample', '');
      await until(() => shown().includes('A pasted headline'), 'the headline again');
    });

    it('shows a story that is chosen, and stays', async () => {
      const link = await until(() => page.document.querySelector('#preview headline-list')?.shadowRoot?.querySelector('a'), 'a link');
      link.click();
      await until(() => page.document.querySelector('#preview news-article')?.shadowRoot?.querySelector('h3')?.textContent === link.textContent, 'its story');
      assert.equal(page.document.activeElement?.id, 'preview');
      assert.include(page.location.pathname, 'playground');
    });
  });

  if (PerformanceObserver.supportedEntryTypes.includes('layout-shift')) {
    for (const name of ['index.html', 'npm.html']) {
      it(`${name} does not shift while data and images arrive`, async () => {
        const page = await open(name, 1280);
        await until(() => elements(page).every((element) => [...(element.shadowRoot?.querySelectorAll('img') ?? [])].every((image) => image.complete || image.getBoundingClientRect().top > 900)), 'the images');
        const shifts = await new Promise<PerformanceEntry[]>((resolve) => {
          new page.PerformanceObserver((list) => { resolve(list.getEntries()); }).observe({ type: 'layout-shift', buffered: true });
          page.requestAnimationFrame(() => page.requestAnimationFrame(() => { resolve([]); }));
        });
        assert.deepEqual(shifts.map((shift) => JSON.stringify(shift)), []);
      });
    }
  }
});
