/*
A witness from the screen to the database: the first reader is named by the team, opens, rates the threat; others are let in and taken out. What is
sent is made by the same functions as on the screen, with what the server tells each device.
*/
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { freshDatabase } from '../../../test/database.ts'
import { freshDesk } from '../../../test/desk-of-one.ts'
import { type KeyedPerson, must, withKey } from '../../../test/world/case-people.ts'
import { WORKED_VAULTS, openCase } from '../../../test/world/case-scenes.ts'
import { newId } from '../../../test/world/client.ts'
import { type Stage, openStage } from '../../../test/world/stage.ts'
import { accepted } from '../../kernel/outcome.ts'
import { mustParse } from '../../kernel/schema.ts'
import { KeyHolders } from './contract-keys.ts'
import type { VaultName } from './contract-vault.ts'
import { CaseAnswer, CaseTexts } from './contract.ts'
import type { OneCommand } from './domain/file/file-words.ts'
import { foldCase } from './ui/file/fold.ts'
import { newestKey } from './ui/file/renew-vault.ts'
import type { Making } from './ui/file/use-steps.ts'
import { commandOf } from './ui/steps/step-shape.ts'
import { sealText } from '../../app/sealing/sealed-text.ts'
import { type Asking, firstReaderSteps, furtherReaderSteps, readersToChoose, takeOutSteps } from './ui/witness/reader-steps.ts'
import { openStep, threatStep } from './ui/witness/witness-steps.ts'

const world = await freshDatabase()
let stage: Stage
let [worker, colleague, supervisor, liaison]: KeyedPerson[] = []
const person = (one: KeyedPerson | undefined): KeyedPerson => {
  if (!one) throw new Error('nobody')
  return one
}
beforeAll(async () => {
  stage = await openStage(world, 31)
  stage.onDay(-2)
  ;[worker, colleague, supervisor, liaison] = [
    await withKey(stage, 'caseworker'),
    await withKey(stage, 'casework2'),
    await withKey(stage, 'supervisor'),
    await withKey(stage, 'justice'),
  ]
})
beforeEach(freshDesk)
const opened = async () => {
  const one = await openCase({
    ...{ by: person(worker).client, organisation: stage.organisation('ngao'), name: 'Asifiwe Canari', story: 'Le trou du Canari.' },
    members: [{ person: person(worker), as: 'owner', vaults: WORKED_VAULTS }],
  })
  expect(one.answer).toMatchObject({ status: 200 })
  return one.id
}
const steps = (by: KeyedPerson, id: string, all: readonly OneCommand[]) => by.client.post(`/api/cases/${id}/steps`, { all })
const ofHaki = () => stage.organisation('haki')
const ofNgao = () => stage.organisation('ngao')
/** What a screen of the case knows of somebody: the coded file as it is told to them, and their key. */
const deskOf = async (by: KeyedPerson, id: string, organisation: string) => {
  const answer = mustParse(CaseAnswer, (await by.client.get(`/api/cases/${id}`)).body)
  const open = async (vault: VaultName) => {
    const { keys, wraps } = mustParse(CaseTexts, (await by.client.get(`/api/cases/${id}/texts/${vault}`)).body)
    const opened = await by.unlocked.openVaults(id, { keys, wraps })
    return opened.ok ? accepted([]) : opened
  }
  return { case: id, account: by.holder.account.toString(), organisation, unlocked: by.unlocked, open, answer, ...foldCase(answer) }
}
const askingOf = (by: KeyedPerson): Asking => ({
  holders: async ({ organisation, capability, accounts }) => {
    const query = new URLSearchParams({
      ...(organisation === undefined ? {} : { organisation }),
      ...(capability === undefined ? {} : { capability }),
      ...(accounts === undefined ? {} : { accounts: accounts.join(',') }),
    })
    return mustParse(KeyHolders, (await by.client.get(`/api/keys/holders?${query}`)).body).holders
  },
  custodians: async () => [],
})
const sent = async (by: KeyedPerson, id: string, { all, beside }: Making) => by.client.post(`/api/cases/${id}/steps`, { all, ...beside })
const kept = async (by: KeyedPerson, id: string, text: string) => {
  const { keys } = mustParse(CaseAnswer, (await by.client.get(`/api/cases/${id}`)).body)
  const key = newestKey(keys, 'witness')
  if (key === null) throw new Error('the witness has a key')
  return must(await sealText(key, { caseId: id, slot: 'witness', id: newId() }, text))
}
const textsFor = async (by: KeyedPerson, id: string) => {
  const told = mustParse(CaseTexts, (await by.client.get(`/api/cases/${id}/texts/witness`)).body)
  must(await by.unlocked.openVaults(id, told))
  return Promise.all(told.texts.map(async (one) => must(await by.unlocked.openText(id, one))))
}

test('the team names the first reader, who opens, rates the threat with its source, and takes out a second with a new key', async () => {
  const id = await opened()
  const [owner, first, second] = [person(worker), person(liaison), person(supervisor)]
  const offered = await readersToChoose(await deskOf(owner, id, ofNgao()), ofHaki(), askingOf(owner).holders)
  const holder = offered.holders.find((one) => one.account === first.holder.account)
  if (!holder) throw new Error('the liaison is offered')
  const naming = must(await firstReaderSteps(await deskOf(owner, id, ofNgao()), { holder, body: ofHaki() }, askingOf(owner)))
  expect(await sent(owner, id, naming)).toMatchObject({ status: 200 })
  expect((await deskOf(owner, id, ofNgao())).whole.access.generations.get('witness')).toBe(1)
  expect((await owner.client.get(`/api/cases/${id}/texts/witness`)).status).toBe(404)

  const [who, from] = [await kept(first, id, 'Elle a vu.'), await kept(first, id, 'Un cousin du négociant.')]
  const typed = { capability: '4', intent: '4', exposure: '3', level: '4', assessedOn: stage.today, measures: [] }
  const open = commandOf(openStep('WW-2345-XX'), { identity: { vault: 'witness', id: who.id } })
  const threat = commandOf(threatStep, { ...typed, source: { vault: 'witness', id: from.id } })
  if (!open || !threat) throw new Error('the forms are whole')
  const keeping = [who, from].map((sealed): OneCommand => ({ about: 'access', ask: { step: 'keep-text', sealed } }))
  expect(await steps(first, id, [...keeping, open, threat])).toMatchObject({ status: 200 })
  expect((await deskOf(first, id, ofHaki())).whole.witness).toMatchObject({ isOpen: true, level: 4 })

  // The supervision of the body is known to others, so a reader of another body may name it, and it reads what was written before.
  const further = must(await furtherReaderSteps(await deskOf(first, id, ofHaki()), { holder: second.holder, body: ofNgao() }))
  expect(await sent(first, id, further)).toMatchObject({ status: 200 })
  expect(await textsFor(second, id)).toEqual(['Elle a vu.', 'Un cousin du négociant.'])

  const out = { account: second.holder.account, reason: 'left-the-team' } as const
  const taking = must(await takeOutSteps(await deskOf(first, id, ofHaki()), out, askingOf(first)))
  expect(taking.beside?.keys?.keys).toMatchObject([{ vault: 'witness', generation: 2 }])
  expect(await sent(first, id, taking)).toMatchObject({ status: 200 })
  expect((await second.client.get(`/api/cases/${id}/texts/witness`)).status).toBe(404)
  const later = await kept(first, id, 'Elle a changé de quartier.')
  expect(later.generation).toBe(2)
  expect(await steps(first, id, [{ about: 'access', ask: { step: 'keep-text', sealed: later } }])).toMatchObject({ status: 200 })
  expect(await textsFor(first, id)).toContain('Elle a changé de quartier.')
  expect((await second.unlocked.openText(id, later)).ok).toBe(false)
  // Nobody outside: no word of it in an answer to who works the case.
  expect(JSON.stringify((await deskOf(owner, id, ofNgao())).answer)).not.toMatch(/cousin|witness\.(?:opened|threat)/)
})

test('where readers are of two bodies the one who stays makes a key for both: each body is asked for its own', async () => {
  const id = await opened()
  const [owner, first, second] = [person(worker), person(liaison), person(supervisor)]
  const naming = { holder: second.holder, body: ofNgao() }
  expect(await sent(owner, id, must(await firstReaderSteps(await deskOf(owner, id, ofNgao()), naming, askingOf(owner))))).toMatchObject({
    status: 200,
  })
  expect((await readersToChoose(await deskOf(second, id, ofNgao()), ofHaki(), askingOf(second).holders)).isApart).toBe(false)
  for (const one of [
    { holder: first.holder, body: ofHaki() },
    { holder: person(colleague).holder, body: ofNgao() },
  ])
    expect(await sent(second, id, must(await furtherReaderSteps(await deskOf(second, id, ofNgao()), one)))).toMatchObject({ status: 200 })
  // A colleague who is known to their own body alone: now no other body could be let in, and the screen says so.
  expect((await readersToChoose(await deskOf(second, id, ofNgao()), ofHaki(), askingOf(second).holders)).isApart).toBe(true)
  const out = { account: person(colleague).holder.account, reason: 'left-the-body' } as const
  const taking = must(await takeOutSteps(await deskOf(first, id, ofHaki()), out, askingOf(first)))
  expect(taking.beside?.keys?.wraps.map((one) => one.reader).toSorted()).toEqual([first.holder.account, second.holder.account].toSorted())
  expect(await sent(first, id, taking)).toMatchObject({ status: 200 })
  // The team's own people do not name themselves in, nor make a second first key.
  const again = must(await firstReaderSteps(await deskOf(owner, id, ofNgao()), { holder: first.holder, body: ofHaki() }, askingOf(owner)))
  expect((await sent(owner, id, again)).status).not.toBe(200)
})
