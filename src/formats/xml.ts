import { Parser } from 'htmlparser2';
import { decodeEntities } from '../content/text.js';
import type { Issue } from '../model.js';
import { result, UnknownFormatError, type ParsedFeed, type ParseOptions } from './parse.js';
import { Field } from './read.js';
import { rss } from './rss.js';

/** An article's markup nests some thirty deep. Deeper tags in it are left out; elements that nest deeper are where reading ends. */
const MAX_DEPTH = 500;
/** Where markup nests deeper than this, reading ends there, too: the parser's own stack has a cost that grows with its square. */
const MAX_OPEN = 10_000;

/** The names of vocabularies, whatever a feed's prefixes for them. A prefix for anything else stays what it is. */
const VOCABULARIES = new Map([
  ['www.w3.org/2005/atom', 'atom'],
  ['purl.org/atom/ns', 'atom'],
  ['www.w3.org/1999/02/22-rdf-syntax-ns', 'rdf'],
  ['purl.org/rss/1.0', 'rss'],
  ['my.netscape.com/rdf/simple/0.9', 'rss'],
  ['backend.userland.com/rss2', 'rss'],
  ['purl.org/rss/1.0/modules/content', 'content'],
  ['purl.org/dc/elements/1.1', 'dc'],
  ['purl.org/dc/terms', 'dcterms'],
  ['search.yahoo.com/mrss', 'media'],
  ['www.rssboard.org/media-rss', 'media'],
  ['www.itunes.com/dtds/podcast-1.0.dtd', 'itunes'],
  ['www.w3.org/1999/xhtml', 'xhtml'],
  ['www.w3.org/xml/1998/namespace', 'xml'],
]);

const XMLNS = /^xmlns(?::|$)/;
const ROOTS = /^(?:rss|feed|channel|rdf:rdf)$/;
/** What may hold markup: tags inside are part of its text, be they written as XML or as text. */
const WORDS =
  /^(?:atom:)?(?:title|summary|content|subtitle|tagline|rights)$|^(?:description|copyright|content:encoded|xhtml:body|(?:dc|media|itunes):(?:title|description|summary|subtitle))$/;
const VOID = /^(?:area|br|col|embed|hr|img|input|link|meta|param|source|track|wbr)$/i;
const HTML_PAGE = /^(?:xhtml:)?(?:html|head|body)$/;
/** HTML where the type says text: an end tag, or a character reference that was escaped once more. */
const MISTYPED = /<\/[a-z][a-z\d]*>|&(?:#\w+|[a-z][a-z\d]*);/i;

type Attributes = Readonly<Record<string, string>>;
type Node = Record<string, unknown>;
/** Prefixes and what they stand for; each element's inherits its parent's, and none Object.prototype. */
type Scope = Record<string, string>;

interface Element {
  readonly name: string;
  /** Attributes as `@name`, children by name, and text as `#text`. */
  readonly node: Node;
  readonly scope: Scope;
  /** The kind of text in it, where it may hold markup. */
  readonly words?: 'text' | 'html' | 'xhtml' | undefined;
  text: string;
  tags: number;
}

interface Document {
  readonly node: Node;
  /** Why reading ended before the end. */
  readonly broken?: string | undefined;
  /** The first element that is no feed. */
  readonly stranger?: string | undefined;
}

const create = <T extends object>(from: T | null = null): T => Object.create(from) as T;
const escape = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
const local = (name: string): string => name.slice(name.indexOf(':') + 1);

function scopeOf(attributes: Attributes, outer: Scope): Scope {
  let scope = outer;
  for (const name of Object.keys(attributes)) {
    if (!XMLNS.test(name)) continue;
    if (scope === outer) scope = create(outer);
    const prefix = name.slice(6);
    const address = decodeEntities(attributes[name] ?? '').trim().toLowerCase().replace(/^https?:\/\//, '').replace(/[/#]$/, '');
    scope[prefix] = VOCABULARIES.get(address) ?? prefix;
  }
  return scope;
}

/** A name with its vocabulary's usual prefix, without one in the feed's own vocabulary, in small letters. */
function canonical(name: string, scope: Scope, home: string): string {
  const colon = name.indexOf(':');
  const prefix = name.slice(0, Math.max(colon, 0));
  const vocabulary = scope[prefix] ?? prefix;
  const own = name.slice(colon + 1).toLowerCase();
  return vocabulary && vocabulary !== home ? `${vocabulary}:${own}` : own;
}

/** Atom says what kind of text it is; RSS is HTML, whatever it says. */
function wordsOf(name: string, type: string | undefined, home: string): Element['words'] {
  if (!WORDS.test(name)) return undefined;
  if (home === 'atom' ? name.includes(':') : !name.startsWith('atom:')) return 'html';
  const said = (type ?? 'text').toLowerCase();
  return said.includes('xhtml') ? 'xhtml' : said.includes('html') ? 'html' : 'text';
}

function tag(name: string, attributes: Attributes): string {
  const written = Object.keys(attributes)
    .filter((key) => !/^xml(?:ns)?(?::|$)/.test(key))
    .map((key) => ` ${key}="${(attributes[key] ?? '').replace(/"/g, '&quot;')}"`);
  return `<${local(name)}${written.join('')}>`;
}

/** The text of an element that may hold markup, as HTML. */
function wording({ text, tags, words }: Element): string {
  if (tags || words === 'html') return text;
  if (words === 'xhtml') return decodeEntities(text);
  return MISTYPED.test(text) ? text : escape(text);
}

function add(node: Node, name: string, value: unknown): void {
  const there = node[name];
  if (there === undefined) node[name] = value;
  else if (Array.isArray(there)) there.push(value);
  else node[name] = [there, value];
}

/** The XML as objects without a prototype, as far as it can be read. */
function documentOf(xml: string): Document {
  const node = create<Node>();
  const open: Element[] = [];
  /** How deep in the markup of the last open element, with and without `<br>` and its kin left open; and whether it is wrapped. */
  let markup = 0;
  let depth = 0;
  let wrapped = false;
  let home = '';
  let inCdata = false;
  let raw = '';
  let broken: string | undefined;
  let stranger: string | undefined;

  const flush = (): void => {
    const top = open.at(-1);
    if (top && raw) {
      const isMarkup = top.words === 'xhtml';
      top.text += inCdata ? (isMarkup ? escape(raw) : raw) : isMarkup ? raw.replace(/</g, '&lt;') : decodeEntities(raw);
    }
    raw = '';
  };
  const close = (element: Element): void => {
    const { name, node: own } = element;
    const text = element.words ? wording(element) : element.text;
    const isLeaf = Object.keys(own).length === 0;
    if (!isLeaf && text.trim()) own['#text'] = text;
    add(open.at(-1)?.node ?? node, name, isLeaf ? text : own);
  };

  const openMarkup = (top: Element, given: string, attributes: Attributes): void => {
    markup++;
    if (!VOID.test(local(given))) depth++;
    if (depth > MAX_DEPTH) return;
    // Atom's XHTML is wrapped in a div that is no part of it.
    wrapped ||= top.words === 'xhtml' && !top.tags && local(given) === 'div';
    if (!wrapped || markup > 1) top.text += tag(given, attributes);
    else if (Object.hasOwn(attributes, 'xml:base')) add(top.node, '@xml:base', decodeEntities(attributes['xml:base'] ?? ''));
    top.tags++;
  };
  const closeMarkup = (top: Element, given: string): void => {
    const isVoid = VOID.test(local(given));
    const isLeftOut = depth > MAX_DEPTH;
    markup--;
    if (!isVoid) depth--;
    if (isLeftOut) return;
    if (wrapped && !markup) wrapped = false;
    else if (!isVoid) top.text += `</${local(given)}>`;
  };
  const openElement = (parent: Element | undefined, given: string, attributes: Attributes): void => {
    const scope = scopeOf(attributes, parent?.scope ?? create<Scope>());
    if (!parent) {
      home = local(given).toLowerCase() === 'feed' ? 'atom' : 'rss';
      // Some RSS says that it is Atom, or something else.
      if (scope['']) scope[''] = '';
    }
    const name = canonical(given, scope, home);
    const own = create<Record<string, string>>();
    for (const key of Object.keys(attributes)) {
      if (!XMLNS.test(key)) own[`@${key.includes(':') ? canonical(key, scope, '') : key.toLowerCase()}`] = decodeEntities(attributes[key] ?? '');
    }
    open.push({ name, node: own, scope, words: wordsOf(name, own['@type'], home), text: '', tags: 0 });
    if (!parent && !ROOTS.test(name)) {
      stranger ??= name;
      if (HTML_PAGE.test(name)) parser.pause();
    }
  };

  const parser = new Parser({
    onopentag(given, attributes) {
      if (broken) return;
      flush();
      const top = open.at(-1);
      if (open.length >= MAX_DEPTH || markup >= MAX_OPEN) {
        broken = 'nested too deeply';
        parser.pause();
      } else if (top?.words) openMarkup(top, given, attributes);
      else openElement(top, given, attributes);
    },
    onclosetag(given) {
      const top = open.at(-1);
      if (broken || !top) return;
      flush();
      if (markup) {
        closeMarkup(top, given);
      } else {
        open.pop();
        close(top);
        if (!open.length && ROOTS.test(top.name)) parser.pause();
      }
    },
    ontext(data) {
      raw += data;
    },
    oncdatastart() {
      flush();
      inCdata = true;
    },
    oncdataend() {
      flush();
      inCdata = false;
    },
  }, { xmlMode: true, decodeEntities: false });
  parser.write(xml);

  if (open.length) broken ??= 'cut off';
  for (let top; (top = open.pop()); ) if (ROOTS.test(top.name)) close(top);
  return { node, broken, stranger };
}

/** What the text looks like, for a message. */
function describe(text: unknown, { node, broken, stranger }: Document): string {
  if (typeof text !== 'string') return `${text === null ? 'null' : typeof text}, not text`;
  if (!text.trim()) return 'an empty text';
  if (/^\s*[[{]/.test(text)) return 'JSON';
  if (HTML_PAGE.test(stranger ?? '') || /^\s*<!doctype\s+html/i.test(text)) return 'an HTML page';
  const [root] = Object.keys(node).filter((name) => ROOTS.test(name));
  if (root) return broken ? `a feed that is ${broken} before its first item` : `<${root}> without a feed in it`;
  return stranger ? `XML whose root is <${stranger.slice(0, 40)}>` : 'text without XML';
}

/**
 * Reads RSS 0.9x, 1.0 and 2.0 and Atom 0.3 and 1.0, with what their common extensions say.
 *
 * @param text the XML; decoding it from bytes is the caller's.
 * @returns the feed, its format, and what was dropped or mended: paths have names in small letters and vocabularies' usual prefixes.
 * @throws {UnknownFormatError} when it is no feed, or not even one item of it can be read. Nothing else is thrown.
 */
export function parseXmlFeed(text: string, { url }: ParseOptions = {}): ParsedFeed {
  const given: unknown = text;
  const document = documentOf(typeof given === 'string' ? given : '');
  const issues: Issue[] = [];
  const field = new Field(document.node, { root: document.node, issues });
  if (document.broken) field.report(document.broken);
  const feed = rss(field, url);
  if (!feed || (document.broken && !feed.items.length)) {
    throw new UnknownFormatError(`Expected an RSS or Atom feed, got ${describe(given, document)}.`);
  }
  return result(feed, document.node['feed'] ? 'atom' : 'rss', issues);
}
