import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { productPictures } from './pictures.mts';

/** In development and preview the API is the one of a running web-gateway. */
const api = { '/api': process.env.WEB_GATEWAY_URL ?? 'http://127.0.0.1:8080' };

export default defineConfig({
  base: '/',
  plugins: [react(), productPictures()],
  build: {
    outDir: '../dist/storefront',
    emptyOutDir: true,
    // The page's content security policy knows no data: addresses.
    assetsInlineLimit: 0,
  },
  server: { host: '127.0.0.1', proxy: api },
  preview: { host: '127.0.0.1', proxy: api },
});
