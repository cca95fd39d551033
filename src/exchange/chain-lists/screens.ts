/* The screen on which lists of the chain are sent, mapped, tried, recorded and undone. */
import type { Screen } from '../../app/screen.ts'

export const chainListsScreens: readonly Screen[] = [
  {
    path: '/imports/chain',
    titleKey: 'chain.title',
    nav: { key: 'chain.nav', order: 95, on: 'desk' },
    capability: 'imports.manage',
    load: async () => (await import('./ui/chain-screen.tsx')).ImportChainScreen,
  },
]
