import { expect, test } from 'vitest'
import { mustParse } from '../../../kernel/schema.ts'
import type { AttachedFact } from '../contract.ts'
import {
  ceec,
  exporter,
  forbidden,
  lotId,
  papers,
  siteA,
  standing,
  terms,
  trace,
  trader,
  validator,
  verifier,
  world,
} from './example-lot.ts'
import { sequenceOf, statusOn, certificateNumber } from './certificate.ts'
import { dossierDecider } from './dossier.ts'
import { type DossierEvent, dossierKinds } from './dossier-events.ts'
import type { DossierCommand, DossierContext, DossierStanding } from './dossier-state.ts'
import { issuerOf } from './issuer.ts'
import { certificateRulebook } from './rulebook.ts'

const context: DossierContext = {
  today: '2026-11-21',
  account: verifier,
  organisation: ceec ?? null,
  certifies: true,
  issuer: issuerOf('cd'),
  rules: certificateRulebook.values,
  rulebook: { id: certificateRulebook.id, hash: 'b'.repeat(64) },
  world,
  lotIsTaken: false,
  certificateOfLot: null,
  replacedLot: null,
  issue: {
    number: 'CD-2026-000042',
    statusList: { url: 'https://chanzo.example/api/revocation-list', index: 7 },
    signedBy: 'c'.repeat(64),
    seal: () => 'ASM1:SIGNED',
  },
}
const byExporter = { ...context, organisation: exporter ?? null, certifies: false }
const byValidator = { ...context, account: validator }
const opening: DossierCommand = { kind: 'open-dossier', data: { lot: lotId, exporter: exporter ?? trace.holder, terms } }
const recommending: DossierCommand = { kind: 'recommend-dossier', data: { acknowledged: [6, 10, 11, 12] } }
const certifying: DossierCommand = { kind: 'certify-dossier', data: { expiresOn: '2027-02-19', reviewReason: 'Papers read' } }
const attach = (data: AttachedFact): DossierCommand => ({ kind: 'attach-fact', data })

const decide = (state: DossierStanding, command: DossierCommand, by: DossierContext) => {
  const outcome = dossierDecider.decide(state, command, by)
  if (!outcome.ok) return outcome
  for (const event of outcome.value) mustParse(dossierKinds[event.kind], event.payload)
  return outcome
}
const after = (...steps: readonly (readonly [DossierCommand, DossierContext])[]): DossierStanding =>
  steps.reduce<DossierStanding>((state, [command, by]) => {
    const outcome = decide(state, command, by)
    if (!outcome.ok) throw new Error(outcome.refusal.code)
    return outcome.value.reduce(dossierDecider.evolve, state)
  }, dossierDecider.initial)
const refusalOf = (state: DossierStanding, command: DossierCommand, by: DossierContext): string => {
  const outcome = decide(state, command, by)
  return outcome.ok ? 'accepted' : outcome.refusal.code
}
const opened = after([opening, byExporter], ...papers.map((paper) => [attach(paper), byExporter] as const))
const recommended = after([opening, byExporter], ...papers.map((paper) => [attach(paper), byExporter] as const), [recommending, context])

test('a dossier in order is recommended by one person and certified by another', () => {
  const outcome = decide(recommended, certifying, byValidator)
  const event = outcome.ok ? outcome.value[0] : undefined
  expect(event).toMatchObject({
    kind: 'certificate.issued.v1',
    payload: {
      number: 'CD-2026-000042',
      listIndex: 7,
      issuedOn: '2026-11-21',
      expiresOn: '2027-02-19',
      verifier,
      validator,
      origin: ['CD'],
      tagCount: 2,
      acknowledged: [6, 10, 11, 12],
      rulebook: { hash: 'b'.repeat(64) },
      code: 'ASM1:SIGNED',
    },
  })
})

test.each<[string, DossierCommand, Partial<DossierContext>, string]>([
  ['a lot that nobody knows', opening, { world: null }, 'unknown-lot'],
  ['somebody without organisation', opening, { organisation: null }, 'not-the-exporter'],
  ['a lot of another exporter', opening, { organisation: trader ?? null }, 'not-the-exporter'],
  ['a trader lot', opening, { world: { ...world, trace: { ...trace, kind: 'trader-lot' } } }, 'dossier-of-no-export-lot'],
  ['a lot in other hands', opening, { world: { ...world, trace: { ...trace, holder: trader ?? trace.holder } } }, 'lot-held-by-another'],
  [
    'a mineral without certificate',
    opening,
    { world: { ...world, trace: { ...trace, mineral: 'other' } } },
    'mineral-needs-no-certificate',
  ],
  ['a lot in quarantine', opening, { world: { ...world, trace: { ...trace, state: 'quarantined' } } }, 'lot-not-held'],
  ['a voided lot', opening, { world: { ...world, trace: { ...trace, state: 'voided' } } }, 'lot-not-held'],
  ['a lot that has a dossier', opening, { lotIsTaken: true }, 'lot-has-a-dossier'],
  [
    'a replacement of nothing',
    { kind: 'open-dossier', data: { ...opening.data, replaces: 'CD-2026-000001' } } as const,
    {},
    'nothing-to-replace',
  ],
])('opening is refused for %s', (_, command, change, code) => {
  expect(refusalOf(dossierDecider.initial, command, { ...byExporter, ...change })).toBe(code)
})

test('nothing happens to a dossier that was never opened', () => {
  for (const command of [recommending, certifying, ...papers.map(attach)])
    expect(refusalOf({ state: 'none' }, command, context)).toBe('unknown-dossier')
})

test('a paper is always kept, even after the certificate', () => {
  const certified = decide(recommended, certifying, byValidator)
  const state = certified.ok ? certified.value.reduce<DossierStanding>(dossierDecider.evolve, recommended) : recommended
  for (const paper of papers) expect(refusalOf(state, attach(paper), byExporter)).toBe('accepted')
  for (const organisation of [trader ?? null, null])
    for (const paper of papers) expect(refusalOf(state, attach(paper), { ...byExporter, organisation })).toBe('not-the-exporter')
})

test('a paper attached after the recommendation takes it back', () => {
  const paper = papers[0]
  if (!paper) throw new Error('no paper')
  const outcome = decide(recommended, attach(paper), byExporter)
  const state = outcome.ok ? outcome.value.reduce<DossierStanding>(dossierDecider.evolve, recommended) : recommended
  expect(refusalOf(state, certifying, byValidator)).toBe('not-recommended')
})

test('what an authority attaches is not the word of the exporter', () => {
  const own = after([opening, byExporter], ...papers.map((paper) => [attach(paper), byExporter] as const), [recommending, context])
  const seen = after([opening, byExporter], ...papers.map((paper) => [attach(paper), context] as const), [recommending, context])
  const silently: DossierCommand = { kind: 'certify-dossier', data: { expiresOn: '2027-02-19' } }
  expect(refusalOf(own, silently, byValidator)).toBe('review-needs-a-reason')
  expect(refusalOf(seen, silently, byValidator)).toBe('accepted')
})

test('the verifier must name each check that nobody could make', () => {
  const outcome = decide(opened, { kind: 'recommend-dossier', data: { acknowledged: [6, 10] } }, context)
  expect(outcome).toMatchObject({
    ok: false,
    refusal: { code: 'checks-not-acknowledged', facts: { checks: [11, 12], ids: ['parties', 'documents'] } },
  })
})

const lapsed = {
  ...world,
  onProduction: [
    {
      site: siteA,
      producedOn: '2026-10-01',
      standing: standing(siteA, '2026-10-01', { internal: 'YELLOW', lapsed: true, allows: forbidden }),
    },
  ],
}
const redNow = { ...world, today: [standing(siteA, '2026-11-21', { internal: 'RED' })] }

test('neither verifier nor validator gets past a site whose status had lapsed on the day of production', () => {
  const failed = { ok: false, refusal: { code: 'checks-failed', facts: { checks: [3], ids: ['site-status'] } } }
  expect(decide(opened, recommending, { ...context, world: lapsed })).toMatchObject(failed)
  expect(decide(recommended, certifying, { ...byValidator, world: lapsed })).toMatchObject(failed)
})

test.each<[string, DossierCommand, Partial<DossierContext>, string]>([
  ['by the person who verified', certifying, { account: verifier }, 'same-person'],
  ['for 91 days', { kind: 'certify-dossier', data: { expiresOn: '2027-02-20' } }, {}, 'validity-too-long'],
  ['for no day', { kind: 'certify-dossier', data: { expiresOn: '2026-11-21' } }, {}, 'expiry-not-after-issue'],
  [
    'over a doubt without a reason',
    { kind: 'certify-dossier', data: { expiresOn: '2027-02-19' } },
    { world: redNow },
    'review-needs-a-reason',
  ],
  [
    'over a doubt with a reason',
    { kind: 'certify-dossier', data: { expiresOn: '2027-02-19', reviewReason: 'Dérogation 12/2026' } },
    { world: redNow },
    'accepted',
  ],
  ['over a check that opened since', certifying, { world: { ...world, onProduction: [] } }, 'checks-not-acknowledged'],
  ['when a certificate stands for the lot', certifying, { certificateOfLot: 'CD-2026-000001' }, 'lot-has-a-certificate'],
  ['when the lot was voided since', certifying, { world: { ...world, trace: { ...trace, state: 'voided' } } }, 'checks-failed'],
  ['when others drew from the lot', certifying, { world: { ...world, trace: { ...trace, drawnGrams: 1 } } }, 'checks-failed'],
  ['when the lot is gone', certifying, { world: null }, 'unknown-lot'],
])('certifying %s: %#', (_, command, change, code) => expect(refusalOf(recommended, command, { ...byValidator, ...change })).toBe(code))

test('the seal is not touched for a certificate that is refused', () => {
  const seal = () => {
    throw new Error('signed')
  }
  expect(refusalOf(recommended, certifying, { ...byValidator, account: verifier, issue: { ...context.issue, seal } })).toBe('same-person')
})

test('a dossier must be recommended before it is certified, and again after it was revised', () => {
  expect(refusalOf(opened, certifying, byValidator)).toBe('not-recommended')
  const revising: DossierCommand = { kind: 'revise-dossier', data: { terms: { ...terms, grade: '66 % Sn' }, reason: 'New assay' } }
  const revised = decide(recommended, revising, byExporter)
  const state = revised.ok ? revised.value.reduce<DossierStanding>(dossierDecider.evolve, recommended) : recommended
  expect(refusalOf(state, certifying, byValidator)).toBe('not-recommended')
  expect(refusalOf(recommended, revising, { ...context, organisation: trader ?? null })).toBe('not-the-exporter')
})

test('a refusal keeps the checks and the reason, and a revision opens the dossier again', () => {
  const refusing: DossierCommand = { kind: 'refuse-dossier', data: { reason: 'Status lapsed' } }
  const outcome = decide(opened, refusing, { ...byValidator, world: lapsed })
  const events: readonly DossierEvent[] = outcome.ok ? outcome.value : []
  expect(events[0]).toMatchObject({
    kind: 'dossier.refused.v1',
    payload: { reason: 'Status lapsed', checks: expect.arrayContaining([expect.objectContaining({ number: 3, result: 'failed' })]) },
  })
  const [made] = events
  const open =
    made?.kind === 'dossier.refused.v1' ? made.payload.checks.flatMap((one) => (one.result === 'failed' ? [one.number] : [])) : []
  // Without a choice everything in question is named, also what nobody could check; with one, what the validator doubts.
  expect(made).toMatchObject({ payload: { named: expect.arrayContaining([...open, 3]) } })
  const refusingWith = (data: { reason: string; checks?: number[] }) =>
    decide(opened, { kind: 'refuse-dossier', data }, { ...byValidator, world: lapsed })
  expect(refusingWith({ reason: 'Le poids ne va pas', checks: [6, 3] })).toMatchObject({ value: [{ payload: { named: [3, 6] } }] })
  for (const reason of ['non', 'x', 'Refusé', 'a b c', '12 34 56 78 90 12'])
    expect(refusingWith({ reason })).toMatchObject({ refusal: { code: 'refusal-needs-a-reason' } })
  for (const checks of [[], [16], [3, 99]])
    expect(refusingWith({ reason: 'Le poids ne va pas', checks })).toMatchObject({ refusal: { code: 'refusal-names-no-check' } })
  const refusedState = events.reduce<DossierStanding>(dossierDecider.evolve, opened)
  expect(refusalOf(refusedState, recommending, context)).toBe('dossier-not-open')
  const mending: DossierCommand = { kind: 'revise-dossier', data: { terms, reason: 'Mended' } }
  expect(refusalOf(refusedState, mending, byExporter)).toBe('accepted')
  expect(refusalOf(refusedState, mending, { ...byExporter, lotIsTaken: true })).toBe('lot-has-a-dossier')
})

test('a sheet of an office is confirmed when no other one for the lot is left: two papers for the same goods are one too many', () => {
  const sheet = { number: 'CD-2026-000011', listIndex: 11, issuedOn: '2026-11-20', exporterName: 'COMPTOIR KIVU S.A.R.L.' }
  const facts = { mineral: 'Sn', grade: '65,2 % Sn', origin: ['CD'], massGrams: trace.massGrams }
  // Typed by hand in the office.
  const lotNumber = trace.number.toLowerCase().replaceAll('-', ' ')
  const [one, two] = ['CD-2026-000011', 'CD-2026-000012'].map((number) => ({
    ...{ ...sheet, ...facts, number, lotNumber, usedTwice: false },
  }))
  if (!one || !two) throw new Error('no sheets')
  const confirming: DossierCommand = {
    kind: 'certify-dossier',
    data: { expiresOn: '2027-02-15', reviewReason: 'Papers read', confirms: one.number },
  }
  expect(refusalOf(recommended, confirming, { ...byValidator, provisional: [one, two] })).toBe('lot-has-a-provisional')
  expect(refusalOf(recommended, confirming, { ...byValidator, provisional: [one] })).toBe('accepted')
  for (const [differs, change, says] of [
    ['exporter', { exporterName: 'Comptoir Goma SARL' }, 'Comptoir Goma SARL'],
    ['mineral', { mineral: 'Ta' }, 'Ta'],
    ['mass', { massGrams: 74_500 }, '74.5 kg'],
    ['grade', { grade: '70 % Sn' }, '70 % Sn'],
    ['origin', { origin: ['CD', 'RW'] }, 'CD RW'],
  ] as const) {
    expect(decide(recommended, confirming, { ...byValidator, provisional: [{ ...one, ...change }] })).toMatchObject({
      refusal: { code: 'provisional-differs', facts: { differs: [differs], sheet: says, number: one.number } },
    })
  }
})

test('a certificate is revoked once, not before its issue and not in the future', () => {
  const issued = decide(recommended, certifying, byValidator)
  const certified = issued.ok ? issued.value.reduce<DossierStanding>(dossierDecider.evolve, recommended) : recommended
  const on = (day: string): DossierCommand => ({ kind: 'revoke-certificate', data: { on: day, reason: 'Bags exchanged' } })
  const later = { ...byValidator, today: '2026-12-05' }
  expect(refusalOf(recommended, on('2026-11-21'), later)).toBe('not-certified')
  expect(refusalOf(certified, on('2026-11-20'), later)).toBe('revocation-before-issue')
  expect(refusalOf(certified, on('2026-12-06'), later)).toBe('revocation-in-the-future')
  expect(refusalOf(certified, on('2026-12-05'), later)).toBe('accepted')
  const revoked = decide(certified, on('2026-12-05'), later)
  const state = revoked.ok ? revoked.value.reduce<DossierStanding>(dossierDecider.evolve, certified) : certified
  expect(refusalOf(state, on('2026-12-05'), later)).toBe('already-revoked')
  expect(refusalOf(state, { kind: 'revise-dossier', data: { terms, reason: 'x' } }, byExporter)).toBe('already-certified')
})

test('numbers and statuses', () => {
  expect(certificateNumber('CD', '2026', 42)).toBe('CD-2026-000042')
  expect(sequenceOf('CD-2026-000042')).toBe(42)
  const certificate = { expiresOn: '2027-02-19', revokedOn: null, replacedBy: null }
  expect(statusOn('2027-02-19', certificate)).toBe('valid')
  expect(statusOn('2027-02-20', certificate)).toBe('expired')
  expect(statusOn('2027-02-20', { ...certificate, revokedOn: '2026-12-01' })).toBe('revoked')
  expect(statusOn('2026-12-02', { ...certificate, revokedOn: '2026-12-01', replacedBy: 'CD-2026-000043' })).toBe('replaced')
})
