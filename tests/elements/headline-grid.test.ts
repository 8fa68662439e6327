import { emulateMedia, sendKeys } from '@web/test-runner-commands';
import { assert } from 'chai';
import { html } from 'lit';
import { HeadlineGrid } from '../../src/elements/headline-grid/headline-grid.js';
import '../../src/elements/headline-grid/define.js';
import type { NewsErrorEvent, NewsSelectEvent, NewsUpdateEvent } from '../../src/events.js';
import { axe, mount, oneEvent, until } from '../support/helpers.js';
import { feedUrl, heldFeed, jsonFeed } from '../support/samples.js';

const titles = ['Night ferry returns after nine years', 'Bridge closes for paint', 'Market & fair move uphill'];
const many = (count: number, more: object = {}) => ({
  ...jsonFeed,
  items: Array.from({ length: count }, (_, index) => ({
    id: String(index),
    url: `/${String(index)}`,
    title: `Headline ${String(index)}`,
    summary: 'What it is about.',
    image: `${location.origin}/demo/images/talks.svg`,
    date_published: '2024-05-01T08:00:00Z',
    ...more,
  })),
});
const attribute = (text: string) => text.replaceAll('"', '&quot;');

const root = (element: Element) => element.shadowRoot ?? assert.fail('no shadow root');
const all = (element: Element, selector: string) => [...root(element).querySelectorAll<HTMLElement>(selector)];
const part = (element: Element, name: string) => all(element, `[part='${name}']`).map((found) => found.innerText.trim());
const headlines = (element: Element) => part(element, 'headline');
const shows = (element: Element, count: number) => until(() => headlines(element).length === count, `${String(count)} headlines`);
const boxes = (element: Element) => all(element, 'li').map((item) => item.getBoundingClientRect());
const isSeen = (element: HTMLElement) => element.getBoundingClientRect().height > 0;
const size = (element: HTMLElement | undefined) => parseFloat(element ? getComputedStyle(element).fontSize : '');

async function grid(feed: object | undefined, { attributes = '', width = 1200, dir = 'ltr' } = {}): Promise<HeadlineGrid> {
  const place = await mount(`<div dir="${dir}" style="width: ${String(width)}px"><headline-grid lang="en" ${attributes}></headline-grid></div>`);
  const element = place.querySelector('headline-grid') ?? assert.fail();
  element.feed = feed;
  await element.updateComplete;
  return element;
}

describe('headline-grid: data in', () => {
  const json = JSON.stringify(jsonFeed);
  const routes: Record<string, () => Promise<Element>> = {
    'a property': () => grid(jsonFeed),
    'a property set before upgrade': async () => {
      const element = document.createElement('grid-before-upgrade');
      Object.assign(element, { feed: jsonFeed });
      await mount(element);
      HeadlineGrid.define('grid-before-upgrade');
      return element;
    },
    'JSON in the attribute': () => mount(html`<headline-grid feed=${json}></headline-grid>`),
    'a child script': () => mount(`<headline-grid><script type="application/json">${json}</script></headline-grid>`),
    src: () => mount(html`<headline-grid src=${feedUrl(jsonFeed)}></headline-grid>`),
    'a clone': async () => {
      const element = await mount(`<headline-grid><script type="application/json">${json}</script></headline-grid>`);
      return mount(element.cloneNode(true) as Element);
    },
  };
  for (const [name, make] of Object.entries(routes)) {
    it(`shows the same by ${name}`, async () => {
      const element = await make();
      await shows(element, 3);
      assert.deepEqual(headlines(element), titles);
      assert.deepEqual(
        all(element, 'a').map((link) => (link as HTMLAnchorElement).href),
        ['https://gazette.example/ferry', 'https://gazette.example/bridge', 'https://gazette.example/market'],
      );
    });
  }

  it('shows one, none and five hundred, and goes on after a move', async () => {
    const element = await grid(many(1));
    assert.deepEqual(headlines(element), ['Headline 0']);
    element.feed = many(0);
    await element.updateComplete;
    assert.deepEqual(part(element, 'status'), ['No news right now.']);
    assert.lengthOf(all(element, '.grid'), 0);
    element.feed = many(500);
    await element.updateComplete;
    assert.lengthOf(all(element, 'li'), 500);
    assert.isAtMost(element.scrollWidth, element.clientWidth);
    const place = await mount('<section style="width: 400px"></section>');
    place.append(element);
    element.limit = 2;
    await element.updateComplete;
    assert.deepEqual(headlines(element), ['Headline 0', 'Headline 1']);
    element.feed = undefined;
    await element.updateComplete;
    assert.equal(element.getBoundingClientRect().height, 0);
  });
});

describe('headline-grid: its columns', () => {
  const columns: [width: number, columns: number][] = [[320, 1], [600, 2], [900, 3], [1200, 4]];
  for (const [width, count] of columns) {
    for (const dir of ['ltr', 'rtl']) {
      it(`has ${String(count)} at ${String(width)} px, and its lead story large: ${dir}`, async () => {
        const element = await grid(many(9), { width, dir });
        const [lead, ...others] = boxes(element);
        const [first, second] = others;
        if (!lead || !first || !second) assert.fail('too few');
        const starts = new Set(boxes(element).map(({ left, right }) => Math.round(dir === 'rtl' ? right : left)));
        assert.equal(starts.size, count);
        for (const { width: other, height } of others) assert.isAbove(lead.width * lead.height, other * height * 1.5);
        assert.isAbove(size(all(element, '[part=headline]')[0]), size(all(element, '[part=headline]')[1]) * 1.2);
        const start = element.getBoundingClientRect()[dir === 'rtl' ? 'right' : 'left'];
        assert.closeTo(dir === 'rtl' ? lead.right : lead.left, start, 1);
        // Beside it, where there is room; else below.
        if (count > 2) assert.closeTo(first.top, lead.top, 1);
        else assert.isAtLeast(first.top, lead.bottom);
        assert.isAtMost(element.scrollWidth, element.clientWidth);
      });
    }
  }

  it('takes them from its room, not from the window', async () => {
    const element = await grid(many(9), { width: 320 });
    const lefts = () => new Set(boxes(element).map(({ left }) => Math.round(left))).size;
    assert.equal(lefts(), 1);
    element.parentElement?.style.setProperty('width', '1200px');
    await until(() => lefts() === 4, 'four columns');
  });

  it('reads in the order of the feed, along its rows', async () => {
    const element = await grid(many(13));
    assert.deepEqual(headlines(element), many(13).items.map(({ title }) => title));
    const rest = boxes(element).slice(5);
    rest.reduce((one, next) => {
      assert.isTrue(next.top > one.top || (next.top === one.top && next.left > one.left));
      return next;
    });
    assert.lengthOf(new Set(rest.map(({ top }) => top)), 2);
  });

  const few: [count: number, columns: number][] = [[1, 1], [2, 2], [3, 2], [4, 3]];
  for (const [count, shown] of few) {
    it(`leaves no column empty beside ${String(count)} of them`, async () => {
      const element = await grid(many(count));
      assert.lengthOf(new Set(boxes(element).map(({ left }) => Math.round(left))), shown);
      const right = Math.max(...boxes(element).slice(0, 3).map((item) => item.right));
      if (count < 4) assert.closeTo(right, element.getBoundingClientRect().right, 1);
    });
  }

  it('leaves none alone in a row of two', async () => {
    for (const count of [2, 4]) {
      const element = await grid(many(count), { width: 600 });
      assert.equal(boxes(element).at(-1)?.width, 600);
      assert.isBelow(size(all(element, '[part=headline]').at(-1)), size(all(element, '[part=headline]')[0]));
    }
  });

  it('gives a lead story without a picture one row', async () => {
    const element = await grid(many(9), { attributes: 'variant="summary"' });
    const [lead, , , below] = boxes(element);
    assert.isAtLeast(below?.top ?? 0, lead?.bottom ?? NaN);
  });

  it('gives all pictures one shape, and shows whole what stands upright', async () => {
    const element = await grid(many(3), { width: 320 });
    const [first, ...others] = element.feed?.items ?? [];
    const image = { kind: 'image', renditions: [{ url: `${location.origin}/demo/images/lighthouse.svg?${String(Math.random())}` }] } as const;
    element.feed = [first ?? {}, { ...first, id: 'upright', image }, ...others];
    await element.updateComplete;
    const images = all(element, 'img') as HTMLImageElement[];
    for (const found of images) {
      found.scrollIntoView();
      await until(() => found.complete && found.naturalWidth > 0, 'the picture');
    }
    for (const { width, height } of images.map((found) => found.getBoundingClientRect())) assert.closeTo(width / height, 1.5, 0.01);
    await until(() => images.map((found) => getComputedStyle(found).objectFit).join() === ['cover', 'contain', ...others.map(() => 'cover')].join());
  });

  it('keeps the shape of a picture that did not come', async () => {
    const element = await grid(many(6, { image: `${location.origin}/demo/images/none.svg` }));
    await until(() => (all(element, 'img') as HTMLImageElement[]).slice(0, 3).every(({ complete }) => complete));
    for (const { width, height } of all(element, 'img').map((found) => found.getBoundingClientRect())) assert.closeTo(width / height, 1.5, 0.01);
  });
});

describe('headline-grid: what it shows', () => {
  const variants: [variant: string, pictures: number, summaries: number][] = [['thumbnail', 6, 1], ['summary', 0, 6], ['plain', 0, 0], ['tower', 6, 1]];
  for (const [variant, pictures, summaries] of variants) {
    it(`shows ${String(pictures)} pictures and ${String(summaries)} summaries of 6 as ${variant}`, async () => {
      const element = await grid(many(6), { attributes: `variant="${variant}"` });
      assert.lengthOf(all(element, 'img'), pictures);
      assert.lengthOf(all(element, '[part=description]').filter(isSeen), summaries);
    });
  }

  it('has words where there is no picture', async () => {
    const element = await grid({ ...jsonFeed, items: [...jsonFeed.items, { id: 'x', url: '/x', title: 'No picture', summary: 'But words.' }] });
    assert.deepEqual(all(element, '[part=description]').filter(isSeen).map(({ innerText }) => innerText), ['The crossing takes eleven hours and serves breakfast.', 'But words.']);
  });

  it('loses no credit', async () => {
    const image = { '@type': 'ImageObject', url: `${location.origin}/demo/images/talks.svg`, creditText: 'Drawing: Cleo Ink' };
    const stories = ['One', 'Two', 'Three'].map((headline) => ({ '@type': 'NewsArticle', headline, image }));
    for (const width of [320, 600, 1200]) {
      const element = await grid({ '@context': 'https://schema.org', '@graph': stories }, { width });
      assert.deepEqual(all(element, '[part=credit]').filter(isSeen).map(({ innerText }) => innerText), stories.map(() => 'Drawing: Cleo Ink'));
    }
  });

  it('makes headlines headings of the level asked for, words dates as asked, and takes what frameworks set', async () => {
    const element = await grid(jsonFeed);
    assert.lengthOf(all(element, '[role=heading]'), 0);
    assert.match(part(element, 'date')[0] ?? '', /ago/);
    Object.assign(element, { headingLevel: '3', dates: 'absolute', limit: '2', variant: undefined });
    await element.updateComplete;
    assert.lengthOf(all(element, '[role=heading][aria-level="3"] a'), 2);
    assert.match(part(element, 'date')[0] ?? '', /\d{4}/);
    assert.lengthOf(all(element, 'img'), 1);
  });

  it('puts what is in the heading slot above the grid', async () => {
    const element = await grid(jsonFeed);
    element.insertAdjacentHTML('beforeend', '<h2 slot="heading">Latest</h2>');
    assert.isBelow(element.querySelector('h2')?.getBoundingClientRect().bottom ?? NaN, boxes(element)[0]?.top ?? NaN);
  });
});

describe('headline-grid: its links', () => {
  it('are one tab stop a story, whose focus is seen around its card', async () => {
    const element = await grid(many(45), { width: 600 });
    const before = document.createElement('button');
    element.before(before);
    before.focus();
    for (const link of all(element, 'a').slice(0, 4)) {
      await sendKeys({ press: 'Tab' });
      assert.strictEqual(root(element).activeElement, link);
      assert.equal(getComputedStyle(link.closest('.card') ?? link).outlineStyle, 'solid');
    }
    // Also where a card is not laid out until it is near.
    const last = all(element, 'a').at(-2);
    last?.focus();
    await sendKeys({ press: 'Tab' });
    const active = root(element).activeElement;
    assert.equal(active?.textContent, 'Headline 44');
    assert.equal(getComputedStyle(active?.closest('.card') ?? element).outlineStyle, 'solid');
  });

  for (const width of [320, 1200]) {
    it(`tells of a click anywhere on a card: ${String(width)} px`, async () => {
      const element = await grid(many(6), { width });
      element.scrollIntoView();
      for (const index of [0, 1]) {
        for (const selector of ['img', '[part=headline]', '.meta']) {
          const { left, top, width: across, height } = all(element, `li:nth-child(${String(index + 1)}) ${selector}`)[0]?.getBoundingClientRect() ?? new DOMRect();
          const target = root(element).elementFromPoint(left + across / 2, top + height / 2);
          const selected = oneEvent<NewsSelectEvent>(document, 'news-select');
          document.addEventListener('news-select', (event) => { event.preventDefault(); }, { once: true });
          const click = new MouseEvent('click', { bubbles: true, cancelable: true, composed: true });
          assert.isNotNull(target?.closest('a') ?? null, selector);
          target?.dispatchEvent(click);
          assert.equal((await selected).article.headline, `Headline ${String(index)}`);
          assert.isTrue(click.defaultPrevented);
        }
      }
    });
  }
});

describe('headline-grid: how it looks', () => {
  for (const variant of ['thumbnail', 'summary', 'plain']) {
    for (const dir of ['ltr', 'rtl']) {
      for (const scheme of ['light', 'dark']) {
        it(`is accessible as ${variant}, ${dir}, ${scheme}`, async () => {
          for (const width of [320, 1000]) {
            const element = await grid(many(6), { attributes: `variant="${variant}" heading-level="3"`, dir, width });
            const place = element.parentElement ?? assert.fail();
            Object.assign(place.style, { colorScheme: scheme, background: 'Canvas', color: 'CanvasText' });
            await axe(place);
            for (const link of all(element, '.card')) assert.isAtLeast(link.getBoundingClientRect().height, 24);
          }
        });
      }
    }
  }

  for (const dir of ['ltr', 'rtl']) {
    it(`can be scrolled sideways in no page, whichever way that reads: ${dir}`, async () => {
      for (const width of [320, 600, 1200]) {
        const element = await grid(many(6), { width, dir });
        for (const direction of ['ltr', 'rtl']) {
          const place = element.parentElement?.parentElement ?? assert.fail();
          Object.assign(place.style, { direction, overflow: 'auto', inlineSize: `${String(width)}px` });
          assert.isAtMost(place.scrollWidth, width);
        }
      }
    });
  }

  it('breaks what has no place to break', async () => {
    const long = 'x'.repeat(500);
    for (const width of [320, 600, 1200]) {
      const element = await grid(many(6, { title: long, summary: long, tags: [long] }), { width });
      assert.isAtMost(element.scrollWidth, width);
      for (const card of all(element, '.card')) assert.isAtMost(card.scrollWidth, card.clientWidth);
    }
  });
});

describe('headline-grid: states', () => {
  for (const variant of ['thumbnail', 'summary', 'plain']) {
    for (const width of [320, 600, 900, 1200]) {
      it(`says that it is loading, and does not move what stands below when data comes: ${variant}, ${String(width)} px`, async () => {
        const { url, release } = heldFeed(many(6));
        const place = await mount(
          `<div style="width: ${String(width)}px"><headline-grid lang="en" variant="${variant}" limit="6" src="${attribute(url)}"></headline-grid><p>below</p></div>`,
        );
        const element = place.querySelector('headline-grid') ?? assert.fail();
        const below = () => place.querySelector('p')?.getBoundingClientRect().top;
        await until(() => element.matches(':state(loading)') && all(element, '.waiting').length > 0);
        assert.deepEqual(part(element, 'status'), ['Loading…']);
        assert.lengthOf(all(element, '.waiting > *'), 6);
        const before = below();
        await axe(element);
        await release();
        await shows(element, 6);
        assert.equal(below(), before);
        await until(() => (all(element, 'img') as HTMLImageElement[]).every(({ complete }) => complete), 'the pictures');
        assert.equal(below(), before);
      });
    }
  }

  it('leaves no hole where fewer come than were reserved', async () => {
    const element = await mount(html`<headline-grid limit="100" src=${feedUrl(many(3))}></headline-grid>`);
    await shows(element, 3);
    const other = await mount(html`<headline-grid limit="3" src=${feedUrl(many(3))}></headline-grid>`);
    await shows(other, 3);
    assert.closeTo(element.getBoundingClientRect().height, other.getBoundingClientRect().height, 0.1);
  });

  it('stands still where less motion is wanted', async function () {
    // Only there can a test ask for it.
    if (!navigator.userAgent.includes('Chrome')) this.skip();
    const element = await mount(html`<headline-grid src=${feedUrl(jsonFeed, 'stall=1')}></headline-grid>`);
    const bar = await until(() => all(element, '.placeholder')[0], 'a placeholder');
    await emulateMedia({ reducedMotion: 'reduce' });
    try {
      await until(() => getComputedStyle(bar).animationName === 'none');
    } finally {
      await emulateMedia({ reducedMotion: 'no-preference' });
    }
  });

  it('shows nothing, and no error, without data, and its children', async () => {
    assert.equal((await mount('<headline-grid></headline-grid>')).getBoundingClientRect().height, 0);
    const element = await mount('<headline-grid><p>Read the <a href="/news">news page</a>.</p></headline-grid>');
    assert.isAbove(element.querySelector('p')?.getBoundingClientRect().height ?? 0, 0);
    await axe(element);
  });

  it('shows a sentence and the fallback, and tells why, when its news cannot be had', async () => {
    const element = document.createElement('headline-grid');
    element.lang = 'en';
    element.innerHTML = '<a href="/news">The news page</a>';
    element.src = '/__feed/x.json?status=500';
    const failed = oneEvent<NewsErrorEvent>(element, 'news-error');
    await mount(element);
    assert.match((await failed).error.message, /500/);
    await element.updateComplete;
    assert.deepEqual(part(element, 'status'), ['The news could not be loaded.']);
    assert.isAbove(element.querySelector('a')?.getBoundingClientRect().height ?? 0, 0);
    await axe(element);
  });

  it('keeps what it shows when the next data is bad', async () => {
    const element = await grid(jsonFeed);
    element.feed = { weather: 1 };
    await until(() => element.matches(':state(stale)'));
    assert.deepEqual(headlines(element), titles);
    assert.deepEqual(part(element, 'status'), ['This could not be updated.']);
    await axe(element);
  });

  it('goes to what a button brought', async () => {
    const next = new URL(feedUrl({ ...many(0), items: [{ id: 'new', url: '/new', title: 'The next page' }] }), document.baseURI).href;
    const element = await grid({ ...many(5), next_url: next });
    const more = await until(() => root(element).querySelector<HTMLButtonElement>('.more'), 'the button');
    assert.isAtLeast(more.getBoundingClientRect().height, 24);
    more.focus();
    more.click();
    await until(() => root(element).activeElement?.textContent === 'The next page', 'focus');
    assert.deepEqual(headlines(element).at(-1), 'The next page');
  });

  it('lets what is new wait behind a button, which pushes nothing', async () => {
    const old = many(5);
    const newer = { ...old, items: [{ ...old.items[0], id: 'new', url: '/new', title: 'The newest' }, ...old.items] };
    // One request after the other.
    const answers = [old, newer].map((body) => `body=${encodeURIComponent(JSON.stringify(body))}`).join('&');
    const element = await mount<HeadlineGrid>(html`<headline-grid lang="en" src=${`/__feed/grid.json?id=${String(Math.random())}&${answers}`} refresh="1"></headline-grid>`);
    const updated = oneEvent<NewsUpdateEvent>(element, 'news-update');
    await shows(element, 5);
    const { height } = element.getBoundingClientRect();
    assert.lengthOf((await updated).articles, 1);
    const button = await until(() => root(element).querySelector<HTMLButtonElement>('.updates button'), 'the button');
    assert.equal(button.innerText, '1 new headline');
    assert.equal(element.getBoundingClientRect().height, height);
    await axe(element);
    button.click();
    await until(() => root(element).activeElement?.textContent === 'The newest', 'focus on the lead story');
    assert.equal(headlines(element)[0], 'The newest');
  });
});
