/* Screens of protection that stand in the menu of a desk, or are reached from others. Titles say nothing to who looks over a shoulder. */
import type { Screen } from '../../app/screen.ts'

/** One screen, opened by each of the three that read signals and send none. */
const signals = (path: Screen['path'], capability: string): Screen => ({
  path,
  titleKey: 'signals.title',
  nav: { key: 'signals.nav', order: 74, on: 'desk' },
  capability,
  load: async () => (await import('./ui/signals/signals-screen.tsx')).SignalsScreen,
})

/** Rules that a body settles: for who keeps files, also on a telephone, and for who protects its data. */
const rules = (path: Screen['path'], capability: string): Screen => ({
  path,
  titleKey: 'case-rules.title',
  nav: { key: 'case-rules.nav', order: 78, on: 'desk' },
  capability,
  load: async () => (await import('./ui/rules/rules-screen.tsx')).RulesScreen,
})

export const casesDeskScreens: readonly Screen[] = [
  rules('/case-rules', 'cases.hold-key'),
  rules('/protection/rules', 'cases.protect-data'),
  {
    path: '/case-board',
    titleKey: 'board.title',
    nav: { key: 'board.nav', order: 71, on: 'desk' },
    capability: 'cases.supervise',
    load: async () => (await import('./ui/board/board-screen.tsx')).BoardScreen,
  },
  {
    path: '/case-figures',
    titleKey: 'figures.screen',
    nav: { key: 'case-figures.nav', order: 71, on: 'desk' },
    capability: 'cases.statistics',
    load: async () => (await import('./ui/board/figures-screen.tsx')).FiguresScreen,
  },
  {
    path: '/protection/cases',
    titleKey: 'protection.title',
    nav: { key: 'protection.nav', order: 71, on: 'desk' },
    capability: 'cases.protect-data',
    load: async () => (await import('./ui/protection/protection-screen.tsx')).ProtectionScreen,
  },
  {
    path: '/cases/$case/print',
    titleKey: 'case.page',
    capability: 'cases.hold-key',
    load: async () => (await import('./ui/file/print-screen.tsx')).CasePrintScreen,
  },
  {
    path: '/cases/$case/copy',
    titleKey: 'case.page',
    capability: 'cases.hold-key',
    load: async () => (await import('./ui/file/copy-screen.tsx')).CaseCopyScreen,
  },
  {
    path: '/safety',
    titleKey: 'shield.title',
    nav: { key: 'shield.nav', order: 96, on: 'desk' },
    capability: 'cases.lock-down',
    load: async () => (await import('./ui/emergency/safety-screen.tsx')).SafetyScreen,
  },
  {
    path: '/safety/breaches/$breach',
    titleKey: 'shield.title',
    capability: 'cases.protect-data',
    load: async () => (await import('./ui/emergency/breach-screen.tsx')).BreachScreen,
  },
  {
    path: '/undertaking',
    titleKey: 'undertaking.title',
    capability: 'signed-in',
    load: async () => (await import('./ui/emergency/undertaking-screen.tsx')).UndertakingScreen,
  },
  signals('/signals/received', 'cases.supervise'),
  signals('/signals/watched', 'cases.protect-data'),
  signals('/signals/told', 'cases.statistics'),
  {
    path: '/consent-overrides',
    titleKey: 'override.list',
    nav: { key: 'overrides.nav', order: 77, on: 'desk' },
    capability: 'cases.protect-data',
    load: async () => (await import('./ui/consent/overrides-screen.tsx')).OverridesScreen,
  },
  {
    path: '/directory-new',
    titleKey: 'point-form.title',
    capability: 'cases.directory',
    load: async () => (await import('./ui/directory/point-edit-screen.tsx')).NewServicePointScreen,
  },
  {
    path: '/directory-edit/$servicePoint',
    titleKey: 'point-form.title',
    capability: 'cases.directory',
    load: async () => (await import('./ui/directory/point-edit-screen.tsx')).EditServicePointScreen,
  },
  {
    path: '/directory-import',
    titleKey: 'list-in.title',
    capability: 'cases.directory',
    load: async () => (await import('./ui/directory/import-screen.tsx')).ImportDirectoryScreen,
  },
  {
    path: '/shelters',
    titleKey: 'shelters.title',
    nav: { key: 'shelters.nav', order: 73, on: 'desk' },
    capability: 'cases.shelters-read',
    load: async () => (await import('./ui/directory/shelters-screen.tsx')).SheltersScreen,
  },
  {
    path: '/shelters/$shelter',
    titleKey: 'shelters.title',
    capability: 'cases.shelters-read',
    load: async () => (await import('./ui/directory/shelter-screen.tsx')).ShelterScreen,
  },
  {
    path: '/key-shares',
    titleKey: 'keys.desk.title',
    nav: { key: 'keys.desk.nav', order: 76, on: 'desk' },
    capability: 'cases.guard-shares',
    load: async () => (await import('./ui/keys/shares-screen.tsx')).SharesScreen,
  },
  {
    path: '/key-custodians',
    titleKey: 'keys.naming.title',
    nav: { key: 'keys.naming.nav', order: 76, on: 'desk' },
    capability: 'cases.protect-data',
    load: async () => (await import('./ui/keys/naming-screen.tsx')).NamingScreen,
  },
]
