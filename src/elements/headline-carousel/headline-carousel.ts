import { html, nothing, type CSSResult, type TemplateResult } from 'lit';
import { Element } from '../../dom.js';
import { wordsIn } from '../../locale/messages.js';
import type { Article } from '../../model.js';
import { base } from '../../styles/base.js';
import { steps } from '../../styles/steps.js';
import { teasers } from '../../styles/teasers.js';
import { stepButtons } from '../../templates/step-buttons.js';
import { teaser } from '../../templates/teaser.js';
import { FeedElement } from '../feed-element.js';
import { register } from '../register.js';
import { StripController } from './strip-controller.js';
import { styles } from './styles.js';

/** Tiles that stand for what is coming; what is out of sight needs none. */
const mostPlaceholders = 12;

const english = { headlines: 'Headlines', previous: 'Previous headlines', next: 'Next headlines' };

/**
 * Headlines side by side, in a strip that scrolls by touch, wheel, keys and buttons, and never by itself.
 *
 * @summary Teasers in a strip that scrolls sideways, with buttons.
 * @attr {string} feed - The news as JSON.
 * @slot heading - What stands above the strip, beside its buttons.
 * @slot - The fallback: shown before the script runs, and when the news cannot be had.
 * @csspart base - The box around everything.
 * @csspart item - One tile; give it an `inline-size` for others than `15em`.
 * @csspart kicker - The section or kicker above a headline.
 * @csspart link - A headline's link; all of its tile can be clicked.
 * @csspart headline - A headline's text.
 * @csspart description - A summary, where there is no picture.
 * @csspart byline - The authors; not shown unless a page does.
 * @csspart source - The publisher.
 * @csspart date - The date of publication.
 * @csspart image - A picture.
 * @csspart button - The buttons to the previous and the next headlines, and those that show new headlines, or older ones.
 * @csspart status - The sentence that says that nothing is there, or what went wrong.
 * @cssproperty [--news-list-headline-size=1.0625em] - Size of a headline.
 * @cssproperty [--news-font] - Font family; the page's where not set.
 * @cssproperty [--news-font-size] - Size of the text; the page's where not set.
 * @cssproperty [--news-color] - Colour of the text; the page's where not set.
 * @cssproperty [--news-headline-font] - Font family of headlines; the text's where not set.
 * @cssproperty [--news-headline-weight=650] - Weight of headlines.
 * @cssproperty [--news-line-height=1.5] - Line height.
 * @cssproperty [--news-accent-color] - Kickers; a red mixed with the text's colour.
 * @cssproperty [--news-muted-color] - Dates; mixed from the text's colour.
 * @cssproperty [--news-rule-color] - Lines; mixed from the text's colour.
 * @cssproperty [--news-tint-color] - What is behind pictures; mixed from the text's colour.
 * @cssproperty [--news-focus-color=currentColor] - The ring around what has focus.
 * @cssproperty [--news-background=none] - Behind everything.
 * @cssproperty [--news-padding=0] - Around everything.
 * @cssproperty [--news-gap=1em] - The rhythm: space between tiles.
 * @cssproperty [--news-radius=0] - Corners of pictures.
 * @cssstate loading - News is on its way, and there is nothing to show yet.
 * @cssstate empty - There is no news.
 * @cssstate error - The news could not be had.
 * @cssstate stale - The same, and what was had before is still shown.
 * @event {NewsLoadEvent} news-load - Supplied data was read and is shown.
 * @event {NewsErrorEvent} news-error - Data could not be had or read.
 * @event {NewsUpdateEvent} news-update - New headlines are there, and wait behind a button.
 * @event {NewsSelectEvent} news-select - A headline was chosen; cancelable.
 */
export class HeadlineCarousel extends FeedElement {
  static override styles: CSSResult[] = [base, teasers, steps, styles];

  /** Registers the element under its own tag or another. Twice is once. */
  static define(tag = 'headline-carousel'): void {
    register(tag, this);
  }

  readonly #strip = new StripController(this, () => this.shownRows);
  /** The room that was kept while loading stays. */
  #isReserved = false;

  protected override renderPlaceholders(): TemplateResult {
    this.#isReserved = true;
    const tiles = Math.min(this.source.limit ?? mostPlaceholders, mostPlaceholders);
    const bars = ['picture', 'short', '', 'long'].map((shape) => html`<div class="placeholder ${shape}"></div>`);
    return html`${this.#renderButtons()}
      <div class="scroller waiting" aria-hidden="true">
        <div class="strip reserved">${Array.from({ length: tiles }, () => html`<div part="item">${bars}</div>`)}</div>
      </div>`;
  }

  protected override renderItems(items: readonly Article[]): TemplateResult {
    const style = { ...this.teaserStyle('thumbnail'), sizes: '15em' };
    const { headlines } = this.#words;
    // The strip is a tab stop, so that arrow keys scroll it.
    return html`${this.#renderButtons()}
      <div class="scroller" role="group" aria-label=${this.feed?.title ?? headlines} tabindex=${this.#strip.overflows ? 0 : nothing} @scroll=${this.#strip.measure}>
        <ul class="strip ${this.#isReserved ? 'reserved' : ''}" role="list" @click=${this.select} @focusin=${this.#reveal}>
          ${items.map((item) => teaser(item, style))}
        </ul>
      </div>`;
  }

  protected override focusRow(row: HTMLElement): void {
    super.focusRow(row);
    this.#strip.reveal(row);
  }

  /** After the browser, which scrolls as far as the link's words. What a pointer is on must not move. */
  #reveal({ target }: FocusEvent): void {
    const tile = target instanceof Element && target.matches(':focus-visible') && target.closest('li');
    if (tile) requestAnimationFrame(() => { this.#strip.reveal(tile); });
  }

  get #words(): typeof english {
    return wordsIn(this.language.current, 'headline-carousel', english);
  }

  #renderButtons(): TemplateResult {
    return stepButtons(this.#strip, this.#words, (step) => { this.#strip.step(step); });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'headline-carousel': HeadlineCarousel;
  }
}
