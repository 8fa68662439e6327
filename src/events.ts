import type { Article, Issue, ShareMethod } from './model.js';

/** The browser's own: MooTools puts another in its place, and old polyfills another CustomEvent. Not all servers have messages. */
const NativeEvent = Object.getPrototypeOf('MessageEvent' in globalThis ? MessageEvent : CustomEvent) as typeof Event;

const bubbling: EventInit = { bubbles: true, composed: true };

/** `news-load`: supplied data was read and is shown. */
export class NewsLoadEvent extends NativeEvent {
  /** What was dropped or mended while reading, by JSON path. */
  readonly issues: readonly Issue[];

  constructor(issues: readonly Issue[]) {
    super('news-load', bubbling);
    this.issues = issues;
  }
}

/** `news-error`: data could not be had or read. What was shown before stays. */
export class NewsErrorEvent extends NativeEvent {
  readonly error: Error;

  constructor(error: Error) {
    super('news-error', bubbling);
    this.error = error;
  }
}

/** `news-select`: a headline was chosen. `preventDefault()` keeps the browser from following its link. */
export class NewsSelectEvent extends NativeEvent {
  readonly article: Article;

  constructor(article: Article) {
    super('news-select', { ...bubbling, cancelable: true });
    this.article = article;
  }
}

/** `news-share`: a reader chose to do something with a story. `preventDefault()` leaves it to the page. */
export class NewsShareEvent extends Event {
  readonly article: Article;
  readonly method: ShareMethod;

  constructor(article: Article, method: ShareMethod) {
    super('news-share', { ...bubbling, cancelable: true });
    this.article = article;
    this.method = method;
  }
}

/** `news-update`: new articles are there, and wait until the reader asks for them. */
export class NewsUpdateEvent extends NativeEvent {
  readonly articles: readonly Article[];

  constructor(articles: readonly Article[]) {
    super('news-update', bubbling);
    this.articles = articles;
  }
}

declare global {
  interface HTMLElementEventMap {
    'news-load': NewsLoadEvent;
    'news-error': NewsErrorEvent;
    'news-select': NewsSelectEvent;
    'news-share': NewsShareEvent;
    'news-update': NewsUpdateEvent;
  }
}
