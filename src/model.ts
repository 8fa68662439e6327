/**
 * What every format becomes: schema.org's names, plain text, absolute URLs.
 * Objects made by the parse functions are frozen, all the way down.
 */

export type ArticleKind = 'article' | 'liveBlog' | 'note' | 'video' | 'audio' | 'gallery';

/** `withheld` and `canceled` are ninjs' `pubStatus`; such an item is never shown. */
export type Status = 'usable' | 'withheld' | 'canceled';

/**
 * A date as it was given, in ISO 8601.
 * `instant`: has a zone, one moment everywhere. `local`: date and time without a zone, shown as given.
 * `day`: a calendar day (or a month or year), shown as given.
 */
export interface NewsDate {
  readonly iso: string;
  readonly precision: 'instant' | 'local' | 'day';
}

export interface Person {
  readonly name: string;
  readonly url?: string;
  readonly image?: string;
  readonly jobTitle?: string;
}

export interface Publisher {
  readonly name: string;
  readonly url?: string;
  readonly logo?: string;
}

/** A section, keyword or place. */
export interface Term {
  readonly name: string;
  readonly url?: string;
}

/** One file of a picture, sound or film. Width and height are in pixels. */
export interface Rendition {
  readonly url: string;
  readonly width?: number;
  readonly height?: number;
  /** MIME type. */
  readonly type?: string;
}

export interface Media {
  readonly kind: 'image' | 'video' | 'audio';
  /** The best first; never empty. */
  readonly renditions: readonly [Rendition, ...Rendition[]];
  /** What the picture shows, for those who cannot see it. */
  readonly alt?: string;
  readonly caption?: string;
  readonly credit?: string;
}

export type Body =
  | { readonly kind: 'html'; readonly html: string; /** What relative URLs in it resolve against. */ readonly baseUrl?: string }
  | { readonly kind: 'text'; readonly text: string }
  /** Portable Text, or a list of blocks such as the Guardian's, as their source has them (so they are not frozen). */
  | { readonly kind: 'blocks'; readonly blocks: readonly unknown[]; readonly baseUrl?: string };

export interface Correction {
  readonly text: string;
  readonly date?: NewsDate;
}

export interface LiveUpdate {
  readonly id: string;
  readonly url?: string;
  readonly headline?: string;
  readonly body?: Body;
  readonly author: readonly Person[];
  readonly datePublished?: NewsDate;
  readonly dateModified?: NewsDate;
  readonly image?: Media;
  /** One of the few that tell the whole story in short. */
  readonly keyEvent?: boolean;
  /** Stays above the others. */
  readonly pinned?: boolean;
}

export interface Related {
  readonly url: string;
  readonly headline?: string;
}

export interface Rights {
  readonly copyright?: string;
  readonly license?: string;
  readonly usageTerms?: string;
}

export interface Article {
  /** Unique in its feed: the source's own id, else the URL, else made from the content. */
  readonly id: string;
  readonly url?: string;
  readonly kind: ArticleKind;
  readonly headline?: string;
  readonly alternativeHeadline?: string;
  /** The word or two above a headline. */
  readonly kicker?: string;
  /** The standfirst or summary. */
  readonly description?: string;
  readonly body?: Body;
  readonly author: readonly Person[];
  /** The byline as the source words it, where it gives one besides the authors. */
  readonly byline?: string;
  readonly publisher?: Publisher;
  readonly datePublished?: NewsDate;
  readonly dateModified?: NewsDate;
  /** The lead picture; not repeated in `media`. */
  readonly image?: Media;
  readonly media: readonly Media[];
  readonly articleSection: readonly Term[];
  readonly keywords: readonly Term[];
  readonly contentLocation: readonly Term[];
  readonly dateline?: string;
  /** BCP 47. */
  readonly inLanguage?: string;
  readonly isAccessibleForFree?: boolean;
  readonly contentWarning?: string;
  /** IPTC digital source type: its URL or last segment. */
  readonly digitalSourceType?: string;
  readonly status: Status;
  readonly embargoedUntil?: NewsDate;
  readonly expires?: NewsDate;
  readonly rights?: Rights;
  readonly correction: readonly Correction[];
  /** A live blog's beginning and end: without an end, it goes on. */
  readonly coverageStartTime?: NewsDate;
  readonly coverageEndTime?: NewsDate;
  /** Whether a live blog goes on, where its source says so and not when it ends. */
  readonly liveBloggingNow?: boolean;
  readonly liveBlogUpdate: readonly LiveUpdate[];
  readonly related: readonly Related[];
}

/** How a reader hands a story on, or keeps it; `share` is by the system's own sheet. */
export type ShareMethod = 'share' | 'copy' | 'mail' | 'print';

export interface Feed {
  readonly title?: string;
  readonly url?: string;
  readonly description?: string;
  readonly items: readonly Article[];
  /** The next, older page. */
  readonly nextUrl?: string;
  readonly inLanguage?: string;
}

/** What was dropped or mended while reading, and where. */
export interface Issue {
  /** JSON path, as in `$.items[3].date_published`. */
  readonly path: string;
  readonly reason: string;
}
