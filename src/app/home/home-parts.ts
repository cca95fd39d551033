/* The registry of what waits on the home page: one line per module. */
import { odkHomeParts } from '../../exchange/odk/screens-home.ts'
import { casesHomeParts } from '../../modules/cases/home.ts'
import { certificatesHomeParts } from '../../modules/certificates/home.ts'
import { custodyHomeParts } from '../../modules/custody/home.ts'
import { projectsHomeParts } from '../../modules/projects/home.ts'
import { conflictHomeParts } from '../../modules/conflict/home.ts'
import { coordinationHomeParts } from '../../modules/coordination/home.ts'
import { incidentsHomeParts } from '../../modules/incidents/home.ts'
import { operatorsHomeParts } from '../../modules/operators/home.ts'
import { outreachHomeParts } from '../../modules/outreach/home.ts'
import { risksHomeParts } from '../../modules/risks/home.ts'
import { fieldHomeParts } from '../../modules/field/home.ts'
import { voicesHomeParts } from '../../modules/voices/home.ts'
import { sitesHomeParts } from '../../modules/sites/home.ts'
import type { HomePart } from './home-part.ts'

export const homeParts: readonly HomePart[] = [
  ...sitesHomeParts,
  ...voicesHomeParts,
  ...casesHomeParts,
  ...certificatesHomeParts,
  ...custodyHomeParts,
  ...conflictHomeParts,
  ...coordinationHomeParts,
  ...projectsHomeParts,
  ...incidentsHomeParts,
  ...operatorsHomeParts,
  ...outreachHomeParts,
  ...risksHomeParts,
  ...fieldHomeParts,
  ...odkHomeParts,
]
