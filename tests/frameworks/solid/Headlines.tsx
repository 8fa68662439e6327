import { createSignal } from 'solid-js';
import type {} from 'newsleaf/types/solid';
import 'newsleaf/headline-list';

export function Headlines(props: { news: object }) {
  const [chosen, setChosen] = createSignal<string>();
  return (
    <>
      <headline-list prop:feed={props.news} limit={3} heading-level={3} on:news-select={(event) => {
        event.preventDefault();
        setChosen(event.article.headline);
      }} />
      <output>{chosen()}</output>
    </>
  );
}
