import type { Article, Feed } from '../model.js';
import { isListed } from './availability.js';

const idsOf = (items: readonly Article[]): Set<string> => new Set(items.map(({ id }) => id));

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

export interface Update {
  /** What may be shown at once: what is shown, as it is now, without what is gone. */
  readonly feed: Feed;
  /** What would push it away. */
  readonly waiting: readonly Article[];
  /** All of it, to be shown when the reader asks. */
  readonly whole: Feed;
}

/**
 * What a newer state of a feed brings.
 * @param limit articles that are shown at most: what comes after them is not new
 * @param hasPages whether more than the feed's first page is shown
 */
export function compare(shown: Feed, next: Feed, limit: number, hasPages: boolean): Update {
  const whole = renew(shown, next, hasPages);
  const known = idsOf(shown.items);
  const now = Date.now();
  const waiting = whole.items.filter((item) => isListed(item, now)).slice(0, limit).filter(({ id }) => !known.has(id));
  if (waiting.length === 0) return { feed: whole, waiting, whole };
  const current = new Map(whole.items.map((item) => [item.id, item]));
  const last = shown.items.findLastIndex(({ id }) => current.has(id));
  // One that is gone from among others was taken back; one that is gone from the end only made room.
  const items = shown.items.flatMap((item, index) => current.get(item.id) ?? (index > last ? item : []));
  return { feed: { ...whole, items }, waiting, whole };
}
