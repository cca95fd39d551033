/*
A whole case goes to another body, over HTTP and with real keys: offered under the person's yes, taken by one of the few there, opened by them with what the sender's device wrapped;
and nobody of the former team reads anything afterwards. What ends the yes ends the offer.
*/
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { sql } from 'kysely'
import { freshDatabase } from '../../../test/database.ts'
import { freshDesk } from '../../../test/desk-of-one.ts'
import { type KeyedPerson, must, withKey } from '../../../test/world/case-people.ts'
import { type Member, WORKED_VAULTS, openCase } from '../../../test/world/case-scenes.ts'
import { type Answer, newId } from '../../../test/world/client.ts'
import { newcomer } from '../../../test/world/newcomer.ts'
import { type Stage, openStage } from '../../../test/world/stage.ts'
import { accepted } from '../../kernel/outcome.ts'
import { mustParse } from '../../kernel/schema.ts'
import { NoticeList } from '../notices/domain/notice-words.ts'
import { OfferedCases, SentHandovers } from './contract-handover.ts'
import { KeyHolders } from './contract-keys.ts'
import type { VaultName } from './contract-vault.ts'
import { CaseAnswer, CaseList, CaseTexts, CaseViews } from './contract.ts'
import { foldCase } from './ui/file/fold.ts'
import { newestKey, renewCommand, renewVaults } from './ui/file/renew-vault.ts'
import { offerSteps, takersOf } from './ui/handover/offer-steps.ts'
import { sealText } from '../../app/sealing/sealed-text.ts'

const world = await freshDatabase()
let stage: Stage
let people: { readonly [name: string]: KeyedPerson } = {}
const person = (name: string): KeyedPerson => {
  const found = people[name]
  if (!found) throw new Error(`nobody is ${name}`)
  return found
}
beforeAll(async () => {
  stage = await openStage(world, 30)
  stage.onDay(-2)
  const haki = stage.organisation('haki')
  people = {
    ...{ caseworker: await withKey(stage, 'caseworker'), casework2: await withKey(stage, 'casework2') },
    ...{
      supervisor: await withKey(stage, 'supervisor'),
      shelter: await withKey(stage, 'shelter'),
      justice: await withKey(stage, 'justice'),
    },
    taker: await newcomer(world.program, stage, { name: 'taker', role: 'CASE_SUPERVISOR', organisation: haki }),
    other: await newcomer(world.program, stage, { name: 'other', role: 'CASE_SUPERVISOR', organisation: haki }),
  }
}, 180_000)
beforeEach(freshDesk)

const haki = () => stage.organisation('haki')
const steps = (by: string, id: string, body: object): Promise<Answer> => person(by).client.post(`/api/cases/${id}/steps`, body)
const mustSay = async (answer: Promise<Answer>) => {
  const { status, body } = await answer
  if (status !== 200) throw new Error(JSON.stringify(body))
}
const codeOf = ({ body }: Answer): string => /"code":"([a-z-]+)"/.exec(JSON.stringify(body))?.[1] ?? 'taken'
const consent = (items: readonly object[], changes: object = {}) => ({
  about: 'consent',
  ask: {
    step: 'record',
    given: {
      ...{ consent: newId(), givenBy: 'self', assentOfChild: 'not-applicable', guardianAgrees: 'not-applicable', form: 'written' },
      ...{ language: 'swa', interpreterUsed: false, items, withheldFields: [], withheldFrom: [] },
      ...{ validFrom: '2020-01-01T00:00:00.000Z', validTo: null, policyVersion: '1' },
      ...changes,
    },
  },
})
const ownWork = { id: 'w1', purpose: 'case-management', recipient: null, extent: 'full', answer: 'yes' }
const toHaki = (id: string, rest: object = { extent: 'full', answer: 'yes' }) => ({
  id,
  purpose: 'case-transfer',
  recipient: haki(),
  ...rest,
})
const NAME = 'Zawadi Canari'
/** Worked on, with the person's yes to the work. */
async function worked(more: readonly Member[] = []): Promise<string> {
  const { id, answer } = await openCase({
    ...{ by: person('caseworker').client, organisation: stage.organisation('ngao'), name: NAME, story: 'Canari raconte.' },
    members: [
      { person: person('caseworker'), as: 'owner', vaults: WORKED_VAULTS },
      { person: person('casework2'), as: 'worker', vaults: ['identity', 'narrative'] },
      ...more,
    ],
  })
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body))
  await mustSay(
    steps('caseworker', id, {
      all: [
        consent([ownWork]),
        { about: 'case', ask: { step: 'screen', screening: 'sc1', isComplete: true } },
        { about: 'case', ask: { step: 'obtain-consent' } },
      ],
    }),
  )
  return id
}
const inHours = (hours: number): string => new Date(Date.parse(world.program.clock()) + hours * 3_600_000).toISOString()
const deskOf = async (by: string, id: string) => {
  const { client, unlocked, holder } = person(by)
  const answer = mustParse(CaseAnswer, (await client.get(`/api/cases/${id}`)).body)
  const open = async (vault: VaultName) => {
    const { keys, wraps } = mustParse(CaseTexts, (await client.get(`/api/cases/${id}/texts/${vault}`)).body)
    const opened = await unlocked.openVaults(id, { keys, wraps })
    return opened.ok ? accepted([]) : opened
  }
  return { case: id, account: holder.account.toString(), unlocked, open, answer, ...foldCase(answer) }
}
const askAs = (by: string) => async (asked: { readonly organisation?: string; readonly capability?: string }) => {
  const query = new URLSearchParams({ organisation: asked.organisation ?? '', capability: asked.capability ?? '' })
  return mustParse(KeyHolders, (await person(by).client.get(`/api/keys/holders?${query}`)).body).holders
}
interface Offer {
  readonly by?: string
  readonly vaults?: readonly VaultName[]
  readonly hours?: number
  readonly recipient?: string
}
async function offer(id: string, { by = 'caseworker', vaults = WORKED_VAULTS, hours = 72, recipient = haki() }: Offer = {}) {
  const handover = newId()
  const takers = await takersOf(recipient, askAs(by))
  const made = must(await offerSteps(await deskOf(by, id), { handover, recipient, takers, vaults, respondBy: inHours(hours) }))
  const answer = await steps(by, id, { all: made.all, ...made.beside })
  return { handover, answer, made }
}
const answers = (by: string, handover: string, ask: object) =>
  person(by).client.post(`/api/handovers/${handover}/answers`, { ask: { handover, ...ask } })
const offeredTo = async (by: string) => mustParse(OfferedCases, (await person(by).client.get('/api/handovers/received')).body).offers
const sentBy = async (by: string) => mustParse(SentHandovers, (await person(by).client.get('/api/handovers/sent')).body).sent
const wordsOf = async (by: string, id: string, vault: VaultName): Promise<readonly string[]> => {
  const { client, unlocked } = person(by)
  const answer = await client.get(`/api/cases/${id}/texts/${vault}`)
  if (answer.status !== 200) return [codeOf(answer)]
  const { texts, keys, wraps } = mustParse(CaseTexts, answer.body)
  must(await unlocked.openVaults(id, { keys, wraps }))
  return Promise.all(
    texts.map(async (text) => {
      const opened = await unlocked.openText(id, text)
      return opened.ok ? opened.value : opened.refusal.code
    }),
  )
}
const rowsIn = (table: string, id: string): Promise<number> =>
  world.program.database.read(async (tx) => {
    await sql`select set_config('chanzo.scope', 'record', true)`.execute(tx)
    return (await sql`select 1 from ${sql.table(table)} where case_id = ${id}`.execute(tx)).rows.length
  })
const listed = async (by: string) => mustParse(CaseList, (await person(by).client.get('/api/cases')).body).cases.map((one) => one.case)
const noticesOf = async (by: string) => mustParse(NoticeList, (await person(by).client.get('/api/notices')).body).notices

describe('an offer', () => {
  test('stands on a yes to the transfer to exactly that body, covers what was agreed, and names people of that body who were sealed to', async () => {
    const id = await worked()
    expect(codeOf((await offer(id)).answer)).toBe('consent-not-asked')
    await mustSay(steps('caseworker', id, { all: [consent([toHaki('t0', { extent: 'full', answer: 'no' })])] }))
    expect(codeOf((await offer(id)).answer)).toBe('consent-refused')
    await mustSay(steps('caseworker', id, { all: [consent([toHaki('t1', { extent: 'selected', fields: ['name'], answer: 'yes' })])] }))
    expect(codeOf((await offer(id)).answer)).toBe('consent-does-not-cover-fields')
    const coded = ['subject-code', 'age-band', 'gender', 'languages', 'disability', 'nationality', 'urgency', 'needs', 'case-history']
    await mustSay(steps('caseworker', id, { all: [consent([toHaki('t2', { extent: 'selected', fields: coded, answer: 'yes' })])] }))
    expect(codeOf((await offer(id)).answer)).toBe('handover-vault-not-agreed')
    await mustSay(steps('caseworker', id, { all: [consent([toHaki('t3')])] }))
    expect(codeOf((await offer(id, { hours: 24 * 15 })).answer)).toBe('handover-answer-time')
    const { made } = await offer(id, { hours: -1 })
    expect(codeOf(await steps('caseworker', id, { all: made.all }))).toBe('handover-answer-time')
    const good = must(
      await offerSteps(await deskOf('caseworker', id), {
        ...{ handover: newId(), recipient: haki(), takers: [person('shelter').holder], vaults: ['identity'], respondBy: inHours(24) },
      }),
    )
    expect(codeOf(await steps('caseworker', id, { all: good.all, ...good.beside }))).toBe('handover-taker-of-another-body')
    const bare = must(
      await offerSteps(await deskOf('caseworker', id), {
        ...{ handover: newId(), recipient: haki(), takers: [person('taker').holder], vaults: ['identity'], respondBy: inHours(24) },
      }),
    )
    expect(codeOf(await steps('caseworker', id, { all: bare.all }))).toBe('handover-keys-missing')
    expect(await offeredTo('taker')).toEqual([])
    expect(await rowsIn('case_handover_wrap', id)).toBe(0)
    // Who sends never says yes for who receives, and nobody of another body slips in as who was handed it.
    expect(codeOf(await steps('caseworker', id, { all: [{ about: 'case', ask: { step: 'accept-transfer', recipient: haki() } }] }))).toBe(
      'transfer-accepted-by-receiver',
    )
  })

  test('is seen by the few it names, as codes; the case itself opens to none of them before the answer; nobody else hears of it', async () => {
    const id = await worked()
    await mustSay(steps('caseworker', id, { all: [consent([toHaki('t3')])] }))
    const { handover, answer } = await offer(id)
    expect(codeOf(answer)).toBe('taken')
    const [seen, ...more] = await offeredTo('taker')
    expect(more).toEqual([])
    expect(seen).toMatchObject({
      handover,
      from: stage.organisation('ngao'),
      type: 'forced-labour',
      gender: 'Feminine',
      vaults: WORKED_VAULTS,
    })
    expect(JSON.stringify(seen)).not.toContain('Canari')
    expect(JSON.stringify(seen)).not.toContain(id)
    // Where the person is was never asked for.
    expect(seen).not.toHaveProperty('province')
    for (const by of ['justice', 'shelter', 'supervisor']) expect(await offeredTo(by)).toEqual([])
    expect(codeOf(await person('taker').client.get(`/api/cases/${id}`))).toBe('unknown-case')
    expect(codeOf(await person('taker').client.get(`/api/cases/${id}/texts/identity`))).toBe('unknown-case')
    expect(codeOf(await answers('justice', handover, { step: 'accept' }))).toBe('unknown-handover')
    expect(codeOf(await answers('caseworker', handover, { step: 'accept' }))).toBe('unknown-handover')
    expect(codeOf(await steps('caseworker', id, { all: [{ about: 'handover', ask: { step: 'accept', handover } }] }))).toBe('unknown-case')
    expect(await noticesOf('taker')).toContainEqual(expect.objectContaining({ kind: 'protectionWaits', path: '/cases' }))
    const { views } = mustParse(CaseViews, (await person('caseworker').client.get(`/api/cases/${id}/views`)).body)
    expect(views).toContainEqual(expect.objectContaining({ account: person('taker').holder.account, what: 'package', purpose: 'referral' }))
    expect(codeOf((await offer(id)).answer)).toBe('handover-already-offered')
    expect(codeOf(await answers('taker', handover, { step: 'decline', reason: 'no-capacity' }))).toBe('taken')
    expect(await sentBy('caseworker')).toContainEqual(expect.objectContaining({ handover, state: 'declined', reason: 'no-capacity' }))
    expect(await rowsIn('case_handover_wrap', id)).toBe(0)
    expect(codeOf(await answers('taker', handover, { step: 'accept' }))).toBe('unknown-handover')
  })
})

describe('taken over', () => {
  test('the taker answers for the case and opens what was wrapped; of the former team nobody reads codes, texts or keys; new words go under a new key', async () => {
    const id = await worked()
    await mustSay(steps('caseworker', id, { all: [consent([toHaki('t4')])] }))
    const old = await deskOf('caseworker', id)
    await old.open('identity')
    const { handover } = await offer(id)
    expect(codeOf(await answers('taker', handover, { step: 'accept' }))).toBe('taken')

    const desk = await deskOf('taker', id)
    expect(desk.answer.standing).toBe('owner')
    expect(desk.whole.file).toMatchObject({
      organisation: haki(),
      owner: person('taker').holder.account,
      standing: { at: 'active-assessment' },
    })
    expect(desk.whole.access.members.map(({ account, as }) => [account, as])).toEqual([[person('taker').holder.account, 'owner']])
    expect(desk.events.map(({ event }) => event.kind)).toContain('case-handover.accepted.v1')
    expect(await wordsOf('taker', id, 'identity')).toEqual([NAME])
    expect(await wordsOf('taker', id, 'narrative')).toEqual(['Canari raconte.'])
    expect(await listed('taker')).toContain(id)
    // A colleague there to whom it was offered too has nothing left of it.
    expect(await wordsOf('other', id, 'identity')).toEqual(['unknown-case'])
    expect(await rowsIn('case_handover_wrap', id)).toBe(0)

    for (const by of ['caseworker', 'casework2', 'supervisor']) {
      expect(codeOf(await person(by).client.get(`/api/cases/${id}`)), by).toBe('unknown-case')
      expect(await wordsOf(by, id, 'identity'), by).toEqual(['unknown-case'])
      expect(codeOf(await person(by).client.get(`/api/cases/${id}/views`)), by).toBe('unknown-case')
      expect(await listed(by), by).not.toContain(id)
      expect(codeOf(await steps(by, id, { all: [{ about: 'assessment', ask: { step: 'try-contact', channel: 'phone' } }] })), by).toBe(
        'unknown-case',
      )
    }
    expect((await sentBy('caseworker')).find((one) => one.handover === handover)).toMatchObject({ state: 'accepted', recipient: haki() })

    // The key that the former team knows seals nothing more.
    const key = newestKey(desk.answer.keys, 'identity')
    const late = must(await sealText(key ?? fail(), { caseId: id, slot: 'identity', id: newId() }, 'Autre nom'))
    expect(codeOf(await steps('taker', id, { all: [{ about: 'access', ask: { step: 'keep-text', sealed: late } }] }))).toBe(
      'vault-key-must-be-renewed',
    )
    const made = must(
      await renewVaults({ caseId: id, vaults: ['identity'], access: desk.whole.access, holders: [person('taker').holder], custodians: [] }),
    )
    const [renewed] = made.keys
    const text = must(await sealText(renewed ?? fail(), { caseId: id, slot: 'identity', id: newId() }, 'Canari ailleurs'))
    await mustSay(
      steps('taker', id, { all: [renewCommand(made), { about: 'access', ask: { step: 'keep-text', sealed: text } }], keys: made }),
    )
    expect(await wordsOf('taker', id, 'identity')).toEqual([NAME, 'Canari ailleurs'])
    expect((await person('caseworker').unlocked.openText(id, text)).ok).toBe(false)
    expect(await world.program.modules.cases.check()).toEqual([])
  })

  test('a witness’s vault goes with no offer, and its readers stay who they were', async () => {
    const id = await worked([{ person: person('justice'), as: 'witness-reader', vaults: ['witness'], organisation: haki() }])
    await mustSay(steps('caseworker', id, { all: [consent([toHaki('t5')])] }))
    const desk = await deskOf('caseworker', id)
    const takers = [person('taker').holder]
    const made = must(
      await offerSteps(desk, { handover: newId(), recipient: haki(), takers, vaults: ['identity'], respondBy: inHours(24) }),
    )
    const [first] = made.all
    if (first?.about !== 'handover' || first.ask.step !== 'offer') throw new Error('an offer')
    const all = [{ about: 'handover', ask: { ...first.ask, keys: [{ vault: 'witness', generation: 1 }] } }]
    expect(codeOf(await steps('caseworker', id, { all, handed: [] }))).toBe('witness-vault-apart')
    const { handover } = await offer(id)
    expect(codeOf(await answers('taker', handover, { step: 'accept' }))).toBe('taken')
    expect(await wordsOf('taker', id, 'witness')).toEqual(['unknown-case'])
    expect(await wordsOf('justice', id, 'witness')).toEqual([])
    expect((await deskOf('taker', id)).whole.access.members).toMatchObject([{ as: 'witness-reader', vaults: ['witness'] }, { as: 'owner' }])
  })

  test('a key that its holder replaced meanwhile opens nothing, so the offer must be made again', async () => {
    const id = await worked()
    await mustSay(steps('caseworker', id, { all: [consent([toHaki('t8')])] }))
    const { handover } = await offer(id)
    const { client, holder } = person('other')
    people = { ...people, other: await withKey({ as: () => client, account: () => holder.account }, 'other') }
    expect(codeOf(await answers('other', handover, { step: 'accept' }))).toBe('handover-keys-missing')
    expect(codeOf(await answers('taker', handover, { step: 'accept' }))).toBe('taken')
  })
})

describe('what ends an offer', () => {
  const offered = async () => {
    const id = await worked()
    await mustSay(steps('caseworker', id, { all: [consent([toHaki('t6')])] }))
    return { id, ...(await offer(id)) }
  }
  test('the person takes the yes back: at once, with the same step, and the keys go', async () => {
    const { id, handover } = await offered()
    expect(await rowsIn('case_handover_wrap', id)).toBeGreaterThan(0)
    const given = [...(await deskOf('caseworker', id)).whole.file.consents.kept].find(({ given: { items } }) => items[0]?.id === 't6')
    await mustSay(
      steps('caseworker', id, { all: [{ about: 'consent', ask: { step: 'withdraw', consent: given?.given.consent, items: ['t6'] } }] }),
    )
    expect(codeOf(await answers('taker', handover, { step: 'accept' }))).toBe('unknown-handover')
    expect(await rowsIn('case_handover_wrap', id)).toBe(0)
    expect(await sentBy('caseworker')).toContainEqual(expect.objectContaining({ handover, state: 'consent-ended' }))
    expect(await offeredTo('taker')).toEqual([])
  })
  test('no, said later; or a field that is kept back', async () => {
    const one = await offered()
    await mustSay(steps('caseworker', one.id, { all: [consent([toHaki('t7', { extent: 'full', answer: 'no' })])] }))
    expect(codeOf(await answers('taker', one.handover, { step: 'accept' }))).toBe('unknown-handover')
    const two = await offered()
    await mustSay(steps('caseworker', two.id, { all: [consent([{ ...ownWork, id: 'w2' }], { withheldFields: ['photo'] })] }))
    expect(codeOf(await answers('taker', two.handover, { step: 'accept' }))).toBe('unknown-handover')
  })
  test('the sender takes it back; a colleague leaves, and with them the keys that were wrapped', async () => {
    const one = await offered()
    await mustSay(
      steps('caseworker', one.id, { all: [{ about: 'handover', ask: { step: 'take-back', handover: one.handover, reason: 'safety' } }] }),
    )
    expect(codeOf(await answers('taker', one.handover, { step: 'accept' }))).toBe('unknown-handover')
    const two = await offered()
    const leave = { step: 'leave', account: person('casework2').holder.account, reason: 'left-the-team' }
    await mustSay(steps('caseworker', two.id, { all: [{ about: 'access', ask: leave }] }))
    expect(codeOf(await answers('taker', two.handover, { step: 'accept' }))).toBe('unknown-handover')
    expect(await sentBy('caseworker')).toContainEqual(expect.objectContaining({ handover: two.handover, state: 'keys-renewed' }))
  })
  test('a day that is over, by the server’s clock: no yes any more, and the round ends it', async () => {
    const { id, handover } = await offered()
    const before = world.program.clock()
    world.setClock(inHours(73))
    expect(codeOf(await answers('taker', handover, { step: 'accept' }))).toBe('handover-answer-late')
    await world.program.modules.cases.round()
    expect(await rowsIn('case_handover_wrap', id)).toBe(0)
    expect(await sentBy('caseworker')).toContainEqual(expect.objectContaining({ handover, state: 'expired' }))
    expect(await noticesOf('caseworker')).toContainEqual(expect.objectContaining({ kind: 'protectionWaits', path: '/cases' }))
    world.setClock(before)
  })
})
const fail = (): never => {
  throw new Error('no key')
}
