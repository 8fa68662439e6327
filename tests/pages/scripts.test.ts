import { assert } from 'chai';
import { oneEvent, openHostPage, until, type HostPage, type Page } from '../support/helpers.js';
import { feedUrl, jsonFeed } from '../support/samples.js';
import { inside, isRich, list, openNewsPage, scriptTags, showsNews, story, type ScriptFile } from '../support/script-tags.js';
import { version } from '../../src/version.js';

type NewsPage = Page & { __changedBuiltIns: () => string[] };

const watch = '<script src="/tests/support/built-ins.js"></script>';

/** Scripts of the page's own, that run before ours. */
const prologues: Record<string, string> = {
  'Prototype.js': `
    var $A = function (iterable) {
      if (!iterable) return [];
      if ('toArray' in Object(iterable)) return iterable.toArray();
      var length = iterable.length || 0, results = new Array(length);
      while (length--) results[length] = iterable[length];
      return results;
    };
    window.$ = function (id) { return document.getElementById(id); };
    window.$$ = function (selector) { return $A(document.querySelectorAll(selector)); };
    window.Hash = function () {}; window.Enumerable = {}; window.Class = { create: function () {} }; window.Ajax = {};
    Array.from = $A;
    function each(iterator, context) { for (var i = 0; i < this.length; i++) iterator.call(context, this[i], i); return this; }
    Object.assign(Array.prototype, {
      each: each, _each: each, toArray: function () { return [].concat(this); }, entries: function () { return [].concat(this); },
      include: function (one) { return this.indexOf(one) >= 0; }, first: function () { return this[0]; }, last: function () { return this[this.length - 1]; },
      clear: function () { this.length = 0; return this; }, size: function () { return this.length; }, inspect: function () { return '[]'; },
      find: function (iterator, context) { for (var i = 0; i < this.length; i++) if (iterator.call(context, this[i], i)) return this[i]; },
      toJSON: function () { return '[' + this.map(Object.toJSON).join(', ') + ']'; },
      reverse: function (inline) { var copy = [].concat(this), all = copy.splice(0); var out = []; while (all.length) out.push(all.pop()); if (inline !== false) for (var i = 0; i < out.length; i++) this[i] = out[i]; return inline !== false ? this : out; },
    });
    Object.toJSON = function (value) { return String(value); };
    ['String', 'Number', 'Date'].forEach(function (name) { window[name].prototype.toJSON = function () { return '"' + this + '"'; }; });
    Object.assign(String.prototype, {
      strip: String.prototype.trim, stripTags: function () { return this.replace(/<[^>]*>/g, ''); }, escapeHTML: function () { return this; }, blank: function () { return !this; },
      startsWith: function (pattern) { return this.lastIndexOf(pattern, 0) === 0; }, endsWith: function (pattern) { var d = this.length - pattern.length; return d >= 0 && this.indexOf(pattern, d) === d; },
    });
    Function.prototype.bind = function (context) { var method = this, args = [].slice.call(arguments, 1); return function () { return method.apply(context, args.concat([].slice.call(arguments))); }; };
    Object.assign(Function.prototype, { curry: function () { return this; }, delay: function () {}, wrap: function () {}, methodize: function () { return this; } });
    ['hide', 'show', 'toggle', 'update', 'wrap', 'select', 'up', 'down', 'next', 'previous', 'visible', 'match', 'observe', 'fire', 'insert', 'childElements', 'empty'].forEach(function (name) {
      HTMLElement.prototype[name] = Element.prototype[name] = function () { return this; };
    });
    Element.prototype.remove = function () { this.parentNode && this.parentNode.removeChild(this); return this; };
    document.getElementsByClassName = function (name) { return $$('.' + name); };
    Object.assign(Event.prototype, { stop: function () {}, element: function () { return this.target; } });`,
  MooTools: `
    Array.from = function (item) { return item == null ? [] : typeof item !== 'string' && typeof item.length === 'number' ? [].slice.call(item) : [item]; };
    Object.assign(Array.prototype, {
      each: Array.prototype.forEach, clean: function () { return this; }, include: function (one) { if (this.indexOf(one) < 0) this.push(one); return this; },
      erase: function () { return this; }, empty: function () { this.length = 0; return this; }, flatten: function () { return this.flat(Infinity); }, pick: function () { return null; },
      append: function (other) { this.push.apply(this, other); return this; }, contains: function (one) { return this.indexOf(one) >= 0; },
    });
    Object.assign(String.prototype, { contains: String.prototype.includes, camelCase: function () { return this; }, clean: String.prototype.trim, toInt: function () { return parseInt(this, 10); } });
    Object.assign(Function.prototype, {
      extend: function () { return this; }, implement: function () { return this; }, pass: function () { return this; }, attempt: function () {}, periodical: function () {},
      bind: function (that, args) { var self = this; return function () { return self.apply(that, args && args.length ? args : arguments); }; },
    });
    var NativeElement = Element;
    window.Element = function (tag) { return document.createElement(tag); };
    window.Element.prototype = NativeElement.prototype;
    ['get', 'set', 'inject', 'grab', 'adopt', 'dispose', 'destroy', 'clone', 'store', 'retrieve', 'addEvent', 'fireEvent', 'getElements'].forEach(function (name) {
      NativeElement.prototype[name] = function () { return this; };
    });
    window.Event = function (event) { this.event = event; };
    window.Type = window.Hash = window.Browser = window.Class = function () {};
    Date.parse = function (from) { return new Date(from); };
    window.$ = function (id) { return document.getElementById(id); };`,
  'Array.prototype.toJSON': 'Array.prototype.toJSON = function () { return this.join(); };',
  'a Promise of their own': `
    var Native = Promise;
    window.Promise = function (executor) { this.p = new Native(executor); };
    Promise.prototype.then = function (done, failed) { var p = this.p; return new Promise(function (resolve, reject) { p.then(done, failed).then(resolve, reject); }); };
    Promise.prototype['catch'] = function (failed) { return this.then(undefined, failed); };
    ['resolve', 'reject', 'all', 'race'].forEach(function (name) {
      Promise[name] = function (value) { return new Promise(function (resolve, reject) { Native[name](value).then(resolve, reject); }); };
    });`,
  'a Promise that is a subclass': 'window.Promise = class Promise extends window.Promise { then(...handlers) { this.handled = true; return super.then(...handlers); } };',
  'a JSON of their own': `
    var parse = JSON.parse;
    window.JSON = { parse: function (text) { return (0, eval)('(' + text + ')'); }, stringify: function (value) { return String(value); }, encode: String, decode: parse };`,
  'a Date of their own': `
    window.Date = class extends Date {
      constructor(...parts) { if (parts.length) super(...parts); else super(1700000000000); }
      static now() { return 1700000000000; }
    };`,
  'no console but log': 'for (var name in console) if (name !== "log") console[name] = undefined;',
  'an old polyfill for CustomEvent': `
    window.CustomEvent = function (type, init) {
      var event = document.createEvent('CustomEvent');
      event.initCustomEvent(type, init && init.bubbles, init && init.cancelable, init && init.detail);
      return event;
    };
    CustomEvent.prototype = window.Event.prototype;`,
  'functions that count and time': `
    ['setTimeout', 'requestAnimationFrame', 'fetch', 'queueMicrotask'].forEach(function (name) {
      var native = window[name];
      window[name] = function () { return native.apply(window, arguments); };
    });
    var add = EventTarget.prototype.addEventListener;
    EventTarget.prototype.addEventListener = function (type, listener, options) { return add.call(this, type, listener, options); };
    var attach = Element.prototype.attachShadow;
    Element.prototype.attachShadow = function (init) { return attach.call(this, init); };`,
};

/** What is put on Object.prototype: parts of property descriptors, Lit's options, those of requests, fields of a story. */
const polluted = ['get', 'set', 'value', 'writable', 'type attribute converter reflect hasChanged noAccessor state', 'method headers', 'body expires image liveBlogUpdate url items'];

const pollution: Record<string, string> = {
  'new methods': 'Object.prototype.extend = Object.prototype.each = Object.prototype.clone = Object.prototype.forEach = Object.prototype.keys = function () { return this; };',
  ...Object.fromEntries(
    polluted.flatMap((keys) =>
      Object.entries({ functions: 'function () { return this; }', strings: '"polluted"' }).map(([name, value]) => [
        `${name} as ${keys}`,
        keys.split(' ').map((key) => `Object.prototype.${key} = ${value};`).join(''),
      ]),
    ),
  ),
};

for (const file of Object.keys(scriptTags) as ScriptFile[]) {
  const openAfter = (script: string, rest: HostPage = {}) => openNewsPage(file, { ...rest, head: `<script>${script}</script>${watch}` }) as Promise<NewsPage>;

  describe(`${file} after`, () => {
    for (const [name, script] of Object.entries(prologues)) {
      it(name, async () => {
        const page = await openAfter(script);
        await showsNews(page);
        assert.isTrue(isRich(page));
        assert.deepEqual(page.__problems, []);
        assert.deepEqual(page.__changedBuiltIns(), []);
      });
    }
  });

  describe(`${file} with Object.prototype that has`, () => {
    for (const [name, script] of Object.entries(pollution)) {
      it(name, async () => {
        const page = await openAfter(script);
        await showsNews(page);
        // DOMPurify does not load where property descriptors have another's `get` or `set`: the body is shown as text.
        const isText = / [gs]et$/.test(name);
        assert.equal(isRich(page), !isText);
        assert.match(page.__problems.join('|'), isText ? /^console\.warn: Newsleaf shows a story as text[^|]*$/ : /^$/);
      });
    }
  });
}

const addresses: Record<ScriptFile, string> = { 'the classic file': '/dist/cdn/newsleaf.iife.js', 'the module loader': '/dist/cdn/newsleaf.js' };

/** Where and how a page can have the script, and its elements. */
const pages = (tag: string): Record<string, HostPage> => {
  const news = list + story;
  const written = (html: string) => `<script>document.write(${JSON.stringify(html).replaceAll('</', '<\\/')})</script>`;
  const later = (html: string) => `<template id="later">${html}</template><script>
    addEventListener('load', () => setTimeout(() => document.body.append(document.querySelector('#later').content.cloneNode(true))));
  </script>`;
  return {
    'in the head, before the elements': { head: tag.replace(' async', ''), body: news },
    'deferred': { head: tag.replace('async', 'defer'), body: news },
    'after the elements': { body: news + tag.replace(' async', '') },
    'async, after the elements': { body: news + tag },
    'twice': { head: tag, body: news + tag },
    'both files': { head: Object.values(scriptTags).join(''), body: news },
    'both files, the other way': { head: Object.values(scriptTags).reverse().join(''), body: news },
    'in quirks mode': { doctype: '', head: tag, body: news },
    'elements that come later': { head: tag, body: later(news) },
    'elements set by innerHTML': { head: tag, body: `<div id="here"></div><script>document.querySelector('#here').innerHTML = ${JSON.stringify(news).replaceAll('</', '<\\/')}</script>` },
    'elements that are written': { head: tag, body: written(news) },
    'a script that is written': { head: written(tag), body: news },
    'both written': { body: written(news + tag) },
    'script types rewritten until the end': {
      head: tag.replace(/type="module" |(?=src)/, (type) => `type="4f2a-${type ? 'module' : 'text/javascript'}" `),
      body: `${news}<script>
        addEventListener('load', () => document.querySelectorAll('script[type^="4f2a-"]').forEach((held) => {
          const script = document.createElement('script');
          for (const { name, value } of held.attributes) script.setAttribute(name, value.replace('4f2a-', ''));
          held.replaceWith(script);
        }));
      </script>`,
    },
    'Node and AMD loaders around it': { head: `<script>var module = { exports: {} }, exports = module.exports, process = { env: {} };</script><script src="/node_modules/requirejs/require.js"></script>${tag}`, body: news },
    'an old jQuery, which moves everything': {
      head: `<script src="/node_modules/jquery/dist/jquery.js"></script>${tag}`,
      body: `${news}<script>jQuery(function ($) { $('headline-list, news-article').wrap('<div class="widget">').parent().appendTo('body'); $('body').append($('.widget').detach()); });</script>`,
    },
    'a page that prevents every click, submit and key': { head: `<script>['click', 'keydown', 'submit', 'mousedown'].forEach((type) => addEventListener(type, (event) => event.preventDefault(), true))</script>${tag}`, body: news },
    'a page that rewrites every attribute it does not know': {
      head: `${tag}<script>
        const rewrite = () => document.querySelectorAll('headline-list, news-article').forEach((element) => {
          for (const name of ['id', 'class', 'role', 'data-id', 'aria-label', 'tabindex', 'variant', 'limit', 'dates', 'heading-level', 'refresh']) {
            if (element.getAttribute(name) !== '\u2028{{' + name + '}}') element.setAttribute(name, '\u2028{{' + name + '}}');
          }
        });
        new MutationObserver(rewrite).observe(document, { subtree: true, childList: true, attributes: true });
      </script>`,
      body: news,
    },
  };
};

it('the classic file keeps what it found, whatever the page declares later', async () => {
  const tag = scriptTags['the classic file'].replace(' async', '');
  const page = await openHostPage({ head: `${tag}<script>var URL = '/api/', Text = {}, SVGElement = {};</script>`, body: list + story });
  await showsNews(page);
  assert.isTrue(isRich(page));
  assert.isAbove(page.document.querySelector('headline-list')?.shadowRoot?.querySelectorAll('a[href]').length ?? 0, 0);
  assert.deepEqual(page.__problems, []);
});

it('the classic file shows news as text where the page declares later what its sanitiser needs', async () => {
  const tag = scriptTags['the classic file'].replace(' async', '');
  const page = await openHostPage({ head: `${tag}<script>var Element = {}, ShadowRoot = {};</script>`, body: list + story });
  await showsNews(page);
  assert.isFalse(isRich(page));
  assert.match(page.__problems.join('|'), /^console\.warn: Newsleaf shows a story as text[^|]*$/);
  inside(page, 'headline-list')?.querySelector('a')?.dispatchEvent(new page.MouseEvent('click', { bubbles: true, composed: true, cancelable: true }));
  assert.lengthOf(page.__problems, 1);
});

for (const file of Object.keys(scriptTags) as ScriptFile[]) {
  describe(`${file} in a page that has it`, () => {
    for (const [name, host] of Object.entries(pages(scriptTags[file]))) {
      it(name, async () => {
        const page = await openHostPage(host);
        await showsNews(page);
        assert.isTrue(isRich(page));
        assert.deepEqual(page.__problems, []);
      });
    }
  });

  describe(`${file} and its elements`, () => {
    it('speak every language on a page of another encoding', async () => {
      const empty = `<headline-list src="${feedUrl({ ...jsonFeed, items: [] }).replaceAll('"', '&quot;')}"></headline-list>`;
      const page = await openHostPage({
        encoding: 'latin1',
        head: scriptTags[file],
        body: `<p>\xe9t\xe9</p><div lang="ru">${empty}</div><div lang="ja">${empty}</div>`,
        headers: { 'content-type': 'text/html; charset=windows-1251' },
      });
      assert.equal(page.document.characterSet, 'windows-1251');
      const said = () => [...page.document.querySelectorAll('headline-list')].map(({ shadowRoot }) => shadowRoot?.querySelector('[role=status]')?.textContent).join('|');
      await until(() => said() === 'Сейчас новостей нет.|現在ニュースはありません。', 'their words');
      assert.deepEqual(page.__problems, []);
    });

    it('leave a tag to whoever has it, and take the other', async () => {
      const mine = `<script>customElements.define('headline-list', class extends HTMLElement {})</script>`;
      const page = await openNewsPage(file, { head: mine });
      await until(() => inside(page, 'news-article')?.querySelector('.prose'), 'the story');
      await until(() => page.__problems.length > 0, 'the warning');
      assert.isNull(page.document.querySelector('headline-list')?.shadowRoot);
      assert.deepEqual(page.__problems, [`console.warn: Newsleaf ${version} leaves <headline-list> to another script, which was there first.`]);
    });

    it('warn once, and name both, where there is another version', async () => {
      const code = await (await fetch(addresses['the classic file'])).text();
      const older = code.replaceAll(version, '0.0.9').replaceAll('</script', '<\\/script');
      const page = await openNewsPage(file, { head: `<script>${older}</script>` });
      await showsNews(page);
      await until(() => page.__problems.length > 0, 'the warning');
      assert.lengthOf(page.__problems, 1);
      assert.match(page.__problems.join(), new RegExp(`Newsleaf ${version} leaves <[a-z-]+> to version 0.0.9, which was there first`));
    });

    it('can be copied, moved a hundred times, and written anew', async () => {
      const page = await openNewsPage(file);
      await showsNews(page);
      const { document } = page;
      const elements = [...document.querySelectorAll<HTMLElement>('headline-list, news-article')];
      const [one, other] = [document.createElement('section'), document.createElement('section')];
      document.body.append(one, other);
      for (let turn = 0; turn < 100; turn += 1) (turn % 2 ? one : other).append(...elements);
      await showsNews(page);
      for (const element of elements) {
        const copy = element.cloneNode(true) as HTMLElement;
        element.replaceWith(copy);
      }
      await showsNews(page);
      const { innerHTML } = document.body;
      document.body.innerHTML = '';
      document.body.innerHTML = innerHTML;
      await showsNews(page);
      const requests = page.performance.getEntriesByType('resource').filter(({ name }) => name.includes('/__feed/'));
      assert.isAtMost(requests.length, 3, 'one for each that is new, none for a move');
      assert.deepEqual(page.__problems, []);
    });

    // A window that was opened is the same to it: another document, with another window. (A test cannot open one: it would hide its own page.)
    it('keep their look in another document, and back', async () => {
      const page = await openNewsPage(file);
      await showsNews(page);
      const { document } = page;
      const frame = document.createElement('iframe');
      document.body.append(frame);
      const there = frame.contentDocument ?? document;
      const looksOf = (element: Element) => {
        const part = element.shadowRoot?.querySelector('ul, .prose');
        const view = element.ownerDocument.defaultView ?? page;
        return part ? [element, part].map((one) => view.getComputedStyle(one).display).join() + view.getComputedStyle(part).listStyleType : undefined;
      };
      const fresh = () => {
        const element = document.createElement('headline-list');
        element.feed = jsonFeed;
        return element;
      };
      const elements = [...document.querySelectorAll('headline-list, news-article'), fresh()];
      document.body.append(...elements);
      await until(() => elements.every(looksOf), 'all of them');
      const before = elements.map(looksOf);
      assert.match(before.join(), /^block,(grid|flex|block)/);
      const elsewhere = [...elements, fresh()];
      there.body.append(...elsewhere);
      await until(() => elsewhere.every(looksOf), 'all of them there');
      assert.deepEqual(elsewhere.map(looksOf), [...before, before[2]]);
      // By way of a document that is never shown.
      document.implementation.createHTMLDocument().body.append(...elsewhere);
      document.body.append(...elsewhere);
      await until(() => elsewhere.every(looksOf), 'all of them back');
      assert.deepEqual(elsewhere.map(looksOf), [...before, before[2]]);
      assert.deepEqual(page.__problems, []);
    });

    it('tell of a chosen headline on a page that prevents every click', async () => {
      const page = await openNewsPage(file, { head: `<script>addEventListener('click', (event) => event.preventDefault(), true)</script>` });
      await showsNews(page);
      const chosen = oneEvent(page.document, 'news-select');
      inside(page, 'headline-list')?.querySelector('a')?.click();
      assert.equal(((await chosen) as Event & { article?: { headline: string } }).article?.headline, 'Night ferry returns after nine years');
    });

    it('keep the page in the back-forward cache: no handler of its leaving, no connection', async () => {
      const spy = `<script>
        window.__types = new Set();
        const add = EventTarget.prototype.addEventListener;
        EventTarget.prototype.addEventListener = function (type, ...rest) { if (this === window || this === document) __types.add(type); return add.call(this, type, ...rest); };
        window.__opened = [];
        for (const name of ['WebSocket', 'EventSource', 'BroadcastChannel', 'Worker', 'SharedWorker', 'RTCPeerConnection']) window[name] = class { constructor() { __opened.push(name); } };
        navigator.locks && (navigator.locks.request = () => __opened.push('locks'));
        indexedDB.open = () => __opened.push('indexedDB');
      </script>`;
      const page = (await openNewsPage(file, { head: spy, body: list.replace('>', ' refresh="60">') })) as Page & { __types: Set<string>; __opened: string[] };
      await showsNews(page);
      await until(() => page.__types.has('visibilitychange'), 'the refreshing');
      for (const type of ['unload', 'beforeunload', 'pagehide']) assert.isFalse(page.__types.has(type), type);
      for (const handler of ['onunload', 'onbeforeunload', 'onpagehide'] as const) assert.isNull(page[handler]);
      assert.deepEqual(page.__opened, []);
    });
  });
}
