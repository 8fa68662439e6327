import { parseArticle, parseFeed, type Article } from 'newsleaf';
import 'newsleaf/headline-list';
import 'newsleaf/news-article';

async function fetchJson(src: string): Promise<[json: unknown, options: { url: string }]> {
  const response = await fetch(src);
  return [await response.json(), { url: response.url }];
}

/** The story that the address asks for by `?id=`, or the sample story. */
async function wanted(): Promise<Article | undefined> {
  const id = new URLSearchParams(location.search).get('id');
  if (!id) return parseArticle(...(await fetchJson('../data/story.json'))).article;
  const file = id.startsWith('ar-') ? 'headlines.ar.json' : 'headlines.json';
  return parseFeed(...(await fetchJson(`../data/${file}`))).feed.items.find((item) => item.id === id);
}

const story = document.querySelector('news-article');
if (story) story.article = await wanted();
