import '@shared/trusted';
import { createApp } from 'vue';
import '@shared/tokens.css';
import '@shared/phone/phone.css';
import './field.css';
import App from './App.vue';
import './data/device';
import { openSession } from './data/session';
import { recallDraft } from './report/draft';
import { router } from './router';
import { watchForUpdates } from './shell/update';

// The service worker's scope ends in a slash, and without it the page would not work offline.
if (location.pathname === '/field') location.replace('/field/');
else void start();

async function start(): Promise<void> {
  void watchForUpdates();
  await Promise.all([openSession(), recallDraft()]);
  createApp(App).use(router).mount('#app');
}
