import { html, nothing, type TemplateResult } from 'lit';
import { safeUrl } from '../content/url.js';
import { joinNames } from '../locale/dates.js';
import type { Article, Person } from '../model.js';

type Credited = Pick<Article, 'author' | 'byline'>;

function name(person: Person, text: string): TemplateResult {
  const url = safeUrl(person.url, 'link');
  return url ? html`<a rel="author noopener noreferrer" href=${url}><bdi>${text}</bdi></a>` : html`<bdi>${text}</bdi>`;
}

interface Part {
  readonly text: string;
  readonly person?: Person;
}

/** Names beyond this are not looked for in a byline. */
const mostNames = 50;

/** A byline as the source words it, parted at the names in it. */
function worded(byline: string, author: readonly Person[]): Part[] {
  const parts: Part[] = [];
  let rest = byline;
  for (let names = 0; names < mostNames; names += 1) {
    const [next] = author
      .map((person) => ({ person, at: rest.indexOf(person.name) }))
      .filter(({ at }) => at >= 0)
      .sort((one, other) => one.at - other.at || other.person.name.length - one.person.name.length);
    if (!next) break;
    const { person, at } = next;
    parts.push({ text: rest.slice(0, at) }, { text: person.name, person });
    rest = rest.slice(at + person.name.length);
  }
  return [...parts, { text: rest }];
}

/** Who is credited: the byline where it names all authors, else the authors joined as the language does, and what else it says. */
function parts({ author, byline }: Credited, language: string): Part[] {
  if (byline && author.length <= mostNames && author.every(({ name }) => byline.includes(name))) return worded(byline, author);
  const names = joinNames(author.map(({ name }) => name), language).map(({ text, index }): Part => {
    const person = index === undefined ? undefined : author[index];
    return person ? { text, person } : { text };
  });
  return byline ? [...names, { text: `\u00a0· ${byline}` }] : names;
}

/** The byline as text. */
export function bylineText(article: Credited, language: string): string {
  const { author, byline } = article;
  const [first, ...others] = author;
  if (!first) return byline ?? '';
  // A list of one is the common case, and needs no formatter.
  return others.length === 0 && !byline ? first.name : parts(article, language).map(({ text }) => text).join('');
}

/** The byline with its authors linked. */
export function byline(article: Credited, language: string): TemplateResult | typeof nothing {
  if (article.author.length === 0 && !article.byline) return nothing;
  return html`<span part="byline" dir="auto">${parts(article, language).map(({ text, person }) => (person ? name(person, text) : text))}</span>`;
}
