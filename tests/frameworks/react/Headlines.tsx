import { useState } from 'react';
import { HeadlineList } from 'newsleaf/react';

export function Headlines({ news }: { news: object }) {
  const [chosen, setChosen] = useState<string>();
  return (
    <>
      <HeadlineList feed={news} limit={3} headingLevel={3} onNewsSelect={(event) => {
        event.preventDefault();
        setChosen(event.article.headline);
      }} />
      <output>{chosen}</output>
    </>
  );
}
