import { css } from 'lit';

export const styles = css`
  /* The heading and the buttons share a row. */
  [part='base'] {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
  }

  div.content {
    display: contents;
  }

  slot {
    display: block;
    grid-column: 1 / -1;
  }

  slot[name='heading'] {
    grid-area: 1 / 1;
    align-self: center;
  }

  /* Whatever the page gives its headings: the buttons are level with it. */
  ::slotted([slot='heading']) {
    margin-block: 0 !important;
  }

  .steps {
    grid-area: 1 / 2;
    align-self: center;
    margin-inline-start: 1em;
  }

  .steps:has(+ .waiting) {
    visibility: hidden;
  }

  .updates {
    position: relative;
    inset: auto;
    grid-area: 2 / 1 / 3 / -1;
    justify-content: center;
  }

  .updates [part='button'] {
    margin-block-start: 1.25em;
    translate: none;
  }

  /* Beside the buttons, over nothing. */
  @container (min-width: 36em) {
    .updates {
      grid-area: 1 / 1;
      align-self: center;
      align-items: center;
      justify-content: end;
    }

    .updates [part='button'] {
      margin-block-start: 0;
    }
  }

  .scroller {
    --_ring: 4px;
    --_space: calc(var(--_gap) * 1.5);
    --_tile: min(15em, 84cqi);
    grid-area: 2 / 1 / 3 / -1;
    min-inline-size: 0;
    /* Room for the ring around what has focus, which would be cut off. */
    margin-inline-start: calc(-1 * var(--_ring));
    scroll-padding-inline: var(--_ring);
    overflow: auto hidden;
    overscroll-behavior-inline: contain;
    scroll-snap-type: inline mandatory;
    /* The buttons say where there is more, and the keys move it. */
    scrollbar-width: none;
  }

  .scroller:focus-visible {
    outline-offset: -2px;
  }

  .waiting {
    overflow: hidden;
  }

  .strip {
    display: flex;
    gap: var(--_space);
    inline-size: max-content;
    margin: 0;
    padding: calc(0.75em + var(--_ring)) var(--_ring) var(--_ring);
    list-style: none;
  }

  /* Picture, kicker, three lines of a headline and a date; where no picture came, it leaves no hole. */
  .reserved:has([part='image'], .picture) {
    min-block-size: calc(var(--_tile) * 2 / 3 + 8.25em);
  }

  [part='item'] {
    position: relative;
    box-sizing: border-box;
    display: flex;
    flex: none;
    flex-direction: column;
    inline-size: var(--_tile);
    scroll-snap-align: start;
  }

  [part='image'] {
    order: -1;
    margin-block-end: 0.6em;
    aspect-ratio: 3 / 2;
    object-fit: cover;
  }

  /* All of a tile can be clicked. */
  [part='link'][href]::after {
    content: '';
    position: absolute;
    z-index: 1;
    inset: 0;
  }

  [part='link'][href]:focus-visible {
    outline: none;
  }

  [part='link'][href]:focus-visible::after {
    outline: 2px solid var(--news-focus-color, currentColor);
    outline-offset: 2px;
  }

  [part='byline'] {
    display: none;
  }

  /* Where there is no picture, words take its place. */
  [part='item']:has([part='image']) [part='description'] {
    display: none;
  }

  [part='item']:not(:has([part='image'])) .title {
    font-size: 1.3em;
  }

  [part='description'] {
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 6;
    overflow: hidden;
  }

  .placeholder {
    block-size: 1em;
    inline-size: 92%;
    margin-block-end: 0.5em;
  }

  .placeholder.picture {
    block-size: auto;
    inline-size: 100%;
    aspect-ratio: 3 / 2;
    margin-block-end: 0.8em;
    border-radius: var(--news-radius, 0);
  }

  .placeholder.long {
    inline-size: 70%;
  }

  .placeholder.short {
    block-size: 0.7em;
    inline-size: 30%;
  }

  .more {
    grid-column: 1 / -1;
    justify-self: start;
  }

  [part='status'] {
    grid-column: 1 / -1;
  }

  @media (prefers-reduced-motion: no-preference) {
    .scroller {
      scroll-behavior: smooth;
    }
  }

  /* On paper nothing scrolls. */
  @media print {
    .scroller {
      overflow: visible;
    }

    .strip {
      flex-wrap: wrap;
      inline-size: auto;
    }
  }
`;
