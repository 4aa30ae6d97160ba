import { packagesByLicense } from './packages';

/** What is used and comes from no npm registry. */
const programs: readonly { name: string; license: string; use: string }[] = [
  {
    name: 'Node.js',
    license: 'MIT',
    use: 'runs everything; the base of all images but the load’s',
  },
  {
    name: 'PostgreSQL',
    license: 'PostgreSQL',
    use: 'an image that the chart names; a local process',
  },
  {
    name: 'Redis',
    license: 'BSD-3-Clause up to 7.2, else RSALv2 or SSPLv1',
    use: 'an image that the chart names; a local process',
  },
  {
    name: 'k6',
    license: 'AGPL-3.0',
    use: 'a program on your PATH; the image of the load is built on its unchanged image, so whoever pushes that image, as the pipelines do for a release, distributes k6',
  },
  {
    name: 'Grafana, Loki, Tempo (otel-lgtm)',
    license: 'AGPL-3.0',
    use: 'an image that the chart names, if `observability.lgtm.enabled`',
  },
  {
    name: 'Prometheus, Alertmanager',
    license: 'Apache-2.0',
    use: 'images that the chart names; programs on your PATH',
  },
  { name: 'Chromium', license: 'BSD-3-Clause and others', use: 'a program for the browser tests' },
];

/** docs/licenses.md */
export const renderLicenses = (workspace: string): string => {
  const packages = packagesByLicense(workspace);
  return `<!-- Generated from package-lock.json by npm run generate. -->

# Licenses of third parties

A test refuses a package with a license that is not in the list of \`tools/src/licenses/packages.ts\`. Each image contains the
licenses of the packages in it (\`dist/third-party-notices.txt\`) and their list (\`/app/sbom.cdx.json\`).

## Programs

None of them is in this repository, and none is shipped with it. Images contain Node.js, that of the load k6.

| program | license | how it is used |
| --- | --- | --- |
${programs.map(({ name, license, use }) => `| ${name} | ${license} | ${use} |`).join('\n')}

## Packages

Most are for development only, and in no image.

${[...packages].map(([license, names]) => `**${license}** (${names.length}): ${names.map((name) => `\`${name}\``).join(' ')}`).join('\n\n')}
`;
};
