/* A look at what a release would keep back is written down before it is answered: asking again and again is how one person would be told apart. */
import type { Decider, DomainEvent } from '../../../kernel/decider.ts'
import { accepted } from '../../../kernel/outcome.ts'
import { type Infer, record } from '../../../kernel/schema.ts'
import { AccountId } from '../../people/contract.ts'
import { LookAtRelease } from '../contract.ts'

export const ReleaseLooked = record({ ...LookAtRelease.shape, by: AccountId })
export type Looked = Infer<typeof ReleaseLooked>
export const lookKinds = { 'statistics-release.looked-at.v1': ReleaseLooked } as const
export type LookEvent = DomainEvent<'statistics-release.looked-at.v1', Looked>
export const lookDecider: Decider<null, Looked, LookEvent, null> = {
  initial: null,
  decide: (_state, payload) => accepted([{ kind: 'statistics-release.looked-at.v1', payload }]),
  evolve: () => null,
}
