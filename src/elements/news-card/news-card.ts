import { html, nothing, type CSSResult, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import type { Dates } from '../../locale/dates.js';
import type { Article } from '../../model.js';
import { oneOf } from '../../source/attributes.js';
import { base } from '../../styles/base.js';
import { card as cardStyles } from '../../styles/card.js';
import { teasers } from '../../styles/teasers.js';
import { card, cardPlaceholder, cardVariants, type CardVariant } from '../../templates/card.js';
import { frame } from '../../templates/frame.js';
import { headingLevel } from '../../templates/heading-level.js';
import type { TeaserStyle } from '../../templates/teaser.js';
import { ArticleElement } from '../article-element.js';
import { register } from '../register.js';
import { select } from '../select.js';

/**
 * One teaser: its picture above its words, or beside them where there is room.
 *
 * @summary A teaser of one story; all of it is its link.
 * @attr {string} article - The story as JSON.
 * @slot - The fallback: shown before the script runs, and when the story cannot be had.
 * @csspart base - The box around everything.
 * @csspart item - The card.
 * @csspart kicker - The section or kicker above the headline.
 * @csspart link - The headline's link; all of the card can be clicked.
 * @csspart headline - The headline's text.
 * @csspart description - The summary, in the variants `thumbnail` and `summary`.
 * @csspart byline - The authors.
 * @csspart source - The publisher.
 * @csspart date - The date of publication.
 * @csspart image - The picture, in the variant `thumbnail`.
 * @csspart credit - Its credit.
 * @csspart status - The sentence that says what went wrong.
 * @cssproperty [--news-list-headline-size=clamp(1.0625em, 0.85em + 2cqi, 2.25em)] - Size of the headline.
 * @cssproperty [--news-font] - Font family; the page's where not set.
 * @cssproperty [--news-font-size] - Size of the text; the page's where not set.
 * @cssproperty [--news-color] - Colour of the text; the page's where not set.
 * @cssproperty [--news-headline-font] - Font family of the headline; the text's where not set.
 * @cssproperty [--news-headline-weight=650] - Weight of the headline.
 * @cssproperty [--news-line-height=1.5] - Line height.
 * @cssproperty [--news-accent-color] - Kicker; a red mixed with the text's colour.
 * @cssproperty [--news-muted-color] - Byline, date, credit; mixed from the text's colour.
 * @cssproperty [--news-tint-color] - What is behind the picture; mixed from the text's colour.
 * @cssproperty [--news-focus-color=currentColor] - The ring around what has focus.
 * @cssproperty [--news-background=none] - Behind everything.
 * @cssproperty [--news-padding=0] - Around everything.
 * @cssproperty [--news-gap=1em] - The rhythm: space between picture and words.
 * @cssproperty [--news-radius=0] - Corners of the picture.
 * @cssstate loading - The story is on its way, and there is nothing to show yet.
 * @cssstate empty - The story may not be shown.
 * @cssstate error - The story could not be had.
 * @cssstate stale - The same, and what was had before is still shown.
 * @event {NewsLoadEvent} news-load - Supplied data was read and is shown.
 * @event {NewsErrorEvent} news-error - Data could not be had or read.
 * @event {NewsSelectEvent} news-select - The headline was chosen; cancelable.
 */
export class NewsCard extends ArticleElement {
  static override properties: PropertyDeclarations = { variant: {} };
  static override styles: CSSResult[] = [base, teasers, cardStyles];

  /** Registers the element under its own tag or another. Twice is once. */
  static define(tag = 'news-card'): void {
    register(tag, this);
  }

  /** `thumbnail`, `summary` or `plain`. */
  variant: CardVariant = 'thumbnail';

  /** `relative`, `absolute` or `none`. */
  override dates: Dates = 'relative';

  /** The room that was kept while loading stays. */
  #isReserved = false;

  get #variant(): CardVariant {
    return oneOf(cardVariants, this.variant);
  }

  // Worded as in lists of teasers.
  protected override get shownDates(): Dates {
    return oneOf(['relative', 'absolute', 'none'], this.dates);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('variant')) this.#isReserved = false;
  }

  protected override render(): TemplateResult {
    const { shown, frameState: state } = this;
    return frame(state, shown ? this.#card(shown) : state.isLoading ? this.#placeholder() : nothing);
  }

  #card(article: Article): TemplateResult {
    const style: TeaserStyle = {
      variant: this.#variant,
      headingLevel: headingLevel(this.headingLevel) ?? 2,
      sizes: '30em',
      dates: this.shownDates,
      length: 'short',
      language: this.language.current,
      now: Date.now(),
    };
    return html`<article part="item" class="content ${this.#isReserved ? 'reserved' : ''}" lang=${article.inLanguage ?? nothing} @click=${this.#select}>
      ${card(article, style)}
    </article>`;
  }

  #placeholder(): TemplateResult {
    this.#isReserved = true;
    return html`<div part="item" class="content waiting" aria-hidden="true">${cardPlaceholder(this.#variant)}</div>`;
  }

  #select(event: MouseEvent): void {
    select(this, event, this.shown);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'news-card': NewsCard;
  }
}
