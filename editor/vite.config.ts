import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const pages = ['index.html', 'phone/index.html'].map(here).filter((page) => existsSync(page));

export default defineConfig({
  root: here('.'),
  base: '/',
  plugins: [react()],
  build: {
    outDir: '../dist/editor',
    emptyOutDir: true,
    // The largest are names of emojis and the editor of code, each loaded when somebody first opens it.
    chunkSizeWarningLimit: 800,
    rollupOptions: { input: pages },
  },
});
