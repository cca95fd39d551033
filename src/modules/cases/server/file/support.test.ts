/* A plan, grants, a way home, a settled debt and how a person fares, over HTTP: what is done, by whom, and what is refused. */
import { beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '../../../../../test/database.ts'
import { type KeyedPerson, withKey } from '../../../../../test/world/case-people.ts'
import { WORKED_VAULTS, adult, openCase } from '../../../../../test/world/case-scenes.ts'
import { type Answer, newId } from '../../../../../test/world/client.ts'
import { type Stage, openStage } from '../../../../../test/world/stage.ts'
import { asId, mustParse } from '../../../../kernel/schema.ts'
import { CaseAnswer } from '../../contract.ts'
import type { Profile } from '../../domain/profile/profile.ts'

const world = await freshDatabase()
let stage: Stage
let people: { readonly [name: string]: KeyedPerson } = {}
let today = ''
beforeAll(async () => {
  stage = await openStage(world, 30)
  today = stage.onDay(-2)
  const [caseworker, supervisor] = [await withKey(stage, 'caseworker'), await withKey(stage, 'supervisor')]
  people = { caseworker, supervisor }
})
const person = (name: string): KeyedPerson => {
  const found = people[name]
  if (!found) throw new Error(`nobody is ${name}`)
  return found
}
async function begun(profile: Profile = adult): Promise<string> {
  const opened = await openCase({
    ...{ by: person('caseworker').client, organisation: stage.organisation('ngao'), name: 'Canari', story: 'Canari', profile },
    members: [{ person: person('caseworker'), as: 'owner', vaults: WORKED_VAULTS }],
  })
  return opened.id
}
const steps = (of: string, all: readonly unknown[], by = 'caseworker'): Promise<Answer> =>
  person(by).client.post(`/api/cases/${of}/steps`, { all })
const code = ({ body }: Answer): unknown =>
  typeof body === 'object' &&
  body !== null &&
  'refusal' in body &&
  typeof body.refusal === 'object' &&
  body.refusal !== null &&
  'code' in body.refusal
    ? body.refusal.code
    : null
async function taken(of: string, all: readonly unknown[], by = 'caseworker'): Promise<void> {
  const answer = await steps(of, all, by)
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body))
}
const asCase = (ask: object) => ({ about: 'case', ask })
const sealed = { vault: 'narrative', id: 'n1' }
const calm = {
  ...{ whereaboutsKnown: 'no', threatened: 'no', acuteMedical: 'no', childExploited: 'no', sexualViolence: 'no', witnessStatement: 'no' },
  ...{ shelterExitForced: 'no', exploitationEnded: 'no', debtCollector: 'no', dependantsAtRisk: 'no', unstableHousing: 'no' },
}
/** Agreed to, assessed, at the planning. */
async function planning(): Promise<string> {
  const of = await begun()
  const given = {
    ...{ consent: newId(), givenBy: 'self', assentOfChild: 'not-applicable', guardianAgrees: 'not-applicable', form: 'written' },
    items: [{ id: newId(), purpose: 'case-management', recipient: null, extent: 'full', answer: 'yes' }],
    ...{ language: 'swa', interpreterUsed: false, withheldFields: [], withheldFrom: [], explained: ['purpose'] },
    ...{ validFrom: '2020-01-01T00:00:00.000Z', validTo: null, policyVersion: '1' },
  }
  await taken(of, [asCase({ step: 'screen', screening: newId(), isComplete: true }), { about: 'consent', ask: { step: 'record', given } }])
  await taken(of, [asCase({ step: 'obtain-consent' })])
  await taken(of, [
    { about: 'assessment', ask: { step: 'rate-risk', answers: calm, edit: newId(), basedOn: null } },
    { about: 'assessment', ask: { step: 'assess-vulnerability', factors: [] } },
    asCase({ step: 'submit-assessment' }),
  ])
  return of
}

test('a plan is written, handed in, returned with a sealed reason, written anew and approved by another person', async () => {
  const of = await planning()
  const [plan, goal, service] = [newId(), newId(), newId()]
  const write = (id: string) => ({
    about: 'plan',
    ask: {
      ...{ step: 'write-plan', plan: id, goals: [{ goal, domain: 'Health', pillar: 'support-and-services', due: today, wording: sealed }] },
      services: [{ service, type: 'medical', goal, provider: stage.organisation('tumaini'), dueAt: null }],
    },
  })
  expect(code(await steps(of, [asCase({ step: 'request-approval', plan })]))).toBe('plan-not-ready')
  await taken(of, [write(plan), asCase({ step: 'request-approval', plan })])
  expect(code(await steps(of, [write(plan)]))).toBe('plan-locked')
  expect(code(await steps(of, [asCase({ step: 'approve-plan', plan })]))).toBe('plan-approved-by-another-person')
  await taken(of, [asCase({ step: 'return-plan', plan, note: sealed })], 'supervisor')
  await taken(of, [write(plan), asCase({ step: 'request-approval', plan })])
  await taken(of, [asCase({ step: 'approve-plan', plan })], 'supervisor')
  const report = (status: string) => ({ about: 'plan', ask: { step: 'report-service', service, status, on: today } })
  expect(code(await steps(of, [asCase({ step: 'finish-services' })]))).toBe('services-still-open')
  await taken(of, [
    report('done'),
    { about: 'plan', ask: { step: 'review-goal', goal, status: 'met' } },
    asCase({ step: 'finish-services' }),
  ])
  expect(code(await steps(of, [{ about: 'plan', ask: { step: 'review-goal', goal: 'g9', status: 'met' } }]))).toBe('unknown-goal')
})

test('a grant is in kind or says why money is safe, is approved by another person within its plan, and is visited four times', async () => {
  const of = await begun()
  const thing = newId()
  const grant = (ask: object) => ({ about: 'grant', thing, ask })
  await taken(of, [
    grant({ step: 'identify', subject: 'K7-4QX2-9D', type: 'income-generating-activity' }),
    grant({ step: 'assess-skills' }),
  ])
  const plan = (more: object) => grant({ step: 'write-business-plan', amountCents: 20_000, currency: 'USD', tranches: 1, ...more })
  expect(code(await steps(of, [plan({ isInKind: false })]))).toBe('cash-needs-safeguarding-note')
  await taken(of, [plan({ isInKind: false, safeguarding: sealed }), grant({ step: 'submit-to-committee' })])
  expect(code(await steps(of, [grant({ step: 'approve', amountCents: 20_000 })]))).toBe('grant-committee-must-decide')
  expect(code(await steps(of, [grant({ step: 'approve', amountCents: 20_001 })], 'supervisor'))).toBe('grant-more-than-planned')
  await taken(of, [grant({ step: 'approve', amountCents: 18_000 })], 'supervisor')
  await taken(of, [grant({ step: 'begin-procurement' }), grant({ step: 'deliver', on: today, receipts: [] })])
  const visit = (month: string) => grant({ step: 'monitor', month, on: today, isRunning: true })
  await taken(of, [visit('1'), visit('3'), visit('6')])
  expect(code(await steps(of, [visit('6')]))).toBe('grant-round-already-visited')
  expect((await steps(of, [grant({ step: 'close', reason: 'course-complete' })])).body).toMatchObject({
    refusal: { code: 'grant-visits-missing', facts: { months: ['12'] } },
  })
  await taken(of, [visit('12'), grant({ step: 'close', reason: 'course-complete' })])
})

test('nobody is sent home who did not ask, whose road is not safe, or, being a child, whose family was not seen and whose best interests nobody found', async () => {
  const child: Profile = { ...adult, age: { kind: 'COMPLETED_MONTHS', months: 150, disputed: false } }
  const of = await begun(child)
  const thing = newId()
  const way = (ask: object) => ({ about: 'return', thing, ask })
  const request = (isOwnWish: boolean) => way({ step: 'request', subject: 'K7-4QX2-9D', isOwnWish, isChild: true })
  expect(code(await steps(of, [request(false)]))).toBe('return-only-by-own-wish')
  await taken(of, [request(true), way({ step: 'counsel', isStillWished: true }), way({ step: 'assess-risk', finding: 'not-safe' })])
  expect(code(await steps(of, [way({ step: 'prepare-documents' })]))).toBe('return-not-safe')
  await taken(of, [way({ step: 'assess-risk', finding: 'safe-with-measures' }), way({ step: 'prepare-documents' })])
  expect(code(await steps(of, [way({ step: 'depart', on: today, isStillWished: true })]))).toBe('family-assessment-first')
  await taken(of, [way({ step: 'assess-family', finding: 'suitable' })])
  expect(code(await steps(of, [way({ step: 'depart', on: today, isStillWished: false })]))).toBe('return-only-by-own-wish')
  expect(code(await steps(of, [way({ step: 'depart', on: today, isStillWished: true })]))).toBe('best-interests-before-return')
  const procedure = newId()
  const best = (ask: object) => ({ about: 'best-interests', thing: procedure, ask })
  const assessed = [
    best({ step: 'open', subject: 'K7-4QX2-9D', caseworker: stage.account('supervisor') }),
    best({ step: 'complete-assessment', form: 'short', triggers: [], assessment: sealed }),
  ]
  // One person says not all of it in one go, whomever they name as the one who presents the child.
  const depart = way({ step: 'depart', on: today, isStillWished: true })
  expect(code(await steps(of, [...assessed, best({ step: 'need-no-determination' }), depart]))).toBe('no-determination-by-another-person')
  await taken(of, assessed)
  expect(code(await steps(of, [depart]))).toBe('best-interests-before-return')
  await taken(of, [best({ step: 'need-no-determination' })], 'supervisor')
  // A newer question holds the road up, whatever was answered before.
  const newer = newId()
  const again = (ask: object) => ({ about: 'best-interests', thing: newer, ask })
  await taken(of, [
    again({ step: 'open', subject: 'K7-4QX2-9D', caseworker: stage.account('caseworker') }),
    again({ step: 'complete-assessment', form: 'short', triggers: ['separation-from-parents'], assessment: sealed }),
    again({ step: 'need-determination' }),
  ])
  expect(code(await steps(of, [depart]))).toBe('best-interests-before-return')
  const members = (accounts: readonly string[]) =>
    accounts.map((account, at) => ({
      ...{ account, discipline: ['health', 'legal', 'community'][at], isUndertakingSigned: true, isVoting: true },
    }))
  const called = (accounts: readonly string[]) => again({ step: 'schedule-panel', on: today, members: members(accounts) })
  const panel = ['supervisor', 'shelter', 'justice'].map((name) => stage.account(name))
  // A number of nobody, and the account of somebody who opens no files and signed nothing, are no members.
  expect(code(await steps(of, [called([...panel.slice(0, 2), newId()])]))).toBe('panel-not-complete')
  expect(code(await steps(of, [called([...panel.slice(0, 2), stage.account('trader')])]))).toBe('panel-not-complete')
  await taken(of, [called(panel)])
  const decide = again({ step: 'decide', on: today, option: 'return-to-family', reasons: sealed, areChildViewsHeard: true, voters: panel })
  expect(code(await steps(of, [decide]))).toBe('panel-recorded-by-another-person')
  await taken(of, [decide], 'supervisor')
  await taken(of, [
    way({ step: 'depart', on: today, isStillWished: true }),
    way({ step: 'receive', on: today }),
    way({ step: 'begin-reintegration' }),
  ])
})

test('a debt is never settled above the fair balance, nor across a table where that is not safe', async () => {
  const of = await begun()
  const thing = newId()
  const debt = (ask: object) => ({ about: 'debt', thing, ask })
  await taken(of, [
    debt({ step: 'request', subject: 'K7-4QX2-9D', isOwnWish: true }),
    debt({ step: 'calculate', worksheet: sealed, fairBalanceCents: 5_000, claimedCents: 90_000, currency: 'USD' }),
    debt({ step: 'check-safety', finding: 'only-through-mediator' }),
  ])
  const offer = (offerCents: number, through: string, isPersonWilling = true) =>
    debt({ step: 'propose', offerCents, through, isPersonWilling })
  expect(code(await steps(of, [offer(5_001, 'mediator')]))).toBe('mediation-above-fair-balance')
  expect(code(await steps(of, [offer(5_000, 'meeting')]))).toBe('mediation-through-mediator-only')
  expect(code(await steps(of, [offer(5_000, 'mediator', false)]))).toBe('mediation-only-by-own-wish')
  await taken(of, [offer(4_000, 'mediator')])
  expect(code(await steps(of, [debt({ step: 'agree', amountCents: 6_000 })]))).toBe('mediation-above-fair-balance')
  await taken(of, [debt({ step: 'agree', amountCents: 4_500 }), debt({ step: 'settle', paidBy: 'programme', areDocumentsReturned: true })])
})

test('how the person fares is noted by month; and somebody outside the team can do none of this', async () => {
  const of = await begun()
  const score = { about: 'reintegration', ask: { step: 'score', round: '6', on: today, answers: [{ question: 'work-steady', value: 4 }] } }
  await taken(of, [score])
  const { events } = mustParse(CaseAnswer, (await person('caseworker').client.get(`/api/cases/${of}`)).body)
  expect(events.at(-1)).toMatchObject({ kind: 'reintegration.scored.v1', payload: { round: '6' } })
  expect(code(await steps(of, [{ ...score, ask: { ...score.ask, answers: [] } }]))).toBe('reintegration-answers-once-each')
  const other = await withKey(stage, 'casework2')
  expect(await other.client.post(`/api/cases/${of}/steps`, { all: [score] })).toEqual(
    await other.client.post(`/api/cases/${asId('case', newId())}/steps`, { all: [score] }),
  )
})

test('for a child without a safe guardian one proposes and another decides; until then nothing that needs it leaves', async () => {
  const of = await begun({ ...adult, age: { kind: 'COMPLETED_MONTHS', months: 150, disputed: false } })
  const salama = stage.organisation('salama')
  const given = {
    ...{ consent: newId(), givenBy: 'other', assentOfChild: 'yes', guardianAgrees: 'unsafe-to-ask', form: 'audio' },
    items: [
      { id: newId(), purpose: 'service-referral', recipient: salama, service: 'safehouse', extent: 'minimum-for-service', answer: 'yes' },
    ],
    ...{ language: 'swa', interpreterUsed: true, withheldFields: [], withheldFrom: [] },
    ...{ validFrom: '2020-01-01T00:00:00.000Z', validTo: null, policyVersion: '1' },
  }
  await taken(of, [{ about: 'consent', ask: { step: 'record', given } }])
  const referral = newId()
  const send = [
    {
      about: 'referral',
      ask: {
        ...{ step: 'draft', referral, recipient: salama, servicePoint: null, service: 'safehouse', urgency: 'high', channel: 'in-system' },
        package: ['subject-code', 'age-band'],
      },
    },
    {
      about: 'referral',
      ask: { step: 'send', referral, respondBy: new Date(Date.parse(world.program.clock()) + 3_600_000).toISOString() },
    },
  ]
  expect(code(await steps(of, send))).toBe('consent-not-given-by-who-may')
  const propose = { about: 'consent', ask: { step: 'propose-best-interests', reason: sealed } }
  const approve = { about: 'consent', ask: { step: 'approve-best-interests' } }
  expect(code(await steps(of, [approve], 'supervisor'))).toBe('best-interests-not-proposed')
  await taken(of, [propose])
  expect(code(await steps(of, [approve]))).toBe('best-interests-by-another-person')
  await taken(of, [approve], 'supervisor')
  await taken(of, send)
})
