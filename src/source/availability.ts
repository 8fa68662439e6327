import { timeOf } from '../locale/dates.js';
import type { Article } from '../model.js';

/**
 * Whether an article may be shown: neither withheld, canceled, under embargo nor expired. Where a date cannot be read
 * it may not; a day counts from its first moment. `now` in milliseconds since 1970.
 */
export function isAvailable({ status, embargoedUntil, expires }: Article, now: number): boolean {
  return status === 'usable' && (!embargoedUntil || timeOf(embargoedUntil) <= now) && (!expires || timeOf(expires) > now);
}

/** Whether time alone can change that. */
export function isTimed({ embargoedUntil, expires }: Article): boolean {
  return !!(embargoedUntil ?? expires);
}

/** Whether an article has words, of its own or in its URL. */
export function isReadable({ headline, alternativeHeadline, description, body, url }: Article): boolean {
  return !!(headline ?? alternativeHeadline ?? description ?? body ?? url);
}

/** Whether there is anything of an article to read or see. */
export function hasContent(article: Article): boolean {
  return isReadable(article) || !!(article.image ?? article.media[0] ?? article.liveBlogUpdate[0]);
}

/** Whether a list shows an article. */
export function isListed(article: Article, now: number): boolean {
  return isAvailable(article, now) && isReadable(article);
}
