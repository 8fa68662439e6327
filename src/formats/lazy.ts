import { detect, type JsonFormat } from './detect.js';
import { isParsed, maxNesting, parseWith, type ParsedFeed, type Readers } from './parse.js';
import type { FormatReader } from './read.js';

/** A chunk for each, so that a page fetches those that it has news in. */
const imports: Readonly<Record<JsonFormat, () => Promise<FormatReader>>> = {
  newsleaf: async () => (await import('./newsleaf.js')).newsleaf,
  jsonld: async () => (await import('./jsonld.js')).jsonld,
  jsonfeed: async () => (await import('./jsonfeed.js')).jsonfeed,
  wordpress: async () => (await import('./wordpress.js')).wordpress,
  ninjs: async () => (await import('./ninjs.js')).ninjs,
  newsapi: async () => (await import('./newsapi.js')).newsapi,
  gnews: async () => (await import('./newsapi.js')).newsapi,
  rss2json: async () => (await import('./feed-json.js')).feedJson,
  'rss-parser': async () => (await import('./feed-json.js')).feedJson,
  guardian: async () => (await import('./guardian.js')).guardian,
};

const readers: { -readonly [Name in keyof Readers]: Readers[Name] } = {};

/** Readers that need not be fetched. */
export function know(some: Readers): void {
  Object.assign(readers, some);
}

/** The formats that are met in it and have no reader yet. */
function missingFormats(json: unknown, found = new Set<JsonFormat>(), nesting = maxNesting): Set<JsonFormat> {
  if (Array.isArray(json)) {
    if (nesting) for (const element of json) missingFormats(element, found, nesting - 1);
  } else if (!isParsed(json)) {
    const format = detect(json);
    if (format && !readers[format]) found.add(format);
  }
  return found;
}

/** Text to JSON. Throws an `Error` that shows how the text begins. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    const start = text.trim().slice(0, 40);
    throw new Error(start ? `not JSON: it begins with «${start}»` : 'not JSON: it is empty', { cause });
  }
}

/** XML, unless it is a web page, which is what servers answer that have no feed. */
export const isXml = (text: string): boolean => /^\s*<(?!!doctype html|html)/i.test(text);

/**
 * Reads JSON, parsed or as text, or an XML feed; a promise of it where its format's reader has to be fetched first.
 * @throws {UnknownFormatError} when it is no supported format, and an `Error` when the text is not JSON
 */
export function parse(input: unknown, url: string): ParsedFeed | Promise<ParsedFeed> {
  if (typeof input === 'string' && isXml(input)) return import('./xml.js').then(({ parseXmlFeed }) => parseXmlFeed(input, { url }));
  const json = typeof input === 'string' ? parseJson(input) : input;
  const missing = [...missingFormats(json)];
  if (missing.length === 0) return parseWith(readers, json, url);
  return Promise.all(
    missing.map(async (format) => {
      readers[format] = await imports[format]();
    }),
  ).then(() => parseWith(readers, json, url));
}
