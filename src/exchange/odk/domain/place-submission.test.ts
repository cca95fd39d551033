import { describe, expect, test } from 'vitest'
import { asId } from '../../../kernel/schema.ts'
import type { Fieldwork, SiteNamed } from '../../../modules/sites/contract-fieldwork.ts'
import { nameOfFile, namedFiles } from './named-files.ts'
import { placeSubmission } from './place-submission.ts'
import { type Said, filledAt, saidIn } from './said.ts'

const uuid = (n: number): string => `019aa5db-c580-7000-8000-${String(n).padStart(12, '0')}`
const siteNamed = (n: number, more: Partial<SiteNamed> = {}): SiteNamed => ({
  ...{
    id: asId('site', uuid(n)),
    name: `Site ${n}`,
    aliases: [],
    nationalId: `XL-000${n}`,
    icglrId: null,
    province: 'Lukanda',
    territoire: 'Nord',
  },
  ...more,
})
const one = siteNamed(1, { name: 'Mweupe', aliases: ['Kwa Bibi'], icglrId: 'CD-2.5120+21.4410-00001' })
const two = siteNamed(2, { name: 'Kalunga' })
const homonym = siteNamed(3, { name: 'MWEUPÉ', territoire: 'Sud' })
const mission = (n: number, sites: readonly SiteNamed[], more: Partial<Fieldwork['missions'][number]> = {}) => ({
  ...{
    mission: asId('mission', uuid(100 + n)),
    reference: `${n}/2026`,
    from: '2026-11-20',
    to: '2026-11-22',
    isInField: true,
    sites,
    by: 'saemape',
  },
  ...more,
})
const inspection = (n: number, site: SiteNamed, more: Partial<Fieldwork['inspections'][number]> = {}) => ({
  ...{ inspection: asId('inspection', uuid(200 + n)), mission: null, site, date: '2026-11-21', isOpen: true, by: 'saemape' },
  ...more,
})
const said = (more: Partial<Said> = {}): Said => ({
  ...{ siteNumber: null, siteName: null, province: null, territoire: null, locality: null, date: '2026-11-21', onSite: true },
  ...more,
})
const placed = (what: Partial<Said>, work: Partial<Fieldwork>): string => {
  const found = placeSubmission(said(what), { missions: [], inspections: [], ...work }, '2026-11-24')
  if (found.to === 'desk') return found.reason
  return found.to === 'inspection'
    ? `inspection ${found.inspection.slice(-3)}`
    : `opening ${found.site.slice(-1)} in ${found.mission.slice(-3)} on ${found.date}`
}

describe('where a submission goes', () => {
  const both = { missions: [mission(1, [one, two])] }
  test.each<[string, Partial<Said>, Partial<Fieldwork>, string]>([
    ['nobody of theirs is out', { siteName: 'Mweupe' }, {}, 'no-mission-of-theirs'],
    ['it names no site', {}, both, 'site-not-said'],
    ['it names a site of nobody', { siteName: 'Bisie' }, both, 'site-not-in-their-missions'],
    ['by number', { siteNumber: 'xl 0002' }, both, 'opening 2 in 101 on 2026-11-21'],
    ['by number, with a name nearly right', { siteNumber: 'xl 0002', siteName: 'Kalounga' }, both, 'opening 2 in 101 on 2026-11-21'],
    ['the number of one and the name of another', { siteNumber: 'xl 0002', siteName: 'Mweupe' }, both, 'site-name-and-number-differ'],
    ['by the ICGLR identifier', { siteNumber: 'CD-2.5120+21.4410-00001' }, both, 'opening 1 in 101 on 2026-11-21'],
    ['by name, without accents and case', { siteName: 'mwéupe' }, both, 'opening 1 in 101 on 2026-11-21'],
    ['by another name', { siteName: 'kwa-bibi' }, both, 'opening 1 in 101 on 2026-11-21'],
    ['a wrong number and a good name', { siteNumber: '77', siteName: 'Kalunga' }, both, 'site-name-and-number-differ'],
    ['two of that name', { siteName: 'Mweupe' }, { missions: [mission(1, [one, homonym])] }, 'several-sites'],
    [
      'two of that name, and a place',
      { siteName: 'Mweupe', territoire: 'sud' },
      { missions: [mission(1, [one, homonym])] },
      'opening 3 in 101 on 2026-11-21',
    ],
    [
      'the open form of the day',
      { siteName: 'Mweupe' },
      { inspections: [inspection(1, one, { date: '2026-11-20' }), inspection(2, one)] },
      'inspection 202',
    ],
    [
      'the one open form of another day',
      { siteName: 'Mweupe' },
      { inspections: [inspection(1, one, { date: '2026-11-20' })] },
      'inspection 201',
    ],
    ['two open forms of the day', { siteName: 'Mweupe' }, { inspections: [inspection(1, one), inspection(2, one)] }, 'several-inspections'],
    [
      'a signed form of the day',
      { siteName: 'Mweupe' },
      { inspections: [inspection(1, one, { isOpen: false })], ...both },
      'inspection 201',
    ],
    ['no day, no form', { siteName: 'Mweupe', date: null }, both, 'day-not-said'],
    ['no day, one open form', { siteName: 'Mweupe', date: null }, { inspections: [inspection(1, one)] }, 'day-not-said'],
    ['a day to come', { siteName: 'Mweupe', date: '2027-10-01' }, { inspections: [inspection(1, one)] }, 'day-in-future'],
    [
      'an old year, one open form',
      { siteName: 'Mweupe', date: '2024-03-05' },
      { inspections: [inspection(1, one)] },
      'day-far-from-inspection',
    ],
    [
      'before the mission of the one open form left',
      { siteName: 'Mweupe', date: '2026-11-19' },
      { ...both, inspections: [inspection(1, one, { mission: asId('mission', uuid(101)) })] },
      'day-outside-mission',
    ],
    [
      'another day of the mission of the one open form',
      { siteName: 'Mweupe', date: '2026-11-22' },
      { ...both, inspections: [inspection(1, one, { mission: asId('mission', uuid(101)) })] },
      'inspection 201',
    ],
    ['before the mission left', { siteName: 'Mweupe', date: '2026-11-19' }, both, 'day-outside-mission'],
    [
      'after it was closed',
      { siteName: 'Mweupe', date: '2026-11-23' },
      { missions: [mission(1, [one], { isInField: false })] },
      'day-outside-mission',
    ],
    ['longer in the field than planned', { siteName: 'Mweupe', date: '2026-11-23' }, both, 'opening 1 in 101 on 2026-11-23'],
    ['two missions to it', { siteName: 'Mweupe' }, { missions: [mission(1, [one]), mission(2, [one])] }, 'several-missions'],
  ])('%s', (_what, what, work, wanted) => expect(placed(what, work)).toBe(wanted))
})

test('what is said is read by the names of the questions, wherever they stand, and nothing is made up', () => {
  const values = [
    { path: 'start', value: '2026-11-20T23:30:00.000+02:00' },
    { path: 'end', value: '2026-11-21T00:15:00.000+02:00' },
    { path: 'ident/on_site', value: 'no' },
    { path: 'ident/no_visit_reason', value: 'road' },
    { path: 'site/site_name', value: ' Mweupe ' },
  ]
  expect(saidIn(values)).toEqual({ ...said({ siteName: 'Mweupe', date: '2026-11-20', onSite: false }), notVisitedReason: 'road' })
  expect(filledAt(values)).toBe('2026-11-20T22:15:00.000Z')
  expect([saidIn([]).date, filledAt([{ path: 'end', value: 'hier' }])]).toEqual([null, null])
})

test('files are those of the questions that ask for one, in the order of the form, each once', () => {
  const values = [
    { path: 'note', value: 'a.jpg' },
    { path: 'view[2]/photo', value: 'b.jpg' },
    { path: 'view[3]/photo', value: ' a.jpg ' },
    { path: 'R1_photo', value: 'b.jpg' },
  ]
  expect(namedFiles(values, ['view/photo', 'R1_photo'])).toEqual(['b.jpg', 'a.jpg'])
})

test.each([
  ['été.jpg', 'été.jpg'],
  ['e\u0301te\u0301.jpg', 'été.jpg'],
  ['Ã©tÃ©.jpg', 'été.jpg'],
  ['\uFFFDt\uFFFD.jpg', 'été.jpg'],
  ['site photo (1).jpg', 'site photo (1).jpg'],
  ['autre.jpg', null],
  ['\uFFFD.jpg', null],
])('the file %s is %s', (sent, wanted) => expect(nameOfFile(sent, ['été.jpg', 'site photo (1).jpg', 'a.jpg', 'b.jpg'])).toBe(wanted))
