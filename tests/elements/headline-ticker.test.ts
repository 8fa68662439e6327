import FakeTimers, { type Clock } from '@sinonjs/fake-timers';
import { emulateMedia, sendKeys } from '@web/test-runner-commands';
import { assert } from 'chai';
import { html } from 'lit';
import { HeadlineTicker } from '../../src/elements/headline-ticker/headline-ticker.js';
import '../../src/elements/headline-ticker/define.js';
import type { NewsSelectEvent } from '../../src/events.js';
import { axe, mount, oneEvent, until } from '../support/helpers.js';
import { feedUrl, heldFeed, jsonFeed } from '../support/samples.js';

const titles = ['Night ferry returns after nine years', 'Bridge closes for paint', 'Market & fair move uphill'];
const many = (count: number) => ({
  ...jsonFeed,
  items: Array.from({ length: count }, (_, index) => ({ id: String(index), url: `/${String(index)}`, title: `Headline ${String(index)}` })),
});

const root = (element: Element) => element.shadowRoot ?? assert.fail('no shadow root');
const all = (element: Element, selector: string) => [...root(element).querySelectorAll<HTMLElement>(selector)];
const part = (element: Element, name: string) => all(element, `[part='${name}']`).map((found) => found.innerText.trim());
const headlines = (element: Element) => part(element, 'headline');
const line = (element: Element) => all(element, '.line')[0] ?? assert.fail('no line');
const current = (element: Element) => all(element, '.current [part=headline]').map(({ innerText }) => innerText).join();
const button = (element: Element) => root(element).querySelector<HTMLButtonElement>('.pause') ?? assert.fail('no button');

async function ticker(feed: object, { attributes = '', width = 600, dir = 'ltr' } = {}): Promise<HeadlineTicker> {
  const box = await mount(`<div dir="${dir}" style="width: ${String(width)}px"><headline-ticker lang="en" ${attributes}></headline-ticker></div>`);
  const element = box.querySelector('headline-ticker') ?? assert.fail();
  element.feed = feed;
  await element.updateComplete;
  return element;
}

/** Time for the browser to see what is on screen. */
async function frames(): Promise<void> {
  for (let frame = 0; frame < 4; frame += 1) await new Promise(requestAnimationFrame);
}

describe('headline-ticker: data in', () => {
  const json = JSON.stringify(jsonFeed);
  const routes: Record<string, () => Promise<Element>> = {
    'a property': () => ticker(jsonFeed),
    'a property set before upgrade': async () => {
      const element = document.createElement('ticker-before-upgrade');
      Object.assign(element, { feed: jsonFeed });
      await mount(element);
      HeadlineTicker.define('ticker-before-upgrade');
      return element;
    },
    'JSON in the attribute': () => mount(html`<headline-ticker feed=${json}></headline-ticker>`),
    'a child script': () => mount(`<headline-ticker><script type="application/json">${json}</script></headline-ticker>`),
    src: () => mount(html`<headline-ticker src=${feedUrl(jsonFeed)}></headline-ticker>`),
    'a clone': async () => {
      const element = await mount(`<headline-ticker><script type="application/json">${json}</script></headline-ticker>`);
      return mount(element.cloneNode(true) as Element);
    },
  };
  for (const [name, make] of Object.entries(routes)) {
    it(`shows the same by ${name}`, async () => {
      const element = await make();
      await until(() => headlines(element).length === 3, 'three headlines');
      assert.deepEqual(headlines(element), titles);
      assert.equal(current(element), titles[0]);
    });
  }

  it('shows one, none and five hundred, one at a time', async () => {
    const element = await ticker(many(500));
    const { height } = element.getBoundingClientRect();
    assert.isBelow(height, 100);
    element.feed = many(1);
    await element.updateComplete;
    assert.equal(current(element), 'Headline 0');
    assert.isNotNull(button(element));
    element.feed = many(0);
    await element.updateComplete;
    assert.deepEqual(part(element, 'status'), ['No news right now.']);
    assert.lengthOf(all(element, '.line, button'), 0);
    element.feed = undefined;
    await element.updateComplete;
    assert.equal(element.getBoundingClientRect().height, 0);
  });

  it('tells of a click on the one that is shown', async () => {
    const element = await ticker(jsonFeed);
    const selected = oneEvent<NewsSelectEvent>(document, 'news-select');
    document.addEventListener('news-select', (event) => { event.preventDefault(); }, { once: true });
    const { left, top, height } = line(element).getBoundingClientRect();
    const target = root(element).elementFromPoint(left + 100, top + height / 2);
    target?.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, composed: true }));
    assert.equal((await selected).article.headline, titles[0]);
  });
});

describe('headline-ticker: its turn', () => {
  let clock: Clock;
  beforeEach(() => {
    clock = FakeTimers.install({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date'], now: Date.now() });
  });
  afterEach(() => {
    clock.uninstall();
    window.scrollTo(0, 0);
  });

  /** Fulfilled when it turns. */
  async function turning(feed: object = jsonFeed, options = {}): Promise<HeadlineTicker> {
    const element = await ticker(feed, { attributes: 'dates="none"', ...options });
    await until(() => clock.countTimers() === 1, 'a timer');
    return element;
  }
  const pass = (seconds: number) => clock.tickAsync(seconds * 1000);

  it('shows one after the other, long enough to be read, and begins again', async () => {
    const element = await turning();
    const seen = [current(element)];
    await pass(5);
    assert.equal(current(element), titles[0]);
    for (let turn = 0; turn < 3; turn += 1) {
      await pass(7);
      seen.push(current(element));
    }
    assert.deepEqual(seen, [titles[0], titles[1], titles[2], titles[0]]);
  });

  it('moves nothing but words', async () => {
    const element = await turning({ ...jsonFeed, items: [...jsonFeed.items, { id: 'long', title: 'A headline that is long. '.repeat(8) }] }, { width: 400 });
    const box = () => JSON.stringify([element.getBoundingClientRect(), button(element).getBoundingClientRect()]);
    const before = box();
    for (let turn = 0; turn < 4; turn += 1) {
      await pass(7);
      assert.equal(box(), before);
    }
  });

  it('pauses and plays by its button, which says what it will do', async () => {
    const element = await turning();
    assert.equal(button(element).ariaLabel, 'Pause headlines');
    button(element).focus();
    button(element).click();
    await element.updateComplete;
    assert.equal(button(element).ariaLabel, 'Play headlines');
    assert.equal(clock.countTimers(), 0);
    await pass(60);
    assert.equal(current(element), titles[0]);
    assert.strictEqual(root(element).activeElement, button(element));
    button(element).click();
    await element.updateComplete;
    await pass(7);
    assert.equal(current(element), titles[1]);
  });

  it('stays as it was left when it gets other headlines, and keeps the one that is shown', async () => {
    const element = await turning();
    await pass(7);
    button(element).click();
    element.feed = { ...jsonFeed, items: [{ id: 'new', title: 'New' }, ...jsonFeed.items] };
    await element.updateComplete;
    assert.equal(current(element), titles[1]);
    assert.equal(clock.countTimers(), 0);
    element.feed = many(1);
    await element.updateComplete;
    assert.equal(current(element), 'Headline 0');
  });

  const holds: Record<string, [begin: (element: Element) => void, end: (element: Element) => void]> = {
    'is pointed at': [
      (element) => line(element).dispatchEvent(new MouseEvent('mouseenter')),
      (element) => line(element).dispatchEvent(new MouseEvent('mouseleave')),
    ],
    'has focus': [
      (element) => { all(element, 'a')[0]?.focus(); },
      (element) => { all(element, 'a')[0]?.blur(); },
    ],
  };
  for (const [name, [begin, end]] of Object.entries(holds)) {
    it(`stands still while it ${name}, and then waits in full`, async () => {
      const element = await turning();
      await pass(6);
      begin(element);
      await pass(60);
      assert.equal(current(element), titles[0]);
      end(element);
      await pass(6);
      assert.equal(current(element), titles[0]);
      await pass(1);
      assert.equal(current(element), titles[1]);
    });
  }

  it('has a timer only while connected, on screen, in a visible page, and with something to turn', async () => {
    const element = await turning();
    const place = element.parentElement ?? assert.fail();
    element.remove();
    assert.equal(clock.countTimers(), 0);
    place.append(element);
    await until(() => clock.countTimers() === 1, 'connected again');

    Object.defineProperty(document, 'hidden', { value: true, configurable: true });
    document.dispatchEvent(new Event('visibilitychange'));
    assert.equal(clock.countTimers(), 0);
    Reflect.deleteProperty(document, 'hidden');
    document.dispatchEvent(new Event('visibilitychange'));
    assert.equal(clock.countTimers(), 1);

    place.style.marginBlockStart = '5000px';
    await until(() => clock.countTimers() === 0, 'off screen');
    place.style.marginBlockStart = '';
    await until(() => clock.countTimers() === 1, 'on screen');

    element.feed = many(1);
    await element.updateComplete;
    assert.equal(clock.countTimers(), 0);
  });

  it('shows the headline that gets focus, in order, and is left by Tab', async () => {
    const element = await turning();
    const after = document.createElement('button');
    element.after(after);
    const visited: string[] = [];
    all(element, 'a')[0]?.focus();
    for (let stop = 0; stop < 8 && document.activeElement !== after; stop += 1) {
      const active = root(element).activeElement as HTMLElement | null;
      visited.push(active?.ariaLabel ?? active?.innerText ?? '');
      assert.notEqual(active && getComputedStyle(active).outlineStyle, 'none');
      if (active?.localName === 'a') {
        assert.equal(current(element), active.innerText);
        assert.equal(getComputedStyle(active.closest('li') ?? active).opacity, '1');
      }
      await sendKeys({ press: 'Tab' });
    }
    assert.deepEqual(visited, [...titles, 'Pause headlines']);
    assert.strictEqual(document.activeElement, after);
  });

  if (navigator.userAgent.includes('Chrome')) {
    it('is a list that stands still where less motion is wanted', async () => {
      const element = await turning();
      await emulateMedia({ reducedMotion: 'reduce' });
      try {
        await until(() => getComputedStyle(button(element)).display === 'none', 'no button');
        await frames();
        await pass(60);
        assert.equal(current(element), titles[0]);
        const tops = all(element, 'li').map((row) => row.getBoundingClientRect().top);
        assert.deepEqual(tops, [...new Set(tops)].sort((one, other) => one - other));
        assert.deepEqual(all(element, 'li').map((row) => getComputedStyle(row).opacity), ['1', '1', '1']);
        clock.uninstall();
        await axe(element);
      } finally {
        await emulateMedia({ reducedMotion: 'no-preference' });
      }
    });
  }
});

describe('headline-ticker: how it looks and reads', () => {
  it('is a list of links, each there once, that tells of no change', async () => {
    const element = await ticker(jsonFeed);
    assert.lengthOf(all(element, 'ul[role=list] > li a'), 3);
    assert.lengthOf(all(element, '[aria-hidden=true]:not(svg), [inert]'), 0);
    assert.isNull(line(element).closest('[aria-live], [role=status]'));
    assert.equal(root(element).querySelector('[role=status]')?.textContent, '');
  });

  it('shows one of them', async () => {
    const element = await ticker(jsonFeed);
    await until(() => all(element, 'li').map((row) => getComputedStyle(row).opacity).join() === '1,0,0', 'one');
    const { top } = line(element).getBoundingClientRect();
    for (const row of all(element, 'li')) assert.equal(row.getBoundingClientRect().top, top);
  });

  for (const [name, attributes] of Object.entries({ 'as it is': '', 'with headings': 'heading-level="3"', 'without dates': 'dates="none"' })) {
    for (const dir of ['ltr', 'rtl']) {
      for (const scheme of ['light', 'dark']) {
        it(`is accessible ${name}, ${dir}, ${scheme}`, async () => {
          const element = await ticker(jsonFeed, { attributes, dir });
          const box = element.parentElement ?? assert.fail();
          Object.assign(box.style, { colorScheme: scheme, background: 'Canvas', color: 'CanvasText' });
          await axe(box);
        });
      }
    }
  }

  for (const dir of ['ltr', 'rtl']) {
    it(`fits into 320 px, with targets of at least 24 px: ${dir}`, async () => {
      const element = await ticker(jsonFeed, { width: 320, dir, attributes: 'dates="absolute"' });
      element.insertAdjacentHTML('beforeend', '<strong slot="heading">Breaking</strong>');
      const box = element.parentElement ?? assert.fail();
      box.style.overflow = 'auto';
      assert.isAtMost(box.scrollWidth, box.clientWidth);
      const { width, height } = button(element).getBoundingClientRect();
      assert.isAtLeast(Math.min(width, height), 24);
      for (const row of all(element, 'li')) assert.isAtLeast(row.getBoundingClientRect().height, 24);
    });
  }

  it('has its words in the language of the page', async () => {
    const element = await ticker(jsonFeed);
    element.lang = 'fr';
    await until(() => button(element).ariaLabel === 'Mettre les titres en pause');
  });
});

describe('headline-ticker: states', () => {
  for (const width of [320, 600, 1000]) {
    it(`says that it is loading, and does not move what stands below when data comes: ${String(width)} px`, async () => {
      const { url, release } = heldFeed(jsonFeed);
      const box = await mount(
        `<div style="width: ${String(width)}px"><headline-ticker lang="en" src="${url.replaceAll('"', '&quot;')}"></headline-ticker><p>below</p></div>`,
      );
      const element = box.querySelector('headline-ticker') ?? assert.fail();
      const below = () => box.querySelector('p')?.getBoundingClientRect().top;
      await until(() => element.matches(':state(loading)'));
      assert.deepEqual(part(element, 'status'), ['Loading…']);
      const before = below();
      await axe(element);
      await release();
      await until(() => headlines(element).length === 3);
      assert.equal(below(), before);
    });
  }

  const states: Record<string, [source: string, state: string, words: string]> = {
    empty: [feedUrl(many(0)), 'empty', 'No news right now.'],
    error: [feedUrl('{"weather":1}'), 'error', 'The news could not be loaded.'],
  };
  for (const [name, [source, state, words]] of Object.entries(states)) {
    it(`is told of as ${name}`, async () => {
      const element = await mount(html`<headline-ticker lang="en" src=${source}><p>fallback</p></headline-ticker>`);
      await until(() => element.matches(`:state(${state})`));
      assert.deepEqual(part(element, 'status'), [words]);
      assert.equal((element.querySelector('p')?.getBoundingClientRect().height ?? 0) > 0, name === 'error');
      await axe(element);
    });
  }

  it('keeps what it shows when the next data is bad', async () => {
    const element = await ticker(jsonFeed);
    element.feed = { weather: 1 };
    await until(() => element.matches(':state(stale)'));
    assert.deepEqual(headlines(element), titles);
    assert.deepEqual(part(element, 'status'), ['This could not be updated.']);
    await frames();
    await axe(element);
  });
});
