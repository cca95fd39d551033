/* Training as an area of outreach. */
import type { Tx } from '../../platform/database/transaction.ts'
import type { OutreachArea } from './area.ts'
import type { TrainingImportDoor } from './contract-training.ts'
import { type TrainingDoors, hashesOf } from './server/training/doors.ts'
import { paperRoutes } from './server/training/http-papers.ts'
import { personRoutes } from './server/training/http-persons.ts'
import { curriculumAggregate, itemAggregate, sessionAggregate, trainingRoutes } from './server/training/http-training.ts'
import { sheetRoutes } from './server/training/http-sheets.ts'
import { trainingProjection } from './server/training/projection-training.ts'
import { keepPersons, personsOf } from './server/training/store-persons.ts'
import { knownBadges } from './server/training/store-read.ts'

export const trainingArea = (doors: TrainingDoors & { readonly baseUrl: string }): OutreachArea => ({
  routes: [...trainingRoutes(doors), ...sheetRoutes(doors), ...personRoutes(doors), ...paperRoutes(doors)],
  projections: [trainingProjection],
  aggregates: [curriculumAggregate, itemAggregate, sessionAggregate],
})

export const trainingImportDoor = (doors: Pick<TrainingDoors, 'secret'>): TrainingImportDoor<Tx> => ({
  known: async (tx, tenant, sessions) =>
    new Map((await knownBadges(tx, tenant, sessions)).map(({ session, badges }) => [session, new Set(badges)])),
  personsOf,
  hashOf: (tenant, said) => hashesOf(doors, tenant, said)[0]?.hash ?? '',
  keepNames: (tx, tenant, names) =>
    keepPersons(
      tx,
      tenant,
      names.map(({ hashes, ...named }) => ({ ...named, keys: hashes.map((hash) => ({ kind: 'name-and-year', hash })) })),
    ),
})
