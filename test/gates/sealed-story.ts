/*
What the gate of sealed words plays on a real server: a person's case with everything that may be told in one, a referral with its package, a key that is lost and comes back, and every
kind of wrong input that somebody in a hurry makes. What is sealed here is sealed by the code of the app.
*/
import { asId, looseRecord, mustParse, text } from '../../src/kernel/schema.ts'
import { CaseTexts, ReceivedPackage } from '../../src/modules/cases/contract.ts'
import { OwnKey, RecoveriesShown, SharesGiven, SharesToGive } from '../../src/modules/cases/contract-keys.ts'
import { type TextSlot, VaultKeys, type VaultName } from '../../src/modules/cases/contract-vault.ts'
import type { ConsentItem } from '../../src/modules/cases/domain/consent/consent-words.ts'
import { DEMO_PASSPHRASE } from '../../src/modules/cases/domain/keys/demo-passphrase.ts'
import type { OneCommand } from '../../src/modules/cases/domain/file/file-words.ts'
import { makePersonalKey } from '../../src/app/sealing/personal-key.ts'
import { openGiven, resealAll } from '../../src/app/sealing/recover.ts'
import { sealText } from '../../src/app/sealing/sealed-text.ts'
import { holdUnlocked } from '../../src/app/sealing/unlocked.ts'
import { beginWork, yesTo } from '../world/case-acts.ts'
import { makeFile, readFile, sendPieces } from '../world/case-files.ts'
import { openedPackage, packageFor } from '../world/case-packages.ts'
import { type KeyedPerson, must, withKey } from '../world/case-people.ts'
import { type Opened, WORKED_VAULTS, openCase } from '../world/case-scenes.ts'
import { type Answer, type Client, newId, subjectOf } from '../world/client.ts'
import type { Stage } from '../world/stage.ts'
import type { RealServer } from './sealed-server.ts'

const WITH_KEYS = [
  'caseworker',
  'supervisor',
  'shelter',
  'custodian1',
  'custodian2',
  'custodian3',
  'analyst',
  'secretariat',
  'justice',
] as const
export interface Told {
  readonly name: string
  readonly story: string
  readonly telephone: string
  readonly codeWord: string
  readonly perpetrator: string
  /** In the vaults of proofs and of a witness. */
  readonly proof: string
  readonly testimony: string
  readonly note: string
  readonly packed: string
  /** What a paper that was photographed is called. */
  readonly fileName: string
  /** In the bytes of the picture, where a camera writes place and owner. */
  readonly fileInside: string
}
export interface Cast {
  readonly who: (name: string) => KeyedPerson
  readonly client: (name: string) => Client
  readonly founded: Pick<Stage, 'account' | 'organisation'>
}
const taken = (answer: Answer): Answer => {
  if (answer.status === 200) return answer
  throw new Error(`a step was not taken: ${answer.status} ${JSON.stringify(answer.body)}`)
}

export async function castOn(server: RealServer, founded: Cast['founded']): Promise<Cast> {
  const clients = new Map<string, Client>()
  for (const name of [...WITH_KEYS, 'dpo', 'inspector', 'administrator']) clients.set(name, await server.as(name))
  const client = (name: string): Client => clients.get(name) ?? missing(name)
  const people = new Map<string, KeyedPerson>()
  for (const name of WITH_KEYS) people.set(name, await withKey({ as: client, account: founded.account }, name))
  const custodians = ['custodian1', 'custodian2', 'custodian3'].map(founded.account)
  taken(await client('dpo').post('/api/keys/custodians', { custodians }))
  const Naming = looseRecord({ waiting: looseRecord({ naming: text() }) })
  const { waiting } = mustParse(Naming, taken(await client('dpo').get('/api/keys/custodians')).body)
  taken(await client('custodian2').post('/api/keys/custodians/confirmations', { naming: waiting.naming }))
  return { client, founded, who: (name) => people.get(name) ?? missing(name) }
}
const missing = (name: string): never => {
  throw new Error(`nobody is ${name}`)
}

export interface Played {
  readonly opened: Opened
  readonly referral: string
}
/** From the interview to a shelter that opens its package. */
export async function playCase({ who, founded }: Cast, told: Told): Promise<Played> {
  const worker = who('caseworker')
  const opened = await openCase({
    ...{ by: worker.client, organisation: founded.organisation('ngao'), name: told.name, story: told.story },
    members: [
      { person: worker, as: 'owner', vaults: WORKED_VAULTS },
      { person: who('supervisor'), as: 'witness-reader', vaults: ['witness'] },
    ],
    custodians: [who('custodian1'), who('custodian2'), who('custodian3')],
  })
  taken(opened.answer)
  const sealed = (vault: VaultName, slot: TextSlot, words: string) => sealInto(opened, { vault, slot }, words)
  const note = await sealed('narrative', 'note', told.note)
  const written: OneCommand = {
    about: 'note',
    ask: {
      ...{ step: 'write-note', note: asId('case-note', newId()), kind: 'contact', corrects: null },
      words: { vault: 'narrative', id: note.id },
    },
  }
  const safe = JSON.stringify({ contact: null, words: `${told.telephone} ${told.codeWord}` })
  const texts = [
    note.command,
    (await sealed('identity', 'safe-contact', safe)).command,
    (await sealed('perpetrator', 'perpetrator', told.perpetrator)).command,
    (await sealed('evidence', 'evidence', told.proof)).command,
  ]
  const shelter = asId('organisation', founded.organisation('salama'))
  const toShelter: Partial<ConsentItem> = { service: 'safehouse', extent: 'minimum-for-service' }
  const consents = [yesTo('case-management'), yesTo('service-referral', shelter, toShelter)]
  const steps = `/api/cases/${opened.id}/steps`
  taken(await worker.client.post(steps, { all: [...texts, written, ...beginWork(consents, new Date(Date.now() - 60_000).toISOString())] }))
  const testimony = [(await sealed('witness', 'witness', told.testimony)).command]
  taken(await who('supervisor').client.post(steps, { all: testimony }))
  await photograph(worker, opened, told)
  return { opened, referral: await refer(who, { steps, shelter, told }) }
}

/** A paper is photographed, sent over a line that breaks, and read again by who has its vault; wrongly sent pieces beside it. */
async function photograph(worker: KeyedPerson, opened: Opened, { fileName, fileInside }: Told): Promise<void> {
  const key = mustParse(VaultKeys, opened.body.keys).keys.find((one) => one.vault === 'identity') ?? missing('a vault')
  const content = new Uint8Array(Buffer.from(`\u00ff\u00d8 Exif ${fileInside} `.repeat(900)))
  const file = await makeFile(opened.id, key, { title: fileName, kind: 'identity-paper', content })
  taken(await worker.client.post(`/api/cases/${opened.id}/steps`, { all: file.steps }))
  taken(await sendPieces(worker.client, opened.id, file, { to: 70_000, piece: 70_000 }))
  const damaged = Uint8Array.from(file.sealed).fill(1, 70_000)
  taken(await sendPieces(worker.client, opened.id, { ...file, sealed: damaged }, { from: 70_000 }))
  taken(await sendPieces(worker.client, opened.id, file))
  const read = await readFile(worker, opened.id, { attachment: file.attachment, vault: 'identity' })
  if (read.head.title !== fileName || Buffer.compare(read.content, content) !== 0) throw new Error('the photograph did not come back')
}

async function sealInto(opened: Opened, { vault, slot }: { readonly vault: VaultName; readonly slot: TextSlot }, words: string) {
  const key = mustParse(VaultKeys, opened.body.keys).keys.find((one) => one.vault === vault) ?? missing(vault)
  const id = newId()
  const sealed = must(await sealText(key, { caseId: opened.id, slot, id }, words))
  const command: OneCommand = { about: 'access', ask: { step: 'keep-text', sealed } }
  return { id, command }
}

async function refer(
  who: Cast['who'],
  { steps, shelter, told }: { readonly steps: string; readonly shelter: ReturnType<typeof organisation>; readonly told: Told },
): Promise<string> {
  const referral = asId('referral', newId())
  const draft: OneCommand = {
    about: 'referral',
    ask: {
      ...{ step: 'draft', referral, recipient: shelter, servicePoint: null, service: 'safehouse', urgency: 'high', channel: 'in-system' },
      package: ['subject-code', 'age-band', 'needs'],
    },
  }
  const respondBy = new Date(Date.now() + 86_400_000).toISOString()
  const send: OneCommand = { about: 'referral', ask: { step: 'send', referral, respondBy } }
  const packages = [await packageFor(referral, { needs: told.packed }, who('shelter'))]
  taken(await who('caseworker').client.post(steps, { all: [draft, send], packages }))
  const { client } = who('shelter')
  const got = mustParse(ReceivedPackage, taken(await client.get(`/api/referrals/${referral}/package`)).body)
  const { needs } = must(await openedPackage(who('shelter'), referral, got.box ?? ''))
  if (needs !== told.packed) throw new Error('the shelter did not read its package')
  taken(await client.post(`/api/referrals/${referral}/answers`, { ask: { step: 'accept', referral } }))
  return referral
}
const organisation = (id: string) => asId('organisation', id)

/** The worker's key is lost; two of three give it back. Answers the name that the new key opens. */
export async function loseAndRecover({ who, client, founded }: Cast, { opened }: Played): Promise<string> {
  const mine = client('caseworker')
  const made = must(
    await makePersonalKey({ kind: 'passphrase', passphrase: DEMO_PASSPHRASE }, { memoryKibibytes: 8192, passes: 1, lanes: 1 }),
  )
  const key = asId('personal-key', newId())
  taken(await mine.post('/api/keys/mine', { key, sealed: made.sealed, because: 'lost' }))
  const own = mustParse(OwnKey, taken(await mine.get('/api/keys/mine')).body).key ?? missing('a new key')
  const clock = { now: () => 0, after: () => () => undefined }
  const holder = { account: asId('account', founded.account('caseworker')), key: own.key, publicKey: own.publicKey }
  const unlocked = holdUnlocked({ holder, pair: made.pair, idleMinutes: 600, clock })
  const recovery = subjectOf(await mine.post('/api/keys/recoveries', { because: 'key-lost' }))
  const path = `/api/keys/recoveries/${recovery}`
  for (const name of ['custodian1', 'custodian3']) {
    const { client: at, unlocked: open } = who(name)
    const asked = mustParse(RecoveriesShown, taken(await at.get('/api/keys/recoveries')).body).recoveries.find((one) => one.id === recovery)
    const shares = mustParse(SharesToGive, taken(await at.get(`${path}/shares`)).body)
    taken(await at.post(`${path}/shares`, must(await resealAll(open, shares, asked?.publicKey ?? ''))))
  }
  const { wraps } = await openGiven(unlocked, mustParse(SharesGiven, taken(await mine.get(`${path}/given`)).body))
  taken(await mine.post(`${path}/endings`, { wraps }))
  const { texts, ...sealed } = mustParse(CaseTexts, taken(await mine.get(`/api/cases/${opened.id}/texts/identity`)).body)
  must(await unlocked.openVaults(opened.id, sealed))
  const [first = missing('a text')] = texts.filter((one) => one.slot === 'identity')
  return must(await unlocked.openText(opened.id, first))
}

/** A name where none belongs: in a code, an address, a field that is not there, ciphertext that is none. Answers what was answered. */
export async function sendWrong({ client, who }: Cast, { opened, referral }: Played, stray: string): Promise<readonly Answer[]> {
  const worker = client('caseworker')
  const steps = `/api/cases/${opened.id}/steps`
  const { keys } = opened.body
  const sealed = { id: newId(), vault: 'identity', generation: 1, slot: 'identity', box: stray }
  const bodies: readonly unknown[] = [
    { all: [{ about: 'case', ask: { step: 'screen', screening: newId(), isComplete: true, name: stray } }] },
    { all: [{ about: stray, ask: { step: stray } }] },
    { all: [{ about: 'access', ask: { step: 'keep-text', sealed } }] },
    { all: [{ about: 'access', ask: { step: 'keep-text', sealed: { ...sealed, box: Buffer.from(stray).toString('base64').slice(1) } } }] },
    { all: [{ about: 'note', ask: { step: 'write-note', note: newId(), kind: stray, words: stray, corrects: stray } }] },
    {
      all: [{ about: 'assessment', ask: { step: 'try-contact', channel: stray } }],
      packages: [{ referral, reader: stray, key: stray, box: stray }],
    },
    { all: [{ about: 'profile', ask: { step: 'set-profile', profile: { languages: [stray], gender: stray, citizenship: [stray] } } }] },
    { all: stray, name: stray },
    stray,
  ]
  const answers: Answer[] = []
  for (const data of bodies) answers.push(await worker.post(steps, data))
  const create = { step: 'create', subject: stray, type: 'forced-labour', organisation: stray, source: stray }
  answers.push(await worker.post('/api/cases', { case: newId(), all: [{ about: 'case', ask: create }], keys }))
  answers.push(await client('inspector').post('/api/signals', { types: [stray], channel: stray, site: stray, note: stray }))
  answers.push(await who('shelter').client.post(`/api/referrals/${referral}/answers`, { ask: { step: 'reject', referral, reason: stray } }))
  answers.push(await worker.post('/api/keys/mine', { key: stray, sealed: { publicKey: stray, box: stray }, because: stray }))
  for (const path of [`/api/cases/${encodeURIComponent(stray)}`, `/api/cases/${opened.id}/texts/${encodeURIComponent(stray)}`])
    answers.push(await worker.get(path))
  answers.push(await worker.get(`/api/keys/holders?accounts=${encodeURIComponent(stray)}&capability=${encodeURIComponent(stray)}`))
  // Cut in the middle, as a bad line does; and as another kind of file.
  answers.push(await worker.upload(steps, Buffer.from(`{"id":"${newId()}","data":{"name":"${stray}`), 'application/json'))
  answers.push(await worker.upload(steps, Buffer.from(stray), 'text/csv'))
  return answers
}
