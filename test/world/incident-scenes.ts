/*
Scenes of incidents: a roadblock that was dealt with and told to everybody, a division that is named and therefore sees nothing, an open one
that stops, one about tags under verification, and an action that its owner has to report on.
*/
import { addDays } from '../../src/kernel/calendar.ts'
import { newId, subjectOf } from './client.ts'
import type { Stage } from './stage.ts'

type Report = { readonly category: string; readonly account: string; readonly place: object } & { readonly [name: string]: unknown }
const report = async (stage: Stage, who: string, said: Report): Promise<string> =>
  subjectOf(await stage.as(who).post('/api/incidents', { source: 'civil-society', ...said }))
const act = async (
  stage: Stage,
  who: string,
  at: { readonly incident: string; readonly thing: string },
  data: object = {},
): Promise<void> => void subjectOf(await stage.as(who).post(`/api/incidents/${at.incident}/${at.thing}`, data))

/** Dealt with by the division and civil society, closed by the ministry. */
export async function settleRoadblock(stage: Stage, day: string): Promise<string> {
  const incident = await report(stage, 'witness', {
    category: 'roadblock',
    confidentiality: 'members',
    occurredOn: addDays(day, -6),
    place: { kind: 'roadblock', name: 'Barrière du bac de la Luka', area: 'XL103' },
    account: 'Sacs arrêtés au bac, 2 000 FC demandés par sac, aucun reçu ; douze motos en une matinée.',
    actors: [{ class: 'local-authority', unit: 'poste du bac' }],
  })
  await act(stage, 'inspector', { incident, thing: 'take-ups' }, { note: 'Confié à la société civile et à la division' })
  await act(stage, 'inspector', { incident, thing: 'verifications' })
  await act(
    stage,
    'witness',
    { incident, thing: 'conclusions' },
    { as: 'confirmed', basis: 'field-visit', finding: 'Perception vue deux jours de suite.' },
  )
  const action = newId()
  const agreed = { id: action, text: 'Lever la barrière et afficher les taxes légales', agreedIn: 'Comité local de suivi (fictif)' }
  await act(stage, 'inspector', { incident, thing: 'actions' }, { ...agreed, owner: stage.organisation('division'), due: addDays(day, 30) })
  await act(
    stage,
    'inspector',
    { incident, thing: `actions/${action}/reports` },
    { evidence: 'Barrière levée, tarif affiché, procès-verbal joint' },
  )
  await act(
    stage,
    'witness',
    { incident, thing: 'resolutions' },
    { decided: 'safety-restored', note: 'Passage libre constaté trois fois.' },
  )
  await act(stage, 'planner', { incident, thing: 'closings' })
  return incident
}
export const tellOutcome = (stage: Stage, incident: string): Promise<void> => act(stage, 'planner', { incident, thing: 'outcomes' })

/** The cooperative names the division: from then on the division does not find the file. */
export async function nameTheDivision(stage: Stage, site: string): Promise<void> {
  const incident = await report(stage, 'cooperative', {
    category: 'corruption',
    confidentiality: 'members',
    place: { kind: 'site', site },
    account: 'Une somme non prévue a été demandée pour signer les bordereaux : 10 000 FC par moto, quatre motos.',
    actors: [{ class: 'mines-division', unit: 'antenne de Lukanda-Nord' }],
  })
  await act(stage, 'witness', { incident, thing: 'take-ups' })
}

export async function seeChildren(stage: Stage, site: string): Promise<void> {
  await report(stage, 'agent', {
    ...{ source: 'field', category: 'child-labour', place: { kind: 'site', site } },
    account: 'Trois enfants de moins de quinze ans au lavage, le matin, deux jours de suite.',
  })
}

export async function doubtTags(stage: Stage, { site, lot }: { readonly site: string; readonly lot: string }): Promise<void> {
  const incident = await report(stage, 'scheme', {
    ...{ source: 'scheme', category: 'tag-misuse', place: { kind: 'site', site }, lots: [lot] },
    account: 'Étiquettes d’un carnet déclaré épuisé vues sur des sacs d’un autre puits.',
  })
  await act(stage, 'witness', { incident, thing: 'take-ups' })
  await act(stage, 'witness', { incident, thing: 'verifications' }, { note: 'Comparaison des carnets demandée' })
}

/** What the cooperative agreed to do and has to report on. */
export async function agreeOnFence(stage: Stage, { site, day }: { readonly site: string; readonly day: string }): Promise<void> {
  const planner = stage.as('planner')
  subjectOf(
    await planner.post('/api/incident-rules', { rule: 'planDays3', value: 45, reason: 'Le comité local siège toutes les six semaines' }),
  )
  const incident = await report(stage, 'inspector', {
    ...{ source: 'committee', category: 'accident', place: { kind: 'site', site }, confidentiality: 'members' },
    account: 'Éboulement d’un puits abandonné et non clôturé ; un blessé léger, évacué le jour même.',
  })
  await act(stage, 'inspector', { incident, thing: 'take-ups' })
  await act(stage, 'inspector', { incident, thing: 'verifications' })
  await act(
    stage,
    'inspector',
    { incident, thing: 'conclusions' },
    { as: 'confirmed', basis: 'field-visit', finding: 'Puits vu ouvert, photos prises.' },
  )
  const agreed = { id: newId(), text: 'Clôturer les puits abandonnés', agreedIn: 'Comité local de suivi (fictif)' }
  await act(
    stage,
    'inspector',
    { incident, thing: 'actions' },
    { ...agreed, owner: stage.organisation('cooperative'), due: addDays(day, 38) },
  )
}
