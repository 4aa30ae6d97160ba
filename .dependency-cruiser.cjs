/**
 * Arrows point one way: apps → libs; nobody imports an app; business code knows no telemetry SDK; a front end
 * shares `ui` with other front ends and types with the services.
 */
const libs = (...names) => `^libs/(${names.join('|')})/`;

const frontEnds = '^apps/(storefront|console-ui)/';

/** What libraries offer to tests as `@faultline/NAME/testing`. */
const testHelpers = '^libs/[^/]+/(src|dist)/testing/';

/** A library may import only these libraries. */
const layers = {
  topology: [],
  contracts: [],
  'product-catalog': ['contracts'],
  slo: ['contracts', 'telemetry', 'topology'],
  telemetry: ['contracts', 'topology'],
  faults: ['contracts', 'slo', 'telemetry', 'topology'],
  service: ['telemetry', 'faults', 'contracts', 'topology'],
  'command-line': [],
  otlp: [],
  'telemetry-store': ['otlp'],
  ui: [],
  evidence: ['contracts', 'faults', 'otlp', 'slo', 'topology'],
};

module.exports = {
  forbidden: [
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'not-to-unresolvable',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^(k6|virtual:)' },
    },
    {
      name: 'declared-dependencies-only',
      comment: 'What a package imports stands in its own package.json, or its image would lack it.',
      severity: 'error',
      from: { path: '^(apps|libs)/[^/]+/src/' },
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
    {
      name: 'no-development-dependency-in-production',
      comment: 'A front end is bundled: all that it imports is for development.',
      severity: 'error',
      from: { path: '^(apps|libs)/[^/]+/src/', pathNot: frontEnds },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only', 'npm'] },
    },
    {
      name: 'no-app-imports-another-app',
      severity: 'error',
      from: { path: '^apps/([^/]+)/' },
      to: { path: '^apps/', pathNot: '^apps/$1/' },
    },
    {
      name: 'libs-import-only-libs',
      severity: 'error',
      from: { path: '^libs/' },
      // Their tests start real stores.
      to: { path: '^(apps|load|dev|dashboards|deploy|test|tools)/', pathNot: '^dev/stores/' },
    },
    {
      name: 'libs-run-without-development-code',
      severity: 'error',
      from: { path: '^libs/[^/]+/src/', pathNot: testHelpers },
      to: { path: '^dev/' },
    },
    {
      name: 'test-helpers-in-tests-only',
      severity: 'error',
      from: { path: '/src/', pathNot: [testHelpers, '^test/'] },
      to: { path: testHelpers },
    },
    {
      name: 'local-stores-know-nothing-of-the-shop',
      severity: 'error',
      from: { path: '^dev/stores/src/' },
      to: { path: '^(apps|libs|load|dev/demo|dashboards|deploy|test|tools)/' },
    },
    {
      name: 'apps-run-without-development-code',
      severity: 'error',
      from: { path: '^apps/[^/]+/src/' },
      to: { path: ['^(dev|dashboards|deploy|test|tools)/', libs('command-line')] },
    },
    {
      name: 'only-tools-watch-the-shop',
      comment:
        'A tool is no part of the shop: it stores and evaluates telemetry, and acts as a shopper.',
      severity: 'error',
      from: { path: '^apps/[^/]+/src/', pathNot: '^apps/console/' },
      to: { path: ['^load/', libs('otlp', 'evidence', 'telemetry-store')] },
    },
    {
      name: 'front-ends-are-made-of-ui-and-contracts',
      severity: 'error',
      from: { path: '^apps/storefront/src/' },
      to: { path: '^libs/', pathNot: libs('ui', 'contracts') },
    },
    {
      name: 'pages-of-the-console-know-the-topology-too',
      severity: 'error',
      from: { path: '^apps/console-ui/src/' },
      to: { path: '^libs/', pathNot: libs('ui', 'contracts', 'topology') },
    },
    {
      name: 'front-ends-know-contracts-by-type',
      comment: 'A schema in the bundle would bring TypeBox along; these files import nothing.',
      severity: 'error',
      from: { path: '^apps/(storefront|console-ui)/src/' },
      to: {
        path: libs('contracts'),
        pathNot:
          '^libs/contracts/(src|dist)/(cards|guards|pages|request-id|shop-endpoints|target|console/(actor-words|endpoints|guards|map-layout|paths|search-terms|state-words))\\.',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'only-front-ends-import-ui',
      severity: 'error',
      from: { pathNot: '^(apps/(storefront|console-ui)|libs/ui)/' },
      to: { path: libs('ui') },
    },
    {
      name: 'business-code-knows-no-telemetry-sdk',
      severity: 'error',
      from: { path: '^(apps/[^/]+/src|libs/(service|contracts|product-catalog|topology)/src)/' },
      to: { path: 'node_modules/(@opentelemetry|@openfeature|@fastify/otel|pino|prom-client)/' },
    },
    {
      name: 'names-without-the-sdk',
      comment:
        'Rules and faults know what services emit by its name, and load nothing that emits it.',
      severity: 'error',
      from: { path: ['^libs/(slo|faults|evidence)/src/', '^dashboards/src/'] },
      to: { path: '^libs/telemetry/', pathNot: '^libs/telemetry/(src|dist)/names/' },
    },
    {
      name: 'names-load-nothing',
      severity: 'error',
      from: { path: '^libs/telemetry/src/names/' },
      to: { pathNot: ['^libs/telemetry/src/names/', '/@opentelemetry/semantic-conventions/'] },
    },
    ...Object.entries(layers).map(([name, allowed]) => ({
      name: `layer-${name}`,
      severity: 'error',
      from: { path: `^libs/${name}/src/` },
      to: { path: '^libs/', pathNot: libs(name, ...allowed) },
    })),
  ],
  options: {
    doNotFollow: { path: ['node_modules', '/dist/'] },
    exclude: { path: ['/dist/', '/generated/'] },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['@faultline/source', 'types', 'node', 'require', 'import', 'default'],
    },
  },
};
