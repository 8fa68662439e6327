import type { Article, Person } from '../model.js';
import { joinNames } from './dates.js';

export type Credited = Pick<Article, 'author' | 'byline'>;

export interface BylinePart {
  readonly text: string;
  readonly person?: Person;
}

/** Names beyond this are not looked for in a byline. */
const mostNames = 50;

/** A byline as the source words it, parted at the names in it. */
function worded(byline: string, author: readonly Person[]): BylinePart[] {
  const parts: BylinePart[] = [];
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
export function bylineParts({ author, byline }: Credited, language: string): BylinePart[] {
  if (byline && author.length <= mostNames && author.every(({ name }) => byline.includes(name))) return worded(byline, author);
  const names = joinNames(author.map(({ name }) => name), language).map(({ text, index }): BylinePart => {
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
  return others.length === 0 && !byline ? first.name : bylineParts(article, language).map(({ text }) => text).join('');
}
