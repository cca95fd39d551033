/* The same in English. */
import type { menuFr } from './menu-fr.ts'

export const menuEn: { readonly [Key in keyof typeof menuFr]: string } = {
  'map.nav': 'Map',
  'sites.nav': 'Sites',
  'missions.title': 'Missions',
  'inspect.inspections': 'Inspections',
  'queue.nav': 'Corrective actions',
  'order.orders': 'Orders',
  'lots.nav': 'Lots',
  'gold.nav': 'Gold',
  'weigh.title': 'Weigh and tag',
  'incidents.nav': 'Incidents',
  'incident-new.nav': 'Report',
  'interview.nav': 'Interview',
  'directory.nav': 'Directory',
  'keys.nav': 'My key',
  'keys.desk.nav': 'Key shares',
  'keys.naming.nav': 'Custodians',
  'signals.nav': 'Signals',
  'tags.title': 'Tags',
  'operators.nav': 'Operators',
  'papers.nav': 'Papers',
  'desk.nav': 'Certificates',
  'provisional.nav': 'Provisional',
  'verify-page.nav': 'Verify',
  'devices.nav': 'Telephones',
}
