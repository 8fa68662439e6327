import { NewsReader } from './news-reader.js';

NewsReader.define();
