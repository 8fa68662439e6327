import { parseArticle } from 'newsleaf';
import 'newsleaf/define';

// Of today, so that a relative date is seen.
const recent = document.querySelector<HTMLElementTagNameMap['news-card']>('.recent');
if (recent) {
  const response = await fetch('data/story.json');
  const { article } = parseArticle(await response.json(), { url: response.url });
  recent.article = { ...article, datePublished: { iso: new Date(Date.now() - 25 * 60_000).toISOString(), precision: 'instant' } };
}

// A card that has its story, and then is sent to look for more where there is none.
const stale = document.querySelector('.stale');
stale?.addEventListener('news-load', () => {
  setTimeout(() => {
    stale.setAttribute('src', 'data/broken.txt');
  });
}, { once: true });
