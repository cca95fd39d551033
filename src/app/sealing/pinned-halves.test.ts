import { expect, test } from 'vitest'
import type { VaultKey } from '../../modules/cases/contract-vault.ts'
import { areHalves, publicHalves, withPublicHalves } from '../../modules/cases/domain/access/public-halves.ts'
import type { PersonEvent } from '../../modules/cases/domain/file/file-words.ts'
import * as story from '../../modules/cases/domain/case/case-story.ts'
import { pinnedHalvesOf } from './pinned-halves.ts'

const keyOf = (letter: string, generation = 1): VaultKey => ({ vault: 'identity', generation, publicKey: `age1${letter.repeat(58)}` })
const renewed = (key: VaultKey): { readonly event: PersonEvent } => ({
  event: {
    kind: 'case-keys.renewed.v1',
    payload: { step: 'renew-keys', generations: [key], by: story.worker, at: '2026-11-22T09:00:00.000Z' },
  },
})

test('a vault whose key is another than this device saw gets nothing more; another case and another generation are their own', async () => {
  const kept = new Map<string, string>()
  const store = { getItem: (name: string) => kept.get(name) ?? null, setItem: (name: string, value: string) => void kept.set(name, value) }
  const pinned = pinnedHalvesOf('me', store)
  expect((await pinned.admit('case-a', [keyOf('q')])).ok).toBe(true)
  expect((await pinned.admit('case-a', [keyOf('q')])).ok).toBe(true)
  expect(await pinned.admit('case-a', [keyOf('z')])).toEqual({
    ok: false,
    refusal: { code: 'vault-key-changed', facts: { vault: 'identity' } },
  })
  expect((await pinned.admit('case-a', [keyOf('z', 2)])).ok).toBe(true)
  expect((await pinned.admit('case-b', [keyOf('z')])).ok).toBe(true)
  expect(JSON.stringify([...kept])).not.toContain('case-a')
})

test('what is sealed to is what the events say, and the first word for a number stands', () => {
  const halves = publicHalves([renewed(keyOf('q')), renewed(keyOf('z')), renewed(keyOf('z', 2))])
  expect(halves).toEqual([keyOf('q'), keyOf('z', 2)])
  expect([areHalves([keyOf('q')], halves), areHalves([keyOf('z')], halves), areHalves([keyOf('q', 3)], halves)]).toEqual([
    true,
    false,
    false,
  ])
})

test('a key that is brought goes into the step that says it, and none that differs', () => {
  const step = (publicKey?: string) =>
    [
      {
        about: 'access',
        ask: { step: 'renew-keys', generations: [{ vault: 'identity', generation: 1, ...(publicKey === undefined ? {} : { publicKey }) }] },
      } as const,
    ].map((one) => ({ ...one, ask: { ...one.ask, generations: [...one.ask.generations] } }))
  const brought = { keys: [keyOf('q')], wraps: [], shares: [] }
  expect(withPublicHalves(step(), brought)).toEqual(step(keyOf('q').publicKey))
  expect(withPublicHalves(step(keyOf('z').publicKey), brought)).toBeNull()
  expect(withPublicHalves(step(), undefined)).toBeNull()
})
