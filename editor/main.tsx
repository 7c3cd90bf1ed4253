import { createTheme, MantineProvider, Menu } from '@mantine/core';
import './mantine.css';
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
    // The greys of the dark pages have a breath of green, as the light ones do.
    dark: [
      '#e3ebe7',
      '#c2cfc9',
      '#a5b5ae',
      '#7d918a',
      '#3d4f48',
      '#2c3a35',
      '#212d29',
      '#1a2421',
      '#141c19',
      '#0e1412',
    ],
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
  // What it puts into a menu to hold the focus is no item of a menu, and readers of screens stumble over it.
  components: { Menu: Menu.extend({ defaultProps: { withInitialFocusPlaceholder: false } }) },
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
