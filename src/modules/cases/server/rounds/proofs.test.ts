/* Proof of consent outlives the file by its year: two custodians open it with a ground and a line in the log, nobody else and nobody alone, and then it goes. */
import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '../../../../../test/database.ts'
import { sealedFor } from '../../../../../test/sealed-opening.ts'
import { DEMO_PASSWORD } from '../../../../../test/world/accounts.ts'
import { approveClosing, askToClose, beginWork, yesTo } from '../../../../../test/world/case-acts.ts'
import { type KeyedPerson, must, withKey } from '../../../../../test/world/case-people.ts'
import { WORKED_VAULTS, openCase } from '../../../../../test/world/case-scenes.ts'
import { type Client, newId, signIn } from '../../../../../test/world/client.ts'
import { type Stage, openStage } from '../../../../../test/world/stage.ts'
import { addMonths } from '../../../../kernel/calendar.ts'
import { mustParse } from '../../../../kernel/schema.ts'
import { ProofList, ProofShares, ProofToOpen } from '../../contract-proofs.ts'
import type { OneCommand } from '../../domain/file/file-words.ts'
import { asProgram } from '../record/records.ts'

const world = await freshDatabase()
let stage: Stage
let worker: KeyedPerson
let supervisor: KeyedPerson
let custodians: readonly KeyedPerson[] = []
const PROOF = 'Elle a dit oui devant le témoin Canari.'

beforeAll(async () => {
  stage = await openStage(world, 30)
  stage.onDay(-2)
  worker = await withKey(stage, 'caseworker')
  supervisor = await withKey(stage, 'supervisor')
  custodians = [await withKey(stage, 'custodian1'), await withKey(stage, 'custodian2'), await withKey(stage, 'custodian3')]
})
const closed = async (shared: readonly KeyedPerson[]) => {
  const opened = await openCase({
    ...{ by: worker.client, organisation: stage.organisation('ngao'), name: 'Furaha Canari', story: 'Le puits.', custodians: shared },
    members: [{ person: worker, as: 'owner', vaults: WORKED_VAULTS }],
  })
  const sealed = await sealedFor(opened.body.keys, { case: opened.id, vault: 'evidence', slot: 'evidence' }, PROOF)
  const kept: OneCommand = { about: 'access', ask: { step: 'keep-text', sealed } }
  const all = [kept, ...beginWork([yesTo('case-management')], world.program.clock()), ...askToClose()]
  expect(await worker.client.post(`/api/cases/${opened.id}/steps`, { all })).toMatchObject({ status: 200 })
  expect(await supervisor.client.post(`/api/cases/${opened.id}/steps`, { all: approveClosing })).toMatchObject({ status: 200 })
  return { id: opened.id, code: String(JSON.stringify(opened.body.all).match(/"subject":"([^"]+)"/)?.[1]) }
}
const after = (months: number): void => world.setClock(`${addMonths(stage.today, months)}T09:00:00.000Z`)
const round = () => world.program.modules.cases.round()
const later = (key: string): Promise<Client> => signIn(stage.app, `${key}@demo.chanzo.example`, DEMO_PASSWORD)
const list = async (by: Client) => mustParse(ProofList, (await by.get('/api/consent-proofs')).body).proofs
const rows = () =>
  world.program.database.read(async (tx) => {
    await asProgram(tx)
    const found = await sql<{
      row: string
    }>`select p::text as row from consent_proof p union all select g::text from consent_proof_gift g`.execute(tx)
    return found.rows.map((one) => one.row)
  })

test('a file that was forgotten leaves its proof to two custodians for a year, and no link to itself', async () => {
  const { id, code } = await closed(custodians)
  // Without custodians nobody could ever open one, so none is kept.
  await closed([])
  after(61)
  expect(await round()).toMatchObject({ failed: 0 })
  const kept = await rows()
  expect(kept).toHaveLength(1)
  for (const word of [id, code, worker.holder.account, supervisor.holder.account, 'Canari', 'case-management'])
    expect(kept.join()).not.toContain(word)

  const [one, two] = [await later('custodian1'), await later('custodian2')]
  const [found] = await list(one)
  if (!found) throw new Error('a proof is kept')
  expect(found).toMatchObject({ isLentToMe: false, lentTo: [] })
  // A month and no day.
  expect(found.until).toMatch(/-01$/)
  const path = `/api/consent-proofs/${found.proof}`
  const alone = await one.get(path)
  expect(alone).toMatchObject({ body: { refusal: { code: 'two-custodians-needed' } } })
  const nothing = await one.get(`/api/consent-proofs/${newId()}`)
  expect(nothing).toMatchObject({ status: 404 })
  for (const key of ['dpo', 'supervisor']) expect(await (await later(key)).get(path)).toMatchObject({ status: 403 })

  const [mine, other] = [custodians[0], custodians[1]]
  if (!mine || !other) throw new Error('custodians')
  const { shares } = mustParse(ProofShares, (await two.get(`${path}/shares`)).body)
  const lent = must(await other.unlocked.lendProof({ shares }, mine.holder.publicKey))
  const to = (account: string) => ({ to: account, ground: 'court-order', ...lent })
  for (const wrong of [other.holder.account, worker.holder.account])
    expect(await two.post(`${path}/shares`, to(wrong))).toMatchObject({ body: { refusal: { code: 'proof-share-for-custodian' } } })
  expect(await two.post(`${path}/shares`, to(mine.holder.account))).toMatchObject({ status: 200 })
  const answered = await one.get(path)
  expect(answered.status).toBe(200)
  const words = must(await mine.unlocked.openProof(mustParse(ProofToOpen, answered.body)))
  expect(words).toContain(PROOF)
  expect(words.join()).toContain('case-management')
  // The third was lent nothing.
  expect(await (await later('custodian3')).get(path)).toMatchObject({ body: { refusal: { code: 'two-custodians-needed' } } })
  const told = await world.program.database.read(
    async (tx) =>
      (
        await sql<{ kind: string }>`select kind from log_event where subject = ${`consent-proof:${found.proof}`} order by position`.execute(
          tx,
        )
      ).rows,
  )
  expect(told.map((row) => row.kind)).toEqual(['consent-proof.share-lent', 'consent-proof.opened'])

  after(74)
  await round()
  expect(await rows()).toEqual([])
  expect(await (await later('custodian1')).get(path)).toMatchObject({ status: 404 })
  expect(await world.program.log.checkRebuild()).toMatchObject({ differences: 0 })
})
