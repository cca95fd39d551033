/* From what somebody chooses on the screen to what the rules take: the first reader, two more, one taken out, and a threat with where it comes from. */
import { beforeEach, expect, test } from 'vitest'
import { freshDesk } from '../../../../../test/desk-of-one.ts'
import { type KeyedPerson, keyedPerson, unlockedAs } from '../../../../../test/vault-people.ts'
import { type Outcome, accepted } from '../../../../kernel/outcome.ts'
import { asId, mustParse } from '../../../../kernel/schema.ts'
import { VaultKeys } from '../../contract-vault.ts'
import type { KeyHolderShown } from '../../contract-keys.ts'
import type { Standing } from '../../domain/access/standing.ts'
import { CommandsWire } from '../../domain/file/command-wire.ts'
import type { FileContext } from '../../domain/file/file-context.ts'
import type { CaseWhole } from '../../domain/file/file-state.ts'
import { evolve, fileDecider, noWhole } from '../../domain/file/file.ts'
import { drawnSubject } from '../drawn-subject.ts'
import type { Making } from '../file/use-steps.ts'
import { openingBody } from '../opening/opening-body.ts'
import { commandOf, placeOf } from '../steps/step-shape.ts'
import { caseParts } from '../file/case-parts.ts'
import type { CaseWork } from '../file/use-case.ts'
import { type Asking, firstReaderSteps, furtherReaderSteps, readersOf, readersToChoose, takeOutSteps } from './reader-steps.ts'
import { threatStep } from './witness-steps.ts'

const caseId = '01970000-0000-7000-8000-00000000000a'
const [ours, haki] = ['01970000-0000-7000-8000-0000000000b0', '01970000-0000-7000-8000-0000000000b1']
if (!ours || !haki) throw new Error('two bodies')
const AT = '2026-11-20T08:00:00.000Z'

interface Someone extends KeyedPerson {
  readonly body: string
  readonly role: string
}
const someone = async (body: string, role: string): Promise<Someone> => ({ ...(await keyedPerson()), body, role })
const [worker, colleague, liaison, second, third, custodian] = [
  await someone(ours, 'CASE_WORKER'),
  await someone(ours, 'CASE_WORKER'),
  await someone(haki, 'JUSTICE_LIAISON'),
  await someone(haki, 'JUSTICE_LIAISON'),
  await someone(ours, 'CASE_SUPERVISOR'),
  await someone(ours, 'KEY_CUSTODIAN'),
]
const everybody = [worker, colleague, liaison, second, third, custodian]
const may: { readonly [role: string]: readonly string[] } = {
  ...{ CASE_WORKER: ['cases.work'], JUSTICE_LIAISON: ['cases.justice', 'cases.receive'] },
  ...{ CASE_SUPERVISOR: ['cases.supervise'], KEY_CUSTODIAN: ['cases.guard-shares'] },
}
const shown = ({ holder, role }: Someone): KeyHolderShown => ({ ...holder, fingerprint: '1234', roles: [role] })
/** As the server tells: of another body only those to whom it may be sealed. */
const askedBy = (by: Someone): Asking => ({
  holders: async ({ organisation = by.body, capability, accounts }) =>
    everybody
      .filter((one) => one.body === organisation && (one.body === by.body || ['JUSTICE_LIAISON', 'CASE_SUPERVISOR'].includes(one.role)))
      .filter((one) => capability === undefined || may[one.role]?.includes(capability))
      .filter((one) => accounts === undefined || accounts.includes(one.holder.account))
      .map(shown),
  custodians: async () => [],
})
const context = (by: Someone, standing: Standing, made: Pick<Making, 'beside'>): FileContext => ({
  ...{ toldAt: AT, at: AT, today: '2026-11-20', standing, by: by.holder.account, organisation: asId('organisation', by.body) },
  keyHolders: new Map(everybody.map((one) => [one.holder.account, asId('organisation', one.body)] as const)),
  custodians: new Set([custodian.holder.account]),
  wraps: (made.beside?.keys?.keys ?? []).map(({ vault, generation }) => ({
    vault,
    readers: (made.beside?.keys?.wraps ?? [])
      .filter((one) => one.vault === vault && one.generation === generation)
      .map((one) => one.reader),
  })),
  ...{ maySupervise: false, mayProtectData: false, mayOverride: false, mayManageReferrals: false, mayNameReaders: false },
  ...{
    isTrained: true,
    isTrainedForChildren: true,
    isWorkerActive: true,
    isOnCommittee: false,
    isInShelter: false,
    qualifiedToReview: false,
    competent: [],
  },
  ...{ decider: { type: 'NGO', organisation: null, name: null }, justiceBody: null },
  newConflict: asId('case-conflict', crypto.randomUUID()),
})
const value = <T>(outcome: Outcome<T>): T => {
  if (outcome.ok) return outcome.value
  throw new Error(outcome.refusal.code)
}
/** What was made travels as the server reads it, and is taken. */
function took(whole: CaseWhole, made: Making, { by, standing }: { readonly by: Someone; readonly standing: Standing }): CaseWhole {
  expect(mustParse(CommandsWire, made.all)).toEqual(made.all)
  if (made.beside?.keys) mustParse(VaultKeys, made.beside.keys)
  return value(fileDecider.decide(whole, { all: made.all }, context(by, standing, made))).reduce(evolve, whole)
}
const deskOf = (by: Someone, whole: CaseWhole) => ({ case: caseId, account: by.holder.account.toString(), organisation: by.body, whole })
const opened = async (): Promise<CaseWhole> => {
  const made = value(
    await openingBody({
      ...{
        caseId,
        newId: () => crypto.randomUUID(),
        subject: drawnSubject(),
        type: 'forced-labour',
        source: 'hotline',
        organisation: ours,
      },
      ...{ profile: null, provinceCode: null, texts: [], readers: [{ holder: worker.holder, as: 'owner' }], custodians: [] },
    }),
  )
  return took(noWhole, { all: made.all, beside: { keys: made.keys } }, { by: worker, standing: 'opening' })
}
beforeEach(freshDesk)

test('the team names the first reader and can open nothing of it; a reader names two more; one is taken out with a new key', async () => {
  let whole = await opened()
  const first = value(await firstReaderSteps(deskOf(worker, whole), { holder: liaison.holder, body: haki }, askedBy(worker)))
  expect(first.beside?.keys?.wraps.map((one) => one.reader)).toEqual([liaison.holder.account])
  whole = took(whole, first, { by: worker, standing: 'owner' })
  expect(readersOf({ whole })).toMatchObject([{ account: liaison.holder.account, as: 'witness-reader', vaults: ['witness'] }])
  const keys = first.beside?.keys
  if (!keys) throw new Error('a key was made')
  const [mine, theirs] = [unlockedAs(worker), unlockedAs(liaison)]
  expect(value(await mine.openVaults(caseId, keys))).toEqual([])
  expect(value(await theirs.openVaults(caseId, keys))).toEqual([{ caseId, vault: 'witness', generation: 1 }])

  for (const one of [second, third]) {
    const desk = { ...deskOf(liaison, whole), unlocked: theirs, open: async () => accepted([]) }
    whole = took(whole, value(await furtherReaderSteps(desk, { holder: one.holder, body: one.body })), {
      by: liaison,
      standing: 'witness-reader',
    })
  }
  expect(readersOf({ whole })).toHaveLength(3)
  // A fourth is refused by the rules, whatever a screen offers.
  const fourth = value(
    await furtherReaderSteps(
      { ...deskOf(liaison, whole), unlocked: theirs, open: async () => accepted([]) },
      { holder: colleague.holder, body: ours },
    ),
  )
  expect(fileDecider.decide(whole, { all: fourth.all }, context(liaison, 'witness-reader', fourth))).toMatchObject({
    refusal: { code: 'witness-readers-full' },
  })

  const out = value(
    await takeOutSteps(deskOf(liaison, whole), { account: second.holder.account, reason: 'left-the-body' }, askedBy(liaison)),
  )
  whole = took(whole, out, { by: liaison, standing: 'witness-reader' })
  expect(readersOf({ whole }).map((one) => one.account)).toEqual([liaison.holder.account, third.holder.account])
  expect([whole.access.generations.get('witness'), whole.access.mustRenew.has('witness')]).toEqual([2, false])
  expect(out.beside?.keys?.wraps.map((one) => one.reader).toSorted()).toEqual([liaison.holder.account, third.holder.account].toSorted())
  // Who works the case takes nobody out by this way: the key is not theirs to make.
  expect(fileDecider.decide(whole, { all: out.all }, context(colleague, 'member', out)).ok).toBe(false)
})

test('custodians get shares of a witness only where the reader is of their body', async () => {
  const three = [await keyedPerson(), await keyedPerson(), await keyedPerson()].map((one) => one.holder)
  const asking: Asking = { ...askedBy(worker), custodians: async () => three }
  const whole = await opened()
  const outside = value(await firstReaderSteps(deskOf(worker, whole), { holder: liaison.holder, body: haki }, asking))
  expect(outside.beside?.keys?.shares).toEqual([])
  const inside = value(await firstReaderSteps(deskOf(worker, whole), { holder: colleague.holder, body: ours }, asking))
  expect(inside.beside?.keys?.shares.map((one) => one.custodian)).toEqual(three.map((one) => one.account))
})

test('a key that is another than this device saw gets no vault', async () => {
  const whole = await opened()
  value(await firstReaderSteps(deskOf(worker, whole), { holder: liaison.holder, body: haki }, askedBy(worker)))
  const changed = { ...liaison.holder, publicKey: second.holder.publicKey }
  expect(await firstReaderSteps(deskOf(worker, whole), { holder: changed, body: haki }, askedBy(worker))).toMatchObject({
    refusal: { code: 'colleague-key-changed' },
  })
})

test('offered are colleagues, and of another body who follows things in justice; of several bodies only who is known to each', async () => {
  const offered = async (by: Someone, whole: CaseWhole, body: string) => {
    const { holders, isApart } = await readersToChoose(deskOf(by, whole), body, askedBy(by).holders)
    return isApart ? 'apart' : holders.map((one) => one.account)
  }
  const whole = await opened()
  expect(await offered(worker, whole, ours)).toEqual([colleague.holder.account, third.holder.account])
  expect(await offered(worker, whole, haki)).toEqual([liaison.holder.account, second.holder.account])
  const named = async (one: Someone) =>
    took(whole, value(await firstReaderSteps(deskOf(worker, whole), { holder: one.holder, body: one.body }, askedBy(worker))), {
      ...{ by: worker, standing: 'owner' },
    })
  const readByLiaison = await named(liaison)
  expect(await offered(liaison, readByLiaison, haki)).toEqual([second.holder.account])
  expect(await offered(liaison, readByLiaison, ours)).toEqual([])
  const readByColleague = await named(colleague)
  expect(await offered(colleague, readByColleague, ours)).toEqual([third.holder.account])
  expect(await offered(colleague, readByColleague, haki)).toBe('apart')
})

test('the part is shown to the team until there is a key, and then to readers alone', async () => {
  const part = caseParts.find((one) => one.key === 'witness')
  const shows = (standing: string, has: boolean): boolean | undefined =>
    part?.show(partial({ answer: { standing }, whole: { access: { generations: new Map(has ? [['witness', 1]] : []) } } }))
  expect([shows('owner', false), shows('member', false), shows('supervisor', false), shows('guest', false)]).toEqual([
    true,
    true,
    false,
    false,
  ])
  expect([shows('owner', true), shows('member', true), shows('witness-reader', true)]).toEqual([false, false, true])
})
/** Only what the list of parts looks at. */
const partial = (looked: object): CaseWork => Object.assign(Object.create(null), looked)

test('where a threat comes from is sealed to the witness’s vault, and may stay unsaid', () => {
  const fields = new Map(threatStep.fields.map((field) => [field.name, field]))
  expect(fields.get('source')).toMatchObject({ kind: 'sealed', vault: 'witness', slot: 'witness', isOptional: true })
  const said = { capability: '4', intent: '4', exposure: '3', level: '4', assessedOn: '2026-11-20', measures: [] }
  const typed = (more: object) =>
    Object.fromEntries(Object.entries({ ...said, ...more }).map(([name, one]) => [name, placeOf(fields.get(name)!, one)]))
  expect(commandOf(threatStep, typed({ source: 'un cousin du négociant' }))).toMatchObject({
    ask: { step: 'assess-threat', level: 4, source: { vault: 'witness' } },
  })
  expect(JSON.stringify(commandOf(threatStep, typed({ source: 'un cousin' })))).not.toContain('cousin')
  expect(commandOf(threatStep, typed({}))?.ask).not.toHaveProperty('source')
})
