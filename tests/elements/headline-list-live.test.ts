import FakeTimers, { type Clock } from '@sinonjs/fake-timers';
import { assert } from 'chai';
import { html } from 'lit';
import type { HeadlineList } from '../../src/elements/headline-list/headline-list.js';
import '../../src/elements/headline-list/define.js';
import type { NewsArticle } from '../../src/elements/news-article/news-article.js';
import '../../src/elements/news-article/define.js';
import type { NewsUpdateEvent } from '../../src/events.js';
import { axe, mount, oneEvent, until } from '../support/helpers.js';
import { newsArticle } from '../support/samples.js';

const minute = 60_000;
const root = (element: Element) => element.shadowRoot ?? assert.fail('no shadow root');
const headlines = (list: Element) => [...root(list).querySelectorAll<HTMLElement>("[part='headline']")].map((element) => element.innerText);
const button = (list: Element) => root(list).querySelector<HTMLButtonElement>("[part='button']");
const status = (list: Element) => root(list).querySelector<HTMLElement>("[part='status']");

const item = (id: string, more = {}) => ({ id, title: `Headline ${id}`, url: `https://gazette.example/${id}`, ...more });
const feed = (ids: string, more = {}) => ({ version: 'https://jsonfeed.org/version/1.1', title: 'T', items: ids.split(' ').map((id) => item(id)), ...more });

let requests = 0;
/** Answers with these, one request after the other. */
function answers(bodies: readonly unknown[], query = ''): string {
  const id = `live-${String(++requests)}-${String(Math.random())}`;
  return `/__feed/live.json?id=${id}&${query}&${bodies.map((body) => `body=${encodeURIComponent(JSON.stringify(body))}`).join('&')}`;
}

/** Time for the browser to see what is on screen. */
async function frames(): Promise<void> {
  for (let frame = 0; frame < 3; frame += 1) await new Promise(requestAnimationFrame);
}

let clock: Clock;
function fakeTime(): void {
  beforeEach(() => {
    clock = FakeTimers.install({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date'], now: Date.now() });
  });
  afterEach(() => {
    clock.uninstall();
    window.scrollTo(0, 0);
  });
}

async function refresh(): Promise<void> {
  await frames();
  await clock.tickAsync(minute);
}

async function live(bodies: readonly unknown[], attributes = '', query = ''): Promise<HeadlineList> {
  const list = await mount<HeadlineList>(`<headline-list lang="en" refresh="60" ${attributes}></headline-list>`);
  list.src = answers(bodies, query);
  await until(() => headlines(list).length > 0, 'the first headlines');
  return list;
}

describe('a list that refreshes', () => {
  fakeTime();

  it('lets new headlines wait behind a button, and shows them when it is pressed', async () => {
    const list = await live([feed('c d'), feed('a b c d')]);
    const update = oneEvent<NewsUpdateEvent>(document, 'news-update');
    await refresh();
    assert.deepEqual((await update).articles.map(({ id }) => id), ['a', 'b']);
    await until(() => button(list));
    assert.deepEqual(headlines(list), ['Headline c', 'Headline d']);
    assert.equal(button(list)?.innerText, '2 new headlines');
    assert.equal(status(list)?.textContent, '2 new headlines');
    // With room above it; at the top of the window it stays in sight.
    list.style.marginBlockStart = '60px';
    const box = button(list)?.getBoundingClientRect();
    assert.isAtLeast(box?.height ?? 0, 24);
    assert.isAtMost(box?.bottom ?? Infinity, (root(list).querySelector('li')?.getBoundingClientRect().top ?? 0) + 1, 'it hides no headline');

    button(list)?.focus();
    button(list)?.click();
    await until(() => headlines(list).length === 4);
    assert.deepEqual(headlines(list), ['a', 'b', 'c', 'd'].map((id) => `Headline ${id}`));
    assert.isNull(button(list));
    assert.equal(status(list)?.textContent, '');
    await until(() => root(list).activeElement?.textContent === 'Headline a', 'focus on the first new headline');
  });

  it('is accessible with its button', async () => {
    const list = await live([feed('b'), feed('a b')]);
    await refresh();
    await until(() => button(list));
    // axe has timers of its own.
    clock.uninstall();
    await axe(list);
  });

  it('pushes nothing while they wait', async () => {
    const list = await live([feed('b c d'), feed('a b c d')]);
    const tops = () => [...root(list).querySelectorAll('li')].map((row) => row.getBoundingClientRect().top);
    const before = [...tops(), list.getBoundingClientRect().bottom];
    await refresh();
    await until(() => button(list));
    assert.deepEqual([...tops(), list.getBoundingClientRect().bottom], before);
  });

  it('tells of them once, however many more come', async () => {
    const list = await live([feed('c'), feed('b c'), feed('a b c')]);
    await refresh();
    await until(() => button(list)?.innerText === '1 new headline');
    await refresh();
    await until(() => button(list)?.innerText === '2 new headlines');
    assert.equal(status(list)?.textContent, '1 new headline');
  });

  it('keeps the row that is read where it is, and the focus with its article', async () => {
    const ids = Array.from({ length: 60 }, (_, index) => `n${String(index)}`);
    const list = await live([feed(ids.join(' ')), feed(['a', 'b', ...ids].join(' '))]);
    await refresh();
    await until(() => button(list));
    const row = (id: string) => [...root(list).querySelectorAll('li')].find((element) => element.innerText.includes(`Headline ${id}`)) ?? assert.fail(id);
    row('n30').scrollIntoView();
    window.scrollBy(0, -200);
    await frames();
    const before = row('n31').getBoundingClientRect().top;
    row('n32').querySelector('a')?.focus({ preventScroll: true });
    list.requestUpdate();
    await list.updateComplete;
    button(list)?.click();
    await until(() => headlines(list).length === 62);
    await frames();
    assert.closeTo(row('n31').getBoundingClientRect().top, before, 2);
  });

  it('shows them at once with auto-update, while its top is in view', async () => {
    const list = await live([feed('b'), feed('a b')], 'auto-update');
    await refresh();
    await until(() => headlines(list).length === 2);
    assert.isNull(button(list));
  });

  it('changes in place what was changed, and takes out what was taken back', async () => {
    const changed = feed('a b c d');
    const list = await live([
      feed('b c d'),
      { ...changed, items: [item('a'), item('b', { title: 'Corrected' }), item('d')] },
    ]);
    await refresh();
    await until(() => headlines(list)[0] === 'Corrected');
    assert.deepEqual(headlines(list), ['Corrected', 'Headline d']);
    assert.equal(button(list)?.innerText, '1 new headline');
  });

  it('counts only what its limit would show', async () => {
    const list = await live([feed('b c d'), feed('b c d e f'), feed('a b c d e f')], 'limit="3"');
    const loaded = oneEvent(list, 'news-load');
    await refresh();
    await loaded;
    await list.updateComplete;
    assert.isNull(button(list));
    await refresh();
    await until(() => button(list)?.innerText === '1 new headline');
  });

  it('keeps its headlines as stale when a refresh fails, and recovers', async () => {
    const list = await live([feed('a'), feed('a')], '', 'status=200&status=500&status=200');
    await refresh();
    await until(() => list.matches(':state(stale)'));
    assert.deepEqual(headlines(list), ['Headline a']);
    assert.equal(status(list)?.textContent, 'This could not be updated.');
    await clock.tickAsync(3 * minute);
    await until(() => !list.matches(':state(stale)'));
    assert.equal(status(list)?.textContent, '');
  });

  it('lets them wait after an answer that could not be read, too', async () => {
    const list = await live([feed('c d'), { nothing: 1 }, feed('a b c d')]);
    await refresh();
    await until(() => list.matches(':state(error)'));
    await frames();
    await clock.tickAsync(3 * minute);
    await until(() => button(list));
    assert.deepEqual(headlines(list), ['Headline c', 'Headline d']);
  });

  it('does not count what it would not show', async () => {
    const picture = { id: 'picture', image: 'https://gazette.example/x.jpg' };
    const list = await live([feed('c d'), { ...feed('c'), items: [picture, item('c', { title: 'Changed' }), item('d')] }]);
    await refresh();
    await until(() => headlines(list)[0] === 'Changed');
    assert.isNull(button(list));
  });

  it('drops an article when its time is up', async () => {
    const list = await mount<HeadlineList>('<headline-list></headline-list>');
    const expires = { iso: new Date(Date.now() + 90_000).toISOString(), precision: 'instant' };
    list.feed = [{ kind: 'article', id: 'a', headline: 'Gone soon', expires }, { kind: 'article', id: 'b', headline: 'Stays' }];
    await list.updateComplete;
    assert.lengthOf(headlines(list), 2);
    await clock.tickAsync(2 * minute);
    await until(() => headlines(list).length === 1);
  });

  it('keeps the reader in place, and counts as new, when time changes what may be shown', async () => {
    const at = (ms: number) => ({ iso: new Date(Date.now() + ms).toISOString(), precision: 'instant' });
    const article = (id: string, more = {}) => ({ kind: 'article', id, headline: `Headline ${id}`, url: `https://gazette.example/${id}`, ...more });
    const list = await mount<HeadlineList>('<headline-list lang="en"></headline-list>');
    const rest = Array.from({ length: 60 }, (_, index) => article(`n${String(index)}`));
    list.feed = [article('soon', { embargoedUntil: at(90_000) }), article('x', { expires: at(90_000) }), article('y', { expires: at(90_000) }), ...rest];
    await list.updateComplete;
    const row = (id: string) => [...root(list).querySelectorAll('li')].find((element) => element.innerText.includes(`Headline ${id}`)) ?? assert.fail(id);
    row('n30').scrollIntoView();
    row('n31').querySelector('a')?.focus({ preventScroll: true });
    await frames();
    const before = row('n31').getBoundingClientRect().top;
    await clock.tickAsync(2 * minute);
    await until(() => button(list)?.innerText === '1 new headline');
    assert.lengthOf(headlines(list), 60);
    await frames();
    assert.closeTo(row('n31').getBoundingClientRect().top, before, 2);
    assert.equal(root(list).activeElement?.textContent, 'Headline n31');
  });

  it('hands focus to the next article when one is taken back', async () => {
    const list = await live([feed('a b c'), feed('a c')]);
    root(list).querySelectorAll('a')[1]?.focus();
    await refresh();
    await until(() => headlines(list).length === 2);
    await until(() => root(list).activeElement?.textContent === 'Headline c', 'focus');
  });

  it('shows at once what comes into an empty list', async () => {
    const list = await mount<HeadlineList>('<headline-list lang="en" refresh="60"></headline-list>');
    list.src = answers([{ ...feed('a'), items: [] }, feed('a b')]);
    await until(() => list.matches(':state(empty)'));
    await refresh();
    await until(() => headlines(list).length === 2);
    assert.isNull(button(list));
  });

  it('lets an old article that a limit hid wait, too, when it comes to the top', async () => {
    const list = await live([feed('a b c'), feed('c a b')], 'limit="2"');
    await refresh();
    await until(() => button(list)?.innerText === '1 new headline');
    assert.deepEqual(headlines(list), ['Headline a', 'Headline b']);
  });

  it('tells of what waits only when there is more of it', async () => {
    const changed = { ...feed(''), items: [item('a'), item('b', { title: 'Changed' })] };
    const list = await live([feed('b'), feed('a b'), changed, feed('z a b')]);
    const told: string[][] = [];
    list.addEventListener('news-update', ({ articles }) => told.push(articles.map(({ id }) => id)));
    await refresh();
    await until(() => button(list)?.innerText === '1 new headline');
    await refresh();
    await until(() => headlines(list)[0] === 'Changed');
    await refresh();
    await until(() => button(list)?.innerText === '2 new headlines');
    assert.deepEqual(told, [['a'], ['z', 'a']]);
  });

  it('lets them wait after it was away, and when its rhythm changes', async () => {
    const list = await live([feed('b'), feed('a b')]);
    list.refresh = 30;
    await list.updateComplete;
    await refresh();
    await until(() => button(list));
    assert.deepEqual(headlines(list), ['Headline b']);
    const parent = list.parentElement;
    list.remove();
    await clock.tickAsync(1);
    parent?.append(list);
    await refresh();
    assert.deepEqual(headlines(list), ['Headline b']);
    assert.isNotNull(button(list));
  });

  it('forgets what waited when its source is taken away', async () => {
    const list = await live([feed('b'), feed('a b')]);
    await refresh();
    await until(() => button(list));
    list.src = undefined;
    await list.updateComplete;
    assert.isNull(button(list));
    assert.isEmpty(headlines(list));
  });

  const scrollers: [name: string, around: (list: HTMLElement) => HTMLElement][] = [
    ['a page that scrolls smoothly', (list) => {
      document.documentElement.style.setProperty('scroll-behavior', 'smooth');
      return list;
    }],
    ['a page whose body has an overflow', (list) => {
      document.body.style.setProperty('overflow-x', 'hidden');
      document.body.style.setProperty('height', '100%');
      return list;
    }],
    ['a box that scrolls in the shadow root around its slot', (list) => {
      const host = document.createElement('div');
      host.attachShadow({ mode: 'open' }).innerHTML = '<div style="height: 400px; overflow: auto"><slot></slot></div>';
      host.append(list);
      return host;
    }],
  ];
  for (const [name, around] of scrollers) {
    it(`keeps the reader in place in ${name}`, async () => {
      const list = document.createElement('headline-list');
      list.lang = 'en';
      const ids = Array.from({ length: 38 }, (_, index) => `n${String(index)}`);
      const articles = (names: readonly string[], expires?: object) => names.map((id) => ({ kind: 'article', id, headline: id, url: `https://gazette.example/${id}`, ...(expires && { expires }) }));
      const soon = { iso: new Date(Date.now() + 90_000).toISOString(), precision: 'instant' };
      await mount(around(list));
      list.feed = [...articles(['x', 'y', 'z'], soon), ...articles(ids)];
      await list.updateComplete;
      const row = (id: string) => [...root(list).querySelectorAll('li')].find((element) => element.innerText.startsWith(id)) ?? assert.fail(id);
      row('n20').scrollIntoView({ behavior: 'instant' });
      await frames();
      const before = row('n20').getBoundingClientRect().top;
      await clock.tickAsync(2 * minute);
      await until(() => headlines(list).length === 38);
      await frames();
      assert.closeTo(row('n20').getBoundingClientRect().top, before, 2);
      document.documentElement.removeAttribute('style');
      document.body.removeAttribute('style');
    });
  }

  it('forgets what waited when it is given other news', async () => {
    const list = await live([feed('b'), feed('a b')]);
    await refresh();
    await until(() => button(list));
    list.feed = feed('z');
    await list.updateComplete;
    assert.isNull(button(list));
    assert.deepEqual(headlines(list), ['Headline z']);
  });
});

describe('a story that refreshes', () => {
  fakeTime();

  it('changes in place', async () => {
    const story = await mount<NewsArticle>('<news-article refresh="60"></news-article>');
    story.src = answers([newsArticle, { ...newsArticle, headline: 'Night ferry is late' }]);
    await until(() => headlines(story)[0] === newsArticle.headline);
    await refresh();
    await until(() => headlines(story)[0] === 'Night ferry is late');
  });

  it('leaves a text alone that is as it was, and the reader in place when one is put before it', async () => {
    const paragraphs = Array.from({ length: 60 }, (_, index) => `<p>${String(index)}</p>`).join('');
    const told = { kind: 'article', id: 'a', headline: 'One', author: [], body: { kind: 'html', html: paragraphs } };
    const story = await mount<NewsArticle>('<news-article refresh="60"></news-article>');
    story.src = answers([told, { ...told, headline: 'Two' }, { ...told, headline: 'Three', body: { kind: 'html', html: `<p>New</p><p>Newer</p>${paragraphs}` } }]);
    const read = () => [...root(story).querySelectorAll<HTMLElement>('.prose p')].find(({ textContent }) => textContent === '40') ?? assert.fail('no paragraph');
    await until(() => root(story).querySelector('.prose p'));
    const before = read();
    before.scrollIntoView();
    const { top } = before.getBoundingClientRect();
    await refresh();
    await until(() => headlines(story)[0] === 'Two');
    assert.equal(read(), before);
    await refresh();
    await until(() => headlines(story)[0] === 'Three');
    await frames();
    assert.closeTo(read().getBoundingClientRect().top, top, 2);
  });
});

describe('a list with further pages', () => {
  async function paged(pages: readonly object[], attributes = ''): Promise<HeadlineList> {
    let next = '';
    for (const page of pages.toReversed()) next = new URL(answers([next ? { ...page, next_url: next } : page]), document.baseURI).href;
    const list = await mount<HeadlineList>(html`<headline-list lang="en" src=${next}></headline-list>`);
    if (attributes) list.setAttribute(attributes, '2');
    await until(() => headlines(list).length > 0);
    return list;
  }

  it('loads them by a button, which hands focus to the first new headline', async () => {
    const list = await paged([feed('a b'), feed('b c'), feed('d')]);
    await until(() => button(list)?.innerText === 'Load more');
    await axe(list);
    button(list)?.focus();
    button(list)?.click();
    await until(() => headlines(list).length === 3);
    await until(() => root(list).activeElement?.textContent === 'Headline c', 'focus on the third');
    button(list)?.click();
    await until(() => headlines(list).length === 4);
    await until(() => !button(list));
    assert.deepEqual(headlines(list), ['a', 'b', 'c', 'd'].map((id) => `Headline ${id}`));
  });

  it('offers none where a limit says how many it shows', async () => {
    const list = await paged([feed('a b c'), feed('d')], 'limit');
    assert.isNull(button(list));
  });

  it('keeps what it shows, and the button, when a page cannot be had', async () => {
    const list = await mount<HeadlineList>('<headline-list lang="en"></headline-list>');
    list.feed = feed('a', { next_url: new URL('/__feed/x?status=500', document.baseURI).href });
    await until(() => button(list));
    button(list)?.click();
    await until(() => status(list)?.textContent === 'This could not be updated.');
    assert.deepEqual(headlines(list), ['Headline a']);
    assert.equal(button(list)?.innerText, 'Load more');
  });

  it('passes over a page that has nothing new, and ends where there is no other', async () => {
    const list = await paged([feed('a b'), feed('a b'), feed('b c')]);
    await until(() => button(list));
    button(list)?.click();
    await until(() => headlines(list).length === 3);
    await until(() => !button(list));
  });

  it('leaves focus where the reader has taken it meanwhile', async () => {
    const list = await paged([feed('a'), feed('b')]);
    const input = document.createElement('input');
    list.after(input);
    await until(() => button(list));
    button(list)?.click();
    input.focus();
    await until(() => headlines(list).length === 2);
    await list.updateComplete;
    assert.equal(document.activeElement, input);
  });

  it('hands focus to a headline that has no link, too', async () => {
    const list = await paged([feed('a'), { ...feed('b'), items: [{ id: 'b', title: 'Headline b' }] }]);
    await until(() => button(list));
    button(list)?.focus();
    button(list)?.click();
    await until(() => root(list).activeElement?.textContent.includes('Headline b'), 'focus');
  });

  it('counts no pages of a source that what it shows is not from', async () => {
    const list = await mount<HeadlineList>(html`<headline-list lang="en" page-parameter="page" src=${answers([feed('a')])}></headline-list>`);
    await until(() => button(list));
    list.feed = feed('z');
    await list.updateComplete;
    assert.isNull(button(list));
    list.src = 'http://[';
    list.feed = feed('y');
    await list.updateComplete;
    assert.deepEqual(headlines(list), ['Headline y']);
  });

  it('counts pages by a parameter where the data does not link them, until the server has no more', async () => {
    const src = answers([feed('a'), feed('b'), {}], 'status=200&status=200&status=400&page=1');
    const list = await mount<HeadlineList>(html`<headline-list lang="en" page-parameter="page" src=${src}></headline-list>`);
    const asked: string[] = [];
    const original = window.fetch;
    window.fetch = (input, init) => {
      asked.push(new URL(input as string).searchParams.get('page') ?? '');
      return original(input, init);
    };
    await until(() => button(list));
    button(list)?.click();
    await until(() => headlines(list).length === 2);
    button(list)?.click();
    await until(() => !button(list));
    window.fetch = original;
    assert.deepEqual(asked.filter((page) => page !== '1'), ['2', '3']);
    assert.isFalse(list.matches(':state(error)'));
  });
});
