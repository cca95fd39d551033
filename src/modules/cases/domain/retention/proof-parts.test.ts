/* Of a case that went from body to body each proves what it asked itself, with the keys that its own custodians hold. */
import { expect, test } from 'vitest'
import * as story from '../case/case-story.ts'
import type { VaultName } from '../../contract-vault.ts'
import type { FileEvent } from '../file/file-words.ts'
import { proofParts } from './proof-parts.ts'

const stamp = { by: story.worker, at: story.START }
const handover = story.idOf('case-handover', 60)
const told = (event: FileEvent['event']): FileEvent => ({ thing: null, event }) as const
const opened = story.tell(story.opening).map(told)
const renewed = (generation: number) =>
  told({
    kind: 'case-keys.renewed.v1',
    payload: {
      step: 'renew-keys',
      generations: [
        { vault: 'evidence', generation },
        { vault: 'narrative', generation: 9 },
      ],
      ...stamp,
    },
  })
const moved = (of: readonly VaultName[]): readonly FileEvent[] => [
  told({
    kind: 'case-handover.offered.v1',
    payload: {
      ...{ handover, recipient: story.shelter, takers: [story.supervisor], keys: of.map((vault) => ({ vault, generation: 1 })) },
      ...{ respondBy: story.START, basis: 't1', ...stamp },
    },
  }),
  told({ kind: 'case-handover.accepted.v1', payload: { handover, recipient: story.shelter, ...stamp } }),
]
const partsOf = (events: readonly FileEvent[], body: string) =>
  proofParts(events, body).map(({ organisation, generations }) => ({ organisation, generations }))

test('a case that stayed has one proof; so has one whose evidence went along', () => {
  expect(partsOf([...opened, renewed(1)], story.ours)).toEqual([{ organisation: story.ours, generations: [1] }])
  const along = [...opened, renewed(1), ...moved(['identity', 'evidence']), renewed(2)]
  expect(partsOf(along, story.shelter)).toEqual([{ organisation: story.shelter, generations: [1, 2] }])
})
test('evidence that stayed behind is proved by the body that had the case, up to that moment', () => {
  const events = [...opened, renewed(1), ...moved(['identity']), renewed(2)]
  expect(partsOf(events, story.shelter)).toEqual([
    { organisation: story.ours, generations: [1] },
    { organisation: story.shelter, generations: [2] },
  ])
  expect(proofParts(events, story.shelter)[0]?.events.some(({ event }) => event.kind === 'case-handover.accepted.v1')).toBe(false)
})
