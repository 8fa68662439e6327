import { NewsTime } from './news-time.js';

NewsTime.define();
