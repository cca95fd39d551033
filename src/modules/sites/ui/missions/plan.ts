/*
A plan as a form holds it: everything is text until it is sent. What is still missing has a name, so that the screen can say it beside the
button; lines that were added and left empty are not sent. Pure.
*/
import type { Attachment } from '../../../documents/contract.ts'
import type { MissionPage } from '../../domain/missions/mission-answers.ts'
import type { PickedSite } from './site-search.tsx'
import { type MemberForm, teamFaults, usualTeam } from './team.ts'

export const kinds = ['joint_validation', 'follow_up', 'annual', 'audit', 'conflict_mapping'] as const
export const causes = [
  'first-validation',
  'annual',
  'after-yellow',
  'after-red',
  'request-of-persons-harmed',
  'blue-confirmation',
  'incident',
  'other',
] as const
export const levels = ['calm', 'caution', 'escort', 'no-go'] as const
export const transports = ['car', 'motorbike', 'foot', 'boat', 'plane', 'helicopter', 'other'] as const
export type Kind = (typeof kinds)[number]

export interface BudgetRow {
  readonly label: string
  readonly amount: string
  readonly currency: string
}
export interface ConsentRow {
  readonly title: string
  readonly date: string
  readonly reference: string
  readonly paper: Attachment | null
}
export interface DayRow {
  readonly date: string
  readonly from: string
  readonly to: string
  readonly transport: string
  readonly hoursOnFoot: string
  readonly nightAt: string
  readonly contactFunction: string
}
export interface StayRow {
  readonly place: string
  readonly from: string
  readonly to: string
  readonly lodging: string
}
export interface RiskRow {
  readonly risk: string
  readonly measure: string
}
export interface NoteForm {
  readonly givenBy: string
  readonly date: string
  readonly level: string
  readonly validUntil: string
  readonly text: string
}
export interface PlanForm {
  readonly kind: Kind
  readonly cause: string
  readonly from: string
  readonly to: string
  readonly province: string
  readonly territoires: readonly string[]
  readonly sites: readonly PickedSite[]
  readonly members: readonly MemberForm[]
  readonly legalBasis: string
  readonly funding: string
  readonly budget: readonly BudgetRow[]
  readonly consents: readonly ConsentRow[]
  readonly note: NoteForm
  readonly days: readonly DayRow[]
  readonly stays: readonly StayRow[]
  readonly risks: readonly RiskRow[]
}

export const emptyPlan = (today: string): PlanForm => ({
  ...{ kind: 'joint_validation', cause: '', from: today, to: today, province: '', territoires: [], sites: [], members: usualTeam },
  ...{ legalBasis: '', funding: '', budget: [], consents: [], days: [], stays: [], risks: [] },
  note: { givenBy: '', date: '', level: 'calm', validUntil: '', text: '' },
})

/** Letters that one act of the legal basis may have, as the server takes it. */
export const LINE = 200
const linesOf = (text: string): readonly string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
const given = (text: string): string | undefined => (text.trim() === '' ? undefined : text.trim())
const numberOf = (text: string): number => Number(text.trim().replace(/\s/g, '').replace(',', '.'))
const isFilled = (row: object): boolean => Object.values(row).some((value) => typeof value === 'string' && value.trim() !== '')

export type Missing = 'sites' | 'legal' | 'dates' | 'team' | 'budget' | 'consents' | 'note' | 'days' | 'stays' | 'risks'

/** What keeps the plan from being sent, in the order of the form. */
export function missingIn(form: PlanForm): readonly Missing[] {
  const legal = linesOf(form.legalBasis)
  const holds: readonly [Missing, boolean][] = [
    ['dates', form.from === '' || form.to < form.from],
    ['legal', legal.length === 0 || legal.some((line) => line.length > LINE)],
    ['sites', form.sites.length === 0],
    ['team', teamFaults(form.members).some((fault) => fault === 'no-head' || fault === 'twice' || fault === 'other-unnamed')],
    ['budget', form.budget.some((row) => isFilled({ label: row.label, amount: row.amount }) && !isBudget(row))],
    ['consents', form.consents.some((row) => row.title.trim() === '' || row.date === '')],
    ['note', isFilled({ ...form.note, level: '' }) && (form.note.givenBy.trim() === '' || form.note.date === '')],
    ['days', form.days.some((row) => !isDay(row, form))],
    ['stays', form.stays.some((row) => row.place.trim() === '' || row.from === '' || row.to < row.from)],
    ['risks', form.risks.some((row) => row.risk.trim() === '')],
  ]
  return holds.filter(([, missing]) => missing).map(([name]) => name)
}
const isBudget = ({ label, amount, currency }: BudgetRow): boolean =>
  label.trim() !== '' && amount.trim() !== '' && numberOf(amount) >= 0 && /^[A-Z]{3}$/.test(currency)
function isDay({ date, from, to, hoursOnFoot }: DayRow, plan: PlanForm): boolean {
  const hours = hoursOnFoot.trim() === '' ? 0 : numberOf(hoursOnFoot)
  return date >= plan.from && date <= plan.to && from.trim() !== '' && to.trim() !== '' && hours >= 0 && hours <= 24
}

/** The command's data, or null while something is missing or wrong. */
export function missionOf(form: PlanForm): object | null {
  if (missingIn(form).length > 0) return null
  const budget = form.budget.filter((row) => row.label.trim() !== '')
  return {
    missionKind: form.kind,
    plannedFrom: form.from,
    plannedTo: form.to,
    sites: form.sites.map((one) => one.site),
    members: form.members.map(({ organisation, function: role = '', ...member }) => ({
      ...member,
      ...(role.trim() === '' ? {} : { function: role.trim() }),
      ...(organisation ? { organisation } : {}),
    })),
    legalBasis: linesOf(form.legalBasis),
    ...named('fundingBody', given(form.funding)),
    ...named('cause', given(form.cause)),
    ...named('province', given(form.province)),
    ...list('territoires', form.territoires),
    ...list(
      'budget',
      budget.map((row) => ({ label: row.label.trim(), amount: numberOf(row.amount), currency: row.currency })),
    ),
    ...list(
      'titleHolderConsents',
      form.consents.map(({ title, date, reference, paper }) => ({
        ...{ title: title.trim(), date },
        ...named('reference', given(reference)),
        ...(paper === null ? {} : { paper }),
      })),
    ),
    ...(form.note.givenBy.trim() === '' ? {} : { securityNote: noteOf(form.note) }),
    ...wayOf(form),
  }
}

const named = (name: string, value: unknown): object => (value === undefined ? {} : { [name]: value })
const list = (name: string, values: readonly unknown[]): object => (values.length === 0 ? {} : { [name]: values })
const noteOf = ({ givenBy, date, level, validUntil, text }: NoteForm): object => ({
  ...{ givenBy: givenBy.trim(), date, level },
  ...named('validUntil', given(validUntil)),
  ...named('text', given(text)),
})

function wayOf({ days, stays, risks }: PlanForm): object {
  return {
    ...list(
      'itinerary',
      days.map(({ date, from, to, transport, hoursOnFoot, nightAt, contactFunction }) => ({
        ...{ date, from: from.trim(), to: to.trim() },
        transport: [...new Set([transport, ...(numberOf(hoursOnFoot || '0') > 0 ? ['foot'] : [])])],
        ...(hoursOnFoot.trim() === '' ? {} : { hoursOnFoot: numberOf(hoursOnFoot) }),
        ...named('nightAt', given(nightAt)),
        ...named('contactFunction', given(contactFunction)),
      })),
    ),
    ...list(
      'stays',
      stays.map(({ place, from, to, lodging }) => ({ place: place.trim(), from, to, ...named('lodging', given(lodging)) })),
    ),
    ...list(
      'risks',
      risks.map(({ risk, measure }) => ({ risk: risk.trim(), ...named('measure', given(measure)) })),
    ),
  }
}

/** The form of a plan that stands, to change it. */
export function formOf(page: MissionPage): PlanForm {
  const { securityNote: note } = page
  return {
    ...{ kind: page.missionKind, cause: page.cause ?? '', from: page.plannedFrom ?? '', to: page.plannedTo ?? '' },
    province: page.province?.code ?? '',
    territoires: page.territoires.map((one) => one.code),
    sites: page.sites,
    members: page.members.map((member) => ({ ...member })),
    legalBasis: page.legalBasis.join('\n'),
    funding: page.fundingBody ?? '',
    budget: page.budget.map((line) => ({ ...line, amount: String(line.amount) })),
    consents: page.titleHolderConsents.map(({ title, date, reference = '', paper = null }) => ({ title, date, reference, paper })),
    note: {
      ...{ givenBy: note?.givenBy ?? '', date: note?.date ?? '', level: note?.level ?? 'calm' },
      ...{ validUntil: note?.validUntil ?? '', text: note?.text ?? '' },
    },
    days: page.itinerary.map((day) => ({
      ...{ date: day.date, from: day.from, to: day.to, transport: day.transport[0] ?? 'car' },
      hoursOnFoot: day.hoursOnFoot === undefined ? '' : String(day.hoursOnFoot),
      nightAt: day.nightAt ?? '',
      contactFunction: day.contactFunction ?? '',
    })),
    stays: page.stays.map(({ place, from, to, lodging = '' }) => ({ place, from, to, lodging })),
    risks: page.risks.map(({ risk, measure = '' }) => ({ risk, measure })),
  }
}
