import { render } from 'preact';
import { useState } from 'preact/hooks';
import { feed, story } from '../news.ts';
import { Headlines } from './Headlines.tsx';

function App() {
  const [news, setNews] = useState(feed('one', 'two'));
  const [isThere, setThere] = useState(true);
  const [told, setTold] = useState(0);
  return (
    <>
      <button id="more" onClick={() => { setNews(feed('three', 'one', 'two')); }}>More</button>
      <button id="define" onClick={() => { void import('newsleaf/news-article'); }}>Define</button>
      <button id="remove" onClick={() => { setThere(false); }}>Remove</button>
      {isThere && (
        <main>
          <Headlines news={news} />
          {/* As text, also before the tag is defined. */}
          <news-article article={JSON.stringify(story)} heading-level={3} onnews-load={() => { setTold((count) => count + 1); }} />
        </main>
      )}
      <p id="told">{told}</p>
    </>
  );
}

render(<App />, document.querySelector('#root') as HTMLElement);
