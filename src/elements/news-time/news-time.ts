import { html, LitElement, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import { NewsErrorEvent } from '../../events.js';
import { parseDate } from '../../formats/date.js';
import { ClockController } from '../../locale/clock.js';
import { LanguageController } from '../../locale/language.js';
import { surroundings } from '../../locale/surroundings.js';
import { isTicking, isTimeZone, precisions, timeWords, type Precision, type TimeFormat } from '../../locale/time-words.js';
import type { NewsDate } from '../../model.js';
import { oneOf } from '../../source/attributes.js';
import { styledRoot } from '../../styles/root.js';
import { version } from '../../version.js';
import { register } from '../register.js';
import { stands } from '../served.js';

/**
 * A date in a sentence of the page, in the language of that page.
 *
 * A date without a zone is shown as it was given, and a day stays that day wherever it is read. What is relative is so for an
 * instant only, as nobody knows how long ago another was, and follows the time. It is inline, and looks like the sentence
 * around it.
 *
 * @summary A date or time, absolute or relative, in the reader's language.
 * @slot - The date as the page words it: shown before the script runs, and where `datetime` cannot be read.
 * @csspart date - The date.
 * @event {NewsErrorEvent} news-error - `datetime` is no date, or `timezone` no time zone.
 */
export class NewsTime extends LitElement {
  /** The version of Newsleaf that the class is from. */
  static readonly version: string = version;
  static override properties: PropertyDeclarations = { datetime: {}, format: {}, precision: {}, timezone: {} };

  /** Registers the element under its own tag or another. Twice is once. */
  static define(tag = 'news-time'): void {
    register(tag, this);
  }

  /** The date: ISO 8601, or as feeds write it; a `Date` too. */
  datetime: string | Date | undefined;

  /**
   * `auto` is relative for six days and a short date after them, as in a list; `relative` is so for ever, also of what is to
   * come; `date` and `datetime` are in full, as in a story.
   */
  format: TimeFormat = 'auto';

  /**
   * The finest that is shown: `year`, `month`, `day`, `hour`, `minute` or `second`. Without it, a date has days, and a time minutes.
   * No date is shown finer than it was given; what is relative is in minutes at the finest.
   */
  precision: Precision | undefined;

  /** The IANA name of the zone that an instant is shown in, and that its time names; without it, the reader's own. */
  timezone: string | undefined;

  #language = new LanguageController(this);
  #date: NewsDate | undefined;

  constructor() {
    super();
    new ClockController(this, () => isTicking(this.#date, this.#format));
  }

  get #format(): TimeFormat {
    return oneOf(['auto', 'relative', 'date', 'datetime'], this.format);
  }

  protected override createRenderRoot(): ShadowRoot {
    return styledRoot(this);
  }

  protected override update(changed: PropertyValues<this>): void {
    if (!stands(this, changed, true, () => false)) super.update(changed);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const { datetime } = this;
    if (changed.has('datetime')) this.#date = parseDate(datetime instanceof Date ? datetime.toJSON() : datetime);
  }

  protected override render(): TemplateResult {
    const date = this.#date;
    if (!date) return html`<slot></slot>`;
    const language = this.#language.current;
    const { text, full } = timeWords(date, {
      format: this.#format,
      precision: precisions.find((unit) => unit === this.precision),
      timeZone: this.timezone && isTimeZone(this.timezone) ? this.timezone : surroundings?.timeZone,
      language,
      now: Date.now(),
    });
    return html`<time part="date" lang=${language} dir="auto" datetime=${date.iso} title=${full ?? nothing}>${text}</time>`;
  }

  protected override updated(changed: PropertyValues<this>): void {
    const { datetime, timezone } = this;
    if (changed.has('datetime') && datetime && !this.#date) this.#tell(`«${String(datetime)}» is no date`);
    if (changed.has('timezone') && timezone && !isTimeZone(timezone)) this.#tell(`«${timezone}» is no time zone`);
  }

  #tell(message: string): void {
    console.warn(`<${this.localName}>`, message);
    // After the update, as whoever listens may set something.
    void this.updateComplete.then(() => this.dispatchEvent(new NewsErrorEvent(new Error(message))));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'news-time': NewsTime;
  }
}
