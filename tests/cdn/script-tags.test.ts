import { assert } from 'chai';
import { version } from '../../src/version.js';
import { openHostPage, openPage, until, type Page } from '../support/helpers.js';
import { feedUrl, jsonFeed, newsArticle } from '../support/samples.js';

// Built files: `npm run build` comes before this.
const files = {
  'the classic file': { src: '/dist/cdn/newsleaf.iife.js', type: '' },
  'the module loader': { src: '/dist/cdn/newsleaf.js', type: 'module' },
};

interface Script {
  readonly src: string;
  readonly type: string;
  readonly integrity?: string;
  readonly crossOrigin?: string;
}

function addScript(page: Page, given: Script): Promise<void> {
  const script = page.document.createElement('script');
  Object.assign(script, given, { async: true });
  return new Promise((resolve, reject) => {
    script.onload = () => { resolve(); };
    script.onerror = reject;
    page.document.head.append(script);
  });
}

/** Another origin, with the same files. */
const elsewhere = `http://${location.hostname === 'localhost' ? '127.0.0.1' : 'localhost'}:${location.port}`;

const shown = (page: Page, tag: string, selector: string) =>
  [...page.document.querySelectorAll(tag)].map((element) => element.shadowRoot?.querySelectorAll(selector).length ?? 0);

for (const [name, file] of Object.entries(files)) {
  describe(`newsleaf by ${name}`, () => {
    let page: Page;

    beforeEach(async () => {
      page = await openPage('/tests/pages/blank.html');
    });

    it('shows what is on the page, and what is added later, without a problem', async () => {
      page.document.body.innerHTML = `<headline-list src="${feedUrl(jsonFeed)}">fallback</headline-list>`;
      await addScript(page, file);
      await until(() => shown(page, 'headline-list', 'li')[0] === 3, 'the list');
      const later = page.document.createElement('section');
      later.innerHTML = '<news-article></news-article>';
      Object.assign(later.firstElementChild ?? later, { article: { ...newsArticle, articleBody: '<p>One</p><p>Two</p>', image: undefined } });
      page.document.body.append(later);
      await until(() => shown(page, 'news-article', '.prose p')[0] === 2, 'the story');
      assert.deepEqual(page.__problems, []);
    });

    it('reads XML, with a parser that is fetched for it', async () => {
      const rss = '<?xml version="1.0"?><rss version="2.0"><channel><title>T</title><item><title>One</title></item><item><title>Two</title></item></channel></rss>';
      page.document.body.innerHTML = `<headline-list src="${feedUrl(rss, 'type=application/rss+xml').replaceAll('"', '&quot;')}"></headline-list>`;
      await addScript(page, file);
      await until(() => shown(page, 'headline-list', 'li')[0] === 2, 'the list');
      assert.deepEqual(page.__problems, []);
    });

    it('turns marked elements into ours', async () => {
      page.document.body.innerHTML = `<div data-newsleaf="headline-list" data-heading-level="3" data-src="${feedUrl(jsonFeed)}"><b>fallback</b></div>`;
      await addScript(page, file);
      await until(() => shown(page, 'headline-list', '[role=heading]')[0] === 3, 'the list');
      assert.isNotNull(page.document.querySelector('headline-list > b'));
      page.document.body.insertAdjacentHTML('beforeend', `<p><i data-newsleaf="news-article" data-src="${feedUrl({ ...newsArticle, image: null })}"></i></p>`);
      await until(() => shown(page, 'news-article', 'h2')[0] === 1, 'the story');
      assert.deepEqual(page.__problems, []);
    });

    it('turns marked JSON into ours, with what it was marked with', async () => {
      const json = JSON.stringify(jsonFeed).replaceAll('<', '\\u003c');
      page.document.body.innerHTML = `<script type="application/json" data-newsleaf="headline-list" data-heading-level="3" id="news">${json}</script>
        <script type="application/ld+json" data-newsleaf="news-article" data-dates="none">${JSON.stringify({ ...newsArticle, image: null })}</script>
        <script type="text/plain" data-newsleaf="news-article">No JSON</script>`;
      await addScript(page, file);
      await until(() => shown(page, 'headline-list', '[role=heading]')[0] === 3, 'the list');
      await until(() => shown(page, 'news-article', 'h2')[0] === 1, 'the story');
      assert.include(shown(page, 'news-article', 'time'), 0);
      const [list = assert.fail('no list')] = page.document.querySelectorAll('#news');
      assert.deepEqual(list.getAttributeNames(), ['id', 'heading-level']);
      assert.deepEqual([...list.children].map(({ localName, id }) => [localName, id]), [['script', '']]);
      assert.lengthOf(page.document.querySelectorAll('[data-newsleaf]'), 1);
      assert.deepEqual(page.__problems, []);
    });

    it('lets them keep what the page knows them by', async () => {
      page.document.body.innerHTML = `<div data-newsleaf="headline-list" data-src="${feedUrl(jsonFeed)}" id="a" class="b c" lang="de" dir="rtl" title="d" aria-label="e" slot="f"
        style="color: red" onclick="window.pwned = 1" tabindex="0" role="button" data-id="g" data-onclick="window.pwned = 1">fallback</div>`;
      await addScript(page, file);
      await until(() => shown(page, 'headline-list', 'li')[0] === 3, 'the list');
      const [list = assert.fail('no list')] = page.document.querySelectorAll('headline-list');
      const { src: _, ...attributes } = Object.fromEntries([...list.attributes].map(({ name, value }) => [name, value]));
      assert.deepEqual(attributes, { id: 'a', class: 'b c', slot: 'f', lang: 'de', dir: 'rtl', title: 'd', 'aria-label': 'e' });
      assert.deepEqual(page.__problems, []);
    });

    it('leaves alone what is marked with no tag of ours', async () => {
      page.document.body.innerHTML = '<div data-newsleaf="script" data-src="x"></div><div data-newsleaf="iframe"></div><div data-newsleaf="x-news"></div><div data-newsleaf></div>';
      const { innerHTML } = page.document.body;
      await addScript(page, file);
      page.document.body.insertAdjacentHTML('beforeend', `<headline-list src="${feedUrl(jsonFeed)}"></headline-list>`);
      await until(() => shown(page, 'headline-list', 'li')[0] === 3, 'the list');
      assert.isTrue(page.document.body.innerHTML.startsWith(innerHTML));
      assert.deepEqual(page.__problems, []);
    });

    it('is not led astray by forms whose inputs are named as what it calls', async () => {
      const inputs = ['dataset', 'matches', 'querySelectorAll', 'replaceWith', 'childNodes', 'getAttribute'].map((name) => `<input name="${name}">`).join('');
      const form = `<form data-newsleaf="headline-list">${inputs}</form><form>${inputs}<div data-newsleaf="headline-list" data-src="${feedUrl(jsonFeed)}"></div></form>`;
      page.document.body.innerHTML = form;
      await addScript(page, file);
      await until(() => shown(page, 'headline-list', 'li')[0] === 3, 'the list');
      page.document.body.insertAdjacentHTML('beforeend', form);
      await until(() => shown(page, 'headline-list', 'li')[1] === 3, 'the list that comes later');
      assert.lengthOf(page.document.querySelectorAll('headline-list'), 2);
      assert.deepEqual(page.__problems, []);
    });

    it('gives them no attributes but its own', async () => {
      page.document.body.innerHTML = `<div data-newsleaf="headline-list" data-src="${feedUrl(jsonFeed)}" data-onfocus="pwned = 1" data-tabindex="0" data-autofocus data-style="color:red" data--x="1"></div>`;
      await addScript(page, file);
      await until(() => shown(page, 'headline-list', 'li')[0] === 3, 'the list');
      assert.deepEqual(page.document.querySelector('headline-list')?.getAttributeNames(), ['src']);
      assert.deepEqual(page.__problems, []);
    });

    it('adds one global at most, and nothing to the head', async () => {
      const before = new Set(Object.getOwnPropertyNames(page));
      page.document.body.innerHTML = `<headline-list src="${feedUrl(jsonFeed)}"></headline-list>`;
      await addScript(page, file);
      await until(() => shown(page, 'headline-list', 'li')[0] === 3, 'the list');
      const added = Object.getOwnPropertyNames(page).filter((key) => !before.has(key));
      assert.deepEqual(added, file.type ? [] : ['Newsleaf']);
      // Which version runs can be read either way.
      const { Newsleaf = page.customElements.get('headline-list') } = page as { Newsleaf?: unknown };
      assert.propertyVal(Newsleaf, 'version', version);
      assert.deepEqual([...page.document.head.children].map(({ localName }) => localName).filter((tag) => !['meta', 'title', 'script'].includes(tag)), []);
    });

    it('does nothing the second time', async () => {
      page.document.body.innerHTML = `<headline-list src="${feedUrl(jsonFeed)}"></headline-list>`;
      await addScript(page, file);
      await addScript(page, { ...file, src: `${file.src}?again` });
      await until(() => shown(page, 'headline-list', 'li')[0] === 3, 'the list');
      assert.deepEqual(page.__problems, []);
    });
  });
}

describe('the classic file', () => {
  it('knows where it is, also as a script of another origin', async () => {
    const page = await openPage('/tests/pages/blank.html');
    page.document.body.innerHTML = `<headline-list src="${feedUrl('<rss><channel><item><title>One</title></item></channel></rss>')}"></headline-list>`;
    await addScript(page, { src: `${elsewhere}/dist/cdn/newsleaf.iife.js`, type: '' });
    await until(() => shown(page, 'headline-list', 'li')[0] === 1, 'the list');
    assert.deepEqual(page.__problems, []);
  });

  it('runs where its integrity is asked for, and nothing else does', async () => {
    const { src } = files['the classic file'];
    const digest = await crypto.subtle.digest('SHA-384', await (await fetch(src)).arrayBuffer());
    const integrity = `sha384-${btoa(String.fromCharCode(...new Uint8Array(digest)))}`;
    const page = await openPage('/tests/pages/blank.html');
    page.document.body.innerHTML = `<headline-list src="${feedUrl(jsonFeed)}"></headline-list>`;
    const script = { src: elsewhere + src, type: '', crossOrigin: 'anonymous' };
    const refused = await addScript(page, { ...script, integrity: integrity.replace(/-.{4}/, '-AAAA') }).catch(() => 'refused');
    assert.equal(refused, 'refused');
    await addScript(page, { ...script, integrity });
    await until(() => shown(page, 'headline-list', 'li')[0] === 3, 'the list');
  });

  it('waits for the end of a script that comes in pieces', async () => {
    const page = await openPage('/tests/pages/blank.html');
    const json = JSON.stringify(jsonFeed);
    const { document } = page;
    /* eslint-disable @typescript-eslint/no-deprecated -- nothing else hands the parser a page in pieces */
    document.open();
    document.write(`<!doctype html><script src="${files['the classic file'].src}"></script><headline-list><script type="application/json">${json.slice(0, 90)}`);
    await until(() => document.querySelector('headline-list script')?.textContent && document.querySelector('headline-list')?.shadowRoot, 'the upgrade');
    document.write(json.slice(90, 200));
    await until(() => document.querySelector('headline-list')?.matches(':state(loading)'), 'loading');
    document.write(`${json.slice(200)}</script></headline-list><p>The end.</p>`);
    /* eslint-enable @typescript-eslint/no-deprecated */
    await until(() => shown(page, 'headline-list', 'li')[0] === 3, 'the list');
    document.close();
    assert.deepEqual(page.__problems, []);
  });

  it('waits for the end of what is marked', async () => {
    const page = await openPage('/tests/pages/blank.html');
    const { document } = page;
    const json = JSON.stringify(jsonFeed);
    /* eslint-disable @typescript-eslint/no-deprecated -- as above */
    document.open();
    document.write(`<!doctype html><script src="${files['the classic file'].src}"></script><div data-newsleaf="headline-list"><p>One</p>`);
    await until(() => 'Newsleaf' in page && document.querySelector('p'), 'the script');
    document.write(`<p>Two</p><script type="application/json">${json.slice(0, 90)}`);
    await until(() => document.querySelector('div script'), 'the second piece');
    document.write(`${json.slice(90)}</script></div><script type="application/json" data-newsleaf="headline-list">${json}</script><p>The end.</p>`);
    document.close();
    /* eslint-enable @typescript-eslint/no-deprecated */
    await until(() => shown(page, 'headline-list', 'li').join() === '3,3', 'both lists');
    assert.lengthOf(document.querySelectorAll('headline-list > p'), 2);
    assert.deepEqual(page.__problems, []);
  });
});

describe('the module loader', () => {
  const firsts: readonly (readonly [tag: string, news: object, shows: string, requests: number])[] = [
    ['headline-list', jsonFeed, 'li', 3],
    ['news-article', { ...newsArticle, image: undefined }, 'h2', 4],
  ];
  for (const [tag, news, shows, most] of firsts) {
    it(`fetches nothing but what the page uses: ${tag} in ${String(most)} requests`, async () => {
      const page = await openPage('/tests/pages/blank.html');
      page.document.body.innerHTML = `<${tag} src="${feedUrl(news)}"></${tag}>`;
      await addScript(page, files['the module loader']);
      await until(() => shown(page, tag, shows)[0], 'the news');
      const requests = page.performance.getEntriesByType('resource').filter(({ name }) => name.includes('/dist/'));
      assert.isAtMost(requests.length, most, requests.map(({ name }) => name).join());
    });
  }

  it('loses one component to a blocker, and not the others', async () => {
    const loader = await (await fetch('/dist/cdn/newsleaf.js')).text();
    const chunks = [...new Set(loader.match(/(?<=\.\/)[\w-]+\.js/g))];
    const allowed = ['newsleaf.js', ...chunks.filter((name) => !name.startsWith('news-article'))];
    assert.isBelow(allowed.length - 1, chunks.length);
    const core = await Promise.all(allowed.slice(1).map(async (name) => (await fetch(`/dist/cdn/${name}`)).text()));
    allowed.push(...core.flatMap((code) => code.match(/(?<=\.\/)jsonfeed-[\w-]+\.js/g) ?? []));
    const policy = `script-src ${location.origin}/__page/ ${allowed.map((name) => `${location.origin}/dist/cdn/${name}`).join(' ')}`;
    const page = await openHostPage({
      headers: { 'content-security-policy': policy },
      body: `<news-article src="${feedUrl(newsArticle)}"><p>The fallback.</p></news-article><news-article>Another.</news-article><headline-list src="${feedUrl(jsonFeed)}"></headline-list>`,
    });
    await addScript(page, files['the module loader']);
    await until(() => shown(page, 'headline-list', 'li')[0] === 3, 'the list');
    await until(() => page.__problems.some((problem) => problem.startsWith('console.warn')), 'the warning');
    const warnings = page.__problems.filter((problem) => !problem.startsWith('policy'));
    assert.lengthOf(warnings, 1);
    assert.match(warnings[0] ?? '', /<news-article> could not be loaded/);
    assert.isAbove(page.document.querySelector<HTMLElement>('news-article p')?.offsetHeight ?? 0, 0);
  });
});
