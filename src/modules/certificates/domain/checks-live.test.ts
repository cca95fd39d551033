/* One test for each of the fifteen checks and each answer, over what the registers say: passes, fails, does not apply or could not be made. */
import { expect, test } from 'vitest'
import { asId } from '../../../kernel/schema.ts'
import type { IncidentBrief } from '../../incidents/contract.ts'
import type { CheckResult } from '../contract.ts'
import type { CheckInput, LotBeside } from './check-input.ts'
import { evaluateChecks } from './checks.ts'
import {
  attested,
  beside,
  cooperative,
  exporter,
  forbidden,
  input,
  lotId,
  site,
  siteA,
  siteB,
  standing,
  terms,
  trace,
  verifier,
} from './example-lot.ts'

const live: CheckInput = { ...input, beside }
const reportOf = (number: number, change: Partial<CheckInput>) =>
  evaluateChecks({ ...live, ...change }).find((report) => report.number === number)
const says = (change: Partial<LotBeside>): Partial<CheckInput> => ({ beside: { ...beside, ...change } })
const lot = (change: Partial<typeof trace>): Partial<CheckInput> => ({ trace: { ...trace, ...change } })
const must = <Value>(value: Value | null | undefined): Value => {
  if (value === null || value === undefined) throw new Error('missing')
  return value
}
const [origin, standingOfExporter, papers, parties] = [
  must(beside.origin),
  must(beside.exporter),
  must(beside.papers),
  must(beside.parties),
]
const shares = (change: Partial<(typeof origin)['shares']['unexplained']>): Partial<CheckInput> =>
  says({ origin: { ...origin, shares: { ...origin.shares, unexplained: { ...origin.shares.unexplained, ...change } } } })
const firstLeg = (change: Partial<(typeof origin)['legs'][number]>): Partial<CheckInput> =>
  says({ origin: { ...origin, legs: origin.legs.map((leg, at) => (at === 0 ? { ...leg, ...change } : leg)) } })
const firstPaper = must(origin.legs[0]?.papers[0])
const paper = (type: string, change: Partial<(typeof papers)[number]>): Partial<CheckInput> =>
  says({ papers: papers.map((one) => (one.type === type ? { ...one, ...change } : one)) })
const without = (type: string): Partial<CheckInput> => says({ papers: papers.filter((one) => one.type !== type) })
const exported = (change: Partial<typeof standingOfExporter>): Partial<CheckInput> =>
  says({ exporter: { ...standingOfExporter, ...change } })
const card = (change: Partial<(typeof parties)[number]>): Partial<CheckInput> =>
  says({ parties: parties.map((one, at) => (at === 1 ? { ...one, ...change } : one)) })
const title = (change: object): Partial<CheckInput> =>
  says({
    titles: [siteA, siteB].map((of) => ({
      site: of,
      licences: [{ licenceType: 'artisanal_permit', number: 'ZEA-12', coveredCommodities: ['2609.00.00'], ...change }],
    })),
  })
const incident = (change: Partial<IncidentBrief>): Partial<CheckInput> =>
  says({
    incidents: [
      {
        ...{
          id: asId('incident', lotId),
          number: 'SK-2026-0002-1',
          category: 'illegal-tax',
          risks: ['A2'],
          severity: 1,
          state: 'confirmed',
        },
        ...{ open: true, occurredOn: '2026-10-12', reportedOn: '2026-10-13', confirmed: true },
        touches: { lots: [], sites: [siteA], organisations: [], places: ['Mubi – Goma'] },
        confidentiality: 'members',
        ...change,
      },
    ],
  })
const gold: Partial<CheckInput> = {
  ...lot({ mineral: 'Au', roots: trace.roots.map((root) => ({ ...root, tag: null })) }),
  sites: [site(siteA, { minerals: ['Au'] }), site(siteB, { minerals: ['Au'] })],
}
const noSites: Partial<CheckInput> = { onProduction: [], today: [] }

test.each<[number, string, Partial<CheckInput>, CheckResult]>([
  [1, 'the register has the approval and a green status', {}, 'passed'],
  [1, 'the approval ran out', exported({ approvalHolds: false, mayExport: 'no' }), 'failed'],
  [1, 'red after audit', exported({ status: 'red', mayExport: 'no' }), 'failed'],
  [1, 'a yellow whose six months are over', exported({ status: 'yellow', lapsed: true, mayExport: 'no' }), 'failed'],
  [1, 'a running yellow', exported({ status: 'yellow', mayExport: 'yes' }), 'review'],
  [1, 'blue, under conditions', exported({ status: 'blue', mayExport: 'conditions' }), 'review'],
  [1, 'approved, never audited', exported({ status: 'none', mayExport: 'conditions' }), 'not-yet-checked'],
  [1, 'the register knows nothing and a copy is attached', exported({ approval: null, status: 'none' }), 'review'],
  [
    1,
    'the register knows nothing and nothing is attached',
    { ...exported({ approval: null, status: 'none' }), papers: [] },
    'not-yet-checked',
  ],
  [2, 'every bag has a site and a tag', {}, 'passed'],
  [2, 'some of the mass comes from bags without a site', shares({ siteUnknown: 12 }), 'failed'],
  [2, 'a bag without a tag', lot({ roots: trace.roots.map((root) => ({ ...root, tag: null })) }), 'failed'],
  [2, 'gold is sealed in sachets and needs no mine tag', gold, 'passed'],
  [3, 'each site was eligible on its day', {}, 'passed'],
  [
    3,
    'a site that might not produce on its day',
    {
      onProduction: [
        { site: siteA, producedOn: '2026-10-01', standing: standing(siteA, '2026-10-01', { internal: 'RED', allows: forbidden }) },
      ],
    },
    'failed',
  ],
  [3, 'no site is known', noSites, 'not-yet-checked'],
  [4, 'tags in order', {}, 'passed'],
  [4, 'a tag that another lot bears as well', lot({ findings: [{ rule: 'F01', severity: 'C', facts: { tag: 'A1000001' } }] }), 'failed'],
  [4, 'gold has no mine tags', gold, 'not-applicable'],
  [5, 'no more than went in', {}, 'passed'],
  [5, 'more taken from a lot than it held', shares({ overdrawn: 500 }), 'failed'],
  [5, 'a lot that others drew from', lot({ drawnGrams: 5 }), 'failed'],
  [6, 'on the list of the sites and on their titles', {}, 'passed'],
  [6, 'not on the title', title({ coveredCommodities: ['7108.12.00'] }), 'failed'],
  [6, 'on a title that ended', title({ expiresOn: '2026-11-21' }), 'review'],
  [6, 'no title is written down', says({ titles: [] }), 'not-yet-checked'],
  [7, 'an assay of a laboratory in the range', {}, 'passed'],
  [7, 'a grade that cannot be', { papers: attested.map((one) => (one.kind === 'assay' ? { ...one, value: 79 } : one)) }, 'failed'],
  [7, 'no assay', { papers: [] }, 'failed'],
  [8, 'a receipt that an authority attached', {}, 'passed'],
  [8, 'a receipt that the exporter declares', { papers: attested.map((one) => ({ ...one, by: 'exporter' })) }, 'review'],
  [8, 'no receipt', { papers: [] }, 'failed'],
  [9, 'custody knows the paper of every leg', {}, 'passed'],
  [9, 'goods that left after the end of their paper', firstLeg({ papers: [{ ...firstPaper, validUntil: '2026-10-09' }] }), 'failed'],
  [9, 'the same with a written reason', firstLeg({ papers: [{ ...firstPaper, validUntil: '2026-10-09', despite: true }] }), 'review'],
  [9, 'a paper that the register has as cancelled', paper('transport-authorisation', { state: 'cancelled' }), 'failed'],
  [
    9,
    'lots that left without a number',
    { ...firstLeg({ withoutPaper: 1 }), papers: attested.filter((one) => one.kind !== 'transport-paper' || one.reference !== 'T-1') },
    'failed',
  ],
  [9, 'those lots, with a paper of the leg in the dossier', firstLeg({ withoutPaper: 1 }), 'passed'],
  [9, 'sold where it lay', firstLeg({ withoutTransport: 2, papers: [] }), 'passed'],
  [10, 'nothing open, nothing suspended', {}, 'passed'],
  [10, 'a verified incident of severity 1 that is open', incident({}), 'failed'],
  [10, 'an allegation of severity 1 that nobody verified', incident({ confirmed: false, state: 'under-verification' }), 'review'],
  [10, 'a closed one', incident({ open: false, state: 'closed' }), 'passed'],
  [10, 'an open one of severity 2', incident({ severity: 2 }), 'passed'],
  [
    10,
    'a supplier with whom trade is suspended',
    says({
      suspensions: [
        {
          ...{
            subject: { kind: 'organisation', organisation: must(cooperative) },
            risk: asId('risk', lotId),
            code: 'A1c',
            because: 'stop-risk',
          },
          ...{ since: '2026-11-01', plan: null, incident: null },
        },
      ],
    }),
    'failed',
  ],
  [
    10,
    'a site that stands still by an incident that is not public',
    says({
      suspensions: [
        {
          ...{ subject: { kind: 'site', site: siteA }, risk: null, code: 'A2', because: 'stop-risk', since: '2026-11-01', plan: null },
          ...{ incident: asId('incident', lotId), kept: true },
        },
      ],
    }),
    'failed',
  ],
  [10, 'no register of incidents', says({ incidents: null }), 'not-yet-checked'],
  [10, 'no register of risks', says({ suspensions: null }), 'not-yet-checked'],
  [11, 'every hand in order on its day', {}, 'passed'],
  [11, 'a card that had run out on the day', card({ fault: 'expired', validUntil: '2026-09-30' }), 'failed'],
  [11, 'a card that was reported lost', card({ fault: 'reported-lost' }), 'review'],
  [11, 'a hand without any card in the register', card({ fault: 'no-card', number: null }), 'not-yet-checked'],
  [11, 'hands of whom no card is asked', says({ parties: parties.map((one) => ({ ...one, needs: null })) }), 'not-applicable'],
  [12, 'every document that the chain asks for', {}, 'passed'],
  [12, 'a document that is cancelled', paper('customs-declaration', { state: 'cancelled' }), 'failed'],
  [12, 'a document that ended unused', paper('customs-declaration', { state: 'expired' }), 'review'],
  [12, 'a document that nobody entered', without('customs-declaration'), 'review'],
  [12, 'a document that is only a draft', paper('customs-declaration', { state: 'draft' }), 'review'],
  [13, 'two persons', {}, 'passed'],
  [13, 'one person', { decision: { verifier, validator: verifier, expiresOn: '2027-02-19' } }, 'failed'],
  [13, 'nobody has decided', { decision: null }, 'not-yet-checked'],
  [14, 'declared as found', {}, 'passed'],
  [14, 'declared otherwise', { terms: { ...terms, origin: ['RW'] } }, 'failed'],
  [
    14,
    'an unknown source, declared',
    {
      ...lot({ roots: trace.roots.map((root, at) => (at === 0 ? { ...root, site: null } : root)) }),
      terms: { ...terms, origin: ['CD', '0'] },
    },
    'review',
  ],
  [15, 'ninety days', { on: '2026-01-01', decision: { verifier, validator: exporter ?? '', expiresOn: '2026-04-01' } }, 'passed'],
  [15, 'ninety-one days', { on: '2026-01-01', decision: { verifier, validator: exporter ?? '', expiresOn: '2026-04-02' } }, 'failed'],
  [15, 'no day of end yet', { decision: null }, 'not-yet-checked'],
])('check %i: %s', (number, _, change, result) => {
  const report = must(reportOf(number, change))
  expect(report.result, JSON.stringify(report.evidence)).toBe(result)
  expect(report.evidence.length).toBeGreaterThan(0)
  expect(report.remedy === null).toBe(result === 'passed' || result === 'not-applicable')
})

test('what does not apply says why, beside what was looked at', () => {
  expect(must(reportOf(12, {})).evidence).toContainEqual({ code: 'document-not-asked', facts: { document: 'processing-log', step: 9 } })
  expect(must(reportOf(9, says({ origin: { ...origin, legs: [] } }))).evidence).toContainEqual({ code: 'no-leg', facts: {} })
  expect(must(reportOf(4, gold)).evidence).toEqual([{ code: 'gold-without-tags', facts: {} }])
})

test('a check that fails names whose turn it is: the one who can mend what is gravest', () => {
  expect(reportOf(10, incident({}))?.remedy).toEqual({ code: 'incidents', who: 'CPS' })
  expect(reportOf(1, exported({ approvalHolds: false, mayExport: 'no' }))?.remedy).toEqual({ code: 'exporter', who: 'MINES_NAT' })
  expect(reportOf(9, paper('transport-authorisation', { state: 'cancelled' }))?.remedy).toEqual({ code: 'transport', who: 'MINES_PROV' })
})

test('a public incident is told by its number, kind and how much of the dossier it touches, and by no story; another only as being there', () => {
  for (const confidentiality of ['members', 'restricted', 'protection'] as const) {
    expect(reportOf(10, incident({ confidentiality }))?.evidence[0]).toEqual({ code: 'incident-open-kept', facts: {} })
    const alleged = incident({ confidentiality, confirmed: false, state: 'reported' })
    expect(reportOf(10, alleged)?.evidence[0]).toEqual({ code: 'incident-alleged-kept', facts: {} })
  }
  expect(reportOf(10, incident({ confidentiality: 'public', confirmed: false, state: 'reported' }))?.evidence[0]).toEqual({
    code: 'incident-alleged',
    facts: {
      ...{ incident: 'SK-2026-0002-1', category: 'illegal-tax', state: 'reported', on: '2026-10-12' },
      ...{ lots: 0, sites: 1, organisations: 0, places: ['Mubi – Goma'] },
    },
  })
})

test('the grams of a derogation are the exact ones, not those that were rounded at each level', () => {
  const today = [standing(siteA, '2026-11-21', { internal: 'RED' })]
  const derogation = {
    order: asId('order', siteA),
    number: '4/2026',
    site: siteA,
    quantityGrams: 90_000,
    movedGrams: 0,
    foundOn: '2026-10-02',
  }
  const derogations = [{ ...derogation, reason: 'stock', effectiveFrom: '2026-11-01', until: null }]
  const roots = trace.roots.map((root) => ({ ...root, drawnGrams: root.drawnGrams + 1 }))
  expect(reportOf(3, { today, derogations, ...lot({ roots }) })?.evidence[0]).toMatchObject({ facts: { lotGrams: 40_000 } })
})
