import { expect, test } from 'vitest'
import { foldEvents } from '../../../../kernel/decider.ts'
import { asId } from '../../../../kernel/schema.ts'
import type { EntryContent } from '../../contract-register.ts'
import { noRegister } from './register-rules.ts'
import { type SiteContext, siteDecider } from './site.ts'
import type { SiteCommand, SiteEvent } from './site-words.ts'

const newId = '019a0000-0000-7000-8000-0000000000dd'
const trader = asId('organisation', newId)
/** Sends everything in these tests unless a line says otherwise: the ministry, whose account is also the exporter's. */
const ministry = { roles: ['MINES_NAT'], organisation: trader, kind: 'ministry' } as const
const province = { roles: ['MINES_PROV'], organisation: newId.replace('dd', 'aa'), kind: 'provincial-division' } as const
const scheme = { roles: ['SCHEME_OPERATOR'], organisation: newId.replace('dd', 'ee'), kind: 'scheme-operator' } as const
const context = (more: Partial<SiteContext> = {}): SiteContext => ({
  office: ministry,
  nationalIdTaken: false,
  outsideTerritory: null,
  internal: 'NONE',
  nextSerial: 12,
  factKind: null,
  register: { ...noRegister, today: '2026-06-01' },
  today: '2026-06-01',
  newId: () => newId,
  ...more,
})
const register: Extract<SiteCommand, { say: 'register' }> = {
  say: 'register',
  site: {
    nationalId: 'codmine00001',
    name: 'Kasika',
    country: 'CD',
    minerals: ['Sn'],
    position: { at: { latitude: -1.9641, longitude: 28.1234 }, origin: 'gps' },
    source: { name: 'test' },
  },
}
const paris = { at: { latitude: 48.8566, longitude: 2.3522 }, origin: 'gps' } as const
const entry = (content: EntryContent): SiteCommand => ({
  say: 'record-entry',
  entry: { content, from: '2026-05-01', source: { name: 'test' } },
})
const visit: Extract<SiteCommand, { say: 'record-visit' }> = {
  say: 'record-visit',
  visit: { date: '2026-05-01', source: { name: 'team' }, onSite: true, observed: {} },
}
const hold: SiteCommand = { say: 'hold', reason: 'armed men at the pit', from: '2026-05-01' }
const lift: SiteCommand = { say: 'lift-hold', hold: asId('hold', newId), on: '2026-05-20', reason: 'they left' }
const apply: SiteCommand = {
  say: 'blue-apply',
  exporter: trader,
  riskAssessment: { reference: 'RA-1', date: '2026-05-01' },
}
const application = asId('blue-application', newId)
const receipt: SiteCommand = { say: 'blue-receipt', application, level: 'national', on: '2026-05-03' }
const object = (criterion: string): SiteCommand => ({ say: 'blue-object', application, criterion, by: 'committee', on: '2026-05-05' })

function after(commands: readonly SiteCommand[], given = context()): { code: string | null; events: readonly SiteEvent[] } {
  let events: readonly SiteEvent[] = []
  for (const command of commands) {
    const outcome = siteDecider.decide(foldEvents(siteDecider, events), command, given)
    if (!outcome.ok) return { code: outcome.refusal.code, events }
    events = [...events, ...outcome.value]
  }
  return { code: null, events }
}

test.each<[string, readonly SiteCommand[], Partial<SiteContext>, string | null]>([
  ['a visit is kept even for a site that nobody registered', [visit], {}, null],
  ['a site is registered once', [register, register], {}, 'site-already-registered'],
  ['a site lies in a member state', [{ ...register, site: { ...register.site, country: '--' } }], {}, 'country-not-a-member'],
  ['a site has a mineral', [{ ...register, site: { ...register.site, minerals: [] } }], {}, 'site-without-mineral'],
  [
    'a site of the Congo does not lie at Paris',
    [{ ...register, site: { ...register.site, position: paris } }],
    {},
    'position-outside-country',
  ],
  ['nor is it moved there', [register, { say: 'correct', correction: { reason: 'GPS', position: paris } }], {}, 'position-outside-country'],
  ['what was seen at Paris is kept all the same', [{ say: 'record-visit', visit: { ...visit.visit, position: paris } }], {}, null],
  ['a pit is not less than nothing deep', [register, entry({ group: 'pits', depthMetres: -5 })], {}, 'number-out-of-bounds'],
  ['an area is not less than nothing', [register, entry({ group: 'description', areaHectares: -3 })], {}, 'number-out-of-bounds'],
  ['no site lies 99,999 m high', [register, entry({ group: 'description', altitudeMetres: 99_999 })], {}, 'number-out-of-bounds'],
  ['nobody walks −4 hours', [register, entry({ group: 'access', dry: { way: 'foot', hoursOnFoot: -4 } })], {}, 'number-out-of-bounds'],
  ['nobody walks 4,000 hours', [register, entry({ group: 'access', wet: { way: 'foot', hoursOnFoot: 4000 } })], {}, 'number-out-of-bounds'],
  ['ten days of walking are kept', [register, entry({ group: 'access', wet: { way: 'foot', hoursOnFoot: 240 } })], {}, null],
  ['a national key names one site', [register], { nationalIdTaken: true }, 'national-id-taken'],
  ['a stranger’s site is not registered', [register], { outsideTerritory: { place: 'CD61' } }, 'outside-your-territory'],
  ['a correction corrects something', [register, { say: 'correct', correction: { reason: 'typing' } }], {}, 'nothing-to-correct'],
  ['an identifier is issued once', [register, { say: 'issue-icglr-id' }, { say: 'issue-icglr-id' }], {}, 'icglr-id-already-issued'],
  ['a hold is lifted once', [register, hold, lift, lift], {}, 'hold-already-lifted'],
  ['no hold, nothing to lift', [register, lift], {}, 'no-such-hold'],
  ['a void names a fact of this site', [register, { say: 'void-fact', fact: asId('event', newId), reason: 'double' }], {}, 'no-such-fact'],
  ['blue is for a site without a colour', [register, apply], { internal: 'RED' }, 'blue-is-for-uninspected-sites'],
  ['a receipt is recorded once', [register, apply, receipt, receipt], {}, 'receipt-already-recorded'],
  ['the ministry does not receive for the province', [register, apply, { ...receipt, level: 'local' }], {}, 'receipt-of-another-level'],
  ['an exporter asks for itself', [register, apply], { office: province }, 'not-your-organisation'],
  ['a hold is not lifted before it began', [register, hold, { ...lift, on: '2026-04-30' }], {}, 'hold-lifted-before-it-began'],
  ['an objection names a criterion', [register, apply, object('P-LABOUR')], {}, 'objection-needs-a-criterion'],
  ['an objection is recorded', [register, apply, object('Y1')], {}, null],
  [
    'an objection comes after a receipt',
    [register, apply, { ...receipt, on: '2026-05-06' }, object('Y1')],
    {},
    'objection-before-the-request',
  ],
])('%s', (_name, commands, given, code) => {
  expect(after(commands, context(given)).code).toBe(code)
})

test('a hold is lifted by the body that laid it, or by the ministry, and says whose it is by who laid it', () => {
  const laid = (office: SiteContext['office']) => foldEvents(siteDecider, after([register, hold], context({ office })).events)
  const lifted = (by: SiteContext['office'], office: SiteContext['office']) => {
    const outcome = siteDecider.decide(laid(by), lift, context({ office }))
    return outcome.ok ? null : outcome.refusal.code
  }
  expect([ministry, province, scheme].map((office) => laid(office).holds[newId]?.by)).toEqual(['ministry', 'mining-service', 'scheme'])
  expect(lifted(ministry, scheme)).toBe('hold-of-another-body')
  expect(lifted(scheme, { ...scheme, organisation: newId.replace('dd', 'ff') })).toBe('hold-of-another-body')
  expect([lifted(scheme, scheme), lifted(scheme, ministry)]).toEqual([null, null])
})

test('an objection is made in the name of the sender’s office, whatever is typed', () => {
  const said = (office: SiteContext['office']) => {
    const outcome = siteDecider.decide(foldEvents(siteDecider, after([register, apply]).events), object('Y1'), context({ office }))
    return outcome.ok && outcome.value[0]?.kind === 'site.blue-objected.v1' ? outcome.value[0].payload.by : null
  }
  const witness = { roles: ['CIVIL_SOCIETY'], organisation: newId.replace('dd', 'bb'), kind: 'civil-society' } as const
  const chair = { ...province, roles: ['MINISTER_PROV'] }
  expect([ministry, province, chair, witness].map(said)).toEqual(['mining-service', 'mining-service', 'committee', 'committee'])
})

test('the identifier carries the sign and does not move when the position is corrected', () => {
  const corrected: SiteCommand = {
    say: 'correct',
    correction: { reason: 'GPS', position: { at: { latitude: 1.9641, longitude: 28.1234 }, origin: 'gps' } },
  }
  const { events } = after([register, { say: 'issue-icglr-id' }, corrected])
  expect(foldEvents(siteDecider, events).icglrId).toBe('CD--1.9641+28.1234-00012')
})
