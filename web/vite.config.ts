import { defineConfig } from 'vite';
import { designSystem } from './tools/design-system.ts';
import { preloadTexts } from './tools/preload-texts.ts';

const api = process.env['API'] ?? 'http://localhost:8080';

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  css: { postcss: { plugins: [designSystem()] } },
  plugins: [preloadTexts()],
  // One style sheet: the order of its layers must not hang on which page comes first.
  build: {
    target: 'es2023',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    cssCodeSplit: false,
  },
  server: {
    proxy: Object.fromEntries(['/api', '/login', '/logout', '/dev'].map((path) => [path, api])),
  },
});
