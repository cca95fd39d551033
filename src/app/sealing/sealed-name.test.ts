import { expect, test } from 'vitest'
import { keyedPerson, unlockedAs } from '../../../test/vault-people.ts'
import { openName, sealName } from './sealed-name.ts'

const id = '0192f0c4-0000-7000-8000-000000000001'
const [first, second, outsider] = await Promise.all([keyedPerson(), keyedPerson(), keyedPerson()])
const keys = [first.holder.publicKey, second.holder.publicKey]
const sealed = async (name: string): Promise<string> => {
  const made = await sealName(id, name, keys)
  if (!made.ok) throw new Error(made.refusal.code)
  return made.value
}

test('each reader opens it, nobody else does, and not under another number', async () => {
  const box = await sealed(' Colonel Kifaru ')
  for (const reader of [first, second]) expect(await openName(unlockedAs(reader), id, box)).toEqual({ ok: true, value: 'Colonel Kifaru' })
  expect(await openName(unlockedAs(outsider), id, box)).toMatchObject({ ok: false, refusal: { code: 'cannot-open-name' } })
  const other = id.replace('0001', '0002')
  expect(await openName(unlockedAs(first), other, box)).toMatchObject({ ok: false, refusal: { code: 'cannot-open-name' } })
})

test('a locked key opens nothing', async () => {
  const unlocked = unlockedAs(first)
  unlocked.lock()
  expect(await openName(unlocked, id, await sealed('Kifaru'))).toMatchObject({ ok: false, refusal: { code: 'locked' } })
})

test('the length of a box says nothing of the name; what is too long or empty is refused', async () => {
  const lengths = await Promise.all(
    ['K', 'Colonel Kifaru dit « le Vieux »', 'é'.repeat(160)].map(async (name) => (await sealed(name)).length),
  )
  expect(new Set(lengths).size).toBe(1)
  expect(lengths[0]).toBeLessThan(4000)
  expect(await sealName(id, 'é'.repeat(161), keys)).toMatchObject({ ok: false, refusal: { code: 'name-too-long' } })
  expect(await sealName(id, '   ', keys)).toMatchObject({ ok: false, refusal: { code: 'name-empty' } })
})
