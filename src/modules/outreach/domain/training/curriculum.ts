/* Decisions about curricula and about items of the bank: written, written anew, retired. An item that stood in a test stays as it was in that test. */
import type { Decider, DomainEvent } from '../../../../kernel/decider.ts'
import { accepted, refused } from '../../../../kernel/outcome.ts'
import { type Infer, record } from '../../../../kernel/schema.ts'
import { WriteCurriculum, WriteItem } from '../../contract-training.ts'

export const curriculumKinds = { 'curriculum.written.v1': WriteCurriculum } as const
export type CurriculumEvent = DomainEvent<'curriculum.written.v1', Infer<typeof WriteCurriculum>>
/** Written anew only where it stands; new only where it does not. */
export interface CurriculumCommand {
  readonly type: 'write' | 'rewrite'
  readonly content: WriteCurriculum
}
export const curriculumDecider: Decider<number, CurriculumCommand, CurriculumEvent, object> = {
  initial: 0,
  decide: (versions, { type, content }) => {
    if (type === 'write' && versions > 0) return refused('curriculum-there')
    if (type === 'rewrite' && versions === 0) return refused('unknown-curriculum')
    if (new Set(content.modules).size < content.modules.length) return refused('module-named-twice')
    return accepted([{ kind: 'curriculum.written.v1', payload: content }])
  },
  evolve: (versions) => versions + 1,
}

export const ItemRetired = record({})
export const itemKinds = { 'test-item.written.v1': WriteItem, 'test-item.retired.v1': ItemRetired } as const
export type ItemEvent =
  | DomainEvent<'test-item.written.v1', Infer<typeof WriteItem>>
  | DomainEvent<'test-item.retired.v1', Infer<typeof ItemRetired>>
export type ItemCommand = { readonly type: 'write'; readonly item: WriteItem } | { readonly type: 'retire' }
export type ItemStanding = 'none' | 'stands' | 'retired'
export const itemDecider: Decider<ItemStanding, ItemCommand, ItemEvent, { readonly isProposal: boolean }> = {
  initial: 'none',
  decide: (state, command, { isProposal }) => {
    if (command.type === 'write') {
      if (state !== 'none') return refused('item-there')
      if (command.item.correct >= command.item.options.length) return refused('no-such-option')
      return accepted([{ kind: 'test-item.written.v1', payload: command.item }])
    }
    if (state === 'retired') return refused('item-retired')
    // A proposal of this program stands without an event of its own.
    if (state === 'none' && !isProposal) return refused('unknown-item')
    return accepted([{ kind: 'test-item.retired.v1', payload: {} }])
  },
  evolve: (_state, event) => (event.kind === 'test-item.written.v1' ? 'stands' : 'retired'),
}
