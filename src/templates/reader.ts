import { html, nothing, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import type { Content } from '../content/body.js';
import { wordsIn } from '../locale/messages.js';
import type { Article, Body } from '../model.js';
import { stepButtons, type Step } from './step-buttons.js';
import { story, type StoryStyle } from './story.js';
import { linkText } from './teaser.js';

export type ReaderWords = Readonly<typeof english>;

const english = { headlines: 'Headlines', back: 'Back to headlines', previous: 'Previous story', next: 'Next story' };

export function readerWordsIn(language: string): ReaderWords {
  return wordsIn(language, 'news-reader', english);
}

export interface ReaderState {
  readonly story: Article;
  /** The sentence that stands for one that may not be shown any more. */
  readonly withdrawal: string;
  /** The one beside it. */
  readonly previous: Article | undefined;
  readonly next: Article | undefined;
  /** Where the next is to be read otherwise. */
  readonly nextUrl: string | undefined;
  readonly words: ReaderWords;
  readonly back: () => void;
  readonly step: (step: Step) => void;
  /** Hears a click on the link to the next. */
  readonly follow: (event: MouseEvent) => void;
}

const arrow = html`<svg viewBox="0 0 16 16" aria-hidden="true"><path d="M10 3 5 8l5 5"></path></svg>`;

/** The story that is read, with the ways from it. */
export function openStory(
  { story: article, withdrawal, previous, next, nextUrl, words, back, step, follow }: ReaderState,
  contentOf: (body: Body | undefined) => Content | undefined,
  style: StoryStyle,
): TemplateResult {
  const steps = { overflows: !!(previous ?? next), isAtStart: !previous, isAtEnd: !next };
  // Each story has elements of its own: focus that goes to a heading is heard, and what was unfolded in one is not in the next.
  return html`<div class="bar">
      <button class="back" part="button" type="button" @click=${back}>${arrow}<span>${words.back}</span></button>
      ${stepButtons(steps, words, step)}
    </div>
    <p part="status" role="status">${withdrawal}</p>
    ${withdrawal ? nothing : keyed(article.id, story(article, contentOf, style))}
    ${next
      ? html`<p class="following">
          <span>${words.next}</span>
          <a part="link" rel="noopener noreferrer" href=${nextUrl ?? nothing} lang=${next.inLanguage ?? nothing} @click=${follow}><span dir="auto">${linkText(next)}</span></a>
        </p>`
      : nothing}`;
}
