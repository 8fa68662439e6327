import { html, nothing, type TemplateResult } from 'lit';
import { dateText, formatDate, type DateStyle } from '../locale/dates.js';
import type { NewsDate } from '../model.js';

/** `<time>`; a relative date carries the full one as its title. */
export function time(date: NewsDate | undefined, style: DateStyle): TemplateResult | typeof nothing {
  if (!date || style.dates === 'none') return nothing;
  const full = style.dates === 'relative' ? formatDate(date, style.language, 'absolute', 'long', style.now) : nothing;
  return html`<time part="date" datetime=${date.iso} title=${full}>${dateText(date, style)}</time>`;
}
