import { detect, type Format } from './detect.js';
import type { Readers } from './parse.js';
import type { FormatReader } from './read.js';

/** A chunk for each, so that a page fetches those that it has news in. */
const imports: Record<Exclude<Format, 'newsleaf'>, () => Promise<FormatReader>> = {
  jsonld: async () => (await import('./jsonld.js')).jsonld,
  jsonfeed: async () => (await import('./jsonfeed.js')).jsonfeed,
  guardian: async () => (await import('./guardian.js')).guardian,
};

const readers: Partial<Record<Format, FormatReader>> = {};

function formatsOf(json: unknown, found = new Set<Format>(), nesting = 3): Set<Format> {
  if (Array.isArray(json)) {
    if (nesting) for (const element of json) formatsOf(element, found, nesting - 1);
  } else {
    const format = detect(json);
    if (format) found.add(format);
  }
  return found;
}

/** The readers that this JSON needs; a promise of them where one is yet to be fetched. */
export function readersFor(json: unknown): Readers | Promise<Readers> {
  const missing = [...formatsOf(json)].filter((format) => format !== 'newsleaf' && !readers[format]) as (keyof typeof imports)[];
  if (missing.length === 0) return readers;
  return Promise.all(missing.map(async (format) => {
    readers[format] = await imports[format]();
  })).then(() => readers);
}
