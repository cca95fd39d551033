/* Screens of the grievance desk. */
import type { Screen } from '../../app/screen.ts'

export const voicesScreens: readonly Screen[] = [
  {
    path: '/voices',
    titleKey: 'voices.title',
    nav: { key: 'voices.nav', order: 69, on: 'desk' },
    capability: 'voices.triage',
    load: async () => (await import('./ui/voices-screen.tsx')).VoicesScreen,
  },
  {
    path: '/voices-typed-in',
    titleKey: 'voice-in.title',
    nav: { key: 'voice-in.nav', order: 69, on: 'desk' },
    capability: 'voices.type-in',
    load: async () => (await import('./ui/type-in-screen.tsx')).TypeInScreen,
  },
  {
    path: '/voices/$voice',
    titleKey: 'voice.title',
    capability: 'voices.triage',
    load: async () => (await import('./ui/voice-screen.tsx')).VoiceScreen,
  },
]
