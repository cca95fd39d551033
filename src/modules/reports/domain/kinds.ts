/*
The kinds of report as data: what a kind is about, what must be said to open one, which texts its author writes, by which rule, with its
mark. The fillers stand beside, one file a kind; all of them give the same shape.
*/
import type { Mark, ReportKind, ReportSection } from '../contract.ts'
import { annexRisks } from './annex-risks.ts'
import { euShipment } from './eu-shipment.ts'
import { exportMirror } from './export-mirror.ts'
import { mineList } from './mine-list.ts'
import { oecdAnnual } from './oecd-annual.ts'
import type { ReportRecord } from './record.ts'
import { siteShare } from './site-share.ts'

interface KindOfReport {
  /** What the record must be gathered for. */
  readonly about: 'period' | 'shipment'
  readonly source: string
  readonly mark: Mark
  readonly fill: (given: ReportRecord) => readonly ReportSection[]
  /** Sections in which the author writes. */
  readonly texts: readonly string[]
}
const OECD = 'OECD Due Diligence Guidance for Responsible Supply Chains of Minerals, five steps'

export const KINDS: { readonly [Kind in ReportKind]: KindOfReport } = {
  'oecd-annual': {
    ...{ about: 'period', source: OECD, mark: 'V', fill: oecdAnnual },
    texts: ['step-1', 'step-2', 'step-3', 'step-4', 'step-5'],
  },
  'annex-risks': { about: 'period', source: `${OECD}, Annex II; six months: from memory`, mark: 'U', fill: annexRisks, texts: ['annex'] },
  'eu-shipment': {
    ...{ about: 'shipment', source: 'Regulation (EU) 2017/821, articles 4 and 5; wording unverified', mark: 'U', fill: euShipment },
    texts: ['eu-remarks'],
  },
  'mine-list': { about: 'period', source: 'own layout with the fields that RMI templates ask for', mark: 'D', fill: mineList, texts: [] },
  'export-mirror': {
    about: 'period',
    source: 'own layout; statistics as their publisher has them',
    mark: 'D',
    fill: exportMirror,
    texts: ['mirror-reasons'],
  },
  'site-share': {
    about: 'shipment',
    source: 'own layout; shares and bounds as tracing proves them',
    mark: 'D',
    fill: siteShare,
    texts: ['share-remarks'],
  },
}
