import { parseFeed, type Article, type Format, type Issue, type ParsedFeed } from 'newsleaf';
import 'newsleaf/define';
import { addressWith, find, home } from './controls.js';
import { addressOf, samples } from './samples.js';

/** Milliseconds without a key, after which what was typed is read. */
const pause = 300;

const names: Readonly<Partial<Record<Format, string>>> = {
  newsleaf: 'Newsleaf’s own',
  jsonld: 'schema.org JSON-LD',
  jsonfeed: 'JSON Feed',
  wordpress: 'WordPress',
  ninjs: 'IPTC ninjs',
  newsapi: 'NewsAPI.org',
  gnews: 'GNews',
  guardian: 'Guardian',
  rss: 'RSS',
  atom: 'Atom',
};

const choices = find(HTMLFormElement, '#choices');
const sampleChoice = find(HTMLSelectElement, '[name=sample]');
const elementChoice = find(HTMLSelectElement, '[name=element]');
const variantChoice = find(HTMLSelectElement, '[name=variant]');
const text = find(HTMLTextAreaElement, '#text');
const result = find(HTMLElement, '#result');
const issues = find(HTMLTableElement, '#issues');
const preview = find(HTMLElement, '#preview');

const files = new Map([
  ...samples.map((sample) => [sample.id, { name: sample.name, address: addressOf(sample) }] as const),
  ['mistakes', { name: 'A feed with mistakes', address: new URL('data/mistakes.json', home).href }],
  ['story', { name: 'A single story', address: new URL('data/story.json', home).href }],
]);

/** What the visitor wrote, to come back to from a sample. */
let written = '';
/** What relative URLs in the text resolve against. */
let base = document.baseURI;
/** The reading that counts: one that is overtaken shows nothing. */
let turn = 0;

async function read(source: string): Promise<ParsedFeed> {
  if (!source) throw new Error('Nothing here yet: paste JSON or XML.');
  if (source.startsWith('<')) {
    const { parseXmlFeed } = await import('newsleaf/xml');
    return parseXmlFeed(source, { url: base });
  }
  let json: unknown;
  try {
    json = JSON.parse(source);
  } catch (error) {
    throw new Error(`This is not JSON. ${error instanceof Error ? error.message : ''}`, { cause: error });
  }
  return parseFeed(json, { url: base });
}

const count = (number: number, one: string, many: string): string => `${String(number)} ${number === 1 ? one : many}`;

function say(sentence: string, isError = false): void {
  result.textContent = sentence;
  result.classList.toggle('failed', isError);
}

function showIssues(found: readonly Issue[]): void {
  issues.hidden = found.length === 0;
  issues.tBodies[0]?.replaceChildren(
    ...found.map(({ path, reason }) => {
      const row = document.createElement('tr');
      const code = document.createElement('code');
      code.textContent = path;
      row.insertCell().append(code);
      row.insertCell().textContent = reason;
      return row;
    }),
  );
}

function showStory(article: Article): void {
  const story = document.createElement('news-article');
  story.headingLevel = 3;
  story.article = article;
  preview.replaceChildren(story);
}

function showNews({ feed }: ParsedFeed): void {
  if (elementChoice.value === 'headline-list') {
    const list = document.createElement('headline-list');
    list.dates = 'absolute';
    list.variant = variantChoice.value as typeof list.variant;
    list.feed = feed;
    preview.replaceChildren(list);
  } else if (feed.items[0]) {
    showStory(feed.items[0]);
  } else {
    preview.replaceChildren();
  }
}

function fail(error: unknown): void {
  say(error instanceof Error ? error.message : 'This cannot be read.', true);
  showIssues([]);
  preview.replaceChildren();
}

async function show(): Promise<void> {
  const mine = ++turn;
  variantChoice.disabled = elementChoice.value !== 'headline-list';
  const source = text.value.trim();
  try {
    const parsed = await read(source);
    if (mine !== turn) return;
    showNews(parsed);
    showIssues(parsed.issues);
    const { format, feed } = parsed;
    say(`${names[format] ?? format}: ${count(feed.items.length, 'story', 'stories')}, ${count(parsed.issues.length, 'issue', 'issues')}.`);
  } catch (error) {
    if (mine === turn) fail(error);
  }
}

/** Fills the text from the sample that is chosen, or brings back what the visitor wrote. */
async function fill(): Promise<void> {
  const mine = ++turn;
  const file = files.get(sampleChoice.value);
  try {
    const response = file && (await fetch(file.address));
    if (response && !response.ok) throw new Error(`The sample could not be had: HTTP ${String(response.status)}`);
    const source = response ? await response.text() : written;
    if (mine !== turn) return;
    base = file?.address ?? document.baseURI;
    text.value = source;
    text.scrollTo(0, 0);
  } catch (error) {
    if (mine === turn) fail(error);
    return;
  }
  await show();
}

let waiting: ReturnType<typeof setTimeout> | undefined;
text.addEventListener('input', () => {
  // A sample that is still on its way must not replace what is typed now.
  turn++;
  written = text.value;
  sampleChoice.value = '';
  clearTimeout(waiting);
  waiting = setTimeout(() => void show(), pause);
});

choices.addEventListener('change', ({ target }) => {
  clearTimeout(waiting);
  void (target === sampleChoice ? fill() : show());
  const parameters = [sampleChoice, elementChoice, variantChoice].map(({ name, value }) => [name, value] as const);
  history.replaceState(null, '', addressWith(location.href, parameters));
});
choices.addEventListener('submit', (event) => {
  event.preventDefault();
});

preview.addEventListener('news-select', (event) => {
  // To follow the link would lose what was pasted.
  event.preventDefault();
  elementChoice.value = 'news-article';
  variantChoice.disabled = true;
  showStory(event.article);
  preview.focus();
});
preview.addEventListener('news-error', (event) => {
  say(event.error.message, true);
});

sampleChoice.append(...[...files].map(([id, { name }]) => new Option(name, id)));
for (const choice of [sampleChoice, elementChoice, variantChoice]) {
  const asked = new URLSearchParams(location.search).get(choice.name);
  const isThere = [...choice.options].some(({ value }) => value !== '' && value === asked);
  if (asked && isThere) choice.value = asked;
}
sampleChoice.value ||= 'jsonfeed';
await fill();
