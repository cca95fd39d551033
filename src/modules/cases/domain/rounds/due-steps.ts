/*
What the clocks end by themselves in one case: referrals that nobody answered, consents given for a time, overrides that no second person confirmed,
broken glass after its day, reviews that fall due, and what is no longer kept. Each is a step that the case decides like any other; this file only
says which are worth asking for, so that a round asks for nothing where nothing is due. It knows no database and no hour but the one it is told.
*/
import { addHours } from '../clocks/instants.ts'
import { dueDaysOf } from '../file/file-context.ts'
import type { CaseWhole } from '../file/file-state.ts'
import type { OneCommand } from '../file/file-words.ts'
import { endOf } from '../handover/handover.ts'
import { OVER, isHeld } from '../retention/shredding.ts'
import { type ProtectionRules, firstRules } from '../rules/protection-rules.ts'
import { isOpenReferral } from '../referral/referral.ts'
import { asId } from '../../../../kernel/schema.ts'

export interface RoundMoment {
  readonly now: string
  readonly today: string
  /** Of the body whose case it is. */
  readonly rules?: ProtectionRules
}
/** Taken together or not at all. */
export type DueStep = readonly OneCommand[]

/** In the order in which they are asked for: what ends somebody's sight first, what forgets last. */
export function dueSteps(whole: CaseWhole, moment: RoundMoment): readonly DueStep[] {
  const living = whole.retention.isShredded ? [] : [...sights(whole, moment), ...reviews(whole, moment)]
  return [...living, ...forgetting(whole, moment)]
}

function sights(whole: CaseWhole, { now, rules = firstRules }: RoundMoment): readonly DueStep[] {
  const { file, access, handover } = whole
  const over = file.consents.kept.filter(({ given }) => given.validTo !== null && given.validTo < now)
  const ended = new Set(over.flatMap(({ given }) => given.items.map((item) => item.id)))
  const rests = [...file.referrals.values()].some((one) => isOpenReferral(one) && one.basis !== null && ended.has(one.basis.id))
  const grace = rules.clocks.graceHours
  return [
    ...(rests ? [[{ about: 'consent', ask: { step: 'cut-expired' } }] as const] : []),
    ...[...file.consents.overrides].flatMap(([override, one]): readonly DueStep[] =>
      one.state === 'provisional' && one.confirmBefore < now
        ? [[{ about: 'consent', ask: { step: 'lapse-override', override: asId('consent-override', override) } }]]
        : [],
    ),
    ...[...file.referrals.values()].flatMap((one): readonly DueStep[] =>
      one.state === 'sent' && one.respondBy !== null && addHours(one.respondBy, grace) < now
        ? [[{ about: 'referral', ask: { step: 'expire', referral: one.referral } }]]
        : [],
    ),
    ...(handover !== null && (handover.respondBy < now || endOf(whole, { at: now, bands: rules.ageBands }) !== null)
      ? [[{ about: 'handover', ask: { step: 'expire', handover: handover.handover } }] as const]
      : []),
    ...[...access.broken].flatMap(([request, one]): readonly DueStep[] =>
      one.state === 'approved' && one.until !== null && one.until <= now
        ? [[{ about: 'access', ask: { step: 'end-break-glass', request: asId('break-glass', request) } }]]
        : [],
    ),
  ]
}

const reviews = ({ things }: CaseWhole, { today }: RoundMoment): readonly DueStep[] =>
  [...things.bestInterests].flatMap(([thing, one]): readonly DueStep[] =>
    one.state === 'implemented' && one.reviewOn !== null && one.reviewOn <= today
      ? [[{ about: 'best-interests', thing, ask: { step: 'fall-due' } }]]
      : [],
  )

function forgetting(whole: CaseWhole, { today, rules = firstRules }: RoundMoment): readonly DueStep[] {
  const { file, retention, witness } = whole
  const at = file.standing.at
  if (isHeld(retention, today)) return []
  const { caseDueOn, witnessDueOn } = dueDaysOf(whole, rules.retention)
  const isDue = (day: string | null): boolean => day !== null && day <= today
  const isWished = at === 'consent-withdrawn' && retention.choice === 'erase'
  const shreds = !retention.isShredded && at !== null && OVER.includes(at) && (isWished || isDue(caseDueOn))
  const archives = at === 'closed' ? ([{ about: 'case', ask: { step: 'archive' } }] as const) : []
  return [
    ...(shreds ? [[...archives, { about: 'retention', ask: { step: 'shred' } }] as const] : []),
    ...(witness.isOpen && !retention.isWitnessDestroyed && isDue(witnessDueOn)
      ? [[{ about: 'retention', ask: { step: 'destroy-witness-key' } }] as const]
      : []),
  ]
}
