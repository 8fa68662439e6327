/** The two script files on pages of somebody else's. Built files: `npm run build` comes before. */
import { openHostPage, until, type HostPage, type Page } from './helpers.js';
import { feedUrl, jsonFeed, newsArticle } from './samples.js';

export const scriptTags = {
  'the classic file': '<script src="/dist/cdn/newsleaf.iife.js" async></script>',
  'the module loader': '<script type="module" src="/dist/cdn/newsleaf.js"></script>',
} as const;

export type ScriptFile = keyof typeof scriptTags;

const attribute = (text: string) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');

export const list = `<headline-list src="${attribute(feedUrl(jsonFeed))}">fallback</headline-list>`;

const rich = { ...newsArticle, image: undefined, articleBody: '<p>The first boat left at <em>nine</em>.</p><p>It was full.</p>' };

/** With a body of HTML, and no picture. */
export const story = `<news-article><script type="application/ld+json">${JSON.stringify(rich)}</script>fallback</news-article>`;

/** As `openHostPage`, with a list, a story and one of the files. */
export function openNewsPage(file: ScriptFile, { head = '', body = '', ...page }: HostPage = {}): Promise<Page> {
  return openHostPage({ ...page, head: head + scriptTags[file], body: body + list + story });
}

export const inside = (page: Page, tag: string) => page.document.querySelector(tag)?.shadowRoot ?? undefined;

/** The words of the story's paragraphs. */
export const paragraphs = (page: Page) => [...(inside(page, 'news-article')?.querySelectorAll('.prose p') ?? [])].map(({ textContent }) => textContent);

/** Waits until both show their news. */
export async function showsNews(page: Page): Promise<void> {
  await until(() => inside(page, 'headline-list')?.querySelectorAll('li').length === 3, 'the list');
  await until(() => paragraphs(page).join('|') === 'The first boat left at nine.|It was full.', 'the story');
}

/** Whether the story's body came as HTML, and not as its text. */
export const isRich = (page: Page) => !!inside(page, 'news-article')?.querySelector('.prose em');
