/*
The settings code of ODK Collect and KoboCollect: JSON, packed with zlib, in base64, as the app's "Reconfigure with QR code" reads it. What is left out
falls back to the app's own default. Sent forms stay on the telephone: until somebody has seen them here, they are the only other copy.
*/
import { deflateSync } from 'node:zlib'

export interface CollectSettings {
  readonly serverUrl: string
  readonly user: string
  readonly password: string
  readonly language: 'fr' | 'en'
  readonly project: string
}

export function settingsCode({ serverUrl, user, password, language, project }: CollectSettings): string {
  const settings = {
    general: {
      ...{ protocol: 'odk_default', server_url: serverUrl, username: user, password },
      // The list is held as here: new versions come by themselves, forms that were taken back go.
      ...{ form_update_mode: 'match_exactly', periodic_form_updates_check: 'every_one_hour' },
      ...{ autosend: 'wifi_and_cellular', delete_send: false, app_language: language },
    },
    admin: {},
    project: { name: project, icon: 'C', color: '#0f5c5c' },
  }
  return deflateSync(Buffer.from(JSON.stringify(settings), 'utf8'), { level: 9 }).toString('base64')
}
