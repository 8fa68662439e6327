import FakeTimers from '@sinonjs/fake-timers';
import { assert } from 'chai';
import type { Article, Body, Media, NewsDate } from '../../src/model.js';
import { mount, until } from '../support/helpers.js';
import { feedUrl } from '../support/samples.js';

// dist/custom-elements.json beside the elements: `npm run build` comes before this. What they have is seen while each
// goes through all that can happen to it, with a story in which there is everything.

interface Named {
  readonly name: string;
  readonly description?: string;
  readonly default?: string;
  readonly type?: { readonly text: string };
}
interface Member extends Named {
  readonly kind: 'field' | 'method';
  readonly static?: boolean;
  readonly attribute?: string;
}
type List = 'attributes' | 'events' | 'slots' | 'cssParts' | 'cssProperties' | 'cssStates';
type Declaration = Readonly<Record<List, readonly Named[]>> & { readonly name: string; readonly tagName?: string; readonly summary?: string; readonly members: readonly Member[] };
interface Manifest {
  readonly modules: readonly { readonly path: string; readonly declarations: readonly Declaration[]; readonly exports: readonly { readonly kind: string; readonly name: string }[] }[];
}
type NewsElement = HTMLElement & { updateComplete: Promise<boolean> } & Record<string, unknown>;
type NewsElementClass = CustomElementConstructor & { observedAttributes: string[]; elementProperties: Map<string, { attribute?: string | boolean; state?: boolean }> };

/** What was seen of an element. */
class Seen {
  readonly parts = new Set<string>();
  readonly slots = new Set<string>();
  readonly states = new Set<string>();
  /** Type and class. */
  readonly events = new Set<string>();
  /** With their fallbacks, as written. */
  readonly properties = new Map<string, Set<string>>();
}

const minute = 60_000;
const sorted = (values: Iterable<string>) => [...new Set(values)].sort();
const names = (items: readonly Named[]) => sorted(items.map(({ name }) => name));
/** The values of a union of texts. */
const choices = (type = '') => [...type.matchAll(/'([^']*)'/g)].map(([, value = '']) => value);

const tags: string[] = [];
const seen = new Map<string, Seen>();
const seenOf = ({ localName }: Element) => seen.get(localName);

async function watch(): Promise<void> {
  const { define } = customElements;
  customElements.define = function (tag, ...rest) {
    tags.push(tag);
    seen.set(tag, new Seen());
    define.call(this, tag, ...rest);
  };
  await import('../../src/define.js');
  customElements.define = define;
}

const { attachInternals, dispatchEvent } = HTMLElement.prototype;
/** WebKit forgets what was changed of an object that nobody holds. */
const held: CustomStateSet[] = [];

function watchElements(): void {
  HTMLElement.prototype.attachInternals = function () {
    const internals = attachInternals.call(this);
    const { states } = internals;
    const { add } = states;
    held.push(states);
    states.add = (state) => {
      seenOf(this)?.states.add(state);
      return add.call(states, state);
    };
    return internals;
  };
  HTMLElement.prototype.dispatchEvent = function (event) {
    seenOf(this)?.events.add(`${event.type} ${event.constructor.name}`);
    return dispatchEvent.call(this, event);
  };
}

function stopWatching(): void {
  Object.assign(HTMLElement.prototype, { attachInternals, dispatchEvent });
}

/** Rules, also within others, each with its whole selector. */
function* styleRules(rules: CSSRuleList, parent = ''): Iterable<{ readonly selector: string; readonly style: CSSStyleDeclaration }> {
  for (const rule of rules) {
    let selector = parent;
    if (rule instanceof CSSStyleRule) {
      const { selectorText, style } = rule;
      selector = selectorText;
      if (parent) selector = selectorText.includes('&') ? selectorText.replaceAll('&', `:is(${parent})`) : `:is(${parent}) :is(${selectorText})`;
      yield { selector, style };
    }
    if ('cssRules' in rule) yield* styleRules(rule.cssRules as CSSRuleList, selector);
  }
}

/** The custom properties of a text of CSS, each with its fallback. */
function* variables(css: string): Iterable<[name: string, fallback: string]> {
  for (const { index } of css.matchAll(/var\(/g)) {
    let depth = 0;
    let end = index + 3;
    do depth += { '(': 1, ')': -1 }[css.charAt(end++)] ?? 0;
    while (depth > 0);
    const [, name = '', fallback = ''] = /^\s*(--[\w-]+)\s*(?:,([^]*))?$/.exec(css.slice(index + 4, end - 1)) ?? [];
    yield [name, fallback.trim().replace(/\s+/g, ' ')];
  }
}

/** The declarations of a rule that are for something in a shadow root, whatever a pointer or the focus is on. */
function declarationsOf(style: CSSStyleDeclaration, selectorText: string, root: ShadowRoot): string[] {
  const selector = selectorText.replace(/::?(hover|active|focus|focus-visible|focus-within|before|after|marker)(?![\w-])/g, '');
  const declarations = style.cssText.split(';').map((declaration) => declaration.trim());
  try {
    const elements = [...root.querySelectorAll(selector)];
    if (elements.length === 0 && !selector.includes(':host')) return [];
    // The colour of no line is nothing to see.
    const isUnderlined = elements.some((element) => getComputedStyle(element).textDecorationLine !== 'none');
    return declarations.filter((declaration) => isUnderlined || !declaration.startsWith('text-decoration-color'));
  } catch {
    // Nothing is left of the selector.
    return declarations;
  }
}

/** Looks at what an element has now. */
function look(element: Element): void {
  const found = seenOf(element) ?? assert.fail('not seen');
  const root = element.shadowRoot ?? assert.fail('no shadow root');
  // What is empty is not shown.
  for (const { part } of root.querySelectorAll('[part]:is(img, :not(:empty))')) for (const name of part) found.parts.add(name);
  for (const { name } of root.querySelectorAll('slot')) found.slots.add(name);
  const declarations = root.adoptedStyleSheets.flatMap(({ cssRules }) => [...styleRules(cssRules)]).flatMap(({ selector, style }) => declarationsOf(style, selector, root));
  const read = (name: string, fallback: string) => {
    if (name.startsWith('--news-')) found.properties.set(name, (found.properties.get(name) ?? new Set()).add(fallback));
    // One of the element's own, which reads others in turn.
    else for (const own of declarations.filter((other) => other.startsWith(`${name}:`))) for (const [inner, other] of variables(own)) read(inner, other);
  };
  for (const declaration of declarations.filter((one) => !one.startsWith('--_'))) for (const [name, fallback] of variables(declaration)) read(name, fallback);
}

const date = (hour: number): NewsDate => ({ iso: `2025-07-28T${String(hour).padStart(2, '0')}:00:00Z`, precision: 'instant' });
const picture: Media = { kind: 'image', renditions: [{ url: `${location.origin}/demo/images/lead.svg`, width: 1600, height: 900 }], caption: 'The ferry.', credit: 'Drawing: Cleo Ink' };
const person = { name: 'Ada Quill', url: 'https://gazette.example/ada' };
const body: Body = {
  kind: 'html',
  html: '<h2>Nine years</h2><p>It was <a href="/a"><code>full</code></a>.</p><blockquote><p>Well.</p></blockquote><iframe src="https://video.example/1"></iframe><table><tr><th>1</th></tr></table>',
};
const update = (hour: number) => ({
  id: `u${String(hour)}`,
  url: `https://gazette.example/live#u${String(hour)}`,
  headline: `What happened at ${String(hour)}`,
  body,
  author: [person],
  datePublished: date(hour),
  image: picture,
  keyEvent: true,
  pinned: hour === 12,
});
const story = (id: string, more: Partial<Article> = {}): Article => ({
  id,
  kind: 'liveBlog',
  url: `https://gazette.example/${id}`,
  headline: `Night ferry returns: ${id}`,
  kicker: 'Transport',
  description: 'The crossing takes eleven hours.',
  body,
  author: [person],
  publisher: { name: 'Harbour Gazette' },
  datePublished: date(10),
  dateModified: date(12),
  image: picture,
  media: [],
  articleSection: [],
  keywords: [{ name: 'Ferries' }],
  contentLocation: [],
  contentWarning: 'Waves.',
  digitalSourceType: 'trainedAlgorithmicMedia',
  status: 'usable',
  rights: { copyright: '© 2025 Harbour Gazette' },
  correction: [{ text: 'The berth was another.', date: date(11) }],
  liveBloggingNow: true,
  liveBlogUpdate: [update(12), update(11)],
  related: [{ url: 'https://gazette.example/market', headline: 'Market moves uphill' }],
  ...more,
});

/** What an attribute says, where that is needed to see everything. */
const settings: Readonly<Record<string, string>> = { 'heading-level': '3', embeds: 'video.example', actions: 'share copy mail print' };

let runs = 0;

/** All that can happen to an element that shows a story or stories. */
async function live({ tagName: tag = '', attributes, members }: Declaration): Promise<void> {
  const isFeed = members.some(({ name }) => name === 'feed');
  const data = isFeed ? 'feed' : 'article';
  const pack = (...items: readonly Article[]) => (isFeed ? { items, title: 'Harbour Gazette' } : items[0]);
  const element = await mount<NewsElement>(document.createElement(tag));
  const { parentElement: page } = element;
  page?.append(document.createElement('footer'));
  const step = async (message: string, condition: () => unknown) => {
    await until(condition, `${tag}: ${message}`);
    await element.updateComplete;
    look(element);
  };
  const has = (selector: string) => element.shadowRoot?.querySelector(selector);
  look(element);
  for (const { name } of attributes) if (settings[name]) element.setAttribute(name, settings[name]);

  // Loading, there, and in every variant.
  const key = `held=manifest-${String(++runs)}-${String(Math.random())}`;
  element.setAttribute('src', feedUrl(pack(story('one'), story('two', { description: 'Another.' })), key));
  await step('loading', () => element.matches(':state(loading)'));
  await fetch(`/__feed/release?${key}`);
  await step('loaded', () => seenOf(element)?.events.has('news-load NewsLoadEvent'));
  await step('a body', () => !has('.prose-waiting'));
  for (const { name, type } of attributes) {
    for (const value of choices(type?.text)) {
      element.setAttribute(name, value);
      await element.updateComplete;
      look(element);
    }
    if (choices(type?.text).length > 0) element.removeAttribute(name);
  }
  await element.updateComplete;

  // What a reader can press.
  const stop = (event: Event) => { event.preventDefault(); };
  for (const type of ['click', 'news-share']) page?.addEventListener(type, stop);
  for (const target of element.shadowRoot?.querySelectorAll<HTMLElement>('a[part="link"], [part="button"]') ?? []) if (!target.closest('.prose')) target.click();
  await element.updateComplete;
  await step('what was chosen', () => !has('.prose-waiting'));

  // Set by property, taken back, not readable, not to be shown.
  element.removeAttribute('src');
  element[data] = { what: 'is this' };
  await step('an error', () => element.matches(':state(error)'));
  element[data] = pack() ?? story('one', { status: 'withheld' });
  await step('empty', () => element.matches(':state(empty)'));
  element[data] = undefined;
  await element.updateComplete;

  // Refreshed while the reader is below its top, with something new, and then with nothing that can be read.
  const clock = FakeTimers.install({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date'], now: Date.now() });
  try {
    // Small, as they go into an address.
    const small = (id: string, hours: readonly number[] = []) => ({ kind: 'liveBlog', id, headline: `Headline ${id}`, liveBlogUpdate: hours.map((hour) => ({ id: String(hour), author: [], headline: `At ${String(hour)}` })) });
    const hours = Array.from({ length: 20 }, (_, index) => 30 - index);
    const states = isFeed ? [{ items: [small('one')] }, { items: [small('new'), small('one')] }] : [small('one', hours.slice(2)), small('one', hours)];
    const bodies = [...states, { what: 'is this' }].map((body) => `body=${encodeURIComponent(JSON.stringify(body))}`).join('&');
    element.setAttribute('refresh', '60');
    element.setAttribute('src', `/__feed/live.json?id=manifest-${String(runs)}-${String(Math.random())}&${bodies}`);
    await until(() => element[data], `${tag}: the first of three`);
    await element.updateComplete;
    const refresh = async () => {
      if (!isFeed) window.scrollTo(0, element.getBoundingClientRect().top + window.scrollY + element.offsetHeight / 2);
      for (let frame = 0; frame < 3; frame += 1) await new Promise(requestAnimationFrame);
      await clock.tickAsync(minute);
    };
    const before = element[data];
    await refresh();
    await until(() => element[data] !== before || has('.updates'), `${tag}: something new`);
    await element.updateComplete;
    look(element);
    await refresh();
    await step('stale', () => element.matches(':state(stale)'));
  } finally {
    clock.uninstall();
    window.scrollTo(0, 0);
    element.remove();
  }
}

/** All that can happen to an element that shows a date. */
async function tick({ tagName: tag = '' }: Declaration): Promise<void> {
  const element = await mount<NewsElement>(document.createElement(tag));
  for (const datetime of ['', '2025-07-28T10:00:00Z', 'one of these days']) {
    element['datetime'] = datetime;
    await element.updateComplete;
    look(element);
  }
  await until(() => seenOf(element)?.events.size, 'an error');
}

const response = await fetch('/dist/custom-elements.json');
const manifest = (await response.json()) as Manifest;
const declarations = manifest.modules.flatMap((module) => module.declarations);
const elements = declarations.filter(({ tagName }) => tagName);

describe('custom-elements.json', () => {
  before(watch);

  it('has every element that is registered, and no other', () => {
    assert.deepEqual(sorted(elements.map(({ tagName = '' }) => tagName)), sorted(tags));
    const defined = manifest.modules.flatMap((module) => module.exports).filter(({ kind }) => kind === 'custom-element-definition');
    assert.deepEqual(names(defined), sorted(tags));
  });

  it('names files that are built', async () => {
    for (const { path } of manifest.modules) assert.isTrue((await fetch(`/${path}`, { method: 'HEAD' })).ok, path);
  });

  for (const declaration of elements) {
    const { tagName: tag = '', members, attributes, events, slots, cssParts, cssProperties, cssStates } = declaration;
    const fields = members.filter((member) => member.kind === 'field' && !member.static);

    describe(tag, () => {
      let Class: NewsElementClass;
      let found: Seen;
      before(async () => {
        Class = customElements.get(tag) as NewsElementClass;
        found = seen.get(tag) ?? assert.fail('not registered');
        watchElements();
        await (attributes.some(({ name }) => name === 'src') ? live(declaration) : tick(declaration)).finally(stopWatching);
      });

      it('has its class', () => {
        assert.equal(Class.name, declaration.name);
      });

      it('has its attributes, and the properties they set', () => {
        assert.deepEqual(names(attributes), sorted(Class.observedAttributes));
        const reactive = [...Class.elementProperties].filter(([, { state }]) => !state);
        assert.deepEqual(
          Object.fromEntries(fields.map(({ name, attribute }) => [name, attribute])),
          Object.fromEntries(reactive.map(([name, { attribute }]) => [name, typeof attribute === 'string' ? attribute : name.toLowerCase()])),
        );
      });

      it('has the defaults of both', () => {
        const fresh = document.createElement(tag) as NewsElement;
        const said = (items: readonly Named[]) => items.map((item) => item.default?.replace(/^'(.*)'$/, '$1'));
        assert.deepEqual(said(fields), fields.map(({ name }) => fresh[name]).map((value) => (value === undefined ? undefined : JSON.stringify(value).replace(/^"(.*)"$/, '$1'))));
        const ofAttributes = attributes.map(({ name }) => fields.find(({ attribute }) => attribute === name)?.default);
        assert.deepEqual(attributes.map((attribute) => attribute.default), ofAttributes);
      });

      it('has its methods and static members', () => {
        const chain: object[] = [];
        for (let one: object = Class; 'elementProperties' in one && Object.hasOwn(one, 'elementProperties') && Object.getPrototypeOf(one) !== HTMLElement; one = Object.getPrototypeOf(one) as object) chain.push(one);
        const statics = chain.flatMap((one) => Object.keys(Object.getOwnPropertyDescriptors(one))).filter((name) => name === 'define' || name === 'version');
        assert.deepEqual(names(members.filter((member) => member.static)), sorted(statics));
        for (const { name } of members.filter((member) => member.kind === 'method' && !member.static)) assert.isFunction(Class.prototype[name as keyof HTMLElement], name);
      });

      it('has its events', () => {
        assert.deepEqual(sorted(events.map(({ name, type }) => `${name} ${String(type?.text)}`)), sorted(found.events));
      });

      it('has its slots', () => {
        assert.deepEqual(names(slots), sorted(found.slots));
      });

      it('has its parts', () => {
        assert.deepEqual(names(cssParts), sorted(found.parts));
      });

      it('has its states', () => {
        assert.deepEqual(names(cssStates), sorted(found.states));
      });

      it('has the custom properties that its styles read, with their defaults', () => {
        assert.deepEqual(names(cssProperties), sorted(found.properties.keys()));
        for (const { name, default: value } of cssProperties) {
          const fallbacks = [...(found.properties.get(name) ?? [])];
          if (value) assert.include(fallbacks, value, name);
          else for (const fallback of fallbacks) assert.match(fallback, /^(inherit|var\(|color-mix\(|Canvas|$)/, name);
        }
      });

      it('says of everything what it is', () => {
        assert.isNotEmpty(declaration.summary);
        for (const item of [...members, ...attributes, ...events, ...slots, ...cssParts, ...cssProperties, ...cssStates]) assert.isNotEmpty(item.description, item.name);
      });
    });
  }

  it('has every part that styles are for', () => {
    const styled = [...tags].flatMap((tag) => {
      const { elementStyles } = customElements.get(tag) as unknown as { elementStyles: readonly { cssText: string }[] };
      return elementStyles.flatMap(({ cssText }) => [...cssText.matchAll(/\[part='([\w-]+)'\]/g)].map(([, part = '']) => part));
    });
    assert.deepEqual(sorted(styled).filter((part) => !elements.some(({ cssParts }) => names(cssParts).includes(part))), []);
  });
});
