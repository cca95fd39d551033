/* Screens of operators that a telephone fetches only when it follows a link to one: one operator, its members, cards, the month of a trader. */
import type { Screen } from '../../app/screen.ts'

export const operatorsDeskScreens: readonly Screen[] = [
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
