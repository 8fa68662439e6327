import type { HeadlineList } from 'newsleaf';

// Angular knows no types of what a schema lets in: they are there where an element is got hold of.
export function wrong(list: HeadlineList) {
  // @ts-expect-error a number is no news
  list.feed = 3;
  // @ts-expect-error
  list.variant = 'loud';
  list.addEventListener('news-select', (event) => {
    // @ts-expect-error
    console.log(event.story);
  });
}
