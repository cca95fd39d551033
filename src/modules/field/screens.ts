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
    words: 'first',
    load: async () => (await import('./ui/field-home-screen.tsx')).FieldHomeScreen,
  },
  {
    path: '/field/shelf/$shelf',
    titleKey: 'phone.shelves',
    capability: 'anyone',
    words: 'field',
    load: async () => (await import('./ui/shelf-screen.tsx')).ShelfScreen,
  },
  {
    path: '/field/enrol',
    titleKey: 'enrol.title',
    capability: 'anyone',
    words: 'first',
    load: async () => (await import('./ui/enrol-screen.tsx')).EnrolScreen,
  },
  {
    path: '/field/left',
    titleKey: 'phone.left',
    capability: 'anyone',
    load: async () => (await import('./ui/left-screen.tsx')).LeftScreen,
  },
  {
    path: '/field/settings',
    titleKey: 'settings.title',
    capability: 'anyone',
    words: 'field',
    load: async () => (await import('./ui/settings/settings-screen.tsx')).SettingsScreen,
  },
  {
    path: '/field/rescue',
    titleKey: 'rescue.title',
    capability: 'signed-in',
    words: 'field',
    load: async () => (await import('./ui/rescue-screen.tsx')).RescueScreen,
  },
  {
    path: '/devices',
    titleKey: 'devices.title',
    nav: { key: 'devices.nav', order: 84 },
    capability: 'field.oversee',
    load: async () => (await import('./ui/devices/devices-screen.tsx')).DevicesScreen,
  },
  {
    path: '/devices/mine',
    titleKey: 'devices.enrol',
    capability: 'cases.work',
    load: async () => (await import('./ui/devices/enrol-device-screen.tsx')).EnrolDeviceScreen,
  },
  {
    path: '/devices/enrol',
    titleKey: 'devices.enrol',
    capability: 'people.enrol-device',
    load: async () => (await import('./ui/devices/enrol-device-screen.tsx')).EnrolDeviceScreen,
  },
  {
    path: '/field/carry',
    titleKey: 'carry.title',
    capability: 'sites.read',
    words: 'field',
    load: async () => (await import('./ui/carry-screen.tsx')).CarryScreen,
  },
  {
    path: '/field/conflicts',
    titleKey: 'conflict.title',
    capability: 'sites.inspect',
    words: 'field',
    load: async () => (await import('./ui/conflicts-screen.tsx')).ConflictsScreen,
  },
  {
    path: '/field/conflicts/$draft',
    titleKey: 'conflict.draft',
    capability: 'sites.inspect',
    words: 'field',
    load: async () => (await import('./ui/conflicts-draft-screen.tsx')).ConflictDraftScreen,
  },
  {
    path: '/field/hand-over',
    titleKey: 'hand.title',
    capability: 'anyone',
    words: 'field',
    load: async () => (await import('./ui/hand-over-list-screen.tsx')).HandOverListScreen,
  },
  {
    path: '/field/hand-over/$inspection',
    titleKey: 'hand.title',
    capability: 'anyone',
    words: 'field',
    load: async () => (await import('./ui/hand-over-screen.tsx')).HandOverScreen,
  },
  {
    path: '/field/take-over',
    titleKey: 'hand.take',
    capability: 'anyone',
    words: 'field',
    load: async () => (await import('./ui/take-over-screen.tsx')).TakeOverScreen,
  },
]
