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
  /** New rows, which would push it away. */
  readonly waiting: number;
  /** The articles that have them. */
  readonly articles: readonly Article[];
  /** All of it, to be shown when the reader asks. */
  readonly whole: T;
}

/**
 * What a newer state of a feed brings.
 * @param limit articles that are shown at most: what comes after them is not new
 * @param hasPages whether more than the feed's first page is shown
 */
export function compare(shown: Feed, next: Feed, limit: number, hasPages: boolean): Update<Feed> {
  const whole = renew(shown, next, hasPages);
  const known = idsOf(shown.items);
  const now = Date.now();
  const articles = whole.items.filter((item) => isListed(item, now)).slice(0, limit).filter(({ id }) => !known.has(id));
  if (articles.length === 0) return { value: whole, waiting: 0, articles, whole };
  const current = new Map(whole.items.map((item) => [item.id, item]));
  const last = shown.items.findLastIndex(({ id }) => current.has(id));
  // One that is gone from among others was taken back; one that is gone from the end only made room.
  const items = shown.items.flatMap((item, index) => current.get(item.id) ?? (index > last ? item : []));
  return { value: { ...whole, items }, waiting: articles.length, articles, whole };
}

/** What a newer state of a live blog brings. */
export function compareLiveBlog(shown: Article, next: Article): Update<Article> {
  const known = new Map(shown.liveBlogUpdate.map((update) => [update.id, update]));
  // What did not change stays the same object, and so what is shown of it: a film goes on playing.
  const updates = next.liveBlogUpdate.map((update) => {
    const before = known.get(update.id);
    return before && JSON.stringify(before) === JSON.stringify(update) ? before : update;
  });
  const whole = { ...next, liveBlogUpdate: updates };
  const liveBlogUpdate = updates.filter(({ id }) => known.has(id));
  const waiting = updates.length - liveBlogUpdate.length;
  return { value: { ...whole, liveBlogUpdate }, waiting, articles: waiting > 0 ? [whole] : [], whole };
}
