import { createTheme, MantineProvider } from '@mantine/core';
import '@mantine/core/styles.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './App.tsx';
import { LanguageProvider } from './lib/language.tsx';
import './style.css';

const theme = createTheme({
  primaryColor: 'sluice',
  primaryShade: 8,
  autoContrast: true,
  colors: {
    sluice: [
      '#e6f6f1',
      '#d0eae2',
      '#a3d6c6',
      '#72c0a8',
      '#4bae90',
      '#33a381',
      '#249e79',
      '#168a67',
      '#0b6b53',
      '#04503d',
    ],
  },
  fontFamily: 'system-ui, "Segoe UI", Roboto, "Noto Sans", "Noto Sans Thai", "Noto Color Emoji", sans-serif',
  defaultRadius: 'md',
});

const root = document.getElementById('root');
if (!root) throw new Error('The page has no #root.');
createRoot(root).render(
  <StrictMode>
    <MantineProvider theme={theme} defaultColorScheme="auto">
      <LanguageProvider>
        <App />
      </LanguageProvider>
    </MantineProvider>
  </StrictMode>,
);
