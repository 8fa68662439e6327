import { assert } from 'chai';
import { html } from 'lit';
import { NewsArticle } from '../../src/elements/news-article/news-article.js';
import '../../src/elements/news-article/define.js';
import type { NewsErrorEvent } from '../../src/events.js';
import { axe, mount, oneEvent, until } from '../support/helpers.js';
import { feedUrl, newsArticle } from '../support/samples.js';

const root = (story: Element) => story.shadowRoot ?? assert.fail('no shadow root');
const all = (story: Element, selector: string) => [...root(story).querySelectorAll<HTMLElement>(selector)];
const text = (story: Element, selector: string) => all(story, selector).map((element) => element.innerText.trim());
const link = (story: Element, selector: string) => root(story).querySelector<HTMLAnchorElement>(selector)?.href;

async function withStory(article: object, attributes = 'lang="en"'): Promise<NewsArticle> {
  const story = await mount<NewsArticle>(`<news-article ${attributes}></news-article>`);
  story.article = article;
  await story.updateComplete;
  return story;
}

describe('news-article: data in', () => {
  const json = JSON.stringify(newsArticle);
  const routes: Record<string, () => Promise<Element>> = {
    'a property': () => withStory(newsArticle),
    'a property set before upgrade': async () => {
      const story = document.createElement('story-before-upgrade');
      Object.assign(story, { article: newsArticle });
      await mount(story);
      NewsArticle.define('story-before-upgrade');
      return story;
    },
    'JSON in the attribute': () => mount(html`<news-article article=${json}></news-article>`),
    'a child script': () => mount(`<news-article><script type="application/ld+json">${json}</script></news-article>`),
    src: () => mount(html`<news-article src=${feedUrl(newsArticle)}></news-article>`),
  };
  for (const [name, make] of Object.entries(routes)) {
    it(`shows the same by ${name}`, async () => {
      const story = await make();
      await until(() => all(story, "[part='body'] p").length === 3, 'three paragraphs');
      assert.deepEqual(text(story, 'h2'), [newsArticle.headline]);
      assert.equal(text(story, "[part='body'] p")[1], 'It was full.');
    });
  }
});

describe('news-article: what it shows', () => {
  it('shows all that a story has', async () => {
    const story = await withStory(newsArticle);
    assert.deepEqual(text(story, "[part='kicker']"), ['Transport']);
    assert.deepEqual(text(story, "[part='description']"), [newsArticle.description]);
    assert.deepEqual(text(story, "[part='byline']"), ['Ada Quill and Ben Post']);
    assert.equal(link(story, "[part='byline'] a"), 'https://gazette.example/ada');
    assert.deepEqual(
      all(story, 'header time').map((time) => time.getAttribute('datetime')),
      ['2025-07-28T10:00:00Z', '2025-07-29T10:00:00Z'],
    );
    assert.match(text(story, '.meta')[0] ?? '', /July 28, 2025.*Updated.*July 29, 2025/s);
    assert.deepEqual(text(story, "[part='caption']"), ['The ferry at its berth.']);
    assert.deepEqual(text(story, "[part='credit']"), ['Drawing: Cleo Ink']);
    assert.deepEqual(text(story, "[part='topics'] li"), ['Ferries', 'Ports']);
    assert.match(text(story, "[part='correction']")[0] ?? '', /^Correction .*July 29, 2025.*wrong berth/);
    assert.match(text(story, "[part='rights']")[0] ?? '', /© 2025 Harbour Gazette/);
    assert.deepEqual(text(story, "[part='source']"), ['Read the original at Harbour Gazette']);
    assert.equal(link(story, "[part='source'] a"), 'https://gazette.example/ferry');
    await axe(story);
  });

  const sizes: [width: number, height: number, ratio: number][] = [[-5, 3, 1.5], [Infinity, 3, 1.5], [NaN, 3, 1.5], [0, 0, 1.5], [30, 10, 3]];
  for (const [width, height, ratio] of sizes) {
    it(`keeps room for a picture said to be ${String(width)} by ${String(height)}`, async () => {
      const { article } = await withStory(newsArticle);
      assert.isDefined(article);
      const image = { kind: 'image', renditions: [{ url: 'https://gazette.example/a.svg', width, height }] } as const;
      const box = all(await withStory({ ...article, image }), 'img')[0]?.getBoundingClientRect() ?? assert.fail('no picture');
      assert.closeTo(box.width / box.height, ratio, 0.01);
    });
  }

  it('knows the size of its picture before it loads', async () => {
    const story = await withStory(newsArticle);
    const box = all(story, 'img')[0]?.getBoundingClientRect() ?? assert.fail('no picture');
    assert.closeTo(box.width / box.height, 16 / 9, 0.01);
    const unsized = await withStory({ ...newsArticle, image: 'https://gazette.example/other.svg' });
    const other = all(unsized, 'img')[0]?.getBoundingClientRect() ?? assert.fail('no picture');
    assert.closeTo(other.width / other.height, 3 / 2, 0.01);
  });

  it('keeps a readable measure, which is a token, at any width', async () => {
    const box = await mount('<div><news-article></news-article></div>');
    const story = box.querySelector('news-article') ?? assert.fail('no story');
    story.article = newsArticle;
    await story.updateComplete;
    const width = () => all(story, 'article')[0]?.getBoundingClientRect().width;
    for (const [outer, inner] of [[280, 280], [1400, 640]]) {
      box.style.width = `${String(outer)}px`;
      assert.equal(width(), inner);
      assert.isAtMost(story.scrollWidth, outer ?? 0);
    }
    story.style.setProperty('--news-measure', '50em');
    assert.equal(width(), 800);
  });

  for (const level of [1, 2, 3, 4, 5, 6]) {
    it(`has its headline at level ${String(level)} when asked`, async () => {
      assert.deepEqual(text(await withStory(newsArticle, `heading-level="${String(level)}"`), `h${String(level)}`), [newsArticle.headline]);
    });
  }

  it('sanitises an HTML body, and gives it good manners', async () => {
    const articleBody = `<h1>Timetable</h1><p onclick="alert(1)">Boats <a href="/today" style="color:red">today</a></p>
      <script>globalThis.pwned = 1</script><img src="boat.png" onerror="globalThis.pwned = 1" width="40" height="30">
      <table><caption>Crossings</caption><tr><th>From<td>To</table><iframe src="https://video.example/1"></iframe>
      <ul><li>One<li>Two</ul><blockquote><p>All aboard</p></blockquote><pre><code>sail()</code></pre>`;
    const story = await withStory({ ...newsArticle, articleBody });
    const body = await until(() => root(story).querySelector("[part='body']"), 'a body');
    assert.isNull(body.querySelector('script, iframe, h1, [style], [onclick], [onerror]'));
    assert.notProperty(globalThis, 'pwned');
    assert.equal(body.querySelector('h2')?.textContent, 'Timetable');
    assert.equal(link(story, "[part='body'] p a"), 'https://gazette.example/today');
    assert.equal(body.querySelector('a')?.rel, 'noopener noreferrer');
    assert.equal(body.querySelector('img')?.src, 'https://gazette.example/boat.png');
    assert.equal(body.querySelector('img')?.loading, 'lazy');
    assert.equal(link(story, "[part='body'] a[href*='video']"), 'https://video.example/1');
    assert.equal(body.querySelector('[role=region]')?.getAttribute('aria-label'), 'Crossings');
    await axe(story);
  });

  it('shows embeds as links, and loads the frames of hosts that are listed when asked to', async () => {
    const articleBody = '<p>One</p><iframe src="https://player.example/1" title="A film"></iframe><blockquote class="twitter-tweet"><p>Hello</p><a href="https://posts.example/1">May 1</a></blockquote>';
    const story = await withStory({ ...newsArticle, articleBody });
    await until(() => all(story, "[part='embed']").length === 2, 'two cards');
    const [card, post] = text(story, "[part='embed']");
    assert.match(card ?? '', /^A film\s+player\.example$/);
    assert.match(post ?? '', /^Hello\s+May 1\s+posts\.example$/);
    assert.lengthOf(all(story, 'button'), 0);
    await axe(story);
    story.embeds = 'www.player.example';
    story.lang = 'de';
    await until(() => text(story, 'button')[0] === 'Inhalt von player.example laden', 'the button in German');
    await axe(story);
    all(story, 'button')[0]?.click();
    const frame = root(story).querySelector('iframe') ?? assert.fail('no frame');
    assert.strictEqual(root(story).activeElement, frame);
    const { width, height } = frame.getBoundingClientRect();
    assert.closeTo(width / height, 16 / 9, 0.02);
    story.embeds = '';
    await story.updateComplete;
    assert.isNull(root(story).querySelector('iframe'));
  });

  it('lets a wide table scroll inside itself', async () => {
    const cells = Array.from({ length: 30 }, (_, index) => `<td>Column${String(index)}`).join('');
    const story = await withStory({ ...newsArticle, articleBody: `<table><tr>${cells}</table>` });
    const scroller = await until(() => root(story).querySelector('.scroller'), 'a scroller');
    assert.isAbove(scroller.scrollWidth, scroller.clientWidth);
    assert.isAtMost(story.scrollWidth, story.clientWidth);
    await axe(story);
  });

  it('keeps the nodes of its body when something else changes', async () => {
    const story = await withStory({ ...newsArticle, articleBody: '<p>One</p><p>Two</p>' });
    const paragraph = await until(() => root(story).querySelector('.prose p'), 'a paragraph');
    story.headingLevel = 4;
    await story.updateComplete;
    assert.strictEqual(root(story).querySelector('.prose p'), paragraph);
  });

  it('says what a machine made, and what to be warned of', async () => {
    const story = await withStory({
      ...newsArticle,
      digitalSourceType: 'http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia',
    });
    const { article } = story;
    assert.isDefined(article);
    story.article = { ...article, digitalSourceType: 'trainedAlgorithmicMedia', contentWarning: 'Rough seas.' };
    await story.updateComplete;
    assert.deepEqual(text(story, "[part='label']"), ['Made with AI']);
    assert.deepEqual(text(story, "[part='warning']"), ['Rough seas.']);
  });

  it('reads right to left when its language does, on any page', async () => {
    const story = await withStory({ ...newsArticle, inLanguage: 'ar', headline: 'عودة العبّارة الليلية' });
    const article = all(story, 'article')[0] ?? assert.fail('no article');
    assert.equal(getComputedStyle(article).direction, 'rtl');
    assert.equal(article.lang, 'ar');
    // The page's own words are on the story's side.
    const meta = all(story, '.meta')[0] ?? assert.fail('no byline');
    const words = new Range();
    words.selectNodeContents(meta);
    const [last] = [...words.getClientRects()].sort((a, b) => b.right - a.right);
    assert.isAtLeast(last?.right ?? 0, meta.getBoundingClientRect().right - 2);
    await axe(story);
  });
});

describe('news-article: as far as it goes', () => {
  const partial: [name: string, article: object, shown: string][] = [
    ['only a headline', { '@type': 'NewsArticle', headline: 'Just this' }, 'Just this'],
    ['only a body', { '@type': 'NewsArticle', articleBody: 'A line.\nAnother line.' }, 'Another line.'],
    ['null fields', { '@type': 'NewsArticle', headline: 'Nulls', author: null, image: null, datePublished: null, articleBody: null }, 'Nulls'],
    ['a date that is none', { '@type': 'NewsArticle', headline: 'When', datePublished: 'soon' }, 'When'],
    ['a link that is none', { '@type': 'NewsArticle', headline: 'Where', url: 'javascript:alert(1)' }, 'Where'],
    ['a 2 MB body', { '@type': 'NewsArticle', articleBody: `${'word '.repeat(400_000)}\n\nThe end.` }, 'The end.'],
  ];
  for (const [name, article, shown] of partial) {
    it(`shows a story with ${name}`, async () => {
      const story = await withStory(article);
      assert.include(root(story).textContent, shown);
      assert.isFalse(story.matches(':state(error)'));
    });
  }

  it('tells what it dropped', async () => {
    const story = await mount<NewsArticle>('<news-article></news-article>');
    const loaded = oneEvent<HTMLElementEventMap['news-load']>(story, 'news-load');
    story.article = { ...newsArticle, datePublished: 'soon' };
    assert.deepInclude((await loaded).issues.map(({ path }) => path), '$.datePublished');
  });
});

describe('news-article: URLs', () => {
  it('lets none through that is not of the web, from any field of the model', async () => {
    const bad = 'javascript:alert(1)';
    const person = { name: 'Ada', url: bad };
    const media = { kind: 'image', renditions: [{ url: bad, width: 3, height: 2 }] } as const;
    const { article } = await withStory(newsArticle);
    assert.isDefined(article);
    const story = await withStory({
      ...article,
      url: bad,
      author: [person],
      publisher: person,
      image: media,
      media: [media, { ...media, kind: 'video' }, { ...media, kind: 'audio' }],
      keywords: [person],
      rights: { license: bad },
      related: [{ url: bad }],
    });
    assert.deepEqual(all(story, '[href], [src], [srcset]').map(({ outerHTML }) => outerHTML), []);
    assert.include(text(story, '[part="byline"]'), 'Ada');
  });

  it('plays sounds and films, with their credit', async () => {
    const { article } = await withStory(newsArticle);
    assert.isDefined(article);
    const story = await withStory({
      ...article,
      media: [{ kind: 'audio', renditions: [{ url: 'https://gazette.example/horn.mp3', type: 'audio/mpeg' }], caption: 'The horn.', credit: 'Recording: Cleo Ink' }],
    });
    assert.equal(root(story).querySelector('audio source')?.getAttribute('src'), 'https://gazette.example/horn.mp3');
    assert.include(text(story, "[part='credit']"), 'Recording: Cleo Ink');
    await axe(story);
  });
});

describe('news-article: states', () => {
  it('shows its children without data, and nothing without children', async () => {
    const story = await mount('<news-article><p>The story, as text.</p></news-article>');
    assert.isAbove(story.querySelector('p')?.getBoundingClientRect().height ?? 0, 0);
    assert.equal((await mount('<news-article></news-article>')).getBoundingClientRect().height, 0);
  });

  it('shows placeholders while loading', async () => {
    const story = await mount(html`<news-article src=${feedUrl(newsArticle, 'stall=1')}></news-article>`);
    await until(() => story.matches(':state(loading)'));
    assert.isAbove(story.getBoundingClientRect().height, 200);
    await axe(story);
  });

  it('shows a sentence and the fallback on an error', async () => {
    const story = document.createElement('news-article');
    story.lang = 'fr';
    story.textContent = 'fallback';
    story.src = '/__feed/x.json?status=500';
    const failed = oneEvent<NewsErrorEvent>(story, 'news-error');
    await mount(story);
    assert.match((await failed).error.message, /500/);
    await story.updateComplete;
    await until(() => text(story, "[part='status']")[0] === 'Les actualités n’ont pas pu être chargées.');
    await axe(story);
  });

  it('keeps the story when the next one is bad', async () => {
    const story = await withStory(newsArticle);
    story.src = '/__feed/x.json?status=500';
    story.article = undefined;
    await oneEvent(story, 'news-error');
    await story.updateComplete;
    assert.deepEqual(text(story, 'h2'), [newsArticle.headline]);
    assert.isTrue(story.matches(':state(stale)'));
  });

  it('does not show a story that was withdrawn', async () => {
    const story = await withStory(newsArticle);
    const { article } = story;
    assert.isDefined(article);
    story.article = { ...article, status: 'canceled' };
    await story.updateComplete;
    assert.deepEqual(text(story, 'h2'), []);
    assert.deepEqual(text(story, "[part='status']"), ['This story is not available.']);
    assert.isTrue(story.matches(':state(empty)'));
  });

  it('shows its fallback in place of a story with nothing in it', async () => {
    const story = await mount<NewsArticle>('<news-article lang="en"><p>fallback</p></news-article>');
    story.article = { kind: 'article', id: 'made-up' };
    await story.updateComplete;
    assert.isTrue(story.matches(':state(empty)'));
    assert.isAbove(story.querySelector('p')?.getBoundingClientRect().height ?? 0, 0);
  });

  it('shows no picture of a single pixel, and none of an absurd height', async () => {
    const story = await withStory({ ...newsArticle, image: { '@type': 'ImageObject', url: 'https://t.example/p.gif', width: 1, height: 1 } });
    assert.lengthOf(all(story, 'img'), 0);
    story.article = { ...newsArticle, image: { '@type': 'ImageObject', url: 'https://t.example/p.gif', width: 1, height: 1e9 } };
    await story.updateComplete;
    assert.isBelow(root(story).querySelector('img')?.getBoundingClientRect().height ?? Infinity, 2000);
  });

  it('links each author, and leaves out one without a name', async () => {
    const story = await withStory({
      kind: 'article',
      headline: 'Two wrote this',
      author: [{ name: 'Ada', url: 'https://a.example/' }, { name: '' , url: 'https://nobody.example/' }, { name: 'Ben', url: 'https://b.example/' }],
    });
    const links = all(story, "[part='byline'] a") as HTMLAnchorElement[];
    assert.deepEqual(links.map((link) => [link.innerText, link.href]), [['Ada', 'https://a.example/'], ['Ben', 'https://b.example/']]);
  });

  const bylines: [byline: string, shown: string, links: string[]][] = [
    ['By Ben Post and Ada Quill in Oslo', 'By Ben Post and Ada Quill in Oslo', ['https://b.example/', 'https://a.example/']],
    ['With help from the desk', 'Ada Quill and Ben Post\u00a0· With help from the desk', ['https://a.example/', 'https://b.example/']],
  ];
  for (const [byline, shown, links] of bylines) {
    it(`loses no credit: ${byline}`, async () => {
      const author = [{ name: 'Ada Quill', url: 'https://a.example/' }, { name: 'Ben Post', url: 'https://b.example/' }];
      const story = await withStory({ kind: 'article', headline: 'x', author, byline });
      assert.deepEqual(text(story, "[part='byline']"), [shown]);
      assert.deepEqual((all(story, "[part='byline'] a") as HTMLAnchorElement[]).map(({ href }) => href), links);
    });
  }

  it('leaves out a standfirst that only repeats how the body begins', async () => {
    const story = await withStory({ kind: 'article', headline: 'x', description: 'It was a dark, stormy…', body: { kind: 'html', html: '<p>It was a <b>dark</b>, stormy night.</p>' } });
    assert.lengthOf(all(story, "[part='description']"), 0);
    story.article = { kind: 'article', headline: 'x', description: 'Weather', body: { kind: 'text', text: 'It was dark.' } };
    await story.updateComplete;
    assert.deepEqual(text(story, "[part='description']"), ['Weather']);
  });

  it('shows the updates of a live blog, each safe, and what is related', async () => {
    const story = await withStory({
      '@type': 'LiveBlogPosting',
      headline: 'The night of the storm',
      liveBlogUpdate: [
        { '@type': 'BlogPosting', headline: 'Bridge closed', datePublished: '2025-07-28T10:00:00Z', articleBody: '<p>No <b>traffic</b>.</p><script>alert(1)</script>' },
        { '@type': 'BlogPosting', articleBody: 'Rain begins.', author: 'Ada Quill' },
      ],
      citation: [{ '@type': 'NewsArticle', url: 'https://gazette.example/tide', headline: 'The tide' }, 'https://gazette.example/bare'],
    });
    const updates = await until(() => (text(story, "[part='update'] .prose").length === 2 ? all(story, "[part='update']") : undefined), 'both bodies');
    assert.deepEqual(updates.map((update) => update.querySelector('.prose')?.textContent.trim()), ['No traffic.', 'Rain begins.']);
    assert.deepEqual(text(story, 'h3'), ['Bridge closed']);
    assert.equal(updates[0]?.querySelector('time')?.getAttribute('datetime'), '2025-07-28T10:00:00Z');
    assert.deepEqual(text(story, "[part='related'] a"), ['The tide']);
    await axe(story);
  });
});

describe('news-article: light', () => {
  const box = (story: Element) => story.querySelector<HTMLElement>(':scope > .newsleaf-story') ?? assert.fail('no story in the page');
  const shown = (story: Element, selector: string) => [...story.querySelectorAll<HTMLElement>(selector)].map((element) => element.innerText.trim());
  const articleBody = '<h2>Aboard</h2><p>One <em>two</em> <a href="#note">1</a>.</p><ul><li>a</li></ul><blockquote>b</blockquote><table><tr><td>c</td></tr></table><p id="note">A note.</p>';
  const rich = { ...newsArticle, articleBody };
  const complete = (story: Element) => until(() => story.querySelector('.prose em') && !story.shadowRoot?.querySelector('article'), 'the story in the page');

  it('shows the story in the page, once', async () => {
    const head = document.head.innerHTML;
    const story = await withStory(newsArticle, 'light lang="en"');
    assert.deepEqual(shown(story, 'h2'), [newsArticle.headline]);
    assert.deepEqual(shown(story, '.prose p'), ['The first boat left at nine.', 'It was full.', 'The next one leaves tomorrow.']);
    assert.include(document.body.innerText, 'The next one leaves tomorrow.');
    assert.isNull(root(story).querySelector('article'));
    assert.equal(box(story).assignedSlot?.getRootNode(), root(story));
    assert.equal(document.head.innerHTML, head);
    await axe(story);
  });

  it('looks as it does in its shadow root', async () => {
    const looks = ['display', 'margin', 'padding', 'color', 'font', 'letterSpacing', 'textWrap', 'borderInlineStart', 'width', 'height'] as const;
    const look = (tree: ParentNode) =>
      [...tree.querySelectorAll<HTMLElement>('article *')].map((element) => {
        const style = getComputedStyle(element);
        return [element.localName, ...looks.map((name) => style[name])].join('; ');
      });
    const dark = await withStory(rich);
    await until(() => root(dark).querySelector('.prose em'), 'the story');
    const wanted = look(root(dark));
    const light = await withStory(rich, 'light lang="en"');
    await complete(light);
    assert.deepEqual(look(light), wanted);
  });

  it('makes HTML safe, and keeps links within it', async () => {
    const story = await withStory({ ...newsArticle, articleBody: `${articleBody}<img src=x onerror="window.pwned = true"><script>window.pwned = true</script>` }, 'light lang="en"');
    await complete(story);
    assert.isNull(story.querySelector('script, [onerror], [id]'));
    story.querySelector<HTMLElement>('.prose a')?.click();
    assert.equal(document.activeElement?.textContent, 'A note.');
    assert.notEqual(location.hash, '#note');
  });

  it('goes into the page and out of it, and follows its story', async () => {
    const story = await withStory(newsArticle);
    story.light = true;
    await story.updateComplete;
    const headline = story.querySelector('h2');
    assert.equal(headline?.innerText, newsArticle.headline);
    story.article = { ...newsArticle, headline: 'The ferry is late' };
    await story.updateComplete;
    assert.isTrue(story.querySelector('h2') === headline, 'the same heading');
    assert.equal(headline?.innerText, 'The ferry is late');
    story.light = false;
    await story.updateComplete;
    assert.lengthOf(story.children, 0);
    assert.deepEqual(text(story, 'h2'), ['The ferry is late']);
  });

  it('leaves the fallback, and takes away what may not be shown', async () => {
    const story = await mount<NewsArticle>('<news-article light lang="en"><p>By hand.</p></news-article>');
    story.article = newsArticle;
    await story.updateComplete;
    assert.isFalse(story.querySelector<HTMLElement>(':scope > p')?.checkVisibility());
    story.article = { ...newsArticle, '@type': 'NewsArticle', expires: '2020-01-01T00:00:00Z' };
    await story.updateComplete;
    assert.isNull(story.querySelector('.newsleaf-story'));
    story.article = null;
    await story.updateComplete;
    assert.isTrue(story.querySelector<HTMLElement>(':scope > p')?.checkVisibility());
    story.article = newsArticle;
    await story.updateComplete;
    story.article = null;
    await story.updateComplete;
    assert.lengthOf(story.children, 1);
  });

  it('comes back where the page has emptied the element', async () => {
    const story = await withStory(newsArticle, 'light lang="en"');
    story.replaceChildren();
    await until(() => story.querySelector('h2'), 'the story again');
  });

  it('leaves a page that takes it away at once as it wants to be', async () => {
    const place = await mount('<div></div>');
    const watcher = new MutationObserver(() => { for (const box of place.querySelectorAll('news-article > div')) box.remove(); });
    watcher.observe(place, { childList: true, subtree: true });
    const story = document.createElement('news-article');
    Object.assign(story, { light: true, article: newsArticle });
    place.append(story);
    for (let frame = 0; frame < 15; frame += 1) await new Promise(requestAnimationFrame);
    watcher.disconnect();
    assert.lengthOf(story.children, 0);
  });

  const changes: Record<string, (box: HTMLElement) => void> = {
    'its class': (box) => { box.className = ''; },
    'its slot': (box) => { box.removeAttribute('slot'); },
    'all that is in it': (box) => { box.innerHTML = ''; },
    'the comments in it': (box) => {
      const comments = document.createTreeWalker(box, NodeFilter.SHOW_COMMENT);
      const found: Node[] = [];
      while (comments.nextNode()) found.push(comments.currentNode);
      for (const comment of found) comment.parentNode?.removeChild(comment);
    },
    'its words, as translators do': (box) => {
      for (const headline of box.querySelectorAll('h2')) headline.innerHTML = `<font>${headline.textContent}</font>`;
    },
    'its body': (box) => box.querySelector('[part="body"]')?.remove(),
  };
  for (const [what, change] of Object.entries(changes)) {
    it(`shows the next story, once, where a page has changed ${what}`, async () => {
      const story = await withStory(newsArticle, 'light lang="en"');
      change(box(story));
      story.article = { ...newsArticle, headline: 'The ferry is late', articleBody: 'It left at ten.' };
      await story.updateComplete;
      assert.deepEqual(shown(story, 'h2'), ['The ferry is late']);
      assert.deepEqual(shown(story, '.prose p'), ['It left at ten.']);
      assert.isTrue(story.querySelector('h2')?.checkVisibility());
      story.article = { ...newsArticle, '@type': 'NewsArticle', expires: '2020-01-01T00:00:00Z' };
      await story.updateComplete;
      assert.lengthOf(story.children, 0);
    });
  }

  it('is one story in a clone', async () => {
    const story = await mount<NewsArticle>(html`<news-article light lang="en" article=${JSON.stringify(newsArticle)}></news-article>`);
    await story.updateComplete;
    const clone = await mount<NewsArticle>(story.cloneNode(true) as Element);
    await clone.updateComplete;
    assert.lengthOf(clone.querySelectorAll('h2'), 1);
    clone.article = { ...newsArticle, headline: 'The ferry is late' };
    await clone.updateComplete;
    assert.deepEqual(shown(clone, 'h2'), ['The ferry is late']);
    assert.deepEqual(shown(story, 'h2'), [newsArticle.headline]);
  });

  it('has its styles in a shadow root of the page', async () => {
    const host = await mount('<div></div>');
    const tree = host.attachShadow({ mode: 'open' });
    const story = document.createElement('news-article');
    Object.assign(story, { light: true, article: newsArticle });
    tree.append(story);
    await story.updateComplete;
    assert.equal(getComputedStyle(story.querySelector('[part="correction"]') ?? assert.fail('no correction')).marginBlockStart, '0px');
    assert.lengthOf(tree.adoptedStyleSheets, 1);
  });
});
