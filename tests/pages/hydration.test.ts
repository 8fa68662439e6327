import { assert } from 'chai';
import { openHostPage, until, type HostPage, type Page } from '../support/helpers.js';
import { heldFeed, jsonFeed, newsArticle } from '../support/samples.js';
import { scriptTags, type ScriptFile } from '../support/script-tags.js';

// Built files: `npm run build` comes before this.

interface Served {
  readonly tag: string;
  readonly options: Readonly<Record<string, unknown>>;
}

const richStory = {
  ...newsArticle,
  articleBody: '<p>The first boat left at <em>nine</em>.<p>It was full.<table><tr><td>1</table><pre>\n\ncode</pre>',
};
const annotated = { ...richStory, articleBody: '<p>See <a href="#note">1</a>.</p><p>Text &amp; more.</p><p id="note">A note.</p>' };
const liveBlog = {
  ...newsArticle,
  '@type': 'LiveBlogPosting',
  articleBody: undefined,
  coverageEndTime: '2025-07-28T20:00:00Z',
  liveBlogUpdate: [
    { '@type': 'BlogPosting', '@id': 'two', headline: 'Ashore', articleBody: '<p>All are <b>ashore</b>.</p>', datePublished: '2025-07-28T12:00:00Z' },
    { '@type': 'BlogPosting', '@id': 'one', headline: 'At sea', articleBody: 'The first boat left.', datePublished: '2025-07-28T09:00:00Z' },
  ],
};

/** Each element, with what it shows first of all. */
const elements: Record<string, { options: Served['options']; words: string; property?: 'feed' | 'article' }> = {
  'headline-list': { options: { feed: jsonFeed, variant: 'thumbnail', 'heading-level': 3 }, words: 'Night ferry returns after nine years', property: 'feed' },
  'headline-grid': { options: { feed: jsonFeed }, words: 'Night ferry returns after nine years', property: 'feed' },
  'headline-carousel': { options: { feed: jsonFeed }, words: 'Night ferry returns after nine years', property: 'feed' },
  'headline-ticker': { options: { feed: jsonFeed }, words: 'Night ferry returns after nine years', property: 'feed' },
  'news-article': { options: { article: richStory, sanitize: true }, words: 'The first boat left at nine.', property: 'article' },
  'news-card': { options: { article: newsArticle }, words: 'Night ferry returns after nine years', property: 'article' },
  'news-live': { options: { article: liveBlog, sanitize: true }, words: 'All are ashore.', property: 'article' },
  'news-reader': { options: { feed: jsonFeed, 'heading-level': 3 }, words: 'The crossing takes eleven hours and serves breakfast.', property: 'feed' },
  'news-time': { options: { datetime: '2025-07-28T10:00:00Z', format: 'datetime' }, words: '2025' },
  'news-actions': { options: { article: newsArticle, actions: 'copy mail print' }, words: 'Copy link', property: 'article' },
};

async function rendered(...served: Served[]): Promise<string> {
  const answer = await fetch('/__render', { method: 'POST', body: JSON.stringify(served) });
  const html = await answer.text();
  assert.equal(answer.status, 200, html);
  return html;
}

type ServedPage = Page & { __nodes: Map<Element, Element[]>; start?: () => void };

/** Notes the nodes that came with the page. Then come those scripts. */
const note = `<script>{
  const hosts = [...document.querySelectorAll('*')].filter(({ shadowRoot }) => shadowRoot);
  window.__nodes = new Map(hosts.map((host) => [host, [...host.shadowRoot.querySelectorAll(':not(style, link)')]]));
}</script>`;

/** Once the test has looked at what the server rendered. */
const hydrated = "<script>window.start = () => import('/src/hydrate.ts').then(() => import('/src/define.ts'));</script>";

async function openServed(served: readonly Served[], { scripts = hydrated, body = '', ...page }: HostPage & { scripts?: string } = {}): Promise<ServedPage> {
  return (await openHostPage({ ...page, body: `${await rendered(...served)}${body}${note}${scripts}` })) as ServedPage;
}

type News = HTMLElement & { shadowRoot: ShadowRoot; updateComplete: Promise<boolean>; feed?: any; article?: any; limit?: number };

const find = (page: Page, tag: string): News => page.document.querySelector<News>(tag)!;

/** The element, once it has rendered what has data. */
async function upgraded(page: ServedPage, tag: string): Promise<News> {
  page.start?.();
  await until(() => '_$litPart$' in find(page, tag).shadowRoot, `<${tag}>`);
  const element = find(page, tag);
  await element.updateComplete;
  return element;
}

/** Words as they are read, with one space for white space. */
const words = (element: Element): string => {
  const clone = element.shadowRoot!.querySelector('[part="base"], time')!;
  return clone.textContent.replace(/\s+/g, ' ').trim();
};

const count = (text: string, part: string): number => text.split(part).length - 1;

describe('hydration', () => {
  for (const [tag, { options, words: first, property }] of Object.entries(elements)) {
    it(`<${tag}> keeps the nodes`, async () => {
      const page = await openServed([{ tag, options }]);
      const before = page.__nodes.get(find(page, tag))!;
      assert.isAbove(before.length, 0);
      const element = await upgraded(page, tag);
      assert.include(words(element), first);
      assert.equal(count(words(element), first), 1);
      const after = [...element.shadowRoot.querySelectorAll('*')];
      assert.deepEqual(after.map(({ localName }) => localName), before.map(({ localName }) => localName));
      assert.isTrue(after.every((node, index) => node === before[index]), 'the same nodes');
      assert.isNull(element.shadowRoot.querySelector('style'));
      assert.deepEqual(page.__problems, []);

      if (property) {
        const other = property === 'feed' ? { ...jsonFeed, items: jsonFeed.items.slice(1) } : { ...newsArticle, headline: 'Another story', url: 'https://gazette.example/other' };
        element[property] = other;
        await element.updateComplete;
        if (property === 'feed') assert.notInclude(words(element), first);
        else if (tag === 'news-actions') assert.include(element.shadowRoot.querySelector<HTMLAnchorElement>('a')!.href, 'Another%20story');
        else await until(() => words(element).includes('Another story'), 'the other story');
        assert.deepEqual(page.__problems, []);
      }
    });
  }

  it('keeps the nodes of a story in the page, with its styles from the first moment', async () => {
    const page = await openServed([{ tag: 'news-article', options: { article: richStory, sanitize: true, light: true } }]);
    const story = find(page, 'news-article');
    const nodes = [...story.querySelectorAll('article, article *')];
    // But for the dates, which the reader has in another zone.
    const look = () => nodes.filter((node) => !node.matches('article, header, .meta, .meta *')).map((node) => [node.localName, node.getBoundingClientRect().width, node.getBoundingClientRect().height].join(' '));
    assert.equal(story.querySelector('.prose em')?.textContent, 'nine');
    const before = look();
    await upgraded(page, 'news-article');
    await until(() => !story.querySelector('style'), 'styles of its own');
    assert.isTrue([...story.querySelectorAll('article, article *')].every((node, index) => node === nodes[index]), 'the same nodes');
    assert.deepEqual(look(), before);
    assert.lengthOf(story.querySelectorAll('article'), 1);
    assert.deepEqual(page.__problems.filter((problem) => !problem.includes('did not load')), []);
    story.article = { ...newsArticle, headline: 'Another story' };
    await story.updateComplete;
    assert.equal(story.querySelector('h2')?.textContent, 'Another story');
  });

  it('tells of a chosen headline, and shows more when asked to', async () => {
    const page = await openServed([{ tag: 'headline-list', options: { feed: jsonFeed, limit: 1 } }]);
    const list = await upgraded(page, 'headline-list');
    let chosen: string | undefined;
    list.addEventListener('news-select', (event) => {
      event.preventDefault();
      chosen = event.article.headline;
    });
    list.shadowRoot.querySelector('a')!.click();
    assert.equal(chosen, 'Night ferry returns after nine years');
    const [row] = list.shadowRoot.querySelectorAll('li');
    list.limit = 3;
    await list.updateComplete;
    assert.lengthOf(list.shadowRoot.querySelectorAll('li'), 3);
    assert.isTrue(list.shadowRoot.querySelector('li') === row, 'the same row');
    list.limit = 0;
    await list.updateComplete;
    assert.include(list.shadowRoot.querySelector('[part="status"]')!.textContent, 'No news');
    assert.deepEqual(page.__problems, []);
  });

  it('shows dates as the reader has them, and words in their language', async () => {
    const answer = await rendered({ tag: 'headline-list', options: { feed: jsonFeed } }, { tag: 'news-article', options: { article: newsArticle } });
    // Of the server's words, no date depends on when or where it is read.
    assert.include(answer, 'July 28, 2025 at 10:00 AM UTC');
    assert.notInclude(answer, 'ago<');
    const page = (await openHostPage({ body: `<div lang="de">${answer.replaceAll(' lang="en"', '')}</div>${note}${hydrated}` })) as ServedPage;
    const list = await upgraded(page, 'headline-list');
    const story = await upgraded(page, 'news-article');
    assert.include(words(list), 'vor 3 Stunden');
    assert.include(words(story), 'Zum Original bei Harbour Gazette');
    const local = new Intl.DateTimeFormat('de', { year: 'numeric', month: 'long', day: 'numeric', hour: 'numeric', minute: '2-digit' }).format(new Date(newsArticle.datePublished));
    assert.include(words(story), local);
    for (const element of [list, story]) assert.isTrue(element.shadowRoot.querySelector('[part="base"]') === page.__nodes.get(element)![0], 'the same nodes');
    assert.deepEqual(page.__problems, []);
  });

  it('keeps a body that the sanitiser here makes the same of, and where a link leads to', async () => {
    const page = await openServed([{ tag: 'news-article', options: { article: annotated, sanitize: true } }]);
    const story = await upgraded(page, 'news-article');
    story.shadowRoot.querySelector<HTMLElement>('.prose a')!.click();
    assert.equal(story.shadowRoot.activeElement?.textContent, 'A note.');
    assert.deepEqual(page.__problems, []);
  });

  it('makes HTML of a body that the server had as text', async () => {
    const page = await openServed([{ tag: 'news-article', options: { article: richStory } }]);
    assert.isNull(find(page, 'news-article').shadowRoot.querySelector('.prose em'));
    const story = await upgraded(page, 'news-article');
    assert.equal(story.shadowRoot.querySelector('.prose em')?.textContent, 'nine');
    assert.lengthOf(story.shadowRoot.querySelectorAll('.prose > div'), 1);
    assert.isTrue(page.__nodes.get(story)!.includes(story.shadowRoot.querySelector('h2')!), 'the same headline');
    assert.deepEqual(page.__problems, []);
  });

  it('makes of a body what the server made of it', async () => {
    const bodies = [
      '<h1>One<p>two<p>three<br>four',
      '<table><caption>Ports</caption><tr><th scope=row>Harbour<td>9</table><pre>\n\n  code &lt;b&gt;\n</pre>',
      '<p>Watch <iframe src="https://www.youtube.com/embed/abcdefghijk" title="A film" width=560 height=315></iframe> it</p>',
      '<figure><img src="/a.png" width=3 height=2><figcaption>Caption &amp; more&nbsp;\u00e9\u{1f6a2}</figcaption></figure>',
      '<p title="a &quot;b&quot; <c>">&lt;script&gt;x()&lt;/script&gt;<script>x()</script><svg><a xlink:href="javascript:x()">y</a></svg><math><mi>z</mi></math>',
      '<ul><li>a<ul><li>b</ul><li>c</ul><p>See <a href="#n1">1</a><p id=n1>note <a href="javascript:x()">x</a> <a href="/y?a=1&b=2">y</a>',
      '<form><input name=q><p>in a form</form><details open><summary>s</summary>t</details><ruby>a<rt>b</ruby>',
    ];
    for (const articleBody of bodies) {
      const page = await openServed([{ tag: 'news-article', options: { article: { ...newsArticle, articleBody }, sanitize: true } }]);
      const server = find(page, 'news-article').shadowRoot.querySelector('.prose > div')!.innerHTML;
      const story = await upgraded(page, 'news-article');
      assert.equal(story.shadowRoot.querySelector('.prose > div')!.innerHTML, server);
      assert.isNotEmpty(server);
      assert.deepEqual(page.__problems.filter((problem) => !problem.includes('did not load')), []);
    }
  });

  it('takes what the sanitiser here makes of a body, where that is something else', async () => {
    // jsdom's forms have no inputs as their properties, which the sanitiser takes for an attack.
    const articleBody = '<p>Before</p><form><input name=attributes><p>in a form</p></form>';
    const page = await openServed([{ tag: 'news-article', options: { article: { ...newsArticle, articleBody }, sanitize: true } }]);
    assert.include(words(find(page, 'news-article')), 'in a form');
    const story = await upgraded(page, 'news-article');
    assert.equal(story.shadowRoot.querySelector('.prose > div')!.innerHTML, '<p>Before</p>');
    assert.isTrue(page.__nodes.get(story)!.includes(story.shadowRoot.querySelector('h2')!), 'the same headline');
    assert.deepEqual(page.__problems, []);
  });

  it('renders anew where the page shows something else than its data', async () => {
    const html = await rendered({ tag: 'headline-list', options: { feed: jsonFeed } }, { tag: 'news-article', options: { article: newsArticle } });
    const other = html
      .replace('{"id":"ferry"', '{"expires":{"iso":"2020-01-01","precision":"day"},"id":"ferry"')
      .replace(/(<news-article.*?)<footer/s, '$1<!--lit-part x--><footer');
    assert.notEqual(other.length, html.length);
    const page = (await openHostPage({ body: other + note + hydrated })) as ServedPage;
    const list = await upgraded(page, 'headline-list');
    assert.notInclude(words(list), 'Night ferry');
    assert.lengthOf(list.shadowRoot.querySelectorAll('li'), 2);
    const story = await upgraded(page, 'news-article');
    assert.equal(count(words(story), 'The first boat left at nine.'), 1);
    assert.deepEqual(page.__problems, []);
  });

  it('asks src for what is new since', async () => {
    const newer = { ...jsonFeed, items: [{ id: 'new', url: 'https://gazette.example/new', title: 'Something new' }, ...jsonFeed.items] };
    const { url, release } = heldFeed(newer);
    const page = await openServed([{ tag: 'headline-list', options: { feed: jsonFeed, src: url, refresh: 600 } }]);
    const list = await upgraded(page, 'headline-list');
    assert.lengthOf(list.shadowRoot.querySelectorAll('li'), 3);
    await release();
    const button = await until(() => list.shadowRoot.querySelector<HTMLElement>('.updates button'), 'the button');
    assert.lengthOf(list.shadowRoot.querySelectorAll('li'), 3);
    button.click();
    await until(() => list.shadowRoot.querySelectorAll('li').length === 4, 'the new one');
    assert.include(words(list), 'Something new');
    assert.deepEqual(page.__problems, []);
  });

  it('takes a property that was set before', async () => {
    const page = await openServed([{ tag: 'headline-list', options: { feed: jsonFeed } }], {
      body: `<script>document.querySelector('headline-list').feed = ${JSON.stringify({ ...jsonFeed, items: [{ id: '1', title: 'Set before' }] })}</script>`,
    });
    const list = await upgraded(page, 'headline-list');
    assert.equal(list.shadowRoot.querySelectorAll('li').length, 1);
    assert.include(words(list), 'Set before');
    assert.deepEqual(page.__problems, []);
  });

  it('takes its styles from one sheet for all, under a policy without inline ones', async () => {
    const list: Served = { tag: 'headline-list', options: { feed: jsonFeed, stylesheet: true } };
    const page = await openServed([list, list], {
      headers: { 'content-security-policy': "default-src 'none'; script-src 'self' 'unsafe-inline'; connect-src 'self'; style-src 'self'; img-src *" },
    });
    const styleOf = () => page.getComputedStyle(find(page, 'headline-list').shadowRoot.querySelector('a')!).textDecorationLine;
    const styled = styleOf();
    const height = find(page, 'headline-list').getBoundingClientRect().height;
    assert.lengthOf(page.performance.getEntriesByType('resource').filter(({ name }) => name.endsWith('/headline-list.css')), 1);
    const element = await upgraded(page, 'headline-list');
    assert.isNull(element.shadowRoot.querySelector('link'));
    assert.equal(styleOf(), styled);
    assert.closeTo(element.getBoundingClientRect().height, height, 1);
    assert.deepEqual(page.__problems, []);
  });
});

describe('a page that a server rendered', () => {
  const all = Object.entries(elements).map(([tag, { options }]) => ({ tag, options }));

  it('can be read without a script', async () => {
    const page = await openServed(all, { scripts: '' });
    for (const [tag, { words: first }] of Object.entries(elements)) assert.include(words(find(page, tag)), first, tag);
    assert.deepEqual(page.__problems, []);
  });

  for (const [file, script] of Object.entries(scriptTags) as [ScriptFile, string][]) {
    it(`comes out right with ${file}`, async () => {
      const page = await openServed(all, { scripts: script });
      for (const [tag, { words: first }] of Object.entries(elements)) {
        const element = await upgraded(page, tag);
        assert.equal(count(words(element), first), 1, tag);
        assert.lengthOf(element.shadowRoot.querySelectorAll('[part="base"], time:only-child:not([part="base"] *)'), 1, tag);
        assert.isNull(element.shadowRoot.querySelector('style'));
      }
      assert.deepEqual(page.__problems, []);
    });
  }

  it('comes out right where the elements are defined before they are parsed', async () => {
    const page = await openServed(all, { head: '<script src="/dist/cdn/newsleaf.iife.js"></script>', scripts: '' });
    for (const [tag, { words: first }] of Object.entries(elements)) {
      const element = await until(() => find(page, tag).shadowRoot && find(page, tag));
      await until(() => words(element).includes(first), tag);
      assert.equal(count(words(element), first), 1, tag);
    }
    assert.deepEqual(page.__problems, []);
  });

  it('stands until there is as much to show', async () => {
    const { url, release } = heldFeed(jsonFeed);
    const html = await rendered({ tag: 'headline-list', options: { feed: jsonFeed, src: url } });
    const page = (await openHostPage({ body: html.replace(/<script.*?<\/script>/, '') + note + scriptTags['the classic file'] })) as ServedPage;
    const list = find(page, 'headline-list');
    await until(() => list.matches(':defined'), 'the elements');
    await list.updateComplete;
    const nodes = page.__nodes.get(list)!;
    assert.isTrue(nodes.includes(list.shadowRoot.querySelector('li')!), 'the same row');
    await release();
    await until(() => '_$litPart$' in list.shadowRoot, 'the list');
    assert.lengthOf(list.shadowRoot.querySelectorAll('li'), 3);
    assert.deepEqual(page.__problems, []);
  });

  it('stands where its data cannot be had', async () => {
    const html = await rendered({ tag: 'headline-list', options: { feed: jsonFeed, src: '/__feed/x?status=404' } });
    const page = (await openHostPage({ body: html.replace(/<script.*?<\/script>/, '') + note + scriptTags['the classic file'] })) as ServedPage;
    await until(() => page.__problems.length > 0, 'the warning');
    assert.include(words(find(page, 'headline-list')), 'Night ferry returns');
    assert.match(page.__problems.join(), /console\.warn: <headline-list>/);
  });
});
