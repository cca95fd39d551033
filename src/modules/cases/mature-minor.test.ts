/* Somebody of sixteen who understands what consenting means may consent without a guardian whom it is not safe to ask; put right from the page of the file. */
import { beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '../../../test/database.ts'
import { yesTo } from '../../../test/world/case-acts.ts'
import { type KeyedPerson, must, withKey } from '../../../test/world/case-people.ts'
import { WORKED_VAULTS, adult, openCase } from '../../../test/world/case-scenes.ts'
import { newId } from '../../../test/world/client.ts'
import { type Stage, openStage } from '../../../test/world/stage.ts'
import { accepted } from '../../kernel/outcome.ts'
import { asId, mustParse } from '../../kernel/schema.ts'
import { CaseAnswer, CaseTexts } from './contract.ts'
import type { OneCommand } from './domain/file/file-words.ts'
import type { Profile } from './domain/profile/profile.ts'
import { foldCase } from './ui/file/fold.ts'
import { sealedSteps } from './ui/file/sealed-form.tsx'
import type { CaseWork } from './ui/file/use-case.ts'
import { draftOf, needsReason, profileIn, profileStep } from './ui/person/profile-draft.ts'
import { sealText } from '../../app/sealing/sealed-text.ts'

const world = await freshDatabase()
let stage: Stage
let worker: KeyedPerson
beforeAll(async () => {
  stage = await openStage(world, 30)
  stage.onDay(-1)
  worker = await withKey(stage, 'caseworker')
})
const WHY = 'Elle redit avec ses mots, canari.'
const wrongly: Profile = { ...adult, age: { kind: 'COMPLETED_MONTHS', months: 14 * 12, disputed: false }, isMature: false }
const agreed = (): OneCommand => ({
  about: 'consent',
  ask: {
    step: 'record',
    given: {
      ...{ consent: asId('consent', newId()), givenBy: 'self', assentOfChild: 'yes', guardianAgrees: 'unsafe-to-ask' },
      ...{
        form: 'written',
        language: 'swa',
        interpreterUsed: false,
        items: [yesTo('case-management')],
        withheldFields: [],
        withheldFrom: [],
      },
      ...{ validFrom: '2020-01-01T00:00:00.000Z', validTo: null, policyVersion: '2026-1' },
    },
  },
})
const begin: OneCommand = { about: 'case', ask: { step: 'obtain-consent' } }

test('an age noted wrongly is corrected, with a sealed reason; then the person’s own consent is taken', async () => {
  const { client } = worker
  const organisation = stage.organisation('ngao')
  const { id } = await openCase({
    ...{ by: client, organisation, name: 'Neema Canari', story: 'Au puits.', owner: worker, profile: wrongly },
    members: [{ person: worker, as: 'owner', vaults: WORKED_VAULTS }],
  })
  const send = (all: readonly OneCommand[]) => client.post(`/api/cases/${id}/steps`, { all })
  const held = async () => mustParse(CaseAnswer, (await client.get(`/api/cases/${id}`)).body)
  expect(await send([{ about: 'case', ask: { step: 'screen', screening: newId(), isComplete: true } }])).toMatchObject({ status: 200 })
  expect(await send([agreed()])).toMatchObject({ status: 200 })
  const refused = async () => expect(await send([begin])).toMatchObject({ status: 409 })
  await refused()

  const known = foldCase(await held()).whole.profile
  const draft = { ...draftOf(known), age: { kind: 'years' as const, years: '16', fromYears: '', toYears: '', disputed: false } }
  const sixteen = profileIn(draft, known)
  const mature = profileIn({ ...draft, isMature: true }, known)
  if (sixteen === null || mature === null) throw new Error('whole')
  // Sixteen alone is not enough, and nobody says that she understands without saying why.
  expect(await send([profileStep(sixteen, null)])).toMatchObject({ status: 200 })
  await refused()
  expect(needsReason(mature, sixteen)).toBe(true)
  expect(await send([profileStep(mature, null)])).toMatchObject({ status: 409, body: { refusal: { code: 'maturity-needs-a-reason' } } })

  const { keys } = await held()
  const seal: CaseWork['seal'] = async (vault, slot, text) => {
    const key = keys.find((one) => one.vault === vault)
    if (key === undefined) throw new Error(`the case has a key for ${vault}`)
    const ref = { vault, id: newId() }
    const sealed = must(await sealText(key, { caseId: id, slot, id: ref.id }, text))
    return accepted({ ref, command: { about: 'access', ask: { step: 'keep-text', sealed } } })
  }
  const steps = (ref: Parameters<typeof profileStep>[1]) => [profileStep(mature, ref)]
  const { all } = must(await sealedSteps({ seal }, { vault: 'narrative', slot: 'reason', text: WHY, steps }))
  expect(JSON.stringify(all)).not.toContain('canari')
  expect(await send(all)).toMatchObject({ status: 200 })
  expect(await send([begin])).toMatchObject({ status: 200 })
  const { whole, events } = foldCase(await held())
  expect(whole.file.standing.at).toBe('active-assessment')
  expect(whole.profile).toEqual(mature)
  const why = events.flatMap(({ event }) => (event.kind === 'case-profile.set.v1' ? [event.payload.matureBecause] : [])).at(-1)
  const texts = mustParse(CaseTexts, (await client.get(`/api/cases/${id}/texts/narrative`)).body)
  must(await worker.unlocked.openVaults(id, { keys: texts.keys, wraps: texts.wraps }))
  const reason = texts.texts.find((one) => one.id === why?.id)
  if (reason === undefined) throw new Error('the reason is kept')
  expect(must(await worker.unlocked.openText(id, reason))).toBe(WHY)
  // Said once, it stays said when something else is put right.
  expect(await send([profileStep({ ...mature, gender: 'NonConforming' }, null)])).toMatchObject({ status: 200 })
})
