import { parseArticle, parseFeed } from 'newsleaf';
import 'newsleaf/define';

async function fetchJson(src: string): Promise<{ json: unknown; url: string }> {
  const response = await fetch(src);
  return { json: await response.json(), url: response.url };
}

// A long story before short ones.
const [headlines, long] = await Promise.all(['data/headlines.json', 'data/story.json'].map(fetchJson));
if (headlines && long) {
  const { feed } = parseFeed(headlines.json, { url: headlines.url });
  const { article } = parseArticle(long.json, { url: long.url });
  for (const reader of document.querySelectorAll<HTMLElementTagNameMap['news-reader']>('.composed')) {
    reader.feed = { ...feed, items: [article, ...feed.items] };
  }
}

// What has its news, and then is sent to look for more where there is none.
const stale = document.querySelector('.stale');
stale?.addEventListener('news-load', () => {
  setTimeout(() => {
    stale.setAttribute('src', 'data/broken.txt');
  });
}, { once: true });
