import { useRef, useState } from 'react';
import type {} from 'newsleaf/types/react';
import type { HeadlineList as HeadlineListElement } from 'newsleaf';
import { HeadlineList } from 'newsleaf/react';
import { feed, story } from '../news.ts';
import { Headlines } from './Headlines.tsx';

export function App() {
  const [news, setNews] = useState(feed('one', 'two'));
  const [isThere, setThere] = useState(true);
  const [told, setTold] = useState(0);
  const list = useRef<HeadlineListElement>(null);
  return (
    <>
      <button id="more" onClick={() => { setNews(feed('three', 'one', 'two')); }}>More</button>
      <button id="define" onClick={() => { void import('newsleaf/news-article'); }}>Define</button>
      <button id="remove" onClick={() => { setThere(false); }}>Remove</button>
      {isThere && (
        <main>
          <Headlines news={news} />
          {/* A tag: as text, what it shows is also there where React hydrates, and before the tag is defined. */}
          <news-article article={JSON.stringify(story)} heading-level={3} onnews-load={() => { setTold((count) => count + 1); }} />
          <HeadlineList ref={list} className="second" autoUpdate limit="1" feed={news} onClick={() => { document.title = list.current?.variant ?? ''; }}>Fallback</HeadlineList>
        </main>
      )}
      <p id="told">{told}</p>
    </>
  );
}
