import type { Article, Feed } from '../model.js';
import { isListed } from './availability.js';

const idsOf = (items: readonly { readonly id: string }[]): Set<string> => new Set(items.map(({ id }) => id));

/** A feed and the next page of it, each article once. */
export function append(shown: Feed, page: Feed): Feed {
  const known = idsOf(shown.items);
  const { nextUrl: _, ...rest } = shown;
  return { ...rest, ...(page.nextUrl !== undefined && { nextUrl: page.nextUrl }), items: [...shown.items, ...page.items.filter(({ id }) => !known.has(id))] };
}

/** A newer state of a feed's first page, with the older pages that are shown below it. */
function renew(shown: Feed, next: Feed, hasPages: boolean): Feed {
  if (!hasPages) return next;
  const known = idsOf(next.items);
  const last = shown.items.findLastIndex(({ id }) => known.has(id));
  // Where the two have nothing in common, what is between them is not known.
  return last < 0 ? next : append(next, { ...shown, items: shown.items.slice(last + 1) });
}

/** What a newer state of something brings. */
export interface Update<T> {
  /** What may be shown at once: what is shown, as it is now, without what is gone. */
  readonly value: T;
  /** The ids of new rows, which would push it away. */
  readonly waiting: readonly string[];
  /** The articles that have them. */
  readonly articles: readonly Article[];
  /** All of it, to be shown when the reader asks. */
  readonly whole: T;
}

/**
 * What a newer state of a feed brings.
 * @param rows the articles that are on the screen
 * @param limit articles that are shown at most: what comes after them is not new
 * @param hasPages whether more than the feed's first page is shown
 */
export function compare(shown: Feed, rows: readonly Article[], next: Feed, limit: number, hasPages: boolean): Update<Feed> {
  const whole = renew(shown, next, hasPages);
  const known = idsOf(rows);
  const now = Date.now();
  const articles = whole.items.filter((item) => isListed(item, now)).slice(0, limit).filter(({ id }) => !known.has(id));
  const waiting = articles.map(({ id }) => id);
  if (waiting.length === 0) return { value: whole, waiting, articles, whole };
  const isWaiting = new Set(waiting);
  const current = new Map(whole.items.map((item) => [item.id, item]));
  const last = shown.items.findLastIndex(({ id }) => current.has(id));
  // One that is gone from among others was taken back; one that is gone from the end only made room.
  const items = shown.items.flatMap((item, index) => (isWaiting.has(item.id) ? [] : current.get(item.id) ?? (index > last ? item : [])));
  return { value: { ...whole, items }, waiting, articles, whole };
}

function isSame(one: unknown, other: unknown): boolean {
  try {
    return JSON.stringify(one) === JSON.stringify(other);
  } catch {
    // Nested deeper than that can go.
    return false;
  }
}

/** What a newer state of a story brings. What did not change stays the same object, and so what is shown of it: a film goes on playing. */
export function compareStories(shown: Article, next: Article): Update<Article> {
  const known = new Map(shown.liveBlogUpdate.map((update) => [update.id, update]));
  const updates = next.liveBlogUpdate.map((update) => {
    const before = known.get(update.id);
    return before && isSame(before, update) ? before : update;
  });
  const whole: Article = { ...next, ...(isSame(shown.body, next.body) && shown.body && { body: shown.body }), liveBlogUpdate: updates };
  const liveBlogUpdate = updates.filter(({ id }) => known.has(id));
  const waiting = updates.filter(({ id }) => !known.has(id)).map(({ id }) => id);
  return { value: { ...whole, liveBlogUpdate }, waiting, articles: waiting.length > 0 ? [whole] : [], whole };
}
