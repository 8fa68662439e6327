import FakeTimers, { type Clock } from '@sinonjs/fake-timers';
import { assert } from 'chai';
import { html } from 'lit';
import { NewsLive } from '../../src/elements/news-live/news-live.js';
import '../../src/elements/news-live/define.js';
import type { NewsUpdateEvent } from '../../src/events.js';
import type { NewsDate } from '../../src/model.js';
import { axe, mount, oneEvent, until } from '../support/helpers.js';
import { feedUrl } from '../support/samples.js';

const root = (element: Element) => element.shadowRoot ?? assert.fail('no shadow root');
const all = (element: Element, selector: string) => [...root(element).querySelectorAll<HTMLElement>(selector)];
const text = (element: Element, selector: string) => all(element, selector).map(({ innerText }) => innerText.trim());
const bodies = (blog: Element) => text(blog, "[part='update'] [part='body']");
const updates = (blog: Element) => all(blog, "[part='update']");
const button = (blog: Element) => root(blog).querySelector<HTMLButtonElement>("[part='button']");

const at = (hour: number): NewsDate => ({ iso: `2025-07-31T${String(hour).padStart(2, '0')}:00:00Z`, precision: 'instant' });
/** Made at an hour, from which it has its name. */
const update = (hour: number, more = {}) => ({
  id: `u${String(hour)}`,
  url: `https://gazette.example/live#u${String(hour)}`,
  body: { kind: 'text', text: `It is ${String(hour)}.` },
  author: [{ name: 'Ada Quill' }],
  datePublished: at(hour),
  ...more,
});
const liveBlog = (hours: readonly number[], more = {}) => ({
  kind: 'liveBlog',
  id: 'storm',
  headline: 'The night of the storm',
  liveBlogUpdate: hours.map((hour) => update(hour)),
  ...more,
});

async function withBlog(article: object, attributes = 'lang="en"'): Promise<NewsLive> {
  const blog = await mount<NewsLive>(`<news-live ${attributes}></news-live>`);
  blog.article = article;
  await blog.updateComplete;
  return blog;
}

describe('news-live: data in', () => {
  const article = liveBlog([12, 11, 10]);
  const json = JSON.stringify(article);
  const jsonld = {
    '@type': 'LiveBlogPosting',
    headline: article.headline,
    liveBlogUpdate: [12, 11, 10].map((hour) => ({ '@type': 'BlogPosting', '@id': `#${String(hour)}`, articleBody: `It is ${String(hour)}.`, datePublished: at(hour).iso })),
  };
  const guardian = {
    webTitle: article.headline,
    webUrl: 'https://www.theguardian.com/live',
    type: 'liveblog',
    blocks: { body: [12, 11, 10].map((hour) => ({ id: `b${String(hour)}`, bodyHtml: `<p>It is ${String(hour)}.</p>`, firstPublishedDate: at(hour).iso })) },
  };
  const routes: Record<string, () => Promise<Element>> = {
    'a property': () => withBlog(article),
    'a LiveBlogPosting': () => withBlog(jsonld),
    'the blocks of the Guardian': () => withBlog(guardian),
    'a property set before upgrade': async () => {
      const blog = document.createElement('live-before-upgrade');
      Object.assign(blog, { article });
      await mount(blog);
      NewsLive.define('live-before-upgrade');
      return blog;
    },
    'JSON in the attribute': () => mount(html`<news-live article=${json}></news-live>`),
    'a child script': () => mount(`<news-live><script type="application/json">${json}</script></news-live>`),
    src: () => mount(html`<news-live src=${feedUrl(article)}></news-live>`),
    'a copy of one that has it': async () => {
      const { parentElement, firstElementChild } = await mount(`<div><news-live article='${json}'></news-live></div>`);
      const copy = firstElementChild?.cloneNode(true) as Element;
      firstElementChild?.replaceWith(copy);
      assert.isNotNull(parentElement);
      return copy;
    },
  };
  for (const [name, make] of Object.entries(routes)) {
    it(`shows the same by ${name}`, async () => {
      const blog = await make();
      await until(() => bodies(blog).length === 3, 'three updates');
      assert.deepEqual(bodies(blog), ['It is 12.', 'It is 11.', 'It is 10.']);
      assert.deepEqual(text(blog, 'h2'), [article.headline]);
    });
  }

  it('shows its fallback, and is emptied', async () => {
    const blog = await withBlog(article);
    blog.article = undefined;
    await blog.updateComplete;
    assert.isEmpty(updates(blog));
    assert.isNotNull(root(blog).querySelector('slot:not([name])'));
  });

  for (const [count, name] of [[0, 'without updates'], [1, 'with one update'], [500, 'with 500 updates']] as const) {
    it(`shows a live blog ${name}`, async () => {
      const hours = Array.from({ length: count }, (_, index) => index);
      const blog = await withBlog({ ...liveBlog([]), liveBlogUpdate: hours.map((index) => ({ ...update(1), id: String(index) })) });
      assert.lengthOf(updates(blog), count);
      assert.deepEqual(text(blog, 'h2'), [article.headline]);
    });
  }
});

describe('news-live: what it shows', () => {
  it('has the newest first, or the oldest, and what is pinned above both', async () => {
    const blog = await withBlog({ ...liveBlog([]), liveBlogUpdate: [update(11), update(12), update(10, { pinned: true })] });
    assert.deepEqual(bodies(blog), ['It is 10.', 'It is 12.', 'It is 11.']);
    assert.match(text(blog, "[part='update'] .meta")[0] ?? '', /^Pinned/);
    blog.order = 'oldest';
    await blog.updateComplete;
    assert.deepEqual(bodies(blog), ['It is 10.', 'It is 11.', 'It is 12.']);
  });

  it('keeps the order it was given where a date is missing', async () => {
    const blog = await withBlog({ ...liveBlog([]), liveBlogUpdate: [update(11), update(12, { datePublished: undefined }), update(13)] });
    assert.deepEqual(bodies(blog), ['It is 11.', 'It is 12.', 'It is 13.']);
  });

  const soon: NewsDate = { iso: new Date(Date.now() + 3_600_000).toISOString(), precision: 'instant' };
  const endings: [about: string, facts: object, label: string[]][] = [
    ['is going on', { liveBloggingNow: true }, ['Live']],
    ['is over', { liveBloggingNow: false }, ['Ended']],
    ['has ended', { coverageEndTime: at(12) }, ['Ended']],
    ['ends soon', { coverageEndTime: soon }, ['Live']],
    ['says nothing of it', {}, []],
  ];
  for (const [about, facts, label] of endings) {
    it(`says how it stands with one that ${about}`, async () => {
      assert.deepEqual(text(await withBlog(liveBlog([12], facts)), "[part='label']"), label);
    });
  }

  it('links each update to where it stands alone', async () => {
    const blog = await withBlog(liveBlog([12, 11]));
    const links = all(blog, "[part='update'] a[part='link']") as HTMLAnchorElement[];
    assert.deepEqual(links.map(({ href }) => href), ['https://gazette.example/live#u12', 'https://gazette.example/live#u11']);
    for (const link of links) assert.isAtLeast(link.getBoundingClientRect().height, 24);
  });

  it('jumps to a key event, and takes focus along', async () => {
    const events = { ...liveBlog([]), liveBlogUpdate: [update(12), ...Array.from({ length: 30 }, (_, index) => update(11, { id: String(index) })), update(10, { keyEvent: true, headline: 'It begins' })] };
    const blog = await withBlog(events);
    const jump = root(blog).querySelector<HTMLButtonElement>("[part='key-events'] button") ?? assert.fail('no key event');
    assert.equal(jump.innerText, 'It begins');
    assert.isAtLeast(jump.getBoundingClientRect().height, 24);
    jump.click();
    const begin = updates(blog).at(-1) ?? assert.fail('no update');
    assert.equal(root(blog).activeElement, begin);
    assert.isBelow(begin.getBoundingClientRect().top, window.innerHeight);
    window.scrollTo(0, 0);
  });

  const looks: Record<string, string> = { 'light': '', 'dark': 'style="color-scheme: dark; background: #111; color: #eee"', 'right to left': 'dir="rtl" lang="ar"', 'at 320 px': 'style="inline-size: 320px"' };
  for (const [name, attributes] of Object.entries(looks)) {
    it(`is accessible, ${name}`, async () => {
      const box = await mount(`<div ${attributes}><news-live></news-live></div>`);
      const blog = box.firstElementChild as NewsLive;
      blog.article = { ...liveBlog([], { liveBloggingNow: true }), liveBlogUpdate: [update(12, { keyEvent: true, headline: 'The bridge is closed' }), update(11, { pinned: true })] };
      await blog.updateComplete;
      await until(() => (name === 'right to left' ? text(blog, "[part='label']")[0] === 'مباشر' : true), 'its language');
      await axe(box);
      assert.isAtMost(box.scrollWidth, box.clientWidth);
    });
  }
});

describe('news-live: states', () => {
  const states: [name: string, attributes: string, state: string, words: string][] = [
    ['loading', 'src="/__feed/x.json?stall=1"', 'loading', 'Loading…'],
    ['empty', `article='${JSON.stringify(liveBlog([12], { expires: at(1) }))}'`, 'empty', 'This story is not available.'],
    ['error', 'src="/__feed/x.json?status=500"', 'error', 'The news could not be loaded.'],
  ];
  for (const [name, attributes, state, words] of states) {
    it(`tells that it is ${name}`, async () => {
      const blog = await mount<NewsLive>(`<news-live lang="en" ${attributes}></news-live>`);
      await until(() => blog.matches(`:state(${state})`), state);
      assert.equal(root(blog).querySelector('[role=status]')?.textContent, words);
      await axe(blog);
    });
  }
});

describe('news-live: what is new', () => {
  const minute = 60_000;
  let clock: Clock;
  let blogs = 0;
  beforeEach(() => {
    document.body.style.setProperty('padding-block-end', '2000px');
    clock = FakeTimers.install({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date'], now: Date.now() });
  });
  afterEach(() => {
    clock.uninstall();
    window.scrollTo(0, 0);
    document.body.style.removeProperty('padding-block-end');
  });

  // Small, as they go into an address.
  const many = Array.from({ length: 16 }, (_, index) => ({ id: String(index), author: [], datePublished: at(10), body: { kind: 'text', text: `Old ${String(index)}.` } }));
  const older = { ...liveBlog([]), liveBlogUpdate: [update(11), ...many] };

  async function refreshing(...answers: readonly object[]): Promise<NewsLive> {
    const blog = await mount<NewsLive>('<news-live lang="en" refresh="60"></news-live>');
    const id = `news-live-${String(++blogs)}-${String(Math.random())}`;
    blog.src = `/__feed/live.json?id=${id}&${answers.map((answer) => `body=${encodeURIComponent(JSON.stringify(answer))}`).join('&')}`;
    await until(() => updates(blog).length > 0, 'the first updates');
    return blog;
  }

  async function refresh(): Promise<void> {
    for (let frame = 0; frame < 3; frame += 1) await new Promise(requestAnimationFrame);
    await clock.tickAsync(minute);
  }

  it('waits behind a button while the reader is below the top, and moves nothing', async () => {
    const blog = await refreshing(older, { ...older, liveBlogUpdate: [update(13), update(12), ...older.liveBlogUpdate] });
    const read = updates(blog)[12] ?? assert.fail('no update');
    read.scrollIntoView();
    const { top } = read.getBoundingClientRect();
    const told = oneEvent<NewsUpdateEvent>(document, 'news-update');
    await refresh();
    assert.deepEqual((await told).articles.map(({ id }) => id), ['storm']);
    await until(() => button(blog));
    assert.equal(button(blog)?.innerText, '2 new updates');
    assert.equal(root(blog).querySelector('[role=status]')?.textContent, '2 new updates');
    assert.lengthOf(updates(blog), 17);
    assert.closeTo(read.getBoundingClientRect().top, top, 1);

    button(blog)?.click();
    await until(() => updates(blog).length === 19, 'the new ones');
    await until(() => root(blog).activeElement === updates(blog)[0], 'focus');
    assert.isNull(button(blog));
    assert.equal(bodies(blog)[0], 'It is 13.');
    // axe has timers of its own.
    clock.uninstall();
    await axe(blog);
  });

  it('is shown at once while the top is in view', async () => {
    const blog = await refreshing(liveBlog([11]), liveBlog([12, 11]));
    await refresh();
    await until(() => updates(blog).length === 2, 'the new one');
    assert.isNull(button(blog));
  });

  it('changes and takes back in place, and leaves alone what is as it was', async () => {
    const edited = { ...older, liveBlogUpdate: [update(11, { body: { kind: 'text', text: 'Corrected.' } }), ...many.slice(0, 3), ...many.slice(4)] };
    const blog = await refreshing(older, edited);
    const kept = updates(blog)[10] ?? assert.fail('no update');
    const words = kept.querySelector('p:not(.meta)');
    kept.scrollIntoView();
    const { top } = kept.getBoundingClientRect();
    await refresh();
    await until(() => bodies(blog)[0] === 'Corrected.', 'the correction');
    assert.lengthOf(updates(blog), 16);
    assert.equal(updates(blog)[9], kept);
    assert.equal(kept.querySelector('p:not(.meta)'), words);
    assert.closeTo(kept.getBoundingClientRect().top, top, 1);
  });

  it('keeps what it has when a refresh fails', async () => {
    const blog = await refreshing(liveBlog([11]), { nothing: 'known' });
    await refresh();
    await until(() => blog.matches(':state(stale)'), 'stale');
    assert.deepEqual(bodies(blog), ['It is 11.']);
    assert.equal(root(blog).querySelector('[role=status]')?.textContent, 'This could not be updated.');
  });
});
