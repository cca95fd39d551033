import { expect, test } from 'vitest'
import { asId, parse } from '../../../../kernel/schema.ts'
import { MissionPlan } from '../../domain/missions/mission.ts'
import { CD_TEAMS_2014 } from '../../domain/missions/team-rules.ts'
import { type PlanForm, emptyPlan, missingIn, missionOf } from './plan.ts'
import { missingOf, teamFaults, teamOf } from './team.ts'

const site = { site: asId('site', '019a0000-0000-7000-8000-000000000001'), name: 'Nzibira', nationalId: 'cd-1' }
const full: PlanForm = {
  ...emptyPlan('2026-12-01'),
  ...{
    to: '2026-12-04',
    sites: [site],
    legalBasis: 'Arrêté 0677/2021\n\nOM 12',
    cause: 'annual',
    province: 'CD62',
    territoires: ['CD6205'],
  },
  budget: [
    { label: 'Carburant', amount: '1 350,50', currency: 'USD' },
    { label: '', amount: '', currency: 'USD' },
  ],
  consents: [{ title: 'PE 4721', date: '2026-11-10', reference: '', paper: null }],
  note: { givenBy: 'Police des mines', date: '2026-11-20', level: 'escort', validUntil: '', text: 'pont gardé' },
  days: [
    {
      date: '2026-12-02',
      from: 'Bukavu',
      to: 'Nzibira',
      transport: 'car',
      hoursOnFoot: '2,5',
      nightAt: '',
      contactFunction: 'chef de poste',
    },
  ],
  stays: [{ place: 'Nzibira', from: '2026-12-02', to: '2026-12-03', lodging: '' }],
  risks: [{ risk: 'crue', measure: '' }],
}

test('a full form gives the plan that the server takes; empty lines are left out, commas are read', () => {
  const data = missionOf(full)
  expect(data).toMatchObject({
    legalBasis: ['Arrêté 0677/2021', 'OM 12'],
    budget: [{ label: 'Carburant', amount: 1350.5, currency: 'USD' }],
    itinerary: [{ transport: ['car', 'foot'], hoursOnFoot: 2.5 }],
  })
  expect(parse(MissionPlan, data)).toMatchObject({ ok: true })
})
test('the smallest form gives a plan without empty fields', () => {
  const data = missionOf({ ...emptyPlan('2026-12-01'), sites: [site], legalBasis: 'OM 12' })
  expect(Object.keys(data ?? {}).toSorted()).toEqual(['legalBasis', 'members', 'missionKind', 'plannedFrom', 'plannedTo', 'sites'])
  expect(parse(MissionPlan, data).ok).toBe(true)
})

test.each<[string, Partial<PlanForm>, string]>([
  ['no site', { sites: [] }, 'sites'],
  ['no act', { legalBasis: ' \n' }, 'legal'],
  ['an act that is too long', { legalBasis: 'x'.repeat(201) }, 'legal'],
  ['it ends before it begins', { to: '2026-11-30', days: [], stays: [] }, 'dates'],
  ['no head', { members: full.members.map((one) => ({ ...one, head: false })) }, 'team'],
  ['an amount without what it is for', { budget: [{ label: '', amount: '10', currency: 'USD' }] }, 'budget'],
  ['an amount that is none', { budget: [{ label: 'x', amount: 'dix', currency: 'USD' }] }, 'budget'],
  ['a consent without its day', { consents: [{ title: 'PE 1', date: '', reference: '', paper: null }] }, 'consents'],
  ['a security note of nobody', { note: { ...full.note, givenBy: '' } }, 'note'],
  ['a stage outside the dates', { days: full.days.map((one) => ({ ...one, date: '2026-12-09' })) }, 'days'],
  ['a night without a place', { stays: full.stays.map((one) => ({ ...one, place: '' })) }, 'stays'],
  ['a risk without words', { risks: [{ risk: '', measure: 'x' }] }, 'risks'],
])('%s is said before anything is sent', (_name, part, missing) => {
  expect(missingIn({ ...full, ...part })).toEqual([missing])
  expect(missionOf({ ...full, ...part })).toBeNull()
})

test('the team of the rule can sign, and what it lacks is named', () => {
  const rules = CD_TEAMS_2014.values.kinds.joint_validation.map((one) => ({ ...one }))
  const team = teamOf(rules)
  expect(teamFaults(team)).toEqual([])
  expect(missingOf(rules, team)).toEqual([])
  expect(
    missingOf(
      rules,
      team.filter((one) => one.body !== 'fec'),
    ).map((one) => one.body),
  ).toEqual(['fec'])
})
