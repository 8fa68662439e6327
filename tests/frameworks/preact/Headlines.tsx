import { useState } from 'preact/hooks';
import type {} from 'newsleaf/types/preact';
import 'newsleaf/headline-list';

export function Headlines({ news }: { news: object }) {
  const [chosen, setChosen] = useState<string>();
  return (
    <>
      <headline-list feed={news} limit={3} headingLevel={3} onnews-select={(event) => {
        event.preventDefault();
        setChosen(event.article.headline);
      }} />
      <output>{chosen}</output>
    </>
  );
}
