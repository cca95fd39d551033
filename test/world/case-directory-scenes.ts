/*
Scenes of the directory: a spreadsheet that the team brings, what it verifies since, one service where nobody is sent any more, two houses under coded
names with their rooms. All invented. Where a house lies is sealed only when somebody has a personal key, which is another scene.
*/
import { addDays } from '../../src/kernel/calendar.ts'
import { listOf, looseRecord, mustParse, orNull, text } from '../../src/kernel/schema.ts'
import { subjectOf } from './client.ts'
import type { Stage } from './stage.ts'

const HEADINGS = 'Nom;Type;Territoire;Fonction;Téléphone;Horaires;Langues;Genre;Âges;Coût;Accessible;Capacité;Sûr;Raison;Vérifié le'
/** Days before the scene on which the service was last asked; the last one never was. */
const SERVICES: readonly (readonly [string, number | null])[] = [
  ['Centre de santé Lukanda-Nord;Santé;Lukanda-Nord;infirmier titulaire;+243 810 000 101;24 h sur 24;fr, sw;;;gratuit;oui;20;oui;', 12],
  [
    'Clinique juridique du Nord;aide juridique;Lukanda-Nord;guichet juridique;+243 810 000 102;lun-ven 8-15;fr, sw;;;gratuit;oui;8;oui;',
    40,
  ],
  [
    'Espace ami des enfants;protection de l’enfant;Lukanda-Nord;point focal enfants;+243 810 000 103;lun-sam 8-17;sw;;0-5, 6-10, 11-14, 15-17;gratuit;oui;30;oui;',
    30,
  ],
  ['Commissariat du Nord;police;Lukanda-Nord;permanence;+243 810 000 104;24 h sur 24;fr, sw;;;gratuit;non;;prudence;non formé', 60],
  ['Hôpital de Lukanda-Est;Santé;Lukanda-Est;accueil;+243 810 000 201;24 h sur 24;fr, sw, ln;;;en partie;oui;60;oui;', 100],
  [
    'Appui psychosocial de l’Est;psychosocial;Lukanda-Est;assistante sociale;+243 810 000 202;lun-ven 8-16;fr, sw;;;gratuit;oui;15;oui;',
    20,
  ],
  ['Accueil de l’Est;hébergement;Lukanda-Est;permanence;+243 810 000 203;24 h sur 24;sw;femmes, filles;;gratuit;oui;12;oui;', 15],
  ['Atelier couture et soudure;AGR;Lukanda-Est;coordination;+243 810 000 204;lun-ven 8-16;sw;;15-17, 18-and-over;gratuit;non;25;oui;', 140],
  ['Poste de santé du Lac;Santé;Lukanda-Lac;infirmier;+243 810 000 301;lun-sam 8-17;sw;;;gratuit;non;10;oui;', 190],
  [
    'Antenne de la division des affaires sociales;protection de l’enfant;Lukanda-Lac;accueil;+243 810 000 302;lun-ven 8-15;fr, sw;;;gratuit;non;;oui;',
    70,
  ],
  ['Logement de la fosse;hébergement;Lukanda-Lac;autre;;;sw;;;payant;non;40;non;lié au site', 25],
  ['Ligne verte de la province;autre;Lukanda-Lac;ligne verte;117;24 h sur 24;fr, sw, ln;;;gratuit;oui;;oui;', null],
]
const Rows = looseRecord({ rows: listOf(looseRecord({ verdict: text(), name: text() })) })

/** The team brings its spreadsheet: every row is taken. */
export async function bringDirectory(stage: Stage, day: string): Promise<void> {
  const rows = SERVICES.map(([cells, ago]) => `${cells};${ago === null ? '' : addDays(day, -ago)}`)
  const file = Buffer.from([HEADINGS, ...rows].join('\r\n'))
  const answer = await stage.as('supervisor').upload('/api/service-point-lists?write=true', file, 'text/csv')
  const read = answer.status === 200 ? mustParse(Rows, answer.body).rows : []
  if (read.length !== SERVICES.length || read.some((one) => one.verdict !== 'new'))
    throw new Error(`the directory was not taken: ${JSON.stringify(answer.body)}`)
}
/** What two bodies of the province do themselves: they receive in Chanzo, so that a package can be sent to them. */
export async function listOwnServices(stage: Stage, day: string): Promise<void> {
  const both = {
    ...{ hours: '24 h sur 24', languages: ['fr', 'sw'], genders: [], ageBands: [], cost: 'free', isAccessible: true },
    ...{ safeToRefer: 'yes', safetyReason: null },
  }
  for (const own of [
    ...([
      { name: 'Accueil discret', type: 'safehouse', body: 'salama', area: 'XL102', contactRole: 'duty-officer', phone: '+243 810 000 205' },
      { name: 'Centre de santé Tumaini', type: 'medical', body: 'tumaini', area: 'XL101', contactRole: 'nurse', phone: '+243 810 000 105' },
    ] as const),
  ]) {
    const { body, ...said } = own
    const facts = { ...both, ...said, organisation: stage.organisation(body), capacity: 12 }
    subjectOf(await stage.as('supervisor').post('/api/service-points', { facts, verifiedOn: day }))
  }
}
/** Where a body receives what is sent for a service. */
export async function pointOf(stage: Stage, body: Parameters<Stage['organisation']>[0], type: string): Promise<string> {
  const Points = looseRecord({
    points: listOf(looseRecord({ id: text(), facts: looseRecord({ organisation: orNull(text()), type: text() }) })),
  })
  const { points } = mustParse(Points, (await stage.as('caseworker').get('/api/service-points')).body)
  const found = points.find(({ facts }) => facts.organisation === stage.organisation(body) && facts.type === type)
  if (!found) throw new Error(`the province has no service ${type} of ${body}`)
  return found.id
}
/** Somebody called: all of it holds, and there is room for six. */
export async function verifyService(stage: Stage, name: string): Promise<string> {
  const answer = await stage.as('caseworker').get('/api/service-points')
  const Points = looseRecord({ points: listOf(looseRecord({ id: text(), facts: looseRecord({ name: text(160) }) })) })
  const point = mustParse(Points, answer.body).points.find((one) => one.facts.name === name)?.id ?? ''
  subjectOf(await stage.as('caseworker').post(`/api/service-points/${point}/verifications`, { freePlaces: 6 }))
  return point
}

const register = async (stage: Stage, facts: object): Promise<string> =>
  subjectOf(await stage.as('shelter').post('/api/shelters', { facts: { province: 'XL1', ...facts } }))
/** Two houses of one body, each with its rooms. */
export async function openHouses(stage: Stage, day: string): Promise<readonly string[]> {
  const acacia = await register(stage, {
    ...{ name: 'Acacia', facility: 'shelter', security: 'secret' },
    rules: ['telephones-kept', 'night-guard', 'school-for-children', 'leaves-when-wished'],
  })
  const baobab = await register(stage, {
    ...{ name: 'Baobab', facility: 'multifunctional', security: 'guarded', rules: ['visits-agreed', 'mothers-with-children'] },
  })
  const arrange = async (house: string, rooms: readonly object[]): Promise<string> =>
    subjectOf(await stage.as('shelter').post(`/api/shelters/${house}/arrangements`, { from: day, rooms }))
  await arrange(acacia, [
    { room: '1', kind: 'women', beds: 6 },
    { room: '2', kind: 'girls', beds: 4 },
    { room: '3', kind: 'family', beds: 5 },
    { room: '4', kind: 'accessible', beds: 2 },
  ])
  await arrange(baobab, [
    { room: 'A', kind: 'men', beds: 4 },
    { room: 'B', kind: 'boys', beds: 4 },
    { room: 'C', kind: 'family', beds: 6 },
  ])
  return [acacia, baobab]
}
