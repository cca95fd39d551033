/* What is known of one case, area by area, and which area an event belongs to. */
import type { Access } from '../access/access.ts'
import type { AccessEvent } from '../access/access-words.ts'
import { accessKinds } from '../access/access-words.ts'
import type { Attachments } from '../attachments/attachment.ts'
import { type AttachmentEvent, attachmentKinds } from '../attachments/attachment-words.ts'
import type { CaseFile } from '../case/case-file.ts'
import { type NoteEvent, type Notes, noteKinds } from '../case/note.ts'
import { bestInterestsKinds } from '../children/best-interests-words.ts'
import type { MaybeDetermination } from '../identification/determination.ts'
import { type DeterminationEvent, determinationKinds } from '../identification/determination-words.ts'
import type { Handover } from '../handover/handover-words.ts'
import { type HandoverEvent, handoverKinds } from '../handover/handover-words.ts'
import { justiceKinds } from '../justice/justice-track.ts'
import { mediationKinds } from '../livelihood/debt-mediation.ts'
import { grantKinds } from '../livelihood/grant.ts'
import { returnKinds } from '../livelihood/return.ts'
import type { Rounds } from '../livelihood/reintegration-words.ts'
import type { Profile } from '../profile/profile.ts'
import { type Retention, type RetentionEvent, retentionKinds } from '../retention/shredding.ts'
import type { Screenings } from '../screening/screening.ts'
import type { Witness } from '../witness/witness.ts'
import { type WitnessEvent, witnessKinds } from '../witness/witness-words.ts'
import type { PersonEvent, ThingEvent } from './file-words.ts'
import type { Things } from './things.ts'

export interface CaseWhole {
  readonly file: CaseFile
  readonly access: Access
  /** To another body, while its answer is waited for. */
  readonly handover: Handover
  readonly profile: Profile | null
  readonly screenings: Screenings
  readonly determination: MaybeDetermination
  readonly notes: Notes
  readonly witness: Witness
  readonly retention: Retention
  readonly things: Things
  /** How the person fared, by month. */
  readonly rounds: Rounds
  readonly attachments: Attachments
}

const thingKinds = { ...grantKinds, ...returnKinds, ...mediationKinds, ...justiceKinds, ...bestInterestsKinds }
const isIn = (kinds: object, { kind }: PersonEvent): boolean => Object.hasOwn(kinds, kind)
export const isThingEvent = (event: PersonEvent): event is ThingEvent => isIn(thingKinds, event)
export const isAccessEvent = (event: PersonEvent): event is AccessEvent => isIn(accessKinds, event)
export const isHandoverEvent = (event: PersonEvent): event is HandoverEvent => isIn(handoverKinds, event)
export const isDeterminationEvent = (event: PersonEvent): event is DeterminationEvent => isIn(determinationKinds, event)
export const isAttachmentEvent = (event: PersonEvent): event is AttachmentEvent => isIn(attachmentKinds, event)
export const isWitnessEvent = (event: PersonEvent): event is WitnessEvent => isIn(witnessKinds, event)
export const isRetentionEvent = (event: PersonEvent): event is RetentionEvent => isIn(retentionKinds, event)
/** What only the readers of a witness are told of. */
export const isOfWitness = (event: PersonEvent): boolean =>
  isWitnessEvent(event) || (isAttachmentEvent(event) && event.payload.vault === 'witness')
export const isNoteEvent = (event: PersonEvent): event is NoteEvent => isIn(noteKinds, event)
