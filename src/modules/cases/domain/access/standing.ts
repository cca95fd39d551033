/*
How somebody stands to a case, and what they may ask of it. A table and no ladder: a supervisor approves and does not read what is sealed, who
protects data holds and counts and does not work, a receiving body answers what was sent to it. Whoever stands nowhere is told what is told of a case
that does not exist.
*/
import type { OneCommand } from '../file/file-words.ts'
import type { CaseFile } from '../case/case-file.ts'
import { isTaker } from '../handover/handover.ts'
import type { Handover } from '../handover/handover-words.ts'
import { OF_THE_TEAM } from '../justice/liaison.ts'
import { recipientReads } from '../referral/referral-machine.ts'
import { type Access, memberOf } from './access.ts'
import type { MemberAs } from './access-words.ts'

/** `round`: the program by its clocks. `opening`: there is no case yet. */
export type Standing =
  | 'owner'
  | 'member'
  | 'guest'
  | 'witness-reader'
  | 'supervisor'
  | 'protector'
  | 'recipient'
  /** A named body that was sent the case and may be told who it is: it answers, and says what it determined. */
  | 'determiner'
  /** Of a body of justice or legal aid that took the referral on and may be reported to: it follows the complaint. */
  | 'liaison'
  /** Of the body that the case was offered to, with keys waiting: says yes or no, and sees no more than the offer. */
  | 'taker'
  | 'opening'
  | 'round'
  | 'none'
export interface Asker {
  readonly account: string
  readonly organisation: string | null
  readonly may: (capability: 'cases.supervise' | 'cases.protect-data' | 'cases.receive') => boolean
  readonly now: string
}

interface Stood {
  readonly file: CaseFile
  readonly access: Access
  readonly handover?: Handover
}
export function standingOf({ file, access, handover }: Stood, asker: Asker): Standing {
  if (file.standing.at === null) return 'opening'
  const member = memberOf(access, asker.account)
  if (member && (member.until === null || asker.now < member.until)) return fromMember[member.as]
  const isOurs = asker.organisation !== null && asker.organisation === file.organisation
  if (isOurs && asker.may('cases.supervise')) return 'supervisor'
  if (isOurs && asker.may('cases.protect-data')) return 'protector'
  if (isTaker(handover, asker)) return 'taker'
  const isSent = [...file.referrals.values()].some((one) => one.recipient === asker.organisation && recipientReads(one.state))
  return isSent && asker.may('cases.receive') ? 'recipient' : 'none'
}
const fromMember: { readonly [As in MemberAs]: Standing } = {
  ...{ owner: 'owner', worker: 'member', supervisor: 'supervisor', 'handed-over': 'member' },
  ...{ 'break-glass': 'guest', 'witness-reader': 'witness-reader' },
}

type About = OneCommand['about']
const WORK: readonly About[] = [
  ...(['case', 'consent', 'referral', 'plan', 'clock', 'field', 'assessment', 'access', 'profile', 'screening'] as const),
  'handover',
  ...([
    'identification',
    'note',
    'grant',
    'return',
    'debt',
    'reintegration',
    'justice',
    'hearing',
    'best-interests',
    'retention',
    'attachment',
  ] as const),
]
/** How to reach the person comes with the first message: whoever opens it may never be able to say it again. */
const OPENING: readonly About[] = ['case', 'access', 'profile', 'screening', 'consent', 'field', 'identification', 'attachment']
const may: { readonly [S in Standing]: readonly About[] } = {
  owner: [...WORK, 'witness'],
  member: [...WORK, 'witness'],
  // Broken glass is for reading.
  guest: [],
  'witness-reader': ['access', 'witness', 'measure', 'justice', 'hearing', 'note', 'attachment'],
  supervisor: WORK,
  protector: ['access', 'retention', 'consent'],
  recipient: ['referral'],
  determiner: ['referral', 'identification'],
  liaison: ['referral', 'justice', 'hearing'],
  taker: ['handover'],
  opening: OPENING,
  round: [...WORK, 'witness', 'measure'],
  none: [],
}
/** Who supervises approves, assigns and reviews; what a person said and what is done with them is recorded by the team. Others: every step. */
const SUPERVISED: { readonly [A in About]?: readonly string[] } = {
  ...{
    case: ['no-eligibility', 'approve-plan', 'return-plan', 'approve-closure', 'reject-closure', 'accept-transfer', 'reopen'],
    consent: ['approve-best-interests', 'override', 'confirm-override'],
    assessment: ['assign-owner', 'supervise'],
    access: ['join', 'leave', 'keep-text', 'ask-break-glass', 'approve-break-glass', 'decline-break-glass'],
    grant: ['approve', 'send-back'],
    referral: ['revoke', 'send', 'allow-file'],
    retention: ['shred'],
    handover: ['take-back'],
  },
  ...{
    plan: [],
    field: [],
    profile: [],
    screening: [],
    note: [],
    return: [],
    debt: [],
    reintegration: [],
    hearing: [],
    justice: [],
    attachment: [],
  },
}
/** Who protects data asks for and answers emergency access; whom a case is handed to and under which keys is for others. */
const PROTECTED_ACCESS: readonly string[] = ['keep-text', 'ask-break-glass', 'approve-break-glass', 'decline-break-glass']
/** Who does not read a case writes one thing into it: why they ask to. */
const writesReason = (command: OneCommand): boolean =>
  command.about === 'access' &&
  command.ask.step === 'keep-text' &&
  command.ask.sealed.slot === 'reason' &&
  command.ask.sealed.vault !== 'witness' &&
  command.ask.replaces === undefined
/** The witness has readers of their own; the team only opens the vault with the first of them. */
const WITNESS_OPENED: readonly string[] = ['open']
/** By the clocks of the program alone. */
const OF_THE_ROUND: readonly string[] = [
  ...['cut-expired', 'lapse-override', 'expire', 'fall-due', 'end-break-glass', 'archive', 'shred'],
  ...['destroy-consent-evidence', 'destroy-witness-key'],
]
const stepOf = (command: OneCommand): string => ('step' in command.ask ? command.ask.step : 'type' in command.ask ? command.ask.type : '')
/** Of an offer of the whole case: for the body that it was offered to. */
const ANSWERS: readonly string[] = ['accept', 'decline']
/** Erasure that the person wished is done at once, by hand. */
const BY_HAND_TOO: readonly string[] = ['shred']

export function mayAsk(standing: Standing, command: OneCommand): boolean {
  if (!may[standing].includes(command.about)) return false
  const step = stepOf(command)
  if (standing === 'determiner' && command.about === 'identification') return step === 'determine'
  if (standing === 'round') return true
  if (standing === 'liaison' && command.about === 'justice') return !OF_THE_TEAM.includes(command.ask.step)
  // Who offers does not answer, and who answers offers nothing.
  if (command.about === 'handover' && ANSWERS.includes(step) !== (standing === 'taker')) return false
  if (standing === 'supervisor' && !(SUPERVISED[command.about]?.includes(step) ?? true)) return false
  if (standing === 'protector' && command.about === 'access' && !PROTECTED_ACCESS.includes(step)) return false
  if ((standing === 'supervisor' || standing === 'protector') && step === 'keep-text' && !writesReason(command)) return false
  if (command.about === 'witness' && standing !== 'witness-reader' && !WITNESS_OPENED.includes(step)) return false
  // That it was screened is told with the screening; what is presumed and decided is not.
  if (standing === 'opening' && command.about === 'identification') return step === 'screen'
  if (!OF_THE_ROUND.includes(step)) return true
  return BY_HAND_TOO.includes(step) && (standing === 'owner' || standing === 'supervisor' || standing === 'protector')
}
