/* The mines of one lot with share, bounds, days and standing at production; the hands; the papers. Positions are never finer than a tenth of a degree. */
import type { LotComposition } from '../../custody/contract-tracing.ts'
import type { ReportTable } from '../contract.ts'
import { table } from './lines.ts'
import type { ReportRecord } from './record.ts'
import { idOf } from './shipment-sums.ts'

/** Eleven kilometres: enough to see which hills, too little to find the pit. */
const coarse = (degrees: number): string => degrees.toFixed(1)

export function siteTable(given: Pick<ReportRecord, 'sites' | 'standings'>, composition: LotComposition): ReportTable {
  const rows = composition.sites.map((part) => {
    const known = given.sites.find(({ id }) => id === part.site)
    const place = known?.position ?? null
    const standings = part.standings.map(({ status, lots }) => `${status ?? '?'} (${lots})`).join(', ')
    return [
      ...[
        known?.name ?? part.siteName ?? part.site,
        known === undefined ? null : idOf(known),
        known?.country ?? null,
        known?.provinceName ?? null,
      ],
      place === null ? null : `${coarse(place.latitude)}, ${coarse(place.longitude)}`,
      ...[part.hundredthsOfPercent, part.amount.grams, part.least.grams, part.most.grams, `proven.${part.proven}`],
      ...[part.producedFrom, part.producedTo, standings === '' ? null : standings, part.withoutRight],
    ]
  })
  return table(
    'sites',
    [
      ['mine', 'text'],
      ['id', 'text', 'asked'],
      ['country', 'text', 'asked'],
      ['province', 'text', 'asked'],
      ['near', 'text'],
      ['share', 'share'],
      ['mass', 'grams'],
      ['least', 'grams'],
      ['most', 'grams'],
      ['proven', 'word'],
      ['produced-from', 'day', 'asked'],
      ['produced-until', 'day', 'asked'],
      ['standing', 'text', 'asked'],
      ['without-right', 'number'],
    ],
    rows,
    { from: ['tracing', 'sites'], who: 'mines', where: '/sites' },
  )
}

export const handTable = ({ hands }: LotComposition): ReportTable =>
  table(
    'hands',
    [
      ['body', 'text', 'asked'],
      ['since', 'day'],
      ['lots', 'number'],
    ],
    hands.map(({ name, since, lots }) => [name, since, lots]),
    { from: ['tracing'], who: 'custody' },
  )

export const paperTable = ({ papers }: LotComposition): ReportTable =>
  table(
    'papers',
    [
      ['paper', 'text'],
      ['kind', 'word'],
      ['from-day', 'day'],
      ['until-day', 'day'],
      ['lots', 'number'],
    ],
    papers.map(({ number, kind, validFrom, validUntil, lots }) => [number, `paper.${kind}`, validFrom, validUntil, lots]),
    { from: ['tracing'], who: 'custody' },
  )
