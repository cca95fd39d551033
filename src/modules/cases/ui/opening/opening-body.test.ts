import { expect, test } from 'vitest'
import { keyedPerson, unlockedAs } from '../../../../../test/vault-people.ts'
import { asId, mustParse } from '../../../../kernel/schema.ts'
import { VaultKeys } from '../../contract-vault.ts'
import { noWhole, fileDecider } from '../../domain/file/file.ts'
import { CommandsWire } from '../../domain/file/command-wire.ts'
import type { FileContext } from '../../domain/file/file-context.ts'
import { openFile, readHead, sealFile } from '../attachments/sealed-file.ts'
import { foldCase } from '../file/fold.ts'
import { profileOf } from './new-case-screen.tsx'
import { drawnSubject } from '../drawn-subject.ts'
import { type Opening, openingBody } from './opening-body.ts'

const caseId = '01970000-0000-7000-8000-00000000000a'
const body = '01970000-0000-7000-8000-0000000000b0'
const opening: Omit<Opening, 'readers' | 'custodians'> = {
  ...{ caseId, newId: () => crypto.randomUUID(), subject: drawnSubject(), type: 'forced-labour', source: 'hotline', organisation: body },
  ...{ profile: profileOf({ years: '27', isSure: 'yes', gender: 'Feminine' }), provinceCode: null },
  texts: [{ vault: 'identity', slot: 'identity', text: 'Furaha' }],
}
/** Whoever is asked for has a key and is of the body. */
class OfTheBody extends Map<string, FileContext['organisation']> {
  override get(): FileContext['organisation'] {
    return asId('organisation', body)
  }
}
const context = (account: string): FileContext => ({
  ...{ toldAt: '2026-11-20T08:00:00.000Z', keyHolders: new OfTheBody(), custodians: new Set<string>(), wraps: [] },
  ...{ standing: 'opening', by: asId('account', account), organisation: asId('organisation', body), at: '2026-11-20T08:00:00.000Z' },
  ...{
    today: '2026-11-20',
    maySupervise: false,
    mayProtectData: false,
    mayOverride: false,
    mayManageReferrals: false,
    mayNameReaders: false,
  },
  ...{
    isTrained: true,
    isTrainedForChildren: true,
    isWorkerActive: true,
    isOnCommittee: false,
    isInShelter: false,
    qualifiedToReview: false,
    competent: [],
  },
  ...{
    decider: { type: 'NGO', organisation: null, name: null },
    justiceBody: null,
    newConflict: asId('case-conflict', crypto.randomUUID()),
  },
})
const made = async (...args: Parameters<typeof openingBody>) => {
  const outcome = await openingBody(...args)
  if (!outcome.ok) throw new Error(outcome.refusal.code)
  return outcome.value
}

test('a quick intake is what the server takes, and its words open for its owner alone', async () => {
  const [worker, other] = [await keyedPerson(), await keyedPerson()]
  const sent = await made({ ...opening, readers: [{ holder: worker.holder, as: 'owner' }], custodians: [] })
  expect(mustParse(CommandsWire, sent.all)).toEqual(sent.all)
  expect(mustParse(VaultKeys, sent.keys)).toEqual(sent.keys)
  expect(JSON.stringify(sent)).not.toMatch(/Furaha|AGE-SECRET/)
  const decided = fileDecider.decide(noWhole, { all: sent.all }, context(worker.holder.account))
  if (!decided.ok) throw new Error(decided.refusal.code)
  const { whole } = foldCase({
    events: decided.value.map(({ thing, event: { kind, payload } }) => ({ thing, kind, payload, learnedAt: '2026-11-20T08:00:00.000Z' })),
  })
  expect(whole.file).toMatchObject({ standing: { at: 'intake' }, owner: worker.holder.account })
  // And it goes on after an interview that was held on paper.
  const onPaper = { about: 'case', ask: { step: 'screen', screening: 'paper', isComplete: true } } as const
  const owner = { ...context(worker.holder.account), standing: 'owner' } as const
  expect(fileDecider.decide(whole, { all: [onPaper] }, owner)).toMatchObject({
    ok: true,
    value: [{ event: { payload: { to: 'screened' } } }],
  })
  const text = sent.all.flatMap((one) => (one.about === 'access' && one.ask.step === 'keep-text' ? [one.ask.sealed] : []))[0]!
  const reader = unlockedAs(worker)
  await reader.openVaults(caseId, sent.keys)
  expect(await reader.openText(caseId, text)).toEqual({ ok: true, value: 'Furaha' })
  const stranger = unlockedAs(other)
  await stranger.openVaults(caseId, sent.keys)
  expect((await stranger.openText(caseId, text)).ok).toBe(false)
})

test('a file goes with the opening: what opens it is sealed into its vault, and the server takes it', async () => {
  const worker = await keyedPerson()
  const attachment = crypto.randomUUID()
  const content = new TextEncoder().encode('carte d’électeur')
  const sealed = await sealFile({
    caseId,
    vault: 'identity',
    attachment,
    title: 'Carte',
    kind: 'identity-paper',
    mediaType: 'image/jpeg',
    content,
  })
  if (!sealed.ok) throw new Error(sealed.refusal.code)
  const files = [{ ...sealed.value, attachment, vault: 'identity' as const }]
  const sent = await made({ ...opening, files, readers: [{ holder: worker.holder, as: 'owner' }], custodians: [] })
  expect(mustParse(CommandsWire, sent.all)).toEqual(sent.all)
  expect(JSON.stringify(sent)).not.toMatch(/Carte|AGE-SECRET/)
  const decided = fileDecider.decide(noWhole, { all: sent.all }, context(worker.holder.account))
  expect(decided.ok && decided.value.some(({ event }) => event.kind === 'case-attachment.kept.v1')).toBe(true)
  const texts = sent.all.flatMap((one) => (one.about === 'access' && one.ask.step === 'keep-text' ? [one.ask.sealed] : []))
  const reader = unlockedAs(worker)
  await reader.openVaults(caseId, sent.keys)
  const head = await reader.openText(
    caseId,
    texts.find((one) => one.slot === 'attachment')!,
  )
  const read = readHead(head.ok ? head.value : null)
  const opened = read && (await openFile(read, sealed.value.sealed, { caseId, vault: 'identity' }))
  expect(opened).toEqual({ ok: true, value: content })
})

test('write-only: two supervisors read it, who sent it is not among them and it has no owner yet', async () => {
  const [one, two, sender] = [await keyedPerson(), await keyedPerson(), await keyedPerson()]
  const readers = [one, two].map(({ holder }) => ({ holder, as: 'supervisor' as const }))
  const sent = await made({ ...opening, readers, custodians: [] })
  const decided = fileDecider.decide(noWhole, { all: sent.all }, context(sender.holder.account))
  expect(decided.ok).toBe(true)
  expect(sent.keys.wraps.map((wrap) => wrap.reader)).not.toContain(sender.holder.account)
})

test('an age that is not sure is a range, and who may be a child is read as one later', () => {
  expect(profileOf({ years: '19', isSure: 'no', gender: 'Masculine' })).toMatchObject({
    age: { kind: 'ESTIMATE', fromYears: 17, toYears: 21 },
    isMature: false,
  })
  expect(profileOf({ years: '', isSure: 'yes', gender: 'Masculine' })).toBeNull()
  expect(profileOf({ years: '12.5', isSure: 'yes', gender: 'Masculine' })).toBeNull()
})

test('a code is drawn and never twice the same', () => {
  const codes = Array.from({ length: 300 }, drawnSubject)
  expect(new Set(codes).size).toBe(300)
  expect(codes[0]).toMatch(/^[2-9A-HJ-NP-Z]{2}-[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{3}$/)
})
