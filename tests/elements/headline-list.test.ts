import { assert } from 'chai';
import { html } from 'lit';
import { HeadlineList } from '../../src/elements/headline-list/headline-list.js';
import '../../src/elements/headline-list/define.js';
import type { NewsErrorEvent, NewsSelectEvent } from '../../src/events.js';
import { axe, mount, oneEvent, until } from '../support/helpers.js';
import { feedUrl, heldFeed, jsonFeed } from '../support/samples.js';

const titles = ['Night ferry returns after nine years', 'Bridge closes for paint', 'Market & fair move uphill'];

const root = (list: Element) => list.shadowRoot ?? assert.fail('no shadow root');
const all = (list: Element, selector: string) => [...root(list).querySelectorAll<HTMLElement>(selector)];
const part = (list: Element, name: string) => all(list, `[part='${name}']`).map((element) => element.innerText.trim());
const headlines = (list: Element) => part(list, 'headline');
const showsAll = (list: Element) => until(() => headlines(list).length === 3, 'three headlines');

async function withFeed(attributes = ''): Promise<HeadlineList> {
  const list = await mount<HeadlineList>(`<headline-list ${attributes}></headline-list>`);
  list.feed = jsonFeed;
  await list.updateComplete;
  return list;
}

describe('headline-list: data in', () => {
  const json = JSON.stringify(jsonFeed);
  const routes: Record<string, () => Promise<Element>> = {
    'a property': () => withFeed(),
    'a property set before upgrade': async () => {
      const list = document.createElement('list-before-upgrade');
      Object.assign(list, { feed: jsonFeed });
      await mount(list);
      HeadlineList.define('list-before-upgrade');
      return list;
    },
    'JSON in the attribute': () => mount(html`<headline-list feed=${json}></headline-list>`),
    'a child script': () => mount(`<headline-list><script type="application/json">${json}</script></headline-list>`),
    'a child script whose type has parameters': () =>
      mount(`<headline-list><script type="application/json; charset=utf-8">${json}</script></headline-list>`),
    'a child script that comes later': async () => {
      const list = await mount('<headline-list></headline-list>');
      list.innerHTML = `<script type="application/ld+json">${json}</script>`;
      return list;
    },
    src: () => mount(html`<headline-list src=${feedUrl(jsonFeed)}></headline-list>`),
    'src, packed': () => mount(html`<headline-list src=${feedUrl(jsonFeed, 'gzip=1')}></headline-list>`),
    'src that says that it is HTML': () => mount(html`<headline-list src=${feedUrl(jsonFeed, 'type=text/html')}></headline-list>`),
    'src with a byte order mark': () => mount(html`<headline-list src=${feedUrl(jsonFeed, 'bom=1')}></headline-list>`),
  };

  for (const [name, make] of Object.entries(routes)) {
    it(`shows the same by ${name}`, async () => {
      const list = await make();
      await showsAll(list);
      assert.deepEqual(headlines(list), titles);
      assert.deepEqual(
        all(list, 'a').map((link) => (link as HTMLAnchorElement).href),
        ['https://gazette.example/ferry', 'https://gazette.example/bridge', 'https://gazette.example/market'],
      );
    });
  }

  it('takes the property before the script, and the script before src', async () => {
    const named = (title: string) => ({ ...jsonFeed, items: [{ id: title, title }] });
    const list = await mount<HeadlineList>(
      html`<headline-list src=${feedUrl(named('from src'))} .feed=${named('from property')}
        ><script type="application/json">${JSON.stringify(named('from script'))}</script></headline-list
      >`,
    );
    // Lit cannot bind inside a script, so its text is set here.
    list.querySelector('script')?.replaceChildren(JSON.stringify(named('from script')));
    await until(() => headlines(list)[0] === 'from property');
    list.feed = undefined;
    await until(() => headlines(list)[0] === 'from script');
    list.querySelector('script')?.remove();
    await until(() => headlines(list)[0] === 'from src');
    list.src = undefined;
    await until(() => headlines(list).length === 0);
    list.feed = named('back again');
    await until(() => headlines(list)[0] === 'back again');
  });

  it('follows the text of its script', async () => {
    const list = await mount(`<headline-list><script type="application/json">${json}</script></headline-list>`);
    await showsAll(list);
    const text = list.querySelector('script')?.firstChild as Text;
    text.data = text.data.replace('Bridge closes for paint', 'Bridge opens');
    await until(() => headlines(list)[1] === 'Bridge opens');
  });

  it('never lets a slow old answer overwrite a newer one', async () => {
    const slow = { ...jsonFeed, items: [{ id: '1', title: 'Slow and old' }] };
    const list = await mount<HeadlineList>(html`<headline-list src=${feedUrl(slow, 'delay=300')}></headline-list>`);
    list.src = feedUrl(jsonFeed, 'delay=10');
    await showsAll(list);
    // The old answer would have come by the time a second slow one has.
    await fetch(feedUrl(slow, 'delay=400'));
    assert.deepEqual(headlines(list), titles);
  });

  it('asks once when it is moved while loading', async () => {
    const id = String(Math.random());
    const list = await mount<HeadlineList>(html`<headline-list src=${feedUrl(jsonFeed, `id=${id}&delay=50`)}></headline-list>`);
    const place = await mount('<section></section>');
    for (let moves = 0; moves < 10; moves += 1) place.append(list);
    await showsAll(list);
    assert.equal(await (await fetch(`/__feed/seen?id=${id}`)).text(), '1');
  });

  it('gives the typed feed that it shows, and keeps a typed feed as it is', async () => {
    const list = await withFeed();
    const { feed } = list;
    assert.equal(feed?.items[0]?.headline, titles[0]);
    assert.isFrozen(feed);
    const other = await mount<HeadlineList>(html`<headline-list .feed=${feed}></headline-list>`);
    assert.strictEqual(other.feed, feed);
  });
});

describe('headline-list: what it shows', () => {
  it('shows kicker, author, source and date', async () => {
    const list = await mount<HeadlineList>('<headline-list></headline-list>');
    list.feed = {
      '@type': 'NewsArticle',
      headline: 'Tide tables go digital',
      articleSection: 'Science',
      author: { name: 'Ada Quill' },
      publisher: { name: 'Harbour Gazette' },
      datePublished: '2024-05-01',
    };
    await list.updateComplete;
    assert.deepEqual(part(list, 'kicker'), ['Science']);
    assert.deepEqual(part(list, 'byline'), ['Ada Quill']);
    assert.match(part(list, 'source')[0] ?? '', /Harbour Gazette/);
    assert.match(part(list, 'date')[0] ?? '', /May 1, 2024/);
    assert.equal(all(list, 'time')[0]?.getAttribute('datetime'), '2024-05-01');
  });

  const dates = { relative: /3 hours ago/, absolute: /\d{4}/, none: /^$/ };
  for (const [value, expected] of Object.entries(dates)) {
    it(`words dates ${value}`, async () => {
      const list = await withFeed(`lang="en" dates="${value}"`);
      assert.match(part(list, 'date')[0] ?? '', expected);
    });
  }

  for (const variant of ['plain', 'summary', 'thumbnail', 'numbered']) {
    it(`is an accessible list of links as ${variant}`, async () => {
      const list = await withFeed(`variant="${variant}"`);
      assert.lengthOf(all(list, variant === 'numbered' ? 'ol > li' : 'ul > li'), 3);
      assert.equal(Boolean(part(list, 'description')[0]), variant === 'summary' || variant === 'thumbnail');
      assert.lengthOf(all(list, 'img'), variant === 'thumbnail' ? 1 : 0);
      await axe(list);
    });
  }

  const limits: [attribute: string, rows: number][] = [['2', 2], ['0', 0], ['99', 3], ['-1', 3], ['many', 3], ['', 3]];
  for (const [limit, rows] of limits) {
    it(`shows ${String(rows)} of 3 with limit="${limit}"`, async () => {
      assert.lengthOf(headlines(await withFeed(`limit="${limit}"`)), rows);
    });
  }

  it('takes what frameworks set: text for numbers, undefined for the default', async () => {
    const list = await withFeed('dates="none" variant="summary"');
    Object.assign(list, { limit: '2', headingLevel: '3', dates: undefined, variant: undefined });
    await list.updateComplete;
    assert.lengthOf(all(list, 'ul.plain > li'), 2);
    assert.lengthOf(all(list, '[role=heading][aria-level="3"]'), 2);
    assert.match(part(list, 'date')[0] ?? '', /ago/);
    Object.assign(list, { limit: null, headingLevel: 'many', dates: 'sometimes', variant: 'tower' });
    await list.updateComplete;
    assert.lengthOf(all(list, 'ul.plain > li'), 3);
    assert.lengthOf(all(list, '[role=heading]'), 0);
  });

  it('makes headlines headings of the level asked for', async () => {
    const list = await withFeed('heading-level="3"');
    assert.lengthOf(all(list, '[role=heading][aria-level="3"] a'), 3);
    list.headingLevel = undefined;
    await list.updateComplete;
    assert.lengthOf(all(list, '[role=heading]'), 0);
  });

  it('puts what is in the heading slot above the list', async () => {
    const list = await withFeed();
    const heading = document.createElement('h2');
    heading.slot = 'heading';
    heading.textContent = 'Latest';
    list.append(heading);
    assert.isBelow(heading.getBoundingClientRect().bottom, all(list, 'li')[0]?.getBoundingClientRect().top ?? 0);
  });

  for (const css of ['display: flex', 'display: inline-block', 'float: left', 'display: grid; justify-items: start', 'position: absolute']) {
    it(`has a width in a parent that shrinks to fit: ${css}`, async () => {
      const list = await withFeed();
      list.parentElement?.setAttribute('style', css);
      assert.isAtLeast(list.getBoundingClientRect().width, 200);
      assert.isAtMost(list.getBoundingClientRect().width, document.documentElement.clientWidth);
    });
  }

  it('gives a story without a headline a readable link', async () => {
    const list = await mount<HeadlineList>('<headline-list></headline-list>');
    list.feed = { version: 'https://jsonfeed.org/version/1', items: [{ id: '1', url: 'https://a.example/1', content_text: 'word '.repeat(50) }] };
    await list.updateComplete;
    assert.match(headlines(list)[0] ?? '', /^(word )+word…$/);
    list.feed = {
      version: 'https://jsonfeed.org/version/1.1',
      items: [{ id: '1', url: 'https://a.example/1', content_html: '<p><img src="a.png">Tide &amp; <b>time</b></p><p>More</p>' }],
    };
    await list.updateComplete;
    assert.deepEqual(headlines(list), ['Tide & time']);
  });

  it('begins the story where there is no summary of it', async () => {
    const list = await mount<HeadlineList>('<headline-list variant="summary"></headline-list>');
    list.feed = [{ kind: 'article', headline: 'A', body: { kind: 'html', html: '<p>One &amp; two.</p><p>Three.</p>' } }, { kind: 'article', headline: 'B' }];
    await list.updateComplete;
    assert.deepEqual(part(list, 'description'), ['One & two.', '']);
  });

  it('leaves out a story with nothing to read', async () => {
    const list = await withFeed();
    const [first] = list.feed?.items ?? [];
    list.feed = [first ?? {}, { kind: 'article', id: 'made-up' }];
    await list.updateComplete;
    assert.deepEqual(headlines(list), [titles[0]]);
  });

  it('gives a thumbnail that could not be loaded, or has no size or an absurd one, no more room', async () => {
    const picture = (url: string, size = {}) => ({ kind: 'image', renditions: [{ url, ...size }] });
    const item = (image: object) => ({ kind: 'article', headline: 'Short', image });
    const good = location.origin + '/demo/images/icon.svg';
    const list = await mount<HeadlineList>('<headline-list variant="thumbnail"></headline-list>');
    list.feed = [picture(good), picture(location.origin + '/demo/images/none.svg'), picture(good, { width: 1, height: 1e9 })].map(item);
    await list.updateComplete;
    await until(() => all(list, 'img').every((image) => (image as HTMLImageElement).complete));
    const heights = all(list, 'img').map((image) => image.getBoundingClientRect().height);
    assert.lengthOf(heights, 3);
    for (const height of heights) assert.closeTo(height, heights[0] ?? 0, 1);
  });

  it('shows nothing withheld, expired or under embargo', async () => {
    const list = await withFeed();
    const [first, ...others] = list.feed?.items ?? [];
    assert.isDefined(first);
    list.feed = [
      { ...first, id: 'a', status: 'withheld' },
      { ...first, id: 'b', expires: { iso: '2020-01-01', precision: 'day' } },
      { ...first, id: 'c', embargoedUntil: { iso: '2999-01-01T00:00:00Z', precision: 'instant' } },
      ...others,
    ];
    await list.updateComplete;
    assert.deepEqual(headlines(list), titles.slice(1));
  });
});

describe('headline-list: news-select', () => {
  it('carries the article, bubbles, and keeps the browser where it is when cancelled', async () => {
    const list = await withFeed();
    const selected = oneEvent<NewsSelectEvent>(document, 'news-select');
    document.addEventListener('news-select', (event) => { event.preventDefault(); }, { once: true });
    const click = new MouseEvent('click', { bubbles: true, cancelable: true, composed: true });
    all(list, "[part='headline']")[1]?.dispatchEvent(click);
    assert.equal((await selected).article.headline, titles[1]);
    assert.isTrue(click.defaultPrevented);
  });

  it('is not told of a click that opens a new tab', async () => {
    const list = await withFeed();
    let selected = false;
    list.addEventListener('news-select', () => { selected = true; });
    const click = new MouseEvent('click', { bubbles: true, cancelable: true, composed: true, ctrlKey: true });
    window.addEventListener('click', (event) => { event.preventDefault(); }, { once: true });
    all(list, 'a')[0]?.dispatchEvent(click);
    assert.isFalse(selected);
  });

  it('follows the link when nobody objects', async () => {
    const list = await withFeed();
    const click = new MouseEvent('click', { bubbles: true, cancelable: true, composed: true });
    let prevented: boolean | undefined;
    // The last to hear of it, before the browser would leave the page.
    window.addEventListener('click', (event) => { prevented = event.defaultPrevented; event.preventDefault(); }, { once: true });
    all(list, 'a')[0]?.dispatchEvent(click);
    assert.isFalse(prevented);
  });
});

describe('headline-list: states', () => {
  it('shows nothing, and no error, without data', async () => {
    const list = await mount('<headline-list></headline-list>');
    assert.equal(list.getBoundingClientRect().height, 0);
    assert.deepEqual(['loading', 'error', 'empty', 'stale'].filter((state) => list.matches(`:state(${state})`)), []);
  });

  it('shows its children without data', async () => {
    const list = await mount('<headline-list><p>Read the <a href="/news">news page</a>.</p></headline-list>');
    assert.isAbove(list.querySelector('p')?.getBoundingClientRect().height ?? 0, 0);
    await axe(list);
  });

  it('reserves its rows while loading, and says so', async () => {
    const list = await mount(html`<headline-list limit="4" src=${feedUrl(jsonFeed, 'stall=1')}>fallback</headline-list>`);
    await until(() => list.matches(':state(loading)'));
    assert.lengthOf(all(list, '.waiting > *'), 4);
    const gaps = all(list, '.waiting > *').map((row) => row.getBoundingClientRect().bottom - (row.lastElementChild?.getBoundingClientRect().bottom ?? 0));
    for (const gap of gaps) assert.closeTo(gap, gaps[0] ?? 0, 1.5, 'a rhythm');
    assert.equal(part(list, 'status')[0], 'Loading…');
    assert.equal(root(list).querySelector('[aria-busy]')?.getAttribute('aria-busy'), 'true');
    await axe(list);
  });

  for (const variant of ['plain', 'summary', 'thumbnail', 'numbered']) {
    it(`does not move what stands below when data comes: ${variant}`, async () => {
      const { url, release } = heldFeed(jsonFeed);
      const box = await mount(
        `<div><headline-list variant="${variant}" limit="3" src="${url.replaceAll('"', '&quot;')}"></headline-list><p>below</p></div>`,
      );
      const list = box.querySelector('headline-list') as HeadlineList;
      const below = box.querySelector('p') as HTMLElement;
      await until(() => list.matches(':state(loading)'));
      const before = below.getBoundingClientRect().top;
      await release();
      await showsAll(list);
      assert.equal(below.getBoundingClientRect().top, before);
    });
  }

  it('leaves no hole where fewer rows come than were reserved', async () => {
    const list = await mount(html`<headline-list limit="100" src=${feedUrl(jsonFeed)}></headline-list>`);
    await showsAll(list);
    assert.isBelow(list.getBoundingClientRect().height, 500);
  });

  it('breaks a headline that has no place to break', async () => {
    const list = await mount<HeadlineList>('<headline-list></headline-list>');
    list.feed = { version: 'https://jsonfeed.org/version/1.1', items: [{ id: '1', title: 'x'.repeat(10_000) }] };
    for (const variant of ['plain', 'summary', 'thumbnail', 'numbered'] as const) {
      list.variant = variant;
      await list.updateComplete;
      assert.isAtMost(list.scrollWidth, list.clientWidth, variant);
    }
  });

  it('says in the language of the page that there is no news', async () => {
    const list = await mount<HeadlineList>('<headline-list lang="de"></headline-list>');
    list.feed = { version: 'https://jsonfeed.org/version/1.1', items: [] };
    await list.updateComplete;
    await until(() => part(list, 'status')[0] === 'Zurzeit keine Nachrichten.');
    assert.isTrue(list.matches(':state(empty)'));
    await axe(list);
  });

  it('takes a list without articles for no news, not for an error', async () => {
    const list = await mount<HeadlineList>('<headline-list lang="en"></headline-list>');
    list.feed = [];
    await list.updateComplete;
    assert.deepEqual(part(list, 'status'), ['No news right now.']);
    assert.isTrue(list.matches(':state(empty)'));
  });

  const failures: [name: string, attributes: Record<string, string>, message: RegExp][] = [
    ['wrong JSON in the attribute', { feed: '{"a":' }, /not JSON.*\{"a":/],
    ['an object that became text', { feed: '[object Object]' }, /not JSON/],
    ['an unknown shape', { feed: '{"weather":"fine"}' }, /weather/],
    ['HTTP 404', { src: '/__feed/x.json?status=404' }, /404/],
    ['HTTP 500', { src: '/__feed/x.json?status=500' }, /500/],
    ['an HTML page', { src: '/__feed/x.json?html=1' }, /not JSON.*<!doctype html>/],
    ['an empty answer', { src: '/__feed/x.json?empty=1' }, /empty/],
    ['a truncated answer', { src: '/__feed/x.json?truncated=1' }, /x\.json/],
    ['a redirect in a circle', { src: '/__feed/x.json?redirect=loop' }, /x\.json/],
    ['20 MB', { src: `/__feed/x.json?size=${String(20 * 1024 * 1024)}` }, /longer than 10 MB/],
    ['no server', { src: 'https://nowhere.invalid/feed.json' }, /nowhere\.invalid/],
    ['no URL', { src: 'http://' }, /http:/],
  ];
  for (const [name, attributes, message] of failures) {
    it(`shows a sentence and the fallback, and tells why, on ${name}`, async () => {
      const list = document.createElement('headline-list');
      list.lang = 'en';
      list.innerHTML = '<a href="/news">The news page</a>';
      for (const [attribute, value] of Object.entries(attributes)) list.setAttribute(attribute, value);
      const failed = oneEvent<NewsErrorEvent>(list, 'news-error');
      await mount(list);
      assert.match((await failed).error.message, message);
      await list.updateComplete;
      assert.deepEqual(part(list, 'status'), ['The news could not be loaded.']);
      assert.isTrue(list.matches(':state(error)'));
      assert.isAbove(list.querySelector('a')?.getBoundingClientRect().height ?? 0, 0);
      await axe(list);
    });
  }

  it('keeps what it shows, and tells it, when data that it was given is broken later', async () => {
    const list = await mount<HeadlineList>('<headline-list></headline-list>');
    const keywords = [{ name: 'Harbour' }];
    const article = { kind: 'article', id: '1', status: 'usable', headline: 'Good', keywords } as Record<string, unknown>;
    for (const name of ['author', 'media', 'articleSection', 'contentLocation', 'correction', 'liveBlogUpdate', 'related']) article[name] = [];
    list.feed = { items: [article] };
    await list.updateComplete;
    assert.deepEqual(headlines(list), ['Good']);
    article['keywords'] = null;
    const failed = oneEvent<NewsErrorEvent>(list, 'news-error');
    list.requestUpdate();
    await list.updateComplete;
    assert.instanceOf((await failed).error, Error);
    assert.isTrue(list.matches(':state(error)'));
    assert.deepEqual(headlines(list), ['Good']);
    list.feed = jsonFeed;
    await list.updateComplete;
    assert.deepEqual(headlines(list), titles);
    assert.isFalse(list.matches(':state(error)'));
  });

  it('shows its fallback when what it was given throws', async () => {
    const list = await mount<HeadlineList>('<headline-list lang="en"><p>fallback</p></headline-list>');
    const hostile = new Proxy({}, { getOwnPropertyDescriptor: () => { throw Object.create(null); } });
    const failed = oneEvent<NewsErrorEvent>(list, 'news-error');
    list.feed = hostile;
    await failed;
    await list.updateComplete;
    assert.deepEqual(part(list, 'status'), ['The news could not be loaded.']);
    assert.isAbove(list.querySelector('p')?.getBoundingClientRect().height ?? 0, 0);
  });

  it('keeps no room for rows of an earlier request', async () => {
    const list = await mount<HeadlineList>(html`<headline-list limit="3" src=${feedUrl(jsonFeed)}></headline-list>`);
    await showsAll(list);
    list.variant = 'thumbnail';
    await list.updateComplete;
    list.variant = 'plain';
    list.limit = 1;
    await list.updateComplete;
    const height = list.getBoundingClientRect().height;
    const other = await mount<HeadlineList>(html`<headline-list limit="1" .feed=${jsonFeed}></headline-list>`);
    assert.closeTo(height, other.getBoundingClientRect().height, 0.1);
  });

  it('keeps what it shows when the next data is bad', async () => {
    const list = await withFeed('lang="en"');
    const failed = oneEvent(list, 'news-error');
    list.feed = { weather: 'fine' };
    await failed;
    await list.updateComplete;
    assert.deepEqual(headlines(list), titles);
    assert.isTrue(list.matches(':state(stale)'));
    assert.deepEqual(part(list, 'status'), ['This could not be updated.']);
    await axe(list);
  });
});
