/* What the entries are called that only the menu of a desk has, in English. */
import type { menuDeskFr } from './menu-desk-fr.ts'

export const menuDeskEn: { readonly [Key in keyof typeof menuDeskFr]: string } = {
  'forms.title': 'Forms',
  'submissions.nav': 'Forms received',
  'trace.nav': 'Trace',
  'sheets.title': 'Log sheets',
  'hits.nav': 'Findings',
  'exporters.nav': 'Exporters',
  'risks.nav': 'Risks',
  'figures.nav': 'Safe figures',
  'reports.nav': 'Reports to write',
  'keys.nav': 'Keys',
  'blocks.nav': 'Blocks',
  'voices.nav': 'Reports',
  'voice-in.nav': 'Type in a report',
  'safety.nav': 'Safety',
  'webhooks.nav': 'Webhooks',
  'validity.nav': 'Reports',
  'places.nav': 'Places to settle',
  'collect.nav': 'ODK Collect',
  'epcis.nav': 'EPCIS',
  'lists.nav': 'Import sites',
  'chain.nav': 'Import sheets',
  'htcds.nav': 'Take over files',
  'rules.nav': 'Rules',
  'spellings.nav': 'IPIS spellings',
}
