/*
Screens of field work. Those under /field belong to the telephone and open on a desk too, where they say what they are for; the office's list of
telephones stands under /devices.
*/
import type { Screen } from '../../app/screen.ts'

export const fieldScreens: readonly Screen[] = [
  {
    path: '/field',
    titleKey: 'phone.title',
    nav: { key: 'phone.title', order: -10, on: 'telephone' },
    capability: 'anyone',
    load: async () => (await import('./ui/field-home-screen.tsx')).FieldHomeScreen,
  },
  {
    path: '/field/shelf/$shelf',
    titleKey: 'phone.shelves',
    capability: 'anyone',
    load: async () => (await import('./ui/shelf-screen.tsx')).ShelfScreen,
  },
  {
    path: '/field/enrol',
    titleKey: 'enrol.title',
    capability: 'anyone',
    load: async () => (await import('./ui/enrol-screen.tsx')).EnrolScreen,
  },
]
