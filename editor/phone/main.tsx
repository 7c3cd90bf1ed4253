import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './App.tsx';
import './style/page.css';
import './style/header.css';
import './style/thread.css';
import '../lib/formatted.css';
import './style/contents.css';
import './style/choices.css';
import './style/composer.css';
import './style/people.css';

const root = document.getElementById('root');
if (!root) throw new Error('The page has no #root.');
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
