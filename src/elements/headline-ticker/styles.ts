import { css } from 'lit';

export const styles = css`
  [part='base'] {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    column-gap: var(--news-gap, 1em);
  }

  [part='base']:has(.line) {
    padding-block: 0.5em;
    border-block: 1px solid var(--news-rule-color, color-mix(in srgb, currentColor 18%, transparent));
  }

  ::slotted([slot='heading']) {
    margin-block: 0 !important;
  }

  slot:not([name]) {
    display: block;
    flex: 0 0 100%;
  }

  div.content {
    position: relative;
    display: flex;
    flex: 1 1 14em;
    align-items: center;
    gap: var(--_gap);
    min-inline-size: 0;
  }

  /* The button's height, also before it is there. */
  div.content:has(.line) {
    min-block-size: 1.75em;
  }

  .line {
    flex: 1;
    min-inline-size: 0;
    margin: 0;
    padding: 0;
    list-style: none;
  }

  /* So much is reserved while loading, and all are alike: what is lower stands in the middle. */
  [part='item'] {
    --_lines: 3;
    position: relative;
    box-sizing: border-box;
    align-content: center;
    min-block-size: max(calc(var(--_lines) * 1.5em), 24px);
    text-wrap: pretty;
  }

  @container (min-width: 26em) {
    [part='item'] {
      --_lines: 2;
    }
  }

  @container (min-width: 48em) {
    [part='item'] {
      --_lines: 1;
    }
  }

  /* One after the other, as in a sentence. A kicker can have a direction of its own: the space is not its. */
  :is([part='kicker'], .title, .meta) {
    display: inline;
  }

  .title {
    margin-inline-end: 0.5em;
    font-size: var(--news-list-headline-size, 1em);
    line-height: inherit;
  }

  [part='kicker']:not(:empty) + .title {
    margin-inline-start: 0.5em;
  }

  /* All of a row can be clicked. */
  [part='link'][href]::after {
    content: '';
    position: absolute;
    z-index: 1;
    inset: 0;
  }

  .meta {
    white-space: nowrap;
  }

  .meta > * {
    margin-inline-start: 0;
  }

  .meta > [part='byline'] + * {
    padding-inline-start: 0;
  }

  [part='byline'] {
    display: none;
  }

  .meta > [part='byline'] + ::before {
    content: none;
  }

  .pause {
    display: grid;
    flex: none;
    place-items: center;
    inline-size: 2em;
    min-block-size: 2em;
    padding: 0;
    border-radius: 50%;
  }

  svg {
    inline-size: 1em;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.75;
    stroke-linecap: round;
    stroke-linejoin: round;
  }

  .placeholder {
    block-size: 1em;
    inline-size: min(70%, 32em);
  }

  /* On the lower edge, where the last line is short; beside the button where there is room. */
  .updates {
    position: absolute;
    inset: auto;
    inset-block-end: -0.5em;
    inset-inline-end: 0;
    align-items: center;
  }

  .updates [part='button'] {
    translate: none;
    min-block-size: 2.25em;
    padding-block: 0.2em;
  }

  @container (min-width: 26em) {
    .updates {
      inset-block: 0;
      inset-inline-end: 3em;
      block-size: auto;
    }
  }

  /* Older ones are no breaking news. */
  .more {
    display: none;
  }

  [part='status'] {
    flex: 0 0 100%;
  }

  /* All in one place, as high as the highest, so that nothing moves but the words. */
  @media screen and (prefers-reduced-motion: no-preference) {
    .line {
      display: grid;
    }

    .line > * {
      grid-area: 1 / 1;
      transition: opacity 0.25s;
    }

    /* Until the script has shown one, it is the first. Those out of sight are there for who hears the page, or goes by keys. */
    .line > :not(.current, :first-child),
    .line:has(> .current) > :not(.current) {
      opacity: 0;
      pointer-events: none;
    }

    .line > .current {
      transition: opacity 0.5s 0.2s;
    }

    .line > .current:focus-within {
      transition: none;
    }
  }

  /* Nothing shows the next one, on a page that a server rendered: they are a list. */
  @media (scripting: none) {
    .line {
      display: block;
    }

    .line > :not(.current, :first-child) {
      opacity: 1;
      pointer-events: auto;
    }
  }

  /* Nothing to pause. */
  @media print, (prefers-reduced-motion: reduce) {
    .pause {
      display: none;
    }

    slot {
      display: block;
      flex: 0 0 100%;
    }

    [part='item'] {
      min-block-size: calc(var(--_lines) * 1.5em + 0.6em);
      padding-block: 0.3em;
    }

    [part='item'] + [part='item'] {
      border-block-start: 1px solid var(--_rule);
    }
  }
`;
