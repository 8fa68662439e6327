import { LitElement, type CSSResult, type PropertyDeclarations, type PropertyValues } from 'lit';
import { ClockController } from '../locale/clock.js';
import type { Dates } from '../locale/dates.js';
import { LanguageController } from '../locale/language.js';
import type { Article } from '../model.js';
import { ArticleController } from '../source/article-controller.js';
import { asGiven, asNumber, oneOf } from '../source/attributes.js';
import { hasContent, isAvailable, isTimed } from '../source/availability.js';
import type { Row } from '../source/reading-place.js';
import type { Supplied } from '../source/source-controller.js';
import { base } from '../styles/base.js';
import { styledRoot } from '../styles/root.js';
import type { FrameState } from '../templates/frame.js';
import { version } from '../version.js';
import { stands } from './served.js';

/** What all elements of one story have: its data and their states. Each shows the story in its own way. */
export abstract class ArticleElement extends LitElement {
  /** The version of Newsleaf that the class is from. */
  static readonly version: string = version;
  static override properties: PropertyDeclarations = {
    article: asGiven,
    src: {},
    refresh: asNumber,
    headingLevel: { ...asNumber, attribute: 'heading-level' },
    dates: {},
  };
  static override styles: CSSResult[] = [base];

  /** The URL of the story, in any format; of a feed, its first item. */
  src: string | undefined;

  /** Seconds between two requests of `src`; without it there is one. */
  refresh: number | undefined;

  /** 1 to 6: the level of the headline. */
  headingLevel = 2;

  /** `relative`, `absolute` or `none`. */
  dates: Dates = 'absolute';

  protected readonly source: ArticleController = new ArticleController(this, () => this.rows);
  protected readonly language: LanguageController = new LanguageController(this);

  constructor() {
    super();
    new ClockController(this, () => this.shownDates === 'relative' || (!!this.article && isTimed(this.article)));
  }

  /** The story: set an `Article`, the raw JSON of any format or its text; read the `Article` that is shown. */
  get article(): Article | undefined {
    return this.source.value;
  }
  set article(article: Supplied) {
    this.source.supply(article);
  }

  /** The parts of the story that the reader's place is kept by when it changes. */
  protected get rows(): readonly Row[] {
    return [];
  }

  protected get shownDates(): Dates {
    return oneOf(['absolute', 'relative', 'none'], this.dates);
  }

  /** The story, where it may be shown and there is something of it. */
  protected get shown(): Article | undefined {
    const { value } = this.source;
    return value && hasContent(value) && isAvailable(value, Date.now()) ? value : undefined;
  }

  protected get frameState(): FrameState {
    const { current: language, messages } = this.language;
    const { state, value } = this.source;
    const isLoading = state === 'loading';
    const failure = state === 'error' && (this.shown ? messages.stale : messages.error);
    const message = failure || (value && !this.shown ? messages.unavailable : '');
    return { language, messages, isLoading, message, showsFallback: !(value && hasContent(value)) && !isLoading };
  }

  adoptedCallback(): void {
    styledRoot(this);
  }

  protected override createRenderRoot(): ShadowRoot {
    return styledRoot(this);
  }

  protected override async getUpdateComplete(): Promise<boolean> {
    await this.source.settled;
    return super.getUpdateComplete();
  }

  protected override performUpdate(): void {
    this.source.guard(() => { super.performUpdate(); });
  }

  /** Whether something that is rendered is on its way. */
  protected get isWaiting(): boolean {
    return this.language.isWaiting;
  }

  protected override update(changed: PropertyValues<this>): void {
    if (!stands(this, changed, this.source.value, () => this.isWaiting)) super.update(changed);
  }
}
