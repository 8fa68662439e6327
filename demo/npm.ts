import { parseArticle, parseFeed } from 'newsleaf';
import 'newsleaf/headline-list';
import 'newsleaf/news-article';

const list = document.querySelector('headline-list');
const story = document.querySelector('news-article');
const chosen = document.querySelector<HTMLElement>('#chosen');

/** The JSON at a URL, and where it came from: relative URLs in it start there. */
async function fetchJson(src: string): Promise<{ json: unknown; url: string }> {
  const response = await fetch(src);
  if (!response.ok) throw new Error(`${src}: HTTP ${String(response.status)}`);
  return { json: await response.json(), url: response.url };
}

if (list && story) {
  list.addEventListener('news-select', (event) => {
    event.preventDefault();
    story.article = event.article;
    chosen?.focus();
  });

  const [headlines, first] = await Promise.all([fetchJson('data/headlines.json'), fetchJson('data/story.json')]);
  list.feed = parseFeed(headlines.json, { url: headlines.url }).feed;
  story.article = parseArticle(first.json, { url: first.url }).article;
}
