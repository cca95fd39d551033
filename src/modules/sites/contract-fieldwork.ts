/*
Sites, for whoever brings answers that do not say to which inspection they belong: a telephone with another program, a file from another
server. They ask what their sender's body is at work on, open what was not opened yet, and record; the rules are those of our own app.
*/
import type { Outcome } from '../../kernel/outcome.ts'
import type { DocumentRef } from '../documents/contract.ts'
import type { FormVersionRef } from '../forms/contract.ts'
import type { InspectionId, MissionId, SiteId } from './contract.ts'

/** A site as papers and people call it. */
export interface SiteNamed {
  readonly id: SiteId
  readonly name: string
  readonly aliases: readonly string[]
  readonly nationalId: string
  readonly icglrId: string | null
  readonly province: string | null
  readonly territoire: string | null
}
export interface MissionAtWork {
  readonly mission: MissionId
  /** `7/2026`, as people call it. */
  readonly reference: string
  readonly from: string
  readonly to: string
  readonly isInField: boolean
  readonly sites: readonly SiteNamed[]
  /** The member body for which the account speaks. */
  readonly by: string
}
export interface InspectionAtWork {
  readonly inspection: InspectionId
  readonly mission: MissionId | null
  readonly site: SiteNamed
  readonly date: string
  /** Answers still change the form; otherwise they are kept beside it and marked. */
  readonly isOpen: boolean
  readonly by: string
  /** When the newest answers of that body were given; absent where it gave none. */
  readonly newestAnswersAt?: string
}
export interface Fieldwork {
  readonly missions: readonly MissionAtWork[]
  readonly inspections: readonly InspectionAtWork[]
}

export interface AnswersBrought {
  readonly inspection: InspectionId
  readonly by: string
  readonly form: FormVersionRef
  readonly instance: string
  readonly xml: string
  readonly files: readonly { readonly name: string; readonly file: DocumentRef }[]
  /** Files that the answers name and that are not here. */
  readonly filesAwaited: number
  /** More of them are on their way. */
  readonly filesFollow: boolean
  readonly amends: { readonly instance: string; readonly reason: string } | null
}
export interface OpeningBrought {
  readonly mission: MissionId
  readonly site: SiteId
  readonly date: string
  readonly onSite: boolean
  readonly notVisitedReason: string | null
  readonly form: FormVersionRef
}

/** `Asked` is how a command is executed under its author's name: door, who, tenant, envelope. */
export interface FieldworkDoor<Tx, Asked> {
  /** Missions in the field, or that were on that day, and inspections that are open, or of that day: where this account's body sits. */
  readonly fieldwork: (
    tx: Tx,
    tenant: string,
    asker: { readonly account: string; readonly organisation: string | null; readonly on: string },
  ) => Promise<Fieldwork>
  /** The inspection has the id of the command. */
  readonly openInspection: (asked: Asked, opening: OpeningBrought) => Promise<Outcome<unknown>>
  readonly recordAnswers: (asked: Asked, answers: AnswersBrought) => Promise<Outcome<unknown>>
}
