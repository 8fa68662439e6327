import { css } from 'lit';

export const styles = css`
  ::slotted([slot='heading']) {
    margin-block: 0 0.5em;
  }

  /* Without a height of its own: what is new must not push what is read. */
  .updates {
    position: sticky;
    z-index: 1;
    inset-block-start: 2.5em;
    display: flex;
    justify-content: end;
    align-items: start;
    block-size: 0;
  }

  /* Above the first headline, whose words it must not hide. */
  .updates [part='button'] {
    min-block-size: 2em;
    translate: 0 -100%;
    font-size: 0.8125em;
    border-color: var(--_accent);
    border-radius: 2em;
    background: var(--news-background, Canvas);
    box-shadow: 0 0.1em 0.5em rgb(0 0 0 / 20%);
  }

  .more {
    margin-block-start: var(--_gap);
  }

  .list {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    margin: 0;
    padding: 0;
    list-style: none;
    counter-reset: row;
    /* What a row takes, on average, at this width: so much is reserved while loading, and stays reserved for the rows that came. */
    --_row: 8em;
    --_pad: calc(var(--_gap) * 0.75);
    min-block-size: calc(var(--_rows, 0) * var(--_row));
    align-content: start;
  }

  .summary {
    --_row: 11em;
  }

  .thumbnail {
    --_row: 14.3em;
  }

  @container (min-width: 17.5em) {
    .list {
      --_row: 7.4em;
    }

    .summary {
      --_row: 9.8em;
    }

    .thumbnail {
      --_row: 11.7em;
    }
  }

  @container (min-width: 22.5em) {
    .list {
      --_row: 6.8em;
    }

    .summary {
      --_row: 8.8em;
    }

    .thumbnail {
      --_row: 10em;
    }
  }

  @container (min-width: 30em) {
    .list {
      --_row: 6.4em;
    }

    :is(.summary, .thumbnail) {
      --_row: 9em;
    }
  }

  [part='item'] {
    position: relative;
    display: block;
    padding-block: var(--_pad);
    border-block-start: 1px solid var(--_rule);
    /* Inside .list, so that placeholders and rows are alike. */
    box-sizing: border-box;
    counter-increment: row;
  }

  [part='item']:first-child {
    border-block-start: 0;
    padding-block-start: 0;
  }

  /* Rows out of sight cost nothing until they are near; below this number it does not pay. */
  [part='item']:nth-child(n + 40) {
    content-visibility: auto;
    contain-intrinsic-block-size: auto var(--_row);
  }

  /* The font is the line's, too, and not only the words': in quirks mode it has no other height. */
  .title {
    display: block;
    font-family: var(--news-headline-font, inherit);
    font-size: var(--news-list-headline-size, 1.0625em);
    font-weight: var(--news-headline-weight, 650);
    line-height: 1.35;
    text-wrap: balance;
  }

  [part='link']:not([href]:hover) {
    text-decoration-line: none;
  }

  [part='headline'] {
    font-weight: inherit;
  }

  /* Each text has a direction of its own; all of a row keep to the side that the page reads from. */
  [part='item'] > [dir] {
    text-align: -webkit-match-parent;
    text-align: match-parent;
  }

  [part='kicker'] {
    margin-block-end: 0.1em;
  }

  [part='description'] {
    margin-block-start: 0.3em;
    font-size: 0.9375em;
    line-height: 1.45;
    text-wrap: pretty;
  }

  .meta {
    margin-block-start: 0.35em;
  }

  .thumbnail [part='item'] {
    display: grid;
    grid-template-columns: minmax(0, 1fr) var(--_picture);
    --_picture: clamp(5.5em, 24cqi, 10.5em);
    grid-template-rows: auto auto auto 1fr;
    column-gap: var(--_gap);
  }

  .thumbnail [part='item'] > * {
    grid-column: 1;
  }

  .thumbnail [part='item'] > [part='image'] {
    grid-column: 2;
    grid-row: 1 / -1;
    align-self: start;
    /* Not by its ratio: engines differ in what that is for a picture that could not be loaded. */
    block-size: calc(var(--_picture) * 2 / 3);
    object-fit: cover;
  }

  .thumbnail [part='item']:not(:has(> [part='image'])) > * {
    grid-column: 1 / -1;
  }

  .numbered [part='item'] {
    padding-inline-start: 2.6em;
  }

  .numbered [part='item']::before {
    content: counter(row);
    position: absolute;
    inset-inline-start: 0;
    color: var(--_accent);
    font-family: var(--news-headline-font, inherit);
    font-size: 1.6em;
    font-weight: 300;
    font-variant-numeric: lining-nums tabular-nums;
    line-height: 1.1;
  }

  .waiting [part='item'] {
    display: block;
    block-size: var(--_row);
  }

  .waiting [part='item']:first-child {
    block-size: calc(var(--_row) - var(--_pad));
  }

  .waiting [part='item']::before {
    content: none;
  }

  .waiting .placeholder {
    block-size: 1em;
    inline-size: 92%;
    margin-block-end: 0.5em;
  }

  .waiting .long {
    inline-size: 70%;
  }

  .waiting .short {
    inline-size: 30%;
    block-size: 0.7em;
  }

  @container (min-width: 38em) {
    :is(.summary, .thumbnail) {
      --_pad: var(--_gap);
    }

    :is(.summary, .thumbnail) .title {
      font-size: var(--news-list-headline-size, 1.1875em);
    }
  }
`;
