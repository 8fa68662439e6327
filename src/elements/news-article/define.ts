import { NewsArticle } from './news-article.js';

NewsArticle.define();
