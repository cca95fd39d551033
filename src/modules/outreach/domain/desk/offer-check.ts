/*
What speaks against a job offer, and what to do about it (D, after the questions that resource centres ask). Every flag leads to its own advice; what the register knows of the recruiter is a
flag too. The result is never "safe": where no flag was found it says that none was found, and what to keep. Pure, and stored nowhere.
*/
import type { RecruiterLine } from '../../contract-desk.ts'

/** Asked of the offer, in the order of asking. The first ones alone are enough to say: do not leave. */
export const offerQuestions = [
  ...(['passport-kept', 'debt', 'secret', 'mine-camp', 'tourist-visa', 'fee', 'no-contract', 'other-language'] as const),
  ...(['no-address', 'too-good', 'leave-at-once', 'paid-later'] as const),
] as const
export type OfferQuestion = (typeof offerQuestions)[number]
export const recruiterFlags = ['recruiter-warned', 'no-licence', 'complaints', 'not-in-register'] as const
export type OfferFlag = OfferQuestion | (typeof recruiterFlags)[number]

const GRAVE: readonly OfferFlag[] = ['passport-kept', 'debt', 'secret', 'mine-camp', 'tourist-visa', 'recruiter-warned', 'no-licence']
export type OfferVerdict = 'do-not-leave' | 'ask-first' | 'none-found'
export interface OfferResult {
  readonly verdict: OfferVerdict
  /** Each with its own advice, grave ones first. */
  readonly flags: readonly { readonly flag: OfferFlag; readonly isGrave: boolean }[]
  /** Questions that the person could not answer: to be asked of the recruiter, never counted as no. */
  readonly open: readonly OfferQuestion[]
}
export type OfferAnswers = { readonly [Question in OfferQuestion]?: 'yes' | 'no' | 'not-known' }

export function flagsOfRecruiter(recruiter: Pick<RecruiterLine, 'licence' | 'complaints' | 'warning'> | null): readonly OfferFlag[] {
  if (recruiter === null) return ['not-in-register']
  return [
    ...(recruiter.warning === null ? [] : (['recruiter-warned'] as const)),
    ...(recruiter.licence === 'none' || recruiter.licence === 'expired' ? (['no-licence'] as const) : []),
    ...(recruiter.complaints === 'none' ? [] : (['complaints'] as const)),
  ]
}
/** `recruiter`: undefined where the person does not say who recruits; `null` where the register does not know them. */
export function checkOffer(answers: OfferAnswers, recruiter?: Parameters<typeof flagsOfRecruiter>[0]): OfferResult {
  const said = offerQuestions.filter((one) => answers[one] === 'yes')
  const found: readonly OfferFlag[] = [...said, ...(recruiter === undefined ? [] : flagsOfRecruiter(recruiter))]
  const flags = found.map((flag) => ({ flag, isGrave: GRAVE.includes(flag) }))
  const open = offerQuestions.filter((one) => answers[one] === 'not-known')
  const isGrave = flags.some((one) => one.isGrave)
  return {
    // Three lesser ones together weigh like a grave one.
    verdict: isGrave || flags.length >= 3 ? 'do-not-leave' : flags.length + open.length > 0 ? 'ask-first' : 'none-found',
    flags: [...flags.filter((one) => one.isGrave), ...flags.filter((one) => !one.isGrave)],
    open,
  }
}

/** Five questions about the person's own situation (D). Asked aloud, alone with the person; the answers live on the screen and nowhere else. */
export const quickQuestions = ['free-to-leave', 'has-papers', 'owes', 'threatened', 'under-18-works'] as const
export type QuickQuestion = (typeof quickQuestions)[number]
export type QuickAnswers = { readonly [Question in QuickQuestion]?: 'yes' | 'no' | 'no-answer' }
/** What each question asks for, so that "yes" is not danger twice and safety once. */
const DANGER: { readonly [Question in QuickQuestion]: 'yes' | 'no' } = {
  ...{ 'free-to-leave': 'no', 'has-papers': 'no', owes: 'yes', threatened: 'yes', 'under-18-works': 'yes' },
}
/** A sign is not a finding: it says that a trained person should talk to them, if they want. */
export const quickSigns = (answers: QuickAnswers): readonly QuickQuestion[] => quickQuestions.filter((one) => answers[one] === DANGER[one])
