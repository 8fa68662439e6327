/** The interface's own words. */
const english = {
  loading: 'Loading…',
  empty: 'No news right now.',
  error: 'The news could not be loaded.',
  stale: 'This could not be updated.',
  unavailable: 'This story is not available.',
  updated: 'Updated',
  correction: 'Correction',
  topics: 'Topics',
  original: 'Read the original',
  originalAt: 'Read the original at {}',
  generated: 'Made with AI',
  newHeadline: '1 new headline',
  newHeadlines: '{} new headlines',
  more: 'Load more',
  related: 'Related',
  embed: 'Load content from {}',
};

/** `{}` stands for a name. */
export type Messages = Readonly<typeof english>;

type Translations = (typeof import('./translations.js'))['translations'];

let translations: Translations | undefined;

/** Fetches the other languages; once they are there, `messagesIn` knows them. */
export async function loadTranslations(): Promise<void> {
  ({ translations } = await import('./translations.js'));
}

/** Whether a language's words must be fetched first. */
export function areMissing(language: string): boolean {
  return !translations && !/^en\b/.test(language);
}

/**
 * Words in a language; in English where Newsleaf does not speak it, or its words are on their way.
 * @param own the tag of the element whose own words they are
 */
export function wordsIn<T extends object>(language: string, own: string, inEnglish: T): T {
  const words = translations?.get(`${own} ${language.split('-', 1)[0] ?? ''}`.trim())?.split('|');
  return words ? (Object.fromEntries(Object.keys(inEnglish).map((name, index) => [name, words[index] ?? ''])) as T) : inEnglish;
}

/** The words that all elements have. */
export function messagesIn(language: string): Messages {
  return wordsIn(language, '', english);
}
