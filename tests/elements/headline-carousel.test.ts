import { emulateMedia, sendKeys } from '@web/test-runner-commands';
import { assert } from 'chai';
import { html } from 'lit';
import { HeadlineCarousel } from '../../src/elements/headline-carousel/headline-carousel.js';
import '../../src/elements/headline-carousel/define.js';
import type { NewsSelectEvent } from '../../src/events.js';
import { axe, mount, oneEvent, until } from '../support/helpers.js';
import { feedUrl, heldFeed, jsonFeed } from '../support/samples.js';

const titles = ['Night ferry returns after nine years', 'Bridge closes for paint', 'Market & fair move uphill'];
const many = (count: number) => ({
  ...jsonFeed,
  items: Array.from({ length: count }, (_, index) => ({ id: String(index), url: `/${String(index)}`, title: `Headline ${String(index)}`, image: '/demo/images/lead.svg' })),
});

const root = (element: Element) => element.shadowRoot ?? assert.fail('no shadow root');
const all = (element: Element, selector: string) => [...root(element).querySelectorAll<HTMLElement>(selector)];
const part = (element: Element, name: string) => all(element, `[part='${name}']`).map((found) => found.innerText.trim());
const headlines = (element: Element) => part(element, 'headline');
const shows = (element: Element, count: number) => until(() => headlines(element).length === count, `${String(count)} headlines`);
const scroller = (element: Element) => all(element, '.scroller')[0] ?? assert.fail('no strip');
const button = (element: Element, label: string) => root(element).querySelector<HTMLButtonElement>(`[aria-label^='${label}']`) ?? assert.fail(label);
const isDisabled = (element: Element, label: string) => button(element, label).ariaDisabled === 'true';

/** What is wholly in view, by number. */
function inView(element: Element): number[] {
  const box = scroller(element).getBoundingClientRect();
  return all(element, 'li').flatMap((tile, index) => {
    const { left, right } = tile.getBoundingClientRect();
    return left >= box.left - 2 && right <= box.right + 2 ? [index] : [];
  });
}

/** Scrolling takes its time: fulfilled when it rests. */
async function rest(element: Element): Promise<void> {
  let last = NaN;
  let still = 0;
  await until(() => {
    still = scroller(element).scrollLeft === last ? still + 1 : 0;
    last = scroller(element).scrollLeft;
    return still > 8;
  }, 'rest');
}

async function press(element: Element, label: string): Promise<void> {
  const before = scroller(element).scrollLeft;
  const moves = !isDisabled(element, label);
  button(element, label).click();
  await until(() => !moves || scroller(element).scrollLeft !== before, 'a scroll');
  await rest(element);
}

async function carousel(feed: object, { attributes = '', width = 600, dir = 'ltr' } = {}): Promise<HeadlineCarousel> {
  const box = await mount(`<div dir="${dir}" style="width: ${String(width)}px"><headline-carousel lang="en" ${attributes}></headline-carousel></div>`);
  const element = box.querySelector('headline-carousel') ?? assert.fail();
  element.feed = feed;
  await element.updateComplete;
  // The size of the strip is seen before the next picture.
  for (let frame = 0; frame < 3; frame += 1) await new Promise(requestAnimationFrame);
  return element;
}

describe('headline-carousel: data in', () => {
  const json = JSON.stringify(jsonFeed);
  const routes: Record<string, () => Promise<Element>> = {
    'a property': () => carousel(jsonFeed),
    'a property set before upgrade': async () => {
      const element = document.createElement('carousel-before-upgrade');
      Object.assign(element, { feed: jsonFeed });
      await mount(element);
      HeadlineCarousel.define('carousel-before-upgrade');
      return element;
    },
    'JSON in the attribute': () => mount(html`<headline-carousel feed=${json}></headline-carousel>`),
    'a child script': () => mount(`<headline-carousel><script type="application/json">${json}</script></headline-carousel>`),
    src: () => mount(html`<headline-carousel src=${feedUrl(jsonFeed)}></headline-carousel>`),
    'a clone': async () => {
      const element = await mount(`<headline-carousel><script type="application/json">${json}</script></headline-carousel>`);
      return mount(element.cloneNode(true) as Element);
    },
  };
  for (const [name, make] of Object.entries(routes)) {
    it(`shows the same by ${name}`, async () => {
      const element = await make();
      await shows(element, 3);
      assert.deepEqual(headlines(element), titles);
    });
  }

  it('shows one, none and five hundred', async () => {
    const element = await carousel(many(1));
    assert.deepEqual(inView(element), [0]);
    assert.isTrue(all(element, '.steps')[0]?.hidden);
    assert.isFalse(scroller(element).hasAttribute('tabindex'));
    element.feed = many(0);
    await element.updateComplete;
    assert.deepEqual(part(element, 'status'), ['No news right now.']);
    assert.lengthOf(all(element, '.scroller, button'), 0);
    element.feed = many(500);
    await element.updateComplete;
    assert.lengthOf(all(element, 'li'), 500);
    await until(() => !all(element, '.steps')[0]?.hidden, 'the buttons');
    element.feed = undefined;
    await element.updateComplete;
    assert.equal(element.getBoundingClientRect().height, 0);
  });

  it('words its tiles: kicker, source, date; a summary where there is no picture', async () => {
    const element = await carousel({ ...jsonFeed, items: [...jsonFeed.items, { id: 'x', url: '/x', title: 'No picture', summary: 'But words.' }] }, { width: 1200 });
    assert.deepEqual(part(element, 'kicker')[0], 'Transport');
    assert.equal(part(element, 'date')[0], '3 hours ago');
    const shown = all(element, '[part=description]').filter((found) => found.getBoundingClientRect().height > 0);
    assert.deepEqual(shown.map(({ innerText }) => innerText), ['But words.']);
  });

  it('tells of a click anywhere on a tile', async () => {
    const element = await carousel(jsonFeed);
    const selected = oneEvent<NewsSelectEvent>(document, 'news-select');
    document.addEventListener('news-select', (event) => { event.preventDefault(); }, { once: true });
    const { left, top, width } = all(element, 'li')[0]?.getBoundingClientRect() ?? new DOMRect();
    const target = root(element).elementFromPoint(left + width / 2, top + 20);
    assert.equal(target?.localName, 'a');
    target?.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, composed: true }));
    assert.equal((await selected).article.headline, titles[0]);
  });
});

describe('headline-carousel: its strip', () => {
  for (const dir of ['ltr', 'rtl']) {
    it(`turns pages by its buttons, which keep focus and say where it ends: ${dir}`, async () => {
      const element = await carousel(many(7), { dir });
      assert.deepEqual([isDisabled(element, 'Previous'), isDisabled(element, 'Next')], [true, false]);
      assert.deepEqual(inView(element), [0, 1]);
      button(element, 'Next').focus();
      const pages: number[][] = [];
      for (let page = 0; page < 3; page += 1) {
        await press(element, 'Next');
        pages.push(inView(element));
      }
      assert.deepEqual(pages, [[2, 3], [4, 5], [5, 6]]);
      assert.deepEqual([isDisabled(element, 'Previous'), isDisabled(element, 'Next')], [false, true]);
      assert.strictEqual(root(element).activeElement, button(element, 'Next'));
      await press(element, 'Next');
      assert.deepEqual(inView(element), [5, 6]);
      for (let page = 0; page < 3; page += 1) await press(element, 'Previous');
      assert.deepEqual(inView(element), [0, 1]);
      assert.isTrue(isDisabled(element, 'Previous'));
    });
  }

  it('shows every tile in full, however narrow', async () => {
    const element = await carousel(many(4), { width: 200 });
    const seen = [inView(element)];
    for (let page = 0; page < 3; page += 1) {
      await press(element, 'Next');
      seen.push(inView(element));
    }
    assert.deepEqual(seen, [[0], [1], [2], [3]]);
  });

  it('is scrolled by arrow keys, once it has focus', async () => {
    const element = await carousel(many(7));
    assert.equal(scroller(element).getAttribute('aria-label'), 'Harbour Gazette');
    scroller(element).focus();
    assert.notEqual(getComputedStyle(scroller(element)).outlineStyle, 'none');
    await sendKeys({ press: 'ArrowRight' });
    await until(() => scroller(element).scrollLeft > 0, 'a scroll');
    await until(() => !isDisabled(element, 'Previous'), 'the way back');
  });

  it('can be left by Tab, through its links, which come into view', async () => {
    const element = await carousel(many(4));
    const after = document.createElement('button');
    element.after(after);
    button(element, 'Previous').focus();
    const visited: (string | undefined)[] = [];
    for (let stop = 0; stop < 12 && document.activeElement !== after; stop += 1) {
      await sendKeys({ press: 'Tab' });
      const active = root(element).activeElement as HTMLElement | null;
      visited.push(active?.ariaLabel ?? active?.innerText);
      if (active?.localName !== 'a') continue;
      assert.notEqual(getComputedStyle(active, '::after').outlineStyle, 'none');
      await rest(element);
      assert.include(inView(element), visited.length - 3);
    }
    assert.deepEqual(visited, ['Next headlines', 'Harbour Gazette', 'Headline 0', 'Headline 1', 'Headline 2', 'Headline 3', undefined]);
  });

  it('comes onto paper whole, without its buttons', async function () {
    // Only there can a test ask for it.
    if (!navigator.userAgent.includes('Chrome')) this.skip();
    const place = await mount('<div style="width: 600px"><headline-carousel lang="en"></headline-carousel></div>');
    const element = place.querySelector('headline-carousel') ?? assert.fail();
    element.feed = many(12);
    await shows(element, 12);
    await emulateMedia({ media: 'print' });
    try {
      const { right } = place.getBoundingClientRect();
      await until(() => all(element, 'li').every((tile) => tile.getBoundingClientRect().right <= right + 1), 'all tiles');
      assert.isFalse(button(element, 'Next').checkVisibility());
    } finally {
      await emulateMedia({ media: 'screen' });
    }
  });

  it('does not move by itself', async () => {
    const element = await carousel(many(7));
    for (let frame = 0; frame < 30; frame += 1) await new Promise(requestAnimationFrame);
    assert.equal(scroller(element).scrollLeft, 0);
  });

  // Only there can a test ask for it.
  if (navigator.userAgent.includes('Chrome')) {
    it('moves at once where less motion is wanted', async () => {
      const element = await carousel(many(7));
      await emulateMedia({ reducedMotion: 'reduce' });
      try {
        await until(() => getComputedStyle(scroller(element)).scrollBehavior === 'auto');
        button(element, 'Next').click();
        assert.deepEqual(inView(element), [2, 3]);
      } finally {
        await emulateMedia({ reducedMotion: 'no-preference' });
      }
    });
  }

  it('shows or hides its buttons as its room changes', async () => {
    const element = await carousel(many(3), { width: 1200 });
    assert.isTrue(all(element, '.steps')[0]?.hidden);
    element.parentElement?.style.setProperty('width', '400px');
    await until(() => !all(element, '.steps')[0]?.hidden, 'the buttons');
    element.parentElement?.style.setProperty('width', '1200px');
    await until(() => all(element, '.steps')[0]?.hidden, 'no buttons');
  });

  it('goes on after a move', async () => {
    const element = await carousel(many(7));
    const place = await mount('<section style="width: 400px"></section>');
    place.append(element);
    await element.updateComplete;
    await press(element, 'Next');
    assert.isFalse(isDisabled(element, 'Previous'));
  });

  it('keeps the tile that is read where it is when those before it go', async () => {
    const element = await carousel(many(9));
    await press(element, 'Next');
    assert.deepEqual(inView(element), [2, 3]);
    const feed = many(9);
    element.feed = { ...feed, items: feed.items.slice(1) };
    await element.updateComplete;
    assert.deepEqual(inView(element).map((index) => headlines(element)[index]), ['Headline 2', 'Headline 3']);
  });

  it('goes to what a button brought', async () => {
    const next = new URL(feedUrl({ ...many(0), items: [{ id: 'new', url: '/new', title: 'The next page' }] }), document.baseURI).href;
    const element = await carousel({ ...many(5), next_url: next });
    const more = await until(() => root(element).querySelector<HTMLButtonElement>('.more'), 'the button');
    more.focus();
    more.click();
    await until(() => root(element).activeElement?.textContent === 'The next page', 'focus');
    await rest(element);
    assert.include(inView(element), 5);
  });
});

describe('headline-carousel: how it looks', () => {
  for (const [name, attributes] of Object.entries({ 'as it is': '', 'with headings': 'heading-level="3"', 'without dates': 'dates="none"' })) {
    for (const dir of ['ltr', 'rtl']) {
      for (const scheme of ['light', 'dark']) {
        it(`is accessible ${name}, ${dir}, ${scheme}`, async () => {
          const element = await carousel(many(6), { attributes, dir });
          const box = element.parentElement ?? assert.fail();
          Object.assign(box.style, { colorScheme: scheme, background: 'Canvas', color: 'CanvasText' });
          await axe(box);
        });
      }
    }
  }

  it('has targets of at least 24 px', async () => {
    const element = await carousel(many(6));
    for (const target of all(element, 'button')) {
      const { width, height } = target.getBoundingClientRect();
      assert.isAtLeast(Math.min(width, height), 24);
    }
  });

  for (const dir of ['ltr', 'rtl']) {
    it(`scrolls nothing but its strip at 320 px: ${dir}`, async () => {
      const element = await carousel(many(6), { width: 320, dir, attributes: 'dates="absolute"' });
      const box = element.parentElement ?? assert.fail();
      box.style.overflow = 'auto';
      assert.isAtMost(box.scrollWidth, box.clientWidth);
      assert.isAbove(scroller(element).scrollWidth, 320);
    });
  }

  it('puts its buttons beside a heading, and its words in the language of the page', async () => {
    const element = await carousel(many(6), { attributes: 'heading-level="3"' });
    element.insertAdjacentHTML('beforeend', '<h2 slot="heading">Latest</h2>');
    const heading = element.querySelector('h2')?.getBoundingClientRect() ?? assert.fail();
    const next = button(element, 'Next').getBoundingClientRect();
    assert.isAtLeast(next.left, heading.right);
    assert.closeTo((next.top + next.bottom) / 2, (heading.top + heading.bottom) / 2, 2);
    element.lang = 'de';
    await until(() => root(element).querySelector("[aria-label='Nächste Schlagzeilen']"));
    element.lang = 'ar';
    await until(() => root(element).querySelector("[aria-label='العناوين التالية']"));
  });
});

describe('headline-carousel: states', () => {
  it('says that it is loading, and does not move what stands below when data comes', async () => {
    const { url, release } = heldFeed(many(6));
    const box = await mount(
      `<div style="width: 600px"><headline-carousel lang="en" src="${url.replaceAll('"', '&quot;')}"></headline-carousel><p>below</p></div>`,
    );
    const element = box.querySelector('headline-carousel') ?? assert.fail();
    const below = () => box.querySelector('p')?.getBoundingClientRect().top;
    await until(() => element.matches(':state(loading)') && all(element, '.steps:not([hidden])').length > 0);
    assert.deepEqual(part(element, 'status'), ['Loading…']);
    const before = below();
    await axe(element);
    await release();
    await shows(element, 6);
    assert.equal(below(), before);
    await until(() => !isDisabled(element, 'Next'));
    assert.equal(below(), before);
  });

  const states: Record<string, [source: string, state: string, words: string]> = {
    empty: [feedUrl(many(0)), 'empty', 'No news right now.'],
    error: [feedUrl('{"weather":1}'), 'error', 'The news could not be loaded.'],
  };
  for (const [name, [source, state, words]] of Object.entries(states)) {
    it(`is told of as ${name}`, async () => {
      const element = await mount(html`<headline-carousel lang="en" src=${source}><p>fallback</p></headline-carousel>`);
      await until(() => element.matches(`:state(${state})`));
      assert.deepEqual(part(element, 'status'), [words]);
      assert.equal((element.querySelector('p')?.getBoundingClientRect().height ?? 0) > 0, name === 'error');
      await axe(element);
    });
  }

  it('keeps what it shows when the next data is bad', async () => {
    const element = await carousel(jsonFeed);
    element.feed = { weather: 1 };
    await until(() => element.matches(':state(stale)'));
    assert.deepEqual(headlines(element), titles);
    assert.deepEqual(part(element, 'status'), ['This could not be updated.']);
    await axe(element);
  });
});
