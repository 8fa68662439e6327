import { html, nothing, type TemplateResult } from 'lit';
import type { Content } from '../content/body.js';
import { textOfHtml } from '../content/text.js';
import { safeUrl } from '../content/url.js';
import { timeOf, type DateStyle } from '../locale/dates.js';
import { directionOf } from '../locale/direction.js';
import { wordsIn } from '../locale/messages.js';
import type { Article, Body as ArticleBody, Correction, Related, Rights, Term } from '../model.js';
import { body } from './body.js';
import { byline } from './byline.js';
import { time } from './dates.js';
import { figure } from './figure.js';
import { heading } from './heading.js';
import { liveUpdate } from './live-update.js';

const english = {
  updated: 'Updated',
  correction: 'Correction',
  topics: 'Topics',
  original: 'Read the original',
  originalAt: 'Read the original at {}',
  generated: 'Made with AI',
  related: 'Related',
  embed: 'Load content from {}',
};

/** `{}` stands for a name. */
export type StoryWords = Readonly<typeof english>;

export function storyWordsIn(language: string): StoryWords {
  return wordsIn(language, 'news-article', english);
}

export interface StoryStyle extends DateStyle {
  readonly headingLevel: number | undefined;
  readonly words: StoryWords;
}

type Part = TemplateResult | typeof nothing;

function text(part: string, value: string | undefined): Part {
  return value ? html`<p part=${part} dir="auto">${value}</p>` : nothing;
}

function outsideLink(url: string | undefined, content: unknown): unknown {
  const safe = safeUrl(url, 'link');
  return safe ? html`<a rel="noopener noreferrer" href=${safe}>${content}</a>` : content;
}

function dates({ datePublished, dateModified }: Article, style: StoryStyle): Part {
  // A scheduled story was changed last before it came out.
  const updated = dateModified && !(datePublished && timeOf(dateModified) <= timeOf(datePublished));
  return html`${time(datePublished, style)} ${updated && style.dates !== 'none'
    ? html`<span>${style.words.updated} ${time(dateModified, style)}</span>`
    : nothing}`;
}

/** The digital source types, in IPTC's spelling or schema.org's, that say a model made it, wholly or in part. */
const generated = /(trainedAlgorithmicMedia|compositeSynthetic)(DigitalSource)?$/i;

function corrections(items: readonly Correction[], style: StoryStyle): Part {
  if (items.length === 0) return nothing;
  return html`<aside class="corrections" lang=${style.language}>
    ${items.map(
      (item) => html`<p part="correction" dir="auto"><strong>${style.words.correction}</strong> ${time(item.date, style)} <span>${item.text}</span></p>`,
    )}
  </aside>`;
}

function topics(terms: readonly Term[], { topics: label }: StoryWords): Part {
  if (terms.length === 0) return nothing;
  return html`<ul part="topics" role="list" aria-label=${label}>
    ${terms.map(({ name, url }) => html`<li><bdi>${outsideLink(url, name)}</bdi></li>`)}
  </ul>`;
}

function rightsLine(rights: Rights | undefined): Part {
  const license = safeUrl(rights?.license, 'link');
  const lines = [rights?.copyright, rights?.usageTerms, license ? outsideLink(license, license) : rights?.license].filter(Boolean);
  return lines.length > 0 ? html`<p part="rights" dir="auto">${lines.map((line) => html`<span>${line}</span> `)}</p>` : nothing;
}

function source({ url, publisher }: Article, { original, originalAt }: StoryWords): Part {
  if (!safeUrl(url, 'link')) return publisher ? html`<p part="source" dir="auto">${outsideLink(publisher.url, publisher.name)}</p>` : nothing;
  const label = publisher ? originalAt.replace('{}', () => publisher.name) : original;
  return html`<p part="source" dir="auto">${outsideLink(url, label)}</p>`;
}

function relatedLinks(items: readonly Related[], { related: label }: StoryWords): Part {
  const links = items.filter(({ headline }) => headline);
  if (links.length === 0) return nothing;
  return html`<ul part="related" role="list" aria-label=${label}>
    ${links.map(({ url, headline }) => html`<li dir="auto">${outsideLink(url, headline)}</li>`)}
  </ul>`;
}

const letters = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');

/** Many a CMS makes the summary of the story's first words, which nobody wants to read twice. */
function isBeginning(description: string, body: ArticleBody | undefined): boolean {
  const begin = description.length * 2 + 4000;
  const text = body?.kind === 'html' ? textOfHtml(body.html.slice(0, begin)) : body?.kind === 'text' ? body.text.slice(0, begin) : '';
  return letters(text).startsWith(letters(description));
}

/** What stands above a story's words; `label` before everything. */
export function storyHeader(article: Article, style: StoryStyle, label: unknown = nothing): TemplateResult {
  const { words, language } = style;
  const { dateline, description } = article;
  const headline = article.headline ?? article.alternativeHeadline;
  return html`<header>
    ${label} ${text('kicker', article.kicker ?? article.articleSection[0]?.name)}
    ${headline ? heading(style.headingLevel, headline) : nothing}
    ${text('description', description && isBeginning(description, article.body) ? undefined : description)}
    <p class="meta" lang=${language}>${byline(article, language)} ${dateline ? html`<span dir="auto">${dateline}</span>` : nothing} ${dates(article, style)}</p>
    ${generated.test(article.digitalSourceType ?? '') ? text('label', words.generated) : nothing}
    ${text('warning', article.contentWarning)}
  </header>`;
}

/** What stands below a story's words. */
export function storyFooter(article: Article, style: StoryStyle): TemplateResult {
  const { words, language } = style;
  return html`${article.media.map(figure)} ${corrections(article.correction, style)}
    <footer lang=${language}>${topics(article.keywords, words)} ${relatedLinks(article.related, words)} ${rightsLine(article.rights)} ${source(article, words)}</footer>`;
}

/** What stands where a story will be. */
export function storyPlaceholders(): TemplateResult {
  const shapes = ['headline', '', 'image', '', '', '', ''];
  return html`<div class="content waiting" aria-hidden="true">${shapes.map((shape) => html`<div class="placeholder ${shape}"></div>`)}</div>`;
}

/** Around a story: its language and direction. */
export function storyFrame({ inLanguage }: Article, content: unknown): TemplateResult {
  return html`<article class="content" lang=${inLanguage ?? nothing} dir=${inLanguage ? directionOf(inLanguage) : 'auto'}>${content}</article>`;
}

/**
 * One whole story. `contentOf` gives a body that was made safe; while the story's own is on its way, nothing below it
 * is shown yet.
 */
export function story(article: Article, contentOf: (body: ArticleBody | undefined) => Content | undefined, style: StoryStyle): TemplateResult {
  const content = contentOf(article.body);
  const isWaiting = article.body && !content;
  return storyFrame(
    article,
    html`${storyHeader(article, style)} ${figure(article.image)}
    ${isWaiting
      ? html`<div class="prose-waiting" aria-hidden="true"></div>`
      : html`${body(content)} ${article.liveBlogUpdate.map((update) => html`<section part="update">${liveUpdate(update, contentOf(update.body), style)}</section>`)}
          ${storyFooter(article, style)}`}`,
  );
}
