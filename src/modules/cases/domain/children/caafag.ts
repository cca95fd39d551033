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
