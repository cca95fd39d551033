/* Screens of risks: the register, one risk with its plan, the screening of a chain. */
import type { Screen } from '../../app/screen.ts'

export const risksScreens: readonly Screen[] = [
  {
    path: '/risks',
    titleKey: 'risks.title',
    nav: { key: 'risks.nav', order: 70, on: 'desk' },
    capability: 'risks.read',
    load: async () => (await import('./ui/risks-screen.tsx')).RisksScreen,
  },
  {
    path: '/risks/$risk',
    titleKey: 'risks.title',
    capability: 'risks.read',
    load: async () => (await import('./ui/risk-screen.tsx')).RiskScreen,
  },
  {
    path: '/risk-screening',
    titleKey: 'screening.title',
    capability: 'risks.read',
    load: async () => (await import('./ui/screening-screen.tsx')).ScreeningScreen,
  },
]
