/*
Children associated with an armed force or group. Their file is apart: it is joined with no list of adult ex-combatants, and no armed body, of the
state or not, keeps it or sees it (U: Paris Principles, from memory). The domain answers who may hold and what may be joined; nothing overrides it.
*/
import type { Evidence } from '../../../../kernel/rulebook.ts'
import type { OrganisationKind } from '../../../people/contract.ts'

export const caafagRule: { readonly evidence: Evidence; readonly source: string } = {
  ...{ evidence: 'U', source: 'Paris Principles, from memory; to be read before it is called a norm' },
}
const ARMED: readonly OrganisationKind[] = ['mines-police']
/** Bodies with arms, whatever their role in the programme. A kind that is added is civil until somebody writes it here. */
export const mayHoldChildFile = (kind: OrganisationKind): boolean => !ARMED.includes(kind)
export type JoinWith = 'child-protection-case' | 'family-tracing' | 'adult-ddr-list' | 'military-register' | 'criminal-file'
export const mayBeJoined = (other: JoinWith): boolean => other === 'child-protection-case' || other === 'family-tracing'

interface Said {
  readonly about: string
  readonly ask: object
}
const bodyIn = (ask: object): readonly unknown[] => [
  ...('recipient' in ask ? [ask.recipient] : []),
  ...('organisation' in ask ? [ask.organisation] : []),
]
/** Bodies to which a step would hand the file or a part of it. */
export const bodiesNamed = (commands: readonly Said[]): readonly string[] => [
  ...new Set(
    commands
      .filter(({ about }) => about === 'referral' || about === 'access' || about === 'case' || about === 'handover')
      .flatMap(({ ask }) => bodyIn(ask))
      .filter((one) => typeof one === 'string'),
  ),
]
/** Whether a step would hand the file of such a child to a body with arms. */
export const handsToArmed = (type: string | null, command: Said, armed: readonly string[]): boolean =>
  (type === 'caafag' || ('type' in command.ask && command.ask.type === 'caafag')) &&
  bodiesNamed([command]).some((one) => armed.includes(one))

export interface Release {
  readonly orderedOn: string | null
  readonly handedOverOn: string | null
  readonly interimCare: 'arranged' | 'not-arranged'
  readonly familyTracing: 'begun' | 'not-begun' | 'not-wished'
}
/** What is still missing for a child who was released, in the order in which it is due. */
export const releaseMissing = (release: Release): readonly ('release-order' | 'handover' | 'interim-care' | 'family-tracing')[] => [
  ...(release.orderedOn === null ? (['release-order'] as const) : []),
  ...(release.handedOverOn === null ? (['handover'] as const) : []),
  ...(release.interimCare === 'not-arranged' ? (['interim-care'] as const) : []),
  ...(release.familyTracing === 'not-begun' ? (['family-tracing'] as const) : []),
]

const text = (value: unknown): string | null => (typeof value === 'string' ? value : null)
/** As the fields of the file say it; what nobody wrote is not done. */
export function releaseOf(value: (field: 'release-ordered-on' | 'handed-over-on' | 'interim-care' | 'family-tracing') => unknown): Release {
  const tracing = text(value('family-tracing'))
  return {
    ...{ orderedOn: text(value('release-ordered-on')), handedOverOn: text(value('handed-over-on')) },
    interimCare: value('interim-care') === 'arranged' ? 'arranged' : 'not-arranged',
    familyTracing: tracing === 'begun' || tracing === 'not-wished' ? tracing : 'not-begun',
  }
}
