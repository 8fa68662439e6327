import '@angular/compiler';
import { Component, CUSTOM_ELEMENTS_SCHEMA, provideZonelessChangeDetection, signal } from '@angular/core';
import { bootstrapApplication } from '@angular/platform-browser';
import { feed, story } from '../news.ts';
import { Headlines } from './headlines.ts';

@Component({
  selector: '#root',
  imports: [Headlines],
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: `
    <button id="more" (click)="more()">More</button>
    <button id="define" (click)="define()">Define</button>
    <button id="remove" (click)="isThere.set(false)">Remove</button>
    @if (isThere()) {
      <main>
        <app-headlines [news]="news()"></app-headlines>
        <news-article [article]="story" heading-level="3" (news-load)="told.set(told() + 1)"></news-article>
      </main>
    }
    <p id="told">{{ told() }}</p>
  `,
})
class App {
  news = signal(feed('one', 'two'));
  isThere = signal(true);
  told = signal(0);
  story = story;

  more() {
    this.news.set(feed('three', 'one', 'two'));
  }

  define() {
    return import('newsleaf/news-article');
  }
}

void bootstrapApplication(App, { providers: [provideZonelessChangeDetection()] });
