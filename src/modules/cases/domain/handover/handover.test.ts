/* A whole case for another body, by its rules alone: what keeps it from going, what ends an offer, and what an acceptance leaves behind. */
import { describe, expect, test } from 'vitest'
import { adult } from '../../../../../test/world/case-scenes.ts'
import type { VaultName } from '../../contract-vault.ts'
import { type Access, type BreakGlass, noAccess } from '../access/access.ts'
import * as story from '../case/case-story.ts'
import type { ConsentItem } from '../consent/consent-words.ts'
import { dueDaysOf } from '../file/file-context.ts'
import { noWhole } from '../file/file.ts'
import type { CaseWhole } from '../file/file-state.ts'
import type { PackageField } from '../referral/referral-words.ts'
import { dueSteps } from '../rounds/due-steps.ts'
import { CODED_FIELDS, type HandoverContext, decideHandover, endOf } from './handover.ts'
import type { HandoverCommand } from './handover-words.ts'
import { levelNow } from './offered-facts.ts'
import { newTeam } from './taking-over.ts'

const there = story.shelter
const [taker, stranger] = [story.idOf('account', 50), story.idOf('account', 51)]
const handover = story.idOf('case-handover', 60)
const AT = '2026-11-24T09:00:00.000Z'
const respondBy = '2026-11-27T09:00:00.000Z'
const identityFields: readonly PackageField[] = ['name', 'photo', 'birth-date', 'safe-contact', 'contact-times', 'documents-held']
const toThere = { id: 't1', purpose: 'case-transfer', recipient: there, answer: 'yes' } as const
const agreed = (fields: readonly PackageField[] | null, validTo: string | null = null): story.Told => {
  const item: ConsentItem = fields === null ? { ...toThere, extent: 'full' } : { ...toThere, extent: 'selected', fields: [...fields] }
  return [{ about: 'consent', ask: { step: 'record', given: story.consent([item], { consent: story.idOf('consent', 21), validTo }) } }]
}
const vaults: readonly VaultName[] = ['identity', 'narrative', 'evidence']
const access: Access = {
  ...noAccess,
  generations: new Map(vaults.map((vault) => [vault, 1])),
  members: [{ account: story.worker, organisation: story.ours, as: 'owner', vaults, joinedAt: story.START, until: null }],
}
const caseWith = (yes: story.Told, changes: Partial<CaseWhole> = {}): CaseWhole => ({
  ...{ ...noWhole, profile: adult, access, file: story.stateOf(story.tell([...story.active, yes])) },
  ...changes,
})
const held = { ...noWhole.retention, holds: new Map([['h', { by: 'x', until: null, isLifted: false }]]) }
const wrapped = (of: readonly VaultName[]) => of.map((vault) => ({ reader: taker, vault, generation: 1 }))
const context = (changes: Partial<HandoverContext> = {}): HandoverContext => ({
  ...{ by: story.worker, organisation: story.ours, at: AT, today: AT.slice(0, 10), keyHolders: new Map([[taker, there]]) },
  ...{ custodians: new Set<string>(), handed: wrapped(vaults), ...changes },
})
const offerOf = (of: readonly VaultName[]) => ({
  ...{ handover, recipient: there, takers: [taker], respondBy, keys: of.map((vault) => ({ vault, generation: 1 })) },
})
const said = (whole: CaseWhole, command: HandoverCommand, changes: Partial<HandoverContext> = {}) => {
  const decided = decideHandover(whole, command, context(changes))
  return decided.ok ? decided.value : decided.refusal.code
}
const codeOf = (...asked: Parameters<typeof said>): string => {
  const answer = said(...asked)
  return typeof answer === 'string' ? answer : 'taken'
}
const offeredIn = (whole: CaseWhole, of: readonly VaultName[] = ['identity']): CaseWhole => ({
  ...whole,
  handover: { ...offerOf(of), basis: 't1', by: story.worker, at: AT },
})

describe('an offer', () => {
  test.each<readonly [string, CaseWhole, readonly VaultName[]]>([
    ['taken', caseWith(agreed(null)), vaults],
    ['taken', caseWith(agreed([...CODED_FIELDS, ...identityFields])), ['identity']],
    ['legal-hold', caseWith(agreed(null), { retention: held }), vaults],
    ['handover-without-identity', caseWith(agreed(null)), []],
    ['handover-without-identity', caseWith(agreed(CODED_FIELDS)), []],
    ['handover-without-identity', caseWith(agreed(null)), ['narrative', 'evidence']],
    ['handover-vault-not-agreed', caseWith(agreed([...CODED_FIELDS, ...identityFields])), ['identity', 'evidence']],
  ])('%s', (code, whole, of) => expect(codeOf(whole, { step: 'offer', ...offerOf(of) })).toBe(code))
})

describe('an answer', () => {
  const offered = offeredIn(caseWith(agreed(null)), vaults)
  const asTaker = { by: taker, organisation: there }
  test('is the taker’s, and none of it comes while a legal hold keeps the case', () => {
    expect(codeOf(offered, { step: 'accept', handover }, asTaker)).toBe('taken')
    expect(codeOf({ ...offered, retention: held }, { step: 'accept', handover }, asTaker)).toBe('legal-hold')
    const no: HandoverCommand = { step: 'decline', handover, reason: 'no-capacity' }
    expect(codeOf(offered, no, asTaker)).toBe('taken')
    expect(codeOf(offered, no, { by: stranger, organisation: there })).toBe('unknown-handover')
    expect(codeOf(offered, no, { by: taker, organisation: story.ours })).toBe('unknown-handover')
  })
  test('of somebody who was named a reader of the witness meanwhile: they decline, and do not take both', () => {
    const reader = { account: taker, organisation: there, as: 'witness-reader', vaults: ['witness'], joinedAt: AT, until: null } as const
    const whole = { ...offered, access: { ...access, members: [...access.members, reader] } }
    expect(codeOf(whole, { step: 'accept', handover }, asTaker)).toBe('handover-taker-reads-apart')
    expect(codeOf(whole, { step: 'decline', handover, reason: 'no-capacity' }, asTaker)).toBe('taken')
  })
})

test('a yes that was given until a day ends the offer on that day, long before an answer is due', () => {
  const whole = offeredIn(caseWith(agreed(null, '2026-11-25T09:00:00.000Z')), vaults)
  const steps = (now: string) => dueSteps(whole, { now, today: now.slice(0, 10) }).flatMap((all) => all.map(({ about }) => about))
  const [before, after] = ['2026-11-25T08:59:00.000Z', '2026-11-25T09:01:00.000Z']
  expect([endOf(whole, { at: before }), endOf(whole, { at: after })]).toEqual([null, 'consent-ended'])
  expect([steps(before), steps(after)]).toEqual([[], ['handover']])
  expect(codeOf(whole, { step: 'expire', handover }, { at: before })).toBe('handover-still-in-time')
  expect(said(whole, { step: 'expire', handover }, { at: after })).toMatchObject([{ payload: { as: 'consent-ended' } }])
})

test('what the supervision asked to see in an emergency ends with the acceptance; what was answered stays as it was', () => {
  const glass = (state: BreakGlass['state']): BreakGlass => ({
    ...{ by: story.supervisor, organisation: story.ours, vaults: ['identity'], ground: 'imminent-danger', reason: null, askedAt: AT },
    ...{ answeredAt: null, state, until: null },
  })
  const [open, done] = [story.idOf('break-glass', 70), story.idOf('break-glass', 71)]
  const broken = new Map([
    [open, glass('asked')],
    [done, glass('declined')],
  ])
  const events = newTeam({ access: { ...access, broken } }, { by: taker, at: AT, recipient: there })
  const declined = events.filter(({ kind }) => kind === 'case-break-glass.declined.v1')
  expect(declined).toMatchObject([{ payload: { request: open, by: taker } }])
})

test('a case that is worked on by who took it over has no day of erasure; one that ended there has', () => {
  const file = story.stateOf(story.tell([...story.active]))
  const happened = [...file.happened, { what: 'accept-transfer', at: AT } as const]
  expect(dueDaysOf({ ...noWhole, profile: adult, file: { ...file, happened } }).caseDueOn).toBeNull()
  const left = { ...file, happened, standing: { at: 'transferred', before: null } as const }
  expect(dueDaysOf({ ...noWhole, profile: adult, file: left }).caseDueOn).toBe('2031-11-24')
})

test('while two said a different risk, the graver one is told', () => {
  const rated = (number: number, value: string): story.Told => [
    {
      about: 'field',
      ask: { step: 'set-field', field: 'risk-level', value, edit: story.idOf('case-edit', number), basedOn: null },
    },
  ]
  expect(levelNow(story.stateOf(story.tell([...story.active])))).toBe('high')
  expect(levelNow(story.stateOf(story.tell([...story.active, rated(81, 'low')])))).toBe('low')
  const two = story.stateOf(story.tell([...story.active, rated(81, 'high'), rated(82, 'low')]))
  expect(two.fields.conflicts.size).toBe(1)
  expect(levelNow(two)).toBe('high')
})
