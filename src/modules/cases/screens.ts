/* The screens of protection that a telephone has in its menu or opens in the field; their titles say nothing to who looks over a shoulder. */
import type { Screen } from '../../app/screen.ts'

export const casesScreens: readonly Screen[] = [
  {
    path: '/cases',
    titleKey: 'cases.title',
    nav: { key: 'cases.nav', order: 72 },
    capability: 'cases.hold-key',
    words: 'field',
    load: async () => (await import('./ui/file/list-screen.tsx')).CaseListScreen,
  },
  {
    path: '/cases/$case',
    titleKey: 'case.title',
    capability: 'cases.hold-key',
    words: 'field',
    load: async () => (await import('./ui/file/case-screen.tsx')).CaseScreen,
  },
  {
    path: '/interview',
    titleKey: 'interview.title',
    nav: { key: 'interview.nav', order: 73 },
    capability: 'cases.signal',
    words: 'field',
    load: async () => (await import('./ui/screening/screening-screen.tsx')).ScreeningScreen,
  },
  {
    path: '/interview/paper',
    titleKey: 'paper.title',
    capability: 'cases.signal',
    words: 'field',
    load: async () => (await import('./ui/screening/paper-screen.tsx')).PaperScreen,
  },
  {
    path: '/signals',
    titleKey: 'signals.title',
    nav: { key: 'signals.nav', order: 74 },
    capability: 'cases.signal',
    words: 'field',
    load: async () => (await import('./ui/signals/signals-screen.tsx')).SignalsScreen,
  },
  {
    path: '/directory',
    titleKey: 'directory.title',
    nav: { key: 'directory.nav', order: 75 },
    capability: 'cases.directory-read',
    words: 'field',
    load: async () => (await import('./ui/directory/directory-screen.tsx')).DirectoryScreen,
  },
  {
    path: '/directory/$servicePoint',
    titleKey: 'directory.title',
    capability: 'cases.directory-read',
    words: 'field',
    load: async () => (await import('./ui/directory/point-screen.tsx')).ServicePointScreen,
  },
  {
    path: '/directory-find',
    titleKey: 'directory.find',
    capability: 'cases.directory-read',
    words: 'field',
    load: async () => (await import('./ui/directory/find-screen.tsx')).FindServiceScreen,
  },
  {
    path: '/keys',
    titleKey: 'keys.title',
    nav: { key: 'keys.nav', order: 76 },
    capability: 'cases.hold-key',
    words: 'field',
    load: async () => (await import('./ui/keys/my-key-screen.tsx')).MyKeyScreen,
  },
]
