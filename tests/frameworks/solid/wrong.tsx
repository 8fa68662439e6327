import type {} from 'newsleaf/types/solid';

export const wrong = [
  // @ts-expect-error a number is no news
  <headline-list prop:feed={3} />,
  // @ts-expect-error
  <headline-list variant="loud" />,
  // @ts-expect-error
  <headline-list heading-level="many" />,
  // @ts-expect-error
  <headline-list headline="One" />,
  // @ts-expect-error
  <headline-list on:news-select={({ story }) => story} />,
  // @ts-expect-error
  <headline-lists />,
  <headline-list prop:feed={[]} variant="plain" limit="3" class="a" onClick={() => undefined} />,
];
