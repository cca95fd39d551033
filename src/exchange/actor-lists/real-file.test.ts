/* Both lists of the shared data as they are, read in place. */
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { sharedFile } from '../../../test/shared-data.ts'
import { matchSpelling } from '../../modules/conflict/domain/actors/spelling.ts'
import { type ListRead, readActorList } from './read-list.ts'

const paths = { ipis: sharedFile('data/lists/armed_groups_ipis.json'), ucdp: sharedFile('data/conflict/ucdp_actors_drc_v22_1.csv') }
const isMissing = paths.ipis === null || paths.ucdp === null
function read(path: string | null): ListRead {
  const outcome = readActorList(readFileSync(path ?? '', 'utf8'))
  if (!outcome.ok) throw new Error(outcome.refusal.code)
  return outcome.value
}

test.skipIf(isMissing)('81 spellings of IPIS are read: two of the police, one of the army', () => {
  const { rows, actors, damaged } = read(paths.ipis)
  expect({ rows, read: actors.length, damaged }).toEqual({ rows: 81, read: 81, damaged: [] })
  expect(actors.filter((one) => one.kind !== 'armed-group').map((one) => one.kind)).toEqual(['army-unit', 'police', 'police'])
})

test.skipIf(isMissing)('126 actors of UCDP: 84 organised groups, 15 governments, 27 peoples that are left out', () => {
  const { rows, actors, peoples, damaged, source } = read(paths.ucdp)
  expect({ rows, damaged, source }).toEqual({ rows: 126, damaged: [], source: 'UCDP Actor 22.1' })
  expect(actors.filter((one) => one.kind === 'armed-group')).toHaveLength(84)
  expect(actors.filter((one) => one.kind === 'state')).toHaveLength(15)
  expect(peoples).toHaveLength(27)
})

test.skipIf(isMissing)('against the spellings of IPIS, groups of UCDP that are the same, near, and neither', () => {
  const known = read(paths.ipis).actors.map((one) => ({ actor: one.written[0], written: one.written[0] }))
  const groups = read(paths.ucdp).actors.filter((one) => one.kind === 'armed-group')
  const found = groups.map((one) => matchSpelling(one.written, known).kind)
  const counts = { exact: 0, near: 0, none: 0 }
  for (const kind of found) counts[kind] += 1
  expect(counts).toEqual({ exact: 11, near: 16, none: 57 })
})
