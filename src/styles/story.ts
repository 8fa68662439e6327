import { css } from 'lit';

/** A whole story, around its body. */
export const story = css`
  article {
    max-inline-size: var(--news-measure, 40em);
  }

  header {
    margin-block-end: calc(var(--_gap) * 1.25);
  }

  header:not(:has(> :not(:empty))) {
    display: none;
  }

  header > .meta:first-child {
    margin-block-start: 0;
  }

  [part='kicker'] {
    margin: 0 0 0.3em;
    font-size: 0.875em;
  }

  [part='headline'] {
    margin: 0;
    font-family: var(--news-headline-font, inherit);
    font-size: var(--news-headline-size, clamp(1.6em, 1.1em + 3cqi, 2.6em));
    font-weight: var(--news-headline-weight, 700);
    line-height: 1.12;
    letter-spacing: -0.01em;
    text-wrap: balance;
  }

  [part='description'] {
    margin-block-start: 0.7em;
    font-size: clamp(1.0625em, 1em + 0.5cqi, 1.2em);
    line-height: 1.4;
    text-wrap: pretty;
  }

  .meta {
    margin-block-start: 1em;
    font-size: 0.875em;
  }

  [part='byline'] {
    font-weight: 600;
  }

  [part='byline']::before {
    font-weight: 400;
  }

  [part='label'],
  [part='warning'] {
    margin: 0.8em 0 0;
    padding: 0.3em 0.6em;
    inline-size: fit-content;
    border: 1px solid var(--_rule);
    font-size: var(--_small);
  }

  article figure:not(.prose figure) > :is(video, audio) {
    display: block;
    inline-size: 100%;
  }

  /* In a box whose ratio is a guess: close to its caption, and no bars that show the guess. */
  .unsized {
    background: none;
    object-position: bottom;
  }

  .prose ~ figure {
    margin-block-start: calc(var(--_gap) * 1.5);
  }

  article figure:not(.prose figure) {
    margin: 0 0 calc(var(--_gap) * 1.5);
  }

  article figure:not(.prose figure) figcaption {
    padding-block-start: 0.5em;
    color: var(--_muted);
    font-size: var(--_small);
    line-height: 1.4;
  }

  [part='credit'] {
    opacity: 0.95;
    font-style: italic;
  }

  .corrections {
    margin-block-start: calc(var(--_gap) * 1.5);
    padding: 0.8em 1em;
    border-inline-start: 3px solid var(--_accent);
    background: var(--_tint);
    font-size: 0.9375em;
  }

  [part='correction'] {
    margin: 0;
  }

  [part='correction'] [part='date']::after {
    content: '\\00a0\\00b7';
  }

  [part='correction'] + [part='correction'] {
    margin-block-start: 0.6em;
  }

  footer {
    margin-block-start: calc(var(--_gap) * 1.75);
    padding-block-start: calc(var(--_gap) * 0.9);
    border-block-start: 1px solid var(--_rule);
    color: var(--_muted);
    font-size: 0.875em;
  }

  footer:not(:has(*)) {
    display: none;
  }

  [part='update'] {
    margin-block-start: calc(var(--_gap) * 1.25);
    padding-block-start: calc(var(--_gap) * 0.9);
    border-block-start: 1px solid var(--_rule);
  }

  [part='update'] .meta {
    margin-block: 0 0.4em;
  }

  [part='update-headline'] {
    margin-block: 0 0.5em;
    font-family: var(--news-headline-font, inherit);
    font-size: 1.3em;
    font-weight: var(--news-headline-weight, 700);
    line-height: 1.25;
    text-wrap: balance;
  }

  [part='related'] {
    margin: 0 0 0.8em;
    padding: 0;
    list-style: none;
  }

  [part='related'] li + li {
    margin-block-start: 0.3em;
  }

  [part='topics'] {
    display: flex;
    flex-wrap: wrap;
    gap: 0.4em 1em;
    margin: 0 0 0.8em;
    padding: 0;
    list-style: none;
  }

  [part='rights'] span:not(:last-child)::after {
    content: '\\00a0\\00b7';
  }

  :is([part='rights'], [part='source']) {
    margin: 0.4em 0 0;
  }

  .waiting .placeholder {
    block-size: 1em;
    margin-block-end: 0.6em;
  }

  .waiting .placeholder.headline {
    block-size: 2.2em;
  }

  .waiting .placeholder.image {
    block-size: auto;
    aspect-ratio: 16 / 9;
    margin-block: 1.5em;
  }

  .waiting .placeholder:last-child {
    inline-size: 60%;
  }

  .prose-waiting {
    min-block-size: 20em;
  }

  @container (min-width: 34em) {
    .prose {
      font-size: 1.0625em;
      line-height: var(--news-line-height, 1.6);
    }
  }
`;
