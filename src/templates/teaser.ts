import { html, nothing, type TemplateResult } from 'lit';
import { paragraphs, textOfHtml } from '../content/text.js';
import { safeUrl } from '../content/url.js';
import { bylineText } from '../locale/byline.js';
import { dateText, type DateStyle } from '../locale/dates.js';
import type { Article, Body } from '../model.js';
import { headingLevel } from './heading-level.js';
import { image } from './picture.js';

/** How a list shows its teasers. */
export type Variant = 'plain' | 'summary' | 'thumbnail' | 'numbered';

export interface TeaserStyle extends DateStyle {
  readonly variant: Variant;
  /** The level at which headlines are headings; without one they are links only. */
  readonly headingLevel: number | undefined;
  /** Width of a picture, for engines that cannot tell from the layout. */
  readonly sizes: string;
}

/** Characters of a text that stand for a missing headline, or a missing summary. */
const headlineLength = 80;
const summaryLength = 200;

function excerpt(text: string, length: number): string {
  const line = text.trim().slice(0, length + 1);
  if (line.length <= length) return line;
  const words = line.slice(0, Math.max(line.lastIndexOf(' '), length / 2));
  return words.replace(/[\s,;:.–—-]+$/, '') + '…';
}

function firstParagraph(body: Body | undefined): string | undefined {
  // Blocks would need more code than a first list should load.
  if (!body || body.kind === 'blocks') return undefined;
  // As much of it as is sure to hold one, without the tag that the cut may have gone through.
  const text = body.kind === 'html' ? textOfHtml(body.html.slice(0, 4000).replace(/<[^>]*$/, '')) : body.text.slice(0, 4000);
  return paragraphs(text)[0];
}

/** What a story is called in a link: its headline, or the next best thing it has. */
export function linkText({ headline, alternativeHeadline, description, body, url }: Article): string {
  return headline || alternativeHeadline || excerpt(description || firstParagraph(body) || url || '…', headlineLength);
}

/** What a story is about: its description, else how its body begins; not what is its headline already. */
export function summaryOf({ headline, alternativeHeadline, description, body }: Article): string | undefined {
  const begin = headline || alternativeHeadline ? (description ?? excerpt(firstParagraph(body) ?? '', summaryLength)) : undefined;
  return begin === headline ? undefined : begin;
}

/** What stands above a headline: a kicker, else the section, else the first keyword. */
export function kicker({ kicker, articleSection, keywords }: Article): string | undefined {
  return kicker ?? articleSection[0]?.name ?? keywords[0]?.name;
}

/**
 * One teaser in a list. One flat template for what most rows have, its empty elements hidden by the style sheet, as
 * templates within templates made a thousand rows half as slow again; and no white space between blocks, as each node
 * that nobody sees costs as much as one that shows.
 */
export function teaser(article: Article, style: TeaserStyle): TemplateResult {
  const { variant, language } = style;
  const level = headingLevel(style.headingLevel);
  const date = article.datePublished ?? article.dateModified;
  const more =
    variant === 'summary' || variant === 'thumbnail'
      ? html`<p part="description" dir="auto">${summaryOf(article)}</p>${variant === 'thumbnail' ? image(article.image, style.sizes) : nothing}`
      : nothing;
  return html`<li part="item" lang=${article.inLanguage ?? nothing}
    ><span part="kicker" dir="auto">${kicker(article)}</span
    ><span class="title" role=${level ? 'heading' : nothing} aria-level=${level ?? nothing}
      ><a part="link" rel="noopener noreferrer" href=${safeUrl(article.url, 'link') ?? nothing}><span part="headline" dir="auto">${linkText(article)}</span></a></span
    >${more}<p class="meta" lang=${article.inLanguage ? language : nothing}
      ><span part="byline" dir="auto">${bylineText(article, language)}</span> ${article.publisher ? html`<span part="source" dir="auto">${article.publisher.name}</span> ` : nothing}<time part="date" datetime=${date?.iso ?? nothing}>${dateText(date, style)}</time></p
  ></li>`;
}
