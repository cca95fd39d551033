/* Screens of people: signing in, and the security of one's own account. */
import type { Screen } from '../../app/screen.ts'

export const peopleScreens: readonly Screen[] = [
  {
    path: '/sign-in',
    titleKey: 'sign-in.title',
    capability: 'anyone',
    words: 'home',
    load: async () => (await import('./ui/sign-in-screen.tsx')).SignInScreen,
  },
  {
    path: '/security',
    titleKey: 'security.title',
    capability: 'signed-in',
    words: 'field',
    load: async () => (await import('./ui/security-screen.tsx')).SecurityScreen,
  },
]
