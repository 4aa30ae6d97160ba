import react from '@vitejs/plugin-react';
import { defaultClientConditions, defineConfig } from 'vite';
import { precompressed } from './compression.mts';
import { pageGuard } from './guard.mts';
import { productPictures } from './pictures.mts';

/** In development and preview the API is the one of a running web-gateway. */
const api = { '/api': process.env.WEB_GATEWAY_URL ?? 'http://127.0.0.1:8080' };

export default defineConfig({
  base: '/',
  plugins: [react(), pageGuard(), productPictures(), precompressed()],
  // The few files of the contracts that the page loads, as they are.
  resolve: { conditions: ['@faultline/source', ...defaultClientConditions] },
  build: {
    // The page's content security policy knows no data: addresses.
    assetsInlineLimit: 0,
    // Drawing and compressing the pictures is most of the build, as it should be.
    rolldownOptions: { checks: { pluginTimings: false } },
  },
  server: { host: '127.0.0.1', proxy: api },
  preview: { host: '127.0.0.1', proxy: api },
});
