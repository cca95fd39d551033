/* The words of what modules lay on the home page of a desk, in French: it opens without those of the office. */
import { screenFr as peopleScreenFr } from '../../modules/people/words/screen-fr.ts'
import { chartFr } from './chart-fr.ts'
import { menuDeskFr } from './menu-desk-fr.ts'
import { odkHomeFr } from '../../exchange/odk/words/screen-home-fr.ts'
import { casesHomeFr } from '../../modules/cases/words/screen-home-fr.ts'
import { certificatesHomeFr } from '../../modules/certificates/words/screen-home-fr.ts'
import { custodyHomeFr } from '../../modules/custody/words/screen-home-fr.ts'
import { projectsHomeFr } from '../../modules/projects/words/screen-home-fr.ts'
import { conflictHomeFr } from '../../modules/conflict/words/screen-home-fr.ts'
import { coordinationHomeFr } from '../../modules/coordination/words/screen-home-fr.ts'
import { incidentsHomeFr } from '../../modules/incidents/words/screen-home-fr.ts'
import { outreachHomeFr } from '../../modules/outreach/words/screen-home-fr.ts'
import { risksHomeFr } from '../../modules/risks/words/screen-home-fr.ts'
import { operatorsHomeFr } from '../../modules/operators/words/screen-home-fr.ts'
import { voicesHomeFr } from '../../modules/voices/words/screen-home-fr.ts'
import { fieldHomeFr } from '../../modules/field/words/screen-home-fr.ts'
import { sitesHomeFr } from '../../modules/sites/words/screen-home-fr.ts'
import { attentionFr } from '../../modules/sites/words/screen-attention-fr.ts'

export const homeFr = {
  ...peopleScreenFr,
  ...menuDeskFr,
  ...chartFr,
  ...casesHomeFr,
  ...certificatesHomeFr,
  ...custodyHomeFr,
  ...conflictHomeFr,
  ...coordinationHomeFr,
  ...projectsHomeFr,
  ...incidentsHomeFr,
  ...operatorsHomeFr,
  ...outreachHomeFr,
  ...risksHomeFr,
  ...attentionFr,
  ...sitesHomeFr,
  ...fieldHomeFr,
  ...voicesHomeFr,
  ...odkHomeFr,
  'home.pictures': 'Évolution',
  'home.pictures.show': 'Montrer les graphiques',
} as const
