import { assert } from 'chai';
import { openHostPage, until, type HostPage, type Page } from '../support/helpers.js';
import { jsonFeed, newsArticle } from '../support/samples.js';

// Built files: `npm run build` comes before this.

const demo = (name: string) => new URL(`/demo/images/${name}.svg`, location.href).href;
const picture = { '@type': 'ImageObject', url: demo('lead'), width: 1600, height: 900, caption: 'The ferry at its berth.', creditText: 'Drawing: Cleo Ink' };

const story = {
  ...newsArticle,
  image: picture,
  associatedMedia: [{ ...picture, url: demo('boat'), width: 1200, height: 800 }],
  articleBody: `<p>The first boat left at <strong>nine</strong>, with <em>every</em> cabin <a href="/taken">taken</a>, a <code>code</code>, a <mark>mark</mark>
    and water as H<sub>2</sub>O.</p><h2>On the quay</h2><ul><li>One <small>small</small></li><li><p>Two</p></li></ul><ol><li>First</li></ol>
    <blockquote><p>It was full.</p><p>— <cite>The captain</cite></p></blockquote><figure><img src="${demo('boat')}" width="600" height="400" alt="">
    <figcaption>A boat.</figcaption></figure><table><caption>Boats</caption><thead><tr><th>Day</th><th>Boats</th></tr></thead><tbody><tr><td>Monday</td><td>2</td></tr>
    <tr><td>Tuesday, when the market is and everybody comes</td><td>12</td></tr></tbody></table><pre>a   b\n  c</pre><hr><dl><dt>Term</dt><dd>What it is.</dd></dl>
    <details open><summary>More</summary><p>More of it.</p></details><p>The next one leaves tomorrow.</p>`,
};

const rows = { ...jsonFeed, items: jsonFeed.items.map((item) => ({ date_published: '2024-05-01T08:00:00Z', ...item, image: demo('lead') })) };

const variants = ['plain', 'summary', 'thumbnail', 'numbered'];
const everything = variants.map((variant) => `<div><headline-list variant="${variant}"></headline-list></div>`).join('') + '<div><news-article></news-article></div>';

const elements = (page: Page) => [...page.document.querySelectorAll<HTMLElement>('headline-list, news-article')];
const root = (element: Element) => element.shadowRoot ?? assert.fail('no shadow root');
const base = (element: Element) => root(element).querySelector<HTMLElement>('[part=base]') ?? assert.fail('no base');

/** A page with all that Newsleaf shows on it. */
async function open(host: HostPage): Promise<Page> {
  const page = await openHostPage({ body: everything, ...host });
  const script = page.document.createElement('script');
  script.src = '/dist/cdn/newsleaf.iife.js';
  page.document.head.append(script);
  for (const element of elements(page)) Object.assign(element, element.localName === 'news-article' ? { article: story } : { feed: rows });
  await until(() => elements(page).every((element) => element.shadowRoot?.querySelector('li, .prose table')), 'all of it');
  await page.document.fonts.ready;
  return page;
}

const resize = (page: Page, width: number) => Object.assign(page.frameElement as HTMLIFrameElement, { width: String(width) });

const label = (element: Element) => {
  const name = element.part.value || element.classList.value;
  return `${element.localName}${name && `.${name}`}:${String(element.parentElement ? [...element.parentElement.children].indexOf(element) : 0)}`;
};

const numbers = /-?\d+(?:\.\d+)?(?:e-?\d+)?/g;

/** Within a pixel, as fractions of one are laid out according to where a box begins. */
function same(one: string, other: string): boolean {
  if (one === other) return true;
  if (one.replace(numbers, '#') !== other.replace(numbers, '#')) return false;
  const others = other.match(numbers) ?? [];
  return (one.match(numbers) ?? []).every((number, index) => Math.abs(Number(number) - Number(others[index])) <= 1);
}

type Looks = Map<string, Record<string, string>>;

/** Where everything inside an element is, and how it looks: all computed styles. */
function looksOf(element: Element): Looks {
  const looks: Looks = new Map();
  const view = element.ownerDocument.defaultView ?? assert.fail('no view');
  const { left, top, width, height } = base(element).getBoundingClientRect();
  looks.set('base', { width: String(width), height: String(height) });
  for (const content of root(element).querySelectorAll('.content')) {
    for (const part of [content, ...content.querySelectorAll('*')]) {
      const box = part.getBoundingClientRect();
      const isShown = part.getClientRects().length > 0;
      const look: Record<string, string> = { box: isShown ? [box.left - left, box.top - top, box.width, box.height].map((length) => length.toFixed(2)).join(' ') : 'none' };
      const style = view.getComputedStyle(part);
      for (const name of style) if (!name.startsWith('--')) look[name] = style.getPropertyValue(name);
      const path = [part];
      for (let parent = part.parentElement; parent && parent !== content; parent = parent.parentElement) path.unshift(parent);
      looks.set(path.map(label).join(' '), look);
    }
  }
  return looks;
}

/** What is not as it is on the blank page. */
function differences(found: Looks, expected: Looks): string[] {
  const list = [...expected.keys()].filter((path) => !found.has(path)).map((path) => `${path} is missing`);
  for (const [path, look] of found) {
    const blank = expected.get(path) ?? {};
    for (const [name, value] of Object.entries(look)) {
      if (!same(value, blank[name] ?? '')) list.push(`${path} ${name}: ${value}, not ${blank[name] ?? 'there'}`);
    }
  }
  return list;
}

/** What a page may give: its font and its colour, and the room. */
function give(blank: Page, page: Page): void {
  for (const [index, element] of elements(page).entries()) {
    const { fontFamily, fontSize, color, colorScheme, direction, visibility, pointerEvents } = page.getComputedStyle(base(element));
    const twin = elements(blank)[index] ?? assert.fail('no twin');
    Object.assign(twin.style, { fontFamily, color, colorScheme, direction, visibility, pointerEvents });
    // Relative, as it is on most pages: WebKit raises small ones only where nobody said a length.
    twin.style.fontSize = `${String((parseFloat(fontSize) / 16) * 100)}%`;
    const box = twin.parentElement ?? assert.fail('no box');
    box.style.width = `${String(base(element).getBoundingClientRect().width)}px`;
  }
}

const sheet = async (path: string) => {
  const css = await (await fetch(`/node_modules/${path}`, { headers: { accept: 'text/css' } })).text();
  assert.notInclude(css, 'import ', `${path} came as a script`);
  // Tailwind's own function, which its compiler puts the default in for.
  return css.replace(/--theme\(\s*--[\w-]+,([^()]*)\)/g, '$1');
};

const wordpress = `
  body { font: 17px/1.7 Georgia, serif; color: #28303d; }
  .entry-content > * { max-width: 36rem; margin: 0 auto 1.875rem; }
  .entry-content p, .entry-content li { margin: 0 0 1.5em; font-size: 1.25rem; letter-spacing: 0.01em; }
  .entry-content ul, .entry-content ol { list-style: square; margin: 0 0 1.5em 3em; padding-left: 40px; }
  img { max-width: 100%; height: auto; border-radius: 12px; box-shadow: 0 2px 8px #0004; }
  a { box-shadow: inset 0 -1px 0 #0f0f0f; color: #0073aa; text-decoration: none; transition: color 80ms ease-in; }
  h1, h2, h3 { clear: both; font-weight: 900; text-transform: uppercase; letter-spacing: 0.2em; }
  table { table-layout: fixed; width: 100%; border: 1px solid; } td, th { border: 1px solid; padding: 1.5em; word-break: break-all; }
  blockquote { border-left: 10px solid; padding: 2em; font-style: italic; } figure { margin: 2em 0; } time { display: none; }
  button, input[type="submit"] { background: #222; border: 0; color: #fff; padding: 1em 2em; text-shadow: none; }
  header, footer, article, aside, section { padding: 5.5% 0; background: #eee; }`;

/** Of every kind that is met, and worse; with `body`, where it needs one of its own. */
const sheets: Record<string, HostPage & { css: string | Promise<string> }> = {
  'a reset of margins, padding and boxes': { css: '* { margin: 0; padding: 0; border: 0; box-sizing: border-box; vertical-align: baseline; font: inherit }' },
  'a reset that sets': {
    css: `*, *::before, *::after { margin: 7px; padding: 5px; letter-spacing: 3px; word-spacing: 9px; text-transform: uppercase; text-indent: 30px;
      text-align: center; text-shadow: 1px 1px red; font-style: italic; font-variant: small-caps; font-weight: 900; line-height: 3; list-style: square; }`,
  },
  'all: unset': { css: '* { all: unset }' },
  'all: initial': { css: '* { all: initial }' },
  'all: revert': { css: '* { all: revert }' },
  '!important boxes': { css: '* { display: block !important; box-sizing: content-box !important; margin: 6px !important; padding: 4px !important; border: 1px solid !important }' },
  '!important text': {
    css: `* { line-height: 0.5 !important; letter-spacing: 0.5em !important; word-spacing: 1em !important; text-transform: uppercase !important; text-align: right !important;
      white-space: pre !important; font-variant: small-caps !important; text-indent: 5em !important; hyphens: auto !important; word-break: break-all !important }`,
  },
  '!important places': { css: '* { position: relative !important; float: none !important; vertical-align: top !important; order: 3 !important; transition: all 10s !important; animation: none !important }' },
  '!important floats': { css: 'main * { float: left !important; clear: both !important }', body: `<main>${everything}</main>` },
  '!important flex': { css: 'main, main * { display: flex !important; flex-direction: column !important; align-items: stretch !important }', body: `<main>${everything}</main>` },
  '!important inline': { css: 'div, headline-list, news-article { display: inline !important }' },
  'rules for every tag and part that is inside': {
    css: `a, p, ul, ol, li, h2, h3, img, time, span, table, td, th, figure, article, header, footer, button, section, .content, .list, .meta, .prose, .summary, .title,
      [part], [part='base'], [part='item'], [part='image'] { display: none !important; position: fixed !important; font-size: 3px !important; margin: 99px !important }`,
  },
  'its own --_gap': { css: ':root, * { --_gap: 9em; --_row: 40em; --_rows: 90; --_small: 4em; --_muted: lime; --_accent: lime; --_rule: lime; --_tint: lime; --_picture: 1px }' },
  'its own counters and keyframes': {
    css: `@keyframes wait { to { transform: scale(4) } } body { counter-reset: row 90; counter-increment: row 5 }`,
  },
  '62.5% root size': { css: 'html { font-size: 62.5% } body { font-size: 1.6rem }' },
  '62.5% root size and nothing after it': { css: 'html { font-size: 62.5% }' },
  'a centred body without line height': { css: 'body { text-align: center; line-height: 0 }' },
  'a body of preformatted text': { css: 'body { white-space: pre; tab-size: 1; word-break: break-all; overflow-wrap: normal; line-break: anywhere }' },
  'a body of spaced text': { css: 'body { word-spacing: 2em; letter-spacing: -2px; text-indent: 4em; hyphens: auto; text-align: justify; text-align-last: right }' },
  'a body of odd type': {
    css: `body { font-variant: all-small-caps; font-stretch: condensed; font-style: oblique; font-weight: 100; font-feature-settings: "tnum", "salt"; font-kerning: none; quotes: "<" ">";
      text-rendering: geometricPrecision; -webkit-text-stroke: 1px red; -webkit-text-fill-color: red; text-emphasis: dot; -webkit-text-size-adjust: 200%; text-size-adjust: 200%; font-size-adjust: 0.9 }`,
  },
  'a body that is hidden': { css: 'body { visibility: hidden; pointer-events: none; cursor: wait; user-select: none; -webkit-user-select: none }' },
  'a body from right to left': { css: 'body { direction: rtl; unicode-bidi: bidi-override }' },
  'a vertical body': { css: 'body { writing-mode: vertical-rl; text-orientation: upright }' },
  'a vertical body, from the left': { css: 'body { writing-mode: vertical-lr; text-combine-upright: all }' },
  'tables and lists that are collapsed': { css: 'body { border-collapse: collapse; border-spacing: 9px; caption-side: bottom; empty-cells: hide; list-style: upper-roman inside; orphans: 9; widows: 9 }' },
  Bootstrap: { css: sheet('bootstrap/dist/css/bootstrap.min.css') },
  'Bootstrap, from right to left': { css: sheet('bootstrap/dist/css/bootstrap.rtl.min.css').then((css) => `${css} html { direction: rtl }`) },
  Tailwind: { css: Promise.all([sheet('tailwindcss/theme.css'), sheet('tailwindcss/preflight.css')]).then((files) => files.join('\n')) },
  'a WordPress theme': { css: wordpress, body: `<article class="entry-content">${everything}</article>` },
  'quirks mode': { css: 'body { font-size: 18px; color: navy; text-align: center }', doctype: '' },
};

describe('the page of somebody else', () => {
  for (const [name, { css, ...host }] of Object.entries(sheets)) {
    it(`changes nothing but font and colour by ${name}`, async () => {
      const head = `<style>${await css}</style>`;
      const blank = await open({});
      const page = await open({ head, ...host });
      for (const width of [1024, 320]) {
        resize(page, width);
        give(blank, page);
        for (const [index, element] of elements(page).entries()) {
          const twin = elements(blank)[index] ?? assert.fail('no twin');
          const found = differences(looksOf(element), looksOf(twin));
          const what = `${element.localName} ${element.getAttribute('variant') ?? ''} at ${String(width)} px`;
          assert.lengthOf(found, 0, `${what}:\n${found.slice(0, 12).join('\n')}\n`);
        }
      }
      assert.deepEqual(page.__problems, []);
    });
  }

  describe('leaves the box to the page', () => {
    const box = (element: Element) => element.getBoundingClientRect();

    /** What an author does to any element, and what comes of it. */
    const placed: Record<string, [css: string, check: (list: HTMLElement, view: Window) => void]> = {
      'hides it': ['headline-list { display: none }', (list) => { assert.equal(box(list).height, 0); }],
      'hides it by a class of no weight': [':where(.x) { display: none }', (list) => { assert.equal(box(list).height, 0); }],
      'hides it and keeps its room': ['headline-list { visibility: hidden }', (list, view) => {
        assert.isAbove(box(list).height, 100);
        assert.equal(view.getComputedStyle(root(list).querySelector('a') ?? list).visibility, 'hidden');
      }],
      'gives it a width in the middle': ['headline-list { width: 300px; margin: 10px auto }', (list, view) => {
        assert.equal(box(list).width, 300);
        assert.closeTo(box(list).left, (view.document.documentElement.clientWidth - 300) / 2, 1);
        assert.equal(box(base(list)).width, 300);
      }],
      'gives it a greatest width': ['headline-list { max-width: 20em }', (list) => { assert.equal(box(list).width, 320); }],
      'floats it': ['headline-list { float: right; width: 250px }', (list, view) => {
        assert.closeTo(box(list).right, view.document.documentElement.clientWidth - 8, 1);
        assert.equal(box(list).width, 250);
      }],
      'floats it without a width': ['headline-list { float: left }', (list) => { assert.closeTo(box(list).width, 320, 1); }],
      'puts it into a grid': ['div { display: grid; grid-template-columns: 200px 1fr; gap: 10px } headline-list { grid-column: 2; align-self: end }', (list) => { assert.equal(box(list).left, 218); }],
      'lets it share a line': ['div { display: flex } headline-list { flex: 0 1 400px }', (list) => { assert.equal(box(list).width, 400); }],
      'places it': ['headline-list { position: fixed; inset: 5px auto auto 7px; width: 300px }', (list) => { assert.deepEqual([box(list).left, box(list).top], [7, 5]); }],
      'gives it a frame': ['headline-list { border: 3px solid; padding: 20px; background: rgb(250, 240, 230); height: 500px; overflow: auto }', (list, view) => {
        assert.equal(box(base(list)).left - box(list).left, 23);
        assert.equal(box(list).height, 546);
        assert.equal(view.getComputedStyle(list).backgroundColor, 'rgb(250, 240, 230)');
      }],
      'colours it': ['headline-list { color: rgb(0, 80, 0); font: 20px serif }', (list, view) => {
        const { color, fontSize, fontFamily } = view.getComputedStyle(root(list).querySelector('[part=description]') ?? list);
        assert.deepEqual([color, fontSize, fontFamily], ['rgb(0, 80, 0)', '18.75px', 'serif']);
      }],
      'enlarges it': ['body { zoom: 2 } headline-list { max-width: 200px }', (list) => {
        // Of the page's pixels or of the screen's, as the engine counts.
        assert.include([200, 400], box(base(list)).width);
        for (const row of root(list).querySelectorAll('li')) assert.isAtMost(box(row).right, box(base(list)).right + 1);
      }],
      // Lines under, over and through words go on into whatever is within, and CSS knows no way to stop them.
      'underlines it': ['headline-list { text-decoration: underline }', (list, view) => {
        assert.include(view.getComputedStyle(list).textDecorationLine, 'underline');
        assert.equal(view.getComputedStyle(root(list).querySelector('[part=description]') ?? list).textDecorationLine, 'none');
      }],
      'turns it': ['headline-list { transform: translateX(30px) !important; opacity: 0.5 }', (list) => { assert.equal(box(base(list)).left, 38); }],
      'does all of that to everything': ['* { margin: 20px !important; padding: 3px !important; transform: translateX(10px) !important }', (list) => {
        // Thrice: html, body and the division around it are moved, too.
        assert.equal(box(base(list)).left - box(list).left, 3);
        assert.equal(list.offsetLeft, 20 + 3);
      }],
    };
    for (const [name, [css, check]] of Object.entries(placed)) {
      it(`that ${name}`, async () => {
        const page = await open({ head: `<style>${css}</style>`, body: '<div><headline-list class="x" variant="summary"></headline-list></div>' });
        check(elements(page)[0] ?? assert.fail('no list'), page);
        assert.deepEqual(page.__problems, []);
      });
    }

    it('that marks it hidden', async () => {
      const page = await open({ body: '<headline-list hidden></headline-list>' });
      assert.equal(box(elements(page)[0] ?? assert.fail('no list')).height, 0);
    });

    it('that styles what it put into the slots', async () => {
      const head = '<style>headline-list > h2 { margin: 0; color: rgb(200, 0, 0); text-transform: uppercase } headline-list a { letter-spacing: 5px }</style>';
      const page = await open({ head, body: '<headline-list><h2 slot="heading">Latest</h2><a href="/all">All</a></headline-list>' });
      const [list = assert.fail('no list')] = elements(page);
      const heading = list.querySelector('h2') ?? assert.fail('no heading');
      const { color, textTransform } = page.getComputedStyle(heading);
      assert.deepEqual([color, textTransform], ['rgb(200, 0, 0)', 'uppercase']);
      const [link = assert.fail('no link')] = root(list).querySelectorAll('[part=link]');
      assert.equal(page.getComputedStyle(link).letterSpacing, 'normal');
      assert.isAtLeast(box(link).top, box(heading).bottom);
    });
  });

  for (const [name, css] of Object.entries({ 'from right to left': 'html { direction: rtl }', vertical: 'html { writing-mode: vertical-rl }' })) {
    it(`that is ${name} is read without a sideways scroll inside, and nothing lies on anything`, async () => {
      const page = await open({ head: `<style>${css}</style>` });
      resize(page, 320);
      for (const element of elements(page)) {
        const { left, right } = base(element).getBoundingClientRect();
        for (const block of root(element).querySelectorAll('li, article > *')) {
          const { left: start, right: end } = block.getBoundingClientRect();
          if (!block.getClientRects().length) continue;
          assert.isAtLeast(start, left - 1, label(block));
          assert.isAtMost(end, right + 1, label(block));
        }
        for (const row of root(element).querySelectorAll('li + li[part=item]')) {
          assert.isAtLeast(row.getBoundingClientRect().top, (row.previousElementSibling ?? row).getBoundingClientRect().bottom - 1, label(row));
        }
      }
    });
  }

  it('that is from right to left is mirrored: numbers and text at the right, pictures at the left, and nothing wider than it', async () => {
    const page = await openHostPage({ body: '' });
    page.document.documentElement.dir = 'rtl';
    page.document.documentElement.lang = 'he';
    page.document.body.innerHTML = everything;
    const script = page.document.createElement('script');
    script.src = '/dist/cdn/newsleaf.iife.js';
    page.document.head.append(script);
    const hebrew = { ...rows, items: rows.items.map((item) => ({ ...item, title: 'המעבורת חוזרת אחרי תשע שנים', authors: [{ name: 'עדה קולמוס' }] })) };
    for (const element of elements(page)) Object.assign(element, element.localName === 'news-article' ? { article: { ...story, inLanguage: 'he' } } : { feed: hebrew });
    await until(() => elements(page).every((element) => element.shadowRoot?.querySelector('li, .prose table')), 'all of it');
    for (const width of [1024, 320]) {
      resize(page, width);
      const { scrollWidth, clientWidth } = page.document.documentElement;
      assert.isAtMost(scrollWidth, clientWidth);
      for (const list of page.document.querySelectorAll('headline-list')) {
        const area = base(list).getBoundingClientRect();
        const indent = list.getAttribute('variant') === 'numbered' ? 16 * 2.6 : 0;
        for (const headline of root(list).querySelectorAll('[part=headline]')) assert.closeTo(headline.getBoundingClientRect().right, area.right - indent, 2);
        for (const date of root(list).querySelectorAll('[part=byline]')) assert.isAtMost(date.getBoundingClientRect().right, area.right + 13);
        for (const image of root(list).querySelectorAll('[part=image]')) assert.closeTo(image.getBoundingClientRect().left, area.left, 1);
      }
    }
  });
});

describe('what stands in a line below a headline', () => {
  const separated = { ...rows, items: ['Ada Quill', 'Ada Quill, Ben Post and Cleo Ink of the night desk', 'عدا كويل'].map((name, index) => ({ id: String(index), title: name, authors: [{ name }], date_published: '2024-05-01T08:00:00Z' })) };

  for (const dir of ['ltr', 'rtl']) {
    it(`has no dot at the beginning of a line, and one between two, ${dir}`, async () => {
      const page = await openHostPage({ body: '<headline-list></headline-list>' });
      page.document.documentElement.dir = dir;
      const script = page.document.createElement('script');
      script.src = '/dist/cdn/newsleaf.iife.js';
      page.document.head.append(script);
      const [list = assert.fail('no list')] = elements(page);
      Object.assign(list, { feed: separated });
      await until(() => list.shadowRoot?.querySelectorAll('li').length === 3, 'the rows');
      let together = 0;
      let apart = 0;
      for (let width = 120; width <= 640; width += 20) {
        list.style.width = `${String(width)}px`;
        for (const line of root(list).querySelectorAll('.meta')) {
          const area = line.getBoundingClientRect();
          const items = [...line.children].filter((item) => item.getClientRects().length > 0).map((item) => ({ box: item.getBoundingClientRect(), dot: parseFloat(page.getComputedStyle(item, '::before').width) }));
          for (const [index, { box, dot }] of items.entries()) {
            // Where the item begins with its dot, from the line's beginning.
            const start = dir === 'ltr' ? box.left - area.left : area.right - box.right;
            const before = items[index - 1]?.box;
            if (before && before.top < box.bottom - 2 && box.top < before.bottom - 2) {
              together += 1;
              assert.isAtLeast(start, 4, 'a dot that is seen');
              assert.closeTo(dir === 'ltr' ? box.left : box.right, dir === 'ltr' ? before.right : before.left, 1, 'a dot between the two');
            } else {
              apart += before ? 1 : 0;
              // The dot is in the middle of its room.
              assert.isBelow(start + dot / 2 + 1, 0, 'a dot that is cut off');
            }
            assert.isAtMost(dir === 'ltr' ? box.right : -box.left, (dir === 'ltr' ? area.right : -area.left) + 1);
          }
        }
      }
      assert.isAbove(together, 10);
      assert.isAbove(apart, 5);
    });
  }
});
