import { describe, expect, test } from 'vitest'
import { asId } from '../../../../kernel/schema.ts'
import { bestInterestsDecider } from '../children/best-interests.ts'
import { noWhole } from '../file/file.ts'
import { dueDaysOf } from '../file/file-context.ts'
import type { CaseWhole } from '../file/file-state.ts'
import { type JusticeTrack, noTrack } from '../justice/justice-track.ts'
import type { ReferralFile } from '../referral/referral.ts'
import { dueSteps } from './due-steps.ts'

const referral = asId('referral', '01a00000-0000-7000-8000-000000000001')
const file: Omit<ReferralFile, 'state' | 'respondBy'> = {
  ...{ referral, recipient: asId('organisation', '01a00000-0000-7000-8000-000000000002'), service: 'medical', package: [] },
  ...{
    basis: { kind: 'consent-item', id: 'item' },
    sentAt: '2026-01-01T08:00:00.000Z',
    statusAt: '2026-01-01T08:00:00.000Z',
    answeredAt: null,
    servicePoint: null,
    urgency: 'high',
    channel: 'in-system',
    endedAs: null,
    serviceOn: null,
    feedback: null,
    fileAsked: null,
    fileAllowed: null,
  },
}
const at = (now: string) => ({ now, today: now.slice(0, 10) })
const stepsIn = (whole: CaseWhole, now: string) =>
  dueSteps(whole, at(now)).map((all) => all.map((one) => ('step' in one.ask ? one.ask.step : one.about)).join('+'))

describe('what the clocks end in a case', () => {
  test('nothing in a case in which nothing is due', () => {
    expect(stepsIn(noWhole, '2030-01-01T00:00:00.000Z')).toEqual([])
  })

  test('a referral that nobody answered, after its grace and not before; one that was acknowledged waits for a person', () => {
    const whole = (state: 'sent' | 'acknowledged'): CaseWhole => ({
      ...noWhole,
      file: { ...noWhole.file, referrals: new Map([[referral, { ...file, state, respondBy: '2026-01-02T08:00:00.000Z' }]]) },
    })
    expect(stepsIn(whole('sent'), '2026-01-02T09:00:00.000Z')).toEqual([])
    expect(stepsIn(whole('sent'), '2026-02-02T09:00:00.000Z')).toEqual(['expire'])
    expect(stepsIn(whole('acknowledged'), '2026-02-02T09:00:00.000Z')).toEqual([])
  })

  test('an override that no second person confirmed, broken glass after its day, a review that fell due', () => {
    const override = '01a00000-0000-7000-8000-000000000003'
    const request = '01a00000-0000-7000-8000-000000000004'
    const [by, confirmBefore] = ['01a00000-0000-7000-8000-000000000005', '2026-01-02T08:00:00.000Z']
    const disclosure = { purpose: 'service-referral', recipient: null, service: null, fields: [] } as const
    const whole: CaseWhole = {
      ...noWhole,
      file: {
        ...noWhole.file,
        consents: {
          ...noWhole.file.consents,
          overrides: new Map([[override, { disclosure: { ...disclosure, fields: [] }, by, confirmBefore, state: 'provisional' }]]),
        },
      },
      access: {
        ...noWhole.access,
        broken: new Map([
          [
            request,
            {
              ...{ by: asId('account', by), organisation: null, vaults: [], ground: 'complaint', reason: null },
              ...{ askedAt: '2026-01-01T08:00:00.000Z', answeredAt: '2026-01-01T08:00:00.000Z' },
              ...{ state: 'approved', until: confirmBefore },
            },
          ],
        ]),
      },
      things: {
        ...noWhole.things,
        bestInterests: new Map([
          ['one', { ...bestInterestsDecider.initial, state: 'implemented', caseworker: by, reviewOn: '2026-01-03' }],
        ]),
      },
    }
    expect(stepsIn(whole, '2026-01-02T07:00:00.000Z')).toEqual([])
    expect(stepsIn(whole, '2026-01-03T08:00:00.000Z')).toEqual(['lapse-override', 'end-break-glass', 'fall-due'])
  })

  test('the key of a witness two years after the last judgment of all groups; while one track is open it stays', () => {
    const witness = { ...noWhole.witness, isOpen: true, level: 3, assessedOn: '2026-01-01' }
    const final = (finalOn: string) => ({ ...noTrack, state: 'final' as const, passed: ['final' as const], finalOn, keptFrom: finalOn })
    const judged = (tracks: CaseWhole['things']['tracks']): CaseWhole => ({ ...noWhole, witness, things: { ...noWhole.things, tracks } })
    const both = judged(
      new Map([
        ['a', final('2026-03-01')],
        ['b', final('2027-05-01')],
      ]),
    )
    expect(dueDaysOf(both).witnessDueOn).toBe('2029-05-01')
    expect(stepsIn(both, '2029-04-30T08:00:00.000Z')).toEqual([])
    expect(stepsIn(both, '2029-05-01T08:00:00.000Z')).toEqual(['destroy-witness-key'])
    const open = judged(
      new Map<string, JusticeTrack>([
        ['a', final('2026-03-01')],
        ['b', { ...noTrack, state: 'trial', passed: ['trial'] }],
      ]),
    )
    expect(stepsIn(open, '2040-05-01T08:00:00.000Z')).toEqual([])
    // Said from outside the team and not confirmed: nothing begins to run.
    const said = judged(new Map<string, JusticeTrack>([['a', { ...final('2026-03-01'), keptFrom: null }]]))
    expect(dueDaysOf(said).witnessDueOn).toBeNull()
    expect(stepsIn(said, '2040-05-01T08:00:00.000Z')).toEqual([])
    const hold = { by: 'x', until: null, isLifted: false }
    expect(stepsIn({ ...both, retention: { ...both.retention, holds: new Map([['h', hold]]) } }, '2029-05-01T08:00:00.000Z')).toEqual([])
  })
})
