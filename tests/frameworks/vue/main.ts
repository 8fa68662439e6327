import { createApp, createSSRApp } from 'vue';
import App from './App.vue';

const root = document.querySelector('#root') as HTMLElement;
(root.firstElementChild ? createSSRApp : createApp)(App).mount(root);
