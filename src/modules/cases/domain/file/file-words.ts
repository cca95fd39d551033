/*
Every command that can be given about one case, and every event that can be in it, as one list each. Areas keep their own words; here they only
meet, because one case is one subject of the log and one decision may touch all of it.
*/
import type { DomainEvent } from '../../../../kernel/decider.ts'
import { type Infer, type Schema, mustParse } from '../../../../kernel/schema.ts'
import { type AccessCommand, type AccessEvent, accessKinds } from '../access/access-words.ts'
import type { CaseFileCommand } from '../case/case.ts'
import type { CaseFileEvent } from '../case/case-file.ts'
import { assessmentKinds } from '../case/assessment-words.ts'
import { CaseMoved } from '../case/case-words.ts'
import { fieldKinds } from '../case/edit-conflict.ts'
import { type NoteCommand, type NoteEvent, noteKinds } from '../case/note.ts'
import { type AttachmentCommand, type AttachmentEvent, attachmentKinds } from '../attachments/attachment-words.ts'
import { planKinds } from '../case/plan.ts'
import { type BestInterestsCommand, type BestInterestsEvent, bestInterestsKinds } from '../children/best-interests-words.ts'
import { pauseKinds } from '../clocks/pause.ts'
import { consentKinds } from '../consent/consent-words.ts'
import type { DeterminationCommand } from '../identification/determination.ts'
import { type DeterminationEvent, determinationKinds } from '../identification/determination-words.ts'
import { type HandoverCommand, type HandoverEvent, handoverKinds } from '../handover/handover-words.ts'
import { type Hearing, type JusticeCommand, type JusticeEvent, justiceKinds } from '../justice/justice-track.ts'
import { type MediationCommand, type MediationEvent, mediationKinds } from '../livelihood/debt-mediation.ts'
import { type GrantCommand, type GrantEvent, grantKinds } from '../livelihood/grant.ts'
import { type ReturnCommand, type ReturnEvent, returnKinds } from '../livelihood/return.ts'
import { type ProfileCommand, type ProfileEvent, profileKinds } from '../profile/profile.ts'
import { type ReintegrationCommand, type ReintegrationEvent, reintegrationKinds } from '../livelihood/reintegration-words.ts'
import { referralKinds } from '../referral/referral-words.ts'
import { type RetentionCommand, type RetentionEvent, retentionKinds } from '../retention/shredding.ts'
import { type ScreeningCommand, type ScreeningEvent, screeningKinds } from '../screening/screening.ts'
import type { MeasureCommand, WitnessCommand, WitnessEvent } from '../witness/witness-words.ts'
import { witnessKinds } from '../witness/witness-words.ts'

/** Several of a case may be there at once: `thing` is which. */
export type ThingCommand =
  | { readonly about: 'grant'; readonly thing: string; readonly ask: GrantCommand }
  | { readonly about: 'return'; readonly thing: string; readonly ask: ReturnCommand }
  | { readonly about: 'debt'; readonly thing: string; readonly ask: MediationCommand }
  | { readonly about: 'justice'; readonly thing: string; readonly ask: JusticeCommand }
  | { readonly about: 'hearing'; readonly thing: string; readonly ask: Hearing }
  | { readonly about: 'best-interests'; readonly thing: string; readonly ask: BestInterestsCommand }
export type OneCommand =
  | CaseFileCommand
  | ThingCommand
  | { readonly about: 'access'; readonly ask: AccessCommand }
  | { readonly about: 'handover'; readonly ask: HandoverCommand }
  | { readonly about: 'profile'; readonly ask: ProfileCommand }
  | { readonly about: 'screening'; readonly ask: ScreeningCommand }
  | { readonly about: 'reintegration'; readonly ask: ReintegrationCommand }
  | { readonly about: 'identification'; readonly ask: DeterminationCommand }
  | { readonly about: 'note'; readonly ask: NoteCommand }
  | { readonly about: 'witness'; readonly ask: WitnessCommand }
  | { readonly about: 'measure'; readonly ask: MeasureCommand }
  | { readonly about: 'retention'; readonly ask: RetentionCommand }
  | { readonly about: 'attachment'; readonly ask: AttachmentCommand }
/** Decided one after the other, all or none: what a device did in one go, such as opening a case after a screening. */
export type FileCommand = { readonly all: readonly OneCommand[] }

export type ThingEvent = GrantEvent | ReturnEvent | MediationEvent | JusticeEvent | BestInterestsEvent
export type PersonEvent =
  | CaseFileEvent
  | ThingEvent
  | AccessEvent
  | HandoverEvent
  | ProfileEvent
  | ScreeningEvent
  | ReintegrationEvent
  | DeterminationEvent
  | NoteEvent
  | WitnessEvent
  | RetentionEvent
  | AttachmentEvent
/** The number of the thing that an event is about stands beside it. */
export interface FileEvent {
  readonly thing: string | null
  readonly event: PersonEvent
}

export const personKinds = {
  ...{ 'case.moved.v1': CaseMoved, ...fieldKinds, ...consentKinds, ...referralKinds, ...planKinds, ...pauseKinds, ...assessmentKinds },
  ...{ ...grantKinds, ...returnKinds, ...mediationKinds, ...justiceKinds, ...bestInterestsKinds },
  ...{ ...accessKinds, ...profileKinds, ...screeningKinds, ...determinationKinds, ...noteKinds, ...witnessKinds, ...retentionKinds },
  ...{ ...reintegrationKinds, ...attachmentKinds, ...handoverKinds },
} as const
type Kind = keyof typeof personKinds
const isKind = (kind: string): kind is Kind => Object.hasOwn(personKinds, kind)
const isPersonEvent = (event: DomainEvent): event is PersonEvent => isKind(event.kind)

/** What was sealed, read again: parsed by the schema of its kind. Throws on a kind that this program does not know. */
export function readPersonEvent(kind: string, payload: unknown): PersonEvent {
  if (!isKind(kind)) throw new Error(`a case knows no event of kind ${kind}`)
  const schema: Schema<unknown> = personKinds[kind]
  const event = { kind, payload: mustParse(schema, payload) }
  if (isPersonEvent(event)) return event
  throw new Error(`an event of kind ${kind} is none of a case`)
}
export type PayloadOf<K extends Kind> = Infer<(typeof personKinds)[K]>
