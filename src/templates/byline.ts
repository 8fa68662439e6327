import { html, nothing, type TemplateResult } from 'lit';
import { safeUrl } from '../content/url.js';
import { joinNames } from '../locale/dates.js';
import type { Article, Person } from '../model.js';

type Credited = Pick<Article, 'author' | 'byline'>;

function name(person: Person | undefined, text: string): TemplateResult {
  const url = safeUrl(person?.url, 'link');
  return url ? html`<a rel="author noopener noreferrer" href=${url}><bdi>${text}</bdi></a>` : html`<bdi>${text}</bdi>`;
}

/** The authors' names, joined as the language does, or the byline as the source words it. */
export function bylineText({ author, byline }: Credited, language: string): string {
  const [first, ...others] = author;
  if (!first) return byline ?? '';
  // A list of one is the common case, and needs no formatter.
  if (others.length === 0) return first.name;
  return joinNames(author.map(({ name }) => name), language).map(({ text }) => text).join('');
}

/** The byline with its authors linked. */
export function byline(article: Credited, language: string): TemplateResult | typeof nothing {
  const names = article.author.map((person) => person.name);
  if (names.length === 0 && !article.byline) return nothing;
  const content =
    names.length > 0
      ? joinNames(names, language).map(({ text, index }) => (index === undefined ? text : name(article.author[index], text)))
      : article.byline;
  return html`<span part="byline" dir="auto">${content}</span>`;
}
