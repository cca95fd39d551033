/* The screen of outreach that a telephone has in its menu: tests in a room without network. The others stand in screens.ts. */
import type { Screen } from '../../app/screen.ts'

export const testRoomScreens: readonly Screen[] = [
  {
    path: '/test-room',
    titleKey: 'test-room.title',
    nav: { key: 'test-room.nav', order: 66, on: 'telephone' },
    capability: 'outreach.test',
    words: 'count',
    load: async () => (await import('./ui/test-room/test-room-screen.tsx')).TestRoomScreen,
  },
]
