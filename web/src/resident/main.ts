import '@shared/trusted';
import { createApp } from 'vue';
import '@shared/tokens.css';
import '@shared/phone/phone.css';
import './resident.css';
import App from './App.vue';

createApp(App).mount('#app');
