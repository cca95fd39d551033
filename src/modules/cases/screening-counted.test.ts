/* An interview as the app seals it, and the line by which who counts knows of it: means, exploitation and industry, once the person agreed to be counted. */
import { beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '../../../test/database.ts'
import { SAID, interview } from '../../../test/interview-draft.ts'
import { consentTo, yesTo } from '../../../test/world/case-acts.ts'
import { type KeyedPerson, must, withKey } from '../../../test/world/case-people.ts'
import { type Stage, openStage } from '../../../test/world/stage.ts'
import { ctdcRowOf } from '../../exchange/ctdc/from-coded-case.ts'
import { htcdsRecordOf } from '../../exchange/htcds/from-coded-case.ts'
import { asId } from '../../kernel/schema.ts'
import type { CodedCase } from '../releases/contract.ts'
import { resultOf } from './ui/screening/draft-result.ts'
import { withPicked } from './ui/screening/screening-draft.ts'
import { sealScreening } from './ui/screening/seal-screening.ts'

const world = await freshDatabase()
let stage: Stage
let worker: KeyedPerson
const NOW = '2026-11-21T09:30:00.000Z'
beforeAll(async () => {
  stage = await openStage(world, 30)
  stage.onDay(-1)
  worker = await withKey(stage, 'caseworker')
})

const counted = (): Promise<readonly CodedCase[]> =>
  world.program.database.read(async (tx) => {
    const rows: CodedCase[] = []
    for await (const one of await world.program.modules.cases.codedRows(tx, 'cd')) rows.push(one)
    return rows
  })

test('a case of an interview gives a row with means, exploitation and industry; before consent it gives none', async () => {
  const draft = interview(withPicked(interview(), 'task-and-mineral', { value: 'digging', is: true }))
  const held = { ...draft, ...withPicked(draft, 'who-proposed-the-work', { value: 'friend-or-neighbour', is: true }) }
  const lists = { lists: { ...draft.lists, ...held.lists }, harmPlace: { province: 'CD61', country: 'COD' } }
  const ending = { account: asId('account', stage.account('caseworker')), today: '2026-11-21', now: NOW, zone: 'Africa/Lubumbashi' }
  const { coded, ...result } = resultOf({ ...held, ...lists }, ending)
  if (coded === null) throw new Error('the interview is kept')
  const { holder, client } = worker
  const body = must(
    await sealScreening(
      { ...result, coded },
      {
        ...{ organisation: stage.organisation('ngao'), readers: [{ holder, as: 'owner' }], owner: holder.account, custodians: [] },
      },
    ),
  )
  expect(await client.post('/api/cases', body, { id: draft.sendAs })).toMatchObject({ status: 200 })
  expect(await counted()).toEqual([])
  const all = [consentTo([yesTo('case-management'), yesTo('non-identifiable-statistics')], '2026-11-20T09:00:00.000Z')]
  expect(await client.post(`/api/cases/${draft.sendAs}/steps`, { all })).toMatchObject({ status: 200 })
  const [row, ...more] = await counted()
  if (row === undefined) throw new Error('the case is counted')
  expect(more).toEqual([])
  expect(row).toMatchObject({
    ...{ uses: ['statistics'], gender: 'Masculine', ageBand: '30--38', citizenships: ['COD'] },
    ...{ methodsOfControl: ['ExcessiveWorkingHours', 'WithholdsDocuments', 'DebtBondage'], exploitation: ['ForcedLabour'] },
    ...{ admin1: 'CD61', admin2: null, countryOfExploitation: 'COD' },
    ...{ labourIndustries: ['B_MiningAndQuarrying'], recruiterRelations: ['friend'] },
  })
  expect(ctdcRowOf(row)).toMatchObject({
    ...{ meansDebtBondageEarnings: '1', meansExcessiveWorkHours: '1', meansWithholdDocs: '1', meansThreats: null },
    ...{ isForcedLabour: '1', recruiterRelationFriend: '1' },
  })
  expect(htcdsRecordOf(row)).toMatchObject({ vic_ForcedLabourIndustry: ['B_MiningAndQuarrying'], vic_TypeOfExploitation: ['ForcedLabour'] })
  // What the file says of the person later counts instead.
  const said = body.all.flatMap((one) => (one.about === 'profile' ? [one.ask.profile] : []))[0]
  const again = [{ about: 'profile', ask: { step: 'set-profile', profile: { ...said, exploitedIn: 'CD62', gender: 'Feminine' } } }]
  expect(await client.post(`/api/cases/${draft.sendAs}/steps`, { all: again })).toMatchObject({ status: 200 })
  expect(await counted()).toMatchObject([{ admin1: 'CD62', gender: 'Feminine' }])
  for (const word of [...Object.values(SAID), draft.sendAs, draft.subject]) expect(JSON.stringify(row)).not.toContain(word)
})
