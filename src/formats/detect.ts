import { isObject, own } from './read.js';

/** The formats that Newsleaf reads; `newsleaf` is its own model. */
export type Format = 'newsleaf' | 'jsonld' | 'jsonfeed' | 'guardian';

const has = (value: unknown, ...keys: readonly string[]): boolean => keys.some((key) => own(value, key) !== undefined);

/** Whether a value is a list of some that are so. */
const someOf = (value: unknown, is: (element: unknown) => boolean): boolean => Array.isArray(value) && value.some(is);

const isJsonFeedItem = (value: unknown): boolean => has(value, 'content_html', 'content_text', 'date_published', 'external_url');

/** The Guardian's tags have a `webTitle` too. */
export const isGuardianItem = (value: unknown): boolean => has(value, 'webTitle') && has(value, 'webPublicationDate', 'fields', 'blocks');

const isGuardianAnswer = (value: unknown): boolean =>
  has(value, 'userTier') || someOf(own(value, 'results'), isGuardianItem) || isGuardianItem(own(value, 'content'));

/** By its shape, the first that fits. */
const shapes: readonly [Format, (value: unknown) => boolean][] = [
  ['jsonld', (value) => has(value, '@context', '@type', '@graph', 'itemListElement')],
  [
    'jsonfeed',
    (value) =>
      /^https?:\/\/(?:www\.)?jsonfeed\.org\/version/.test(String(own(value, 'version'))) ||
      someOf(own(value, 'items'), isJsonFeedItem) ||
      (has(value, 'items') && has(value, 'home_page_url', 'feed_url')) ||
      (has(value, 'id') && isJsonFeedItem(value)),
  ],
  ['guardian', (value) => isGuardianItem(value) || isGuardianAnswer(value) || isGuardianAnswer(own(value, 'response'))],
];

/** The format that an object has by its looks; whether there is news in it, its reader says. */
export function detect(value: unknown): Format | undefined {
  return isObject(value) ? shapes.find(([, is]) => is(value))?.[0] : undefined;
}
