/* The screen of operators that a telephone has in its menu: the register. The others stand in screens-desk.ts. */
import type { Screen } from '../../app/screen.ts'

export const operatorsScreens: readonly Screen[] = [
  {
    path: '/operators',
    titleKey: 'operators.title',
    nav: { key: 'operators.nav', order: 56 },
    capability: 'operators.read',
    load: async () => (await import('./ui/operators-screen.tsx')).OperatorsScreen,
  },
]
