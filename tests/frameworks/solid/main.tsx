import { createSignal, Show } from 'solid-js';
import { render } from 'solid-js/web';
import { feed, story } from '../news.ts';
import { Headlines } from './Headlines.tsx';

function App() {
  const [news, setNews] = createSignal(feed('one', 'two'));
  const [isThere, setThere] = createSignal(true);
  const [told, setTold] = createSignal(0);
  return (
    <>
      <button id="more" onClick={() => setNews(feed('three', 'one', 'two'))}>More</button>
      <button id="define" onClick={() => void import('newsleaf/news-article')}>Define</button>
      <button id="remove" onClick={() => setThere(false)}>Remove</button>
      <Show when={isThere()}>
        <main>
          <Headlines news={news()} />
          <news-article prop:article={story} heading-level={3} on:news-load={() => setTold((count) => count + 1)} />
        </main>
      </Show>
      <p id="told">{told()}</p>
    </>
  );
}

render(() => <App />, document.querySelector('#root') as HTMLElement);
