/* Sums over shipments that several kinds of report print: by mineral, by buyer, by mine. Whole grams; what no mine answers for stays beside. */
import type { Mineral } from '../../sites/contract.ts'
import type { SourceList, SourceMine } from '../contract.ts'
import type { ReportRecord, Shipment } from './record.ts'

export const sumGrams = (of: readonly { readonly massGrams: number }[]): number => of.reduce((sum, { massGrams }) => sum + massGrams, 0)
/** A certificate that was revoked or replaced carried nothing. */
export const counts = ({ status }: Shipment): boolean => status !== 'revoked' && status !== 'replaced'

/** Hundredths of a percent that a mine answers for, over all that could be traced; `null` where nothing could. */
export function tracedShare(shipments: readonly Shipment[]): number | null {
  const traced = shipments.flatMap(({ composition }) => (composition === null ? [] : [composition]))
  const whole = traced.reduce((sum, { mass }) => sum + mass.grams, 0)
  if (whole === 0) return null
  const known = traced.reduce((sum, { mass, unexplained }) => sum + mass.grams - unexplained.total.grams, 0)
  return Math.round((known / whole) * 10_000)
}

type Identified = Pick<ReportRecord['sites'][number], 'icglrId' | 'nationalId'>
/** An ICGLR identifier that spells a position out is shortened for who reads a report, and a shortened one names no mine. */
export const hasWholeIcglrId = ({ icglrId }: Identified): boolean => icglrId !== null && !icglrId.includes('…')
export const idOf = (site: Identified): string => (hasWholeIcglrId(site) ? (site.icglrId ?? site.nationalId) : site.nationalId)

interface Mine {
  readonly site: string
  readonly mineral: Mineral
  grams: number
}
/** What of these shipments came from which mine; the whole of a mineral is the mass of its traced shipments. */
export function minesOf(
  given: Pick<ReportRecord, 'sites'>,
  shipments: readonly Shipment[],
): {
  readonly mines: readonly SourceMine[]
  readonly unknown: SourceList['unknown']
} {
  const mines = new Map<string, Mine>()
  const [wholes, unknown] = [new Map<Mineral, number>(), new Map<Mineral, number>()]
  for (const { composition } of shipments) {
    if (composition === null) continue
    const { mineral, mass, unexplained } = composition
    wholes.set(mineral, (wholes.get(mineral) ?? 0) + mass.grams)
    if (unexplained.total.grams > 0) unknown.set(mineral, (unknown.get(mineral) ?? 0) + unexplained.total.grams)
    for (const { site, amount } of composition.sites) {
      const key = `${mineral} ${site}`
      const mine = mines.get(key) ?? { site, mineral, grams: 0 }
      mines.set(key, { ...mine, grams: mine.grams + amount.grams })
    }
  }
  const named = [...mines.values()]
    .toSorted((a, b) => b.grams - a.grams)
    .map(({ site, mineral, grams }) => {
      const known = given.sites.find(({ id }) => id === site)
      return {
        ...{ name: known?.name ?? site, siteId: known === undefined ? site : idOf(known), mineral, grams },
        idSource: known === undefined ? 'Chanzo' : hasWholeIcglrId(known) ? 'ICGLR' : 'national',
        country: known?.country ?? 'CD',
        province: known?.provinceName ?? null,
        hundredthsOfPercent: Math.round((grams / Math.max(1, wholes.get(mineral) ?? 0)) * 10_000),
      }
    })
  return { mines: named, unknown: [...unknown].map(([mineral, grams]) => ({ mineral, grams })) }
}

export interface Buyer {
  readonly name: string
  readonly country: string | null
  readonly mineral: Mineral
  readonly shipments: readonly Shipment[]
}
export const buyersOf = (shipments: readonly Shipment[]): readonly Buyer[] =>
  [...Map.groupBy(shipments, (one) => `${one.importerName}\u0000${one.mineral}`).values()].flatMap((group) => {
    const [first] = group
    return first === undefined
      ? []
      : [
          {
            ...{ name: first.importerName, mineral: first.mineral, shipments: group },
            country: group.find(({ dossier }) => dossier !== null)?.dossier?.terms.importer.country ?? null,
          },
        ]
  })
