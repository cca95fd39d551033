/* Scenes of peace follow-up, all invented: five items of a roadmap, two figures of disarmament, one dialogue with three promises, one of them broken. */
import { addDays } from '../../src/kernel/calendar.ts'
import { newId, subjectOf } from './client.ts'
import type { Stage } from './stage.ts'

const roadmap = '/api/conflict/roadmap'
/** Written down at the end of a workshop, months ago. */
export async function agreeOnRoadmap(
  stage: Stage,
  { day, sites }: { readonly day: string; readonly sites: readonly string[] },
): Promise<void> {
  const secretariat = stage.as('secretariat')
  const item = async (text: string, more: object) => subjectOf(await secretariat.post(roadmap, { text, source: 'workshop', ...more }))
  const owner = (key: 'division' | 'ministry' | 'civilSociety') => ({ owner: stage.organisation(key) })
  await item('Ouvrir un guichet de plaintes sur chaque site de la rive', { ...owner('civilSociety'), due: addDays(day, 30), sites })
  const road = await item('Remettre en état la piste du lac', { ownerWritten: 'Office des routes (fictif)', due: addDays(day, 60) })
  const posts = await item('Retirer les postes armés à moins de deux kilomètres des sites', {
    source: 'national',
    ...owner('ministry'),
    due: addDays(day, 45),
  })
  const tags = await item('Étendre la traçabilité à deux sites de Lukanda-Est', {
    ...owner('division'),
    due: addDays(day, 200),
    sites: sites.slice(0, 1),
  })
  const radio = await item('Former douze points focaux d’alerte à la radio', {
    source: 'national',
    ...owner('civilSociety'),
    due: addDays(day, 40),
  })
  const status = async (id: string, data: object) => void subjectOf(await secretariat.post(`${roadmap}/${id}/statuses`, data))
  await status(road, { status: 'blocked', reason: 'Le bac est hors service ; le matériel ne passe pas.' })
  await status(posts, { status: 'delayed' })
  await status(tags, { status: 'on-track' })
  await status(radio, {
    status: 'done',
    evidence: 'Liste de présence de la formation, sans noms : douze points focaux, trois territoires.',
  })
}
export async function countDisarmed(stage: Stage, day: string): Promise<void> {
  const figure = { programme: 'Programme fictif de désarmement de Lukanda', province: 'XL1', source: 'Bulletin fictif du programme' }
  const analyst = stage.as('analyst')
  const whole = { asOf: addDays(day, -90), men: 164, women: 21, children: 17, weapons: 88, rounds: 1240, explosives: 6, expected: 900 }
  subjectOf(await analyst.post('/api/conflict/ddr', { ...figure, ...whole }))
  const east = {
    territoire: 'XL102',
    asOf: addDays(day, -10),
    men: 61,
    women: 9,
    children: 4,
    weapons: 35,
    rounds: null,
    explosives: null,
    expected: 240,
  }
  subjectOf(await analyst.post('/api/conflict/ddr', { ...figure, ...east }))
}
export interface Talk {
  readonly dialogue: string
  readonly tax: string
  readonly water: string
}
export async function talkOfWater(stage: Stage, day: string): Promise<Talk> {
  const [tax, water, ways] = [newId(), newId(), newId()]
  const secretariat = stage.as('secretariat')
  const dialogue = subjectOf(
    await secretariat.post('/api/conflict/dialogues', {
      ...{ province: 'XL1', territoire: 'XL102', place: 'Bac de la Luka', topic: 'site-access', heldOn: day },
      about: 'Accès aux puits pendant la saison sèche, et ce que chacun prend au passage.',
      parties: [
        { kind: 'body', organisation: stage.organisation('cooperative') },
        { kind: 'community', written: 'Cultivateurs de la rive' },
        { kind: 'body', organisation: stage.organisation('division') },
      ],
      agreements: [
        { id: tax, who: 0, what: 'Ne plus rien prendre au passage du bac', due: addDays(day, 30) },
        { id: water, who: 1, what: 'Laisser l’eau de la source aux puits un jour sur deux', due: addDays(day, 30) },
        { id: ways, who: 2, what: 'Borner le chemin entre les champs et les puits', due: addDays(day, 300) },
      ],
    }),
  )
  return { dialogue, tax, water }
}
/** Forty days later the parties looked at each other's promises; the third is not due yet. */
export async function checkTalk(stage: Stage, { talk, day: on }: { readonly talk: Talk; readonly day: string }): Promise<void> {
  const check = async (data: object) =>
    void subjectOf(await stage.as('analyst').post(`/api/conflict/dialogues/${talk.dialogue}/checks`, { on, ...data }))
  await check({ commitment: talk.tax, as: 'broken', checkedBy: { kind: 'party', party: 1 }, words: 'On paie encore au bac.' })
  await check({ commitment: talk.water, as: 'kept', checkedBy: { kind: 'party', party: 0 } })
}
