/* Screens of operators: the register, one operator, its members, cards, the month of a trader. */
import type { Screen } from '../../app/screen.ts'

export const operatorsScreens: readonly Screen[] = [
  {
    path: '/operators',
    titleKey: 'operators.title',
    nav: { key: 'operators.nav', order: 56 },
    capability: 'operators.read',
    load: async () => (await import('./ui/operators-screen.tsx')).OperatorsScreen,
  },
  {
    path: '/operators/$organisation',
    titleKey: 'operators.title',
    capability: 'operators.read',
    load: async () => (await import('./ui/operator-screen.tsx')).OperatorScreen,
  },
  {
    path: '/operators/$organisation/artisans',
    titleKey: 'artisans.title',
    capability: 'operators.read',
    load: async () => (await import('./ui/artisans-screen.tsx')).ArtisansScreen,
  },
  {
    path: '/operators/$organisation/months/$month',
    titleKey: 'months.title',
    capability: 'operators.read',
    load: async () => (await import('./ui/month-screen.tsx')).MonthScreen,
  },
  {
    path: '/artisans/$artisan',
    titleKey: 'artisans.one',
    capability: 'operators.read',
    load: async () => (await import('./ui/artisan-screen.tsx')).ArtisanScreen,
  },
  {
    path: '/cards',
    titleKey: 'cards.title',
    capability: 'operators.read',
    load: async () => (await import('./ui/cards-screen.tsx')).CardsScreen,
  },
  {
    path: '/cards/$card',
    titleKey: 'cards.title',
    capability: 'operators.read',
    load: async () => (await import('./ui/card-screen.tsx')).CardScreen,
  },
]
