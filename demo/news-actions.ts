import './news-actions-stubs.js';
import 'newsleaf/news-actions';
import 'newsleaf/news-article';
import { find } from './controls.js';

document.querySelector<HTMLElementTagNameMap['news-actions']>('#own')?.addEventListener('news-share', (event) => {
  event.preventDefault();
  find(HTMLElement, '#told').textContent = `${event.method}: ${event.article.headline ?? ''}`;
});
