/* What the public register may say of many sites and of orders: what these shapes have no field for cannot reach a page or a file. */
import type { StandingShort } from './answers.ts'
import type { Mineral } from '../../contract-observations.ts'

export interface PublicArea {
  readonly code: string
  readonly name: string
}
export interface PublicRow {
  readonly nationalId: string
  readonly name: string
  readonly province: PublicArea | null
  readonly territoire: PublicArea | null
  readonly minerals: readonly Mineral[]
  readonly standing: StandingShort
  readonly lastVisitOn: string | null
}
/** When it is true, and by what knowledge. */
export interface PublicDay {
  readonly asOf: string
  readonly knownAt: string
}
export interface PublicSearch {
  readonly text: string
  readonly province: string
  readonly mineral: string
  readonly colour: string
  readonly page: number
}
export interface PublicList extends PublicDay {
  readonly search: PublicSearch
  readonly provinces: readonly PublicArea[]
  /** Of the whole register. */
  readonly total: number
  readonly found: number
  readonly pages: number
  readonly rows: readonly PublicRow[]
}
export interface PublicOrder {
  readonly id: string
  readonly number: string
  readonly orderKind: 'validation' | 'red_listing' | 'extension' | 'withdrawal' | 'derogation'
  readonly signedOn: string
  readonly effectiveFrom: string
  readonly until: string | null
  readonly publishedOn: string | null
  readonly publicationReference: string | null
  readonly annulledOn: string | null
  readonly legalBasis: readonly string[]
  readonly sites: number
}
export interface PublicOrders extends PublicDay {
  readonly orders: readonly PublicOrder[]
}
export interface PublicOrderPage extends PublicDay {
  readonly order: PublicOrder
  /** For who holds a printed sheet: the one printed now, and those of sheets printed before. */
  readonly fingerprint: string
  readonly earlierFingerprints: readonly string[]
  readonly annex: readonly { readonly nationalId: string; readonly name: string; readonly colour: 'green' | 'yellow' | 'red' }[]
}
