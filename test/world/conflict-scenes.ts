/* Scenes of violence around the sites: an invented observatory tells of two years, in the columns of UCDP. One territoire is quiet, and nobody looked before. */
import { addDays } from '../../src/kernel/calendar.ts'
import { csvOfRows } from '../../src/kernel/csv.ts'
import { importEventsFile } from '../../src/exchange/ucdp/server/import-into-log.ts'
import type { Stage } from './stage.ts'

const heading = [
  'id',
  'type_of_violence',
  'conflict_name',
  'side_a',
  'side_b',
  'number_of_sources',
  'where_prec',
  'where_coordinates',
  'adm_1',
  'adm_2',
]
const rest = ['latitude', 'longitude', 'date_prec', 'date_start', 'date_end', 'best', 'low', 'high', 'deaths_civilians']

export async function readSources({ program }: Stage, day: string): Promise<void> {
  const before = (days: number): string => addDays(day, -days)
  const on = (days: number): readonly string[] => ['1', before(days), before(days)]
  const rows = [
    [
      'L1',
      '3',
      'Groupe de la Colline - civils',
      'Groupe de la Colline',
      'civils',
      '2',
      '1',
      'Mweupe',
      'Lukanda',
      'Lukanda-Nord',
      '-2.55',
      '21.4',
      ...on(410),
      '2',
      '1',
      '3',
      '2',
    ],
    [
      'L2',
      '2',
      'Groupe de la Colline - Veilleurs',
      'Groupe de la Colline',
      'Veilleurs',
      '1',
      '2',
      'Bac de la Luka',
      'Lukanda',
      'Lukanda-Est',
      '-3.0',
      '21.2',
      ...on(260),
      '4',
      '2',
      '6',
      '0',
    ],
    [
      'L3',
      '1',
      'Gouvernement - Veilleurs',
      'Gouvernement',
      'Veilleurs',
      '3',
      '3',
      'Lukanda-Est',
      'Lukanda',
      'Lukanda-Est',
      '-3.0',
      '21.25',
      ...on(120),
      '1',
      '1',
      '1',
      '0',
    ],
    [
      'L4',
      '3',
      'Veilleurs - civils',
      'Veilleurs',
      'civils',
      '1',
      '4',
      'Lukanda province',
      'Lukanda',
      '',
      '-2.9',
      '21.4',
      '4',
      before(90),
      before(62),
      '3',
      '0',
      '5',
      '3',
    ],
    [
      'L5',
      '3',
      'inconnu - civils',
      'auteurs inconnus',
      'civils',
      '1',
      '6',
      '',
      '',
      '',
      '',
      '',
      '5',
      before(200),
      before(20),
      '1',
      '0',
      '1',
      '1',
    ],
  ]
  const { database, log, tenant, clock, modules } = program
  const actor = { account: 'operator', organisation: null, role: null }
  const outcome = await importEventsFile(
    { database, log, tenant, clock, actor, places: modules.places.door, conflict: modules.conflict.door },
    {
      ...{ country: 'XL', source: 'ucdp-ged', name: 'Observatoire fictif des violences de Lukanda', mayBeShared: true, dryRun: false },
      ...{ covers: { from: before(730), until: day }, open: () => whole(csvOfRows([[...heading, ...rest], ...rows])) },
    },
  )
  if (!outcome.ok) throw new Error(outcome.refusal.code)
}
async function* whole(text: string): AsyncGenerator<string> {
  yield await Promise.resolve(text)
}
