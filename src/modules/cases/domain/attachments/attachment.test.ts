import { expect, test } from 'vitest'
import { asId, parse } from '../../../../kernel/schema.ts'
import { type Access, noAccess } from '../access/access.ts'
import { type Attachments, decideAttachment, evolveAttachments, fieldsOfVault, firstAttachmentRule, isLeftBehind } from './attachment.ts'
import { type AttachmentCommand, AttachmentCommand as Wire, FILE_SIZES, sealedSizeOf } from './attachment-words.ts'
import { noCase } from '../case/case-file.ts'
import type { Consent } from '../consent/consent-words.ts'
import type { ReferralFile } from '../referral/referral.ts'

const by = asId('account', '01970000-0000-7000-8000-0000000000a1')
const other = asId('account', '01970000-0000-7000-8000-0000000000a2')
const referral = asId('referral', '01970000-0000-7000-8000-0000000000c1')
const idOf = (n: number): string => `01970000-0000-7000-8000-${String(n).padStart(12, '0')}`
const at = '2026-11-22T10:00:00.000Z'
const textOf = (id: string, vault: 'identity' | 'evidence' | 'witness', slot = 'attachment') =>
  [id, { id, vault, generation: 1, slot, by, at, isReplaced: false }] as const
const access: Access = {
  ...noAccess,
  members: [{ account: by, organisation: null, as: 'owner', vaults: ['identity', 'evidence'], joinedAt: at, until: null }],
  texts: new Map([
    textOf(idOf(1), 'identity'),
    textOf(idOf(2), 'evidence'),
    textOf(idOf(3), 'witness'),
    textOf(idOf(4), 'identity', 'note'),
  ]),
}
const context = { by, at, access, consents: noCase.consents, referrals: noCase.referrals, isUnderLegalHold: false }
type Keep = Extract<AttachmentCommand, { step: 'keep-attachment' }>
const keep = (n: number, more: Partial<Keep> = {}): Keep => ({
  ...{ step: 'keep-attachment', attachment: asId('case-attachment', idOf(100 + n)), head: { vault: 'identity', id: idOf(n) } },
  ...{ sha256: 'a'.repeat(64), bytes: sealedSizeOf(FILE_SIZES[0]), ...more },
})
const kept = (from: Attachments, command: AttachmentCommand, as: typeof context = context): Attachments => {
  const decided = decideAttachment(from, command, as)
  if (!decided.ok) throw new Error(decided.refusal.code)
  return decided.value.reduce(evolveAttachments, from)
}
const codeOf = (from: Attachments, command: AttachmentCommand, as: typeof context = context): string => {
  const decided = decideAttachment(from, command, as)
  return decided.ok ? `${decided.value.length} events` : decided.refusal.code
}
const withdraw = { step: 'withdraw-attachment', attachment: keep(1).attachment, because: 'wrong-file' } as const

test('a file is taken with the sealed text that describes it, in the vault of that text, once', () => {
  const one = kept(new Map(), keep(1))
  expect([...one.values()]).toMatchObject([{ head: { vault: 'identity' }, by, withdrawn: null }])
  expect(codeOf(one, keep(1))).toBe('0 events')
  expect(codeOf(one, keep(9))).toBe('attachment-without-head')
  expect(codeOf(one, keep(4))).toBe('attachment-without-head')
  expect(codeOf(one, keep(3))).toBe('attachment-without-head')
  const full = Array.from({ length: firstAttachmentRule.most }, (_, n) => n).reduce<Attachments>(
    (all, n) => kept(all, keep(1, { attachment: asId('case-attachment', idOf(200 + n)) })),
    new Map(),
  )
  expect(codeOf(full, keep(2, { head: { vault: 'evidence', id: idOf(2) } }))).toBe('attachments-too-many')
})

test('only the five sizes are taken, so that a size tells nothing', () => {
  expect(FILE_SIZES.map((plain) => parse(Wire, keep(1, { bytes: sealedSizeOf(plain) })).ok)).toEqual([true, true, true, true, true])
  expect(parse(Wire, keep(1, { bytes: sealedSizeOf(FILE_SIZES[0]) + 1 })).ok).toBe(false)
  expect(parse(Wire, { ...keep(1), name: 'carte de Furaha.jpg' }).ok).toBe(false)
})

test('who reads the vault, or who sent it, takes it out; a court and a consent keep it', () => {
  const one = kept(new Map(), keep(1))
  expect(kept(one, withdraw).get(withdraw.attachment)).toMatchObject({ withdrawn: 'wrong-file' })
  expect(codeOf(kept(one, withdraw), withdraw)).toBe('unknown-attachment')
  expect(codeOf(one, withdraw, { ...context, by: other })).toBe('unknown-attachment')
  expect(codeOf(one, withdraw, { ...context, isUnderLegalHold: true })).toBe('legal-hold')
  const proof = kept(new Map(), keep(2, { head: { vault: 'evidence', id: idOf(2) } }))
  const given: Consent = {
    ...{ consent: asId('consent', idOf(50)), givenBy: 'self', assentOfChild: 'not-applicable', guardianAgrees: 'not-applicable' },
    ...{ form: 'audio', language: 'swa', interpreterUsed: false, items: [], withheldFields: [], withheldFrom: [] },
    ...{ validFrom: at, validTo: null, evidence: { vault: 'evidence', id: idOf(2) }, policyVersion: '2026-1' },
  }
  const consents = { ...noCase.consents, kept: [{ given, withdrawn: new Map() }] }
  const asked = { ...withdraw, attachment: keep(2).attachment }
  expect(codeOf(proof, asked, { ...context, consents })).toBe('attachment-proves-consent')
})

test('a file goes with a draft that carries a field of its vault, and never one of a witness', () => {
  const one = kept(new Map(), keep(1))
  const draft: ReferralFile = {
    ...{ referral, state: 'draft', recipient: asId('organisation', idOf(60)), service: 'medical', package: ['photo', 'health-summary'] },
    ...{ basis: null, respondBy: null, statusAt: at, sentAt: null, answeredAt: null, servicePoint: null, urgency: 'high' },
    ...{ channel: 'in-system', endedAs: null, serviceOn: null, feedback: null, fileAsked: null, fileAllowed: null },
  }
  const referrals = new Map([[referral.toString(), draft]])
  const release = { step: 'release-attachment', attachment: keep(1).attachment, referral, field: 'photo' } as const
  expect(codeOf(one, release)).toBe('attachment-only-with-a-draft')
  expect(kept(one, release, { ...context, referrals }).get(release.attachment)?.released).toEqual([{ referral, field: 'photo' }])
  expect(codeOf(one, { ...release, field: 'documents-held' }, { ...context, referrals })).toBe('attachment-outside-package')
  expect(codeOf(one, { ...release, field: 'health-summary' }, { ...context, referrals })).toBe('attachment-outside-package')
  const sent = new Map([[referral.toString(), { ...draft, state: 'sent' } as const]])
  expect(codeOf(one, release, { ...context, referrals: sent })).toBe('attachment-only-with-a-draft')
  expect(codeOf(one, release, { ...context, by: other, referrals })).toBe('unknown-attachment')
  expect([fieldsOfVault.witness, fieldsOfVault.perpetrator]).toEqual([[], []])
})

test('who said a file before another body took the case over sends no more of it; who is of the team now, or said it afterwards, does', () => {
  const attachments = kept(new Map(), keep(1))
  const [attachment = ''] = attachments.keys()
  const taken = (hour: string) => ({ happened: [{ what: 'accept-transfer', at: hour } as const] })
  const asked = { attachment, account: by }
  const left = { ...access, members: [] }
  const [later, earlier] = ['2026-11-22T11:00:00.000Z', '2026-11-22T09:00:00.000Z']
  expect(isLeftBehind({ attachments, access: left, file: taken(later) }, asked)).toBe(true)
  expect(isLeftBehind({ attachments, access: left, file: taken(earlier) }, asked)).toBe(false)
  expect(isLeftBehind({ attachments, access: left, file: { happened: [] } }, asked)).toBe(false)
  expect(isLeftBehind({ attachments, access, file: taken(later) }, asked)).toBe(false)
})
