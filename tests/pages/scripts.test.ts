import { assert } from 'chai';
import { type HostPage, type Page } from '../support/helpers.js';
import { isRich, openNewsPage, scriptTags, showsNews, type ScriptFile } from '../support/script-tags.js';

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

/** What is put on Object.prototype, as what. */
const pollution: Record<string, string> = {
  functions: "Object.prototype.extend = Object.prototype.each = Object.prototype.clone = Object.prototype.forEach = Object.prototype.keys = function () { return this; };",
  ...Object.fromEntries(
    ['get', 'set', 'value', 'writable', 'type', 'attribute', 'converter', 'reflect', 'hasChanged', 'noAccessor', 'state', 'body', 'expires', 'method', 'headers', 'image', 'liveBlogUpdate', 'url', 'items'].flatMap((key) => [
      [`a function ${key}`, `Object.prototype.${key} = function () { return this; };`],
      [`a string ${key}`, `Object.prototype.${key} = 'polluted';`],
    ]),
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
