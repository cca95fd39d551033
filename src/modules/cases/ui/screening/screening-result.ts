/*
What leaves the form, as one object: codes in one part, words of the person in the other. The words are in clear in memory only; whoever sends them
seals them first, each for its vault. Of an interview that was not agreed to, or of which the person wanted nothing kept, only the tally leaves.
The coded part is worded as the domain keeps it (`domain/screening`, `domain/profile`), so that the server takes it as it is.
*/
import type { CaseType } from '../../domain/case/case-words.ts'
import type { AgeFacts } from '../../domain/identification/age.ts'
import type { Answer } from '../../domain/identification/answers.ts'
import type { Explanation } from '../../domain/identification/assess.ts'
import type { DebtResult } from '../../domain/identification/debt-worksheet.ts'
import type { FieldAnswer } from '../../domain/identification/field-questions.ts'
import type { Row } from '../../domain/identification/findings.ts'
import type { SalongoFacts } from '../../domain/identification/salongo.ts'
import type { ConsentForm, ExplainedItem, Flow, Kept, ScreeningTally, StopCode } from '../../domain/identification/screening-flow.ts'
import type { HarmPlace } from '../opening/harm-place.ts'
import type { Facts } from './draft-facts.ts'
import type {
  ContactChannel,
  DisabilityCode,
  DisplacementCode,
  GenderCode,
  ReferralAnswer,
  ServiceCode,
  SourceCode,
} from './screening-lists.ts'
import type { SiteEventType } from '../../domain/identification/site-events.ts'

export interface CodedScreening {
  readonly form: string
  readonly source: SourceCode
  /** As the worker chose, else as the answers have it; `null`: neither says, and the worker is asked. */
  readonly type: CaseType | null
  /** As `record-screening` has them. */
  readonly facts: readonly Facts[]
  readonly fieldAnswers: readonly FieldAnswer[]
  /** A reason to disagree travels sealed, as `sealed.reason`. */
  readonly opinion: { readonly agrees: boolean; readonly own: Row | null } | null
  readonly version: 'adult' | 'child'
  readonly isComplete: boolean
  readonly minutes: number
  readonly heldAt: string
  /** As this device computed it; the server computes it again from the facts. */
  readonly explanations: readonly Explanation[]
  readonly outcome: { readonly stop: StopCode | null; readonly keeps: Kept; readonly skipped: Flow['skipped'] }
  readonly profile: {
    readonly age: AgeFacts
    readonly gender: GenderCode
    /** Three letters each. */
    readonly citizenship: readonly string[]
    readonly languages: readonly string[]
    readonly displacement: DisplacementCode
    readonly disability: DisabilityCode
    readonly accompanied: Answer
  }
  readonly harmPlace: HarmPlace
  /** Where the work is; `null`: not said. */
  readonly workedAt: { readonly site: string | null; readonly area: string | null } | null
  readonly interview: {
    readonly language: string
    readonly interpreter: 'none' | 'not-signed' | 'signed-confidentiality'
    readonly explained: readonly ExplainedItem[]
    readonly consentForm: ConsentForm | null
    readonly safeTelephone: Answer
    readonly immediateDanger: Answer
    readonly dangerSettled: boolean
    readonly wishesS6: Answer
  }
  /** Lists of ours: how far the person came, who proposed the work, tasks, how long. */
  readonly lists: { readonly [question: string]: readonly string[] }
  readonly salongo: SalongoFacts | null
  readonly debt: DebtResult | null
  /** What the site may be told of later, without the person. */
  readonly noticed: readonly SiteEventType[]
  /** An instant; the medical time limits run from it. */
  readonly violenceAt: string | null
  readonly referrals: readonly { readonly service: ServiceCode; readonly answer: ReferralAnswer }[]
  /** As `SafeContact` has it, without what is sealed. */
  readonly contact: {
    readonly channel: ContactChannel
    readonly times?: readonly { readonly weekday: number; readonly fromMinute: number; readonly toMinute: number }[]
    readonly zone: string
    readonly hasCodeWord: boolean
    readonly mayLeaveMessage: boolean
    readonly mayOthersAnswer: boolean
  }
}
/** In clear, in memory, until they are sealed: identity and safeContact for the vault of identity, the others for the narrative's. */
export interface SealedTexts {
  readonly identity?: string
  readonly safeContact?: string
  readonly story?: string
  readonly wishes?: string
  readonly reason?: string
}
export interface ScreeningResult {
  /** The same for every attempt to send it. */
  readonly sendAs: string
  /** The code of the case that it opens: drawn on the device, the same for every attempt. */
  readonly subject: string
  readonly coded: CodedScreening | null
  readonly sealed: SealedTexts
  readonly tally: ScreeningTally | null
}
export interface ScreeningReceipt {
  /** The code of the case; says nothing of the person. `null`: only counted. */
  readonly code: string | null
  /** It lies on this telephone until the line is back. */
  readonly waits: boolean
  /** Where it goes on, for who works on the case; absent for who only sends. */
  readonly open?: string
}
/** Who sends, and to which body, where it is not the own one. */
export interface Sender {
  readonly account: string
  readonly organisation: string | null
  readonly worksCases: boolean
  readonly receiver: string
}
export type SubmitScreening = (result: ScreeningResult, sender: Sender) => Promise<ScreeningReceipt>

export type SubmitFault = 'needs-own-key' | 'needs-receiver' | 'receiver-has-no-key'
/** What only the person can put right before anything is sent. */
export class SubmitTrouble extends Error {
  readonly fault: SubmitFault
  constructor(fault: SubmitFault) {
    super(fault)
    this.fault = fault
  }
}
