import type {} from 'newsleaf/types/preact';

export const wrong = [
  // @ts-expect-error a number is no news
  <headline-list feed={3} />,
  // @ts-expect-error
  <headline-list variant="loud" />,
  // @ts-expect-error
  <headline-list heading-level="many" />,
  // @ts-expect-error
  <headline-list headline="One" />,
  // @ts-expect-error
  <headline-list onnews-select={({ story }) => story} />,
  // @ts-expect-error
  <headline-lists />,
  <headline-list feed={[]} variant="plain" limit="3" class="a" onClick={() => undefined} key="1" />,
];
