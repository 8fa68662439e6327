/** The interface's own words. */
const english = {
  loading: 'Loading…',
  empty: 'No news right now.',
  error: 'The news could not be loaded.',
  stale: 'This could not be updated.',
  unavailable: 'This story is not available.',
  newHeadline: '1 new headline',
  newHeadlines: '{} new headlines',
  more: 'Load more',
};

/** `{}` stands for a number. */
export type Messages = Readonly<typeof english>;

type Translations = (typeof import('./translations.js'))['translations'];

let translations: Translations | undefined;

let isTold = false;

/** The other languages: from here on `messagesIn` knows them. */
export function setTranslations(words: Translations): void {
  translations = words;
}

/** Fetches the other languages. Where they cannot be had, English stands. */
export async function loadTranslations(): Promise<void> {
  try {
    setTranslations((await import('./translations.js')).translations);
  } catch (error) {
    if (!isTold) console.warn('Newsleaf speaks English here, as its other languages cannot be had:', error);
    isTold = true;
  }
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
