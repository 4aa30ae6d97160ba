import { join } from 'node:path';
import { build, type Plugin } from 'vite';

const entry = join(import.meta.dirname, 'guard/guard.ts');

/** Where the page has it: before all that may fail, and after the charset, which has to come early. */
const place = '<!-- guard -->';

const bundled = async (): Promise<string> => {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    build: { write: false, lib: { entry, formats: ['iife'], name: 'guard' } },
  });
  const [result] = [built].flat();
  if (!result || !('output' in result)) throw new Error('the guard of the page was not built');
  return result.output[0].code.trim();
};

/** Puts `guard/` into the page as a script of its own, inline: what rescues must not be missing itself. */
export const pageGuard = (): Plugin => ({
  name: 'fieldnote-page-guard',
  apply: 'build',
  transformIndexHtml: {
    order: 'post',
    handler: async (page) => {
      if (!page.includes(place)) throw new Error(`index.html has no ${place}`);
      const script = `<script>${await bundled()}</script>`;
      return page.replace(place, () => script);
    },
  },
});
