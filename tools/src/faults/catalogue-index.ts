import { readdirSync } from 'node:fs';
import { join } from 'node:path';

const directory = 'libs/faults/src/catalogue';

export const catalogueIndex = `${directory}/index.ts`;

const keyOf = (file: string): string =>
  file.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

/** Renders the index of the catalogue. Each file exports the fault that it is named after. */
export const renderCatalogueIndex = (workspace: string): string => {
  const files = readdirSync(join(workspace, directory))
    .map((name) => name.replace(/\.ts$/, ''))
    .filter((file) => file !== 'index')
    .sort();
  return `// Generated from the files beside it by npm run generate.
${files.map((file) => `import { ${keyOf(file)} } from './${file}';`).join('\n')}

/** All faults. */
export const catalogue = {
${files.map((file) => `  ${keyOf(file)},`).join('\n')}
};
`;
};
