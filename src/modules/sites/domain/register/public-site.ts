/* What a stranger may know of a site: what this shape has no field for cannot reach the public page. */
import type { StandingShort } from './answers.ts'
import type { Mineral } from '../../contract-observations.ts'

export interface PublicSite {
  readonly name: string
  readonly nationalId: string
  readonly province: string | null
  readonly territoire: string | null
  /** The place is what papers state, since no position computes to one. */
  readonly placeIsStated: boolean
  readonly minerals: readonly Mineral[]
  readonly standing: StandingShort
  readonly orderPublishedOn: string | null
  readonly reportedBy: string | null
  readonly lastVisitOn: string | null
  readonly rulebook: { readonly id: string; readonly title: string }
  /** The record that stands for this one since they were merged. */
  readonly mergedInto: { readonly name: string; readonly nationalId: string } | null
  readonly asOf: string
  readonly knownAt: string
}
