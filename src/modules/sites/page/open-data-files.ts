/*
The open data as files. Headings are fixed English names for machines; each line says of which day it is and by what knowledge. A text
that a spreadsheet would run as a formula is kept as text. GeoJSON without positions: they are not public.
*/
import type { PublicDay, PublicOrders, PublicRow } from '../domain/register/public-register.ts'
import { isOver, shownEnd } from '../domain/status/lapse.ts'

const SOURCE = 'Chanzo public register; third-party reports: bodies named there, IPIS (ODC-BY 1.0) among them'
type Value = string | number | boolean | null

const siteFields = ({ nationalId, name, province, territoire, minerals, standing, lastVisitOn }: PublicRow, day: PublicDay) => ({
  national_id: nationalId,
  name,
  province: province?.name ?? null,
  province_code: province?.code ?? null,
  territoire: territoire?.name ?? null,
  territoire_code: territoire?.code ?? null,
  minerals: minerals.join(' '),
  status: standing.shown,
  basis: standing.basis,
  status_since: standing.since,
  status_ends: shownEnd(standing),
  lapsed: isOver(standing),
  held: standing.held,
  order_number: standing.orderNumber,
  order_signed_on: standing.orderSignedOn,
  last_visit_on: lastVisitOn,
  as_of: day.asOf,
  known_at: day.knownAt,
  source: SOURCE,
})

export const publicSitesCsv = (rows: readonly PublicRow[], day: PublicDay): string =>
  csv(
    rows.map((row) => siteFields(row, day)),
    siteHeads,
  )
const siteHeads = Object.keys(
  siteFields(
    {
      nationalId: '',
      name: '',
      province: null,
      territoire: null,
      minerals: [],
      lastVisitOn: null,
      standing: {
        shown: 'none',
        lapse: null,
        colour: 'none',
        internal: 'NONE',
        basis: 'none',
        since: null,
        validUntil: null,
        lapsed: false,
        daysLeft: null,
        orderNumber: null,
        orderSignedOn: null,
        held: false,
      },
    },
    { asOf: '', knownAt: '' },
  ),
)

export const publicSitesGeoJson = (rows: readonly PublicRow[], day: PublicDay): string =>
  JSON.stringify({
    type: 'FeatureCollection',
    name: 'sites',
    as_of: day.asOf,
    known_at: day.knownAt,
    source: SOURCE,
    note: 'Positions of sites are not public: geometry is null. Join territoire_code (OCHA p-codes) to boundaries.',
    features: rows.map((row) => ({ type: 'Feature', geometry: null, properties: siteFields(row, day) })),
  })

const orderHeads = [
  'number',
  'kind',
  'signed_on',
  'effective_from',
  'until',
  'sites',
  'published_on',
  'publication_reference',
  'annulled_on',
  'as_of',
  'known_at',
  'source',
]
export const publicOrdersCsv = ({ orders, asOf, knownAt }: PublicOrders): string =>
  csv(
    orders.map((order) => ({
      number: order.number,
      kind: order.orderKind,
      signed_on: order.signedOn,
      effective_from: order.effectiveFrom,
      until: order.until,
      sites: order.sites,
      published_on: order.publishedOn,
      publication_reference: order.publicationReference,
      annulled_on: order.annulledOn,
      as_of: asOf,
      known_at: knownAt,
      source: SOURCE,
    })),
    orderHeads,
  )

function csv(rows: readonly { readonly [name: string]: Value }[], heads: readonly string[]): string {
  const lines = [heads.join(','), ...rows.map((row) => heads.map((head) => cell(row[head] ?? null)).join(','))]
  return `\uFEFF${lines.join('\r\n')}\r\n`
}
function cell(value: Value): string {
  if (value === null) return ''
  if (typeof value !== 'string') return String(value)
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
