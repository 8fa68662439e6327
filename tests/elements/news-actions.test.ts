import FakeTimers, { type Clock } from '@sinonjs/fake-timers';
import { sendKeys } from '@web/test-runner-commands';
import { assert } from 'chai';
import { html } from 'lit';
import { NewsActions } from '../../src/elements/news-actions/news-actions.js';
import '../../src/elements/news-actions/define.js';
import type { ShareMethod } from '../../src/model.js';
import { axe, mount, oneEvent, until } from '../support/helpers.js';
import { feedUrl, heldFeed, jsonFeed, newsArticle } from '../support/samples.js';

const root = (element: Element) => element.shadowRoot ?? assert.fail('no shadow root');
const buttons = (element: Element) => [...root(element).querySelectorAll<HTMLElement>("[part='button']:not(.placeholder)")];
/** What is heard of a button. */
const named = (button: Element) => [...button.querySelectorAll('span:not([aria-hidden] *)')].filter((span) => !span.children.length).map(({ textContent }) => textContent).join();
const names = (element: Element) => buttons(element).map(named);
const button = (element: Element, name: string) => buttons(element).find((one) => named(one) === name) ?? assert.fail(`no ${name}`);
const status = (element: Element) => root(element).querySelector('[role=status]')?.textContent;
const field = (element: Element) => root(element).querySelector('input');
const usual = ['Copy link', 'Email', 'Print'];

async function withStory(article: object = newsArticle, attributes = 'lang="en"'): Promise<NewsActions> {
  const actions = await mount<NewsActions>(`<news-actions ${attributes}></news-actions>`);
  actions.article = article;
  await actions.updateComplete;
  return actions;
}

/** What the system and the browser were asked for. */
let done: [what: string, ...values: unknown[]][];
let restore: (() => void)[];

function stub(object: object, name: string, value: unknown): void {
  const old = Object.getOwnPropertyDescriptor(object, name);
  Object.defineProperty(object, name, { configurable: true, value });
  restore.push(() => {
    if (old) Object.defineProperty(object, name, old);
    else Reflect.deleteProperty(object, name);
  });
}

/** @param fail gives what sharing fails with */
function withSheet(fail?: () => unknown): void {
  stub(navigator, 'canShare', (data: ShareData) => !!data.url?.startsWith('http'));
  stub(navigator, 'share', async (data: ShareData) => {
    done.push(['share', data]);
    await Promise.resolve();
    if (fail) throw fail();
  });
}

beforeEach(() => {
  done = [];
  restore = [];
  stub(navigator, 'canShare', () => false);
  stub(navigator, 'clipboard', {
    writeText: async (text: string) => {
      done.push(['copy', text]);
      await new Promise(requestAnimationFrame);
    },
  });
  stub(window, 'print', () => done.push(['print']));
});
afterEach(() => {
  for (const undo of restore.reverse()) undo();
});

describe('news-actions: data in', () => {
  const json = JSON.stringify(newsArticle);
  const routes: Record<string, () => Promise<Element>> = {
    'a property': () => withStory(),
    'a property set before upgrade': async () => {
      const element = document.createElement('actions-before-upgrade');
      Object.assign(element, { article: newsArticle });
      await mount(element);
      NewsActions.define('actions-before-upgrade');
      return element;
    },
    'JSON in the attribute': () => mount(html`<news-actions article=${json}></news-actions>`),
    'a child script': () => mount(`<news-actions><script type="application/ld+json">${json}</script></news-actions>`),
    src: () => mount(html`<news-actions src=${feedUrl(newsArticle)}></news-actions>`),
    'a feed, of which it takes the first': () => withStory(jsonFeed),
    'a copy': async () => mount((await mount(`<news-actions article='${json}'></news-actions>`)).cloneNode(true) as Element),
    'one that was moved': async () => {
      const actions = await withStory();
      (await mount('<section></section>')).append(actions);
      return actions;
    },
  };
  for (const [name, make] of Object.entries(routes)) {
    it(`acts on the same by ${name}`, async () => {
      const element = await make();
      await until(() => names(element).join() === usual.join(), 'the buttons');
      button(element, 'Copy link').click();
      assert.deepEqual(done, [['copy', newsArticle.url]]);
    });
  }

  it('has nothing to act on when it is emptied', async () => {
    const actions = await withStory();
    actions.article = undefined;
    await actions.updateComplete;
    assert.deepEqual(names(actions), []);
    assert.equal(actions.getBoundingClientRect().height, 0);
  });

  it('is many', async () => {
    const box = await mount(html`<div>${Array.from({ length: 500 }, () => html`<news-actions .article=${newsArticle}></news-actions>`)}</div>`);
    const all = [...box.children];
    await until(() => all.every((element) => names(element).length === 3), '500 of them');
  });
});

describe('news-actions: which there are', () => {
  const cases: [attribute: string | undefined, withoutSheet: string[], withSheet: string[]][] = [
    [undefined, usual, ['Share', 'Print']],
    ['', usual, ['Share', 'Print']],
    ['share', ['Copy link', 'Email'], ['Share']],
    ['print copy', ['Print', 'Copy link'], ['Print', 'Copy link']],
    [' share\n copy  share mail ', ['Copy link', 'Email'], ['Share', 'Copy link', 'Email']],
    ['fax constructor', [], []],
  ];
  for (const [attribute, without, having] of cases) {
    for (const [about, expected] of [['without', without], ['with', having]] as const) {
      it(`are ${expected.join(', ') || 'none'} by ${JSON.stringify(attribute)} ${about} a sheet`, async () => {
        if (about === 'with') withSheet();
        const actions = await withStory();
        actions.actions = attribute;
        await actions.updateComplete;
        assert.deepEqual(names(actions), expected);
      });
    }
  }

  for (const url of [undefined, 'javascript:alert(1)', 'mailto:desk@gazette.example']) {
    it(`is only print for a story at ${String(url)}`, async () => {
      withSheet();
      assert.deepEqual(names(await withStory({ ...newsArticle, '@id': undefined, url })), ['Print']);
    });
  }
});

describe('news-actions: what they do', () => {
  it('shares a headline and a link', async () => {
    withSheet();
    button(await withStory(), 'Share').click();
    assert.deepEqual(done, [['share', { title: newsArticle.headline, url: newsArticle.url }]]);
  });

  for (const name of ['AbortError', 'InvalidStateError']) {
    it(`says nothing when sharing ends with ${name}`, async () => {
      withSheet(() => new DOMException('never mind', name));
      const actions = await withStory();
      button(actions, 'Share').click();
      await new Promise(requestAnimationFrame);
      assert.lengthOf(done, 1);
      assert.equal(status(actions), '');
    });
  }

  for (const error of [new DOMException('no', 'NotAllowedError'), new TypeError('no'), 'no']) {
    it(`copies the link when sharing fails with ${String(error)}`, async () => {
      withSheet(() => error);
      const actions = await withStory();
      button(actions, 'Share').click();
      await until(() => status(actions) === 'Copied', 'the confirmation');
      assert.match(button(actions, 'Share').className, /copied/);
      assert.deepEqual(done.map(([what]) => what), ['share', 'copy']);
    });
  }

  it('prints the page', async () => {
    button(await withStory(), 'Print').click();
    assert.deepEqual(done, [['print']]);
  });

  const mails: [article: object, subject: string, body: string][] = [
    [newsArticle, newsArticle.headline, `${newsArticle.description}\r\n\r\n${newsArticle.url}`],
    [{ ...newsArticle, headline: '100 % & more? A+B=C #1', description: undefined }, '100 % & more? A+B=C #1', newsArticle.url],
    [{ ...newsArticle, headline: 'عودة العبّارة', description: 'd'.repeat(9000) }, 'عودة العبّارة', `${'d'.repeat(500)}\r\n\r\n${newsArticle.url}`],
  ];
  for (const [article, subject, body] of mails) {
    it(`mails ${subject}`, async () => {
      const { href } = button(await withStory(article), 'Email') as HTMLAnchorElement;
      assert.match(href, /^mailto:\?subject=[^&]*&body=[^&]*$/);
      const [, encodedSubject, encodedBody] = /subject=(.*)&body=(.*)/.exec(href) ?? [];
      assert.equal(decodeURIComponent(encodedSubject ?? ''), subject);
      assert.equal(decodeURIComponent(encodedBody ?? ''), body);
    });
  }

  it('keeps a headline that is no text, or has lines, out of the head of a mail', async () => {
    const { article } = await withStory();
    assert.isDefined(article);
    const { href } = button(await withStory({ ...article, headline: 'One\r\nBcc: all@gazette.example \ud800' }), 'Email') as HTMLAnchorElement;
    assert.match(href, /subject=One%20Bcc%3A%20all%40gazette\.example%20%EF%BF%BD&/);
  });
});

describe('news-actions: a copied link', () => {
  let clock: Clock;
  beforeEach(() => {
    clock = FakeTimers.install({ toFake: ['setTimeout', 'clearTimeout'] });
  });
  afterEach(() => { clock.uninstall(); });

  /** What is said from now on. */
  function listen(actions: NewsActions): (string | null)[] {
    const said: (string | null)[] = [];
    const live = root(actions).querySelector('[role=status]') ?? assert.fail('no status');
    new MutationObserver(() => said.push(live.textContent)).observe(live, { childList: true, characterData: true, subtree: true });
    return said;
  }

  async function copied(): Promise<NewsActions> {
    const actions = await withStory();
    button(actions, 'Copy link').click();
    await until(() => status(actions) === 'Copied', 'the confirmation');
    return actions;
  }

  it('is confirmed for a while, said once, and moves nothing', async () => {
    const actions = await withStory();
    const places = () => JSON.stringify(buttons(actions).map((one) => one.getBoundingClientRect()));
    const before = places();
    const said = listen(actions);
    button(actions, 'Copy link').click();
    await until(() => status(actions) === 'Copied', 'the confirmation');
    assert.match(buttons(actions)[0]?.className ?? '', /copied/);
    assert.equal(places(), before);
    clock.tick(4000);
    await until(() => status(actions) === '', 'the end of it');
    assert.notMatch(buttons(actions)[0]?.className ?? '', /copied/);
    assert.deepEqual(said, ['Copied', '']);
    clock.uninstall();
    await axe(actions);
  });

  it('is confirmed anew when it is copied anew', async () => {
    const actions = await copied();
    const said = listen(actions);
    clock.tick(3000);
    button(actions, 'Copy link').click();
    await until(() => said.join() === ',Copied', 'the second confirmation');
    clock.tick(3000);
    await actions.updateComplete;
    assert.equal(status(actions), 'Copied');
    assert.equal(clock.countTimers(), 1);
  });

  it('is not that of the next story', async () => {
    const actions = await copied();
    actions.article = { ...newsArticle, '@id': undefined, url: 'https://gazette.example/other' };
    await actions.updateComplete;
    assert.equal(status(actions), '');
  });

  it('leaves no timer behind', async () => {
    const actions = await copied();
    assert.equal(clock.countTimers(), 1);
    actions.remove();
    assert.equal(clock.countTimers(), 0);
    await actions.updateComplete;
    assert.equal(status(actions), '');
  });

  const refusals: [about: string, clipboard: unknown][] = [
    ['there is no clipboard', undefined],
    ['the clipboard refuses', { writeText: () => Promise.reject(new DOMException('no', 'NotAllowedError')) }],
  ];
  for (const [about, clipboard] of refusals) {
    it(`is there to be copied by hand when ${about}`, async () => {
      stub(navigator, 'clipboard', clipboard);
      const actions = await withStory();
      button(actions, 'Copy link').click();
      const input = await until(() => root(actions).activeElement as HTMLInputElement | null, 'focus');
      assert.equal(input, field(actions));
      assert.equal(input.value, newsArticle.url);
      assert.deepEqual([input.selectionStart, input.selectionEnd], [0, newsArticle.url.length]);
      assert.equal(input.labels?.[0]?.innerText.trim(), 'Link to this story');
      assert.isTrue(input.readOnly);
      assert.equal(status(actions), '');
      clock.uninstall();
      await axe(actions);
    });
  }

  it('is not gone to by who is elsewhere when the clipboard refuses', async () => {
    let refuse = (_: Error): void => undefined;
    stub(navigator, 'clipboard', { writeText: () => new Promise((_, reject) => { refuse = reject; }) });
    const actions = await withStory();
    button(actions, 'Copy link').click();
    const other = await mount<HTMLInputElement>('<input aria-label="x">');
    other.focus();
    refuse(new DOMException('no', 'NotAllowedError'));
    await until(() => field(actions), 'the field');
    await actions.updateComplete;
    assert.isTrue(document.activeElement === other);
  });

  it('needs no field any more once it can be copied', async () => {
    stub(navigator, 'clipboard', undefined);
    const actions = await withStory();
    button(actions, 'Copy link').click();
    await until(() => field(actions), 'the field');
    restore.pop()?.();
    button(actions, 'Copy link').click();
    await until(() => status(actions) === 'Copied', 'the confirmation');
    assert.isNull(field(actions));
  });
});

describe('news-actions: news-share', () => {
  const methods: [method: ShareMethod, name: string][] = [['share', 'Share'], ['copy', 'Copy link'], ['mail', 'Email'], ['print', 'Print']];
  for (const [method, name] of methods) {
    it(`says that it is by ${method}, and leaves it to the page that wants to do it`, async () => {
      withSheet();
      const actions = await withStory(newsArticle, 'lang="en" actions="share copy mail print"');
      const told = oneEvent<HTMLElementEventMap['news-share']>(document, 'news-share');
      document.addEventListener('news-share', (event) => { event.preventDefault(); }, { once: true });
      const click = new MouseEvent('click', { bubbles: true, cancelable: true, composed: true });
      button(actions, name).dispatchEvent(click);
      const event = await told;
      assert.equal(event.method, method);
      assert.strictEqual(event.article, actions.article);
      assert.isTrue(click.defaultPrevented);
      assert.deepEqual(done, []);
    });
  }

  it('lets a mail be written when nobody objects', async () => {
    const actions = await withStory();
    let prevented: boolean | undefined;
    window.addEventListener('click', (event) => { prevented = event.defaultPrevented; event.preventDefault(); }, { once: true });
    button(actions, 'Email').click();
    assert.isFalse(prevented);
  });
});

describe('news-actions: states', () => {
  it('keeps the room of its buttons while loading', async () => {
    const { url, release } = heldFeed(newsArticle);
    const box = await mount(html`<div lang="en"><news-actions src=${url}></news-actions><p>below</p></div>`);
    const [actions, below] = [box.querySelector('news-actions') ?? assert.fail(), box.querySelector('p') ?? assert.fail()];
    await until(() => actions.matches(':state(loading)') && root(actions).querySelector('.placeholder'), 'the placeholders');
    assert.deepEqual(names(actions), []);
    assert.equal(status(actions), 'Loading…');
    const boxes = () => JSON.stringify([below, ...root(actions).querySelectorAll("[part='button']")].map((element) => element.getBoundingClientRect()));
    const before = boxes();
    await axe(actions);
    await release();
    await until(() => names(actions).length === 3, 'the buttons');
    assert.equal(boxes(), before);
  });

  const states: [state: string, attributes: string, sentence: string][] = [
    ['error', 'src="/__feed/x.json?status=500"', 'The news could not be loaded.'],
    ['empty', `article='${JSON.stringify({ ...newsArticle, expires: '2020-01-01' })}'`, 'This story is not available.'],
  ];
  for (const [state, attributes, sentence] of states) {
    it(`says what is wrong: ${state}`, async () => {
      const actions = await mount(`<news-actions lang="en" ${attributes}><a href="/news">The news page</a></news-actions>`);
      await until(() => status(actions) === sentence, sentence);
      assert.isTrue(actions.matches(`:state(${state})`));
      assert.deepEqual(names(actions), []);
      assert.equal((actions.querySelector('a')?.offsetHeight ?? 0) > 0, state === 'error');
      await axe(actions);
    });
  }

  it('keeps its buttons when the next story is bad', async () => {
    const actions = await withStory();
    actions.article = { weather: 'fine' };
    await oneEvent(actions, 'news-error');
    await actions.updateComplete;
    assert.isTrue(actions.matches(':state(stale)'));
    assert.deepEqual(names(actions), usual);
  });

  it('shows its children without data', async () => {
    const actions = await mount('<news-actions><a href="/news">The news page</a></news-actions>');
    assert.isAbove(actions.querySelector('a')?.offsetHeight ?? 0, 0);
    assert.deepEqual(['loading', 'error', 'empty', 'stale'].filter((state) => actions.matches(`:state(${state})`)), []);
  });
});

describe('news-actions: for everybody', () => {
  const languages: [lang: string, words: string[]][] = [
    ['de-CH', ['Link kopieren', 'E-Mail', 'Drucken']],
    ['ar', ['نسخ الرابط', 'بريد إلكتروني', 'طباعة']],
    ['tlh', usual],
  ];
  for (const [lang, words] of languages) {
    it(`speaks ${lang}`, async () => {
      const actions = await withStory(newsArticle, `lang="${lang}" ${lang === 'ar' ? 'dir="rtl"' : ''}`);
      await until(() => names(actions).join() === words.join(), words.join());
      const [first, last] = [buttons(actions)[0], buttons(actions)[2]].map((one) => one?.getBoundingClientRect().left ?? 0);
      assert.equal((first ?? 0) > (last ?? 0), lang === 'ar');
      await axe(actions);
    });
  }

  for (const scheme of ['light', 'dark']) {
    it(`is accessible in the ${scheme}, and has targets that can be hit`, async () => {
      withSheet();
      const box = await mount(`<div style="color-scheme: ${scheme}; background: Canvas; color: CanvasText; padding: 1em"></div>`);
      const actions = await withStory(newsArticle, 'lang="en" actions="share copy mail print"');
      box.append(actions);
      await actions.updateComplete;
      await axe(box);
      for (const one of buttons(actions)) {
        const { width, height } = one.getBoundingClientRect();
        assert.isAtLeast(Math.min(width, height), 24);
      }
      assert.equal(root(actions).querySelector('[role=group]')?.ariaLabel, newsArticle.headline);
    });
  }

  it('is gone through by keyboard, shows where it is, and does what is asked', async () => {
    const actions = await withStory();
    const start = document.createElement('button');
    actions.before(start);
    start.focus();
    for (const name of usual) {
      await sendKeys({ press: 'Tab' });
      const focused = root(actions).activeElement ?? assert.fail(`no focus on ${name}`);
      assert.equal(named(focused), name);
      assert.equal(getComputedStyle(focused).outlineStyle, 'solid');
    }
    await sendKeys({ press: 'Enter' });
    assert.deepEqual(done, [['print']]);
  });

  it('has room at 320 px, in every language, with a field', async () => {
    stub(navigator, 'clipboard', undefined);
    const box = await mount('<div style="width: 320px"></div>');
    for (const lang of ['en', 'de', 'ru', 'uk', 'tr']) {
      const actions = await withStory({ ...newsArticle, url: `https://gazette.example/${'long-'.repeat(50)}` }, `lang="${lang}" actions="copy mail print"`);
      box.append(actions);
      await actions.updateComplete;
      buttons(actions)[0]?.click();
      await until(() => field(actions), 'the field');
      assert.isAtMost(box.scrollWidth, 320, lang);
    }
  });

  it('does not come onto paper', () => {
    const sheets = NewsActions.styles.flatMap(({ cssText }) => cssText);
    assert.match(sheets.join('\n'), /@media print \{\s*:host \{\s*display: none/);
  });
});
