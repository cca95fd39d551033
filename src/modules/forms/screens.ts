/* Screens of forms: the list, one form with its versions, a trial, uploading a workbook, editing on screen. */
import type { Screen } from '../../app/screen.ts'

export const formsScreens: readonly Screen[] = [
  {
    path: '/forms',
    titleKey: 'forms.title',
    nav: { key: 'forms.title', order: 36, on: 'desk' },
    capability: 'sites.read',
    load: async () => (await import('./ui/forms-screen.tsx')).FormsScreen,
  },
  {
    path: '/forms/upload',
    titleKey: 'forms.upload.title',
    capability: 'forms.publish',
    load: async () => (await import('./ui/upload-screen.tsx')).UploadScreen,
  },
  {
    path: '/forms/$form',
    titleKey: 'forms.form',
    capability: 'sites.read',
    load: async () => (await import('./ui/form-screen.tsx')).FormScreen,
  },
  {
    path: '/forms/$form/edit',
    titleKey: 'forms.edit',
    capability: 'forms.publish',
    load: async () => (await import('./ui/edit/edit-screen.tsx')).EditScreen,
  },
  {
    path: '/forms/$form/try/$version',
    titleKey: 'forms.preview',
    capability: 'sites.read',
    load: async () => (await import('./ui/preview-screen.tsx')).PreviewScreen,
  },
]
