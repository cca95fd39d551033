/*
Keys and recovery over the wire with real cryptography: what one registers, who sees what, naming of custodians, a key that is lost and comes back through two people, and what the database itself
refuses to another account.
*/
import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { organisation, person, program, type Person } from '../../../test/field-bed.ts'
import { type KeyedPerson, keyedPerson, unlockedAs } from '../../../test/vault-people.ts'
import { type Member, openCase } from '../../../test/world/case-scenes.ts'
import { type Answer, newId, subjectOf } from '../../../test/world/client.ts'
import { looseRecord, mustParse, text } from '../../kernel/schema.ts'
import {
  CustodiansShown,
  KeyHolders,
  OwnKey,
  RecoveriesShown,
  Reopenings,
  SharesGiven,
  SharesToGive,
  SharesWanting,
} from './contract-keys.ts'
import { VaultKeys } from './contract-vault.ts'
import { makePersonalKey, openPersonalKey } from '../../app/sealing/personal-key.ts'
import { newShares } from '../../app/sealing/recover.ts'
import { sealText } from '../../app/sealing/sealed-text.ts'
import { enterCases } from './server/record/store-scope.ts'
import { reopeningsOf } from './server/keys/store-recovery.ts'
import { destroyVaultKeys, dropWraps, newestGenerations, wrapsFor } from './server/keys/store-vault-keys.ts'

const TENANT = program.tenant
const opener = { kind: 'passphrase', passphrase: 'ma tante vend du poisson' } as const
const cost = { memoryKibibytes: 8192, passes: 1, lanes: 1 }
const refusal = (answer: Answer): string => mustParse(looseRecord({ refusal: looseRecord({ code: text() }) }), answer.body).refusal.code

interface Holder extends Person, KeyedPerson {}
async function register({ account, client }: Person, because = 'replaced'): Promise<Holder> {
  const made = await makePersonalKey(opener, cost)
  if (!made.ok) throw new Error(made.refusal.code)
  const keyed = await keyedPerson(account)
  const key = newId()
  const answer = await client.post('/api/keys/mine', { key, sealed: made.value.sealed, because })
  expect([answer.status, answer.body]).toMatchObject([200, {}])
  const holder = {
    ...keyed.holder,
    key: mustParse(OwnKey, (await client.get('/api/keys/mine')).body).key!.key,
    publicKey: made.value.pair.publicKey,
  }
  return { account, client, pair: made.value.pair, holder }
}
const keyed = async (role: string, at: string): Promise<Holder> => register(await person([role], { organisation: at }))

/** An organisation with a worker, a supervisor, an officer and three custodians who were named and confirmed. */
async function team() {
  const at = await organisation('civil-society')
  const [worker, supervisor, one, two, three] = await Promise.all([
    keyed('CASE_WORKER', at),
    keyed('CASE_SUPERVISOR', at),
    ...[1, 2, 3].map(() => keyed('KEY_CUSTODIAN', at)),
  ])
  const officer = await person(['DATA_PROTECTION_OFFICER'], { organisation: at })
  const custodians = [one!, two!, three!]
  expect((await officer.client.post('/api/keys/custodians', { custodians: custodians.map(({ account }) => account) })).status).toBe(200)
  const { waiting } = mustParse(CustodiansShown, (await one!.client.get('/api/keys/custodians')).body)
  expect((await one!.client.post('/api/keys/custodians/confirmations', { naming: waiting!.naming })).status).toBe(200)
  return { at, worker: worker!, supervisor: supervisor!, custodians, officer }
}
/** Signing up takes time: tests share a team where none spoils it for the next. */
let shared: ReturnType<typeof team> | undefined
const sharedTeam = (): ReturnType<typeof team> => (shared ??= team())
const asProgram = <Value>(
  work: (tx: Parameters<Parameters<typeof program.database.transaction>[0]>[0]) => Promise<Value>,
): Promise<Value> =>
  program.database.transaction(async (tx) => {
    await enterCases(tx, { account: '', organisation: null, scope: 'record' })
    return work(tx)
  })
/** A case of the worker, opened as devices open one. */
async function caseOf(
  { worker, custodians, at }: Awaited<ReturnType<typeof team>>,
  beside: readonly Member[] = [],
): Promise<{ readonly id: string; readonly keys: VaultKeys }> {
  const opened = await openCase({
    ...{ by: worker.client, organisation: at, name: 'Furaha', story: 'Le puits.' },
    members: [{ person: inWorld(worker), as: 'owner', vaults: ['identity', 'narrative'] }, ...beside],
    custodians: custodians.map(inWorld),
  })
  expect([opened.answer.status, opened.answer.body]).toMatchObject([200, {}])
  return { id: opened.id, keys: mustParse(VaultKeys, opened.body.keys) }
}
const inWorld = (person: Holder) => ({ ...person, unlocked: unlockedAs(person) })
const openedBy = async (reader: KeyedPerson, of: string): Promise<number> => {
  const sealed = await asProgram(async (tx) => ({
    keys: await newestGenerations(tx, TENANT, of),
    wraps: await wrapsFor(tx, TENANT, { case: of, reader: reader.holder.account }),
  }))
  const opened = await unlockedAs(reader).openVaults(of, sealed)
  return opened.ok ? opened.value.length : -1
}

describe('one’s own key', () => {
  test('is registered, comes back to its owner only, and opens with the passphrase', async () => {
    const owner = await register(await person(['CASE_WORKER'], { organisation: await organisation('civil-society') }))
    const { key, recoveries } = mustParse(OwnKey, (await owner.client.get('/api/keys/mine')).body)
    expect(recoveries).toEqual([])
    expect(key?.fingerprint).toMatch(/^(\d{4} ){5}\d{4}$/)
    expect(await openPersonalKey(key!.sealed, opener)).toMatchObject({ ok: true, value: { publicKey: owner.holder.publicKey } })
    const other = await person(['CASE_WORKER'], { organisation: await organisation('civil-society') })
    expect(mustParse(OwnKey, (await other.client.get('/api/keys/mine')).body).key).toBeNull()
  })

  test('sealed anew it stays the same key; another’s or an older one is refused', async () => {
    const owner = await register(await person(['CASE_WORKER'], { organisation: await organisation('civil-society') }))
    const { key } = mustParse(OwnKey, (await owner.client.get('/api/keys/mine')).body)
    const again = await owner.client.send('/api/keys/mine/sealed', { key: key!.key, sealed: { ...key!.sealed, box: 'AAAA' } })
    expect(again.status).toBe(200)
    expect(mustParse(OwnKey, (await owner.client.get('/api/keys/mine')).body).key).toMatchObject({ key: key!.key, sealed: { box: 'AAAA' } })
    const other = await register(await person(['CASE_WORKER'], { organisation: await organisation('civil-society') }))
    expect(refusal(await other.client.send('/api/keys/mine/sealed', { key: key!.key, sealed: key!.sealed }))).toBe('no-personal-key')
    expect(refusal(await other.client.post('/api/keys/mine', { key: newId(), sealed: key!.sealed, because: 'replaced' }))).toBe(
      'public-key-known',
    )
    expect((await other.client.send('/api/keys/mine/sealed', { key: 'x' })).status).toBe(400)
  })

  test('an administrator, an officer of data protection and a miner hold none', async () => {
    for (const role of ['ADMINISTRATOR', 'DATA_PROTECTION_OFFICER', 'COOP']) {
      const { client } = await person([role])
      expect(
        [(await client.get('/api/keys/mine')).status, (await client.post('/api/keys/recoveries', { because: 'key-lost' })).status],
        role,
      ).toEqual([403, 403])
    }
  })
})

test('keys of colleagues are seen without a name; of another body only those who receive', async () => {
  const { worker, supervisor, officer, at } = await sharedTeam()
  const seen = async (from: Person, query: string) =>
    mustParse(KeyHolders, (await from.client.get(`/api/keys/holders?${query}`)).body).holders
  const found = await seen(worker, 'capability=cases.supervise')
  expect(found.map(({ account }) => account)).toEqual([supervisor.account])
  expect(JSON.stringify(found)).not.toMatch(/@|people\.example/)
  const stranger_ = await register(await person(['SERVICE_PROVIDER'], { organisation: await organisation('saemape') }))
  expect((await seen(stranger_, `organisation=${at}`)).map(({ account }) => account)).toEqual([supervisor.account])
  expect(await seen(stranger_, `organisation=${at}&accounts=${worker.account}`)).toEqual([])
  expect((await worker.client.get('/api/keys/holders?accounts=x')).status).toBe(400)
  expect((await officer.client.get('/api/keys/holders')).status).toBe(200)
  expect((await (await person(['COOP'])).client.get('/api/keys/holders')).status).toBe(403)
})

test('a custodian of elsewhere, and a custodian who asks, give nothing', async () => {
  const bed = await sharedTeam()
  await caseOf(bed)
  const foreign = await keyed('KEY_CUSTODIAN', await organisation('saemape'))
  const recovery = subjectOf(await bed.worker.client.post('/api/keys/recoveries', { because: 'no-key-of-case' }))
  expect((await foreign.client.get(`/api/keys/recoveries/${recovery}/shares`)).status).toBe(404)
  const own = await foreign.client.get(`/api/keys/recoveries/${newId()}/shares`)
  expect((await foreign.client.get(`/api/keys/recoveries/${recovery}/shares`)).body).toEqual(own.body)
  const asking = subjectOf(await bed.custodians[0]!.client.post('/api/keys/recoveries', { because: 'key-lost' }))
  expect((await bed.custodians[0]!.client.post(`/api/keys/recoveries/${asking}/shares`, { shares: [] })).status).toBe(404)
})

test('the database shows a wrap to its reader and a share to its custodian, and to no other account', async () => {
  const bed = await sharedTeam()
  const { id } = await caseOf(bed)
  const counted = (account: string, scope: 'reader' | 'team' | 'record' | 'views') =>
    program.database.transaction(async (tx) => {
      await enterCases(tx, { account, organisation: bed.at, scope })
      await sql`set local role chanzo_app`.execute(tx)
      const one = async (table: string) =>
        (
          await sql<{
            n: number
          }>`select count(*)::int as n from ${sql.table(table)} where ${table.startsWith('case') ? sql`case_id = ${id}` : sql`true`}`.execute(
            tx,
          )
        ).rows[0]!.n
      return [await one('case_vault_wrap'), await one('case_vault_share'), await one('personal_key_box'), await one('case_vault_key')]
    })
  expect(await counted(bed.worker.account, 'reader')).toEqual([2, 0, 1, 2])
  expect(await counted(bed.supervisor.account, 'team')).toEqual([0, 0, 1, 0])
  expect(await counted(bed.custodians[0]!.account, 'reader')).toEqual([0, 2, 1, 2])
  expect(await counted('', 'reader')).toEqual([0, 0, 0, 0])
  await expect(
    program.database.transaction(async (tx) => {
      await enterCases(tx, { account: bed.worker.account, organisation: bed.at, scope: 'reader' })
      await sql`set local role chanzo_app`.execute(tx)
      await sql`insert into case_vault_wrap values (${TENANT}, ${id}, 'witness', 1, ${bed.worker.account}, 'k', 'w', 'x', now())`.execute(
        tx,
      )
    }),
  ).rejects.toThrow(/row-level security/)
  await asProgram((tx) => dropWraps(tx, TENANT, { case: id, reader: bed.worker.account }))
  expect((await counted(bed.worker.account, 'reader'))[0]).toBe(0)
  await asProgram((tx) => destroyVaultKeys(tx, TENANT, { case: id, vaults: ['narrative'] }))
  expect(await asProgram((tx) => newestGenerations(tx, TENANT, id))).toMatchObject([{ vault: 'identity' }])
  await asProgram((tx) => destroyVaultKeys(tx, TENANT, { case: id, vaults: 'all-but-evidence' }))
  expect(await asProgram((tx) => newestGenerations(tx, TENANT, id))).toEqual([])
})

test('a lost key: two custodians give, the person opens again, the old key opens nothing, and the mark stays', async () => {
  const bed = await team()
  const { worker, custodians, officer, supervisor } = bed
  const { id, keys } = await caseOf(bed)
  const colleague = await keyed('CASE_WORKER', bed.at)
  const left = await caseOf(bed, [{ person: inWorld(colleague), as: 'worker', vaults: ['identity', 'narrative'] }])
  const leaving = { about: 'access', ask: { step: 'leave', account: worker.account, reason: 'left-the-team' } }
  expect((await worker.client.post(`/api/cases/${left.id}/steps`, { all: [leaving] })).status).toBe(200)
  expect(await openedBy(worker, id)).toBe(2)

  const renewed = await register(worker, 'lost')
  expect(await openedBy(renewed, id)).toBe(0)
  const recovery = subjectOf(await renewed.client.post('/api/keys/recoveries', { because: 'key-lost' }))
  const path = `/api/keys/recoveries/${recovery}`
  const waiting = mustParse(RecoveriesShown, (await officer.client.get('/api/keys/recoveries')).body).recoveries.filter(
    (one) => one.id === recovery,
  )
  expect(waiting).toMatchObject([{ id: recovery, cases: 0, role: 'CASE_WORKER' }])
  expect(mustParse(RecoveriesShown, (await custodians[0]!.client.get('/api/keys/recoveries')).body).recoveries).toMatchObject([
    { cases: 1, given: 0 },
  ])
  expect((await officer.client.get(`${path}/shares`)).status).toBe(403)
  expect((await supervisor.client.get(`${path}/given`)).status).toBe(404)

  expect((await give(custodians[0]!, recovery)).status).toBe(200)
  expect(refusal(await give(custodians[0]!, recovery))).toBe('share-given-already')
  expect(mustParse(SharesGiven, (await renewed.client.get(`${path}/given`)).body).vaults).toEqual([])
  expect(refusal(await renewed.client.post(`${path}/endings`, { wraps: [] }))).toBe('two-custodians-needed')
  expect((await give(custodians[1]!, recovery)).status).toBe(200)

  const { vaults } = mustParse(SharesGiven, (await renewed.client.get(`${path}/given`)).body)
  expect(vaults.map((one) => [one.case, one.vault])).toEqual([
    [id, 'identity'],
    [id, 'narrative'],
  ])
  const unlocked = unlockedAs(renewed)
  for (const { case: caseId, vault, generation, publicKey, shares } of vaults)
    expect((await unlocked.joinShares(shares, { caseId, vault, generation, publicKey })).ok).toBe(true)
  const wraps = await unlocked.wrapFor(id, ['identity', 'narrative'], renewed.holder)
  if (!wraps.ok) throw new Error(wraps.refusal.code)
  const sent = wraps.value.map((wrap) => ({ case: id, ...wrap }))
  expect(refusal(await renewed.client.post(`${path}/endings`, { wraps: sent.map((wrap) => ({ ...wrap, case: left.id })) }))).toBe(
    'unknown-case',
  )
  expect((await supervisor.client.post(`${path}/endings`, { wraps: sent })).status).toBe(404)
  expect((await renewed.client.post(`${path}/endings`, { wraps: sent })).status).toBe(200)

  expect(await openedBy(renewed, id)).toBe(2)
  const name = await sealText(keys.keys[0]!, { caseId: id, slot: 'identity', id: 'n' }, 'Furaha')
  expect(name.ok && (await unlocked.openText(id, name.value))).toEqual({ ok: true, value: 'Furaha' })
  expect(await openedBy(worker, left.id)).toBe(0)
  const gone = await asProgram(
    async (tx) => (await sql<{ n: number }>`select count(*)::int as n from vault_recovery_share`.execute(tx)).rows[0]!.n,
  )
  expect(gone).toBe(0)
  const by = expect.arrayContaining([custodians[0]!.account, custodians[1]!.account])
  expect(await program.database.transaction((tx) => reopeningsOf(tx, TENANT, id))).toMatchObject([
    { account: worker.account, custodians: by },
  ])
  const marks = mustParse(Reopenings, (await renewed.client.get(`/api/keys/reopenings/${id}`)).body)
  expect(marks.reopenings).toMatchObject([{ account: worker.account, because: 'key-lost' }])
  const [foreign, unknown] = await Promise.all([id, newId()].map((one) => colleague.client.get(`/api/keys/reopenings/${one}`)))
  expect([foreign!.status, foreign!.body]).toEqual([404, unknown!.body])
  expect(mustParse(OwnKey, (await renewed.client.get('/api/keys/mine')).body).recoveries).toMatchObject([
    { id: recovery, cases: 1, givenBy: by, isOpen: false },
  ])
  expect((await custodians[2]!.client.get(`${path}/shares`)).status).toBe(404)
  expect(mustParse(RecoveriesShown, (await custodians[2]!.client.get('/api/keys/recoveries')).body).recoveries).toEqual([])
})

test('a row that an administrator wrote makes nobody a reader: custodians are not asked, and are handed nothing to give', async () => {
  const bed = await team()
  const { id } = await caseOf(bed)
  const [custodian] = bed.custodians
  const outsider = await keyed('CASE_WORKER', bed.at)
  // Past the program, with every right on the database.
  await asProgram((tx) =>
    sql`insert into case_member (tenant_id, case_id, account_id, organisation_id, member_as, vaults, joined_at)
      values (${TENANT}, ${id}, ${outsider.account}, ${bed.at}, 'worker', array['identity', 'narrative'], now())`.execute(tx),
  )
  const recovery = subjectOf(await outsider.client.post('/api/keys/recoveries', { because: 'no-key-of-case' }))
  expect(mustParse(RecoveriesShown, (await custodian!.client.get('/api/keys/recoveries')).body).recoveries).toEqual([])
  const refused = await custodian!.client.get(`/api/keys/recoveries/${recovery}/shares`)
  expect([refused.status, refused.body]).toEqual([404, (await custodian!.client.get(`/api/keys/recoveries/${newId()}/shares`)).body])
  expect((await outsider.client.get(`/api/keys/reopenings/${id}`)).status).toBe(404)
  expect(mustParse(SharesWanting, (await outsider.client.get('/api/keys/shares/wanting')).body).cases).toEqual([])
})

test('shares are made of keys that the sealed record says: a public half in a row is served to nobody', async () => {
  const bed = await team()
  const { id } = await caseOf(bed)
  const fourth = await keyed('KEY_CUSTODIAN', bed.at)
  const naming = newId()
  const ids = [bed.custodians[0]!.account, bed.custodians[1]!.account, fourth.account]
  expect((await bed.officer.client.post('/api/keys/custodians', { custodians: ids }, { id: naming })).status).toBe(200)
  expect((await fourth.client.post('/api/keys/custodians/confirmations', { naming })).status).toBe(200)
  const mine = `age1${'q'.repeat(58)}`
  await asProgram((tx) => sql`update case_vault_key set public_key = ${mine} where case_id = ${id}`.execute(tx))
  const { cases } = mustParse(SharesWanting, (await bed.worker.client.get('/api/keys/shares/wanting')).body)
  expect(cases.map((one) => [one.case, one.keys.length, one.keys.some(({ publicKey }) => publicKey === mine)])).toEqual([[id, 2, false]])
})

test('a key that was stolen finds nothing more that it opens', async () => {
  const bed = await sharedTeam()
  const { id } = await caseOf(bed)
  await register(bed.worker, 'stolen')
  expect(await openedBy(bed.worker, id)).toBe(0)
})

test('a stolen key is put out of use whatever training has run out; a mere change of key waits for the training', async () => {
  const bed = await team()
  const { id } = await caseOf(bed)
  const ranOut = sql`update account_training set trained_on = '2020-01-01', valid_until = '2020-02-01' where account_id = ${bed.worker.account}`
  await asProgram((tx) => ranOut.execute(tx))
  const made = await makePersonalKey(opener, cost)
  if (!made.ok) throw new Error(made.refusal.code)
  const changing = { key: newId(), sealed: made.value.sealed, because: 'replaced' }
  expect(refusal(await bed.worker.client.post('/api/keys/mine', changing))).toBe('training-ran-out')
  await register(bed.worker, 'stolen')
  expect(await openedBy(bed.worker, id)).toBe(0)
})

test('after a custodian changed, the reader of a case splits its keys anew, for the present three and no other', async () => {
  const bed = await team()
  const { worker, custodians, officer, supervisor, at } = bed
  const { id } = await caseOf(bed)
  const wanting = async (from: Person) => mustParse(SharesWanting, (await from.client.get('/api/keys/shares/wanting')).body)
  expect((await wanting(worker)).cases).toEqual([])
  const fourth = await keyed('KEY_CUSTODIAN', at)
  const naming = newId()
  const ids = [custodians[0]!.account, custodians[1]!.account, fourth.account]
  expect((await officer.client.post('/api/keys/custodians', { custodians: ids }, { id: naming })).status).toBe(200)
  expect((await fourth.client.post('/api/keys/custodians/confirmations', { naming })).status).toBe(200)
  const wanted = await wanting(worker)
  expect(wanted.cases.map((one) => one.case)).toEqual([id])
  expect((await wanting(supervisor)).cases).toEqual([])
  const made = await newShares(unlockedAs(worker), wanted.cases[0]!, wanted.custodians)
  if (!made.ok) throw new Error(made.refusal.code)
  expect(made.value.shares).toHaveLength(6)
  const short = { case: id, shares: made.value.shares.slice(1) }
  const foreign = { case: id, shares: made.value.shares.map((one) => ({ ...one, custodian: custodians[2]!.account })) }
  for (const wrong of [short, foreign, { case: id, shares: [] }])
    expect(refusal(await worker.client.post('/api/keys/shares', wrong))).toBe('shares-not-for-custodians')
  expect(refusal(await supervisor.client.post('/api/keys/shares', made.value))).toBe('shares-not-for-custodians')
  expect((await worker.client.post('/api/keys/shares', made.value)).status).toBe(200)
  expect((await wanting(worker)).cases).toEqual([])
  const kept = await asProgram(
    async (tx) => (await sql<{ by: string }>`select distinct custodian as by from case_vault_share where case_id = ${id}`.execute(tx)).rows,
  )
  expect(kept.map(({ by }) => by).toSorted()).toEqual(ids.toSorted())
})

test('three custodians are named by one person and confirmed by another', async () => {
  const { at, custodians, officer, worker } = await team()
  const ids = custodians.map(({ account }) => account)
  expect(
    mustParse(OwnKey, (await worker.client.get('/api/keys/mine')).body)
      .custodians.map(({ account }) => account)
      .toSorted(),
  ).toEqual(ids.toSorted())
  const name = async (who: readonly string[]) => refusal(await officer.client.post('/api/keys/custodians', { custodians: who }))
  expect(await name(ids.slice(1))).toBe('custodians-must-be-three')
  expect(await name([ids[0]!, ids[0]!, ids[1]!])).toBe('custodians-must-be-three')
  expect(await name([ids[0]!, ids[1]!, worker.account])).toBe('custodian-without-key')
  const keyless = await person(['KEY_CUSTODIAN'], { organisation: at })
  expect(await name([ids[0]!, ids[1]!, keyless.account])).toBe('custodian-without-key')
  expect((await custodians[0]!.client.post('/api/keys/custodians', { custodians: ids })).status).toBe(403)
  const fourth = await keyed('KEY_CUSTODIAN', at)
  expect((await officer.client.post('/api/keys/custodians', { custodians: [ids[0], ids[1], fourth.account] })).status).toBe(200)
  const { waiting, custodians: still } = mustParse(CustodiansShown, (await custodians[2]!.client.get('/api/keys/custodians')).body)
  expect([waiting?.mayConfirm, still.length]).toEqual([false, 3])
  expect(refusal(await custodians[2]!.client.post('/api/keys/custodians/confirmations', { naming: waiting!.naming }))).toBe(
    'custodians-confirmed-by-one-of-them',
  )
  expect((await fourth.client.post('/api/keys/custodians/confirmations', { naming: waiting!.naming })).status).toBe(200)
  expect(refusal(await fourth.client.post('/api/keys/custodians/confirmations', { naming: waiting!.naming }))).toBe(
    'no-custodians-to-confirm',
  )
})

/** A custodian’s device: opens its shares and reseals them to the key whose digits were compared. */
async function give(custodian: Holder, recovery: string): Promise<Answer> {
  const { recoveries } = mustParse(RecoveriesShown, (await custodian.client.get('/api/keys/recoveries')).body)
  const asked = recoveries.find(({ id }) => id === recovery)!
  const { shares } = mustParse(SharesToGive, (await custodian.client.get(`/api/keys/recoveries/${recovery}/shares`)).body)
  const unlocked = unlockedAs(custodian)
  const resealed = await Promise.all(
    shares.map(async ({ case: caseId, vault, generation, share }) => {
      const one = await unlocked.resealShare({ share }, { caseId, vault, generation }, asked.publicKey)
      if (!one.ok) throw new Error(one.refusal.code)
      return { case: caseId, vault, generation, share: one.value }
    }),
  )
  return custodian.client.post(`/api/keys/recoveries/${recovery}/shares`, { shares: resealed })
}
