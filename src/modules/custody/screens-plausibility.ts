/* Screens of numbers that cannot be true: hits, one hit, rules, thresholds, the ledger, the worked example. */
import type { Screen } from '../../app/screen.ts'

export const plausibilityScreens: readonly Screen[] = [
  {
    path: '/plausibility',
    titleKey: 'hits.title',
    nav: { key: 'hits.nav', order: 56, on: 'desk' },
    capability: 'custody.read',
    load: async () => (await import('./ui/plausibility/hits-screen.tsx')).HitsScreen,
  },
  {
    path: '/plausibility/hits/$hit',
    titleKey: 'hits.one',
    capability: 'custody.read',
    load: async () => (await import('./ui/plausibility/hit-screen.tsx')).HitScreen,
  },
  {
    path: '/plausibility/rules',
    titleKey: 'figure-rules.title',
    capability: 'custody.read',
    load: async () => (await import('./ui/plausibility/rules-screen.tsx')).RulesScreen,
  },
  {
    path: '/plausibility/thresholds',
    titleKey: 'thresholds.title',
    capability: 'custody.read',
    load: async () => (await import('./ui/plausibility/thresholds-screen.tsx')).ThresholdsScreen,
  },
  {
    path: '/plausibility/ledger',
    titleKey: 'ledger.title',
    capability: 'custody.oversee',
    load: async () => (await import('./ui/plausibility/ledger-screen.tsx')).LedgerScreen,
  },
  {
    path: '/plausibility/example',
    titleKey: 'example.title',
    capability: 'custody.read',
    load: async () => (await import('./ui/plausibility/example-screen.tsx')).ExampleScreen,
  },
]
