import { html, nothing, type TemplateResult } from 'lit';
import { safeUrl } from '../content/url.js';
import { bylineText } from '../locale/byline.js';
import { dateText } from '../locale/dates.js';
import type { Article, Media } from '../model.js';
import { headingLevel } from './heading-level.js';
import { image } from './picture.js';
import { kicker, linkText, summaryOf, type TeaserStyle } from './teaser.js';

/** Cards are teasers without numbers. */
export type CardVariant = 'thumbnail' | 'summary' | 'plain';

export const cardVariants: readonly [CardVariant, ...CardVariant[]] = ['thumbnail', 'summary', 'plain'];

/** What stands upright, or is very wide, would lose too much to a box of another shape: it is shown whole. */
const fit = {
  // `load` does not bubble.
  capture: true,
  handleEvent({ currentTarget, target }: Event) {
    const { naturalWidth, naturalHeight } = target as HTMLImageElement;
    const ratio = naturalWidth / naturalHeight;
    (currentTarget as Element).classList.toggle('whole', ratio < 1.2 || ratio > 2.2);
  },
};

function picture(media: Media | undefined, sizes: string): TemplateResult | typeof nothing {
  const shown = image(media, sizes);
  if (shown === nothing) return nothing;
  return html`<figure class="picture" @load=${fit}>
    ${shown} ${media?.credit ? html`<figcaption part="credit" dir="auto">${media.credit}</figcaption>` : nothing}
  </figure>`;
}

/**
 * What is in a card. The picture comes after the words it belongs to; the style sheet says where it is seen, and hides
 * what is empty.
 */
export function card(article: Article, style: TeaserStyle): TemplateResult {
  const { variant, language } = style;
  const level = headingLevel(style.headingLevel);
  const date = article.datePublished ?? article.dateModified;
  return html`<div class="card ${variant}">
    <span part="kicker" dir="auto">${kicker(article)}</span>
    <span class="title" role=${level ? 'heading' : nothing} aria-level=${level ?? nothing}
      ><a part="link" rel="noopener noreferrer" href=${safeUrl(article.url, 'link') ?? nothing}><span part="headline" dir="auto">${linkText(article)}</span></a></span
    >
    <p part="description" dir="auto">${variant === 'plain' ? undefined : summaryOf(article)}</p>
    <p class="meta" lang=${article.inLanguage ? language : nothing}>
      <span part="byline" dir="auto">${bylineText(article, language)}</span> <span part="source" dir="auto">${article.publisher?.name}</span>
      <time part="date" datetime=${date?.iso ?? nothing}>${dateText(date, style)}</time>
    </p>
    ${variant === 'thumbnail' ? picture(article.image, style.sizes) : nothing}
  </div>`;
}

/** What stands where a card will be. */
export function cardPlaceholder(variant: CardVariant): TemplateResult {
  const shapes = ['short', '', 'long', 'short', ...(variant === 'thumbnail' ? ['picture'] : [])];
  return html`<div class="card ${variant}">${shapes.map((shape) => html`<div class="placeholder ${shape}"></div>`)}</div>`;
}
