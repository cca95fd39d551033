/* A finished interview sealed as the app seals it and taken by the real server: by a caseworker for a case of their own, by a site agent write-only. */
import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '../../../test/database.ts'
import { SAID as WORDS, interview } from '../../../test/interview-draft.ts'
import { type KeyedPerson, must, withKey } from '../../../test/world/case-people.ts'
import { newId } from '../../../test/world/client.ts'
import { type Stage, openStage } from '../../../test/world/stage.ts'
import { accepted } from '../../kernel/outcome.ts'
import { asId, mustParse } from '../../kernel/schema.ts'
import { CaseAnswer, CaseTexts } from './contract.ts'
import { drawnSubject } from './ui/drawn-subject.ts'
import { foldCase } from './ui/file/fold.ts'
import type { CaseWork } from './ui/file/use-case.ts'
import { openingBody } from './ui/opening/opening-body.ts'
import { firstRules } from './domain/rules/protection-rules.ts'
import { attachedSteps } from './ui/screening/attach-screening.ts'
import { resultOf } from './ui/screening/draft-result.ts'
import type { ScreeningDraft } from './ui/screening/screening-draft.ts'
import { sealScreening } from './ui/screening/seal-screening.ts'
import { sealText } from '../../app/sealing/sealed-text.ts'

const world = await freshDatabase()
let stage: Stage
let [worker, supervisor]: KeyedPerson[] = []
const NOW = '2026-11-21T09:30:00.000Z'

beforeAll(async () => {
  stage = await openStage(world, 30)
  stage.onDay(-1)
  ;[worker, supervisor] = [await withKey(stage, 'caseworker'), await withKey(stage, 'supervisor')]
})

const sealed = async (draft: ScreeningDraft, by: string, to: Omit<Parameters<typeof sealScreening>[1], 'custodians'>) => {
  const ending = { account: asId('account', stage.account(by)), today: '2026-11-21', now: NOW, zone: 'Africa/Lubumbashi' }
  const { coded, ...result } = resultOf(draft, ending)
  if (coded === null) throw new Error('the interview is kept')
  return must(await sealScreening({ ...result, coded }, { ...to, custodians: [] }))
}

test('a caseworker’s interview is a screened case of theirs; its words open on their device alone', async () => {
  if (!worker) throw new Error('the worker has a key')
  const draft = interview()
  const to = {
    organisation: stage.organisation('ngao'),
    readers: [{ holder: worker.holder, as: 'owner' as const }],
    owner: worker.holder.account,
  }
  const body = await sealed(draft, 'caseworker', to)
  for (const word of Object.values(WORDS)) expect(JSON.stringify(body)).not.toContain(word)
  const sent = await worker.client.post('/api/cases', body, { id: draft.sendAs })
  expect(sent).toMatchObject({ status: 200 })
  // Sent again after a lost connection it is the same case.
  expect((await worker.client.post('/api/cases', body, { id: draft.sendAs })).body).toEqual(sent.body)
  const file = mustParse(CaseAnswer, (await worker.client.get(`/api/cases/${draft.sendAs}`)).body)
  // What the receipt says is what the team calls it.
  expect(foldCase(file).whole.file.subject).toBe(draft.subject)
  const kinds = file.events.map((one) => one.kind)
  expect(kinds).toEqual(expect.arrayContaining(['case-screening.recorded.v1', 'case-profile.set.v1', 'identification.screened.v1']))
  expect(file.events.find((one) => one.kind === 'case-screening.recorded.v1')?.payload).toMatchObject({
    rows: ['A2'],
    isComplete: true,
    minutes: 30,
  })
  const texts = mustParse(CaseTexts, (await worker.client.get(`/api/cases/${draft.sendAs}/texts/identity`)).body)
  must(await worker.unlocked.openVaults(draft.sendAs, { keys: texts.keys, wraps: texts.wraps }))
  const opened = await Promise.all(texts.texts.map(async (one) => must(await worker!.unlocked.openText(draft.sendAs, one))))
  expect(opened.join('\n')).toContain(WORDS.names)
  expect(opened.join('\n')).toContain(WORDS.codeWord)
})

test('a site agent’s goes to those who supervise the chosen body, and cannot be opened again where it came from', async () => {
  if (!supervisor) throw new Error('the supervisor has a key')
  const agent = stage.as('agent')
  const draft = interview()
  const to = { organisation: stage.organisation('ngao'), readers: [{ holder: supervisor.holder, as: 'supervisor' as const }], owner: null }
  expect(await agent.post('/api/cases', await sealed(draft, 'agent', to), { id: draft.sendAs })).toMatchObject({ status: 200 })
  expect((await agent.get(`/api/cases/${draft.sendAs}`)).status).toBe(403)
  const theirs = mustParse(CaseAnswer, (await supervisor.client.get(`/api/cases/${draft.sendAs}`)).body)
  expect(foldCase(theirs).whole.file.subject).toBe(draft.subject)
  const texts = mustParse(CaseTexts, (await supervisor.client.get(`/api/cases/${draft.sendAs}/texts/narrative`)).body)
  must(await supervisor.unlocked.openVaults(draft.sendAs, { keys: texts.keys, wraps: texts.wraps }))
  const opened = await Promise.all(texts.texts.map(async (one) => must(await supervisor!.unlocked.openText(draft.sendAs, one))))
  expect(opened).toContain(WORDS.story)
})

test('stopped with leave to keep it: a case that waits at intake, marked unfinished', async () => {
  if (!worker) throw new Error('the worker has a key')
  const draft = interview({
    finished: ['S0', 'S1', 'S2', 'S3'],
    aborted: { because: 'distress', keepWhatWasSaid: true },
    opinion: { agrees: '', own: '' },
  })
  const to = {
    organisation: stage.organisation('ngao'),
    readers: [{ holder: worker.holder, as: 'owner' as const }],
    owner: worker.holder.account,
  }
  expect(await worker.client.post('/api/cases', await sealed(draft, 'caseworker', to), { id: draft.sendAs })).toMatchObject({ status: 200 })
  const file = mustParse(CaseAnswer, (await worker.client.get(`/api/cases/${draft.sendAs}`)).body)
  expect(file.events.find((one) => one.kind === 'case-screening.recorded.v1')?.payload).toMatchObject({ isComplete: false })
  expect(file.events.map((one) => one.kind)).not.toContain('identification.screened.v1')
})

test('an interview is added to a case that was opened at the door: its code stays, what was told before too', async () => {
  if (!worker) throw new Error('the worker has a key')
  const { client, unlocked, holder } = worker
  const caseId = newId()
  const opened = must(
    await openingBody({
      ...{ caseId, newId, subject: drawnSubject(), type: 'forced-labour', source: 'hotline', provinceCode: null, custodians: [] },
      ...{ organisation: stage.organisation('ngao'), readers: [{ holder, as: 'owner' }] },
      ...{ profile: null, texts: [{ vault: 'identity', slot: 'identity', text: 'dit au téléphone' }] },
    }),
  )
  expect(await client.post('/api/cases', opened, { id: caseId })).toMatchObject({ status: 200 })
  const before = mustParse(CaseAnswer, (await client.get(`/api/cases/${caseId}`)).body)
  const { whole } = foldCase(before)
  expect(whole.file.standing.at).toBe('intake')
  const draft = interview()
  const ending = { account: asId('account', stage.account('caseworker')), today: '2026-11-21', now: NOW, zone: 'Africa/Lubumbashi' }
  const { coded, ...result } = resultOf(draft, ending)
  if (coded === null) throw new Error('the interview is kept')
  const seal: CaseWork['seal'] = async (vault, slot, text) => {
    const key = before.keys.find((one) => one.vault === vault)
    if (key === undefined) throw new Error(`the case has a key for ${vault}`)
    const ref = { vault, id: newId() }
    const sealed = must(await sealText(key, { caseId, slot, id: ref.id }, text))
    return accepted({ ref, command: { about: 'access', ask: { step: 'keep-text', sealed } } })
  }
  const all = must(await attachedSteps({ seal, whole, rules: firstRules }, { ...result, coded }))
  for (const word of Object.values(WORDS)) expect(JSON.stringify(all)).not.toContain(word)
  expect(await client.post(`/api/cases/${caseId}/steps`, { all })).toMatchObject({ status: 200 })
  const after = foldCase(mustParse(CaseAnswer, (await client.get(`/api/cases/${caseId}`)).body)).whole
  expect(after.file.subject).toBe(whole.file.subject)
  expect(after.file.standing.at).toBe('screened')
  expect([...after.screenings.keys()]).toEqual([draft.sendAs])
  const texts = mustParse(CaseTexts, (await client.get(`/api/cases/${caseId}/texts/identity`)).body)
  must(await unlocked.openVaults(caseId, { keys: texts.keys, wraps: texts.wraps }))
  const read = await Promise.all(texts.texts.map(async (one) => must(await unlocked.openText(caseId, one))))
  expect(read).toContain('dit au téléphone')
  expect(read.join(' ')).toContain(WORDS.names)
  // The same interview once more, under another number of the command, is refused and adds nothing.
  expect(await client.post(`/api/cases/${caseId}/steps`, { all })).toMatchObject({ status: 409 })
})

test('no word of any of it is in the log, the tables or the kept answers', async () => {
  const found = await world.program.database.read(async (tx) => {
    const log = await sql<{ all: string }>`select string_agg(e::text, ' ') as all from log_event e`.execute(tx)
    const answers = await sql<{ all: string }>`select string_agg(a::text, ' ') as all from log_answer a`.execute(tx)
    return `${log.rows[0]?.all} ${answers.rows[0]?.all}`
  })
  for (const word of [...Object.values(WORDS), 'D4.HOURS', 'RECEIPT']) expect(found).not.toContain(word)
})
