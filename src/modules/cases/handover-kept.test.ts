/*
What a handover leaves standing, over HTTP and with real keys: shares of what the person kept back stay with the custodians of the former body and open nothing for the newer one; what the
former body asked for or was sending ends; a yes that runs out by its day takes the offer off the table.
*/
import { sql } from 'kysely'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { freshDatabase } from '../../../test/database.ts'
import { freshDesk } from '../../../test/desk-of-one.ts'
import { sealedFor } from '../../../test/sealed-opening.ts'
import { beginWork, consentTo, witnessVault, yesTo } from '../../../test/world/case-acts.ts'
import { makeFile, piecesOf, sendPieces } from '../../../test/world/case-files.ts'
import { type KeyedPerson, must, withKey } from '../../../test/world/case-people.ts'
import { type Opened, WORKED_VAULTS, openCase } from '../../../test/world/case-scenes.ts'
import { type Answer, newId } from '../../../test/world/client.ts'
import { newcomer } from '../../../test/world/newcomer.ts'
import { type Stage, openStage } from '../../../test/world/stage.ts'
import { accepted } from '../../kernel/outcome.ts'
import { asId, mustParse } from '../../kernel/schema.ts'
import { OfferedCases, SentHandovers } from './contract-handover.ts'
import { RecoveriesShown } from './contract-keys.ts'
import { VaultKeys, type VaultName } from './contract-vault.ts'
import { CaseAnswer, CaseList, CaseTexts } from './contract.ts'
import { CODED_FIELDS } from './domain/handover/handover.ts'
import { foldCase } from './ui/file/fold.ts'
import { offerSteps } from './ui/handover/offer-steps.ts'

const world = await freshDatabase()
let stage: Stage
const people = new Map<string, KeyedPerson>()
const person = (name: string): KeyedPerson => {
  const found = people.get(name)
  if (!found) throw new Error(`nobody is ${name}`)
  return found
}
const haki = () => asId('organisation', stage.organisation('haki'))
const CUSTODIANS = ['custodian1', 'custodian2', 'custodian3']
beforeAll(async () => {
  stage = await openStage(world, 30)
  stage.onDay(-2)
  for (const name of ['caseworker', 'supervisor', 'justice', ...CUSTODIANS]) people.set(name, await withKey(stage, name))
  const taker = { name: 'taker', role: 'CASE_SUPERVISOR', organisation: haki() } as const
  people.set('taker', await newcomer(world.program, stage, taker))
}, 180_000)
beforeEach(freshDesk)

const steps = (by: string, id: string, body: object): Promise<Answer> => person(by).client.post(`/api/cases/${id}/steps`, body)
const codeOf = ({ body }: Answer): string => /"code":"([a-z-]+)"/.exec(JSON.stringify(body))?.[1] ?? 'taken'
const inHours = (hours: number): string => new Date(Date.parse(world.program.clock()) + hours * 3_600_000).toISOString()
const identityFields = ['name', 'photo', 'birth-date', 'safe-contact', 'contact-times', 'documents-held'] as const
/** Worked on; the person lets codes and identity go to the other body, until a day if one is said. */
async function worked(validTo: string | null = null): Promise<Opened> {
  const opened = await openCase({
    ...{ by: person('caseworker').client, organisation: stage.organisation('ngao'), name: 'Neema Canari', story: 'Au puits.' },
    members: [{ person: person('caseworker'), as: 'owner', vaults: WORKED_VAULTS }],
    custodians: CUSTODIANS.map(person),
  })
  const now = world.program.clock()
  const going = yesTo('case-transfer', haki(), { extent: 'selected', fields: [...CODED_FIELDS, ...identityFields] })
  const all = [...beginWork([yesTo('case-management')], now), consentTo([going], now, validTo)]
  expect(await steps('caseworker', opened.id, { all })).toMatchObject({ status: 200 })
  return opened
}
async function offer(id: string, vaults: readonly VaultName[] = ['identity']) {
  const { client, holder, unlocked } = person('caseworker')
  const open = async (vault: VaultName) => {
    const { keys, wraps } = mustParse(CaseTexts, (await client.get(`/api/cases/${id}/texts/${vault}`)).body)
    const opened = await unlocked.openVaults(id, { keys, wraps })
    return opened.ok ? accepted([]) : opened
  }
  const { whole } = foldCase(mustParse(CaseAnswer, (await client.get(`/api/cases/${id}`)).body))
  const handover = newId()
  const made = must(
    await offerSteps(
      { case: id, account: holder.account.toString(), unlocked, open, whole },
      { handover, recipient: haki(), takers: [person('taker').holder], vaults, respondBy: inHours(72) },
    ),
  )
  return { handover, code: codeOf(await steps('caseworker', id, { all: made.all, ...made.beside })) }
}
const answer = (handover: string, ask: object) =>
  person('taker').client.post(`/api/handovers/${handover}/answers`, { ask: { handover, ...ask } })
const offers = async () => mustParse(OfferedCases, (await person('taker').client.get('/api/handovers/received')).body).offers
const sharedVaults = (id: string): Promise<readonly string[]> =>
  world.program.database.read(async (tx) => {
    await sql`select set_config('chanzo.scope', 'record', true)`.execute(tx)
    const found = await sql<{ vault: string }>`select distinct vault from case_vault_share where case_id = ${id} order by 1`.execute(tx)
    return found.rows.map((one) => one.vault)
  })

test('what was kept back stays shut and is not destroyed; what the former body asked for or was sending comes to its end', async () => {
  const opened = await worked()
  const { id } = opened
  // Emergency access, asked and not answered; a photograph, half sent.
  const reason = await sealedFor(opened.body.keys, { case: id, vault: 'narrative', slot: 'reason' }, 'Vu ce matin.')
  const request = newId()
  const asking = { step: 'ask-break-glass', request, vaults: ['identity'], ground: 'imminent-danger' }
  const plea = [
    { about: 'access', ask: { step: 'keep-text', sealed: reason } },
    { about: 'access', ask: { ...asking, reason: { vault: 'narrative', id: reason.id } } },
  ]
  expect(await steps('supervisor', id, { all: plea })).toMatchObject({ status: 200 })
  const key = mustParse(VaultKeys, opened.body.keys).keys.find((one) => one.vault === 'identity')
  if (!key) throw new Error('a key of the identity')
  const file = await makeFile(id, key, { content: new Uint8Array(90_000) })
  expect(await steps('caseworker', id, { all: file.steps })).toMatchObject({ status: 200 })
  const { client } = person('caseworker')
  expect(await sendPieces(client, id, file, { to: 40_000 })).toMatchObject({ status: 200 })

  expect((await offer(id, [])).code).toBe('handover-without-identity')
  const { handover, code } = await offer(id)
  expect(code).toBe('taken')
  const before = await sharedVaults(id)
  expect(before).toEqual(expect.arrayContaining(['evidence', 'identity', 'narrative']))
  expect(codeOf(await answer(handover, { step: 'accept' }))).toBe('taken')

  expect(await sharedVaults(id)).toEqual(before.filter((vault) => vault !== 'identity'))
  // The newer body asks the custodians: those of the former one are not even asked.
  expect(await person('taker').client.post('/api/keys/recoveries', { because: 'no-key-of-case' })).toMatchObject({ status: 200 })
  for (const name of CUSTODIANS)
    expect(mustParse(RecoveriesShown, (await person(name).client.get('/api/keys/recoveries')).body).recoveries).toEqual([])

  const approve = { about: 'access', ask: { step: 'approve-break-glass', request } }
  expect(codeOf(await steps('taker', id, { all: [approve] }))).toBe('break-glass-already-answered')
  expect(await client.get(piecesOf(id, file.attachment))).toMatchObject({ status: 404 })
  expect(await sendPieces(client, id, file, { from: 40_000 })).toMatchObject({ status: 404 })
  const { cases } = mustParse(CaseList, (await person('taker').client.get('/api/cases')).body)
  expect(cases.find((one) => one.case === id)?.waits).toContain('one-reader')
})

test('under a legal hold nothing is offered, and nothing that was offered is taken over', async () => {
  const { id } = await worked()
  const { handover } = await offer(id)
  const hold = { about: 'retention', ask: { step: 'place-hold', hold: newId(), ground: 'trial', until: null } }
  expect(await stage.as('dpo').post(`/api/cases/${id}/protection`, { all: [hold] })).toMatchObject({ status: 200 })
  expect(codeOf(await answer(handover, { step: 'accept' }))).toBe('legal-hold')
  expect(codeOf(await answer(handover, { step: 'decline', reason: 'no-capacity' }))).toBe('taken')
  expect((await offer(id)).code).toBe('legal-hold')
})

test('who was named a reader of the witness meanwhile declines, and is told why they cannot take both', async () => {
  const { id } = await worked()
  const { handover } = await offer(id)
  const { holder } = person('taker')
  const { keys } = await witnessVault(id, person('taker'), 'x')
  const join = { step: 'join', account: holder.account, organisation: haki(), as: 'witness-reader', vaults: ['witness'] }
  const all = [
    { about: 'access', ask: join },
    { about: 'access', ask: { step: 'renew-keys', generations: keys.keys } },
  ]
  expect(await steps('caseworker', id, { all, keys })).toMatchObject({ status: 200 })
  expect(codeOf(await answer(handover, { step: 'accept' }))).toBe('handover-taker-reads-apart')
  expect(codeOf(await answer(handover, { step: 'decline', reason: 'no-capacity' }))).toBe('taken')
})

test('a yes that was given until a day ends the offer on that day: it is shown no more, and the round says so', async () => {
  const before = world.program.clock()
  const { id } = await worked(inHours(24))
  const { handover } = await offer(id)
  expect((await offers()).map((one) => one.handover)).toContain(handover)
  world.setClock(inHours(25))
  expect((await offers()).map((one) => one.handover)).not.toContain(handover)
  await world.program.modules.cases.round()
  const { sent } = mustParse(SentHandovers, (await person('caseworker').client.get('/api/handovers/sent')).body)
  expect(sent).toContainEqual(expect.objectContaining({ handover, state: 'consent-ended' }))
  world.setClock(before)
})
