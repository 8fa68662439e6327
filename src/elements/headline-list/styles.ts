import { css } from 'lit';

export const styles = css`
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
