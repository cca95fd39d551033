/*
Two mapping workshops of an earlier year, one in each zone, twenty-four seats each; and the next round of the first zone, in which one place is worse, one better, one new and
one not spoken of again. What a hall writes by its telephones is written here at the laptop, which is the same command.
And one that is held today, in the other zone: its hall stands open, two groups are in, and the wall is half written.
*/
import { addDays } from '../../src/kernel/calendar.ts'
import { mustParse } from '../../src/kernel/schema.ts'
import { WorkshopShown } from '../../src/modules/conflict/contract-workshops.ts'
import { hallTelephone, seats } from '../hall-bed.ts'
import { newId, subjectOf } from './client.ts'
import type { Stage } from './stage.ts'

type Sites = Readonly<Record<string, string>>
interface Told {
  readonly site?: string
  readonly name?: string
  readonly nature: string
  readonly interference: string
  readonly actors: readonly (readonly [string, string])[]
  readonly modes: readonly (readonly [string, string])[]
  readonly beneficiaries: readonly string[]
  readonly minerals: readonly string[]
  readonly responses: readonly string[]
  readonly group: number
}
interface Meeting {
  readonly territoire: string
  readonly title: string
  readonly round: string
  readonly former: string | null
  readonly places: readonly Told[]
}

const GROUPS = ['Autorités et services', 'Exploitants et coopératives', 'Société civile et médias']
const agenda = [
  ['1', '08:30', 'Accueil, règles de la salle, aucun nom de personne', 'pause'],
  ['1', '10:00', 'Lieux et quatre questions, en groupes', 'places'],
  ['1', '15:00', 'Accord ou désaccord, en plénière', 'stances'],
  ['2', '08:30', 'Arbre à problèmes : pourquoi ?', 'causes'],
  ['2', '13:30', 'Votes', 'votes'],
  ['2', '15:30', 'Lecture, version figée, suites', 'pause'],
].map(([day, at, title, step]) => ({ day, at, title, step }))

const contentOf = (territoire: string, told: Told, sites: Sites): object => ({
  place: {
    ...{ site: told.site === undefined ? null : (sites[told.site] ?? null), provisionalName: told.name ?? null, at: null },
    ...{ province: 'XL1', territoire },
  },
  ...{ minerals: told.minerals, siteKind: 'artisanal', legalState: 'not-known', access: null, nature: told.nature },
  actors: told.actors.map(([written, role]) => ({ actor: null, written, role })),
  modes: told.modes.map(([mode, stage]) => ({ mode, stage })),
  beneficiaries: told.beneficiaries.map((kind) => ({ kind, name: null, grade: null })),
  ...{ periodFrom: null, periodUntil: null, interference: told.interference, reliability: 'C', credibility: '3', corroborations: [] },
  ...{ victims: { forcedLabour: null, children: null, sexualViolence: null }, responses: told.responses },
})

const mweupe = { site: 'mweupe', minerals: ['Sn'], group: 1 } as const
const north = 'XL101'
const before: readonly Told[] = [
  {
    ...{ ...mweupe, interference: 'occasional', beneficiaries: ['armed-group', 'trader'], responses: ['dialogue'] },
    ...{ nature: 'Une taxe par sac au sentier du puits.', actors: [['Groupe de la Colline', 'taxes']], modes: [['pit-tax', 'pit']] },
  },
  {
    ...{
      name: 'Carrière du Bac',
      minerals: ['Au'],
      group: 2,
      interference: 'permanent',
      beneficiaries: ['armed-group'],
      responses: ['demilitarise'],
    },
    ...{ nature: 'Des hommes armés creusent pour leur compte.', actors: [['Veilleurs', 'controls-site']], modes: [['own-digging', 'pit']] },
  },
  {
    ...{
      name: 'Marché de Kitumba',
      minerals: ['Au'],
      group: 3,
      interference: 'regular',
      beneficiaries: ['trader'],
      responses: ['justice'],
    },
    ...{
      nature: 'Un seul acheteur fixe le prix sous escorte.',
      actors: [['Négoce sans carte', 'trades']],
      modes: [['monopoly-buying', 'trading-house']],
    },
  },
]
const after: readonly Told[] = [
  {
    ...{ ...mweupe, interference: 'permanent', beneficiaries: ['armed-group', 'trader'], responses: ['dialogue', 'demilitarise'] },
    nature: 'La taxe est devenue une barrière jour et nuit.',
    actors: [['Groupe de la Colline', 'controls-site']],
    modes: [
      ['pit-tax', 'pit'],
      ['checkpoint-tax', 'haul'],
    ],
  },
  {
    ...{ name: 'Carrière du Bac', minerals: ['Au'], group: 2, interference: 'occasional', beneficiaries: ['unknown'], responses: ['ddr'] },
    ...{
      nature: 'Les hommes sont partis ; quelques-uns reviennent la nuit.',
      actors: [['Veilleurs', 'taxes']],
      modes: [['pillage', 'pit']],
    },
  },
  {
    ...{
      name: 'Gué de la Luka',
      minerals: ['Sn'],
      group: 3,
      interference: 'regular',
      beneficiaries: ['political'],
      responses: ['access-road'],
    },
    ...{ nature: 'Les porteurs paient pour passer le gué.', actors: [['Comité du gué', 'taxes']], modes: [['checkpoint-tax', 'haul']] },
  },
]
const east: readonly Told[] = [
  {
    ...{
      name: 'Puits du Figuier',
      minerals: ['Au'],
      group: 1,
      interference: 'regular',
      beneficiaries: ['exporter'],
      responses: ['extend-traceability'],
    },
    ...{
      nature: 'L’or part sans papier par la rivière.',
      actors: [['Passeurs de la Luka', 'transports']],
      modes: [['smuggling', 'cross-border']],
    },
  },
]

interface Rounds {
  readonly north: string
  readonly east: string
}
/** The first round, of both zones; answers the workshops that the next rounds follow. */
async function firstRound(stage: Stage, day: string, sites: Sites): Promise<Rounds> {
  const first = { title: 'Atelier de Lukanda-Nord', round: 'Passage 1', territoire: north, former: null, places: before }
  const workshop = await holdWorkshop(stage, day, { meeting: first, sites })
  const meeting = { ...first, title: 'Atelier de Lukanda-Est', territoire: 'XL102', places: east }
  return { north: workshop, east: await holdWorkshop(stage, day, { meeting, sites }) }
}
async function nextRound(stage: Stage, day: string, { former, sites }: { readonly former: string; readonly sites: Sites }): Promise<void> {
  const meeting = { title: 'Atelier de Lukanda-Nord, suite', round: 'Passage 2', territoire: north, former, places: after }
  await holdWorkshop(stage, day, { meeting, sites })
}

const eastNow: readonly Told[] = [
  {
    ...{ name: 'Puits du Figuier', minerals: ['Au'], group: 1, interference: 'permanent', beneficiaries: ['exporter', 'unknown'] },
    ...{ responses: ['extend-traceability'], nature: 'L’or part toujours sans papier ; on paie maintenant aussi au bac.' },
    ...{ actors: [['Passeurs de la Luka', 'transports']], modes: [['checkpoint-tax', 'haul']] },
  },
  {
    ...{
      name: 'Camp des Palmiers',
      minerals: ['Au'],
      group: 3,
      interference: 'not-known',
      beneficiaries: ['unknown'],
      responses: ['dialogue'],
    },
    ...{ nature: 'Un nouveau camp de creuseurs ; personne ne sait qui le tient.', actors: [], modes: [['entry-fee', 'pit']] },
  },
]
/** The second day of a workshop whose hall is open while the demonstration is looked at. */
async function openHallNow(stage: Stage, day: string, former: string): Promise<void> {
  const desk = stage.as('secretariat')
  const workshop = newId()
  subjectOf(
    await desk.post('/api/conflict/workshops', {
      ...{ workshop, title: 'Atelier de Lukanda-Est, suite', round: 'Passage 2', province: 'XL1', territoires: ['XL102'] },
      ...{ firstDay: day, lastDay: addDays(day, 1), groups: GROUPS, dotsEach: 3, agenda, former },
    }),
  )
  const at = `/api/conflict/workshops/${workshop}`
  const tell = async (path: string, data: object) => void subjectOf(await desk.post(`${at}/${path}`, data))
  await tell('seats', { seats: seats(24, GROUPS.length) })
  await tell('hall-openings', {})
  const { hall } = mustParse(WorkshopShown, (await desk.get(at)).body)
  const door = await stage.program.createHall()
  for (const { code } of hall?.groups.slice(0, 2) ?? []) await hallTelephone(door, code).send({ act: 'join' })
  await door.close()
  for (const told of eastNow) await tell('entries', { entry: newId(), group: told.group, content: contentOf('XL102', told, {}) })
  await hangCards(tell)
  await tell('steps', { step: 'causes' })
}

/** Convenes, fills the wall and freezes it. */
async function holdWorkshop(
  stage: Stage,
  day: string,
  { meeting, sites }: { readonly meeting: Meeting; readonly sites: Sites },
): Promise<string> {
  const desk = stage.as('secretariat')
  const workshop = newId()
  const { title, round, territoire, former } = meeting
  subjectOf(
    await desk.post('/api/conflict/workshops', {
      ...{ workshop, title, round, province: 'XL1', territoires: [territoire], firstDay: addDays(day, -1), lastDay: day },
      ...{ groups: GROUPS, dotsEach: 3, agenda, former },
    }),
  )
  const tell = async (path: string, data: object) => void subjectOf(await desk.post(`/api/conflict/workshops/${workshop}/${path}`, data))
  await tell('seats', { seats: seats(24, GROUPS.length) })
  for (const told of meeting.places) {
    const entry = newId()
    await tell('entries', { entry, group: told.group, content: contentOf(territoire, told, sites) })
    const other = (told.group % GROUPS.length) + 1
    const stance =
      told.name === undefined
        ? { stance: 'agree', reason: null }
        : { stance: 'dissent', reason: 'Le lieu appartient à un autre groupement.' }
    await tell('stances', { entry, group: other, ...stance })
  }
  await hangCards(tell)
  const { acts } = mustParse(WorkshopShown, (await desk.get(`/api/conflict/workshops/${workshop}`)).body)
  await tell('freezings', { shown: acts, remark: 'Lue et approuvée en plénière.' })
  return workshop
}

async function hangCards(tell: (path: string, data: object) => Promise<void>): Promise<void> {
  const [core, armed, roads, fees, schools] = [newId(), newId(), newId(), newId(), newId()]
  const card = (id: string, kind: string, more: { readonly text: string; readonly under: string | null }) =>
    tell('cards', { card: id, group: null, kind, ...more })
  await card(core, 'core', { text: 'Des hommes armés vivent de la mine', under: null })
  await card(armed, 'cause', { text: 'Les groupes recrutent là où rien d’autre ne paie', under: core })
  await card(roads, 'cause', { text: 'La piste est coupée cinq mois par an', under: armed })
  await card(fees, 'cause', { text: 'Chaque sac paie trois barrières', under: core })
  await card(schools, 'effect', { text: 'Des enfants portent au lieu d’aller à l’école', under: core })
  await tell('votes', {
    group: 1,
    votes: [
      { card: fees, dots: 14 },
      { card: roads, dots: 6 },
    ],
  })
  await tell('votes', { group: 2, votes: [{ card: roads, dots: 15 }] })
}

export function workshopScenes(
  stage: Stage,
  sites: Sites,
): readonly { readonly on: number; readonly play: (day: string) => Promise<void> }[] {
  let held: Rounds = { north: '', east: '' }
  return [
    { on: -400, play: async (day) => void (held = await firstRound(stage, day, sites)) },
    { on: -21, play: (day) => nextRound(stage, day, { former: held.north, sites }) },
    { on: -1, play: (day) => openHallNow(stage, day, held.east) },
  ]
}
