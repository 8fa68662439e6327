import { assert } from 'chai';
import { openHostPage, until, type Page } from '../support/helpers.js';
import { feedUrl, jsonFeed, newsArticle } from '../support/samples.js';
import { scriptTags, type ScriptFile } from '../support/script-tags.js';

type CountedPage = Page & { __held: () => Record<string, number> };

/** Of a Chromium that was started with it. */
const { gc } = window as { gc?: () => void };

/** Counts what is held of the page: listeners on what outlives an element, timers, observers that observe. */
const count = `<script>
  const listeners = new Map(), timers = new Set(), observers = new Set();
  const outlives = (target) => target === window || target === document || target === document.documentElement || target === document.body || target instanceof MediaQueryList;
  const { addEventListener: add, removeEventListener: remove } = EventTarget.prototype;
  const key = (type, options) => type + (typeof options === 'object' ? !!options?.capture : !!options);
  const setOf = (target, type, options) => {
    const all = listeners.get(target) ?? new Map(), name = key(type, options);
    listeners.set(target, all);
    if (!all.has(name)) all.set(name, new Set());
    return all.get(name);
  };
  EventTarget.prototype.addEventListener = function (type, listener, options) {
    if (outlives(this) && !options?.signal?.aborted) {
      const set = setOf(this, type, options);
      set.add(listener);
      options?.signal && add.call(options.signal, 'abort', () => set.delete(listener));
      options?.once && add.call(this, type, () => set.delete(listener), { once: true });
    }
    return add.call(this, type, listener, options);
  };
  EventTarget.prototype.removeEventListener = function (type, listener, options) {
    if (outlives(this)) setOf(this, type, options).delete(listener);
    return remove.call(this, type, listener, options);
  };
  for (const [start, stop, once] of [['setTimeout', 'clearTimeout', true], ['setInterval', 'clearInterval', false], ['requestAnimationFrame', 'cancelAnimationFrame', true]]) {
    const native = window[start], end = window[stop];
    window[start] = (does, ...rest) => {
      const id = native((...what) => { if (once) timers.delete(start + id); does(...what); }, ...rest);
      timers.add(start + id);
      return id;
    };
    window[stop] = (id) => { timers.delete(start + id); end(id); };
  }
  for (const name of ['MutationObserver', 'IntersectionObserver', 'ResizeObserver', 'PerformanceObserver']) {
    window[name] = class extends window[name] {
      #targets = new Set();
      observe(target, options) { this.#targets.add(target); observers.add(this); super.observe(target, options); }
      unobserve(target) { this.#targets.delete(target); if (!this.#targets.size) observers.delete(this); super.unobserve(target); }
      disconnect() { this.#targets.clear(); observers.delete(this); super.disconnect(); }
    };
  }
  window.__held = () => ({
    listeners: [...listeners.values()].flatMap((all) => [...all.values()]).reduce((sum, { size }) => sum + size, 0),
    timers: timers.size,
    observers: observers.size,
  });
</script>`;

const feed = feedUrl(jsonFeed).replaceAll('"', '&quot;');
const article = feedUrl({ ...newsArticle, image: undefined }).replaceAll('"', '&quot;');

/** What an element can be doing when it goes. */
const elements: Record<string, string> = {
  'a list with data': `<headline-list><script type="application/json">${JSON.stringify(jsonFeed)}</script></headline-list>`,
  'a list by src': `<headline-list src="${feed}"></headline-list>`,
  'a list that refreshes': `<headline-list src="${feed}" refresh="60"></headline-list>`,
  'a list that waits': `<headline-list src="${feedUrl(jsonFeed, 'stall=1').replaceAll('"', '&quot;')}"></headline-list>`,
  'a list that cannot be had': `<headline-list src="/__feed/none?status=404" dates="relative"></headline-list>`,
  'a story with relative dates': `<news-article dates="relative"><script type="application/ld+json">${JSON.stringify({ ...newsArticle, image: undefined, articleBody: '<p>HTML</p>' })}</script></news-article>`,
  'a story that refreshes': `<news-article src="${article}" refresh="60" dates="relative"></news-article>`,
};

const times = 1000;

for (const file of Object.keys(scriptTags) as ScriptFile[]) {
  describe(`1,000 mounts with ${file}`, () => {
    it('leave no listener, timer or observer', async () => {
      const page = (await openHostPage({ head: count + scriptTags[file], body: '<main></main>' })) as CountedPage;
      const main = page.document.querySelector('main') ?? page.document.body;
      // Until what is fetched once is there, and what stays for the page's lifetime.
      main.innerHTML = Object.values(elements).join('');
      const shown = () => [...main.querySelectorAll('*')].every(({ localName, shadowRoot }) => !localName.includes('-') || shadowRoot?.querySelector('li, h2, [role=status]:not(:empty)'));
      await until(shown, 'all of them');
      main.innerHTML = '';
      const idle = () => new Promise((resolve) => page.requestAnimationFrame(() => page.setTimeout(resolve)));
      await idle();
      await idle();
      const before = page.__held();
      const nodes = Object.values(elements);
      for (let turn = 0; turn < times; turn += 1) {
        main.innerHTML = nodes[turn % nodes.length] ?? '';
        // Some go at once, some after their first render, some after their news came.
        if (turn % 3 === 1) await Promise.resolve();
        if (turn % 50 === 2) await idle();
      }
      main.innerHTML = nodes.join('');
      await until(shown, 'all of them again');
      main.innerHTML = '';
      await until(() => JSON.stringify(page.__held()) === JSON.stringify(before), 'the same as before', 5000).catch(() => undefined);
      assert.deepEqual(page.__held(), before);
      const errors = page.__problems.filter((problem) => !problem.includes('HTTP 404'));
      assert.deepEqual(errors, []);
    });

    it('leave no element, where an engine collects when it is told to', async function () {
      if (!gc) this.skip();
      const page = await openHostPage({ head: scriptTags[file], body: '<main></main>' });
      const main = page.document.querySelector('main') ?? page.document.body;
      const gone: WeakRef<Element>[] = [];
      const nodes = Object.values(elements);
      for (let turn = 0; turn < times; turn += 1) {
        main.innerHTML = nodes[turn % nodes.length] ?? '';
        if (main.firstElementChild) gone.push(new WeakRef(main.firstElementChild));
        if (turn % 50 === 0) await new Promise((resolve) => page.requestAnimationFrame(resolve));
      }
      main.innerHTML = '';
      const left = () => gone.filter((reference) => reference.deref()).length;
      await until(async () => {
        // A reference that was looked at is held until the task ends.
        await new Promise((resolve) => setTimeout(resolve));
        gc();
        // The last may be the parser's, or a listener's argument.
        return left() < nodes.length;
      }, 'elements are still there');
    });
  });
}
