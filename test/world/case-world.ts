/*
People who are helped, in the invented province: a woman whose way through shelter and clinic is under way, a child, a screening that waits, a
case that was closed, one that nobody can find any more, a witness. None of them exists. Their names are sealed here as a device seals them.
*/
import { asId, looseRecord, mustParse, text } from '../../src/kernel/schema.ts'
import type { SafetyAnswers } from '../../src/modules/cases/domain/clocks/risk.ts'
import type { ConsentItem } from '../../src/modules/cases/domain/consent/consent-words.ts'
import type { OneCommand } from '../../src/modules/cases/domain/file/file-words.ts'
import { respondBy } from '../../src/modules/cases/ui/referral/package-plan.ts'
import { sealText } from '../../src/app/sealing/sealed-text.ts'
import { VaultKeys } from '../../src/modules/cases/contract-vault.ts'
import { type KeyedPerson, must, withKey } from './case-people.ts'
import { type Opened, WORKED_VAULTS, adult, openCase } from './case-scenes.ts'
import { makeFile, readFile, sendPieces } from './case-files.ts'
import { baselineJpeg } from '../sample-files.ts'
import { pointOf } from './case-directory-scenes.ts'
import { type Answer, newId } from './client.ts'
import type { Stage } from './stage.ts'

interface Scene {
  readonly on: number
  readonly play: (day: string) => Promise<void>
}
const taken = (answer: Answer): void => {
  if (answer.status !== 200) throw new Error(`a step of a case was not taken: ${answer.status} ${JSON.stringify(answer.body)}`)
}
const PEOPLE = [
  ...([
    'caseworker',
    'casework2',
    'supervisor',
    'shelter',
    'clinic',
    'justice',
    'apltp',
    'custodian1',
    'custodian2',
    'custodian3',
  ] as const),
] as const
type Name = (typeof PEOPLE)[number]

export function caseScenes(stage: Stage): readonly Scene[] {
  const people = new Map<Name, KeyedPerson>()
  const cases = new Map<string, Opened>()
  const who = (name: Name): KeyedPerson => {
    const found = people.get(name)
    if (!found) throw new Error(`the province has no key of ${name}`)
    return found
  }
  const of = (key: string): Opened => {
    const found = cases.get(key)
    if (!found) throw new Error(`the province has no case ${key}`)
    return found
  }
  const house: CaseHouse = { stage, who, of, keep: (key, one) => void cases.set(key, one) }
  return [
    { on: -199, play: () => giveKeys(stage, people) },
    { on: -190, play: (day) => closedCase(house, day) },
    { on: -120, play: (day) => witnessCase(house, day) },
    { on: -80, play: (day) => forgottenCase(house, day) },
    { on: -24, play: (day) => openWomansCase(house, day) },
    { on: -22, play: (day) => planWomansCase(house, day) },
    { on: -21, play: () => keepNote(house) },
    { on: -20, play: () => referWoman(house) },
    { on: -12, play: (day) => childCase(house, day) },
    { on: -1, play: () => capturedCase(house) },
  ]
}
interface CaseHouse {
  readonly stage: Stage
  readonly who: (name: Name) => KeyedPerson
  readonly of: (key: string) => Opened
  readonly keep: (key: string, one: Opened) => void
}

async function giveKeys(stage: Stage, people: Map<Name, KeyedPerson>): Promise<void> {
  for (const name of PEOPLE) people.set(name, await withKey(stage, name))
  const named = await stage.as('dpo').post('/api/keys/custodians', {
    custodians: ['custodian1', 'custodian2', 'custodian3'].map((name) => stage.account(name)),
  })
  taken(named)
  const naming = mustParse(
    looseRecord({ waiting: looseRecord({ naming: text() }) }),
    (await stage.as('dpo').get('/api/keys/custodians')).body,
  )
  taken(await stage.as('custodian2').post('/api/keys/custodians/confirmations', { naming: naming.waiting.naming }))
}

const noDanger: SafetyAnswers = {
  ...({ whereaboutsKnown: 'no', threatened: 'no', acuteMedical: 'no', childExploited: 'no', sexualViolence: 'no' } as const),
  ...({ witnessStatement: 'no', shelterExitForced: 'no', exploitationEnded: 'yes', debtCollector: 'yes' } as const),
  ...({ dependantsAtRisk: 'no', unstableHousing: 'yes' } as const),
}
const step = (ask: Extract<OneCommand, { about: 'case' }>['ask']): OneCommand => ({ about: 'case', ask })
const rated = (answers: SafetyAnswers): readonly OneCommand[] => [
  { about: 'assessment', ask: { step: 'rate-risk', answers, edit: asId('case-edit', newId()), basedOn: null } },
  {
    about: 'assessment',
    ask: {
      step: 'assess-vulnerability',
      factors: [
        { level: 'individual', code: 'debt', polarity: 'risk', severity: 3 },
        { level: 'household-family', code: 'supportive-kin', polarity: 'protective', severity: 1 },
        { level: 'community', code: 'armed-actors-near-site', polarity: 'risk', severity: 2 },
      ],
    },
  },
]
const said = (purpose: ConsentItem['purpose'], extent: ConsentItem['extent'], rest: Partial<ConsentItem> = {}): ConsentItem => ({
  id: newId(),
  purpose,
  extent,
  recipient: null,
  answer: 'yes',
  ...rest,
})
const consented = (day: string, items: readonly ConsentItem[], child = false): OneCommand => ({
  about: 'consent',
  ask: {
    step: 'record',
    given: {
      ...{ consent: asId('consent', newId()), form: 'written', language: 'swa', interpreterUsed: false, items: [...items] },
      ...(child
        ? ({ givenBy: 'parent', assentOfChild: 'yes', guardianAgrees: 'yes' } as const)
        : ({ givenBy: 'self', assentOfChild: 'not-applicable', guardianAgrees: 'not-applicable' } as const)),
      ...{ withheldFields: [], withheldFrom: [], validFrom: `${day}T08:00:00.000Z`, validTo: null, policyVersion: '1' },
    },
  },
})
const send = async (
  { of }: CaseHouse,
  [key, by]: readonly [string, KeyedPerson],
  all: readonly OneCommand[],
  more: object = {},
): Promise<void> => taken(await by.client.post(`/api/cases/${of(key).id}/steps`, { all, ...more }))

async function open(
  house: CaseHouse,
  key: string,
  given: Partial<Parameters<typeof openCase>[0]> & { readonly name: string },
): Promise<void> {
  const { stage, who } = house
  const opened = await openCase({
    ...{ by: who('caseworker').client, organisation: stage.organisation('ngao'), story: 'Récit confié lors de l’entretien (fictif).' },
    members: [{ person: who('caseworker'), as: 'owner', vaults: WORKED_VAULTS }],
    custodians: [who('custodian1'), who('custodian2'), who('custodian3')],
    ...given,
  })
  taken(opened.answer)
  house.keep(key, opened)
}
const screened: readonly OneCommand[] = [step({ step: 'screen', screening: 'paper', isComplete: true })]
const begun = (day: string, items: readonly ConsentItem[], child = false): readonly OneCommand[] => [
  ...screened,
  consented(day, items, child),
  step({ step: 'obtain-consent' }),
]

async function closedCase(house: CaseHouse, day: string): Promise<void> {
  const { who } = house
  const worker = who('caseworker')
  const plan = asId('case-plan', newId())
  await open(house, 'closed', { name: 'Personne inventée, première', subject: 'C2-7HQ4-9W' })
  await send(
    house,
    ['closed', worker],
    [
      ...begun(day, [said('case-management', 'full'), said('non-identifiable-statistics', 'aggregates')]),
      ...rated({ ...noDanger, debtCollector: 'no' }),
      step({ step: 'submit-assessment' }),
      {
        about: 'plan',
        ask: {
          step: 'write-plan',
          plan,
          goals: [{ goal: 'g1', domain: 'Livelihood', pillar: 'social-inclusion', due: day }],
          services: [],
        },
      },
      step({ step: 'request-approval', plan }),
    ],
  )
  await send(house, ['closed', who('supervisor')], [step({ step: 'approve-plan', plan })])
  await send(
    house,
    ['closed', worker],
    [
      step({ step: 'finish-services' }),
      { about: 'plan', ask: { step: 'review-goal', goal: 'g1', status: 'met' } },
      step({
        step: 'request-closure',
        reason: 'goals-achieved',
        done: [
          ...(['goals-reviewed', 'risk-rated-anew', 'safe-contact-renewed', 'post-closure-checks-agreed'] as const),
          ...(['way-back-explained', 'feedback-asked', 'consents-reviewed', 'retention-explained'] as const),
        ],
      }),
    ],
  )
  await send(house, ['closed', who('supervisor')], [step({ step: 'approve-closure' })])
}

/** Who wished everything erased: afterwards nobody finds them, and one is counted. */
async function forgottenCase(house: CaseHouse, day: string): Promise<void> {
  const worker = house.who('caseworker')
  await open(house, 'forgotten', { name: 'Personne inventée, deuxième', type: 'vulnerable-migrant' })
  await send(house, ['forgotten', worker], begun(day, [said('case-management', 'full')]))
  await send(house, ['forgotten', worker], [step({ step: 'withdraw-consent' })])
  await send(house, ['forgotten', worker], [{ about: 'retention', ask: { step: 'choose-erasure', choice: 'erase' } }])
  await send(house, ['forgotten', house.who('supervisor')], [{ about: 'retention', ask: { step: 'shred' } }])
}

async function witnessCase(house: CaseHouse, day: string): Promise<void> {
  const { stage, who } = house
  const worker = who('caseworker')
  await open(house, 'witness', {
    ...{
      name: 'Personne inventée, troisième',
      type: 'witness-protection',
      subject: 'W9-3KPX-4T',
      profile: { ...adult, roles: ['witness'] },
    },
    members: [
      { person: worker, as: 'owner', vaults: WORKED_VAULTS },
      { person: who('justice'), as: 'witness-reader', vaults: ['witness'], organisation: stage.organisation('haki') },
    ],
  })
  await send(
    house,
    ['witness', worker],
    [...begun(day, [said('case-management', 'full')]), ...rated({ ...noDanger, witnessStatement: 'yes' })],
  )
}

async function openWomansCase(house: CaseHouse, day: string): Promise<void> {
  const { stage, who } = house
  const [shelter, clinic, apltp] = [stage.organisation('salama'), stage.organisation('tumaini'), stage.organisation('apltp')].map((one) =>
    asId('organisation', one),
  )
  await open(house, 'woman', { name: 'Personne inventée, quatrième', subject: 'K7-4QX2-9D' })
  await send(
    house,
    ['woman', who('caseworker')],
    [
      ...begun(day, [
        said('case-management', 'full'),
        said('service-referral', 'minimum-for-service', { recipient: shelter ?? null, service: 'safehouse' }),
        said('service-referral', 'minimum-for-service', { recipient: clinic ?? null, service: 'medical' }),
        said('authority-identification', 'nrm-form', { recipient: apltp ?? null, answer: 'no' }),
        said('non-identifiable-statistics', 'aggregates'),
      ]),
      ...rated(noDanger),
      step({ step: 'submit-assessment' }),
    ],
  )
}

async function planWomansCase(house: CaseHouse, day: string): Promise<void> {
  const { who } = house
  const plan = asId('case-plan', newId())
  await send(
    house,
    ['woman', who('caseworker')],
    [
      {
        about: 'plan',
        ask: {
          ...{ step: 'write-plan', plan },
          goals: [
            { goal: 'g1', domain: 'SocialCare', pillar: 'support-and-services', due: day },
            { goal: 'g2', domain: 'Livelihood', pillar: 'social-inclusion', due: day },
          ],
          services: [
            { service: 's1', type: 'safehouse', goal: 'g1', provider: null, dueAt: null },
            { service: 's2', type: 'medical', goal: 'g1', provider: null, dueAt: null },
          ],
        },
      },
      step({ step: 'request-approval', plan }),
    ],
  )
  await send(house, ['woman', who('supervisor')], [step({ step: 'approve-plan', plan })])
}

/** A medical note that was photographed: sealed, sent in pieces, opened once by who reads its vault. */
async function keepNote({ who, of }: CaseHouse): Promise<void> {
  const worker = who('caseworker')
  const { id, body } = of('woman')
  const narrative = mustParse(VaultKeys, body.keys).keys.find((one) => one.vault === 'narrative')
  if (!narrative) throw new Error('the case has no vault for what was told')
  const note = await makeFile(id, narrative, { title: 'Ordonnance (fictive)', kind: 'medical', content: Uint8Array.from(baselineJpeg) })
  taken(await worker.client.post(`/api/cases/${id}/steps`, { all: note.steps }))
  taken(await sendPieces(worker.client, id, note))
  await readFile(worker, id, { attachment: note.attachment, vault: 'narrative' })
}

async function referWoman(house: CaseHouse): Promise<void> {
  const { stage, who } = house
  for (const [name, body, service] of [
    ['shelter', 'salama', 'safehouse'],
    ['clinic', 'tumaini', 'medical'],
  ] as const) {
    const referral = asId('referral', newId())
    const recipient = asId('organisation', stage.organisation(body))
    const servicePoint = asId('service-point', await pointOf(stage, body, service))
    await send(
      house,
      ['woman', who('caseworker')],
      [
        {
          about: 'referral',
          ask: {
            ...{ step: 'draft', referral, recipient, servicePoint, service, urgency: 'medium', channel: 'in-system' },
            package: ['subject-code', 'age-band', 'gender', 'languages'],
          },
        },
        // Still to be answered on the day on which somebody looks: the round of clocks ends what was left unanswered too long.
        { about: 'referral', ask: { step: 'send', referral, respondBy: respondBy('medium', `${stage.today}T08:00:00.000Z`) } },
      ],
    )
    if (name === 'shelter')
      taken(await who('shelter').client.post(`/api/referrals/${referral}/answers`, { ask: { step: 'accept', referral } }))
  }
  await who('supervisor').client.get(`/api/cases/${house.of('woman').id}`)
}

async function childCase(house: CaseHouse, day: string): Promise<void> {
  const { who } = house
  const worker = who('caseworker')
  await open(house, 'child', {
    ...{ name: 'Enfant inventé', type: 'wfcl', subject: 'M3-8TWY-2F' },
    profile: { ...adult, age: { kind: 'ESTIMATE', fromYears: 12, toYears: 14, disputed: false }, isMature: false, gender: 'Masculine' },
  })
  await send(
    house,
    ['child', worker],
    [...begun(day, [said('case-management', 'full')], true), ...rated({ ...noDanger, childExploited: 'yes' })],
  )
  const { keys } = mustParse(VaultKeys, house.of('child').body.keys)
  const narrative = keys.find((one) => one.vault === 'narrative')
  if (!narrative) return
  const id = newId()
  const sealed = must(await sealText(narrative, { caseId: house.of('child').id, slot: 'note', id }, 'Note confiée (fictive).'))
  await send(
    house,
    ['child', worker],
    [
      { about: 'access', ask: { step: 'keep-text', sealed } },
      {
        about: 'note',
        ask: { step: 'write-note', note: asId('case-note', newId()), kind: 'contact', words: { vault: 'narrative', id }, corrects: null },
      },
    ],
  )
}

/** Sent by a site team that cannot read it back; it waits for an owner. */
async function capturedCase(house: CaseHouse): Promise<void> {
  const { stage, who } = house
  await open(house, 'captured', {
    ...{ by: stage.as('inspector'), name: 'Personne inventée, cinquième', owner: null, subject: 'P6-2NVJ-8R' },
    members: [{ person: who('casework2'), as: 'worker', vaults: WORKED_VAULTS }],
  })
}
