import { html, type CSSResult, type TemplateResult } from 'lit';
import { wordsIn } from '../../locale/messages.js';
import type { Article } from '../../model.js';
import { base } from '../../styles/base.js';
import { teasers } from '../../styles/teasers.js';
import { teaser } from '../../templates/teaser.js';
import { FeedElement } from '../feed-element.js';
import { register } from '../register.js';
import { RotationController } from './rotation-controller.js';
import { styles } from './styles.js';

/** Rows reserved where less motion is wanted, and no `limit` says how many. */
const defaultRows = 5;
const mostRows = 100;

const english = { pause: 'Pause headlines', play: 'Play headlines' };

const icons = {
  pause: html`<svg viewBox="0 0 16 16" aria-hidden="true"><path d="M5.5 3.5v9M10.5 3.5v9"></path></svg>`,
  play: html`<svg viewBox="0 0 16 16" aria-hidden="true"><path d="M5 3v10l8-5z"></path></svg>`,
};

/**
 * Breaking headlines, one after the other in one place: each stays for a while, and gives way to the next.
 *
 * They stand still while one is pointed at or has focus, while the reader has paused them, and where less motion is
 * wanted: there, they are a list. Who hears the page has all of them, as a list of links, and is told of no change.
 *
 * @summary One line of breaking headlines, always with a pause control.
 * @attr {string} feed - The news as JSON.
 * @slot heading - What stands before the headlines: a word, such as Breaking.
 * @slot - The fallback: shown before the script runs, and when the news cannot be had.
 * @csspart base - The box around everything.
 * @csspart item - One headline, with what belongs to it.
 * @csspart kicker - The section or kicker before a headline.
 * @csspart link - A headline's link.
 * @csspart headline - A headline's text.
 * @csspart byline - The authors; not shown unless a page does.
 * @csspart source - The publisher.
 * @csspart date - The date of publication.
 * @csspart button - The button that pauses and plays, and the one that shows new headlines.
 * @csspart status - The sentence that says that nothing is there, or what went wrong.
 * @cssproperty [--news-list-headline-size=1em] - Size of a headline.
 * @cssproperty [--news-font] - Font family; the page's where not set.
 * @cssproperty [--news-font-size] - Size of the text; the page's where not set.
 * @cssproperty [--news-color] - Colour of the text; the page's where not set.
 * @cssproperty [--news-headline-font] - Font family of headlines; the text's where not set.
 * @cssproperty [--news-headline-weight=650] - Weight of headlines.
 * @cssproperty [--news-line-height=1.5] - Line height.
 * @cssproperty [--news-accent-color] - Kickers; a red mixed with the text's colour.
 * @cssproperty [--news-muted-color] - Dates; mixed from the text's colour.
 * @cssproperty [--news-rule-color] - Lines; mixed from the text's colour.
 * @cssproperty [--news-tint-color] - What stands where headlines will be; mixed from the text's colour.
 * @cssproperty [--news-focus-color=currentColor] - The ring around what has focus.
 * @cssproperty [--news-background=none] - Behind everything.
 * @cssproperty [--news-padding=0] - Around everything.
 * @cssproperty [--news-gap=1em] - The rhythm: space between heading, headline and button.
 * @cssproperty [--news-radius=0] - Corners of buttons.
 * @cssstate loading - News is on its way, and there is nothing to show yet.
 * @cssstate empty - There is no news.
 * @cssstate error - The news could not be had.
 * @cssstate stale - The same, and what was had before is still shown.
 * @event {NewsLoadEvent} news-load - Supplied data was read and is shown.
 * @event {NewsErrorEvent} news-error - Data could not be had or read.
 * @event {NewsUpdateEvent} news-update - New headlines are there, and wait behind a button.
 * @event {NewsSelectEvent} news-select - A headline was chosen; cancelable.
 */
export class HeadlineTicker extends FeedElement {
  static override styles: CSSResult[] = [base, teasers, styles];

  /** Registers the element under its own tag or another. Twice is once. */
  static define(tag = 'headline-ticker'): void {
    register(tag, this);
  }

  readonly #rotation = new RotationController(this, () => this.shownRows);

  protected override renderPlaceholders(): TemplateResult {
    const rows = Math.min(this.source.limit ?? defaultRows, mostRows);
    return html`<div class="line" aria-hidden="true">
      ${Array.from({ length: rows }, () => html`<div part="item"><div class="placeholder"></div></div>`)}
    </div>`;
  }

  protected override renderItems(items: readonly Article[]): TemplateResult {
    const style = this.teaserStyle('plain');
    const action = this.#rotation.isPaused ? 'play' : 'pause';
    return html`<ul class="line" role="list" @click=${this.select} @mouseenter=${this.#hold} @mouseleave=${this.#hold} @focusin=${this.#hold} @focusout=${this.#hold}>
        ${items.map((item) => teaser(item, style))}
      </ul>
      <button class="pause" part="button" type="button" aria-label=${wordsIn(this.language.current, 'headline-ticker', english)[action]} @click=${this.#toggle}>
        ${icons[action]}
      </button>`;
  }

  #hold(event: Event): void {
    this.#rotation.hold(event);
  }

  #toggle(): void {
    this.#rotation.toggle();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'headline-ticker': HeadlineTicker;
  }
}
