import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { keyedPerson, unlockedAs } from '../../../test/vault-people.ts'
import { mustParse } from '../../kernel/schema.ts'
import { VaultKeys } from '../../modules/cases/contract-vault.ts'
import { joinShares, makeVaultKeys, resealShare } from './vault-keys.ts'
import { openText, sealText } from './sealed-text.ts'

const caseId = '01970000-0000-7000-8000-00000000000a'
const value = <Value>(outcome: { ok: true; value: Value } | { ok: false; refusal: { code: string } }): Value => {
  if (!outcome.ok) throw new Error(outcome.refusal.code)
  return outcome.value
}
const people = async (many: number) => Promise.all(Array.from({ length: many }, () => keyedPerson()))

async function opened() {
  const [worker, supervisor, one, two, three, lost] = await people(6)
  const custodians = [one!, two!, three!]
  const made = value(
    await makeVaultKeys({
      caseId,
      vaults: ['identity', 'narrative'],
      readers: [worker!.holder, { ...supervisor!.holder, vaults: ['narrative'] }],
      custodians: custodians.map(({ holder }) => holder),
    }),
  )
  return { made, worker: worker!, supervisor: supervisor!, custodians, lost: lost! }
}

test('what is made fits the wire, and holds no private half in clear', async () => {
  const { made } = await opened()
  expect(mustParse(VaultKeys, made)).toEqual(made)
  expect(made.keys.map(({ vault }) => vault)).toEqual(['identity', 'narrative'])
  expect(made.wraps).toHaveLength(3)
  expect(made.shares).toHaveLength(6)
  expect(JSON.stringify(made)).not.toContain('AGE-SECRET')
})

test('a reader opens the vaults that were wrapped for them, and no other', async () => {
  const { made, worker, supervisor, custodians } = await opened()
  const key = made.keys.find(({ vault }) => vault === 'identity')!
  const sealed = value(await sealText(key, { caseId, slot: 'identity', id: 'name' }, 'Furaha'))
  const reader = unlockedAs(worker)
  expect(value(await reader.openVaults(caseId, made))).toHaveLength(2)
  expect(await reader.openText(caseId, sealed)).toEqual({ ok: true, value: 'Furaha' })
  const half = unlockedAs(supervisor)
  expect(value(await half.openVaults(caseId, made))).toEqual([{ caseId, vault: 'narrative', generation: 1 }])
  expect(await half.openText(caseId, sealed)).toMatchObject({ refusal: { code: 'not-a-reader' } })
  const none = unlockedAs(custodians[0]!)
  expect(value(await none.openVaults(caseId, made))).toEqual([])
})

test('write-only: who makes the keys for others holds nothing that opens them', async () => {
  const sender = await keyedPerson()
  const { made } = await opened()
  const reader = unlockedAs(sender)
  expect(value(await reader.openVaults(caseId, made))).toEqual([])
  for (const wrap of made.wraps)
    expect(
      value(
        await reader.openVaults(caseId, { keys: made.keys, wraps: [{ ...wrap, reader: sender.holder.account, key: sender.holder.key }] }),
      ),
    ).toEqual([])
})

test('a wrap of one case, vault or generation opens nothing elsewhere', async () => {
  const { made, worker } = await opened()
  const other = '01970000-0000-7000-8000-00000000000b'
  expect(value(await unlockedAs(worker).openVaults(other, made))).toEqual([])
  const moved = {
    keys: made.keys,
    wraps: made.wraps.map((wrap) => ({ ...wrap, vault: wrap.vault === 'identity' ? ('narrative' as const) : ('identity' as const) })),
  }
  expect(value(await unlockedAs(worker).openVaults(caseId, moved))).toEqual([])
})

test('one more reader gets every vault that is open here', async () => {
  const { made, worker, lost } = await opened()
  const reader = unlockedAs(worker)
  await reader.openVaults(caseId, made)
  const wraps = value(await reader.wrapFor(caseId, ['identity', 'narrative'], lost.holder))
  expect(wraps.map(({ reader: account }) => account)).toEqual([lost.holder.account, lost.holder.account])
  expect(value(await unlockedAs(lost).openVaults(caseId, { keys: made.keys, wraps }))).toHaveLength(2)
})

test('custodians are three different people, or none', async () => {
  const [worker, one, two] = await people(3)
  const readers = [worker!.holder]
  for (const custodians of [[one!.holder], [one!.holder, two!.holder], [one!.holder, one!.holder, two!.holder]])
    expect(await makeVaultKeys({ caseId, vaults: ['identity'], readers, custodians })).toMatchObject({
      refusal: { code: 'custodians-must-be-three' },
    })
  expect((await makeVaultKeys({ caseId, vaults: ['identity'], readers, custodians: [] })).ok).toBe(true)
  expect(await makeVaultKeys({ caseId, vaults: ['identity'], readers: [], custodians: [] })).toMatchObject({
    refusal: { code: 'no-reader' },
  })
})

test('any two of three custodians open a vault to a new key, one does not, and none sees the key', async () => {
  const { made, custodians, lost } = await opened()
  const key = made.keys.find(({ vault }) => vault === 'identity')!
  const place = { caseId, vault: key.vault, generation: key.generation }
  const sealed = value(await sealText(key, { caseId, slot: 'identity', id: 'name' }, 'Furaha'))
  const given = await Promise.all(
    custodians.map(async ({ pair, holder }) => {
      const share = made.shares.find(({ custodian, vault }) => custodian === holder.account && vault === key.vault)!
      return value(await resealShare(share, { place, custodian: pair.privateHalf, toPublicKey: lost.pair.publicKey }))
    }),
  )
  const by = { place, publicKey: key.publicKey, reader: lost.pair.privateHalf }
  const picks = fc.subarray([0, 1, 2])
  await fc.assert(
    fc.asyncProperty(picks, fc.boolean(), async (chosen, isDoubled) => {
      const shares = chosen.map((at) => given[at]!)
      const joined = await joinShares(isDoubled ? [...shares, ...shares] : shares, by)
      expect(joined.ok).toBe(chosen.length >= 2)
      if (joined.ok)
        expect(await openText(sealed, { caseId, privateHalf: joined.value.privateHalf })).toEqual({ ok: true, value: 'Furaha' })
    }),
    { numRuns: 16 },
  )
  const share = made.shares.find(({ vault }) => vault === 'narrative')!
  expect((await resealShare(share, { place, custodian: custodians[0]!.pair.privateHalf, toPublicKey: lost.pair.publicKey })).ok).toBe(false)
  const other = value(
    await makeVaultKeys({ caseId, vaults: ['identity'], readers: [lost.holder], custodians: custodians.map(({ holder }) => holder) }),
  )
  const foreign = value(
    await resealShare(other.shares[1]!, { place, custodian: custodians[1]!.pair.privateHalf, toPublicKey: lost.pair.publicKey }),
  )
  expect(await joinShares([given[0]!, foreign], by)).toMatchObject({ refusal: { code: 'shares-do-not-fit' } })
})

test('the person who got two shares opens, and wraps for the new key', async () => {
  const { made, custodians, lost } = await opened()
  const place = { caseId, vault: 'narrative', generation: 1 } as const
  const shares = await Promise.all(
    custodians.slice(1).map(async (custodian) => {
      const share = made.shares.find((one) => one.custodian === custodian.holder.account && one.vault === 'narrative')!
      return value(await unlockedAs(custodian).resealShare(share, place, lost.pair.publicKey))
    }),
  )
  const again = unlockedAs(lost)
  const publicKey = made.keys.find(({ vault }) => vault === 'narrative')!.publicKey
  expect(await again.joinShares(shares, { ...place, publicKey })).toEqual({ ok: true, value: place })
  const wraps = value(await again.wrapFor(caseId, ['narrative'], lost.holder))
  expect(value(await unlockedAs(lost).openVaults(caseId, { keys: made.keys, wraps }))).toEqual([place])
})
