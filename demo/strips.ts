import { parseFeed } from 'newsleaf';
import 'newsleaf/define';

const minute = 60_000;

// Today's dates, so that relative ones are seen: an hour between a headline and the next.
for (const element of document.querySelectorAll<HTMLElementTagNameMap['headline-carousel' | 'headline-grid' | 'headline-ticker']>('.recent')) {
  const response = await fetch('data/headlines.json');
  const { feed } = parseFeed(await response.json(), { url: response.url });
  const items = feed.items.slice(0, 8).map((item, index) => ({
    ...item,
    datePublished: { iso: new Date(Date.now() - (4 + index * 60) * minute).toISOString(), precision: 'instant' as const },
  }));
  element.feed = { ...feed, items };
}

// What has its news, and then is sent to look for more where there is none.
for (const element of document.querySelectorAll('.stale')) {
  element.addEventListener('news-load', () => {
    setTimeout(() => {
      element.setAttribute('src', 'data/broken.txt');
    });
  }, { once: true });
}
