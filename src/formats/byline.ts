import { plainText } from '../content/text.js';
import type { Article, Person } from '../model.js';
import { type Field, byName, own, text, tidy, url } from './read.js';

type Credits = Pick<Article, 'author' | 'byline'>;

const NAME = /^(?:\p{Ll}{1,2}['’])?[\p{Lu}\p{Lo}][\p{L}\p{M}.'’-]*$/u;
/** What stands in lower case within a name. */
const PARTICLE = /^(?:a[bfl]|av|bin|d[aeiou]|de[lnrs]|della|dos|el|ibn|l[ae]|te[nr]|van|von|zu)$/;
/** What makes capitalised words an office, a house or a place rather than a person. */
const NOBODY =
  /^the\s|\b(?:agenc\w+|analyst|anchor|bureau|business|chief|column\w+|contribut\w+|correspondents?|daily|desk|editor\w*|east|group|hong|inc|insider|jazeera|journal|los|ltd|magazine|media|minister|network|new|news\w*|north|online|photographer|post|president|press|prime|producer|radio|reporters?|reuters|san|senior|services?|south|staff|team|tel|television|times|today|tv|university|vice|west|writers?)\b/i;
const ALL_CAPITALS = /^[^\p{Ll}\p{Lo}]{2,}$/u;
const SEPARATOR = /\s*[,;|]\s*(?:(?:and|&)\s+)?|\s+(?:and|&|et|und)\s+/i;
const ADDRESS = /\b(?:https?:\/\/|www\.)[^\s,;]+|[<(]?[^\s<>(),;@]+@[^\s<>(),;@]+[>)]?/gi;

function isPerson(name: string, alone: boolean): boolean {
  const words = name.split(' ');
  if (NOBODY.test(name) || ALL_CAPITALS.test(name) || words.length > 5) return false;
  // A word by itself is the name of an account; in a list, it may be half of «Doe, Jane».
  if (words.length === 1) return alone && !/\.[a-z]|:/.test(name);
  return words.every((word, index) => NAME.test(word) || (index < words.length - 1 && PARTICLE.test(word)));
}

/** A line that surely names people, as those; any other as it is worded. Nothing for an address alone. */
function readLine(given: string, publisher?: string): Credits {
  const line = given.replace(/^by:?\s+/i, '');
  if (line.length > 300) return { author: [], byline: line };
  const house = publisher?.toLowerCase();
  const parts = line.split(SEPARATOR);
  const named = line.replace(ADDRESS, '').trim().replace(/^\(([^()]*)\)$/, '$1').split(SEPARATOR);
  const kept = named.map((part) => part.trim()).filter((part) => part && part.toLowerCase() !== house);
  if (kept.every((part) => isPerson(part, kept.length === 1))) return { author: byName(kept.map((name) => ({ name }))) };
  return { author: [], byline: kept.join() === parts.join() ? line : kept.join(', ') };
}

/** The names in JSON that came as a string. */
function namesIn(json: string): string[] {
  try {
    const parsed: unknown = JSON.parse(json);
    return (Array.isArray(parsed) ? parsed : [parsed])
      .map((element: unknown) => (typeof element === 'string' ? element : own(element, 'name')))
      .map((name) => (typeof name === 'string' ? plainText(name) : ''))
      .filter(Boolean);
  } catch {
    return [];
  }
}

function readOne(field: Field, publisher?: string, base?: string): Credits {
  const isNamed = own(field.value, 'name') !== undefined;
  const given = text(isNamed ? field.get('name') : field);
  if (!given) return { author: [] };
  const read: Credits = /^[[{]/.test(given) ? { author: byName(namesIn(given).map((name) => ({ name }))) } : readLine(given, publisher);
  const [only, ...more] = read.author;
  if (!only && !read.byline && !(publisher && given.toLowerCase().endsWith(publisher.toLowerCase()))) field.report('names nobody');
  if (!only || more.length || !isNamed) return read;
  return { author: [tidy<Person>({ name: only.name, url: url(field.get('url'), 'link', base) })] };
}

/**
 * Who wrote it, where the source has a line of text for that, a list of such or of objects with a name:
 * people where it surely names people, else the line as it is. Addresses and the publisher are no people.
 */
export function credits(field: Field, publisher?: string, base?: string): Credits {
  const read = field.list().map((element) => readOne(element, publisher, base));
  const author = byName(read.flatMap((one) => one.author));
  if (!read.some(({ byline }) => byline)) return { author };
  return { author: [], byline: read.flatMap((one) => [...one.author.map(({ name }) => name), ...(one.byline ? [one.byline] : [])]).join(', ') };
}
