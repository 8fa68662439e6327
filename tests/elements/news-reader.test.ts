import { sendKeys } from '@web/test-runner-commands';
import { assert } from 'chai';
import { html } from 'lit';
import { NewsReader } from '../../src/elements/news-reader/news-reader.js';
import '../../src/elements/news-reader/define.js';
import type { NewsErrorEvent, NewsSelectEvent } from '../../src/events.js';
import { axe, mount, oneEvent, until } from '../support/helpers.js';
import { feedUrl, heldFeed, jsonFeed } from '../support/samples.js';

const wide = 1000;
const narrow = 320;

const item = (id: string, more: object = {}) => ({
  id,
  url: `https://gazette.example/${id}`,
  title: `Headline ${id}`,
  content_text: Array.from({ length: 12 }, (_, index) => `Paragraph ${String(index)} of ${id}.`).join('\n\n'),
  date_published: '2024-05-01T08:00:00Z',
  ...more,
});
const feed = (ids: string, more: object = {}) => ({ version: 'https://jsonfeed.org/version/1.1', title: 'Harbour Gazette', items: ids.split(' ').filter(Boolean).map((id) => item(id)), ...more });
const many = (count: number) => feed(Array.from({ length: count }, (_, index) => String(index)).join(' '));
const attribute = (text: string) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');

const root = (element: Element) => element.shadowRoot ?? assert.fail('no shadow root');
const all = (element: Element, selector: string) => [...root(element).querySelectorAll<HTMLElement>(selector)];
const one = (element: Element, selector: string) => all(element, selector)[0] ?? assert.fail(`no ${selector}`);
const links = (element: Element) => all(element, 'li [part=link]') as HTMLAnchorElement[];
const isSeen = (element: HTMLElement | undefined) => !!element && element.getBoundingClientRect().height > 0;
const heading = (element: Element) => all(element, '.story article [part=headline]').map(({ innerText }) => innerText).join();
const current = (element: Element) => all(element, '[aria-current=true]').map(({ innerText }) => innerText);
const onHeading = (element: Element, id: string) => !!root(element).activeElement?.matches('.story h2') && heading(element) === `Headline ${id}`;
const onLink = (element: Element, id: string) => !!root(element).activeElement?.matches('li a') && root(element).activeElement?.textContent === `Headline ${id}`;
const isOpen = (element: Element) => isSeen(one(element, '.story'));
const hasList = (element: Element) => isSeen(one(element, '.side'));
const step = (element: Element, name: string) => all(element, '.bar button').find((button) => button.ariaLabel === name || button.textContent.trim() === name) ?? assert.fail(`no ${name}`);
const shows = (element: Element, id: string) => until(() => heading(element) === `Headline ${id}`, `the story ${id}`);

async function reader(news: object | undefined, { attributes = '', width = wide, dir = 'ltr', more = '' } = {}): Promise<NewsReader> {
  const place = await mount(`<div dir="${dir}" style="width: ${String(width)}px"><news-reader lang="en" ${attributes}></news-reader>${more}</div>`);
  const element = place.querySelector('news-reader') ?? assert.fail();
  if (news) element.feed = news;
  await element.updateComplete;
  await until(() => width < wide || !news || current(element).length > 0 || links(element).length === 0, 'the panes');
  return element;
}

async function choose(element: Element, id: string): Promise<void> {
  // Rows out of sight have no innerText.
  const link = links(element).find(({ textContent }) => textContent === `Headline ${id}`) ?? assert.fail(`no link to ${id}`);
  link.focus();
  link.click();
  await until(() => onHeading(element, id), `focus on the heading of ${id}`);
}

/** Answers with these, one request after the other. */
const answers = (...bodies: readonly unknown[]) => `/__feed/reader.json?id=${String(Math.random())}&${bodies.map((body) => `body=${encodeURIComponent(JSON.stringify(body))}`).join('&')}`;

describe('news-reader: data in', () => {
  const json = JSON.stringify(jsonFeed);
  const routes: Record<string, () => Promise<Element>> = {
    'a property': () => reader(jsonFeed),
    'a property set before upgrade': async () => {
      const element = document.createElement('reader-before-upgrade');
      Object.assign(element, { feed: jsonFeed });
      await mount(element);
      NewsReader.define('reader-before-upgrade');
      return element;
    },
    'JSON in the attribute': () => mount(html`<news-reader feed=${json}></news-reader>`),
    'a child script': () => mount(`<news-reader><script type="application/json">${json}</script></news-reader>`),
    src: () => mount(html`<news-reader src=${feedUrl(jsonFeed)}></news-reader>`),
    'a clone': async () => {
      const element = await mount(`<news-reader><script type="application/json">${json}</script></news-reader>`);
      return mount(element.cloneNode(true) as Element);
    },
  };
  for (const [name, make] of Object.entries(routes)) {
    it(`shows the same by ${name}`, async () => {
      const element = await make();
      await until(() => links(element).length === 3, 'the headlines');
      assert.deepEqual(links(element).map(({ href }) => href), ['https://gazette.example/ferry', 'https://gazette.example/bridge', 'https://gazette.example/market']);
      assert.equal(one(element, '.story h2').textContent, 'Night ferry returns after nine years');
    });
  }

  it('shows one, none and five hundred, and goes on after a move', async () => {
    const element = await reader(many(1));
    assert.isFalse(isSeen(one(element, '.steps')), 'nowhere to go');
    assert.lengthOf(all(element, '.following'), 0);
    element.feed = many(0);
    await element.updateComplete;
    assert.equal(one(element, '[part=status]').innerText, 'No news right now.');
    assert.lengthOf(all(element, '.reader'), 0);
    element.feed = many(500);
    await element.updateComplete;
    assert.lengthOf(links(element), 500);
    assert.isAtMost(element.scrollWidth, element.clientWidth);
    assert.isBelow(element.getBoundingClientRect().height, 2000);
    await choose(element, '7');
    const place = await mount(`<section style="width: ${String(wide)}px"></section>`);
    place.append(element);
    await element.updateComplete;
    assert.equal(heading(element), 'Headline 7');
    element.limit = 2;
    await element.updateComplete;
    assert.lengthOf(links(element), 2);
    assert.equal(heading(element), 'Headline 7', 'what is read stays');
    element.feed = undefined;
    await element.updateComplete;
    assert.equal(element.getBoundingClientRect().height, 0);
  });

  it('takes what frameworks set', async () => {
    const element = await reader(feed('a b c'));
    Object.assign(element, { headingLevel: '4', limit: '2', dates: 'none', history: undefined, variant: undefined });
    await element.updateComplete;
    assert.lengthOf(all(element, '.story h4'), 1);
    assert.lengthOf(links(element), 2);
    assert.lengthOf(all(element, 'time').filter(isSeen), 0);
  });
});

describe('news-reader: list and story', () => {
  for (const dir of ['ltr', 'rtl']) {
    it(`stand side by side where there is room: ${dir}`, async () => {
      const element = await reader(feed('a b c'), { dir });
      assert.isTrue(isOpen(element) && hasList(element));
      const [side, story] = [one(element, '.side').getBoundingClientRect(), one(element, '.story').getBoundingClientRect()];
      assert.closeTo(side.top, story.top, 5);
      assert.isTrue(dir === 'ltr' ? side.right <= story.left : side.left >= story.right);
      assert.isFalse(isSeen(one(element, '.back')));
      assert.deepEqual(current(element), ['Headline a']);
    });
  }

  it('stand one at a time where there is none, by the element’s room', async () => {
    const element = await reader(feed('a b c'), { width: narrow });
    assert.isTrue(hasList(element) && !isOpen(element));
    assert.deepEqual(current(element), [], 'none is chosen');
    await choose(element, 'b');
    assert.isTrue(isOpen(element) && !hasList(element));
    const place = element.parentElement ?? assert.fail();
    place.style.width = `${String(wide)}px`;
    await until(() => isOpen(element) && hasList(element), 'both');
    assert.deepEqual(current(element), ['Headline b']);
    place.style.width = `${String(narrow)}px`;
    await until(() => !hasList(element), 'the story');
  });

  it('a headline shows its story, and says so', async () => {
    const element = await reader(feed('a b c'));
    const selected = oneEvent<NewsSelectEvent>(document, 'news-select');
    const before = location.href;
    const { length } = history;
    await choose(element, 'b');
    assert.equal((await selected).article.id, 'b');
    assert.deepEqual(current(element), ['Headline b']);
    assert.include(one(element, '[part=body]').innerText, 'Paragraph 3 of b.');
    assert.equal(location.href, before);
    assert.equal(history.length, length);
  });

  it('does nothing where the page says no', async () => {
    const element = await reader(feed('a b c'));
    element.addEventListener('news-select', (event) => { event.preventDefault(); });
    for (const target of [links(element)[1], step(element, 'Next story'), one(element, '.following a')]) {
      const click = new MouseEvent('click', { bubbles: true, cancelable: true, composed: true });
      target?.dispatchEvent(click);
      await element.updateComplete;
      assert.equal(heading(element), 'Headline a');
    }
  });

  for (const key of ['ctrlKey', 'metaKey', 'shiftKey', 'altKey'] as const) {
    it(`leaves a click with the ${key} to the browser`, async () => {
      const element = await reader(feed('a b'));
      for (const link of [links(element)[1], one(element, '.following a')]) {
        let isLeft = false;
        const stop = (event: Event) => {
          isLeft = !event.defaultPrevented;
          event.preventDefault();
        };
        element.addEventListener('click', stop, { once: true });
        link?.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, composed: true, [key]: true }));
        assert.isTrue(isLeft);
        assert.equal((link as HTMLAnchorElement).href, 'https://gazette.example/b');
      }
      await element.updateComplete;
      assert.equal(heading(element), 'Headline a');
    });
  }

  it('shows a story that has no address of its own', async () => {
    const news = feed('a b');
    const element = await reader({ ...news, items: news.items.map(({ url: _, ...rest }) => rest) });
    assert.isNotEmpty(links(element)[1]?.href);
    await choose(element, 'b');
    assert.include(one(element, '[part=body]').innerText, 'Paragraph 3 of b.');
    // Once it has one, its link leads there.
    element.feed = news;
    await element.updateComplete;
    assert.equal(links(element)[1]?.href, 'https://gazette.example/b');
  });

  it('goes to the next and the previous one, and no further than the ends', async () => {
    const element = await reader(feed('a b c'));
    const chosen: string[] = [];
    element.addEventListener('news-select', ({ article }) => chosen.push(article.id));
    const ends = () => ['Previous story', 'Next story'].map((name) => step(element, name).ariaDisabled);
    assert.deepEqual(ends(), ['true', 'false']);
    for (const [name, id] of [['Next story', 'b'], ['Next story', 'c'], ['Next story', 'c'], ['Previous story', 'b']] as const) {
      step(element, name).focus();
      step(element, name).click();
      await shows(element, id);
    }
    await until(() => onHeading(element, 'b'), 'focus');
    assert.deepEqual(chosen, ['b', 'c', 'b']);
    assert.deepEqual(ends(), ['false', 'false']);
    one(element, '.following a').click();
    await until(() => onHeading(element, 'c'), 'the one that follows');
    assert.lengthOf(all(element, '.following'), 0);
    assert.deepEqual(current(element), ['Headline c']);
  });

  it('can be used by keys alone', async () => {
    const element = await reader(feed('a b c'), { width: narrow, more: '<button>after</button>' });
    links(element)[1]?.focus();
    await sendKeys({ press: 'Enter' });
    await until(() => onHeading(element, 'b'), 'focus on the heading');
    step(element, 'Back to headlines').focus();
    await sendKeys({ press: 'Enter' });
    await until(() => onLink(element, 'b'), 'focus on the link');
    assert.isFalse(isOpen(element));
  });

  it('shows what has focus', async () => {
    const element = await reader(feed('a b c'));
    links(element)[0]?.focus();
    await sendKeys({ press: 'Tab' });
    for (const target of [root(element).activeElement, one(element, '.steps button'), one(element, '.following a')]) {
      (target as HTMLElement).focus();
      assert.notEqual(getComputedStyle(target as Element).outlineStyle, 'none');
    }
  });

  it('brings the story into view', async () => {
    const place = await mount(`<div style="width: ${String(narrow)}px; padding-bottom: 2000px"><news-reader lang="en"></news-reader></div>`);
    const element = place.querySelector('news-reader') ?? assert.fail();
    element.feed = many(60);
    await element.updateComplete;
    links(element)[50]?.scrollIntoView();
    await choose(element, '50');
    const { top, bottom } = one(element, '.story h2').getBoundingClientRect();
    assert.isTrue(top >= 0 && bottom <= window.innerHeight, String(top));
    assert.isAtLeast(one(element, '.back').getBoundingClientRect().top, 0, 'and the way back');
    one(element, '.back').click();
    await until(() => onLink(element, '50'), 'focus on the link');
    const row = links(element)[50]?.getBoundingClientRect() ?? assert.fail();
    assert.isTrue(row.top >= 0 && row.bottom <= window.innerHeight, String(row.top));
    window.scrollTo(0, 0);
  });

  it('has targets of at least 24 px, and nothing that scrolls sideways', async () => {
    const long = 'x'.repeat(300);
    for (const width of [narrow, wide]) {
      const element = await reader({ ...feed(''), items: [item('a'), item('b', { title: long, content_text: long }), item('c')] }, { width });
      links(element)[1]?.click();
      await until(() => heading(element) === long);
      assert.isAtMost(element.scrollWidth, width);
      assert.isAtMost(one(element, '.story').scrollWidth, one(element, '.story').clientWidth);
      assert.isAtMost(one(element, '[part=headlines]').scrollWidth, one(element, '[part=headlines]').clientWidth);
      for (const target of all(element, '.bar button, .following a').filter(isSeen)) {
        const box = target.getBoundingClientRect();
        assert.isTrue(box.width >= 24 && box.height >= 24);
      }
    }
  });

  it('keeps the styles of list and story apart, and gives a size once', async () => {
    const element = await reader(feed('a b'), { attributes: 'style="--news-font-size: 1.5em"' });
    const size = (selector: string) => parseFloat(getComputedStyle(one(element, selector)).fontSize);
    const body = parseFloat(getComputedStyle(element).fontSize) * 1.5;
    assert.closeTo(size('li .title'), body * 1.0625, 0.1);
    assert.isAbove(size('.story h2'), body * 1.5);
    assert.closeTo(size('[part=body] > div'), body * (size('[part=body]') > body ? 1.0625 : 1), 0.1);
  });

  for (const scheme of ['light', 'dark']) {
    for (const [width, dir] of [[narrow, 'ltr'], [wide, 'ltr'], [wide, 'rtl']] as const) {
      it(`is accessible: ${scheme}, ${String(width)} px, ${dir}`, async () => {
        const element = await reader(jsonFeed, { width, dir, attributes: 'heading-level="2"' });
        const place = element.parentElement ?? assert.fail();
        Object.assign(place.style, { colorScheme: scheme, background: 'Canvas', color: 'CanvasText' });
        await axe(element);
        links(element)[1]?.click();
        await until(() => heading(element) === 'Bridge closes for paint');
        await axe(element);
      });
    }
  }
});

describe('news-reader: in the address', () => {
  const clean = location.href.split('#', 1)[0] ?? '';
  const at = (hash: string) => { history.replaceState(history.state, '', clean + hash); };
  beforeEach(() => { at(''); });
  afterEach(() => { at(''); });
  const fragment = { attributes: 'history="fragment"' };

  for (const width of [narrow, wide]) {
    it(`Back and Forward lead from story to story, and to the list: ${String(width)} px`, async () => {
      const element = await reader(feed('a b c'), { ...fragment, width });
      assert.equal(location.hash, '');
      await choose(element, 'b');
      assert.equal(location.hash, '#story=b');
      step(element, 'Next story').click();
      await shows(element, 'c');
      assert.equal(location.hash, '#story=c');
      history.back();
      await until(() => onHeading(element, 'b'), 'the story before');
      history.back();
      await until(() => onLink(element, 'b'), 'focus on the link');
      assert.equal(isOpen(element), width === wide);
      assert.equal(location.hash, '');
      assert.equal(heading(element), 'Headline a');
      history.forward();
      await until(() => onHeading(element, 'b'), 'the story again');
    });
  }

  it('the way back is the browser’s, where the story was chosen from the list', async () => {
    const element = await reader(feed('a b c'), { ...fragment, width: narrow });
    await choose(element, 'b');
    one(element, '.back').click();
    await until(() => location.hash === '' && hasList(element), 'the list');
    await until(() => onLink(element, 'b'), 'focus on the link');
    history.forward();
    await until(() => onHeading(element, 'b'), 'the story, again');
  });

  it('the way back leads to the list, also from a story that was come back to', async () => {
    const element = await reader(feed('a b c'), { ...fragment, width: narrow });
    await choose(element, 'a');
    step(element, 'Next story').click();
    await shows(element, 'b');
    step(element, 'Previous story').click();
    await shows(element, 'a');
    one(element, '.back').click();
    await until(() => location.hash === '' && hasList(element), 'the list');
  });

  it('leaves focus to a link within the page', async () => {
    const element = await reader(feed('a b c'), { ...fragment, more: '<p id="elsewhere" tabindex="-1">Elsewhere.</p><a>there</a>' });
    await choose(element, 'b');
    const link = element.parentElement?.querySelector('a') ?? assert.fail();
    link.href = `${clean}#elsewhere`;
    link.click();
    await shows(element, 'a');
    await element.updateComplete;
    assert.equal(document.activeElement?.id, 'elsewhere');
  });

  it('the first reader of the page has the first name, whose news comes later', async () => {
    at('#story=b');
    const { url, release } = heldFeed(feed('a b c'));
    const place = await mount(`<div><news-reader lang="en" history="fragment" src="${attribute(url)}"></news-reader><news-reader lang="en" history="fragment"></news-reader></div>`);
    const [first, second] = place.querySelectorAll('news-reader');
    if (!first || !second) return assert.fail();
    second.feed = feed('x b y');
    await shows(second, 'x');
    await release();
    await until(() => isOpen(first) && heading(first) === 'Headline b', 'the story');
    return assert.equal(heading(second), 'Headline x');
  });

  it('opens the story that the address asks for, and goes to it', async () => {
    at('#story=b');
    const { url, release } = heldFeed(feed('a b c'));
    const place = await mount(`<div style="width: ${String(narrow)}px"><p style="height: 3000px"></p><news-reader lang="en" history="fragment" src="${attribute(url)}"></news-reader></div>`);
    const element = place.querySelector('news-reader') ?? assert.fail();
    (document.activeElement as HTMLElement | null)?.blur();
    await release();
    await until(() => onHeading(element, 'b'), 'the story');
    assert.isBelow(one(element, '.story h2').getBoundingClientRect().bottom, window.innerHeight);
    // There is no list to go back to.
    one(element, '.back').click();
    await until(() => onLink(element, 'b') && location.hash === '', 'the list');
  });

  it('follows a link in the page', async () => {
    const element = await reader(feed('a b c'), { ...fragment, more: '<a href="#story=c">the third</a>' });
    const link = element.parentElement?.querySelector('a') ?? assert.fail();
    // The runner's page may have a base.
    link.href = `${clean}#story=c`;
    link.click();
    await until(() => onHeading(element, 'c'), 'the story');
  });

  it('does not take focus from where the visitor is', async () => {
    const place = await mount<HTMLInputElement>('<input aria-label="x">');
    place.focus();
    at('#story=b');
    const element = await reader(feed('a b c'), fragment);
    await shows(element, 'b');
    assert.equal(document.activeElement, place);
  });

  it('two leave each other alone, and what else is in the address', async () => {
    at('#chapter');
    const one = await reader(feed('a b c'), fragment);
    const other = await reader(feed('a b c'), { attributes: 'history="fragment" id="sport"' });
    const third = await reader(feed('a b c'), fragment);
    await choose(one, 'b');
    await choose(other, 'c');
    await choose(third, 'b');
    assert.equal(location.hash, '#chapter&story=b&sport=c&story-2=b');
    history.back();
    await until(() => heading(third) === 'Headline a', 'the third');
    history.back();
    await until(() => heading(other) === 'Headline a', 'the second');
    assert.equal(heading(one), 'Headline b');
    assert.equal(location.hash, '#chapter&story=b');
    // Each with its own.
    other.remove();
    third.remove();
    assert.equal(heading(one), 'Headline b');
  });

  it('writes any id so that it can be read again', async () => {
    const ids = ['https://gazette.example/a?b=c&d=e#f', 'äöü 漢字', '100%', 'a+b', '=&#'];
    for (const id of ids) {
      const element = await reader({ ...feed('a'), items: [item('a'), item('x', { id })] }, fragment);
      links(element)[1]?.click();
      await shows(element, 'x');
      const { hash } = location;
      element.remove();
      at('');
      at(hash);
      const again = await reader({ ...feed('a'), items: [item('a'), item('x', { id })] }, fragment);
      await shows(again, 'x');
      again.remove();
      at('');
    }
  });

  it('keeps what is shown where the address asks for what is not there, and shows it once it comes', async () => {
    at('#story=z');
    const element = await reader(feed('a b'), fragment);
    assert.equal(heading(element), 'Headline a');
    element.feed = feed('a b z');
    await shows(element, 'z');
  });

  it('keeps the page’s own state', async () => {
    history.replaceState({ mine: 1 }, '');
    const element = await reader(feed('a b'), fragment);
    await choose(element, 'b');
    assert.deepEqual(history.state, { mine: 1 });
  });
});

describe('news-reader: when the news changes', () => {
  async function refreshed(first: object, second: object, { width = wide, id = 'b' } = {}): Promise<NewsReader> {
    const element = await reader(undefined, { width });
    element.src = answers(first, second);
    await until(() => links(element).length > 0, 'the headlines');
    if (width === wide) await until(() => current(element).length > 0, 'the panes');
    await choose(element, id);
    element.refresh = 1;
    return element;
  }

  it('the story that is read stays while new ones wait', async () => {
    const element = await refreshed(feed('a b c'), feed('x y a b c'));
    const paragraph = one(element, '[part=body] p');
    const button = await until(() => all(element, '.updates button')[0], 'the button');
    button.click();
    await until(() => links(element).length === 5, 'the new ones');
    assert.equal(heading(element), 'Headline b');
    assert.equal(one(element, '[part=body] p'), paragraph, 'the very same');
    assert.deepEqual(current(element), ['Headline b']);
    step(element, 'Previous story').click();
    await shows(element, 'a');
  });

  it('one that made room at the end stays', async () => {
    const element = await refreshed(feed('a b c'), feed('x y a'), { id: 'c' });
    (await until(() => all(element, '.updates button')[0], 'the button')).click();
    await until(() => links(element).length === 3 && links(element)[0]?.innerText === 'Headline x', 'the new ones');
    assert.equal(heading(element), 'Headline c');
    assert.deepEqual(current(element), []);
    step(element, 'Previous story').click();
    await shows(element, 'a');
  });

  it('one that was taken back leaves its place, and says so', async () => {
    const element = await refreshed(feed('a b c'), feed('a c'));
    await until(() => heading(element) === '' && isOpen(element), 'its end');
    assert.equal(one(element, '.story > [role=status]').innerText, 'This story is not available.');
    assert.lengthOf(all(element, '.story article'), 0);
    assert.equal(root(element).activeElement, one(element, '.story'), 'focus stays in its place');
    assert.equal(one(element, '.following a').innerText, 'Headline c');
    await axe(element);
    step(element, 'Previous story').click();
    await shows(element, 'a');
  });

  it('one that expires is shown no more', async () => {
    const story = { '@type': 'NewsArticle', headline: 'Headline b', '@id': 'b', articleBody: 'Text.' };
    const list = (more: object) => ({ '@context': 'https://schema.org', '@graph': [{ ...story, '@id': 'a', headline: 'Headline a' }, { ...story, ...more }] });
    const element = await refreshed(list({}), list({ expires: '2020-01-01T00:00:00Z' }));
    await until(() => heading(element) === '', 'its end');
    assert.equal(one(element, '.story > [role=status]').innerText, 'This story is not available.');
  });

  it('an edit is made in place', async () => {
    const element = await refreshed(feed('a b c'), { ...feed('a b c'), items: [item('a'), item('b', { title: 'Headline b, again' }), item('c')] });
    const body = one(element, '[part=body] p');
    const title = one(element, '.story h2');
    await until(() => title.innerText === 'Headline b, again', 'the edit');
    assert.equal(one(element, '[part=body] p'), body, 'what did not change');
    assert.equal(root(element).activeElement, title);
  });

  it('what is read stays where it is also where much says the same', async () => {
    const body = Array.from({ length: 12 }, (_, index) => `Paragraph ${String(index)} of many. ${'And on it goes. '.repeat(20)}\n\n* * *`).join('\n\n');
    const many = (text: string) => ({ ...feed('a'), items: [item('a', { content_text: text })] });
    const element = await refreshed(many(body), many(`${body}\n\nThe end.`), { id: 'a' });
    element.style.paddingBlockEnd = '2000px';
    const read = () => all(element, '[part=body] p')[7] ?? assert.fail();
    assert.equal(read().textContent, '* * *');
    read().scrollIntoView();
    const { top } = read().getBoundingClientRect();
    await until(() => one(element, '[part=body]').textContent.includes('The end.'), 'the edit');
    await element.updateComplete;
    assert.closeTo(read().getBoundingClientRect().top, top, 2);
    window.scrollTo(0, 0);
  });

  it('focus stays on its link, where the paragraph has others', async () => {
    const linked = (more: string) => ({ ...feed('a'), items: [item('a', { content_text: undefined, content_html: `<p>See <a href="/one">one</a> and <a href="/two">two</a>.</p><p>${more}</p>` })] });
    const element = await refreshed(linked('At first.'), linked('Later.'), { id: 'a' });
    const second = await until(() => all(element, '[part=body] a')[1], 'the links');
    second.focus();
    await until(() => one(element, '[part=body]').textContent.includes('Later.'), 'the edit');
    await element.updateComplete;
    assert.equal(root(element).activeElement?.textContent, 'two');
  });

  for (const width of [narrow, wide]) {
    it(`what is read stays where it is on the screen: ${String(width)} px`, async () => {
      const element = await refreshed(feed('a b c'), { ...feed('b c'), items: [item('b', { content_text: `New at the top.\n\n${item('b').content_text}` }), item('c')] }, { width });
      element.style.paddingBlockEnd = '2000px';
      const read = () => all(element, '[part=body] p').find(({ textContent }) => textContent === 'Paragraph 9 of b.') ?? assert.fail();
      read().scrollIntoView();
      const { top } = read().getBoundingClientRect();
      await until(() => one(element, '[part=body]').textContent.includes('New at the top.') && links(element).length === 2, 'the edit');
      await element.updateComplete;
      await until(() => Math.abs(read().getBoundingClientRect().top - top) < 2, 'its place');
      window.scrollTo(0, 0);
    });
  }

  it('other news are other news', async () => {
    const element = await reader(feed('a b c'), { width: narrow });
    await choose(element, 'b');
    element.feed = feed('k l', { title: 'Another' });
    await until(() => hasList(element) && links(element)[0]?.innerText === 'Headline k', 'the list');
    assert.isFalse(isOpen(element));
  });

  it('the list stays where it was scrolled to', async () => {
    // An address has no room for more.
    const first = { ...many(40), items: many(40).items.map(({ id, title }) => ({ id, title, url: `https://g.example/${id}` })) };
    const second = { ...first, items: first.items.filter((_, index) => index !== 1) };
    const element = await refreshed(first, second, { id: '0' });
    const list = one(element, '[part=headlines]');
    list.scrollTop = 500;
    const read = links(element).find((link) => link.getBoundingClientRect().top > list.getBoundingClientRect().top) ?? assert.fail();
    const text = read.textContent;
    const { top } = read.getBoundingClientRect();
    await until(() => links(element).length === 39, 'one less');
    await element.updateComplete;
    const now = links(element).find(({ textContent }) => textContent === text) ?? assert.fail();
    assert.closeTo(now.getBoundingClientRect().top, top, 2);
  });
});

describe('news-reader: states', () => {
  for (const width of [narrow, wide]) {
    it(`says that it is loading, and does not move what stands below when data comes: ${String(width)} px`, async () => {
      const news = feed('a b c d e f');
      const { url, release } = heldFeed({ ...news, items: news.items.map((entry) => ({ ...entry, content_text: 'Short.' })) });
      const place = await mount(`<div style="width: ${String(width)}px"><news-reader lang="en" limit="6" src="${attribute(url)}"></news-reader><p>below</p></div>`);
      const element = place.querySelector('news-reader') ?? assert.fail();
      const below = () => place.querySelector('p')?.getBoundingClientRect().top ?? NaN;
      await until(() => element.matches(':state(loading)') && all(element, '.waiting').length > 0);
      assert.equal(one(element, '.side ~ *, [part=status]').innerText.trim(), '');
      assert.include(all(element, '[part=status]').map(({ innerText }) => innerText).join(), 'Loading…');
      const before = below();
      await axe(element);
      await release();
      await until(() => links(element).length === 6);
      assert.closeTo(below(), before, 0.5);
    });
  }

  it('shows nothing, and no error, without data, and its children', async () => {
    assert.equal((await mount('<news-reader></news-reader>')).getBoundingClientRect().height, 0);
    const element = await mount('<news-reader><p>Read the <a href="/news">news page</a>.</p></news-reader>');
    assert.isAbove(element.querySelector('p')?.getBoundingClientRect().height ?? 0, 0);
    await axe(element);
  });

  it('shows a sentence and the fallback, and tells why, when its news cannot be had', async () => {
    const element = document.createElement('news-reader');
    element.lang = 'en';
    element.innerHTML = '<a href="/news">The news page</a>';
    element.src = '/__feed/x.json?status=500';
    const failed = oneEvent<NewsErrorEvent>(element, 'news-error');
    await mount(element);
    assert.match((await failed).error.message, /500/);
    await element.updateComplete;
    assert.deepEqual(all(element, '[part=status]').map(({ innerText }) => innerText), ['The news could not be loaded.']);
    assert.isAbove(element.querySelector('a')?.getBoundingClientRect().height ?? 0, 0);
    await axe(element);
  });

  it('keeps what it shows when the next data is bad', async () => {
    const element = await reader(feed('a b'));
    await choose(element, 'b');
    element.feed = { weather: 1 };
    await until(() => element.matches(':state(stale)'));
    assert.equal(heading(element), 'Headline b');
    assert.include(all(element, '[part=status]').map(({ innerText }) => innerText), 'This could not be updated.');
    await axe(element);
  });

  it('goes to what a button brought', async () => {
    const next = new URL(feedUrl(feed('z')), document.baseURI).href;
    const element = await reader(feed('a b', { next_url: next }));
    const more = await until(() => root(element).querySelector<HTMLButtonElement>('.more'), 'the button');
    more.focus();
    more.click();
    await until(() => root(element).activeElement === links(element)[2], 'focus');
    assert.isTrue(onLink(element, 'z'));
    assert.equal(heading(element), 'Headline a');
  });

  it('speaks the language of the page', async () => {
    const place = await mount(`<div lang="de" style="width: ${String(narrow)}px"><news-reader></news-reader></div>`);
    const element = place.querySelector('news-reader') ?? assert.fail();
    element.feed = feed('a b');
    await until(() => all(element, '.back')[0]?.textContent.trim() === 'Zurück zu den Schlagzeilen', 'German');
    assert.equal(step(element, 'Nächster Beitrag').localName, 'button');
  });
});
