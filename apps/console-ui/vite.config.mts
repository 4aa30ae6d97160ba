import react from '@vitejs/plugin-react';
import { defaultClientConditions, defineConfig } from 'vite';

/** In development and preview the API is the one of a running console. */
const api = { '/api': process.env.CONSOLE_URL ?? 'http://127.0.0.1:8090' };

export default defineConfig({
  base: '/',
  plugins: [react()],
  // The contracts as they are written, not as they are built.
  resolve: { conditions: ['@faultline/source', ...defaultClientConditions] },
  build: {
    // The page's content security policy knows no data: addresses.
    assetsInlineLimit: 0,
  },
  server: { host: '127.0.0.1', proxy: api },
  preview: { host: '127.0.0.1', proxy: api },
});
