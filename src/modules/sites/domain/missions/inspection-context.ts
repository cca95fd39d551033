/* What a decision about an inspection must know beyond its own past; the server gathers it, a telephone knows as much of it as it carries. */
import type { Outcome } from '../../../../kernel/outcome.ts'
import type { FormValue, FormVersionRef } from '../../../forms/contract.ts'
import type { Member } from './mission.ts'
import type { Speaker } from './team.ts'

export interface InspectionContext {
  readonly speaker: Speaker
  /** Who signed so far, by account: the log knows the actor of each event, the payload does not repeat it. */
  readonly signers: readonly string[]
  /** Whether the sender reviews inspections or plans missions. */
  readonly mayReview: boolean
  readonly siteKnown: boolean
  readonly outsideTerritory: { readonly place: string } | null
  /** The named mission of a form that opens, else the mission of the form; `null` when there is none. */
  readonly mission: {
    readonly phase: string
    readonly members: readonly Member[]
    readonly visitsSite: boolean
    readonly startedOn: string | null
    readonly closedOn: string | null
  } | null
  /** Criteria violated at the last accepted inspection, when it ended yellow. */
  readonly previousYellow: readonly string[]
  readonly rulebook: { readonly id: string; readonly hash: string }
  readonly yellowMonths: number
  /** The version that the team fills in: the one named, else the newest; `null` when no form is published. */
  readonly form: FormVersionRef | null
  /** For answers: what stands in them, or why they cannot be read; and which of the named files have not arrived. */
  readonly submission: { readonly values: Outcome<readonly FormValue[]>; readonly missingFiles: number } | null
  readonly today: string
  readonly newId: () => string
}
