// Who may import whom. Each rule is one sentence of ARCHITECTURE.md, and test/gates/boundaries.test.ts breaks each once on purpose.
const module_ = '^src/modules/([^/]+)'
module.exports = {
  forbidden: [
    { name: 'kernel-imports-itself-and-the-schema-library', severity: 'error', from: { path: '^src/kernel/', pathNot: '[.]test[.]ts$' }, to: { pathNot: ['^src/kernel/', 'node_modules/zod/'] } },
    { name: 'schema-library-in-one-place', severity: 'error', from: { path: '^src/', pathNot: '^src/kernel/schema[.]ts$' }, to: { path: 'node_modules/zod/' } },
    { name: 'contract-imports-kernel-and-contracts', severity: 'error', from: { path: '^src/modules/[^/]+/contract[^/]*[.]ts$' }, to: { pathNot: ['^src/kernel/', '^src/modules/[^/]+/contract[^/]*[.]ts$'] } },
    { name: 'domain-imports-kernel-own-domain-and-contracts', severity: 'error', from: { path: '^src/modules/([^/]+)/domain/', pathNot: '[.]test[.]ts$' }, to: { pathNot: ['^src/kernel/', '^src/modules/$1/domain/', '^src/modules/[^/]+/contract[^/]*[.]ts$'] } },
    { name: 'modules-meet-at-contracts', severity: 'error', from: { path: module_, pathNot: '[.]test[.]tsx?$' }, to: { path: '^src/modules/', pathNot: ['^src/modules/$1/', '^src/modules/[^/]+/contract[^/]*[.]ts$'] } },
    { name: 'exchange-meets-modules-at-contracts', severity: 'error', from: { path: '^src/exchange/', pathNot: '[.]test[.]ts$' }, to: { path: '^src/modules/', pathNot: '^src/modules/[^/]+/contract[^/]*[.]ts$' } },
    { name: 'exchange-folders-do-not-meet', severity: 'error', from: { path: '^src/exchange/([^/]+)/' }, to: { path: '^src/exchange/', pathNot: '^src/exchange/$1/' } },
    { name: 'server-never-imports-screens', severity: 'error', from: { path: ['^src/modules/[^/]+/(server/|module[.]ts)', '^src/exchange/[^/]+/(?!ui/|screens[a-z-]*[.]tsx?$)'] }, to: { path: ['^src/(modules|exchange)/[^/]+/ui/', '^src/(modules|exchange)/[^/]+/screens[a-z-]*[.]tsx?$', '^src/app/'] } },
    { name: 'screens-never-import-the-server', severity: 'error', from: { path: ['^src/modules/[^/]+/ui/', '^src/modules/[^/]+/screens[a-z-]*[.]tsx?$', '^src/app/'], pathNot: '[.]test[.]tsx?$' }, to: { path: ['^src/modules/[^/]+/(server/|page/|module[.]ts$)', '^src/platform/', '^src/bin/', '^src/exchange/'], pathNot: '^src/exchange/[^/]+/(words/|screens[a-z-]*[.]tsx?$)' } },
    { name: 'exchange-screens-never-import-the-server', severity: 'error', from: { path: '^src/exchange/[^/]+/(ui/|screens[a-z-]*[.]tsx?$)', pathNot: '[.]test[.]tsx?$' }, to: { path: ['^src/exchange/[^/]+/(server/|module[.]ts$)', '^src/platform/', '^src/bin/'] } },
    { name: 'screens-use-no-node-built-in', severity: 'error', from: { path: ['^src/modules/[^/]+/(ui/|page/)', '^src/exchange/[^/]+/ui/', '^src/(modules|exchange)/[^/]+/screens[a-z-]*[.]tsx?$', '^src/app/'], pathNot: '[.]test[.]tsx?$' }, to: { dependencyTypes: ['core'] } },
    { name: 'pages-know-no-server', severity: 'error', from: { path: '^src/modules/[^/]+/page/', pathNot: '[.]test[.]ts$' }, to: { path: ['^src/modules/[^/]+/(server/|module[.]ts$)', '^src/bin/', '^src/platform/(database|log|keys|embedded-postgres)/'] } },
    { name: 'platform-knows-no-module', severity: 'error', from: { path: '^src/platform/', pathNot: '[.]test[.]ts$' }, to: { path: '^src/(modules|exchange|app|bin)/' } },
    { name: 'only-bin-imports-bin', severity: 'error', from: { path: '^src/(kernel|modules|exchange|platform|app)/', pathNot: '[.]test[.]ts$' }, to: { path: '^src/bin/' } },
    { name: 'stores-take-a-transaction-and-nothing-else', severity: 'error', from: { path: ['^src/(modules|exchange)/.*/server/store[^/]*[.]ts$', '^src/modules/[^/]+/server/[^/]+/store[^/]*[.]ts$'], pathNot: '[.]test[.]ts$' }, to: { path: '^src/platform/', pathNot: '^src/platform/database/(transaction|rows)[.]ts$' } },
    { name: 'sql-lives-in-stores', severity: 'error', from: { path: '^src/(modules|exchange|app|kernel)/', pathNot: ['/server/store[^/]*[.]ts$', '/server/[^/]+/store[^/]*[.]ts$', '[.]test[.]ts$'] }, to: { path: 'node_modules/(kysely|pg)/', pathNot: '^node_modules/pg/.*types', dependencyTypesNot: ['type-only'] } },
    { name: 'no-cycles', severity: 'error', from: { path: '^(src|test|tools|bench)/' }, to: { circular: true } },
    { name: 'no-orphans', severity: 'error', from: { orphan: true, path: '^src/', pathNot: ['[.]d[.]ts$', '[.]test[.]tsx?$', '^src/app/.*[.]css$'] }, to: {} },
    { name: 'no-barrels', severity: 'error', from: { path: '^src/' }, to: { path: '^src/.*/index[.]tsx?$' } },
    { name: 'nothing-unresolved', severity: 'error', from: { path: '^(src|test|tools|bench)/' }, to: { couldNotResolve: true, pathNot: ['^virtual:', '^geojson$', '^topojson-specification$', '[?](url|worker|raw)'] } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    parser: 'swc',
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'], extensions: ['.ts', '.tsx', '.mjs', '.js', '.json', '.css'] },
    exclude: { path: ['^dist/', '^[.]cache/', '^[.]data/'] },
  },
}
