import { html, nothing, type TemplateResult } from 'lit';
import { formatDate, type DateLength, type Dates } from '../locale/dates.js';
import type { NewsDate } from '../model.js';

/** How an element words its dates. `now` is in milliseconds since 1970. */
export interface DateStyle {
  readonly dates: Dates;
  readonly length: DateLength;
  readonly language: string;
  readonly now: number;
}

/** A date's words, or none. */
export function dateText(date: NewsDate | undefined, { dates, length, language, now }: DateStyle): string {
  return date && dates !== 'none' ? formatDate(date, language, dates, length, now) : '';
}

/** `<time>`; a relative date carries the full one as its title. */
export function time(date: NewsDate | undefined, style: DateStyle): TemplateResult | typeof nothing {
  if (!date || style.dates === 'none') return nothing;
  const full = style.dates === 'relative' ? formatDate(date, style.language, 'absolute', 'long', style.now) : nothing;
  return html`<time part="date" datetime=${date.iso} title=${full}>${dateText(date, style)}</time>`;
}
