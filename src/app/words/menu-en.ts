/* The same in English. */
import type { menuFr } from './menu-fr.ts'

export const menuEn: { readonly [Key in keyof typeof menuFr]: string } = {
  'map.nav': 'Map',
  'sites.nav': 'Sites',
  'missions.title': 'Missions',
  'inspect.inspections': 'Inspections',
  'forms.title': 'Forms',
  'submissions.nav': 'Forms received',
  'queue.nav': 'Corrective actions',
  'order.orders': 'Orders',
  'lots.nav': 'Lots',
  'trace.nav': 'Trace',
  'sheets.title': 'Log sheets',
  'weigh.title': 'Weigh and tag',
  'tags.title': 'Tags',
  'operators.nav': 'Operators',
  'papers.nav': 'Papers',
  'desk.nav': 'Certificates',
  'verify-page.nav': 'Verify',
  'devices.nav': 'Telephones',
  'validity.nav': 'Reports',
  'places.nav': 'Places to settle',
  'collect.nav': 'ODK Collect',
  'lists.nav': 'Import sites',
  'rules.nav': 'Rules',
  'spellings.nav': 'IPIS spellings',
}
