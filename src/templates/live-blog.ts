import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Content } from '../content/body.js';
import { timeOf } from '../locale/dates.js';
import { wordsIn } from '../locale/messages.js';
import type { Article, Body, LiveUpdate } from '../model.js';
import { time } from './dates.js';
import { figure } from './figure.js';
import { liveUpdate } from './live-update.js';
import { storyFooter, storyFrame, storyHeader, type StoryStyle } from './story.js';

/** Which updates come first. */
export type Order = 'newest' | 'oldest';

type Jump = (event: Event & { currentTarget: HTMLButtonElement }) => void;

export type LiveMessages = Readonly<typeof english>;

const english = {
  live: 'Live',
  ended: 'Ended',
  keyEvents: 'Key events',
  pinned: 'Pinned',
  newUpdate: '1 new update',
  newUpdates: '{} new updates',
};

export function liveMessagesIn(language: string): LiveMessages {
  return wordsIn(language, 'news-live', english);
}

/** Whether a live blog goes on; undefined where nothing says so. */
function goesOn({ liveBloggingNow, coverageEndTime }: Article, now: number): boolean | undefined {
  return coverageEndTime ? timeOf(coverageEndTime) > now : liveBloggingNow;
}

/** In the order of their dates; where one has none, as they were given, which is the newest first. */
export function ordered(updates: readonly LiveUpdate[], order: Order): readonly LiveUpdate[] {
  const times = new Map(updates.map((update) => [update, update.datePublished ? timeOf(update.datePublished) : NaN]));
  const isDated = ![...times.values()].some(Number.isNaN);
  const newest = isDated ? [...updates].sort((one, other) => (times.get(other) ?? 0) - (times.get(one) ?? 0)) : updates;
  const inOrder = order === 'oldest' ? [...newest].reverse() : newest;
  return [...inOrder.filter(({ pinned }) => pinned), ...inOrder.filter(({ pinned }) => !pinned)];
}

function keyEvents(updates: readonly LiveUpdate[], { keyEvents: label }: LiveMessages, style: StoryStyle, jump: Jump): TemplateResult | typeof nothing {
  const events = updates.filter(({ keyEvent, headline }) => keyEvent && headline);
  if (events.length === 0) return nothing;
  return html`<div part="key-events" role="group" aria-labelledby="key-events" lang=${style.language}>
    <p id="key-events">${label}</p>
    <ol role="list">
      ${events.map(
        ({ id, headline, datePublished }) =>
          html`<li>${time(datePublished, style)} <button part="link" type="button" value=${id} @click=${jump}><span dir="auto">${headline}</span></button></li>`,
      )}
    </ol>
  </div>`;
}

/** One live blog; `updates` are its own, in order; `jump` hears the buttons that have an update's id as their value. */
export function liveBlog(
  article: Article,
  updates: readonly LiveUpdate[],
  contentOf: (body: Body | undefined) => Content | undefined,
  style: StoryStyle,
  jump: Jump,
): TemplateResult {
  const words = liveMessagesIn(style.language);
  const isLive = goesOn(article, style.now);
  const label = isLive === undefined ? nothing : html`<p part="label" class=${isLive ? 'live' : ''} lang=${style.language}>${isLive ? words.live : words.ended}</p>`;
  return storyFrame(
    article,
    html`${storyHeader(article, style, label)} ${figure(article.image)} ${keyEvents(updates, words, style, jump)}
      <ol class="all" role="list">
        ${repeat(
          updates,
          ({ id }) => id,
          (update) =>
            html`<li part="update" class=${update.pinned ? 'pinned' : ''} tabindex="-1">
              ${liveUpdate(update, contentOf(update.body), style, update.pinned ? html`<strong>${words.pinned}</strong>` : nothing)}
            </li>`,
        )}
      </ol>
      ${storyFooter(article, style)}`,
  );
}
