/* The shapes in which commands about a case arrive: each area's own, under the name of the area. What is not a code, a number, a day or ciphertext is refused here. */
import { exactly, listOf, record, taggedBy } from '../../../../kernel/schema.ts'
import { ThingId } from '../codes.ts'
import { AccessCommand } from '../access/access-words.ts'
import { AttachmentCommand } from '../attachments/attachment-words.ts'
import { AssessmentCommand } from '../case/assessment-words.ts'
import { CaseCommand } from '../case/case-words.ts'
import { FieldCommand } from '../case/edit-conflict.ts'
import { NoteCommand } from '../case/note.ts'
import { PlanCommand } from '../case/plan.ts'
import { BestInterestsCommand } from '../children/best-interests-words.ts'
import { PauseCommand } from '../clocks/pause.ts'
import { ConsentCommand } from '../consent/consent-words.ts'
import { HandoverCommand } from '../handover/handover-words.ts'
import { Determine, NoteDetermination, Presume, Review, Screen } from '../identification/determination-words.ts'
import { HearingSet, JusticeCommand } from '../justice/justice-track.ts'
import { MediationCommand } from '../livelihood/debt-mediation.ts'
import { GrantCommand } from '../livelihood/grant.ts'
import { ReturnCommand } from '../livelihood/return.ts'
import { ProfileCommand } from '../profile/profile.ts'
import { ReintegrationCommand } from '../livelihood/reintegration-words.ts'
import { ReferralCommand } from '../referral/referral-words.ts'
import { RetentionCommand } from '../retention/shredding.ts'
import { ScreeningCommand } from '../screening/screening.ts'
import { MeasureCommand, WitnessCommand } from '../witness/witness-words.ts'

const thing = ThingId
const IdentificationCommand = taggedBy('type', [
  Screen.extend({ type: exactly('screen') }),
  Presume.extend({ type: exactly('presume') }),
  Review.extend({ type: exactly('review') }),
  Determine.extend({ type: exactly('determine') }),
  NoteDetermination.extend({ type: exactly('note-determination') }),
])
const { on, needsPerson, note } = HearingSet.shape
export const OneCommandWire = taggedBy('about', [
  record({ about: exactly('case'), ask: CaseCommand }),
  record({ about: exactly('consent'), ask: ConsentCommand }),
  record({ about: exactly('referral'), ask: ReferralCommand }),
  record({ about: exactly('plan'), ask: PlanCommand }),
  record({ about: exactly('clock'), ask: PauseCommand }),
  record({ about: exactly('field'), ask: FieldCommand }),
  record({ about: exactly('assessment'), ask: AssessmentCommand }),
  record({ about: exactly('access'), ask: AccessCommand }),
  record({ about: exactly('handover'), ask: HandoverCommand }),
  record({ about: exactly('profile'), ask: ProfileCommand }),
  record({ about: exactly('screening'), ask: ScreeningCommand }),
  record({ about: exactly('reintegration'), ask: ReintegrationCommand }),
  record({ about: exactly('identification'), ask: IdentificationCommand }),
  record({ about: exactly('note'), ask: NoteCommand }),
  record({ about: exactly('witness'), ask: WitnessCommand }),
  record({ about: exactly('measure'), ask: MeasureCommand }),
  record({ about: exactly('retention'), ask: RetentionCommand }),
  record({ about: exactly('attachment'), ask: AttachmentCommand }),
  record({ about: exactly('grant'), thing, ask: GrantCommand }),
  record({ about: exactly('return'), thing, ask: ReturnCommand }),
  record({ about: exactly('debt'), thing, ask: MediationCommand }),
  record({ about: exactly('justice'), thing, ask: JusticeCommand }),
  record({ about: exactly('hearing'), thing, ask: record({ on, needsPerson, note }) }),
  record({ about: exactly('best-interests'), thing, ask: BestInterestsCommand }),
])
export const CommandsWire = listOf(OneCommandWire, 40).min(1, 'too-few')
