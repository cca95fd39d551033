/* A finished interview as the screen holds it before it is sealed. */
import { explainedItems } from '../src/modules/cases/domain/identification/screening-flow.ts'
import { sections } from '../src/modules/cases/domain/identification/screening-form.ts'
import { drawnSubject } from '../src/modules/cases/ui/drawn-subject.ts'
import { type ScreeningDraft, blankDraft, withIndicator, withPicked } from '../src/modules/cases/ui/screening/screening-draft.ts'
import { newId } from './world/client.ts'

/** Words of a person; found on no disc of a server. */
export const SAID = {
  names: 'Zawadi CANARI',
  story: 'On m’a gardé ma carte au puits.',
  safeContact: 'boutique bleue',
  codeWord: 'mangue',
  reason: 'canarienne',
}
const how = { evidence: 'SELF', on: '2026-11-21' } as const

/** An adult brought in, long hours for little pay, papers kept. */
export function interview(more: Partial<ScreeningDraft> = {}): ScreeningDraft {
  const blank = blankDraft('2026-11-21T09:00:00.000Z', newId(), drawnSubject())
  const held: ScreeningDraft = {
    ...blank,
    source: 'site-visit',
    safety: {
      ...{ immediateDanger: 'NO', privatePlace: 'YES', guardsNear: 'NO', nobodyElsePresent: 'YES', safeTelephone: 'YES' },
      dangerSettled: false,
    },
    consent: {
      ...{ explained: explainedItems, choiceOfInterviewer: 'YES', interpreter: 'none', language: 'sw' },
      ...{ form: 'VERBAL_CERTIFIED_BY_WORKER', answer: 'YES' },
    },
    age: { kind: 'years', years: '30', fromYears: '', toYears: '', disputed: false },
    ...{ gender: 'Masculine', citizenship: ['COD'], languages: ['sw'], wishesS6: 'NO', opinion: { agrees: 'no', own: 'A1' } },
    ...{ referrals: { medical: 'accepted' }, coffre: { ...blank.coffre, ...SAID }, finished: sections },
    ...withPicked(blank, 'recruited-or-moved', { value: 'RECEIPT', is: true }),
  }
  const answered = (['D4.HOURS', 'D4.LOWPAY', 'D5.DOCS', 'D5.DEBT'] as const).reduce<ScreeningDraft>(
    (draft, code) => ({ ...draft, ...withIndicator(draft, { code, answer: 'YES', ...how }) }),
    held,
  )
  return { ...answered, ...more }
}
