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

/** Whether there is anything of an article to read or see. */
export function hasContent({ headline, alternativeHeadline, description, body, url, image, media }: Article): boolean {
  return !!(headline ?? alternativeHeadline ?? description ?? body ?? url ?? image ?? media[0]);
}
