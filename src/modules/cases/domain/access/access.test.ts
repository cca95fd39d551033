/* Who reads a case, step by step and as a whole: whatever is tried in whatever order, nobody reads what two others did not give them. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { asId } from '../../../../kernel/schema.ts'
import type { VaultName } from '../../contract-vault.ts'
import { type Access, type AccessContext, decideAccess, evolveAccess, memberOf, noAccess, readsVault, vaultsOf } from './access.ts'
import type { AccessCommand } from './access-words.ts'

const account = (n: number) => asId('account', `00000000-0000-7000-8000-00000000000${n}`)
const request = (n: number) => asId('break-glass', `00000000-0000-7000-8000-0000000000b${n}`)
const [own, other] = [
  asId('organisation', '00000000-0000-7000-8000-0000000000a1'),
  asId('organisation', '00000000-0000-7000-8000-0000000000a2'),
]
const [owner, worker, third, fourth, supervisor, officer, custodian, stranger] = [1, 2, 3, 4, 5, 6, 7, 8].map(account)
if (!owner || !worker || !third || !fourth || !supervisor || !officer || !custodian || !stranger) throw new Error('eight people')
const AT = '2026-11-20T08:00:00.000Z'
const everyone = new Map([
  ...[owner, worker, third, fourth, supervisor, officer, custodian].map((one) => [one, own] as const),
  [stranger, other] as const,
])
const as = (by: typeof owner, more: Partial<AccessContext> = {}): AccessContext => ({
  ...{ by, organisation: by === stranger ? other : own, at: AT, maySupervise: by === supervisor, mayProtectData: by === officer },
  ...{ standing: 'owner', caseOrganisation: own, keyHolders: everyone, custodians: new Set([custodian]), ...more },
})
const join = (
  who: typeof owner,
  vaults: readonly VaultName[],
  more: Partial<Extract<AccessCommand, { step: 'join' }>> = {},
): AccessCommand => ({
  ...{ step: 'join', account: who, organisation: who === stranger ? other : own, as: 'worker', vaults: [...vaults], ...more },
})
const renew = (vault: VaultName, generation: number): AccessCommand => ({ step: 'renew-keys', generations: [{ vault, generation }] })
const text = (vault: VaultName, generation: number, id: string, slot: 'reason' | 'story' = 'story'): AccessCommand => ({
  step: 'keep-text',
  sealed: { id: asId('sealed-text', `00000000-0000-7000-8000-0000000000${id}`), vault, generation, slot, box: 'AAAA' },
})
const reason = (id: string) => ({ vault: 'narrative', id: asId('sealed-text', `00000000-0000-7000-8000-0000000000${id}`) }) as const
const glass = (n: number, vaults: readonly VaultName[] = ['narrative'], id = 'd1'): AccessCommand => ({
  ...{ step: 'ask-break-glass', request: request(n), vaults: [...vaults], ground: 'imminent-danger', reason: reason(id) },
})

function done(access: Access, command: AccessCommand, context: AccessContext): Access {
  const decided = decideAccess(access, command, context)
  if (!decided.ok) throw new Error(decided.refusal.code)
  return decided.value.reduce(evolveAccess, access)
}
const codeOf = (access: Access, command: AccessCommand, context: AccessContext): string => {
  const decided = decideAccess(access, command, context)
  return decided.ok ? 'taken' : decided.refusal.code
}
/** The owner reads identity and narrative; a colleague the narrative. */
const begun = [
  join(owner, ['identity', 'narrative'], { as: 'owner' }),
  join(worker, ['narrative']),
  renew('identity', 1),
  renew('narrative', 1),
].reduce((access, command) => done(access, command, as(owner)), noAccess)
const pleaded = done(begun, text('narrative', 1, 'd1', 'reason'), as(supervisor))
const askedGlass = done(pleaded, glass(1), as(supervisor))

describe('a team', () => {
  test.each<readonly [string, AccessCommand, AccessContext]>([
    ['taken', join(third, ['narrative']), as(worker)],
    ['already-in-the-team', join(worker, ['narrative']), as(owner)],
    ['unknown-case', join(third, ['narrative']), as(fourth)],
    ['nobody-joins-themselves', join(supervisor, []), as(supervisor)],
    ['vault-not-yours-to-hand-out', join(third, ['identity']), as(worker)],
    ['vault-not-yours-to-hand-out', join(third, ['narrative']), as(supervisor)],
    ['taken', join(third, []), as(supervisor)],
    ['case-has-an-owner', join(third, [], { as: 'owner' }), as(owner)],
    ['break-glass-has-its-own-way', join(third, ['narrative'], { as: 'break-glass' }), as(owner)],
    ['team-of-another-body', join(stranger, ['narrative']), as(owner)],
    ['team-of-another-body', join(stranger, ['narrative'], { organisation: own }), as(owner)],
    ['team-of-another-body', join(stranger, ['narrative'], { as: 'handed-over' }), as(owner)],
    ['handover-has-its-own-way', join(third, ['narrative'], { as: 'handed-over' }), as(owner)],
    ['reader-without-key', join(third, ['narrative']), as(owner, { keyHolders: new Map() })],
    ['custodian-reads-no-case', join(custodian, ['narrative']), as(owner)],
    ['custodian-reads-no-case', join(custodian, [], { as: 'supervisor' }), as(supervisor)],
    ['witness-vault-apart', join(third, ['witness']), as(owner)],
    ['witness-vault-apart', join(third, ['witness', 'identity'], { as: 'witness-reader' }), as(owner)],
    ['team-not-yours-to-change', { step: 'leave', account: owner, reason: 'left-the-team' }, as(worker)],
    ['not-in-the-team', { step: 'leave', account: third, reason: 'left-the-team' }, as(owner)],
    ['vault-needs-a-reader', { step: 'leave', account: owner, reason: 'left-the-team' }, as(owner)],
    ['taken', { step: 'leave', account: worker, reason: 'left-the-team' }, as(worker)],
  ])('%s', (code, command, context) => expect(codeOf(begun, command, context)).toBe(code))

  test('a witness has three readers and not a fourth', () => {
    const three = [owner, third, fourth].reduce<Access>(
      (access, one) => done(access, join(one, ['witness'], { as: 'witness-reader' }), as(owner)),
      noAccess,
    )
    expect(codeOf(three, join(stranger, ['witness'], { as: 'witness-reader' }), as(owner))).toBe('witness-readers-full')
  })

  test('one who reads a witness is taken out by another who does, never by a colleague, and never the last', () => {
    const read = done(begun, join(third, ['witness'], { as: 'witness-reader' }), as(owner))
    const out: AccessCommand = { step: 'leave', account: third, reason: 'left-the-body' }
    expect(codeOf(read, out, as(owner))).toBe('vault-needs-a-reader')
    const two = done(done(read, renew('witness', 1), as(owner)), join(fourth, ['witness'], { as: 'witness-reader' }), as(third))
    expect([codeOf(two, out, as(fourth)), codeOf(two, out, as(owner)), codeOf(two, out, as(worker))]).toEqual([
      ...['taken', 'taken', 'team-not-yours-to-change'],
    ])
    expect(codeOf(two, { step: 'leave', account: worker, reason: 'left-the-body' }, as(third))).toBe('team-not-yours-to-change')
  })

  test('after somebody left, nothing is written under the key that they had', () => {
    const left = done(begun, { step: 'leave', account: worker, reason: 'left-the-body' }, as(owner))
    expect(codeOf(left, text('narrative', 1, 'e1'), as(owner))).toBe('vault-key-must-be-renewed')
    expect(codeOf(left, text('identity', 1, 'e1'), as(owner))).toBe('taken')
    expect(codeOf(left, renew('narrative', 1), as(owner))).toBe('vault-key-renewed-meanwhile')
    expect(codeOf(left, renew('narrative', 2), as(worker))).toBe('vault-not-yours-to-hand-out')
    const renewed = done(left, renew('narrative', 2), as(owner))
    expect(codeOf(renewed, text('narrative', 1, 'e1'), as(owner))).toBe('vault-key-too-old')
    expect(codeOf(renewed, text('narrative', 2, 'e1'), as(owner))).toBe('taken')
    expect(codeOf(renewed, text('perpetrator', 1, 'e1'), as(owner))).toBe('vault-not-there')
  })
})

describe('broken glass', () => {
  test.each<readonly [string, Access, AccessCommand, AccessContext]>([
    ['break-glass-not-yours', pleaded, glass(1), as(worker)],
    ['break-glass-needs-a-reason', begun, glass(1), as(supervisor)],
    ['break-glass-needs-a-reason', pleaded, glass(1), as(officer)],
    ['break-glass-needs-a-reason', askedGlass, glass(2), as(supervisor)],
    ['witness-vault-apart', pleaded, glass(1, ['witness']), as(supervisor)],
    ['break-glass-already-asked', askedGlass, glass(1), as(supervisor)],
    ['break-glass-by-another-person', askedGlass, { step: 'approve-break-glass', request: request(1) }, as(supervisor)],
    ['break-glass-not-yours', askedGlass, { step: 'approve-break-glass', request: request(1) }, as(worker)],
    [
      'break-glass-of-another-body',
      askedGlass,
      { step: 'approve-break-glass', request: request(1) },
      as(officer, { caseOrganisation: other }),
    ],
    ['taken', askedGlass, { step: 'decline-break-glass', request: request(1) }, as(officer, { caseOrganisation: other })],
    ['unknown-break-glass', askedGlass, { step: 'approve-break-glass', request: request(3) }, as(officer)],
    ['break-glass-not-open', askedGlass, { step: 'end-break-glass', request: request(1) }, as(owner)],
  ])('%s', (code, access, command, context) => expect(codeOf(access, command, context)).toBe(code))

  test('opens for a day, for what was asked and nobody else, and ends', () => {
    const open = done(askedGlass, { step: 'approve-break-glass', request: request(1) }, as(officer))
    expect(codeOf(open, { step: 'approve-break-glass', request: request(1) }, as(officer))).toBe('break-glass-already-answered')
    expect(vaultsOf(open, supervisor, '2026-11-21T07:59:59.999Z')).toEqual(['narrative'])
    expect(vaultsOf(open, supervisor, '2026-11-21T08:00:00.000Z')).toEqual([])
    expect(vaultsOf(open, officer, AT)).toEqual([])
    const end: AccessCommand = { step: 'end-break-glass', request: request(1) }
    expect(codeOf(open, end, as(owner, { at: '2026-11-21T07:00:00.000Z' }))).toBe('break-glass-still-open')
    const ended = done(open, end, as(owner, { at: '2026-11-21T08:00:00.000Z' }))
    expect(memberOf(ended, supervisor)).toBeNull()
    expect(ended.mustRenew.has('narrative')).toBe(true)
  })
})

const people = [owner, worker, third, fourth, supervisor, officer, custodian, stranger]
const vaultNames: readonly VaultName[] = ['identity', 'narrative', 'witness']
const anyCommand: fc.Arbitrary<AccessCommand> = fc.oneof(
  fc
    .tuple(
      fc.constantFrom(...people),
      fc.subarray([...vaultNames]),
      fc.constantFrom('owner', 'worker', 'supervisor', 'witness-reader', 'handed-over', 'break-glass'),
    )
    .map(([who, vaults, role]) => join(who, vaults, { as: role })),
  fc.constantFrom(...people).map((who): AccessCommand => ({ step: 'leave', account: who, reason: 'left-the-team' })),
  fc.tuple(fc.constantFrom(...vaultNames), fc.integer({ min: 1, max: 4 })).map(([vault, generation]) => renew(vault, generation)),
  fc
    .tuple(fc.constantFrom(...vaultNames), fc.integer({ min: 1, max: 4 }), fc.constantFrom('f1', 'f2', 'f3'))
    .map(([vault, generation, id]) => text(vault, generation, id, 'reason')),
  fc
    .tuple(fc.integer({ min: 1, max: 3 }), fc.subarray([...vaultNames], { minLength: 1 }), fc.constantFrom('f1', 'f2', 'f3'))
    .map(([n, vaults, id]) => glass(n, vaults, id)),
  fc
    .tuple(fc.constantFrom('approve-break-glass', 'decline-break-glass', 'end-break-glass'), fc.integer({ min: 1, max: 3 }))
    .map(([step, n]): AccessCommand => ({ step, request: request(n) })),
)

test('property: whatever is tried by whomever, nobody lets themselves in, a witness has three readers, glass has two persons, who left reads nothing new', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.constantFrom(...people), anyCommand), { maxLength: 40 }), (tries) => {
      let access = begun
      for (const [who, command] of tries) {
        const decided = decideAccess(access, command, as(who))
        if (!decided.ok) continue
        const read = vaultNames.filter((vault) => people.some((one) => readsVault(access, one, vault)))
        for (const event of decided.value) {
          if (event.kind === 'case-team.joined.v1' && event.payload.as !== 'break-glass')
            expect(event.payload.account).not.toBe(event.payload.by)
          if (event.kind === 'case-break-glass.approved.v1') expect(access.broken.get(event.payload.request)?.by).not.toBe(event.payload.by)
          if (event.kind === 'case-text.kept.v1' && event.payload.sealed.slot !== 'reason')
            expect(access.mustRenew.has(event.payload.sealed.vault)).toBe(false)
          access = evolveAccess(access, event)
        }
        expect(access.members.filter((one) => one.vaults.includes('witness')).length).toBeLessThanOrEqual(3)
        expect(access.members.filter((one) => one.as === 'owner').length).toBeLessThanOrEqual(1)
        expect(memberOf(access, custodian)).toBeNull()
        for (const one of access.members) expect(one.as === 'break-glass' && one.until === null).toBe(false)
        for (const vault of read) expect(people.some((one) => readsVault(access, one, vault))).toBe(true)
      }
    }),
    { numRuns: 400 },
  )
})
