/*
Scenes of committees, all invented: a provincial and a local committee, two meetings each, an action that is overdue and one that is done, a quorum lost in the middle, a
component that left and came back and one that has not, the fund, and a promise that both sides see very differently.
*/
import { addDays } from '../../src/kernel/calendar.ts'
import { mustParse } from '../../src/kernel/schema.ts'
import { CommitteeBoard } from '../../src/modules/coordination/contract.ts'
import { MeetingShown } from '../../src/modules/coordination/contract-meetings.ts'
import { newId, subjectOf } from './client.ts'
import { sendPaper } from './papers.ts'
import type { Stage } from './stage.ts'

const at = '/api/coordination'
export interface PlayedCommittees {
  readonly cps: string
  readonly cls: string
}
export const quorumOfAll = { is: 'every-component' }

const componentsOf = (stage: Stage) => [
  {
    ...{ key: 'gov', kind: 'government', name: 'Gouvernement provincial' },
    seats: [{ key: 'gov-mines', title: 'Ministre provincial des mines', organisation: stage.organisation('ministry'), voting: true }],
  },
  {
    ...{ key: 'services', kind: 'mines-services', name: 'Services des mines' },
    seats: [
      { key: 'division', title: 'Chef de division des mines', organisation: stage.organisation('division'), voting: true },
      { key: 'saemape', title: 'Responsable provincial du SAEMAPE', organisation: stage.organisation('saemape'), voting: true },
    ],
  },
  {
    ...{ key: 'private', kind: 'private-sector', name: 'Secteur privé' },
    seats: [
      { key: 'coop', title: 'Délégation des coopératives', organisation: stage.organisation('cooperative'), voting: true },
      { key: 'exporters', title: 'Délégation des exportateurs (FEC)', organisation: stage.organisation('exporter'), voting: true },
    ],
  },
  {
    ...{ key: 'cso', kind: 'civil-society', name: 'Société civile' },
    seats: [{ key: 'cso-mines', title: 'Groupe thématique mines', organisation: stage.organisation('civilSociety'), voting: true }],
  },
]
export async function foundCommittees(stage: Stage, day: string): Promise<PlayedCommittees> {
  const secretary = stage.as('secretary')
  const cps = subjectOf(
    await secretary.post(`${at}/committees`, {
      ...{ level: 'CPS', name: 'Comité provincial de suivi de Lukanda', area: 'XL1', sign: 'LK', meetingsPerYear: 4, quorum: quorumOfAll },
      legal: { basis: 'governor-order', number: '014/LK/2026', date: addDays(day, -20) },
      mandate: 'Suit les recommandations des acteurs du secteur, les incidents et le fonds commun.',
      components: componentsOf(stage),
    }),
  )
  const cls = subjectOf(
    await secretary.post(`${at}/committees`, {
      ...{
        level: 'CLS',
        name: 'Comité local de suivi de Lukanda-Est',
        area: 'XL102',
        sign: 'LKE',
        meetingsPerYear: 6,
        quorum: quorumOfAll,
      },
      ...{ legal: { basis: 'terms-of-reference' }, mandate: 'Examine les risques des sites et suit leur atténuation.', parent: cps },
      components: [
        {
          ...{ key: 'services', kind: 'mines-services', name: 'Services des mines' },
          seats: [{ key: 'agent', title: 'Agent du SAEMAPE au site', organisation: stage.organisation('saemape'), voting: true }],
        },
        {
          ...{ key: 'private', kind: 'private-sector', name: 'Coopératives' },
          seats: [{ key: 'coop', title: 'Présidence de la coopérative', organisation: stage.organisation('cooperative'), voting: true }],
        },
        {
          ...{ key: 'cso', kind: 'civil-society', name: 'Société civile' },
          seats: [{ key: 'cso-local', title: 'Point focal local', organisation: stage.organisation('civilSociety'), voting: true }],
        },
      ],
    }),
  )
  return { cps, cls }
}
/** By a newer order: the traders get a seat, the one of SAEMAPE ends, and the offices are given. */
export async function reviseProvincial(stage: Stage, committee: string, from: string): Promise<void> {
  const { newest } = mustParse(CommitteeBoard, (await stage.as('secretary').get(`${at}/committees/${committee}`)).body)
  const traders = { key: 'traders', title: 'Délégation des négociants', organisation: stage.organisation('trader'), voting: true }
  const components = newest.components.map((one) => ({
    ...one,
    seats: [...one.seats.filter(({ key }) => key !== 'saemape'), ...(one.key === 'private' ? [traders] : [])],
  }))
  const revised = {
    ...{ version: newest.n, from, components, quorum: newest.quorum, meetingsPerYear: newest.meetingsPerYear },
    ...{ officers: { president: 'gov-mines', rapporteur: 'division' }, reason: 'Les négociants siègent ; le SAEMAPE appuie la Division.' },
    legal: { basis: 'governor-order', number: '031/LK/2026', date: from },
  }
  subjectOf(await stage.as('secretary').post(`${at}/committees/${committee}/revisions`, revised))
}

export const convene = async (stage: Stage, committee: string, data: object): Promise<string> =>
  subjectOf(
    await stage
      .as('secretary')
      .post(`${at}/committees/${committee}/meetings`, { kind: 'ORD', time: '09:00', place: 'Salle de la Division', ...data }),
  )
export const meetingOf = async (stage: Stage, meeting: string, key = 'secretary') =>
  mustParse(MeetingShown, (await stage.as(key).get(`${at}/meetings/${meeting}`)).body)
const tell = async (stage: Stage, path: string, data: object) => subjectOf(await stage.as('secretary').post(`${at}/meetings/${path}`, data))

/** Everybody sits, but for who is said otherwise. */
export async function openWith(stage: Stage, meeting: string, others: { readonly [seat: string]: string } = {}): Promise<void> {
  const { components } = await meetingOf(stage, meeting)
  const attendance = components.flatMap((one) => one.seats.map(({ key }) => ({ seat: key, is: others[key] ?? 'present' })))
  await tell(stage, `${meeting}/openings`, { attendance })
}
export const addItem = async (stage: Stage, meeting: string, data: { readonly title: string; readonly why: string }): Promise<string> => {
  const id = newId()
  subjectOf(await stage.as('secretary').post(`${at}/meetings/${meeting}/items`, data, { id }))
  return `own:${id}`
}
export const giveAction = (stage: Stage, meeting: string, data: object): Promise<string> => tell(stage, `${meeting}/actions`, data)
const decide = (stage: Stage, meeting: string, data: object) =>
  tell(stage, `${meeting}/decisions`, { kind: 'DECISION', isPublic: true, ...data })

/** On the day itself; gives the action that will be overdue and the one that is done. */
export async function firstMeeting(stage: Stage, { meeting, day }: { readonly meeting: string; readonly day: string }) {
  const item = await addItem(stage, meeting, {
    title: 'Registre des négociants aux centres de négoce',
    why: 'Demande de la délégation des coopératives',
  })
  const road = await addItem(stage, meeting, { title: 'Barrières sur la piste du lac', why: 'Recommandation de l’atelier' })
  await openWith(stage, meeting, { saemape: 'represented', exporters: 'excused' })
  const vote = { for: 5, against: 0, abstained: 0 }
  await decide(stage, meeting, { item, text: 'Afficher chaque mois la liste des négociants agréés à chaque centre.', vote })
  await decide(stage, meeting, {
    ...{
      item: road,
      kind: 'RECOMMENDATION',
      text: 'Demander la levée des barrières sans ordre écrit.',
      vote: { for: 4, against: 1, abstained: 0 },
    },
    dissent: 'La délégation des coopératives demande un délai.',
  })
  const list = await giveAction(stage, meeting, { item, text: 'Afficher la première liste', owner: 'division', due: addDays(day, 30) })
  const road2 = { item: road, text: 'Relever les barrières de la piste du lac', owner: 'saemape', due: addDays(day, 37) }
  const overdue = await giveAction(stage, meeting, road2)
  await tell(stage, `${meeting}/closings`, {})
  await tell(stage, `${meeting}/minutes`, { text: 'Le comité a examiné deux points et pris une décision et une recommandation.' })
  return { list, overdue }
}
export async function showDone(stage: Stage, action: string): Promise<void> {
  const files = [await sendPaper(stage, 'inspector')]
  const words = 'Liste affichée à trois centres.'
  subjectOf(await stage.as('inspector').post(`${at}/actions/${action}/reports`, { as: 'DONE', words, files }))
}
/** The overdue action is back; civil society leaves in the middle, and the rest waits. */
export async function secondMeeting(stage: Stage, { meeting, first }: { readonly meeting: string; readonly first: string }): Promise<void> {
  const school = await addItem(stage, meeting, { title: 'École de Lukanda-Nord', why: 'Proposition du fonds commun' })
  await openWith(stage, meeting)
  subjectOf(await stage.as('inspector').post(`${at}/meetings/${first}/approvals`, { meeting }))
  const text = 'Financer deux salles de classe sur le fonds commun.'
  await decide(stage, meeting, { item: school, text, vote: { for: 6, against: 0, abstained: 0 } })
  await tell(stage, `${meeting}/seats`, { seat: 'cso-mines', is: 'left' })
  await tell(stage, `${meeting}/closings`, {})
  const minutes = 'Le quorum a été perdu après la décision sur l’école ; les autres points vont à la réunion suivante.'
  await tell(stage, `${meeting}/minutes`, { text: minutes })
}
/** The local committee sits; in its first meeting it gives an action that nobody will do. */
export async function localMeeting(stage: Stage, meeting: string, due?: string): Promise<string> {
  const item = await addItem(stage, meeting, { title: 'Éboulements', why: 'Trois signalements en un mois' })
  await openWith(stage, meeting)
  const action =
    due === undefined ? '' : await giveAction(stage, meeting, { item, text: 'Baliser les puits abandonnés', owner: 'coop', due })
  await tell(stage, `${meeting}/closings`, {})
  return action
}
export const leave = async (
  stage: Stage,
  committee: string,
  data: { readonly component: string; readonly on: string; readonly reason: string },
) => subjectOf(await stage.as('secretary').post(`${at}/committees/${committee}/withdrawals`, data))
export const comeBack = async (
  stage: Stage,
  committee: string,
  data: { readonly component: string; readonly on: string; readonly words: string },
) => subjectOf(await stage.as('secretary').post(`${at}/committees/${committee}/returns`, data))

export async function fillFund(stage: Stage, { cps }: PlayedCommittees, day: string): Promise<string> {
  const post = async (path: string, data: object) =>
    subjectOf(await stage.as('secretary').post(`${at}/committees/${cps}/fund/${path}`, data))
  const pay = (payer: 'cooperative' | 'exporter' | 'trader', more: object) =>
    post('contributions', { payer: stage.organisation(payer), on: day, ...more })
  await pay('exporter', { basis: { is: 'mass', grams: 18_400_000 }, amount: 920_000, currency: 'USD' })
  await pay('cooperative', { basis: { is: 'lot', lots: 12 }, amount: 60_000, currency: 'USD' })
  await pay('trader', { basis: { is: 'other', words: 'Cotisation du trimestre' }, amount: 140_000_000, currency: 'CDF' })
  const project = newId()
  subjectOf(
    await stage
      .as('secretary')
      .post(
        `${at}/committees/${cps}/fund/projects`,
        { title: 'Deux salles de classe à Lukanda-Nord', territory: 'XL101', sector: 'school', budget: 700_000, currency: 'USD' },
        { id: project },
      ),
  )
  await post('project-states', { project, status: 'running', tender: 'awarded' })
  await post('spendings', { project, amount: 210_000, currency: 'USD', what: 'Fondations et ciment', on: day })
  return project
}

/** A day on which some quarter may be rated, at or before the one wished for; and that quarter. */
export function ratingDay(wished: string): { readonly day: string; readonly quarter: string } {
  const month = Number(wished.slice(5, 7))
  const place = (month - 1) % 3
  const dayOfMonth = Number(wished.slice(8, 10))
  if (place === 1) return ratingDay(addDays(wished, -dayOfMonth))
  if (place === 0 && dayOfMonth > 28) return ratingDay(addDays(wished, -2))
  const inQuarter = place === 2 ? wished : addDays(wished, -dayOfMonth)
  return { day: wished, quarter: `${inQuarter.slice(0, 4)}-Q${Math.ceil(Number(inQuarter.slice(5, 7)) / 3)}` }
}
export async function rateFarApart(stage: Stage, { cps }: PlayedCommittees, quarter: string): Promise<string> {
  const promise = subjectOf(
    await stage.as('secretary').post(`${at}/committees/${cps}/promises`, {
      ...{ holder: 'division', beneficiary: 'coop', text: 'Délivrer les étiquettes dans les cinq jours d’une demande complète' },
      ...{ indicator: 'Demandes servies en cinq jours, sur toutes', from: quarter, until: quarter },
    }),
  )
  const rate = async (key: string, data: object) =>
    subjectOf(await stage.as(key).post(`${at}/promises/${promise}/scores`, { quarter, ...data }))
  await rate('inspector', { score: 4, comment: 'La plupart des demandes ont été servies.' })
  await rate('cooperative', { score: 1, comment: 'Deux demandes attendent depuis un mois.' })
  return promise
}
