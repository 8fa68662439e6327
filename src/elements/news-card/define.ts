import { NewsCard } from './news-card.js';

NewsCard.define();
