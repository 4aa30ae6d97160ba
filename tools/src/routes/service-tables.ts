import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { serviceNames } from '@faultline/topology';

const directory = 'libs/contracts/src';

export const serviceTablesFile = `${directory}/service-tables.ts`;

const tableOf = (service: string): string =>
  `${service.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())}Routes`;

const keyOf = (service: string): string => (service.includes('-') ? `'${service}'` : service);

/** As the formatter has it: on one line if it fits. */
const exportOf = (names: readonly string[]): string => {
  const line = `export { ${names.join(', ')} };`;
  return line.length <= 100 ? line : `export {\n${names.map((name) => `  ${name},\n`).join('')}};`;
};

/** The tables of the services that have one of their own, in a file of the contracts that is named as the service is. */
export const renderServiceTables = (workspace: string): string => {
  const own = serviceNames
    .filter((name) => existsSync(join(workspace, directory, `${name}.ts`)))
    .sort();
  return `// Generated from the topology and the files beside it by npm run generate.
${own.map((name) => `import { ${tableOf(name)} } from './${name}';`).join('\n')}

${exportOf(own.map(tableOf))}

/** The routes of the services that have a table of their own. */
export const ownRoutes = {
${own.map((name) => `  ${keyOf(name)}: Object.values(${tableOf(name)}),`).join('\n')}
};
`;
};
