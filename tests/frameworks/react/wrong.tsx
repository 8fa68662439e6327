import type {} from 'newsleaf/types/react';
import { HeadlineList, NewsTime } from 'newsleaf/react';

export const wrong = [
  // @ts-expect-error a number is no news
  <HeadlineList feed={3} />,
  // @ts-expect-error
  <HeadlineList variant="loud" />,
  // @ts-expect-error
  <HeadlineList limit="many" />,
  // @ts-expect-error
  <HeadlineList headline="One" />,
  // @ts-expect-error no such event
  <NewsTime onNewsSelect={() => undefined} />,
  // @ts-expect-error the event has an article
  <HeadlineList onNewsSelect={({ story }) => story} />,
  // @ts-expect-error
  <headline-list feed={3} />,
  // @ts-expect-error
  <headline-list heading-level="many" />,
  // @ts-expect-error
  <headline-list onnews-select={({ story }) => story} />,
  // @ts-expect-error
  <headline-lists />,
  <HeadlineList feed={[]} variant="plain" limit={3} className="a" onClick={() => undefined} key="1" />,
  <headline-list feed="[]" variant="plain" heading-level="3" className="a" onClick={() => undefined} key="2" />,
];
