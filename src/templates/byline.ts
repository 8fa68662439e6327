import { html, nothing, type TemplateResult } from 'lit';
import { safeUrl } from '../content/url.js';
import { bylineParts, type Credited } from '../locale/byline.js';
import type { Person } from '../model.js';

function name(person: Person, text: string): TemplateResult {
  const url = safeUrl(person.url, 'link');
  return url ? html`<a rel="author noopener noreferrer" href=${url}><bdi>${text}</bdi></a>` : html`<bdi>${text}</bdi>`;
}

/** The byline with its authors linked. */
export function byline(article: Credited, language: string): TemplateResult | typeof nothing {
  if (article.author.length === 0 && !article.byline) return nothing;
  return html`<span part="byline" dir="auto">${bylineParts(article, language).map(({ text, person }) => (person ? name(person, text) : text))}</span>`;
}
