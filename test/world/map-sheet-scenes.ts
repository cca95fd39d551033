/* Scenes of the conflict map: two rounds in two zones of the invented province. Of four sites one got worse, one better, two were not validated again; one place is new. */
import type { SheetContent } from '../../src/modules/conflict/contract-sheets.ts'
import { subjectOf } from './client.ts'
import type { Stage } from './stage.ts'

type Loose<Part> = { readonly [Key in keyof Part]?: unknown }
/** A sheet of an invented site, with what differs. */
export const sheetContent = (place: Loose<SheetContent['place']>, rest: Loose<SheetContent> = {}): object => ({
  place: { site: null, provisionalName: null, at: null, province: 'XL1', territoire: null, ...place },
  ...{ minerals: ['Sn'], siteKind: 'artisanal', legalState: 'not-known', access: 'piste, en saison sèche' },
  nature: 'Des hommes armés demandent une part à l’entrée du site.',
  actors: [{ actor: null, written: 'Groupe de la Colline', role: 'taxes' }],
  modes: [{ mode: 'entry-fee', stage: 'pit' }],
  beneficiaries: [{ kind: 'armed-group', name: null, grade: '3' }],
  ...{ periodFrom: null, periodUntil: null, interference: 'regular', reliability: 'B', credibility: '3' },
  corroborations: [{ kind: 'société civile', on: null }],
  victims: { forcedLabour: null, children: null, sexualViolence: null },
  responses: ['demilitarise'],
  ...rest,
})

export interface Played {
  readonly round: string
  readonly asOf: string
}
/** Proposes, cross-checks and validates by three persons, or as far as `until` says; the sheet's id. */
export async function playSheet(
  stage: Pick<Stage, 'as'>,
  played: Played,
  {
    content,
    by = 'inspector',
    after,
    until = 'validated',
  }: {
    readonly content: object
    readonly by?: string
    readonly after?: { readonly sheet: string; readonly version: number }
    readonly until?: 'proposed' | 'cross-checked' | 'validated'
  },
): Promise<string> {
  const data = { workshop: null, ...played, content }
  const root = '/api/conflict/sheets'
  const sent =
    after === undefined
      ? await stage.as(by).post(root, data)
      : await stage
          .as(by)
          .post(`${root}/${after.sheet}/versions`, { ...data, reason: 'Nouveau passage dans la zone.', after: after.version })
  const sheet = subjectOf(sent)
  const version = (after?.version ?? 0) + 1
  if (until === 'proposed') return sheet
  const compared = 'Comparé avec les relevés de la société civile et les incidents du trimestre.'
  subjectOf(await stage.as('analyst').post(`${root}/${sheet}/cross-checks`, { version, compared }))
  if (until === 'cross-checked') return sheet
  subjectOf(await stage.as('secretariat').post(`${root}/${sheet}/validations`, { version, note: null }))
  return sheet
}

export interface MappedSheets {
  readonly mweupe: string
  readonly saba: string
  readonly bwawa: string
}
type At = { readonly [key: string]: string }

export async function mapFirstRound(stage: Stage, at: At, asOf: string): Promise<MappedSheets> {
  const played = { round: `Passage de ${asOf.slice(0, 7)}`, asOf }
  const play = (key: string, rest: Loose<SheetContent>): Promise<string> =>
    playSheet(stage, played, { content: sheetContent({ site: at[key] }, rest) })
  const mweupe = await play('mweupe', { interference: 'occasional', minerals: ['Sn', 'Ta'] })
  await play('mawe', {
    modes: [{ mode: 'checkpoint-tax', stage: 'haul' }],
    victims: { forcedLabour: 6, children: 0, sexualViolence: null },
  })
  const saba = await play('saba', {
    ...{ minerals: ['Ta'], interference: 'permanent', nature: 'Les creuseurs donnent deux jours par semaine aux hommes armés.' },
    actors: [
      { actor: null, written: 'Veilleurs', role: 'controls-site' },
      { actor: null, written: 'Veilleurs', role: 'taxes' },
    ],
    modes: [
      { mode: 'forced-labour', stage: 'pit' },
      { mode: 'pit-tax', stage: 'pit' },
    ],
    victims: { forcedLabour: 34, children: 4, sexualViolence: null },
    responses: ['demilitarise', 'ddr'],
  })
  const bwawa = await play('bwawa', {
    minerals: ['Au'],
    actors: [{ actor: null, written: null, role: 'prefinances' }],
    interference: 'not-known',
  })
  return { mweupe, saba, bwawa }
}

export async function mapSecondRound(
  stage: Stage,
  at: At,
  { asOf, sheets }: { readonly asOf: string; readonly sheets: MappedSheets },
): Promise<void> {
  const played = { round: `Passage de ${asOf.slice(0, 7)}`, asOf }
  await playSheet(stage, played, {
    after: { sheet: sheets.mweupe, version: 1 },
    content: sheetContent(
      { site: at['mweupe'] },
      {
        ...{
          interference: 'permanent',
          minerals: ['Sn', 'Ta'],
          credibility: '2',
          nature: 'Deux barrières à la sortie du site, et une part de la production.',
        },
        actors: [
          { actor: null, written: 'Groupe de la Colline', role: 'taxes' },
          { actor: null, written: 'Groupe de la Colline', role: 'controls-site' },
        ],
        modes: [
          { mode: 'entry-fee', stage: 'pit' },
          { mode: 'production-share', stage: 'pit' },
          { mode: 'checkpoint-tax', stage: 'haul' },
        ],
        victims: { forcedLabour: 12, children: 3, sexualViolence: null },
        corroborations: [
          { kind: 'société civile', on: asOf },
          { kind: 'police des mines', on: asOf },
        ],
        responses: ['demilitarise', 'extend-traceability'],
      },
    ),
  })
  await playSheet(stage, played, {
    after: { sheet: sheets.saba, version: 1 },
    content: sheetContent(
      { site: at['saba'] },
      {
        ...{
          minerals: ['Ta'],
          interference: 'occasional',
          nature: 'Les Veilleurs ont quitté le site ; ils reviennent certains jours de marché.',
        },
        actors: [{ actor: null, written: 'Veilleurs', role: 'taxes' }],
        modes: [{ mode: 'pit-tax', stage: 'pit' }],
        victims: { forcedLabour: 0, children: 0, sexualViolence: null },
        corroborations: [
          { kind: 'comité local de suivi', on: asOf },
          { kind: 'coopérative', on: asOf },
        ],
        responses: ['ddr', 'dialogue'],
      },
    ),
  })
  await playSheet(stage, played, {
    content: sheetContent(
      { provisionalName: 'Chantier du Vieux Pont', territoire: 'XL102' },
      {
        minerals: ['Au'],
        interference: 'regular',
        siteKind: 'artisanal',
        modes: [{ mode: 'monopoly-buying', stage: 'depot' }],
        victims: { forcedLabour: 11, children: null, sexualViolence: null },
      },
    ),
  })
  await playSheet(stage, played, {
    after: { sheet: sheets.bwawa, version: 1 },
    until: 'proposed',
    content: sheetContent(
      { site: at['bwawa'] },
      { minerals: ['Au'], interference: 'regular', modes: [{ mode: 'prefinance', stage: 'depot' }] },
    ),
  })
  subjectOf(
    await stage.as('secretariat').post(`/api/conflict/sheets/${sheets.saba}/summaries`, {
      version: 2,
      fr: 'Dans cette province, l’emprise d’un groupe armé sur une partie de la production de tantale a diminué depuis un an. Des prélèvements ont encore lieu certains jours.',
      en: 'In this province the hold of an armed group on part of the tantalum production has lessened over a year. Levies still happen on some days.',
    }),
  )
}
