import { emulateMedia, sendKeys } from '@web/test-runner-commands';
import { assert } from 'chai';
import { html } from 'lit';
import { NewsCard } from '../../src/elements/news-card/news-card.js';
import '../../src/elements/news-card/define.js';
import type { NewsErrorEvent, NewsSelectEvent } from '../../src/events.js';
import { axe, mount, oneEvent, until } from '../support/helpers.js';
import { ago, feedUrl, heldFeed, jsonFeed, newsArticle } from '../support/samples.js';

const here = { ...newsArticle, image: { ...newsArticle.image, url: `${location.origin}/demo/images/lead.svg` } };
// Of an address of its own: WebKit takes the size of a drawing from where else it is shown.
const drawing = (name: string, size = {}) => ({
  ...newsArticle,
  image: { '@type': 'ImageObject', url: `${location.origin}/demo/images/${name}.svg?${String(Math.random())}`, ...size },
});
const attribute = (text: string) => text.replaceAll('"', '&quot;');

const root = (element: Element) => element.shadowRoot ?? assert.fail('no shadow root');
const all = (element: Element, selector: string) => [...root(element).querySelectorAll<HTMLElement>(selector)];
const part = (element: Element, name: string) => all(element, `[part='${name}']`).map((found) => found.innerText.trim());
const box = (element: Element, selector: string) => all(element, selector)[0]?.getBoundingClientRect() ?? assert.fail(selector);
const picture = (element: Element) => root(element).querySelector('img') ?? assert.fail('no picture');
const shows = (element: Element, headline: string) => until(() => part(element, 'headline')[0] === headline, headline);

async function card(article: object | undefined = here, { attributes = '', width = 320, dir = 'ltr' } = {}): Promise<NewsCard> {
  const place = await mount(`<div dir="${dir}" style="width: ${String(width)}px"><news-card lang="en" ${attributes}></news-card></div>`);
  const element = place.querySelector('news-card') ?? assert.fail();
  element.article = article;
  await element.updateComplete;
  return element;
}

describe('news-card: data in', () => {
  const json = JSON.stringify(newsArticle);
  const routes: Record<string, () => Promise<Element>> = {
    'a property': () => card(newsArticle),
    'a property set before upgrade': async () => {
      const element = document.createElement('card-before-upgrade');
      Object.assign(element, { article: newsArticle });
      await mount(element);
      NewsCard.define('card-before-upgrade');
      return element;
    },
    'JSON in the attribute': () => mount(html`<news-card article=${json}></news-card>`),
    'a child script': () => mount(`<news-card><script type="application/ld+json">${json}</script></news-card>`),
    src: () => mount(html`<news-card src=${feedUrl(newsArticle)}></news-card>`),
    'src of a feed, whose first story it is': () => mount(html`<news-card src=${feedUrl(jsonFeed)}></news-card>`),
    'a clone': async () => {
      const element = await mount(`<news-card><script type="application/ld+json">${json}</script></news-card>`);
      return mount(element.cloneNode(true) as Element);
    },
  };
  for (const [name, make] of Object.entries(routes)) {
    it(`shows the same by ${name}`, async () => {
      const element = await make();
      await shows(element, newsArticle.headline);
      assert.equal(root(element).querySelector('a')?.href, newsArticle.url);
      assert.deepEqual(part(element, 'description'), [newsArticle.description]);
    });
  }

  it('goes on after a move, and is nothing once emptied', async () => {
    const element = await card();
    const place = await mount('<section></section>');
    place.append(element);
    element.article = { ...newsArticle, headline: 'Another' };
    await element.updateComplete;
    assert.deepEqual(part(element, 'headline'), ['Another']);
    element.article = undefined;
    await element.updateComplete;
    assert.equal(element.getBoundingClientRect().height, 0);
  });
});

describe('news-card: what it shows', () => {
  it('shows kicker, headline, summary, authors, source, date, and the credit of its picture', async () => {
    const element = await card({ ...here, datePublished: ago(3) });
    const words = ['kicker', 'headline', 'description', 'byline', 'source', 'date', 'credit'].flatMap((name) => part(element, name));
    const expected = ['Transport', here.headline, here.description, 'Ada Quill and Ben Post', 'Harbour Gazette', '3 hours ago', 'Drawing: Cleo Ink'];
    assert.deepEqual(words.map((text) => text.replace(/^·\s/, '')), expected);
    assert.lengthOf(all(element, 'article[part=item]'), 1);
  });

  const variants: [variant: string, pictures: number, summaries: number][] = [['thumbnail', 1, 1], ['summary', 0, 1], ['plain', 0, 0], ['tower', 1, 1]];
  for (const [variant, pictures, summaries] of variants) {
    it(`shows ${String(pictures)} picture and ${String(summaries)} summary as ${variant}`, async () => {
      const element = await card(here, { attributes: `variant="${variant}"` });
      assert.lengthOf(all(element, 'img'), pictures);
      assert.lengthOf(part(element, 'description').filter(Boolean), summaries);
    });
  }

  it('has its headline at the level asked for, or at 2', async () => {
    const element = await card();
    for (const [level, shown] of [[undefined, '2'], [3, '3'], ['6', '6'], ['many', '2'], [0, '2']]) {
      Object.assign(element, { headingLevel: level });
      await element.updateComplete;
      assert.equal(root(element).querySelector('[role=heading]')?.ariaLevel, shown);
    }
  });

  for (const [dates, words] of [['relative', /ago$/], ['absolute', /\d{4}$/], ['none', /^$/], ['sometimes', /ago$/]] as const) {
    it(`words its date with dates="${dates}"`, async () => {
      const element = await card({ ...here, datePublished: ago(3) }, { attributes: `dates="${dates}"` });
      assert.match(part(element, 'date')[0] ?? '', words);
    });
  }

  for (const dir of ['ltr', 'rtl']) {
    it(`has its picture above its words, or at their end where there is room: ${dir}`, async () => {
      const narrow = await card(here, { width: 320, dir });
      assert.isAtMost(box(narrow, 'img').bottom, box(narrow, '.title').top);
      assert.closeTo(box(narrow, 'img').width, 320, 0.5);
      const wide = await card(here, { width: 800, dir });
      const [image, words] = [box(wide, 'img'), box(wide, '.title')];
      assert.isBelow(image.top, words.bottom);
      if (dir === 'ltr') assert.isAtLeast(image.left, words.right);
      else assert.isAtMost(image.right, words.left);
    });
  }

  it('takes its size from its room, not from the window', async () => {
    const element = await card(here, { width: 320 });
    const size = () => parseFloat(getComputedStyle(all(element, '[part=headline]')[0] ?? element).fontSize);
    const small = size();
    element.parentElement?.style.setProperty('width', '900px');
    await until(() => size() > small * 1.4, 'a larger headline');
    assert.isBelow(box(element, 'img').top, box(element, '.title').bottom);
  });

  const sizes: [name: string, size: object, ratio: number][] = [
    ['its own', { width: 1600, height: 900 }, 16 / 9],
    ['3:2 where it is not known', {}, 3 / 2],
    ['that of a square where it is upright', { width: 600, height: 1200 }, 1],
  ];
  for (const [name, size, ratio] of sizes) {
    it(`keeps the room of its picture before it loads: ${name}`, async () => {
      const element = await card(drawing('none', size));
      const { width, height } = box(element, 'img');
      assert.closeTo(width / height, ratio, 0.01);
    });
  }

  const shapes: [name: string, image: string, size: object, fit: string][] = [
    ['upright', 'lighthouse', { width: 800, height: 1200 }, 'contain'],
    ['upright, of unknown size', 'lighthouse', {}, 'contain'],
    ['very wide, of unknown size', 'coast', {}, 'contain'],
    ['3:2', 'talks', { width: 1200, height: 800 }, 'contain'],
    ['of unknown size', 'talks', {}, 'cover'],
  ];
  for (const [name, image, size, fit] of shapes) {
    it(`crops no picture oddly: ${name}`, async () => {
      const element = await card(drawing(image, size));
      await until(() => picture(element).complete && picture(element).naturalWidth > 0, 'the picture');
      await until(() => getComputedStyle(picture(element)).objectFit === fit, fit);
    });
  }

  it('moves nothing when a picture comes that is of another shape', async () => {
    const element = await card(drawing('lighthouse'));
    const { height } = element.getBoundingClientRect();
    await until(() => root(element).querySelector('.whole'), 'the picture');
    assert.equal(element.getBoundingClientRect().height, height);
  });
});

describe('news-card: its link', () => {
  it('is one, and one tab stop, whose focus is seen around the card', async () => {
    const element = await card();
    const [before, after] = [document.createElement('button'), document.createElement('button')];
    element.before(before);
    element.after(after);
    before.focus();
    await sendKeys({ press: 'Tab' });
    const link = root(element).querySelector('a');
    assert.strictEqual(root(element).activeElement, link);
    assert.lengthOf(all(element, 'a'), 1);
    assert.equal(getComputedStyle(all(element, '.card')[0] ?? element).outlineStyle, 'solid');
    await sendKeys({ press: 'Tab' });
    assert.strictEqual(document.activeElement, after);
  });

  it('is under the pointer everywhere on the card', async () => {
    for (const width of [320, 800]) {
      const element = await card(here, { width });
      element.scrollIntoView();
      for (const selector of ['img', '[part=credit]', '[part=kicker]', '[part=headline]', '[part=description]', '.meta']) {
        const { left, top, width: across, height } = box(element, selector);
        assert.equal(root(element).elementFromPoint(left + across / 2, top + height / 2)?.closest('a')?.href, here.url, selector);
      }
      assert.isAtLeast(box(element, '.card').height, 24);
    }
  });

  it('is none where a story leads nowhere', async () => {
    const { url: _, '@id': __, ...article } = here;
    const element = await card(article);
    element.scrollIntoView();
    assert.lengthOf(all(element, 'a[href]'), 0);
    const { left, top } = box(element, '[part=description]');
    assert.isNull(root(element).elementFromPoint(left + 2, top + 2)?.closest('a') ?? null);
    await axe(element);
  });

  it('tells of its choice, with the article, and keeps the browser where it is when cancelled', async () => {
    const element = await card();
    const selected = oneEvent<NewsSelectEvent>(document, 'news-select');
    document.addEventListener('news-select', (event) => { event.preventDefault(); }, { once: true });
    const click = new MouseEvent('click', { bubbles: true, cancelable: true, composed: true });
    all(element, '[part=headline]')[0]?.dispatchEvent(click);
    assert.strictEqual((await selected).article, element.article);
    assert.isTrue(click.defaultPrevented);
  });

  for (const [name, options, told] of [['follows it when nobody objects', {}, true], ['leaves a click with a key held to the browser', { ctrlKey: true }, false]] as const) {
    it(name, async () => {
      const element = await card();
      let selected = false;
      element.addEventListener('news-select', () => { selected = true; });
      let prevented: boolean | undefined;
      // The last to hear of it, before the browser would leave the page.
      window.addEventListener('click', (event) => { prevented = event.defaultPrevented; event.preventDefault(); }, { once: true });
      all(element, 'a')[0]?.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, composed: true, ...options }));
      assert.isFalse(prevented);
      assert.equal(selected, told);
    });
  }
});

describe('news-card: how it looks', () => {
  for (const variant of ['thumbnail', 'summary', 'plain']) {
    for (const dir of ['ltr', 'rtl']) {
      for (const scheme of ['light', 'dark']) {
        it(`is accessible as ${variant}, ${dir}, ${scheme}`, async () => {
          for (const width of [320, 700]) {
            const element = await card(here, { attributes: `variant="${variant}"`, dir, width });
            const place = element.parentElement ?? assert.fail();
            Object.assign(place.style, { colorScheme: scheme, background: 'Canvas', color: 'CanvasText' });
            await axe(place);
            assert.isAtMost(element.scrollWidth, element.clientWidth);
          }
        });
      }
    }
  }

  it('breaks what has no place to break', async () => {
    const long = 'x'.repeat(500);
    const element = await card({ ...here, headline: long, description: long, articleSection: long, image: { ...here.image, creditText: long } });
    for (const width of [120, 320, 700]) {
      element.parentElement?.style.setProperty('width', `${String(width)}px`);
      assert.isAtMost(element.scrollWidth, width);
      for (const words of all(element, '.card > *, [part=credit]')) assert.isAtMost(words.scrollWidth, width, words.getAttribute('part') ?? '');
    }
  });
});

describe('news-card: states', () => {
  for (const [variant, width] of [['thumbnail', 320], ['thumbnail', 700], ['summary', 320], ['plain', 320]] as const) {
    it(`says that it is loading, and does not move what stands below when its story comes: ${variant}, ${String(width)} px`, async () => {
      const { url, release } = heldFeed(here);
      const place = await mount(
        `<div style="width: ${String(width)}px"><news-card lang="en" variant="${variant}" src="${attribute(url)}"></news-card><p>below</p></div>`,
      );
      const element = place.querySelector('news-card') ?? assert.fail();
      const below = () => place.querySelector('p')?.getBoundingClientRect().top;
      await until(() => element.matches(':state(loading)') && all(element, '.waiting').length > 0);
      assert.deepEqual(part(element, 'status'), ['Loading…']);
      const before = below();
      await axe(element);
      await release();
      await shows(element, here.headline);
      assert.equal(below(), before);
      await until(() => variant !== 'thumbnail' || picture(element).complete, 'the picture');
      assert.equal(below(), before);
    });
  }

  it('keeps no hole where no picture came, and none after another variant was asked for', async () => {
    const { image: _, ...plain } = here;
    const element = await mount<NewsCard>(html`<news-card lang="en" src=${feedUrl(plain)}></news-card>`);
    await shows(element, here.headline);
    assert.closeTo(box(element, 'article').bottom, box(element, '.meta').bottom, 1);
    const other = await mount<NewsCard>(html`<news-card lang="en" src=${feedUrl(here)}></news-card>`);
    await shows(other, here.headline);
    other.variant = 'plain';
    await other.updateComplete;
    assert.closeTo(box(other, 'article').bottom, box(other, '.meta').bottom, 1);
  });

  it('stands still where less motion is wanted', async function () {
    // Only there can a test ask for it.
    if (!navigator.userAgent.includes('Chrome')) this.skip();
    const element = await mount(html`<news-card src=${feedUrl(here, 'stall=1')}></news-card>`);
    const bar = await until(() => all(element, '.placeholder')[0], 'a placeholder');
    assert.equal(getComputedStyle(bar).animationName, 'wait');
    await emulateMedia({ reducedMotion: 'reduce' });
    try {
      await until(() => getComputedStyle(bar).animationName === 'none');
    } finally {
      await emulateMedia({ reducedMotion: 'no-preference' });
    }
  });

  it('shows nothing, and no error, without data, and its children', async () => {
    assert.equal((await mount('<news-card></news-card>')).getBoundingClientRect().height, 0);
    const element = await mount('<news-card><p>Read the <a href="/news">news page</a>.</p></news-card>');
    assert.isAbove(element.querySelector('p')?.getBoundingClientRect().height ?? 0, 0);
    await axe(element);
  });

  it('does not show what may not be shown', async () => {
    const element = await card({ ...here, expires: '2020-01-01' });
    assert.deepEqual(part(element, 'status'), ['This story is not available.']);
    assert.lengthOf(all(element, 'article'), 0);
    assert.isTrue(element.matches(':state(empty)'));
    await axe(element);
  });

  it('shows a sentence and the fallback, and tells why, when its story cannot be had', async () => {
    const element = document.createElement('news-card');
    element.lang = 'en';
    element.innerHTML = '<a href="/news">The news page</a>';
    element.src = '/__feed/x.json?status=404';
    const failed = oneEvent<NewsErrorEvent>(element, 'news-error');
    await mount(element);
    assert.match((await failed).error.message, /404/);
    await element.updateComplete;
    assert.deepEqual(part(element, 'status'), ['The news could not be loaded.']);
    assert.isTrue(element.matches(':state(error)'));
    assert.isAbove(element.querySelector('a')?.getBoundingClientRect().height ?? 0, 0);
    await axe(element);
  });

  it('keeps what it shows when the next data is bad', async () => {
    const element = await card();
    element.article = { weather: 1 };
    await until(() => element.matches(':state(stale)'));
    assert.deepEqual(part(element, 'headline'), [here.headline]);
    assert.deepEqual(part(element, 'status'), ['This could not be updated.']);
    await axe(element);
  });
});
